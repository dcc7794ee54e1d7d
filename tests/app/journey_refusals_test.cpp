// A planned choice of three from the offers to the week's report, what is refused on the way, and imports that write all or nothing.
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>

#include "app/contract.h"
#include "app/frozen.h"
#include "app/imports.h"
#include "support/cases.h"
#include "three_offers.h"

using namespace homeward;
using namespace homeward::tests;

namespace {

std::string bytesOf(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Days from Monday, as figures of hand: floor(rate b / 7) - floor(rate a / 7).
std::int64_t byHand(std::int64_t rate, Date from, Date to) {
  const auto a = static_cast<std::int64_t>(from.time_since_epoch().count());
  const auto b = static_cast<std::int64_t>(to.time_since_epoch().count());
  return rate * b / 7 - rate * a / 7;
}

}  // namespace

TEST_CASE("A choice of three is decided with a reason for each, started, and in the week's report to the penny") {
  const ThreeOffers three;
  auto& workspace = *three.journey.workspace;
  const ChoiceId choice = three.sent();

  Decision decision = three.decision(choice);
  decision.reasons[2].code.reset();
  CHECK(app::decide(workspace, decision).error().subject == "reasons");
  decision = three.decision(choice);
  decision.reasons[0].words = " ";
  CHECK(app::decide(workspace, decision).error().subject == "reasons");
  decision = three.decision(choice);
  decision.agreedBy.reset();
  CHECK(app::decide(workspace, decision).error().subject == "agreedBy");
  const auto decided = app::decide(workspace, three.decision(choice));
  INFO((decided ? std::string{} : decided.error().detail));
  REQUIRE(decided);

  // What was frozen is what a ranking of the same rows gives again.
  const auto kept = app::decisionsOf(workspace, three.referral);
  REQUIRE(kept);
  REQUIRE(kept->size() == 1);
  const auto ranked = app::rankOffers(workspace, three.referral);
  REQUIRE(ranked);
  const auto frozen = nlohmann::json::parse(kept->front().frozen);
  const auto sent = workspace.file().decisions().choice(choice);
  REQUIRE(sent);
  CHECK(frozen == nlohmann::json::parse(app::frozenInputs(**ranked, *sent)));
  CHECK(frozen.at("candidates").size() == 3);

  // Decided once; a second time only as an amendment with its reason.
  CHECK(app::decide(workspace, three.decision(choice)).error().subject == "amendsReason");
  Approval approval{ApprovalId{}, three.referral, three.options[0], 7, three.journey.person("O. Harbour"), three.journey.today(), "seen"};
  CHECK(app::recordApproval(workspace, approval).error().code == ErrorCode::refused);
  approval.rule = 6;
  approval.by = three.journey.person("S. Quill");
  CHECK(app::recordApproval(workspace, approval).error().code == ErrorCode::refused);
  approval.by = three.journey.person("O. Harbour");
  CHECK(app::recordApproval(workspace, approval));

  // Wednesday 9 December: five days of the week, and the sum that is due once.
  const Date start = date(2026, 12, 9);
  const IsoWeek week = isoWeek(start);
  const auto before = app::weekReport(workspace, week);
  const auto placed = app::startPlacement(workspace, *decided, start);
  INFO((placed ? std::string{} : placed.error().detail));
  REQUIRE(placed);
  const auto after = app::weekReport(workspace, week);
  REQUIRE(before);
  REQUIRE(after);
  const Date end = start + std::chrono::days{5};
  const std::int64_t cost = byHand(70005, start, end) + byHand(5510, start, end) - byHand(4000, start, end) + 12000;
  CHECK(after->cost.total.pence - before->cost.total.pence == cost);
  // A full week: £700.05 + £55.10 - £40.00.
  const auto next = app::weekReport(workspace, isoWeek(date(2026, 12, 14)));
  REQUIRE(next);
  for (const reports::PlacementWeek& each : next->cost.placements)
    if (next->facts[each.placement].placement.id == placed->front()) CHECK(each.net == pounds(715, 15));
  CHECK_FALSE(app::startPlacement(workspace, *decided, start + std::chrono::days{7}));
}

TEST_CASE("A gate of law is not waived, and an option that fails one is not put before anybody") {
  ThreeOffers three;
  auto& workspace = *three.journey.workspace;
  CHECK(app::waiveGate(workspace, three.referral, "law.15", "option:1", "because").error().code == ErrorCode::refused);
  CHECK_FALSE(app::waiveGate(workspace, three.referral, "essential.x", "option:1", "  "));
  // The first household's terms stop at four years: for a planned placement it is out.
  Setting home = three.homes[0];
  home.terms.ageTo = 4;
  REQUIRE(app::saveSetting(workspace, home));
  const auto sent = app::sendChoice(
      workspace,
      {three.referral, three.options, {"a", "b", "c"}, three.journey.person("S. Quill"), three.journey.today() + std::chrono::days{3}, ""});
  REQUIRE_FALSE(sent);
  CHECK(sent.error().code == ErrorCode::refused);
  const auto choices = app::choicesOf(workspace, three.referral);
  REQUIRE(choices);
  CHECK(choices->empty());
}

TEST_CASE("A placement does not start at an open price") {
  const ThreeOffers three;
  auto& workspace = *three.journey.workspace;
  const ChoiceId choice = three.sent();
  const auto offers = app::offersOf(workspace, three.referral);
  REQUIRE(offers);
  const auto first = std::find_if(offers->begin(), offers->end(), [&](const Offer& offer) { return offer.setting == three.homes[0].id; });
  REQUIRE(first != offers->end());
  Offer open = *first;
  open.quote[1].amount.high.reset();
  REQUIRE(app::recordOffer(workspace, open));
  Decision decision = three.decision(choice);
  decision.budgetAgreedBy = three.journey.person("B. Lantern");
  const auto decided = app::decide(workspace, decision);
  INFO((decided ? std::string{} : decided.error().detail));
  REQUIRE(decided);
  const auto started = app::startPlacement(workspace, *decided, date(2026, 12, 9));
  REQUIRE_FALSE(started);
  CHECK(started.error().subject == "hindrance.openPrice");
}

TEST_CASE("A decision that a later one amended does not start; the later one does") {
  const ThreeOffers three;
  auto& workspace = *three.journey.workspace;
  const ChoiceId choice = three.sent();
  const auto first = app::decide(workspace, three.decision(choice));
  REQUIRE(first);
  Decision again = three.decision(choice);
  again.chosen = three.options[1];
  again.reasons = {{three.options[0], NotChosen::otherReason, ""},
                   {three.options[1], std::nullopt, "A school place"},
                   {three.options[2], NotChosen::cost, ""}};
  again.amendsReason = "The first household withdrew";
  const auto second = app::decide(workspace, again);
  REQUIRE(second);
  // What the law wants is on record for both, so that nothing else stops either.
  for (const OptionId option : {three.options[0], three.options[1]})
    REQUIRE(app::recordApproval(
        workspace, {ApprovalId{}, three.referral, option, 6, three.journey.person("O. Harbour"), three.journey.today(), "seen"}));

  const Date start = date(2026, 12, 9);
  const auto refused = app::startPlacement(workspace, *first, start);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().subject == "hindrance.amended");
  const auto work = app::myWork(workspace, false);
  REQUIRE(work);
  CHECK(std::none_of(work->begin(), work->end(), [&](const auto& item) { return item.key == "start:" + std::to_string(first->value); }));
  const auto placed = app::startPlacement(workspace, *second, start);
  INFO((placed ? std::string{} : placed.error().detail));
  REQUIRE(placed);
  const auto stored = workspace.file().placements().get(placed->front());
  REQUIRE(stored);
  CHECK(stored->setting == three.homes[1].id);
}

TEST_CASE("Once the child has moved in the words of a decision are amended, but no other home is chosen") {
  const ThreeOffers three;
  auto& workspace = *three.journey.workspace;
  const ChoiceId choice = three.sent();
  const auto decided = app::decide(workspace, three.decision(choice));
  REQUIRE(decided);
  REQUIRE(app::recordApproval(
      workspace, {ApprovalId{}, three.referral, three.options[0], 6, three.journey.person("O. Harbour"), three.journey.today(), "seen"}));
  REQUIRE(app::startPlacement(workspace, *decided, date(2026, 12, 9)));
  const auto stage = [&] { return workspace.file().referrals().get(three.referral)->stage; };
  REQUIRE(stage() == Stage::placed);

  Decision other = three.decision(choice);
  other.chosen = three.options[1];
  other.reasons = {{three.options[0], NotChosen::otherReason, ""},
                   {three.options[1], std::nullopt, "A school place"},
                   {three.options[2], NotChosen::cost, ""}};
  other.amendsReason = "The first household withdrew";
  const auto refused = app::decide(workspace, other);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().subject == "chosen");
  CHECK(app::sendChoice(workspace, {three.referral,
                                    three.options,
                                    {"a", "b", "c"},
                                    three.journey.person("S. Quill"),
                                    three.journey.today() + std::chrono::days{3},
                                    ""})
            .error()
            .subject == "stage");

  Decision words = three.decision(choice);
  words.reasons.front().words = "Near her grandmother, whom she sees twice a week";
  words.amendsReason = "The first words left out why";
  const auto amended = app::decide(workspace, words);
  INFO((amended ? std::string{} : amended.error().detail));
  REQUIRE(amended);
  CHECK(stage() == Stage::placed);
  CHECK(app::startPlacement(workspace, *amended, date(2026, 12, 16)).error().subject == "hindrance.started");
}

TEST_CASE("A new price changes no week before its day, and nothing of what was known") {
  Journey journey;
  auto& workspace = *journey.workspace;
  holdsFor(20, "new prices", [&] {
    const auto known = workspace.file().placements().asKnownNow();
    RC_ASSERT(known.has_value());
    std::vector<ContractTerm> open;
    for (const ContractTerm& term : known->terms) {
      const bool stays = std::any_of(known->placements.begin(), known->placements.end(),
                                     [&](const Placement& one) { return one.id == term.placement && !one.stay.to; });
      if (stays && !term.once && !term.valid.to && term.valid.from + std::chrono::days{60} < journey.today()) open.push_back(term);
    }
    RC_ASSERT(!open.empty());
    const ContractTerm term = open[*rc::gen::inRange<std::size_t>(0, open.size())];
    const Date from = journey.today() - std::chrono::days{*rc::gen::inRange(0, 50)};
    const IsoWeek before = previous(isoWeek(from));
    const IsoWeek later = isoWeek(from);
    const auto earlier = app::weekReport(workspace, before);
    const auto wasThen = app::weekReport(workspace, later);
    const Instant then = workspace.now();
    RC_ASSERT(earlier && wasThen);
    RC_ASSERT(app::changeTerm(workspace, term.id, term.amount + Money{*rc::gen::inRange(7, 90000)}, from, "uplift").has_value());
    const auto same = app::weekReport(workspace, before);
    const auto asThen = app::weekReport(workspace, later, then);
    RC_ASSERT(same && asThen);
    RC_ASSERT(same->cost.total == earlier->cost.total);
    RC_ASSERT(same->cost.changes.size() == earlier->cost.changes.size());
    RC_ASSERT(asThen->cost.total == wasThen->cost.total);
    RC_ASSERT(asThen->cost.byFunder == wasThen->cost.byFunder);
  });
}

TEST_CASE("The published list of providers is taken in once, however often it is read") {
  if (!hasReference("ofsted/providers_2025-03-31.csv")) {
    WARN("skipped: the published list is not here");
    return;
  }
  Journey journey;
  const auto list = reference("ofsted/providers_2025-03-31.csv");
  const auto first = app::importOfsted(*journey.workspace, list);
  INFO((first ? std::string{} : first.error().detail));
  REQUIRE(first);
  std::map<std::string, std::int64_t> counts(first->counts.begin(), first->counts.end());
  for (const auto& [type, rows] : counts) UNSCOPED_INFO(type << ": " << rows);
  CHECK(counts["Children's home"] == 3946);
  CHECK(counts["Supported Accommodation"] == 893);
  CHECK(counts["Independent Fostering Agency"] == 339);
  const auto market = journey.workspace->market();
  REQUIRE(market);
  const std::size_t settings = (*market)->settings.size();
  const auto again = app::importOfsted(*journey.workspace, list);
  REQUIRE(again);
  CHECK(again->added == 0);
  const auto since = journey.workspace->market();
  REQUIRE(since);
  CHECK((*since)->settings.size() == settings);
}

TEST_CASE("A file that is no list writes nothing") {
  Journey journey;
  const auto sample = std::filesystem::path(HOMEWARD_TEST_DATA) / "ofsted_sample.csv";
  const auto strange = journey.folder / "strange.csv";
  const std::string whole = bytesOf(sample);
  const auto header = whole.find('\n');
  const std::vector<std::string> contents{whole.substr(0, header / 2), std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16),
                                          "name,age\nLarch,4\n", std::string{}};
  const std::string before = bytesOf(journey.path);
  for (const std::string& content : contents) {
    std::ofstream(strange, std::ios::binary | std::ios::trunc) << content;
    CHECK_FALSE(app::importOfsted(*journey.workspace, strange));
    CHECK_FALSE(app::importPostcodes(*journey.workspace, strange));
  }
  CHECK_FALSE(app::importOfsted(*journey.workspace, journey.folder / "absent.csv"));
  CHECK(bytesOf(journey.path) == before);
  REQUIRE(app::importOfsted(*journey.workspace, sample));  // and the file still takes what is a list
}

TEST_CASE("The published postcodes are taken in once, however often they are read") {
  const std::string packed = "geo/onspd_2025nov_sample_postcodes.csv.gz";
  if (!hasReference(packed) || std::getenv("HOMEWARD_FULL") == nullptr) {
    WARN("skipped: needs the published sample and HOMEWARD_FULL");
    return;
  }
  Journey journey;
  const auto plain = journey.folder / "postcodes.csv";
  REQUIRE(std::system(("gzip -dc '" + reference(packed).string() + "' > '" + plain.string() + "'").c_str()) == 0);
  const auto first = app::importPostcodes(*journey.workspace, plain);
  REQUIRE(first);
  CHECK(first->rows == 340'414);
  CHECK(first->added > 100'000);
  const auto again = app::importPostcodes(*journey.workspace, plain);
  REQUIRE(again);
  CHECK(again->added == 0);
  CHECK(again->changed == 0);
}
