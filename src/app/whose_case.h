// Whose case a referral is on the social worker's side: who decides, and which team a placement counts for.
//
// What is entered on the referral counts first, then what is on record of its children, those who are looked after before the others. A
// person who has left or who may not give permission to place is passed over.
#pragma once

#include <optional>
#include <vector>

#include "domain/people.h"
#include "domain/referral.h"

namespace homeward::app {

/// None where nobody is recorded who may decide.
[[nodiscard]] std::optional<PersonId> socialWorkerOf(const Referral& referral, const std::vector<Child>& children,
                                                     const std::vector<Person>& people);
/// The child's own team, else the referral's, else the team of the social worker.
[[nodiscard]] std::optional<TeamId> teamOf(const Child& child, const Referral& referral, const std::vector<Child>& children,
                                           const std::vector<Person>& people);

}  // namespace homeward::app
