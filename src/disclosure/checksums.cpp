#include "disclosure/checksums.h"

#include <algorithm>
#include <array>

#include "support/text.h"

namespace homeward::disclosure {
namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }
int digit(char c) { return c - '0'; }

}  // namespace

bool isNhsNumber(std::string_view digits) {
  if (digits.size() != 10 || !std::ranges::all_of(digits, isDigit)) return false;
  int sum = 0;
  for (int i = 0; i < 9; ++i) sum += digit(digits[static_cast<std::size_t>(i)]) * (10 - i);
  const int check = (11 - sum % 11) % 11;
  return check != 10 && check == digit(digits.back());
}

bool isUpn(std::string_view written) {
  constexpr std::string_view letters = "ABCDEFGHJKLMNPQRTUVWXYZ";
  const std::string upn = uppered(written);
  if (upn.size() != 13 || !std::ranges::all_of(upn.substr(1, 11), isDigit)) return false;
  const std::size_t last = isDigit(upn.back()) ? static_cast<std::size_t>(digit(upn.back())) : letters.find(upn.back());
  if (last == std::string_view::npos) return false;
  std::size_t sum = 0;
  for (std::size_t i = 1; i <= 11; ++i) sum += static_cast<std::size_t>(digit(upn[i])) * (i + 1);
  sum += last * 13;
  return letters[sum % letters.size()] == upn.front();
}

bool isNino(std::string_view written) {
  const std::string nino = uppered(written);
  if (nino.size() != 9 || !std::ranges::all_of(nino.substr(2, 6), isDigit)) return false;
  const auto oneOf = [](std::string_view letters, char c) { return letters.find(c) != std::string_view::npos; };
  if (!oneOf("ABCEGHJKLMNOPRSTWXYZ", nino[0]) || !oneOf("ABCEGHJKLMNPRSTWXYZ", nino[1]) || !oneOf("ABCD", nino[8])) return false;
  constexpr std::array<std::string_view, 7> never = {"BG", "GB", "KN", "NK", "NT", "TN", "ZZ"};
  return std::ranges::find(never, std::string_view(nino).substr(0, 2)) == never.end();
}

}  // namespace homeward::disclosure
