// "Why is a setting out?": the gates that stop most, who fails each, and for one of them every reason with what would bring it back.
//
// Counts come from the ranking. A setting is explained when it is looked at. Typing narrows to a name, so that the question "why is the
// Teal household out?" takes two keys.
#pragma once

#include <QDialog>
#include <vector>

#include "market/market_model.h"

class QLineEdit;
class QTableWidget;
class QListWidget;
class QVBoxLayout;

namespace homeward::ui {

class TextLabel;

class WhyOutDialog : public QDialog {
  Q_OBJECT
 public:
  /// Starts at `row` (of the model) where it is 0 or more.
  WhyOutDialog(const MarketModel& model, int row, QWidget* parent = nullptr);

 private:
  void fillGates();
  void fillNames();
  void explain();
  const MarketModel& m_model;
  std::vector<app::GateCount> m_gates;
  QTableWidget* m_table;
  QLineEdit* m_find;
  QListWidget* m_names;
  TextLabel* m_title;
  QVBoxLayout* m_lines;
};

/// A gate's title in words: "Registration: age", by the catalogue, or else the key in words.
[[nodiscard]] QString gateTitle(const std::string& key);

}  // namespace homeward::ui
