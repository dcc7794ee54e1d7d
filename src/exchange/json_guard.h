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

/// Errors: tooLarge (bytes, or levels of nesting); unreadable (no UTF-8, a NUL, no JSON, one name twice in an object, a whole number beyond
/// 64 bits or a number beyond what a double holds), with the byte at which it was found.
[[nodiscard]] Result<nlohmann::json> guardedJson(std::string_view bytes);

}  // namespace homeward::exchange
