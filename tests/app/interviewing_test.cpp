// Providers who were spoken to: what was heard of each need verifies the offer's answer, and what they claimed themselves stays readable.
#include "app/interviewing.h"

#include "journey.h"

using namespace homeward;
using namespace homeward::tests;

namespace {

struct Interviewed : Journey {
  ChildId child;
  OfferId id;

  Interviewed() {
    app::ReferralCase wanted = planned();
    wanted.children.front().needs = {{NeedDomain::emotionalHealth, 4, true, "assessment", today(), "Sleeps"},
                                     {NeedDomain::behaviour, 3, false, "assessment", today(), "Home at night"}};
    const auto saved = app::saveReferral(*workspace, wanted);
    REQUIRE(saved);
    child = saved->children.front().id;
    Offer offer = offerOf(saved->referral.id, emergencyHousehold("Larch household"), {aWeek(QuoteItem::coreFee, pounds(900))});
    offer.needs = {{child, NeedDomain::emotionalHealth, 5, Basis::claimed, "a therapist on Tuesdays"}};
    const auto recorded = app::recordOffer(*workspace, offer);
    REQUIRE(recorded);
    id = *recorded;
  }
  [[nodiscard]] Offer now() const { return *workspace->file().offers().offer(id); }
  [[nodiscard]] app::Interview interview() const {
    return {workspace->now(),
            " the registered manager ",
            {{child, NeedDomain::emotionalHealth, 3, "two workers at night"}, {child, NeedDomain::behaviour, 2, "new to it"}}};
  }
  [[nodiscard]] Result<void> record(const app::Interview& interview) const {
    return app::recordInterview(*workspace, id, now().version, interview);
  }
};

}  // namespace

TEST_CASE("What was heard is kept need by need, verifies the answers, and leaves their own claim to be read") {
  const Interviewed larch;
  REQUIRE(larch.record(larch.interview()));
  const Offer offer = larch.now();
  const std::string day = longDate(larch.today());
  CHECK(offer.needs == std::vector<NeedAnswer>{
                           {larch.child, NeedDomain::emotionalHealth, 3, Basis::verified, "interviewed " + day + ": two workers at night"},
                           {larch.child, NeedDomain::behaviour, 2, Basis::verified, "interviewed " + day + ": new to it"}});
  REQUIRE(offer.interviews.size() == 2);
  CHECK(offer.interviews[0].with == "the registered manager");
  CHECK(offer.interviews[0].by == larch.workspace->user().id);
  CHECK(offer.interviews[0].level == 3);
  CHECK(offer.interviews[0].words == "two workers at night (Their own answer was level 5: a therapist on Tuesdays)");
  CHECK(offer.interviews[1].words == "new to it");
  // A second interview adds to the first; what it replaces is no claim of theirs any more.
  app::Interview second = larch.interview();
  second.heard = {{larch.child, NeedDomain::emotionalHealth, 4, "seen at night"}};
  REQUIRE(larch.record(second));
  REQUIRE(larch.now().interviews.size() == 3);
  CHECK(larch.now().interviews[2].words == "seen at night");
  CHECK(larch.now().needs[0].level == 4);
}

TEST_CASE("What outcomes have shown already stays evidenced where the interview judges it the same") {
  const Interviewed larch;
  Offer offer = larch.now();
  offer.needs = {{larch.child, NeedDomain::emotionalHealth, 3, Basis::evidenced, "Form C"},
                 {larch.child, NeedDomain::behaviour, 4, Basis::evidenced, "Form C"}};
  REQUIRE(app::recordOffer(*larch.workspace, offer));
  REQUIRE(larch.record(larch.interview()));
  CHECK(larch.now().needs[0].basis == Basis::evidenced);
  CHECK(larch.now().needs[1].basis == Basis::verified);
  CHECK(larch.now().needs[1].level == 2);
}

TEST_CASE("An interview says with whom, when, and something of at least one need; else nothing is kept") {
  const Interviewed larch;
  const auto subject = [&](const auto& spoil) {
    app::Interview interview = larch.interview();
    spoil(interview);
    const auto result = larch.record(interview);
    REQUIRE_FALSE(result);
    return result.error().subject;
  };
  CHECK(subject([](app::Interview& one) { one.with = " "; }) == "with");
  CHECK(subject([](app::Interview& one) { one.at += std::chrono::hours{48}; }) == "at");
  CHECK(subject([](app::Interview& one) { one.heard.clear(); }) == "heard");
  CHECK(subject([](app::Interview& one) { one.heard[1].words = ""; }) == "heard.1");
  CHECK(subject([](app::Interview& one) { one.heard[0].level = 6; }) == "heard.0");
  CHECK(subject([](app::Interview& one) { one.heard[1].domain = one.heard[0].domain; }) == "heard.1");
  CHECK(subject([](app::Interview& one) { one.heard[1].child = ChildId{999}; }) == "heard.1");
  CHECK(larch.now().interviews.empty());
  CHECK(app::recordInterview(*larch.workspace, larch.id, larch.now().version + 1, larch.interview()).error().code == ErrorCode::conflict);
}
