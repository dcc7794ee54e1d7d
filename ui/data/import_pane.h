// Bringing a file in: what it is, what its columns are taken as, what would be added and changed, and every line that cannot be used,
// before anything is written. Reading and writing are work in the background; Cancel leaves the case file as it was.
#pragma once

#include <QWidget>
#include <optional>

#include "app/imports.h"
#include "data/file_choice.h"

class QComboBox;
class QPushButton;

namespace homeward::ui {

class Jobs;
class PlainTable;
class TextLabel;

class ImportPane : public QWidget {
  Q_OBJECT
 public:
  ImportPane(app::Workspace& workspace, Jobs& jobs, const FileChoice& files, QWidget* parent = nullptr);
  [[nodiscard]] QPushButton* first() { return m_choose; }
  /// The latest import, which may be taken back.
  void refresh();
  /// Imports what was read; false: there is nothing to import.
  bool act();
  /// Asks which file, and reads it; nothing while another is read or written.
  void choose();
  /// Undoes the last import, where there is one.
  void takeBack();
  [[nodiscard]] bool mayTakeBack() const { return m_lastImport.has_value() && !m_busy && !m_workspace.readOnly(); }
  [[nodiscard]] QString told() const;
  [[nodiscard]] const std::optional<app::ImportPreview>& preview() const { return m_preview; }

 signals:
  void saved(const QString& words);

 private:
  /// What reading a file gave: its sample is shown even where the rest of it is refused.
  struct Read {
    app::ImportSample sample;
    Result<app::ImportPreview> preview;
  };
  struct Written {
    app::ImportPreview done;
    app::Workspace::Committed committed;
  };
  void read();  ///< the file that was chosen, in the encoding that is chosen
  void import();
  void saveErrors();
  void showSample(const app::ImportSample& sample);
  void showPreview(Result<app::ImportPreview> read, bool written);
  void refuse(const Error& error);
  void sayRead(const QString& words);
  void setBusy(bool busy);
  void enableImport();

  app::Workspace& m_workspace;
  Jobs& m_jobs;
  FileChoice m_files;
  std::optional<app::ImportSample> m_sample;
  std::optional<app::ImportPreview> m_preview;
  bool m_written = false;
  bool m_busy = false;
  QString m_chosen;
  QPushButton* m_choose;
  QPushButton* m_import;
  QPushButton* m_saveErrors;
  QPushButton* m_takeBack;
  QComboBox* m_encoding;
  TextLabel* m_last;
  std::optional<app::LastImport> m_lastImport;
  TextLabel* m_source;
  TextLabel* m_read;
  PlainTable* m_columns;
  PlainTable* m_counts;
  PlainTable* m_errors;
  PlainTable* m_gone;  ///< what an earlier list had
};

}  // namespace homeward::ui
