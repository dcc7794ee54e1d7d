#include "app/deidentified.h"

#include <algorithm>

#include "app/authorities.h"
#include "app/names_in.h"
#include "app/without_names.h"
#include "support/text.h"
#include "wording/wording.h"

namespace homeward::app {
namespace {

constexpr int daysAWeek = 7;
constexpr int minutesAnHour = 60;

std::string said(const std::string& key, std::vector<FactArgument> arguments = {}) {
  return wording::sentence({"deid." + key, std::move(arguments)});
}

std::string bullet(const std::string& words) { return "- " + words; }

/// A feature by its words where it is picked from the list. Of "language:…" only that there is one: the word after it was typed.
std::vector<std::string> listedFeatures(const std::vector<FeatureCode>& codes, bool& more) {
  const auto known = wording::valuesOf("feature");
  std::vector<std::string> words;
  for (const FeatureCode& code : codes) {
    if (std::ranges::find(known, std::string_view(code)) != known.end())
      words.push_back(wording::word("feature", code));
    else
      more = true;
  }
  return words;
}

/// The letter as it grows: lines, and paragraphs with a title.
class Letter {
 public:
  Letter(const ReferralCase& entry, const Deidentifying& how) : m_entry(entry), m_how(how) {}

  std::string write() {
    line(said(std::string("wanted.") + std::string(text(referral().kind)), {static_cast<std::int64_t>(m_entry.children.size())}));
    for (std::size_t i = 0; i < m_entry.children.size(); ++i) line(bullet(person(i)));
    if (referral().together != Togetherness::notASiblingGroup) line(bullet(wording::label("together", text(referral().together)) + "."));
    when();
    plainWords();
    where();
    for (std::size_t i = 0; i < m_entry.children.size(); ++i) child(i);
    m_text += "\n" + said("foot") + "\n";
    return m_text;
  }

 private:
  [[nodiscard]] const Referral& referral() const { return m_entry.referral; }
  void line(const std::string& words) { m_text += words + "\n"; }
  void title(const std::string& words) { m_text += "\n" + words + "\n"; }

  /// "child 2", or "the child" where there is but one.
  [[nodiscard]] std::string called(std::size_t i) const {
    return m_entry.children.size() == 1 ? said("child") : said("childNumber", {static_cast<std::int64_t>(i + 1)});
  }
  [[nodiscard]] std::string person(std::size_t i) const {
    const Child& child = m_entry.children[i];
    const int age = ageOn(child.born, m_how.today);
    const std::string years = age < 1 ? said("infant") : said("age", {static_cast<std::int64_t>(age)});
    const std::string who = !isLookedAfter(referral(), m_entry.children, i) ? "deid.parent"
                            : child.sex == Sex::other                       ? "deid.aChild"
                                                                            : "sex." + std::string(text(child.sex));
    if (m_entry.children.size() == 1) return said("person", {Word{who}, years});
    return said("personOf", {static_cast<std::int64_t>(i + 1), Word{who}, years});
  }
  void when() {
    const std::string day = longDate(referral().neededBy);
    std::string by = said("by", {day});
    if (const auto minute = referral().neededByMinute) {
      const std::string minutes = std::to_string(*minute % minutesAnHour);
      by = said("byTime", {day, std::to_string(*minute / minutesAnHour) + (minutes.size() < 2 ? ":0" : ":") + minutes});
    }
    line(bullet(by));
    if (referral().neededDays)
      line(bullet(said("weeks", {static_cast<std::int64_t>((*referral().neededDays + daysAWeek - 1) / daysAWeek)})));
    else
      line(bullet(said("weeksOpen")));
    if (m_how.answerDue) line(bullet(said("answerBy", {longDate(englandDay(*m_how.answerDue)), clockTime(*m_how.answerDue)})));
  }
  void addOnce(std::vector<std::string>& all, const std::string& one) const {
    if (!one.empty() && std::ranges::find(all, one) == all.end()) all.push_back(one);
  }
  [[nodiscard]] std::string authority(const std::string& code) const { return m_how.authorityName ? m_how.authorityName(code) : ""; }
  void where() {
    title(said("where"));
    std::vector<std::string> from;
    std::vector<std::string> notIn;
    for (const Child& child : m_entry.children) {
      if (!child.home.postcode.empty())
        addOnce(from, outcode(child.home.postcode));
      else if (!child.home.authority.empty())
        addOnce(from, authority(child.home.authority));
      for (const NoGoArea& area : child.noGoAreas) addOnce(notIn, standardDistrict(area.area) ? area.area : authority(area.area));
    }
    line(bullet(from.empty() ? said("homeOpen") : said("home", {listed(from)})));
    if (const auto miles = referral().withinMilesOfHome) line(bullet(said("nearHome", {Miles{*miles}})));
    if (const auto miles = referral().withinMilesOfSchool) line(bullet(said("nearSchool", {Miles{*miles}})));
    if (!notIn.empty()) line(bullet(said("notIn", {listed(notIn)})));
    if (!referral().settingTypes.empty()) {
      std::vector<std::string> kinds;
      for (const SettingType type : referral().settingTypes) kinds.push_back(wording::word("settingType", text(type)));
      line(bullet(said("kinds", {listed(kinds, "or")})));
    }
    if (referral().soloRequired) line(bullet(said("solo")));
    if (referral().schoolShouldBeKept) line(bullet(said("keepSchool")));
  }
  void child(std::size_t i) {
    const Child& child = m_entry.children[i];
    const std::string who = called(i);
    title(said("needs", {who}));
    std::vector<std::string> open;
    for (const NeedDomain domain : all<NeedDomain>()) {
      const Need* need = needOf(child, domain);
      if (need == nullptr)
        open.push_back(wording::word("need", text(domain)));
      else if (need->level > 0)
        line(bullet(said(need->essential ? "essential" : "level",
                         {Word{"need." + std::string(text(domain))}, Word{"level." + std::to_string(need->level)}})));
    }
    if (!open.empty()) line(bullet(said("notAssessed", {listed(open)})));
    if (!isLookedAfter(referral(), m_entry.children, i)) return;
    for (const Risk& risk : child.risks)
      line(bullet(said("risk", {Word{"risk." + std::string(text(risk.kind))}, Word{"level." + std::to_string(risk.level)}})));
    if (child.risks.empty()) line(bullet(said("noRisk")));
    wants(child);
  }
  void wants(const Child& child) {
    bool more = false;
    std::vector<FeatureCode> has = child.identity;
    std::vector<FeatureCode> hasNot = child.medicalExclusions;
    for (const Wish& wish : child.wishes) {
      if (wish.kind == WishKind::feature && !wish.feature.empty()) has.push_back(wish.feature);
      if (wish.kind == WishKind::noFeature && !wish.feature.empty()) hasNot.push_back(wish.feature);
      if (wish.kind == WishKind::keepSchool || wish.kind == WishKind::nearPerson || wish.kind == WishKind::withSiblings)
        line(bullet(said("wish." + std::string(text(wish.kind)))));
    }
    if (const auto words = listedFeatures(has, more); !words.empty()) line(bullet(said("has", {listed(words)})));
    if (const auto words = listedFeatures(hasNot, more); !words.empty()) line(bullet(said("hasNot", {listed(words, "or")})));
    if (more) line(bullet(said("askUs")));
    if (!child.contacts.empty()) line(bullet(said("contacts", {static_cast<std::int64_t>(child.contacts.size())})));
  }
  void plainWords() {
    if (trimmed(referral().inPlainWords).empty()) return;
    WithoutNames cover;
    const auto bracketed = [](const std::string& words) { return "[" + words + "]"; };
    for (std::size_t i = 0; i < m_entry.children.size(); ++i) cover.addChild(m_entry.children[i], bracketed(called(i)));
    for (const Child& relative : m_how.relatives) cover.addChild(relative, said("contact.name"));
    for (const std::string& name : m_how.staff) cover.addName(name, said("staff"));
    for (const std::string& name : m_how.homes) cover.addName(name, said("home.name"));
    for (const std::string& name : peopleNamed(referral())) cover.addName(name, said("contact.name"));
    cover.addNumber(referral().number);
    title(said("words"));
    line(cover.of(std::string(trimmed(referral().inPlainWords))));
  }

  const ReferralCase& m_entry;
  const Deidentifying& m_how;
  std::string m_text;
};

}  // namespace

std::string deidentified(const ReferralCase& entry, const Deidentifying& how) { return Letter(entry, how).write(); }

Result<std::string> deidentifiedText(Workspace& workspace, ReferralId referral, std::optional<Instant> answerDue) {
  const auto entry = referralCase(workspace, referral);
  if (!entry) return failed(entry);
  const auto all = workspace.file().children().all();
  if (!all) return failed(all);
  Deidentifying how{workspace.today(), answerDue, [&](const std::string& code) { return authorityName(workspace, code); }, {}, {}, {}};
  const auto people = workspace.file().people().people();
  if (!people) return failed(people);
  for (const Person& person : *people) how.staff.push_back(person.name);
  const auto market = workspace.market();
  if (!market) return failed(market);
  for (const Child& child : entry->children) {
    const auto stays = workspace.file().placements().ofChild(child.id);
    if (!stays) return failed(stays);
    for (const Placement& stay : *stays)
      if (const Setting* home = (*market)->setting(stay.setting); home != nullptr) how.homes.push_back(home->name);
  }
  for (const Child& other : *all) {
    const auto ofFamily = [&](const Child& child) {
      return (child.siblings && child.siblings == other.siblings) ||
             std::ranges::find(child.keepApartFrom, other.id) != child.keepApartFrom.end() ||
             std::ranges::find(other.keepApartFrom, child.id) != other.keepApartFrom.end();
    };
    const bool member = std::ranges::find(entry->children, other.id, &Child::id) != entry->children.end();
    if (!member && std::ranges::any_of(entry->children, ofFamily)) how.relatives.push_back(other);
  }
  return deidentified(*entry, how);
}

}  // namespace homeward::app
