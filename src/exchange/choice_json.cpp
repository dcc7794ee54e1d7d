#include "exchange/choice_json.h"

#include <concepts>
#include <limits>
#include <nlohmann/json.hpp>

#include "exchange/json_guard.h"

namespace homeward::exchange {
namespace {

using namespace disclosure;
using Json = nlohmann::ordered_json;

constexpr std::string_view choiceSchema = "homeward/choice/1";
constexpr std::string_view answerSchema = "homeward/choice-answer/1";

// One description of each value's members serves writing and reading: v("name", value.name) for each.
template <class R, class T>
concept Like = std::same_as<std::remove_cvref_t<R>, T>;

void members(Like<MoneyRange> auto& range, auto& v) { v("low", range.low), v("high", range.high); }
void members(Like<SheetLine> auto& line, auto& v) { v("sign", line.sign), v("words", line.words); }
void members(Like<SheetGroup> auto& group, auto& v) {
  v("title", group.title), v("lines", group.lines), v("moreTitle", group.moreTitle), v("more", group.more);
}
void members(Like<SheetFigure> auto& figure, auto& v) { v("label", figure.label), v("words", figure.words); }
void members(Like<SheetOption> auto& option, auto& v) {
  v("number", option.number), v("name", option.name), v("provider", option.provider), v("inChoice", option.inChoice);
  v("offered", option.offered), v("closed", option.closed), v("lawPrefers", option.lawPrefers), v("groups", option.groups);
  v("figures", option.figures), v("known", option.known), v("possible", option.possible), v("aWeek", option.aWeek);
  v("cells", option.cells);
}
void members(Like<SheetPerson> auto& person, auto& v) {
  v("number", person.number), v("name", person.name), v("role", person.role), v("agreesUpTo", person.agreesUpTo);
}
void members(Like<SheetVoice> auto& voice, auto& v) { v("name", voice.name), v("says", voice.says); }
void members(Like<ChoiceSheet> auto& sheet, auto& v) {
  v("code", sheet.code), v("number", sheet.number), v("people", sheet.people), v("voices", sheet.voices);
  v("essentials", sheet.essentials), v("essentialsWords", sheet.essentialsWords), v("background", sheet.background);
  v("sentBy", sheet.sentBy), v("sentAt", sheet.sentAt), v("sentTo", sheet.sentTo), v("decideBy", sheet.decideBy);
  v("expiresAt", sheet.expiresAt), v("costWords", sheet.costWords), v("rows", sheet.rows), v("options", sheet.options);
  v("persons", sheet.persons), v("movedIn", sheet.movedIn), v("fictional", sheet.fictional);
}
void members(Like<SheetReason> auto& reason, auto& v) { v("option", reason.option), v("code", reason.code), v("words", reason.words); }
void members(Like<SheetAnswer> auto& answer, auto& v) {
  v("code", answer.code), v("wantsMore", answer.wantsMore), v("chosen", answer.chosen), v("reasons", answer.reasons);
  v("decidedBy", answer.decidedBy), v("agreedBy", answer.agreedBy), v("budgetAgreedBy", answer.budgetAgreedBy);
  v("byTelephone", answer.byTelephone), v("childsViewHeard", answer.childsViewHeard), v("childsView", answer.childsView);
  v("comment", answer.comment), v("amendsReason", answer.amendsReason), v("at", answer.at);
}

class Writer {
 public:
  template <class T>
  void operator()(const char* name, const T& value) {
    m_object[name] = json(value);
  }
  template <class T>
  static Json of(const T& value) {
    Writer writer;
    members(value, writer);
    return std::move(writer.m_object);
  }

 private:
  static Json json(const std::string& value) { return value; }
  static Json json(bool value) { return value; }
  static Json json(std::int64_t value) { return value; }
  static Json json(int value) { return value; }
  static Json json(Date value) { return isoDate(value); }
  static Json json(Instant value) { return isoInstant(value); }
  static Json json(Money value) { return value.pence; }
  template <class T>
  static Json json(const std::optional<T>& value) {
    return value ? json(*value) : Json(nullptr);
  }
  template <class T>
  static Json json(const std::vector<T>& values) {
    Json list = Json::array();
    for (const T& value : values) list.push_back(json(value));
    return list;
  }
  template <class T>
  static Json json(const T& value) {
    if constexpr (std::is_enum_v<T>)
      return std::string(text(value));
    else
      return of(value);
  }
  Json m_object = Json::object();
};

/// Reads members by their names; the first that is missing, or is not what it should be, is kept with its place.
class Reader {
 public:
  Reader(const nlohmann::json& object, std::string place) : m_object(object), m_place(std::move(place)) {
    if (!object.is_object()) wrong("");
  }
  [[nodiscard]] const std::optional<Error>& error() const { return m_error; }
  template <class T>
  void operator()(const char* name, T& value) {
    if (m_error) return;
    const auto member = m_object.find(name);
    if (member == m_object.end()) return wrong(name);
    read(*member, value, name);
  }

 private:
  void wrong(const std::string& name) {
    if (m_error) return;
    std::string where = m_place;
    if (!name.empty()) where += (where.empty() ? "" : ".") + name;
    m_error = Error{ErrorCode::unreadable, "file",
                    "The file is not as Homeward writes it, at " + (where.empty() ? "its beginning" : where) + "."};
  }
  void read(const nlohmann::json& json, std::string& value, const std::string& name) {
    json.is_string() ? value = json.get<std::string>(), void() : wrong(name);
  }
  void read(const nlohmann::json& json, bool& value, const std::string& name) {
    json.is_boolean() ? value = json.get<bool>(), void() : wrong(name);
  }
  void read(const nlohmann::json& json, std::int64_t& value, const std::string& name) {
    const bool fits = json.is_number_integer() && (!json.is_number_unsigned() || json.get<std::uint64_t>() <= most);
    fits ? value = json.get<std::int64_t>(), void() : wrong(name);
  }
  void read(const nlohmann::json& json, int& value, const std::string& name) {
    std::int64_t wide = 0;
    read(json, wide, name);
    if (wide < std::numeric_limits<int>::min() || wide > std::numeric_limits<int>::max()) return wrong(name);
    value = static_cast<int>(wide);
  }
  void read(const nlohmann::json& json, Money& value, const std::string& name) { read(json, value.pence, name); }
  void read(const nlohmann::json& json, Date& value, const std::string& name) {
    const auto day = json.is_string() ? parseIsoDate(json.get<std::string>()) : std::nullopt;
    day ? value = *day, void() : wrong(name);
  }
  void read(const nlohmann::json& json, Instant& value, const std::string& name) {
    const auto moment = json.is_string() ? parseIsoInstant(json.get<std::string>()) : std::nullopt;
    moment ? value = *moment, void() : wrong(name);
  }
  template <class T>
  void read(const nlohmann::json& json, std::optional<T>& value, const std::string& name) {
    value.reset();
    if (!json.is_null()) read(json, value.emplace(), name);
  }
  template <class T>
  void read(const nlohmann::json& json, std::vector<T>& values, const std::string& name) {
    constexpr std::size_t mostValues = 10'000;
    if (!json.is_array() || json.size() > mostValues) return wrong(name);
    values.clear();
    for (std::size_t i = 0; i < json.size() && !m_error; ++i) read(json[i], values.emplace_back(), name + "[" + std::to_string(i) + "]");
  }
  template <class T>
  void read(const nlohmann::json& json, T& value, const std::string& name) {
    if constexpr (std::is_enum_v<T>) {
      const auto known = json.is_string() ? parse<T>(json.get<std::string>()) : std::nullopt;
      known ? value = *known, void() : wrong(name);
    } else {
      Reader inside(json, (m_place.empty() ? "" : m_place + ".") + name);
      members(value, inside);
      if (inside.m_error && !m_error) m_error = inside.m_error;
    }
  }
  static constexpr std::uint64_t most = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
  const nlohmann::json& m_object;
  std::string m_place;
  std::optional<Error> m_error;
};

template <class T>
std::string written(const T& value, std::string_view schema) {
  Json document{{"schema", std::string(schema)}};
  document.update(Writer::of(value));
  return document.dump(-1, ' ', false, Json::error_handler_t::replace);
}

template <class T>
Result<T> readAs(std::string_view text, std::string_view schema, const char* notThat) {
  const auto document = guardedJson(text);
  if (!document) return failed(document);
  const bool fits = document->is_object() && document->contains("schema") && (*document)["schema"] == schema;
  if (!fits) return fail(ErrorCode::unreadable, "file", notThat);
  T value;
  Reader reader(*document, {});
  members(value, reader);
  if (reader.error()) return tl::unexpected(*reader.error());
  return value;
}

}  // namespace

std::string choiceJson(const ChoiceSheet& sheet) { return written(sheet, choiceSchema); }
std::string answerJson(const SheetAnswer& answer) { return written(answer, answerSchema); }

Result<ChoiceSheet> readChoice(std::string_view text) {
  auto sheet = readAs<ChoiceSheet>(text, choiceSchema, "This file holds no choice: it is an answer to one, or something else.");
  if (!sheet) return sheet;
  constexpr int points = 1000;
  for (const SheetOption& option : sheet->options)
    if (option.cells.size() != sheet->rows.size() || option.known < 0 || option.possible > points || option.known > option.possible)
      return fail(ErrorCode::unreadable, "file", "The homes of this choice do not stand side by side. Ask for the file again.");
  return sheet;
}

Result<SheetAnswer> readAnswer(std::string_view text) {
  return readAs<SheetAnswer>(text, answerSchema, "This file holds no answer: it is the choice itself, or something else.");
}

}  // namespace homeward::exchange
