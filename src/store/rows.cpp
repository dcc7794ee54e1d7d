#include "store/rows.h"

#include "support/text.h"

namespace homeward::store {

std::string listed(const std::vector<std::string>& columns) { return joined(columns, ", "); }

std::string marks(std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += i == 0 ? "?" : ", ?";
  return out;
}

std::string assignments(const std::vector<std::string>& columns) { return joined(columns, " = ?, ") + " = ?"; }

}  // namespace homeward::store
