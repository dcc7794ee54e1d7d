// The market's table: one row a line, with the reason for its place worked out only when it is looked at.
//
// Sorting and narrowing read figures; explanations are asked for by whoever paints or reads a row and the last few hundred are kept.
// A tick means "ask this one": ticks outlive sorting, narrowing and a new ranking of the same referral.
#pragma once

#include <QAbstractTableModel>
#include <QCache>
#include <QSortFilterProxyModel>
#include <functional>
#include <set>

#include "market/facets.h"
#include "market/market_rows.h"
#include "shared/roles.h"

namespace homeward::ui {

class MarketModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column {
    Tick,
    StatusColumn,
    SettingColumn,
    ProviderColumn,
    HomeColumn,
    SchoolColumn,
    MatchColumn,
    RateColumn,
    FreeColumn,
    GradeColumn,
    PlacesColumn,
    TermsColumn,
    AreaColumn,
    TelephoneColumn,
    ColumnCount
  };

  explicit MarketModel(QObject* parent = nullptr);
  /// Which number to ring now, of a setting and its provider; either may be absent.
  using Ring = std::function<QString(const Setting*, const Provider*)>;
  void setRing(Ring ring) { m_ring = std::move(ring); }
  void setLines(MarketLines lines, Date today, std::shared_ptr<const geography::Atlas> atlas);
  [[nodiscard]] const MarketLines& lines() const { return m_lines; }
  [[nodiscard]] const MarketRow& line(int row) const { return m_lines.rows[static_cast<std::size_t>(row)]; }
  /// None without a referral. The answer stays valid until the next one is asked for.
  [[nodiscard]] const matching::Explanation* explanation(int row) const;
  /// "setting:12" or "provider:7": what a tick and the selection are remembered by.
  [[nodiscard]] static QString key(const MarketRow& row);
  [[nodiscard]] static QString name(const MarketRow& row);
  [[nodiscard]] static QString providerWords(const MarketRow& row);
  [[nodiscard]] static QString typeWords(const MarketRow& row);
  [[nodiscard]] static Chip statusChip(const MarketRow& row);
  [[nodiscard]] int rowOf(const QString& key) const;  ///< -1 if there is none

  [[nodiscard]] std::vector<int> ticked() const;  ///< rows, in the order of the lines
  void setTicked(int row, bool ticked);
  void clearTicks();

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  bool setData(const QModelIndex& index, const QVariant& value, int role) override;
  Qt::ItemFlags flags(const QModelIndex& index) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 signals:
  void ticksChanged();

 private:
  [[nodiscard]] QString words(const MarketRow& row, int at, int column) const;
  [[nodiscard]] QString secondLine(const MarketRow& row, int at, int column) const;
  [[nodiscard]] QVariant sortValue(const MarketRow& row, int column) const;
  [[nodiscard]] Fact reason(int at) const;
  MarketLines m_lines;
  Ring m_ring;
  Date m_today{};
  std::shared_ptr<const geography::Atlas> m_atlas;
  std::set<QString> m_ticked;
  mutable QCache<int, matching::Explanation> m_explained;
};

/// The lines that pass the facets and hold the typed words, in the order of a column (ties in the order of the ranking).
class MarketFilter : public QSortFilterProxyModel {
  Q_OBJECT
 public:
  explicit MarketFilter(QObject* parent = nullptr);
  void setFacets(const Facets* facets);
  void setWords(const QString& words);
  [[nodiscard]] const QString& words() const { return m_words; }
  void facetsChanged();

 protected:
  bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
  bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

 private:
  const Facets* m_facets = nullptr;
  QString m_words;
};

}  // namespace homeward::ui
