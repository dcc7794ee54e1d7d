// Chance that is the same everywhere: xoshiro256** seeded by splitmix64 (Blackman and Vigna). The standard library's distributions differ
// between implementations, so none is used.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace homeward::demo {

class Random {
 public:
  explicit Random(std::uint64_t seed);
  std::uint64_t next();
  /// 0 <= result < n, without bias; n >= 1.
  std::size_t below(std::size_t n);
  /// low <= result <= high.
  int between(int low, int high);
  /// True in `part` of `whole` cases.
  bool oneOf(int part, int whole);
  template <class T>
  const T& pick(const std::vector<T>& from) {
    return from[below(from.size())];
  }
  /// Index of one of the weights, in proportion to them.
  std::size_t weighted(const std::vector<int>& weights);

 private:
  std::array<std::uint64_t, 4> m_state{};
};

}  // namespace homeward::demo
