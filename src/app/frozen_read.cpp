// A frozen document read again. It was written by this program or an older one; what does not fit it is said, never guessed.
#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>

#include "app/frozen.h"

namespace homeward::app {
namespace {

using nlohmann::json;

/// Thrown within this file alone, where a document lacks something; caught in readFrozen.
struct Misfit {
  std::string what;
};

const json& member(const json& object, const char* name) {
  const auto found = object.is_object() ? object.find(name) : object.end();
  if (!object.is_object() || found == object.end()) throw Misfit{std::string("it lacks \"") + name + "\""};
  return *found;
}

std::int64_t whole(const json& value, std::int64_t least, std::int64_t most, const char* what) {
  if (!value.is_number_integer()) throw Misfit{std::string(what) + " is no whole number"};
  if (value.is_number_unsigned() && value.get<std::uint64_t>() > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
    throw Misfit{std::string(what) + " is out of range"};
  const auto number = value.get<std::int64_t>();
  if (number < least || number > most) throw Misfit{std::string(what) + " is out of range"};
  return number;
}
int small(const json& value, int least, int most, const char* what) { return static_cast<int>(whole(value, least, most, what)); }

std::string words(const json& value, const char* what) {
  if (!value.is_string()) throw Misfit{std::string(what) + " is no text"};
  return value.get<std::string>();
}

std::vector<std::string> listOfWords(const json& value, const char* what) {
  if (!value.is_array()) throw Misfit{std::string(what) + " is no list"};
  std::vector<std::string> all;
  for (const json& one : value) all.push_back(words(one, what));
  return all;
}

constexpr std::int64_t mostPence = 100'000'000'000'000;

std::optional<MoneyRange> range(const json& value, const char* what) {
  if (value.is_null()) return std::nullopt;
  if (!value.is_array() || value.size() != 2) throw Misfit{std::string(what) + " is no range"};
  MoneyRange amount{Money{whole(value[0], -mostPence, mostPence, what)}, std::nullopt};
  if (!value[1].is_null()) amount.high = Money{whole(value[1], -mostPence, mostPence, what)};
  return amount;
}

template <class Enum>
Enum named(const json& value, const char* what) {
  const auto known = parse<Enum>(words(value, what));
  if (!known) throw Misfit{std::string(what) + " has the unknown word \"" + value.get<std::string>() + "\""};
  return *known;
}

std::optional<std::vector<std::vector<QuoteLine>>> quotesOf(const json& quotes) {
  if (quotes.is_null()) return std::nullopt;
  if (!quotes.is_array()) throw Misfit{"\"quotes\" is no list"};
  std::vector<std::vector<QuoteLine>> all;
  for (const json& quote : quotes) {
    if (!quote.is_array()) throw Misfit{"a quote is no list"};
    std::vector<QuoteLine>& lines = all.emplace_back();
    for (const json& kept : quote) {
      QuoteLine& line = lines.emplace_back();
      line.item = named<QuoteItem>(member(kept, "item"), "\"item\"");
      line.charge = named<Charge>(member(kept, "charge"), "\"charge\"");
      const auto amount = range(member(kept, "amountPence"), "\"amountPence\"");
      if (!amount) throw Misfit{"a line of a quote has no amount"};
      line.amount = *amount;
      line.fromDay = small(member(kept, "fromDay"), 0, 1'000'000, "\"fromDay\"");
      if (const json& days = member(kept, "days"); !days.is_null()) line.days = small(days, 0, 1'000'000, "\"days\"");
      line.words = words(member(kept, "words"), "\"words\"");
    }
  }
  return all;
}

/// What the first schema did not keep: types, providers, place, quotes and sentences.
void readWhy(const json& kept, FrozenDecision& decision, matching::Candidate& candidate, FrozenFacts& facts) {
  facts.provider = words(member(kept, "provider"), "\"provider\"");
  candidate.types = listOfWords(member(kept, "types"), "\"types\"");
  candidate.providers = listOfWords(member(kept, "providers"), "\"providers\"");
  if (const json& place = member(kept, "place"); !place.is_null()) {
    if (!place.is_array() || place.size() != 2) throw Misfit{"\"place\" is no point"};
    candidate.place =
        GridPoint{small(place[0], -10'000'000, 10'000'000, "\"place\""), small(place[1], -10'000'000, 10'000'000, "\"place\"")};
  }
  facts.aWeek = range(member(kept, "aWeekPence"), "\"aWeekPence\"");
  facts.quotes = quotesOf(member(kept, "quotes"));
  const json& why = member(kept, "why");
  for (const std::string& gate : decision.problem.gates) {
    const json& answer = member(member(why, "gates"), gate.c_str());
    facts.gates.push_back(words(member(answer, "why"), "\"why\""));
    const auto waiver = answer.find("waiver");
    facts.waived.push_back(waiver == answer.end() ? std::string{} : words(member(*waiver, "reason"), "\"reason\""));
  }
  for (const std::string& criterion : decision.problem.criteria)
    facts.criteria.push_back(words(member(member(why, "criteria"), criterion.c_str()), "\"why\""));
}

void readCandidates(const json& document, FrozenDecision& decision) {
  matching::Problem& problem = decision.problem;
  const json& candidates = member(document, "candidates");
  if (!candidates.is_array()) throw Misfit{"\"candidates\" is no list"};
  // The first schema kept the gates by name alone.
  if (decision.schema > 1)
    problem.gates = listOfWords(member(document, "gates"), "\"gates\"");
  else if (!candidates.empty())
    for (const auto& [gate, result] : member(candidates.front(), "gates").items()) problem.gates.push_back(gate);
  for (const json& kept : candidates) {
    matching::Candidate& candidate = problem.candidates.emplace_back();
    FrozenFacts& facts = decision.facts.emplace_back();
    candidate.id = words(member(kept, "id"), "\"id\"");
    facts.name = words(member(kept, "name"), "\"name\"");
    candidate.cost = range(member(kept, "wholeCostPence"), "\"wholeCostPence\"");
    const json& gates = member(kept, "gates");
    if (gates.size() != problem.gates.size()) throw Misfit{"the candidates have different gates"};
    for (const std::string& gate : problem.gates) {
      const auto result = parse<matching::GateResult>(words(member(gates, gate.c_str()), "a gate"));
      if (!result) throw Misfit{"the gate \"" + gate + "\" has an unknown answer"};
      problem.gateResults.push_back(*result);
    }
    const json& values = member(kept, "values");
    if (values.size() != problem.criteria.size()) throw Misfit{"the candidates have different criteria"};
    for (const std::string& criterion : problem.criteria) {
      const json& value = member(values, criterion.c_str());
      if (!value.is_array() || value.size() != 2) throw Misfit{"the value of \"" + criterion + "\" is no interval"};
      const int low = small(value[0], 0, 1000, "a value");
      problem.values.push_back({static_cast<std::int16_t>(low), static_cast<std::int16_t>(small(value[1], low, 1000, "a value"))});
    }
    if (decision.schema > 1) readWhy(kept, decision, candidate, facts);
  }
}

matching::Status statusOf(const json& kept, int schema) {
  const json& status = member(kept, "status");
  if (schema == 1) return static_cast<matching::Status>(small(status, 0, 2, "\"status\""));
  const auto known = parse<matching::Status>(words(status, "\"status\""));
  if (!known) throw Misfit{"\"status\" has an unknown word"};
  return *known;
}

void readRanking(const json& document, FrozenDecision& decision) {
  const json& ranking = member(document, "ranking");
  if (!ranking.is_array()) throw Misfit{"\"ranking\" is no list"};
  for (const json& kept : ranking) {
    FrozenRow& row = decision.ranking.emplace_back();
    row.id = words(member(kept, "id"), "\"id\"");
    row.status = statusOf(kept, decision.schema);
    row.known = small(member(kept, "known"), 0, 1'000'000, "\"known\"");
    row.possible = small(member(kept, "possible"), 0, 1'000'000, "\"possible\"");
    if (decision.schema > 1) row.coverage = small(member(kept, "coverage"), 0, 1000, "\"coverage\"");
  }
}

void readSecond(const json& document, FrozenDecision& decision) {
  const json& names = member(document, "criterionNames");
  for (const std::string& criterion : decision.problem.criteria)
    decision.criterionNames.push_back(words(member(names, criterion.c_str()), "a name"));
  const json& counted = member(document, "counted");
  if (!counted.is_array() || counted.size() != decision.problem.criteria.size()) throw Misfit{"\"counted\" does not fit the criteria"};
  for (const json& one : counted) {
    if (!one.is_array() || one.size() != 2) throw Misfit{"\"counted\" is no list of pairs"};
    decision.counted.push_back({words(one[0], "\"counted\""), small(one[1], 0, 5, "\"counted\"")});
  }
  const json& own = member(document, "ownWeightsMillionths");
  if (!own.is_array()) throw Misfit{"\"ownWeightsMillionths\" is no list"};
  for (const json& one : own) {
    if (!one.is_array() || one.size() != 2) throw Misfit{"\"ownWeightsMillionths\" is no list of pairs"};
    decision.ownWeights.push_back({words(one[0], "a share"), small(one[1], 0, 1'000'000, "a share")});
  }
  if (const json& adjusted = member(document, "adjusted"); !adjusted.is_null()) {
    WeightAdjustment& by = decision.adjusted.emplace();
    by.by = PersonId(whole(member(adjusted, "by"), 1, std::numeric_limits<std::int64_t>::max(), "\"by\""));
    const auto at = parseIsoInstant(words(member(adjusted, "at"), "\"at\""));
    if (!at) throw Misfit{"\"at\" is no moment"};
    by.at = *at;
    by.reason = words(member(adjusted, "reason"), "\"reason\"");
    by.afterOffers = member(adjusted, "afterOffers") == true;
    by.shares = decision.ownWeights;
  }
  decision.proposed = listOfWords(member(document, "proposed"), "\"proposed\"");
  decision.sent = listOfWords(member(document, "sent"), "\"sent\"");
  decision.placeOn = parseIsoDate(words(member(document, "placeOn"), "\"placeOn\""));
  if (!decision.placeOn) throw Misfit{"\"placeOn\" is no day"};
  decision.comparedDays = whole(member(document, "comparedDays"), 1, 1'000'000, "\"comparedDays\"");
}

FrozenDecision read(const json& document) {
  FrozenDecision decision;
  const std::string schema = words(member(document, "schema"), "\"schema\"");
  if (schema == "homeward/decision-inputs/1")
    decision.schema = 1;
  else if (schema != "homeward/decision-inputs/2")
    throw Misfit{"its schema \"" + schema + "\" is not one that this program knows"};
  auto policy = matching::parsePolicy(member(document, "policy").dump(-1, ' ', false, json::error_handler_t::replace));
  if (!policy) throw Misfit{"its policy does not fit: " + policy.error().detail};
  decision.policy = *std::move(policy);
  decision.policy.version = small(member(document, "policyVersion"), 1, std::numeric_limits<int>::max(), "\"policyVersion\"");
  decision.problem.stage = matching::Stage::offers;
  decision.problem.criteria = listOfWords(member(document, "criteria"), "\"criteria\"");
  const json& weights = member(document, "weights");
  for (const std::string& criterion : decision.problem.criteria)
    decision.problem.weights.push_back(small(member(weights, criterion.c_str()), 0, 1000, "a weight"));
  readCandidates(document, decision);
  readRanking(document, decision);
  if (decision.schema > 1) readSecond(document, decision);
  return decision;
}

}  // namespace

Result<FrozenDecision> readFrozen(std::string_view text) {
  const auto unreadable = [](const std::string& why) {
    return fail(ErrorCode::unreadable, "frozen", "What this decision rested on cannot be read: " + why + ".");
  };
  if (text.empty()) return unreadable("nothing was kept");
  const json document = json::parse(text.begin(), text.end(), nullptr, false);
  if (document.is_discarded()) return unreadable("it is not JSON");
  try {
    return read(document);
  } catch (const Misfit& misfit) {
    return unreadable(misfit.what);
  }
}

}  // namespace homeward::app
