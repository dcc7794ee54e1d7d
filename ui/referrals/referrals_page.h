// Referrals: the list at the left, the selected one at the right with its quality, what is owed, who was asked and what they offered.
#pragma once

#include "app/workspace.h"
#include "shell/navigator.h"
#include "shell/page.h"

class QSortFilterProxyModel;
class QStackedWidget;
class QTableView;

namespace homeward::ui {

class EmptyState;
class PageHead;
class ReferralDetail;
class ReferralModel;
class TableColumns;

class ReferralsPage : public Page {
  Q_OBJECT
 public:
  ReferralsPage(app::Workspace& workspace, Navigator& navigator, QWidget* parent = nullptr);
  void show(ReferralId referral);
  using QWidget::show;
  /// Of the referral that is shown: the keyboard goes to one of those asked.
  void showApproach(ApproachId approach);
  [[nodiscard]] QString title() const override { return tr("Referrals"); }
  void refresh() override;
  [[nodiscard]] QWidget* firstFocus() override;
  [[nodiscard]] QList<QWidget*> panes() override;
  bool doPrimary() override;
  [[nodiscard]] QList<QAction*> menuActions() override { return m_actions; }
  void setNamesHidden(bool hidden) override;
  [[nodiscard]] QUndoStack* undoStack() override;

 signals:
  /// An offer of this home is to be recorded.
  void offerWanted(ReferralId referral, SettingId setting);
  /// The same of somebody who was asked as a whole: which home is not known yet.
  void homeWanted(ReferralId referral, ProviderId provider);
  void offerOpened(OfferId offer);
  void negotiateWanted(OfferId offer);
  /// Offers that each take only some of the people are to be put together.
  void combineWanted(ReferralId referral);
  void returnedWanted();

 private:
  void build();
  void showCurrent();
  void breaches();
  void withdraw();
  void putAway();
  [[nodiscard]] ReferralId current() const;
  app::Workspace& m_workspace;
  Navigator& m_navigator;
  bool m_openOnly = true;
  bool m_reading = false;
  PageHead* m_head = nullptr;
  ReferralModel* m_model = nullptr;
  QSortFilterProxyModel* m_sorted = nullptr;
  QTableView* m_table = nullptr;
  TableColumns* m_columns = nullptr;
  QStackedWidget* m_stack = nullptr;
  EmptyState* m_empty = nullptr;
  ReferralDetail* m_detail = nullptr;
  QAction* m_breaches = nullptr;
  QAction* m_start = nullptr;
  QAction* m_confirm = nullptr;
  QAction* m_approve = nullptr;
  QAction* m_amend = nullptr;
  QAction* m_withdraw = nullptr;
  QAction* m_bin = nullptr;
  QList<QAction*> m_actions;
};

}  // namespace homeward::ui
