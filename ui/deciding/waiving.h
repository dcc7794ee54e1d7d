// Setting a failed local criterion of one candidate aside, with the reason of whoever is working, and taking that back.
//
// Only what this referral asks for itself can be set aside. Law, registration and willingness cannot; the sentence says why, and what can
// be done instead.
#pragma once

#include <QString>

#include "app/rank_referral.h"

class QWidget;

namespace homeward::ui {

/// A gate of one candidate: matching's keys, and what they are called.
struct GateOfCandidate {
  ReferralId referral;
  std::string gate;       ///< "essential.radiusHome"
  std::string candidate;  ///< "setting:12"
  QString home;           ///< "Larch household"
  QString why;            ///< why it fails, in a sentence
};
/// Asks for the reason and sets it aside; false when it was left.
bool setAside(app::Workspace& workspace, const GateOfCandidate& gate, QWidget* parent);
/// Asks, and takes back what was set aside; false when it was left.
[[nodiscard]] Result<bool> takeBack(app::Workspace& workspace, const GateOfCandidate& gate, QWidget* parent);
/// What can be done about a failed gate of an option, done: set aside, taken back, or (law) recorded as a breach. Answers what was done, or
/// why nothing could be; empty when it was left.
[[nodiscard]] QString actOnGate(app::Workspace& workspace, ReferralId referral, OptionId option, std::size_t gate, QWidget* parent);
/// The number of a gate of law: 15 of "law.15".
[[nodiscard]] int ruleOf(const std::string& gate);
/// "Law cannot be set aside ..."; empty for what can be.
[[nodiscard]] QString whyNotSetAside(matching::GateKind kind);
/// "Set aside by J. Thimble on 27 November 2026: the dog lives in the yard".
[[nodiscard]] QString waiverWords(app::Workspace& workspace, const Waiver& waiver);

}  // namespace homeward::ui
