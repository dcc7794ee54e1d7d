// Texts about invented children, with planted pieces that tell who somebody is. What is planted is known, so what is left can be checked
// by other means than those that looked for it.
#pragma once

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "disclosure/record.h"

namespace homeward::tests {

/// A planted piece, and what of it must not be in the text that leaves.
struct Planted {
  std::string kind;     ///< "name", "misspelt", "school", "nhs", "unknown name", ...
  std::string written;  ///< as it stands in the text
  std::size_t at = 0;
  std::vector<std::string> words;  ///< each must be gone as a word, in any letters; or
  std::string compact;             ///< letters and digits that must not stand together, however they are grouped
};

struct GeneratedText {
  disclosure::Record record;
  std::vector<std::string> names;  ///< of the people on record, the child's first
  std::string school;
  std::string text;
  std::vector<Planted> planted;
  std::size_t words = 0;
};

/// The next text; names that no list and no record has are planted as "unknown name".
[[nodiscard]] GeneratedText generatedText(std::mt19937& chance);

/// What of a planted piece is in a text that leaves; empty: nothing. Of names that nobody has on record nothing is asked.
[[nodiscard]] std::string leftOf(const Planted& piece, std::string_view text);

/// Names that are kept out of every list that the search is made with, surnames and first names.
[[nodiscard]] const std::vector<std::string>& namesHeldOut();

}  // namespace homeward::tests
