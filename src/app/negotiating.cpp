#include "app/negotiating.h"

#include <algorithm>

#include "app/with_support.h"
#include "matching/assess.h"
#include "support/text.h"
#include "wording/wording.h"

namespace homeward::app {
namespace {

std::optional<std::size_t> openRound(const Offer& offer, const QuoteLine& line) {
  for (std::size_t i = 0; i < offer.rounds.size(); ++i) {
    const NegotiationRound& round = offer.rounds[i];
    if (!round.won && round.item == line.item && round.charge == line.charge && MoneyRange::exactly(round.before) == line.amount) return i;
  }
  return std::nullopt;
}

/// Why a price cannot be negotiated at all; whether it is being negotiated already is asked apart.
std::string whyNot(const Offer& offer, const QuoteLine& line) {
  if (offer.withdrawn) return "The provider took this offer back: there is no price to negotiate.";
  if (isContribution(line.item)) return "What another funder contributes is agreed with them, not with the provider.";
  if (line.charge != Charge::weekly && line.charge != Charge::once) return "It is not charged apart: there is no amount to negotiate.";
  if (!line.amount.exact()) return "There is no exact amount yet: enter one figure in the offer first.";
  if (line.amount.low.pence == 0) return "It costs nothing.";
  if (!costing::lineAt(offer.quote, line.item, line.charge, line.amount.low))
    return "Two lines of the quote have this price for different days. Put them on one line in the offer first.";
  return {};
}

Result<Offer> asSeen(Workspace& workspace, OfferId id, std::int64_t version) {
  auto offer = workspace.file().offers().offer(id);
  if (offer) offer->version = version;
  return offer;
}

Result<void> kept(Workspace& workspace, const Offer& offer) {
  if (const auto findings = check(offer, workspace.today()); !findings.empty())
    return fail(ErrorCode::invalid, findings.front().field, findings.front().message);
  const auto saved = workspace.change([&](store::Transaction& in) { return workspace.file().offers().saveOffer(in, offer); });
  if (!saved) return failed(saved);
  return {};
}

/// What may be somebody else's doing is told as that: lines and rounds are counted in the offer as it was seen.
Result<void> unchanged(Workspace& workspace, const Offer& offer) {
  const auto stored = workspace.file().offers().offer(offer.id);
  if (!stored) return failed(stored);
  if (stored->version == offer.version) return {};
  const auto conflict = workspace.change([&](store::Transaction& in) { return workspace.file().offers().saveOffer(in, offer); });
  if (!conflict) return failed(conflict);
  return {};
}

}  // namespace

costing::Negotiated wonBy(const Offer& offer, const Referral& referral, Date today) {
  return costing::negotiated(offer.quote, offer.rounds, std::max(referral.neededBy, today), matching::comparedDays(referral));
}

Result<Negotiation> negotiation(Workspace& workspace, OfferId id) {
  auto& file = workspace.file();
  auto offer = file.offers().offer(id);
  if (!offer) return failed(offer);
  const auto referral = file.referrals().get(offer->referral);
  if (!referral) return failed(referral);
  const auto market = workspace.market();
  if (!market) return failed(market);
  const auto ofTheReferral = file.offers().offers(offer->referral);
  if (!ofTheReferral) return failed(ofTheReferral);
  Negotiation all;
  all.home = offerName(**market, *offer, *ofTheReferral);
  for (const Offer& other : *ofTheReferral)
    if (other.id != id && other.setting == offer->setting && stands(other, workspace.now()))
      all.besides.push_back(offerName(**market, other, *ofTheReferral));
  for (std::size_t i = 0; i < offer->quote.size(); ++i) {
    const QuoteLine& line = offer->quote[i];
    all.prices.push_back({i, line, whyNot(*offer, line), openRound(*offer, line)});
  }
  const Date start = std::max(referral->neededBy, workspace.today());
  const std::int64_t days = matching::comparedDays(*referral);
  all.won = costing::negotiated(offer->quote, offer->rounds, start, days);
  all.now = costing::wholeCost(offer->quote, start, days);
  all.atFirst = costing::wholeCost(all.won.first, start, days);
  all.offer = *std::move(offer);
  return all;
}

Result<void> askForLess(Workspace& workspace, OfferId id, std::int64_t version, std::size_t line, Money asked, const std::string& words) {
  auto offer = asSeen(workspace, id, version);
  if (!offer) return failed(offer);
  if (const auto same = unchanged(workspace, *offer); !same) return failed(same);
  if (line >= offer->quote.size()) return fail(ErrorCode::notFound, "line", "The quote no longer has this line. Open it again.");
  const QuoteLine& price = offer->quote[line];
  if (const std::string why = whyNot(*offer, price); !why.empty()) return fail(ErrorCode::refused, "line", why);
  if (const auto open = openRound(*offer, price))
    return fail(ErrorCode::refused, "line",
                "They have not answered yet what was asked on " + longDate(englandDay(offer->rounds[*open].at)) + ": " +
                    wording::money(offer->rounds[*open].asked) + ". Record their answer first.");
  if (asked.pence < 0) return fail(ErrorCode::invalid, "asked", "Enter the amount as 0 or more.");
  if (asked >= price.amount.low)
    return fail(ErrorCode::invalid, "asked", "Ask for less than the price as it stands, " + wording::money(price.amount.low) + ".");
  NegotiationRound round;
  round.at = workspace.now();
  round.by = workspace.user().id;
  round.item = price.item;
  round.charge = price.charge;
  round.before = price.amount.low;
  round.asked = asked;
  round.words = std::string(trimmed(words));
  offer->rounds.push_back(std::move(round));
  return kept(workspace, *offer);
}

Result<void> settleRound(Workspace& workspace, OfferId id, std::int64_t version, std::size_t at, Money won, const std::string& answer) {
  auto offer = asSeen(workspace, id, version);
  if (!offer) return failed(offer);
  if (const auto same = unchanged(workspace, *offer); !same) return failed(same);
  if (at >= offer->rounds.size()) return fail(ErrorCode::notFound, "round", "There is no such round. Open the offer again.");
  NegotiationRound& round = offer->rounds[at];
  if (round.won)
    return fail(
        ErrorCode::refused, "round",
        "This round was answered on " + longDate(englandDay(round.answeredAt.value_or(round.at))) + ". Open another round instead.");
  if (won.pence < 0) return fail(ErrorCode::invalid, "won", "Enter the amount as 0 or more.");
  if (won > round.before)
    return fail(ErrorCode::invalid, "won",
                "That is more than the price before, " + wording::money(round.before) +
                    ". Where nothing was won, enter that price; where they want more, change the offer.");
  if (won != round.before) {
    const auto line = costing::lineAt(offer->quote, round.item, round.charge, round.before);
    if (!line)
      return fail(ErrorCode::refused, "won",
                  "The quote no longer has the price that was negotiated, " + wording::money(round.before) +
                      ": somebody changed it since. Put it back in the offer first, or record that nothing was won.");
    offer->quote[*line].amount = MoneyRange::exactly(won);
  }
  round.won = won;
  round.answer = std::string(trimmed(answer));
  round.answeredAt = workspace.now();
  return kept(workspace, *offer);
}

}  // namespace homeward::app
