// The desktop of one open case file: the window with its pages, what leads from one to another, and what happens when the file changes.
#pragma once

#include <QObject>
#include <array>
#include <map>
#include <memory>

#include "app/drafts.h"
#include "app/workspace.h"
#include "shell/main_window.h"
#include "shell/navigator.h"

namespace homeward::ui {

class ChildrenPage;
class ChoicePage;
class DataPage;
class MarketPage;
class OfferDesk;
class PlacementsPage;
class ReferralsPage;
class ReturnedDesk;
class ReviewPage;
class WorkPage;

class Desktop : public QObject, public Navigator {
  Q_OBJECT
 public:
  explicit Desktop(std::unique_ptr<app::Workspace> workspace, QObject* parent = nullptr);
  ~Desktop() override;
  [[nodiscard]] MainWindow& window() { return *m_window; }
  [[nodiscard]] app::Workspace& workspace() { return *m_workspace; }

  void newReferral() override;
  void newSameDayReferral() override;
  void openReferral(ReferralId referral) override;
  void openApproach(ReferralId referral, ApproachId approach) override;
  void editReferral(ReferralId referral) override;
  void changeReferral(ReferralId referral, const matching::Relaxing& there) override;
  void openMarketFor(ReferralId referral) override;
  void askProviders(ReferralId referral, const std::vector<SettingId>& whom) override;
  void openChoice(ReferralId referral) override;
  void openReview(ChoiceId choice) override;
  void sendChoiceFile(ChoiceId choice) override;
  void escalate(ReferralId referral) override;
  void settleEscalation(ReferralId referral) override;
  void amendDecision(DecisionId decision) override;
  void confirmDecision(DecisionId decision) override;
  void startPlacement(DecisionId decision) override;
  void followUp(DecisionId decision) override;
  void openChild(ChildId child) override;
  void openSetting(SettingId setting) override;
  void openProvider(ProviderId provider) override;
  void openVacancies(ProviderId provider) override;
  void openPlacement(PlacementId placement) override;

  /// Parts of the rail, in its order.
  enum Section { work, referrals, children, market, placements, reports, data, sections };
  void openSection(Section section);
  /// Asks where, and makes a checked copy of the case file.
  void backUp();

 private:
  /// A page with its place on the rail.
  template <class P>
  P* add(Section section, const QString& name, const QString& icon, P* page) {
    m_railAt[section] = m_window->addSection(name, icon, page);
    return page;
  }

  void buildPages();
  void buildMenus();
  void choosePerson();
  void tellDrafts();
  void coverNames();
  void continueDraft(const app::Draft& draft);
  void showPerson();
  /// False: it is told why not.
  [[nodiscard]] bool mayWriteReferral();
  void caseChanged();
  void fillChoice(ChoicePage& page, ReferralId referral);
  void openReviewPage(ReviewPage* page, ReferralId referral);
  void chooseSideBySide(ChoicePage& page, ReferralId referral);
  void sendChoice(ReferralId referral, const QVector<qint64>& options);

  std::unique_ptr<app::Workspace> m_workspace;
  std::unique_ptr<MainWindow> m_window;
  OfferDesk* m_offers = nullptr;
  ReturnedDesk* m_returned = nullptr;
  /// Options as the officer chose them, of so many; else as proposed.
  struct SideBySide {
    std::vector<OptionId> shown;
    int offers = 0;
  };
  std::map<ReferralId, SideBySide> m_sideBySide;
  int m_listening = 0;
  bool m_refreshDue = false;
  int m_toldBefore = 0;  // at the last commit
  std::array<int, sections> m_railAt{};
  WorkPage* m_work = nullptr;
  ReferralsPage* m_referrals = nullptr;
  ChildrenPage* m_children = nullptr;
  MarketPage* m_market = nullptr;
  PlacementsPage* m_placements = nullptr;
  DataPage* m_data = nullptr;
};

}  // namespace homeward::ui
