// An edit that is saved already, as a step of Edit > Undo: taking it back saves what stood there before, as long as nobody has changed it
// since.
#pragma once

#include <QObject>
#include <functional>
#include <utility>

#include "shared/saved_change.h"

namespace homeward::ui {

/// `T` is kept in versions. `now` reads what is kept, `save` keeps another; both are asked when the step is taken.
template <class T>
[[nodiscard]] SavedChange* savedEdit(const QString& name, const T& before, const T& after, std::function<Result<T>()> now,
                                     std::function<Result<T>(T)> save, SavedChange::Told told) {
  const auto put = [now = std::move(now), save = std::move(save)](T from, T to) -> Result<void> {
    const auto kept = now();
    if (!kept) return failed(kept);
    from.version = kept->version;
    if (!(*kept == from))
      return fail(ErrorCode::conflict, "version",
                  QObject::tr("It was changed again since, so it was left as it is. Open it to see what it holds now.").toStdString());
    to.version = kept->version;
    const auto saved = save(std::move(to));
    if (!saved) return failed(saved);
    return {};
  };
  return new SavedChange(
      name, [put, before, after] { return put(before, after); }, [put, before, after] { return put(after, before); }, std::move(told));
}

}  // namespace homeward::ui
