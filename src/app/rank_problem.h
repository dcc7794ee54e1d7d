// Ranking a self-contained problem from a file, without a case file: for checks of the arithmetic by anybody.
#pragma once

#include <filesystem>
#include <iosfwd>

#include "matching/answer.h"
#include "support/result.h"

namespace homeward::app {

struct RankedProblem {
  matching::Problem problem;
  matching::Answer answer;
};
/// Under the default policy's mind on likeness. Refused: a file that is not there or not such a problem, with the place in it.
[[nodiscard]] Result<RankedProblem> rankProblem(const std::filesystem::path& file);
/// As one JSON document, in the form of `docs/matching-problem.md`.
void writeAnswer(std::ostream& out, const RankedProblem& ranked);

}  // namespace homeward::app
