#include "matching/relaxing.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "matching/asked.h"
#include "matching/returning.h"

namespace homeward::matching {
namespace {

constexpr int stepMiles = 5;
constexpr std::chrono::days aWeek{7};

std::string gateOfNeed(NeedDomain domain) { return "essential.need." + std::string(text(domain)); }

bool isEssential(const Need& need) { return need.essential && need.level >= 1; }

/// The essential needs of those who are looked after, and the highest level of each.
std::vector<std::pair<NeedDomain, int>> essentialNeeds(const Request& request, const People& people) {
  std::vector<std::pair<NeedDomain, int>> needs;
  for (const NeedDomain domain : all<NeedDomain>()) {
    int highest = 0;
    for (std::size_t i = 0; i < request.children.size(); ++i)
      if (const Need* need = needOf(request.children[i], domain); need != nullptr && people.lookedAfter(i) && isEssential(*need))
        highest = std::max(highest, need->level);
    if (highest > 0) needs.emplace_back(domain, highest);
  }
  return needs;
}

double nextLimit(double limit, int steps) { return stepMiles * (std::floor(limit / stepMiles) + steps); }

Fact wordsOf(const Request& request, const Relaxing& relaxing, const People& people) {
  const auto need = [&] { return word("need", text(relaxing.domain)); };
  switch (relaxing.what) {
    case Relaxed::needNotEssential:
      return {"relax.needNotEssential", {need()}};
    case Relaxed::needLevelLower:
      for (const auto& [domain, level] : essentialNeeds(request, people))
        if (domain == relaxing.domain) return {"relax.needLevelLower", {need(), std::int64_t{level - 1}, std::int64_t{level}}};
      return {};
    case Relaxed::noGoArea:
      return {"relax.noGoArea", {relaxing.area}};
    case Relaxed::radiusHome:
      return {"relax.radiusHome", {limitText(relaxing.miles), limitText(*request.referral.withinMilesOfHome)}};
    case Relaxed::radiusSchool:
      return {"relax.radiusSchool", {limitText(relaxing.miles), limitText(*request.referral.withinMilesOfSchool)}};
    case Relaxed::together:
      return {"relax.together", {}};
    case Relaxed::solo:
      return {"relax.solo", {}};
    case Relaxed::incompatible:
      return {"relax.incompatible", {}};
    case Relaxed::exclusion:
      return {"relax.exclusion", {word("feature", relaxing.feature)}};
    case Relaxed::laterDay:
      return {"relax.laterDay", {relaxing.neededBy, request.placeOn}};
    case Relaxed::settingType:
      return {"relax.settingType", {word("settingType", text(relaxing.type))}};
  }
  return {};
}

bool givesUpTheGate(Relaxed what) {
  return what == Relaxed::needNotEssential || what == Relaxed::together || what == Relaxed::solo || what == Relaxed::incompatible ||
         what == Relaxed::exclusion;
}

Status statusOf(const Problem& problem, std::size_t candidate) {
  Status status = Status::eligible;
  for (std::size_t g = 0; g < problem.gates.size(); ++g) {
    const GateResult result = problem.gateResults[candidate * problem.gates.size() + g];
    if (result == GateResult::fail) return Status::notEligible;
    if (result == GateResult::unknown) status = Status::toConfirm;
  }
  return status;
}

/// What stands fast while one requirement after the other is eased.
class Easing {
 public:
  explicit Easing(const Assessment& assessment)
      : m_assessment(assessment),
        m_problem(assessment.problem()),
        m_people(assessment.request().referral, assessment.request().children, assessment.request().siblingsElsewhere),
        m_failed(m_problem.candidates.size()),
        m_places(m_problem.candidates.size()) {
    for (std::size_t c = 0; c < m_problem.candidates.size(); ++c)
      for (std::size_t g = 0; g < m_problem.gates.size(); ++g)
        if (fails(c, g)) m_failed[c].push_back(g);
    const auto ranking = rank(m_problem, m_problem.weights, Stage::market);
    for (std::size_t place = 0; place < ranking.size(); ++place) m_places[ranking[place].candidate] = place;
  }

  [[nodiscard]] LetIn letIn(const Relaxing& relaxing) const {
    LetIn answer;
    answer.relaxing = relaxing;
    answer.words = wordsOf(m_assessment.request(), relaxing, m_people);
    if (givesUpTheGate(relaxing.what))
      giveUp(answer);
    else
      askAgain(answer);
    std::sort(answer.candidates.begin(), answer.candidates.end(),
              [this](std::size_t a, std::size_t b) { return m_places[a] < m_places[b]; });
    return answer;
  }

 private:
  [[nodiscard]] bool fails(std::size_t candidate, std::size_t gate) const {
    return m_problem.gateResults[candidate * m_problem.gates.size() + gate] == GateResult::fail;
  }
  [[nodiscard]] std::size_t gateOf(const Relaxing& relaxing) const {
    return static_cast<std::size_t>(std::find(m_problem.gates.begin(), m_problem.gates.end(), relaxing.gate) - m_problem.gates.begin());
  }

  static void count(LetIn& answer, std::size_t candidate, Status status) {
    answer.candidates.push_back(candidate);
    ++(status == Status::eligible ? answer.eligible : answer.toConfirm);
  }

  /// Whoever fails nothing else.
  void giveUp(LetIn& answer) const {
    const std::size_t gate = gateOf(answer.relaxing);
    for (std::size_t c = 0; c < m_failed.size(); ++c) {
      if (m_failed[c] != std::vector<std::size_t>{gate}) continue;
      Status status = Status::eligible;
      for (std::size_t g = 0; g < m_problem.gates.size(); ++g)
        if (m_problem.gateResults[c * m_problem.gates.size() + g] == GateResult::unknown) status = Status::toConfirm;
      count(answer, c, status);
    }
  }

  /// Those whom the change can concern, against the changed request.
  void askAgain(LetIn& answer) const {
    std::vector<std::size_t> whom;
    for (std::size_t c = 0; c < m_failed.size(); ++c)
      if (mayConcern(answer.relaxing, c)) whom.push_back(c);
    if (whom.empty()) return;
    std::vector<CandidateFacts> facts;
    facts.reserve(whom.size());
    for (const std::size_t c : whom) facts.push_back(m_assessment.facts(c));
    auto request = std::make_shared<const Request>(relaxed(m_assessment.request(), answer.relaxing));
    const Assessment then(m_problem.stage, std::move(request), std::move(facts), m_assessment.atlas(), Policy{});
    for (std::size_t i = 0; i < whom.size(); ++i) {
      const Status status = statusOf(then.problem(), i);
      const bool out = !m_failed[whom[i]].empty();
      if (out && status != Status::notEligible) count(answer, whom[i], status);
      if (!out && status == Status::notEligible) ++answer.lost;
    }
  }

  [[nodiscard]] bool mayConcern(const Relaxing& relaxing, std::size_t candidate) const {
    const auto& failed = m_failed[candidate];
    if (relaxing.what != Relaxed::laterDay) return failed.size() == 1 && failed.front() == gateOf(relaxing);
    // Another day moves nearly every gate: whoever is in may be out then.
    return std::all_of(failed.begin(), failed.end(), [this](std::size_t gate) { return looksAtTheDay(m_problem.gates[gate]); });
  }

  const Assessment& m_assessment;
  const Problem& m_problem;
  People m_people;
  std::vector<std::vector<std::size_t>> m_failed;
  std::vector<std::size_t> m_places;
};

}  // namespace

std::vector<Relaxing> whatMayBeRelaxed(const Request& request) {
  const Referral& referral = request.referral;
  const People people(referral, request.children, request.siblingsElsewhere);
  std::vector<Relaxing> ways;
  const auto add = [&ways](Relaxed what, std::string gate) -> Relaxing& {
    Relaxing& one = ways.emplace_back();
    one.what = what;
    one.gate = std::move(gate);
    return one;
  };
  for (const auto& [domain, level] : essentialNeeds(request, people)) {
    add(Relaxed::needNotEssential, gateOfNeed(domain)).domain = domain;
    if (level > 1) add(Relaxed::needLevelLower, gateOfNeed(domain)).domain = domain;
  }
  std::set<std::string> areas;
  std::set<FeatureCode> exclusions;
  bool apart = false;
  for (std::size_t i = 0; i < request.children.size(); ++i) {
    if (!people.lookedAfter(i)) continue;
    for (const NoGoArea& noGo : request.children[i].noGoAreas) areas.insert(noGo.area);
    exclusions.insert(request.children[i].medicalExclusions.begin(), request.children[i].medicalExclusions.end());
    apart = apart || !request.children[i].keepApartFrom.empty() || (i < request.keptApartBy.size() && !request.keptApartBy[i].empty());
  }
  for (const std::string& area : areas) add(Relaxed::noGoArea, "essential.noGoArea").area = area;
  for (const int steps : {1, 2}) {
    if (referral.withinMilesOfHome) add(Relaxed::radiusHome, "essential.radiusHome").miles = nextLimit(*referral.withinMilesOfHome, steps);
    if (referral.withinMilesOfSchool)
      add(Relaxed::radiusSchool, "essential.radiusSchool").miles = nextLimit(*referral.withinMilesOfSchool, steps);
  }
  if (referral.together == Togetherness::mustStayTogether) add(Relaxed::together, "essential.together");
  if (referral.soloRequired) add(Relaxed::solo, "essential.solo");
  if (apart) add(Relaxed::incompatible, "essential.incompatible");
  for (const FeatureCode& feature : exclusions) add(Relaxed::exclusion, "essential.exclusion." + feature).feature = feature;
  add(Relaxed::laterDay, "essential.availableBy").neededBy = request.placeOn + aWeek;
  if (!referral.settingTypes.empty())
    for (const SettingType type : all<SettingType>())
      if (std::find(referral.settingTypes.begin(), referral.settingTypes.end(), type) == referral.settingTypes.end())
        add(Relaxed::settingType, "essential.settingType").type = type;
  return ways;
}

Request relaxed(Request request, const Relaxing& relaxing) {
  Referral& referral = request.referral;
  const auto eachNeed = [&](auto&& change) {
    for (Child& child : request.children)
      for (Need& need : child.needs)
        if (need.domain == relaxing.domain && isEssential(need)) change(need);
  };
  switch (relaxing.what) {
    case Relaxed::needNotEssential:
      eachNeed([](Need& need) { need.essential = false; });
      break;
    case Relaxed::needLevelLower: {
      int highest = 0;
      eachNeed([&highest](const Need& need) { highest = std::max(highest, need.level); });
      eachNeed([highest](Need& need) { need.level = std::min(need.level, highest - 1); });
      break;
    }
    case Relaxed::noGoArea:
      for (Child& child : request.children)
        std::erase_if(child.noGoAreas, [&](const NoGoArea& noGo) { return noGo.area == relaxing.area; });
      break;
    case Relaxed::radiusHome:
      referral.withinMilesOfHome = relaxing.miles;
      break;
    case Relaxed::radiusSchool:
      referral.withinMilesOfSchool = relaxing.miles;
      break;
    case Relaxed::together:
      referral.together = Togetherness::togetherIfPossible;
      break;
    case Relaxed::solo:
      referral.soloRequired = false;
      break;
    case Relaxed::incompatible:
      for (Child& child : request.children) child.keepApartFrom.clear();
      request.keptApartBy.clear();
      break;
    case Relaxed::exclusion:
      for (Child& child : request.children) std::erase(child.medicalExclusions, relaxing.feature);
      break;
    case Relaxed::laterDay:
      referral.neededBy = relaxing.neededBy;
      request.placeOn = relaxing.neededBy;
      break;
    case Relaxed::settingType:
      referral.settingTypes.push_back(relaxing.type);
      break;
  }
  return request;
}

std::vector<LetIn> whatWouldLetIn(const Assessment& assessment) {
  const Easing easing(assessment);
  std::vector<LetIn> answers;
  for (const Relaxing& relaxing : whatMayBeRelaxed(assessment.request())) answers.push_back(easing.letIn(relaxing));
  std::stable_sort(answers.begin(), answers.end(),
                   [](const LetIn& a, const LetIn& b) { return a.candidates.size() > b.candidates.size(); });
  return answers;
}

}  // namespace homeward::matching
