#include "store/referral_store.h"

#include "store/numbers.h"
#include "store/search.h"
#include "store/write.h"

namespace homeward::store {

template <class R>
requires Like<R, ReferralMember>
void columns(R& member, auto& v) {
  v("child_id", member.child);
  v("looked_after", member.lookedAfter);
}
template <class R>
requires Like<R, OwedStep>
void columns(R& step, auto& v) {
  v("what", step.what);
  v("due", step.due);
  v("done_on", step.doneOn);
}
template <class R>
requires Like<R, Waiver>
void columns(R& waiver, auto& v) {
  v("gate", waiver.gate);
  v("candidate", waiver.candidate);
  v("by_person_id", waiver.by);
  v("on_day", waiver.on);
  v("reason", waiver.reason);
}
template <class R>
requires Like<R, Escalation>
void columns(R& escalation, auto& v) {
  v("by_id", escalation.by);
  v("to_id", escalation.to);
  v("at", escalation.at);
  v("tried", escalation.tried);
  v("found", escalation.found);
  v("outcome", escalation.outcome);
  v("outcome_words", escalation.outcomeWords);
  v("settled_by_id", escalation.settledBy);
  v("settled_at", escalation.settledAt);
}
template <class R>
requires Like<R, Withdrawal>
void columns(R& withdrawal, auto& v) {
  v("reason", withdrawal.reason);
  v("by_id", withdrawal.by);
  v("on", withdrawal.on);
}
template <class R>
requires Like<R, Authorisation>
void columns(R& authorisation, auto& v) {
  v("owed", authorisation.owed);
  v("given_by", authorisation.givenBy);
  v("given_on", authorisation.givenOn);
  v("basis", authorisation.basis);
  v("consent_given_by", authorisation.consentGivenBy);
  v("consent_withdrawn", authorisation.consentWithdrawn);
  v("basis_ends", authorisation.basisEnds);
}

template <class R>
requires Like<R, Liberty>
void columns(R& liberty, auto& v) {
  v("deprived", liberty.deprived);
  v("criterion", liberty.criterion);
  v("order_number", liberty.orderNumber);
  v("order_from", liberty.orderFrom);
  v("order_until", liberty.orderUntil);
}

template <>
struct Table<Referral> {
  static constexpr const char* name = "referral";
  static constexpr Entity entity = Entity::referral;
};
template <class R>
requires Like<R, Referral>
void columns(R& referral, auto& v) {
  v("number", referral.number);
  v("kind", referral.kind);
  v("urgency", referral.urgency);
  v("stage", referral.stage);
  v("needed_by", referral.neededBy);
  v("needed_by_minute", referral.neededByMinute);
  v("needed_days", referral.neededDays);
  v("entered_at", referral.enteredAt);
  v("owner_id", referral.owner);
  v("social_worker_id", referral.socialWorker);
  v("team_id", referral.team);
  v("leaving_because", referral.leavingBecause);
  v("authorisation", referral.authorisation);
  v("together", referral.together);
  v("setting_types", referral.settingTypes);
  v("within_miles_of_home", referral.withinMilesOfHome);
  v("within_miles_of_school", referral.withinMilesOfSchool);
  v("solo_required", referral.soloRequired);
  v("school_should_be_kept", referral.schoolShouldBeKept);
  v("connected_person_found", referral.connectedPersonFound);
  v("connected_person_note", referral.connectedPersonNote);
  v("why_not_parents", referral.whyNotParents);
  v("liberty", referral.liberty);
  v("in_plain_words", referral.inPlainWords);
  v("fewer_than_three", referral.fewerThanThree);
  v("withdrawal", referral.withdrawal);
}
void lists(Of<Referral>, auto& v) {
  v(ListTable{"referral_member", "referral_id"}, &Referral::members);
  v(ListTable{"owed_step", "referral_id"}, &Referral::owed);
  v(ListTable{"waiver", "referral_id"}, &Referral::waivers);
  v(ListTable{"escalation", "referral_id"}, &Referral::escalations);
}

Result<ReferralId> ReferralStore::add(Transaction& in, const Referral& referral) { return addRow(in, referral); }
Result<std::int64_t> ReferralStore::save(Transaction& in, const Referral& referral) { return saveRow(in, referral); }
Result<Referral> ReferralStore::get(ReferralId id) const { return getRow<Referral>(*m_connection, id); }
Result<std::vector<Referral>> ReferralStore::all() const { return listRows<Referral>(*m_connection, notBinned<Referral>()); }
Result<std::vector<Referral>> ReferralStore::ofChild(ChildId child) const {
  return listRows<Referral>(*m_connection,
                            "id IN (SELECT referral_id FROM referral_member WHERE child_id = ?) AND " + notBinned<Referral>(), child);
}
Result<std::string> ReferralStore::nextNumber() const { return nextNumberIn(*m_connection, "referral", "R-"); }

}  // namespace homeward::store
