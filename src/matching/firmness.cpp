#include "matching/firmness.h"

#include <algorithm>
#include <random>

namespace homeward::matching {
namespace {

/// By the first's lead over a rival at lower ends: in the criterion itself, and in all others by their weights.
void narrow(WeightInterval& interval, std::size_t rival, std::int64_t own, std::int64_t others, int weight) {
  // The lead at a share t is t x own + (1 - t) x others / (1000 - weight), times 1000: a straight line that is not negative at the present
  // weight. It crosses nothing where -others = t x (own x (1000 - weight) - others).
  const std::int64_t slope = own * (1000 - weight) - others;
  if (slope == 0) return;
  const double crossing = -static_cast<double>(others) / static_cast<double>(slope);
  if (slope > 0 && crossing > interval.low) {
    interval.low = crossing;
    interval.below = rival;
  } else if (slope < 0 && crossing < interval.high) {
    interval.high = crossing;
    interval.above = rival;
  }
}

/// One candidate that takes part in the draws.
struct Drawn {
  std::size_t candidate = 0;
  int band = 0;  ///< lower bands stand first
};

int band(Stage stage, Status status) { return stage == Stage::offers ? static_cast<int>(status) : 0; }

/// Whether a stands above b in every draw, whatever the weights and the unknowns come out as.
bool alwaysAbove(const Problem& problem, const std::vector<int>& weights, std::size_t a, std::size_t b) {
  const Interval* first = problem.values.data() + a * weights.size();
  const Interval* second = problem.values.data() + b * weights.size();
  std::int64_t leastLead = 0;  // times two
  for (std::size_t j = 0; j < weights.size(); ++j) {
    const int lead = weights[j] * (first[j].low - second[j].high);
    leastLead += lead > 0 ? lead : 3 * lead;
  }
  return leastLead > 0;
}

/// Those that can be among the first three of a draw, in the order of the ranking, so that of equal sums the earlier stands first.
std::vector<Drawn> inReach(const Problem& problem, const std::vector<int>& weights) {
  constexpr std::size_t yardsticks = 8;
  std::vector<Drawn> those;
  std::vector<Ranked> ahead;
  for (const Ranked& row : rank(problem, weights)) {
    if (row.status == Status::notEligible) break;
    const int own = band(problem.stage, row.status);
    const auto above = std::count_if(ahead.begin(), ahead.end(), [&](const Ranked& better) {
      return band(problem.stage, better.status) < own ||
             (band(problem.stage, better.status) == own && alwaysAbove(problem, weights, better.candidate, row.candidate));
    });
    if (above < 3) those.push_back({row.candidate, own});
    if (ahead.size() < yardsticks) ahead.push_back(row);
  }
  // Sums tie only between candidates that are equal in all that weighs: then cost and id decide, at the market as with offers.
  std::stable_sort(those.begin(), those.end(), [](const Drawn& a, const Drawn& b) { return a.band < b.band; });
  return those;
}

/// Lower ends by criterion, the candidates of one criterion side by side, and what is not known.
struct Sheet {
  std::size_t rows = 0;
  std::vector<std::size_t> criteria;  ///< those that weigh anything
  std::vector<double> low;
  struct Open {
    std::size_t row = 0;
    std::size_t criterion = 0;
    double width = 0.0;
  };
  std::vector<Open> open;
};

Sheet sheetOf(const Problem& problem, const std::vector<int>& weights, const std::vector<Drawn>& drawn) {
  Sheet sheet;
  sheet.rows = drawn.size();
  for (std::size_t j = 0; j < weights.size(); ++j)
    if (weights[j] > 0) sheet.criteria.push_back(j);
  sheet.low.resize(weights.size() * drawn.size());
  for (std::size_t i = 0; i < drawn.size(); ++i)
    for (std::size_t j = 0; j < weights.size(); ++j) {
      const Interval& value = problem.values[drawn[i].candidate * weights.size() + j];
      sheet.low[j * drawn.size() + i] = value.low;
      if (weights[j] > 0 && value.low < value.high) sheet.open.push_back({i, j, static_cast<double>(value.high - value.low)});
    }
  return sheet;
}

/// The engine is the standard's, its numbers are the same everywhere; the standard's distributions are not.
class Evenly {
 public:
  explicit Evenly(std::uint32_t seed) : m_engine(seed) {}
  /// From [0, 1).
  double next() {
    // Two numbers of each that the engine makes.
    m_second = !m_second;
    if (m_second) m_drawn = m_engine();
    const std::uint64_t half = m_second ? m_drawn >> 32U : m_drawn & 0xFFFFFFFFU;
    return static_cast<double>(half) * 0x1p-32;
  }

 private:
  std::mt19937_64 m_engine;
  std::uint64_t m_drawn = 0;
  bool m_second = false;
};

}  // namespace

std::vector<WeightInterval> weightIntervals(const Problem& problem, const std::vector<int>& weights) {
  if (problem.stage != Stage::offers || problem.candidates.empty()) return {};
  const std::vector<Ranked> ranking = rank(problem, weights);
  if (ranking.front().status != Status::eligible) return {};
  const std::size_t criteria = weights.size();
  const Interval* first = problem.values.data() + ranking.front().candidate * criteria;
  std::vector<WeightInterval> intervals(criteria);
  for (std::size_t j = 0; j < criteria; ++j)
    if (weights[j] == 1000) intervals[j] = {1.0, 1.0};
  for (std::size_t r = 1; r < ranking.size() && ranking[r].status == Status::eligible; ++r) {
    const Interval* rival = problem.values.data() + ranking[r].candidate * criteria;
    const std::int64_t lead = ranking.front().known - ranking[r].known;
    for (std::size_t j = 0; j < criteria; ++j) {
      if (weights[j] == 1000) continue;
      const std::int64_t own = first[j].low - rival[j].low;
      narrow(intervals[j], ranking[r].candidate, own, lead - weights[j] * own, weights[j]);
    }
  }
  return intervals;
}

std::vector<Acceptability> rankAcceptability(const Problem& problem, const std::vector<int>& weights, int draws, std::uint32_t seed) {
  std::vector<Acceptability> shares(problem.candidates.size(), Acceptability{});
  const std::vector<Drawn> drawn = inReach(problem, weights);
  if (drawn.empty() || draws <= 0) return shares;
  constexpr std::size_t mostSums = 20'000'000;
  draws = std::min(draws, std::max(1'000, static_cast<int>(mostSums / drawn.size())));
  const Sheet sheet = sheetOf(problem, weights, drawn);
  std::vector<std::array<int, 3>> times(drawn.size(), std::array<int, 3>{});
  std::vector<double> sums(drawn.size());
  std::vector<double> weighs(weights.size());
  Evenly evenly(seed);
  for (int draw = 0; draw < draws; ++draw) {
    // All sums of a draw share its weights: that they are brought back to 1 changes no order and need not be done.
    for (const std::size_t j : sheet.criteria) weighs[j] = weights[j] * (0.5 + evenly.next());
    std::fill(sums.begin(), sums.end(), 0.0);
    for (const std::size_t j : sheet.criteria) {
      const double* low = sheet.low.data() + j * sheet.rows;
      const double weight = weighs[j];
      for (std::size_t i = 0; i < sheet.rows; ++i) sums[i] += weight * low[i];
    }
    for (const Sheet::Open& open : sheet.open) sums[open.row] += weighs[open.criterion] * open.width * evenly.next();

    std::array<std::size_t, 3> best{};
    std::size_t found = 0;
    for (std::size_t i = 0; i < drawn.size(); ++i) {
      const auto behind = [&](std::size_t other) {
        return drawn[other].band > drawn[i].band || (drawn[other].band == drawn[i].band && sums[other] < sums[i]);
      };
      std::size_t place = found;
      while (place > 0 && behind(best[place - 1])) --place;
      if (place == best.size()) continue;
      found = std::min(found + 1, best.size());
      for (std::size_t k = found - 1; k > place; --k) best[k] = best[k - 1];
      best[place] = i;
    }
    for (std::size_t place = 0; place < found; ++place) ++times[best[place]][place];
  }
  for (std::size_t i = 0; i < drawn.size(); ++i)
    for (std::size_t place = 0; place < 3; ++place)
      shares[drawn[i].candidate][place] = static_cast<double>(times[i][place]) / static_cast<double>(draws);
  return shares;
}

}  // namespace homeward::matching
