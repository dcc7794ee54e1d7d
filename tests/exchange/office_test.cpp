// Workbooks made here open in a spreadsheet program of others, and its own way of writing them is read. Skipped where LibreOffice is not
// installed.
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "exchange/offer_answer.h"
#include "exchange/offer_form.h"
#include "exchange/report_files.h"
#include "filled_form.h"

using namespace homeward;
using namespace homeward::tests;

namespace {

std::string textOf(const std::filesystem::path& file) {
  std::ostringstream words;
  words << std::ifstream(file, std::ios::binary).rdbuf();
  return words.str();
}

struct Office {
  std::filesystem::path folder = std::filesystem::temp_directory_path() / ("homeward-office-" + std::to_string(::getpid()));
  Office() { std::filesystem::create_directories(folder); }
  ~Office() { std::filesystem::remove_all(folder); }
  Office(const Office&) = delete;
  Office& operator=(const Office&) = delete;

  [[nodiscard]] static bool installed() { return std::system("command -v soffice >/dev/null 2>&1") == 0; }
  /// The file as the program writes it again in another format; empty where it could not open it.
  [[nodiscard]] std::string converted(const std::string& name, const std::string& bytes, const std::string& to) const {
    std::ofstream(folder / name, std::ios::binary) << bytes;
    const auto out = folder / "out";
    const std::string command = "HOME='" + folder.string() + "' timeout 120 soffice -env:UserInstallation=file://" + folder.string() +
                                "/profile --headless --convert-to '" + to + "' --outdir '" + out.string() + "' '" +
                                (folder / name).string() + "' >/dev/null 2>&1";
    if (std::system(command.c_str()) != 0) return {};
    return textOf(out / std::filesystem::path(name).replace_extension(to.substr(0, to.find(':'))));
  }
};

disclosure::ReferralPack aPack() {
  disclosure::ReferralPack pack;
  pack.reference = "K7QF3M-2TRW";
  pack.writtenOn = date(2026, 11, 27);
  pack.neededBy = date(2026, 12, 18);
  disclosure::PackPerson girl;
  girl.age = 9;
  girl.needs = {{NeedDomain::education, 3, true, "Reads a page a day"}};
  girl.features = {"garden"};
  pack.people = {girl};
  return pack;
}

}  // namespace

TEST_CASE("The form opens in LibreOffice, and is read as LibreOffice writes it") {
  if (!Office::installed()) {
    WARN("skipped: LibreOffice is not installed");
    return;
  }
  const Office office;
  const auto form = exchange::offerFormXlsx(aPack(), "A home is wanted.\n- Girl, 9 years old\n=1+1");
  REQUIRE(form);
  const std::string filled = filledForm(*form, {{"answer", "we offer a home"},
                                                {"home", "Larch & Alder household"},
                                                {"availableFrom", "46364", {}, true},
                                                {"price.coreFee", "912.4", "a week", true},
                                                {"need.0.education", "we meet it with support", "a teacher"},
                                                {"feature.garden", "yes"}});
  const std::string again = office.converted("form.xlsx", filled, "xlsx");
  REQUIRE_FALSE(again.empty());
  const auto ours = exchange::readOfferAnswer(filled);
  const auto theirs = exchange::readOfferAnswer(again);
  INFO((theirs ? std::string() : theirs.error().detail));
  REQUIRE(ours);
  REQUIRE(theirs);
  for (const auto& problem : theirs->problems) UNSCOPED_INFO(problem.where << ": " << problem.what);
  CHECK(*theirs == *ours);
  // The referral is text and nothing that is worked out.
  const std::string text = office.converted("letter.xlsx", *form, "csv");
  CHECK(text.find("=1+1") != std::string::npos);
}

TEST_CASE("A report's workbook opens in LibreOffice with its figures as figures") {
  if (!Office::installed()) {
    WARN("skipped: LibreOffice is not installed");
    return;
  }
  const Office office;
  reports::Report report;
  report.title = "Weekly cost";
  report.asAt = Instant{date(2026, 11, 27)};
  report.author = "M. Fennel";
  reports::Table table;
  table.key = "homes";
  table.title = "Homes";
  table.columns = {{"Home", reports::ColumnKind::words}, {"A week", reports::ColumnKind::amount}};
  table.rows = {{std::string("Larch"), Money{91240}}, {std::string("=1+1"), Money{5}}};
  report.tables = {table};
  const auto book = exchange::reportXlsx(report);
  REQUIRE(book);
  (void)office.converted("report.xlsx", *book, "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1");
  std::string all;
  for (const auto& file : std::filesystem::directory_iterator(office.folder / "out")) all += textOf(file.path());
  INFO(all);
  CHECK(all.find("912.4\n") != std::string::npos);
  CHECK(all.find("=1+1") != std::string::npos);
}
