// A ranking problem in a file of its own (`homeward/matching-problem/1`), and everything that is said of it: so that the arithmetic can be
// checked by anybody, without a case file and without a child. The format is described in `docs/matching-problem.md`.
#pragma once

#include <iosfwd>
#include <string_view>

#include "matching/answer.h"
#include "support/result.h"

namespace homeward::exchange {

/// Nothing is guessed: whatever is missing, more, twice, of another kind or out of range is refused, and the error's subject names the
/// place
/// ("candidates[2].values.c1"). A leading byte-order mark is accepted.
[[nodiscard]] Result<matching::Problem> readMatchingProblem(std::string_view bytes);

/// One JSON document. Of surely beating it writes each pair as it goes: there can be as many as candidates squared.
void writeMatchingAnswer(std::ostream& out, const matching::Problem& problem, const matching::Answer& answer);

}  // namespace homeward::exchange
