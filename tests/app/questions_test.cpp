// Questions from either side stand in the log with their answers; an answer is given once.
#include "journey.h"

using namespace homeward;
using namespace homeward::tests;

namespace {

/// A household that was asked, and asked back.
struct Asked : Journey {
  ApproachId id;

  Asked() {
    const auto saved = app::saveReferral(*workspace, planned());
    REQUIRE(saved);
    const Setting home = emergencyHousehold();
    const auto asked =
        app::askProviders(*workspace, saved->referral.id, {{home.provider, home.id}}, workspace->now() + std::chrono::hours{48});
    REQUIRE(asked);
    id = asked->front();
    REQUIRE(app::logContact(*workspace, id, CallOutcome::noAnswer, ""));
    REQUIRE(app::logContact(*workspace, id, CallOutcome::question, "Does she walk to school alone?"));
    REQUIRE(app::logContact(*workspace, id, CallOutcome::weAsked, "Is there a dog?"));
  }
  [[nodiscard]] Approach now() const { return *workspace->file().offers().approach(id); }
  [[nodiscard]] Result<void> answer(std::size_t at, const std::string& words) const {
    return app::answerQuestion(*workspace, id, now().version, at, words);
  }
};

}  // namespace

TEST_CASE("A question is open until it is answered, whichever side asked it") {
  const Asked asked;
  CHECK(app::openQuestions(asked.now()) == 2);
  REQUIRE(asked.answer(1, " Yes, since September. "));
  CHECK(app::openQuestions(asked.now()) == 1);
  CHECK(asked.now().log[1].answer == "Yes, since September.");
  CHECK(asked.now().log[1].answeredAt > asked.now().log[1].at);
  CHECK(asked.now().log[1].note == "Does she walk to school alone?");
  REQUIRE(asked.answer(2, "No."));
  CHECK(app::openQuestions(asked.now()) == 0);
}

TEST_CASE("An answer is not written over, and what is no question has none") {
  const Asked asked;
  REQUIRE(asked.answer(1, "Yes."));
  const auto again = asked.answer(1, "No.");
  REQUIRE_FALSE(again);
  CHECK(again.error().code == ErrorCode::refused);
  CHECK(asked.now().log[1].answer == "Yes.");
  CHECK(asked.answer(0, "Yes.").error().code == ErrorCode::refused);
  CHECK(asked.answer(2, "  ").error().subject == "answer");
  CHECK(asked.answer(9, "Yes.").error().code == ErrorCode::notFound);
}

TEST_CASE("An answer to a log that somebody else changed since goes to no other question") {
  const Asked asked;
  const std::int64_t seen = asked.now().version;
  REQUIRE(app::takeBackContact(*asked.workspace, asked.id, 0));  // every call has moved up by one
  const auto answered = app::answerQuestion(*asked.workspace, asked.id, seen, 1, "Yes.");
  REQUIRE_FALSE(answered);
  CHECK(answered.error().code == ErrorCode::conflict);
  CHECK(app::openQuestions(asked.now()) == 2);
}
