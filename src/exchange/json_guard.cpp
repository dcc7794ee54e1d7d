#include "exchange/json_guard.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "exchange/problem.h"
#include "support/text.h"

namespace homeward::exchange {
namespace {

// Walks through the text without building anything from it, and remembers the first thing that is wrong and where it stands.
class Guard final : public nlohmann::json_sax<nlohmann::json> {
 public:
  [[nodiscard]] const std::optional<Error>& error() const { return m_error; }

  bool null() override { return value(); }
  bool boolean(bool) override { return value(); }
  bool number_integer(number_integer_t) override { return value(); }
  bool number_unsigned(number_unsigned_t) override { return value(); }
  // The library turns a whole number that has no room in 64 bits into a fraction, and loses its end.
  bool number_float(number_float_t, const string_t& written) override {
    if (written.find_first_of(".eE") != std::string::npos) return value();
    value();
    return stop(ErrorCode::unreadable, "The number " + inQuotes(written) + " is too large.");
  }
  bool string(string_t& text) override { return value() && plain(text); }
  bool binary(binary_t&) override { return stop(ErrorCode::unreadable, "Binary values are no part of JSON."); }
  bool start_object(std::size_t) override { return value() && enter(false); }
  bool key(string_t& name) override {
    m_open.back().name = name;
    if (!plain(name)) return false;
    if (!m_open.back().names.insert(name).second)
      return stop(ErrorCode::unreadable, "The name " + inQuotes(name) + " stands twice in the same object.");
    return true;
  }
  bool end_object() override { return leave(); }
  bool start_array(std::size_t) override { return value() && enter(true); }
  bool end_array() override { return leave(); }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& problem) override {
    constexpr int outOfRange = 400;  // the library's numbers for its kinds of problem begin at hundreds
    if (problem.id / 100 * 100 == outOfRange)
      return stop(ErrorCode::unreadable, "A number near byte " + std::to_string(position) + " is out of range.");
    return stop(ErrorCode::unreadable, "This is not well-formed JSON: the first mistake is near byte " + std::to_string(position) + ".");
  }

 private:
  struct Open {
    bool list = false;
    std::size_t values = 0;
    std::string name = {};                       // of the member that is being read
    std::unordered_set<std::string> names = {};  // of an object's members so far
  };
  bool value() {
    if (!m_open.empty()) ++m_open.back().values;
    return true;
  }
  bool enter(bool list) {
    if (m_open.size() == static_cast<std::size_t>(jsonMostLevels))
      return stop(ErrorCode::tooLarge, "The JSON is nested more than " + std::to_string(jsonMostLevels) + " levels deep.");
    m_open.push_back({list});
    return true;
  }
  bool leave() {
    m_open.pop_back();
    return true;
  }
  bool plain(const std::string& text) {
    return text.find('\0') == std::string::npos || stop(ErrorCode::unreadable, "A text in the JSON holds a NUL character.");
  }
  /// "candidates[2].values": empty at the top.
  [[nodiscard]] std::string place() const {
    constexpr std::size_t levelsSaid = 8;
    std::string path;
    for (std::size_t i = 0; i < std::min(levelsSaid, m_open.size()); ++i) {
      const Open& open = m_open[i];
      if (open.list)
        path += "[" + std::to_string(open.values == 0 ? 0 : open.values - 1) + "]";
      else if (!open.name.empty())
        path += (path.empty() ? "" : ".") + shortened(open.name);
    }
    return path;
  }
  static std::string shortened(const std::string& name) { return name.size() <= 40 ? name : inQuotes(name); }
  bool stop(ErrorCode code, std::string detail) {
    if (m_error) return false;
    std::string where = place();
    m_error = Error{code, where.empty() ? "json" : std::move(where), std::move(detail)};
    return false;
  }

  std::vector<Open> m_open;
  std::optional<Error> m_error;
};

}  // namespace

Result<std::string_view> soundJson(std::string_view bytes) {
  if (bytes.size() > jsonMostBytes) return fail(ErrorCode::tooLarge, "json", "The file is larger than 20 MB.");
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  if (bytes.starts_with(mark)) bytes.remove_prefix(mark.size());
  // The library would take a second one away without a word.
  if (bytes.starts_with(mark)) return fail(ErrorCode::unreadable, "json", "The file begins with two byte-order marks: it is not JSON.");
  if (!isUtf8(bytes)) return fail(ErrorCode::unreadable, "json", "The file is not UTF-8 text.");
  if (bytes.find('\0') != std::string_view::npos)
    return fail(ErrorCode::unreadable, "json", "The file holds a NUL character: it is not a text file.");
  Guard guard;
  const bool sound = nlohmann::json::sax_parse(bytes.begin(), bytes.end(), &guard);
  if (guard.error()) return tl::unexpected(*guard.error());
  if (!sound) return fail(ErrorCode::unreadable, "json", "This is not well-formed JSON.");
  return bytes;
}

Result<nlohmann::json> guardedJson(std::string_view bytes) {
  const auto sound = soundJson(bytes);
  if (!sound) return tl::unexpected(sound.error());
  auto value = nlohmann::json::parse(sound->begin(), sound->end(), nullptr, false);
  if (value.is_discarded()) return fail(ErrorCode::unreadable, "json", "This is not well-formed JSON.");
  return value;
}

}  // namespace homeward::exchange
