// Where a postcode lies, also one that is known by its district only, or that becomes known after somebody has entered it.
#include <fstream>

#include "app/app_case.h"
#include "app/imports.h"
#include "app/market_data.h"
#include "support/cases.h"

using namespace homeward;
using namespace homeward::tests;

namespace {

std::filesystem::path postcodes(const ScratchFolder& scratch, const std::string& rows) {
  const auto file = scratch.path / "postcodes.csv";
  std::ofstream(file) << "postcode,easting,northing,lad25cd,utla_code\n" << rows;
  return file;
}

}  // namespace

TEST_CASE("A district lies in the authority that has all of it, and a postcode that is not known lies where its district does") {
  DemoOnDisk demo;
  app::Workspace& workspace = *demo.workspace;
  ScratchFolder scratch;
  REQUIRE(app::importPostcodes(workspace, postcodes(scratch,
                                                    "ZX1 1AA,400100,300200,E06000047,E06000047\n"
                                                    "ZX1 1AB,400300,300200,E06000047,E06000047\n"
                                                    "ZX2 1AA,400500,300200,E06000047,E06000047\n"
                                                    "ZX2 1AB,400700,300200,E06000005,E06000005\n"
                                                    "ZX11 1AA,401700,300200,E06000005,E06000005\n")));
  const auto district = workspace.placeOf("zx1");
  REQUIRE(district);
  CHECK(*district == Place{"ZX1", std::nullopt, "E06000047"});
  const auto unknown = workspace.placeOf("zx19zz");
  REQUIRE(unknown);
  CHECK(*unknown == Place{"ZX1 9ZZ", std::nullopt, "E06000047"});
  const auto shared = workspace.placeOf("ZX2");
  REQUIRE(shared);
  CHECK(shared->authority.empty());  // two authorities have a part of it
  CHECK(workspace.placeOf("ZX1 1AA")->point.has_value());
  CHECK_FALSE(workspace.placeOf("the moor"));
}

TEST_CASE("What is typed again stays where it was, and is looked up where nobody knew it") {
  DemoOnDisk demo;
  app::Workspace& workspace = *demo.workspace;
  const Place byHand{"ZX1 1AA", GridPoint{1, 2}, "E06000047"};
  CHECK(workspace.placeAsTyped(" zx1 1aa ", byHand) == byHand);
  const Place withoutPostcode{{}, GridPoint{1, 2}, "E06000047"};
  CHECK(workspace.placeAsTyped("", withoutPostcode) == withoutPostcode);
  CHECK(workspace.placeAsTyped("", byHand) == Place{});
  CHECK(workspace.placeAsTyped("nowhere", byHand) == Place{"nowhere", std::nullopt, {}});
  const auto known = workspace.file().children().all();
  REQUIRE(known);
  const auto at = std::ranges::find_if(*known, [](const Child& child) { return child.home.point.has_value(); });
  REQUIRE(at != known->end());
  CHECK(workspace.placeAsTyped(at->home.postcode, Place{at->home.postcode, std::nullopt, {}}) == at->home);
}

TEST_CASE("Postcodes that come in place whoever was entered before them") {
  DemoOnDisk demo;
  app::Workspace& workspace = *demo.workspace;
  const auto children = workspace.file().children().all();
  REQUIRE(children);
  Child child = children->front();
  child.home = {"ZX1 1AA", std::nullopt, {}};
  child.schoolPlace = {"ZX1 1AB", std::nullopt, {}};
  REQUIRE(app::saveChild(workspace, child));
  const auto settings = workspace.file().market().settings();
  REQUIRE(settings);
  Setting home = settings->front();
  home.place = {"ZX2 1AA", std::nullopt, "E06000005"};
  REQUIRE(app::saveSetting(workspace, home));
  ScratchFolder scratch;
  const auto file = postcodes(scratch, "ZX1 1AA,400100,300200,E06000047,E06000047\nZX2 1AA,400500,300200,E06000047,E06000047\n");
  const auto done = app::importPostcodes(workspace, file);
  REQUIRE(done);
  CHECK(done->counts.back() == std::pair<std::string, std::int64_t>{"places on record that are known now", 3});
  const auto now = workspace.file().children().get(child.id);
  REQUIRE(now);
  CHECK(now->home == Place{"ZX1 1AA", GridPoint{400100, 300200}, "E06000047"});
  CHECK(now->schoolPlace == Place{"ZX1 1AB", std::nullopt, "E06000047"});  // by its district
  const auto market = workspace.market();
  REQUIRE(market);
  CHECK((*market)->setting(home.id)->place == Place{"ZX2 1AA", GridPoint{400500, 300200}, "E06000047"});
  const auto again = app::importPostcodes(workspace, file);
  REQUIRE(again);
  CHECK(again->changed == 0);
  CHECK(again->counts.back().first != "places on record that are known now");
  CHECK(workspace.file().children().get(child.id)->version == now->version);
}
