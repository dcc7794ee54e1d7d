// A choice as the screen shows it: options with their gates, criteria and costs in words and figures, and what follows from the weights.
//
// A plain value. Whoever builds it (from an Assessment and its explanations) fills the given part; `reweighted` fills the rest by the
// rules of matching and is pure and quick, so that it can run while a slider is held. Rows and options keep their indices throughout; only
// `ranking` says in which order the options stand.
#pragma once

#include <QString>
#include <optional>
#include <utility>
#include <vector>

#include "matching/choice.h"
#include "matching/ranking.h"
#include "shared/painters.h"

namespace homeward::ui {

struct GateCell {
  matching::GateResult result = matching::GateResult::pass;  ///< before any waiver
  QString sentence;                                          ///< "Checked 24 November"
  QString waivedBy;                                          ///< a name when a fail was waived
  QString question;                                          ///< where not known: what to ask
  bool waivable = false;                                     ///< local; never law or registration
  int rule = 0;                                              ///< of the law
};

struct CriterionCell {
  matching::Interval value;
  QString sentence;   ///< "Stays; 8.9 miles by car"
  QString question;   ///< where it is not wholly known: what to ask
  QString asked;      ///< "Asked 26 November 2026, 14:20": when that was last put to the provider
  bool ours = false;  ///< our own records answer the question, not the provider
};

struct CostCell {
  std::optional<MoneyRange> aWeek;
  QString words;  ///< "in the fee", "none", instead of an amount
};

struct ChoiceOption {
  std::int64_t id = 0;   ///< of the option in the case file
  std::string key;       ///< "option:3": bytes decide the last tie
  QString name;          ///< "Larch household"
  QString shortName;     ///< "Larch": at its mark in the chart
  QString provider;      ///< "Nettlewick Families"
  QString providerLine;  ///< "Nettlewick Families · specialist lot"
  int shape = 1;         ///< 1 to 5, kept from the moment it entered the choice
  bool send = false;     ///< ticked for the social worker
  std::vector<GateCell> gates;
  std::vector<CriterionCell> criteria;
  std::vector<CostCell> costs;
  std::optional<MoneyRange> wholeCost;  ///< a week
  QString approvals{};                  ///< that the law wants before a start: "nominated officer (rule 6)"; empty: none
  QString notPreferred{};               ///< what the law prefers and the home is not: "Near home … (rule 3)"; empty: all is met, or open
  int lawOpen = 0;                      ///< of how much that the law prefers nobody knows
  bool approvalsNotKnown = false;       ///< where it lies is not known, and so neither is which
};

struct OtherOut {
  std::int64_t id = 0;
  QString name;
  QString why;
  QString bringsBack;
  std::string candidate{};  ///< matching's keys, of it and of what fails
  std::string gate{};
  bool waivable = false;
};

/// An offer that is not shown: what it takes to know whether it would stand first.
struct RivalOffer {
  std::string key;
  QString name;
  matching::Status status = matching::Status::eligible;
  std::optional<MoneyRange> wholeCost;
  std::vector<matching::Interval> values;  ///< by criterion
};

/// An option of the choice that the ranking proposes, and why it is in it.
struct ProposedOption {
  std::int64_t id = 0;
  QString name;
  QString why;
};

struct ChoiceView {
  // Given.
  QString title;     ///< "Choice for Wren Tansy"
  QString subtitle;  ///< "R-0412 · girl, 9 · full care order"
  Chip urgency;
  QString due;           ///< "Choice due 1 December 2026, in 2 working days"
  QString sendTo;        ///< "S. Quill"
  QString policy;        ///< "Wendmoor 2026 v7", or "its own weights" where the referral has some
  QString ownWeights{};  ///< "Weights adjusted by N. Pebble on ...: reason"; empty: the policy's count
  int offers = 0;        ///< all offers, of which the options are shown
  int offersOfSome = 0;  ///< standing offers of a referral of several people that each take only some of them
  std::vector<QString> gateLabels;
  std::vector<QString> criterionLabels;
  std::vector<int> policyWeights;  ///< those in force: the policy's, or the referral's own; sum to 1000
  std::vector<QString> costLabels;
  QString costWords;  ///< "Like for like over 52 weeks from 14 December 2026. ..."
  std::vector<ChoiceOption> options;
  std::vector<RivalOffer> rivals;  ///< offers that stand and are not shown
  std::vector<OtherOut> others;
  int othersCount = 0;
  QString whyFewer;                      ///< why there are not three
  std::vector<ProposedOption> proposed;  ///< in the order of the ranking

  // Filled by reweighted().
  std::vector<int> weights;
  matching::Problem problem;
  std::vector<matching::Ranked> ranking;
  std::vector<matching::Ranked> policyRanking;
  std::vector<std::vector<int>> points;  ///< options x criteria: known points of 1000, adding up to the shown score
  std::vector<std::vector<int>> more;    ///< options x criteria: what answers could add, adding up likewise
  std::optional<matching::AskNext> ask;
  std::vector<matching::Step> unbeaten;
};

/// The same choice by other weights (they sum to 1000).
[[nodiscard]] ChoiceView reweighted(ChoiceView view, std::vector<int> weights);
/// Back to the policy's own.
[[nodiscard]] ChoiceView byPolicy(ChoiceView view);

[[nodiscard]] bool isWhatIf(const ChoiceView& view);
[[nodiscard]] std::size_t rankOf(const ChoiceView& view, std::size_t option);        ///< from 1
[[nodiscard]] std::size_t policyRankOf(const ChoiceView& view, std::size_t option);  ///< from 1
[[nodiscard]] const matching::Ranked& scoreOf(const ChoiceView& view, std::size_t option);
[[nodiscard]] Chip statusChip(const ChoiceView& view, std::size_t option);
/// Criteria with one value for all options, in their order.
[[nodiscard]] std::vector<std::size_t> sameForAll(const ChoiceView& view);
/// Gates of law, registration and willingness that every option passes; none when there are fewer than two.
[[nodiscard]] std::vector<std::size_t> passedByAll(const ChoiceView& view);

/// What the best answer to the question of `view.ask` would do: "A good answer would put Rowan first, at 799."
[[nodiscard]] QString askEffect(const ChoiceView& view);
/// "1 answer missing, 1 waived by J. Thimble".
[[nodiscard]] QString gatesWords(const ChoiceView& view);
/// "The first three lie within 30 points".
[[nodiscard]] QString matchWords(const ChoiceView& view);
/// "£553 lies between the first three".
[[nodiscard]] QString costSpreadWords(const ChoiceView& view);
/// A head in words, for those who hear it.
[[nodiscard]] QString headWords(const ChoiceView& view, std::size_t option);

}  // namespace homeward::ui
