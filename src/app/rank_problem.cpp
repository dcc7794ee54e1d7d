#include "app/rank_problem.h"

#include "exchange/matching_problem.h"
#include "matching/policy.h"
#include "support/platform/files.h"

namespace homeward::app {

Result<RankedProblem> rankProblem(const std::filesystem::path& file) {
  constexpr std::uint64_t mostBytes = 20'000'000;
  const auto bytes = platform::readFile(file, mostBytes);
  if (!bytes) return tl::unexpected(bytes.error());
  auto problem = exchange::readMatchingProblem(*bytes);
  if (!problem) return tl::unexpected(problem.error());
  RankedProblem ranked{*std::move(problem), {}};
  ranked.answer = matching::answer(ranked.problem, matching::defaultPolicy().similarityPenalty);
  return ranked;
}

void writeAnswer(std::ostream& out, const RankedProblem& ranked) { exchange::writeMatchingAnswer(out, ranked.problem, ranked.answer); }

}  // namespace homeward::app
