// What is done with offers from the referral and from the choice: recorded, changed, put together, asked about and answered. Each act
// opens its dialog over the window and says in the status bar what came of it; whatever shows offers follows the case file by itself.
#pragma once

#include <QObject>

#include "app/workspace.h"

namespace homeward::ui {

class MainWindow;
class Navigator;

class OfferDesk : public QObject {
  Q_OBJECT
 public:
  OfferDesk(app::Workspace& workspace, Navigator& navigator, MainWindow& window, QObject* parent = nullptr);
  void record(ReferralId referral, SettingId setting);
  /// The same of somebody who was asked as a whole, after asking which home.
  void recordOf(ReferralId referral, ProviderId provider);
  void change(OfferId offer);
  void negotiate(OfferId offer);
  /// The offer of an option; where it has several, after asking which.
  void changeOption(ReferralId referral, OptionId option);
  void combine(ReferralId referral);
  /// Puts to the provider what is not known of this criterion of an option.
  void ask(ReferralId referral, OptionId option, std::size_t criterion);
  /// Opens what holds the answer, at its field.
  void answer(ReferralId referral, OptionId option, std::size_t criterion);

 private:
  app::Workspace& m_workspace;
  Navigator& m_navigator;
  MainWindow& m_window;
};

}  // namespace homeward::ui
