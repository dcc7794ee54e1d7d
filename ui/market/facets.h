// Narrowing the market: groups of values with how many lines each has, ticked or not.
//
// Within a group the ticks widen (this or that), across groups they narrow. A count says how many lines would be there if this value
// were the group's only tick and the other groups stayed as they are. Ticks outlive a new ranking: they are kept by key, not by place.
#pragma once

#include <QString>
#include <cstdint>
#include <set>
#include <vector>

#include "market/market_rows.h"
#include "shared/painters.h"

namespace homeward::ui {

struct FacetValue {
  QString key;
  QString label;
  Sign sign = Sign::none;
  int count = 0;
  bool ticked = false;
};

struct Facet {
  QString key;  ///< "status", "type", "provider", "distance", "sameDay", "free", "confirmed", "area", "need:emotionalHealth"
  QString title;
  std::vector<FacetValue> values;
};

class Facets {
 public:
  Facets() = default;
  /// `today` decides "free by" where there is no referral, and which confirmations are old; `ours` is our own authority's code.
  Facets(const MarketLines& lines, Date today, const std::string& ours = {});

  [[nodiscard]] const std::vector<Facet>& groups() const { return m_groups; }
  [[nodiscard]] bool passes(std::size_t row) const;
  void tick(std::size_t group, std::size_t value, bool ticked);
  /// Ticks a value by its keys; nothing where there is none.
  void tick(const QString& group, const QString& value);
  /// Takes all ticks of a group away.
  void clear(std::size_t group);
  /// What is ticked, as "group=value", to be kept and put back.
  [[nodiscard]] std::set<QString> ticks() const;
  void setTicks(const std::set<QString>& ticks);
  /// What is ticked when a referral is chosen for the first time: those that can be used, and the nearest misses.
  void tickDefaults();

 private:
  void count();
  [[nodiscard]] bool passesBut(std::size_t row, std::size_t group) const;
  std::vector<Facet> m_groups;
  std::vector<std::vector<std::uint16_t>> m_valueOf;  // by group, by row
};

}  // namespace homeward::ui
