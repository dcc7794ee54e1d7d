// Two charts of the weekly report, painted: why this week differs from the last, and what the last weeks cost.
//
// Rises are solid with a triangle up, falls outlined with a triangle down: never colour alone. An axis that does not start at nought has
// a broken foot and says so. Both are pictures of a table that stands beside them and is what a screen reader reads.
#pragma once

#include <QWidget>
#include <vector>

#include "domain/dates.h"
#include "domain/money.h"

namespace homeward::ui {

/// A round number of pounds below all of them from which an axis may start; 0 where they reach down far enough.
[[nodiscard]] Money axisStart(const std::vector<Money>& levels);

class WaterfallChart : public QWidget {
  Q_OBJECT
 public:
  struct Step {
    QString name;
    QString second;  ///< "4 children"
    Money amount;
  };
  explicit WaterfallChart(QWidget* parent = nullptr);
  void set(const QString& from, Money before, std::vector<Step> steps, const QString& to, Money after);
  /// Where the axis starts.
  [[nodiscard]] Money start() const { return m_start; }
  QSize minimumSizeHint() const override;
  QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QString m_from;
  QString m_to;
  Money m_before;
  Money m_after;
  Money m_start;
  std::vector<Step> m_steps;
};

class WeeksChart : public QWidget {
  Q_OBJECT
 public:
  explicit WeeksChart(QWidget* parent = nullptr);
  /// Oldest first; the last one is marked.
  void set(std::vector<std::pair<IsoWeek, Money>> weeks);
  QSize minimumSizeHint() const override;
  QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  std::vector<std::pair<IsoWeek, Money>> m_weeks;
};

}  // namespace homeward::ui
