// The Data page: bringing the field's files in, looking after the case file, who works with it, and what counts how much.
#pragma once

#include <optional>

#include "app/imports.h"
#include "data/file_choice.h"
#include "shell/page.h"

namespace homeward::ui {

class BinPane;
class ImportPane;
class Jobs;
class KeepingPane;
class LawPane;
class PageHead;
class PeoplePane;
class PolicyPane;
class RemindersPane;
class SupportPane;

class DataPage : public Page {
  Q_OBJECT
 public:
  DataPage(app::Workspace& workspace, Jobs& jobs, const FileChoice& files = fileDialogs(), QWidget* parent = nullptr);

  [[nodiscard]] QString title() const override { return tr("Data"); }
  void refresh() override;
  [[nodiscard]] QWidget* firstFocus() override;
  [[nodiscard]] QList<QWidget*> panes() override;
  bool doPrimary() override;
  [[nodiscard]] QUndoStack* undoStack() override;
  [[nodiscard]] QList<QAction*> menuActions() override { return m_actions; }

  /// Asks which file to bring in, and reads it.
  void chooseFile();
  /// Asks where, and makes a checked copy of the case file.
  void backUp();
  /// What the page says of the file that was read, and of the case file.
  [[nodiscard]] QString told() const;
  [[nodiscard]] const std::optional<app::ImportPreview>& preview() const;

 private:
  app::Workspace& m_workspace;
  PageHead* m_head;
  ImportPane* m_import;
  KeepingPane* m_keeping;
  PeoplePane* m_people;
  PolicyPane* m_policy;
  SupportPane* m_support;
  RemindersPane* m_reminders;
  LawPane* m_law;
  BinPane* m_bin;
  QAction* m_takeBack = nullptr;
  QList<QAction*> m_actions;
};

}  // namespace homeward::ui
