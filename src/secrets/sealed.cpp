#include "secrets/sealed.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "secrets/passphrase.h"
#include "secrets/ready.h"

namespace homeward::secrets {
namespace {

constexpr std::string_view magic = "HOMEWARD SEALED 1\n";
constexpr std::size_t pieceBytes = 64 * 1024;
constexpr std::size_t checkBytes = 32;
constexpr std::size_t sealBytes = crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr std::size_t streamHead = crypto_secretstream_xchacha20poly1305_HEADERBYTES;
// A file from outside does not say how much memory it takes to open it.
constexpr unsigned long long opsLimit = crypto_pwhash_OPSLIMIT_MODERATE;
constexpr std::size_t memLimit = crypto_pwhash_MEMLIMIT_MODERATE;
constexpr std::size_t headBytes = magic.size() + crypto_pwhash_SALTBYTES + checkBytes + streamHead;

const unsigned char* raw(std::string_view bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }
unsigned char* raw(std::string& bytes) { return reinterpret_cast<unsigned char*>(bytes.data()); }

/// Gone from memory with the value.
struct Key {
  std::array<unsigned char, crypto_secretstream_xchacha20poly1305_KEYBYTES> bytes{};
  Key() = default;
  Key(const Key&) = default;
  Key& operator=(const Key&) = delete;
  ~Key() { sodium_memzero(bytes.data(), bytes.size()); }
};

Result<Key> keyOf(std::string_view passphrase, std::string_view salt) {
  Key key;
  if (crypto_pwhash(key.bytes.data(), key.bytes.size(), passphrase.data(), passphrase.size(), raw(salt), opsLimit, memLimit,
                    crypto_pwhash_ALG_ARGON2ID13) != 0)
    return fail(ErrorCode::unavailable, "passphrase", "There is too little memory for the passphrase. Close other programs and try again.");
  return key;
}

/// Tells whether a key is the one, and nothing about it.
std::string checkOf(const Key& key) {
  constexpr std::string_view purpose = "homeward sealed file: check of the key";
  std::string check(checkBytes, '\0');
  crypto_generichash(raw(check), check.size(), raw(purpose), purpose.size(), key.bytes.data(), key.bytes.size());
  return check;
}

tl::unexpected<Error> changed() {
  return fail(ErrorCode::unreadable, "file", "The file was changed or damaged since it was written. Ask for it again.");
}

}  // namespace

bool isSealed(std::string_view bytes) { return bytes.starts_with(magic); }

Result<std::string> sealed(std::string_view bytes, std::string_view passphrase) {
  makeReady();
  if (passphrase.size() < shortestPassphrase)
    return fail(ErrorCode::invalid, "passphrase",
                "Use a passphrase of " + std::to_string(shortestPassphrase) + " characters or more: several words are easiest to tell.");
  if (bytes.size() > mostSealedBytes) return fail(ErrorCode::tooLarge, "file", "What is to be sealed is larger than 20 MB.");
  std::string salt(crypto_pwhash_SALTBYTES, '\0');
  randombytes_buf(salt.data(), salt.size());
  const auto key = keyOf(passphrase, salt);
  if (!key) return failed(key);
  std::string head = std::string(magic) + salt + checkOf(*key);
  crypto_secretstream_xchacha20poly1305_state state;
  std::string stream(streamHead, '\0');
  crypto_secretstream_xchacha20poly1305_init_push(&state, raw(stream), key->bytes.data());
  std::string out = head + stream;
  std::string piece(pieceBytes + sealBytes, '\0');
  do {
    const std::size_t size = std::min(bytes.size(), pieceBytes);
    const bool last = size == bytes.size();
    unsigned long long made = 0;
    // The head is part of what the first piece vouches for.
    crypto_secretstream_xchacha20poly1305_push(&state, raw(piece), &made, raw(bytes), size, raw(head), head.size(),
                                               last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : 0);
    out.append(piece, 0, static_cast<std::size_t>(made));
    bytes.remove_prefix(size);
    if (last) break;
  } while (true);
  sodium_memzero(&state, sizeof state);
  return out;
}

Result<std::string> unsealed(std::string_view bytes, std::string_view passphrase) {
  makeReady();
  if (!isSealed(bytes)) return fail(ErrorCode::unreadable, "file", "This is not a file that Homeward sealed.");
  if (bytes.size() < headBytes + sealBytes) return changed();
  if (bytes.size() > mostSealedBytes + mostSealedBytes / 100) return fail(ErrorCode::tooLarge, "file", "The file is larger than 20 MB.");
  const std::string_view salt = bytes.substr(magic.size(), crypto_pwhash_SALTBYTES);
  const auto key = keyOf(passphrase, salt);
  if (!key) return failed(key);
  const std::string check = checkOf(*key);
  const std::string_view head = bytes.substr(0, headBytes - streamHead);
  if (sodium_memcmp(check.data(), head.data() + magic.size() + salt.size(), checkBytes) != 0)
    return fail(ErrorCode::refused, "passphrase", "The passphrase does not fit this file. It is the one that the sender told you.");
  crypto_secretstream_xchacha20poly1305_state state;
  if (crypto_secretstream_xchacha20poly1305_init_pull(&state, raw(bytes.substr(head.size(), streamHead)), key->bytes.data()) != 0)
    return changed();
  bytes.remove_prefix(headBytes);
  std::string out;
  std::string piece(pieceBytes, '\0');
  unsigned char tag = 0;
  while (tag != crypto_secretstream_xchacha20poly1305_TAG_FINAL) {
    const std::size_t size = std::min(bytes.size(), pieceBytes + sealBytes);
    unsigned long long made = 0;
    if (size < sealBytes ||
        crypto_secretstream_xchacha20poly1305_pull(&state, raw(piece), &made, &tag, raw(bytes), size, raw(head), head.size()) != 0)
      return changed();
    out.append(piece, 0, static_cast<std::size_t>(made));
    bytes.remove_prefix(size);
  }
  sodium_memzero(&state, sizeof state);
  sodium_memzero(piece.data(), piece.size());
  if (!bytes.empty()) return changed();
  return out;
}

}  // namespace homeward::secrets
