// The child living there, what it costs by which terms, who pays, and what happened against the rules.
//
// Placement, contract term and funding rows are never overwritten. Each is true of the world for its valid days and was known to the
// case file from `recordedAt` until `supersededAt`; what a past week looked like, as it was known then, can always be shown again.
#pragma once

#include <optional>
#include <string>

#include "domain/dates.h"
#include "domain/enum_text.h"
#include "domain/id.h"
#include "domain/money.h"
#include "domain/offer.h"

namespace homeward {

/// When the case file knew a row: from recordedAt until it was superseded.
struct Recorded {
  Instant at{};
  std::optional<Instant> superseded;
  [[nodiscard]] bool knownAt(Instant moment) const { return at <= moment && (!superseded || *superseded > moment); }
  friend bool operator==(const Recorded&, const Recorded&) = default;
};

struct Placement {
  PlacementId id;  ///< stays the same over corrections
  ChildId child;
  SettingId setting;
  ProviderId provider;
  std::optional<ReferralId> referral;
  std::optional<DecisionId> decision;
  std::optional<TeamId> team;
  DateRange stay;  ///< the day of arrival counts, the day of leaving does not
  std::optional<Date> plannedEnd;
  std::string placeCode;                 ///< SSDA903 PLACE
  std::string providerCode;              ///< SSDA903 PLACE_PROVIDER
  std::string endReason;                 ///< SSDA903 REASON_PLACE_CHANGE or REC
  bool endedUnplanned = false;           ///< a breakdown
  bool emergencyBeyondApproval = false;  ///< reg 23: six working days
  Recorded recorded;
  friend bool operator==(const Placement&, const Placement&) = default;
};

/// One price of a placement's contract: a weekly rate over days, or one sum on a day. Contributions are positive and subtracted.
struct ContractTerm {
  TermId id;
  PlacementId placement;
  QuoteItem item = QuoteItem::coreFee;
  bool once = false;
  Money amount;        ///< a week; or the sum, when once
  DateRange valid;     ///< when once: the day is `from`
  std::string clause;  ///< what the contract calls it
  Recorded recorded;
  friend bool operator==(const ContractTerm&, const ContractTerm&) = default;
};

enum class Funder { socialCare, health, education, otherAuthority };
constexpr auto texts(Funder) {
  return std::to_array<EnumText<Funder>>({{Funder::socialCare, "socialCare"},
                                          {Funder::health, "health"},
                                          {Funder::education, "education"},
                                          {Funder::otherAuthority, "otherAuthority"}});
}
/// A funder's share of a placement's cost in basis points (10,000 = all) over days. What nobody else pays, social care pays.
struct FundingShare {
  FundingId id;
  PlacementId placement;
  Funder funder = Funder::socialCare;
  int basisPoints = 0;
  DateRange valid;
  Recorded recorded;
  friend bool operator==(const FundingShare&, const FundingShare&) = default;
};

/// What happened although a rule says no: always recordable, and on top of My work until it ends.
struct Breach {
  BreachId id;
  int rule = 0;
  std::optional<PlacementId> placement;
  std::optional<ReferralId> referral;
  std::optional<SettingId> setting;  ///< the home it is about: it opens its rule there and nowhere else
  PersonId authorisedBy;
  std::string orderNumber;
  std::string told;  ///< who was told ("Ofsted, 27 November 2026")
  Date from{};
  std::optional<Date> reviewOn;
  std::optional<Date> endedOn;
  std::string words;
  std::int64_t version = 0;
  /// Begun and not ended by that day; the day on which it ended is the first without it.
  [[nodiscard]] bool lastsOn(Date day) const { return from <= day && (!endedOn || *endedOn > day); }
  friend bool operator==(const Breach&, const Breach&) = default;
};

}  // namespace homeward
