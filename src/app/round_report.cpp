#include "app/round_report.h"

#include <algorithm>
#include <map>
#include <set>

#include "matching/strategy.h"

namespace homeward::app {
namespace {

void earliest(std::optional<Date>& day, Date other) { day = day ? std::min(*day, other) : other; }

}  // namespace

DateRange lastTwelveMonths(Date today) {
  const Date tomorrow = today + std::chrono::days{1};
  const auto day = civil(tomorrow);
  auto from = std::chrono::year_month_day{day.year() - std::chrono::years{1}, day.month(), day.day()};
  if (!from.ok()) from = std::chrono::year_month_day{from.year(), std::chrono::March, std::chrono::day{1}};
  return {Date{from}, tomorrow};
}

std::optional<Instant> answeredAt(const Approach& approach, const std::vector<Offer>& offers) {
  if (approach.state != ApproachState::answered && approach.state != ApproachState::declined) return std::nullopt;
  const CallOutcome wanted = approach.state == ApproachState::answered ? CallOutcome::saidYes : CallOutcome::saidNo;
  const auto call =
      std::find_if(approach.log.begin(), approach.log.end(), [wanted](const ContactEntry& entry) { return entry.outcome == wanted; });
  if (call != approach.log.end()) return call->at;
  std::optional<Instant> first;
  for (const Offer& offer : offers)
    if (offer.approach == approach.id && approach.state == ApproachState::answered) {
      const Instant came = std::max(Instant{offer.receivedOn}, approach.askedAt);
      first = std::min(first.value_or(came), came);
    }
  return first;
}

Result<reports::RoundReport> roundReport(Workspace& workspace, const DateRange& period) {
  if (!period.to || *period.to <= period.from)
    return fail(ErrorCode::invalid, "period", "The last day lies before the first. Choose another period.");
  const auto& file = workspace.file();
  const auto referrals = file.referrals().all();
  if (!referrals) return failed(referrals);
  const auto approaches = file.offers().approaches();
  if (!approaches) return failed(approaches);
  const auto offers = file.offers().offers();
  if (!offers) return failed(offers);
  const auto choices = file.decisions().choices();
  if (!choices) return failed(choices);
  const auto decisions = file.decisions().decisions();
  if (!decisions) return failed(decisions);
  const auto placements = file.placements().all();
  if (!placements) return failed(placements);
  const auto people = file.children().all();
  if (!people) return failed(people);
  const auto market = workspace.market();
  if (!market) return failed(market);

  std::vector<reports::SearchFacts> searches;
  std::map<ReferralId, std::size_t> at;
  std::map<ChildId, const Child*> children;
  for (const Child& child : *people) children[child.id] = &child;
  for (const Referral& referral : *referrals) {
    reports::SearchFacts facts;
    facts.id = referral.id;
    facts.number = referral.number;
    facts.urgency = referral.urgency;
    facts.enteredAt = referral.enteredAt;
    std::set<NeedDomain> high;
    for (const ReferralMember& member : referral.members) {
      const auto found = children.find(member.child);
      if (found == children.end()) continue;
      for (const Need& need : found->second->needs)
        if (need.level >= matching::highLevel) high.insert(need.domain);
      if (facts.area.empty()) facts.area = outcode(found->second->home.postcode);
    }
    facts.highNeeds.assign(high.begin(), high.end());
    at[referral.id] = searches.size();
    searches.push_back(std::move(facts));
  }
  const auto of = [&](ReferralId id) {
    const auto found = at.find(id);
    return found == at.end() ? nullptr : &searches[found->second];
  };
  for (const Approach& approach : *approaches) {
    auto* search = of(approach.referral);
    if (search == nullptr) continue;
    const Provider* provider = (*market)->provider(approach.provider);
    const auto route = provider == nullptr ? std::nullopt : matching::routeOf(*provider);
    search->asked.push_back({route ? std::string(text(*route)) : std::string{}, approach.state, approach.answerDue,
                             answeredAt(approach, *offers), approach.declined});
    earliest(search->firstAsked, englandDay(approach.askedAt));
  }
  for (const Offer& offer : *offers)
    if (auto* search = of(offer.referral)) {
      ++search->offers;
      earliest(search->firstOffer, offer.receivedOn);
    }
  for (const Choice& choice : *choices)
    if (auto* search = of(choice.referral)) earliest(search->choiceSent, englandDay(choice.sentAt));
  for (const Decision& decision : *decisions)
    if (auto* search = of(decision.referral); search != nullptr && decision.chosen) earliest(search->decided, englandDay(decision.at));
  for (const Placement& placement : *placements)
    if (auto* search = placement.referral ? of(*placement.referral) : nullptr;
        search != nullptr && placement.stay.from <= workspace.today())
      earliest(search->started, placement.stay.from);
  return reports::roundReport(std::move(searches), period, workspace.now(), workspace.user().name, workspace.fictional());
}

}  // namespace homeward::app
