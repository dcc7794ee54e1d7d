#include "matching/market_pass.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "matching/one_candidate.h"

namespace homeward::matching {
namespace {

/// Few enough that each is asked beforehand. Of a question with many, those alone are asked that some home needs which is still left.
bool few(const Classes& classes) { return classes.first.size() <= 256; }

}  // namespace

MarketPass::MarketPass(const Asked& asked, const MarketFacts& market, const AnswersSoFar& answers)
    : m_asked(asked), m_market(market), m_answers(answers), m_open(market.size(), 0), m_inScratch(market.size()) {
  const Request& request = asked.request();
  m_stay = {request.placeOn, request.placeOn + std::chrono::days{comparedDays(request.referral)}};
  // A rate is paid for each child; a parent and child are one unit.
  m_timesPaid = request.referral.kind == ReferralKind::parentAndChild ? 1 : static_cast<std::int64_t>(request.children.size());
  m_scratch.perChild.resize(asked.children().size());
  for (const AskedGate& gate : asked.gates()) {
    Gates table;
    if (gate.looks != itself) table.classes = &market.classes(gate.looks);
    m_gates.push_back(std::move(table));
  }
  for (const AskedCriterion& criterion : asked.criteria()) {
    Values table;
    if (criterion.looks != itself) table.classes = &market.classes(criterion.looks);
    m_values.push_back(std::move(table));
  }
  const auto prepare = [](auto& table) {
    if (table.classes == nullptr) return;
    table.answers.resize(table.classes->first.size());
    table.known.resize(table.classes->first.size(), 0);
  };
  for (Gates& table : m_gates) prepare(table);
  for (Values& table : m_values) prepare(table);

  for (const auto& [home, said] : answers) m_special.push_back(static_cast<std::uint32_t>(home));
  for (const Waiver& waiver : asked.referral().waivers)
    if (const auto home = market.find(waiver.candidate)) m_special.push_back(static_cast<std::uint32_t>(*home));
  std::sort(m_special.begin(), m_special.end());
  m_special.erase(std::unique(m_special.begin(), m_special.end()), m_special.end());
  sieve();
}

const CandidateFacts& MarketPass::facts(std::size_t home) {
  if (m_inScratch == home) return m_scratch;
  m_inScratch = home;
  const MarketFacts::Home& who = m_market.home(home);
  for (Assignment& assignment : m_scratch.perChild) assignment = {who.setting, who.provider, nullptr};
  return m_scratch;
}

GateResult MarketPass::ask(std::size_t gate, std::size_t home) { return answerOf(m_asked, m_asked.gates()[gate], facts(home), nullptr); }

void MarketPass::askEveryClass(std::size_t gate) {
  Gates& table = m_gates[gate];
  for (std::size_t c = 0; c < table.answers.size(); ++c) {
    table.answers[c] = ask(gate, table.classes->first[c]);
    table.known[c] = 1;
  }
}

/// Of those that nothing is known of in this referral.
GateResult MarketPass::gateResult(std::size_t gate, std::size_t home) {
  Gates& table = m_gates[gate];
  if (table.classes == nullptr) return ask(gate, home);
  const std::size_t c = table.classes->of[home];
  if (table.known[c] == 0) {
    table.answers[c] = ask(gate, table.classes->first[c]);
    table.known[c] = 1;
  }
  return table.answers[c];
}

Interval MarketPass::value(std::size_t criterion, std::size_t home) {
  Values& table = m_values[criterion];
  const AskedCriterion& asked = m_asked.criteria()[criterion];
  if (table.classes == nullptr) return valueOf(m_asked, asked, facts(home));
  const std::size_t c = table.classes->of[home];
  if (table.known[c] == 0) {
    table.answers[c] = valueOf(m_asked, asked, facts(table.classes->first[c]));
    table.known[c] = 1;
  }
  return table.answers[c];
}

void MarketPass::sieve() {
  const std::size_t homes = m_market.size();
  // How many each looked-up gate would stop: those that stop most go first, and law last, which takes longest.
  struct Step {
    std::size_t gate = 0;
    std::size_t stops = 0;
    bool lookedUp = false;
    bool law = false;
  };
  std::vector<Step> steps;
  for (std::size_t g = 0; g < m_gates.size(); ++g) {
    const Classes* classes = m_gates[g].classes;
    Step step{g, 0, classes != nullptr && few(*classes), m_asked.gates()[g].kind == GateKind::law};
    if (step.lookedUp) {
      askEveryClass(g);
      for (std::size_t c = 0; c < classes->first.size(); ++c)
        if (m_gates[g].answers[c] == GateResult::fail) step.stops += classes->size[c];
    }
    steps.push_back(step);
  }
  std::stable_sort(steps.begin(), steps.end(), [](const Step& a, const Step& b) {
    if (a.law != b.law) return b.law;
    if (a.lookedUp != b.lookedUp) return a.lookedUp;
    return a.stops > b.stops;
  });

  std::vector<std::uint32_t> left(homes);
  std::iota(left.begin(), left.end(), std::uint32_t{0});
  for (const std::uint32_t special : m_special) left[special] = static_cast<std::uint32_t>(homes);
  if (!m_special.empty()) std::erase(left, static_cast<std::uint32_t>(homes));
  for (const Step& step : steps) {
    std::size_t kept = 0;
    const auto keep = [&](std::uint32_t home, GateResult result) {
      m_open[home] |= static_cast<std::uint8_t>(result == GateResult::unknown);
      left[kept] = home;
      kept += result != GateResult::fail ? 1 : 0;
    };
    if (step.lookedUp) {
      const std::uint32_t* of = m_gates[step.gate].classes->of.data();
      const GateResult* answers = m_gates[step.gate].answers.data();
      for (const std::uint32_t home : left) keep(home, answers[of[home]]);
    } else {
      for (const std::uint32_t home : left) keep(home, gateResult(step.gate, home));
    }
    left.resize(kept);
  }
  m_standing = std::move(left);
  for (const std::uint32_t special : m_special) {
    bool stands = true;
    for (std::size_t g = 0; g < m_gates.size() && stands; ++g) {
      const GateResult result = ofSpecial(g, special);
      m_open[special] |= static_cast<std::uint8_t>(result == GateResult::unknown);
      stands = result != GateResult::fail;
    }
    if (stands) m_standing.insert(std::upper_bound(m_standing.begin(), m_standing.end(), special), special);
  }
}

GateResult MarketPass::ofSpecial(std::size_t gate, std::size_t home) {
  CandidateFacts own = facts(home);
  own.id = m_market.candidate(home).id;
  if (const auto said = m_answers.find(home); said != m_answers.end()) own.answers = said->second;
  const AskedGate& asked = m_asked.gates()[gate];
  const GateResult result = answerOf(m_asked, asked, own, nullptr);
  return result == GateResult::fail && waiverOf(m_asked.referral(), asked, own) != nullptr ? GateResult::unknown : result;
}

std::optional<MoneyRange> MarketPass::cost(std::size_t home) const {
  const auto rate = m_market.weeklyRate(home);
  if (!rate) return std::nullopt;
  return MoneyRange::exactly(Money{costOfDays(*rate, m_stay).pence * m_timesPaid});
}

Candidate MarketPass::candidate(std::size_t home) const {
  Candidate candidate = m_market.candidate(home);
  candidate.cost = cost(home);
  return candidate;
}

Problem MarketPass::empty() const {
  Problem problem;
  problem.stage = Stage::market;
  for (const AskedCriterion& criterion : m_asked.criteria()) {
    problem.criteria.push_back(criterion.key);
    problem.weights.push_back(criterion.weight);
  }
  return problem;
}

Standing MarketPass::standing() {
  Standing standing;
  standing.market = &m_market;
  standing.homes = m_standing;
  standing.open.reserve(m_standing.size());
  standing.pence.reserve(m_standing.size());
  for (const std::uint32_t home : m_standing) {
    standing.open.push_back(m_open[home]);
    const auto whole = cost(home);
    standing.pence.push_back(whole ? whole->low.pence : Standing::costNotKnown);
  }
  standing.values.resize(m_values.size(), std::vector<Interval>(m_standing.size()));
  // What looks at each home itself is asked of a home at one go: a setting is read from memory once.
  std::vector<std::size_t> ofEach;
  for (std::size_t j = 0; j < m_values.size(); ++j) {
    if (m_values[j].classes == nullptr) {
      ofEach.push_back(j);
      continue;
    }
    for (std::size_t k = 0; k < m_standing.size(); ++k) standing.values[j][k] = value(j, m_standing[k]);
  }
  for (std::size_t k = 0; k < m_standing.size(); ++k)
    for (const std::size_t j : ofEach) standing.values[j][k] = value(j, m_standing[k]);
  return standing;
}

Problem MarketPass::complete(const Standing& standing) {
  Problem problem = empty();
  for (const AskedGate& gate : m_asked.gates()) problem.gates.push_back(gate.key);
  const std::size_t homes = m_market.size();
  const std::size_t gates = problem.gates.size();
  const std::size_t criteria = problem.criteria.size();
  problem.candidates.reserve(homes);
  for (std::size_t home = 0; home < homes; ++home) problem.candidates.push_back(candidate(home));
  problem.gateResults.resize(homes * gates);
  problem.values.resize(homes * criteria);
  for (std::size_t g = 0; g < gates; ++g)
    for (std::size_t home = 0; home < homes; ++home) problem.gateResults[home * gates + g] = gateResult(g, home);
  for (const std::uint32_t special : m_special)
    for (std::size_t g = 0; g < gates; ++g) problem.gateResults[special * gates + g] = ofSpecial(g, special);
  for (std::size_t j = 0; j < criteria; ++j) {
    std::size_t k = 0;
    for (std::size_t home = 0; home < homes; ++home) {
      const bool stands = k < standing.homes.size() && standing.homes[k] == home;
      problem.values[home * criteria + j] = stands ? standing.values[j][k++] : value(j, home);
    }
  }
  return problem;
}

}  // namespace homeward::matching
