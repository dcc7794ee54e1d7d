// The Data page: bringing the field's files in, looking after the case file, and who works with it.
//
// A file is read and shown before anything is written: what it holds, what would be added and changed, and every line that cannot be
// used. The import itself is one transaction; Cancel rolls it back.
#pragma once

#include <functional>
#include <optional>

#include "app/market_data.h"
#include "shell/page.h"

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace homeward::ui {

class Jobs;
class PageHead;
class PlainTable;
class SectionHead;
class TextLabel;

class DataPage : public Page {
  Q_OBJECT
 public:
  /// Which file to read or to write; empty: none. What the system's file dialogs answer, but in tests.
  struct FileChoice {
    std::function<QString(QWidget* parent, const QString& title)> toRead;
    std::function<QString(QWidget* parent, const QString& title, const QString& suggested)> toWrite;
  };
  DataPage(app::Workspace& workspace, Jobs& jobs, FileChoice files = fileDialogs(), QWidget* parent = nullptr);
  [[nodiscard]] static FileChoice fileDialogs();

  [[nodiscard]] QString title() const override { return tr("Data"); }
  void refresh() override;
  [[nodiscard]] QWidget* firstFocus() override;
  [[nodiscard]] QList<QWidget*> panes() override;
  bool doPrimary() override;

  /// Asks where, and makes a checked copy of the case file.
  void backUp();
  /// What the page says of the file that was read, and of the case file.
  [[nodiscard]] QString told() const;
  [[nodiscard]] const std::optional<app::ImportPreview>& preview() const { return m_preview; }

 private:
  enum class Kind { ofsted, postcodes };
  void buildImport(QVBoxLayout& rows);
  void buildKeeping(QVBoxLayout& rows);
  void buildPeople(QVBoxLayout& rows);
  void choose(Kind kind);
  void showRead(Result<app::ImportPreview> read, bool written);
  void import();
  void verify();
  void editPerson(int row);
  void addTeam();
  app::Workspace& m_workspace;
  Jobs& m_jobs;
  FileChoice m_files;
  Kind m_kind = Kind::ofsted;
  std::optional<app::ImportPreview> m_preview;
  std::vector<Person> m_people;
  PageHead* m_head;
  QPushButton* m_ofsted = nullptr;
  QPushButton* m_postcodes = nullptr;
  QPushButton* m_import = nullptr;
  QPushButton* m_verify = nullptr;
  TextLabel* m_read = nullptr;
  PlainTable* m_counts = nullptr;
  PlainTable* m_errors = nullptr;
  TextLabel* m_holds = nullptr;
  TextLabel* m_sound = nullptr;
  PlainTable* m_staff = nullptr;
};

}  // namespace homeward::ui
