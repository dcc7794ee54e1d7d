#include "demo/profile.h"

#include <algorithm>

namespace homeward::demo {
namespace {

std::string evidenceOf(Draft& draft) {
  static const std::vector<std::string> sources{"assessment",    "carer's log",           "school report",
                                                "health review", "social worker's visit", "review"};
  return draft.random.pick(sources);
}

void giveStatus(Draft& draft, Child& child, int age) {
  Random& random = draft.random;
  if (child.legalStatus.empty()) {
    static const std::vector<std::string> statuses{"C2", "C1", "V2", "E1"};
    child.legalStatus = statuses[random.weighted({52, 16, 25, age < 6 ? 20 : 0})];
  }
  if (!child.legalStatusSince) child.legalStatusSince = child.lookedAfterSince;
}

void giveAim(Draft& draft, Child& child, int age, SettingType home) {
  if (child.aim != CarePlanAim::notYetSet) return;
  Random& random = draft.random;
  if (home == SettingType::withParents) {
    child.aim = CarePlanAim::returnHome;
  } else if (child.legalStatus == "E1") {
    child.aim = CarePlanAim::adoption;
  } else if (home == SettingType::supportedAccommodation || age >= 17) {
    child.aim = CarePlanAim::independence;
  } else if (home == SettingType::childrensHome) {
    child.aim = random.oneOf(2, 5) ? CarePlanAim::longTermFostering : CarePlanAim::residential;
  } else {
    constexpr CarePlanAim aims[] = {CarePlanAim::longTermFostering, CarePlanAim::returnHome, CarePlanAim::familyAndFriends,
                                    CarePlanAim::notYetSet};
    child.aim = aims[random.weighted({60, 24, 10, 6})];
  }
}

void giveNeeds(Draft& draft, Child& child, int age, bool inResidence) {
  Random& random = draft.random;
  for (const NeedDomain domain : all<NeedDomain>()) {
    if (random.oneOf(1, 8)) continue;
    int level =
        static_cast<int>(random.weighted(inResidence ? std::vector<int>{12, 16, 24, 26, 16, 6} : std::vector<int>{26, 28, 24, 14, 6, 2}));
    if (domain == NeedDomain::selfCare && age < 5) level = std::min(level, 2);
    const bool essential = level >= 4 && random.oneOf(1, 3);
    const std::string evidence = evidenceOf(draft);
    const Date on = draft.ago(random.between(10, 420));
    child.needs.push_back({domain, level, essential, evidence, on, {}});
  }
}

void giveRisks(Draft& draft, Child& child, int age, bool inResidence) {
  Random& random = draft.random;
  for (const RiskKind kind : all<RiskKind>()) {
    const int inHundred = age < 9 ? (kind == RiskKind::bullying || kind == RiskKind::selfHarm ? 6 : 1) : (inResidence ? 16 : 7);
    if (random.oneOf(inHundred, 100))
      child.risks.push_back({kind, random.between(1, inResidence ? 4 : 3), evidenceOf(draft), draft.ago(random.between(10, 420))});
  }
}

void giveContacts(Draft& draft, Child& child) {
  Random& random = draft.random;
  static const std::vector<std::pair<std::string, std::string>> kin{
      {"Mum", "mother"}, {"Dad", "father"}, {"Nan", "grandmother"}, {"Grandad", "grandfather"}, {"Auntie", "aunt"}};
  const std::size_t first = random.below(kin.size());
  const int many = random.between(0, 2);
  for (int n = 0; n < many; ++n) {
    const auto& [name, relationship] = kin[(first + static_cast<std::size_t>(n)) % kin.size()];
    const Place place = n == 0 ? child.home : draft.map.somewhereIn(std::string{wendmoor}, random);
    child.contacts.push_back({name, relationship, place, static_cast<double>(random.between(1, 4))});
  }
}

void giveWishes(Draft& draft, Child& child, int age) {
  Random& random = draft.random;
  if (age < 4) return;
  if (random.oneOf(1, 2)) child.wishes.push_back({"I want to stay at my school", WishKind::keepSchool, {}, {}, 0.0});
  if (!child.contacts.empty() && random.oneOf(1, 2)) {
    const std::string person = child.contacts.front().name;
    child.wishes.push_back({"I want to live close to " + person, WishKind::nearPerson, {}, person, 5.0});
  }
  if (random.oneOf(1, 3)) child.wishes.push_back({"A cat would be nice", WishKind::feature, "cat", {}, 0.0});
  if (random.oneOf(1, 4)) child.wishes.push_back({"Somewhere quiet", WishKind::feature, "quiet", {}, 0.0});
  if (random.oneOf(1, 4)) child.wishes.push_back({"I want to know who lives there before I come", WishKind::wordsOnly, {}, {}, 0.0});
}

std::string strengthsOf(Draft& draft) {
  static const std::vector<std::string> does{"Draws maps of places that do not exist",
                                             "Knows every bus in the county",
                                             "Bakes for the whole house",
                                             "Looks after younger children kindly",
                                             "Runs fast and never gives up",
                                             "Builds things from scrap",
                                             "Reads under the blanket",
                                             "Sings in the kitchen",
                                             "Makes everybody laugh"};
  static const std::vector<std::string> likes{"likes a plan for the day", "likes to be asked first", "settles best with a routine",
                                              "warms to people slowly and then for good"};
  const std::string& first = draft.random.pick(does);
  return first + "; " + draft.random.pick(likes) + ".";
}

}  // namespace

Responsible responsibleFor(Draft& draft, int age) {
  static const std::vector<std::pair<const char*, const char*>> pairs{
      {"Children in Care North", "S. Quill"}, {"Children in Care North", "P. Burr"}, {"Children in Care South", "L. Feather"},
      {"Children in Care South", "T. Acorn"}, {"Safeguarding", "N. Pebble"},         {"Safeguarding", "K. Bramble"},
      {"Disabled Children", "E. Catkin"}};
  const auto& [team, worker] = pairs[draft.random.weighted({20, 20, 20, 20, 8, 8, 4})];
  if (age >= 17) return {draft.team("Leaving Care"), draft.person("V. Fescue")};
  return {draft.team(team), draft.person(worker)};
}

void fillProfile(Draft& draft, Child& child, std::optional<SettingType> home, bool lookedAfter) {
  Random& random = draft.random;
  const int age = ageOn(child.born, draft.today());
  const SettingType kind = home.value_or(SettingType::fosteringHousehold);
  const bool inResidence = kind == SettingType::childrensHome || kind == SettingType::residentialSchool;
  if (child.ethnicity.empty()) {
    static const std::vector<std::string> codes{"WBRI", "WOTH", "MWBC", "MWBA", "MWAS", "AIND", "APKN", "BCRB", "BAFR", "OOTH"};
    child.ethnicity = codes[random.weighted({68, 5, 5, 3, 4, 3, 4, 3, 4, 1})];
  }
  if (lookedAfter) {
    giveStatus(draft, child, age);
    giveAim(draft, child, age, kind);
  }
  if (child.school.empty() && isSchoolAge(child.born, draft.today()) && lookedAfter && random.oneOf(7, 8)) {
    child.school = random.pick(lists().schools);
    child.schoolPlace = draft.map.somewhereIn(std::string{wendmoor}, random);
  }
  if (child.needs.empty()) giveNeeds(draft, child, age, inResidence);
  if (child.risks.empty()) giveRisks(draft, child, age, inResidence);
  if (lookedAfter) {
    if (child.contacts.empty()) giveContacts(draft, child);
    if (child.wishes.empty()) giveWishes(draft, child, age);
    if (random.oneOf(1, 6)) child.identity.push_back(random.oneOf(1, 2) ? "faith:chapel" : "language:Welsh");
    if (random.oneOf(1, 14)) child.medicalExclusions.push_back(random.oneOf(1, 2) ? "smoker" : "dog");
    if (child.strengths.empty()) child.strengths = strengthsOf(draft);
  }
}

}  // namespace homeward::demo
