// A template cut into its pieces: plain text, arguments, and choices between singular and plural.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "support/result.h"

namespace homeward::wording {

struct Piece {
  enum class Kind { plain, argument, plural };
  Kind kind = Kind::plain;
  std::string_view text;  ///< plain: the text itself; else the piece as written, braces included
  std::size_t argument = 0;
  std::string_view one;   ///< plural: for exactly 1
  std::string_view many;  ///< plural: for all else
};

/// The pieces in order; the error's detail says what is malformed.
[[nodiscard]] Result<std::vector<Piece>> pieces(std::string_view pattern);

}  // namespace homeward::wording
