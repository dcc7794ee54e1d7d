// The choice of about three: the triple that matches best without three of a kind, by full enumeration over the best thirty.
//
// Sum of L / 1,000,000 less mu x the similarity of each pair; similarity = 0.4 same setting type + 0.3 same provider + 0.2 e^(-miles/10)
// + 0.1 (1 - |c1 - c2| / max); one mile is 1609.344 m here. See section 5 of `docs/matching.md`.
#pragma once

#include <optional>
#include <vector>

#include "matching/ranking.h"

namespace homeward::matching {

struct Shortlist {
  std::vector<std::size_t> candidates;  ///< indices, in the order of the problem's ranking; fewer than three when there are no more
  bool complete = false;                ///< three were found
};
/// `similarityPenalty` is mu in thousandths. The best thirty and the first of them are those of the order of offers, whatever the problem's
/// stage.
[[nodiscard]] Shortlist shortlist(const Problem& problem, const std::vector<int>& weights, int similarityPenalty);

/// Why one candidate is in a choice, read off what the choice maximises: its place, where it is strongest, what it adds to the others.
struct InChoice {
  std::size_t candidate = 0;
  std::size_t place = 0;                 ///< in the ranking, from 1
  std::optional<std::size_t> strongest;  ///< the criterion on which it gains most over the average of the choice; none: on none
  bool onlyOfItsKind = false;            ///< none of the others is of the same setting types
  bool onlyOfItsProvider = false;
  bool nearest = false;            ///< surely nearer to home than each of the others
  std::optional<Money> cheaperBy;  ///< surely the cheapest: whole cost below the next
  /// One that ranks higher is left out, because it is more like another of the choice.
  struct Before {
    std::size_t candidate = 0;
    std::size_t alike = 0;  ///< the one of the choice that it is most like
    bool sameKind = false;
    bool sameProvider = false;
    friend bool operator==(const Before&, const Before&) = default;
  };
  std::optional<Before> before;
  friend bool operator==(const InChoice&, const InChoice&) = default;
};
/// One each, in the order of `chosen`, which are candidates of the problem and not empty.
[[nodiscard]] std::vector<InChoice> whyInChoice(const Problem& problem, const std::vector<int>& weights,
                                                const std::vector<std::size_t>& chosen);

[[nodiscard]] double similarity(const Candidate& a, const Candidate& b);

/// Options that nothing beats on both cost and match, cheapest first, with what each step up costs. Only those that did not fail and whose
/// cost is known take part; lower ends count.
struct Step {
  std::size_t candidate = 0;
  int points = 0;  ///< known score above the step before, in millionths (0 for the first)
  Money more;      ///< whole cost above the step before
};
[[nodiscard]] std::vector<Step> unbeaten(const Problem& problem, const std::vector<Ranked>& ranking);

}  // namespace homeward::matching
