#include "domain/offer.h"

#include <algorithm>
#include <set>

#include "domain/findings.h"

namespace homeward {
namespace {

constexpr int longestJourney = 240;  // minutes each way

bool isFor(const Offer& offer, ChildId child) { return std::ranges::find(offer.children, child) != offer.children.end(); }

/// Do two weekly lines of a quote cover a day of the stay together?
bool overlap(const QuoteLine& a, const QuoteLine& b) {
  const auto startsBeforeEnd = [](const QuoteLine& one, const QuoteLine& other) {
    return !other.days || one.fromDay < other.fromDay + *other.days;
  };
  return startsBeforeEnd(a, b) && startsBeforeEnd(b, a);
}

void checkAnswers(const Offer& offer, Findings& findings) {
  std::set<std::pair<ChildId, NeedDomain>> answered;
  for (const NeedAnswer& answer : offer.needs) {
    const std::string field = "needs." + std::string(text(answer.domain));
    findings.requireLevel(answer.level, field);
    findings.require(isFor(offer, answer.child), field, "Remove the answer: the offer is not for that child.");
    findings.require(answered.emplace(answer.child, answer.domain).second, field, "Keep one answer for each child and need.");
  }
  for (const auto& [child, minutes] : offer.minutesToSchool) {
    findings.require(isFor(offer, child), "minutesToSchool", "Remove the journey to school: the offer is not for that child.");
    findings.require(minutes >= 0 && minutes <= longestJourney, "minutesToSchool",
                     "Enter the journey to school as 0 to 240 minutes each way.");
  }
  for (const auto& [child, keeps] : offer.keepsSchool)
    findings.require(isFor(offer, child), "keepsSchool", "Remove the answer about school: the offer is not for that child.");
}

void checkAround(const Offer& offer, Findings& findings) {
  for (const SupportPackage& package : offer.packages) {
    findings.require(!package.name.empty(), "packages", "Say what the support is.");
    findings.require(package.aWeek.pence >= 0, "packages", "Enter what the support costs a week as 0 or more.");
    findings.requireLevel(package.adds, "packages");
  }
  for (const InterviewNote& note : offer.interviews) {
    findings.requireLevel(note.level, "interviews");
    findings.require(isFor(offer, note.child), "interviews", "Remove the note of the interview: the offer is not for that child.");
  }
  for (const NegotiationRound& round : offer.rounds) {
    findings.require(round.charge == Charge::weekly || round.charge == Charge::once, "rounds", "Negotiate an amount a week, or one sum.");
    findings.require(round.asked.pence >= 0 && (!round.won || round.won->pence >= 0), "rounds", "Enter the amount as 0 or more.");
  }
}

void checkLine(const QuoteLine& line, Findings& findings) {
  const std::string field = "quote." + std::string(text(line.item));
  findings.require(line.amount.low.pence >= 0, field, "Enter the amount as 0 or more; contributions are subtracted without a minus sign.");
  findings.require(!line.amount.high || *line.amount.high >= line.amount.low, field, "Put the lower amount first.");
  findings.require(line.fromDay >= 0, field, "Let the line begin on day 0 (the day of arrival) or later.");
  findings.require(!line.days || *line.days >= 1, field, "Let the line last 1 day or more.");
  findings.require(line.item != QuoteItem::coreFee || line.charge != Charge::once, field, "Enter the core fee as an amount a week.");
  findings.require(line.item != QuoteItem::oneOff || line.charge != Charge::weekly, field, "Enter a one-off item as one sum.");
  findings.require(!isContribution(line.item) || line.charge != Charge::inTheFee, field,
                   "Enter what the other funder contributes a week or once.");
}

void checkQuote(const Offer& offer, Findings& findings) {
  for (const QuoteLine& line : offer.quote) checkLine(line, findings);
  for (std::size_t i = 0; i < offer.quote.size(); ++i)
    for (std::size_t k = i + 1; k < offer.quote.size(); ++k) {
      const bool bothFees = offer.quote[i].item == QuoteItem::coreFee && offer.quote[k].item == QuoteItem::coreFee;
      findings.require(!bothFees || !overlap(offer.quote[i], offer.quote[k]), "quote.coreFee",
                       "Let one core fee end before the next begins: two cover the same days.");
    }
}

}  // namespace

std::vector<Finding> check(const Offer& offer, Date today) {
  Findings findings{today};
  findings.require(offer.referral.stored(), "referral", "Choose the referral that the offer answers.");
  findings.require(offer.provider.stored(), "provider", "Choose the provider that makes the offer.");
  findings.require(offer.setting.stored(), "setting", "Choose the setting where the child would live.");
  findings.require(!offer.children.empty(), "children", "Choose whom the offer would take.");
  findings.require(std::set(offer.children.begin(), offer.children.end()).size() == offer.children.size(), "children",
                   "Name each child once.");
  findings.require(offer.receivedOn != Date{}, "receivedOn", "Enter the day on which the offer came.");
  findings.requirePast(offer.receivedOn, "receivedOn", "offer");
  findings.require(!offer.standsUntil || englandDay(*offer.standsUntil) >= offer.receivedOn, "standsUntil",
                   "Correct until when the offer stands: it would have lapsed before it came.");
  findings.require(!offer.offersDays || *offer.offersDays >= 1, "offersDays", "Enter how many days they would offer: 1 or more.");
  checkAnswers(offer, findings);
  checkQuote(offer, findings);
  checkAround(offer, findings);
  return findings.take();
}

}  // namespace homeward
