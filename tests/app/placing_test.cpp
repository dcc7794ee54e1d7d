// Changing a contract's price: what is refused leaves the contract as it was.
#include "app/contract.h"
#include "app_case.h"
#include "support/catch.h"

using namespace homeward;
using namespace homeward::tests;

TEST_CASE("A price below nothing is refused, and the contract stays as it was") {
  const DemoOnDisk demo;
  const auto before = demo.workspace->file().placements().asKnownNow();
  REQUIRE(before);
  const auto stays = [&](const ContractTerm& term) {
    return std::any_of(before->placements.begin(), before->placements.end(),
                       [&](const Placement& one) { return one.id == term.placement && !one.stay.to; });
  };
  const auto term = std::find_if(before->terms.begin(), before->terms.end(), [&](const ContractTerm& one) {
    return !one.once && !one.valid.to && one.valid.from < demo.today() && stays(one);
  });
  REQUIRE(term != before->terms.end());
  const auto refused = app::changeTerm(*demo.workspace, term->id, Money{-1}, demo.today(), {});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().subject == "amount");
  const auto after = demo.workspace->file().placements().asKnownNow();
  REQUIRE(after);
  CHECK(after->terms == before->terms);
  CHECK(app::changeTerm(*demo.workspace, term->id, Money{0}, demo.today(), {}));
}
