// Everything in a text that tells, or may tell, who a child, its family, its carers or those who work with it are.
//
// First what is on record is looked for, then what tells by its shape, then what is likely to be a name: one of the first names that are in
// use, or any word that is no ordinary English word. What nobody has on record and nobody can tell from an ordinary word ("hope", "Grace"
// at the start of a sentence, "went with Green") is not found, nor an unknown word of four letters or fewer in small letters that nothing
// leads up to: a person reads the text before it leaves.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "disclosure/mark.h"
#include "disclosure/record.h"

namespace homeward::disclosure {

/// In order, none within or over another; next to one another with the same words instead they are one.
[[nodiscard]] std::vector<Mark> marksIn(std::string_view text, const Record& record);

/// Whether the search has a word in one of its lists: ordinary words, first names, short forms. Folded, as `foldedWords` gives it.
[[nodiscard]] bool isListed(std::string_view word);

}  // namespace homeward::disclosure
