// The fields of the market's editors: values that may be not known, and lists of rows. What is not known is said as such and is never a
// stand-in number; text that cannot be read is told beside its field and kept.
#pragma once

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QSpinBox>
#include <QTableWidget>
#include <functional>
#include <optional>

#include "domain/dates.h"
#include "domain/enum_text.h"
#include "domain/money.h"
#include "shared/format.h"
#include "wording/wording.h"

namespace homeward::ui {

/// A whole number, or not known.
class MaybeNumber : public QSpinBox {
  Q_OBJECT
 public:
  MaybeNumber(int most, const QString& name, QWidget* parent = nullptr);
  void set(std::optional<int> number) { setValue(number.value_or(-1)); }
  [[nodiscard]] std::optional<int> number() const { return value() < 0 ? std::nullopt : std::optional(value()); }
};

/// A day as it is written, or not known: "27/11/2026", "27 November 2026", "2026-11-27".
class MaybeDay : public QLineEdit {
  Q_OBJECT
 public:
  explicit MaybeDay(const QString& name, QWidget* parent = nullptr);
  void set(std::optional<Date> day);
  [[nodiscard]] std::optional<Date> day() const;
  [[nodiscard]] bool readable() const { return text().trimmed().isEmpty() || day().has_value(); }
};

/// Pounds, or not known.
class MaybeMoney : public QLineEdit {
  Q_OBJECT
 public:
  explicit MaybeMoney(const QString& name, QWidget* parent = nullptr);
  void set(std::optional<Money> amount);
  [[nodiscard]] std::optional<Money> amount() const { return parseMoney(utf8(text().trimmed())); }
  [[nodiscard]] bool readable() const { return text().trimmed().isEmpty() || amount().has_value(); }
};

/// Yes, no, or not known.
class TriState : public QComboBox {
  Q_OBJECT
 public:
  explicit TriState(const QString& name, QWidget* parent = nullptr);
  void set(std::optional<bool> value) { setCurrentIndex(!value ? 0 : *value ? 1 : 2); }
  [[nodiscard]] std::optional<bool> value() const { return currentIndex() == 0 ? std::nullopt : std::optional(currentIndex() == 1); }
};

/// The values of an enumeration in the catalogue's words; `notKnown` puts "not known" first.
template <class E>
class EnumCombo : public QComboBox {
 public:
  EnumCombo(std::string_view group, const QString& name, bool notKnown = false, QWidget* parent = nullptr) : QComboBox(parent) {
    setAccessibleName(name);
    if (notKnown) addItem(QObject::tr("not known"), -1);
    for (const auto value : all<E>()) addItem(q(wording::word(group, text(value))), static_cast<int>(value));
  }
  void set(std::optional<E> value) { setCurrentIndex(findData(value ? static_cast<int>(*value) : -1)); }
  [[nodiscard]] std::optional<E> value() const {
    const int chosen = currentData().isValid() ? currentData().toInt() : -1;
    return chosen < 0 ? std::nullopt : std::optional(static_cast<E>(chosen));
  }
};

/// Rows of fields under headings, with a button that adds one and one that takes the current one away.
class RowsEditor : public QWidget {
  Q_OBJECT
 public:
  using Factory = std::function<QVector<QWidget*>()>;
  RowsEditor(const QString& name, const QStringList& heads, const QString& add, Factory factory, QWidget* parent = nullptr);
  /// The fields of the new row.
  QVector<QWidget*> addRow();
  [[nodiscard]] int rows() const { return m_table->rowCount(); }
  /// Widths of the columns at the usual text; the last takes what is left.
  void setWidths(const QVector<int>& widths);
  template <class Field>
  [[nodiscard]] Field* field(int row, int column) const {
    return static_cast<Field*>(m_table->cellWidget(row, column));
  }

 protected:
  /// The row in which somebody works is the current one.
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QTableWidget* m_table;
  Factory m_factory;
};

/// A row of a form whose label is the field's buddy and gives it its accessible name.
void addField(QFormLayout& form, const QString& label, QWidget* field);

}  // namespace homeward::ui
