// A home that an agency tells of on the telephone, whose case a referral is, and the authorities that can be chosen.
#include "app/authorities.h"
#include "app/market_data.h"
#include "app/whose_case.h"
#include "three_offers.h"

using namespace homeward;
using namespace homeward::tests;

namespace {

const Provider& toAsk(const app::Market& market) {
  const auto found = std::ranges::find_if(market.providers, &Provider::toAsk);
  REQUIRE(found != market.providers.end());
  return *found;
}

}  // namespace

TEST_CASE("A home that an agency tells of is put on record and offered for a child") {
  const ThreeOffers three;
  auto& workspace = *three.journey.workspace;
  const auto market = workspace.market();
  REQUIRE(market);
  const ProviderId agency = toAsk(**market).id;
  const std::string postcode = three.homes.front().place.postcode;
  CHECK(app::saveHomeTold(workspace, agency, {" ", SettingType::fosteringHousehold, postcode, {}}).error().subject == "name");
  CHECK(app::saveHomeTold(workspace, agency, {"Teal household", SettingType::fosteringHousehold, "nowhere", {}}).error().subject ==
        "postcode");
  const auto told = app::saveHomeTold(workspace, agency, {" Teal  household", SettingType::fosteringHousehold, postcode, "E06000001"});
  INFO((told ? std::string{} : told.error().detail));
  REQUIRE(told);
  CHECK(told->name == "Teal household");
  CHECK(told->provider == agency);
  CHECK(told->place.point.has_value());
  CHECK(told->place.authority == three.homes.front().place.authority);  // the postcode tells it
  CHECK(app::saveHomeTold(workspace, agency, {"TEAL household", SettingType::fosteringHousehold, {}, {}}).error().subject == "name");
  const auto vague = app::saveHomeTold(workspace, agency, {"Wigeon household", SettingType::fosteringHousehold, {}, "E06000001"});
  REQUIRE(vague);
  CHECK(vague->place == Place{{}, std::nullopt, "E06000001"});
  const auto homes = app::homesOfProvider(workspace, agency);
  REQUIRE(homes);
  CHECK(std::ranges::count(*homes, told->id, &Setting::id) == 1);

  REQUIRE(app::askProviders(workspace, three.referral, {{agency, std::nullopt}}, workspace.now() + std::chrono::hours{2}));
  const auto draft = app::offerDraft(workspace, three.referral, told->id);
  REQUIRE(draft);
  REQUIRE(draft->approach);  // the offer answers the asking of the agency
  Offer offer = *draft;
  offer.quote = {aWeek(QuoteItem::coreFee, pounds(800))};
  REQUIRE(app::recordOffer(workspace, offer));
  CHECK(workspace.file().offers().approach(*offer.approach)->state == ApproachState::answered);
}

TEST_CASE("A choice goes to the children's social worker where the referral names none") {
  const ThreeOffers three;
  auto& workspace = *three.journey.workspace;
  const PersonId quill = three.journey.person("S. Quill");
  auto entry = app::referralCase(workspace, three.referral);
  REQUIRE(entry);
  entry->referral.socialWorker.reset();
  entry->children.front().socialWorker = quill;
  REQUIRE(app::saveReferral(workspace, *entry));
  const auto draft = app::proposeChoice(workspace, three.referral);
  REQUIRE(draft);
  CHECK(draft->sendTo == quill);
}

TEST_CASE("Whoever has left or may not decide is passed over, and a placement counts for the team of the one who decides") {
  Person left{PersonId{1}, "A. Gone", Role::socialWorker, TeamId{5}, {}, {}, {}, false, 1};
  Person officer{PersonId{2}, "B. Fennel", Role::placementOfficer, TeamId{6}, {}, {}, {}, true, 1};
  Person worker{PersonId{3}, "C. Quill", Role::socialWorker, TeamId{7}, {}, {}, {}, true, 1};
  const std::vector<Person> people{left, officer, worker};
  Referral referral;
  std::vector<Child> children(2);
  children[0].id = ChildId{10};
  children[1].id = ChildId{11};
  referral.members = {{ChildId{10}, false}, {ChildId{11}, true}};
  CHECK_FALSE(app::socialWorkerOf(referral, children, people));
  CHECK_FALSE(app::teamOf(children[1], referral, children, people));
  referral.socialWorker = left.id;
  children[0].socialWorker = officer.id;
  children[1].socialWorker = worker.id;
  CHECK(app::socialWorkerOf(referral, children, people) == worker.id);
  CHECK(app::teamOf(children[0], referral, children, people) == TeamId{6});  // the child's own worker's team
  children[0].socialWorker.reset();
  CHECK(app::teamOf(children[0], referral, children, people) == TeamId{7});
  referral.team = TeamId{8};
  CHECK(app::teamOf(children[0], referral, children, people) == TeamId{8});
  children[0].team = TeamId{9};
  CHECK(app::teamOf(children[0], referral, children, people) == TeamId{9});
}

TEST_CASE("A placement of a child without a team counts for the team of the social worker") {
  const ThreeOffers three;
  auto& workspace = *three.journey.workspace;
  const auto people = app::people(workspace);
  REQUIRE(people);
  const auto quill = std::ranges::find(*people, three.journey.person("S. Quill"), &Person::id);
  REQUIRE(quill != people->end());
  REQUIRE(quill->team);
  const auto decided = app::decide(workspace, three.decision(three.sent()));
  INFO((decided ? std::string{} : decided.error().detail));
  REQUIRE(decided);
  const auto started = app::startPlacement(workspace, *decided, three.journey.today());
  INFO((started ? std::string{} : started.error().detail));
  REQUIRE(started);
  const auto placed = workspace.file().placements().get(started->front());
  REQUIRE(placed);
  CHECK(placed->team == quill->team);
}

TEST_CASE("A fictional case file offers its own authorities by name") {
  DemoOnDisk demo;
  const auto choices = app::authorityChoices(*demo.workspace);
  REQUIRE(choices);
  REQUIRE_FALSE(choices->empty());
  CHECK(std::ranges::is_sorted(*choices, {}, &exchange::AuthorityName::name));
  CHECK(std::ranges::count(*choices, demo.workspace->authority().code, &exchange::AuthorityName::code) == 1);
  CHECK(app::authorityName(*demo.workspace, demo.workspace->authority().code) == demo.workspace->authority().name);
  CHECK(app::authorityName(*demo.workspace, "E06000001") == "Hartlepool");
  CHECK(app::authorityName(*demo.workspace, "X99999999") == "X99999999");
}
