// Sentences in which tests name what they are about: aChild().born(date(2017, 3, 3)).needing(NeedDomain::education, 3).essential().
//
// Each builder starts from a value that breaks no rule of `check` on `testDay` and says only what matters to the test. All people and
// places are invented: the council is Wendmoor, postcodes begin with ZZ, people are called after birds and plants.
#pragma once

#include <string>
#include <utility>

#include "domain/decision.h"
#include "domain/people.h"
#include "domain/placement.h"
#include "support/market_builders.h"
#include "support/request_builders.h"

namespace homeward::tests {

inline Person aPerson(std::int64_t id, Role role, std::string name = "Ivy Heron") {
  Person person;
  person.id = PersonId{id};
  person.name = std::move(name);
  person.role = role;
  return person;
}

/// The first child in the first household from a day, until a day or still.
inline Placement aPlacement(Date from, std::optional<Date> to = std::nullopt, std::int64_t id = 1) {
  Placement placement;
  placement.id = PlacementId{id};
  placement.child = ChildId{1};
  placement.setting = SettingId{1};
  placement.provider = ProviderId{1};
  placement.stay = {from, to};
  placement.placeCode = "U6";
  placement.providerCode = "PR1";
  placement.recorded.at = Instant{from};
  return placement;
}

/// A weekly term of a placement's contract over its whole stay.
inline ContractTerm aWeeklyTerm(const Placement& placement, Money aWeek, QuoteItem item = QuoteItem::coreFee, std::int64_t id = 1) {
  return {TermId{id}, placement.id, item, false, aWeek, placement.stay, {}, placement.recorded};
}

}  // namespace homeward::tests
