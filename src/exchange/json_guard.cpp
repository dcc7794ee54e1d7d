#include "exchange/json_guard.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "exchange/problem.h"
#include "support/text.h"

namespace homeward::exchange {
namespace {

// Walks through the text without building anything from it, and remembers the first thing that is wrong.
class Guard final : public nlohmann::json_sax<nlohmann::json> {
 public:
  [[nodiscard]] const std::optional<Error>& error() const { return m_error; }

  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  // The library turns a whole number that has no room in 64 bits into a fraction, and loses its end.
  bool number_float(number_float_t, const string_t& written) override {
    if (written.find_first_of(".eE") != std::string::npos) return true;
    return stop(ErrorCode::unreadable, "The number " + inQuotes(written) + " is too large.");
  }
  bool string(string_t& text) override { return plain(text); }
  bool binary(binary_t&) override { return stop(ErrorCode::unreadable, "Binary values are no part of JSON."); }
  bool start_object(std::size_t) override { return enter(); }
  bool key(string_t& name) override {
    if (!plain(name)) return false;
    if (m_names.back().insert(name).second) return true;
    return stop(ErrorCode::unreadable, "The name " + inQuotes(name) + " stands twice in the same object.");
  }
  bool end_object() override { return leave(); }
  bool start_array(std::size_t) override { return enter(); }
  bool end_array() override { return leave(); }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& problem) override {
    constexpr int outOfRange = 400;  // the library's numbers for its kinds of problem begin at hundreds
    if (problem.id / 100 * 100 == outOfRange)
      return stop(ErrorCode::unreadable, "A number near byte " + std::to_string(position) + " is out of range.");
    return stop(ErrorCode::unreadable, "This is not well-formed JSON: the first mistake is near byte " + std::to_string(position) + ".");
  }

 private:
  bool enter() {
    if (m_names.size() == static_cast<std::size_t>(jsonMostLevels))
      return stop(ErrorCode::tooLarge, "The JSON is nested more than " + std::to_string(jsonMostLevels) + " levels deep.");
    m_names.emplace_back();
    return true;
  }
  bool leave() {
    m_names.pop_back();
    return true;
  }
  bool plain(const std::string& text) {
    return text.find('\0') == std::string::npos || stop(ErrorCode::unreadable, "A text in the JSON holds a NUL character.");
  }
  bool stop(ErrorCode code, std::string detail) {
    if (!m_error) m_error = Error{code, "json", std::move(detail)};
    return false;
  }

  std::vector<std::unordered_set<std::string>> m_names;  // of the objects (and, empty, the arrays) that are open
  std::optional<Error> m_error;
};

}  // namespace

Result<nlohmann::json> guardedJson(std::string_view bytes) {
  if (bytes.size() > jsonMostBytes) return fail(ErrorCode::tooLarge, "json", "The file is larger than 20 MB.");
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (!isUtf8(bytes)) return fail(ErrorCode::unreadable, "json", "The file is not UTF-8 text.");
  if (bytes.find('\0') != std::string_view::npos)
    return fail(ErrorCode::unreadable, "json", "The file holds a NUL character: it is not a text file.");
  Guard guard;
  const bool sound = nlohmann::json::sax_parse(bytes.begin(), bytes.end(), &guard);
  if (guard.error()) return tl::unexpected(*guard.error());
  if (!sound) return fail(ErrorCode::unreadable, "json", "This is not well-formed JSON.");
  auto value = nlohmann::json::parse(bytes.begin(), bytes.end(), nullptr, false);
  if (value.is_discarded()) return fail(ErrorCode::unreadable, "json", "This is not well-formed JSON.");
  return value;
}

}  // namespace homeward::exchange
