// A statement as data: a stable key and its arguments. The core gives facts; `wording` turns them into English, the window into the
// language of its reader. A fact can be stored, compared and opened again; it never holds finished prose.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "domain/dates.h"
#include "domain/money.h"

namespace homeward {

struct Miles {
  double value = 0.0;  ///< straight line, statute miles as the return counts them (1609.3 m)
  friend auto operator<=>(const Miles&, const Miles&) = default;
};

/// A word of the catalogue as an argument: "need.emotionalHealth" is "emotional and mental health".
struct Word {
  std::string key;
  friend bool operator==(const Word&, const Word&) = default;
};

using FactArgument = std::variant<std::int64_t, Miles, Money, MoneyRange, Date, Word, std::string>;

struct Fact {
  std::string key;  ///< "gate.age.outside"; empty: nothing to say
  std::vector<FactArgument> arguments;
  [[nodiscard]] bool empty() const { return key.empty(); }
  friend bool operator==(const Fact&, const Fact&) = default;
};

}  // namespace homeward
