#include "shared/fields.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QAccessibleValueChangeEvent>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>

#include "shared/delegates.h"
#include "shared/theme.h"

namespace homeward::ui {

LevelEdit::LevelEdit(const QString& need, QWidget* parent) : QWidget(parent), m_need(need), m_notSaid(tr("not assessed")) {
  setFocusPolicy(Qt::StrongFocus);
  setProperty("ring", true);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  say();
  connect(&lookWatch(), &LookWatch::changed, this, [this] { updateGeometry(), update(); });
}
QSize LevelEdit::sizeHint() const { return {px(176), px(26)}; }
QRectF LevelEdit::segments() const { return rect(); }
void LevelEdit::say() {
  // A painted control has no value interface: its name carries the level, and a change of it is announced.
  setAccessibleName(m_level ? tr("%1: level %2 of 5").arg(m_need).arg(*m_level) : tr("%1: %2").arg(m_need, m_notSaid));
  setAccessibleDescription(tr("Type 0 to 5; Delete means %1").arg(m_notSaid));
  setToolTip(accessibleName());
}
void LevelEdit::setNotSaid(const QString& words) {
  m_notSaid = words;
  say();
}
void LevelEdit::setLevel(std::optional<int> level) {
  if (level) level = std::clamp(*level, 0, 5);
  if (level == m_level) return;
  m_level = level;
  say();
  QAccessibleEvent renamed(this, QAccessible::NameChanged);
  QAccessible::updateAccessibility(&renamed);
  update();
  emit levelChanged(m_level);
}
void LevelEdit::paintEvent(QPaintEvent*) {
  QPainter p(this);
  drawLevel(p, segments(), m_level.value_or(-1), typeFont(Type::table), Theme::current());
}
void LevelEdit::keyPressEvent(QKeyEvent* event) {
  const int key = event->key();
  const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
  if (plain && key >= Qt::Key_0 && key <= Qt::Key_5)
    setLevel(key - Qt::Key_0);
  else if (plain && (key == Qt::Key_Delete || key == Qt::Key_Backspace))
    setLevel(std::nullopt);
  else if (plain && key == Qt::Key_Right)
    setLevel(m_level ? *m_level + 1 : 0);
  else if (plain && key == Qt::Key_Left)
    setLevel(m_level && *m_level > 0 ? std::optional(*m_level - 1) : m_level);
  else
    QWidget::keyPressEvent(event);
}
void LevelEdit::mousePressEvent(QMouseEvent* event) {
  const QRectF area = segments();
  setLevel(std::clamp(static_cast<int>(event->position().x() / area.width() * 6), 0, 5));
}

SearchCombo::SearchCombo(const QString& name, QWidget* parent) : QComboBox(parent) {
  setEditable(true);
  setInsertPolicy(QComboBox::NoInsert);
  setAccessibleName(name);
  lineEdit()->setAccessibleName(name);
  lineEdit()->setFrame(false);
  setMaxVisibleItems(12);
  QCompleter* search = completer();
  search->setFilterMode(Qt::MatchContains);
  search->setCaseSensitivity(Qt::CaseInsensitive);
  search->setCompletionMode(QCompleter::PopupCompletion);
  connect(search, qOverload<const QString&>(&QCompleter::activated), this, [this] { settle(); });
  connect(this, &QComboBox::activated, this, [this] { settle(); });
  connect(lineEdit(), &QLineEdit::editingFinished, this, [this] { settle(); });
}
void SearchCombo::setPlaceholder(const QString& words) { lineEdit()->setPlaceholderText(words); }
void SearchCombo::setEntries(const QVector<Entry>& entries) {
  const QVariant before = value();
  clear();
  for (const Entry& entry : entries) addItem(entry.text, entry.value);
  setValue(before);
}
QVariant SearchCombo::value() const { return m_settled >= 0 ? itemData(m_settled) : QVariant(); }
void SearchCombo::setValue(const QVariant& value) {
  m_settled = value.isValid() ? findData(value) : -1;
  setCurrentIndex(m_settled);
  if (m_settled < 0) clearEditText();
}
void SearchCombo::settle() {
  const QString typed = currentText().trimmed();
  int found = typed.isEmpty() ? -1 : findText(typed, Qt::MatchFixedString);
  if (found < 0 && !typed.isEmpty() && completer()) {
    completer()->setCompletionPrefix(typed);
    found = completer()->completionCount() == 1 ? findText(completer()->currentCompletion(), Qt::MatchExactly) : m_settled;
  }
  const bool changed = found != m_settled;
  m_settled = found;
  if (currentIndex() != found) setCurrentIndex(found);
  if (found >= 0)
    setEditText(itemText(found));
  else
    clearEditText();
  if (changed) emit valueChanged(value());
}
void SearchCombo::focusOutEvent(QFocusEvent* event) {
  if (event->reason() != Qt::PopupFocusReason) settle();
  QComboBox::focusOutEvent(event);
}
void SearchCombo::keyPressEvent(QKeyEvent* event) {
  const bool open = completer() && completer()->popup()->isVisible();
  if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && !open) {
    // Enter takes the only or the first entry that fits what was typed.
    const QString typed = currentText().trimmed();
    if (!typed.isEmpty() && findText(typed, Qt::MatchFixedString) < 0) {
      completer()->setCompletionPrefix(typed);
      if (completer()->completionCount() > 0) setEditText(completer()->completionModel()->index(0, 0).data().toString());
    }
    settle();
    event->accept();
    return;
  }
  QComboBox::keyPressEvent(event);
}

}  // namespace homeward::ui
