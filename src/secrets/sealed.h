// Files sealed by a passphrase: nobody without it reads them, and whoever changes, shortens or reorders a byte is found out.
//
// The key comes from the passphrase by Argon2id (RFC 9106) with a salt of its own; the content is sealed in pieces by libsodium's
// secretstream (XChaCha20-Poly1305). A check of the key stands in the head, so that a wrong passphrase is told from a changed file.
#pragma once

#include <string>
#include <string_view>

#include "support/result.h"

namespace homeward::secrets {

inline constexpr std::size_t mostSealedBytes = 20'000'000;

/// Takes most of a second and a quarter of a gigabyte, like `unsealed`: not for the thread of a window. Invalid: a passphrase shorter than
/// `shortestPassphrase`. Unavailable: too little memory for the key. Too large: more than 20 MB.
[[nodiscard]] Result<std::string> sealed(std::string_view bytes, std::string_view passphrase);
[[nodiscard]] bool isSealed(std::string_view bytes);
/// What was sealed. Refused (subject "passphrase"): it does not fit. Unreadable (subject "file"): it is no sealed file, or was changed.
[[nodiscard]] Result<std::string> unsealed(std::string_view bytes, std::string_view passphrase);

}  // namespace homeward::secrets
