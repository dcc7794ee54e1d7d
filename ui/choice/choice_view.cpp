#include "choice/choice_view.h"

#include <QObject>
#include <QStringList>
#include <algorithm>

#include "shared/format.h"

namespace homeward::ui {
namespace {

matching::Problem problemOf(const ChoiceView& view, const std::vector<int>& weights) {
  matching::Problem problem;
  problem.stage = matching::Stage::offers;
  problem.weights = weights;
  for (std::size_t i = 0; i < view.criterionLabels.size(); ++i) problem.criteria.push_back(std::to_string(i));
  for (std::size_t i = 0; i < view.gateLabels.size(); ++i) problem.gates.push_back(std::to_string(i));
  for (const ChoiceOption& option : view.options) {
    matching::Candidate candidate;
    candidate.id = option.key;
    candidate.cost = option.wholeCost;
    problem.candidates.push_back(std::move(candidate));
    for (const GateCell& gate : option.gates)
      problem.gateResults.push_back(gate.result == matching::GateResult::fail && !gate.waivedBy.isEmpty() ? matching::GateResult::unknown
                                                                                                          : gate.result);
    for (const CriterionCell& cell : option.criteria) problem.values.push_back(cell.value);
  }
  return problem;
}

std::size_t placeIn(const std::vector<matching::Ranked>& ranking, std::size_t option) {
  for (std::size_t place = 0; place < ranking.size(); ++place)
    if (ranking[place].candidate == option) return place + 1;
  return 0;
}

std::size_t firstFew(const ChoiceView& view) { return std::min<std::size_t>(3, view.ranking.size()); }

QString firstWords(std::size_t n, std::size_t all) {
  if (all == 2) return QObject::tr("the two");
  return n < all ? QObject::tr("the first three") : QObject::tr("the three");
}

}  // namespace

ChoiceView reweighted(ChoiceView view, std::vector<int> weights) {
  view.weights = std::move(weights);
  view.problem = problemOf(view, view.weights);
  view.ranking = matching::rank(view.problem, view.weights);
  view.policyRanking = matching::rank(view.problem, view.policyWeights);
  view.points.clear();
  view.more.clear();
  for (std::size_t option = 0; option < view.options.size(); ++option) {
    view.points.push_back(matching::shownPoints(view.problem, option, view.weights));
    const matching::Ranked& score = scoreOf(view, option);
    std::vector<std::int64_t> open;
    for (std::size_t c = 0; c < view.weights.size(); ++c) {
      const matching::Interval value = view.options[option].criteria[c].value;
      open.push_back(static_cast<std::int64_t>(view.weights[c]) * (value.high - value.low));
    }
    view.more.push_back(matching::apportion(open, matching::shownScore(score.possible) - matching::shownScore(score.known)));
  }
  view.ask = matching::askNext(view.problem, view.ranking, view.weights);
  view.unbeaten = matching::unbeaten(view.problem, view.ranking);
  return view;
}

ChoiceView byPolicy(ChoiceView view) {
  std::vector<int> weights = view.policyWeights;
  return reweighted(std::move(view), std::move(weights));
}

bool isWhatIf(const ChoiceView& view) { return view.weights != view.policyWeights; }
std::size_t rankOf(const ChoiceView& view, std::size_t option) { return placeIn(view.ranking, option); }
std::size_t policyRankOf(const ChoiceView& view, std::size_t option) { return placeIn(view.policyRanking, option); }
const matching::Ranked& scoreOf(const ChoiceView& view, std::size_t option) { return view.ranking.at(rankOf(view, option) - 1); }

Chip statusChip(const ChoiceView& view, std::size_t option) {
  switch (scoreOf(view, option).status) {
    case matching::Status::eligible:
      return eligibleChip();
    case matching::Status::notEligible:
      return notEligibleChip();
    case matching::Status::toConfirm:
      break;
  }
  int questions = 0;
  for (const GateCell& gate : view.options[option].gates) questions += gate.result == matching::GateResult::unknown ? 1 : 0;
  return toConfirmChip(questions);
}

std::vector<std::size_t> sameForAll(const ChoiceView& view) {
  std::vector<std::size_t> same;
  if (view.options.size() < 2) return same;
  for (std::size_t c = 0; c < view.criterionLabels.size(); ++c) {
    const matching::Interval first = view.options.front().criteria[c].value;
    const bool equal = first.low == first.high && std::all_of(view.options.begin(), view.options.end(), [&](const ChoiceOption& option) {
                         return option.criteria[c].value == first;
                       });
    if (equal) same.push_back(c);
  }
  return same;
}

std::vector<std::size_t> passedByAll(const ChoiceView& view) {
  std::vector<std::size_t> passed;
  for (std::size_t g = 0; g < view.gateLabels.size(); ++g) {
    const bool all = std::all_of(view.options.begin(), view.options.end(), [g](const ChoiceOption& option) {
      return option.gates[g].result == matching::GateResult::pass && !option.gates[g].waivable;
    });
    if (all) passed.push_back(g);
  }
  return passed.size() < 2 ? std::vector<std::size_t>{} : passed;
}

QString askEffect(const ChoiceView& view) {
  if (!view.ask) return {};
  matching::Problem answered = view.problem;
  auto& value = answered.values[view.ask->candidate * view.weights.size() + view.ask->criterion];
  value = matching::known(value.high);
  const auto ranking = matching::rank(answered, view.weights);
  const std::size_t place = placeIn(ranking, view.ask->candidate);
  const int score = matching::shownScore(ranking[place - 1].known);
  const QString name = view.options[view.ask->candidate].shortName;
  if (place < rankOf(view, view.ask->candidate))
    return place == 1 ? QObject::tr("The best answer would put %1 first, at %2.").arg(name).arg(score)
                      : QObject::tr("The best answer would move %1 up to place %2, at %3.").arg(name).arg(place).arg(score);
  return QObject::tr("The best answer would bring %1 to %2.").arg(name).arg(score);
}

QString gatesWords(const ChoiceView& view) {
  int missing = 0;
  int failed = 0;
  QStringList waivers;
  int waived = 0;
  for (const ChoiceOption& option : view.options)
    for (const GateCell& gate : option.gates) {
      if (gate.result == matching::GateResult::unknown) ++missing;
      if (gate.result != matching::GateResult::fail) continue;
      if (gate.waivedBy.isEmpty()) {
        ++failed;
        continue;
      }
      ++waived;
      if (!waivers.contains(gate.waivedBy)) waivers.push_back(gate.waivedBy);
    }
  QStringList parts;
  if (failed) parts.push_back(failed == 1 ? QObject::tr("1 fails") : QObject::tr("%1 fail").arg(failed));
  if (missing) parts.push_back(missing == 1 ? QObject::tr("1 answer missing") : QObject::tr("%1 answers missing").arg(missing));
  if (waived) parts.push_back(QObject::tr("%1 waived by %2").arg(waived).arg(waivers.join(QStringLiteral(", "))));
  return parts.isEmpty() ? QObject::tr("All pass") : parts.join(QStringLiteral(", "));
}

QString matchWords(const ChoiceView& view) {
  const std::size_t n = firstFew(view);
  if (n < 2) return {};
  int least = 1000;
  int most = 0;
  for (std::size_t place = 0; place < n; ++place) {
    const int score = matching::shownScore(view.ranking[place].known);
    least = std::min(least, score);
    most = std::max(most, score);
  }
  QString who = firstWords(n, view.ranking.size());
  who[0] = who[0].toUpper();
  return QObject::tr("%1 lie within %2 points").arg(who).arg(most - least);
}

QString costSpreadWords(const ChoiceView& view) {
  const std::size_t n = firstFew(view);
  if (n < 2) return {};
  std::optional<Money> least;
  std::optional<Money> most;
  for (std::size_t place = 0; place < n; ++place) {
    const auto& cost = view.options[view.ranking[place].candidate].wholeCost;
    if (!cost) return QObject::tr("Not every price is known");
    least = least ? std::min(*least, cost->low) : cost->low;
    most = most ? std::max(*most, cost->low) : cost->low;
  }
  return QObject::tr("%1 lies between %2").arg(wholePoundsText(*most - *least), firstWords(n, view.ranking.size()));
}

QString headWords(const ChoiceView& view, std::size_t option) {
  const ChoiceOption& one = view.options[option];
  const matching::Ranked& score = scoreOf(view, option);
  QStringList parts{QObject::tr("Place %1: %2").arg(rankOf(view, option)).arg(one.name), one.providerLine, statusChip(view, option).text};
  if (const auto before = policyRankOf(view, option); before != rankOf(view, option))
    parts.push_back(movedChip(static_cast<int>(before), static_cast<int>(rankOf(view, option))).text);
  parts.push_back(
      QObject::tr("match %1 of 1,000").arg(intervalText(matching::shownScore(score.known), matching::shownScore(score.possible))));
  parts.push_back(one.wholeCost ? QObject::tr("whole cost %1 a week").arg(moneyText(*one.wholeCost)) : QObject::tr("whole cost not known"));
  parts.push_back(one.send ? QObject::tr("ticked to send") : QObject::tr("not ticked to send"));
  return parts.join(QStringLiteral("; "));
}

}  // namespace homeward::ui
