#include "store/decision_store.h"

#include "store/write.h"

namespace homeward::store {

template <class R>
requires Like<R, Swap>
void columns(R& swap, auto& v) {
  v("proposed_id", swap.proposed);
  v("instead_id", swap.instead);
  v("code", swap.code);
  v("words", swap.words);
}
template <>
struct Table<Choice> {
  static constexpr const char* name = "choice";
  static constexpr Entity entity = Entity::choice;
};
template <class R>
requires Like<R, Choice>
void columns(R& choice, auto& v) {
  v("referral_id", choice.referral);
  v("sent_by_id", choice.sentBy);
  v("sent_to_id", choice.sentTo);
  v("sent_at", choice.sentAt);
  v("decide_by", choice.decideBy);
  v("fewer_than_three", choice.fewerThanThree);
}
void lists(Of<Choice>, auto& v) {
  v(ListTable{"choice_option", "choice_id", "option_id"}, &Choice::options);
  v(ListTable{"choice_reason", "choice_id", "reason"}, &Choice::reasons);
  v(ListTable{"choice_proposed", "choice_id", "option_id"}, &Choice::proposed);
  v(ListTable{"choice_swap", "choice_id"}, &Choice::swaps);
}

template <class R>
requires Like<R, OptionReason>
void columns(R& reason, auto& v) {
  v("option_id", reason.option);
  v("code", reason.code);
  v("words", reason.words);
}
template <>
struct Table<Decision> {
  static constexpr const char* name = "decision";
  static constexpr Entity entity = Entity::decision;
};
template <class R>
requires Like<R, Decision>
void columns(R& decision, auto& v) {
  v("referral_id", decision.referral);
  v("choice_id", decision.choice);
  v("chosen_option_id", decision.chosen);
  v("decided_by_id", decision.decidedBy);
  v("agreed_by_id", decision.agreedBy);
  v("budget_agreed_by_id", decision.budgetAgreedBy);
  v("at", decision.at);
  v("by_telephone", decision.byTelephone);
  v("confirmed_at", decision.confirmedAt);
  v("childs_view_heard", decision.childsViewHeard);
  v("childs_view", decision.childsView);
  v("frozen", decision.frozen);
  v("amends_reason", decision.amendsReason);
}
void lists(Of<Decision>, auto& v) { v(ListTable{"decision_reason", "decision_id"}, &Decision::reasons); }

template <>
struct Table<Approval> {
  static constexpr const char* name = "approval";
  static constexpr Entity entity = Entity::approval;
};
template <class R>
requires Like<R, Approval>
void columns(R& approval, auto& v) {
  v("referral_id", approval.referral);
  v("option_id", approval.option);
  v("rule", approval.rule);
  v("by_person_id", approval.by);
  v("on_day", approval.on);
  v("reference", approval.reference);
}

Result<ChoiceId> DecisionStore::addChoice(Transaction& in, const Choice& choice) {
  if (choice.options.empty() || choice.options.size() > 5)
    return fail(ErrorCode::invalid, "choice.options", "A choice holds one to five options.");
  if (choice.reasons.size() != choice.options.size())
    return fail(ErrorCode::invalid, "choice.reasons", "Each option of a choice has one reason for being in it.");
  return addRow(in, choice);
}
Result<Choice> DecisionStore::choice(ChoiceId id) const { return getRow<Choice>(*m_connection, id); }
Result<std::vector<Choice>> DecisionStore::choices(ReferralId referral) const {
  return listRows<Choice>(*m_connection, "referral_id = ?", referral);
}
Result<std::vector<Choice>> DecisionStore::choices() const { return listRows<Choice>(*m_connection, ""); }

Result<DecisionId> DecisionStore::addDecision(Transaction& in, const Decision& decision) { return addRow(in, decision); }
Result<Decision> DecisionStore::decision(DecisionId id) const { return getRow<Decision>(*m_connection, id); }
Result<std::vector<Decision>> DecisionStore::decisions(ReferralId referral) const {
  return listRows<Decision>(*m_connection, "referral_id = ?", referral);
}
Result<std::vector<Decision>> DecisionStore::decisions() const { return listRows<Decision>(*m_connection, ""); }

Result<void> DecisionStore::confirmDecision(Transaction& in, DecisionId id) {
  return Write::run(in, [&](Connection& connection) -> Result<void> {
    auto decision = readRow<Decision>(connection, id);
    if (!decision) return tl::unexpected<Error>(notFound(Entity::decision, id.value));
    if (decision->confirmedAt)
      return fail(ErrorCode::refused, subjectOf(Entity::decision, id.value), "The decision was confirmed already.");
    Query(connection, "UPDATE decision SET confirmed_at = ? WHERE id = ?").with(in.at(), id).run();
    const Json before = recordOf(*decision);
    decision->confirmedAt = in.at();
    Write::changed(in, {Entity::decision, id.value}, Action::changed, before, recordOf(*decision));
    return {};
  });
}

Result<ApprovalId> DecisionStore::addApproval(Transaction& in, const Approval& approval) { return addRow(in, approval); }
Result<std::vector<Approval>> DecisionStore::approvals(ReferralId referral) const {
  return listRows<Approval>(*m_connection, "referral_id = ?", referral);
}

}  // namespace homeward::store
