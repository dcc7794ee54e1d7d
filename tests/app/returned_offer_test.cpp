// Answers that come back as files: matched with what was sent, compared with what is on record, taken in once, refused with a reason.
#include "app/returned_offer.h"

#include "sent.h"

using namespace homeward;
using namespace homeward::tests;
using exchange::Answering;

namespace {

bool says(const std::vector<Fact>& facts, const std::string& key) {
  return std::ranges::any_of(facts, [&](const Fact& fact) { return fact.key == "returned." + key; });
}

}  // namespace

TEST_CASE("A form that came back becomes an offer with what its provider says, and is in the log of calls") {
  const Sent sent;
  const auto returned = sent.read(sent.offered(0));
  CHECK(returned.answer.problems.empty());
  for (const Fact& fact : returned.since) UNSCOPED_INFO(fact.key);
  CHECK(returned.since.empty());
  CHECK_FALSE(returned.before);
  REQUIRE(returned.approach);
  CHECK(returned.approach->id == sent.asked[0].approach.id);
  CHECK(sent.offers().empty());  // reading writes nothing

  const auto taken = app::takeReturnedAnswer(*sent.workspace, returned, app::TakeAs::newOffer);
  INFO((taken ? std::string() : taken.error().detail));
  REQUIRE(taken);
  REQUIRE(sent.offers().size() == 1);
  const Offer offer = sent.offers().front();
  CHECK(offer.id == **taken);
  CHECK(offer.setting == sent.household.id);
  CHECK(offer.approach == sent.asked[0].approach.id);
  CHECK(offer.availableFrom == date(2026, 12, 7));
  CHECK(isoInstant(*offer.standsUntil) == "2026-12-11T23:59:00Z");
  REQUIRE(offer.quote.size() == 2);
  CHECK(offer.quote[0].amount == MoneyRange::exactly(pounds(900)));
  CHECK(offer.packages.size() == 1);
  REQUIRE(offer.needs.size() == 2);
  CHECK(offer.needs[0].level == 3);
  CHECK(offer.needs[0].evidence == "with support: a teacher twice a week");
  CHECK(offer.needs[1].level == 1);  // not met: below what was asked
  CHECK(offer.needs[0].basis == Basis::claimed);
  CHECK(sent.approach(0).state == ApproachState::answered);
  CHECK(sent.approach(0).log.back().note.find("They know the school.") != std::string::npos);
  CHECK(sent.workspace->file().offers().options(sent.referral)->size() == 1);
}

TEST_CASE("A file is taken in once, and only when its reference was sent from here") {
  const Sent sent;
  const std::string bytes = sent.offered(0);
  const auto returned = sent.read(bytes);
  REQUIRE(app::takeReturnedAnswer(*sent.workspace, returned, app::TakeAs::newOffer));
  CHECK(app::readReturnedAnswer(*sent.workspace, bytes).error().code == ErrorCode::refused);
  // Read twice before the first was taken in.
  const auto again = app::takeReturnedAnswer(*sent.workspace, returned, app::TakeAs::newOffer);
  REQUIRE_FALSE(again);
  CHECK(again.error().code == ErrorCode::conflict);
  CHECK(sent.offers().size() == 1);

  const Sent elsewhere;
  const auto foreign = app::readReturnedAnswer(*sent.workspace, elsewhere.offered(0));
  REQUIRE_FALSE(foreign);
  CHECK(foreign.error().subject == "reference");
  CHECK(sent.offers().size() == 1);
}

TEST_CASE("A second form for the same home lies beside the first, line by line, and takes its place or stands beside it") {
  const Sent sent;
  REQUIRE(app::takeReturnedAnswer(*sent.workspace, sent.read(sent.offered(0)), app::TakeAs::newOffer));
  Offer worked = sent.offers().front();
  worked.rounds.push_back({sent.workspace->now(), sent.workspace->user().id, QuoteItem::coreFee, Charge::weekly, pounds(900), pounds(850)});
  worked.rounds.clear();
  worked.ownBedroom = false;
  worked.packages.front().adds = 2;
  for (NeedAnswer& need : worked.needs)
    if (need.domain == NeedDomain::education) need.basis = Basis::verified, need.level = 2, need.evidence = "one lesson a week";
  REQUIRE(app::recordOffer(*sent.workspace, worked));

  const auto second = sent.read(sent.offered(0, "875"));
  REQUIRE(second.before);
  CHECK(second.before->id == worked.id);
  CHECK(second.since.empty());  // that an offer came in is no change of what was asked
  REQUIRE(second.inPlace);
  const auto lines = app::compared(*sent.workspace, second.before, *second.inPlace);
  REQUIRE(lines);
  std::vector<std::string> differ;
  for (const app::OfferLine& line : *lines)
    if (line.differs()) differ.push_back(line.what + ": " + line.onRecord + " -> " + line.inFile);
  CHECK(differ == std::vector<std::string>{"Core fee: £900 a week -> £875 a week"});

  REQUIRE(app::takeReturnedAnswer(*sent.workspace, second, app::TakeAs::inPlaceOfBefore));
  REQUIRE(sent.offers().size() == 1);
  CHECK(sent.offers().front().quote.front().amount == MoneyRange::exactly(pounds(875)));
  // What the officer has found out stays.
  CHECK(sent.offers().front().ownBedroom == false);
  CHECK(sent.offers().front().packages == worked.packages);
  CHECK(sent.offers().front().needs == worked.needs);
  CHECK(says(second.kept, "verifiedKept"));
  REQUIRE(app::takeReturnedAnswer(*sent.workspace, sent.read(sent.offered(0, "1200")), app::TakeAs::newOffer));
  CHECK(sent.offers().size() == 2);
}

TEST_CASE("A price that was negotiated is not undone by a form that comes again") {
  const Sent sent;
  REQUIRE(app::takeReturnedAnswer(*sent.workspace, sent.read(sent.offered(0)), app::TakeAs::newOffer));
  Offer won = sent.offers().front();
  won.quote.front().amount = MoneyRange::exactly(pounds(850));
  won.rounds = {
      {sent.workspace->now(), sent.workspace->user().id, QuoteItem::coreFee, Charge::weekly, pounds(900), pounds(800), "", pounds(850)}};
  won.toldAt = sent.workspace->now();
  won.toldWhy = NotChosen::cost;
  REQUIRE(app::recordOffer(*sent.workspace, won));
  const auto again = sent.read(filledForm(sent.offered(0, "950"), {{"days", "60"}}));
  CHECK(says(again.kept, "negotiated"));
  REQUIRE(app::takeReturnedAnswer(*sent.workspace, again, app::TakeAs::inPlaceOfBefore));
  const Offer after = sent.offers().front();
  CHECK(after.quote.front().amount == MoneyRange::exactly(pounds(850)));
  CHECK(after.rounds == won.rounds);
  CHECK(after.offersDays == 60);
  CHECK(after.toldAt == won.toldAt);
}

TEST_CASE("A form that lay over the weekend is recorded as what it was, and has lapsed") {
  const Sent sent;
  const auto late = sent.read(
      filledForm(sent.form(0), {{"answer", "we offer a home"}, {"standsUntil", "25/11/2026"}, {"price.coreFee", "900", "a week", true}}));
  CHECK(says(late.since, "lapsed"));
  CHECK(late.offer.receivedOn == date(2026, 11, 25));
  CHECK(app::takeReturnedAnswer(*sent.workspace, late, app::TakeAs::newOffer));
}

TEST_CASE("A decline that comes after an offer is told of before it takes the offer back") {
  const Sent sent;
  REQUIRE(app::takeReturnedAnswer(*sent.workspace, sent.read(sent.offered(0)), app::TakeAs::newOffer));
  const auto decline = sent.read(filledForm(sent.form(0), {{"answer", "we decline"}, {"decline", "no place free"}}));
  CHECK(says(decline.since, "hadOffered"));
}

TEST_CASE("What was changed between reading a file and taking it in is a conflict, and nothing is written") {
  const Sent sent;
  REQUIRE(app::takeReturnedAnswer(*sent.workspace, sent.read(sent.offered(0)), app::TakeAs::newOffer));
  const auto second = sent.read(sent.offered(0, "875"));
  Offer meanwhile = sent.offers().front();
  meanwhile.conditions = "None any more";
  REQUIRE(app::recordOffer(*sent.workspace, meanwhile));
  const auto conflict = app::takeReturnedAnswer(*sent.workspace, second, app::TakeAs::inPlaceOfBefore);
  REQUIRE_FALSE(conflict);
  CHECK(conflict.error().code == ErrorCode::conflict);
  CHECK(sent.offers().front().conditions == "None any more");
  CHECK(sent.offers().front().quote.front().amount == MoneyRange::exactly(pounds(900)));
  // The file was not used up by that.
  const auto fresh = sent.read(sent.offered(0, "875"));
  REQUIRE(app::logContact(*sent.workspace, sent.asked[0].approach.id, CallOutcome::callBack, "rang"));
  CHECK(app::takeReturnedAnswer(*sent.workspace, fresh, app::TakeAs::newOffer).error().code == ErrorCode::conflict);
  CHECK(app::takeReturnedAnswer(*sent.workspace, sent.read(sent.offered(0, "875")), app::TakeAs::inPlaceOfBefore));
}

TEST_CASE("Of an agency that was asked as a whole the file names the home, or somebody says which is meant") {
  const Sent sent;
  const auto unnamed = sent.read(sent.offered(1));
  CHECK_FALSE(unnamed.offer.setting.stored());
  CHECK(app::takeReturnedAnswer(*sent.workspace, unnamed, app::TakeAs::newOffer).error().subject == "setting");
  const auto chosen = app::meaning(*sent.workspace, unnamed, sent.household.id);
  REQUIRE(chosen);
  CHECK(chosen->offer.setting == sent.household.id);
  const auto named = sent.read(filledForm(sent.offered(1), {{"home", "marram  Household"}}));
  REQUIRE(named.offer.setting.stored());
  CHECK(app::takeReturnedAnswer(*sent.workspace, named, app::TakeAs::newOffer));
}

TEST_CASE("A form that went to several does not say whose it is") {
  const Sent sent(app::Mails::blindCopies);
  const auto returned = sent.read(sent.offered(0));
  CHECK_FALSE(returned.approach);
  CHECK(app::takeReturnedAnswer(*sent.workspace, returned, app::TakeAs::newOffer).error().subject == "approach");
  const auto known = app::answeredBy(*sent.workspace, returned, sent.asked[0].approach.id);
  REQUIRE(known);
  CHECK(known->offer.setting == sent.household.id);
  CHECK(app::takeReturnedAnswer(*sent.workspace, *known, app::TakeAs::newOffer));
}

TEST_CASE("A decline keeps its reason, a question waits for its answer") {
  const Sent sent;
  const auto no = sent.read(filledForm(sent.form(0), {{"answer", "we decline"}, {"decline", "too far away"}}));
  REQUIRE(app::takeReturnedAnswer(*sent.workspace, no, app::TakeAs::newOffer));
  CHECK(sent.approach(0).state == ApproachState::declined);
  CHECK(sent.approach(0).declined == DeclineReason::tooFar);
  const auto question = sent.read(filledForm(sent.form(1), {{"question", "Does she share a room?"}}));
  CHECK(question.answer.answer == Answering::question);
  REQUIRE(app::takeReturnedAnswer(*sent.workspace, question, app::TakeAs::newOffer));
  CHECK(sent.approach(1).state == ApproachState::asked);
  CHECK(sent.approach(1).log.back().open());
  CHECK(sent.approach(1).log.back().note == "Does she share a room?");
  // Who declined and then offers after all is told of.
  const auto afterAll = sent.read(sent.offered(0));
  CHECK(says(afterAll.since, "hadDeclined"));
  REQUIRE(app::takeReturnedAnswer(*sent.workspace, afterAll, app::TakeAs::newOffer));
  CHECK(sent.approach(0).state == ApproachState::answered);
  CHECK_FALSE(sent.approach(0).declined);
  CHECK(app::takeReturnedAnswer(*sent.workspace, sent.read(sent.form(0)), app::TakeAs::newOffer).error().subject == "answer");
}

TEST_CASE("A file that comes when the case has moved on is told of, and after a withdrawal refused") {
  const Sent sent;
  auto entry = app::referralCase(*sent.workspace, sent.referral);
  REQUIRE(entry);
  entry->referral.inPlainWords = "A girl of ten who keeps bees and a goat.";
  REQUIRE(app::saveReferral(*sent.workspace, *entry));
  const auto late = sent.read(filledForm(sent.offered(0), {{"days", "30"}}));
  CHECK(says(late.since, "referralChanged"));
  CHECK(says(sent.read(filledForm(sent.form(0), {{"answer", "we offer a home"}, {"standsUntil", "01/11/2026"}})).since, "lapsed"));
  REQUIRE(app::withdrawReferral(*sent.workspace, sent.referral, "She goes home"));
  const auto refused = app::readReturnedAnswer(*sent.workspace, sent.offered(0));
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::refused);
  CHECK(sent.offers().empty());
}
