// How long a ranking takes from facts: the demo case, and the market that Ofsted publishes (where the reference data is there).
//
// Each run asks the case file for the referral again and ranks the whole market held in memory, as the screen does. Before anything is
// timed the ranking is checked: every candidate once, and no failed candidate above one that did not fail.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <memory>
#include <set>

#include "app/imports.h"
#include "app/open_case.h"
#include "app/rank_referral.h"
#include "app/referrals.h"
#include "app/week_report.h"

namespace {

using namespace homeward;

const Date day = date(2026, 11, 27);

std::filesystem::path scratch(const char* name) {
  const auto folder = std::filesystem::temp_directory_path() / "homeward-bench";
  std::filesystem::create_directories(folder);
  const auto file = folder / name;
  for (const char* beside : {"", "-wal", "-shm", ".head", ".lock"}) std::filesystem::remove(file.string() + beside);
  return file;
}

[[noreturn]] void stop(const std::string& why) {
  std::cerr << why << '\n';
  std::exit(1);
}

template <class T>
T needed(Result<T> result) {
  if (!result) stop(result.error().subject + ": " + result.error().detail);
  return *std::move(result);
}

void checkRanking(const app::RankedReferral& ranked) {
  std::set<std::size_t> seen;
  bool failedSeen = false;
  for (const matching::Ranked& row : ranked.ranking()) {
    if (!seen.insert(row.candidate).second) stop("A candidate stands twice in the ranking.");
    const bool failed = row.status == matching::Status::notEligible;
    if (failedSeen && !failed) stop("A candidate that failed stands above one that did not.");
    failedSeen = failed;
  }
  if (seen.size() != ranked.assessment().problem().candidates.size()) stop("A candidate is missing from the ranking.");
}

std::unique_ptr<app::Workspace> demo() {
  return needed(app::demoCase(scratch("demo.homeward"), 1, day, {}, [] { return Instant{day} + std::chrono::hours{14}; }));
}

ReferralId firstReferral(app::Workspace& workspace) {
  const auto lines = needed(app::referralLines(workspace, true));
  if (lines.empty()) stop("The case has no open referral.");
  return lines.front().id;
}

void rankingOnDemo(benchmark::State& state) {
  const auto workspace = demo();
  const ReferralId referral = firstReferral(*workspace);
  checkRanking(*needed(app::rankMarket(*workspace, referral)));
  for (auto _ : state) benchmark::DoNotOptimize(app::rankMarket(*workspace, referral));
  state.counters["candidates"] = static_cast<double>(needed(app::rankMarket(*workspace, referral))->ranking().size());
}
BENCHMARK(rankingOnDemo)->Unit(benchmark::kMillisecond);

void rankingOnOfstedMarket(benchmark::State& state) {
  const std::filesystem::path list = std::filesystem::path(HOMEWARD_REFERENCE_DATA) / "ofsted/providers_2025-03-31.csv";
  if (!std::filesystem::exists(list)) return state.SkipWithError("Ofsted's list is not there");
  const auto workspace = demo();
  needed(app::importOfsted(*workspace, list));
  const ReferralId referral = firstReferral(*workspace);
  checkRanking(*needed(app::rankMarket(*workspace, referral)));
  for (auto _ : state) benchmark::DoNotOptimize(app::rankMarket(*workspace, referral));
  state.counters["candidates"] = static_cast<double>(needed(app::rankMarket(*workspace, referral))->ranking().size());
}
BENCHMARK(rankingOnOfstedMarket)->Unit(benchmark::kMillisecond);

void weekOfDemo(benchmark::State& state) {
  const auto workspace = demo();
  for (auto _ : state) benchmark::DoNotOptimize(app::weekReport(*workspace, isoWeek(day)));
}
BENCHMARK(weekOfDemo)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
