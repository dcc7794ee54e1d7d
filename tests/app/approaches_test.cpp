// Approaches after they were made: a deadline moved, a call that was logged by mistake, a referral that ends; and the number to ring now.
#include "app/asking.h"
#include "app/reach.h"
#include "three_offers.h"

using namespace homeward;
using namespace homeward::tests;

namespace {

/// One planned referral with one household asked, no answer yet.
struct Asked : Journey {
  ReferralId referral;
  Setting home;
  ApproachId approach;
  Asked() {
    app::ReferralCase entry = planned();
    entry.referral.inPlainWords = "A girl of ten who keeps bees.";
    const auto saved = app::saveReferral(*workspace, entry);
    REQUIRE(saved);
    referral = saved->referral.id;
    home = emergencyHousehold();
    const auto asked = app::askProviders(*workspace, referral, {{home.provider, home.id}}, workspace->now() + std::chrono::hours{24});
    REQUIRE(asked);
    approach = asked->front();
  }
  [[nodiscard]] Approach now() const {
    auto found = workspace->file().offers().approach(approach);
    REQUIRE(found);
    return *found;
  }
};

}  // namespace

TEST_CASE("A call is logged with its note") {
  const Asked asked;
  REQUIRE(app::logContact(*asked.workspace, asked.approach, CallOutcome::callBack, "after four, ask for the duty manager"));
  REQUIRE(asked.now().log.size() == 1);
  CHECK(asked.now().log.front().note == "after four, ask for the duty manager");
  CHECK(asked.now().state == ApproachState::asked);
}

TEST_CASE("A no that was logged by mistake is taken back, and they are asked again") {
  const Asked asked;
  auto& workspace = *asked.workspace;
  REQUIRE(app::logContact(workspace, asked.approach, CallOutcome::noAnswer, {}));
  REQUIRE(app::logContact(workspace, asked.approach, CallOutcome::saidNo, "wrong row", DeclineReason::full));
  REQUIRE(asked.now().state == ApproachState::declined);
  REQUIRE(app::takeBackContact(workspace, asked.approach, 1));
  CHECK(asked.now().state == ApproachState::asked);
  CHECK_FALSE(asked.now().declined);
  REQUIRE(asked.now().log.size() == 1);
  CHECK(asked.now().log.front().outcome == CallOutcome::noAnswer);
  CHECK(app::takeBackContact(workspace, asked.approach, 4).error().code == ErrorCode::notFound);
  // Taking back what changed nothing leaves the answer alone.
  REQUIRE(app::logContact(workspace, asked.approach, CallOutcome::saidYes, {}));
  REQUIRE(app::takeBackContact(workspace, asked.approach, 0));
  CHECK(asked.now().state == ApproachState::answered);
}

TEST_CASE("A yes that is taken back leaves an answer where an offer came of it") {
  const Asked asked;
  auto& workspace = *asked.workspace;
  REQUIRE(app::logContact(workspace, asked.approach, CallOutcome::saidYes, {}));
  REQUIRE(app::recordOffer(workspace, asked.offerOf(asked.referral, asked.home, {aWeek(QuoteItem::coreFee, pounds(700))})));
  REQUIRE(app::takeBackContact(workspace, asked.approach, 0));
  CHECK(asked.now().state == ApproachState::answered);
}

TEST_CASE("A deadline is moved, and an approach ends as silent or as a no with its reason") {
  const Asked asked;
  auto& workspace = *asked.workspace;
  Approach changed = asked.now();
  changed.answerDue = asked.now().askedAt - std::chrono::hours{1};
  CHECK(app::changeApproach(workspace, changed).error().subject == "answerDue");
  changed.answerDue = workspace.now() + std::chrono::hours{72};
  REQUIRE(app::changeApproach(workspace, changed));
  CHECK(asked.now().answerDue == changed.answerDue);
  changed = asked.now();
  changed.state = ApproachState::declined;
  CHECK(app::changeApproach(workspace, changed).error().subject == "declined");
  changed.declined = DeclineReason::age;
  REQUIRE(app::changeApproach(workspace, changed));
  CHECK(asked.now().declined == DeclineReason::age);
  CHECK(app::changeApproach(workspace, changed).error().code == ErrorCode::conflict);  // somebody changed it since it was read
  changed = asked.now();
  changed.state = ApproachState::silent;
  REQUIRE(app::changeApproach(workspace, changed));
  CHECK(asked.now().state == ApproachState::silent);
  CHECK_FALSE(asked.now().declined);
}

TEST_CASE("Whoever has not answered is asked no longer once the referral is withdrawn") {
  const Asked asked;
  auto& workspace = *asked.workspace;
  const Setting second = asked.emergencyHousehold("Marram household");
  const auto other = app::askProviders(workspace, asked.referral, {{second.provider, second.id}}, workspace.now() + std::chrono::hours{24});
  REQUIRE(other);
  REQUIRE(app::logContact(workspace, other->front(), CallOutcome::saidNo, {}, DeclineReason::full));
  REQUIRE(app::withdrawReferral(workspace, asked.referral, "She stays with her aunt"));
  CHECK(asked.now().state == ApproachState::withdrawn);
  const auto kept = workspace.file().offers().approach(other->front());
  REQUIRE(kept);
  CHECK(kept->state == ApproachState::declined);
}

TEST_CASE("At half past five on a Friday the number for out of hours comes first") {
  const auto& calendar = WorkingDays::england();
  const Instant friday = Instant{date(2026, 11, 27)};
  CHECK(app::officesAreOpen(friday + std::chrono::hours{14}, calendar));
  CHECK_FALSE(app::officesAreOpen(friday + std::chrono::hours{17} + std::chrono::minutes{30}, calendar));
  CHECK_FALSE(app::officesAreOpen(friday + std::chrono::hours{8}, calendar));
  CHECK_FALSE(app::officesAreOpen(friday + std::chrono::hours{24 + 12}, calendar));
  const Instant july = Instant{date(2026, 7, 3)};  // British Summer Time: 16:30 by the sun is 17:30 by the clock
  CHECK_FALSE(app::officesAreOpen(july + std::chrono::hours{16} + std::chrono::minutes{30}, calendar));
  CHECK(app::officesAreOpen(july + std::chrono::hours{8} + std::chrono::minutes{30}, calendar));

  const Instant late = friday + std::chrono::hours{18};
  CHECK(app::reachNow("01632 960001", "07700 900123", late, calendar).first == "07700 900123");
  CHECK(app::reachNow("01632 960001", "07700 900123", late, calendar).second == "01632 960001");
  CHECK(app::reachNow("01632 960001", "07700 900123", late, calendar).firstIsOutOfHours);
  CHECK(app::reachNow("01632 960001", "07700 900123", friday + std::chrono::hours{12}, calendar).first == "01632 960001");
  CHECK(app::reachNow("01632 960001", "", late, calendar).first == "01632 960001");
  CHECK(app::reachNow("", "07700 900123", friday + std::chrono::hours{12}, calendar).first == "07700 900123");
}
