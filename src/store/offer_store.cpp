#include "store/offer_store.h"

#include "store/write.h"

namespace homeward::store {

template <class R>
requires Like<R, ContactEntry>
void columns(R& entry, auto& v) {
  v("at", entry.at);
  v("by_person_id", entry.by);
  v("outcome", entry.outcome);
  v("note", entry.note);
  v("answer", entry.answer);
  v("answered_at", entry.answeredAt);
}
template <>
struct Table<Approach> {
  static constexpr const char* name = "approach";
  static constexpr Entity entity = Entity::approach;
};
template <class R>
requires Like<R, Approach>
void columns(R& approach, auto& v) {
  v("referral_id", approach.referral);
  v("provider_id", approach.provider);
  v("setting_id", approach.setting);
  v("asked_at", approach.askedAt);
  v("asked_by_id", approach.askedBy);
  v("answer_due", approach.answerDue);
  v("state", approach.state);
  v("declined", approach.declined);
}
void lists(Of<Approach>, auto& v) { v(ListTable{"contact_entry", "approach_id"}, &Approach::log); }

template <class R>
requires Like<R, NeedAnswer>
void columns(R& answer, auto& v) {
  v("child_id", answer.child);
  v("domain", answer.domain);
  v("level", answer.level);
  v("basis", answer.basis);
  v("evidence", answer.evidence);
}
template <class R>
requires Like<R, MoneyRange>
void columns(R& range, auto& v) {
  v("low", range.low);
  v("high", range.high);
}
template <class R>
requires Like<R, QuoteLine>
void columns(R& line, auto& v) {
  v("item", line.item);
  v("charge", line.charge);
  v("amount", line.amount);
  v("from_day", line.fromDay);
  v("days", line.days);
  v("words", line.words);
}
template <class R>
requires Like<R, SupportPackage>
void columns(R& package, auto& v) {
  v("name", package.name);
  v("a_week", package.aWeek);
  v("domains", package.domains);
  v("adds", package.adds);
}
template <class R>
requires Like<R, InterviewNote>
void columns(R& note, auto& v) {
  v("at", note.at);
  v("by_person_id", note.by);
  v("with_whom", note.with);
  v("child_id", note.child);
  v("domain", note.domain);
  v("level", note.level);
  v("words", note.words);
}
template <class R>
requires Like<R, NegotiationRound>
void columns(R& round, auto& v) {
  v("at", round.at);
  v("by_person_id", round.by);
  v("item", round.item);
  v("charge", round.charge);
  v("before", round.before);
  v("asked", round.asked);
  v("words", round.words);
  v("won", round.won);
  v("answer", round.answer);
  v("answered_at", round.answeredAt);
}
template <>
struct Table<Offer> {
  static constexpr const char* name = "offer";
  static constexpr Entity entity = Entity::offer;
};
template <class R>
requires Like<R, Offer>
void columns(R& offer, auto& v) {
  v("referral_id", offer.referral);
  v("provider_id", offer.provider);
  v("setting_id", offer.setting);
  v("approach_id", offer.approach);
  v("received_on", offer.receivedOn);
  v("stands_until", offer.standsUntil);
  v("available_from", offer.availableFrom);
  v("offers_days", offer.offersDays);
  v("emergency", offer.emergency);
  v("own_bedroom", offer.ownBedroom);
  v("sharing_assessed", offer.sharingAssessed);
  v("impact_assessed", offer.impactAssessed);
  v("conditions", offer.conditions);
  v("withdrawn", offer.withdrawn);
  v("told_at", offer.toldAt);
  v("told_why", offer.toldWhy);
}
void lists(Of<Offer>, auto& v) {
  v(ListTable{"offer_child", "offer_id", "child_id"}, &Offer::children);
  v(ListTable{"need_answer", "offer_id"}, &Offer::needs);
  v(ListTable{"offer_feature", "offer_id", "feature", "present"}, &Offer::features);
  v(ListTable{"minutes_to_school", "offer_id", "child_id", "minutes"}, &Offer::minutesToSchool);
  v(ListTable{"keeps_school", "offer_id", "child_id", "keeps"}, &Offer::keepsSchool);
  v(ListTable{"quote_line", "offer_id"}, &Offer::quote);
  v(ListTable{"offer_package", "offer_id"}, &Offer::packages);
  v(ListTable{"interview_note", "offer_id"}, &Offer::interviews);
  v(ListTable{"negotiation_round", "offer_id"}, &Offer::rounds);
}

template <>
struct Table<Option> {
  static constexpr const char* name = "option";
  static constexpr Entity entity = Entity::option;
};
template <class R>
requires Like<R, Option>
void columns(R& option, auto& v) {
  v("referral_id", option.referral);
  v("label", option.label);
}
void lists(Of<Option>, auto& v) { v(ListTable{"option_offer", "option_id", "offer_id"}, &Option::offers); }

Result<ApproachId> OfferStore::addApproach(Transaction& in, const Approach& approach) { return addRow(in, approach); }
Result<std::int64_t> OfferStore::saveApproach(Transaction& in, const Approach& approach) { return saveRow(in, approach); }
Result<Approach> OfferStore::approach(ApproachId id) const { return getRow<Approach>(*m_connection, id); }
Result<std::vector<Approach>> OfferStore::approaches() const { return listRows<Approach>(*m_connection, ""); }
Result<std::vector<Approach>> OfferStore::approaches(ReferralId referral) const {
  return listRows<Approach>(*m_connection, "referral_id = ?", referral);
}

Result<OfferId> OfferStore::addOffer(Transaction& in, const Offer& offer) { return addRow(in, offer); }
Result<std::int64_t> OfferStore::saveOffer(Transaction& in, const Offer& offer) { return saveRow(in, offer); }
Result<Offer> OfferStore::offer(OfferId id) const { return getRow<Offer>(*m_connection, id); }
Result<std::vector<Offer>> OfferStore::offers() const { return listRows<Offer>(*m_connection, ""); }
Result<std::vector<Offer>> OfferStore::offers(ReferralId referral) const {
  return listRows<Offer>(*m_connection, "referral_id = ?", referral);
}

Result<OptionId> OfferStore::addOption(Transaction& in, const Option& option) { return addRow(in, option); }
Result<Option> OfferStore::option(OptionId id) const { return getRow<Option>(*m_connection, id); }
Result<std::vector<Option>> OfferStore::options(ReferralId referral) const {
  return listRows<Option>(*m_connection, "referral_id = ?", referral);
}

Result<void> OfferStore::removeOption(Transaction& in, OptionId id) {
  return Write::run(in, [&](Connection& connection) -> Result<void> {
    const auto option = readRow<Option>(connection, id);
    if (!option) return tl::unexpected<Error>(notFound(Entity::option, id.value));
    {
      Query query(
          connection,
          "SELECT (SELECT count(*) FROM choice_option WHERE option_id = ?) + (SELECT count(*) FROM choice_proposed WHERE option_id = ?)");
      query.with(id, id).next();
      if (query.take<int>() > 0)
        return fail(ErrorCode::refused, subjectOf(Entity::option, id.value),
                    "The option stands in a choice that was sent and is kept with it.");
    }
    Query(connection, "DELETE FROM option WHERE id = ?").with(id).run();
    Write::changed(in, {Entity::option, id.value}, Action::removed, recordOf(*option), Json::object());
    return {};
  });
}

}  // namespace homeward::store
