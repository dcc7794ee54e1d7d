// The code sets of the statutory return, by the years in which they are valid.
#include "domain/codes.h"

#include <fstream>
#include <set>

#include "support/cases.h"
#include "support/text.h"

namespace homeward::tests {
namespace {

std::vector<std::vector<std::string>> rows(const std::filesystem::path& file) {
  std::vector<std::vector<std::string>> all;
  std::ifstream in(file);
  std::string line;
  std::getline(in, line);  // the names of the columns
  while (std::getline(in, line)) {
    const auto cells = split(line, ',');
    all.emplace_back(cells.begin(), cells.end());
  }
  return all;
}

std::vector<std::vector<std::string>> ourTable() {
  return rows(std::filesystem::path(HOMEWARD_SOURCE_DIR) / "resources/codes/ssda903.csv");
}

TEST_CASE("a return year ends with March") {
  CHECK(returnYear(date(2026, 3, 31)) == 2026);
  CHECK(returnYear(date(2026, 4, 1)) == 2027);
}

TEST_CASE("a code is valid in its years only") {
  const CodeTable& table = CodeTable::ssda903();
  REQUIRE(table.find("LS", "C2", 2027) != nullptr);
  CHECK(table.find("LS", "C2", 2027)->label == "Full care order");
  CHECK(table.find("PLACE", "H5", 2024) != nullptr);
  CHECK(table.find("PLACE", "H5", 2025) == nullptr);
  CHECK(table.find("PLACE", "K3", 2024) == nullptr);
  CHECK(table.find("PLACE", "K3", 2025) != nullptr);
  CHECK(table.find("PLACE", "Z1", 2025) != nullptr);
  CHECK(table.find("PLACE", "Z1", 2026) == nullptr);
  CHECK(table.find("PLACE", "Z11", 2026) != nullptr);
  CHECK(table.find("LS", "U6", 2027) == nullptr);
  CHECK(table.find("ls", "C2", 2027) == nullptr);
}

TEST_CASE("sex was a digit until the return of 2024 and is a letter since") {
  const auto codes = [](int year) {
    std::string all;
    for (const Code* code : CodeTable::ssda903().valid("SEX", year)) all += code->code;
    return all;
  };
  CHECK(codes(2024) == "12");
  CHECK(codes(2025) == "MFU");
}

TEST_CASE("a label is there for the codes of every year, and an unknown code is its own") {
  const CodeTable& table = CodeTable::ssda903();
  CHECK(table.label("PLACE", "H5") == "Semi-independent living outside the children's homes regulations");
  CHECK(table.label("PLACE", "Z12") == "label not published");
  CHECK(table.label("PLACE", "Q9") == "Q9");
}

TEST_CASE("our table has five cells a line, each code once in its set, and years in order") {
  std::set<std::string> seen;
  for (const auto& row : ourTable()) {
    REQUIRE(row.size() == 5);
    INFO(row[0] << " " << row[1]);
    CHECK(seen.insert(row[0] + " " + row[1]).second);
    CHECK_FALSE(row[2].empty());
    const auto from = wholeNumber(row[3]);
    const auto to = wholeNumber(row[4]);
    CHECK((row[3].empty() || from.has_value()));
    CHECK((row[4].empty() || to.has_value()));
    const int year = static_cast<int>(from.value_or(to.value_or(2027)));
    const Code* code = CodeTable::ssda903().find(row[0], row[1], year);
    REQUIRE(code != nullptr);
    CHECK(code->label == row[2]);
    if (from) CHECK(CodeTable::ssda903().find(row[0], row[1], year - 1) == nullptr);
    if (to) CHECK(CodeTable::ssda903().find(row[0], row[1], static_cast<int>(*to) + 1) == nullptr);
  }
}

TEST_CASE("every published code is in our table") {
  const std::string published = "../domain/codes.csv";
  if (!hasReference(published)) return;
  std::multiset<std::string> ours;
  for (const auto& row : ourTable()) ours.insert(row[1]);
  std::multiset<std::string> theirs;
  for (const auto& row : rows(reference(published))) theirs.insert(row.at(1));
  CHECK(ours == theirs);
}

TEST_CASE("a table of one's own keeps its order") {
  const CodeTable table{{{"X", "B", "second letter", std::nullopt, std::nullopt}, {"X", "A", "first letter", 2020, 2020}}};
  REQUIRE(table.valid("X", 2020).size() == 2);
  CHECK(table.valid("X", 2020).front()->code == "B");
  CHECK(table.valid("X", 2021).size() == 1);
  CHECK(table.valid("Y", 2020).empty());
}

}  // namespace
}  // namespace homeward::tests
