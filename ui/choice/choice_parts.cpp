#include "choice/choice_parts.h"

#include <QContextMenuEvent>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <QVBoxLayout>
#include <algorithm>

#include "choice/option_header.h"
#include "shared/delegates.h"
#include "shared/page_parts.h"

namespace homeward::ui {
namespace {

// Of the column of names and of one for each option: as it should be, and where three options have too little room.
constexpr int usualNames = 182;
constexpr int leastNames = 150;
constexpr int usualOption = 170;
constexpr int leastOption = 145;

/// The name of a row at the left and, in the match, its weight at the right; the row of the moved weight has an accent edge.
class RowNameDelegate : public CellDelegate {
 public:
  using CellDelegate::CellDelegate;

 protected:
  void content(QPainter& painter, const QRectF& box, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const Theme& t = Theme::current();
    const bool strong = index.data(StrongRole).toBool();
    QRectF words = box.adjusted(px(6), 0, 0, 0);
    const QString weight = index.data(SecondLineRole).toString();
    if (strong && !weight.isEmpty()) painter.fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), t.accent);
    if (!weight.isEmpty()) {
      const QFont figures = typeFont(Type::table);
      drawText(painter, words, weight, figures, t.text2, Qt::AlignRight | Qt::AlignVCenter);
      words.setRight(words.right() - QFontMetricsF(figures).horizontalAdvance(QStringLiteral("888 ")));
    }
    drawText(painter, words, index.data().toString(), typeFont(Type::table, strong), ink(index, t));
  }
};

/// Cells of the match: bars, and the two rows at its foot that have none.
class MatchDelegate : public ContributionDelegate {
 public:
  using ContributionDelegate::ContributionDelegate;

 protected:
  [[nodiscard]] int lines(const QModelIndex& index) const override {
    return index.data(ContributionRole).isValid() ? ContributionDelegate::lines(index) : 1;
  }
  void content(QPainter& painter, const QRectF& box, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const QString figure = index.data(SecondLineRole).toString();
    if (index.data(ContributionRole).isValid() || figure.isEmpty()) {
      ContributionDelegate::content(painter, box, option, index);
      return;
    }
    const Theme& t = Theme::current();
    drawText(painter, box, figure, typeFont(Type::table, true), t.text, Qt::AlignRight | Qt::AlignVCenter);
    drawText(painter, box.adjusted(0, 0, -px(36), 0), index.data().toString(), typeFont(Type::second), t.text2);
  }
};

int heightOf(ChoicePart part, bool bars, bool sentences) {
  const int line = QFontMetrics(typeFont(Type::table)).height();
  const int words = QFontMetrics(typeFont(Type::second)).height();
  if (part == ChoicePart::cost) return line + 2 + densityPadding();
  if (part == ChoicePart::essential || !bars) return line + px(5) + densityPadding();
  return (sentences ? std::max(px(31), line + words - px(4)) : line + px(5)) + densityPadding();
}

}  // namespace

PartView::PartView(ChoicePart part, QWidget* parent) : QTableView(parent), m_part(part) {
  setFrameShape(QFrame::NoFrame);
  setShowGrid(false);
  setSelectionMode(QAbstractItemView::SingleSelection);
  setSelectionBehavior(QAbstractItemView::SelectItems);
  setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setTabKeyNavigation(false);
  setEditTriggers(QAbstractItemView::NoEditTriggers);
  setContextMenuPolicy(Qt::CustomContextMenu);
  verticalHeader()->hide();
  verticalHeader()->setMinimumSectionSize(8);
  horizontalHeader()->hide();
  horizontalHeader()->setMinimumSectionSize(20);
  if (part != ChoicePart::match) setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  connect(this, &QAbstractItemView::activated, this, &PartView::opened);
}
int PartView::contentHeight() const { return verticalHeader()->length(); }
void PartView::fitRows() {
  if (!model()) return;
  const auto* delegate = qobject_cast<ContributionDelegate*>(itemDelegate());
  for (int row = 0; row < model()->rowCount(); ++row) {
    const bool bars = m_part == ChoicePart::match && model()->index(row, 1).data(ContributionRole).isValid();
    setRowHeight(row, heightOf(m_part, bars, !delegate || delegate->sentences));
  }
}
void PartView::keyPressEvent(QKeyEvent* event) {
  const QModelIndex at = currentIndex();
  const int last = model() ? model()->rowCount() - 1 : -1;
  if (event->modifiers() == Qt::ControlModifier && (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)) {
    emit shiftRequested(at.column(), event->key() == Qt::Key_Left ? -1 : 1);
    return;
  }
  if (event->modifiers() == Qt::NoModifier && event->key() == Qt::Key_Up && at.row() <= 0) {
    emit leftUpwards(at.column());
    return;
  }
  if (event->modifiers() == Qt::NoModifier && event->key() == Qt::Key_Down && at.row() == last) {
    emit leftDownwards(at.column());
    return;
  }
  if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && event->modifiers() == Qt::NoModifier) {
    emit opened(at);
    return;
  }
  QTableView::keyPressEvent(event);
}

ChoiceParts::ChoiceParts(QWidget* parent) : QWidget(parent), m_header(new OptionHeader) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  m_bands[0] = makeBand(tr("Essential"), tr("Every option must pass. All are checked, not only the first that fails."));
  m_bands[1] = makeBand(tr("Match"), tr("Points of 1,000. A long track is a heavy criterion; the filled part is what this option earns."));
  m_bands[2] = makeBand(tr("Whole cost a week"), {});
  const std::array names = {tr("Essentials"), tr("Match, point by point"), tr("Whole cost a week")};
  column->addWidget(m_header);
  for (std::size_t which = 0; which < 3; ++which) {
    const auto part = static_cast<ChoicePart>(which);
    m_tables[which] = new PartView(part);
    m_models[which] = new ChoiceTable(part, this);
    m_tables[which]->setModel(m_models[which]);
    m_tables[which]->setAccessibleName(names[which]);
    m_tables[which]->setItemDelegateForColumn(0, new RowNameDelegate(this));
    column->addWidget(m_bands[which].ground);
    column->addWidget(m_tables[which], part == ChoicePart::match ? 1 : 0);
    connectTable(which);
  }
  m_tables[0]->setItemDelegate(new GateDelegate(this));
  m_tables[1]->setItemDelegate(new MatchDelegate(this));
  m_tables[2]->setItemDelegate(new CellDelegate(this));
  // The heads are a header of the essentials' model that stands by itself, so that it can take the keyboard.
  m_header->setModel(m_models[0]);
  m_header->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  connect(m_header, &OptionHeader::sendToggled, this, &ChoiceParts::sendToggled);
  connect(m_header, &OptionHeader::shiftRequested, this, &ChoiceParts::shift);
  connect(m_header, &OptionHeader::leftDownwards, this, [this](int at) { enter(0, 0, at); });
  connect(m_header, &OptionHeader::columnChanged, this, [this](int at) { emit optionPointed(static_cast<std::size_t>(at - 1)); });
  connect(&lookWatch(), &LookWatch::changed, this, [this] { fit(); });
}

ChoiceParts::Band ChoiceParts::makeBand(const QString& title, const QString& words) {
  Band band;
  band.ground = new Surface(Surface::Ground::alt);
  band.ground->setLines(Qt::BottomEdge | Qt::TopEdge);
  auto* row = new QHBoxLayout(band.ground);
  row->setContentsMargins(px(16), px(2), px(16), px(3));
  row->setSpacing(px(10));
  band.title = new TextLabel(title, Type::second);
  band.title->setStrong(true);
  band.words = new TextLabel(words, Type::second, Ink::text2);
  band.words->setElided(true);
  band.right = new TextLabel({}, Type::second, Ink::text2);
  row->addWidget(band.title);
  row->addWidget(band.words, 1);
  row->addWidget(band.right);
  return band;
}

void ChoiceParts::connectTable(std::size_t which) {
  PartView* table = m_tables[which];
  connect(table, &PartView::shiftRequested, this, &ChoiceParts::shift);
  connect(table, &PartView::leftUpwards, this, [this, which](int column) {
    if (which == 0) {
      m_header->setCurrent(std::max(1, column));
      m_header->setFocus(Qt::TabFocusReason);
    } else {
      enter(which - 1, m_models[which - 1]->rowCount() - 1, column);
    }
  });
  connect(table, &PartView::leftDownwards, this, [this, which](int column) {
    if (which < 2) enter(which + 1, 0, column);
  });
  connect(table, &PartView::opened, this, [this, which](const QModelIndex& index) {
    const auto entry = m_models[which]->entry(index.row());
    if (entry && index.column() > 0) emit opened(static_cast<std::size_t>(index.column() - 1), static_cast<ChoicePart>(which), *entry);
  });
  connect(table, &QWidget::customContextMenuRequested, this, [this, which](const QPoint& at) { cellMenu(which, at); });
  connect(table->selectionModel(), &QItemSelectionModel::currentChanged, this, [this, which](const QModelIndex& now) {
    // A selection in one table only: the other two keep their place without showing it.
    for (std::size_t other = 0; other < 3; ++other)
      if (other != which) m_tables[other]->clearSelection();
    if (now.column() > 0) emit optionPointed(static_cast<std::size_t>(now.column() - 1));
    if (now.isValid()) emit cellRead(now.data(Qt::AccessibleTextRole).toString());
  });
  connect(table->horizontalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
    for (PartView* other : m_tables) other->horizontalScrollBar()->setValue(value);
    m_header->setOffset(value);
  });
}

void ChoiceParts::enter(std::size_t which, int row, int column) {
  if (m_models[which]->rowCount() == 0) return;
  m_tables[which]->setFocus(Qt::TabFocusReason);
  m_tables[which]->setCurrentIndex(m_models[which]->index(std::clamp(row, 0, m_models[which]->rowCount() - 1), std::max(0, column)));
}

void ChoiceParts::cellMenu(std::size_t which, const QPoint& at) {
  const QModelIndex index = m_tables[which]->indexAt(at).isValid() ? m_tables[which]->indexAt(at) : m_tables[which]->currentIndex();
  const auto entry = m_models[which]->entry(index.row());
  if (!entry || index.column() < 1) return;
  const auto option = static_cast<std::size_t>(index.column() - 1);
  const ChoiceOption& one = m_view->options[option];
  QMenu menu(this);
  if (m_acts.evidence)
    connect(menu.addAction(tr("Open the &evidence")), &QAction::triggered, this,
            [=, this] { emit opened(option, static_cast<ChoicePart>(which), *entry); });
  if (m_acts.question && which == 1 && !one.criteria[*entry].question.isEmpty()) {
    const bool ours = one.criteria[*entry].ours;
    QAction* ask = menu.addAction(ours ? tr("Our own records answer this, not %1").arg(one.provider) : tr("&Ask %1…").arg(one.provider));
    ask->setEnabled(!ours);
    connect(ask, &QAction::triggered, this, [=, this] { emit askAsked(option, *entry); });
  }
  if (m_acts.answer && which == 1)
    connect(menu.addAction(tr("&Record an answer…")), &QAction::triggered, this, [=, this] { emit answerAsked(option, *entry); });
  if (m_acts.offer) connect(menu.addAction(tr("Open the &offer…")), &QAction::triggered, this, [=, this] { emit offerAsked(option); });
  if (m_acts.waiver && which == 0 && one.gates[*entry].result == matching::GateResult::fail) {
    const GateCell& gate = one.gates[*entry];
    QAction* waive = menu.addAction(!gate.waivedBy.isEmpty() ? tr("&Take back what was set aside")
                                    : gate.waivable          ? tr("&Set aside for this one…")
                                    : gate.rule != 0         ? tr("It is the law: record a &breach…")
                                                             : tr("Cannot be set aside: it is the registration, or what they said"));
    waive->setEnabled(gate.waivable || gate.rule != 0);
    connect(waive, &QAction::triggered, this, [=, this] { emit waiverAsked(option, *entry); });
  }
  if (menu.isEmpty()) return;
  menu.exec(m_tables[which]->viewport()->mapToGlobal(at));
}

bool ChoiceParts::askWaiver() {
  const QModelIndex index = m_tables[0]->currentIndex();
  const auto entry = m_models[0]->entry(index.row());
  if (!entry || index.column() < 1) return false;
  const auto option = static_cast<std::size_t>(index.column() - 1);
  if (m_view->options[option].gates[*entry].result != matching::GateResult::fail) return false;
  emit waiverAsked(option, *entry);
  return true;
}

void ChoiceParts::setView(std::shared_ptr<const ChoiceView> view) {
  m_view = std::move(view);
  for (ChoiceTable* model : m_models) model->setView(m_view);
  m_header->setView(m_view);
  m_bands[2].words->setText(m_view->costWords);
  order();
  fit();
  for (std::size_t which = 0; which < 3; ++which)
    if (m_models[which]->rowCount() > 0 && m_models[which]->columnCount() > 1)
      m_tables[which]->setCurrentIndex(
          m_models[which]->index(0, 1 + static_cast<int>(m_view->ranking.empty() ? 0 : m_view->ranking.front().candidate)));
  for (PartView* table : m_tables) table->clearSelection();
  showBands();
}

void ChoiceParts::changed() {
  for (ChoiceTable* model : m_models)
    if (model->part() != ChoicePart::cost) model->changed();
  m_header->refresh();
  showBands();
}

void ChoiceParts::showBands() {
  m_bands[0].right->setText(gatesWords(*m_view));
  m_bands[1].right->setText(matchWords(*m_view));
  m_bands[2].right->setText(costSpreadWords(*m_view));
}

void ChoiceParts::order() {
  if (!m_view) return;
  for (QHeaderView* header : {static_cast<QHeaderView*>(m_header), m_tables[0]->horizontalHeader(), m_tables[1]->horizontalHeader(),
                              m_tables[2]->horizontalHeader()})
    for (std::size_t place = 0; place < m_view->ranking.size(); ++place) {
      const int logical = 1 + static_cast<int>(m_view->ranking[place].candidate);
      header->moveSection(header->visualIndex(logical), 1 + static_cast<int>(place));
    }
}

void ChoiceParts::shift(int column, int by) {
  if (column < 1) return;
  const int from = m_header->visualIndex(column);
  const int to = from + by;
  if (to < 1 || to >= m_header->count()) return;
  for (QHeaderView* header : {static_cast<QHeaderView*>(m_header), m_tables[0]->horizontalHeader(), m_tables[1]->horizontalHeader(),
                              m_tables[2]->horizontalHeader()})
    header->moveSection(from, to);
}

void ChoiceParts::setDifferencesOnly(bool only) {
  if (!m_view) return;
  for (const std::size_t which : {std::size_t{0}, std::size_t{1}}) {
    const int column = m_tables[which]->currentIndex().column();
    m_models[which]->setDifferencesOnly(only);
    if (m_models[which]->rowCount() > 0) m_tables[which]->setCurrentIndex(m_models[which]->index(0, std::max(0, column)));
  }
  fit();
}
void ChoiceParts::setSentences(bool sentences) {
  static_cast<MatchDelegate*>(m_tables[1]->itemDelegate())->sentences = sentences;
  fit();
  m_tables[1]->viewport()->update();
}
void ChoiceParts::setMoved(std::optional<std::size_t> criterion) { m_models[1]->setMoved(criterion); }
void ChoiceParts::setCurrentOption(std::size_t option) { m_header->setCurrent(static_cast<int>(option) + 1); }

std::size_t ChoiceParts::currentCriterion() const { return m_models[1]->entry(m_tables[1]->currentIndex().row()).value_or(0); }
std::optional<std::size_t> ChoiceParts::currentOption() const {
  for (const PartView* table : m_tables)
    if (table->hasFocus() && table->currentIndex().column() > 0) return static_cast<std::size_t>(table->currentIndex().column() - 1);
  return m_header->current() > 0 ? std::optional(static_cast<std::size_t>(m_header->current() - 1)) : std::nullopt;
}

void ChoiceParts::fit() {
  if (!m_view || m_view->options.empty()) return;
  for (std::size_t which = 0; which < 3; ++which) {
    m_tables[which]->fitRows();
    if (which == 1) continue;
    m_tables[which]->setFixedHeight(m_tables[which]->contentHeight() + 1);
  }
  m_header->setFixedHeight(m_header->sizeHint().height());
  m_tables[1]->setMinimumHeight(std::min(m_tables[1]->contentHeight(), 5 * heightOf(ChoicePart::match, true, true)));
  // Room for the match's scroll bar is kept whenever its rows may not fit, so that the columns of all three stay in line.
  const int spare =
      height() - m_header->height() - m_tables[0]->height() - m_tables[2]->height() - 3 * m_bands[0].ground->sizeHint().height();
  const bool scrolls = spare < m_tables[1]->contentHeight();
  m_tables[1]->setVerticalScrollBarPolicy(scrolls ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
  const int width = this->width() - (scrolls ? px(12) : 0);
  const int n = static_cast<int>(m_view->options.size());
  // Three options are seen at once, also in large letters: their columns give way before the last of them does.
  const bool tight = px(usualNames) + px(usualOption) * std::min(n, 3) > width;
  const int names = px(tight ? leastNames : usualNames);
  const int each = std::max(px(tight ? leastOption : usualOption), (width - names) / (tight ? std::min(n, 3) : n));
  for (QHeaderView* header : {static_cast<QHeaderView*>(m_header), m_tables[0]->horizontalHeader(), m_tables[1]->horizontalHeader(),
                              m_tables[2]->horizontalHeader()}) {
    header->resizeSection(0, names);
    for (int column = 1; column <= n; ++column)
      header->resizeSection(column, each + (header->visualIndex(column) == n && each * n < width - names ? width - names - each * n : 0));
  }
  m_tables[2]->setHorizontalScrollBarPolicy(names + each * n > width + 1 ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
  if (names + each * n > width + 1) m_tables[2]->setFixedHeight(m_tables[2]->contentHeight() + 1 + px(12));
}
void ChoiceParts::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  fit();
}
bool ChoiceParts::event(QEvent* event) {
  if (event->type() == QEvent::Polish) fit();
  return QWidget::event(event);
}

}  // namespace homeward::ui
