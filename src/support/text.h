// Small questions about text, byte-wise and without a locale: the case file and its exports are UTF-8 everywhere.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace homeward {

[[nodiscard]] std::string_view trimmed(std::string_view text);  ///< without ASCII white space at both ends
[[nodiscard]] std::string lowered(std::string_view text);       ///< ASCII letters only
[[nodiscard]] std::string uppered(std::string_view text);       ///< ASCII letters only
[[nodiscard]] std::string collapsed(std::string_view text);     ///< runs of white space (line breaks too) as one blank, trimmed
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char at);  ///< "a,,b" has three parts; "" has one
[[nodiscard]] std::string joined(const std::vector<std::string>& parts, std::string_view between);
[[nodiscard]] std::optional<std::int64_t> wholeNumber(std::string_view text);  ///< decimal, optional leading minus, nothing else
[[nodiscard]] bool isUtf8(std::string_view bytes);                             ///< well-formed: no overlong forms, no surrogates
[[nodiscard]] std::string fromWindows1252(std::string_view bytes);             ///< undefined bytes become U+FFFD
[[nodiscard]] std::string fromUtf16(std::string_view bytes,
                                    bool bigEndian);  ///< without a byte-order mark; bad surrogates and half a unit become U+FFFD
/// "a, b and c" with the given last word.
[[nodiscard]] std::string listed(const std::vector<std::string>& parts, std::string_view lastWord = "and");

}  // namespace homeward
