// Culture, religion and language, and what the child wishes: the share of stated points that a home meets.
#include <algorithm>

#include "matching/asked.h"

namespace homeward::matching {
namespace {

/// One stated point: what to call it, whether it is met, and what to ask where nobody knows.
struct Point {
  FactArgument name;
  std::optional<bool> met;
  Fact question;
};

/// Counts, and says: the only point by its name, several by their number, and by name what is not known of them.
class Tally {
 public:
  explicit Tally(Reason* reason) : m_reason(reason) {}
  void add(std::optional<bool> met) {
    ++m_points.all;
    if (!met)
      ++m_points.notKnown;
    else if (*met)
      ++m_points.met;
  }
  template <class Naming>
  void add(std::optional<bool> met, Naming&& naming) {
    add(met);
    if (m_reason != nullptr) m_named.push_back(naming(met));
  }
  Interval share() {
    if (m_reason != nullptr) say();
    return m_points.share();
  }

 private:
  void say() const {
    std::vector<const Point*> open;
    for (const Point& point : m_named)
      if (!point.met) open.push_back(&point);
    if (!open.empty()) m_reason->question = open.front()->question;
    if (m_named.size() == 1) {
      const Point& only = m_named.front();
      const char* key = !only.met ? "match.points.oneNotKnown" : (*only.met ? "match.points.oneMet" : "match.points.oneNotMet");
      m_reason->why = {key, {only.name}};
      return;
    }
    m_reason->why = {"match.points", {std::int64_t{m_points.met}, std::int64_t{m_points.all}}};
    if (open.empty()) return;
    m_reason->why.key = open.size() == 1 ? "match.points.open1" : (open.size() == 2 ? "match.points.open2" : "match.points.openMore");
    m_reason->why.arguments.push_back(open[0]->name);
    if (open.size() >= 2) m_reason->why.arguments.push_back(open[1]->name);
    if (open.size() > 2) m_reason->why.arguments.emplace_back(static_cast<std::int64_t>(open.size() - 2));
  }

  Reason* m_reason;
  Points m_points;
  std::vector<Point> m_named;
};

std::optional<bool> isNear(const Asked& asked, std::size_t child, const Wish& wish, const Assignment& there) {
  const auto& contacts = asked.children()[child].child->contacts;
  const auto who = std::find_if(contacts.begin(), contacts.end(), [&](const Contact& contact) { return contact.name == wish.person; });
  if (there.setting == nullptr || who == contacts.end()) return std::nullopt;
  const auto miles = asked.fromContact(child, static_cast<std::size_t>(who - contacts.begin()), there.setting->place);
  if (!miles) return std::nullopt;
  if (geography::shownMiles(miles->high) <= wish.withinMiles) return true;
  if (geography::shownMiles(miles->low) > wish.withinMiles) return false;
  return std::nullopt;
}

std::optional<bool> withSiblings(const Asked& asked, std::size_t child, const CandidateFacts& candidate) {
  const Points pairs = pairsTogether(asked, candidate, child);
  if (pairs.all == 0) return std::nullopt;
  if (pairs.met + pairs.notKnown < pairs.all) return false;
  return pairs.notKnown > 0 ? std::nullopt : std::optional<bool>(true);
}

std::optional<bool> inverted(std::optional<bool> value) { return value ? std::optional<bool>(!*value) : std::nullopt; }

}  // namespace

Interval identityValue(const Asked& asked, const AskedCriterion&, std::size_t child, const CandidateFacts& candidate, Reason* reason) {
  const Assignment& there = assigned(candidate, child);
  Tally tally(reason);
  for (const FeatureCode& feature : asked.children()[child].child->identity)
    tally.add(has(there, feature), [&](std::optional<bool> met) { return Point{word("feature", feature), met, featureQuestion(feature)}; });
  return tally.share();
}

Interval wishesValue(const Asked& asked, const AskedCriterion&, std::size_t child, const CandidateFacts& candidate, Reason* reason) {
  const Assignment& there = assigned(candidate, child);
  const Child& who = *asked.children()[child].child;
  Tally tally(reason);
  for (const Wish& wish : who.wishes) {
    switch (wish.kind) {
      case WishKind::feature:
        tally.add(has(there, wish.feature), [&](std::optional<bool> met) {
          return Point{word("feature", wish.feature), met, featureQuestion(wish.feature)};
        });
        break;
      case WishKind::noFeature:
        tally.add(inverted(has(there, wish.feature)), [&](std::optional<bool> met) {
          return Point{wish.words.empty() ? FactArgument{Word{"without:" + wish.feature}} : FactArgument{wish.words}, met,
                       featureQuestion(wish.feature)};
        });
        break;
      case WishKind::keepSchool:
        tally.add(keepsSchool(there, who.id), [&](std::optional<bool> met) {
          return Point{word("wish", "keepSchool"), met,
                       who.school.empty() ? Fact{"ask.keepsSchool", {}} : Fact{"ask.keepsThisSchool", {who.school}}};
        });
        break;
      case WishKind::nearPerson:
        tally.add(isNear(asked, child, wish, there), [&](std::optional<bool> met) {
          return Point{wish.person, met, Fact{"ask.howFarFrom", {wish.person}}};
        });
        break;
      case WishKind::withSiblings:
        tally.add(withSiblings(asked, child, candidate), [&](std::optional<bool> met) {
          return Point{word("wish", "withSiblings"), met, Fact{"ask.siblings", {}}};
        });
        break;
      case WishKind::wordsOnly:
        break;
    }
  }
  return tally.share();
}

}  // namespace homeward::matching
