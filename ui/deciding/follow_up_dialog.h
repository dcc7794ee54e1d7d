// What follows a decision: telling those who were not chosen, the papers of the placement, and who else had counted on the place.
#pragma once

#include <QDialog>
#include <functional>

#include "app/placement_papers.h"
#include "app/telling.h"
#include "domain/placement.h"

class QComboBox;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QTabWidget;
class QVBoxLayout;

namespace homeward::ui {

class TextLabel;

class FollowUpDialog : public QDialog {
  Q_OBJECT
 public:
  /// Where files go; an empty path: nowhere.
  using Folder = std::function<QString(QWidget* parent)>;
  FollowUpDialog(app::Workspace& workspace, DecisionId decision, Folder folder, QWidget* parent = nullptr);
  /// What was done, to be told; empty: nothing.
  [[nodiscard]] const QString& whatWasDone() const { return m_done; }
  /// A referral that was opened from here; none: none was.
  [[nodiscard]] std::optional<ReferralId> opened() const { return m_opened; }
  /// Asks before a template that was typed is lost.
  void done(int result) override;

 private:
  /// One of those not chosen, with what they are told.
  struct TellRow {
    app::NotTheOne one;
    QComboBox* why = nullptr;
  };
  QWidget* tellLeaf();
  QWidget* papersLeaf();
  QWidget* othersLeaf();
  void fillTell();
  [[nodiscard]] std::vector<app::Telling> tellings() const;
  void followTell();
  void tell(bool write);
  void showPaper();
  /// Asks first where a template was typed and not kept.
  [[nodiscard]] bool mayLoseTemplate();
  void changeTemplate(bool changing);
  void writePaper();
  void keepTemplate();
  void say(const QString& trouble);
  app::Workspace& m_workspace;
  DecisionId m_decision;
  ReferralId m_referral;
  Folder m_folder;
  QString m_done;
  std::optional<ReferralId> m_opened;
  std::vector<Placement> m_placements;
  std::vector<TellRow> m_rows;
  QTabWidget* m_leaves;
  QVBoxLayout* m_tellRows = nullptr;
  QPlainTextEdit* m_mail = nullptr;
  QPushButton* m_write = nullptr;
  QPushButton* m_told = nullptr;
  QComboBox* m_whose = nullptr;
  QComboBox* m_paper = nullptr;
  QPlainTextEdit* m_preview = nullptr;
  QPushButton* m_pdf = nullptr;
  QPushButton* m_change = nullptr;
  QPushButton* m_keep = nullptr;
  TextLabel* m_trouble;
};

/// Opens it, asks for folders by the system's dialog. What was done, and a referral that was opened from there.
struct FollowedUp {
  QString done;
  std::optional<ReferralId> opened;
};
[[nodiscard]] FollowedUp followUp(app::Workspace& workspace, DecisionId decision, QWidget* parent);

}  // namespace homeward::ui
