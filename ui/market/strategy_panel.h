// Whom to ask, as proposed: a line for each wave with who, until when and why, and a button that ticks them in the table; below it how many
// others there are and why they are not asked. It proposes; what is ticked may be changed before anybody is asked.
#pragma once

#include <vector>

#include "app/strategy.h"
#include "shared/surface.h"

class QGridLayout;
class QPushButton;
class QVBoxLayout;

namespace homeward::ui {

class StrategyPanel : public Surface {
  Q_OBJECT
 public:
  explicit StrategyPanel(QWidget* parent = nullptr);
  /// `others` say why everybody else is not asked; `now` decides what may be asked already.
  void show(const app::SearchStrategy& search, const std::vector<matching::NotAsked>& others, Instant now);
  using QWidget::show;
  /// The lines give way to the table; the head stays. Kept for the next time.
  void setFolded(bool folded);
  /// Where F6 comes to.
  [[nodiscard]] QWidget* first();

 signals:
  /// The candidates of that wave are to be ticked.
  void selectWanted(std::size_t wave);
  void whyNotWanted();

 private:
  /// A line of the grid. Lines stay while the proposal changes, and with them the keyboard.
  struct Line {
    TextLabel* when;
    TextLabel* words;
    QPushButton* select;
  };
  Line& line(std::size_t at);
  void fill(const app::SearchStrategy& search, std::size_t at, Instant now);
  TextLabel* m_why;
  QPushButton* m_whyNot;
  QPushButton* m_fold;
  QWidget* m_body;
  QGridLayout* m_waves;
  std::vector<Line> m_lines;
  TextLabel* m_nobody;
  TextLabel* m_others;
};

/// "Now", "From 17:00 on 2 December".
[[nodiscard]] QString opensWords(const matching::Wave& wave, Instant now);
/// "In-house: 5 suit, answer by 17:00 on Wednesday 2 December."
[[nodiscard]] QString waveWords(const app::SearchStrategy& search, const matching::Wave& wave, Instant now);

}  // namespace homeward::ui
