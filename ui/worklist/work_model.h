// My work as a list in groups: today, each day of this week, next, later; same-day referrals and breaches first.
//
// Two levels: groups, and the items under them. Columns: when it is due, what to do and why, what kind of thing it is.
#pragma once

#include <QAbstractItemModel>
#include <vector>

#include "app/my_work.h"
#include "worklist/day_line.h"

namespace homeward::ui {

class WorkModel : public QAbstractItemModel {
  Q_OBJECT
 public:
  enum Column { due, act, kind, columns };
  explicit WorkModel(QObject* parent = nullptr) : QAbstractItemModel(parent) {}

  /// `now` decides what is today and how long there is left.
  void setItems(std::vector<app::WorkItem> items, Instant now);
  /// Only items of this kind; none: all.
  void setFilter(std::optional<app::WorkKind> filter);
  [[nodiscard]] const app::WorkItem* item(const QModelIndex& index) const;
  [[nodiscard]] QModelIndex find(const std::string& key) const;
  [[nodiscard]] int count(std::optional<app::WorkKind> which) const;
  [[nodiscard]] int shown() const;
  /// What is due today at a time of day, for the line of the day.
  [[nodiscard]] std::vector<DayLine::Mark> dueByTheClock() const;

  [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
  [[nodiscard]] QModelIndex parent(const QModelIndex& index) const override;
  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
  [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

 private:
  struct Group {
    QString title;
    std::vector<std::size_t> items;
  };
  void regroup();
  [[nodiscard]] QVariant cellOf(const app::WorkItem& item, int column, int role) const;
  std::vector<app::WorkItem> m_items;
  std::vector<Group> m_groups;
  std::optional<app::WorkKind> m_filter;
  Instant m_now{};
};

/// "Owed step", "Clock in law" ...
[[nodiscard]] QString kindName(app::WorkKind kind);
/// "in 5 h 40 min", "2 h late", "tomorrow"; empty when it is further off than that.
[[nodiscard]] QString timeLeft(const app::WorkItem& item, Instant now);

}  // namespace homeward::ui
