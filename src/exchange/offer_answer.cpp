#include "exchange/offer_answer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "exchange/json_guard.h"
#include "exchange/offer_form.h"
#include "exchange/problem.h"
#include "exchange/xlsx_read.h"
#include "support/text.h"
#include "wording/wording.h"

namespace homeward::exchange {
namespace {

constexpr std::string_view answerVersion = "homeward/offer-answer/1";
constexpr std::size_t longestWords = 20'000;  // bytes of one answer in words

std::string said(const std::string& key, std::vector<FactArgument> arguments = {}) {
  return wording::sentence({"form." + key, std::move(arguments)});
}

/// One value of a line, and where it stands.
struct Given {
  std::string text;
  bool number = false;
  std::string where;
};
struct Line {
  Given answer;
  Given more;
};
/// The file as its lines by their keys; the days of numbers as the file counts them.
struct Lines {
  std::map<std::string, Line> byKey;
  bool daysFrom1904 = false;
  std::vector<AnswerProblem> problems;
};

/// Of a file that is wrong everywhere the first problems say enough.
void addProblem(std::vector<AnswerProblem>& problems, std::string where, std::string what) {
  if (problems.size() < answerMostProblems)
    problems.push_back({std::move(where), std::move(what)});
  else if (problems.size() == answerMostProblems)
    problems.push_back({"", said("problem.more")});
}

template <class Enum>
std::vector<std::pair<std::string, Enum>> worded(const std::string& set) {
  std::vector<std::pair<std::string, Enum>> words;
  for (const Enum value : all<Enum>()) words.emplace_back(wording::word(set, text(value)), value);
  return words;
}

std::vector<std::pair<std::string, bool>> yesOrNo() { return {{said("yes"), true}, {said("no"), false}}; }

/// Letters and digits in lower case with single blanks: "We offer a home. " is "we offer a home".
std::string plain(std::string_view words) {
  std::string out;
  for (const char c : lowered(collapsed(words)))
    if (c != '.' && c != ',' && c != '!' && c != '"') out.push_back(c);
  return std::string(trimmed(out));
}

/// Reads the lines one by one; what cannot be read is told and left out.
class Answers {
 public:
  explicit Answers(Lines lines) : m_lines(std::move(lines)) { m_answer.problems = std::move(m_lines.problems); }

  OfferAnswer read() {
    m_answer.reference = std::string(trimmed(words("reference")));
    m_answer.answer = choice<Answering>("answer", {{said("answer.offer"), Answering::offer},
                                                   {said("answer.decline"), Answering::decline},
                                                   {said("answer.question"), Answering::question}});
    m_answer.decline = choice<DeclineReason>("decline", worded<DeclineReason>("declineReason"));
    m_answer.question = words("question");
    m_answer.home = words("home");
    m_answer.type = choice<SettingType>("type", worded<SettingType>("settingType"));
    m_answer.district = uppered(words("district"));
    m_answer.availableFrom = day("availableFrom");
    m_answer.standsUntil = day("standsUntil");
    m_answer.days = days();
    m_answer.impactAssessed = yes("impact");
    m_answer.takes = takes();
    prices();
    packages();
    needs();
    features();
    m_answer.conditions = words("conditions");
    m_answer.why = words("why");
    if (!m_answer.answer && (!m_answer.home.empty() || !m_answer.prices.empty())) m_answer.answer = Answering::offer;
    if (!m_answer.answer && m_answer.decline) m_answer.answer = Answering::decline;
    if (!m_answer.answer && !m_answer.question.empty()) m_answer.answer = Answering::question;
    return std::move(m_answer);
  }

 private:
  void trouble(const Given& given, const std::string& what) { addProblem(m_answer.problems, given.where, what); }
  [[nodiscard]] const Line* line(const std::string& key) const {
    const auto at = m_lines.byKey.find(key);
    return at == m_lines.byKey.end() ? nullptr : &at->second;
  }
  std::string words(const std::string& key) {
    const Line* one = line(key);
    return one == nullptr ? std::string() : shortened(one->answer);
  }
  std::string shortened(const Given& given) {
    if (given.text.size() <= longestWords) return given.text;
    trouble(given, said("problem.long"));
    std::size_t cut = longestWords;
    while (cut > 0 && (static_cast<unsigned char>(given.text[cut]) & 0xC0U) == 0x80U) --cut;
    return given.text.substr(0, cut);
  }

  template <class T>
  std::optional<T> oneOf(const Given& given, const std::vector<std::pair<std::string, T>>& known) {
    if (given.text.empty()) return std::nullopt;
    for (const auto& [name, value] : known)
      if (plain(name) == plain(given.text)) return value;
    if constexpr (std::is_enum_v<T>)
      if (const auto code = parse<T>(given.text)) return code;
    std::vector<std::string> names;
    for (const auto& [name, value] : known) names.push_back(name);
    trouble(given, said("problem.choice", {inQuotes(given.text), listed(names, "or")}));
    return std::nullopt;
  }
  template <class T>
  std::optional<T> choice(const std::string& key, const std::vector<std::pair<std::string, T>>& known) {
    const Line* one = line(key);
    return one == nullptr ? std::nullopt : oneOf(one->answer, known);
  }
  std::optional<bool> yes(const std::string& key) { return choice<bool>(key, yesOrNo()); }

  std::optional<Date> day(const std::string& key) {
    const Line* one = line(key);
    if (one == nullptr || one->answer.text.empty()) return std::nullopt;
    const Given& given = one->answer;
    std::optional<Date> found = parseUkDate(given.text);
    if (!found) found = parseIsoDate(given.text);
    if (!found && given.number) {
      // Days of 1900 before March are a day off in every program, and nobody offers a home for then.
      constexpr std::int64_t earliest = 20'000;
      constexpr std::int64_t latest = 120'000;
      const auto serial = wholeNumber(given.text.substr(0, given.text.find('.')));
      if (serial && *serial >= earliest && *serial <= latest)
        found = (m_lines.daysFrom1904 ? date(1904, 1, 1) : date(1899, 12, 30)) + std::chrono::days{*serial};
    }
    if (!found) trouble(given, said("problem.day", {inQuotes(given.text)}));
    return found;
  }

  std::optional<int> days() {
    const Line* one = line("days");
    if (one == nullptr || one->answer.text.empty()) return std::nullopt;
    constexpr int most = 7'000;
    std::string_view number = one->answer.text;
    if (number.ends_with(".0")) number.remove_suffix(2);
    const auto count = wholeNumber(number);
    if (count && *count >= 1 && *count <= most) return static_cast<int>(*count);
    trouble(one->answer, said("problem.days", {inQuotes(one->answer.text)}));
    return std::nullopt;
  }

  /// "all", or numbers with commas and "and" between them: other words could mean anything.
  std::optional<std::vector<std::size_t>> takes() {
    const Line* one = line("takes");
    if (one == nullptr || one->answer.text.empty() || plain(one->answer.text) == said("takes.all")) return std::nullopt;
    std::string numbers = one->answer.text;
    if (one->answer.number && numbers.ends_with(".0")) numbers.resize(numbers.size() - 2);
    std::replace_if(
        numbers.begin(), numbers.end(), [](char c) { return c == ',' || c == ';' || c == '&' || c == '+'; }, ' ');
    std::set<std::size_t> people;
    constexpr std::int64_t mostPeople = 20;
    for (const std::string_view part : split(collapsed(numbers), ' ')) {
      if (part.empty() || part == "and") continue;
      const auto n = wholeNumber(part);
      if (!n || *n < 1 || *n > mostPeople) {
        people.clear();
        break;
      }
      people.insert(static_cast<std::size_t>(*n - 1));
    }
    if (people.empty()) trouble(one->answer, said("problem.takes", {inQuotes(one->answer.text)}));
    return std::vector<std::size_t>(people.begin(), people.end());
  }

  std::optional<Money> amount(const Given& given) {
    if (given.text.empty()) return std::nullopt;
    std::optional<Money> money;
    if (given.number) {
      // A program may write 900.1 as 900.10000000000002.
      constexpr double most = 10'000'000;
      const double value = std::strtod(given.text.c_str(), nullptr);
      if (std::isfinite(value) && value >= 0 && value < most) money = Money{std::llround(value * 100)};
    } else {
      money = parseMoney(given.text);
    }
    if (money && money->pence >= 0) return money;
    trouble(given, said("problem.amount", {inQuotes(given.text)}));
    return std::nullopt;
  }

  void prices() {
    for (const QuoteItem item : all<QuoteItem>()) {
      const Line* one = line("price." + std::string(text(item)));
      if (one == nullptr) continue;
      const auto charge = oneOf(one->more, worded<Charge>("charge"));
      const auto money = amount(one->answer);
      QuoteLine quoted;
      quoted.item = item;
      if (money && charge != Charge::inTheFee && charge != Charge::none && charge != Charge::notKnown) {
        quoted.amount = MoneyRange::exactly(*money);
        quoted.charge = charge.value_or(item == QuoteItem::oneOff ? Charge::once : Charge::weekly);
      } else if (charge == Charge::inTheFee || charge == Charge::none || charge == Charge::notKnown) {
        quoted.charge = *charge;
        quoted.amount = MoneyRange::exactly(Money{});
        if (money && money->pence > 0) trouble(one->more, said("problem.charge", {inQuotes(one->more.text), *money}));
      } else {
        if (charge) trouble(one->answer, said("problem.noAmount", {inQuotes(one->more.text)}));
        continue;
      }
      // What the house's rules refuse of a quote is no reason to refuse the rest of the answer.
      const bool cannotBe = (item == QuoteItem::coreFee && quoted.charge == Charge::once) ||
                            (item == QuoteItem::oneOff && quoted.charge == Charge::weekly) ||
                            (isContribution(item) && quoted.charge == Charge::inTheFee);
      if (cannotBe) {
        trouble(one->more, said("problem.cannotBeCharged", {wording::label("quoteItem", text(item)), inQuotes(one->more.text)}));
        continue;
      }
      m_answer.prices.push_back(std::move(quoted));
    }
  }

  void packages() {
    for (const auto& [key, one] : m_lines.byKey) {
      if (!key.starts_with("package.") || (one.answer.text.empty() && one.more.text.empty())) continue;
      const auto money = amount(one.answer);
      if (!money || one.more.text.empty()) {
        if (money || one.answer.text.empty()) trouble(one.answer.text.empty() ? one.more : one.answer, said("problem.package"));
        continue;
      }
      m_answer.packages.push_back({shortened(one.more), *money});
    }
  }

  void needs() {
    for (const auto& [key, one] : m_lines.byKey) {
      if (!key.starts_with("need.")) continue;
      const auto parts = split(key, '.');
      const auto person = parts.size() == 3 ? wholeNumber(parts[1]) : std::nullopt;
      const auto domain = parts.size() == 3 ? parse<NeedDomain>(parts[2]) : std::nullopt;
      if (!person || *person < 0 || *person > 20 || !domain) {
        trouble(one.answer, said("problem.key", {inQuotes(key)}));
        continue;
      }
      const auto meets = oneOf<Meets>(one.answer, {{said("meets.now"), Meets::now},
                                                   {said("meets.support"), Meets::withSupport},
                                                   {said("meets.no"), Meets::no},
                                                   {said("meets.open"), Meets::open}});
      const std::string how = shortened(one.more);
      if (meets || !how.empty()) m_answer.needs.push_back({static_cast<std::size_t>(*person), *domain, meets.value_or(Meets::open), how});
    }
  }

  void features() {
    for (const auto& [key, one] : m_lines.byKey) {
      if (!key.starts_with("feature.")) continue;
      constexpr std::size_t longest = 80;
      const std::string feature = key.substr(std::string_view("feature.").size());
      if (feature.empty() || feature.size() > longest) continue;
      if (const auto has = oneOf(one.answer, yesOrNo())) m_answer.features[feature] = *has;
    }
  }

  Lines m_lines;
  OfferAnswer m_answer;
};

// --- the form

Result<Lines> linesOfForm(std::string_view bytes) {
  const auto book = readWorkbook(bytes);
  if (!book) return failed(book);
  Lines lines;
  lines.daysFrom1904 = book->daysFrom1904;
  const ReadSheet* form = nullptr;
  for (const ReadSheet& sheet : book->sheets)
    for (const auto& [row, cells] : sheet.rows)
      if (const auto key = cells.find(0); key != cells.end() && key->second.text == "form") form = &sheet;
  if (form == nullptr)
    return fail(ErrorCode::unreadable, "form", "This workbook is not the form for an offer: the line that says so is missing.");
  for (const auto& [row, cells] : form->rows) {
    const auto key = cells.find(0);
    if (key == cells.end() || row == 0) continue;
    const auto given = [&, row = row](int column) {
      const auto at = cells.find(column);
      return at == cells.end() ? Given{{}, false, cellName(row, column)} : Given{at->second.text, at->second.number, cellName(row, column)};
    };
    constexpr int answers = 2;
    constexpr int more = 3;
    const bool first = lines.byKey.emplace(key->second.text, Line{given(answers), given(more)}).second;
    if (!first) addProblem(lines.problems, cellName(row, 0), said("problem.twice", {inQuotes(key->second.text)}));
  }
  if (lines.byKey["form"].answer.text != offerFormVersion)
    return fail(ErrorCode::unreadable, "form",
                "The form is " + inQuotes(lines.byKey["form"].answer.text) + "; this program reads \"" + std::string(offerFormVersion) +
                    "\". Send the referral again and ask for that form.");
  return lines;
}

// --- the same as JSON

std::string textOf(const nlohmann::json& value) {
  if (value.is_string()) return std::string(trimmed(value.get_ref<const std::string&>()));
  if (value.is_boolean()) return value.get<bool>() ? said("yes") : said("no");
  return value.is_number() ? value.dump() : std::string();
}

Result<Lines> linesOfJson(std::string_view bytes) {
  const auto document = guardedJson(bytes);
  if (!document) return failed(document);
  if (!document->is_object() || textOf(document->value("schema", nlohmann::json())) != answerVersion)
    return fail(ErrorCode::unreadable, "schema",
                "This JSON is not an answer to a referral: its \"schema\" is not \"" + std::string(answerVersion) + "\".");
  Lines lines;
  const auto wrong = [&](const std::string& where) { addProblem(lines.problems, where, said("problem.shape")); };
  static const std::set<std::string> known{"schema",        "reference",   "answer",         "decline",    "question", "home",
                                           "availableFrom", "standsUntil", "days",           "takes",      "prices",   "packages",
                                           "needs",         "features",    "impactAssessed", "conditions", "why"};
  for (const auto& [member, value] : document->items())
    if (!known.contains(member)) addProblem(lines.problems, member.substr(0, 60), said("problem.member", {inQuotes(member)}));
  const auto given = [&](const nlohmann::json& in, const std::string& member, const std::string& where) -> Given {
    if (!in.is_object() || !in.contains(member) || in[member].is_null()) return {{}, false, where};
    if (in[member].is_structured()) wrong(where);
    return {textOf(in[member]), in[member].is_number(), where};
  };
  for (const char* key : {"reference", "answer", "decline", "question", "availableFrom", "standsUntil", "days", "conditions", "why"})
    lines.byKey[key].answer = given(*document, key, key);
  lines.byKey["impact"].answer = given(*document, "impactAssessed", "impactAssessed");
  const nlohmann::json home = document->value("home", nlohmann::json());
  if (!home.is_null() && !home.is_object()) wrong("home");
  lines.byKey["home"].answer = given(home, "name", "home.name");
  for (const char* key : {"type", "district"}) lines.byKey[key].answer = given(home, key, std::string("home.") + key);

  // The members of a list, each an object.
  const auto each = [&](const std::string& list, const std::function<void(const nlohmann::json&, const std::string&)>& take) {
    if (!document->contains(list)) return;
    const nlohmann::json& values = (*document)[list];
    if (!values.is_array()) return wrong(list);
    if (values.size() > answerMostInAList) return addProblem(lines.problems, list, said("problem.list"));
    for (std::size_t i = 0; i < values.size(); ++i) {
      const std::string where = list + "[" + std::to_string(i) + "]";
      if (values[i].is_object())
        take(values[i], where);
      else
        wrong(where);
    }
  };
  const auto put = [&](const std::string& key, Line line, const std::string& where) {
    if (!lines.byKey.emplace(key, std::move(line)).second) addProblem(lines.problems, where, said("problem.twice", {inQuotes(key)}));
  };
  each("prices", [&](const nlohmann::json& price, const std::string& where) {
    const std::string item = given(price, "item", where).text;
    if (!parse<QuoteItem>(item)) return addProblem(lines.problems, where, said("problem.item", {inQuotes(item)}));
    put("price." + item, {given(price, "amount", where + ".amount"), given(price, "charge", where + ".charge")}, where);
  });
  each("packages", [&](const nlohmann::json& package, const std::string& where) {
    put("package." + where, {given(package, "aWeek", where + ".aWeek"), given(package, "name", where + ".name")}, where);
  });
  each("needs", [&](const nlohmann::json& need, const std::string& where) {
    const auto person = wholeNumber(given(need, "child", where).text);
    constexpr std::int64_t mostPeople = 20;
    if (!person || *person < 1 || *person > mostPeople) return addProblem(lines.problems, where, said("problem.child"));
    put("need." + std::to_string(*person - 1) + "." + given(need, "domain", where).text,
        {given(need, "meets", where + ".meets"), given(need, "how", where + ".how")}, where);
  });
  if (const nlohmann::json features = document->value("features", nlohmann::json());
      features.is_object() && features.size() <= answerMostInAList)
    for (const auto& [feature, has] : features.items())
      lines.byKey["feature." + feature].answer = given(features, feature, "features." + feature.substr(0, 60));
  else if (!features.is_null())
    wrong("features");
  if (const nlohmann::json takes = document->value("takes", nlohmann::json()); takes.is_array() && takes.size() <= answerMostInAList) {
    std::vector<std::string> numbers;
    for (const nlohmann::json& number : takes) numbers.push_back(number.is_number_integer() || number.is_string() ? textOf(number) : "?");
    lines.byKey["takes"].answer = {numbers.empty() ? std::string("?") : joined(numbers, " "), false, "takes"};
  } else if (!takes.is_null()) {
    lines.byKey["takes"].answer = {takes.is_string() ? textOf(takes) : std::string("?"), false, "takes"};
  }
  return lines;
}

}  // namespace

Result<OfferAnswer> readOfferAnswer(std::string_view bytes) {
  if (bytes.empty()) return fail(ErrorCode::unreadable, "file", "The file is empty. Ask for it again.");
  const bool zipped = bytes.starts_with("PK") || bytes.starts_with("\xD0\xCF");
  if (!zipped && bytes.size() > answerMostJson)
    return fail(ErrorCode::tooLarge, "file", "The file is larger than an answer can be. Choose the form that came back (.xlsx).");
  auto lines = zipped ? linesOfForm(bytes) : linesOfJson(bytes);
  if (!lines) return failed(lines);
  OfferAnswer answer = Answers(*std::move(lines)).read();
  if (answer.reference.empty())
    return fail(ErrorCode::invalid, "reference",
                "The answer has no reference: nobody can say which referral it is about. Ask the provider for theirs.");
  return answer;
}

}  // namespace homeward::exchange
