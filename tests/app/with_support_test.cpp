// A home with and without the support that its provider would add at a price: two offers, two options, told apart by their names.
#include "app/with_support.h"

#include "app/negotiating.h"
#include "app/rank_referral.h"
#include "app/telling.h"
#include "journey.h"
#include "sent.h"
#include "three_offers.h"

using namespace homeward;
using namespace homeward::tests;

namespace {

/// A girl with two needs, a household that answers one of them, and a waking night worker at £610 a week.
struct WithPackage : Journey {
  ReferralId referral;
  ChildId child;
  Setting home;
  OfferId id;

  WithPackage() {
    app::ReferralCase wanted = planned();
    wanted.children.front().needs = {{NeedDomain::emotionalHealth, 4, true, "assessment", today(), "Sleeps through the night"},
                                     {NeedDomain::behaviour, 3, false, "assessment", today(), "Home at night"},
                                     {NeedDomain::leisure, 2, false, "assessment", today(), "Swims"}};
    const auto saved = app::saveReferral(*workspace, wanted);
    INFO((saved ? std::string{} : saved.error().detail));
    REQUIRE(saved);
    referral = saved->referral.id;
    child = saved->children.front().id;
    home = emergencyHousehold("Larch household");
    home.capabilities = {{NeedDomain::behaviour, 2, Basis::verified, "Form B", today()}};
    const auto kept = app::saveSetting(*workspace, home);
    REQUIRE(kept);
    home = *kept;
    Offer offer = offerOf(referral, home, {aWeek(QuoteItem::coreFee, pounds(900))});
    offer.needs = {{child, NeedDomain::emotionalHealth, 4, Basis::claimed, "a therapist on Tuesdays"}};
    offer.packages = {{"a waking night worker", pounds(610), {NeedDomain::emotionalHealth, NeedDomain::behaviour, NeedDomain::leisure}, 2},
                      {"a mentor", pounds(80), {NeedDomain::leisure}, 1}};
    const auto recorded = app::recordOffer(*workspace, offer);
    INFO((recorded ? std::string{} : recorded.error().detail));
    REQUIRE(recorded);
    id = *recorded;
  }
  [[nodiscard]] Offer stored(OfferId offer) const { return *workspace->file().offers().offer(offer); }
  [[nodiscard]] Result<OfferId> with(OfferId offer, std::size_t package) const {
    return app::compareWithSupport(*workspace, offer, stored(offer).version, package);
  }
  [[nodiscard]] std::vector<std::string> options() const {
    std::vector<std::string> labels;
    const auto all = workspace->file().offers().options(referral);
    REQUIRE(all);
    for (const Option& option : *all) labels.push_back(option.label);
    return labels;
  }
};

}  // namespace

TEST_CASE("With the support stands beside without it as an option of its own: its price, its levels, its name") {
  const WithPackage larch;
  const Offer before = larch.stored(larch.id);
  const auto made = larch.with(larch.id, 0);
  INFO((made ? std::string{} : made.error().detail));
  REQUIRE(made);
  CHECK(larch.options() == std::vector<std::string>{"Larch household", "Larch household with a waking night worker"});
  CHECK(larch.stored(larch.id) == before);  // the offer without it stays as it was

  const Offer with = larch.stored(*made);
  REQUIRE(with.quote.size() == 2);
  CHECK(with.quote[1] == QuoteLine{QuoteItem::additionalSupport, Charge::weekly, MoneyRange::exactly(pounds(610)), 0, std::nullopt,
                                   "a waking night worker"});
  REQUIRE(with.packages.size() == 1);
  CHECK(with.packages[0].name == "a mentor");
  CHECK(app::offerName(*larch.workspace, with) == "Larch household with a waking night worker");
  // Two levels more, five at most; what is on record of the home is what it adds to; what nobody knows stays not known.
  CHECK(with.needs ==
        std::vector<NeedAnswer>{{larch.child, NeedDomain::emotionalHealth, 5, Basis::claimed,
                                 "with a waking night worker; without it: a therapist on Tuesdays"},
                                {larch.child, NeedDomain::behaviour, 4, Basis::claimed, "with a waking night worker; without it: Form B"}});

  const auto ranked = app::rankOffers(*larch.workspace, larch.referral);
  REQUIRE(ranked);
  REQUIRE((*ranked)->assessment().problem().candidates.size() == 2);
  std::vector<Money> weeks;
  for (std::size_t c = 0; c < 2; ++c) weeks.push_back((*ranked)->assessment().explain(c).cost->aWeek.low);
  std::ranges::sort(weeks);
  CHECK(weeks == std::vector<Money>{pounds(900), pounds(1510)});
}

TEST_CASE("The same support is not compared twice, in whatever order; two kinds of it are one offer more") {
  const WithPackage larch;
  const OfferId night = *larch.with(larch.id, 0);
  const auto again = larch.with(larch.id, 0);
  REQUIRE_FALSE(again);
  CHECK(again.error().code == ErrorCode::refused);
  CHECK(again.error().detail.starts_with("Larch household with a waking night worker is an offer already"));
  REQUIRE(larch.with(larch.id, 1));
  const auto both = larch.with(night, 0);
  REQUIRE(both);
  CHECK(larch.options().back() == "Larch household with a waking night worker and a mentor");
  const auto offers = app::offersOf(*larch.workspace, larch.referral);
  REQUIRE(offers);
  for (const Offer& offer : *offers)
    if (app::offerName(*larch.workspace, offer) == "Larch household with a mentor") CHECK_FALSE(larch.with(offer.id, 0));
  CHECK(larch.options().size() == 4);
}

TEST_CASE("Nothing is compared at a price that is being negotiated, of an offer that is gone, or of one that was changed") {
  const WithPackage larch;
  REQUIRE(app::askForLess(*larch.workspace, larch.id, larch.stored(larch.id).version, 0, pounds(850), "a long stay"));
  CHECK(larch.with(larch.id, 0).error().subject == "rounds");
  REQUIRE(app::settleRound(*larch.workspace, larch.id, larch.stored(larch.id).version, 0, pounds(870), ""));
  CHECK(larch.with(larch.id, 7).error().code == ErrorCode::notFound);
  CHECK(app::compareWithSupport(*larch.workspace, larch.id, 1, 0).error().code == ErrorCode::conflict);
  const auto made = larch.with(larch.id, 0);
  REQUIRE(made);
  CHECK(larch.stored(*made).quote[0].amount == MoneyRange::exactly(pounds(870)));
  CHECK(app::negotiation(*larch.workspace, *made)->won.aWeek == pounds(30));  // it is the same home's price
  CHECK(app::negotiation(*larch.workspace, larch.id)->besides == std::vector<std::string>{"Larch household with a waking night worker"});
  Offer gone = larch.stored(larch.id);
  gone.withdrawn = true;
  REQUIRE(app::recordOffer(*larch.workspace, gone));
  CHECK(larch.with(larch.id, 1).error().subject == "offer");
}

TEST_CASE("A home that was chosen is not told that it is not the one for its other offer, and the others are told once") {
  const ThreeOffers three;
  auto& workspace = *three.journey.workspace;
  const auto decided = app::decide(workspace, three.decision(three.sent()));
  INFO((decided ? std::string{} : decided.error().detail));
  REQUIRE(decided);
  const auto before = app::notTheOnes(workspace, *decided);
  REQUIRE(before);
  REQUIRE(before->size() == 2);
  const auto offers = app::offersOf(workspace, three.referral);
  REQUIRE(offers);
  for (Offer offer : *offers) {
    offer.packages = {{"a mentor", pounds(80), {NeedDomain::leisure}, 1}};
    REQUIRE(app::recordOffer(workspace, offer));
    REQUIRE(app::compareWithSupport(workspace, offer.id, offer.version + 1, 0));
  }
  const auto after = app::notTheOnes(workspace, *decided);
  REQUIRE(after);
  REQUIRE(after->size() == 2);
  for (std::size_t i = 0; i < 2; ++i) CHECK((*after)[i].offer == (*before)[i].offer);
}

TEST_CASE("Who has said no since is not made to offer again by comparing") {
  const Sent sent;
  REQUIRE(app::takeReturnedAnswer(*sent.workspace, sent.read(sent.offered(0)), app::TakeAs::newOffer));
  const Offer offer = sent.offers().front();
  REQUIRE(app::logContact(*sent.workspace, *offer.approach, CallOutcome::saidNo, "", DeclineReason::full));
  CHECK(app::compareWithSupport(*sent.workspace, offer.id, offer.version, 0).error().subject == "offer");
  CHECK(sent.approach(0).state == ApproachState::declined);
}

TEST_CASE("A second form of the provider changes its offer, not the one that we made of it to compare") {
  const Sent sent;
  REQUIRE(app::takeReturnedAnswer(*sent.workspace, sent.read(sent.offered(0)), app::TakeAs::newOffer));
  const Offer offer = sent.offers().front();
  REQUIRE(offer.packages.size() == 1);
  REQUIRE(app::compareWithSupport(*sent.workspace, offer.id, offer.version, 0));
  const app::ReturnedAnswer second = sent.read(sent.offered(0, "880"));
  REQUIRE(second.before);
  CHECK(second.before->id == offer.id);
}
