// The weights of one referral, at any time: also before there is an offer to compare. The order that they give follows each move.
#pragma once

#include "app/own_weights.h"
#include "choice/choice_view.h"
#include "shared/entry_dialog.h"

class QPushButton;

namespace homeward::ui {

class PlainTable;
class TextLabel;
class WeightsPanel;

class OwnWeightsEditor : public EntryDialog {
  Q_OBJECT
 public:
  OwnWeightsEditor(app::Workspace& workspace, ReferralId referral, app::TriedWeights tried, QWidget* parent = nullptr);
  /// What was done, to be told; empty: nothing.
  [[nodiscard]] const QString& done() const { return m_done; }

 protected:
  [[nodiscard]] bool somethingEntered() const override;

 private:
  void moved(std::vector<int> weights);
  void keep();
  void takeBack();
  void leaveWith(const Result<QString>& done);
  app::Workspace& m_workspace;
  ReferralId m_referral;
  app::TriedWeights m_tried;
  ChoiceView m_view;
  WeightsPanel* m_panel;
  PlainTable* m_order;
  TextLabel* m_trouble;
  QPushButton* m_keep;
  QString m_done;
};

/// Opens it. What is to be told; empty: nothing was done. Errors: it cannot be now.
[[nodiscard]] Result<QString> editOwnWeights(app::Workspace& workspace, ReferralId referral, QWidget* parent);

}  // namespace homeward::ui
