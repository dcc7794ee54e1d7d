// One referral asked of a whole market: every question once a class, who stands first, and only then, where somebody wants it, the rest.
// Private to this room.
//
// Gates that are looked up are applied to all, those that stop most first; what is left is asked the gates that look at each home itself,
// and only for those that no gate stopped are values worked out. `complete` does the same for the others.
#pragma once

#include <cstdint>
#include <vector>

#include "matching/asked.h"
#include "matching/market_facts.h"
#include "matching/standing.h"

namespace homeward::matching {

class MarketPass {
 public:
  /// The referral and the market must outlive this.
  MarketPass(const Asked& asked, const MarketFacts& market, const AnswersSoFar& answers);
  /// Those that no gate stops, with their values.
  [[nodiscard]] Standing standing();
  /// Every gate and every value of everybody; of those that stand the values are at hand.
  [[nodiscard]] Problem complete(const Standing& standing);

 private:
  template <class T>
  struct Table {
    const Classes* classes = nullptr;  ///< none: each is asked itself
    std::vector<T> answers;            ///< by class
    std::vector<std::uint8_t> known;   ///< whether the class was asked
  };
  using Gates = Table<GateResult>;
  using Values = Table<Interval>;

  const CandidateFacts& facts(std::size_t home);
  GateResult ask(std::size_t gate, std::size_t home);
  GateResult ofSpecial(std::size_t gate, std::size_t home);
  GateResult gateResult(std::size_t gate, std::size_t home);
  Interval value(std::size_t criterion, std::size_t home);
  void askEveryClass(std::size_t gate);
  void sieve();
  std::optional<MoneyRange> cost(std::size_t home) const;
  Candidate candidate(std::size_t home) const;
  Problem empty() const;

  const Asked& m_asked;
  const MarketFacts& m_market;
  const AnswersSoFar& m_answers;
  std::vector<Gates> m_gates;
  std::vector<Values> m_values;
  std::vector<std::uint32_t> m_special;  ///< those that something is known of in this referral: asked by themselves
  std::vector<std::uint32_t> m_standing;
  std::vector<std::uint8_t> m_open;  ///< by home: whether a gate is open, of those that stand
  DateRange m_stay;
  std::int64_t m_timesPaid = 1;
  CandidateFacts m_scratch;
  std::size_t m_inScratch;
};

}  // namespace homeward::matching
