// Numbers that people use for children and referrals: a letter and the next number that nothing has had.
#pragma once

#include <string>

#include "store/connection.h"

namespace homeward::store {

/// One more than the highest number in the table that begins so and goes on with digits only; at least four digits.
[[nodiscard]] Result<std::string> nextNumberIn(Connection& connection, const std::string& table, const std::string& prefix);

}  // namespace homeward::store
