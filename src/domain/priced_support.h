// Support that the council can buy for a child in any home, at a price on record: two-to-one staffing, a therapist, a night worker.
//
// It is what turns "this home cannot meet the need" into "it can, at £610 a week more". A council keeps its own short list.
#pragma once

#include <string>
#include <vector>

#include "domain/child.h"
#include "domain/money.h"

namespace homeward {

struct PricedSupport {
  std::string name;                 ///< "two-to-one support", as a sentence has it
  std::vector<NeedDomain> domains;  ///< the needs that it helps with
  int adds = 1;                     ///< levels of each that a home can meet with it above what it can without: 1 to 5
  Money aWeek;
  friend bool operator==(const PricedSupport&, const PricedSupport&) = default;
};

inline constexpr std::size_t mostPricedSupport = 40;

}  // namespace homeward
