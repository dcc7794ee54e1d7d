// Putting offers together that each take only some of a referral's people, until everybody has a home: ticking says at once who is left
// out, who is taken twice, and what it costs as a whole. The act is offered once everybody is taken, and only once; until then it says why.
#pragma once

#include <vector>

#include "app/asking.h"
#include "domain/child.h"
#include "shared/entry_dialog.h"

class QLineEdit;
class QListWidget;
class QPushButton;

namespace homeward::ui {

class SignLine;
class TextLabel;

class CombineDialog : public EntryDialog {
  Q_OBJECT
 public:
  CombineDialog(app::Workspace& workspace, ReferralId referral, bool namesHidden = false, QWidget* parent = nullptr);
  [[nodiscard]] OptionId saved() const { return m_saved; }
  /// Offers that still stand; with fewer than two there is nothing to put together.
  [[nodiscard]] int offers() const { return static_cast<int>(m_offers.size()); }

 private:
  [[nodiscard]] std::vector<OfferId> ticked() const;
  [[nodiscard]] QString names(const std::vector<ChildId>& children) const;
  [[nodiscard]] QString whyNot(const std::vector<OfferId>& offers, const app::Combination& made) const;
  void follow();
  void combine();

  app::Workspace& m_workspace;
  ReferralId m_referral;
  OptionId m_saved;
  bool m_namesHidden;
  std::vector<Child> m_children;
  std::vector<Offer> m_offers;
  QListWidget* m_list;
  QLineEdit* m_label;
  SignLine* m_leftOut;
  SignLine* m_twice;
  TextLabel* m_cost;
  TextLabel* m_why;
  QPushButton* m_act;
};

}  // namespace homeward::ui
