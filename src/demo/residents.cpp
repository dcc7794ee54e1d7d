// Who lives in each home today: our own children as the placements say, others' children as told, and the places that are left.
#include <algorithm>

#include "demo/market.h"

namespace homeward::demo {
namespace {

bool isSmall(SettingType type) { return type == SettingType::fosteringHousehold || type == SettingType::childrensHome; }

void addOthers(Draft& draft, Setting& setting) {
  Random& random = draft.random;
  const bool ours = setting.approvedByResponsibleAuthority;
  const int places = setting.terms.children.value_or(0);
  for (int n = static_cast<int>(setting.residents.size()); n < places; ++n) {
    if (!random.oneOf(ours ? 3 : 6, 10)) continue;
    const int from = setting.terms.ageFrom.value_or(0);
    const int to = setting.terms.ageTo.value_or(17);
    const int age = random.between(from, to);
    Resident resident;
    if (random.oneOf(7, 8)) resident.age = age;
    resident.sex = random.oneOf(1, 2) ? Sex::female : Sex::male;
    setting.residents.push_back(resident);
  }
  if (setting.type == SettingType::fosteringHousehold && random.oneOf(1, 4)) {
    const int age = random.between(3, 19);
    setting.residents.push_back({std::nullopt, age, random.oneOf(1, 2) ? Sex::female : Sex::male, false});
  }
}

void addVacancy(Draft& draft, Setting& setting) {
  Random& random = draft.random;
  if (random.oneOf(1, 8)) return;
  const auto there = static_cast<int>(
      std::count_if(setting.residents.begin(), setting.residents.end(), [](const Resident& resident) { return resident.fostered; }));
  int free = std::max(0, setting.terms.children.value_or(there) - there);
  if (!isSmall(setting.type)) free = random.between(0, std::min(free, 6));
  constexpr std::pair<int, int> ages[] = {{0, 7}, {8, 28}, {29, 90}};
  const auto [low, high] = ages[random.weighted({45, 35, 20})];
  const Date confirmed = draft.ago(random.between(low, high));
  std::optional<Date> from;
  if (free > 0 && random.oneOf(7, 8)) from = random.oneOf(2, 3) ? confirmed : draft.in(random.between(1, 40));
  setVacancy(setting, free, from, confirmed);
}

}  // namespace

void writeResidents(Draft& draft) {
  for (const Placement& placement : draft.made.placements) {
    if (!placement.stay.contains(draft.today())) continue;
    const Child& child = draft.at(placement.child);
    draft.at(placement.setting).residents.push_back({child.id, ageOn(child.born, draft.today()), child.sex, true});
  }
  for (Setting& setting : draft.made.settings) {
    if (draft.ofStory(setting.id)) continue;
    if (isSmall(setting.type) && !setting.connectedPerson) {
      if (draft.random.oneOf(7, 8))
        addOthers(draft, setting);
      else
        setting.residentsKnown = false;
    }
    addVacancy(draft, setting);
  }
}

}  // namespace homeward::demo
