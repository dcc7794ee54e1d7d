// A dialog into which something is entered: whoever leaves it without recording is asked first, and only when there is something to lose.
#pragma once

#include <QDialog>
#include <QJsonObject>
#include <optional>

namespace homeward::ui {

class EntryDialog : public QDialog {
  Q_OBJECT
 public:
  explicit EntryDialog(QWidget* parent = nullptr) : QDialog(parent) {}
  /// Asks first when a field says something else than when the dialog was first shown. A field that came since counts when it holds
  /// something, one that went when it held something.
  void reject() override;

 protected:
  void showEvent(QShowEvent* event) override;
  /// What is entered from here on is new: the fields as they stand are recorded, or were filled by the dialog itself.
  void nothingEnteredYet();
  [[nodiscard]] virtual bool somethingEntered() const;

 private:
  std::optional<QJsonObject> m_asOpened;
};

}  // namespace homeward::ui
