#include "app/telling.h"

#include <algorithm>
#include <map>
#include <set>

#include "app/deciding.h"
#include "app/with_support.h"
#include "exchange/mail_draft.h"
#include "wording/wording.h"

namespace homeward::app {
namespace {

std::string said(const std::string& key, std::vector<FactArgument> arguments = {}) {
  return wording::sentence({"telling." + key, std::move(arguments)});
}

/// Why each offer was not chosen, by what the decision says of the option that it makes.
Result<std::map<OfferId, NotChosen>> reasonsByOffer(Workspace& workspace, const Decision& decision) {
  std::map<OfferId, NotChosen> reasons;
  for (const OptionReason& reason : decision.reasons) {
    if (!reason.code || reason.option == decision.chosen) continue;
    const auto option = workspace.file().offers().option(reason.option);
    if (!option) return failed(option);
    for (const OfferId offer : option->offers) reasons.emplace(offer, *reason.code);
  }
  return reasons;
}

/// By which reference the form of an approach went out last; empty: none did.
Result<std::string> referenceFor(Workspace& workspace, ReferralId referral, std::optional<ApproachId> approach) {
  const auto packs = workspace.file().sent().packs(referral);
  if (!packs) return failed(packs);
  std::string reference;
  for (const SentPack& pack : *packs)
    for (const SentForm& form : pack.forms)
      if (approach && form.approach == approach)
        reference = form.reference;
      else if (!form.approach && reference.empty())
        reference = form.reference;
  return reference;
}

Result<ReferralId> referralOf(Workspace& workspace, const Telling& telling) {
  if (telling.offer) {
    const auto offer = workspace.file().offers().offer(*telling.offer);
    if (!offer) return failed(offer);
    return offer->referral;
  }
  const auto approach = workspace.file().offers().approach(telling.approach.value_or(ApproachId{}));
  if (!approach) return failed(approach);
  return approach->referral;
}

}  // namespace

Result<std::vector<SettingId>> homesChosen(Workspace& workspace, DecisionId id) {
  const auto decision = workspace.file().decisions().decision(id);
  if (!decision) return failed(decision);
  std::vector<SettingId> homes;
  if (!decision->chosen) return homes;
  const auto option = workspace.file().offers().option(*decision->chosen);
  if (!option) return failed(option);
  for (const OfferId offer : option->offers) {
    const auto stored = workspace.file().offers().offer(offer);
    if (!stored) return failed(stored);
    homes.push_back(stored->setting);
  }
  return homes;
}

Result<std::vector<NotTheOne>> notTheOnes(Workspace& workspace, DecisionId id) {
  auto& file = workspace.file();
  const auto decision = file.decisions().decision(id);
  if (!decision) return failed(decision);
  std::vector<NotTheOne> all;
  if (!decision->chosen) return all;
  const auto chosen = file.offers().option(*decision->chosen);
  if (!chosen) return failed(chosen);
  const auto offers = file.offers().offers(decision->referral);
  const auto approaches = file.offers().approaches(decision->referral);
  const auto market = workspace.market();
  const auto reasons = reasonsByOffer(workspace, *decision);
  const auto homes = homesChosen(workspace, id);
  if (!homes) return failed(homes);
  if (!offers) return failed(offers);
  if (!approaches) return failed(approaches);
  if (!market) return failed(market);
  if (!reasons) return failed(reasons);
  const auto begun = [&](ProviderId providerId) {
    NotTheOne one;
    one.provider = providerId;
    if (const Provider* provider = (*market)->provider(providerId)) {
      one.providerName = provider->name;
      if (exchange::isMailAddress(provider->email)) one.mail = provider->email;
    }
    return one;
  };
  std::set<ApproachId> answered;
  for (const Offer& offer : *offers) {
    if (offer.approach) answered.insert(*offer.approach);
    if (offer.withdrawn || std::ranges::find(chosen->offers, offer.id) != chosen->offers.end()) continue;
    // A home that was chosen with its support, or without, is not told that it is not the one; nor is any told twice.
    if (std::ranges::find(*homes, offer.setting) != homes->end() || !supportIn(offer, *offers).empty()) continue;
    NotTheOne one = begun(offer.provider);
    one.offer = offer.id;
    one.approach = offer.approach;
    if (const Setting* home = (*market)->setting(offer.setting)) one.home = home->name;
    if (const auto why = reasons->find(offer.id); why != reasons->end()) one.why = why->second;
    if (offer.toldAt) one.why = offer.toldWhy;
    one.told = offer.toldAt;
    all.push_back(std::move(one));
  }
  for (const Approach& approach : *approaches) {
    const bool waits = approach.state == ApproachState::asked || approach.state == ApproachState::silent;
    const auto told = std::ranges::find(approach.log, CallOutcome::told, &ContactEntry::outcome);
    if (answered.contains(approach.id) || (!waits && told == approach.log.end())) continue;
    NotTheOne one = begun(approach.provider);
    one.approach = approach.id;
    if (told != approach.log.end()) one.told = told->at;
    all.push_back(std::move(one));
  }
  std::ranges::stable_sort(all, {}, [](const NotTheOne& one) { return one.told.has_value(); });
  return all;
}

std::string tellingWords(const Telling& telling, const std::string& reference) {
  std::string words = said("hello") + "\n\n";
  words += reference.empty() ? said(telling.offer ? "thanks" : "noAnswer")
                             : said(telling.offer ? "thanks.reference" : "noAnswer.reference", {reference});
  words += "\n" + said("chosen");
  if (telling.offer && telling.why) words += "\n" + wording::word("tellingWhy", text(*telling.why));
  return words + "\n\n" + said("again") + "\n";
}

Result<TellingMails> tellingMails(Workspace& workspace, const std::vector<Telling>& tellings) {
  const auto market = workspace.market();
  if (!market) return failed(market);
  TellingMails files;
  for (const Telling& telling : tellings) {
    if (telling.offer && !telling.why)
      return fail(ErrorCode::invalid, "why", "Choose the reason that each provider which offered is told.");
    const auto referral = referralOf(workspace, telling);
    if (!referral) return failed(referral);
    const auto reference = referenceFor(workspace, *referral, telling.approach);
    if (!reference) return failed(reference);
    const Provider* provider = (*market)->provider(telling.provider);
    if (provider == nullptr || !exchange::isMailAddress(provider->email)) {
      files.withoutDraft.push_back(provider == nullptr ? said("aProvider") : provider->name);
      continue;
    }
    auto mail = exchange::mailDraft({{provider->email},
                                     {},
                                     reference->empty() ? said("subject") : said("subject.reference", {*reference}),
                                     tellingWords(telling, *reference),
                                     {},
                                     workspace.now()});
    if (!mail) return failed(mail);
    // A name by chance: in one folder lie the mails of many referrals.
    files.files.push_back({"mail-" + newReference() + ".eml", *std::move(mail)});
    files.mailed.push_back(telling);
  }
  return files;
}

Result<void> noteTold(Workspace& workspace, const std::vector<Telling>& tellings) {
  auto store = workspace.file().offers();
  return workspace.change([&](store::Transaction& in) -> Result<void> {
    for (const Telling& telling : tellings) {
      if (telling.offer) {
        if (!telling.why) return fail(ErrorCode::invalid, "why", "Choose the reason that each provider which offered is told.");
        auto offer = store.offer(*telling.offer);
        if (!offer) return failed(offer);
        offer->toldAt = workspace.now();
        offer->toldWhy = telling.why;
        if (const auto saved = store.saveOffer(in, *offer); !saved) return failed(saved);
      }
      if (!telling.approach) continue;
      auto approach = store.approach(*telling.approach);
      if (!approach) return failed(approach);
      const std::string why = telling.why ? wording::word("notChosen", text(*telling.why)) : said("log.found");
      approach->log.push_back({workspace.now(), workspace.user().id, CallOutcome::told, why});
      if (approach->state == ApproachState::asked || approach->state == ApproachState::silent) approach->state = ApproachState::withdrawn;
      if (const auto saved = store.saveApproach(in, *approach); !saved) return failed(saved);
    }
    return {};
  });
}

Result<std::vector<CountsOn>> othersWhoCountOn(Workspace& workspace, const std::vector<SettingId>& homes, ReferralId but) {
  auto& file = workspace.file();
  const auto offers = file.offers().offers();
  const auto market = workspace.market();
  if (!offers) return failed(offers);
  if (!market) return failed(market);
  std::vector<CountsOn> all;
  for (const Offer& offer : *offers) {
    const bool one = std::ranges::find(homes, offer.setting) != homes.end();
    const bool stands = !offer.withdrawn && (!offer.standsUntil || *offer.standsUntil >= workspace.now());
    if (!one || !stands || offer.referral == but) continue;
    const auto referral = file.referrals().get(offer.referral);
    if (!referral) return failed(referral);
    if (!isOpen(referral->stage)) continue;
    const Setting* home = (*market)->setting(offer.setting);
    const int places = home != nullptr && home->vacancy ? home->vacancy->places : 0;
    const int wanted = static_cast<int>(offer.children.size());
    if (home == nullptr || wanted <= places) continue;
    const auto open = openChoice(workspace, offer.referral);
    if (!open) return failed(open);
    bool inChoice = false;
    if (*open)
      for (const OptionId id : (*open)->options) {
        const auto option = file.offers().option(id);
        if (!option) return failed(option);
        inChoice = inChoice || std::ranges::find(option->offers, offer.id) != option->offers.end();
      }
    all.push_back({offer.referral, referral->number, offer.setting, home->name, places, wanted, inChoice});
  }
  std::ranges::stable_sort(all, {}, &CountsOn::number);
  return all;
}

}  // namespace homeward::app
