// Offers and the options that are made of them: recorded with what each says, put together where each takes only some of the people.
#include <algorithm>
#include <set>

#include "app/asking.h"
#include "app/referral_stage.h"
#include "app/with_support.h"
#include "matching/assess.h"
#include "support/text.h"

namespace homeward::app {
namespace {

Result<std::string> optionLabel(Workspace& workspace, const std::vector<Offer>& offers) {
  std::vector<std::string> names;
  for (const Offer& offer : offers) {
    auto name = offerName(workspace, offer);
    if (!name) return name;
    names.push_back(*std::move(name));
  }
  return listed(names);
}

/// Everybody of the referral exactly once.
bool coversOnce(const Referral& referral, const std::vector<Offer>& offers) {
  std::multiset<ChildId> covered;
  for (const Offer& offer : offers) covered.insert(offer.children.begin(), offer.children.end());
  return covered.size() == referral.members.size() &&
         std::all_of(referral.members.begin(), referral.members.end(),
                     [&](const ReferralMember& member) { return covered.count(member.child) == 1; });
}

}  // namespace

Result<OfferId> recordOfferIn(Workspace& workspace, store::Transaction& in, const Offer& offer) {
  if (const auto findings = check(offer, workspace.today()); !findings.empty())
    return fail(ErrorCode::invalid, findings.front().field, findings.front().message);
  auto& file = workspace.file();
  const auto referral = file.referrals().get(offer.referral);
  if (!referral) return failed(referral);
  const auto label = optionLabel(workspace, {offer});
  if (!label) return failed(label);
  const auto options = file.offers().options(offer.referral);
  if (!options) return failed(options);
  const bool alone =
      std::any_of(options->begin(), options->end(), [&](const Option& option) { return option.offers == std::vector<OfferId>{offer.id}; });
  if (offer.id.stored()) {
    if (const auto version = file.offers().saveOffer(in, offer); !version) return failed(version);
    // One that took a part only and now takes everybody has become an option.
    if (coversOnce(*referral, {offer}) && !alone)
      if (const auto option = file.offers().addOption(in, {OptionId{}, offer.referral, {offer.id}, *label}); !option) return failed(option);
    return offer.id;
  }
  auto id = file.offers().addOffer(in, offer);
  if (!id) return id;
  if (coversOnce(*referral, {offer}))
    if (const auto option = file.offers().addOption(in, {OptionId{}, offer.referral, {*id}, *label}); !option) return failed(option);
  if (offer.approach) {
    auto approach = file.offers().approach(*offer.approach);
    if (!approach) return failed(approach);
    approach->state = ApproachState::answered;
    if (const auto saved = file.offers().saveApproach(in, *approach); !saved) return failed(saved);
  }
  if (const auto moved = moveOn(workspace, in, offer.referral, homeward::Stage::offersIn); !moved) return failed(moved);
  return id;
}

Result<OfferId> recordOffer(Workspace& workspace, const Offer& offer) {
  return workspace.change([&](store::Transaction& in) { return recordOfferIn(workspace, in, offer); });
}

Result<std::vector<Offer>> offersOf(Workspace& workspace, ReferralId referral) { return workspace.file().offers().offers(referral); }

Result<Combination> combination(Workspace& workspace, ReferralId referral, const std::vector<OfferId>& ids) {
  auto& file = workspace.file();
  const auto stored = file.referrals().get(referral);
  if (!stored) return failed(stored);
  const Date start = std::max(stored->neededBy, workspace.today());
  Combination made;
  std::vector<costing::WholeCost> costs;
  for (const OfferId id : ids) {
    auto offer = file.offers().offer(id);
    if (!offer) return failed(offer);
    if (offer->referral != referral) return fail(ErrorCode::invalid, "offers", "One of the offers belongs to another referral.");
    if (offer->withdrawn || (offer->standsUntil && *offer->standsUntil < workspace.now()))
      return fail(ErrorCode::refused, "offers", "One of the offers no longer stands. Ask the provider again, or leave it out.");
    costs.push_back(costing::wholeCost(offer->quote, start, matching::comparedDays(*stored)));
    made.offers.push_back(*std::move(offer));
  }
  for (const ReferralMember& member : stored->members) {
    const auto times = std::count_if(made.offers.begin(), made.offers.end(), [&](const Offer& offer) {
      return std::find(offer.children.begin(), offer.children.end(), member.child) != offer.children.end();
    });
    if (times == 0) made.leftOut.push_back(member.child);
    if (times > 1) made.twice.push_back(member.child);
  }
  made.cost = costing::together(costs);
  const auto label = optionLabel(workspace, made.offers);
  if (!label) return failed(label);
  made.label = *label;
  return made;
}

Result<OptionId> combineOffers(Workspace& workspace, ReferralId referral, const std::vector<OfferId>& ids, const std::string& label) {
  const auto made = combination(workspace, referral, ids);
  if (!made) return failed(made);
  if (!made->complete())
    return fail(ErrorCode::invalid, "offers", "Together the offers must take everybody of the referral, and nobody twice.");
  auto& file = workspace.file();
  const auto options = file.offers().options(referral);
  if (!options) return failed(options);
  const std::set<OfferId> wanted(ids.begin(), ids.end());
  const auto there = std::find_if(options->begin(), options->end(), [&](const Option& option) {
    return std::set<OfferId>(option.offers.begin(), option.offers.end()) == wanted;
  });
  if (there != options->end()) return fail(ErrorCode::refused, "offers", "These offers are an option already: \"" + there->label + "\".");
  const std::string name = trimmed(label).empty() ? made->label : std::string(trimmed(label));
  return workspace.change([&](store::Transaction& in) { return file.offers().addOption(in, {OptionId{}, referral, ids, name}); });
}

Result<void> askQuestion(Workspace& workspace, OfferId id, const std::string& question) {
  if (trimmed(question).empty()) return fail(ErrorCode::invalid, "question", "Say what was asked.");
  auto& file = workspace.file();
  auto offer = file.offers().offer(id);
  if (!offer) return failed(offer);
  const ContactEntry asked{workspace.now(), workspace.user().id, CallOutcome::weAsked, question};
  return workspace.change([&](store::Transaction& in) -> Result<void> {
    if (offer->approach) {
      auto approach = file.offers().approach(*offer->approach);
      if (!approach) return failed(approach);
      approach->log.push_back(asked);
      if (const auto saved = file.offers().saveApproach(in, *approach); !saved) return failed(saved);
      return {};
    }
    Approach approach;
    approach.referral = offer->referral;
    approach.provider = offer->provider;
    approach.setting = offer->setting;
    approach.askedAt = asked.at;
    approach.askedBy = asked.by;
    approach.state = ApproachState::answered;
    approach.log = {asked};
    const auto added = file.offers().addApproach(in, approach);
    if (!added) return failed(added);
    offer->approach = *added;
    if (const auto saved = file.offers().saveOffer(in, *offer); !saved) return failed(saved);
    return {};
  });
}

Result<Offer> offerDraft(Workspace& workspace, ReferralId referral, SettingId setting) {
  const auto market = workspace.market();
  if (!market) return failed(market);
  const Setting* home = (*market)->setting(setting);
  if (home == nullptr) return fail(ErrorCode::notFound, "setting", "This setting is not in the market.");
  const auto stored = workspace.file().referrals().get(referral);
  if (!stored) return failed(stored);
  Offer offer;
  offer.referral = referral;
  offer.provider = home->provider;
  offer.setting = setting;
  for (const ReferralMember& member : stored->members) offer.children.push_back(member.child);
  offer.receivedOn = workspace.today();
  if (home->vacancy) offer.availableFrom = home->vacancy->freeFrom;
  offer.offersDays = home->offersDays;
  offer.emergency = stored->urgency == Urgency::sameDay;
  offer.ownBedroom = home->ownBedroom;
  offer.sharingAssessed = home->sharingAssessed;
  if (home->weeklyRate)
    offer.quote.push_back({QuoteItem::coreFee, Charge::weekly, MoneyRange::exactly(*home->weeklyRate), 0, std::nullopt, "rate card"});
  const auto approaches = workspace.file().offers().approaches(referral);
  if (!approaches) return failed(approaches);
  for (const Approach& approach : *approaches)
    if (approach.provider == home->provider && (!approach.setting || *approach.setting == setting)) offer.approach = approach.id;
  return offer;
}

}  // namespace homeward::app
