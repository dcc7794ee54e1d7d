#include "children/listed_page.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "shared/format.h"
#include "shared/names.h"
#include "shared/page_parts.h"
#include "shared/table_columns.h"

namespace homeward::ui {

ListedPage::ListedPage(const QString& title, const QString& nothing, QWidget* parent)
    : Page(parent),
      m_title(title),
      m_nothing(nothing),
      m_head(new PageHead),
      m_filter(new QLineEdit),
      m_table(new PlainTable(title)),
      m_detail(new QLabel),
      m_lineActs(new QGridLayout),
      m_empty(new EmptyState(nothing)),
      m_stack(new QStackedWidget) {
  m_head->setTitle(title);
  m_filter->setPlaceholderText(tr("Filter"));
  m_filter->setAccessibleName(tr("Filter: %1").arg(title));
  m_filter->setClearButtonEnabled(true);
  m_filter->setMaximumWidth(px(220));
  m_head->addAction(m_filter);
  m_head->addAction(m_table->columns().button(tr("Colu&mns…")));
  connect(&m_table->columns(), &TableColumns::copied, this, &Page::saved);
  connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& typed) {
    m_table->setWords(typed);
    sayCounts();
  });
  connect(m_table, &PlainTable::rowChanged, this, [this] { showCurrent(); });
  m_detail->setAccessibleName(tr("The selected line"));
  m_detail->setTextFormat(Qt::RichText);
  m_detail->setWordWrap(true);
  m_detail->setAlignment(Qt::AlignTop | Qt::AlignLeft);
  m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  m_detail->setMargin(px(14));
  auto* scroll = new QScrollArea;
  scroll->setAccessibleName(tr("More of the selected line"));
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setMinimumWidth(px(320));
  scroll->setWidget(m_detail);
  auto* split = new QSplitter;
  split->addWidget(m_table);
  auto* aside = new Surface(Surface::Ground::window);
  auto* column = new QVBoxLayout(aside);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  m_lineActs->setSpacing(px(6));
  column->addLayout(m_lineActs);
  column->addWidget(scroll, 1);
  split->addWidget(aside);
  split->setSizes({px(640), px(380)});
  split->setChildrenCollapsible(false);
  m_stack->addWidget(split);
  m_stack->addWidget(m_empty);
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(0);
  rows->addWidget(m_head);
  rows->addWidget(m_stack, 1);
}

QPushButton* ListedPage::addAct(const QString& words, bool primary) {
  auto* button = makeButton(words, primary ? ButtonKind::primary : ButtonKind::plain);
  m_head->addAction(button);
  return button;
}

QPushButton* ListedPage::addLineAct(const QString& words) {
  constexpr int aRow = 2;
  auto* button = makeButton(words, ButtonKind::plain);
  m_lineActs->setContentsMargins(px(14), px(12), px(14), 0);
  m_lineActs->addWidget(button, m_lineActs->count() / aRow, m_lineActs->count() % aRow);
  return button;
}

void ListedPage::setFirstAct(const QString& words, const std::function<void()>& act) {
  m_empty->setAction(words);
  connect(m_empty, &EmptyState::acted, this, act);
}

void ListedPage::tell(const QString& heading, const std::vector<DetailPart>& parts) {
  QString html = QStringLiteral("<h3>%1</h3>").arg(shown(heading).toHtmlEscaped());
  for (const DetailPart& part : parts) {
    if (part.lines.isEmpty()) continue;
    html += QStringLiteral("<p><b>%1</b>").arg(part.title.toHtmlEscaped());
    for (const QString& line : part.lines) html += QStringLiteral("<br>") + shown(line).toHtmlEscaped();
    html += QStringLiteral("</p>");
  }
  m_detail->setText(html);
}

QString ListedPage::told() const { return m_detail->text(); }

void ListedPage::showTrouble(const QString& words) {
  m_empty->setSentence(words);
  m_stack->setCurrentIndex(1);
}

void ListedPage::showCounts(int rows) {
  m_empty->setSentence(m_nothing);
  m_stack->setCurrentIndex(rows == 0 ? 1 : 0);
  m_rows = rows;
  sayCounts();
}

void ListedPage::sayCounts() {
  const int shown = m_table->shown();
  emit statusChanged(shown == m_rows ? plural(m_rows, tr("row"), tr("rows")) : tr("%1 of %2 rows").arg(countText(shown), countText(m_rows)),
                     tr("Ctrl+F filters, Ctrl+C copies the selected rows"));
}

QWidget* ListedPage::firstFocus() { return m_stack->currentIndex() == 0 ? static_cast<QWidget*>(m_table) : m_empty->button(); }
QList<QWidget*> ListedPage::panes() { return {m_table, m_detail}; }

bool ListedPage::findHere() {
  m_filter->setFocus();
  m_filter->selectAll();
  return true;
}

void ListedPage::setNamesHidden(bool hidden) {
  m_namesHidden = hidden;
  refresh();
}

}  // namespace homeward::ui
