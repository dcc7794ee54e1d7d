#include "exchange/report_files.h"

#include <unistd.h>

#include <fstream>
#include <iterator>
#include <regex>

#include "exchange/rows.h"
#include "exchange/unzipped.h"
#include "support/catch.h"

using namespace homeward;
using namespace homeward::exchange;
using homeward::tests::Rows;
using reports::ColumnKind;

namespace {

reports::Report weekOfWendmoor() {
  reports::Report report;
  report.title = "Weekly cost report";
  report.period = "Week 48: 23 to 29 November 2026";
  report.asAt = *parseIsoInstant("2026-11-27T14:20:00Z");
  report.author = "Hazel Thornbury";
  report.filters = "no filter";
  report.howCounted = "Each day of the week at the rate of that day; arrival counts, leaving does not.";
  report.fictional = true;
  reports::Table kinds;
  kinds.key = "bySettingType";
  kinds.title = "By setting type";
  kinds.columns = {{"Setting type", ColumnKind::words}, {"Children", ColumnKind::wholeNumber}, {"Cost", ColumnKind::amount},
                   {"Since", ColumnKind::day},          {"Miles", ColumnKind::miles},          {"Share", ColumnKind::percent}};
  kinds.rows = {{std::string("Children's home"), std::int64_t{12}, pounds(54'321, 5), date(2026, 11, 23), 8.94, std::int64_t{6667}},
                {std::string("=HYPERLINK(1) & <b>"), std::int64_t{1}, Money{-62'050}, std::monostate{}, 12.0, std::int64_t{-5}}};
  kinds.totals = {std::string("All"), std::int64_t{13}, pounds(53'700, 55), std::monostate{}, std::monostate{}, std::monostate{}};
  kinds.note = "Retainers are not in it.";
  reports::Table changes;
  changes.key = "changes";
  changes.title = "Changes: a title that is far too long for the tab of a sheet [2026]";
  changes.columns = {{"Reason", ColumnKind::words}};
  reports::Table again = changes;
  again.key = "again";
  report.tables = {kinds, changes, again};
  return report;
}

std::string xlsx(const reports::Report& report) {
  const auto bytes = reportXlsx(report);
  if (!bytes) FAIL(bytes.error().detail);
  return *bytes;
}

/// The value of a cell as the sheet stores it, and the type that it is said to have ("n" for a number).
std::pair<std::string, std::string> cell(const std::string& sheet, const std::string& reference) {
  std::smatch found;
  REQUIRE(std::regex_search(sheet, found, std::regex("<c r=\"" + reference + "\"( s=\"\\d+\")?( t=\"(\\w+)\")?>(<v>([^<]*)</v>)?")));
  return {found[3].matched ? found[3].str() : "n", found[5].str()};
}

std::vector<std::string> sharedStrings(const std::string& xml) {
  std::vector<std::string> strings;
  const std::regex each("<si><t[^>]*>([^<]*)</t></si>");
  for (std::sregex_iterator at(xml.begin(), xml.end(), each), end; at != end; ++at) strings.push_back((*at)[1]);
  return strings;
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

class TemporaryFile {
 public:
  explicit TemporaryFile(const std::string& ending)
      : m_path(std::filesystem::temp_directory_path() / ("homeward_report_" + std::to_string(::getpid()) + ending)) {}
  ~TemporaryFile() { std::filesystem::remove(m_path); }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
  [[nodiscard]] std::string bytes() const {
    std::ifstream in(m_path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

 private:
  std::filesystem::path m_path;
};

}  // namespace

TEST_CASE("a report as CSV says what it is and has figures that add up in a spreadsheet") {
  const auto one = reportCsv(weekOfWendmoor(), "bySettingType");
  REQUIRE(one);
  CHECK(tests::rowsOf(*one).rows == Rows{{"Report", "Weekly cost report"},
                                         {"Period", "Week 48: 23 to 29 November 2026"},
                                         {"As at", "27 November 2026, 14:20"},
                                         {"Author", "Hazel Thornbury"},
                                         {"Filters", "no filter"},
                                         {"How counted", "Each day of the week at the rate of that day; arrival counts, leaving does not."},
                                         {"Data", "Fictional: for demonstration only"},
                                         {"By setting type"},
                                         {"Setting type", "Children", "Cost", "Since", "Miles", "Share"},
                                         {"Children's home", "12", "54321.05", "2026-11-23", "8.9", "66.67%"},
                                         {"'=HYPERLINK(1) & <b>", "1", "-620.50", "", "12.0", "-0.05%"},
                                         {"All", "13", "53700.55", "", "", ""},
                                         {"Retainers are not in it."}});
  const auto all = reportCsv(weekOfWendmoor());
  REQUIRE(all);
  CHECK(has(*all, "Reason\r\n"));
  CHECK(reportCsv(weekOfWendmoor(), "nothing").error().code == ErrorCode::notFound);
}

TEST_CASE("a workbook has real numbers, dates and pounds") {
  const auto files = tests::unzipped(xlsx(weekOfWendmoor()));
  const std::string& sheet = files.at("xl/worksheets/sheet1.xml");
  const auto strings = sharedStrings(files.at("xl/sharedStrings.xml"));
  const auto text = [&](const std::string& reference) {
    const auto [type, value] = cell(sheet, reference);
    REQUIRE(type == "s");
    return strings.at(std::stoul(value));
  };
  CHECK(text("A1") == "Setting type");
  CHECK(text("A2") == "Children's home");
  CHECK(text("A3") == "=HYPERLINK(1) &amp; &lt;b&gt;");  // text, not a formula
  CHECK_FALSE(has(sheet, "<f>"));
  CHECK(cell(sheet, "B2") == std::pair<std::string, std::string>{"n", "12"});
  CHECK(cell(sheet, "C2") == std::pair<std::string, std::string>{"n", "54321.05"});
  CHECK(cell(sheet, "C3") == std::pair<std::string, std::string>{"n", "-620.5"});
  CHECK(cell(sheet, "D2") == std::pair<std::string, std::string>{"n", "46349"});  // 23 November 2026 as Excel counts
  CHECK(std::stod(cell(sheet, "F2").second) == Approx(0.6667));
  CHECK(cell(sheet, "C4").second == "53700.55");
  const std::string& styles = files.at("xl/styles.xml");
  CHECK(has(styles, "&quot;£&quot;#,##0.00;[Red]-&quot;£&quot;#,##0.00"));
  CHECK(has(styles, "dd/mm/yyyy"));
}

TEST_CASE("a workbook has a frozen header with filters, widths, and a sheet that says how it was counted") {
  const auto files = tests::unzipped(xlsx(weekOfWendmoor()));
  const std::string& sheet = files.at("xl/worksheets/sheet1.xml");
  CHECK(has(sheet, "<pane ySplit=\"1\" topLeftCell=\"A2\""));
  CHECK(has(sheet, "<autoFilter ref=\"A1:F3\"/>"));  // the totals stay out of the filters
  CHECK(has(sheet, "<col min=\"1\" max=\"1\""));
  CHECK(has(sheet, "as at 27 November 2026, 14:20"));
  const std::string& book = files.at("xl/workbook.xml");
  CHECK(has(book, "name=\"By setting type\""));
  CHECK(has(book, "name=\"Changes a title that is far too\""));
  CHECK(has(book, "name=\"Changes a title that is far t 2\""));
  CHECK(has(book, "name=\"About\""));
  CHECK_FALSE(has(book, "hidden\" sheetId"));
  CHECK_FALSE(has(book, "state=\"hidden\""));
  const auto strings = sharedStrings(files.at("xl/sharedStrings.xml"));
  for (const auto* words : {"As at", "27 November 2026, 14:20", "Hazel Thornbury", "no filter", "Fictional: for demonstration only"})
    CHECK(std::ranges::find(strings, words) != strings.end());
}

TEST_CASE("a workbook names nobody in its properties and is the same each time") {
  const std::string bytes = xlsx(weekOfWendmoor());
  const auto files = tests::unzipped(bytes);
  const std::string& core = files.at("docProps/core.xml");
  CHECK(has(core, "<dc:creator></dc:creator>"));
  CHECK(has(core, ">2026-11-27T14:20:00Z</dcterms:created>"));
  CHECK_FALSE(has(core, "Hazel"));
  CHECK_FALSE(has(files.at("docProps/app.xml"), "Hazel"));
  CHECK(xlsx(weekOfWendmoor()) == bytes);
}

TEST_CASE("a report without tables is still a workbook") {
  reports::Report report;
  report.title = "Nothing yet";
  CHECK(tests::unzipped(xlsx(report)).contains("xl/worksheets/sheet1.xml"));
}

TEST_CASE("files are whole or absent") {
  const TemporaryFile book(".xlsx");
  REQUIRE(writeReportXlsx(weekOfWendmoor(), book.path()));
  CHECK(book.bytes() == xlsx(weekOfWendmoor()));
  const TemporaryFile text(".csv");
  REQUIRE(writeReportCsv(weekOfWendmoor(), text.path(), "changes"));
  CHECK(book.bytes().size() > 1000);
  CHECK(text.bytes() == *reportCsv(weekOfWendmoor(), "changes"));
  const auto nowhere = std::filesystem::temp_directory_path() / "homeward-no-such-folder" / "report.xlsx";
  CHECK_FALSE(writeReportXlsx(weekOfWendmoor(), nowhere));
  CHECK_FALSE(writeReportCsv(weekOfWendmoor(), nowhere));
  CHECK_FALSE(std::filesystem::exists(nowhere));
  CHECK_FALSE(writeReportCsv(weekOfWendmoor(), text.path(), "nothing"));
  CHECK(text.bytes() == *reportCsv(weekOfWendmoor(), "changes"));
}
