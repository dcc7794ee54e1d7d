#include "matching/strategy.h"

#include <algorithm>

namespace homeward::matching {
namespace {

constexpr int noon = 12 * 60;
constexpr int officeCloses = 17 * 60;
/// Fewer working days than this are days, not weeks.
constexpr int aWorkingWeek = 5;

Instant atClock(Date day, int minute) {
  const Instant asIfUtc = Instant{day} + std::chrono::minutes{minute};
  return asIfUtc - englandOffset(asIfUtc);
}

bool isSector(Route route) { return route == Route::framework || route == Route::independent; }

/// The best of some routes by match, or the surely nearest; none where there is nobody.
template <class Of>
const Askable* bestOf(const std::vector<Askable>& askable, Of&& of) {
  const Askable* best = nullptr;
  for (const Askable& one : askable)
    if (of(one) && (best == nullptr || one.score > best->score)) best = &one;
  return best;
}

/// Miles by which a home of the sector that matches about as well as the best in-house is surely nearer than every in-house home whose
/// distance is known; none: it is not, or nobody knows.
std::optional<double> nearerBy(const std::vector<Askable>& askable, std::optional<geography::MilesRange> Askable::*to, int bestInHouse) {
  std::optional<double> inHouse;
  std::optional<double> sector;
  for (const Askable& one : askable) {
    if (!(one.*to)) continue;
    if (one.route == Route::inHouse) inHouse = std::min(inHouse.value_or((one.*to)->low), (one.*to)->low);
    if (isSector(one.route) && one.score + clearlyBetter > bestInHouse)
      sector = std::min(sector.value_or((one.*to)->high), (one.*to)->high);
  }
  if (!inHouse || !sector || *inHouse - *sector < clearlyNearer) return std::nullopt;
  return *inHouse - *sector;
}

/// Why the independent sector is asked beside our own homes and not after them; empty: after them.
std::vector<Fact> whyBeside(const std::vector<Askable>& askable, const Complexity& complexity, int daysLeft) {
  std::vector<Fact> why;
  const auto inHouse = std::count_if(askable.begin(), askable.end(), [](const Askable& one) { return one.route == Route::inHouse; });
  const Askable* ours = bestOf(askable, [](const Askable& one) { return one.route == Route::inHouse; });
  const Askable* theirs = bestOf(askable, [](const Askable& one) { return isSector(one.route); });
  if (daysLeft < inHouseDays + sectorDays + choiceDays) why.push_back({"strategy.beside.time", {std::int64_t{daysLeft}}});
  if (inHouse < choiceHas) why.push_back({"strategy.beside.few", {std::int64_t{inHouse}}});
  if (ours != nullptr && theirs != nullptr) {
    if (theirs->score - ours->score >= clearlyBetter)
      why.push_back({"strategy.beside.better", {std::int64_t{theirs->score - ours->score}}});
    if (const auto miles = nearerBy(askable, &Askable::school, ours->score))
      why.push_back({"strategy.beside.school", {Miles{*miles}}});
    else if (const auto fromHome = nearerBy(askable, &Askable::home, ours->score))
      why.push_back({"strategy.beside.home", {Miles{*fromHome}}});
  }
  if (complexity.high()) why.push_back({"strategy.beside.complex", {std::int64_t{complexity.points()}}});
  return why;
}

struct Plan {
  const Search& search;
  const std::vector<Askable>& askable;
  Instant now;
  const WorkingDays& calendar;
  int daysLeft = 0;
  Strategy strategy = {};
  std::vector<std::pair<Wave, int>> waves = {};  ///< with the working days that each has

  [[nodiscard]] Date today() const { return englandDay(now); }

  /// On the same day in hours, never more than half of what is left; else on a working day, early enough for the choice where that can be.
  [[nodiscard]] Instant dueAfter(Instant opens, int workingDays) const {
    switch (strategy.pace) {
      case Pace::tonight: {
        const Instant from = std::chrono::floor<std::chrono::minutes>(opens);
        std::chrono::minutes left = std::chrono::hours{hoursTonight};
        if (search.neededByMinute) {
          const auto until = std::chrono::floor<std::chrono::minutes>(atClock(search.neededBy, *search.neededByMinute) - from);
          left = std::clamp(until / 2, leastTonight, left);
        }
        return from + left;
      }
      case Pace::days: {
        // Where the need comes before the next working day there are hours, as on the same day.
        const Date next = calendar.after(englandDay(opens), workingDays);
        if (next > search.neededBy) return std::chrono::floor<std::chrono::minutes>(opens) + std::chrono::hours{hoursTonight};
        return atClock(next, noon);
      }
      case Pace::weeks:
        break;
    }
    const Date first = englandDay(opens);
    Date due = calendar.after(first, workingDays);
    Date latest = search.neededBy;
    for (int back = 0; back < choiceDays;) {
      latest -= std::chrono::days{1};
      if (calendar.isWorkingDay(latest)) ++back;
    }
    due = std::max(std::min(due, latest), calendar.after(first, 1));
    return atClock(due, officeCloses);
  }
  void wave(std::vector<Route> routes, std::vector<Fact> why, int workingDays, bool atOnce = false) {
    Wave wave;
    wave.routes = std::move(routes);
    wave.why = std::move(why);
    wave.opens = atOnce ? now : Instant{};
    waves.emplace_back(std::move(wave), workingDays);
  }
};

void planTonight(Plan& plan) {
  plan.strategy.why = {"strategy.tonight", {}};
  plan.wave({Route::inHouse, Route::framework, Route::independent, Route::spot},
            {{"strategy.wave.everybody", {std::int64_t{hoursTonight}}}}, 1, true);
}

void planDays(Plan& plan) {
  const Complexity& complexity = plan.strategy.complexity;
  plan.strategy.why = {"strategy.days", {std::int64_t{plan.daysLeft}}};
  if (complexity.high()) {
    plan.wave({Route::inHouse, Route::framework, Route::independent, Route::spot},
              {{"strategy.wave.everybodyComplex", {std::int64_t{complexity.points()}}}}, 1, true);
    return;
  }
  plan.wave({Route::inHouse, Route::framework, Route::independent}, {{"strategy.wave.together", {}}}, 1, true);
  plan.wave({Route::spot}, {{"strategy.wave.spot", {}}}, 1);
}

void planWeeks(Plan& plan) {
  const Complexity& complexity = plan.strategy.complexity;
  const int longer = complexity.high() ? complexDays : 0;
  plan.strategy.why = complexity.high() ? Fact{"strategy.weeksComplex", {std::int64_t{plan.daysLeft}, std::int64_t{complexity.points()}}}
                                        : Fact{"strategy.weeks", {std::int64_t{plan.daysLeft}}};
  plan.wave({Route::inHouse}, {{"strategy.wave.inHouse", {}}}, inHouseDays + longer, true);
  std::vector<Fact> beside = whyBeside(plan.askable, complexity, plan.daysLeft);
  const bool atOnce = !beside.empty();
  if (!atOnce) beside.push_back({"strategy.wave.sector", {}});
  plan.wave({Route::framework, Route::independent}, std::move(beside), sectorDays + longer, atOnce);
  plan.wave({Route::spot}, {{"strategy.wave.spot", {}}}, sectorDays + longer);
}

int wanted(Urgency urgency) { return urgency == Urgency::sameDay ? 1 : choiceHas; }

bool has(const std::vector<Route>& routes, Route route) { return std::find(routes.begin(), routes.end(), route) != routes.end(); }

}  // namespace

std::optional<Route> routeOf(const Provider& provider) {
  if (provider.sector == Sector::parents) return std::nullopt;
  if (provider.sector == Sector::inHouse) return Route::inHouse;
  if (provider.framework.empty()) return Route::independent;
  return provider.framework == "spot" ? Route::spot : Route::framework;
}

Complexity complexityOf(const Referral& referral, const std::vector<Child>& children) {
  Complexity complexity;
  for (const Child& child : children) {
    for (const Need& need : child.needs) complexity.highNeeds += need.level >= highLevel ? 1 : 0;
    for (const Risk& risk : child.risks) complexity.highRisks += risk.level >= highLevel ? 1 : 0;
  }
  if (referral.kind == ReferralKind::siblingGroup) complexity.siblings = std::max(0, static_cast<int>(children.size()) - 1);
  complexity.solo = referral.soloRequired;
  complexity.deprived = referral.liberty.deprived;
  return complexity;
}

Progress progressOf(const std::vector<Approach>& approaches, Instant now) {
  Progress progress;
  for (const Approach& approach : approaches) {
    if (approach.state == ApproachState::withdrawn) continue;
    ++progress.asked;
    switch (approach.state) {
      case ApproachState::answered:
        ++progress.yes;
        break;
      case ApproachState::declined:
      case ApproachState::silent:
        ++progress.no;
        break;
      default:
        ++(approach.answerDue && *approach.answerDue < now ? progress.overdue : progress.open);
    }
  }
  return progress;
}

bool timeToWiden(const Progress& progress, Urgency urgency) {
  return 2 * (progress.no + progress.overdue) > progress.asked && progress.yes + progress.open < wanted(urgency);
}

Strategy propose(const Search& search, const std::vector<Askable>& askable, const std::vector<Approach>& approaches,
                 const std::vector<std::optional<Route>>& routeAsked, Instant now, const WorkingDays& calendar) {
  Plan plan{search, askable, now, calendar};
  Strategy& strategy = plan.strategy;
  plan.daysLeft = calendar.between(plan.today(), search.neededBy);
  strategy.complexity = search.complexity;
  strategy.progress = progressOf(approaches, now);
  strategy.widenNow = timeToWiden(strategy.progress, search.urgency);
  strategy.enough = strategy.progress.yes >= wanted(search.urgency);
  strategy.after = {"strategy.after", {}};
  const bool soon = search.urgency == Urgency::underFiveDays || plan.daysLeft < aWorkingWeek;
  strategy.pace = search.urgency == Urgency::sameDay ? Pace::tonight : soon ? Pace::days : Pace::weeks;
  switch (strategy.pace) {
    case Pace::tonight:
      planTonight(plan);
      break;
    case Pace::days:
      planDays(plan);
      break;
    case Pace::weeks:
      planWeeks(plan);
      break;
  }

  // Who is in each, and when: a later wave opens when the one before it was to have answered, as it was asked or as it would be.
  const auto most = static_cast<std::size_t>(strategy.pace == Pace::tonight ? mostTonight : mostAtOnce);
  Instant before = now;
  bool widen = strategy.widenNow;
  for (auto& [wave, workingDays] : plan.waves) {
    std::optional<Instant> lastDue;
    int waiting = 0;
    for (std::size_t i = 0; i < approaches.size() && i < routeAsked.size(); ++i) {
      if (approaches[i].state == ApproachState::withdrawn || !routeAsked[i] || !has(wave.routes, *routeAsked[i])) continue;
      ++wave.asked;
      if (approaches[i].state != ApproachState::asked) continue;
      ++waiting;
      if (approaches[i].answerDue) lastDue = std::max(lastDue.value_or(*approaches[i].answerDue), *approaches[i].answerDue);
    }
    // As many as were not asked yet; once it is time to widen, as many again.
    const std::size_t room = widen ? most : most - std::min(most, static_cast<std::size_t>(waiting));
    for (std::size_t i = 0; i < askable.size(); ++i) {
      if (!has(wave.routes, askable[i].route)) continue;
      const bool already = std::any_of(approaches.begin(), approaches.end(), [&](const Approach& approach) {
        return approach.provider == askable[i].provider && approach.setting == askable[i].setting &&
               approach.state != ApproachState::withdrawn;
      });
      if (already) continue;
      if (wave.whom.size() < room)
        wave.whom.push_back(i);
      else
        ++wave.further;
    }
    const bool empty = wave.whom.empty();
    const bool atOnce = wave.opens == now || (widen && !empty);
    wave.opens = atOnce ? now : std::max(before, now);
    wave.answerDue = plan.dueAfter(wave.opens, workingDays);
    if (!empty && widen) widen = false;  // to one wave at a time
    if (wave.asked > 0)
      before = std::max(before, lastDue.value_or(now));
    else if (!empty)
      before = std::max(before, wave.answerDue);
    if (!empty) strategy.waves.push_back(std::move(wave));
  }
  strategy.widenNow = strategy.widenNow && !strategy.waves.empty();
  return strategy;
}

std::vector<Askable> askableOf(const Assessment& market) {
  const Request& request = market.request();
  const auto furthest = [&](const CandidateFacts& facts, Place Child::*from) {
    std::optional<geography::MilesRange> worst;
    for (std::size_t i = 0; i < request.children.size() && i < facts.perChild.size(); ++i) {
      const Setting* setting = facts.perChild[i].setting;
      const auto miles =
          setting == nullptr ? std::nullopt : geography::distance(request.children[i].*from, setting->place, *market.atlas());
      if (!miles) return std::optional<geography::MilesRange>{};
      if (!worst || miles->high > worst->high) worst = miles;
    }
    return worst;
  };
  const Standing& standing = market.standing();
  std::vector<Askable> askable;
  for (const Ranked& row : standing.first(market.weights(), standing.homes.size())) {
    const CandidateFacts facts = market.facts(row.candidate);
    if (facts.perChild.empty() || facts.perChild.front().provider == nullptr) continue;
    const Provider& provider = *facts.perChild.front().provider;
    const Setting* setting = facts.perChild.front().setting;
    const auto route = routeOf(provider);
    if (!route) continue;
    askable.push_back({row.candidate, provider.id, setting == nullptr ? std::nullopt : std::optional{setting->id}, *route,
                       shownScore(row.known / 2 + row.possible / 2), furthest(facts, &Child::schoolPlace), furthest(facts, &Child::home)});
  }
  return askable;
}

std::vector<NotAsked> notAsked(const Problem& market) {
  const std::size_t gates = market.gates.size();
  std::vector<int> first(gates, 0);
  for (std::size_t c = 0; c < market.candidates.size(); ++c)
    for (std::size_t g = 0; g < gates; ++g)
      if (market.gateResults[c * gates + g] == GateResult::fail) {
        ++first[g];
        break;
      }
  std::vector<NotAsked> counts;
  for (std::size_t g = 0; g < gates; ++g)
    if (first[g] > 0) counts.push_back({market.gates[g], first[g]});
  std::stable_sort(counts.begin(), counts.end(), [](const NotAsked& a, const NotAsked& b) { return a.candidates > b.candidates; });
  return counts;
}

}  // namespace homeward::matching
