#include <sstream>

#include "app/export_report.h"
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
}

}  // namespace homeward::cli
