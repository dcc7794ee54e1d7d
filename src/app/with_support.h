// A home with and without the support that its provider would add at a price of its own: two offers, compared side by side.
//
// The second offer is like the first, with the support priced in its quote and the needs that it helps with met by so many levels more.
// What it adds is the provider's claim, whatever was verified of the home without it.
#pragma once

#include <string>
#include <vector>

#include "app/workspace.h"
#include "domain/offer.h"

namespace homeward::app {

/// The packages with which an offer was made, in the order of its quote: those that another offer of the same home, for the same referral,
/// has beside its price and that this one has in it.
[[nodiscard]] std::vector<std::string> supportIn(const Offer& offer, const std::vector<Offer>& ofTheReferral);
/// "Larch household", "Larch household with a waking night worker".
[[nodiscard]] std::string offerName(const Market& market, const Offer& offer, const std::vector<Offer>& ofTheReferral);
[[nodiscard]] Result<std::string> offerName(Workspace& workspace, const Offer& offer);
/// Neither taken back nor lapsed.
[[nodiscard]] bool stands(const Offer& offer, Instant now);

/// Makes the second offer of a home, with one of its packages. An option of its own where it takes everybody. Answers that nobody gave stay
/// not given: a level is added to the offer's answer, else to what is on record of the home. Refused when the home stands with this
/// support already, while a price of the offer is being negotiated, and for one that no longer stands or whose provider has said no since.
/// `version` is the offer's that was seen.
[[nodiscard]] Result<OfferId> compareWithSupport(Workspace& workspace, OfferId offer, std::int64_t version, std::size_t package);

}  // namespace homeward::app
