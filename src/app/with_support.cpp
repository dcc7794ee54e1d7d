#include "app/with_support.h"

#include <algorithm>
#include <set>

#include "app/asking.h"
#include "support/text.h"
#include "wording/wording.h"

namespace homeward::app {
namespace {

bool priced(const QuoteLine& line, const std::string& support) {
  return line.item == QuoteItem::additionalSupport && line.charge == Charge::weekly && line.words == support;
}

struct Known {
  int level = 0;
  std::string evidence;
};

/// How far a need is met without the support: by the offer's answer, or by what is on record of the home where that is better proved.
std::optional<Known> metWithout(const Offer& offer, const Setting* home, ChildId child, NeedDomain domain) {
  const Capability* recorded = nullptr;
  if (home != nullptr)
    for (const Capability& one : home->capabilities)
      if (one.domain == domain &&
          (recorded == nullptr || one.basis > recorded->basis || (one.basis == recorded->basis && one.level > recorded->level)))
        recorded = &one;
  const auto answer = std::ranges::find_if(offer.needs, [&](const NeedAnswer& one) { return one.child == child && one.domain == domain; });
  if (answer != offer.needs.end()) {
    const bool betterProved = recorded != nullptr && recorded->basis > answer->basis && recorded->level >= answer->level;
    return Known{betterProved ? recorded->level : answer->level, answer->evidence};
  }
  if (recorded == nullptr) return std::nullopt;
  return Known{recorded->level, recorded->source};
}

void raise(Offer& with, const Offer& offer, const SupportPackage& package, const Setting* home) {
  for (const ChildId child : offer.children)
    for (const NeedDomain domain : package.domains) {
      const auto without = metWithout(offer, home, child, domain);
      if (!without) continue;
      const int level = std::min(highestLevel, without->level + package.adds);
      if (level == without->level) continue;  // there is nothing above
      NeedAnswer raised{child, domain, level, Basis::claimed, {}};
      raised.evidence = without->evidence.empty() ? wording::sentence({"support.with", {package.name}})
                                                  : wording::sentence({"support.with.how", {package.name, without->evidence}});
      const auto answer =
          std::ranges::find_if(with.needs, [&](const NeedAnswer& one) { return one.child == child && one.domain == domain; });
      if (answer == with.needs.end())
        with.needs.push_back(std::move(raised));
      else
        *answer = std::move(raised);
    }
}

std::set<std::string> asSet(const std::vector<std::string>& names) { return {names.begin(), names.end()}; }

}  // namespace

bool stands(const Offer& offer, Instant now) { return !offer.withdrawn && (!offer.standsUntil || *offer.standsUntil >= now); }

std::vector<std::string> supportIn(const Offer& offer, const std::vector<Offer>& ofTheReferral) {
  std::vector<std::string> names;
  for (const QuoteLine& line : offer.quote)
    for (const Offer& other : ofTheReferral) {
      if (other.id == offer.id || other.referral != offer.referral || other.setting != offer.setting) continue;
      const bool beside = std::ranges::any_of(other.packages, [&](const SupportPackage& one) { return priced(line, one.name); });
      if (beside && std::ranges::find(names, line.words) == names.end()) names.push_back(line.words);
    }
  return names;
}

std::string offerName(const Market& market, const Offer& offer, const std::vector<Offer>& ofTheReferral) {
  const Setting* setting = market.setting(offer.setting);
  std::string name = setting == nullptr ? "setting " + std::to_string(offer.setting.value) : setting->name;
  if (const auto support = supportIn(offer, ofTheReferral); !support.empty())
    name = wording::sentence({"support.home", {name, listed(support)}});
  return name;
}

Result<std::string> offerName(Workspace& workspace, const Offer& offer) {
  const auto market = workspace.market();
  if (!market) return failed(market);
  const auto all = workspace.file().offers().offers(offer.referral);
  if (!all) return failed(all);
  return offerName(**market, offer, *all);
}

Result<OfferId> compareWithSupport(Workspace& workspace, OfferId id, std::int64_t version, std::size_t at) {
  auto& file = workspace.file();
  const auto offer = file.offers().offer(id);
  if (!offer) return failed(offer);
  if (offer->version != version)
    return fail(ErrorCode::conflict, "version", "The offer was changed in the meantime. Open it again and compare from there.");
  if (at >= offer->packages.size()) return fail(ErrorCode::notFound, "package", "The offer does not have this support any more.");
  if (!stands(*offer, workspace.now()))
    return fail(ErrorCode::refused, "offer", "The offer no longer stands. Ask the provider again before it is compared.");
  if (offer->approach) {
    const auto approach = file.offers().approach(*offer->approach);
    if (!approach) return failed(approach);
    if (approach->state == ApproachState::declined)
      return fail(ErrorCode::refused, "offer", "They have said no since they offered. Ask them again before it is compared.");
  }
  if (std::ranges::any_of(offer->rounds, [](const NegotiationRound& round) { return !round.won; }))
    return fail(ErrorCode::refused, "rounds",
                "A price of this offer is being negotiated. Record their answer first, so that both are compared at the same price.");
  const SupportPackage package = offer->packages[at];
  const auto market = workspace.market();
  if (!market) return failed(market);
  auto all = file.offers().offers(offer->referral);
  if (!all) return failed(all);

  Offer with = *offer;
  with.id = OfferId{};
  with.version = 0;
  with.toldAt.reset();
  with.toldWhy.reset();
  with.packages.erase(with.packages.begin() + static_cast<std::ptrdiff_t>(at));
  with.quote.push_back({QuoteItem::additionalSupport, Charge::weekly, MoneyRange::exactly(package.aWeek), 0, std::nullopt, package.name});
  raise(with, *offer, package, (*market)->setting(offer->setting));

  const auto support = asSet(supportIn(with, *all));
  for (const Offer& known : *all)
    if (known.id != id && known.setting == with.setting && known.children == with.children && stands(known, workspace.now()) &&
        asSet(supportIn(known, *all)) == support)
      return fail(ErrorCode::refused, "package", offerName(**market, known, *all) + " is an offer already: change that one.");
  return workspace.change([&](store::Transaction& in) { return recordOfferIn(workspace, in, with); });
}

}  // namespace homeward::app
