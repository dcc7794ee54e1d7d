#include "secrets/digest.h"

#include <sodium.h>

#include "secrets/ready.h"

namespace homeward::secrets {

static_assert(digestBytes == crypto_hash_sha256_BYTES);

std::string sha256(std::string_view bytes) {
  std::string hash(digestBytes, '\0');
  crypto_hash_sha256(reinterpret_cast<unsigned char*>(hash.data()), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  return hash;
}

std::string randomBytes(std::size_t count) {
  makeReady();
  std::string bytes(count, '\0');
  randombytes_buf(bytes.data(), bytes.size());
  return bytes;
}

}  // namespace homeward::secrets
