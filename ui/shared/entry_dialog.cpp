#include "shared/entry_dialog.h"

#include <QLayout>
#include <algorithm>

#include "shared/question.h"
#include "shared/typed.h"

namespace homeward::ui {
namespace {

/// Nothing typed, nothing chosen, not ticked.
bool isEmpty(const QJsonValue& value) { return value.toString().isEmpty() && !value.toBool() && value.toInt(-1) == -1; }

}  // namespace

void EntryDialog::showEvent(QShowEvent* event) {
  if (!m_asOpened) nothingEnteredYet();
  // Words that wrap need more height than a dialog is given by itself: fields below would lie over one another.
  if (layout() != nullptr && layout()->hasHeightForWidth()) resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
  QDialog::showEvent(event);
}

void EntryDialog::nothingEnteredYet() { m_asOpened = typedIn(*this); }

bool EntryDialog::somethingEntered() const {
  if (!m_asOpened) return false;
  const QJsonObject now = typedIn(*this);
  for (auto field = now.begin(); field != now.end(); ++field) {
    const auto before = m_asOpened->find(field.key());
    const QJsonValue entered = *field;
    if (before == m_asOpened->end() ? !isEmpty(entered) : QJsonValue(*before) != entered) return true;
  }
  // A row that was taken out of a list held something.
  for (auto field = m_asOpened->begin(); field != m_asOpened->end(); ++field)
    if (!isEmpty(*field) && !now.contains(field.key())) return true;
  return false;
}

void EntryDialog::reject() {
  if (!somethingEntered() || agreesToLose(*this)) QDialog::reject();
}

}  // namespace homeward::ui
