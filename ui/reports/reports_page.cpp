#include "reports/reports_page.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "reports/round_report_page.h"
#include "reports/weekly_report_page.h"
#include "shared/page_parts.h"

namespace homeward::ui {

ReportsPage::ReportsPage(app::Workspace& workspace, Navigator& navigator, QWidget* parent)
    : Page(parent),
      m_weekly(new WeeklyReportPage(workspace, navigator)),
      m_round(new RoundReportPage(workspace, navigator)),
      m_chips(new FilterChips),
      m_stack(new QStackedWidget) {
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(0);
  auto* strip = new Surface(Surface::Ground::window);
  strip->setLines(Qt::BottomEdge);
  auto* row = new QHBoxLayout(strip);
  row->setContentsMargins(px(16), px(4), px(16), px(4));
  m_chips->setAccessibleName(tr("Which report"));
  row->addWidget(m_chips);
  row->addStretch();
  rows->addWidget(strip);
  rows->addWidget(m_stack, 1);
  for (Page* page : {static_cast<Page*>(m_weekly), static_cast<Page*>(m_round)}) {
    m_stack->addWidget(page);
    connect(page, &Page::titleChanged, this, &Page::titleChanged);
    connect(page, &Page::statusChanged, this, &Page::statusChanged);
    connect(page, &Page::saved, this, &Page::saved);
    connect(page, &Page::refused, this, &Page::refused);
    connect(page, &Page::menuActionsChanged, this, &Page::menuActionsChanged);
  }
  connect(m_chips, &FilterChips::chosen, this, [this](const QString& key) { showRound(key == QLatin1String("round")); });
  fillChips();
}

Page& ReportsPage::front() const { return *static_cast<Page*>(m_stack->currentWidget()); }

void ReportsPage::fillChips() {
  m_chips->setChoices({{QStringLiteral("weekly"), m_weekly->title()}, {QStringLiteral("round"), m_round->title()}},
                      m_stack->currentWidget() == m_round ? QStringLiteral("round") : QStringLiteral("weekly"));
}

void ReportsPage::showRound(bool round) {
  m_stack->setCurrentWidget(round ? static_cast<QWidget*>(m_round) : m_weekly);
  fillChips();
  front().refresh();
  emit titleChanged();
  emit menuActionsChanged();
}

}  // namespace homeward::ui
