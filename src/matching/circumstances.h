// Who comes to live where, as the law looks at it: one reading for the ranking, the choice, the decision, the start and every later look,
// so that one of them cannot call lawful what another calls broken.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "domain/child.h"
#include "domain/provider.h"
#include "domain/referral.h"
#include "geography/geography.h"
#include "law/rules.h"

namespace homeward::matching {

/// The people of one referral, made ready once: who of them is looked after, and who is whose sibling. A referral in which nobody is
/// marked as looked after is still about somebody. Points into what it was made from.
class People {
 public:
  /// `elsewhere` are siblings who are looked after and not among them.
  People(const Referral& referral, const std::vector<Child>& children, std::span<const Child> elsewhere);
  /// One child in whose placement no referral is looked at.
  explicit People(const Child& alone, std::span<const Child> elsewhere = {});

  [[nodiscard]] std::span<const Child> children() const { return m_children; }
  [[nodiscard]] bool lookedAfter(std::size_t child) const { return m_lookedAfter[child]; }
  /// Whether two of them are siblings: their group says so, or the referral, which is then of one sibling group.
  [[nodiscard]] bool siblings(std::size_t a, std::size_t b) const;
  [[nodiscard]] bool siblingElsewhere(std::size_t child, std::size_t elsewhere) const;
  /// Whether all who are fostered there on the day are siblings of those who join and these of one another.
  [[nodiscard]] bool allSiblings(const std::vector<std::size_t>& joining, const Setting& setting, Date day) const;

 private:
  std::span<const Child> m_children;
  std::span<const Child> m_elsewhere;
  std::vector<bool> m_lookedAfter;
  bool m_oneGroup = false;
};

/// Where and when, besides who.
struct Arrival {
  const Setting* setting = nullptr;  ///< none: a provider that is still to name one
  const Provider* provider = nullptr;
  Date on{};
  bool emergency = false;
};

/// The circumstances of one of them, where `joining` (their places in the list, the child's own included) come to live there. A parent who
/// is not looked after may be among these and is no foster child.
[[nodiscard]] law::Circumstances circumstances(const People& people, std::size_t child, const std::vector<std::size_t>& joining,
                                               const Arrival& arrival, const std::string& responsibleAuthority,
                                               const geography::Atlas& atlas);

}  // namespace homeward::matching
