// The price of an offer as it is entered: a line an item, and further lines where an item has phases. Each says how it is charged, for
// which days of the stay, and one amount or the range that is known.
//
// An item that the provider said nothing about is "not quoted" and makes no line; "none" is an answer. A line keeps what it held when
// nobody changed it.
#pragma once

#include <QComboBox>
#include <QLineEdit>
#include <QSpinBox>
#include <QWidget>
#include <optional>
#include <vector>

#include "costing/whole_cost.h"

class QGridLayout;

namespace homeward::ui {

class MaybeNumber;
class TextLabel;

/// Pounds as one figure or a range: "1,453.14", "1,400 to 1,500", "1,400 or more".
class MoneyRangeEdit : public QLineEdit {
  Q_OBJECT
 public:
  explicit MoneyRangeEdit(const QString& name, QWidget* parent = nullptr);
  void set(const MoneyRange& range);
  [[nodiscard]] std::optional<MoneyRange> range() const;
};

/// "£985.00 a week; £51,220.00 over the 364 days from 14 December 2026".
[[nodiscard]] QString wholeCostText(const costing::WholeCost& cost);

class QuoteFields : public QWidget {
  Q_OBJECT
 public:
  explicit QuoteFields(const std::vector<QuoteLine>& quote, QWidget* parent = nullptr);
  /// What the lines hold; an amount that cannot be read is left as it was.
  [[nodiscard]] std::vector<QuoteLine> value() const;
  /// The first amount that is wanted and is none.
  [[nodiscard]] QWidget* unreadable() const;
  /// Says beside its line what is wrong with it: amounts that are none, and findings of "quote.<item>". Answers the field that mends the
  /// first; none when nothing is wrong.
  QWidget* tell(const std::vector<Finding>& findings, Date today);

 signals:
  void changed();

 private:
  struct Row {
    QuoteLine before;
    QComboBox* charge = nullptr;
    MoneyRangeEdit* amount = nullptr;
    QSpinBox* from = nullptr;
    MaybeNumber* days = nullptr;
    QLineEdit* words = nullptr;
    TextLabel* note = nullptr;
  };
  [[nodiscard]] std::optional<Charge> charge(const Row& row) const;
  [[nodiscard]] bool wantsAmount(const Row& row) const;
  [[nodiscard]] std::optional<QuoteLine> line(const Row& row) const;
  [[nodiscard]] std::size_t lastOf(QuoteItem item) const;
  Row makeRow(const QuoteLine& line, std::optional<Charge> charge);
  void layOut();
  void addLine();
  void follow();

  std::vector<Row> m_rows;
  QGridLayout* m_grid;
  QComboBox* m_another;
};

}  // namespace homeward::ui
