#include "app/referrals.h"

#include <algorithm>
#include <map>

#include "app/asking.h"
#include "app/my_work.h"
#include "support/text.h"

namespace homeward::app {
namespace {

/// "Wren Tansy, 9", "Finch and Lark Burdock, 6 and 4": names with ages, a surname that all share said once.
std::string peopleWords(const std::vector<Child>& children, Date today, bool numbersOnly) {
  std::vector<std::string> names;
  std::vector<std::string> ages;
  const auto surname = [](const std::string& name) {
    const auto blank = name.rfind(' ');
    return blank == std::string::npos ? std::string{} : name.substr(blank);
  };
  const bool shared = children.size() > 1 && std::all_of(children.begin(), children.end(), [&](const Child& child) {
                        return !surname(child.name).empty() && surname(child.name) == surname(children.front().name);
                      });
  for (const Child& child : children) {
    if (numbersOnly)
      names.push_back(child.number);
    else
      names.push_back(shared ? child.name.substr(0, child.name.size() - surname(child.name).size()) : child.name);
    ages.push_back(std::to_string(ageOn(child.born, today)));
  }
  if (names.empty()) return {};
  std::string words = listed(names);
  if (shared && !numbersOnly) words += surname(children.front().name);
  return words + ", " + listed(ages);
}

int owedCount(const Referral& referral) {
  return static_cast<int>(std::count_if(referral.owed.begin(), referral.owed.end(), [](const OwedStep& step) { return !step.doneOn; }));
}

/// Steps that became owed by this entry are added; steps that are there keep their day and whether they are done.
void bringOwedUpToDate(Referral& referral, const std::vector<Child>& children, Date today, const WorkingDays& calendar) {
  const std::vector<OwedStep> wanted = owedOnEntry(referral, children, today, calendar);
  for (const OwedStep& step : wanted) {
    const auto same = [&](const OwedStep& known) { return known.what == step.what; };
    if (std::none_of(referral.owed.begin(), referral.owed.end(), same)) referral.owed.push_back(step);
  }
  for (OwedStep& step : referral.owed) {
    const auto same = [&](const OwedStep& still) { return still.what == step.what; };
    if (!step.doneOn && std::none_of(wanted.begin(), wanted.end(), same)) step.doneOn = today;
  }
}

Result<ChildId> putChild(store::ChildStore store, store::Transaction& in, const Child& child) {
  if (!child.id.stored()) return store.add(in, child);
  const auto stored = store.get(child.id);
  if (!stored) return failed(stored);
  if (*stored == child) return child.id;
  if (const auto version = store.save(in, child); !version) return failed(version);
  return child.id;
}

/// `besides` happens in the same transaction.
Result<Referral> changed(Workspace& workspace, ReferralId id, const std::function<Result<void>(Referral&)>& edit,
                         const std::function<Result<void>(store::Transaction&)>& besides = {}) {
  auto referral = workspace.file().referrals().get(id);
  if (!referral) return referral;
  if (const auto done = edit(*referral); !done) return failed(done);
  const auto version = workspace.change([&](store::Transaction& in) -> Result<std::int64_t> {
    if (besides)
      if (const auto done = besides(in); !done) return failed(done);
    return workspace.file().referrals().save(in, *referral);
  });
  if (!version) return failed(version);
  referral->version = *version;
  return referral;
}

}  // namespace

Result<std::vector<ReferralLine>> referralLines(Workspace& workspace, bool openOnly) {
  auto& file = workspace.file();
  const auto referrals = file.referrals().all();
  if (!referrals) return failed(referrals);
  const auto people = file.people().people();
  if (!people) return failed(people);
  const auto approaches = file.offers().approaches();
  if (!approaches) return failed(approaches);
  const auto offers = file.offers().offers();
  if (!offers) return failed(offers);

  std::map<ReferralId, ReferralLine> counts;
  for (const Approach& approach : *approaches) {
    ReferralLine& line = counts[approach.referral];
    ++line.approaches;
    if (approach.state == ApproachState::answered || approach.state == ApproachState::declined) ++line.answered;
  }
  for (const Offer& offer : *offers)
    if (!offer.withdrawn) ++counts[offer.referral].offers;

  std::vector<ReferralLine> lines;
  for (const Referral& referral : *referrals) {
    if (openOnly && !isOpen(referral.stage)) continue;
    std::vector<Child> children;
    for (const ReferralMember& member : referral.members) {
      auto child = file.children().get(member.child);
      if (!child) return failed(child);
      children.push_back(*std::move(child));
    }
    ReferralLine line = counts[referral.id];
    line.id = referral.id;
    line.number = referral.number;
    line.people = peopleWords(children, workspace.today(), false);
    line.numbersOnly = peopleWords(children, workspace.today(), true);
    line.urgency = referral.urgency;
    line.stage = referral.stage;
    line.neededBy = referral.neededBy;
    line.neededByMinute = referral.neededByMinute;
    line.owed = owedCount(referral);
    if (referral.owner)
      for (const Person& person : *people)
        if (person.id == *referral.owner) line.owner = person.name;
    lines.push_back(std::move(line));
  }
  std::stable_sort(lines.begin(), lines.end(), [](const ReferralLine& a, const ReferralLine& b) {
    const bool openA = isOpen(a.stage);
    const bool openB = isOpen(b.stage);
    return openA != openB ? openA : std::tie(a.urgency, a.neededBy, a.neededByMinute) < std::tie(b.urgency, b.neededBy, b.neededByMinute);
  });
  return lines;
}

Result<ReferralCase> referralCase(Workspace& workspace, ReferralId id) {
  auto referral = workspace.file().referrals().get(id);
  if (!referral) return failed(referral);
  ReferralCase entry{*std::move(referral), {}};
  for (const ReferralMember& member : entry.referral.members) {
    auto child = workspace.file().children().get(member.child);
    if (!child) return failed(child);
    entry.children.push_back(*std::move(child));
  }
  return entry;
}

Result<std::string> nextReferralNumber(Workspace& workspace) { return workspace.file().referrals().nextNumber(); }
Result<std::string> nextChildNumber(Workspace& workspace) { return workspace.file().children().nextNumber(); }

Result<ReferralCase> saveReferral(Workspace& workspace, ReferralCase entry, DraftMark typedIn) {
  const Date today = workspace.today();
  for (const Child& child : entry.children)
    if (const auto findings = check(child, today); !findings.empty())
      return fail(ErrorCode::invalid, findings.front().field, findings.front().message);
  entry.referral.members.resize(entry.children.size());
  for (std::size_t i = 0; i < entry.children.size(); ++i) entry.referral.members[i].child = entry.children[i].id;
  if (const auto findings = check(entry.referral, today); !findings.empty())
    return fail(ErrorCode::invalid, findings.front().field, findings.front().message);

  const bool isNew = !entry.referral.id.stored();
  if (isNew) {
    entry.referral.enteredAt = workspace.now();
    if (!entry.referral.owner) entry.referral.owner = workspace.user().id;
  }
  bringOwedUpToDate(entry.referral, entry.children, today, workspace.calendar());

  auto& file = workspace.file();
  const auto saved = workspace.change([&](store::Transaction& in) -> Result<ReferralId> {
    for (std::size_t i = 0; i < entry.children.size(); ++i) {
      Child child = entry.children[i];
      if (child.number.empty()) {
        auto number = file.children().nextNumber();
        if (!number) return failed(number);
        child.number = *std::move(number);
      }
      const auto id = putChild(file.children(), in, child);
      if (!id) return failed(id);
      entry.referral.members[i].child = *id;
    }
    if (entry.referral.number.empty()) {
      auto number = file.referrals().nextNumber();
      if (!number) return failed(number);
      entry.referral.number = *std::move(number);
    }
    if (const auto gone = file.drafts().discard(in, typedIn); !gone) return failed(gone);
    if (isNew) return file.referrals().add(in, entry.referral);
    if (const auto version = file.referrals().save(in, entry.referral); !version) return failed(version);
    return entry.referral.id;
  });
  if (!saved) return failed(saved);
  return referralCase(workspace, *saved);
}

Result<void> withdrawReferral(Workspace& workspace, ReferralId id, const std::string& reason) {
  if (trimmed(reason).empty()) return fail(ErrorCode::invalid, "reason", "Say why the referral is withdrawn.");
  const auto withdraw = [&](Referral& referral) -> Result<void> {
    if (!isOpen(referral.stage)) return fail(ErrorCode::refused, "stage", "This referral is no longer open.");
    referral.stage = homeward::Stage::withdrawn;
    referral.withdrawal = Withdrawal{std::string(trimmed(reason)), workspace.user().id, workspace.today()};
    return {};
  };
  const auto done = changed(workspace, id, withdraw, [&](store::Transaction& in) { return closeApproaches(workspace, in, id); });
  if (!done) return failed(done);
  return {};
}

Result<void> markOwedDone(Workspace& workspace, ReferralId id, const std::string& what, bool done) {
  const auto mark = [&](Referral& referral) -> Result<void> {
    const auto step = std::find_if(referral.owed.begin(), referral.owed.end(), [&](const OwedStep& owed) { return owed.what == what; });
    if (step == referral.owed.end()) return fail(ErrorCode::notFound, what, "This step is not owed on the referral.");
    step->doneOn = done ? std::optional{workspace.today()} : std::nullopt;
    return {};
  };
  const auto saved = changed(workspace, id, mark, [&](store::Transaction& in) {
    return what == "placementPlan" ? planOfReferralMarked(workspace, in, id, done) : Result<void>{};
  });
  if (!saved) return failed(saved);
  return {};
}

Result<void> waiveGate(Workspace& workspace, ReferralId id, const std::string& gate, const std::string& candidate,
                       const std::string& reason) {
  if (!gate.starts_with("essential."))
    return fail(ErrorCode::refused, gate,
                "Only this referral's own essential criteria can be waived. Law, registration and willingness cannot.");
  if (trimmed(reason).empty()) return fail(ErrorCode::invalid, "reason", "Say why this criterion is set aside: the reason stays visible.");
  const auto saved = changed(workspace, id, [&](Referral& referral) -> Result<void> {
    std::erase_if(referral.waivers, [&](const Waiver& waiver) { return waiver.gate == gate && waiver.candidate == candidate; });
    referral.waivers.push_back({gate, candidate, workspace.user().id, workspace.today(), reason});
    return {};
  });
  if (!saved) return failed(saved);
  return {};
}

Result<void> takeBackWaiver(Workspace& workspace, ReferralId id, const std::string& gate, const std::string& candidate) {
  const auto saved = changed(workspace, id, [&](Referral& referral) -> Result<void> {
    const auto gone =
        std::erase_if(referral.waivers, [&](const Waiver& waiver) { return waiver.gate == gate && waiver.candidate == candidate; });
    if (gone == 0) return fail(ErrorCode::notFound, gate, "This criterion is not set aside for this home.");
    return {};
  });
  if (!saved) return failed(saved);
  return {};
}

}  // namespace homeward::app
