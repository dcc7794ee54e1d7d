#include "secrets/passphrase.h"

#include <sodium.h>

#include <array>

#include "secrets/ready.h"

namespace homeward::secrets {

Result<std::string> hashOf(std::string_view passphrase) {
  makeReady();
  std::array<char, crypto_pwhash_STRBYTES> kept{};
  // 64 MiB and about a tenth of a second: what somebody who comes back to the desk will wait for.
  if (crypto_pwhash_str_alg(kept.data(), passphrase.data(), passphrase.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                            crypto_pwhash_MEMLIMIT_INTERACTIVE, crypto_pwhash_ALG_ARGON2ID13) != 0)
    return fail(ErrorCode::unavailable, "passphrase",
                "There is too little memory to keep a passphrase. Close other programs and try again.");
  return std::string(kept.data());
}

bool fits(std::string_view passphrase, const std::string& hash) {
  makeReady();
  if (hash.size() >= crypto_pwhash_STRBYTES) return false;
  std::array<char, crypto_pwhash_STRBYTES> kept{};
  hash.copy(kept.data(), hash.size());
  return crypto_pwhash_str_verify(kept.data(), passphrase.data(), passphrase.size()) == 0;
}

}  // namespace homeward::secrets
