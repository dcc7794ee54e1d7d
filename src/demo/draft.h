// The demo case while it is being written: hands out ids, keeps names unique, knows who and what was added by its name, and keeps count
// of who lives where, so that nobody is put into a full home.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "demo/demo_case.h"
#include "demo/lists.h"
#include "demo/map.h"
#include "demo/random.h"

namespace homeward::demo {

inline constexpr std::string_view wendmoor = "E99000001";
inline constexpr std::string_view hobmarsh = "E99000002";
inline constexpr std::string_view eastmarch = "E99000003";
inline constexpr std::string_view greyferry = "E99000004";
inline constexpr std::string_view saltwick = "E99000005";
inline constexpr std::string_view farholm = "E99000006";

/// A placement as a story tells it; codes, contract and funding follow from the setting and the child.
struct Stay {
  ChildId child;
  SettingId setting;
  DateRange days;
  std::string endReason;
  bool unplanned = false;
  bool beyondApproval = false;
  std::optional<Date> plannedEnd;
  std::optional<ReferralId> referral;
  std::optional<DecisionId> decision;
};

class Draft {
 public:
  Draft(std::uint64_t seed, Date today);

  DemoCase made;
  Random random;
  Map map;

  [[nodiscard]] Date today() const { return made.today; }
  [[nodiscard]] Date ago(int days) const { return made.today - std::chrono::days{days}; }
  [[nodiscard]] Date in(int days) const { return made.today + std::chrono::days{days}; }
  /// Civil time in England in winter is UTC; the demo's clock times are all meant so.
  [[nodiscard]] static Instant at(Date day, int hour, int minute);
  /// The birthday of somebody who was so many years and days old today.
  [[nodiscard]] Date bornAged(int years, int days) const;

  TeamId addTeam(const std::string& name);
  PersonId addPerson(const std::string& name, Role role, std::optional<TeamId> team, std::optional<Money> agreesUpTo = std::nullopt);
  [[nodiscard]] TeamId team(std::string_view name) const;
  [[nodiscard]] PersonId person(std::string_view name) const;
  [[nodiscard]] ProviderId provider(std::string_view name) const;
  [[nodiscard]] SettingId setting(std::string_view name) const;
  [[nodiscard]] Provider& at(ProviderId id) { return made.providers[static_cast<std::size_t>(id.value - 1)]; }
  [[nodiscard]] Setting& at(SettingId id) { return made.settings[static_cast<std::size_t>(id.value - 1)]; }
  [[nodiscard]] Child& at(ChildId id) { return made.children[static_cast<std::size_t>(id.value - 1)]; }
  [[nodiscard]] Referral& at(ReferralId id) { return made.referrals[static_cast<std::size_t>(id.value - 1)]; }
  [[nodiscard]] Approach& at(ApproachId id) { return made.approaches[static_cast<std::size_t>(id.value - 1)]; }
  [[nodiscard]] Offer& at(OfferId id) { return made.offers[static_cast<std::size_t>(id.value - 1)]; }

  /// A name that nobody in the case has; the surname may be given.
  std::string newName(const std::string& surname = {});
  std::string newHomeName(const std::string& suffix);
  std::string newTelephone();
  std::string newMobile();
  std::string newUrn();

  ChildId add(Child child);
  SettingId add(Setting setting);
  ProviderId add(Provider provider);
  SiblingGroupId addSiblings(const std::string& name, const std::vector<ChildId>& children, bool mustStayTogether,
                             const std::string& reason);
  ReferralId add(Referral referral);
  ApproachId add(Approach approach);
  OfferId add(Offer offer);
  OptionId addOption(ReferralId referral, const std::vector<OfferId>& offers, const std::string& label);
  ChoiceId add(Choice choice);
  DecisionId add(Decision decision);
  void add(Approval approval);
  void add(Breach breach);
  PlacementId add(const Stay& stay);
  void addTerm(PlacementId placement, QuoteItem item, bool once, Money amount, DateRange valid, const std::string& clause);
  void addFunding(PlacementId placement, Funder funder, int basisPoints, DateRange valid);

  /// How many of our children live in a setting on its fullest day of a stay.
  [[nodiscard]] int mostThere(SettingId setting, const DateRange& days) const;
  /// Settings that a story needs as they are: the history leaves them alone.
  [[nodiscard]] bool ofStory(SettingId setting) const { return m_ofStories.contains(setting); }
  void keepForStory(SettingId setting) { m_ofStories.insert(setting); }

 private:
  std::set<std::string> m_names;
  std::set<std::string> m_numbers;
  std::set<SettingId> m_ofStories;
  std::vector<std::vector<DateRange>> m_stays;  // by setting
  int m_childNumber = 1600;
  int m_telephone = 0;
  int m_mobile = 0;
  int m_urn = 0;
};

// The chapters, in the order in which they are written.
void writePeople(Draft& draft);
void writeProviders(Draft& draft);
void writeHomesOfStories(Draft& draft);
void writeMarket(Draft& draft);
void writeDecided(Draft& draft);
void writeWren(Draft& draft);
void writeTonight(Draft& draft);
void writePlannedMove(Draft& draft);
void writeSiblings(Draft& draft);
void writeOtherReferrals(Draft& draft);
void writeSentChoices(Draft& draft);
void writeHistory(Draft& draft);
void writeResidents(Draft& draft);

/// Core fee and what goes with it as dated terms, with yearly uplifts, and who shares the cost.
void writeContract(Draft& draft, PlacementId placement);

}  // namespace homeward::demo
