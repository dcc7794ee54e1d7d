// Facts in plain English, from one catalogue of keys with arguments (`resources/wording/*.txt`).
//
// A line of the catalogue is `key = sentence`, where {0} is an argument formatted by its kind (money, miles, date, word) and
// {0|place|places} picks singular or plural by a whole number. A key that the catalogue lacks is a bug that tests find: it is shown as
// the key in brackets. The window asks its translations for the key first.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/fact.h"

namespace homeward::wording {

/// The template behind a key, or empty.
[[nodiscard]] std::string_view pattern(std::string_view key);
/// A word of the catalogue that opens the sentence has its capital; an argument that is missing stays "{0}".
[[nodiscard]] std::string sentence(const Fact& fact);
/// The same with another catalogue in front (translations): an empty answer falls back to English.
[[nodiscard]] std::string sentence(const Fact& fact, const std::function<std::string(std::string_view key)>& translated);
/// A word of the catalogue by its key, for enumerations: word("need", text(domain)). A value "kind:rest" that has no line of its own is
/// made by the line of its kind: word("feature", "language:Welsh") is "Welsh spoken".
[[nodiscard]] std::string word(std::string_view group, std::string_view value);
/// The same with the capital that a label has: "Emotional and mental health".
[[nodiscard]] std::string label(std::string_view group, std::string_view value);
/// The values of a group in the order of their keys, those that need a rest ("language") left out: what a list of features offers.
[[nodiscard]] std::vector<std::string_view> valuesOf(std::string_view group);
[[nodiscard]] std::string miles(double value);                  ///< "8.9 miles": one decimal, halves away from zero
[[nodiscard]] std::string wholeNumberText(std::int64_t value);  ///< "1,254", "−3" (U+2212)
/// "£900" where there are no pence, else "£1,453.14": nothing is rounded.
[[nodiscard]] std::string money(Money amount);
[[nodiscard]] std::string moneyRange(const MoneyRange& range);  ///< "£4,094 to £4,304", "£4,094 or more", "£900"

}  // namespace homeward::wording
