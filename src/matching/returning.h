// What would bring a candidate back that is out: gate by gate the day on which it no longer fails, and for all gates together the day and
// whatever else they would take.
//
// Days come from facts on record (somebody leaves, a place falls free, a birthday, a registration or an exemption that begins) and are
// tried one by one with the same gates, as the case stands. Further off than a year is no prospect.
#pragma once

#include <string>
#include <vector>

#include "matching/asked.h"

namespace homeward::matching {

/// Puts days into the answers of the failed gates and says what all of them together take.
[[nodiscard]] ComesBack whatBringsBack(const Asked& asked, const CandidateFacts& facts, std::vector<GateAnswer>& gates);

/// Whether a gate's answer may differ on another day. A school's distance does: who is of school age changes with it.
[[nodiscard]] bool looksAtTheDay(const std::string& gate);

/// The least dear support, one or two together, that would raise a capability in the domain by that many levels; empty: none is on record.
[[nodiscard]] std::vector<const PricedSupport*> supportThatAdds(const std::vector<PricedSupport>& support, NeedDomain domain, int levels);

}  // namespace homeward::matching
