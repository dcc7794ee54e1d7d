// Where a list of postcodes has what is wanted of it.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "exchange/postcodes.h"

namespace homeward::exchange {

struct PostcodeColumns {
  PostcodeLayout layout = PostcodeLayout::plainList;
  bool header = true;  ///< the first row is one
  std::size_t width = 0;
  std::size_t postcode = 0;
  std::size_t east = 0;
  std::size_t north = 0;
  std::optional<std::size_t> district;
  std::optional<std::size_t> county;
  std::optional<std::size_t> quality;     ///< of the grid reference
  std::string_view withoutGrid;           ///< the quality that says there is none
  std::optional<std::size_t> terminated;  ///< month of termination, or empty
};

/// What the first row of a file tells; none if it is no layout that is known.
[[nodiscard]] std::optional<PostcodeColumns> columnsFrom(std::span<const std::string> firstRow);

}  // namespace homeward::exchange
