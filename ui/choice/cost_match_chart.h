// Cost against match: each option at its whole cost a week and its known points, a whisker up to what is possible, a ring where nothing
// beats it on both, dashed lines between neighbours that are unbeaten. Each line of the cost axis is twice the one before, and it says so.
//
// The same stands in a table beside it. Left and Right go from mark to mark.
#pragma once

#include <QWidget>
#include <memory>
#include <optional>

#include "choice/choice_view.h"

class QTableWidget;

namespace homeward::ui {

class CostMatchChart : public QWidget {
  Q_OBJECT
 public:
  explicit CostMatchChart(QWidget* parent = nullptr);
  void setView(const ChoiceView& view);
  void setHighlighted(std::optional<std::size_t> option);
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;
 signals:
  void pointed(std::size_t option);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  struct Mark {
    std::size_t option = 0;
    int shape = 1;
    QString name;
    double cost = 0;  // pounds a week
    double costHigh = 0;
    int low = 0;
    int high = 0;
    bool unbeaten = false;
    QString words;
  };
  [[nodiscard]] QRectF plot() const;
  [[nodiscard]] QPointF at(double cost, int match) const;
  void paintAxes(QPainter& painter) const;
  void paintMarks(QPainter& painter) const;
  void paintNames(QPainter& painter) const;
  void step(int by);
  void say();
  std::vector<Mark> m_marks;  // cheapest first
  std::vector<std::size_t> m_unknownCost;
  std::optional<std::size_t> m_highlighted;
  double m_costFrom = 500;
  int m_doublings = 1;
  int m_matchFrom = 0;
  int m_matchTo = 1000;
};

/// The chart's figures as a table, in the order of the ranking.
void fillCostMatchTable(QTableWidget& table, const ChoiceView& view);

/// What each step from one unbeaten option to the next gives and costs: "16 points for £191 a week".
class StepsLine : public QWidget {
  Q_OBJECT
 public:
  explicit StepsLine(QWidget* parent = nullptr);
  void setView(const ChoiceView& view);
  [[nodiscard]] QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  struct Step {
    int from, to;  // shapes
    QString words;
  };
  std::vector<Step> m_steps;
};

}  // namespace homeward::ui
