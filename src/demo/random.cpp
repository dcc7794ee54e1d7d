#include "demo/random.h"

#include <bit>

namespace homeward::demo {

Random::Random(std::uint64_t seed) {
  for (auto& word : m_state) {
    seed += 0x9e3779b97f4a7c15ULL;
    std::uint64_t z = seed;
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
    word = z ^ (z >> 31U);
  }
}

std::uint64_t Random::next() {
  const std::uint64_t result = std::rotl(m_state[1] * 5, 7) * 9;
  const std::uint64_t t = m_state[1] << 17U;
  m_state[2] ^= m_state[0];
  m_state[3] ^= m_state[1];
  m_state[1] ^= m_state[2];
  m_state[0] ^= m_state[3];
  m_state[2] ^= t;
  m_state[3] = std::rotl(m_state[3], 45);
  return result;
}

std::size_t Random::below(std::size_t n) {
  const std::uint64_t range = n;
  const std::uint64_t tooFew = (0 - range) % range;  // 2^64 mod n: draws under it would favour small results
  std::uint64_t drawn = next();
  while (drawn < tooFew) drawn = next();
  return static_cast<std::size_t>(drawn % range);
}

int Random::between(int low, int high) { return low + static_cast<int>(below(static_cast<std::size_t>(high - low) + 1)); }

bool Random::oneOf(int part, int whole) { return between(0, whole - 1) < part; }

std::size_t Random::weighted(const std::vector<int>& weights) {
  int all = 0;
  for (const int weight : weights) all += weight;
  int drawn = between(0, all - 1);
  std::size_t index = 0;
  while (drawn >= weights[index]) drawn -= weights[index++];
  return index;
}

}  // namespace homeward::demo
