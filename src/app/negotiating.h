// Negotiating an offer's prices in rounds: what was asked for, what was won, and what that saves over the length that options are compared
// over.
//
// Every round is kept with the price before it, the price asked for, the price won and the words of both sides. The quote takes what was
// won, so that the choice and the contract have the price as it was agreed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/workspace.h"
#include "costing/negotiated.h"
#include "domain/offer.h"

namespace homeward::app {

/// A line of the quote as it may be negotiated.
struct NegotiablePrice {
  std::size_t line = 0;             ///< of the quote
  QuoteLine quoted;                 ///< as it stands
  std::string whyNot;               ///< why it cannot be negotiated; empty: it can
  std::optional<std::size_t> open;  ///< the round about it that waits for an answer
};

/// Everything about the prices of an offer: as they stand, at first, and what each round won.
struct Negotiation {
  Offer offer;
  std::string home;  ///< with the support that the offer was made with
  /// Other offers of the same home that stand, by name: with support, or without. Their prices are their own.
  std::vector<std::string> besides;
  std::vector<NegotiablePrice> prices;
  costing::Negotiated won;
  costing::WholeCost now;
  costing::WholeCost atFirst;
};
/// From the day on which the home is needed (today where that has passed), over the length over which options are compared.
[[nodiscard]] Result<Negotiation> negotiation(Workspace& workspace, OfferId offer);
/// The same for an offer at hand.
[[nodiscard]] costing::Negotiated wonBy(const Offer& offer, const Referral& referral, Date today);

/// Opens a round about the price of a line of the quote. `version` is the offer's that was seen: conflict where somebody changed it since.
/// Refused where the line has no exact price, is a contribution, is being negotiated already or cannot be told from another; where what is
/// asked for is not below the price; and for an offer that was taken back.
[[nodiscard]] Result<void> askForLess(Workspace& workspace, OfferId offer, std::int64_t version, std::size_t line, Money asked,
                                      const std::string& words);
/// Answers a round: the price as it was agreed, the one before where nothing was won. The quote takes it in the same transaction. Refused
/// above the price before, for a round that was answered, and where the quote no longer has the price that was negotiated (there only
/// "nothing was won" can be recorded).
[[nodiscard]] Result<void> settleRound(Workspace& workspace, OfferId offer, std::int64_t version, std::size_t round, Money won,
                                       const std::string& answer);

}  // namespace homeward::app
