// Keeping a what-if as the weights that this referral has of its own, with both orders in sight and a reason; and going back.
#pragma once

#include <functional>

#include "app/own_weights.h"
#include "shared/act_dialog.h"

class QLineEdit;

namespace homeward::ui {

class ChoicePage;

/// Both orders by these weights, and why: what is kept is what is seen.
class OwnWeightsDialog : public ActDialog {
  Q_OBJECT
 public:
  OwnWeightsDialog(app::Workspace& workspace, ReferralId referral, std::vector<int> weights, const app::PolicyComparison& both,
                   QWidget* parent = nullptr);

 protected:
  Result<void> carryOut() override;
  [[nodiscard]] QWidget* fieldOf(const std::string& subject) const override;

 private:
  app::Workspace& m_workspace;
  ReferralId m_referral;
  std::vector<int> m_weights;
  QLineEdit* m_reason;
};

/// Asks, and keeps them. What is to be said of it, or why it could not be; empty: it was left.
[[nodiscard]] QString keepAsOwnWeights(app::Workspace& workspace, ReferralId referral, const std::vector<int>& weights, QWidget* parent);
/// Asks for the reason, and goes back to the policy's weights. Likewise.
[[nodiscard]] QString backToThePolicy(app::Workspace& workspace, ReferralId referral, QWidget* parent);
/// Everything that was kept of the referral's own weights, the latest first, each with both orders.
void showOwnWeights(app::Workspace& workspace, ReferralId referral, QWidget* parent);
/// "Weights adjusted by N. Pebble on 27 November 2026, 14:20: Near her grandmother"; empty: the policy's count.
[[nodiscard]] QString ownWeightsWords(app::Workspace& workspace, ReferralId referral);

/// Answers what the choice asks about weights; `told` hears what was done.
void hearOwnWeights(ChoicePage& page, app::Workspace& workspace, ReferralId referral, const std::function<void(const QString&)>& told);

}  // namespace homeward::ui
