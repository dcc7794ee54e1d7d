#include "app/asking.h"

#include <algorithm>
#include <set>

#include "app/referral_stage.h"
#include "support/text.h"

namespace homeward::app {
namespace {

Result<std::string> optionLabel(Workspace& workspace, const std::vector<Offer>& offers) {
  const auto market = workspace.market();
  if (!market) return failed(market);
  std::vector<std::string> names;
  for (const Offer& offer : offers) {
    const Setting* setting = (*market)->setting(offer.setting);
    names.push_back(setting == nullptr ? "setting " + std::to_string(offer.setting.value) : setting->name);
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

Result<std::vector<ApproachId>> askProviders(Workspace& workspace, ReferralId referral, const std::vector<Ask>& whom, Instant answerDue) {
  if (whom.empty()) return fail(ErrorCode::invalid, "whom", "Choose at least one provider to ask.");
  if (answerDue <= workspace.now())
    return fail(ErrorCode::invalid, "answerDue", "The time for answers lies in the past. Choose a later one.");
  auto& file = workspace.file();
  const auto known = file.offers().approaches(referral);
  if (!known) return failed(known);
  const auto market = workspace.market();
  if (!market) return failed(market);
  return workspace.change([&](store::Transaction& in) -> Result<std::vector<ApproachId>> {
    std::vector<ApproachId> asked;
    bool sector = false;
    std::set<std::pair<ProviderId, std::optional<SettingId>>> once;
    for (const Ask& ask : whom) {
      if (!once.emplace(ask.provider, ask.setting).second) continue;
      const bool already = std::any_of(known->begin(), known->end(), [&](const Approach& approach) {
        return approach.provider == ask.provider && approach.setting == ask.setting && approach.state == ApproachState::asked;
      });
      if (already) continue;
      const Provider* provider = (*market)->provider(ask.provider);
      sector = sector || (provider != nullptr && provider->sector != Sector::inHouse);
      Approach approach;
      approach.referral = referral;
      approach.provider = ask.provider;
      approach.setting = ask.setting;
      approach.askedAt = workspace.now();
      approach.askedBy = workspace.user().id;
      approach.answerDue = answerDue;
      const auto id = file.offers().addApproach(in, approach);
      if (!id) return failed(id);
      asked.push_back(*id);
    }
    if (const auto moved = moveOn(workspace, in, referral, sector ? homeward::Stage::sectorAsked : homeward::Stage::inHouseAsked); !moved)
      return failed(moved);
    return asked;
  });
}

Result<void> logContact(Workspace& workspace, ApproachId id, CallOutcome outcome, const std::string& note,
                        std::optional<DeclineReason> declined) {
  if (outcome == CallOutcome::saidNo && !declined)
    return fail(ErrorCode::invalid, "declined", "Choose why they said no: it is counted, and it helps the next search.");
  auto& file = workspace.file();
  auto approach = file.offers().approach(id);
  if (!approach) return failed(approach);
  approach->log.push_back({workspace.now(), workspace.user().id, outcome, note});
  if (outcome == CallOutcome::saidNo) {
    approach->state = ApproachState::declined;
    approach->declined = declined;
  } else if (outcome == CallOutcome::saidYes) {
    approach->state = ApproachState::answered;
    approach->declined.reset();
  }
  const auto saved = workspace.change([&](store::Transaction& in) { return file.offers().saveApproach(in, *approach); });
  if (!saved) return failed(saved);
  return {};
}

Result<std::vector<ApproachLine>> approachLines(Workspace& workspace, ReferralId referral) {
  const auto approaches = workspace.file().offers().approaches(referral);
  if (!approaches) return failed(approaches);
  const auto market = workspace.market();
  if (!market) return failed(market);
  std::vector<ApproachLine> lines;
  for (const Approach& approach : *approaches) {
    ApproachLine line{approach, {}, {}, {}, false};
    if (const Provider* provider = (*market)->provider(approach.provider)) {
      line.provider = provider->name;
      line.telephone = provider->telephone;
    }
    const Setting* setting = approach.setting ? (*market)->setting(*approach.setting) : nullptr;
    if (setting != nullptr) {
      line.setting = setting->name;
      if (!setting->telephone.empty()) line.telephone = setting->telephone;
    }
    line.overdue = approach.state == ApproachState::asked && approach.answerDue && *approach.answerDue < workspace.now();
    lines.push_back(std::move(line));
  }
  return lines;
}

Result<OfferId> recordOffer(Workspace& workspace, Offer offer) {
  if (const auto findings = check(offer, workspace.today()); !findings.empty())
    return fail(ErrorCode::invalid, findings.front().field, findings.front().message);
  auto& file = workspace.file();
  const auto referral = file.referrals().get(offer.referral);
  if (!referral) return failed(referral);
  const auto label = optionLabel(workspace, {offer});
  if (!label) return failed(label);
  return workspace.change([&](store::Transaction& in) -> Result<OfferId> {
    if (offer.id.stored()) {
      if (const auto version = file.offers().saveOffer(in, offer); !version) return failed(version);
      return offer.id;
    }
    const auto id = file.offers().addOffer(in, offer);
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
  });
}

Result<std::vector<Offer>> offersOf(Workspace& workspace, ReferralId referral) { return workspace.file().offers().offers(referral); }

Result<OptionId> combineOffers(Workspace& workspace, ReferralId referral, const std::vector<OfferId>& ids) {
  auto& file = workspace.file();
  const auto stored = file.referrals().get(referral);
  if (!stored) return failed(stored);
  std::vector<Offer> offers;
  for (const OfferId id : ids) {
    auto offer = file.offers().offer(id);
    if (!offer) return failed(offer);
    if (offer->referral != referral) return fail(ErrorCode::invalid, "offers", "One of the offers belongs to another referral.");
    offers.push_back(*std::move(offer));
  }
  if (!coversOnce(*stored, offers))
    return fail(ErrorCode::invalid, "offers", "Together the offers must take everybody of the referral, and nobody twice.");
  const auto label = optionLabel(workspace, offers);
  if (!label) return failed(label);
  return workspace.change([&](store::Transaction& in) { return file.offers().addOption(in, {OptionId{}, referral, ids, *label}); });
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
