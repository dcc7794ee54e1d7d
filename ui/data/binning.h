// Putting something in the bin from wherever it is shown: what that means, the reason, and the act.
#pragma once

#include "app/bin.h"

class QDialog;
class QDialogButtonBox;
class QString;
class QWidget;

namespace homeward::ui {

/// Asks for the reason and puts it in the bin; `called` names it. False: it stays where it is.
[[nodiscard]] bool putInBin(app::Workspace& workspace, app::Binnable kind, std::int64_t id, const QString& called, QWidget* parent);
/// The same as a button at the foot of the thing's own editor, which then closes without saving. Nothing for what is not stored yet.
void offerBin(QDialog& editor, QDialogButtonBox& foot, app::Workspace& workspace, app::Binnable kind, std::int64_t id,
              const QString& called);

}  // namespace homeward::ui
