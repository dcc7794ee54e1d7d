// What matters how much, as a what-if: a slider and a spin box for each criterion, with the policy's mark and the difference from it.
//
// Moving one weight lets the others keep their proportions; all sum to 1,000. Up and Down step by 1, Page Up and Page Down by 10, Home goes
// back to the policy's weight. While a handle is held only figures and bars change; on release the order of columns follows.
#pragma once

#include <QSlider>
#include <QWidget>
#include <memory>
#include <optional>
#include <utility>

#include "choice/choice_view.h"

class QGridLayout;
class QPushButton;
class QSpinBox;

namespace homeward::ui {

class FirmnessBars;
class SectionHead;
class TextLabel;

/// A slider with a small triangle under its groove where the policy stands, and a band over the weights at which the first stays first.
class WeightSlider : public QSlider {
  Q_OBJECT
 public:
  explicit WeightSlider(QWidget* parent = nullptr);
  void setPolicy(int weight) { m_policy = weight, update(); }
  /// None: nothing is said.
  void setHolds(std::optional<std::pair<int, int>> weights);
  [[nodiscard]] QSize sizeHint() const override;
 signals:
  void policyAsked();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;

 private:
  int m_policy = 0;
  std::optional<std::pair<int, int>> m_holds;
};

class WeightsPanel : public QWidget {
  Q_OBJECT
 public:
  explicit WeightsPanel(QWidget* parent = nullptr);
  /// Builds the rows when the criteria are others than before; sets values without signals.
  void setView(const ChoiceView& view);
  void refresh(const ChoiceView& view);
  void focusWeight(std::size_t criterion);
  [[nodiscard]] std::optional<std::size_t> moved() const { return m_moved; }
  [[nodiscard]] const std::vector<int>& base() const { return m_base; }
  bool eventFilter(QObject* watched, QEvent* event) override;

 signals:
  void weightsMoved(const std::vector<int>& weights);  ///< at every step of a handle
  void settled();                                      ///< a handle was let go, or a figure was typed
  void policyAsked();
  void ownOrdersAsked();  ///< both orders of the weights that the referral has of its own
  void ownTakenBackAsked();

 private:
  struct Row {
    TextLabel* name;
    WeightSlider* slider;
    QSpinBox* spin;
    TextLabel* change;
  };
  void build(const ChoiceView& view);
  void showFirmness(const ChoiceView& view);
  void move(std::size_t criterion, int weight, bool held);
  QGridLayout* m_grid;
  QPushButton* m_back;
  SectionHead* m_firmHead = nullptr;
  FirmnessBars* m_firmness;
  TextLabel* m_stays;
  TextLabel* m_own;
  QWidget* m_ownActs;
  std::vector<Row> m_rows;
  std::vector<int> m_policy;
  std::vector<int> m_weights;
  std::vector<int> m_base;  // whose proportions the others keep while one criterion is moved
  std::optional<std::size_t> m_moved;
  bool m_setting = false;
};

}  // namespace homeward::ui
