// Any child, setting, provider, referral or offer that breaks no rule of `check` on `testDay`: what properties are tried on.
//
// Facts are absent about as often as they are there, since what is not known is where programs go wrong.
#pragma once

#include <rapidcheck.h>

#include <vector>

#include "support/builders.h"

namespace homeward::tests {

[[nodiscard]] rc::Gen<Date> anyDay(Date from, Date to);               ///< both included
[[nodiscard]] rc::Gen<Money> anyMoney(Money from, Money to);          ///< both included
[[nodiscard]] rc::Gen<Place> anyPlace();                              ///< to a point, to an authority only, or not known
[[nodiscard]] rc::Gen<DateRange> anyPeriod(Date from, int mostDays);  ///< starts within mostDays of `from`, lasts 1 to mostDays; never open

[[nodiscard]] rc::Gen<Child> anyChild(std::int64_t id = 1);  ///< 0 to 17 years old on the test day
[[nodiscard]] rc::Gen<Provider> anyProvider(std::int64_t id = 1);
[[nodiscard]] rc::Gen<Setting> anySetting(std::int64_t id = 1, ProviderId provider = ProviderId{1});
/// Of one child, or of all as siblings.
[[nodiscard]] rc::Gen<Referral> anyReferral(const std::vector<Child>& children, std::int64_t id = 1);
[[nodiscard]] rc::Gen<Offer> anyOffer(const Referral& referral, const Setting& setting, std::int64_t id = 1);

/// The codes from which generated wishes, identities, exclusions and features are picked.
[[nodiscard]] const std::vector<FeatureCode>& knownFeatures();

}  // namespace homeward::tests
