// The choice of about three: why each is in it, and what the officer put in the place of what was proposed.
#include "app/decision_record.h"
#include "three_offers.h"
#include "wording/wording.h"

using namespace homeward;
using namespace homeward::tests;

namespace {

/// The three, and a fourth that the ranking does not propose.
struct FourOffers : ThreeOffers {
  OptionId fourth;
  app::ChoiceDraft proposed;
  FourOffers() {
    auto& workspace = *journey.workspace;
    const Setting home = journey.emergencyHousehold("Fescue household");
    REQUIRE(app::askProviders(workspace, referral, {{home.provider, home.id}}, workspace.now() + std::chrono::hours{48}));
    const auto offer = app::recordOffer(workspace, journey.offerOf(referral, home, {aWeek(QuoteItem::coreFee, pounds(990))}));
    REQUIRE(offer);
    fourth = journey.optionOf(referral, *offer);
    const auto draft = app::proposeChoice(workspace, referral);
    REQUIRE(draft);
    proposed = *draft;
    REQUIRE(proposed.options.size() == 3);
    for (const OptionId option : {options[0], options[1], options[2], fourth})
      if (std::find(proposed.options.begin(), proposed.options.end(), option) == proposed.options.end()) left = option;
  }
  OptionId left;  ///< the one that is not proposed
};

}  // namespace

TEST_CASE("Each option that is proposed says its place and what it adds, and the social worker's page leaves the place out") {
  const FourOffers four;
  REQUIRE(four.proposed.reasons.size() == 3);
  for (const std::string& reason : four.proposed.reasons) {
    INFO(reason);
    CHECK(reason.find("in the order of the match.") != std::string::npos);
    const std::string without = app::withoutPlace(reason);
    CHECK(without.find("order of the match") == std::string::npos);
    CHECK(reason.ends_with(without));
  }
  CHECK(app::withoutPlace("Nearest to her school") == "Nearest to her school");
  CHECK(app::withoutPlace("Place of safety") == "Place of safety");
  CHECK(app::withoutPlace("Place 12 in the order of the match.").empty());
}

TEST_CASE("A swap keeps what was proposed, what was put instead, by whom and why") {
  const FourOffers four;
  auto& workspace = *four.journey.workspace;
  app::ChoiceDraft draft = four.proposed;
  const OptionId out = draft.options.back();
  draft.options.back() = four.left;
  draft.sendTo = four.journey.person("S. Quill");
  draft.swaps = app::swapsBetween(draft.proposed, draft.options);
  REQUIRE(draft.swaps == std::vector<Swap>{{out, four.left, std::nullopt, {}}});
  const auto unexplained = app::sendChoice(workspace, draft);
  REQUIRE_FALSE(unexplained);
  CHECK(unexplained.error().subject == "swaps");

  draft.swaps.front().code = SwapReason::childsWish;
  draft.swaps.front().words = " She knows the family ";
  const auto sent = app::sendChoice(workspace, draft);
  INFO((sent ? std::string{} : sent.error().detail));
  REQUIRE(sent);
  const auto record = app::decisionRecord(workspace, four.referral);
  REQUIRE(record);
  const app::ChoiceRecord& kept = record->choices.back();
  CHECK(kept.choice.proposed == four.proposed.options);
  REQUIRE(kept.swaps.size() == 1);
  CHECK(kept.swaps.front().swap == Swap{out, four.left, SwapReason::childsWish, "She knows the family"});
  CHECK_FALSE(kept.swaps.front().proposed.empty());
  CHECK_FALSE(kept.swaps.front().instead.empty());
  CHECK(kept.sentBy == workspace.user().name);
}

TEST_CASE("What is left out without another in its place needs no reason of its own, and one more needs none either") {
  const FourOffers four;
  auto& workspace = *four.journey.workspace;
  SECTION("two of the three") {
    app::ChoiceDraft draft = four.proposed;
    const OptionId out = draft.options.back();
    draft.options.pop_back();
    draft.reasons.pop_back();
    draft.sendTo = four.journey.person("S. Quill");
    draft.fewerThanThree = "The third took the offer back by telephone";
    REQUIRE(app::sendChoice(workspace, draft));
    CHECK(app::choicesOf(workspace, four.referral)->back().swaps == std::vector<Swap>{{out, std::nullopt, std::nullopt, {}}});
  }
  SECTION("all four") {
    app::ChoiceDraft draft = four.proposed;
    draft.options.push_back(four.left);
    draft.reasons.emplace_back("As good");
    draft.sendTo = four.journey.person("S. Quill");
    REQUIRE(app::sendChoice(workspace, draft));
    CHECK(app::choicesOf(workspace, four.referral)->back().swaps.empty());
  }
}
