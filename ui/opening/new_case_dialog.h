// A new case file: for which authority, and who works with it first. It is made when the dialog is accepted.
#pragma once

#include <functional>

#include "app/open_case.h"
#include "domain/people.h"
#include "shared/entry_dialog.h"

class QLineEdit;

namespace homeward::ui {

class ErrorSummary;
class SearchCombo;
template <class E>
class EnumCombo;

class NewCaseDialog : public EntryDialog {
  Q_OBJECT
 public:
  /// `make` asks where and makes the file; its error keeps the dialog open, an empty one says nothing.
  using Make = std::function<Result<void>(const Authority& authority, const Person& first)>;
  explicit NewCaseDialog(Make make, QWidget* parent = nullptr);

 private:
  void accept() override;
  Make m_make;
  std::vector<Authority> m_known;
  ErrorSummary* m_errors;
  SearchCombo* m_authority;
  QLineEdit* m_name;
  EnumCombo<homeward::Role>* m_role;
};

}  // namespace homeward::ui
