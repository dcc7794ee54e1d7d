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

/// Asks, and keeps them. What is to be told; empty: it was left. Errors: it cannot be now.
[[nodiscard]] Result<QString> keepAsOwnWeights(app::Workspace& workspace, ReferralId referral, const std::vector<int>& weights,
                                               QWidget* parent);
/// Asks for the reason, and goes back to the policy's weights. Likewise.
[[nodiscard]] Result<QString> backToThePolicy(app::Workspace& workspace, ReferralId referral, QWidget* parent);
/// Everything that was kept of the referral's own weights, the latest first, each with both orders.
void showOwnWeights(app::Workspace& workspace, ReferralId referral, QWidget* parent);
/// "Weights adjusted by N. Pebble on 27 November 2026, 14:20: Near her grandmother"; empty: the policy's count. Errors: unreadable.
[[nodiscard]] Result<QString> ownWeightsWords(app::Workspace& workspace, ReferralId referral);
/// Whose weights a view shows beside those that are tried: "Wendmoor 2026 v1", or "its own weights".
[[nodiscard]] QString whoseWeights(const app::Workspace& workspace, const QString& ownWeights);

/// Answers what the choice asks about weights; `told` hears what was done, or why it could not be.
void hearOwnWeights(ChoicePage& page, app::Workspace& workspace, ReferralId referral,
                    const std::function<void(const Result<QString>&)>& told);

}  // namespace homeward::ui
