// Children who lived somewhere before the case file began, and placements that were entered wrongly: put on record, corrected, taken out.
#include "app/placement_record.h"

#include "app/contract.h"
#include "three_offers.h"

using namespace homeward;
using namespace homeward::tests;

namespace {

constexpr std::chrono::days oneDay{1};
constexpr std::chrono::days week{7};

/// A council with one child and two households of its own, and nobody placed.
struct FewOnRecord : Journey {
  Child child;
  Setting alder;
  Setting rowan;

  FewOnRecord() {
    Child fresh = planned().children.front();
    const auto saved = app::saveChild(*workspace, fresh);
    REQUIRE(saved);
    child = *saved;
    alder = emergencyHousehold("Alder household");
    rowan = emergencyHousehold("Rowan household");
  }
  [[nodiscard]] app::PlacementEntry there(Date since) const {
    app::PlacementEntry entry;
    entry.placement.child = child.id;
    entry.placement.setting = alder.id;
    entry.placement.stay.from = since;
    entry.placement.placeCode = "U6";
    entry.placement.providerCode = "PR1";
    entry.terms.push_back({TermId{}, PlacementId{}, QuoteItem::coreFee, false, pounds(700), {since, std::nullopt}, "fee", {}});
    entry.funding.push_back({FundingId{}, PlacementId{}, Funder::health, 5000, {since, std::nullopt}, {}});
    return entry;
  }
  PlacementId enter(const app::PlacementEntry& entry) const {
    const auto id = app::enterPlacement(*workspace, entry);
    INFO((id ? std::string{} : id.error().detail));
    REQUIRE(id);
    return *id;
  }
  [[nodiscard]] Placement stored(PlacementId id) const {
    const auto placement = workspace->file().placements().get(id);
    REQUIRE(placement);
    return *placement;
  }
  void correct(const Placement& placement) const {
    const auto done = app::correctPlacement(*workspace, placement, "Entered wrongly");
    INFO((done ? std::string{} : done.error().detail));
    REQUIRE(done);
  }
  [[nodiscard]] bool livesAt(const Setting& home) const {
    const auto now = workspace->file().market().setting(home.id);
    REQUIRE(now);
    return std::any_of(now->residents.begin(), now->residents.end(), [&](const Resident& one) { return one.child == child.id; });
  }
  [[nodiscard]] int freeAt(const Setting& home) const { return workspace->file().market().setting(home.id)->vacancy->places; }
  [[nodiscard]] Money costOf(IsoWeek of, PlacementId id, std::optional<Instant> knownAt = std::nullopt) const {
    const auto report = app::weekReport(*workspace, of, knownAt);
    REQUIRE(report);
    Money sum;
    for (const auto& line : report->cost.placements)
      if (report->facts[line.placement].placement.id == id) sum += line.net;
    return sum;
  }
};

template <class T>
std::string refusal(const Result<T>& result) {
  REQUIRE_FALSE(result);
  return result.error().subject;
}

}  // namespace

TEST_CASE("A child who was there before the case file began is placed, listed, paid for and shared") {
  const FewOnRecord few;
  const Date since = few.today() - 30 * week;
  const PlacementId id = few.enter(few.there(since));
  const Placement placed = few.stored(id);
  CHECK(placed.provider == few.alder.provider);
  CHECK_FALSE(placed.referral);
  CHECK(few.costOf(isoWeek(few.today()), id) == pounds(700));
  CHECK(few.livesAt(few.alder));
  CHECK(few.freeAt(few.alder) == 2);  // confirmed today: the child was there already
  const auto funding = few.workspace->file().placements().funding(id);
  REQUIRE(funding);
  CHECK(funding->size() == 1);
  const auto lines = app::childLines(*few.workspace);
  REQUIRE(lines);
  CHECK(std::any_of(lines->begin(), lines->end(),
                    [&](const app::ChildLine& line) { return line.child.id == few.child.id && line.livesAt == "Alder household"; }));
}

TEST_CASE("A place that was confirmed before the child came is taken, and one who has left takes none") {
  FewOnRecord few;
  few.alder.vacancy->confirmedOn = few.today() - 31 * week;
  const auto saved = app::saveSetting(*few.workspace, few.alder);
  REQUIRE(saved);
  few.enter(few.there(few.today() - 30 * week));
  CHECK(few.freeAt(few.alder) == 1);
  app::PlacementEntry before = few.there(few.today() - 50 * week);
  before.placement.setting = few.rowan.id;
  before.placement.stay.to = few.today() - 30 * week;
  CHECK(refusal(app::enterPlacement(*few.workspace, before)) == "endReason");
  before.placement.endReason = "no such code";
  CHECK(refusal(app::enterPlacement(*few.workspace, before)) == "endReason");
  before.placement.endReason = "CARPL";
  few.enter(before);
  CHECK_FALSE(few.livesAt(few.rowan));
  CHECK(few.freeAt(few.rowan) == 2);
}

TEST_CASE("Nobody lives in two homes, arrives before being born, or starts in days to come without a decision") {
  const FewOnRecord few;
  const Date since = few.today() - 10 * week;
  few.enter(few.there(since));
  app::PlacementEntry second = few.there(since - week);
  second.placement.setting = few.rowan.id;
  const auto twice = app::enterPlacement(*few.workspace, second);
  REQUIRE_FALSE(twice);
  CHECK(twice.error().detail.find("Alder household") != std::string::npos);
  second.placement.stay.to = since;  // the day of leaving does not count
  second.placement.endReason = "CARPL";
  CHECK(app::enterPlacement(*few.workspace, second));
  CHECK(refusal(app::enterPlacement(*few.workspace, few.there(few.today() + oneDay))) == "start");
  CHECK(refusal(app::enterPlacement(*few.workspace, few.there(few.child.born - oneDay))) == "start");
  app::PlacementEntry nowhere = few.there(few.today());
  nowhere.placement.setting = SettingId{};
  CHECK(refusal(app::enterPlacement(*few.workspace, nowhere)) == "setting");
  nowhere.placement.child = ChildId{};
  CHECK(refusal(app::enterPlacement(*few.workspace, nowhere)) == "child");
}

TEST_CASE("What is wrong with a price of a new placement is told before anything is written") {
  const FewOnRecord few;
  const auto before = few.workspace->file().placements().asKnownNow();
  app::PlacementEntry entry = few.there(few.today() - week);
  entry.terms.push_back(entry.terms.front());
  CHECK(refusal(app::enterPlacement(*few.workspace, entry)) == "from");
  entry.terms.pop_back();
  entry.funding.push_back({FundingId{}, PlacementId{}, Funder::education, 6000, {few.today(), std::nullopt}, {}});
  CHECK(refusal(app::enterPlacement(*few.workspace, entry)) == "share");
  const auto after = few.workspace->file().placements().asKnownNow();
  REQUIRE((before && after));
  CHECK(before->placements == after->placements);
  CHECK(before->terms == after->terms);
}

TEST_CASE("A corrected day of arrival takes prices and shares along, and the report as it was known then stays") {
  const FewOnRecord few;
  const Date since = monday(isoWeek(few.today())) - 4 * week;
  const PlacementId id = few.enter(few.there(since));
  const IsoWeek earlier = isoWeek(since - week);
  CHECK(few.costOf(earlier, id) == Money{});
  const Instant then = few.workspace->now();
  Placement right = few.stored(id);
  right.stay.from = since - week;
  CHECK(refusal(app::correctPlacement(*few.workspace, right, " ")) == "reason");
  CHECK(refusal(app::correctPlacement(*few.workspace, few.stored(id), "Nothing")) == "reason");
  few.correct(right);
  CHECK(few.costOf(earlier, id) == pounds(700));
  CHECK(few.costOf(earlier, id, then) == Money{});
  CHECK(few.workspace->file().placements().funding(id)->front().valid.from == since - week);
  const auto corrections = app::correctionsOf(*few.workspace, id);
  REQUIRE(corrections);
  CHECK(corrections->size() == 3);
  CHECK(corrections->front().reason == "Entered wrongly");
  const auto stale = app::correctPlacement(*few.workspace, right, "again");
  REQUIRE_FALSE(stale);
  CHECK(stale.error().code == ErrorCode::conflict);
}

TEST_CASE("A day of arrival that is corrected there and back leaves one fee and one share a day") {
  const FewOnRecord few;
  const Date since = monday(isoWeek(few.today())) - 10 * week;
  const Date later = since + 3 * week;
  app::PlacementEntry entry = few.there(since);
  entry.terms.front().valid.to = later;
  entry.terms.push_back({TermId{}, PlacementId{}, QuoteItem::coreFee, false, pounds(770), {later, std::nullopt}, "fee", {}});
  entry.terms.push_back({TermId{}, PlacementId{}, QuoteItem::transport, false, pounds(50), {since, std::nullopt}, "taxi", {}});
  entry.funding.front().valid.to = later;
  entry.funding.push_back({FundingId{}, PlacementId{}, Funder::education, 6000, {later, std::nullopt}, {}});
  const PlacementId id = few.enter(entry);
  CHECK(few.costOf(isoWeek(since), id) == pounds(750));
  Placement moved = few.stored(id);
  moved.stay.from = later;
  few.correct(moved);
  CHECK(few.costOf(isoWeek(since), id) == Money{});
  CHECK(few.costOf(isoWeek(later), id) == pounds(820));
  moved = few.stored(id);
  moved.stay.from = since;
  few.correct(moved);
  CHECK(few.costOf(isoWeek(since), id) == pounds(750));
  CHECK(few.costOf(isoWeek(later), id) == pounds(820));
  const auto shares = few.workspace->file().placements().funding(id);
  REQUIRE(shares);
  for (const FundingShare& share : *shares) CHECK(app::soundShare(share, few.stored(id).stay, *shares));
}

TEST_CASE("A correction leaves the provider of that time, and moves no arrival that was into days to come") {
  const FewOnRecord few;
  const PlacementId id = few.enter(few.there(few.today() - 10 * week));
  const Placement before = few.stored(id);
  Provider fresh;
  fresh.name = "Marram Homes";
  const auto buyer = app::saveProvider(*few.workspace, fresh);
  REQUIRE(buyer);
  auto home = few.workspace->file().market().setting(few.alder.id);
  REQUIRE(home);
  home->provider = buyer->id;
  REQUIRE(app::saveSetting(*few.workspace, *home));
  Placement right = before;
  right.plannedEnd = few.today() + week;
  few.correct(right);
  CHECK(few.stored(id).provider == before.provider);
  right = few.stored(id);
  right.setting = few.rowan.id;
  few.correct(right);
  right = few.stored(id);
  right.setting = few.alder.id;
  few.correct(right);
  CHECK(few.stored(id).provider == buyer->id);
  right = few.stored(id);
  right.plannedEnd.reset();
  right.stay.from = few.today() + oneDay;
  CHECK(refusal(app::correctPlacement(*few.workspace, right, "Later")) == "start");
}

TEST_CASE("A corrected home moves the child in the lists of both, and makes no free place that nobody confirmed") {
  FewOnRecord few;
  const PlacementId id = few.enter(few.there(few.today()));
  CHECK(few.freeAt(few.alder) == 1);
  Placement right = few.stored(id);
  right.setting = few.rowan.id;
  few.correct(right);
  CHECK_FALSE(few.livesAt(few.alder));
  CHECK(few.livesAt(few.rowan));
  CHECK(few.freeAt(few.alder) == 1);
  CHECK(few.freeAt(few.rowan) == 1);
}

TEST_CASE("A placement that is taken out of a full home leaves it full") {
  FewOnRecord few;
  few.alder.vacancy = Vacancy{0, few.today(), few.today()};
  REQUIRE(app::saveSetting(*few.workspace, few.alder));
  const PlacementId id = few.enter(few.there(few.today()));
  REQUIRE(app::takeOutPlacement(*few.workspace, id, "Entered twice"));
  CHECK_FALSE(few.livesAt(few.alder));
  CHECK(few.freeAt(few.alder) == 0);
}

TEST_CASE("An end that was entered wrongly is taken back, and the child is listed again") {
  const FewOnRecord few;
  const PlacementId id = few.enter(few.there(few.today() - 4 * week));
  REQUIRE(app::endPlacement(*few.workspace, id, few.today() - week, "CARPL", true));
  CHECK_FALSE(few.livesAt(few.alder));
  Placement right = few.stored(id);
  right.stay.to.reset();
  few.correct(right);
  const Placement stays = few.stored(id);
  CHECK(stays.endReason.empty());
  CHECK_FALSE(stays.endedUnplanned);
  CHECK(few.livesAt(few.alder));
  CHECK(few.freeAt(few.alder) == 1);  // two were confirmed today, after the child was thought to have left
}

TEST_CASE("A placement that never was goes with its prices, and stays in what was known before") {
  const FewOnRecord few;
  const PlacementId id = few.enter(few.there(few.today() - 4 * week));
  const Instant then = few.workspace->now();
  CHECK(refusal(app::takeOutPlacement(*few.workspace, id, "")) == "reason");
  REQUIRE(app::takeOutPlacement(*few.workspace, id, "Entered twice"));
  CHECK_FALSE(few.livesAt(few.alder));
  CHECK_FALSE(few.workspace->file().placements().get(id));
  CHECK(few.costOf(isoWeek(few.today()), id) == Money{});
  CHECK(few.costOf(isoWeek(few.today()), id, then) == pounds(700));
  CHECK(few.workspace->file().placements().terms(id)->empty());
  CHECK(app::enterPlacement(*few.workspace, few.there(few.today() - 4 * week)));
}

TEST_CASE("The law is told of a placement that is entered, and does not keep it from being recorded") {
  FewOnRecord few;
  few.alder.terms.ageTo = 8;
  const auto saved = app::saveSetting(*few.workspace, few.alder);
  REQUIRE(saved);
  const app::PlacementEntry entry = few.there(few.today());
  const auto against = app::rulesAgainst(*few.workspace, entry.placement);
  REQUIRE(against);
  REQUIRE(against->size() == 1);
  CHECK(against->front().rule == 15);
  const PlacementId id = few.enter(entry);
  Breach breach;
  breach.rule = 15;
  breach.placement = id;
  breach.authorisedBy = few.person("O. Harbour");
  breach.reviewOn = few.today() + week;
  breach.words = "Placed before this file began.";
  REQUIRE(app::recordBreach(*few.workspace, breach));
  CHECK(app::rulesAgainst(*few.workspace, few.stored(id))->empty());
  const auto breachNow = [&] {
    const auto all = few.workspace->file().placements().breaches();
    REQUIRE(all);
    const auto found = std::find_if(all->begin(), all->end(), [&](const Breach& one) { return one.placement == id; });
    REQUIRE(found != all->end());
    return *found;
  };
  CHECK_FALSE(breachNow().endedOn);
  REQUIRE(app::takeOutPlacement(*few.workspace, id, "Entered twice"));
  CHECK(breachNow().endedOn == few.today());  // no referral needs it
}

TEST_CASE("A referral has ended when its last placement has, and what it owed leaves My work with the child") {
  ThreeOffers three;
  app::Workspace& workspace = *three.journey.workspace;
  const auto decided = app::decide(workspace, three.decision(three.sent()));
  REQUIRE(decided);
  const Date start = three.journey.today();
  const auto placed = app::startPlacement(workspace, *decided, start);
  INFO((placed ? std::string{} : placed.error().detail));
  REQUIRE(placed);
  auto entry = app::referralCase(workspace, three.referral);
  REQUIRE(entry);
  entry->referral.owed.push_back({"consentToMedicalTreatment", start + week, std::nullopt});
  REQUIRE(workspace.change([&](store::Transaction& in) { return workspace.file().referrals().save(in, entry->referral); }));
  const auto owes = [&](app::Workspace& on) {
    const auto work = app::myWork(on, false);
    REQUIRE(work);
    return std::any_of(work->begin(), work->end(),
                       [&](const app::WorkItem& item) { return item.kind == app::WorkKind::owedStep && item.referral == three.referral; });
  };
  const auto stage = [&] { return three.journey.workspace->file().referrals().get(three.referral)->stage; };
  CHECK(owes(workspace));
  SECTION("on the day") {
    three.journey.later(start + 2 * week);
    REQUIRE(app::endPlacement(*three.journey.workspace, placed->front(), start + 2 * week, "CARPL", false));
    CHECK(stage() == homeward::Stage::ended);
    CHECK_FALSE(owes(*three.journey.workspace));
    CHECK(app::startPlacement(*three.journey.workspace, *decided, start + 3 * week).error().subject == "hindrance.started");
    Placement back = *three.journey.workspace->file().placements().get(placed->front());
    back.stay.to.reset();
    REQUIRE(app::correctPlacement(*three.journey.workspace, back, "She stays"));
    CHECK(stage() == homeward::Stage::placed);
    CHECK(owes(*three.journey.workspace));
  }
  SECTION("on record before its day") {
    REQUIRE(app::endPlacement(workspace, placed->front(), start + 2 * week, "CARPL", false));
    CHECK(stage() == homeward::Stage::placed);
    CHECK(owes(workspace));
    three.journey.later(start + 2 * week);
    CHECK_FALSE(owes(*three.journey.workspace));
  }
  SECTION("never begun: decided again, and free to start") {
    REQUIRE(app::takeOutPlacement(workspace, placed->front(), "The wrong day was started"));
    CHECK(stage() == homeward::Stage::decided);
    CHECK(app::startPlacement(workspace, *decided, start));
  }
}
