// What a gate says for itself, weightless until somebody wants to hear it: the pass over a whole market makes no text.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <variant>

#include "matching/asked.h"

namespace homeward::matching {

/// A word of the catalogue in two parts: {"need", "education"}.
struct Term {
  std::string_view group;
  std::string_view value;
};
using Said = std::variant<std::int64_t, Miles, Date, Term, std::string_view>;

/// A fact in the making: the texts that it views must live until it is heard.
class Say {
 public:
  static constexpr std::size_t most = 4;
  Say() = default;
  Say(std::string_view key, std::initializer_list<Said> arguments);
  [[nodiscard]] Fact fact() const;

 private:
  std::string_view m_key;
  std::array<Said, most> m_arguments;
  std::size_t m_count = 0;
};

/// The answer, with its reason where one is wanted.
GateResult answer(Reason* reason, GateResult result, const Say& why, const Say& bringsBack = {}, const Say& question = {});
/// For gates that nobody can answer before a setting is named.
GateResult notNamedYet(const Assignment& there, Reason* reason);

}  // namespace homeward::matching
