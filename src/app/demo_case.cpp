// The fictional case as a case file: written week by week, so that what a past week looked like can be shown as it was known then.
#include <algorithm>
#include <map>
#include <utility>

#include "app/frozen.h"
#include "app/my_work.h"
#include "app/open_case.h"
#include "demo/demo_case.h"
#include "support/platform/lock.h"

namespace homeward::app {
namespace {

using demo::DemoCase;

/// Stored in the order of the vector, a value gets the id that the generator gave it; anything else is a fault of ours.
template <class Value, class Store>
Result<void> addAll(const std::vector<Value>& values, const char* what, Store&& add) {
  for (const Value& value : values) {
    const auto id = add(value);
    if (!id) return failed(id);
    if (*id != value.id) return fail(ErrorCode::invalid, what, "The demo case numbers its values in another order than they are stored.");
  }
  return {};
}

Result<void> writeMap(store::CaseFile& file, store::Transaction& in, const DemoCase& demo, const Progress& progress) {
  std::size_t next = 0;
  const auto put = file.geography().putPostcodes(
      in,
      [&](Place& place) {
        if (next == demo.postcodes.size()) return false;
        place = demo.postcodes[next++];
        return true;
      },
      progress);
  if (!put) return failed(put);
  return file.geography().replaceAreas(in, demo.areas, geography::adjoining(demo.areas));
}

Result<void> writeNouns(store::CaseFile& file, store::Transaction& in, const DemoCase& demo) {
  if (auto r = file.properties().setFictional(in, true); !r) return r;
  if (auto r = file.properties().setPricedSupport(in, demo.support); !r) return r;
  for (const Authority& authority : demo.authorities)
    if (!authority.responsible)
      if (const auto id = file.people().addAuthority(in, authority); !id) return failed(id);
  if (auto r = addAll(demo.teams, "team", [&](const Team& team) { return file.people().addTeam(in, team); }); !r) return r;
  if (auto r = addAll(demo.people, "person", [&](const Person& person) { return file.people().addPerson(in, person); }); !r) return r;
  if (auto r =
          addAll(demo.siblingGroups, "siblingGroup", [&](const SiblingGroup& group) { return file.children().addSiblingGroup(in, group); });
      !r)
    return r;
  if (auto r = addAll(demo.children, "child", [&](const Child& child) { return file.children().add(in, child); }); !r) return r;
  if (auto r = addAll(demo.providers, "provider", [&](const Provider& provider) { return file.market().addProvider(in, provider); }); !r)
    return r;
  return addAll(demo.settings, "setting", [&](const Setting& setting) { return file.market().addSetting(in, setting); });
}

/// Those of the values whose referral is still open, or is over.
template <class Values, class ReferralOf>
Values ofThose(const DemoCase& demo, bool open, Values values, ReferralOf&& referralOf) {
  std::erase_if(values, [&](const auto& value) {
    return isOpen(demo.referrals.at(static_cast<std::size_t>(referralOf(value).value - 1)).stage) != open;
  });
  return values;
}

constexpr auto its = [](const auto& value) { return value.referral; };

/// The referrals that are over, or those that are still open, with everything that was asked, answered and put before the social worker.
/// The former have the lower ids.
Result<void> writeReferrals(store::CaseFile& file, store::Transaction& in, const DemoCase& demo, bool open) {
  const auto referrals = ofThose(demo, open, demo.referrals, [](const Referral& referral) { return referral.id; });
  if (auto r = addAll(referrals, "referral", [&](const Referral& referral) { return file.referrals().add(in, referral); }); !r) return r;
  if (auto r = addAll(ofThose(demo, open, demo.approaches, its), "approach",
                      [&](const Approach& approach) { return file.offers().addApproach(in, approach); });
      !r)
    return r;
  if (auto r =
          addAll(ofThose(demo, open, demo.offers, its), "offer", [&](const Offer& offer) { return file.offers().addOffer(in, offer); });
      !r)
    return r;
  if (auto r = addAll(ofThose(demo, open, demo.options, its), "option",
                      [&](const Option& option) { return file.offers().addOption(in, option); });
      !r)
    return r;
  return addAll(ofThose(demo, open, demo.choices, its), "choice",
                [&](const Choice& choice) { return file.decisions().addChoice(in, choice); });
}

/// The decisions about those referrals, each with what it rested on: the ranking of its moment over what has been written, which is what
/// `decide` freezes. Read through a workspace of its own whose clock stands at that moment.
Result<std::vector<Decision>> withFrozenInputs(const store::CaseFile& file, const DemoCase& demo, bool open) {
  auto decisions = ofThose(demo, open, demo.decisions, its);
  if (decisions.empty()) return decisions;
  const auto moment = std::make_shared<Instant>(decisions.front().at);
  const Opened then = openCase(file.path(), store::OpenMode::readOnly, [moment] { return *moment; });
  if (!then.workspace) return fail(ErrorCode::refused, "demo", then.words);
  for (Decision& decision : decisions) {
    *moment = decision.at;
    const auto ranked = rankOffers(*then.workspace, decision.referral);
    if (!ranked) return failed(ranked);
    const auto choice = then.workspace->file().decisions().choice(decision.choice);
    if (!choice) return failed(choice);
    decision.frozen = frozenInputs(**ranked, *choice);
  }
  return decisions;
}

Result<void> writeDecisions(store::CaseFile& file, store::Transaction& in, const DemoCase& demo, const std::vector<Decision>& decisions,
                            bool open) {
  if (auto r = addAll(decisions, "decision", [&](const Decision& decision) { return file.decisions().addDecision(in, decision); }); !r)
    return r;
  return addAll(ofThose(demo, open, demo.approvals, its), "approval",
                [&](const Approval& approval) { return file.decisions().addApproval(in, approval); });
}

/// Referrals first, for a decision rests on what was known before it.
Result<void> writeReferralsAndDecisions(store::CaseFile& file, const DemoCase& demo, Instant at, bool open) {
  if (auto r = file.change(PersonId{1}, at, [&](store::Transaction& in) { return writeReferrals(file, in, demo, open); }); !r) return r;
  const auto decisions = withFrozenInputs(file, demo, open);
  if (!decisions) return failed(decisions);
  return file.change(PersonId{1}, at, [&](store::Transaction& in) { return writeDecisions(file, in, demo, *decisions, open); });
}

/// One thing that became known in a week.
struct Event {
  Date on{};
  enum class Kind { starts, price, funding, ends } kind = Kind::starts;
  std::size_t which = 0;
};

/// Arrivals, prices, funding and departures on their days, grouped by week: one transaction a week, dated by its last event.
Result<void> writeHistory(store::CaseFile& file, const DemoCase& demo, const Progress& progress) {
  std::map<IsoWeek, std::vector<Event>> weeks;
  const Date last = demo.today;
  const auto add = [&](Date on, Event::Kind kind, std::size_t which) {
    weeks[isoWeek(std::min(on, last))].push_back({std::min(on, last), kind, which});
  };
  std::map<PlacementId, Date> arrived;
  for (std::size_t i = 0; i < demo.placements.size(); ++i) {
    const DateRange& stay = demo.placements[i].stay;
    arrived[demo.placements[i].id] = stay.from;
    add(stay.from, Event::Kind::starts, i);
    if (stay.to) add(*stay.to, Event::Kind::ends, i);
  }
  // A price is known when it begins to count, and never before the child arrived.
  for (std::size_t i = 0; i < demo.terms.size(); ++i)
    add(std::max(demo.terms[i].valid.from, arrived[demo.terms[i].placement]), Event::Kind::price, i);
  for (std::size_t i = 0; i < demo.funding.size(); ++i)
    add(std::max(demo.funding[i].valid.from, arrived[demo.funding[i].placement]), Event::Kind::funding, i);

  std::map<PlacementId, PlacementId> storedAs;
  auto placements = file.placements();
  std::int64_t done = 0;
  bool referralsWritten = false;
  for (auto& weekOfEvents : weeks) {
    std::vector<Event>& events = weekOfEvents.second;
    if (!progress.step(done++, static_cast<std::int64_t>(weeks.size()))) return fail(ErrorCode::cancelled, "demo", "Stopped.");
    std::stable_sort(events.begin(), events.end(), [](const Event& a, const Event& b) {
      return a.on != b.on ? a.on < b.on : static_cast<int>(a.kind) < static_cast<int>(b.kind);
    });
    const Instant at = std::min<Instant>(events.back().on + std::chrono::hours{9}, demo.asAt);
    const bool decided = std::any_of(events.begin(), events.end(), [&](const Event& event) {
      return event.kind == Event::Kind::starts && demo.placements[event.which].referral.has_value();
    });
    // The first placement that a decision led to brings the decided referrals with it.
    if (decided && !std::exchange(referralsWritten, true))
      if (auto r = writeReferralsAndDecisions(file, demo, at, false); !r) return r;
    auto written = file.change(PersonId{1}, at, [&](store::Transaction& in) -> Result<void> {
      for (const Event& event : events) {
        switch (event.kind) {
          case Event::Kind::starts: {
            Placement placement = demo.placements[event.which];
            const PlacementId given = placement.id;
            placement.id = PlacementId{};
            placement.stay.to.reset();
            placement.endReason.clear();
            placement.endedUnplanned = false;
            const auto id = placements.add(in, placement);
            if (!id) return failed(id);
            storedAs[given] = *id;
            break;
          }
          case Event::Kind::price: {
            ContractTerm term = demo.terms[event.which];
            term.placement = storedAs[term.placement];
            if (const auto id = placements.addTerm(in, term); !id) return failed(id);
            break;
          }
          case Event::Kind::funding: {
            FundingShare share = demo.funding[event.which];
            share.placement = storedAs[share.placement];
            if (const auto id = placements.addFunding(in, share); !id) return failed(id);
            break;
          }
          case Event::Kind::ends: {
            const Placement& placement = demo.placements[event.which];
            if (auto ended = placements.end(in, storedAs[placement.id], *placement.stay.to, placement.endReason, placement.endedUnplanned);
                !ended)
              return ended;
            break;
          }
        }
      }
      return {};
    });
    if (!written) return written;
  }
  return file.change(PersonId{1}, demo.asAt, [&](store::Transaction& in) -> Result<void> {
    for (Breach breach : demo.breaches) {
      if (breach.placement) breach.placement = storedAs[*breach.placement];
      if (const auto id = placements.addBreach(in, breach); !id) return failed(id);
    }
    return {};
  });
}

/// A team that does its work: what fell due before last week was done in its time.
Result<void> markOldClocksDone(store::CaseFile& file, const DemoCase& demo) {
  constexpr auto recent = std::chrono::days{9};
  const auto placements = file.placements().all();
  if (!placements) return failed(placements);
  return file.change(PersonId{1}, demo.asAt, [&](store::Transaction& in) -> Result<void> {
    for (const Placement& placement : *placements) {
      if (placement.stay.from + recent > demo.today || (placement.stay.to && *placement.stay.to <= demo.today)) continue;
      for (const char* step : {"adoptionRoutes", "consultAreaAuthority", "notifyAreaAuthority", "placementPlan", "educationPlan",
                               "noticeOfEnd", "varyApprovalOrMove"})
        if (auto marked = file.work().markDone(in, clockKey(placement.id, step), placement.stay.from); !marked) return marked;
    }
    return {};
  });
}

Result<void> writeDemo(store::CaseFile& file, const DemoCase& demo, const Progress& progress) {
  const Instant begun =
      demo.placements.empty()
          ? demo.asAt
          : Instant{std::min_element(demo.placements.begin(), demo.placements.end(), [](const Placement& a, const Placement& b) {
                      return a.stay.from < b.stay.from;
                    })->stay.from};
  auto written = file.change(PersonId{}, std::min(begun, demo.asAt), [&](store::Transaction& in) -> Result<void> {
    if (auto r = writeMap(file, in, demo, progress); !r) return r;
    return writeNouns(file, in, demo);
  });
  if (!written) return written;
  written = writeHistory(file, demo, progress);
  if (!written) return written;
  written = writeReferralsAndDecisions(file, demo, demo.asAt, true);
  if (!written) return written;
  return markOldClocksDone(file, demo);
}

}  // namespace

Result<std::unique_ptr<Workspace>> demoCase(const std::filesystem::path& path, std::uint64_t seed, Date today, const Progress& progress,
                                            Clock clock) {
  const DemoCase demo = demo::makeDemo(seed, today);
  const auto responsible =
      std::find_if(demo.authorities.begin(), demo.authorities.end(), [](const Authority& authority) { return authority.responsible; });
  if (responsible == demo.authorities.end()) return fail(ErrorCode::invalid, "demo", "The demo case has no responsible authority.");
  if (std::filesystem::exists(path))
    return fail(ErrorCode::refused, path.string(), "There is a file of this name already. Choose another name.");
  store::OpenOutcome outcome = store::CaseFile::create(path, *responsible, platform::thisProgram(), clock());
  if (!outcome.file) return tl::unexpected<Error>(outcome.why);
  // A demo that was stopped half way leaves nothing behind.
  if (const auto written = writeDemo(*outcome.file, demo, progress); !written) {
    outcome.file.reset();
    for (const char* beside : {"", "-wal", "-shm", ".head"}) {
      std::error_code ignored;
      std::filesystem::remove(path.string() + beside, ignored);
    }
    return failed(written);
  }
  return Workspace::over(std::move(*outcome.file), std::move(clock));
}

}  // namespace homeward::app
