// A draft goes with the saving of its referral or not at all, and stale ones at opening for work.
#include "app/drafts.h"

#include "app/app_case.h"
#include "app/referrals.h"
#include "store/raw.h"

using namespace homeward;
using namespace homeward::tests;

namespace {

app::ReferralCase first(app::Workspace& workspace) {
  const auto referrals = workspace.file().referrals().all();
  REQUIRE((referrals && !referrals->empty()));
  const auto entry = app::referralCase(workspace, referrals->front().id);
  REQUIRE(entry);
  return *entry;
}

void reopen(DemoOnDisk& demo, const app::Clock& clock = demoClock()) {
  auto opened = app::openCase(demo.path, store::OpenMode::readWrite, clock);
  REQUIRE(opened.workspace);
  demo.workspace = std::move(opened.workspace);
}

}  // namespace

TEST_CASE("A referral is saved together with forgetting its draft, or neither") {
  DemoOnDisk demo;
  app::ReferralCase entry = first(*demo.workspace);
  const auto mark = app::keepDraft(*demo.workspace, {{}, {}, {}, "{}"});
  REQUIRE(mark);
  entry.referral.inPlainWords = "Said otherwise.";
  SECTION("saved") {
    REQUIRE(app::saveReferral(*demo.workspace, entry, *mark));
    CHECK(app::drafts(*demo.workspace)->empty());
  }
  SECTION("refused") {
    entry.referral.version -= 1;
    const auto saved = app::saveReferral(*demo.workspace, entry, *mark);
    REQUIRE_FALSE(saved);
    CHECK(saved.error().code == ErrorCode::conflict);
    CHECK(app::drafts(*demo.workspace)->size() == 1);
  }
  SECTION("the draft cannot be forgotten") {
    demo.workspace.reset();
    raw(demo.path, "CREATE TRIGGER stuck BEFORE DELETE ON draft BEGIN SELECT RAISE(ABORT, 'stuck'); END");
    reopen(demo);
    const auto before = demo.workspace->file().referrals().all()->size();
    entry.referral.id = {};
    entry.referral.number.clear();
    CHECK_FALSE(app::saveReferral(*demo.workspace, entry, *mark));
    CHECK(demo.workspace->file().referrals().all()->size() == before);
    CHECK(app::drafts(*demo.workspace)->size() == 1);
  }
}

TEST_CASE("Drafts of more than thirty days are gone at opening for work, and stay for a reader") {
  DemoOnDisk demo;
  REQUIRE(app::keepDraft(*demo.workspace, {{}, {}, {}, "{}"}));
  demo.workspace.reset();
  const auto later = [](int days) { return [days] { return Instant{demoDay + std::chrono::days{days}} + std::chrono::hours{10}; }; };
  reopen(demo, later(30));
  CHECK(app::drafts(*demo.workspace)->size() == 1);
  demo.workspace.reset();
  {
    auto reader = app::openCase(demo.path, store::OpenMode::readOnly, later(31));
    REQUIRE(reader.workspace);
    CHECK(app::drafts(*reader.workspace)->size() == 1);
  }
  reopen(demo, later(31));
  CHECK(app::drafts(*demo.workspace)->empty());
}
