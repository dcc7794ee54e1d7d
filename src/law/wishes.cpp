// Due consideration to what the child wants, and to religion, origin, culture and language.
#include "law/judges.h"

namespace homeward::law {
namespace {

Word feature(const FeatureCode& code) { return Word{"feature." + code}; }

/// Whether the home is as the wish has it; none: not known. What is only in words is heard and shown.
std::optional<bool> met(const Circumstances& circumstances, const Wish& wish) {
  switch (wish.kind) {
    case WishKind::feature:
      return hasFeature(circumstances, wish.feature);
    case WishKind::noFeature: {
      const auto has = hasFeature(circumstances, wish.feature);
      return has ? std::optional(!*has) : std::nullopt;
    }
    case WishKind::keepSchool:
      return circumstances.keepsSchool;
    case WishKind::withSiblings:
      if (circumstances.siblingsThere == circumstances.siblings) return true;
      return circumstances.siblingsThere + circumstances.siblingsNotKnown < circumstances.siblings ? std::optional(false) : std::nullopt;
    case WishKind::nearPerson:
    case WishKind::wordsOnly:
      break;
  }
  return true;
}

Word wordOf(const Wish& wish) {
  if (wish.kind == WishKind::feature || wish.kind == WishKind::noFeature) return feature(wish.feature);
  return Word{"wishKind." + std::string(text(wish.kind))};
}

}  // namespace

LegalFinding wishesHeard(const Circumstances& circumstances) {
  const auto& wishes = circumstances.child->wishes;
  if (wishes.empty()) return notKnown(35, {"law.35.noWishes", {}}, {"law.35.noWishes.question", {}});
  const Wish* open = nullptr;
  for (const Wish& wish : wishes) {
    const auto is = met(circumstances, wish);
    if (is == false) return broken(35, {"law.35.wish", {wordOf(wish)}}, {"law.reasonOnRecord", {}});
    if (!is && open == nullptr) open = &wish;
  }
  if (open != nullptr) return notKnown(35, {"law.35.unknown", {wordOf(*open)}}, {"law.35.unknown.question", {wordOf(*open)}});
  return satisfied(35, {"law.35.wishes", {}});
}

LegalFinding identityMet(const Circumstances& circumstances) {
  const auto& identity = circumstances.child->identity;
  if (identity.empty()) return notKnown(35, {"law.35.noIdentity", {}}, {"law.35.noIdentity.question", {}});
  const FeatureCode* open = nullptr;
  for (const FeatureCode& code : identity) {
    const auto has = hasFeature(circumstances, code);
    if (has == false) return broken(35, {"law.35.identity", {feature(code)}}, {"law.reasonOnRecord", {}});
    if (!has && open == nullptr) open = &code;
  }
  if (open != nullptr) return notKnown(35, {"law.35.unknown", {feature(*open)}}, {"law.35.unknown.question", {feature(*open)}});
  return satisfied(35, {"law.35.identityMet", {}});
}

}  // namespace homeward::law
