// Somebody's names in words that were typed for our own eyes: "his mother, Marigold Quill, on 3 March" holds "Marigold Quill".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/referral.h"

namespace homeward::app {

/// Runs of words with a capital, without those that tell nobody, days and months. One such word alone at the start of a sentence is its
/// capital and no name, unless the words say who somebody is (`who`).
[[nodiscard]] std::vector<std::string> namesIn(std::string_view words, bool who);
/// The people whom a referral itself names: who consented, who authorised, and whom somebody asked to care.
[[nodiscard]] std::vector<std::string> peopleNamed(const Referral& referral);

}  // namespace homeward::app
