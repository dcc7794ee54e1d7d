// What a decision keeps: policy, weights, facts and results as they were, as one JSON document (`homeward/decision-inputs/2`), and that
// document read again.
//
// It suffices to work the ranking, the weights, the costs and the choice of three out again to the point, without anything else of the
// case file, and it holds the sentences as they were read then. Documents of the first schema are read with what they have: without the
// sentences, the quotes, the needs' levels and the choice of three.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/rank_referral.h"
#include "domain/decision.h"
#include "domain/weight_adjustment.h"

namespace homeward::app {

/// What a ranking gave for one candidate.
struct FrozenRow {
  std::string id;
  matching::Status status = matching::Status::eligible;
  int known = 0;
  int possible = 0;
  std::optional<int> coverage;  ///< none: the first schema did not keep it
  friend bool operator==(const FrozenRow&, const FrozenRow&) = default;
};

/// What stood behind the numbers of one candidate. Sentences are empty where the first schema kept none.
struct FrozenFacts {
  std::string name;
  std::string provider;
  std::vector<std::string> gates;     ///< why, in the order of Problem::gates
  std::vector<std::string> waived;    ///< the reason for which a failed gate was set aside, likewise; empty: it was not
  std::vector<std::string> criteria;  ///< why, in the order of Problem::criteria
  std::optional<MoneyRange> aWeek;    ///< whole cost a week
  /// One for each offer of the option, all of which its cost is the sum of; none: not kept.
  std::optional<std::vector<std::vector<QuoteLine>>> quotes;
};

struct FrozenDecision {
  int schema = 2;
  matching::Policy policy;
  std::vector<WeightShare> ownWeights;       ///< the referral's own; empty: the policy's
  std::optional<WeightAdjustment> adjusted;  ///< who set those, when and why; none: nobody, or the first schema
  std::vector<matching::Counted> counted;    ///< empty: the first schema did not keep it
  matching::Problem problem;                 ///< with the weights as they were
  std::vector<std::string> criterionNames;   ///< in the order of Problem::criteria; empty likewise
  std::vector<FrozenFacts> facts;            ///< in the order of Problem::candidates
  std::vector<FrozenRow> ranking;
  std::optional<std::vector<std::string>> proposed;  ///< the engine's choice of about three
  std::vector<std::string> sent;                     ///< what the officer put before the social worker
  std::optional<Date> placeOn;                       ///< from which it was costed
  std::int64_t comparedDays = 0;
};

/// `choice`: whose options the decision is about. `adjusted`: what set the referral's own weights, where it has any.
[[nodiscard]] std::string frozenInputs(const RankedReferral& ranked, const Choice& choice,
                                       const std::optional<WeightAdjustment>& adjusted = std::nullopt);
/// Errors: unreadable, with what is missing or does not fit.
[[nodiscard]] Result<FrozenDecision> readFrozen(std::string_view document);

}  // namespace homeward::app
