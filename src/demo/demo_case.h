// The demo case: an invented council on an invented map, with everything that a working week of its team holds.
//
// Wendmoor looks after about 300 children, knows three years of placements, 40 providers and 3,000 places, and has 12 open referrals.
// The same seed and day give the same case on every machine. Ids are assigned from 1 in each kind and every reference points at
// something in the case. All names, places, numbers and prices are invented; nobody in it could be taken for a real person.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "domain/child.h"
#include "domain/decision.h"
#include "domain/offer.h"
#include "domain/people.h"
#include "domain/placement.h"
#include "domain/priced_support.h"
#include "domain/provider.h"
#include "domain/referral.h"
#include "geography/geography.h"

namespace homeward::demo {

struct DemoCase {
  Date today{};
  Instant asAt{};  ///< 14:20 on that day: nothing in the case was entered later
  std::vector<Authority> authorities;
  std::vector<geography::AuthorityArea> areas;  ///< which of them adjoin follows from `geography::adjoining`
  std::vector<Place> postcodes;                 ///< each with its point and authority, each postcode once
  std::vector<Team> teams;
  std::vector<Person> people;
  std::vector<SiblingGroup> siblingGroups;
  std::vector<Child> children;
  std::vector<Provider> providers;
  std::vector<Setting> settings;
  std::vector<Referral> referrals;
  std::vector<Approach> approaches;
  std::vector<Offer> offers;
  std::vector<Option> options;
  std::vector<Choice> choices;
  std::vector<Decision> decisions;
  std::vector<Approval> approvals;
  std::vector<Placement> placements;
  std::vector<ContractTerm> terms;
  std::vector<FundingShare> funding;
  std::vector<Breach> breaches;
  std::vector<PricedSupport> support;  ///< what the council can buy besides a home
};

/// The default day is a Friday on which a same-day referral has just come in.
[[nodiscard]] DemoCase makeDemo(std::uint64_t seed, Date today = date(2026, 11, 27));

}  // namespace homeward::demo
