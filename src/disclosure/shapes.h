// What tells by its shape alone: numbers, days, postcodes, addresses, links. Private to this room.
#pragma once

#include <vector>

#include "disclosure/mark.h"
#include "disclosure/words.h"

namespace homeward::disclosure {

/// By their places in the text that was flattened; some may lie within others. `instead` is set for a postcode alone: its first half.
///
/// A day is one that names day and month, with or without the year, in figures only with the year; months and years by themselves stay.
/// A number is any with six digits or more, blanks, hyphens, brackets or up to three letters among them.
[[nodiscard]] std::vector<Mark> shapesIn(const Flat& flat);

}  // namespace homeward::disclosure
