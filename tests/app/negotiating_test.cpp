// An offer's prices negotiated in rounds: each round's figures kept, the quote at what was won, and what that saves.
#include "app/negotiating.h"

#include "journey.h"

using namespace homeward;
using namespace homeward::tests;

namespace {

/// A planned stay of fifty-two weeks, offered at £985 a week with transport between £50 and £60, less what health pays.
struct Priced : Journey {
  ReferralId referral;
  OfferId id;

  Priced() {
    app::ReferralCase wanted = planned();
    wanted.referral.neededDays = 364;
    const auto saved = app::saveReferral(*workspace, wanted);
    INFO((saved ? std::string{} : saved.error().detail));
    REQUIRE(saved);
    referral = saved->referral.id;
    Offer offer = offerOf(referral, emergencyHousehold("Larch household"),
                          {aWeek(QuoteItem::coreFee, pounds(985)), aWeek(QuoteItem::transport, pounds(50)),
                           aWeek(QuoteItem::healthContribution, pounds(120)), onceOnly(QuoteItem::oneOff, pounds(400))});
    offer.quote[1].amount.high = pounds(60);
    const auto recorded = app::recordOffer(*workspace, offer);
    INFO((recorded ? std::string{} : recorded.error().detail));
    REQUIRE(recorded);
    id = *recorded;
  }
  [[nodiscard]] Offer now() const { return *workspace->file().offers().offer(id); }
  [[nodiscard]] Result<void> ask(std::size_t line, Money asked, const std::string& why = "two are placed there already") const {
    return app::askForLess(*workspace, id, now().version, line, asked, why);
  }
  [[nodiscard]] Result<void> settle(std::size_t round, Money won, const std::string& words = "agreed") const {
    return app::settleRound(*workspace, id, now().version, round, won, words);
  }
};

}  // namespace

TEST_CASE("A fee is negotiated in two rounds: each keeps its figures, the quote has what was won, and the saving is told") {
  const Priced priced;
  REQUIRE(priced.ask(0, pounds(935)));
  CHECK(priced.now().quote[0].amount == MoneyRange::exactly(pounds(985)));  // nothing is won by asking
  REQUIRE(priced.settle(0, pounds(955), "they meet us half way"));
  REQUIRE(priced.ask(0, pounds(925), "a second year"));
  REQUIRE(priced.settle(1, pounds(935)));

  const Offer offer = priced.now();
  CHECK(offer.quote[0].amount == MoneyRange::exactly(pounds(935)));
  REQUIRE(offer.rounds.size() == 2);
  CHECK(offer.rounds[0].before == pounds(985));
  CHECK(offer.rounds[0].asked == pounds(935));
  CHECK(offer.rounds[0].won == pounds(955));
  CHECK(offer.rounds[0].words == "two are placed there already");
  CHECK(offer.rounds[0].answer == "they meet us half way");
  CHECK(offer.rounds[0].by == priced.workspace->user().id);
  CHECK(offer.rounds[0].answeredAt > offer.rounds[0].at);
  CHECK(offer.rounds[1].before == pounds(955));

  const auto all = app::negotiation(*priced.workspace, priced.id);
  REQUIRE(all);
  CHECK(all->home == "Larch household");
  CHECK(all->won.aWeek == pounds(50));
  CHECK(all->won.whole == pounds(50 * 52));
  CHECK(all->atFirst.whole.low - all->now.whole.low == all->won.whole);
  CHECK(*all->atFirst.whole.high - *all->now.whole.high == all->won.whole);
}

TEST_CASE("What has no exact price, is somebody else's money or is asked about already is not negotiated, and it is said why") {
  const Priced priced;
  const auto refused = [&](std::size_t line, Money asked) {
    const auto result = priced.ask(line, asked);
    REQUIRE_FALSE(result);
    return result.error();
  };
  CHECK(refused(1, pounds(40)).detail.find("no exact amount") != std::string::npos);
  CHECK(refused(2, pounds(40)).detail.find("another funder") != std::string::npos);
  CHECK(refused(9, pounds(40)).code == ErrorCode::notFound);
  CHECK(refused(0, pounds(985)).subject == "asked");
  CHECK(refused(0, pounds(-1)).subject == "asked");
  REQUIRE(priced.ask(0, pounds(935)));
  CHECK(refused(0, pounds(900)).detail.find("£935") != std::string::npos);
  CHECK(priced.now().rounds.size() == 1);
  // Another price is not held up by it.
  REQUIRE(priced.ask(3, pounds(300)));
  REQUIRE(priced.settle(1, pounds(350)));
  CHECK(priced.now().quote[3].amount == MoneyRange::exactly(pounds(350)));
  Offer back = priced.now();
  back.withdrawn = true;
  REQUIRE(app::recordOffer(*priced.workspace, back));
  CHECK(refused(0, pounds(900)).detail.find("took this offer back") != std::string::npos);
}

TEST_CASE("A round is answered once, never above the price before; nothing won is an answer") {
  const Priced priced;
  REQUIRE(priced.ask(0, pounds(935)));
  const auto above = priced.settle(0, pounds(990));
  REQUIRE_FALSE(above);
  CHECK(above.error().subject == "won");
  CHECK_FALSE(priced.now().rounds[0].won);
  REQUIRE(priced.settle(0, pounds(985), "they cannot"));
  CHECK(priced.now().rounds[0].won == pounds(985));
  CHECK(app::negotiation(*priced.workspace, priced.id)->won.whole == Money{});
  CHECK(priced.settle(0, pounds(900)).error().code == ErrorCode::refused);
  CHECK(priced.settle(1, pounds(900)).error().code == ErrorCode::notFound);
}

TEST_CASE("Nobody negotiates on an offer that somebody else has changed since it was seen") {
  const Priced priced;
  const std::int64_t seen = priced.now().version;
  Offer changed = priced.now();
  changed.conditions = "A visit first";
  REQUIRE(app::recordOffer(*priced.workspace, changed));
  CHECK(app::askForLess(*priced.workspace, priced.id, seen, 0, pounds(900), "").error().code == ErrorCode::conflict);
  CHECK(priced.now().rounds.empty());
  REQUIRE(priced.ask(0, pounds(900)));
  CHECK(app::settleRound(*priced.workspace, priced.id, seen, 0, pounds(950), "").error().code == ErrorCode::conflict);
  CHECK_FALSE(priced.now().rounds[0].won);
}

TEST_CASE("Where the price was changed by hand while they thought about it, only nothing can be recorded as won") {
  const Priced priced;
  REQUIRE(priced.ask(0, pounds(935)));
  Offer changed = priced.now();
  changed.quote[0].amount = MoneyRange::exactly(pounds(990));
  REQUIRE(app::recordOffer(*priced.workspace, changed));
  const auto won = priced.settle(0, pounds(935));
  REQUIRE_FALSE(won);
  CHECK(won.error().detail.find("no longer has the price") != std::string::npos);
  REQUIRE(priced.settle(0, pounds(985)));
  CHECK(priced.now().quote[0].amount == MoneyRange::exactly(pounds(990)));
}
