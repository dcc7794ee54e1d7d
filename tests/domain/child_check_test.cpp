// The rules that a child's record must keep, each told beside its field.
#include <limits>

#include "support/builders.h"
#include "support/catch.h"
#include "support/findings.h"

namespace homeward::tests {
namespace {

using std::chrono::days;

std::vector<std::string> brokenIn(const Child& child) { return fieldsOf(check(child, testDay)); }

TEST_CASE("a child needs a name, or what they are known as") {
  CHECK(brokenIn(aChild().named(" ")) == fields("name"));
  Child wren = aChild().named("");
  wren.knownAs = "Wren";
  CHECK(brokenIn(wren).empty());
}

TEST_CASE("a date of birth lies in the past, and makes nobody older than a parent") {
  CHECK(brokenIn(aChild().born(testDay)).empty());
  CHECK(brokenIn(aChild().born(testDay + days{1})) == fields("born"));
  CHECK(brokenIn(aChild().born(Date{})) == fields("born"));  // nobody entered it
  CHECK(brokenIn(aChild().aged(30)).empty());                // a parent who is placed with a child
  const auto findings = check(aChild().aged(61).build(), testDay);
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().message == "Check the date of birth: it would make this person 61 years old.");
}

TEST_CASE("nothing about a child begins before birth or tomorrow") {
  CHECK(brokenIn(aChild().underLegalStatus("C2", testDay)).empty());
  CHECK(brokenIn(aChild().underLegalStatus("C2", testDay + days{1})) == fields("legalStatusSince"));
  CHECK(brokenIn(aChild().underLegalStatus("C2", date(2017, 3, 2))) == fields("legalStatusSince"));
  CHECK(brokenIn(aChild().lookedAfterSince(date(2017, 3, 2))) == fields("lookedAfterSince"));
  CHECK(brokenIn(aChild().lookedAfterSince(testDay + days{1})) == fields("lookedAfterSince"));
  CHECK(brokenIn(aChild().underLegalStatus("", testDay)) == fields("legalStatus"));
}

TEST_CASE("codes are those of the statutory return") {
  CHECK(brokenIn(aChild().underLegalStatus("X9", testDay)) == fields("legalStatus"));
  Child child = aChild();
  child.ethnicity = "White British";
  CHECK(brokenIn(child) == fields("ethnicity"));
}

TEST_CASE("a need has a level from 0 to 5, is entered once, and rests on evidence of the past") {
  CHECK(brokenIn(aChild().needing(NeedDomain::education, 0).needing(NeedDomain::leisure, 5)).empty());
  CHECK(brokenIn(aChild().needing(NeedDomain::education, 6)) == fields("needs.education"));
  CHECK(brokenIn(aChild().needing(NeedDomain::education, -1)) == fields("needs.education"));
  CHECK(brokenIn(aChild().needing(NeedDomain::education, 1).needing(NeedDomain::education, 2)) == fields("needs.education"));
  CHECK(brokenIn(aChild().needing(NeedDomain::education, 3, testDay + days{1})) == fields("needs.education"));
}

TEST_CASE("a risk has a level from 0 to 5, is entered once, and rests on evidence of the past") {
  CHECK(brokenIn(aChild().atRiskOf(RiskKind::goingMissing, 5)).empty());
  CHECK(brokenIn(aChild().atRiskOf(RiskKind::goingMissing, 9)) == fields("risks.goingMissing"));
  CHECK(brokenIn(aChild().atRiskOf(RiskKind::bullying, 1).atRiskOf(RiskKind::bullying, 1)) == fields("risks.bullying"));
  CHECK(brokenIn(aChild().atRiskOf(RiskKind::bullying, 1, testDay + days{1})) == fields("risks.bullying"));
}

TEST_CASE("a wish says what it is about") {
  CHECK(brokenIn(aChild().saying("I want my own room")).empty());
  CHECK(brokenIn(aChild().saying("  ")) == fields("wishes"));
  CHECK(brokenIn(aChild().wishingFor("dog")).empty());
  CHECK(brokenIn(aChild().wishingFor("")) == fields("wishes"));
  CHECK(brokenIn(aChild().wishingNo("")) == fields("wishes"));
  CHECK(brokenIn(aChild().wishingToKeepSchool().wishingToBeWithSiblings()).empty());
}

TEST_CASE("who wishes to be near somebody has them in the contact plan") {
  auto child = aChild().seeing("Sorrel Wren", "aunt", at("ZZ6 1AA", {400'000, 300'000}), 4);
  CHECK(brokenIn(child.wishingToBeNear("Sorrel Wren", 10)).empty());
  CHECK(brokenIn(aChild().wishingToBeNear("Sorrel Wren", 10)) == fields("wishes"));
  CHECK(brokenIn(child.wishingToBeNear("Sorrel Wren", 0)) == fields("wishes"));
}

TEST_CASE("a contact has a name, a possible number of visits and a real postcode") {
  const Place home = at("ZZ6 1AA", {400'000, 300'000});
  CHECK(brokenIn(aChild().seeing("", "aunt", home, 4)) == fields("contacts"));
  CHECK(brokenIn(aChild().seeing("Sorrel", "aunt", home, -1)) == fields("contacts"));
  CHECK(brokenIn(aChild().seeing("Sorrel", "aunt", home, 32)) == fields("contacts"));
  CHECK(brokenIn(aChild().seeing("Sorrel", "aunt", home, std::numeric_limits<double>::quiet_NaN())) == fields("contacts"));
  CHECK(brokenIn(aChild().seeing("Sorrel", "aunt", at("zz61aa", {400'000, 300'000}), 4)) == fields("contacts"));
  CHECK(brokenIn(aChild().seeing("Sorrel", "aunt", {}, 0)).empty());
}

TEST_CASE("a place is in standard form, of a known authority and on the National Grid") {
  CHECK(brokenIn(aChild().livingNowhereKnown()).empty());
  CHECK(brokenIn(aChild().livingAt("near the mill", {420'000, 310'000})) == fields("home"));
  CHECK(brokenIn(aChild().livingAt("ZZ5 2AB", {420'000, 1'310'000})) == fields("home"));
  CHECK(brokenIn(aChild().livingAt("ZZ5 2AB", {-1, 310'000})) == fields("home"));
  CHECK(brokenIn(aChild().livingAt("ZZ5 2AB", {420'000, 310'000}, "Wendmoor")) == fields("home"));
  CHECK(brokenIn(aChild().atSchool("Fernbank School", "ZZ5", {420'000, 310'000})) == fields("school"));  // a district is no point
}

TEST_CASE("a no-go area is a district or an authority") {
  CHECK(brokenIn(aChild().notIn("ZZ7").notIn(ashcombe).notIn("EC1A")).empty());
  CHECK(brokenIn(aChild().notIn("the seaside")) == fields("noGoAreas"));
  CHECK(brokenIn(aChild().notIn("ZZ7 1AA")) == fields("noGoAreas"));
  CHECK(brokenIn(aChild().notIn("")) == fields("noGoAreas"));
}

TEST_CASE("nobody is kept apart from themselves") {
  CHECK(brokenIn(aChild().id(4).apartFrom(ChildId{5})).empty());
  CHECK(brokenIn(aChild().id(4).apartFrom(ChildId{4})) == fields("keepApartFrom"));
}

TEST_CASE("every broken rule is told, not only the first") {
  CHECK(brokenIn(aChild().named("").born(testDay + days{1}).needing(NeedDomain::leisure, 7)) == fields("name", "born", "needs.leisure"));
}

TEST_CASE("a need that nobody assessed is absent, which is not level 0") {
  const Child child = aChild().needing(NeedDomain::education, 0);
  REQUIRE(needOf(child, NeedDomain::education) != nullptr);
  CHECK(needOf(child, NeedDomain::education)->level == 0);
  CHECK(needOf(child, NeedDomain::leisure) == nullptr);
}

TEST_CASE("a sibling group has a name, and a plan that forbids parting them says why") {
  CHECK(check(SiblingGroup{SiblingGroupId{}, "Teasel", false, ""}).empty());
  CHECK(check(SiblingGroup{SiblingGroupId{}, " ", false, ""}).size() == 1);
  CHECK(check(SiblingGroup{SiblingGroupId{}, "Teasel", true, " "}).front().field == "siblings.reason");
  CHECK(check(SiblingGroup{SiblingGroupId{}, "Teasel", true, "They ask to sleep in one home."}).empty());
}

}  // namespace
}  // namespace homeward::tests
