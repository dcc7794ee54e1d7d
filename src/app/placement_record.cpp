#include "app/placement_record.h"

#include <algorithm>

#include "app/contract.h"
#include "app/law_of_placement.h"
#include "app/referrals.h"
#include "app/residence.h"
#include "support/text.h"

namespace homeward::app {
namespace {

constexpr std::chrono::days oneDay{1};

Result<void> codeOfThatYear(const char* set, const std::string& code, Date day, const char* field, const char* what) {
  if (code.empty() || CodeTable::ssda903().find(set, code, returnYear(day)) != nullptr) return {};
  return fail(ErrorCode::invalid, field,
              std::string(what) + " " + code + " is not in the statutory return of the year of " + longDate(day) + ". Choose another.");
}

Result<void> soundEnd(const Placement& placement) {
  if (!placement.stay.to) return {};
  if (*placement.stay.to <= placement.stay.from)
    return fail(ErrorCode::invalid, "left", "The day of leaving must lie after the day of arrival.");
  if (placement.endReason.empty())
    return fail(ErrorCode::invalid, "endReason", "Choose why the placement ended: the statutory return asks for it.");
  const int year = returnYear(*placement.stay.to);
  const auto& codes = CodeTable::ssda903();
  if (codes.find("REASON_PLACE_CHANGE", placement.endReason, year) == nullptr && codes.find("REC", placement.endReason, year) == nullptr)
    return fail(ErrorCode::invalid, "endReason",
                "The reason " + placement.endReason + " is not in the statutory return of the year of the leaving. Choose another.");
  return {};
}

std::string whereAndWhen(Workspace& workspace, const Placement& placement) {
  std::string words;
  if (const auto market = workspace.market())
    if (const Setting* home = (*market)->setting(placement.setting)) words = " at " + home->name;
  words += " from " + longDate(placement.stay.from);
  return words + (placement.stay.to ? " to " + longDate(*placement.stay.to - oneDay) : std::string{});
}

/// Checks what stands by itself and beside the child's other placements, and puts the home's provider in: of a home that stays as it was,
/// the provider of that time.
Result<void> sound(Workspace& workspace, Placement& placement, const Placement* before) {
  if (!placement.child.stored()) return fail(ErrorCode::invalid, "child", "Choose the child.");
  const auto child = workspace.file().children().get(placement.child);
  if (!child) return failed(child);
  if (!placement.setting.stored()) return fail(ErrorCode::invalid, "setting", "Choose the home in which the child lives.");
  const auto setting = workspace.file().market().setting(placement.setting);
  if (!setting) return failed(setting);
  placement.provider = before != nullptr && before->setting == placement.setting ? before->provider : setting->provider;
  if (placement.stay.from < child->born)
    return fail(ErrorCode::invalid, "start", "The child was born on " + longDate(child->born) + ": the day of arrival cannot lie before.");
  if (!placement.stay.to) placement.endReason.clear(), placement.endedUnplanned = false;
  if (auto end = soundEnd(placement); !end) return end;
  if (placement.plannedEnd && *placement.plannedEnd <= placement.stay.from)
    return fail(ErrorCode::invalid, "plannedEnd", "The planned end must lie after the day of arrival.");
  if (before == nullptr || before->placeCode != placement.placeCode)
    if (auto code = codeOfThatYear("PLACE", placement.placeCode, placement.stay.from, "placeCode", "The placement type"); !code)
      return code;
  if (before == nullptr || before->providerCode != placement.providerCode)
    if (auto code = codeOfThatYear("PLACE_PROVIDER", placement.providerCode, placement.stay.from, "providerCode", "The provider code");
        !code)
      return code;
  const auto others = workspace.file().placements().ofChild(placement.child);
  if (!others) return failed(others);
  for (const Placement& other : *others) {
    if (other.id == placement.id || !other.stay.overlaps(placement.stay)) continue;
    return fail(ErrorCode::refused, other.stay.from > placement.stay.from ? "left" : "start",
                "The child has another placement on some of these days:" + whereAndWhen(workspace, other) +
                    ". Nobody lives in two homes: end or correct that one first, or choose other days.");
  }
  return {};
}

/// Prices and shares of a placement are looked at together before any is written.
Result<void> soundContract(const PlacementEntry& entry) {
  std::vector<ContractTerm> terms;
  for (const ContractTerm& term : entry.terms) {
    if (term.amount == Money{}) return fail(ErrorCode::invalid, "amount", "Enter the amount in pounds.");
    if (auto kept = soundTerm(term, entry.placement.stay, terms); !kept) return kept;
    terms.push_back(term);
    terms.back().id = TermId{-static_cast<std::int64_t>(terms.size())};
  }
  std::vector<FundingShare> shares;
  for (const FundingShare& share : entry.funding) {
    if (auto kept = soundShare(share, entry.placement.stay, shares); !kept) return kept;
    shares.push_back(share);
    shares.back().id = FundingId{-static_cast<std::int64_t>(shares.size())};
  }
  return {};
}

/// Days that began with the arrival begin with the right one.
std::optional<DateRange> movedWith(const DateRange& valid, bool once, Date from, Date to) {
  if (valid.from != from || from == to) return std::nullopt;
  if (once) return DateRange{to, to + oneDay};
  if (valid.to && *valid.to <= to) return std::nullopt;
  return DateRange{to, valid.to};
}

/// Prices and shares that began with the arrival begin with the right one, unless another has those days already.
Result<void> moveContract(Workspace& workspace, store::Transaction& in, const Placement& before, const Placement& after,
                          const std::string& reason) {
  const Date from = before.stay.from;
  const Date to = after.stay.from;
  auto store = workspace.file().placements();
  const auto terms = store.terms(before.id);
  if (!terms) return failed(terms);
  // Those that began together move together: only one that began on another day can stand in the way.
  std::vector<ContractTerm> beside = *terms;
  std::erase_if(beside, [from](const ContractTerm& term) { return term.valid.from == from; });
  for (ContractTerm term : *terms)
    if (const auto moved = movedWith(term.valid, term.once, from, to)) {
      term.valid = *moved;
      if (!soundTerm(term, after.stay, beside)) continue;
      if (auto corrected = store.correctTerm(in, term, reason); !corrected) return corrected;
    }
  const auto funding = store.funding(before.id);
  if (!funding) return failed(funding);
  std::vector<FundingShare> shares = *funding;
  for (FundingShare& share : shares)
    if (const auto moved = movedWith(share.valid, false, from, to)) {
      const DateRange was = share.valid;
      share.valid = *moved;
      if (soundShare(share, after.stay, shares)) {
        if (auto corrected = store.correctFunding(in, share, reason); !corrected) return corrected;
      } else {
        share.valid = was;
      }
    }
  return {};
}

}  // namespace

Result<PlacementId> enterPlacement(Workspace& workspace, PlacementEntry entry) {
  Placement& placement = entry.placement;
  if (const auto ok = sound(workspace, placement, nullptr); !ok) return failed(ok);
  const Date today = workspace.today();
  if (placement.stay.from > today)
    return fail(ErrorCode::invalid, "start",
                "Enter the day of arrival: today or before. What is to begin later starts from the decision on a referral.");
  if (placement.stay.to && *placement.stay.to > today)
    return fail(ErrorCode::invalid, "left", "Enter the day of leaving: today or before. A day to come is the planned end.");
  for (ContractTerm& term : entry.terms)
    if (term.once) term.valid.to = term.valid.from + oneDay;
  if (const auto ok = soundContract(entry); !ok) return failed(ok);
  const auto child = workspace.file().children().get(placement.child);
  if (!child) return failed(child);
  const auto setting = workspace.file().market().setting(placement.setting);
  if (!setting) return failed(setting);
  const bool countedAlready = setting->vacancy && setting->vacancy->confirmedOn && *setting->vacancy->confirmedOn > placement.stay.from;
  auto store = workspace.file().placements();
  return workspace.change([&](store::Transaction& in) -> Result<PlacementId> {
    auto id = store.add(in, placement);
    if (!id) return id;
    for (ContractTerm term : entry.terms) {
      term.placement = *id;
      if (const auto added = store.addTerm(in, term); !added) return failed(added);
    }
    for (FundingShare share : entry.funding) {
      share.placement = *id;
      if (const auto added = store.addFunding(in, share); !added) return failed(added);
    }
    if (!placement.stay.to) {
      const auto takes = countedAlready ? TakesPlace::no : TakesPlace::yes;
      if (const auto moved = moveIn(workspace, in, placement.setting, {&*child}, {&*child}, placement.stay.from, takes); !moved)
        return failed(moved);
    }
    return id;
  });
}

Result<void> correctPlacement(Workspace& workspace, Placement placement, const std::string& reason) {
  auto store = workspace.file().placements();
  const auto before = store.get(placement.id);
  if (!before) return failed(before);
  placement.child = before->child;
  placement.referral = before->referral;
  placement.decision = before->decision;
  if (auto ok = sound(workspace, placement, &*before); !ok) return ok;
  const Date today = workspace.today();
  if (placement.stay.from > today && before->stay.from <= today)
    return fail(ErrorCode::invalid, "start",
                "Enter the day of arrival: today or before. If the child is not there yet, take this placement out; what is to begin "
                "later starts from the decision on a referral.");
  const std::string why(trimmed(reason));
  if (why.empty())
    return fail(ErrorCode::invalid, "reason", "Say what was wrong: whoever reads the report of an earlier week sees other figures there.");
  if (placement == *before)
    return fail(ErrorCode::invalid, "reason", "Nothing differs from what is on record. Change what was wrong first.");
  return workspace.change([&](store::Transaction& in) -> Result<void> {
    if (auto corrected = store.correct(in, placement, why); !corrected) return corrected;
    if (auto moved = moveContract(workspace, in, *before, placement, why); !moved) return moved;
    return residesOtherwise(workspace, in, *before, placement);
  });
}

Result<void> takeOutPlacement(Workspace& workspace, PlacementId id, const std::string& reason) {
  auto store = workspace.file().placements();
  const auto before = store.get(id);
  if (!before) return failed(before);
  const std::string why(trimmed(reason));
  if (why.empty()) return fail(ErrorCode::invalid, "reason", "Say why this placement never was: it stays in what was known before.");
  const auto terms = store.terms(id);
  if (!terms) return failed(terms);
  const auto funding = store.funding(id);
  if (!funding) return failed(funding);
  return workspace.change([&](store::Transaction& in) -> Result<void> {
    for (const ContractTerm& term : *terms)
      if (auto gone = store.withdrawTerm(in, term.id, why); !gone) return gone;
    for (const FundingShare& share : *funding)
      if (auto gone = store.withdrawFunding(in, share.id, why); !gone) return gone;
    if (auto gone = store.withdraw(in, id, why); !gone) return gone;
    return residesOtherwise(workspace, in, *before, std::nullopt);
  });
}

Result<std::vector<RuleAgainst>> rulesAgainst(Workspace& workspace, const Placement& placement) {
  std::vector<RuleAgainst> against;
  if (!placement.child.stored() || !placement.setting.stored() || placement.stay.to) return against;
  const auto judged = inLaw(workspace, placement);
  if (!judged) return failed(judged);
  const auto breaches = workspace.file().placements().breaches();
  if (!breaches) return failed(breaches);
  // Who is not there yet is judged as an arrival that nobody called an emergency.
  (*judged)->facts.emergency = placement.emergencyBeyondApproval;
  for (const law::LegalFinding& finding : law::blocks((*judged)->facts)) {
    if (finding.judgement != law::Judgement::broken) continue;
    const bool onRecord = placement.id.stored() && std::any_of(breaches->begin(), breaches->end(), [&](const Breach& breach) {
                            const bool about =
                                breach.placement == placement.id || (breach.referral && breach.referral == placement.referral);
                            return about && breach.rule == finding.rule && !breach.endedOn;
                          });
    if (!onRecord) against.push_back({finding.rule, finding.why});
  }
  return against;
}

}  // namespace homeward::app
