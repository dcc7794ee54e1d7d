// The curve of a criterion: what a fact is worth, by its points. The picture is for the eye; the table beside it is what one edits.
//
// Between two points the value goes in a straight line, beyond both ends it stays. Points that cannot be (two at one place, a value above
// a thousand) are said below the table and kept as typed, and nothing is taken over until they are mended.
#pragma once

#include <QWidget>
#include <vector>

#include "app/policy_draft.h"

class QPushButton;
class QTableWidget;

namespace homeward::ui {

class SearchCombo;
class TextLabel;

/// Points joined by straight lines, values 0 to 1,000 upwards; where the curve was before stands dotted behind it.
class AnchorCurve : public QWidget {
  Q_OBJECT
 public:
  explicit AnchorCurve(QWidget* parent = nullptr);
  void set(const matching::Anchors& now, const matching::Anchors& before, const QString& unit);
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  matching::Anchors m_now;
  matching::Anchors m_before;
  QString m_unit;
};

class AnchorEditor : public QWidget {
  Q_OBJECT
 public:
  explicit AnchorEditor(QWidget* parent = nullptr);
  /// Shows the curves of a draft; the criterion in sight stays.
  void setDraft(const app::PolicyDraft& draft);
  /// What the draft said of the points that were typed: taken over, or why not.
  void setAnswer(const Result<void>& answer);
  /// What is wrong with the points as typed; empty: they are in the draft.
  [[nodiscard]] QString trouble() const;
  [[nodiscard]] QWidget* points() const;  ///< where they are typed

 signals:
  /// Somebody changed the points. Whoever listens gives them to the draft and answers by `setAnswer`.
  void anchorsTyped(const QString& criterion, const homeward::matching::Anchors& anchors);

 private:
  void show(const QString& criterion);
  void typed();
  void addPoint();
  void removePoint();
  void fill(const matching::Anchors& anchors);
  [[nodiscard]] Result<matching::Anchors> read() const;
  SearchCombo* m_which;
  AnchorCurve* m_curve;
  QTableWidget* m_table;
  QPushButton* m_add;
  QPushButton* m_remove;
  TextLabel* m_trouble;
  QString m_criterion;
  matching::Policy m_policy;
  matching::Policy m_from;
  bool m_filling = false;
};

}  // namespace homeward::ui
