// Which of a referral's offers stand side by side: the officer swaps any of those that the ranking proposes for any other that stands.
#pragma once

#include <QDialog>
#include <vector>

#include "app/rank_referral.h"

class QListWidget;
class QPushButton;

namespace homeward::ui {

class TextLabel;

class ShownOptionsDialog : public QDialog {
  Q_OBJECT
 public:
  static constexpr int most = 5;
  /// `shown` are ticked.
  ShownOptionsDialog(const app::RankedReferral& ranked, const std::vector<OptionId>& shown, QWidget* parent = nullptr);
  /// One to five, in the order of the ranking.
  [[nodiscard]] std::vector<OptionId> chosen() const;

 private:
  void follow();
  QListWidget* m_list;
  TextLabel* m_words;
  QPushButton* m_use;
};

}  // namespace homeward::ui
