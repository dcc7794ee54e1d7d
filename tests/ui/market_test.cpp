// The market on the screen: lines, facets, table and map over a small invented market.
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "market/ask_dialog.h"
#include "market/facets.h"
#include "market/market_map.h"
#include "market/market_model.h"
#include "support/catch.h"

using namespace homeward;
using namespace homeward::ui;

namespace {

std::shared_ptr<const app::Market> smallMarket() {
  auto market = std::make_shared<app::Market>();
  const auto provider = [&](std::int64_t id, std::string name, Sector sector, std::string framework, bool toAsk) {
    Provider one;
    one.id = ProviderId{id};
    one.name = std::move(name);
    one.sector = sector;
    one.framework = std::move(framework);
    one.toAsk = toAsk;
    market->providerAt[one.id] = market->providers.size();
    market->providers.push_back(one);
  };
  provider(1, "Wendmoor Fostering", Sector::inHouse, "", false);
  provider(2, "Marshlight Fostering", Sector::privateSector, "tier 1", false);
  provider(3, "Tiderace Agency", Sector::voluntary, "", true);
  const auto setting = [&](std::int64_t id, std::int64_t of, std::string name, SettingType type, std::optional<Vacancy> vacancy) {
    Setting one;
    one.id = SettingId{id};
    one.provider = ProviderId{of};
    one.name = std::move(name);
    one.type = type;
    one.vacancy = vacancy;
    one.terms.emergencies = id == 12;
    market->settingAt[one.id] = market->settings.size();
    market->settings.push_back(one);
  };
  setting(11, 1, "Alder household", SettingType::fosteringHousehold, Vacancy{1, date(2026, 11, 1), date(2026, 11, 20)});
  setting(12, 2, "Rowan household", SettingType::fosteringHousehold, Vacancy{0, std::nullopt, date(2026, 9, 1)});
  setting(13, 2, "Brook House", SettingType::childrensHome, std::nullopt);
  return market;
}

const FacetValue& valueOf(const Facets& facets, const QString& group, const QString& value) {
  for (const auto& one : facets.groups())
    if (one.key == group)
      for (const auto& own : one.values)
        if (own.key == value) return own;
  FAIL("no such facet: " << group.toStdString() << " " << value.toStdString());
  throw std::logic_error("not reached");
}

constexpr Date today = date(2026, 11, 23);

}  // namespace

TEST_CASE("The plain market lists every setting and every provider to ask, by name") {
  const auto lines = plainMarket(smallMarket());
  REQUIRE(lines.rows.size() == 4);
  CHECK(MarketModel::name(lines.rows[0]) == "Alder household");
  CHECK(MarketModel::name(lines.rows[1]) == "Brook House");
  CHECK(MarketModel::name(lines.rows[3]) == "Tiderace Agency");
  CHECK(lines.rows[3].setting == nullptr);
  CHECK(lines.settings() == 3);
  CHECK(lines.placesFree() == 1);
}

TEST_CASE("A place is free by a day only where somebody said so") {
  const auto market = smallMarket();
  CHECK(freeBy(&market->settings[0], today) == FreeBy::yes);
  CHECK(freeBy(&market->settings[0], date(2026, 10, 1)) == FreeBy::no);
  CHECK(freeBy(&market->settings[1], today) == FreeBy::no);
  CHECK(freeBy(&market->settings[2], today) == FreeBy::notKnown);
  CHECK(freeBy(nullptr, today) == FreeBy::notKnown);
}

TEST_CASE("A capability counts by the best that is on record") {
  Setting setting;
  setting.capabilities = {{NeedDomain::education, 4, Basis::claimed, {}, {}}, {NeedDomain::education, 3, Basis::evidenced, {}, {}}};
  CHECK(reaches(&setting, NeedDomain::education, 3) == Reaches::evidenced);
  CHECK(reaches(&setting, NeedDomain::education, 4) == Reaches::claimed);
  CHECK(reaches(&setting, NeedDomain::education, 5) == Reaches::lower);
  CHECK(reaches(&setting, NeedDomain::behaviour, 1) == Reaches::notKnown);
}

TEST_CASE("Ticks within a facet widen, ticks in several narrow, and counts say what a tick would show") {
  const auto lines = plainMarket(smallMarket());
  Facets facets(lines, today);
  CHECK(valueOf(facets, "type", "fosteringHousehold").count == 2);
  CHECK(valueOf(facets, "provider", "0In-house").count == 1);
  facets.setTicks({"type=fosteringHousehold"});
  CHECK(facets.passes(0));
  CHECK_FALSE(facets.passes(1));
  // Counts of the ticked group stay, those of the others are of what is left.
  CHECK(valueOf(facets, "type", "childrensHome").count == 1);
  CHECK(valueOf(facets, "free", "notKnown").count == 0);
  facets.setTicks({"type=fosteringHousehold", "type=childrensHome", "free=yes"});
  CHECK(facets.passes(0));
  CHECK_FALSE(facets.passes(1));
  CHECK_FALSE(facets.passes(2));
  CHECK(facets.ticks() == std::set<QString>{"type=fosteringHousehold", "type=childrensHome", "free=yes"});
  facets.setTicks({"sameDay=yes"});
  CHECK(valueOf(facets, "sameDay", "yes").count == 1);
  CHECK_FALSE(facets.passes(0));
  CHECK(facets.passes(2));  // the Rowan household
}

TEST_CASE("The market's table is a sound model, sorts by figures and keeps its ticks") {
  MarketModel model;
  MarketFilter filter;
  filter.setSourceModel(&model);
  const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
  const QAbstractItemModelTester filterTester(&filter, QAbstractItemModelTester::FailureReportingMode::Fatal);
  model.setLines(plainMarket(smallMarket()), today, nullptr);
  REQUIRE(model.rowCount() == 4);
  CHECK(model.index(0, MarketModel::FreeColumn).data().toString() == "now");
  CHECK(model.index(2, MarketModel::FreeColumn).data().toString() == "full");
  CHECK(model.index(1, MarketModel::FreeColumn).data().toString() == "not known");
  CHECK(model.index(1, MarketModel::RateColumn).data().toString() == "not known");
  CHECK(model.explanation(0) == nullptr);

  model.setTicked(2, true);
  CHECK(model.ticked() == std::vector<int>{2});
  model.setLines(plainMarket(smallMarket()), today, nullptr);
  CHECK(model.ticked() == std::vector<int>{2});

  filter.sort(MarketModel::SettingColumn, Qt::DescendingOrder);
  CHECK(filter.index(0, MarketModel::SettingColumn).data().toString() == "Tiderace Agency");
  filter.setWords("marshlight");
  CHECK(filter.rowCount() == 2);
  const Facets facets = [&] {
    Facets own(model.lines(), today);
    own.setTicks({"type=childrensHome"});
    return own;
  }();
  filter.setFacets(&facets);
  REQUIRE(filter.rowCount() == 1);
  CHECK(filter.index(0, MarketModel::SettingColumn).data().toString() == "Brook House");
}

TEST_CASE("Ten thousand lines are sorted and narrowed without a stutter") {
  auto market = std::make_shared<app::Market>();
  for (int i = 0; i < 10000; ++i) {
    Setting one;
    one.id = SettingId{i + 1};
    one.name = "Household " + std::to_string((i * 7919) % 10000);
    one.weeklyRate = pounds(700 + i % 300);
    market->settings.push_back(one);
  }
  MarketModel model;
  MarketFilter filter;
  filter.setSourceModel(&model);
  model.setLines(plainMarket(market), today, nullptr);
  filter.sort(MarketModel::RateColumn, Qt::AscendingOrder);
  REQUIRE(filter.rowCount() == 10000);
  CHECK(filter.index(0, MarketModel::RateColumn).data().toString() == "700");
  CHECK(filter.index(9999, MarketModel::RateColumn).data().toString() == "999");
}

TEST_CASE("Tab goes from mark to mark on the map, names each, and leaves after the last") {
  MarketMap map;
  map.resize(400, 400);
  MapScene scene;
  scene.places.push_back({MapPlace::Kind::home, {400000, 300000}, "Home"});
  scene.marks.push_back(
      {4, {401000, 300000}, matching::Status::eligible, true, true, "Alder household", "Alder", "Eligible, 0.6 from home"});
  scene.marks.push_back(
      {9, {403000, 300000}, matching::Status::toConfirm, true, false, "Brook House", "Brook House", "To confirm, 1.9 from home"});
  map.setScene(scene);
  map.show();
  QSignalSpy chosen(&map, &MarketMap::rowChosen);
  map.setFocus();
  QTest::keyClick(&map, Qt::Key_Tab);
  CHECK(map.currentRow() == std::optional<std::size_t>(4));
  CHECK(map.accessibleName().contains("Alder household"));
  QTest::keyClick(&map, Qt::Key_Tab);
  CHECK(map.currentRow() == std::optional<std::size_t>(9));
  CHECK(map.accessibleName().contains("mark 2 of 2"));
  QTest::keyClick(&map, Qt::Key_Tab);
  CHECK(map.currentRow() == std::optional<std::size_t>(9));
  QTest::keyClick(&map, Qt::Key_Backtab);
  CHECK(map.currentRow() == std::optional<std::size_t>(4));
  CHECK(chosen.count() == 3);
  CHECK(map.beyond() == 0);
  for (int i = 0; i < 12; ++i) QTest::keyClick(&map, Qt::Key_Plus);
  CHECK(map.beyond() > 0);
  QTest::keyClick(&map, Qt::Key_0);
  CHECK(map.beyond() == 0);
}

TEST_CASE("An answer is due sooner the more urgent the referral is") {
  const auto now = *parseIsoInstant("2026-11-27T14:20:30Z");  // a Friday
  const auto& calendar = WorkingDays::england();
  CHECK(isoInstant(usualAnswerDue(Urgency::sameDay, now, calendar)) == "2026-11-27T16:20:00Z");
  CHECK(isoInstant(usualAnswerDue(Urgency::underFiveDays, now, calendar)) == "2026-11-30T12:00:00Z");
  CHECK(isoInstant(usualAnswerDue(Urgency::planned, now, calendar)) == "2026-12-02T17:00:00Z");
  CHECK(isoInstant(englandMoment(date(2026, 7, 1), 17 * 60)) == "2026-07-01T16:00:00Z");
}
