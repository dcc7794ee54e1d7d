#include "shell/find.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QPointer>
#include <QVBoxLayout>

#include "shared/delegates.h"
#include "shared/icons.h"
#include "shared/names.h"

namespace homeward::ui {
namespace {

constexpr int resultRole = Qt::UserRole + 1;  // index into the results; absent: a heading

class ResultDelegate : public TwoLineDelegate {
 public:
  using TwoLineDelegate::TwoLineDelegate;

 protected:
  [[nodiscard]] int lines(const QModelIndex&) const override { return 1; }
  void content(QPainter& painter, const QRectF& box, const QStyleOptionViewItem&, const QModelIndex& index) const override {
    const Theme& t = Theme::current();
    if (!index.data(resultRole).isValid()) {
      drawText(painter, box, index.data().toString(), typeFont(Type::second, true), t.text2);
      return;
    }
    const double side = px(15);
    drawIcon(painter, QRectF(box.left(), box.center().y() - side / 2, side, side), index.data(Qt::UserRole + 2).toString(), t.text2);
    const QRectF words = box.adjusted(side + px(8), 0, 0, 0);
    const QFont strong = typeFont(Type::table, true);
    drawText(painter, words, index.data().toString(), strong, t.text);
    const double used = QFontMetricsF(strong).horizontalAdvance(index.data().toString()) + px(10);
    drawText(painter, words.adjusted(used, 0, 0, 0), index.data(SecondLineRole).toString(), typeFont(Type::second), t.text2);
  }
};

}  // namespace

CommandPalette::CommandPalette(QLineEdit* box, QWidget* window) : QFrame(window), m_box(box), m_list(new QListWidget(this)) {
  setAccessibleName(tr("Found"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(1, 1, 1, 1);
  m_list->setFrameShape(QFrame::NoFrame);
  m_list->setItemDelegate(new ResultDelegate(m_list));
  m_list->setAccessibleName(tr("Found"));
  m_list->setFocusPolicy(Qt::NoFocus);  // the keys stay in the box, the highlighted row moves
  m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  column->addWidget(m_list);
  hide();
  m_box->installEventFilter(this);
  window->installEventFilter(this);
  connect(m_box, &QLineEdit::textChanged, this, &CommandPalette::search);
  connect(m_list, &QListWidget::itemClicked, this, [this](QListWidgetItem* item) {
    m_list->setCurrentItem(item);
    act();
  });
}

void CommandPalette::open() {
  if (QApplication::focusWidget() != m_box) m_before = QApplication::focusWidget();
  m_box->setFocus(Qt::ShortcutFocusReason);
  m_box->selectAll();
  search();
}

void CommandPalette::search() {
  const QString typed = m_box->text().trimmed();
  m_list->clear();
  m_results.clear();
  if (!m_box->hasFocus()) return;
  for (const auto& source : m_sources) {
    QString heading;
    for (FindResult& result : source->find(typed)) {
      if (result.kind != heading) {
        heading = result.kind;
        auto* head = new QListWidgetItem(heading, m_list);
        head->setFlags(Qt::NoItemFlags);
      }
      result.title = shown(result.title);
      result.detail = shown(result.detail);
      auto* row = new QListWidgetItem(result.title, m_list);
      row->setData(resultRole, static_cast<int>(m_results.size()));
      row->setData(SecondLineRole, result.detail);
      row->setData(Qt::UserRole + 2, result.icon);
      row->setData(Qt::AccessibleTextRole,
                   result.detail.isEmpty() ? result.title : QStringLiteral("%1, %2").arg(result.title, result.detail));
      m_results.push_back(std::move(result));
    }
  }
  if (m_results.empty()) {
    auto* none = new QListWidgetItem(
        typed.isEmpty() ? tr("Type a name, a number or what you want to do") : tr("Nothing fits “%1”").arg(typed), m_list);
    none->setFlags(Qt::NoItemFlags);
  } else {
    m_list->setCurrentRow(1);
  }
  place();
  show();
  raise();
}

void CommandPalette::place() {
  const QPoint below = m_box->mapTo(parentWidget(), QPoint(0, m_box->height() + 2));
  int height = 2;
  for (int row = 0; row < m_list->count(); ++row) height += m_list->sizeHintForRow(row);
  const int width = std::max(m_box->width(), px(420));
  setGeometry(std::min(below.x(), parentWidget()->width() - width - px(8)), below.y(), width,
              std::min(height + px(6), parentWidget()->height() - below.y() - px(40)));
}

void CommandPalette::move(int by) {
  for (int row = m_list->currentRow() + by; row >= 0 && row < m_list->count(); row += by)
    if (m_list->item(row)->data(resultRole).isValid()) {
      m_list->setCurrentRow(row);
      return;
    }
}

void CommandPalette::act() {
  const QListWidgetItem* item = m_list->currentItem();
  const QVariant which = item ? item->data(resultRole) : QVariant();
  if (!which.isValid()) return;
  const auto action = m_results[static_cast<std::size_t>(which.toInt())].act;
  close();
  m_box->clear();
  if (action) action();
}

void CommandPalette::close() {
  hide();
  if (m_box->hasFocus()) {
    if (m_before && m_before->isVisible())
      m_before->setFocus(Qt::OtherFocusReason);
    else
      m_box->clearFocus();
  }
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
  if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
    QMetaObject::invokeMethod(this, &CommandPalette::place, Qt::QueuedConnection);
  if (watched == m_box) {
    if (event->type() == QEvent::FocusOut) hide();
    if (event->type() == QEvent::KeyPress) {
      switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Down:
          isVisible() ? move(1) : search();
          return true;
        case Qt::Key_Up:
          move(-1);
          return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
          act();
          return true;
        case Qt::Key_Escape:
          m_box->clear();
          close();
          return true;
        default:
          break;
      }
    }
  }
  return QFrame::eventFilter(watched, event);
}

void CommandPalette::paintEvent(QPaintEvent*) {
  QPainter p(this);
  p.fillRect(rect(), Theme::current().base);
  p.setPen(Theme::current().border);
  p.drawRect(rect().adjusted(0, 0, -1, -1));
}

}  // namespace homeward::ui
