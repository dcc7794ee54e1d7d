// Identities. Every row of the case file that a person can point at has a number of its own kind; kinds do not mix.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace homeward {

/// A number that names one thing of one kind in a case file. 0 means "not stored yet"; stored ids start at 1.
template <class Kind>
struct Id {
  std::int64_t value = 0;
  constexpr Id() = default;
  constexpr explicit Id(std::int64_t number) : value(number) {}
  [[nodiscard]] constexpr bool stored() const { return value > 0; }
  friend constexpr auto operator<=>(const Id&, const Id&) = default;
};

using AuthorityId = Id<struct AuthorityKind>;
using TeamId = Id<struct TeamKind>;
using PersonId = Id<struct PersonKind>;
using ChildId = Id<struct ChildKind>;
using SiblingGroupId = Id<struct SiblingGroupKind>;
using ReferralId = Id<struct ReferralKindTag>;
using ProviderId = Id<struct ProviderKindTag>;
using SettingId = Id<struct SettingKind>;
using ApproachId = Id<struct ApproachKind>;
using OfferId = Id<struct OfferKind>;
using OptionId = Id<struct OptionKind>;
using ChoiceId = Id<struct ChoiceKind>;
using DecisionId = Id<struct DecisionKind>;
using ApprovalId = Id<struct ApprovalKind>;
using PlacementId = Id<struct PlacementKind>;
using TermId = Id<struct TermKind>;
using FundingId = Id<struct FundingKind>;
using BreachId = Id<struct BreachKind>;
using SentPackId = Id<struct SentPackKind>;
using ChoiceFileId = Id<struct ChoiceFileKind>;

}  // namespace homeward

template <class Kind>
struct std::hash<homeward::Id<Kind>> {
  std::size_t operator()(homeward::Id<Kind> id) const noexcept { return std::hash<std::int64_t>{}(id.value); }
};
