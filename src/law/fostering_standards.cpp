// What the national minimum standards expect of a foster placement: a bedroom of one's own, and carers who can meet the needs.
#include "law/judges.h"

namespace homeward::law {
namespace {

/// The best level that somebody has said of this home for a need; none: nobody has said.
std::optional<int> levelFor(const Circumstances& circumstances, NeedDomain domain) {
  std::optional<int> best;
  const auto consider = [&](int level) { best = std::max(best.value_or(level), level); };
  if (circumstances.offer != nullptr)
    for (const NeedAnswer& answer : circumstances.offer->needs)
      if (answer.child == circumstances.child->id && answer.domain == domain) consider(answer.level);
  if (circumstances.setting != nullptr)
    for (const Capability& capability : circumstances.setting->capabilities)
      if (capability.domain == domain) consider(capability.level);
  return best;
}

/// Training, support or a resource that the quote pays for.
bool supportIsPriced(const Circumstances& circumstances) {
  if (circumstances.offer == nullptr) return false;
  return std::any_of(circumstances.offer->quote.begin(), circumstances.offer->quote.end(), [](const QuoteLine& line) {
    const bool support = line.item == QuoteItem::additionalSupport || line.item == QuoteItem::wrapAround;
    return support && (line.charge == Charge::weekly || line.charge == Charge::once || line.charge == Charge::inTheFee);
  });
}

LegalFinding impactConsidered(const Circumstances& circumstances) {
  const bool alone = circumstances.setting != nullptr && circumstances.setting->residentsKnown && othersThere(circumstances).empty();
  if (alone) return satisfied(26, {"law.26.met", {}});
  const auto assessed = circumstances.offer == nullptr ? std::nullopt : circumstances.offer->impactAssessed;
  if (!assessed) return notKnown(26, {"law.26.impactUnknown", {}}, {"law.26.impactUnknown.question", {}});
  if (*assessed) return satisfied(26, {"law.26.met", {}});
  return broken(26, {"law.26.impact", {}}, {"law.26.impact.back", {}});
}

}  // namespace

LegalFinding ownBedroom(const Circumstances& circumstances) {
  const auto type = typeOf(circumstances);
  if (!type) return typeUnknown(25);
  if (*type != SettingType::fosteringHousehold) return notApplicable(25, {"law.25.otherRoute", {}});
  if (circumstances.placedOn <= birthday(circumstances.child->born, 3)) return notApplicable(25, {"law.25.young", {}});
  const auto said = [&](auto ofOffer, auto ofSetting) -> std::optional<bool> {
    if (circumstances.offer != nullptr && (circumstances.offer->*ofOffer)) return circumstances.offer->*ofOffer;
    return circumstances.setting == nullptr ? std::nullopt : circumstances.setting->*ofSetting;
  };
  const auto own = said(&Offer::ownBedroom, &Setting::ownBedroom);
  if (!own) return notKnown(25, {"law.25.unknown", {}}, {"law.25.unknown.question", {}});
  if (*own) return satisfied(25, {"law.25.own", {}});
  const auto assessed = said(&Offer::sharingAssessed, &Setting::sharingAssessed);
  if (!assessed) return notKnown(25, {"law.25.shared", {}}, {"law.25.shared.question", {}});
  if (*assessed) return satisfied(25, {"law.25.assessed", {}});
  return broken(25, {"law.25", {}}, {"law.25.back", {}});
}

LegalFinding carerMeetsNeeds(const Circumstances& circumstances) {
  const auto type = typeOf(circumstances);
  if (!type) return typeUnknown(26);
  if (*type != SettingType::fosteringHousehold) return notApplicable(26, {"law.25.otherRoute", {}});
  const Need* notSaid = nullptr;
  for (const Need& need : circumstances.child->needs) {
    if (need.level == 0) continue;
    const auto level = levelFor(circumstances, need.domain);
    if (!level && notSaid == nullptr) notSaid = &need;
    if (!level || *level >= need.level || supportIsPriced(circumstances)) continue;
    return broken(26, {"law.26", {Word{"need." + std::string(text(need.domain))}}}, {"law.26.back", {}});
  }
  if (notSaid != nullptr) {
    const Word which{"need." + std::string(text(notSaid->domain))};
    return notKnown(26, {"law.26.unknown", {which}}, {"law.26.unknown.question", {which}});
  }
  return impactConsidered(circumstances);
}

}  // namespace homeward::law
