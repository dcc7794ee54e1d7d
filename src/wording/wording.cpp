#include "wording/wording.h"

#include <cmath>
#include <cstdio>
#include <type_traits>

#include "wording/catalogue.h"
#include "wording/pieces.h"

namespace homeward::wording {
namespace {

using Translated = std::function<std::string(std::string_view key)>;

std::string templateOf(std::string_view key, const Translated& translated) {
  if (translated)
    if (std::string other = translated(key); !other.empty()) return other;
  return std::string(pattern(key));
}

/// ASCII is enough: every word of the catalogue begins with a plain letter, and what does not is left alone.
void capitalise(std::string& words) {
  if (!words.empty() && words.front() >= 'a' && words.front() <= 'z') words.front() = static_cast<char>(words.front() - 'a' + 'A');
}

std::string filledIn(std::string_view pattern, const std::vector<FactArgument>& arguments, const Translated& translated);

std::string wordByKey(std::string_view key, const Translated& translated) {
  if (std::string own = templateOf(key, translated); !own.empty()) return own;
  const std::size_t colon = key.find(':');
  if (colon != std::string_view::npos)
    if (const std::string kind = templateOf(key.substr(0, colon), translated); !kind.empty())
      return filledIn(kind, {std::string(key.substr(colon + 1))}, translated);
  return "[" + std::string(key) + "]";
}

std::string formatted(const FactArgument& argument, const Translated& translated) {
  return std::visit(
      [&](const auto& value) -> std::string {
        using Kind = std::decay_t<decltype(value)>;
        if constexpr (std::is_same_v<Kind, std::int64_t>)
          return wholeNumberText(value);
        else if constexpr (std::is_same_v<Kind, Miles>)
          return miles(value.value);
        else if constexpr (std::is_same_v<Kind, Money>)
          return money(value);
        else if constexpr (std::is_same_v<Kind, MoneyRange>)
          return moneyRange(value);
        else if constexpr (std::is_same_v<Kind, Date>)
          return longDate(value);
        else if constexpr (std::is_same_v<Kind, Word>)
          return wordByKey(value.key, translated);
        else
          return value;
      },
      argument);
}

bool isOne(const FactArgument& argument) {
  const auto* number = std::get_if<std::int64_t>(&argument);
  return number != nullptr && *number == 1;
}

std::string filledIn(std::string_view pattern, const std::vector<FactArgument>& arguments, const Translated& translated) {
  const auto cut = pieces(pattern);
  if (!cut) return std::string(pattern);  // a malformed translation is shown as it is, so that somebody mends it
  std::string made;
  for (const Piece& piece : *cut) {
    if (piece.kind == Piece::Kind::plain || piece.argument >= arguments.size()) {
      made += piece.text;
    } else if (piece.kind == Piece::Kind::plural) {
      made += isOne(arguments[piece.argument]) ? piece.one : piece.many;
    } else {
      std::string text = formatted(arguments[piece.argument], translated);
      if (made.empty() && std::holds_alternative<Word>(arguments[piece.argument])) capitalise(text);
      made += text;
    }
  }
  return made;
}

}  // namespace

std::string_view pattern(std::string_view key) { return Catalogue::builtIn().pattern(key); }

std::string sentence(const Fact& fact) { return sentence(fact, nullptr); }

std::string sentence(const Fact& fact, const Translated& translated) {
  if (fact.empty()) return {};
  const std::string found = templateOf(fact.key, translated);
  return found.empty() ? "[" + fact.key + "]" : filledIn(found, fact.arguments, translated);
}

std::string word(std::string_view group, std::string_view value) {
  std::string key(group);
  key += '.';
  key += value;
  return wordByKey(key, nullptr);
}

std::string label(std::string_view group, std::string_view value) {
  std::string words = word(group, value);
  capitalise(words);
  return words;
}

std::vector<std::string_view> valuesOf(std::string_view group) {
  std::vector<std::string_view> values;
  for (const std::string_view key : Catalogue::builtIn().keys())
    if (key.size() > group.size() + 1 && key.substr(0, group.size()) == group && key[group.size()] == '.' && argumentsOf(pattern(key)) == 0)
      values.push_back(key.substr(group.size() + 1));
  return values;
}

std::string miles(double value) {
  // printf would round the binary value half to even; the field rounds halves away from zero.
  const double tenths = std::round(value * 10.0);
  char text[32];
  std::snprintf(text, sizeof text, "%.1f miles", tenths / 10.0);
  return text;
}

std::string wholeNumberText(std::int64_t value) {
  std::string digits = std::to_string(value);
  const bool negative = digits.front() == '-';
  if (negative) digits.erase(0, 1);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return negative ? "\u2212" + digits : digits;
}

std::string money(Money amount) { return amount.pence % 100 == 0 ? wholePounds(amount) : poundsAndPence(amount); }

std::string moneyRange(const MoneyRange& range) {
  if (range.exact()) return money(range.low);
  if (!range.high) return money(range.low) + " or more";
  // Both ends alike: pence on one side only would read as if the other were rounded.
  const bool pence = range.low.pence % 100 != 0 || range.high->pence % 100 != 0;
  const auto shown = [pence](Money amount) { return pence ? poundsAndPence(amount) : wholePounds(amount); };
  return shown(range.low) + " to " + shown(*range.high);
}

}  // namespace homeward::wording
