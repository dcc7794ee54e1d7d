#include "app/deidentified.h"

#include <algorithm>

#include "app/authorities.h"
#include "app/names_in.h"
#include "disclosure/search.h"
#include "support/text.h"
#include "wording/wording.h"

namespace homeward::app {
namespace {

using disclosure::Gives;
using disclosure::Mark;
using disclosure::PackPerson;
using disclosure::ReferralPack;

constexpr int daysAWeek = 7;
constexpr int minutesAnHour = 60;

std::string said(const std::string& key, std::vector<FactArgument> arguments = {}) {
  return wording::sentence({"deid." + key, std::move(arguments)});
}

std::string bullet(const std::string& words) { return "- " + words; }

/// "child 2", or "the child" where there is but one.
std::string called(std::size_t i, std::size_t of) {
  return of == 1 ? said("child") : said("childNumber", {static_cast<std::int64_t>(i + 1)});
}

std::string bracketed(const std::string& words) { return "[" + words + "]"; }

/// Everything on record that tells who they are. The day of birth needs no record: every day goes out.
disclosure::Record recordOf(const ReferralCase& entry, const Deidentifying& how) {
  disclosure::Record record;
  const std::string known = said("contact.name");
  const auto addChild = [&](const Child& child, const std::string& instead) {
    record.addPerson(child.name, instead);
    record.addPerson(child.knownAs, instead);
    for (const Contact& contact : child.contacts) {
      record.addPerson(contact.name, known);
      for (const std::string& name : namesIn(contact.relationship, true)) record.addPerson(name, known);
    }
    for (const Wish& wish : child.wishes) record.addPerson(wish.person, known);
    record.addPlace(child.school, said("school.name"), Gives::school);
    record.addNumber(child.number, said("number"));
  };
  for (std::size_t i = 0; i < entry.children.size(); ++i) addChild(entry.children[i], bracketed(called(i, entry.children.size())));
  for (const Child& relative : how.relatives) addChild(relative, known);
  for (const std::string& name : how.staff) record.addPerson(name, said("staff"), disclosure::Record::Forms::nameAlone);
  for (const std::string& name : how.homes) record.addPlace(name, said("home.name"), Gives::home);
  for (const std::string& name : peopleNamed(entry.referral)) record.addPerson(name, known);
  for (const std::string& number : {entry.referral.number, entry.referral.liberty.orderNumber}) record.addNumber(number, said("number"));
  if (how.wideArea)
    for (const Child& child : entry.children)
      if (!child.home.postcode.empty()) record.addNumber(outcode(child.home.postcode), said("address"));
  return record;
}

/// What stands for a piece that no record has words for.
std::string insteadOf(Gives gives) {
  switch (gives) {
    case Gives::day:
      return said("day");
    case Gives::address:
    case Gives::postcode:
    case Gives::link:
      return said("address");
    case Gives::number:
    case Gives::nhsNumber:
    case Gives::pupilNumber:
    case Gives::insuranceNumber:
      return said("number");
    default:
      return said("a.name");
  }
}

/// As a text field shows it: lines end with a line feed alone, and a blank that does not break is a blank.
std::string plain(std::string_view words) {
  std::string out;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (words.substr(at).starts_with("\xC2\xA0")) {
      out.push_back(' ');
      ++at;
    } else if (words.substr(at).starts_with("\xE2\x80\xA8") || words.substr(at).starts_with("\xE2\x80\xA9")) {
      out.push_back('\n');
      at += 2;
    } else if (words[at] == '\r') {
      if (at + 1 >= words.size() || words[at + 1] != '\n') out.push_back('\n');
    } else if (words[at] != '\0') {
      out.push_back(words[at]);
    }
  }
  return std::string(trimmed(out));
}

/// A feature that is picked from the list. Of "language:…" only that there is one: the word after it was typed.
bool isListed(const FeatureCode& code) {
  static const auto known = wording::valuesOf("feature");
  return std::ranges::find(known, std::string_view(code)) != known.end();
}

void addOnce(std::vector<std::string>& all, const std::string& one) {
  if (!one.empty() && std::ranges::find(all, one) == all.end()) all.push_back(one);
}

/// The words of each kind, in the order in which they are read.
template <class Visit>
void eachText(const ReferralCase& entry, const Visit& visit) {
  const auto name = [](const Child& child) {
    return child.name.empty() ? FactArgument{Word{"quality.theChild"}} : FactArgument{child.name};
  };
  visit("words", Fact{"pack.words", {}}, entry.referral.inPlainWords);
  for (std::size_t i = 0; i < entry.children.size(); ++i) {
    if (!isLookedAfter(entry.referral, entry.children, i)) continue;
    const Child& child = entry.children[i];
    const std::string of = std::to_string(i);
    visit("strengths." + of, Fact{"pack.strengths", {name(child)}}, child.strengths);
    for (const Need& need : child.needs)
      if (need.level > 0)
        visit("outcome." + of + "." + std::string(text(need.domain)),
              Fact{"pack.outcome", {name(child), Word{"need." + std::string(text(need.domain))}}}, need.desiredOutcome);
    for (std::size_t k = 0; k < child.wishes.size(); ++k)
      visit("wish." + of + "." + std::to_string(k), Fact{"pack.wish", {name(child)}}, child.wishes[k].words);
  }
}

/// As near as providers are told where a child comes from; empty: on asking.
std::string whereabouts(const Child& child, const Deidentifying& how) {
  const std::string authority =
      how.authorityName && !child.home.authority.empty() ? how.authorityName(child.home.authority) : std::string();
  if (child.home.postcode.empty() || (how.wideArea && !authority.empty())) return authority;
  return outcode(child.home.postcode);
}

/// The bands of the national return: under 1, 1 to 4, 5 to 9, 10 to 15, 16 and over.
int ageBand(int age) {
  int band = 0;
  for (const int from : {1, 5, 10, 16}) band += age >= from ? 1 : 0;
  return band;
}

PackPiece marked(const std::string& key, Fact title, const std::string& words, const disclosure::Record& record, bool wideArea) {
  PackPiece piece{key, std::move(title), plain(words), {}};
  piece.marks = disclosure::marksIn(piece.original, record);
  for (Mark& mark : piece.marks)
    if (mark.instead.empty() || (wideArea && mark.gives == Gives::postcode)) mark.instead = insteadOf(mark.gives);
  return piece;
}

PackPerson personOf(const ReferralCase& entry, std::size_t i, Date today, const std::map<std::string, std::string>& texts) {
  const auto textOf = [&](const std::string& key) {
    const auto found = texts.find(key);
    return found == texts.end() ? std::string() : found->second;
  };
  const Child& child = entry.children[i];
  const std::string of = std::to_string(i);
  PackPerson person;
  person.lookedAfter = isLookedAfter(entry.referral, entry.children, i);
  person.sex = child.sex;
  person.age = ageOn(child.born, today);
  for (const NeedDomain domain : all<NeedDomain>()) {
    const Need* need = needOf(child, domain);
    if (need == nullptr)
      person.notAssessed.push_back(domain);
    else if (need->level > 0)
      person.needs.push_back({domain, need->level, need->essential, textOf("outcome." + of + "." + std::string(text(domain)))});
  }
  if (!person.lookedAfter) return person;
  for (const Risk& risk : child.risks) person.risks.push_back({risk.kind, risk.level});
  person.strengths = textOf("strengths." + of);
  const auto add = [&person](std::vector<FeatureCode>& to, const FeatureCode& code) {
    if (code.empty()) return;
    if (isListed(code))
      addOnce(to, code);
    else
      person.askForMore = true;
  };
  for (const FeatureCode& code : child.identity) add(person.features, code);
  for (const FeatureCode& code : child.medicalExclusions) add(person.without, code);
  for (std::size_t k = 0; k < child.wishes.size(); ++k) {
    const Wish& wish = child.wishes[k];
    if (wish.kind == WishKind::feature) add(person.features, wish.feature);
    if (wish.kind == WishKind::noFeature) add(person.without, wish.feature);
    if (wish.kind == WishKind::keepSchool || wish.kind == WishKind::nearPerson || wish.kind == WishKind::withSiblings)
      person.wants.push_back(wish.kind);
    if (const std::string words = textOf("wish." + of + "." + std::to_string(k)); !words.empty()) person.wishes.push_back(words);
  }
  person.contacts = static_cast<int>(child.contacts.size());
  return person;
}

/// The letter as it grows: lines, and paragraphs with a title.
class Letter {
 public:
  explicit Letter(const ReferralPack& pack) : m_pack(pack) {}

  std::string write() {
    line(said(std::string("wanted.") + std::string(text(m_pack.kind)), {static_cast<std::int64_t>(m_pack.people.size())}));
    for (std::size_t i = 0; i < m_pack.people.size(); ++i) line(bullet(person(i)));
    if (m_pack.together != Togetherness::notASiblingGroup) line(bullet(wording::label("together", text(m_pack.together)) + "."));
    when();
    if (!m_pack.words.empty()) {
      title(said("words"));
      line(m_pack.words);
    }
    where();
    for (std::size_t i = 0; i < m_pack.people.size(); ++i) child(i);
    m_text += "\n" + said("foot") + "\n";
    return m_text;
  }

 private:
  void line(const std::string& words) { m_text += words + "\n"; }
  void title(const std::string& words) { m_text += "\n" + words + "\n"; }

  [[nodiscard]] std::string person(std::size_t i) const {
    const PackPerson& one = m_pack.people[i];
    const std::string years = one.age < 1 ? said("infant") : said("age", {static_cast<std::int64_t>(one.age)});
    const std::string who = !one.lookedAfter ? "deid.parent" : one.sex == Sex::other ? "deid.aChild" : "sex." + std::string(text(one.sex));
    if (m_pack.people.size() == 1) return said("person", {Word{who}, years});
    return said("personOf", {static_cast<std::int64_t>(i + 1), Word{who}, years});
  }
  void when() {
    const std::string day = longDate(m_pack.neededBy);
    std::string by = said("by", {day});
    if (const auto minute = m_pack.neededByMinute) {
      const std::string minutes = std::to_string(*minute % minutesAnHour);
      by = said("byTime", {day, std::to_string(*minute / minutesAnHour) + (minutes.size() < 2 ? ":0" : ":") + minutes});
    }
    line(bullet(by));
    if (m_pack.neededDays)
      line(bullet(said("weeks", {static_cast<std::int64_t>((*m_pack.neededDays + daysAWeek - 1) / daysAWeek)})));
    else
      line(bullet(said("weeksOpen")));
    if (m_pack.answerBy) line(bullet(said("answerBy", {longDate(englandDay(*m_pack.answerBy)), clockTime(*m_pack.answerBy)})));
  }
  void where() {
    title(said("where"));
    line(bullet(m_pack.from.empty() ? said("homeOpen") : said("home", {listed(m_pack.from)})));
    if (const auto miles = m_pack.withinMilesOfHome) line(bullet(said("nearHome", {Miles{*miles}})));
    if (const auto miles = m_pack.withinMilesOfSchool) line(bullet(said("nearSchool", {Miles{*miles}})));
    if (!m_pack.notIn.empty()) line(bullet(said("notIn", {listed(m_pack.notIn)})));
    if (!m_pack.settingTypes.empty()) {
      std::vector<std::string> kinds;
      for (const SettingType type : m_pack.settingTypes) kinds.push_back(wording::word("settingType", text(type)));
      line(bullet(said("kinds", {listed(kinds, "or")})));
    }
    if (m_pack.solo) line(bullet(said("solo")));
    if (m_pack.keepSchool) line(bullet(said("keepSchool")));
  }
  void child(std::size_t i) {
    const PackPerson& one = m_pack.people[i];
    title(said("needs", {called(i, m_pack.people.size())}));
    for (const disclosure::PackNeed& need : one.needs) {
      line(bullet(said(need.essential ? "essential" : "level",
                       {Word{"need." + std::string(text(need.domain))}, Word{"level." + std::to_string(need.level)}})));
      if (!need.outcome.empty()) line("  " + said("outcome", {need.outcome}));
    }
    std::vector<std::string> open;
    for (const NeedDomain domain : one.notAssessed) open.push_back(wording::word("need", text(domain)));
    if (!open.empty()) line(bullet(said("notAssessed", {listed(open)})));
    if (!one.lookedAfter) return;
    for (const disclosure::PackRisk& risk : one.risks)
      line(bullet(said("risk", {Word{"risk." + std::string(text(risk.kind))}, Word{"level." + std::to_string(risk.level)}})));
    if (one.risks.empty()) line(bullet(said("noRisk")));
    if (!one.strengths.empty()) line(bullet(said("strengths", {one.strengths})));
    for (const std::string& wish : one.wishes) line(bullet(said("says", {wish})));
    for (const WishKind want : one.wants) line(bullet(said("wish." + std::string(text(want)))));
    const auto words = [](const std::vector<FeatureCode>& codes) {
      std::vector<std::string> all;
      for (const FeatureCode& code : codes) all.push_back(wording::word("feature", code));
      return all;
    };
    if (!one.features.empty()) line(bullet(said("has", {listed(words(one.features))})));
    if (!one.without.empty()) line(bullet(said("hasNot", {listed(words(one.without), "or")})));
    if (one.askForMore) line(bullet(said("askUs")));
    if (one.contacts > 0) line(bullet(said("contacts", {static_cast<std::int64_t>(one.contacts)})));
  }

  const ReferralPack& m_pack;
  std::string m_text;
};

}  // namespace

PackPiece wordsPiece(const ReferralCase& entry, const Deidentifying& how) {
  return marked("words", {"pack.words", {}}, entry.referral.inPlainWords, recordOf(entry, how), how.wideArea);
}

std::vector<PackPiece> packPieces(const ReferralCase& entry, const Deidentifying& how) {
  const disclosure::Record record = recordOf(entry, how);
  std::vector<PackPiece> pieces;
  eachText(entry, [&](const std::string& key, Fact title, const std::string& words) {
    PackPiece piece = marked(key, std::move(title), words, record, how.wideArea);
    if (!piece.original.empty()) pieces.push_back(std::move(piece));
  });
  return pieces;
}

std::vector<Mark> marksAfter(const PackPiece& piece, const PieceRead& read) {
  std::vector<Mark> marks;
  for (const Mark& mark : piece.marks)
    if (disclosure::isCertain(mark.because) || !read.left.contains(mark.begin)) marks.push_back(mark);
  for (const auto& [begin, end] : read.moreOut) {
    if (begin >= end || end > piece.original.size()) continue;
    Mark more{begin, end, Gives::name, disclosure::Because::onRecord, said("taken.out")};
    for (const Mark& mark : marks)  // what it touches goes with it
      if (mark.begin < more.end && more.begin < mark.end) {
        more.begin = std::min(more.begin, mark.begin);
        more.end = std::max(more.end, mark.end);
      }
    std::erase_if(marks, [&](const Mark& mark) { return mark.begin < more.end && more.begin < mark.end; });
    marks.push_back(std::move(more));
  }
  std::ranges::sort(marks, {}, &Mark::begin);
  return marks;
}

ReferralPack packOf(const ReferralCase& entry, const Deidentifying& how, const std::vector<PackPiece>& pieces, const Reading& reading,
                    const std::string& reference) {
  std::map<std::string, std::string> texts;
  for (const PackPiece& piece : pieces) {
    const auto read = reading.find(piece.key);
    texts[piece.key] = disclosure::without(piece.original, marksAfter(piece, read == reading.end() ? PieceRead{} : read->second));
  }
  const Referral& referral = entry.referral;
  const auto authority = [&](const std::string& code) { return how.authorityName ? how.authorityName(code) : std::string(); };
  ReferralPack pack;
  pack.reference = reference;
  pack.writtenOn = how.today;
  pack.answerBy = how.answerDue;
  pack.kind = referral.kind;
  pack.together = referral.together;
  pack.neededBy = referral.neededBy;
  pack.neededByMinute = referral.neededByMinute;
  pack.neededDays = referral.neededDays;
  for (const Child& child : entry.children) {
    addOnce(pack.from, whereabouts(child, how));
    for (const NoGoArea& area : child.noGoAreas) {
      const bool nearHome =
          how.wideArea && std::ranges::any_of(entry.children, [&](const Child& one) { return outcode(one.home.postcode) == area.area; });
      if (!nearHome) addOnce(pack.notIn, standardDistrict(area.area) ? area.area : authority(area.area));
    }
  }
  pack.withinMilesOfHome = referral.withinMilesOfHome;
  pack.withinMilesOfSchool = referral.withinMilesOfSchool;
  pack.settingTypes = referral.settingTypes;
  pack.solo = referral.soloRequired;
  pack.keepSchool = referral.schoolShouldBeKept;
  for (std::size_t i = 0; i < entry.children.size(); ++i) pack.people.push_back(personOf(entry, i, how.today, texts));
  pack.words = texts.contains("words") ? texts.at("words") : std::string();
  return pack;
}

std::string letterOf(const ReferralPack& pack) { return Letter(pack).write(); }

Result<std::pair<ReferralCase, Deidentifying>> toDeidentify(Workspace& workspace, ReferralId referral, std::optional<Instant> answerDue) {
  auto entry = referralCase(workspace, referral);
  if (!entry) return failed(entry);
  const auto all = workspace.file().children().all();
  if (!all) return failed(all);
  Deidentifying how{
      workspace.today(), answerDue, [&workspace](const std::string& code) { return authorityName(workspace, code); }, {}, {}, {}};
  const auto people = workspace.file().people().people();
  if (!people) return failed(people);
  for (const Person& person : *people) how.staff.push_back(person.name);
  const auto market = workspace.market();
  if (!market) return failed(market);
  for (const Child& other : *all) {
    const auto ofFamily = [&](const Child& child) {
      return (child.siblings && child.siblings == other.siblings) ||
             std::ranges::find(child.keepApartFrom, other.id) != child.keepApartFrom.end() ||
             std::ranges::find(other.keepApartFrom, child.id) != other.keepApartFrom.end();
    };
    const bool member = std::ranges::find(entry->children, other.id, &Child::id) != entry->children.end();
    if (!member && std::ranges::any_of(entry->children, ofFamily)) how.relatives.push_back(other);
  }
  // Where any of the family lives, or lived.
  std::vector<ChildId> family;
  for (const std::vector<Child>* some : {&entry->children, &how.relatives})
    for (const Child& child : *some) family.push_back(child.id);
  for (const ChildId child : family) {
    const auto stays = workspace.file().placements().ofChild(child);
    if (!stays) return failed(stays);
    for (const Placement& stay : *stays)
      if (const Setting* home = (*market)->setting(stay.setting); home != nullptr) how.homes.push_back(home->name);
  }
  return std::pair{*std::move(entry), std::move(how)};
}

Result<std::vector<Fact>> rareness(Workspace& workspace, const ReferralCase& entry, const Deidentifying& how) {
  constexpr int fewest = 5;
  const auto all = workspace.file().children().all();
  if (!all) return failed(all);
  std::vector<Fact> rare;
  for (std::size_t i = 0; i < entry.children.size(); ++i) {
    const Child& child = entry.children[i];
    const std::string where = whereabouts(child, how);
    if (where.empty() || !isLookedAfter(entry.referral, entry.children, i)) continue;
    const int band = ageBand(ageOn(child.born, how.today));
    const auto like = std::ranges::count_if(*all, [&](const Child& other) {
      return other.sex == child.sex && ageBand(ageOn(other.born, how.today)) == band && whereabouts(other, how) == where;
    });
    if (like < fewest)
      rare.push_back({"pack.rare",
                      {called(i, entry.children.size()), static_cast<std::int64_t>(like), Word{"ageBand." + std::to_string(band)}, where}});
  }
  return rare;
}

}  // namespace homeward::app
