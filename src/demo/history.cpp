// Who was looked after in the last three years and where they lived: families come into care, move, break down, settle and leave.
#include <algorithm>
#include <map>
#include <set>

#include "demo/profile.h"

namespace homeward::demo {
namespace {

using std::chrono::days;

const Date supportedAccommodationCode = date(2024, 4, 1);  // K3 is a code of the return from this day

struct Pool {
  std::vector<SettingId> inHouse, agencies, connected, homes, premises, schools, centres;
};

/// Time in care of one child: its placements touch, the last ends it.
struct Spell {
  ChildId child;
  DateRange care;
  std::string leftBecause;
};
struct Segment {
  DateRange days;
  std::string endReason;
  bool unplanned = false;
};

class History {
 public:
  explicit History(Draft& draft) : m_draft(draft), m_random(draft.random) {
    for (const Setting& setting : draft.made.settings) {
      if (draft.ofStory(setting.id)) continue;
      switch (setting.type) {
        case SettingType::fosteringHousehold:
          (setting.connectedPerson                  ? m_pool.connected
           : setting.approvedByResponsibleAuthority ? m_pool.inHouse
                                                    : m_pool.agencies)
              .push_back(setting.id);
          break;
        case SettingType::childrensHome:
          m_pool.homes.push_back(setting.id);
          break;
        case SettingType::supportedAccommodation:
          m_pool.premises.push_back(setting.id);
          break;
        case SettingType::residentialSchool:
          m_pool.schools.push_back(setting.id);
          break;
        case SettingType::familyCentre:
          m_pool.centres.push_back(setting.id);
          break;
        default:
          break;
      }
    }
  }

  int familyInCare(int most) {
    const int since = static_cast<int>(m_random.weighted({26, 26, 18, 18, 12}));
    const int from = std::min(365 * since, 1400) + m_random.between(8, since == 4 ? 1400 : 365);
    return family(most, from, std::nullopt, {});
  }

  int familyThatLeft(int most) {
    static const std::vector<std::string> reasons{"E4A", "E17", "E5", "E6", "E46", "E45", "E11", "E41"};
    const std::string why = reasons[m_random.weighted({36, 14, 13, 3, 9, 6, 11, 8})];
    const int to = m_random.between(4, 1090);
    return family(most, to + (m_random.oneOf(1, 2) ? m_random.between(40, 500) : m_random.between(400, 1500)), to, why);
  }

 private:
  int family(int most, int fromAgo, std::optional<int> toAgo, const std::string& why) {
    const bool grownUp = why == "E17" || why == "E5" || why == "E6";
    const int size = grownUp || why == "E11" ? 1 : std::min(most, 1 + static_cast<int>(m_random.weighted({66, 24, 10})));
    const std::string surname = m_random.pick(lists().surnames);
    const Place home = m_draft.map.somewhereIn(std::string{m_random.oneOf(11, 12) ? wendmoor : eastmarch}, m_random);
    const Date from = m_draft.ago(fromAgo);
    std::optional<Date> to = toAgo ? std::optional{m_draft.ago(*toAgo)} : std::nullopt;
    // Whoever leaves at eighteen leaves on a birthday that every year has.
    if (to && grownUp && unsigned{civil(*to).day()} > 28U) *to -= days{3};
    int age = ageToday(to, grownUp, why);
    const Responsible responsible = responsibleFor(m_draft, to ? 10 : age);
    const bool together = m_random.oneOf(7, 10);
    std::vector<ChildId> children;
    std::vector<Segment> plan;
    for (int n = 0; n < size; ++n) {
      Child child;
      child.name = m_draft.newName(surname);
      child.sex = m_random.oneOf(9, 20) ? Sex::female : Sex::male;
      child.born = bornFor(age, from, to, grownUp);
      child.home = home;
      child.team = responsible.team;
      child.socialWorker = responsible.worker;
      child.unaccompaniedAsylumSeeker = !to && age >= 15 && m_random.oneOf(1, 9);
      if (child.unaccompaniedAsylumSeeker) child.legalStatus = "V2";
      child.disabled = m_random.oneOf(1, 10);
      if (!to) child.lookedAfterSince = std::max(from, child.born);
      const Spell spell{m_draft.add(child), {std::max(from, child.born), to}, why};
      children.push_back(spell.child);
      if (plan.empty() || !together) plan = segments(spell);
      live(spell, plan, together && n > 0 ? children.front() : ChildId{});
      age = std::max(0, age - m_random.between(1, 4));
    }
    if (size > 1) m_draft.addSiblings(surname, children, false, together ? "They have always lived together." : "Their plans differ.");
    return size;
  }

  int ageToday(const std::optional<Date>& to, bool grownUp, const std::string& why) {
    if (grownUp) return 18;
    if (why == "E11") return m_random.between(1, 4);
    if (to) return m_random.between(3, 16);
    constexpr std::array<std::pair<int, int>, 4> bands{{{0, 4}, {5, 9}, {10, 15}, {16, 17}}};
    const auto [low, high] = bands[m_random.weighted({16, 19, 42, 23})];
    return m_random.between(low, high);
  }

  /// The age is that of today, or of the day of leaving; who left at eighteen left on the birthday.
  Date bornFor(int age, Date from, const std::optional<Date>& to, bool grownUp) {
    if (!to) return m_draft.bornAged(age, m_random.between(1, 360));
    const auto left = civil(*to);
    const std::chrono::year_month_day then{left.year() - std::chrono::years{age}, left.month(), std::min(left.day(), std::chrono::day{28})};
    Date born{then};
    if (grownUp) return born;
    born -= days{m_random.between(1, 360)};
    return std::min(born, std::max(from, *to - days{400}));
  }

  std::vector<Segment> segments(const Spell& spell) {
    static const std::vector<std::string> moves{"CARPL", "CREQB", "CREQO", "CHILD", "LAREQ", "CLOSE", "STAND", "ALLEG"};
    const Date end = spell.care.to.value_or(m_draft.today());
    const int length = static_cast<int>((end - spell.care.from).count());
    int many = 1 + static_cast<int>(m_random.weighted({46, 27, 14, 8, 5}));
    many = std::max(1, std::min(many, length / 45));
    std::set<int> cuts;
    while (static_cast<int>(cuts.size()) < many - 1) {
      // The first move comes early, as it does after an emergency.
      const int cut = cuts.empty() && m_random.oneOf(1, 2) ? m_random.between(7, 40) : m_random.between(7, length - 7);
      cuts.insert(cut);
    }
    std::vector<Segment> plan;
    Date from = spell.care.from;
    for (const int cut : cuts) {
      const Date to = spell.care.from + days{cut};
      const std::string why = moves[m_random.weighted({44, 16, 9, 8, 9, 6, 5, 3})];
      plan.push_back({{from, to}, why, why == "CREQB" || why == "CHILD" || why == "STAND" || why == "ALLEG"});
      from = to;
    }
    plan.push_back({{from, spell.care.to}, spell.leftBecause, false});
    return plan;
  }

  void live(const Spell& spell, const std::vector<Segment>& plan, ChildId besides) {
    SettingType last = SettingType::fosteringHousehold;
    std::optional<SettingId> before;
    for (Segment segment : plan) {
      segment.days.from = std::max(segment.days.from, spell.care.from);
      if (segment.days.to && *segment.days.to <= segment.days.from) continue;
      const SettingId where = choose(spell.child, segment.days, besides, before);
      last = m_draft.at(where).type;
      if (!segment.days.to) fillProfile(m_draft, m_draft.at(spell.child), last, true);
      Stay stay{spell.child, where, segment.days, segment.endReason, segment.unplanned, false, std::nullopt, std::nullopt, std::nullopt};
      if (!stay.days.to) stay.plannedEnd = plannedEnd(spell.child);
      m_draft.add(stay);
      before = where;
    }
    if (spell.care.to) fillProfile(m_draft, m_draft.at(spell.child), last, false);
  }

  std::optional<Date> plannedEnd(ChildId child) {
    const Date eighteen = birthday(m_draft.at(child).born, 18);
    if (eighteen < m_draft.in(400)) return eighteen;
    if (m_random.oneOf(1, 4)) return m_draft.in(m_random.between(30, 380));
    return std::nullopt;
  }

  bool fits(SettingId id, ChildId childId, const DateRange& stay, ChildId besides) {
    const Setting& setting = m_draft.at(id);
    const Child& child = m_draft.at(childId);
    const int young = ageOn(child.born, stay.from);
    const int old = ageOn(child.born, stay.to ? *stay.to - days{1} : m_draft.today());
    if (setting.terms.ageFrom && young < *setting.terms.ageFrom) return false;
    if (setting.terms.ageTo && old > *setting.terms.ageTo) return false;
    if (!setting.terms.sexes.empty() &&
        std::find(setting.terms.sexes.begin(), setting.terms.sexes.end(), child.sex) == setting.terms.sexes.end())
      return false;
    if (setting.connectedPerson) {
      const auto known = m_families.find(id);
      if (known != m_families.end() && known->second != childId && known->second != besides) return false;
    }
    return m_draft.mostThere(id, stay) < setting.terms.children.value_or(1);
  }

  const std::vector<SettingId>& kindFor(ChildId child, const DateRange& stay) {
    const int age = ageOn(m_draft.at(child).born, stay.from);
    if (age >= 16 && stay.from >= supportedAccommodationCode && m_random.oneOf(5, 10)) return m_pool.premises;
    std::vector<int> shares{42, 34, 14, 0, 0, age < 2 ? 2 : 0};
    if (age >= 9) shares = {34, 34, 8, 20, 2, 0};
    const std::size_t kind = m_random.weighted(shares);
    const std::vector<SettingId>* kinds[] = {&m_pool.inHouse, &m_pool.agencies, &m_pool.connected,
                                             &m_pool.homes,   &m_pool.schools,  &m_pool.centres};
    return *kinds[kind];
  }

  SettingId choose(ChildId child, const DateRange& stay, ChildId besides, const std::optional<SettingId>& before) {
    if (besides.stored()) {
      for (const Placement& placement : m_draft.made.placements)
        if (placement.child == besides && placement.stay.contains(stay.from) && fits(placement.setting, child, stay, besides))
          return placement.setting;
    }
    const std::vector<SettingId>* pool = &kindFor(child, stay);
    for (int attempt = 0;; ++attempt) {
      if (attempt == 60) pool = &m_pool.agencies;
      const SettingId id = m_random.pick(*pool);
      // A long search ends with whoever has a bed, terms or not: so it is in life.
      const bool free = m_draft.mostThere(id, stay) < m_draft.at(id).terms.children.value_or(1);
      if (id == before || !(attempt > 600 ? free : fits(id, child, stay, besides))) continue;
      if (m_draft.at(id).connectedPerson) m_families.emplace(id, child);
      return id;
    }
  }

  Draft& m_draft;
  Random& m_random;
  Pool m_pool;
  std::map<SettingId, ChildId> m_families;  // whose connected person a household is
};

}  // namespace

void writeHistory(Draft& draft) {
  History history(draft);
  const auto here = [&] {
    return static_cast<int>(std::count_if(draft.made.placements.begin(), draft.made.placements.end(),
                                          [](const Placement& placement) { return !placement.stay.to; }));
  };
  constexpr int lookedAfter = 300;
  constexpr int left = 340;
  for (int gone = 0; gone < left;) gone += history.familyThatLeft(left - gone);
  while (here() < lookedAfter) history.familyInCare(lookedAfter - here());
}

}  // namespace homeward::demo
