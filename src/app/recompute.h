// A past decision worked out again from what it kept, and what would differ today.
//
// Everything is computed anew from the frozen document alone: weights from policy, the referral's own shares and the needs' levels, whole
// cost from the quotes, the ranking, the choice of three. What was stored and what comes out must be the same to the point; where they are
// not, somebody or something changed the record, and each difference is told. Today's ranking of the same options stands beside it: it
// takes the options whose offers stood at the moment of the decision, by today's facts, prices and policy.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/frozen.h"
#include "domain/decision.h"

namespace homeward::app {

/// One candidate as it stood in an order.
struct Standing {
  std::size_t place = 0;  ///< from 1
  matching::Status status = matching::Status::eligible;
  int known = 0;
  int possible = 0;
  std::optional<MoneyRange> wholeCost;
  std::optional<MoneyRange> aWeek;
  friend bool operator==(const Standing&, const Standing&) = default;
};

/// A criterion or gate of one candidate that reads otherwise today. Sentences are empty where none was kept or it is not asked.
template <class Answer>
struct Changed {
  std::string key;
  std::string name;            ///< of a criterion, as it was called; of a gate its key
  std::optional<Answer> then;  ///< none: it was not asked then
  std::optional<Answer> today;
  std::string whyThen;
  std::string whyToday;
};

struct ThenAndToday {
  std::string id;
  std::string name;
  Standing then;
  std::optional<Standing> today;  ///< none: it is not among today's options
  std::optional<Fact> gone;       ///< why it is no longer offered today
  std::vector<Changed<matching::Interval>> criteria;
  std::vector<Changed<matching::GateResult>> gates;
};

struct ChangedWeight {
  std::string key;
  std::string name;
  std::optional<int> then;
  std::optional<int> today;
};

struct Recomputed {
  Decision decision;
  FrozenDecision then;
  std::vector<matching::Ranked> ranking;  ///< worked out anew, over `then.problem`
  /// What was stored and does not come out again, as facts; empty: the decision stands as it was stored.
  std::vector<Fact> alarms;
  /// Options that were put before the social worker although they were not proposed, and proposed ones that were not, by name.
  std::vector<std::string> swappedIn;
  std::vector<std::string> swappedOut;

  std::vector<ThenAndToday> options;   ///< in the order of then
  std::vector<ChangedWeight> weights;  ///< those that differ today
  std::vector<std::string> anchors;    ///< criteria whose anchors differ today
  std::string policyToday;             ///< its name
  int policyVersionToday = 0;
  bool ownWeightsToday = false;
  std::string whyNotToday;  ///< why there is no order of today; empty: there is one
};
[[nodiscard]] Result<Recomputed> recompute(Workspace& workspace, DecisionId decision);

/// The part that needs no case file: what of the stored results does not come out again.
[[nodiscard]] std::vector<Fact> alarmsOf(const FrozenDecision& then);

}  // namespace homeward::app
