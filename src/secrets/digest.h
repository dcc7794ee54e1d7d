// Digests and chance from the operating system, for the chain of the history. The only room that speaks to libsodium.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace homeward::secrets {

inline constexpr std::size_t digestBytes = 32;

/// SHA-256, as bytes.
[[nodiscard]] std::string sha256(std::string_view bytes);
[[nodiscard]] std::string randomBytes(std::size_t count);

}  // namespace homeward::secrets
