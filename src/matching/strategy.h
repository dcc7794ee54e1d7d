// Whom to ask first for a referral, with how long to answer, and when to widen to whom: a proposal from the time that is left, from how
// much the child needs, and from who stands in the ranked market.
//
// In-house first is a habit, not a rule: the independent sector is asked at once where time is short, where in-house has too few or clearly
// weaker homes, where a home out there is surely nearer to school or home, or where much is needed. Only those whom no gate stops are ever
// proposed, and nobody who was asked already. It proposes; the officer decides whom to ask and until when.
#pragma once

#include <optional>
#include <vector>

#include "domain/offer.h"
#include "domain/referral.h"
#include "matching/assess.h"

namespace homeward::matching {

/// By which agreement a provider is asked: our own; one of a framework; independent, where no agreement is on record (another authority's
/// homes among them); and for this once, at a price that nobody has agreed beforehand.
enum class Route { inHouse, framework, independent, spot };
constexpr auto texts(Route) {
  return std::to_array<EnumText<Route>>(
      {{Route::inHouse, "inHouse"}, {Route::framework, "framework"}, {Route::independent, "independent"}, {Route::spot, "spot"}});
}
/// None of parents: they are not asked like a provider.
[[nodiscard]] std::optional<Route> routeOf(const Provider& provider);

// The intervals of a search, in one place. An officer may give any other deadline.

/// Working days that our own homes have before others are asked: long enough to speak with carers who are at work and to hold a match
/// meeting, short enough that a slow no costs no week.
inline constexpr int inHouseDays = 3;
/// Working days that providers of the independent sector have: they find a household, and speak to those who live there.
inline constexpr int sectorDays = 5;
/// Working days that answers take longer where much is needed: homes write how they would meet each need, and are spoken to.
inline constexpr int complexDays = 2;
/// Working days that the choice, the decision and meeting one another take between the last answer and the move.
inline constexpr int choiceDays = 5;
/// Hours to answer on the same day: a second round still fits into an evening.
inline constexpr int hoursTonight = 2;
/// Nobody looks through the market and rings back in less.
inline constexpr std::chrono::minutes leastTonight{30};
/// How many are proposed at once: what an officer can ring tonight, and what a planned search is followed up for (eleven is usual).
inline constexpr int mostTonight = 20;
inline constexpr int mostAtOnce = 12;
/// Points of 1000 by which a match is clearly better, and straight miles by which a home is clearly nearer.
inline constexpr int clearlyBetter = 100;
inline constexpr double clearlyNearer = 5.0;
/// How many yeses a search is for: a choice has three; tonight one bed is what counts.
inline constexpr int choiceHas = 3;
/// From this level a need or a risk counts as high, and from so many of what makes a search complex it is.
inline constexpr int highLevel = 4;
inline constexpr int complexFrom = 3;

/// What makes a search hard: each high need and risk, each sibling more, no other child in the home, and no freedom to come and go.
struct Complexity {
  int highNeeds = 0;
  int highRisks = 0;
  int siblings = 0;  ///< beyond the first child
  bool solo = false;
  bool deprived = false;  ///< of liberty
  [[nodiscard]] int points() const { return highNeeds + highRisks + siblings + (solo ? 1 : 0) + (deprived ? 1 : 0); }
  [[nodiscard]] bool high() const { return points() >= complexFrom; }
  friend bool operator==(const Complexity&, const Complexity&) = default;
};
[[nodiscard]] Complexity complexityOf(const Referral& referral, const std::vector<Child>& children);

/// One whom no gate stops.
struct Askable {
  std::size_t candidate = 0;  ///< of the problem
  ProviderId provider;
  std::optional<SettingId> setting;  ///< none: somebody to ask
  Route route = Route::inHouse;
  int score = 0;                                   ///< middle of known and possible, in whole points of 1000
  std::optional<geography::MilesRange> school;     ///< straight, of the child who would have it furthest; none: not known
  std::optional<geography::MilesRange> home = {};  ///< likewise
};

/// What those who were asked have said so far; whoever is asked no longer is not counted.
struct Progress {
  int asked = 0;
  int yes = 0;      ///< answered
  int no = 0;       ///< said no, or nothing to the end
  int overdue = 0;  ///< still to answer after the moment by which they were to
  int open = 0;     ///< still to answer
  friend bool operator==(const Progress&, const Progress&) = default;
};
[[nodiscard]] Progress progressOf(const std::vector<Approach>& approaches, Instant now);
/// Whether it is time to widen: more than half of those who were asked said no or are overdue, and fewer may still say yes than are wanted.
[[nodiscard]] bool timeToWiden(const Progress& progress, Urgency urgency);

/// Some who are asked together, with one deadline.
struct Wave {
  std::vector<Route> routes;
  std::vector<Fact> why;          ///< a sentence each
  std::vector<std::size_t> whom;  ///< places in the list of those who could be asked, in the order of the market; never asked before
  int further = 0;                ///< who suit as well and are not proposed at once
  int asked = 0;                  ///< by these routes already
  Instant opens{};                ///< now, or when the wave before was to have answered
  Instant answerDue{};
  [[nodiscard]] bool now(Instant moment) const { return opens <= moment; }
};

enum class Pace { tonight, days, weeks };
constexpr auto texts(Pace) {
  return std::to_array<EnumText<Pace>>({{Pace::tonight, "tonight"}, {Pace::days, "days"}, {Pace::weeks, "weeks"}});
}

struct Strategy {
  Pace pace = Pace::weeks;
  Complexity complexity;
  Fact why;                 ///< of the pace: time that is left, and how complex it is
  std::vector<Wave> waves;  ///< those with somebody to ask, in their order; empty: nobody is left
  Progress progress;
  bool enough = false;    ///< as many said yes as are wanted: others are asked only where none of those suits
  bool widenNow = false;  ///< the first wave is what to widen to
  Fact after;             ///< what is left to do when the last wave has answered
};

/// What the search looks at besides the market.
struct Search {
  Urgency urgency = Urgency::planned;
  Date neededBy{};
  std::optional<int> neededByMinute = {};  ///< minutes after midnight in England
  Complexity complexity = {};
};

/// The proposal. `askable` in the order of the market; `approaches` are those of the referral; `routeAsked` tells by which route each was.
[[nodiscard]] Strategy propose(const Search& search, const std::vector<Askable>& askable, const std::vector<Approach>& approaches,
                               const std::vector<std::optional<Route>>& routeAsked, Instant now, const WorkingDays& calendar);

/// Those of a ranked market whom no gate stops, in its order, parents left out.
[[nodiscard]] std::vector<Askable> askableOf(const Assessment& market);

/// Why the others are not asked: everybody once, by the first gate that stops them, most first.
struct NotAsked {
  std::string gate;  ///< key of the gate
  int candidates = 0;
  friend bool operator==(const NotAsked&, const NotAsked&) = default;
};
[[nodiscard]] std::vector<NotAsked> notAsked(const Problem& market);

}  // namespace homeward::matching
