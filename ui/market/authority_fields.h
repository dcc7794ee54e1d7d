// Authorities picked by name: one for where a home lies, several for the areas that a provider lists.
#pragma once

#include <string>
#include <vector>

#include "app/workspace.h"
#include "shared/fields.h"

class QListWidget;
class QPushButton;

namespace homeward::ui {

/// Typed by any part of the name; empty: not known. A code that is in no list keeps itself in sight.
class AuthorityCombo : public SearchCombo {
  Q_OBJECT
 public:
  AuthorityCombo(app::Workspace& workspace, const QString& name, QWidget* parent = nullptr);
  void setCode(const std::string& code);
  [[nodiscard]] std::string code() const;
};

/// The areas that are listed, with a field that adds one; Delete takes the selected one away.
class AuthorityList : public QWidget {
  Q_OBJECT
 public:
  AuthorityList(app::Workspace& workspace, const QString& name, QWidget* parent = nullptr);
  void setCodes(const std::vector<std::string>& codes);
  /// In the order in which they were added.
  [[nodiscard]] std::vector<std::string> codes() const;
  [[nodiscard]] QWidget* field() const;

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void add(const std::string& code);
  void takeAway();
  void follow();
  app::Workspace& m_workspace;
  QListWidget* m_list;
  AuthorityCombo* m_which;
  QPushButton* m_less;
};

}  // namespace homeward::ui
