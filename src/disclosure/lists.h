// Lists that a text is read with: ordinary English words, first names in use in Britain, and the short forms of first names
// (resources/names). Private to this room. All in small letters without accents.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace homeward::disclosure {

[[nodiscard]] bool isCommonWord(std::string_view folded);
/// A common word, or one with a plain ending or opening.
[[nodiscard]] bool isOrdinary(std::string_view folded);
[[nodiscard]] bool isFirstName(std::string_view folded);
/// Other forms of a first name: the short ones of a formal name, and the formal ones with all their short forms of a short one.
[[nodiscard]] std::vector<std::string> formsOf(std::string_view folded);

}  // namespace homeward::disclosure
