// Placements, terms and funding with their two times: what was true, and what was known.

#include "store/temporary_case.h"
#include "support/cases.h"

namespace homeward::tests {
namespace {

struct CaseWithPlacement : TemporaryCase {
  Placement placement;
  ContractTerm term;
  store::PlacementStore placements = file().placements();

  CaseWithPlacement() {
    change([this](store::Transaction& in) -> Result<void> {
      Child rowan;
      rowan.name = "Rowan Plover";
      Provider inHouse;
      inHouse.name = "Wendmoor fostering";
      Setting larch;
      larch.name = "Larch household";
      placement.child = file().children().add(in, rowan).value();
      placement.provider = larch.provider = file().market().addProvider(in, inHouse).value();
      placement.setting = file().market().addSetting(in, larch).value();
      placement.stay = {date(2026, 11, 2), std::nullopt};
      placement.placeCode = "U6";
      return {};
    });
    placement.id = change([this](store::Transaction& in) { return placements.add(in, placement); }, at(9));
    placement.recorded.at = at(9);
    term.placement = placement.id;
    term.amount = pounds(1453, 14);
    term.valid = {date(2026, 11, 2), std::nullopt};
    term.id = change([this](store::Transaction& in) { return placements.addTerm(in, term); }, at(9));
    term.recorded.at = at(9);
  }
};

}  // namespace

TEST_CASE("A correction supersedes and what was known before can be shown again") {
  CaseWithPlacement wendmoorCase;
  auto& placements = wendmoorCase.placements;
  auto dearer = wendmoorCase.term;
  dearer.amount = pounds(1600);
  wendmoorCase.change([&](store::Transaction& in) { return placements.correctTerm(in, dearer); }, at(11));

  CHECK(must(placements.asKnownAt(at(8, 59))).placements.empty());
  CHECK(must(placements.asKnownAt(at(9))).terms.front().amount == pounds(1453, 14));
  CHECK(must(placements.asKnownAt(at(10, 59, 59))).terms.front().amount == pounds(1453, 14));
  CHECK(must(placements.asKnownAt(at(11))).terms.front().amount == pounds(1600));
  CHECK(must(placements.asKnownNow()).terms.size() == 1);
  const auto rows = must(placements.termHistory(wendmoorCase.placement.id));
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].recorded.superseded == at(11));
  CHECK(rows[1].id == rows[0].id);

  SECTION("a correction of what was corrected in the meantime is a conflict that says what changed") {
    const auto conflict = wendmoorCase.file().change(wendmoorCase.officer, at(12),
                                                     [&](store::Transaction& in) { return placements.correctTerm(in, wendmoorCase.term); });
    REQUIRE(!conflict);
    CHECK(conflict.error().code == ErrorCode::conflict);
    CHECK(conflict.error().detail.find("amount") != std::string::npos);
  }
  SECTION("a term that should never have been is withdrawn, and was known until then") {
    wendmoorCase.change([&](store::Transaction& in) { return placements.withdrawTerm(in, dearer.id); }, at(12));
    CHECK(must(placements.terms(wendmoorCase.placement.id)).empty());
    CHECK(must(placements.asKnownAt(at(11, 30))).terms.size() == 1);
  }
}

TEST_CASE("A clock that was set back does not make a row known before the one that it replaces") {
  CaseWithPlacement wendmoorCase;
  auto changed = wendmoorCase.placement;
  changed.plannedEnd = date(2027, 4, 1);
  wendmoorCase.change([&](store::Transaction& in) { return wendmoorCase.placements.correct(in, changed); }, at(7));
  const auto rows = must(wendmoorCase.placements.history(changed.id));
  REQUIRE(rows.size() == 2);
  CHECK(rows[1].recorded.at == at(9));
  CHECK(must(wendmoorCase.placements.asKnownAt(at(9))).placements.size() == 1);
}

TEST_CASE("A stay ends and cannot end before it began") {
  CaseWithPlacement wendmoorCase;
  const auto end = [&](Date day) {
    return wendmoorCase.file().change(wendmoorCase.officer, at(12), [&](store::Transaction& in) {
      return wendmoorCase.placements.end(in, wendmoorCase.placement.id, day, "CARPL", true);
    });
  };
  CHECK(end(date(2026, 11, 1)).error().code == ErrorCode::invalid);
  must(end(date(2026, 11, 20)));
  const auto ended = must(wendmoorCase.placements.get(wendmoorCase.placement.id));
  CHECK(ended.stay.to == date(2026, 11, 20));
  CHECK(ended.endedUnplanned);
  CHECK_FALSE(must(wendmoorCase.placements.asKnownAt(at(10))).placements.front().stay.to);
  CHECK(must(wendmoorCase.placements.ofChild(wendmoorCase.placement.child)) == std::vector<Placement>{ended});
}

TEST_CASE("Funding and breaches come back as they were kept") {
  CaseWithPlacement wendmoorCase;
  auto& placements = wendmoorCase.placements;
  for (const Funder funder : all<Funder>()) {
    FundingShare share{FundingId(), wendmoorCase.placement.id, funder, 2500, {date(2026, 11, 2), date(2027, 1, 1)}, {at(9), std::nullopt}};
    share.id = wendmoorCase.change([&](store::Transaction& in) { return placements.addFunding(in, share); });
    CHECK(must(placements.funding(wendmoorCase.placement.id)).back() == share);
    share.basisPoints = 3000;
    wendmoorCase.change([&](store::Transaction& in) { return placements.correctFunding(in, share); }, at(10));
    CHECK(must(placements.fundingHistory(wendmoorCase.placement.id)).back().basisPoints == 3000);
  }
  wendmoorCase.change([&](store::Transaction& in) { return placements.withdrawFunding(in, FundingId(1)); }, at(11));
  CHECK(must(placements.asKnownNow()).funding.size() == 3);

  Breach breach;
  breach.rule = 23;
  breach.placement = wendmoorCase.placement.id;
  breach.authorisedBy = wendmoorCase.socialWorker;
  breach.from = date(2026, 11, 23);
  breach.reviewOn = date(2026, 12, 1);
  breach.words = "beyond the terms of approval";
  breach.id = wendmoorCase.change([&](store::Transaction& in) { return placements.addBreach(in, breach); });
  breach.version = 1;
  CHECK(must(placements.breaches()) == std::vector<Breach>{breach});
  breach.endedOn = date(2026, 11, 25);
  CHECK(wendmoorCase.change([&](store::Transaction& in) { return placements.saveBreach(in, breach); }) == 2);
}

TEST_CASE("What was known at any moment equals what a plain list of corrections says") {
  CaseWithPlacement wendmoorCase;
  auto& placements = wendmoorCase.placements;
  int second = 0;
  holdsFor(400, "as known at", [&] {
    // Corrections at growing moments, several within one second; the oracle remembers the amount after each.
    std::vector<std::pair<Instant, Money>> oracle;
    ContractTerm term = wendmoorCase.term;
    term.id = wendmoorCase.change([&](store::Transaction& in) { return placements.addTerm(in, term); }, at(12, 0, second));
    oracle.emplace_back(at(12, 0, second), term.amount);
    const auto corrections = *rc::gen::inRange(0, 6);
    for (int i = 0; i < corrections; ++i) {
      second += *rc::gen::inRange(0, 3);
      const auto rows = must(placements.terms(wendmoorCase.placement.id));
      term = rows.back();
      term.amount = Money(*rc::gen::inRange(1, 1'000'000));
      wendmoorCase.change([&](store::Transaction& in) { return placements.correctTerm(in, term); }, at(12, 0, second));
      oracle.emplace_back(at(12, 0, second), term.amount);
    }
    const Instant moment = oracle.front().first + std::chrono::seconds(*rc::gen::inRange(-1, 20));
    std::optional<Money> expected;
    for (const auto& [from, amount] : oracle)
      if (from <= moment) expected = amount;
    std::optional<Money> found;
    for (const auto& known : must(placements.asKnownAt(moment)).terms)
      if (known.id == term.id) found = known.amount;
    RC_ASSERT(found == expected);
  });
}

}  // namespace homeward::tests
