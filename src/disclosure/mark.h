// A piece of a text that tells, or may tell, who somebody is.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "domain/enum_text.h"

namespace homeward::disclosure {

/// What the piece is.
enum class Gives { name, school, home, number, nhsNumber, pupilNumber, insuranceNumber, day, postcode, address, link };
constexpr auto texts(Gives) {
  return std::to_array<EnumText<Gives>>({{Gives::name, "name"},
                                         {Gives::school, "school"},
                                         {Gives::home, "home"},
                                         {Gives::number, "number"},
                                         {Gives::nhsNumber, "nhsNumber"},
                                         {Gives::pupilNumber, "pupilNumber"},
                                         {Gives::insuranceNumber, "insuranceNumber"},
                                         {Gives::day, "day"},
                                         {Gives::postcode, "postcode"},
                                         {Gives::address, "address"},
                                         {Gives::link, "link"}});
}

/// Why it was marked. What is on record, what has its shape or its checksum goes out whatever anybody says; a name that is only likely is
/// left to a person.
enum class Because { onRecord, misspelt, checksum, shape, listedName, likelyName };
constexpr auto texts(Because) {
  return std::to_array<EnumText<Because>>({{Because::onRecord, "onRecord"},
                                           {Because::misspelt, "misspelt"},
                                           {Because::checksum, "checksum"},
                                           {Because::shape, "shape"},
                                           {Because::listedName, "listedName"},
                                           {Because::likelyName, "likelyName"}});
}
[[nodiscard]] constexpr bool isCertain(Because because) { return because != Because::listedName && because != Because::likelyName; }

struct Mark {
  std::size_t begin = 0;  ///< bytes of the text
  std::size_t end = 0;
  Gives gives = Gives::name;
  Because because = Because::shape;
  std::string instead;  ///< what stands there when it is taken out: "[the child]", "ZZ5"
  friend bool operator==(const Mark&, const Mark&) = default;
};

/// The text with every marked piece replaced. Marks are in order and do not overlap.
[[nodiscard]] std::string without(std::string_view text, const std::vector<Mark>& marks);

}  // namespace homeward::disclosure
