// The clock of a referral: what happened when and by whom, from the rows of the case file, how long it took from one to the next, and how
// long the referral has stood still.
//
// Nothing is stored for it. What has a day and no time of day stands after what it followed from on that day.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/my_work.h"
#include "app/workspace.h"
#include "domain/decision.h"
#include "domain/fact.h"
#include "domain/offer.h"
#include "domain/placement.h"
#include "domain/referral.h"

namespace homeward::app {

struct TimelineEntry {
  Instant at{};
  bool dayOnly = false;
  Fact what;
  std::optional<PersonId> by;
  std::string who = {};                            ///< that person's name; empty: nobody is named
  std::optional<std::chrono::seconds> after = {};  ///< since the entry before; none: the first
  std::optional<ApproachId> approach = {};         ///< that it is about
};

/// The rows that a timeline is made of, and the names that its sentences want.
struct TimelineRows {
  Referral referral;
  std::optional<std::pair<Instant, PersonId>> qualityChecked;  ///< where that was a step of its own
  std::vector<Approach> approaches = {};
  std::vector<Offer> offers = {};
  std::vector<Choice> choices = {};
  std::vector<Decision> decisions = {};
  std::vector<Placement> placements = {};
  std::function<std::string(const Approach&)> whom;  ///< a home or provider by name
  std::function<std::string(SettingId)> home;        ///< a home by name
  std::function<std::string(OptionId)> option;       ///< an option by name
};
/// Oldest first, without names of people; what lies after `now` is left out.
[[nodiscard]] std::vector<TimelineEntry> timelineFrom(const TimelineRows& rows, Instant now);

struct Timeline {
  std::vector<TimelineEntry> entries;  ///< oldest first; never empty
  int stillFor = 0;                    ///< working days since the last entry; 0 for a referral that is no longer open
  bool stalled = false;                ///< longer than its stage should last
};
[[nodiscard]] Result<Timeline> timelineOf(Workspace& workspace, ReferralId referral);

/// Working days in which something should happen at a stage; none: nobody waits for the officer. On the same day the referral stands on
/// top of My work in any case.
[[nodiscard]] std::optional<int> stageShouldLast(homeward::Stage stage, Urgency urgency);

/// The rows of all referrals, as somebody has loaded them already.
struct AllRows {
  const std::vector<Referral>& referrals;
  const std::vector<Approach>& approaches;
  const std::vector<Offer>& offers;
  const std::vector<Choice>& choices;
  const std::vector<Decision>& decisions;
};
/// What My work says of referrals that stand still, with the next step, where nothing of what it says already (`known`) asks for one.
/// `people` names those of a referral.
[[nodiscard]] Result<std::vector<WorkItem>> stalledWork(Workspace& workspace, const AllRows& all, const std::vector<WorkItem>& known,
                                                        const std::function<std::string(const Referral&)>& people);

}  // namespace homeward::app
