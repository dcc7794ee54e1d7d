#include "wording/pieces.h"

#include <optional>

#include "support/text.h"

namespace homeward::wording {
namespace {

/// More than nine arguments are a sentence that nobody can read.
constexpr std::int64_t mostArguments = 10;

Result<Piece> bracedPiece(std::string_view whole) {
  const std::string_view inside = whole.substr(1, whole.size() - 2);
  const auto parts = split(inside, '|');
  const std::optional<std::int64_t> number = wholeNumber(parts.front());
  if (!number || *number < 0 || *number >= mostArguments)
    return fail(ErrorCode::invalid, std::string(whole), std::string(whole) + " does not name an argument from 0 to 9");
  if (parts.size() == 2 || parts.size() > 3)
    return fail(ErrorCode::invalid, std::string(whole), std::string(whole) + " needs one form for 1 and one for all else");
  Piece piece;
  piece.text = whole;
  piece.argument = static_cast<std::size_t>(*number);
  piece.kind = parts.size() == 1 ? Piece::Kind::argument : Piece::Kind::plural;
  if (piece.kind == Piece::Kind::plural) {
    piece.one = parts[1];
    piece.many = parts[2];
  }
  return piece;
}

}  // namespace

Result<std::vector<Piece>> pieces(std::string_view pattern) {
  std::vector<Piece> found;
  std::size_t at = 0;
  while (at < pattern.size()) {
    const std::size_t open = pattern.find_first_of("{}", at);
    if (open == std::string_view::npos) {
      found.push_back({Piece::Kind::plain, pattern.substr(at), 0, {}, {}});
      break;
    }
    if (pattern[open] == '}') return fail(ErrorCode::invalid, std::string(pattern), "a } without its {");
    if (open > at) found.push_back({Piece::Kind::plain, pattern.substr(at, open - at), 0, {}, {}});
    const std::size_t close = pattern.find_first_of("{}", open + 1);
    if (close == std::string_view::npos || pattern[close] == '{')
      return fail(ErrorCode::invalid, std::string(pattern), "a { without its }");
    auto piece = bracedPiece(pattern.substr(open, close - open + 1));
    if (!piece) return tl::unexpected<Error>(piece.error());
    found.push_back(*piece);
    at = close + 1;
  }
  return found;
}

}  // namespace homeward::wording
