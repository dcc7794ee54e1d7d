// A dialog with one act: what it is about, fields, one sentence when it could not be done, and the buttons.
//
// What was entered is kept when the act is refused, and the keyboard goes to the field that mends it. Nothing is written before the act.
#pragma once

#include <functional>
#include <optional>

#include "domain/dates.h"
#include "shared/entry_dialog.h"
#include "support/result.h"

class QDateEdit;
class QFormLayout;
class QLineEdit;
class QPushButton;

namespace homeward::ui {

class TextLabel;

class ActDialog : public EntryDialog {
  Q_OBJECT
 public:
  [[nodiscard]] QString trouble() const;
  /// What the default button does.
  void act();

 protected:
  ActDialog(const QString& title, const QString& act, QWidget* parent);
  [[nodiscard]] virtual Result<void> carryOut() = 0;
  /// The field that a refusal is about; none: the keyboard stays.
  [[nodiscard]] virtual QWidget* fieldOf(const std::string& subject) const;
  [[nodiscard]] QFormLayout* form() { return m_form; }
  [[nodiscard]] QPushButton* actButton() { return m_act; }
  /// Words above the fields: what the act means.
  void sayFirst(const QString& words);
  /// A row whose label leads to its field and gives it its name.
  void addField(const QString& label, QWidget* field);
  [[nodiscard]] QDateEdit* addDay(const QString& label, const QString& name, Date day);

 private:
  QFormLayout* m_form;
  TextLabel* m_first;
  TextLabel* m_trouble;
  QPushButton* m_act;
};

/// An act that wants nothing but its reason.
class ReasonDialog : public ActDialog {
  Q_OBJECT
 public:
  using Act = std::function<Result<void>(const std::string& reason)>;
  struct Words {
    QString title;
    QString about;   ///< what the act means
    QString reason;  ///< the label of the field
    QString act;     ///< on the button
  };
  ReasonDialog(const Words& words, Act act, QWidget* parent = nullptr);

 protected:
  Result<void> carryOut() override;
  [[nodiscard]] QWidget* fieldOf(const std::string& subject) const override;

 private:
  Act m_done;
  QLineEdit* m_reason;
};

}  // namespace homeward::ui
