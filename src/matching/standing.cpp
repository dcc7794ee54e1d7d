#include "matching/standing.h"

#include <algorithm>
#include <numeric>

namespace homeward::matching {

std::vector<Ranked> Standing::first(const std::vector<int>& weights, std::size_t count) const {
  const std::size_t all = homes.size();
  std::vector<std::int32_t> known(all, 0);
  std::vector<std::int32_t> possible(all, 0);
  for (std::size_t j = 0; j < weights.size(); ++j) {
    const std::int32_t weight = weights[j];
    if (weight == 0) continue;
    const Interval* column = values[j].data();
    for (std::size_t k = 0; k < all; ++k) {
      known[k] += weight * column[k].low;
      possible[k] += weight * column[k].high;
    }
  }
  std::vector<std::uint32_t> order(all);
  std::iota(order.begin(), order.end(), std::uint32_t{0});
  const std::size_t shown = std::min(count, all);
  const auto above = [&](std::uint32_t a, std::uint32_t b) {
    const std::int32_t one = known[a] + possible[a];
    const std::int32_t other = known[b] + possible[b];
    if (one != other) return one > other;
    if (pence[a] != pence[b]) return pence[a] < pence[b];
    return market->candidate(homes[a]).id < market->candidate(homes[b]).id;
  };
  std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(shown), order.end(), above);
  std::vector<Ranked> rows;
  rows.reserve(shown);
  for (std::size_t place = 0; place < shown; ++place) {
    const std::uint32_t k = order[place];
    Ranked row{homes[k], open[k] != 0 ? Status::toConfirm : Status::eligible, known[k], possible[k], 0};
    for (std::size_t j = 0; j < weights.size(); ++j)
      if (values[j][k].low == values[j][k].high) row.coverage += weights[j];
    rows.push_back(row);
  }
  return rows;
}

}  // namespace homeward::matching
