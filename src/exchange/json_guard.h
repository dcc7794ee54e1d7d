// JSON from outside, looked at before anything is built from it: a library that parses what it is given would follow a hundred thousand
// levels and take the last of two values of the same name without a word.
//
// Private to this room and to its tests: other rooms get values, not JSON.
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string_view>

#include "support/result.h"

namespace homeward::exchange {

inline constexpr std::size_t jsonMostBytes = 20'000'000;
inline constexpr int jsonMostLevels = 64;

/// The text without its byte-order mark, when it is JSON that can be built from. The errors name the place ("candidates[2].values") where
/// the text had come to one: tooLarge (bytes, or levels of nesting); unreadable (no UTF-8, a NUL, no JSON, one name twice in an object, a
/// whole number beyond 64 bits or a number beyond what a double holds), with the byte where no place is known.
[[nodiscard]] Result<std::string_view> soundJson(std::string_view bytes);
/// The same, built.
[[nodiscard]] Result<nlohmann::json> guardedJson(std::string_view bytes);

}  // namespace homeward::exchange
