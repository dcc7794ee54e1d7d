#include "exchange/matching_problem.h"

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "exchange/json_guard.h"
#include "exchange/problem.h"

namespace homeward::exchange {
namespace {

using matching::GateResult;
using matching::Interval;
using matching::Problem;
using nlohmann::json;

constexpr const char* schema = "homeward/matching-problem/1";
constexpr std::int64_t mostPence = 1'000'000'000'000;

/// The names of two objects in the order in which the file has them: the library keeps an object's members by name.
struct NamesInOrder {
  std::vector<std::string> criteria;  ///< of "weights"
  std::vector<std::string> gates;     ///< of the first candidate's "gates"
};

class NameReader final : public nlohmann::json_sax<json> {
 public:
  [[nodiscard]] NamesInOrder take() { return std::move(m_names); }
  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool string(string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }
  bool start_object(std::size_t) override {
    m_path.emplace_back();
    const bool candidate = m_path.size() == 3 && m_path[0] == "candidates" && m_path[1] == list;
    if (candidate) ++m_candidates;
    return true;
  }
  bool key(string_t& name) override {
    if (m_path.size() == 2 && m_path[0] == "weights") m_names.criteria.push_back(name);
    if (m_path.size() == 4 && m_path[0] == "candidates" && m_path[1] == list && m_path[2] == "gates" && m_candidates == 1)
      m_names.gates.push_back(name);
    m_path.back() = name;
    return true;
  }
  bool end_object() override {
    m_path.pop_back();
    return true;
  }
  bool start_array(std::size_t) override {
    m_path.emplace_back(list);
    return true;
  }
  bool end_array() override { return end_object(); }
  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override { return false; }

 private:
  static constexpr const char* list = "[]";
  std::vector<std::string> m_path;
  std::size_t m_candidates = 0;
  NamesInOrder m_names;
};

tl::unexpected<Error> refused(std::string place, std::string why) { return fail(ErrorCode::invalid, std::move(place), std::move(why)); }

/// A name inside a place; long or strange ones are cut short.
std::string under(const std::string& place, const std::string& name) {
  std::string said = name;
  const bool plain = name.size() <= 40 && std::none_of(name.begin(), name.end(), [](unsigned char c) { return c < 0x20; });
  if (!plain) said = inQuotes(name);
  return place.empty() ? said : place + "." + said;
}

/// Exactly the members that there have to be, and those that may be.
Result<void> membersOf(const json& object, const std::string& place, std::initializer_list<const char*> needed,
                       std::initializer_list<const char*> allowed) {
  if (!object.is_object()) return refused(place.empty() ? "json" : place, "This has to be an object.");
  for (const char* name : needed)
    if (!object.contains(name)) return refused(under(place, name), "This is missing.");
  for (const auto& [name, value] : object.items()) {
    const auto is = [&name = name](const char* known) { return name == known; };
    if (std::none_of(needed.begin(), needed.end(), is) && std::none_of(allowed.begin(), allowed.end(), is))
      return refused(under(place, name), "The format has nothing of this name.");
  }
  return {};
}

Result<std::int64_t> whole(const json& value, const std::string& place, std::int64_t least, std::int64_t most) {
  const auto wanted = [&] { return "This has to be a whole number from " + std::to_string(least) + " to " + std::to_string(most) + "."; };
  if (!value.is_number_integer()) return refused(place, wanted());
  if (value.is_number_unsigned() && value.get<std::uint64_t>() > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
    return refused(place, wanted());
  const auto number = value.get<std::int64_t>();
  if (number < least || number > most) return refused(place, wanted());
  return number;
}

Result<std::string> words(const json& value, const std::string& place) {
  if (!value.is_string() || value.get_ref<const std::string&>().empty()) return refused(place, "This has to be a text that is not empty.");
  return value.get<std::string>();
}

Result<Interval> valueOf(const json& value, const std::string& place) {
  if (value.is_null()) return matching::unknownValue;
  if (value.is_array()) {
    if (value.size() != 2) return refused(place, "An interval has two ends: [lowest, highest].");
    const auto low = whole(value[0], place + "[0]", 0, 1000);
    if (!low) return tl::unexpected(low.error());
    const auto high = whole(value[1], place + "[1]", 0, 1000);
    if (!high) return tl::unexpected(high.error());
    if (*low > *high) return refused(place, "The lower end of an interval comes first.");
    return Interval{static_cast<std::int16_t>(*low), static_cast<std::int16_t>(*high)};
  }
  if (!value.is_number_integer())
    return refused(place, "This has to be a whole number from 0 to 1000, an interval [lowest, highest] or null.");
  const auto number = whole(value, place, 0, 1000);
  if (!number) return tl::unexpected(number.error());
  return matching::known(static_cast<int>(*number));
}

Result<std::optional<MoneyRange>> costOf(const json& value, const std::string& place) {
  if (value.is_null()) return std::optional<MoneyRange>();
  if (value.is_array()) {
    if (value.size() != 2)
      return refused(place, "A range has two ends: [lowest, highest], or [lowest, null] where the highest is not known.");
    const auto low = whole(value[0], place + "[0]", 0, mostPence);
    if (!low) return tl::unexpected(low.error());
    MoneyRange range{Money{*low}, std::nullopt};
    if (!value[1].is_null()) {
      const auto high = whole(value[1], place + "[1]", 0, mostPence);
      if (!high) return tl::unexpected(high.error());
      if (*low > *high) return refused(place, "The lower end of a range comes first.");
      range.high = Money{*high};
    }
    return std::optional(range);
  }
  if (!value.is_number_integer())
    return refused(place, "This has to be a whole number of pence, a range [lowest, highest], [lowest, null] or null.");
  const auto pence = whole(value, place, 0, mostPence);
  if (!pence) return tl::unexpected(pence.error());
  return std::optional(MoneyRange::exactly(Money{*pence}));
}

Result<std::optional<GridPoint>> pointOf(const json& candidate, const std::string& place) {
  constexpr std::int64_t most = std::numeric_limits<std::int32_t>::max();
  const bool east = candidate.contains("east");
  const bool north = candidate.contains("north");
  if (!east && !north) return std::optional<GridPoint>();
  if (east != north) return refused(under(place, east ? "north" : "east"), "East and north stand together or not at all.");
  const auto x = whole(candidate["east"], under(place, "east"), -most, most);
  if (!x) return tl::unexpected(x.error());
  const auto y = whole(candidate["north"], under(place, "north"), -most, most);
  if (!y) return tl::unexpected(y.error());
  return std::optional(GridPoint{static_cast<std::int32_t>(*x), static_cast<std::int32_t>(*y)});
}

/// Exactly those names.
Result<void> sameNames(const json& object, const std::string& place, const std::vector<std::string>& names, const char* why) {
  if (!object.is_object()) return refused(place, "This has to be an object.");
  for (const std::string& name : names)
    if (!object.contains(name)) return refused(under(place, name), std::string("This is missing: ") + why);
  if (object.size() == names.size()) return {};
  for (const auto& [name, value] : object.items())
    if (std::find(names.begin(), names.end(), name) == names.end())
      return refused(under(place, name), std::string("This is one too many: ") + why);
  return {};
}

Result<void> readGates(Problem& problem, const json& gates, const std::string& place) {
  if (auto same = sameNames(gates, place, problem.gates, "every candidate has the gates of the first."); !same) return same;
  for (const std::string& name : problem.gates) {
    const json& result = gates[name];
    if (name.empty()) return refused(place, "A gate needs a name.");
    const auto known = result.is_string() ? parse<GateResult>(result.get_ref<const std::string&>()) : std::nullopt;
    if (!known) return refused(under(place, name), "A gate is \"pass\", \"fail\" or \"unknown\".");
    problem.gateResults.push_back(*known);
  }
  return {};
}

Result<void> readValues(Problem& problem, const json& values, const std::string& place) {
  if (auto same = sameNames(values, place, problem.criteria, "every candidate has a value for each of the weights."); !same) return same;
  for (const std::string& name : problem.criteria) {
    const auto value = valueOf(values[name], under(place, name));
    if (!value) return tl::unexpected(value.error());
    problem.values.push_back(*value);
  }
  return {};
}

Result<void> readCandidate(Problem& problem, const json& object, const std::string& place) {
  if (auto members = membersOf(object, place, {"id", "type", "provider", "wholeCostPence", "gates", "values"}, {"east", "north"}); !members)
    return members;
  matching::Candidate candidate;
  auto id = words(object["id"], under(place, "id"));
  if (!id) return tl::unexpected(id.error());
  auto type = words(object["type"], under(place, "type"));
  if (!type) return tl::unexpected(type.error());
  auto provider = words(object["provider"], under(place, "provider"));
  if (!provider) return tl::unexpected(provider.error());
  candidate.id = *std::move(id);
  candidate.types.push_back(*std::move(type));
  candidate.providers.push_back(*std::move(provider));
  const auto point = pointOf(object, place);
  if (!point) return tl::unexpected(point.error());
  candidate.place = *point;
  const auto cost = costOf(object["wholeCostPence"], under(place, "wholeCostPence"));
  if (!cost) return tl::unexpected(cost.error());
  candidate.cost = *cost;
  problem.candidates.push_back(std::move(candidate));
  if (auto gates = readGates(problem, object["gates"], under(place, "gates")); !gates) return gates;
  return readValues(problem, object["values"], under(place, "values"));
}

Result<void> readWeights(Problem& problem, const json& weights) {
  if (!weights.is_object() || weights.empty()) return refused("weights", "Give every criterion its weight; there is at least one.");
  std::int64_t sum = 0;
  for (const std::string& name : problem.criteria) {
    if (name.empty()) return refused("weights", "A criterion needs a name.");
    const auto weight = whole(weights[name], under("weights", name), 0, 1000);
    if (!weight) return tl::unexpected(weight.error());
    problem.weights.push_back(static_cast<int>(*weight));
    sum += *weight;
  }
  if (sum != 1000) return refused("weights", "The weights add up to " + std::to_string(sum) + ", not to 1000.");
  return {};
}

Result<Problem> problemOf(const json& document, NamesInOrder names) {
  if (auto members = membersOf(document, "", {"schema", "weights", "candidates"}, {"stage"}); !members)
    return tl::unexpected(members.error());
  if (document["schema"] != schema) return refused("schema", std::string("This program reads \"") + schema + "\".");
  Problem problem;
  if (const auto stage = document.find("stage"); stage != document.end()) {
    if (*stage != "offers" && *stage != "market") return refused("stage", "The stage is \"offers\" or \"market\".");
    problem.stage = *stage == "market" ? matching::Stage::market : matching::Stage::offers;
  }
  problem.criteria = std::move(names.criteria);
  problem.gates = std::move(names.gates);
  if (auto weights = readWeights(problem, document["weights"]); !weights) return tl::unexpected(weights.error());
  const json& candidates = document["candidates"];
  if (!candidates.is_array() || candidates.empty()) return refused("candidates", "List the candidates; there is at least one.");
  std::unordered_set<std::string> ids;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const std::string place = "candidates[" + std::to_string(i) + "]";
    if (auto candidate = readCandidate(problem, candidates[i], place); !candidate) return tl::unexpected(candidate.error());
    if (!ids.insert(problem.candidates.back().id).second)
      return refused(under(place, "id"), "Another candidate has the id " + inQuotes(problem.candidates.back().id) + " already.");
  }
  return problem;
}

json gatesOf(const Problem& problem, std::size_t candidate, GateResult result) {
  json names = json::array();
  for (std::size_t g = 0; g < problem.gates.size(); ++g)
    if (problem.gateResults[candidate * problem.gates.size() + g] == result) names.push_back(problem.gates[g]);
  return names;
}

json rowOf(const Problem& problem, const matching::Ranked& row) {
  return {{"id", problem.candidates[row.candidate].id},
          {"status", text(row.status)},
          {"known", row.known},
          {"possible", row.possible},
          {"coverage", row.coverage},
          {"failedGates", gatesOf(problem, row.candidate, GateResult::fail)},
          {"unknownGates", gatesOf(problem, row.candidate, GateResult::unknown)}};
}

/// A list, one entry a line.
template <class Entries, class Shown>
void writeList(std::ostream& out, const char* name, const Entries& entries, char open, char close, Shown&& shown) {
  out << "  " << json(name).dump() << ": " << open;
  const char* before = "\n    ";
  for (const auto& entry : entries) {
    out << before << shown(entry);
    before = ",\n    ";
  }
  out << (entries.empty() ? "" : "\n  ") << close;
}

}  // namespace

Result<Problem> readMatchingProblem(std::string_view bytes) {
  const auto sound = soundJson(bytes);
  if (!sound) return tl::unexpected(sound.error());
  NameReader names;
  json::sax_parse(sound->begin(), sound->end(), &names);
  const json document = json::parse(sound->begin(), sound->end(), nullptr, false);
  if (document.is_discarded()) return fail(ErrorCode::unreadable, "json", "This is not well-formed JSON.");
  return problemOf(document, names.take());
}

void writeMatchingAnswer(std::ostream& out, const Problem& problem, const matching::Answer& answer) {
  const auto id = [&](std::size_t candidate) { return json(problem.candidates[candidate].id).dump(); };
  out << "{\n";
  writeList(out, "ranking", answer.ranking, '[', ']', [&](const matching::Ranked& row) { return rowOf(problem, row).dump(); });
  out << ",\n";
  writeList(out, "shortlist", answer.shortlist.candidates, '[', ']', id);
  out << ",\n  \"askNext\": ";
  if (answer.askNext)
    out << json{{"candidate", problem.candidates[answer.askNext->candidate].id}, {"criterion", problem.criteria[answer.askNext->criterion]}}
               .dump();
  else
    out << "null";
  out << ",\n  \"surelyBeats\": [";
  const char* before = "\n    ";
  matching::forSureWins(answer.ranking, [&](std::size_t winner, std::size_t loser) {
    if (!out) return;  // whoever read it has gone
    out << before << '[' << id(winner) << ',' << id(loser) << ']';
    before = ",\n    ";
  });
  out << (before[0] == ',' ? "\n  ]" : "]") << ",\n";
  std::size_t criterion = 0;
  writeList(out, "weightIntervals", answer.weightIntervals, '[', ']', [&](const matching::WeightInterval& interval) {
    return json{{"criterion", problem.criteria[criterion++]}, {"low", interval.low}, {"high", interval.high}}.dump();
  });
  out << ",\n";
  std::size_t candidate = 0;
  writeList(out, "rankAcceptability", answer.rankAcceptability, '{', '}',
            [&](const matching::Acceptability& shares) { return id(candidate++) + ": " + json(shares).dump(); });
  out << "\n}\n";
}

}  // namespace homeward::exchange
