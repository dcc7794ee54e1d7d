// Negotiating the prices of an offer, round by round: the prices as they stand and as they were at first, the rounds so far with what each
// saved, and the next thing to record: what is asked for, or what they answered to it.
//
// It stays open from one round to the next. What is recorded is recorded at once; the offer has what was won.
#pragma once

#include <optional>
#include <vector>

#include "app/negotiating.h"
#include "shared/entry_dialog.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace homeward::ui {

class MaybeMoney;
class PlainTable;
class SectionHead;
class TextLabel;

/// "£50.00 a week won in 2 rounds; 1 round waits for an answer"; empty where nobody has negotiated.
[[nodiscard]] QString wonWords(const costing::Negotiated& won);

class NegotiateDialog : public EntryDialog {
  Q_OBJECT
 public:
  NegotiateDialog(app::Workspace& workspace, OfferId offer, QWidget* parent = nullptr);
  /// What was recorded last; empty: nothing was.
  [[nodiscard]] QString told() const { return m_told; }
  [[nodiscard]] QString trouble() const;

 private:
  /// A price of the quote, or a round that waits about a price which the quote has no longer.
  struct Row {
    std::optional<std::size_t> price;
    std::optional<std::size_t> open;
  };
  void build();
  void read();
  void fillPrices();
  void fillRounds();
  void follow();
  void showRound(int row);
  void act();
  void keepThePrice();
  void settle(Money won);
  void done(const Result<void>& result, const QString& told);
  [[nodiscard]] const Row* row() const;
  [[nodiscard]] QString by(PersonId person) const;

  app::Workspace& m_workspace;
  OfferId m_offer;
  app::Negotiation m_all;
  std::vector<Person> m_people;
  std::vector<Row> m_rows;
  QString m_told;
  TextLabel* m_cost;
  TextLabel* m_won;
  TextLabel* m_besides;
  PlainTable* m_prices;
  SectionHead* m_roundsHead;
  PlainTable* m_rounds;
  TextLabel* m_said;
  TextLabel* m_about;
  QLabel* m_amountLabel;
  MaybeMoney* m_amount;
  QLabel* m_wordsLabel;
  QLineEdit* m_words;
  TextLabel* m_trouble;
  QPushButton* m_keep;
  QPushButton* m_act;
};

}  // namespace homeward::ui
