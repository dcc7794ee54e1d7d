// People, teams and backups: what is refused, and what follows the person who works.
#include "app/app_case.h"
#include "app/market_data.h"

using namespace homeward;
using namespace homeward::tests;

TEST_CASE("A name of blanks alone is none") {
  DemoOnDisk demo;
  Person person;
  person.name = " \t  ";
  const auto refused = app::savePerson(*demo.workspace, person);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().subject == "name");
  CHECK_FALSE(app::saveTeam(*demo.workspace, {TeamId{}, "   "}));
  person.name = "  T.  Teazle ";
  const auto saved = app::savePerson(*demo.workspace, person);
  REQUIRE(saved);
  CHECK(saved->name == "T. Teazle");
}

TEST_CASE("A team is renamed, but not to the name of another") {
  DemoOnDisk demo;
  const auto north = app::saveTeam(*demo.workspace, {TeamId{}, "Team of the north"});
  REQUIRE(north);
  const auto south = app::saveTeam(*demo.workspace, {TeamId{}, "Team of the south"});
  REQUIRE(south);
  const auto twice = app::saveTeam(*demo.workspace, {south->id, "team of  THE north"});
  REQUIRE_FALSE(twice);
  CHECK(twice.error().subject == "name");
  REQUIRE(app::saveTeam(*demo.workspace, {south->id, "Team of the coast"}));
  REQUIRE(app::saveTeam(*demo.workspace, *north));  // its own name is no other's
  const auto teams = app::teams(*demo.workspace);
  REQUIRE(teams);
  const auto has = [&](const std::string& name) {
    return std::any_of(teams->begin(), teams->end(), [&](const Team& team) { return team.name == name; });
  };
  CHECK(has("Team of the coast"));
  CHECK_FALSE(has("Team of the south"));
}

TEST_CASE("Nobody says of oneself to have left, and a change of oneself counts at once") {
  DemoOnDisk demo;
  Person me = demo.workspace->user();
  me.active = false;
  const auto refused = app::savePerson(*demo.workspace, me);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().subject == "active");
  me.active = true;
  me.name = "M. Renamed";
  REQUIRE(app::savePerson(*demo.workspace, me));
  CHECK(demo.workspace->user().name == "M. Renamed");
  const auto people = app::people(*demo.workspace);
  REQUIRE(people);
  auto other = std::find_if(people->begin(), people->end(), [&](const Person& one) { return one.active && one.id != me.id; });
  REQUIRE(other != people->end());
  Person gone = *other;
  gone.active = false;
  REQUIRE(app::savePerson(*demo.workspace, gone));
  CHECK_FALSE(demo.workspace->workAs(gone.id));
}

TEST_CASE("The day of the last backup is known, made by hand or each day") {
  DemoOnDisk demo;
  const auto none = app::lastBackup(*demo.workspace);
  REQUIRE(none);
  CHECK_FALSE(*none);
  REQUIRE(demo.workspace->file().backupDaily(demo.today() - std::chrono::days{3}));
  CHECK(*app::lastBackup(*demo.workspace) == demo.today() - std::chrono::days{3});
  REQUIRE(app::backUp(*demo.workspace, demo.folder / "copy.homeward"));
  REQUIRE(app::noteBackup(*demo.workspace));
  CHECK(*app::lastBackup(*demo.workspace) == demo.today());
}
