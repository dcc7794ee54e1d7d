// Entering a referral, looking after it, and what is still owed on it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/drafts.h"
#include "app/workspace.h"
#include "domain/child.h"
#include "domain/fact.h"
#include "domain/referral.h"

namespace homeward::app {

/// A referral with its people: what the referral screens edit.
struct ReferralCase {
  Referral referral;
  std::vector<Child> children;  ///< in the order of the members
  friend bool operator==(const ReferralCase&, const ReferralCase&) = default;
};

/// One line of the list of referrals.
struct ReferralLine {
  ReferralId id;
  std::string number;
  std::string people;       ///< "Wren Tansy, 9" or "Finch and Lark Burdock, 6 and 4"
  std::string numbersOnly;  ///< the same with children's numbers, for hidden names
  Urgency urgency = Urgency::planned;
  Stage stage = Stage::draft;
  Date neededBy{};
  std::optional<int> neededByMinute;
  std::string owner;
  int approaches = 0;
  int answered = 0;
  int offers = 0;
  int owed = 0;
};
[[nodiscard]] Result<std::vector<ReferralLine>> referralLines(Workspace& workspace, bool openOnly);

[[nodiscard]] Result<ReferralCase> referralCase(Workspace& workspace, ReferralId id);
/// The next free number: "R-0432".
[[nodiscard]] Result<std::string> nextReferralNumber(Workspace& workspace);
[[nodiscard]] Result<std::string> nextChildNumber(Workspace& workspace);

/// Adds or saves the referral and its children in one transaction; new children (id 0) are added. Owed steps are worked out when the
/// referral is entered. Answers the case as it now stands. Findings that stop it come back as ErrorCode::invalid, the first one's words.
/// The draft that it was typed in goes with it, in the same transaction.
[[nodiscard]] Result<ReferralCase> saveReferral(Workspace& workspace, ReferralCase entry, DraftMark typedIn = {});
/// With its reason; whoever was asked and has not answered is asked no longer.
[[nodiscard]] Result<void> withdrawReferral(Workspace& workspace, ReferralId id, const std::string& reason);
[[nodiscard]] Result<void> markOwedDone(Workspace& workspace, ReferralId id, const std::string& what, bool done);
/// Sets a failed local gate of one candidate aside. Only essential gates; law, registration and willingness are refused.
[[nodiscard]] Result<void> waiveGate(Workspace& workspace, ReferralId id, const std::string& gate, const std::string& candidate,
                                     const std::string& reason);

/// Takes a waiver back: the gate fails again. Not found where none stands.
[[nodiscard]] Result<void> takeBackWaiver(Workspace& workspace, ReferralId id, const std::string& gate, const std::string& candidate);

/// What is wrong or thin in a referral, each with how to mend it. A same-day referral may go out with `owed` findings.
struct QualityFinding {
  enum class Weight { mustMend, owed, advice };
  Weight weight = Weight::advice;
  std::string field;  ///< which field mends it
  Fact what;
  Fact mend;
};
[[nodiscard]] std::vector<QualityFinding> qualityOf(const ReferralCase& entry, Date today);
/// How many checks `qualityOf` makes.
[[nodiscard]] int qualityChecks();

}  // namespace homeward::app
