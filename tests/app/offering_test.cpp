// Offers that take only some of the people, options made of them, and questions that are asked about an offer.
#include "journey.h"
#include "matching/assess.h"

using namespace homeward;
using namespace homeward::tests;

namespace {

/// Two children, and two households of which each takes one of them.
struct Parted : Journey {
  app::ReferralCase entry;
  std::vector<ChildId> children;
  std::vector<OfferId> offers;

  Parted() {
    app::ReferralCase wanted = tonight();
    wanted.referral.together = Togetherness::mayPart;
    const auto saved = app::saveReferral(*workspace, wanted);
    INFO((saved ? std::string{} : saved.error().detail));
    REQUIRE(saved);
    entry = *saved;
    for (const Child& child : entry.children) children.push_back(child.id);
    offers.push_back(offered("Samphire household", {children[0]}, pounds(700)));
    offers.push_back(offered("Marram household", {children[1]}, pounds(840)));
  }
  [[nodiscard]] Offer draft(const std::string& home, const std::vector<ChildId>& takes, Money aWeekly) const {
    Offer offer = offerOf(entry.referral.id, emergencyHousehold(home), {aWeek(QuoteItem::coreFee, aWeekly)});
    offer.children = takes;
    return offer;
  }
  [[nodiscard]] OfferId offered(const std::string& home, const std::vector<ChildId>& takes, Money aWeekly) const {
    const auto recorded = app::recordOffer(*workspace, draft(home, takes, aWeekly));
    INFO((recorded ? std::string{} : recorded.error().detail));
    REQUIRE(recorded);
    return *recorded;
  }
};

}  // namespace

TEST_CASE("Two offers that take one child each are an option together, with one whole cost") {
  const Parted parted;
  auto& workspace = *parted.workspace;
  const ReferralId id = parted.entry.referral.id;
  CHECK((*app::rankOffers(workspace, id))->ranking().empty());

  const auto one = app::combination(workspace, id, {parted.offers[0]});
  REQUIRE(one);
  CHECK_FALSE(one->complete());
  CHECK(one->leftOut == std::vector<ChildId>{parted.children[1]});
  const auto both = app::combination(workspace, id, parted.offers);
  REQUIRE(both);
  CHECK(both->complete());
  CHECK(both->label == "Samphire household and Marram household");
  CHECK(both->cost.aWeek == MoneyRange::exactly(pounds(1540)));

  CHECK_FALSE(app::combineOffers(workspace, id, {parted.offers[0]}));
  const auto option = app::combineOffers(workspace, id, parted.offers, " One street apart ");
  REQUIRE(option);
  CHECK(workspace.file().offers().option(*option)->label == "One street apart");
  const auto ranked = app::rankOffers(workspace, id);
  REQUIRE(ranked);
  CHECK((*ranked)->ranking().size() == 1);
  // The same again is the same option.
  CHECK(app::combineOffers(workspace, id, {parted.offers[1], parted.offers[0]}).error().code == ErrorCode::refused);
}

TEST_CASE("Nobody is taken twice, and an offer that no longer stands is not combined") {
  const Parted parted;
  auto& workspace = *parted.workspace;
  const ReferralId id = parted.entry.referral.id;
  const OfferId all = parted.offered("Thrift household", parted.children, pounds(1500));
  const auto twice = app::combination(workspace, id, {parted.offers[0], all});
  REQUIRE(twice);
  CHECK(twice->twice == std::vector<ChildId>{parted.children[0]});
  CHECK_FALSE(app::combineOffers(workspace, id, {parted.offers[0], all}));
  Offer withdrawn = *workspace.file().offers().offer(parted.offers[1]);
  withdrawn.withdrawn = true;
  REQUIRE(app::recordOffer(workspace, withdrawn));
  CHECK(app::combineOffers(workspace, id, parted.offers).error().code == ErrorCode::refused);
}

TEST_CASE("An offer that comes to take everybody becomes an option, once") {
  const Parted parted;
  auto& workspace = *parted.workspace;
  const ReferralId id = parted.entry.referral.id;
  for (int times = 0; times < 2; ++times) {
    Offer more = *workspace.file().offers().offer(parted.offers[0]);
    more.children = parted.children;
    REQUIRE(app::recordOffer(workspace, more));
    const auto options = workspace.file().offers().options(id);
    REQUIRE(options);
    CHECK(options->size() == 1);
  }
}

TEST_CASE("A question about an offer stands in its contact log, also where nobody had asked for the offer") {
  const Parted parted;
  auto& workspace = *parted.workspace;
  CHECK(app::askQuestion(workspace, parted.offers[0], "  ").error().subject == "question");
  REQUIRE_FALSE(workspace.file().offers().offer(parted.offers[0])->approach);
  for (const char* question : {"Is there a garden?", "Is there a dog?"}) REQUIRE(app::askQuestion(workspace, parted.offers[0], question));
  const auto approach = workspace.file().offers().offer(parted.offers[0])->approach;
  REQUIRE(approach);
  const auto stored = workspace.file().offers().approach(*approach);
  REQUIRE(stored);
  CHECK(stored->state == ApproachState::answered);
  REQUIRE(stored->log.size() == 2);
  CHECK(stored->log[1].outcome == CallOutcome::weAsked);
  CHECK(stored->log[1].note == "Is there a dog?");
}
