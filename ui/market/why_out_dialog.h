// "Why is a setting out?": the gates that stop most, who fails each, and for one of them every reason with what would bring it back.
//
// Below them stands what one relaxed requirement would let in, with the best of those by name; one act leads to that field of the referral.
// Counts come from the ranking. A setting is explained when it is looked at. Typing narrows to a name, so that the question "why is the
// Teal household out?" takes two keys. What only this referral asks for can be set aside for one setting, and a setting for which that was
// done stays in the list, so that it can be seen and taken back.
#pragma once

#include <QDialog>
#include <vector>

#include "deciding/waiving.h"
#include "market/market_model.h"
#include "matching/relaxing.h"

class QLineEdit;
class QPushButton;
class QTableWidget;
class QListWidget;
class QVBoxLayout;

namespace homeward::ui {

class TextLabel;

class WhyOutDialog : public QDialog {
  Q_OBJECT
 public:
  /// Starts at `row` (of the model) where it is 0 or more.
  WhyOutDialog(app::Workspace& workspace, const MarketModel& model, int row, QWidget* parent = nullptr);
  /// The market was ranked anew: the same setting stays in sight.
  void read();

 signals:
  /// A criterion was set aside, or a waiver taken back: the market is to be ranked again.
  void waived();
  /// The referral itself is to be changed, there where this is asked.
  void changeWanted(const homeward::matching::Relaxing& relaxing);

 private:
  struct Remedy {
    std::string gate;
    QString why;
  };
  void addGate(const matching::GateAnswer& gate, int row);
  void waive(int row, const Remedy& what);
  void giveBack(int row, const Remedy& what);
  [[nodiscard]] GateOfCandidate gateOf(int row, const Remedy& what) const;
  void fillGates();
  void fillLetIn();
  void chooseList(bool letIn);  ///< which of the two lists says who is shown
  void listLetIn();
  void listOut();
  void changeReferral();
  [[nodiscard]] const matching::LetIn* chosenLetIn() const;
  void addName(int row, const QString& words);
  void fillNames();
  void explain();
  app::Workspace& m_workspace;
  const MarketModel& m_model;
  std::vector<app::GateCount> m_gates;
  std::vector<matching::LetIn> m_letIn;  // those that let anybody in
  bool m_byLetIn = false;
  bool m_reading = false;
  QString m_opened;  // with whom the dialog opened, until one goes on to a list
  QTableWidget* m_table;
  QTableWidget* m_relaxed;
  QPushButton* m_change;
  QLineEdit* m_find;
  QListWidget* m_names;
  TextLabel* m_title;
  QVBoxLayout* m_lines;
};

/// A gate's title in words: "Registration: age", by the catalogue, or else the key in words.
[[nodiscard]] QString gateTitle(const std::string& key);

}  // namespace homeward::ui
