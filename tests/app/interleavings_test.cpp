// Two people, or two windows, who change the same thing from the same version: the later one is told, both are there to be seen, and no
// change that was acknowledged is ever lost.
#include "sent.h"
#include "support/cases.h"

using namespace homeward;
using namespace homeward::tests;

namespace {

/// A window in which somebody has opened an offer, an approach, a referral or a file that came back, and changes it later.
struct Window {
  enum class Holds { nothing, offer, approach, referral, file } holds = Holds::nothing;
  Offer offer;
  Approach approach;
  app::ReferralCase entry;
  std::optional<app::ReturnedAnswer> returned;
};

/// What each thing counts, were every acknowledged change to add one to it.
struct Counted {
  int offer = 0;
  int referral = 0;
  Instant due{};
  int filesTaken = 0;
};

}  // namespace

namespace {

/// So many turns over one case file; a file that has seen thousands of them is slow to save.
void turnsOverOneFile(int turns) {
  Sent sent;
  auto& workspace = *sent.workspace;
  REQUIRE(app::takeReturnedAnswer(workspace, sent.read(sent.offered(0)), app::TakeAs::newOffer));
  Offer first = sent.offers().front();
  first.offersDays = 1;
  REQUIRE(app::recordOffer(workspace, first));
  Counted counted;
  counted.offer = 1;
  counted.due = *sent.approach(0).answerDue;
  int file = 0;
  int conflicts = 0;
  const auto days = [&] { return sent.offers().front().offersDays; };
  holdsFor(turns, "interleavings", [&] {
    std::vector<Window> windows(3);
    const auto steps = *rc::gen::inRange(4, 12);
    for (int step = 0; step < steps; ++step) {
      Window& window = windows[*rc::gen::inRange<std::size_t>(0, windows.size())];
      if (window.holds == Window::Holds::nothing) {
        window.holds = *rc::gen::element(Window::Holds::offer, Window::Holds::approach, Window::Holds::referral, Window::Holds::file);
        window.offer = sent.offers().front();
        window.approach = sent.approach(0);
        if (window.holds == Window::Holds::referral) window.entry = *app::referralCase(workspace, sent.referral);
        if (window.holds == Window::Holds::file) {
          // A new form says one day more than what is on record now.
          const std::string bytes = filledForm(
              sent.form(0), {{"answer", "we offer a home"}, {"days", std::to_string(*days() + 1)}, {"why", std::to_string(++file)}});
          window.returned = sent.read(bytes);
          RC_ASSERT(window.returned->before.has_value());
        }
        continue;
      }
      const Window::Holds held = std::exchange(window.holds, Window::Holds::nothing);
      bool done = false;
      Error why;
      const auto note = [&](const auto& result) {
        done = result.has_value();
        if (!done) why = result.error();
      };
      if (held == Window::Holds::offer) {
        window.offer.offersDays = *window.offer.offersDays % 6'000 + 1;
        note(app::recordOffer(workspace, window.offer));
        if (done) counted.offer = counted.offer % 6'000 + 1;
      } else if (held == Window::Holds::approach) {
        window.approach.answerDue = *window.approach.answerDue + std::chrono::seconds{1};
        note(app::changeApproach(workspace, window.approach));
        if (done) counted.due += std::chrono::seconds{1};
      } else if (held == Window::Holds::referral) {
        window.entry.referral.inPlainWords = "A girl of ten, " + std::to_string(counted.referral + 1) + " times told.";
        note(app::saveReferral(workspace, window.entry));
        if (done) ++counted.referral;
      } else {
        note(app::takeReturnedAnswer(workspace, *window.returned, app::TakeAs::inPlaceOfBefore));
        if (done) counted.offer = counted.offer + 1, ++counted.filesTaken;
      }
      if (!done) {
        ++conflicts;
        // What was refused was refused as a conflict, and says what changed meanwhile.
        RC_ASSERT(why.code == ErrorCode::conflict);
        RC_ASSERT(why.detail.size() > 20);
      }
      // Whatever was acknowledged is there, and what was refused left nothing.
      RC_ASSERT(days() == counted.offer);
      RC_ASSERT(sent.approach(0).answerDue == counted.due);
    }
  });
  CHECK(sent.offers().size() == 1);
  CHECK(conflicts > 20);
  CHECK(counted.filesTaken > 5);
  const auto entry = app::referralCase(workspace, sent.referral);
  REQUIRE(entry);
  CHECK(entry->referral.inPlainWords == "A girl of ten, " + std::to_string(counted.referral) + " times told.");
  CHECK(workspace.file().verify()->sound());
}

}  // namespace

TEST_CASE("No acknowledged change is lost, however the windows and files come in turn") {
  const int files = std::getenv("HOMEWARD_FULL") != nullptr ? 20 : 2;
  for (int i = 0; i < files; ++i) turnsOverOneFile(500);
}
