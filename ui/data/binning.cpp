#include "data/binning.h"

#include <QDialogButtonBox>
#include <QPushButton>

#include "shared/act_dialog.h"
#include "shared/page_parts.h"

namespace homeward::ui {

bool putInBin(app::Workspace& workspace, app::Binnable kind, std::int64_t id, const QString& called, QWidget* parent) {
  ReasonDialog dialog(
      {ReasonDialog::tr("Put in the bin"),
       ReasonDialog::tr("%1 was entered twice, or by mistake. It leaves every list and search, and can be put back on the Data page.")
           .arg(called),
       ReasonDialog::tr("Wh&y"), ReasonDialog::tr("&Put it in the bin")},
      [&](const std::string& reason) { return app::putInBin(workspace, kind, id, reason); }, parent);
  return dialog.exec() == QDialog::Accepted;
}
void offerBin(QDialog& editor, QDialogButtonBox& foot, app::Workspace& workspace, app::Binnable kind, std::int64_t id,
              const QString& called) {
  if (id <= 0 || workspace.readOnly()) return;
  auto* button = makeButton(ReasonDialog::tr("Put in the &bin…"), ButtonKind::quiet, QStringLiteral("bin"));
  button->setAutoDefault(false);
  foot.addButton(button, QDialogButtonBox::ResetRole);
  QObject::connect(button, &QPushButton::clicked, &editor, [&editor, &workspace, kind, id, called] {
    if (putInBin(workspace, kind, id, called, &editor)) editor.done(QDialog::Rejected);
  });
}

}  // namespace homeward::ui
