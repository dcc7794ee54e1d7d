// What a check found: broken rules of a record, each with the field in which it stands and a sentence that says what to do. The checks
// of child, provider, setting, offer and referral collect theirs here, so that the same mistake is told in the same words everywhere.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/child.h"
#include "domain/dates.h"
#include "domain/place.h"

namespace homeward {

class Findings {
 public:
  explicit Findings(Date today) : m_today(today) {}

  void require(bool kept, std::string field, std::string message);
  void requireLevel(int level, const std::string& field);                                               ///< 0 to `highestLevel`
  void requirePast(const std::optional<Date>& day, const std::string& field, const std::string& what);  ///< today counts as past
  void requirePlace(const Place& place, const std::string& field, const std::string& what);
  /// A code of the statutory return that is valid in today's return year, or nothing.
  void requireCode(std::string_view set, const std::string& code, const std::string& field, const std::string& what);

  [[nodiscard]] Date today() const { return m_today; }
  [[nodiscard]] std::vector<Finding> take() { return std::move(m_found); }

 private:
  Date m_today;
  std::vector<Finding> m_found;
};

/// The shape of an ONS authority code: "E06000045".
[[nodiscard]] bool isAuthorityCode(std::string_view text);

}  // namespace homeward
