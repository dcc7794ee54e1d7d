#include <sstream>

#include "app/export_report.h"
#include "app/round_report.h"
#include "app/week_report.h"
#include "cli/command.h"

namespace homeward::cli {
namespace {

struct Wanted {
  std::string week;
  std::string asAt;
  std::string csv;
  std::string xlsx;
};

void run(Context& context, const Wanted& wanted) {
  const auto workspace = context.open(store::OpenMode::readOnly);
  if (!workspace) return;
  IsoWeek week = isoWeek(workspace->today());
  if (!wanted.week.empty()) {
    const auto asked = parseIsoWeek(wanted.week);
    if (!asked) return context.refuse({ErrorCode::invalid, "--week", "Write the week as 2026-W48."});
    week = *asked;
  }
  std::optional<Instant> asAt;
  if (!wanted.asAt.empty()) {
    asAt = parseIsoInstant(wanted.asAt);
    if (!asAt) return context.refuse({ErrorCode::invalid, "--as-at", "Write the moment as 2026-11-27T14:20:00Z."});
  }
  const auto report = app::weekReport(*workspace, week, asAt);
  if (!report) return context.refuse(report.error());
  for (const auto& [path, format] : {std::pair{wanted.csv, app::ExportFormat::csv}, std::pair{wanted.xlsx, app::ExportFormat::xlsx}})
    if (!path.empty())
      if (const auto written = app::exportReport(report->report, path, format); !written) return context.refuse(written.error());

  const reports::WeeklyCost& cost = report->cost;
  std::ostringstream words;
  words << report->report.title << ", " << report->report.period << "\n"
        << "Whole cost of the week: " << poundsAndPence(cost.total) << "\n"
        << "Against the week before: " << poundsAndPence(cost.total - cost.lastWeek) << "\n"
        << "Children: " << cost.childrenHere << "\n";
  if (!wanted.csv.empty()) words << "Written to " << wanted.csv << '\n';
  if (!wanted.xlsx.empty()) words << "Written to " << wanted.xlsx << '\n';
  context.answer({{"week", isoWeekText(week)},
                  {"totalPence", cost.total.pence},
                  {"lastWeekPence", cost.lastWeek.pence},
                  {"children", cost.childrenHere},
                  {"placements", cost.placements.size()}},
                 words.str());
}

struct WantedPeriod {
  std::string from;
  std::string to;
  std::string csv;
  std::string xlsx;
};

void runRound(Context& context, const WantedPeriod& wanted) {
  const auto workspace = context.open(store::OpenMode::readOnly);
  if (!workspace) return;
  DateRange period = app::lastTwelveMonths(workspace->today());
  if (!wanted.from.empty()) {
    const auto day = parseIsoDate(wanted.from);
    if (!day) return context.refuse({ErrorCode::invalid, "--from", "Write the day as 2026-04-01."});
    period.from = *day;
  }
  if (!wanted.to.empty()) {
    const auto day = parseIsoDate(wanted.to);
    if (!day) return context.refuse({ErrorCode::invalid, "--to", "Write the day as 2027-03-31."});
    period.to = *day + std::chrono::days{1};
  }
  const auto round = app::roundReport(*workspace, period);
  if (!round) return context.refuse(round.error());
  for (const auto& [path, format] : {std::pair{wanted.csv, app::ExportFormat::csv}, std::pair{wanted.xlsx, app::ExportFormat::xlsx}})
    if (!path.empty())
      if (const auto written = app::exportReport(round->report, path, format); !written) return context.refuse(written.error());

  const auto number = [](const reports::Cell& cell) -> nlohmann::json {
    if (const auto* value = std::get_if<std::int64_t>(&cell)) return *value;
    return nullptr;
  };
  const auto rowOf = [&](const std::string& key, std::size_t row) -> const std::vector<reports::Cell>& {
    for (const reports::Table& table : round->report.tables)
      if (table.key == key) return row < table.rows.size() ? table.rows[row] : table.totals;
    std::abort();  // the report always has these tables
  };
  constexpr std::size_t choice = 2;
  constexpr std::size_t decision = 3;
  constexpr std::size_t totals = 1000;
  const auto& asked = rowOf("asked", totals);
  const auto& declines = rowOf("declines", totals);
  std::int64_t offers = 0;
  for (const reports::SearchFacts& search : round->counted) offers += search.offers;
  std::ostringstream words;
  words << round->report.title << ", " << round->report.period << "\n"
        << "Referrals: " << round->counted.size() << "\n"
        << "Approaches: " << number(asked[1]) << ", said yes: " << number(asked[2]) << ", said no: " << number(asked[3]) << "\n"
        << "Were due: " << number(asked[7]) << ", answered in time: " << number(asked[8]) << "\n"
        << "Offers: " << offers << "\n"
        << "Days to choice, median: " << number(rowOf("times", choice)[2]) << "\n"
        << "Days to decision, median: " << number(rowOf("times", decision)[2]) << "\n";
  if (!wanted.csv.empty()) words << "Written to " << wanted.csv << '\n';
  if (!wanted.xlsx.empty()) words << "Written to " << wanted.xlsx << '\n';
  context.answer({{"from", isoDate(period.from)},
                  {"to", isoDate(*period.to - std::chrono::days{1})},
                  {"referrals", round->counted.size()},
                  {"approaches", number(asked[1])},
                  {"offers", offers},
                  {"declines", number(declines[1])},
                  {"wereDue", number(asked[7])},
                  {"inTime", number(asked[8])},
                  {"medianDaysToChoice", number(rowOf("times", choice)[2])},
                  {"medianDaysToDecision", number(rowOf("times", decision)[2])}},
                 words.str());
}

}  // namespace

void addReport(CLI::App& cli, Context& context) {
  auto* report = cli.add_subcommand("report", "Reports of a case file");
  report->require_subcommand(1);
  auto* weekly = report->add_subcommand("weekly", "What an ISO week cost, and why it changed");
  addFileOption(*weekly, context);
  const auto wanted = std::make_shared<Wanted>();
  weekly->add_option("--week", wanted->week, "The week, as 2026-W48; without it, this week");
  weekly->add_option("--as-at", wanted->asAt, "As it was known at this moment, as 2026-11-27T14:20:00Z");
  weekly->add_option("--csv", wanted->csv, "Write the report as CSV");
  weekly->add_option("--xlsx", wanted->xlsx, "Write the report as a spreadsheet");
  weekly->callback([&context, wanted] { run(context, *wanted); });

  auto* round = report->add_subcommand("round", "How searches for homes went: time to each step, offers, answers in time, why providers said no");
  addFileOption(*round, context);
  const auto period = std::make_shared<WantedPeriod>();
  round->add_option("--from", period->from, "The first day on which a counted referral was entered, as 2026-04-01; without it, a year ago");
  round->add_option("--to", period->to, "The last such day, as 2027-03-31; without it, today");
  round->add_option("--csv", period->csv, "Write the report as CSV");
  round->add_option("--xlsx", period->xlsx, "Write the report as a spreadsheet");
  round->callback([&context, period] { runRound(context, *period); });
}

}  // namespace homeward::cli
