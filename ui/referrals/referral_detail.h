// One referral as it stands: its people, quality, what is owed, who was asked with the log of calls, and the offers that came back.
//
// A call's outcome takes two keys on a row of those asked: C, then N no answer, B call back, Y said yes, X said no, Q a question, S sent, R
// reminded; what stands in the line for a note goes with it. Enter opens the calls, to be read and mended.
#pragma once

#include <optional>
#include <vector>

#include "app/asking.h"
#include "shared/surface.h"
#include "shell/navigator.h"

class QAction;
class QLineEdit;
class QListWidget;
class QUndoStack;
class QVBoxLayout;

namespace homeward::ui {

class ReferralDetail : public Surface {
  Q_OBJECT
 public:
  ReferralDetail(app::Workspace& workspace, Navigator& navigator, QWidget* parent = nullptr);
  void show(ReferralId referral);
  using QWidget::show;
  /// Opens what comes next for this referral: the market while nobody has offered, then the choice, then the review, then
  /// the start.
  void openNext();
  void setNamesHidden(bool hidden);
  /// Ticks of what was owed, to be taken back.
  [[nodiscard]] QUndoStack* undoStack() { return m_undo; }
  [[nodiscard]] QWidget* firstFocus();
  /// The keyboard goes to one of those asked.
  void select(ApproachId approach);
  [[nodiscard]] QList<QAction*> callActions() const { return m_calls; }
  /// Logs the outcome for the selected line of those asked.
  void log(CallOutcome outcome, std::optional<DeclineReason> declined = std::nullopt);

 signals:
  void changed(const QString& what);
  void offerWanted(ReferralId referral, SettingId setting);
  /// An offer of somebody who was asked as a whole: which home is to be said first.
  void homeWanted(ReferralId referral, ProviderId provider);
  void offerOpened(OfferId offer);
  void negotiateWanted(OfferId offer);
  void combineWanted(ReferralId referral);
  void returnedWanted();
  void withdrawWanted();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void build();
  void addHead();
  /// How long it has stood still, and the way to everything that happened.
  void addClock();
  /// What can be done about the decision; true: with the record of it, which stands last otherwise.
  bool addDecision();
  void addQuality();
  void addOwed();
  void buildAsked();
  void addAsked();
  void addAskedActs();
  void openCalls();
  void readPack();
  /// The row that was added last: cut with dots where the list is narrow, whole where it is pointed at.
  static void tellWhole(QListWidget& list, const QStringList& parts);
  void addOffers();
  void addOfferActs();
  void openOffer();
  void askWhy();
  [[nodiscard]] const app::ApproachLine* selected() const;
  app::Workspace& m_workspace;
  Navigator& m_navigator;
  ReferralId m_referral;
  bool m_namesHidden = false;
  QUndoStack* m_undo = nullptr;
  bool m_callBegun = false;
  QVBoxLayout* m_rows = nullptr;
  QListWidget* m_asked = nullptr;
  QLineEdit* m_note = nullptr;
  QListWidget* m_offered = nullptr;
  std::vector<app::ApproachLine> m_lines;
  std::vector<Offer> m_offers;
  QList<QAction*> m_calls;
};

}  // namespace homeward::ui
