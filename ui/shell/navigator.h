// How a page leads to another without knowing it: the composition root opens what is asked for.
#pragma once

#include <vector>

#include "domain/id.h"
#include "matching/relaxing.h"

namespace homeward::ui {

class Navigator {
 public:
  virtual ~Navigator() = default;
  virtual void newReferral() = 0;
  virtual void newSameDayReferral() = 0;
  virtual void openReferral(ReferralId referral) = 0;
  virtual void openApproach(ReferralId referral, ApproachId approach) = 0;                 ///< the referral, at one of those asked
  virtual void editReferral(ReferralId referral) = 0;                                      ///< the form, with what was entered
  virtual void changeReferral(ReferralId referral, const matching::Relaxing& there) = 0;   ///< the form, at what may be relaxed
  virtual void openMarketFor(ReferralId referral) = 0;                                     ///< the market matched to a referral
  virtual void askProviders(ReferralId referral, const std::vector<SettingId>& whom) = 0;  ///< the dialog that asks them
  virtual void openChoice(ReferralId referral) = 0;                                        ///< the options side by side
  virtual void sendChoiceFile(ChoiceId choice) = 0;                                        ///< to somebody else's machine
  virtual void openReview(ChoiceId choice) = 0;                                            ///< what the social worker sees
  virtual void escalate(ReferralId referral) = 0;                                          ///< no option suits: before a manager
  virtual void settleEscalation(ReferralId referral) = 0;                                  ///< what the manager says is to be done
  virtual void amendDecision(DecisionId decision) = 0;                                     ///< the review, filled in
  virtual void confirmDecision(DecisionId decision) = 0;                                   ///< asks; in writing, after the telephone
  virtual void startPlacement(DecisionId decision) = 0;                                    ///< the dialog that starts it
  virtual void followUp(DecisionId decision) = 0;  ///< who is told, the papers, who else counted on the place
  virtual void openChild(ChildId child) = 0;
  virtual void openSetting(SettingId setting) = 0;
  virtual void openProvider(ProviderId provider) = 0;
  virtual void openVacancies(ProviderId provider) = 0;  ///< the market with that provider's free places that nobody has confirmed lately
  virtual void openPlacement(PlacementId placement) = 0;
};

}  // namespace homeward::ui
