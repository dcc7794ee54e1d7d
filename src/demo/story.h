// The words in which the referrals of the demo are told: who is asked, what is answered, what it costs.
#pragma once

#include <string>
#include <vector>

#include "demo/market.h"
#include "demo/profile.h"

namespace homeward::demo {

/// A child with a name, a number if the story has one, and the people responsible; already looked after since that day unless none.
[[nodiscard]] Child storyChild(Draft& draft, const std::string& name, const std::string& number, Sex sex, int years, int days,
                               const Place& home, std::optional<Date> lookedAfterSince);
/// A need with what should come of it.
[[nodiscard]] Need aNeed(Draft& draft, NeedDomain domain, int level, bool essential, const std::string& evidence, int daysAgo,
                         const std::string& outcome);

/// A planned referral of one or more people, authorised by the care panel, owned by M. Fennel.
[[nodiscard]] Referral storyReferral(Draft& draft, const std::string& number, const std::vector<ChildId>& members, Stage stage,
                                     int enteredDaysAgo, Date neededBy, const std::string& words);

ApproachId ask(Draft& draft, ReferralId referral, const std::string& setting, Instant at, std::optional<Instant> due);
ApproachId askProvider(Draft& draft, ReferralId referral, const std::string& provider, Instant at, std::optional<Instant> due);
void sayNo(Draft& draft, ApproachId approach, DeclineReason why, Instant at, const std::string& note);
void askBack(Draft& draft, ApproachId approach, Instant at, const std::string& note);

[[nodiscard]] QuoteLine weekly(QuoteItem item, Money amount, const std::string& words = {});
[[nodiscard]] QuoteLine once(QuoteItem item, Money amount, const std::string& words = {});
[[nodiscard]] QuoteLine inTheFee(QuoteItem item);
[[nodiscard]] QuoteLine noCharge(QuoteItem item);

/// An offer for these children in answer to an approach: the setting's own answers about needs and features, no price yet.
[[nodiscard]] Offer storyOffer(Draft& draft, ApproachId approach, const std::vector<ChildId>& children, int receivedDaysAgo);
void answerNeed(Offer& offer, NeedDomain domain, int level, Basis basis, const std::string& evidence);
/// Keeps the offer as an option of its own, named after its setting.
OptionId put(Draft& draft, Offer offer);

/// A home of no story where the child could live from that day: age, sex and room fit.
[[nodiscard]] SettingId anyHomeFor(Draft& draft, ChildId child, SettingType type, const DateRange& stay);
/// The child lives in an in-house household of no story since that day.
PlacementId livesWithCarers(Draft& draft, ChildId child, int sinceDaysAgo, std::optional<Date> plannedEnd);

}  // namespace homeward::demo
