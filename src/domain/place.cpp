#include "domain/place.h"

#include <algorithm>
#include <array>

#include "support/text.h"

namespace homeward {
namespace {

/// 'A' for a letter, '9' for a digit, '?' else: "SW1A 1AA" without its blank has the shape "AA9A9AA".
std::string shape(std::string_view text) {
  std::string out;
  for (const char c : text) out.push_back(c >= 'A' && c <= 'Z' ? 'A' : c >= '0' && c <= '9' ? '9' : '?');
  return out;
}

}  // namespace

std::optional<std::string> standardPostcode(std::string_view text) {
  std::string plain = uppered(text);
  std::erase_if(plain, [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); });
  constexpr std::array<std::string_view, 6> outwardShapes = {"A9", "A99", "AA9", "AA99", "A9A", "AA9A"};
  if (plain.size() < 5) return std::nullopt;
  const std::string outward = plain.substr(0, plain.size() - 3);
  const std::string inward = plain.substr(plain.size() - 3);
  const bool girobank = plain == "GIR0AA";  // the one postcode whose outward part has no digit
  if (!girobank && (shape(inward) != "9AA" || std::ranges::find(outwardShapes, shape(outward)) == outwardShapes.end())) return std::nullopt;
  return outward + " " + inward;
}

std::optional<std::string> standardDistrict(std::string_view text) {
  const std::string_view bare = trimmed(text);
  const auto whole = standardPostcode(std::string(bare) + "1AA");
  return whole && bare.find(' ') == std::string_view::npos ? std::optional(outcode(*whole)) : std::nullopt;
}

std::string outcode(std::string_view postcode) {
  const std::string standard = standardPostcode(postcode).value_or(uppered(trimmed(postcode)));
  return standard.substr(0, standard.find(' '));
}

}  // namespace homeward
