// A placement's contract while it lasts: its prices, and who pays a share of what it costs.
//
// Nothing is overwritten. A new price or share from a day leaves the days before it as they were, and an end those before it; a correction
// says what was true all along. The report as it was known before keeps the former figure in each case. Whoever corrects or takes out
// says why, and the reason stands in the history.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/workspace.h"
#include "domain/placement.h"

namespace homeward::app {

/// Another price of the placement. Refused where the same item of the same name has a price on one of those days, and where none of its
/// days lies within the stay. A sum that is due once may be due before the arrival or after the leaving.
[[nodiscard]] Result<TermId> addTerm(Workspace& workspace, ContractTerm term);
/// A new price from a day: what was said before stays on record for the days before it.
[[nodiscard]] Result<void> changeTerm(Workspace& workspace, TermId term, Money amount, Date from, const std::string& clause);
/// What was entered wrongly, as it should have been: amount, item, days, name.
[[nodiscard]] Result<void> correctTerm(Workspace& workspace, const ContractTerm& term, const std::string& reason);
/// The price stands up to and with `last`.
[[nodiscard]] Result<void> endTerm(Workspace& workspace, TermId term, Date last);
/// It should never have been there.
[[nodiscard]] Result<void> takeOutTerm(Workspace& workspace, TermId term, const std::string& reason);

/// A funder's share over days. The shares of a day are at most the whole, and a funder has one share a day.
[[nodiscard]] Result<FundingId> addFunding(Workspace& workspace, FundingShare share);
/// A new share from a day.
[[nodiscard]] Result<void> changeFunding(Workspace& workspace, FundingId share, int basisPoints, Date from);
[[nodiscard]] Result<void> correctFunding(Workspace& workspace, const FundingShare& share, const std::string& reason);
/// The share is paid up to and with `last`.
[[nodiscard]] Result<void> endFunding(Workspace& workspace, FundingId share, Date last);
[[nodiscard]] Result<void> takeOutFunding(Workspace& workspace, FundingId share, const std::string& reason);

/// What stands in the way of a price or a share that is not kept yet, beside those that are given: the first thing, as a refusal.
[[nodiscard]] Result<void> soundTerm(const ContractTerm& term, const DateRange& stay, const std::vector<ContractTerm>& beside);
[[nodiscard]] Result<void> soundShare(const FundingShare& share, const DateRange& stay, const std::vector<FundingShare>& beside);

/// Something about a placement that was corrected or taken out, with who did it and why.
struct Correction {
  using What = std::variant<Placement, ContractTerm, FundingShare>;
  Instant at{};
  std::string by;
  std::string reason;
  What before;
  std::optional<What> after;  ///< none: it was taken out
};
/// Of the placement, its prices and shares, the latest first. New prices, new shares and ends are no corrections.
[[nodiscard]] Result<std::vector<Correction>> correctionsOf(Workspace& workspace, PlacementId placement);

}  // namespace homeward::app
