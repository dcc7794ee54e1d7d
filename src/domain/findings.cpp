#include "domain/findings.h"

#include <algorithm>

#include "domain/codes.h"
#include "support/text.h"

namespace homeward {

void Findings::require(bool kept, std::string field, std::string message) {
  if (!kept) m_found.push_back({std::move(field), std::move(message)});
}

void Findings::requireLevel(int level, const std::string& field) {
  require(level >= 0 && level <= highestLevel, field, "Choose a level from 0 (none) to 5 (very high).");
}

void Findings::requirePast(const std::optional<Date>& day, const std::string& field, const std::string& what) {
  require(!day || *day <= m_today, field, "Correct the day of the " + what + ": it lies in the future.");
}

void Findings::requirePlace(const Place& place, const std::string& field, const std::string& what) {
  require(place.postcode.empty() || standardPostcode(place.postcode) == place.postcode ||
              (!place.point && standardDistrict(place.postcode) == place.postcode),
          field, "Enter the postcode of the " + what + " like \"ZZ5 2AB\" or its district like \"ZZ5\", or leave it empty.");
  require(place.authority.empty() || isAuthorityCode(place.authority), field,
          "Choose the authority of the " + what + " from the list; its code has one letter and eight digits.");
  // The National Grid reaches 700 km east and 1,300 km north.
  require(!place.point ||
              (place.point->east >= 0 && place.point->east <= 700'000 && place.point->north >= 0 && place.point->north <= 1'300'000),
          field, "Look the postcode of the " + what + " up again: its grid reference lies outside Great Britain.");
}

void Findings::requireCode(std::string_view set, const std::string& code, const std::string& field, const std::string& what) {
  const int year = returnYear(m_today);
  require(code.empty() || CodeTable::ssda903().find(set, code, year) != nullptr, field,
          "Choose the " + what + " from the list: \"" + code + "\" is no code of the return of " + std::to_string(year) + ".");
}

bool isAuthorityCode(std::string_view text) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  return text.size() == 9 && text.front() >= 'A' && text.front() <= 'Z' && std::ranges::all_of(text.substr(1), digit);
}

}  // namespace homeward
