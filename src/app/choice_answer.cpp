#include "app/choice_answer.h"

#include <algorithm>

#include "app/choice_sheet.h"
#include "support/text.h"

namespace homeward::app {

Result<std::optional<DecisionId>> recordAnswerIn(Workspace& workspace, store::Transaction& in, const Choice& choice,
                                                 const disclosure::SheetAnswer& answer) {
  const auto remark = [&](bool wantsMore) -> Result<void> {
    const PersonId by = answer.decidedBy > 0 ? PersonId{answer.decidedBy} : workspace.user().id;
    return workspace.file().sent().addRemark(in, {choice.id, workspace.now(), by, wantsMore, std::string(trimmed(answer.comment))});
  };
  if (answer.wantsMore) {
    if (trimmed(answer.comment).empty()) return fail(ErrorCode::invalid, "comment", "Say what you want to know first.");
    if (const auto kept = remark(true); !kept) return failed(kept);
    return std::optional<DecisionId>();
  }
  const auto decided = decideIn(workspace, in, decisionOf(choice, answer));
  if (!decided) return failed(decided);
  if (!trimmed(answer.comment).empty())
    if (const auto kept = remark(false); !kept) return failed(kept);
  return std::optional(*decided);
}

Result<std::optional<DecisionId>> recordAnswer(Workspace& workspace, const Choice& choice, const disclosure::SheetAnswer& answer) {
  return workspace.change([&](store::Transaction& in) { return recordAnswerIn(workspace, in, choice, answer); });
}

Result<void> answerWhatWasAsked(Workspace& workspace, ChoiceId choice, const std::string& words) {
  if (trimmed(words).empty()) return fail(ErrorCode::invalid, "answer", "Say what is known now.");
  return workspace.change(
      [&](store::Transaction& in) { return workspace.file().sent().answerRemark(in, choice, std::string(trimmed(words))); });
}

Result<std::vector<ChoiceRemark>> remarksOn(Workspace& workspace, ChoiceId choice) { return workspace.file().sent().remarks(choice); }

Result<std::vector<WorkItem>> moreAskedWork(Workspace& workspace, const std::vector<Choice>& choices,
                                            const std::vector<Referral>& referrals,
                                            const std::function<std::string(const Referral&)>& people) {
  std::vector<WorkItem> items;
  for (const Choice& choice : choices) {
    const auto referral = std::ranges::find(referrals, choice.referral, &Referral::id);
    if (referral == referrals.end() || referral->stage != homeward::Stage::choiceSent) continue;
    const auto remarks = remarksOn(workspace, choice.id);
    if (!remarks) return failed(remarks);
    const auto open = std::ranges::find_if(*remarks, [](const ChoiceRemark& one) { return one.open(); });
    if (open == remarks->end()) continue;
    const auto by = workspace.file().people().person(open->by);
    if (!by) return failed(by);
    WorkItem item;
    item.key = "moreAsked:" + std::to_string(choice.id.value);
    item.kind = WorkKind::moreAsked;
    item.due = workspace.calendar().after(englandDay(open->at), 1);
    item.referral = choice.referral;
    item.owner = referral->owner.value_or(choice.sentBy);
    item.act = {"work.moreAsked", {by->name, people(*referral)}};
    item.why = {"work.moreAsked.why", {open->words}};
    items.push_back(std::move(item));
  }
  return items;
}

}  // namespace homeward::app
