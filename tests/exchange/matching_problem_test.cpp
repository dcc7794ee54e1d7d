// A ranking problem in a file of its own: what is read, what is refused and where, and what the answer says.
#include "exchange/matching_problem.h"

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "matching/policy.h"
#include "support/catch.h"

using namespace homeward;
using namespace homeward::exchange;
using nlohmann::ordered_json;

namespace {

/// The example of `docs/matching-problem.md`.
ordered_json example() {
  std::ifstream file(std::string(HOMEWARD_SOURCE_DIR) + "/docs/matching-problem.md");
  std::stringstream page;
  page << file.rdbuf();
  const std::string text = page.str();
  const auto from = text.find("```json\n") + 8;
  return ordered_json::parse(text.substr(from, text.find("```", from) - from));
}

matching::Problem read(const ordered_json& document) {
  const auto problem = readMatchingProblem(document.dump());
  if (!problem) FAIL(problem.error().subject << ": " << problem.error().detail);
  return *problem;
}

/// Where the refusal points.
std::string place(std::string_view text) {
  const auto problem = readMatchingProblem(text);
  REQUIRE_FALSE(problem);
  CHECK(problem.error().detail.size() > 10);
  return problem.error().subject;
}
std::string placeIn(const ordered_json& document) { return place(document.dump()); }

/// The example after a change.
template <class Change>
std::string placeAfter(Change&& change) {
  ordered_json document = example();
  change(document);
  return placeIn(document);
}

ordered_json answered(const matching::Problem& problem) {
  std::ostringstream out;
  writeMatchingAnswer(out, problem, matching::answer(problem, matching::defaultPolicy().similarityPenalty));
  return ordered_json::parse(out.str());
}

}  // namespace

TEST_CASE("the example of the guide is read as it stands") {
  const matching::Problem problem = read(example());
  CHECK(problem.stage == matching::Stage::offers);
  CHECK(problem.criteria == std::vector<std::string>{"needs", "distance", "culture"});
  CHECK(problem.weights == std::vector<int>{500, 300, 200});
  CHECK(problem.gates == std::vector<std::string>{"registered", "age"});
  REQUIRE(problem.candidates.size() == 3);
  CHECK(problem.candidates[0].place == GridPoint{350'000, 430'000});
  CHECK(problem.candidates[0].cost == MoneyRange::exactly(Money{77'000}));
  CHECK_FALSE(problem.candidates[1].cost->high);
  CHECK_FALSE(problem.candidates[2].cost);
  CHECK(problem.values[0] == matching::known(801));
  CHECK(problem.values[1] == matching::Interval{300, 700});
  CHECK(problem.values[2] == matching::unknownValue);
  CHECK(problem.gateResults[1] == matching::GateResult::unknown);
  CHECK(readMatchingProblem("\xEF\xBB\xBF" + example().dump()));
}

TEST_CASE("criteria keep the order of the weights, not that of their names") {
  ordered_json document = example();
  document["weights"] = ordered_json::object({{"z", 400}, {"a", 600}});
  for (auto& candidate : document["candidates"]) candidate["values"] = ordered_json::object({{"a", 1}, {"z", 2}});
  const matching::Problem problem = read(document);
  CHECK(problem.criteria == std::vector<std::string>{"z", "a"});
  CHECK(problem.values[0] == matching::known(2));
}

TEST_CASE("a problem without gates, or with a single candidate, is one") {
  ordered_json document = example();
  document["candidates"].erase(2);
  document["candidates"].erase(1);
  document["candidates"][0]["gates"] = ordered_json::object();
  document["stage"] = "market";
  const ordered_json answer = answered(read(document));
  CHECK(answer["shortlist"] == ordered_json::array({"A"}));
  CHECK(answer["weightIntervals"].empty());
  CHECK(answer["ranking"][0]["status"] == "eligible");
}

TEST_CASE("the answer says everything of the example") {
  const ordered_json answer = answered(read(example()));
  CHECK(answer["ranking"][0]["id"] == "B");
  CHECK(answer["ranking"][0]["status"] == "eligible");
  CHECK(answer["ranking"][1] == ordered_json::parse(R"({"coverage":500,"failedGates":[],"id":"A","known":490500,"possible":810500,
                                                        "status":"toConfirm","unknownGates":["age"]})"));
  CHECK(answer["ranking"][2]["failedGates"] == ordered_json::array({"registered"}));
  CHECK(answer["shortlist"] == ordered_json::array({"B", "A"}));
  CHECK(answer["askNext"] == ordered_json::parse(R"({"candidate":"A","criterion":"culture"})"));
  CHECK(answer["weightIntervals"].size() == 3);
  CHECK(answer["weightIntervals"][0]["criterion"] == "needs");
  CHECK(answer["rankAcceptability"]["B"] == ordered_json::array({1.0, 0.0, 0.0}));
  CHECK(answer["rankAcceptability"]["C"] == ordered_json::array({0.0, 0.0, 0.0}));
  CHECK(answer["surelyBeats"].is_array());
}

TEST_CASE("sure wins are pairs of winner and loser") {
  ordered_json document = example();
  document["candidates"][1]["values"] = {{"needs", 1000}, {"distance", 1000}, {"culture", 1000}};
  CHECK(answered(read(document))["surelyBeats"] == ordered_json::parse(R"([["B","A"]])"));
}

TEST_CASE("what is missing, too much or of another kind is refused where it stands") {
  using json = ordered_json;
  CHECK(placeAfter([](json& d) { d.erase("schema"); }) == "schema");
  CHECK(placeAfter([](json& d) { d["schema"] = "homeward/matching-problem/2"; }) == "schema");
  CHECK(placeAfter([](json& d) { d["stage"] = "offer"; }) == "stage");
  CHECK(placeAfter([](json& d) { d["stage"] = nullptr; }) == "stage");
  CHECK(placeAfter([](json& d) { d["note"] = "hello"; }) == "note");
  CHECK(placeAfter([](json& d) { d["weights"]["needs"] = 499; }) == "weights");
  CHECK(placeAfter([](json& d) { d["weights"]["needs"] = 500.0; }) == "weights.needs");
  CHECK(placeAfter([](json& d) { d["weights"]["needs"] = -1; }) == "weights.needs");
  CHECK(placeAfter([](json& d) { d["weights"] = json::array(); }) == "weights");
  CHECK(placeAfter([](json& d) { d["weights"] = json::object(); }) == "weights");
  CHECK(placeAfter([](json& d) { d["candidates"] = json::array(); }) == "candidates");
  CHECK(placeAfter([](json& d) { d["candidates"] = json::object(); }) == "candidates");
  CHECK(placeAfter([](json& d) { d["candidates"][1] = 7; }) == "candidates[1]");
  CHECK(placeAfter([](json& d) { d["candidates"][1]["id"] = "A"; }) == "candidates[1].id");
  CHECK(placeAfter([](json& d) { d["candidates"][1]["id"] = ""; }) == "candidates[1].id");
  CHECK(placeAfter([](json& d) { d["candidates"][1]["id"] = 4; }) == "candidates[1].id");
  for (const char* name : {"id", "type", "provider", "wholeCostPence", "gates", "values"})
    CHECK(placeAfter([&](json& d) { d["candidates"][2].erase(name); }) == "candidates[2]." + std::string(name));
  CHECK(placeAfter([](json& d) { d["candidates"][0]["name"] = "x"; }) == "candidates[0].name");
  CHECK(placeAfter([](json& d) { d["candidates"][0].erase("north"); }) == "candidates[0].north");
  CHECK(placeAfter([](json& d) { d["candidates"][0].erase("east"); }) == "candidates[0].east");
  CHECK(placeAfter([](json& d) { d["candidates"][0]["east"] = 1.5; }) == "candidates[0].east");
  CHECK(placeAfter([](json& d) { d["candidates"][0]["east"] = nullptr; }) == "candidates[0].east");
  CHECK(placeAfter([](json& d) { d["candidates"][0]["wholeCostPence"] = -1; }) == "candidates[0].wholeCostPence");
  CHECK(placeAfter([](json& d) { d["candidates"][0]["wholeCostPence"] = 1'000'000'000'001; }) == "candidates[0].wholeCostPence");
  CHECK(placeAfter([](json& d) { d["candidates"][0]["wholeCostPence"] = {2, 1}; }) == "candidates[0].wholeCostPence");
  CHECK(placeAfter([](json& d) { d["candidates"][0]["wholeCostPence"] = {nullptr, 1}; }) == "candidates[0].wholeCostPence[0]");
  CHECK(placeAfter([](json& d) { d["candidates"][0]["wholeCostPence"] = "77000"; }) == "candidates[0].wholeCostPence");
  CHECK(placeAfter([](json& d) { d["candidates"][1]["gates"]["age"] = "yes"; }) == "candidates[1].gates.age");
  CHECK(placeAfter([](json& d) { d["candidates"][1]["gates"].erase("age"); }) == "candidates[1].gates.age");
  CHECK(placeAfter([](json& d) { d["candidates"][1]["gates"]["sex"] = "pass"; }) == "candidates[1].gates.sex");
  CHECK(placeAfter([](json& d) { d["candidates"][1]["gates"] = json::array(); }) == "candidates[1].gates");
  CHECK(placeAfter([](json& d) { d["candidates"][1]["values"].erase("culture"); }) == "candidates[1].values.culture");
  CHECK(placeAfter([](json& d) { d["candidates"][1]["values"]["school"] = 1; }) == "candidates[1].values.school");
  CHECK(placeAfter([](json& d) { d["candidates"][1]["values"]["needs"] = 801.0; }) == "candidates[1].values.needs");
  CHECK(placeAfter([](json& d) { d["candidates"][1]["values"]["needs"] = 1001; }) == "candidates[1].values.needs");
  CHECK(placeAfter([](json& d) { d["candidates"][1]["values"]["needs"] = true; }) == "candidates[1].values.needs");
  CHECK(placeAfter([](json& d) { d["candidates"][1]["values"]["needs"] = {700, 300}; }) == "candidates[1].values.needs");
  CHECK(placeAfter([](json& d) { d["candidates"][1]["values"]["needs"] = {700}; }) == "candidates[1].values.needs");
  CHECK(placeAfter([](json& d) {
          d["candidates"][1]["values"]["needs"] = {0, 18'446'744'073'709'551'615U};
        }) == "candidates[1].values.needs[1]");
}

TEST_CASE("what is no sound text is refused where it was found") {
  using namespace std::string_literals;
  const std::string good = example().dump();
  const auto with = [&](const std::string& before, const std::string& after) {
    std::string text = good;
    text.replace(text.find(before), before.size(), after);
    return text;
  };
  CHECK(place(with("\"needs\":801", "\"needs\":801,\"needs\":2")) == "candidates[0].values.needs");
  CHECK(place(with("\"needs\":801", "\"needs\":8\\u0000")) == "candidates[0].values.needs");
  CHECK(place(with("\"id\":\"A\"", "\"id\":\"A\\u0000\"")) == "candidates[0].id");
  CHECK(place(with("\"id\":\"A\"", "\"id\":\"\xFF\"")) == "json");
  CHECK(place(with("\"needs\":801", "\"needs\":" + std::string(65, '[') + std::string(65, ']'))).find("candidates[0].values.needs") == 0);
  CHECK(place(with("\"stage\":\"offers\"", "\"stage\":\"offers\",\"schema\":\"homeward/matching-problem/1\"")) == "schema");
  CHECK(place("\xEF\xBB\xBF\xEF\xBB\xBF" + good) == "json");
  CHECK(place(good + "x") == "json");
  CHECK(place("") == "json");
  CHECK(place("[]") == "json");
  CHECK(place(std::string(20'000'001, ' ')) == "json");
}

TEST_CASE("the schema that is given out is sound and speaks of the same members") {
  std::ifstream file(std::string(HOMEWARD_SOURCE_DIR) + "/resources/formats/matching-problem-1.schema.json");
  const ordered_json schema = ordered_json::parse(file);
  CHECK(schema["properties"]["schema"]["const"] == "homeward/matching-problem/1");
  const ordered_json& candidate = schema["$defs"]["candidate"];
  const ordered_json document = example();
  for (const auto& [name, value] : document["candidates"][0].items()) CHECK(candidate["properties"].contains(name));
  for (const auto& name : candidate["required"]) CHECK(document["candidates"][0].contains(name.get<std::string>()));
  CHECK(candidate["additionalProperties"] == false);
}
