#include "app/file_digest.h"

#include "secrets/digest.h"

namespace homeward::app {

std::string hexOf(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string hex;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    hex.push_back(digits[byte >> 4U]);
    hex.push_back(digits[byte & 0xFU]);
  }
  return hex;
}

std::string digestOf(std::string_view bytes) { return hexOf(secrets::sha256(bytes)); }

}  // namespace homeward::app
