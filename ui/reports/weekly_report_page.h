// The weekly report: what the week cost, why it changed, which placements are dearest, and where each figure came from.
//
// Every figure opens: Enter on a row, or on a step of what changed, shows the placements behind it and their terms. No child's name
// stands anywhere on it. How it was counted stands on the page and in every export.
#pragma once

#include <QVector>
#include <optional>

#include "app/week_report.h"
#include "print/report_pages.h"
#include "reports/figure_strip.h"
#include "shell/navigator.h"
#include "shell/page.h"

class QDateEdit;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace homeward::ui {

class Banner;
class FilterChips;
class PageHead;
class ReportTableModel;
class SectionHead;
class TextLabel;
class WaterfallChart;
class WeeksChart;

/// Weeks that the line shows.
inline constexpr int weeksShown = 26;

/// Places in `report.cost.placements` that a row of one of the grouped tables stands for; all of them for its totals.
[[nodiscard]] std::vector<std::size_t> behindRow(const app::WeekReport& report, const std::string& table, const QString& label);

class WeeklyReportPage : public Page {
  Q_OBJECT
 public:
  WeeklyReportPage(app::Workspace& workspace, Navigator& navigator, QWidget* parent = nullptr);
  ~WeeklyReportPage() override;
  [[nodiscard]] QString title() const override { return tr("Weekly report"); }
  void refresh() override;
  [[nodiscard]] QWidget* firstFocus() override;
  [[nodiscard]] QList<QWidget*> panes() override;
  bool doPrimary() override;
  [[nodiscard]] QList<QAction*> menuActions() override { return m_actions; }

  /// Up to `lastWeek`; a later one is that one.
  void showWeek(IsoWeek week);
  /// A year from now: further ahead the contracts on record say little of what a week will cost.
  [[nodiscard]] IsoWeek lastWeek() const;
  [[nodiscard]] IsoWeek week() const { return m_week; }
  [[nodiscard]] const std::optional<app::WeekReport>& report() const { return m_report; }

 private:
  void buildHead();
  void buildFigures();
  void buildPanes();
  void buildActions();
  void count();
  void fillGroupings();
  void fillFigures();
  void fillTables();
  void fillChanges();
  void fillWeeks();
  void openGroup();
  void openHighCost();
  void openChange();
  void behind(const QString& figure, std::vector<std::size_t> which);
  void preview();
  void save(const QString& kind, Appendix appendix = Appendix::leftOut);
  void trouble(const QString& words);

  app::Workspace& m_workspace;
  Navigator& m_navigator;
  IsoWeek m_week;
  bool m_stale = true;
  int m_listening = 0;
  std::optional<app::WeekReport> m_report;
  std::string m_grouping = "bySettingType";
  PageHead* m_head = nullptr;
  QPushButton* m_next = nullptr;
  QDateEdit* m_day = nullptr;
  Banner* m_trouble = nullptr;
  QVector<ReportFigure> m_figures;
  FilterChips* m_groupings = nullptr;
  ReportTableModel* m_groups = nullptr;
  QTableView* m_groupView = nullptr;
  SectionHead* m_groupsHead = nullptr;
  SectionHead* m_highHead = nullptr;
  ReportTableModel* m_high = nullptr;
  QTableView* m_highView = nullptr;
  SectionHead* m_changesHead = nullptr;
  QStackedWidget* m_changes = nullptr;
  WaterfallChart* m_waterfall = nullptr;
  ReportTableModel* m_changesTable = nullptr;
  QTableView* m_changesView = nullptr;
  SectionHead* m_weeksHead = nullptr;
  QStackedWidget* m_weeks = nullptr;
  WeeksChart* m_line = nullptr;
  ReportTableModel* m_weeksTable = nullptr;
  TextLabel* m_how = nullptr;
  QList<QAction*> m_actions;
};

}  // namespace homeward::ui
