#include "deciding/waiving.h"

#include "app/referrals.h"
#include "deciding/breach_dialogs.h"
#include "offers/open_question.h"
#include "shared/act_dialog.h"
#include "shared/format.h"
#include "shared/question.h"
#include "support/text.h"

namespace homeward::ui {

bool setAside(app::Workspace& workspace, const GateOfCandidate& gate, QWidget* parent) {
  ReasonDialog dialog(
      {QObject::tr("Set aside for %1").arg(gate.home),
       QObject::tr("%1 This is set aside for %2 alone, in the name of %3. It stays visible as failed and waived.")
           .arg(gate.why, gate.home, q(workspace.user().name)),
       QObject::tr("&Why"), QObject::tr("&Set it aside")},
      [&](const std::string& reason) { return app::waiveGate(workspace, gate.referral, gate.gate, gate.candidate, reason); }, parent);
  return dialog.exec() == QDialog::Accepted;
}

Result<bool> takeBack(app::Workspace& workspace, const GateOfCandidate& gate, QWidget* parent) {
  if (!agreesTo(parent, {QObject::tr("Set aside for %1").arg(gate.home),
                         QObject::tr("%1 This was set aside for %2. Taken back, it stands as failed again.").arg(gate.why, gate.home),
                         QObject::tr("&Leave it set aside"), QObject::tr("&Take it back")}))
    return false;
  const auto taken = app::takeBackWaiver(workspace, gate.referral, gate.gate, gate.candidate);
  if (!taken) return failed(taken);
  return true;
}

int ruleOf(const std::string& gate) {
  constexpr std::string_view law = "law.";
  return gate.starts_with(law) ? static_cast<int>(wholeNumber(std::string_view(gate).substr(law.size())).value_or(0)) : 0;
}

QString actOnGate(app::Workspace& workspace, ReferralId referral, OptionId option, std::size_t which, QWidget* parent) {
  const auto ranked = app::rankOffers(workspace, referral);
  if (!ranked) return q(ranked.error().detail);
  const matching::Problem& problem = (*ranked)->assessment().problem();
  for (std::size_t c = 0; c < problem.candidates.size(); ++c) {
    if ((*ranked)->name(c).option != option) continue;
    const matching::GateAnswer gate = (*ranked)->assessment().explain(c).gates.at(which);
    const QString home = q((*ranked)->name(c).name);
    if (gate.result != matching::GateResult::fail) return QObject::tr("This criterion has not failed.");
    if (gate.waiver) {
      const auto taken = takeBack(workspace, {referral, gate.key, gate.waiver->candidate, home, sentence(gate.why)}, parent);
      if (!taken) return q(taken.error().detail);
      return *taken ? QObject::tr("What was set aside for %1 was taken back").arg(home) : QString();
    }
    if (gate.kind == matching::GateKind::law) {
      Breach fresh;
      fresh.rule = ruleOf(gate.key);
      fresh.referral = referral;
      // Of two homes together it is for the person to say which.
      if (const auto homes = app::homesOf(workspace, option); homes && homes->size() == 1) fresh.setting = homes->front();
      BreachDialog dialog(workspace, fresh, parent);
      return dialog.exec() == QDialog::Accepted ? QObject::tr("The breach was recorded") : QString();
    }
    if (QString why = whyNotSetAside(gate.kind); !why.isEmpty()) return why;
    const bool done = setAside(workspace, {referral, gate.key, problem.candidates[c].id, home, sentence(gate.why)}, parent);
    return done ? QObject::tr("It was set aside for %1").arg(home) : QString();
  }
  return optionGone();
}

QString whyNotSetAside(matching::GateKind kind) {
  switch (kind) {
    case matching::GateKind::law:
      return QObject::tr("It is the law and cannot be set aside. What a court orders, or what has happened, is recorded as a breach.");
    case matching::GateKind::registration:
      return QObject::tr("It follows from the registration or the approval of the home and cannot be set aside.");
    case matching::GateKind::willingness:
      return QObject::tr("It is what they said, or our own embargo, and cannot be set aside: ask them again, or lift the embargo.");
    case matching::GateKind::essential:
      break;
  }
  return {};
}

QString waiverWords(app::Workspace& workspace, const Waiver& waiver) {
  const auto by = workspace.file().people().person(waiver.by);
  return QObject::tr("Set aside by %1 on %2: %3")
      .arg(by ? q(by->name) : QObject::tr("a named person"), dateText(waiver.on), q(waiver.reason));
}

}  // namespace homeward::ui
