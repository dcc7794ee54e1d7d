// What all builders share: the day and the authorities of the tests, and the way in which a sentence becomes a value.
#pragma once

#include <string>
#include <utility>

#include "domain/dates.h"
#include "domain/place.h"

namespace homeward::tests {

/// The Friday on which most tests happen.
inline constexpr Date testDay = date(2026, 11, 27);
inline constexpr Instant testMoment = Instant{testDay} + std::chrono::hours{17} + std::chrono::minutes{30};
/// Authorities of the invented map.
inline const std::string wendmoor = "E99000001";
inline const std::string ashcombe = "E99000002";

inline Place at(std::string postcode, GridPoint point, std::string authority = wendmoor) {
  return {std::move(postcode), point, std::move(authority)};
}
/// Known to the authority only.
inline Place somewhereIn(std::string authority) { return {{}, std::nullopt, std::move(authority)}; }

template <class Value>
class Builder {
 public:
  explicit Builder(Value start) : m_value(std::move(start)) {}
  [[nodiscard]] Value build() const { return m_value; }
  operator Value() const { return m_value; }  // so that a sentence is the value: Child rowan = aChild().named("Rowan Wren");

 protected:
  Value m_value;
};

}  // namespace homeward::tests
