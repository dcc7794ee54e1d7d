// Words that are likely to be names although nobody has them on record. Private to this room.
#pragma once

#include <vector>

#include "disclosure/mark.h"
#include "disclosure/words.h"

namespace homeward::disclosure {

[[nodiscard]] std::vector<Mark> likelyNamesIn(std::string_view text, const std::vector<Word>& words);

}  // namespace homeward::disclosure
