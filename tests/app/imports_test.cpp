// Bringing the field's files in: shown first, all or nothing, a second time nothing, and on a thread besides the window's.
#include "app/imports.h"

#include <fstream>
#include <iterator>
#include <map>

#include "app/app_case.h"
#include "app/bin.h"
#include "app/market_data.h"
#include "support/cases.h"

using namespace homeward;
using namespace homeward::tests;

namespace {

std::filesystem::path sample() { return std::filesystem::path(HOMEWARD_TEST_DATA) / "ofsted_sample.csv"; }

/// A second import of the same list finds everything as it is.
void twice(DemoOnDisk& demo, const std::filesystem::path& list) {
  const auto first = app::importOfsted(*demo.workspace, list);
  REQUIRE(first);
  CHECK(first->added > 0);
  const auto head = demo.workspace->file().market().market();
  REQUIRE(head);
  const auto second = app::importOfsted(*demo.workspace, list);
  REQUIRE(second);
  CHECK(second->added == 0);
  CHECK(second->changed == 0);
  CHECK(second->unchanged == first->added);
  const auto after = demo.workspace->file().market().market();
  REQUIRE(after);
  CHECK(after->providers == head->providers);
  CHECK(after->settings == head->settings);
}

}  // namespace

TEST_CASE("The same list of Ofsted's a second time changes nothing") {
  DemoOnDisk demo;
  twice(demo, sample());
}

TEST_CASE("A home that is not in the next list stays, and is named") {
  DemoOnDisk demo;
  const auto first = app::importOfsted(*demo.workspace, sample());
  REQUIRE(first);
  CHECK(first->notListed.empty());
  const auto shorter = demo.folder / "shorter.csv";
  std::ifstream whole(sample());
  std::ofstream part(shorter);
  for (std::string line; std::getline(whole, line);)
    if (line.find(",9000003,") == std::string::npos) part << line << '\n';
  part.close();
  const auto before = demo.workspace->file().market().market();
  REQUIRE(before);
  const auto next = app::importOfsted(*demo.workspace, shorter);
  REQUIRE(next);
  REQUIRE(next->notListed.size() == 1);
  CHECK(next->notListed.front().ends_with("(9000003)"));
  CHECK(next->changed == 0);
  CHECK(demo.workspace->file().market().market()->settings == before->settings);
}

TEST_CASE("A school that is published with its postcode lies there, whichever list comes first") {
  const bool postcodesFirst = GENERATE(true, false);
  ScratchFolder scratch;
  Person first;
  first.name = "Ivy Sedge";
  const auto made = app::newCase(scratch.path / "new.homeward", {AuthorityId{}, "E06000047", "Wendmoor", true}, first, demoClock());
  REQUIRE(made);
  app::Workspace& workspace = **made;
  const auto file = scratch.path / "postcodes.csv";
  std::ofstream(file) << "postcode,easting,northing,lad25cd,utla_code\nZZ1 2AB,400100,300200,E06000047,E06000047\n";
  if (postcodesFirst) REQUIRE(app::importPostcodes(workspace, file));
  REQUIRE(app::importOfsted(workspace, sample()));
  if (!postcodesFirst) REQUIRE(app::importPostcodes(workspace, file));
  const auto market = workspace.market();
  REQUIRE(market);
  const auto school = std::ranges::find((*market)->settings, "Hawthorn School", &Setting::name);
  REQUIRE(school != (*market)->settings.end());
  CHECK(school->place.point == GridPoint{400100, 300200});
  CHECK(app::importOfsted(workspace, sample())->changed == 0);
}

TEST_CASE("What lies in the bin is left out of the next import, which adds and changes nothing") {
  DemoOnDisk demo;
  auto& workspace = *demo.workspace;
  const auto first = app::importOfsted(workspace, sample());
  REQUIRE(first);
  auto market = workspace.file().market().market();
  REQUIRE(market);
  // A home of an owner that has no other, and an agency that is a row of the list itself.
  std::map<ProviderId, int> homes;
  for (const Setting& setting : market->settings) ++homes[setting.provider];
  const auto home = std::find_if(market->settings.begin(), market->settings.end(), [&](const Setting& one) {
    const auto owner = std::find_if(market->providers.begin(), market->providers.end(),
                                    [&](const Provider& provider) { return provider.id == one.provider; });
    return one.source == "ofsted" && owner != market->providers.end() && owner->source == "ofsted" && !owner->registration &&
           homes[one.provider] == 1;
  });
  REQUIRE(home != market->settings.end());
  const auto agency = std::find_if(market->providers.begin(), market->providers.end(),
                                   [&](const Provider& one) { return one.source == "ofsted" && one.registration && homes[one.id] == 0; });
  REQUIRE(agency != market->providers.end());
  REQUIRE(app::putInBin(workspace, app::Binnable::setting, home->id.value, "Closed for good"));
  std::int64_t rows = 1;
  SECTION("the home alone") {}
  SECTION("with its owner") { REQUIRE(app::putInBin(workspace, app::Binnable::provider, home->provider.value, "Closed for good")); }
  SECTION("and an agency") {
    REQUIRE(app::putInBin(workspace, app::Binnable::provider, agency->id.value, "Entered twice"));
    ++rows;
  }
  market = workspace.file().market().market();
  REQUIRE(market);
  const auto shown = app::previewOfsted(workspace, sample());
  REQUIRE(shown);
  CHECK(shown->added == 0);
  const auto second = app::importOfsted(workspace, sample());
  REQUIRE(second);
  CHECK(second->added == 0);
  CHECK(second->changed == 0);
  CHECK(second->unchanged == first->added - rows);
  CHECK(second->skipped == first->skipped + rows);
  const auto after = workspace.file().market().market();
  REQUIRE(after);
  CHECK(after->providers == market->providers);
  CHECK(after->settings == market->settings);
}

TEST_CASE("A home that was given to another provider stays there when its published owner lies in the bin") {
  DemoOnDisk demo;
  auto& workspace = *demo.workspace;
  REQUIRE(app::importOfsted(workspace, sample()));
  const auto settings = workspace.file().market().settings();
  REQUIRE(settings);
  const auto home = std::find_if(settings->begin(), settings->end(),
                                 [](const Setting& one) { return one.registration && one.registration->urn == "SC900005"; });
  REQUIRE(home != settings->end());
  const ProviderId owner = home->provider;
  Provider fresh;
  fresh.name = "Marram Homes";
  const auto buyer = app::saveProvider(workspace, fresh);
  REQUIRE(buyer);
  Setting sold = *home;
  sold.provider = buyer->id;
  const auto saved = app::saveSetting(workspace, sold);
  REQUIRE(saved);
  REQUIRE(app::putInBin(workspace, app::Binnable::provider, owner.value, "Entered twice"));
  const auto second = app::importOfsted(workspace, sample());
  REQUIRE(second);
  CHECK(second->added == 0);
  CHECK(second->changed == 0);
  CHECK(*workspace.file().market().setting(saved->id) == *saved);
  REQUIRE(app::putBack(workspace, app::Binnable::provider, owner.value));
  REQUIRE(app::importOfsted(workspace, sample()));
  CHECK(workspace.file().market().setting(saved->id)->provider == owner);
}

TEST_CASE("Ofsted's published list a second time over the demo market changes nothing") {
  const auto list = reference("ofsted/providers_2025-03-31.csv");
  if (!std::filesystem::exists(list)) {
    WARN("No reference data: skipped.");
    return;
  }
  DemoOnDisk demo;
  twice(demo, list);
}

TEST_CASE("An import that is stopped half-way leaves the market as it was") {
  DemoOnDisk demo;
  const auto before = demo.workspace->file().market().market();
  REQUIRE(before);
  std::int64_t steps = 0;
  bool wrote = false;
  // Stops at the last step but one of the writing: the steps of the writing count up to their total.
  const auto stopped = app::importOfsted(*demo.workspace, sample(), Progress([&](std::int64_t at, std::int64_t total) {
    ++steps;
    wrote = total > 0 && at == total - 1;
    return !wrote;
  }));
  CHECK(steps > 1);
  CHECK(wrote);
  REQUIRE_FALSE(stopped);
  CHECK(stopped.error().code == ErrorCode::cancelled);
  const auto after = demo.workspace->file().market().market();
  REQUIRE(after);
  CHECK(after->providers == before->providers);
  CHECK(after->settings == before->settings);
}

TEST_CASE("An import on a workspace besides is taken over by the one in front") {
  DemoOnDisk demo;
  auto& front = *demo.workspace;
  const auto before = front.market();
  REQUIRE(before);
  const std::size_t settings = (*before)->settings.size();
  std::vector<store::Changed> told;
  const int listening = front.listen([&](const std::vector<store::Changed>& what) { told = what; });
  const auto wanted = app::sampleOf(sample());
  REQUIRE(wanted);
  CHECK(wanted->kind == "ofsted");
  auto behind = front.besides(store::OpenMode::readWrite);
  REQUIRE(behind);
  CHECK((*behind)->user().id == front.user().id);
  bool refusedMeanwhile = false;
  const auto done = app::importFile(**behind, *wanted, Progress([&](std::int64_t at, std::int64_t total) {
    // Between two rows of the writing, somebody saves in front.
    if (total > 0 && total < 100 && at == total - 1) {
      const auto saving = app::saveTeam(front, {TeamId{}, "Between"});
      refusedMeanwhile = !saving && saving.error().code == ErrorCode::unavailable;
    }
    return true;
  }));
  REQUIRE(done);
  CHECK(done->added > 0);
  CHECK(refusedMeanwhile);
  CHECK(told.empty());
  const auto committed = (*behind)->committed();
  REQUIRE(committed.market);
  behind->reset();
  front.takeOver(committed);
  CHECK(std::any_of(told.begin(), told.end(), [](const store::Changed& one) { return one.entity == store::Entity::setting; }));
  const auto after = front.market();
  REQUIRE(after);
  CHECK(*after == committed.market);  // as it was read over there: nothing is read again
  CHECK((*after)->settings.size() > settings);
  CHECK(app::saveTeam(front, {TeamId{}, "Afterwards"}));
  front.forget(listening);
}

TEST_CASE("What was saved in front after an import is not hidden by what the import read") {
  DemoOnDisk demo;
  auto& front = *demo.workspace;
  REQUIRE(front.market());
  auto behind = front.besides(store::OpenMode::readWrite);
  REQUIRE(behind);
  const auto wanted = app::sampleOf(sample());
  REQUIRE(wanted);
  REQUIRE(app::importFile(**behind, *wanted));
  const auto committed = (*behind)->committed();
  Setting setting = (*front.market())->settings.front();
  setting.name = "Renamed in the meantime";
  const auto saved = app::saveSetting(front, setting);
  REQUIRE(saved);
  front.takeOver(committed);
  const auto market = front.market();
  REQUIRE(market);
  REQUIRE((*market)->setting(saved->id) != nullptr);
  CHECK((*market)->setting(saved->id)->name == "Renamed in the meantime");
}

TEST_CASE("A file of neither kind is refused by what it could have been") {
  DemoOnDisk demo;
  const auto strange = demo.folder / "strange.csv";
  std::ofstream(strange) << "name,age\nLarch,4\n";
  const auto read = app::sampleOf(strange);
  REQUIRE(read);
  CHECK(read->kind.empty());
  const auto refused = app::previewFile(*demo.workspace, *read);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().detail.find("neither") != std::string::npos);
}

TEST_CASE("Row errors are saved for a spreadsheet, and none of their cells runs") {
  DemoOnDisk demo;
  app::ImportPreview preview;
  preview.errors = {{7, "postcode", "\"ZZ\" is not a postcode."}, {9, "=cmd|' /C calc'!A0", "@SUM(1)"}, {11, "+1", "-1"}};
  preview.errorCount = 2000;
  const auto path = demo.folder / "errors.csv";
  REQUIRE(app::writeRowErrors(preview, path));
  std::ifstream in(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  INFO(bytes);
  CHECK(bytes.find("7,postcode,\"\"\"ZZ\"\" is not a postcode.\"") != std::string::npos);
  CHECK(bytes.find("9,\"'=cmd") != std::string::npos);
  CHECK(bytes.find("'@SUM(1)") != std::string::npos);
  CHECK(bytes.find("11,\"'+1\",\"'-1\"") != std::string::npos);
  CHECK(bytes.find("1,997 more errors") != std::string::npos);
}

namespace {

/// Names, terms and registrations of a market, but not the versions, which count every change.
app::Market withoutVersions(store::CaseFile& file) {
  auto market = file.market().market();
  REQUIRE(market);
  app::Market plain;
  plain.providers = market->providers;
  plain.settings = market->settings;
  for (Provider& provider : plain.providers) provider.version = 0;
  for (Setting& setting : plain.settings) setting.version = 0;
  return plain;
}

}  // namespace

TEST_CASE("An import is taken back whole: what it added goes, what it changed is as it was") {
  DemoOnDisk demo;
  auto& workspace = *demo.workspace;
  const auto start = withoutVersions(workspace.file());
  REQUIRE(app::importOfsted(workspace, sample()));
  // As published a year before: other grades, places and owners, which the next import changes.
  auto market = workspace.file().market().market();
  REQUIRE(market);
  int aged = 0;
  for (Setting setting : market->settings) {
    if (setting.source != "ofsted" || !setting.registration) continue;
    if (aged % 2 == 0)
      setting.registration->inspection.reset();
    else
      setting.registration->places = 99;
    REQUIRE(app::saveSetting(workspace, setting));
    ++aged;
  }
  REQUIRE(aged > 2);
  const auto before = withoutVersions(workspace.file());
  const auto second = app::importOfsted(workspace, sample());
  REQUIRE(second);
  REQUIRE(second->changed > 0);
  auto last = app::lastImport(workspace);
  REQUIRE(last);
  REQUIRE(*last);
  CHECK((*last)->changed == second->changed);
  CHECK((*last)->source == "ofsted_sample.csv");
  CHECK((*last)->by == workspace.user().name);
  const auto back = app::takeImportBack(workspace, (*last)->batch);
  INFO((back ? std::string() : back.error().detail));
  REQUIRE(back);
  CHECK(back->restored == second->changed);
  const auto after = withoutVersions(workspace.file());
  CHECK(after.providers == before.providers);
  CHECK(after.settings == before.settings);

  // The one before it: its homes were changed by hand since, which stands in the way.
  last = app::lastImport(workspace);
  REQUIRE(last);
  REQUIRE(*last);
  CHECK((*last)->added > 0);
  const auto refused = app::takeImportBack(workspace, (*last)->batch);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::conflict);
  CHECK(withoutVersions(workspace.file()).settings == before.settings);
  const auto sound = workspace.file().verify();
  REQUIRE(sound);
  CHECK(sound->sound());
  CHECK(start.settings.size() < before.settings.size());
}

TEST_CASE("What an import added goes when it is taken back, and may come again") {
  DemoOnDisk demo;
  auto& workspace = *demo.workspace;
  const auto before = withoutVersions(workspace.file());
  const auto first = app::importOfsted(workspace, sample());
  REQUIRE(first);
  auto last = app::lastImport(workspace);
  REQUIRE((last && *last));
  // Stopped half-way: nothing of it.
  const auto between = withoutVersions(workspace.file());
  const auto stopped = app::takeImportBack(workspace, (*last)->batch, Progress([](std::int64_t at, std::int64_t) { return at < 3; }));
  REQUIRE_FALSE(stopped);
  CHECK(stopped.error().code == ErrorCode::cancelled);
  CHECK(withoutVersions(workspace.file()).settings == between.settings);
  const auto back = app::takeImportBack(workspace, (*last)->batch);
  INFO((back ? std::string() : back.error().detail));
  REQUIRE(back);
  CHECK(back->removed >= first->added);
  const auto after = withoutVersions(workspace.file());
  CHECK(after.providers == before.providers);
  CHECK(after.settings == before.settings);
  const auto head = workspace.file().history().head();
  const auto twice = app::takeImportBack(workspace, (*last)->batch);  // once only
  REQUIRE_FALSE(twice);
  CHECK(twice.error().code == ErrorCode::notFound);
  CHECK(twice.error().detail == "There is no import " + std::to_string((*last)->batch) + " in the case file.");
  CHECK(*workspace.file().history().head() == *head);
  last = app::lastImport(workspace);
  REQUIRE(last);
  CHECK_FALSE(*last);
  const auto again = app::importOfsted(workspace, sample());
  REQUIRE(again);
  CHECK(again->added == first->added);
}

TEST_CASE("What an import changed stays once something newer rests on it") {
  DemoOnDisk demo;
  auto& workspace = *demo.workspace;
  REQUIRE(app::importOfsted(workspace, sample()));
  // Changed by hand, and back by a second import.
  const auto market = workspace.file().market().market();
  REQUIRE(market);
  auto home = std::find_if(market->settings.begin(), market->settings.end(),
                           [](const Setting& one) { return one.source == "ofsted" && one.registration; });
  REQUIRE(home != market->settings.end());
  Setting moved = *home;
  moved.provider = std::find_if(market->providers.begin(), market->providers.end(), [&](const Provider& one) {
                     return one.id != home->provider && one.source == "ofsted";
                   })->id;
  REQUIRE(app::saveSetting(workspace, moved));
  const auto referrals = workspace.file().referrals().all();
  REQUIRE((referrals && !referrals->empty()));
  Approach approach;
  approach.referral = referrals->front().id;
  approach.provider = home->provider;
  approach.setting = home->id;
  approach.askedAt = workspace.now();
  approach.askedBy = workspace.user().id;
  const auto ask = [&] {
    REQUIRE(workspace.change([&](store::Transaction& in) { return workspace.file().offers().addApproach(in, approach); }));
  };
  ask();  // before the import: not in the way
  const auto second = app::importOfsted(workspace, sample());
  REQUIRE(second);
  REQUIRE(second->changed == 1);
  const auto last = app::lastImport(workspace);
  REQUIRE((last && *last));
  const auto providerNow = [&] { return workspace.file().market().setting(home->id)->provider; };
  REQUIRE(providerNow() == home->provider);
  SECTION("nothing since") {
    const auto back = app::takeImportBack(workspace, (*last)->batch);
    INFO((back ? std::string() : back.error().detail));
    CHECK(back);
    CHECK(providerNow() == moved.provider);
  }
  SECTION("an approach since") {
    ask();
    const auto back = app::takeImportBack(workspace, (*last)->batch);
    REQUIRE_FALSE(back);
    CHECK(back.error().code == ErrorCode::conflict);
    CHECK(back.error().detail.find(home->name + " has come into use since the import") != std::string::npos);
    CHECK(providerNow() == home->provider);
  }
}

TEST_CASE("An import whose home is in use, and one of postcodes, are not taken back") {
  DemoOnDisk demo;
  auto& workspace = *demo.workspace;
  REQUIRE(app::importOfsted(workspace, sample()));
  const auto last = app::lastImport(workspace);
  REQUIRE((last && *last));
  auto market = workspace.file().market().market();
  REQUIRE(market);
  const auto home =
      std::find_if(market->settings.begin(), market->settings.end(), [](const Setting& one) { return one.source == "ofsted"; });
  REQUIRE(home != market->settings.end());
  const auto approaches = workspace.file().referrals().all();
  REQUIRE(approaches);
  REQUIRE_FALSE(approaches->empty());
  Approach approach;
  approach.referral = approaches->front().id;
  approach.provider = home->provider;
  approach.setting = home->id;
  approach.askedAt = workspace.now();
  approach.askedBy = workspace.user().id;
  const auto asked = workspace.change([&](store::Transaction& in) { return workspace.file().offers().addApproach(in, approach); });
  REQUIRE(asked);
  const auto used = app::takeImportBack(workspace, (*last)->batch);
  REQUIRE_FALSE(used);
  CHECK(used.error().code == ErrorCode::conflict);
  CHECK(used.error().detail.find("come into use") != std::string::npos);

  const auto list = demo.folder / "postcodes.csv";
  std::ofstream(list) << "postcode,easting,northing\nZZ99 1AA,400000,400000\n";
  REQUIRE(app::importPostcodes(workspace, list));
  const auto postcodes = app::lastImport(workspace);
  REQUIRE((postcodes && *postcodes));
  const auto refused = app::takeImportBack(workspace, (*postcodes)->batch);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::refused);
}
