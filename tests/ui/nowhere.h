// Ways out of a page that lead nowhere: for tests of one page by itself.
#pragma once

#include "shell/navigator.h"

namespace homeward::tests {

class Nowhere : public ui::Navigator {
 public:
  void newReferral() override {}
  void newSameDayReferral() override {}
  void openReferral(ReferralId) override {}
  void openApproach(ReferralId, ApproachId) override {}
  void editReferral(ReferralId) override {}
  void changeReferral(ReferralId, const matching::Relaxing&) override {}
  void openMarketFor(ReferralId) override {}
  void askProviders(ReferralId, const std::vector<SettingId>&) override {}
  void openChoice(ReferralId) override {}
  void openReview(ChoiceId) override {}
  void sendChoiceFile(ChoiceId) override {}
  void followUp(DecisionId) override {}
  void escalate(ReferralId) override {}
  void settleEscalation(ReferralId) override {}
  void amendDecision(DecisionId) override {}
  void confirmDecision(DecisionId) override {}
  void startPlacement(DecisionId) override {}
  void openChild(ChildId) override {}
  void openSetting(SettingId) override {}
  void openProvider(ProviderId) override {}
  void openVacancies(ProviderId) override {}
  void openPlacement(PlacementId) override {}
};

}  // namespace homeward::tests
