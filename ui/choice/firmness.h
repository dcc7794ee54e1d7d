// How firm the order of a choice is, for the screen: within which weights the first stays first, how often each option is first, second or
// third if every weight could be off by half, and who stays above whom whatever is still to be learned.
//
// All offers of the referral count, those that are not shown too: an order is not firm because its rival was left out of sight.
#pragma once

#include <QString>
#include <QWidget>
#include <vector>

#include "choice/choice_view.h"
#include "matching/firmness.h"

namespace homeward::ui {

/// One line of "off by half": an option, or the other offers together.
struct FirmnessShare {
  QString name;
  int shape = 0;  ///< of an option; 0: offers that are not shown
  matching::Acceptability shares{};
};

struct Firmness {
  std::vector<matching::WeightInterval> intervals;  ///< by criterion; empty where the first is not eligible
  std::vector<QString> limits;                      ///< what would have to happen for another to be first, the nearest first
  QString sure;                                     ///< who stays above whom; empty: nobody
  std::vector<FirmnessShare> shares;                ///< the likeliest first; empty: not computed
};

/// Words and intervals, by the view's present weights. Quick enough for every step of a slider.
[[nodiscard]] Firmness firmnessOf(const ChoiceView& view);
/// The draws: for when a handle is let go.
[[nodiscard]] std::vector<FirmnessShare> sharesOf(const ChoiceView& view);
/// "Larch is first in 51%, second in 30% and third in 12% of the draws".
[[nodiscard]] QString shareWords(const FirmnessShare& share);

/// "If every weight could be off by half": a bar for each option, by how often it is first, second and third.
class FirmnessBars : public QWidget {
  Q_OBJECT
 public:
  explicit FirmnessBars(QWidget* parent = nullptr);
  void setShares(std::vector<FirmnessShare> shares);
  /// The weights move: what is shown is of those before.
  void setStale();
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override { return {px(120), sizeHint().height()}; }

 protected:
  void paintEvent(QPaintEvent* event) override;
  bool event(QEvent* event) override;

 private:
  [[nodiscard]] int rowHeight() const;
  std::vector<FirmnessShare> m_shares;
  bool m_stale = false;
};

}  // namespace homeward::ui
