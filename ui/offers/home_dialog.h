// Which home somebody means who said yes: one of the provider's homes that are on record, or a new one with what an offer needs of it.
//
// An agency is asked as a whole, and only its answer says where the child would live. What else is to be known of the home is asked later.
#pragma once

#include "app/market_data.h"
#include "market/editor_fields.h"
#include "shared/act_dialog.h"

namespace homeward::ui {

class AuthorityCombo;
class SearchCombo;

class HomeDialog : public ActDialog {
  Q_OBJECT
 public:
  HomeDialog(app::Workspace& workspace, const Provider& provider, QWidget* parent = nullptr);
  [[nodiscard]] SettingId home() const { return m_home; }

 protected:
  Result<void> carryOut() override;
  [[nodiscard]] QWidget* fieldOf(const std::string& subject) const override;

 private:
  void follow();
  app::Workspace& m_workspace;
  ProviderId m_provider;
  SettingId m_home;
  SearchCombo* m_which;
  QLineEdit* m_name;
  EnumCombo<SettingType>* m_kind;
  QLineEdit* m_postcode;
  AuthorityCombo* m_authority;
};

}  // namespace homeward::ui
