// What those are told who were asked and are not the ones: a courteous mail with a coded reason that somebody has confirmed, and whose
// place others had counted on.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/pack_files.h"
#include "app/workspace.h"
#include "domain/decision.h"
#include "domain/offer.h"

namespace homeward::app {

/// A provider that offered, or was asked and has not answered, and whose home was not chosen.
struct NotTheOne {
  std::optional<OfferId> offer;        ///< none: no answer had come
  std::optional<ApproachId> approach;  ///< none: it offered unasked
  ProviderId provider;
  std::string providerName;
  std::string home;              ///< empty where no answer had come
  std::string mail;              ///< its address; empty: none that can be used
  std::optional<NotChosen> why;  ///< as the decision has it; none: it was not in the choice, or no answer had come
  std::optional<Instant> told;
};
/// Of the referral of a decision that chose a home: those not chosen, not told yet first. Who declined, or took the offer back, knows.
[[nodiscard]] Result<std::vector<NotTheOne>> notTheOnes(Workspace& workspace, DecisionId decision);

/// What one of them is told. Offers want a reason.
struct Telling {
  std::optional<OfferId> offer;
  std::optional<ApproachId> approach;
  ProviderId provider;
  std::optional<NotChosen> why;
};
/// The words of the mail: no child, no other home.
[[nodiscard]] std::string tellingWords(const Telling& telling, const std::string& reference);
struct TellingMails {
  std::vector<PackFile> files;
  std::vector<Telling> mailed;            ///< who has a draft; the others are still to be told
  std::vector<std::string> withoutDraft;  ///< providers of whom no address is known that can be used
};
/// A mail draft each. Invalid: an offer without a reason.
[[nodiscard]] Result<TellingMails> tellingMails(Workspace& workspace, const std::vector<Telling>& tellings);
/// Keeps that they were told, when and why, in one transaction. An approach that waited for an answer waits no longer.
[[nodiscard]] Result<void> noteTold(Workspace& workspace, const std::vector<Telling>& tellings);

/// Another referral that counts on a home which has no room for it any more.
struct CountsOn {
  ReferralId referral;
  std::string number;
  SettingId setting;
  std::string home;
  int places = 0;         ///< that are left there
  int wanted = 0;         ///< by the offer
  bool inChoice = false;  ///< it was put before somebody who decides
};
/// Open referrals with a standing offer of one of these homes that takes more children than it has places; by number.
[[nodiscard]] Result<std::vector<CountsOn>> othersWhoCountOn(Workspace& workspace, const std::vector<SettingId>& homes, ReferralId but);
/// The homes of the option that a decision chose.
[[nodiscard]] Result<std::vector<SettingId>> homesChosen(Workspace& workspace, DecisionId decision);

}  // namespace homeward::app
