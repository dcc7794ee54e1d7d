#include "shared/saved_change.h"

#include <QObject>
#include <utility>

#include "shared/format.h"

namespace homeward::ui {

SavedChange::SavedChange(const QString& name, Act again, Act back, Told told)
    : QUndoCommand(name), m_again(std::move(again)), m_back(std::move(back)), m_told(std::move(told)) {}

void SavedChange::undo() { run(m_back, QObject::tr("Undone: %1").arg(text())); }

void SavedChange::redo() {
  // The stack does what it is given; this was done before it was given.
  if (!std::exchange(m_pushed, true)) return;
  run(m_again, QObject::tr("Done again: %1").arg(text()));
}

void SavedChange::run(const Act& act, const QString& done) {
  const auto result = act();
  if (!result) setObsolete(true);
  m_told(result ? done : q(result.error().detail));
}

}  // namespace homeward::ui
