// Who comes to live where, as the law looks at it: one reading for the ranking, the choice, the decision, the start and every later look,
// so that one of them cannot call lawful what another calls broken.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "domain/child.h"
#include "domain/placement.h"
#include "domain/provider.h"
#include "domain/referral.h"
#include "geography/geography.h"
#include "law/rules.h"

namespace homeward::matching {

/// The people of one referral, made ready once: who of them is looked after, and who is whose sibling. A referral in which nobody is
/// marked as looked after is still about somebody. Points into what it was made from.
class People {
 public:
  /// `elsewhere` are siblings who are looked after and not among them; `stays` where each of the children lived, as on record, empty where
  /// nobody looked it up.
  People(const Referral& referral, const std::vector<Child>& children, std::span<const Child> elsewhere,
         std::span<const std::vector<Placement>> stays = {});
  /// One child in whose placement no referral is looked at.
  explicit People(const Child& alone, std::span<const Child> elsewhere = {});

  [[nodiscard]] std::span<const Child> children() const { return m_children; }
  [[nodiscard]] std::span<const Child> elsewhere() const { return m_elsewhere; }
  [[nodiscard]] const Referral* referral() const { return m_referral; }
  [[nodiscard]] const std::vector<Placement>* stays(std::size_t child) const { return child < m_stays.size() ? &m_stays[child] : nullptr; }
  [[nodiscard]] bool lookedAfter(std::size_t child) const { return m_lookedAfter[child]; }
  /// Whether two of them are siblings: their group says so, or the referral, which is then of one sibling group.
  [[nodiscard]] bool siblings(std::size_t a, std::size_t b) const;
  [[nodiscard]] bool siblingElsewhere(std::size_t child, std::size_t elsewhere) const;
  /// Whether all who are fostered there on the day are siblings of those who join and these of one another.
  [[nodiscard]] bool allSiblings(const std::vector<std::size_t>& joining, const Setting& setting, Date day) const;

 private:
  std::span<const Child> m_children;
  std::span<const Child> m_elsewhere;
  std::span<const std::vector<Placement>> m_stays;
  const Referral* m_referral = nullptr;
  std::vector<bool> m_lookedAfter;
  bool m_oneGroup = false;
};

/// Where and when, besides who.
struct Arrival {
  const Setting* setting = nullptr;  ///< none: a provider that is still to name one
  const Provider* provider = nullptr;
  Date on{};
  bool emergency = false;
  const Offer* offer = nullptr;       ///< by which it came; none: none yet
  const law::Rules* rules = nullptr;  ///< the table of the case file; none: as it stands
};

/// The circumstances of one of them, where `joining` (their places in the list, the child's own included) come to live there. A parent who
/// is not looked after may be among these and is no foster child.
[[nodiscard]] law::Circumstances circumstances(const People& people, std::size_t child, const std::vector<std::size_t>& joining,
                                               const Arrival& arrival, const std::string& responsibleAuthority,
                                               const geography::Atlas& atlas);
/// Adds what the preferences of the law ask and its blocks do not: how far from home, and which brothers and sisters would live there.
void addNearness(law::Circumstances& facts, const People& people, std::size_t child, const std::vector<std::size_t>& joining,
                 const geography::Atlas& atlas);

}  // namespace homeward::matching
