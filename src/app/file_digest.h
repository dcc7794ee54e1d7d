// The digest by which a file from outside is known again.
#pragma once

#include <string>
#include <string_view>

namespace homeward::app {

[[nodiscard]] std::string hexOf(std::string_view bytes);     ///< two lower-case digits a byte
[[nodiscard]] std::string digestOf(std::string_view bytes);  ///< SHA-256, in hexadecimal digits

}  // namespace homeward::app
