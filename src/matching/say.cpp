#include "matching/say.h"

#include <algorithm>
#include <cassert>

namespace homeward::matching {

Say::Say(std::string_view key, std::initializer_list<Said> arguments) : m_key(key), m_count(arguments.size()) {
  assert(arguments.size() <= most);
  std::copy(arguments.begin(), arguments.end(), m_arguments.begin());
}

Fact Say::fact() const {
  Fact fact{std::string(m_key), {}};
  for (std::size_t i = 0; i < m_count; ++i)
    fact.arguments.push_back(std::visit(
        [](const auto& value) -> FactArgument {
          using Kind = std::decay_t<decltype(value)>;
          if constexpr (std::is_same_v<Kind, Term>)
            return word(value.group, value.value);
          else if constexpr (std::is_same_v<Kind, std::string_view>)
            return std::string(value);
          else
            return value;
        },
        m_arguments[i]));
  return fact;
}

GateResult answer(Reason* reason, GateResult result, const Say& why, const Say& bringsBack, const Say& question) {
  if (reason != nullptr) *reason = {why.fact(), bringsBack.fact(), question.fact()};
  return result;
}

GateResult notNamedYet(const Assignment& there, Reason* reason) {
  noSettingYet(there, reason);
  return GateResult::unknown;
}

}  // namespace homeward::matching
