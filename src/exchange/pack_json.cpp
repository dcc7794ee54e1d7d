#include "exchange/pack_json.h"

#include <nlohmann/json.hpp>

#include "domain/dates.h"

namespace homeward::exchange {
namespace {

using Json = nlohmann::ordered_json;

template <class Enum>
std::string code(Enum value) {
  return std::string(text(value));
}
template <class Enum>
Json codes(const std::vector<Enum>& values) {
  Json all = Json::array();
  for (const Enum value : values) all.push_back(code(value));
  return all;
}
template <class T>
Json orNull(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json personJson(const disclosure::PackPerson& person) {
  Json needs = Json::array();
  for (const disclosure::PackNeed& need : person.needs)
    needs.push_back({{"domain", code(need.domain)}, {"level", need.level}, {"essential", need.essential}, {"outcome", need.outcome}});
  Json risks = Json::array();
  for (const disclosure::PackRisk& risk : person.risks) risks.push_back({{"kind", code(risk.kind)}, {"level", risk.level}});
  return {{"lookedAfter", person.lookedAfter},
          {"sex", code(person.sex)},
          {"age", person.age},
          {"needs", std::move(needs)},
          {"notAssessed", codes(person.notAssessed)},
          {"risks", std::move(risks)},
          {"strengths", person.strengths},
          {"wishes", person.wishes},
          {"wants", codes(person.wants)},
          {"features", person.features},
          {"without", person.without},
          {"askForMore", person.askForMore},
          {"contacts", person.contacts}};
}

}  // namespace

std::string packJson(const disclosure::ReferralPack& pack) {
  Json people = Json::array();
  for (const disclosure::PackPerson& person : pack.people) people.push_back(personJson(person));
  const Json document = {{"schema", "homeward/referral-pack/1"},
                         {"reference", pack.reference},
                         {"writtenOn", isoDate(pack.writtenOn)},
                         {"answerBy", pack.answerBy ? Json(isoInstant(*pack.answerBy)) : Json(nullptr)},
                         {"kind", code(pack.kind)},
                         {"together", code(pack.together)},
                         {"neededBy", isoDate(pack.neededBy)},
                         {"neededByMinute", orNull(pack.neededByMinute)},
                         {"neededDays", orNull(pack.neededDays)},
                         {"from", pack.from},
                         {"notIn", pack.notIn},
                         {"withinMilesOfHome", orNull(pack.withinMilesOfHome)},
                         {"withinMilesOfSchool", orNull(pack.withinMilesOfSchool)},
                         {"settingTypes", codes(pack.settingTypes)},
                         {"solo", pack.solo},
                         {"keepSchool", pack.keepSchool},
                         {"people", std::move(people)},
                         {"words", pack.words}};
  return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace homeward::exchange
