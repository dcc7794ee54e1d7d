// Asking providers and keeping what they said: approaches, calls, offers and options.
#pragma once

#include <string>
#include <vector>

#include "app/workspace.h"
#include "costing/whole_cost.h"
#include "domain/offer.h"

namespace homeward::app {

/// Whom to ask: a setting of a provider, or the provider where its settings are not known.
struct Ask {
  ProviderId provider;
  std::optional<SettingId> setting;
};
/// Records one approach each, in one transaction, with the day and time by which an answer is due. Who was asked already is left out.
[[nodiscard]] Result<std::vector<ApproachId>> askProviders(Workspace& workspace, ReferralId referral, const std::vector<Ask>& whom,
                                                           Instant answerDue);
/// A call or message with its outcome; a "no" carries its coded reason and closes the approach.
[[nodiscard]] Result<void> logContact(Workspace& workspace, ApproachId approach, CallOutcome outcome, const std::string& note,
                                      std::optional<DeclineReason> declined = std::nullopt);
/// A call that was logged by mistake: it leaves the log (the history keeps it), and the approach stands again as the calls that are left
/// say. `at` is its place in the log.
[[nodiscard]] Result<void> takeBackContact(Workspace& workspace, ApproachId approach, std::size_t at);
/// Answers a question that stands in the log, theirs or ours; `at` is its place there and `version` the approach's that was seen: conflict
/// where somebody changed it since. Refused for what is no question, and for a question that has its answer: that is not written over.
[[nodiscard]] Result<void> answerQuestion(Workspace& workspace, ApproachId approach, std::int64_t version, std::size_t at,
                                          const std::string& answer);
/// How many questions of an approach nobody has answered yet, from either side.
[[nodiscard]] int openQuestions(const Approach& approach);
/// Changes until when an answer is due and how the approach stands; its log stays. A "no" needs its coded reason.
[[nodiscard]] Result<void> changeApproach(Workspace& workspace, const Approach& changed);
/// Approaches that nobody has answered are asked no longer, in the transaction in which their referral ends.
[[nodiscard]] Result<void> closeApproaches(Workspace& workspace, store::Transaction& in, ReferralId referral);

struct ApproachLine {
  Approach approach;
  std::string provider;
  std::string setting;
  std::string telephone;
  std::string outOfHours;  ///< by which the provider is reached while offices are closed; empty: not known
  bool overdue = false;
};
[[nodiscard]] Result<std::vector<ApproachLine>> approachLines(Workspace& workspace, ReferralId referral);

/// A question about an offer was put to its provider: it stands in the contact log of the approach that the offer answers. An offer that
/// came unasked gets its approach with the question.
[[nodiscard]] Result<void> askQuestion(Workspace& workspace, OfferId offer, const std::string& question);

/// Records an offer (new or changed); where it takes everybody of the referral it is an option of its own.
[[nodiscard]] Result<OfferId> recordOffer(Workspace& workspace, const Offer& offer);
/// The same inside a transaction that somebody else has begun.
[[nodiscard]] Result<OfferId> recordOfferIn(Workspace& workspace, store::Transaction& in, const Offer& offer);
[[nodiscard]] Result<std::vector<Offer>> offersOf(Workspace& workspace, ReferralId referral);

/// What several offers make together: who is left out, who is taken twice, and what it costs as a whole over the referral's length.
struct Combination {
  std::vector<Offer> offers;
  std::vector<ChildId> leftOut;
  std::vector<ChildId> twice;
  costing::WholeCost cost;
  std::string label;  ///< the homes by name
  [[nodiscard]] bool complete() const { return !offers.empty() && leftOut.empty() && twice.empty(); }
};
[[nodiscard]] Result<Combination> combination(Workspace& workspace, ReferralId referral, const std::vector<OfferId>& offers);
/// An option made of several offers that together take everybody, nobody twice. Without a label it is called by its homes.
[[nodiscard]] Result<OptionId> combineOffers(Workspace& workspace, ReferralId referral, const std::vector<OfferId>& offers,
                                             const std::string& label = {});
/// An offer as it starts from what is known of a setting: features, capabilities, rate, availability.
[[nodiscard]] Result<Offer> offerDraft(Workspace& workspace, ReferralId referral, SettingId setting);

}  // namespace homeward::app
