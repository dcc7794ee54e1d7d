#include "app/contract.h"

#include <algorithm>
#include <array>
#include <set>

#include "support/text.h"
#include "wording/wording.h"

namespace homeward::app {
namespace {

constexpr int whole = 10000;
constexpr int basisPointsOfOne = 100;
constexpr std::chrono::days oneDay{1};

/// "30%", "12.5%".
std::string percent(int basisPoints) {
  std::string words = std::to_string(basisPoints / basisPointsOfOne);
  if (int rest = basisPoints % basisPointsOfOne; rest != 0) {
    words += rest < 10 ? ".0" : ".";
    words += std::to_string(rest % 10 == 0 ? rest / 10 : rest);
  }
  return words + "%";
}

std::string daysInWords(const DateRange& range) {
  return "from " + longDate(range.from) + (range.to ? " to " + longDate(*range.to - oneDay) : std::string{});
}

bool sameName(const ContractTerm& a, const ContractTerm& b) {
  return a.item == b.item && lowered(collapsed(a.clause)) == lowered(collapsed(b.clause));
}

Result<void> withReason(const std::string& reason, const char* words) {
  if (trimmed(reason).empty()) return fail(ErrorCode::invalid, "reason", words);
  return {};
}

constexpr const char* whyCorrected = "Say what was wrong: whoever reads the report of an earlier week sees another figure there.";
constexpr const char* whyTakenOut = "Say why it should never have been there: it stays in what was known before.";

template <class T>
Result<T> oneOf(Result<std::vector<T>> known, decltype(T::id) id, const char* subject, const char* gone) {
  if (!known) return failed(known);
  const auto found = std::find_if(known->begin(), known->end(), [id](const T& one) { return one.id == id; });
  if (found == known->end()) return fail(ErrorCode::notFound, subject, gone);
  return *found;
}

Result<ContractTerm> termOf(Workspace& workspace, TermId id) {
  const auto known = workspace.file().placements().asKnownNow();
  if (!known) return failed(known);
  return oneOf<ContractTerm>(known->terms, id, "term", "This price is no longer in the contract.");
}

Result<FundingShare> shareOf(Workspace& workspace, FundingId id) {
  const auto known = workspace.file().placements().asKnownNow();
  if (!known) return failed(known);
  return oneOf<FundingShare>(known->funding, id, "share", "This share is no longer in the contract.");
}

Result<void> soundBeside(Workspace& workspace, const ContractTerm& term) {
  const auto placement = workspace.file().placements().get(term.placement);
  if (!placement) return failed(placement);
  auto beside = workspace.file().placements().terms(term.placement);
  if (!beside) return failed(beside);
  return soundTerm(term, placement->stay, *beside);
}

Result<void> soundBeside(Workspace& workspace, const FundingShare& share) {
  const auto placement = workspace.file().placements().get(share.placement);
  if (!placement) return failed(placement);
  const auto beside = workspace.file().placements().funding(share.placement);
  if (!beside) return failed(beside);
  return soundShare(share, placement->stay, *beside);
}

/// The day after the last one, if it cuts the range within its days.
Result<Date> endWithin(const DateRange& valid, Date last) {
  const Date end = last + oneDay;
  if (last < valid.from)
    return fail(ErrorCode::invalid, "last",
                "It begins on " + longDate(valid.from) + ", after that day. If it should never have been there, take it out.");
  if (valid.to && end >= *valid.to)
    return fail(ErrorCode::invalid, "last", "It ends on " + longDate(*valid.to - oneDay) + " already. Choose an earlier day.");
  return end;
}

Result<void> withinDays(const DateRange& valid, Date from, const char* words) {
  if (from <= valid.from || (valid.to && from >= *valid.to)) return fail(ErrorCode::invalid, "from", words);
  return {};
}

}  // namespace

Result<void> soundTerm(const ContractTerm& term, const DateRange& stay, const std::vector<ContractTerm>& beside) {
  if (term.amount < Money{})
    return fail(ErrorCode::invalid, "amount",
                "A price cannot be below nothing. A contribution is entered as a positive amount of its own item.");
  if (term.once) return {};
  if (term.valid.to && *term.valid.to <= term.valid.from)
    return fail(ErrorCode::invalid, "last", "The last day cannot lie before the first.");
  if (!term.valid.overlaps(stay))
    return fail(ErrorCode::invalid, "from",
                "The child stays " + daysInWords(stay) +
                    ": on none of these days a price a week counts. Choose days of the stay, or enter "
                    "a sum that is due once.");
  for (const ContractTerm& other : beside) {
    if (other.id == term.id || other.once || !sameName(other, term) || !other.valid.overlaps(term.valid)) continue;
    return fail(ErrorCode::invalid, "from",
                wording::label("quoteItem", text(term.item)) +
                    " has a price on some of these days already: " + poundsAndPence(other.amount) + " a week " + daysInWords(other.valid) +
                    ". Give that one a new price from a day, or say what the contract calls this one, if it is another.");
  }
  return {};
}

Result<void> soundShare(const FundingShare& share, const DateRange& stay, const std::vector<FundingShare>& beside) {
  if (share.basisPoints <= 0) return fail(ErrorCode::invalid, "share", "Enter the share in per cent: more than nothing.");
  if (share.basisPoints > whole) return fail(ErrorCode::invalid, "share", "Nobody pays more than the whole: 100% at most.");
  if (share.valid.to && *share.valid.to <= share.valid.from)
    return fail(ErrorCode::invalid, "last", "The last day cannot lie before the first.");
  if (!share.valid.overlaps(stay))
    return fail(ErrorCode::invalid, "from", "The child stays " + daysInWords(stay) + ": on none of these days there is anything to share.");
  std::set<Date> changes{share.valid.from};
  for (const FundingShare& other : beside) {
    if (other.id == share.id || !other.valid.overlaps(share.valid)) continue;
    if (other.funder == share.funder)
      return fail(ErrorCode::invalid, "funder",
                  wording::label("funder", text(share.funder)) +
                      " pays a share on some of these days already: " + percent(other.basisPoints) + " " + daysInWords(other.valid) +
                      ". Give that one a new share from a day, or end it first.");
    if (other.valid.from > share.valid.from) changes.insert(other.valid.from);
  }
  // The sum of a day can only rise where a share begins.
  for (const Date day : changes) {
    int sum = share.basisPoints;
    for (const FundingShare& other : beside)
      if (other.id != share.id && other.valid.contains(day)) sum += other.basisPoints;
    if (sum > whole)
      return fail(ErrorCode::invalid, "share",
                  "Together the shares of " + longDate(day) + " would be " + percent(sum) + ". They can be 100% at most: others pay " +
                      percent(sum - share.basisPoints) + " on that day.");
  }
  return {};
}

Result<TermId> addTerm(Workspace& workspace, ContractTerm term) {
  term.clause = std::string(trimmed(term.clause));
  if (term.once) term.valid.to = term.valid.from + oneDay;
  if (term.amount == Money{}) return fail(ErrorCode::invalid, "amount", "Enter the amount in pounds.");
  if (const auto sound = soundBeside(workspace, term); !sound) return failed(sound);
  return workspace.change([&](store::Transaction& in) { return workspace.file().placements().addTerm(in, term); });
}

Result<void> changeTerm(Workspace& workspace, TermId id, Money amount, Date from, const std::string& clause) {
  const auto term = termOf(workspace, id);
  if (!term) return failed(term);
  if (term->once) return fail(ErrorCode::invalid, "term", "A sum that is due once has no later price. Correct it instead.");
  if (auto within = withinDays(term->valid, from,
                               "The new price must begin within the days of the old one, after its first day. If the first day's "
                               "price was entered wrongly, correct it instead.");
      !within)
    return within;
  ContractTerm before = *term;
  before.valid.to = from;
  const std::string name(trimmed(clause));
  const ContractTerm after{TermId{}, term->placement, term->item, false, amount, {from, term->valid.to}, name.empty() ? term->clause : name,
                           {}};
  auto beside = workspace.file().placements().terms(term->placement);
  if (!beside) return failed(beside);
  std::erase_if(*beside, [id](const ContractTerm& one) { return one.id == id; });
  const auto placement = workspace.file().placements().get(term->placement);
  if (!placement) return failed(placement);
  if (auto sound = soundTerm(after, placement->stay, *beside); !sound) return sound;
  auto store = workspace.file().placements();
  return workspace.change([&](store::Transaction& in) -> Result<void> {
    if (auto corrected = store.correctTerm(in, before); !corrected) return corrected;
    if (const auto added = store.addTerm(in, after); !added) return failed(added);
    return {};
  });
}

Result<void> correctTerm(Workspace& workspace, const ContractTerm& term, const std::string& reason) {
  ContractTerm corrected = term;
  corrected.clause = std::string(trimmed(term.clause));
  if (corrected.once) corrected.valid.to = corrected.valid.from + oneDay;
  if (auto sound = soundBeside(workspace, corrected); !sound) return sound;
  if (auto said = withReason(reason, whyCorrected); !said) return said;
  return workspace.change(
      [&](store::Transaction& in) { return workspace.file().placements().correctTerm(in, corrected, std::string(trimmed(reason))); });
}

Result<void> endTerm(Workspace& workspace, TermId id, Date last) {
  auto term = termOf(workspace, id);
  if (!term) return failed(term);
  if (term->once)
    return fail(ErrorCode::invalid, "term", "A sum that is due once does not last, so it does not end. Correct it, or take it out.");
  const auto end = endWithin(term->valid, last);
  if (!end) return failed(end);
  term->valid.to = *end;
  return workspace.change([&](store::Transaction& in) { return workspace.file().placements().correctTerm(in, *term); });
}

Result<void> takeOutTerm(Workspace& workspace, TermId id, const std::string& reason) {
  if (auto said = withReason(reason, whyTakenOut); !said) return said;
  return workspace.change(
      [&](store::Transaction& in) { return workspace.file().placements().withdrawTerm(in, id, std::string(trimmed(reason))); });
}

Result<FundingId> addFunding(Workspace& workspace, FundingShare share) {
  if (const auto sound = soundBeside(workspace, share); !sound) return failed(sound);
  return workspace.change([&](store::Transaction& in) { return workspace.file().placements().addFunding(in, share); });
}

Result<void> changeFunding(Workspace& workspace, FundingId id, int basisPoints, Date from) {
  const auto share = shareOf(workspace, id);
  if (!share) return failed(share);
  if (auto within = withinDays(share->valid, from,
                               "The new share must begin within the days of the old one, after its first day. If the first day's "
                               "share was entered wrongly, correct it instead.");
      !within)
    return within;
  FundingShare before = *share;
  before.valid.to = from;
  const FundingShare after{FundingId{}, share->placement, share->funder, basisPoints, {from, share->valid.to}, {}};
  auto beside = workspace.file().placements().funding(share->placement);
  if (!beside) return failed(beside);
  std::erase_if(*beside, [id](const FundingShare& one) { return one.id == id; });
  const auto placement = workspace.file().placements().get(share->placement);
  if (!placement) return failed(placement);
  if (auto sound = soundShare(after, placement->stay, *beside); !sound) return sound;
  auto store = workspace.file().placements();
  return workspace.change([&](store::Transaction& in) -> Result<void> {
    if (auto corrected = store.correctFunding(in, before); !corrected) return corrected;
    if (const auto added = store.addFunding(in, after); !added) return failed(added);
    return {};
  });
}

Result<void> correctFunding(Workspace& workspace, const FundingShare& share, const std::string& reason) {
  if (auto sound = soundBeside(workspace, share); !sound) return sound;
  if (auto said = withReason(reason, whyCorrected); !said) return said;
  return workspace.change(
      [&](store::Transaction& in) { return workspace.file().placements().correctFunding(in, share, std::string(trimmed(reason))); });
}

Result<void> endFunding(Workspace& workspace, FundingId id, Date last) {
  auto share = shareOf(workspace, id);
  if (!share) return failed(share);
  const auto end = endWithin(share->valid, last);
  if (!end) return failed(end);
  share->valid.to = *end;
  return workspace.change([&](store::Transaction& in) { return workspace.file().placements().correctFunding(in, *share); });
}

Result<void> takeOutFunding(Workspace& workspace, FundingId id, const std::string& reason) {
  if (auto said = withReason(reason, whyTakenOut); !said) return said;
  return workspace.change(
      [&](store::Transaction& in) { return workspace.file().placements().withdrawFunding(in, id, std::string(trimmed(reason))); });
}

}  // namespace homeward::app
