// From facts to a ranking problem: every gate and every criterion of a referral for every candidate, and the reasons behind each.
//
// Numbers are computed for all candidates; reasons (`explain`) only for those that are shown, by the same code, so that a sentence and
// its bar cannot disagree. Which criteria apply depends on the referral alone.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "costing/whole_cost.h"
#include "domain/child.h"
#include "domain/fact.h"
#include "domain/offer.h"
#include "domain/priced_support.h"
#include "domain/provider.h"
#include "domain/referral.h"
#include "geography/geography.h"
#include "law/rules.h"
#include "matching/market_facts.h"
#include "matching/policy.h"
#include "matching/ranking.h"
#include "matching/standing.h"
#include "matching/weights.h"

namespace homeward::matching {

/// The referral's side of the match.
struct Request {
  Referral referral;
  std::vector<Child> children;           ///< the members, in the referral's order
  std::vector<Child> siblingsElsewhere;  ///< looked-after siblings who are not in the referral, with where they live in `siblingSettings`
  std::vector<std::optional<SettingId>> siblingSettings;  ///< where each of those lives now
  std::vector<std::vector<ChildId>> keptApartBy;   ///< for each of the children: others whose own record keeps them apart from that child
  std::vector<std::vector<Placement>> stays = {};  ///< for each of the children: where they lived, as on record; empty: not looked up
  std::shared_ptr<const law::Rules> rules = {};    ///< the table of the case file; none: as it stands
  std::string responsibleAuthority;
  Date today{};
  Date placeOn{};                            ///< the day for which law, ages and vacancies are judged
  std::vector<WeightShare> ownWeights = {};  ///< what the criteria count in this referral; empty: as the policy has it
  std::vector<PricedSupport> support = {};   ///< what the council can buy besides a home
};

/// A candidate's side: each child of the request with the setting, provider and offer that it would have there. At the stage of the
/// market there is no offer, and where a provider is still to name a setting there is no setting either.
struct Assignment {
  const Setting* setting = nullptr;
  const Provider* provider = nullptr;
  const Offer* offer = nullptr;
};
struct CandidateFacts {
  std::string id;
  std::vector<Assignment> perChild;    ///< as many as the request has children
  std::vector<ApproachState> answers;  ///< what this candidate has said to this referral already
  std::string home = {};               ///< what the market calls the one home of an option: what was waived of it there stands here too
  /// What the law looks at there, by child, where it was gathered for several questions at once; none: gathered for each.
  const std::vector<law::Circumstances>* gathered = nullptr;
};

class Asked;       // the referral's side, made ready once
class MarketPass;  // the referral asked of a market

enum class GateKind { law, registration, essential, willingness };

/// One gate of one candidate with its reason. Only essential gates are local and may be waived.
struct GateAnswer {
  std::string key;  ///< "law.20", "registration.age", "essential.need.emotionalHealth", "willing.taking"
  GateKind kind = GateKind::law;
  GateResult result = GateResult::pass;  ///< before any waiver
  std::optional<Waiver> waiver;
  Fact why;
  Fact bringsBack;             ///< of a failed gate: what would bring it back, with the day where one is on record
  Fact sooner;                 ///< beside a day: what would bring it back before
  std::optional<Date> backOn;  ///< the first day, of a year to come, on which this gate does not fail any more, as things stand
  Fact question;
  /// For each thing that fails a gate of law or registration, the rules that judge the same thing; an empty list where none does.
  std::vector<std::vector<int>> judgedBy;
};

/// A criterion's value for one child, where several are averaged.
struct ChildAnswer {
  ChildId child;
  Interval value;
  Fact why;
  Fact question;
};

/// One criterion of one candidate with its reason, in the units of the sentence.
struct CriterionAnswer {
  std::string key;  ///< "need:<child>:<domain>" for needs, else the policy's key
  Interval value;
  Fact why;
  Fact question;                      ///< where low < high: what to ask
  std::vector<ChildAnswer> children;  ///< whose values were averaged, in the referral's order; one for a criterion of the whole group
};

/// What all of a candidate's failed gates together would take, those left out that are waived.
struct ComesBack {
  std::optional<Date> from;  ///< the day of a year to come on which the fewest fail; none: no day changes anything
  std::vector<Fact> with;    ///< what those take that fail even then: "an exemption from the usual limit"; empty: nothing more
  int failed = 0;            ///< how many gates fail on the day of the placement
};

struct Explanation {
  std::vector<GateAnswer> gates;               ///< in the order of Problem::gates
  std::vector<CriterionAnswer> criteria;       ///< in the order of Problem::criteria
  std::vector<law::ApprovalNeeded> approvals;  ///< what the law wants before a start; not gates of the match
  bool areaNotKnown = false;                   ///< where the setting lies is not known, so whether approvals are wanted is not either
  std::optional<costing::WholeCost> cost;
  ComesBack comesBack;
};

/// What some of a market said to this referral already, by the number of the candidate.
using AnswersSoFar = std::map<std::size_t, std::vector<ApproachState>>;

/// A referral against its candidates: computed once from facts, then ranked and explained as often as a slider moves.
class Assessment {
 public:
  Assessment(Stage stage, std::shared_ptr<const Request> request, std::vector<CandidateFacts> candidates,
             std::shared_ptr<const geography::Atlas> atlas, Policy policy);
  /// Of a whole market, with what some of it said to this referral already. Who stands is known at once; the rest is worked out when it is
  /// first asked for. Belongs to one thread.
  Assessment(std::shared_ptr<const Request> request, std::shared_ptr<const MarketFacts> market, AnswersSoFar answers,
             std::shared_ptr<const geography::Atlas> atlas, Policy policy);
  ~Assessment();
  /// Every candidate with every gate and value.
  [[nodiscard]] const Problem& problem() const;
  /// Of a market, those alone that no gate stops.
  [[nodiscard]] const Standing& standing() const { return m_standing; }
  [[nodiscard]] const std::vector<int>& weights() const { return m_weights; }
  [[nodiscard]] const Request& request() const { return *m_request; }
  [[nodiscard]] Stage stage() const { return m_market ? Stage::market : m_problem->stage; }
  [[nodiscard]] const Policy& policy() const { return m_policy; }
  [[nodiscard]] const std::shared_ptr<const geography::Atlas>& atlas() const;
  [[nodiscard]] CandidateFacts facts(std::size_t candidate) const;
  /// What a criterion is called: a fact for `wording` ("criterion.distanceHome", or "criterion.need" with the domain).
  [[nodiscard]] Fact label(std::size_t criterion) const;
  /// By what the weight of each criterion follows from, in the order of Problem::criteria.
  [[nodiscard]] std::vector<Counted> counted() const;
  [[nodiscard]] Explanation explain(std::size_t candidate) const;
  /// What the law prefers or wants shown, for each child who is looked after; none of it forbids anything.
  [[nodiscard]] std::vector<law::LegalFinding> preferences(std::size_t candidate) const;

 private:
  std::shared_ptr<const Request> m_request;
  std::vector<CandidateFacts> m_candidates;     // those who were given one by one,
  std::shared_ptr<const MarketFacts> m_market;  // or a market
  AnswersSoFar m_answers;
  Policy m_policy;
  std::shared_ptr<const Asked> m_asked;
  std::unique_ptr<MarketPass> m_pass;
  std::vector<int> m_weights;
  Standing m_standing;
  mutable std::optional<Problem> m_problem;  // of a market worked out when it is first asked for
};

/// Length of stay over which options are compared: the referral's own, else 365 days.
[[nodiscard]] std::int64_t comparedDays(const Referral& referral);

}  // namespace homeward::matching
