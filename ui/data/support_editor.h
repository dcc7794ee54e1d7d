// Support that the council can buy: what it is called, which needs it helps with, by how many levels, and what it costs a week.
#pragma once

#include <utility>
#include <vector>

#include "app/workspace.h"
#include "domain/priced_support.h"
#include "shared/act_dialog.h"

class QCheckBox;
class QLineEdit;
class QSpinBox;

namespace homeward::ui {

class MaybeMoney;

class SupportEditor : public ActDialog {
  Q_OBJECT
 public:
  /// An entry without a name is a new one.
  SupportEditor(app::Workspace& workspace, PricedSupport support, QWidget* parent = nullptr);

 protected:
  Result<void> carryOut() override;
  [[nodiscard]] QWidget* fieldOf(const std::string& subject) const override;

 private:
  app::Workspace& m_workspace;
  PricedSupport m_support;
  QLineEdit* m_name;
  std::vector<std::pair<NeedDomain, QCheckBox*>> m_domains;
  QSpinBox* m_adds;
  MaybeMoney* m_price;
};

}  // namespace homeward::ui
