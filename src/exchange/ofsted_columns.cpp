#include "exchange/ofsted_columns.h"

#include <algorithm>
#include <numeric>
#include <vector>

#include "exchange/csv.h"
#include "exchange/problem.h"
#include "support/text.h"

namespace homeward::exchange::ofsted {
namespace {

struct Known {
  Column column;
  bool required;
  std::string_view title;
  std::vector<std::string_view> alsoCalled;  // in other years' files, folded
};

// A missing column must never read as "empty for every home": without its column, a short-break home would look like any other.
const std::array<Known, columnCount>& known() {
  static const std::array<Known, columnCount> table = {{
      {Column::urn, true, "URN", {"uniquereferencenumber", "settingurn", "providerurn"}},
      {Column::provisionType, true, "Provision type", {"providertype", "settingtype", "typeofprovision"}},
      {Column::registrationDate, true, "Registration date", {"dateofregistration", "registereddate"}},
      {Column::registrationStatus, true, "Registration status", {"status", "settingstatus"}},
      {Column::name, true, "Name", {"providername", "settingname", "nameofprovider"}},
      {Column::postcode, false, "Postcode", {"providerpostcode", "settingpostcode", "settingaddresspostcode"}},
      {Column::authority, true, "Local authority", {"localauthorityname", "providerlocalauthority", "la"}},
      {Column::sector, true, "Sector", {"ownertype", "ownershiptype", "sectortype"}},
      {Column::places, true, "Places", {"numberofregisteredplaces", "registeredplaces", "numberofplaces", "maximumusers", "capacity"}},
      {Column::shortBreaks,
       true,
       "Short-break-only children's home",
       {"shortbreaksonlychildrenshome", "shortbreakonly", "shortbreaksonly"}},
      {Column::owner,
       true,
       "Organisation which owns the provider",
       {"organisationwhichownstheprovision", "organisationthatownstheprovider", "organisationname", "ownername"}},
      {Column::inspected,
       true,
       "Latest full inspection date",
       {"dateoflastfullinspection", "dateoflatestfullinspection", "latestfullinspectionstartdate", "fullinspectiondate"}},
      {Column::grade,
       true,
       "Overall experiences and progress of children and young people",
       {"overallexperiencesandprogress", "overalleffectiveness", "latestoverallexperiencesandprogressofchildrenandyoungpeople"}},
      {Column::supportedGrade, false, "Supported Accommodation outcome", {"supportedaccommodationinspectionoutcome"}},
  }};
  return table;
}

bool isCalled(const Known& column, const std::string& folded) {
  return folded == foldedName(column.title) || std::ranges::find(column.alsoCalled, folded) != column.alsoCalled.end();
}

std::size_t editsBetween(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
    }
  }
  return row.back();
}

// The header that is most like a missing column: one that contains it or is contained, else the fewest edits. None if nothing is like it.
std::string nearest(const Known& missing, const std::vector<std::string>& unused) {
  constexpr std::size_t longestCompared = 200;
  const std::string wanted = foldedName(missing.title);
  std::string best;
  std::size_t fewest = wanted.size() / 2 + 1;
  for (const std::string& header : unused) {
    const std::string folded = foldedName(header.substr(0, longestCompared));
    constexpr std::size_t telling = 4;  // "URN" is within "Linked education URN", which is something else
    const bool within = std::min(folded.size(), wanted.size()) >= telling &&
                        (folded.find(wanted) != std::string::npos || wanted.find(folded) != std::string::npos);
    const std::size_t edits = within ? 1 : editsBetween(wanted, folded);
    if (edits < fewest) {
      fewest = edits;
      best = collapsed(header);
    }
  }
  return best;
}

Error missingColumns(const std::vector<const Known*>& missing, const std::vector<std::string>& unused) {
  std::vector<std::string> names;
  std::vector<std::string> likely;
  for (const Known* column : missing) {
    names.push_back(inQuotes(column->title));
    if (const std::string near = nearest(*column, unused); !near.empty())
      likely.push_back(inQuotes(near) + " is nearest to " + inQuotes(column->title));
  }
  std::string detail = (names.size() == 1 ? "The file lacks the column " : "The file lacks the columns ") + listed(names) + ".";
  if (!likely.empty()) detail += " It may have been renamed: " + joined(likely, "; ") + ".";
  return {ErrorCode::invalid, "header", detail + " Nothing was read."};
}

}  // namespace

std::string_view title(Column column) {
  for (const Known& each : known())
    if (each.column == column) return each.title;
  return {};
}

std::string requiredTitles() {
  std::vector<std::string> names;
  for (const Known& column : known())
    if (column.required) names.push_back(inQuotes(column.title));
  return listed(names);
}

std::string use(Column column) {
  constexpr std::array<std::string_view, columnCount> words = {
      "urn",       "provisionType", "registrationDate", "registrationStatus", "name",  "postcode",
      "authority", "sector",        "places",           "shortBreaks",        "owner", "inspected",
      "grade",     "supportedGrade"};
  return std::string(words[static_cast<std::size_t>(column)]);
}

struct Header::Match {
  Header header;
  std::size_t found = 0;
  std::vector<std::string> unused;
  std::string twice;
  /// A line above the header may name one of them in its text, never three in cells of their own.
  [[nodiscard]] bool isHeader() const { return found >= 3; }
};

Header::Match Header::match(std::span<const std::string> row) {
  Match match;
  match.header.m_width = row.size();
  for (std::size_t i = 0; i < row.size(); ++i) {
    const std::string folded = foldedName(row[i]);
    const auto column = std::ranges::find_if(known(), [&folded](const Known& each) { return isCalled(each, folded); });
    if (folded.empty()) continue;
    if (column == known().end()) {
      match.unused.push_back(row[i]);
      continue;
    }
    auto& at = match.header.m_at[static_cast<std::size_t>(column->column)];
    if (at) match.twice = column->title;
    at = i;
    ++match.found;
  }
  return match;
}

std::optional<Header> Header::likely(std::span<const std::string> row) {
  const Match found = match(row);
  return found.isHeader() ? std::optional(found.header) : std::nullopt;
}

Result<std::optional<Header>> Header::find(std::span<const std::string> row) {
  const Match found = match(row);
  if (!found.isHeader()) return std::optional<Header>{};
  if (!found.twice.empty())
    return fail(ErrorCode::invalid, "header", "The file has the column " + inQuotes(found.twice) + " twice. Nothing was read.");
  std::vector<const Known*> missing;
  for (const Known& column : known())
    if (column.required && !found.header.at(column.column)) missing.push_back(&column);
  if (!missing.empty()) return tl::unexpected(missingColumns(missing, found.unused));
  return std::optional(found.header);
}

std::string_view Header::field(std::span<const std::string> row, Column column) const {
  const auto at = m_at[static_cast<std::size_t>(column)];
  if (!at || *at >= row.size()) return {};
  const std::string_view value = trimmed(row[*at]);
  return lowered(value) == "redacted" ? std::string_view{} : value;
}

}  // namespace homeward::exchange::ofsted
