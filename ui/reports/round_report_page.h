// How searches went over a period: days from the request to each step, offers, answers in time, and why providers said no.
//
// Every row opens: Enter shows the referrals behind it, and from there each referral. No child's name stands on it. How it was counted
// stands on the page and in every export.
#pragma once

#include <QVector>
#include <optional>

#include "app/round_report.h"
#include "print/report_pages.h"
#include "reports/figure_strip.h"
#include "shell/navigator.h"
#include "shell/page.h"

class QDateEdit;
class QTableView;

namespace homeward::ui {

class Banner;
class FilterChips;
class PageHead;
class ReportTableModel;
class SectionHead;
class TextLabel;

/// The lines of the table of every referral for those places of `counted`, as the report has them.
[[nodiscard]] reports::Table searchesTable(const reports::RoundReport& round, const std::vector<std::size_t>& which);

class RoundReportPage : public Page {
  Q_OBJECT
 public:
  RoundReportPage(app::Workspace& workspace, Navigator& navigator, QWidget* parent = nullptr);
  ~RoundReportPage() override;
  [[nodiscard]] QString title() const override { return tr("How searches went"); }
  void refresh() override;
  [[nodiscard]] QWidget* firstFocus() override;
  [[nodiscard]] QList<QWidget*> panes() override;
  bool doPrimary() override;
  [[nodiscard]] QList<QAction*> menuActions() override { return m_actions; }
  [[nodiscard]] const std::optional<reports::RoundReport>& report() const { return m_round; }

 private:
  void buildHead();
  void buildFigures();
  void buildTable();
  void buildActions();
  void count();
  void fillFigures();
  void fillChips();
  void fillTable();
  void openRow();
  void preview();
  void save(const QString& kind);
  void trouble(const QString& words);

  app::Workspace& m_workspace;
  Navigator& m_navigator;
  bool m_stale = true;
  int m_listening = 0;
  std::optional<reports::RoundReport> m_round;
  std::string m_shown = "times";
  PageHead* m_head = nullptr;
  QDateEdit* m_from = nullptr;
  QDateEdit* m_to = nullptr;
  Banner* m_trouble = nullptr;
  QVector<ReportFigure> m_figures;
  SectionHead* m_tableHead = nullptr;
  FilterChips* m_chips = nullptr;
  ReportTableModel* m_table = nullptr;
  QTableView* m_view = nullptr;
  TextLabel* m_note = nullptr;
  TextLabel* m_how = nullptr;
  QList<QAction*> m_actions;
};

}  // namespace homeward::ui
