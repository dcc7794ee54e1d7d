// A passphrase is never kept: what is kept is a slow, salted hash of it (Argon2id, RFC 9106), from which it cannot be worked back and
// which takes as long to try as it takes to check.
#pragma once

#include <string>
#include <string_view>

#include "support/result.h"

namespace homeward::secrets {

inline constexpr std::size_t shortestPassphrase = 8;  ///< characters

/// The hash to keep, as printable text with its salt and costs in it. `unavailable` when there is too little memory.
[[nodiscard]] Result<std::string> hashOf(std::string_view passphrase);
/// Is this the passphrase? False for a hash that is none.
[[nodiscard]] bool fits(std::string_view passphrase, const std::string& hash);

}  // namespace homeward::secrets
