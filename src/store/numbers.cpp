#include "store/numbers.h"

#include <algorithm>

namespace homeward::store {

Result<std::string> nextNumberIn(Connection& connection, const std::string& table, const std::string& prefix) {
  return reading(connection, [&]() -> Result<std::string> {
    Query query(connection, "SELECT coalesce(max(CAST(substr(number, ?) AS INTEGER)), 0) FROM " + table +
                                " WHERE number GLOB ? || '[0-9]*' AND substr(number, ?) NOT GLOB '*[^0-9]*' AND length(number) < 19");
    const int after = static_cast<int>(prefix.size()) + 1;
    query.with(after, prefix, after).next();
    const std::string digits = std::to_string(query.take<std::int64_t>() + 1);
    return prefix + std::string(digits.size() < 4 ? 4 - digits.size() : 0, '0') + digits;
  });
}

}  // namespace homeward::store
