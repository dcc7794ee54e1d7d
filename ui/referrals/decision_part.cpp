#include "referrals/decision_part.h"

#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "app/choice_answer.h"
#include "app/choice_sheet.h"
#include "app/deciding.h"
#include "app/decision_record.h"
#include "app/escalating.h"
#include "deciding/then_dialog.h"
#include "shared/act_dialog.h"
#include "shared/flow_layout.h"
#include "shared/format.h"
#include "shared/page_parts.h"
#include "wording/wording.h"

namespace homeward::ui {
namespace {

QString tr(const char* words) { return QObject::tr(words); }

TextLabel* line(const QString& words, Ink ink = Ink::text) {
  auto* label = new TextLabel(words, Type::text, ink);
  label->setWrapped(true);
  return label;
}

QString quoted(const std::string& words) { return QStringLiteral("“") + q(words) + QStringLiteral("”"); }

/// Why a home was chosen, or was not.
QString reasonWords(const app::ChoiceRecord& sent, const OptionReason& reason, bool chosen) {
  QString home = q(sent.home(reason.option));
  if (home.isEmpty()) home = tr("a home");
  QStringList why;
  if (reason.code) why << q(wording::word("notChosen", text(*reason.code)));
  if (!reason.words.empty()) why << q(reason.words);
  return (chosen ? tr("Why %1: %2") : tr("Why not %1: %2")).arg(home, why.join(", "));
}

void addDecision(app::Workspace& workspace, QVBoxLayout& rows, const app::ChoiceRecord& sent, const app::DecisionRecord& record) {
  const Decision& decision = record.decision;
  const QString when = momentText(decision.at);
  QString head = decision.chosen ? tr("%1 was chosen by %2 on %3").arg(q(sent.home(*decision.chosen)), q(record.decidedBy), when)
                                 : tr("None of these, decided by %1 on %2").arg(q(record.decidedBy), when);
  if (decision.byTelephone)
    head += decision.confirmedAt ? tr(", by telephone, confirmed in writing on %1").arg(dateText(englandDay(*decision.confirmedAt)))
                                 : tr(", by telephone, not confirmed in writing");
  if (!record.inForce) head += tr("; a later decision took its place");
  const Sign sign = !record.inForce ? Sign::minus : decision.chosen ? Sign::pass : Sign::fail;
  rows.addWidget(new SignLine(sign, head + QLatin1Char('.')));
  if (!decision.amendsReason.empty()) rows.addWidget(line(tr("Amended because: %1").arg(q(decision.amendsReason))));
  QStringList agreed;
  if (!record.agreedBy.empty()) agreed << tr("Agreed by %1").arg(q(record.agreedBy));
  if (!record.budgetAgreedBy.empty()) agreed << tr("budget agreed by %1").arg(q(record.budgetAgreedBy));
  if (!agreed.isEmpty()) rows.addWidget(line(agreed.join(", ") + QLatin1Char('.'), Ink::text2));
  for (const bool chosen : {true, false})
    for (const OptionReason& reason : decision.reasons)
      if ((decision.chosen == reason.option) == chosen) rows.addWidget(line(reasonWords(sent, reason, chosen)));
  if (decision.childsViewHeard)
    rows.addWidget(line(decision.childsView.empty() ? tr("The child’s view was heard.")
                                                    : tr("The child’s view was heard: %1").arg(quoted(decision.childsView)),
                        Ink::text2));
  auto* then = makeButton(tr("How it stood then…"), ButtonKind::link);
  then->setAccessibleName(tr("How it stood then: the decision of %1").arg(when));
  QObject::connect(then, &QPushButton::clicked, then,
                   [&workspace, then, id = decision.id] { showHowItStood(workspace, id, then->window()); });
  rows.addWidget(then, 0, Qt::AlignLeft);
}

void addChoice(app::Workspace& workspace, QVBoxLayout& rows, const app::ChoiceRecord& sent) {
  // The decision that stands is what one looks for first.
  if (sent.decisions.empty()) rows.addWidget(new SignLine(Sign::unknown, tr("Not decided yet.")));
  for (auto decision = sent.decisions.rbegin(); decision != sent.decisions.rend(); ++decision)
    addDecision(workspace, rows, sent, *decision);
  const Choice& choice = sent.choice;
  if (const auto remarks = app::remarksOn(workspace, choice.id))
    for (const ChoiceRemark& remark : *remarks) {
      const auto by = workspace.file().people().person(remark.by);
      QString words = tr("%1 on %2: %3").arg(by ? q(by->name) : tr("Somebody"), momentText(remark.at), quoted(remark.words));
      if (remark.answeredAt)
        words += QLatin1Char(' ') + tr("Answered on %1: %2").arg(momentText(*remark.answeredAt), quoted(remark.answer));
      rows.addWidget(new SignLine(remark.open() ? Sign::unknown : Sign::minus, words));
    }
  rows.addWidget(line(tr("A choice of %1, sent by %2 to %3 on %4, to be decided by %5.")
                          .arg(choice.options.size())
                          .arg(q(sent.sentBy), q(sent.sentTo), momentText(choice.sentAt), dateText(choice.decideBy)),
                      Ink::text2));
  if (!choice.fewerThanThree.empty()) rows.addWidget(line(tr("Why not three: %1").arg(q(choice.fewerThanThree)), Ink::text2));
  for (const app::SwapRecord& swap : sent.swaps)
    rows.addWidget(line(q(app::swapWords(swap.swap, swap.proposed, swap.instead)), Ink::text2));
  for (std::size_t i = 0; i < sent.homes.size() && i < choice.reasons.size(); ++i)
    rows.addWidget(line(tr("%1 was in it: %2").arg(q(sent.homes[i]), q(choice.reasons[i])), Ink::text2));
}

/// What was put before a manager, and what the manager said.
void addEscalation(QVBoxLayout& rows, const app::EscalationRecord& record) {
  const Escalation& escalation = record.escalation;
  rows.addWidget(new SignLine(escalation.outcome ? Sign::minus : Sign::clock,
                              tr("No option suited: %1 put it before %2 on %3: %4")
                                  .arg(q(record.by), q(record.to), momentText(escalation.at), q(escalation.tried))));
  if (!escalation.outcome) {
    rows.addWidget(line(tr("It waits for the manager."), Ink::text2));
  } else {
    QString done = q(wording::word("escalationOutcome", text(*escalation.outcome)));
    if (!escalation.outcomeWords.empty()) done += QStringLiteral(", ") + q(escalation.outcomeWords);
    rows.addWidget(line(tr("What is to be done, by %1 on %2: %3")
                            .arg(q(record.settledBy), escalation.settledAt ? momentText(*escalation.settledAt) : QString(), done)));
  }
  for (const QString& found : q(escalation.found).split(QLatin1Char('\n'), Qt::SkipEmptyParts)) rows.addWidget(line(found, Ink::text2));
}

/// Asks for the answer to what is wanted before the decision.
void answerMore(app::Workspace& workspace, ChoiceId choice, QWidget* parent) {
  const auto remarks = app::remarksOn(workspace, choice);
  if (!remarks) return;
  const auto open = std::ranges::find_if(*remarks, [](const ChoiceRemark& one) { return one.open(); });
  if (open == remarks->end()) return;
  const auto by = workspace.file().people().person(open->by);
  ReasonDialog dialog(
      {tr("Answer what was asked"),
       tr("%1 asked on %2: %3").arg(by ? q(by->name) : tr("Somebody"), momentText(open->at), quoted(open->words)), tr("&Answer"),
       tr("&Record the answer")},
      [&workspace, choice](const std::string& words) { return app::answerWhatWasAsked(workspace, choice, words); }, parent);
  dialog.exec();
}

}  // namespace

DecisionActs decisionActs(app::Workspace& workspace, ReferralId referral) {
  DecisionActs acts;
  if (!referral.stored() || workspace.readOnly()) return acts;
  const auto stored = workspace.file().referrals().get(referral);
  const auto record = app::decisionRecord(workspace, referral);
  if (!stored || !record || stored->stage == Stage::withdrawn) return acts;
  acts.settle = app::waitingEscalation(*stored) != nullptr;
  acts.escalate = !acts.settle && app::mayEscalate(workspace, referral).has_value();
  if (const auto waiting = app::openChoice(workspace, referral); waiting && *waiting) {
    acts.send = (*waiting)->id;
    const auto remarks = app::remarksOn(workspace, (*waiting)->id);
    if (remarks && std::ranges::any_of(*remarks, [](const ChoiceRemark& one) { return one.open(); })) acts.answer = (*waiting)->id;
  }
  const app::DecisionRecord* latest = record->inForce();
  if (latest == nullptr) return acts;
  const Decision& decision = latest->decision;
  if (stored->stage == Stage::decided && decision.chosen) acts.start = decision.id;
  if (decision.chosen) acts.follow = decision.id;
  if (stored->stage == Stage::placed)
    if (const auto due = app::approvalsDue(workspace, decision.id); due && !due->empty()) acts.approve = decision.id;
  if (decision.byTelephone && !decision.confirmedAt) acts.confirm = decision.id;
  if (stored->stage != Stage::ended && decision.choice == record->choices.back().choice.id) acts.amend = decision.id;
  return acts;
}

QWidget* decisionButtons(app::Workspace& workspace, Navigator& navigator, ReferralId referral, QObject& lives) {
  const DecisionActs acts = decisionActs(workspace, referral);
  if (!acts.start && !acts.approve && !acts.confirm && !acts.amend && !acts.escalate && !acts.settle && !acts.send && !acts.follow &&
      !acts.answer)
    return nullptr;
  auto* holder = new QWidget;
  auto* buttons = new FlowLayout(holder);
  QMargins margins = buttons->contentsMargins();  // under the other acts
  margins.setTop(0);
  buttons->setContentsMargins(margins);
  const auto add = [&](std::optional<DecisionId> decision, const QString& words, ButtonKind kind, const QString& icon,
                       void (Navigator::*act)(DecisionId)) {
    if (!decision) return;
    auto* button = makeButton(words, kind, icon);
    QObject::connect(
        button, &QPushButton::clicked, &lives, [&navigator, id = *decision, act] { (navigator.*act)(id); }, Qt::QueuedConnection);
    buttons->addWidget(button);
  };
  add(acts.start, tr("Start the &placement…"), ButtonKind::primary, "tick", &Navigator::startPlacement);
  add(acts.approve, tr("Record the &approval…"), ButtonKind::primary, "tick", &Navigator::startPlacement);
  add(acts.follow, tr("What follows…"), ButtonKind::outlined, "send", &Navigator::followUp);
  add(acts.confirm, tr("Conf&irm in writing…"), ButtonKind::outlined, {}, &Navigator::confirmDecision);
  add(acts.amend, tr("&Amend the decision…"), ButtonKind::outlined, {}, &Navigator::amendDecision);
  if (acts.answer) {
    auto* button = makeButton(tr("Answer what was asked…"), ButtonKind::primary, "question");
    QObject::connect(
        button, &QPushButton::clicked, &lives, [&workspace, holder, id = *acts.answer] { answerMore(workspace, id, holder->window()); },
        Qt::QueuedConnection);
    buttons->addWidget(button);
  }
  if (acts.send) {
    auto* button = makeButton(tr("Send the choice as a file…"), ButtonKind::outlined, "send");
    button->setToolTip(tr("Sealed by a passphrase, to be opened by Homeward on another machine"));
    QObject::connect(
        button, &QPushButton::clicked, &lives, [&navigator, id = *acts.send] { navigator.sendChoiceFile(id); }, Qt::QueuedConnection);
    buttons->addWidget(button);
  }
  const auto addFor = [&](bool may, const QString& words, void (Navigator::*act)(ReferralId)) {
    if (!may) return;
    auto* button = makeButton(words, ButtonKind::outlined);
    QObject::connect(
        button, &QPushButton::clicked, &lives, [&navigator, referral, act] { (navigator.*act)(referral); }, Qt::QueuedConnection);
    buttons->addWidget(button);
  };
  addFor(acts.settle, tr("Say w&hat is to be done…"), &Navigator::settleEscalation);
  addFor(acts.escalate, tr("No option s&uits: tell a manager…"), &Navigator::escalate);
  return holder;
}

QWidget* decisionPart(app::Workspace& workspace, ReferralId referral) {
  const auto record = app::decisionRecord(workspace, referral);
  if (!record) return line(q(record.error().detail));
  if (record->choices.empty() && record->approvals.empty() && record->escalations.empty()) return nullptr;
  auto* part = new QWidget;
  part->setObjectName("decisions");
  auto* rows = new QVBoxLayout(part);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->addWidget(new SectionHead(tr("Choices and decisions"),
                                  plural(static_cast<std::int64_t>(record->choices.size()), tr("choice sent"), tr("choices sent"))));
  for (auto sent = record->choices.rbegin(); sent != record->choices.rend(); ++sent) addChoice(workspace, *rows, *sent);
  for (auto escalation = record->escalations.rbegin(); escalation != record->escalations.rend(); ++escalation)
    addEscalation(*rows, *escalation);
  for (const app::ApprovalRecord& approval : record->approvals) {
    const QString rule = q(wording::word("rule", std::to_string(approval.approval.rule)));
    QString words = tr("Approved by %1 on %2 (rule %3: %4)")
                        .arg(q(approval.by), dateText(approval.approval.on), QString::number(approval.approval.rule), rule);
    if (!approval.home.empty()) words += tr(", for %1").arg(q(approval.home));
    rows->addWidget(new SignLine(Sign::pass, words + QStringLiteral(": ") + q(approval.approval.reference)));
  }
  return part;
}

}  // namespace homeward::ui
