#include "matching/assess.h"

#include <algorithm>
#include <set>
#include <utility>

#include "matching/market_pass.h"
#include "matching/one_candidate.h"
#include "matching/returning.h"

namespace homeward::matching {

namespace {

/// Authorities in which some candidate's setting lies without a point.
std::set<std::string> knownToAuthority(const std::vector<CandidateFacts>& candidates) {
  std::set<std::string> authorities;
  for (const CandidateFacts& candidate : candidates)
    for (const Assignment& assignment : candidate.perChild)
      if (assignment.setting != nullptr && !assignment.setting->place.point && !assignment.setting->place.authority.empty())
        authorities.insert(assignment.setting->place.authority);
  return authorities;
}

}  // namespace

Assessment::Assessment(Stage stage, std::shared_ptr<const Request> request, std::vector<CandidateFacts> candidates,
                       std::shared_ptr<const geography::Atlas> atlas, Policy policy)
    : m_request(std::move(request)),
      m_candidates(std::move(candidates)),
      m_policy(std::move(policy)),
      m_asked(std::make_shared<const Asked>(m_request, std::move(atlas), m_policy, knownToAuthority(m_candidates))) {
  const Asked& asked = *m_asked;
  Problem& problem = m_problem.emplace();
  problem.stage = stage;
  for (const AskedCriterion& criterion : asked.criteria()) {
    problem.criteria.push_back(criterion.key);
    problem.weights.push_back(criterion.weight);
  }
  m_weights = problem.weights;
  for (const AskedGate& gate : asked.gates()) problem.gates.push_back(gate.key);
  problem.candidates.reserve(m_candidates.size());
  problem.values.reserve(m_candidates.size() * asked.criteria().size());
  problem.gateResults.reserve(m_candidates.size() * asked.gates().size());
  for (const CandidateFacts& facts : m_candidates) {
    problem.candidates.push_back(described(*m_request, facts));
    for (const AskedGate& gate : asked.gates()) {
      const GateResult result = answerOf(asked, gate, facts, nullptr);
      const bool waived = result == GateResult::fail && waiverOf(asked.referral(), gate, facts) != nullptr;
      problem.gateResults.push_back(waived ? GateResult::unknown : result);
    }
    for (const AskedCriterion& criterion : asked.criteria()) problem.values.push_back(valueOf(asked, criterion, facts));
  }
}

Assessment::Assessment(std::shared_ptr<const Request> request, std::shared_ptr<const MarketFacts> market, AnswersSoFar answers,
                       std::shared_ptr<const geography::Atlas> atlas, Policy policy)
    : m_request(std::move(request)),
      m_market(std::move(market)),
      m_answers(std::move(answers)),
      m_policy(std::move(policy)),
      m_asked(std::make_shared<const Asked>(m_request, std::move(atlas), m_policy, m_market->knownToAuthority())),
      m_pass(std::make_unique<MarketPass>(*m_asked, *m_market, m_answers)),
      m_standing(m_pass->standing()) {
  for (const AskedCriterion& criterion : m_asked->criteria()) m_weights.push_back(criterion.weight);
}

Assessment::~Assessment() = default;

const Problem& Assessment::problem() const {
  if (!m_problem) m_problem = m_pass->complete(m_standing);
  return *m_problem;
}

CandidateFacts Assessment::facts(std::size_t candidate) const {
  if (!m_market) return m_candidates[candidate];
  const MarketFacts::Home& home = m_market->home(candidate);
  CandidateFacts facts{
      m_market->candidate(candidate).id, std::vector<Assignment>(m_request->children.size(), {home.setting, home.provider, nullptr}), {}};
  if (const auto said = m_answers.find(candidate); said != m_answers.end()) facts.answers = said->second;
  return facts;
}

const std::shared_ptr<const geography::Atlas>& Assessment::atlas() const { return m_asked->sharedAtlas(); }

Fact Assessment::label(std::size_t criterion) const { return m_asked->criteria()[criterion].label; }

std::vector<Counted> Assessment::counted() const { return m_asked->counted(); }

Explanation Assessment::explain(std::size_t candidate) const {
  const Asked& asked = *m_asked;
  CandidateFacts facts = this->facts(candidate);
  std::vector<law::Circumstances> gathered(asked.children().size());
  for (std::size_t i = 0; i < gathered.size(); ++i)
    if (asked.children()[i].lookedAfter) gathered[i] = circumstances(asked, facts, i);
  facts.gathered = &gathered;
  Explanation explanation;
  explanation.gates.reserve(asked.gates().size());
  explanation.criteria.reserve(asked.criteria().size());
  for (const AskedGate& gate : asked.gates()) {
    GateAnswer answer;
    answer.key = gate.key;
    answer.kind = gate.kind;
    Reason reason;
    answer.result = answerOf(asked, gate, facts, &reason);
    if (answer.result == GateResult::fail)
      if (const Waiver* waiver = waiverOf(asked.referral(), gate, facts)) answer.waiver = *waiver;
    answer.why = std::move(reason.why);
    answer.bringsBack = std::move(reason.bringsBack);
    answer.question = std::move(reason.question);
    answer.judgedBy = std::move(reason.judgedBy);
    explanation.gates.push_back(std::move(answer));
  }
  explanation.comesBack = whatBringsBack(asked, facts, explanation.gates);
  for (const AskedCriterion& criterion : asked.criteria()) explanation.criteria.push_back(explained(asked, criterion, facts));
  for (std::size_t i = 0; i < asked.children().size(); ++i) {
    if (!asked.children()[i].lookedAfter) continue;
    law::ApprovalAnswer approvals = law::approvals(gathered[i], WorkingDays::england());
    explanation.areaNotKnown = explanation.areaNotKnown || approvals.areaNotKnown;
    for (law::ApprovalNeeded& needed : approvals.needed)
      if (std::find(explanation.approvals.begin(), explanation.approvals.end(), needed) == explanation.approvals.end())
        explanation.approvals.push_back(std::move(needed));
  }
  explanation.cost = openedCost(*m_request, facts);
  return explanation;
}

std::vector<law::LegalFinding> Assessment::preferences(std::size_t candidate) const {
  const Asked& asked = *m_asked;
  const CandidateFacts facts = this->facts(candidate);
  std::vector<law::LegalFinding> preferences;
  for (std::size_t i = 0; i < asked.children().size(); ++i) {
    if (!asked.children()[i].lookedAfter) continue;
    law::Circumstances there = circumstances(asked, facts, i);
    addNearness(there, asked.people(), i, joiningWith(asked, facts, i), asked.atlas());
    for (law::LegalFinding& one : law::preferences(there))
      if (std::find(preferences.begin(), preferences.end(), one) == preferences.end()) preferences.push_back(std::move(one));
  }
  return preferences;
}

std::int64_t comparedDays(const Referral& referral) { return referral.neededDays && *referral.neededDays > 0 ? *referral.neededDays : 365; }

}  // namespace homeward::matching
