// What a provider is sent tells nobody who the child is: whatever was typed for our own eyes stays out, and names that stand in the plain
// words are taken out.
#include "app/deidentified.h"
#include "journey.h"
#include "support/cases.h"
#include "support/generators.h"
#include "support/text.h"

using namespace homeward;
using namespace homeward::tests;

namespace {

constexpr const char* marked = "Zyxomma";  // stands in every field that somebody may type into

bool has(const std::string& text, std::string_view words) { return text.find(words) != std::string::npos; }

Child nine() {
  Child child;
  child.number = "C-2207";
  child.name = "Robin Sedge-Marsh";
  child.knownAs = "Bobbin";
  child.born = date(2017, 3, 3);
  child.home = {"ZZ5 2AB", std::nullopt, "E06000045"};
  child.school = "Alder Primary School";
  child.schoolPlace = {"ZZ6 3CD", std::nullopt, {}};
  child.needs = {{NeedDomain::emotionalHealth, 4, true, "CAMHS letter of Dr Zyxomma", date(2026, 10, 1), "Robin sleeps"},
                 {NeedDomain::leisure, 0, false, "", std::nullopt, ""}};
  child.risks = {{RiskKind::goingMissing, 3, "found at Zyxomma Road", std::nullopt}};
  child.wishes = {{"I want to stay with Zyxomma", WishKind::keepSchool, {}, {}, 0.0},
                  {"Near my Nan", WishKind::nearPerson, {}, "Nan Zyxomma", 5.0},
                  {"A garden", WishKind::feature, "garden", {}, 0.0},
                  {"No dogs", WishKind::noFeature, "dog", {}, 0.0}};
  child.contacts = {{"Nan Teasel", "grandmother Zyxomma", {"ZZ7 4EF", std::nullopt, {}}, 4.0}};
  child.noGoAreas = {{"ZZ7", "father Zyxomma lives there"}};
  child.identity = {"language:Zyxomma", "hairAndSkinCare"};
  child.strengths = "Zyxomma paints";
  child.notes = "Zyxomma";
  return child;
}

app::ReferralCase entryOf(std::vector<Child> children) {
  app::ReferralCase entry;
  entry.referral.number = "R-0412";
  entry.referral.kind = children.size() > 1 ? ReferralKind::siblingGroup : ReferralKind::oneChild;
  entry.referral.neededBy = date(2026, 11, 27);
  entry.referral.neededByMinute = 20 * 60;
  entry.referral.withinMilesOfHome = 10.0;
  entry.referral.connectedPersonNote = "Zyxomma";
  entry.referral.authorisation.consentGivenBy = "Zyxomma";
  entry.referral.authorisation.givenBy = "Zyxomma";
  entry.referral.settingTypes = {SettingType::fosteringHousehold, SettingType::childrensHome};
  entry.referral.soloRequired = true;
  for (const Child& child : children) entry.referral.members.push_back({child.id, true});
  entry.children = std::move(children);
  return entry;
}

app::Deidentifying onTheDay() {
  return {date(2026, 11, 27), std::nullopt, [](const std::string& code) { return code == "E06000045" ? "Wendmoor" : ""; }, {}, {}, {}};
}

/// What leaves where nobody lets anything stay.
std::string deidentified(const app::ReferralCase& entry, const app::Deidentifying& how) {
  return app::letterOf(app::packOf(entry, how, app::packPieces(entry, how), {}, {}));
}

}  // namespace

TEST_CASE("A provider reads what is needed, by level in words, by when and whereabouts") {
  app::ReferralCase entry = entryOf({nine()});
  entry.referral.inPlainWords = "Paints birds, and is glad of company.";
  const std::string text = deidentified(entry, onTheDay());
  INFO(text);
  CHECK(has(text, "A home is wanted for a child."));
  CHECK(has(text, "Girl, 9 years old"));
  CHECK(has(text, "Needed by 27 November 2026, 20:00."));
  CHECK(has(text, "Home is in ZZ5."));
  CHECK(has(text, "Not in ZZ7."));
  CHECK(has(text, "Within 10.0 miles of home."));
  CHECK(has(text, "Emotional and mental health: high; the home must be able to meet it"));
  CHECK(has(text, "Not assessed yet: physical health, behaviour"));
  CHECK_FALSE(has(text, "Leisure: "));  // assessed as none
  CHECK(has(text, "Risk, going missing: medium"));
  CHECK(has(text, "No other child may live there."));
  CHECK(has(text, "a garden"));
  CHECK(has(text, "without a dog"));
  CHECK(has(text, "ask us"));  // a language was asked for; which one was typed
  CHECK(has(text, "Paints birds, and is glad of company."));
}

TEST_CASE("Nothing that was typed for our own eyes is in it, and nothing that names the child") {
  const std::string text = deidentified(entryOf({nine()}), onTheDay());
  INFO(text);
  for (const char* tells : {marked, "Robin", "Sedge", "Marsh", "Bobbin", "Nan", "Teasel", "Alder", "C-2207", "R-0412", "2AB", "3CD", "4EF",
                            "2017", "grandmother", "Dr "})
    CHECK_FALSE(has(text, tells));
}

TEST_CASE("Names, schools, numbers, postcodes and days of birth go out of the plain words") {
  app::ReferralCase entry = entryOf({nine()});
  entry.referral.inPlainWords =
      "Robin’s friends call Robin Sedge-Marsh BOBBIN. Nan Teasel (ring 07700 900 123) lives at ZZ7 4EF; Alder is the school. Born "
      "3/3/2017, "
      "3 March 2017 or 03.03.17, c-2207 in R-0412, home zz52ab. Two robins, aged 9.";
  app::Deidentifying how = onTheDay();
  Child brother;
  brother.name = "Lark Sedge-Marsh";
  how.relatives = {brother};
  entry.referral.inPlainWords += " Misses Lark.";
  const std::string text = deidentified(entry, how);
  INFO(text);
  for (const char* tells :
       {"Robin", "Sedge", "BOBBIN", "Nan", "Teasel", "07700", "900", "4EF", "Alder", "2017", "03.03", "2207", "0412", "2ab", "Lark"})
    CHECK_FALSE(has(text, tells));
  CHECK(has(text, "[the child]’s friends call [the child]"));
  CHECK(has(text, "lives at ZZ7;"));
  CHECK(has(text, "Two [the child], aged 9."));  // a bird too: what is taken out too often can be seen; an age is no telephone
}

TEST_CASE("Names in small letters, those of staff and homes, marks, days and addresses go out of the plain words too") {
  app::ReferralCase entry = entryOf({nine()});
  entry.children.front().knownAs = "zoë tansy";
  app::Deidentifying how = onTheDay();
  how.staff = {"M. Fennel"};
  how.homes = {"Larch household"};
  entry.referral.inPlainWords =
      "robin and ZOË of the Tansys live with the Larches; ask fennel at m.fennel@example.invalid or www.example.invalid/robin. Pupil "
      "B801200005001, QQ 12 34 56 C, born 3rd March 2017, in court on Nov 4, 2026 and 5/11/26. Aged 9, two beds, 24 hours a day.";
  const std::string text = deidentified(entry, how);
  INFO(text);
  for (const char* tells : {"robin", "ZOË", "Tansy", "Larch", "ennel", "@", "www", "B80", "0005001", "34 56", "2017", "Nov 4", "5/11"})
    CHECK_FALSE(has(text, tells));
  CHECK(has(text, "Aged 9, two beds, 24 hours a day."));
}

TEST_CASE("Whom the referral itself names goes out of the plain words, and a birthday without its year") {
  app::ReferralCase entry = entryOf({nine()});
  entry.referral.authorisation.consentGivenBy = "Mother, Marigold Quillwort, to a foster home";
  entry.referral.authorisation.givenBy = "Z. Kestrelhead";
  entry.referral.connectedPersonNote = "Asked in May. Aunt Bryony Samphire cannot, nor can Zinnia; the family have been told.";
  entry.referral.inPlainWords =
      "Marigold asked us to say what the family asked for. Bryony and zinnia visit; kestrelhead agreed. Loves the 3rd of March, 3 March "
      "and Mar 3, and was glad on 3rd March 2017. The mother and a foster home are asked for in May.";
  const std::string text = deidentified(entry, onTheDay());
  INFO(text);
  for (const char* tells : {"Marigold", "Quillwort", "Bryony", "zinnia", "kestrelhead", "March", "Mar 3", "2017"})
    CHECK_FALSE(has(text, tells));
  CHECK(has(text, "asked us to say what the family asked for"));
  CHECK(has(text, "The mother and a foster home are asked for in May."));
}

TEST_CASE("Brothers and sisters are told apart by number, and home is known to its authority where there is no postcode") {
  Child second = nine();
  second.id = ChildId{8};
  second.name = "Tansy Sedge-Marsh";
  second.knownAs.clear();
  second.sex = Sex::male;
  second.born = date(2026, 3, 1);
  app::ReferralCase entry = entryOf({nine(), second});
  entry.children[0].id = ChildId{7};
  entry.referral.members = {{ChildId{7}, true}, {ChildId{8}, true}};
  for (Child& child : entry.children) child.home.postcode.clear();
  entry.referral.together = Togetherness::mustStayTogether;
  entry.referral.inPlainWords = "Robin looks after Tansy.";
  const std::string text = deidentified(entry, onTheDay());
  INFO(text);
  CHECK(has(text, "A home is wanted for 2 brothers and sisters."));
  CHECK(has(text, "Child 1: girl, 9 years old"));
  CHECK(has(text, "under one year old"));
  CHECK(has(text, "Must stay together."));
  CHECK(has(text, "Home is in Wendmoor."));
  CHECK(has(text, "[child 1] looks after [child 2]."));
}

TEST_CASE("Whatever is on record of a child, what a provider reads holds no name, number, postcode or school") {
  holdsFor(2000, "de-identified", [] {
    app::ReferralCase entry = entryOf({nine()});
    Child& child = entry.children.front();
    const auto typed = [] { return *rc::gen::element<std::string>("Qwixel", "Vornable", "Jubjub", "O’Zarrow", "Élodiane", "Ann-Zibby"); };
    child.name = typed() + " " + typed();
    child.knownAs = typed();
    child.school = typed() + " Primary";
    child.contacts.front().name = typed();
    child.contacts.front().relationship = typed();
    child.strengths = child.notes = typed();
    child.needs.front().evidence = child.needs.front().desiredOutcome = typed();
    child.risks.front().evidence = typed();
    for (Wish& wish : child.wishes) wish.words = wish.person = typed();
    child.identity = {"faith:" + typed(), "skill:" + typed()};
    child.noGoAreas = {{typed(), typed()}};
    entry.referral.authorisation.consentGivenBy = typed() + ", his mother";
    entry.referral.connectedPersonNote = "Nobody but " + typed() + " was asked.";
    const std::vector<std::string> told{
        child.name,
        child.knownAs,
        child.school,
        child.contacts.front().name,
        child.number,
        child.home.postcode,
        entry.referral.authorisation.consentGivenBy.substr(0, entry.referral.authorisation.consentGivenBy.find(',')),
        "born on " + longDate(child.born).substr(0, longDate(child.born).rfind(' '))};
    entry.referral.inPlainWords =
        *rc::gen::elementOf(told) + " and " + *rc::gen::elementOf(told) + "; (" + *rc::gen::elementOf(told) + ")'s.";
    const std::string text = deidentified(entry, onTheDay());
    for (const char* tells : {"Qwixel", "Vornable", "Jubjub", "Zarrow", "lodiane", "Zibby", "2207", "2AB", "0412", "3 March"})
      RC_ASSERT(!has(text, tells));
  });
}

TEST_CASE("A referral of the case file is told without its brothers and sisters elsewhere, with the day of the answer") {
  const Journey journey;
  auto& workspace = *journey.workspace;
  const auto group = app::saveSiblingGroup(workspace, {SiblingGroupId{}, "Meadow", false, {}});
  REQUIRE(group);
  Child elsewhere;
  elsewhere.name = "Sorrelina Meadow";
  elsewhere.born = date(2012, 5, 1);
  elsewhere.siblings = group->id;
  REQUIRE(app::saveChild(workspace, elsewhere));
  app::ReferralCase entry = journey.planned();
  entry.children.front().siblings = group->id;
  entry.referral.inPlainWords = "Fritillary misses Sorrelina.";
  const auto saved = app::saveReferral(workspace, entry);
  REQUIRE(saved);
  const auto known = app::toDeidentify(workspace, saved->referral.id, Instant{date(2026, 12, 1)} + std::chrono::hours{17});
  REQUIRE(known);
  const std::string text = deidentified(known->first, known->second);
  INFO(text);
  CHECK(has(text, "[the child] misses [somebody they know]."));
  CHECK(has(text, "Please answer by 1 December 2026, 17:00."));
  CHECK_FALSE(has(text, saved->children.front().number));
}
