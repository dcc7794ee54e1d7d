// The market held ready for matching: everybody who could be asked, and who of them must answer a question alike because the facts that it
// looks at are the same.
//
// A gate or a criterion looks at a few aspects of a home: its terms, or its vacancy, or what it can do in one domain of need. Homes that
// are the same in those aspects form a class; the question is asked of one home of each class, by the very functions that explain it, and
// looked up for all others. What depends on where a home lies, or on which home it is, is asked of each by itself. Classes are found
// once, when the market is read.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "domain/provider.h"
#include "matching/ranking.h"

namespace homeward::matching {

/// What of a home a question looks at. Everything that a gate or criterion reads of a setting or its provider belongs to one of these.
enum class Aspect : std::uint8_t {
  kind,        ///< type, arrangement, approvals, sector, and whether a setting is named at all
  registered,  ///< the register's word on the home and on its agency or undertaking, inspections apart
  inspected,
  ages,       ///< of the terms
  sexes,      ///< of the terms
  numbers,    ///< how many at once, of the terms
  purpose,    ///< what else the terms say, risks that are ruled out among it
  residents,  ///< who lives there, and exemptions for named children
  room,       ///< how many places are free
  vacancy,    ///< the same with its days
  willing,
  area,      ///< the authority in which it lies
  district,  ///< outward part of its postcode
  features,
  rooms,
  proof,
  length,
  embargo
};

/// Some aspects together: a bit each, and above them a bit for what it can do in each domain of need.
using Aspects = std::uint64_t;
[[nodiscard]] constexpr Aspects in(Aspect aspect) { return Aspects{1} << static_cast<unsigned>(aspect); }
template <class... More>
[[nodiscard]] constexpr Aspects in(Aspect first, Aspect second, More... more) {
  return in(first) | in(second, more...);
}
inline constexpr unsigned firstDomain = 24;
[[nodiscard]] constexpr Aspects capabilityIn(NeedDomain domain) { return Aspects{1} << (firstDomain + static_cast<unsigned>(domain)); }
/// More than aspects can tell: where exactly it lies, or which home it is.
inline constexpr Aspects itself = Aspects{1} << 63U;

/// What the gates and criteria of a match look at, where that is more than one aspect.
namespace looks {
inline constexpr Aspects kindOfRegistration = in(Aspect::kind, Aspect::registered);
inline constexpr Aspects roomByRegistration = in(Aspect::kind, Aspect::registered, Aspect::residents, Aspect::room);
inline constexpr Aspects daysByRegistration = in(Aspect::kind, Aspect::registered, Aspect::residents, Aspect::vacancy);
inline constexpr Aspects ages = in(Aspect::kind, Aspect::ages);
inline constexpr Aspects sexes = in(Aspect::kind, Aspect::sexes);
inline constexpr Aspects purpose = in(Aspect::kind, Aspect::purpose);
inline constexpr Aspects roomByTerms = in(Aspect::kind, Aspect::numbers, Aspect::residents, Aspect::room);
inline constexpr Aspects approval = in(Aspect::kind, Aspect::ages, Aspect::sexes, Aspect::numbers, Aspect::residents);
inline constexpr Aspects household = in(Aspect::kind, Aspect::residents);
inline constexpr Aspects alone = in(Aspect::purpose, Aspect::residents);
inline constexpr Aspects place = in(Aspect::area, Aspect::district);
inline constexpr Aspects inspection = in(Aspect::kind, Aspect::inspected);
inline constexpr Aspects all[] = {kindOfRegistration, roomByRegistration, daysByRegistration, ages,  sexes, purpose,
                                  roomByTerms,        approval,           household,          alone, place, inspection};
}  // namespace looks

/// Homes that are the same in some aspects.
struct Classes {
  std::vector<std::uint32_t> of;     ///< the class of each home
  std::vector<std::uint32_t> first;  ///< one home of each class
  std::vector<std::uint32_t> size;   ///< how many are in each class
};

class MarketFacts {
 public:
  struct Home {
    const Setting* setting = nullptr;    ///< none: a provider that is still to name one
    const Provider* provider = nullptr;  ///< never none
  };
  /// What the homes point to must outlive this.
  explicit MarketFacts(std::vector<Home> homes);
  MarketFacts(const MarketFacts&) = delete;
  MarketFacts& operator=(const MarketFacts&) = delete;
  [[nodiscard]] std::size_t size() const { return m_homes.size(); }
  [[nodiscard]] const Home& home(std::size_t i) const { return m_homes[i]; }
  /// Everything of a candidate but its cost, which depends on the referral.
  [[nodiscard]] const Candidate& candidate(std::size_t i) const { return m_candidates[i]; }
  /// Its rate card's core fee a week; none: not known.
  [[nodiscard]] std::optional<Money> weeklyRate(std::size_t i) const { return m_rates[i]; }
  /// Authorities in which a home lies of which no more is known.
  [[nodiscard]] const std::set<std::string>& knownToAuthority() const { return m_knownToAuthority; }
  /// Where the candidate of that id stands; none: it is not of this market.
  [[nodiscard]] std::optional<std::size_t> find(const std::string& id) const;
  /// By those aspects: one of `looks`, or a single one.
  [[nodiscard]] const Classes& classes(Aspects aspects) const { return *m_classes.at(aspects); }

 private:
  const Classes& sort(Aspects aspects);
  std::vector<Home> m_homes;
  std::vector<Candidate> m_candidates;
  std::vector<std::optional<Money>> m_rates;
  std::unordered_map<std::string_view, std::size_t> m_at;  // of the candidates' own ids
  std::set<std::string> m_knownToAuthority;
  std::map<Aspects, std::unique_ptr<const Classes>> m_classes;
};

/// "setting:12", or "provider:7" where no setting is named.
[[nodiscard]] std::string candidateId(const MarketFacts::Home& home);

}  // namespace homeward::matching
