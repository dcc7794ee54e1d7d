// rank --problem: the arithmetic of the match on a problem that stands in a file of its own.
#include "app/rank_problem.h"

#include <iomanip>
#include <iostream>

#include "cli/command.h"
#include "wording/wording.h"

namespace homeward::cli {
namespace {

void sayGates(std::ostream& words, const matching::Problem& problem, std::size_t candidate, matching::GateResult result,
              const char* before) {
  for (std::size_t g = 0; g < problem.gates.size(); ++g) {
    if (problem.gateResults[candidate * problem.gates.size() + g] != result) continue;
    words << before << problem.gates[g];
    before = ", ";
  }
}

void say(std::ostream& words, const matching::Problem& problem, const matching::Answer& answer) {
  const auto id = [&](std::size_t candidate) -> const std::string& { return problem.candidates[candidate].id; };
  std::size_t place = 0;
  for (const matching::Ranked& row : answer.ranking) {
    words << ++place << ". " << id(row.candidate) << ": " << wording::word("status", text(row.status)) << ", match "
          << matching::shownScore(row.known) << " to " << matching::shownScore(row.possible) << " of 1,000";
    sayGates(words, problem, row.candidate, matching::GateResult::fail, ", out by ");
    sayGates(words, problem, row.candidate, matching::GateResult::unknown, ", open: ");
    const matching::Acceptability& shares = answer.rankAcceptability[row.candidate];
    words << std::fixed << std::setprecision(0) << "; first, second, third in " << 100 * shares[0] << "%, " << 100 * shares[1] << "%, "
          << 100 * shares[2] << "% of the draws\n";
  }
  words << "\nThe choice:";
  for (const std::size_t candidate : answer.shortlist.candidates) words << ' ' << id(candidate);
  if (answer.askNext) words << "\nAsk next: " << problem.criteria[answer.askNext->criterion] << " of " << id(answer.askNext->candidate);
  words << std::setprecision(4);
  for (std::size_t k = 0; k < answer.weightIntervals.size(); ++k)
    words << "\nThe first stays first while " << problem.criteria[k] << " weighs " << answer.weightIntervals[k].low << " to "
          << answer.weightIntervals[k].high << " of 1";
  words << '\n';
}

}  // namespace

void rankProblem(Context& context, const std::filesystem::path& file) {
  const auto ranked = app::rankProblem(file);
  if (!ranked) return context.refuse(ranked.error());
  if (context.json)
    app::writeAnswer(std::cout, *ranked);
  else
    say(std::cout, ranked->problem, ranked->answer);
}

}  // namespace homeward::cli
