#include "shared/entry_dialog.h"

#include "shared/question.h"
#include "shared/typed.h"

namespace homeward::ui {
namespace {

/// Nothing typed, nothing chosen, not ticked.
bool isEmpty(const QJsonValue& value) { return value.toString().isEmpty() && !value.toBool() && value.toInt(-1) == -1; }

}  // namespace

void EntryDialog::showEvent(QShowEvent* event) {
  if (!m_asOpened) nothingEnteredYet();
  QDialog::showEvent(event);
}

void EntryDialog::nothingEnteredYet() { m_asOpened = typedIn(*this); }

bool EntryDialog::somethingEntered() const {
  if (!m_asOpened) return false;
  const QJsonObject now = typedIn(*this);
  for (auto field = now.begin(); field != now.end(); ++field) {
    const auto before = m_asOpened->find(field.key());
    if (before == m_asOpened->end() ? !isEmpty(*field) : *before != *field) return true;
  }
  return false;
}

void EntryDialog::reject() {
  if (!somethingEntered() || agreesToLose(*this)) QDialog::reject();
}

}  // namespace homeward::ui
