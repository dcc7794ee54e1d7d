// Bringing the field's files in a second time changes nothing.
#include "app/app_case.h"
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
