// The builders and generators of every other test make values that break no rule; each property would mean nothing otherwise.
#include "support/generators.h"

#include "support/cases.h"

namespace homeward::tests {
namespace {

std::string told(const std::vector<Finding>& findings) {
  std::string all;
  for (const Finding& finding : findings) all += finding.field + ": " + finding.message + "\n";
  return all;
}

TEST_CASE("what the builders start from breaks no rule") {
  CHECK(told(check(aChild().build(), testDay)).empty());
  CHECK(told(check(aReferral().build(), testDay)).empty());
  CHECK(told(check(aReferral().sameDay().build(), testDay)).empty());
  CHECK(told(check(aReferral().underFiveDays().build(), testDay)).empty());
  CHECK(told(check(inHouse().build(), testDay)).empty());
  CHECK(told(check(aProvider().build(), testDay)).empty());
  CHECK(told(check(anAgency().build(), testDay)).empty());
  CHECK(told(check(aHousehold().build(), testDay)).empty());
  CHECK(told(check(aHome().build(), testDay)).empty());
  CHECK(told(check(anOffer().build(), testDay)).empty());
}

TEST_CASE("what the generators make breaks no rule") {
  holdsFor(10000, "any child", [] {
    const Child child = *anyChild();
    RC_ASSERT(told(check(child, testDay)) == "");
    RC_ASSERT(ageOn(child.born, testDay) >= 0);
    RC_ASSERT(ageOn(child.born, testDay) < 18);
  });
  holdsFor(10000, "any provider and setting", [] {
    RC_ASSERT(told(check(*anyProvider(), testDay)) == "");
    RC_ASSERT(told(check(*anySetting(), testDay)) == "");
  });
  holdsFor(10000, "any referral and offer", [] {
    const std::vector<Child> one{aChild()};
    const std::vector<Child> two{aChild(), aChild().id(2)};
    const Referral referral = *anyReferral(*rc::gen::arbitrary<bool>() ? one : two);
    RC_ASSERT(told(check(referral, testDay)) == "");
    RC_ASSERT(told(check(*anyOffer(referral, aHousehold()), testDay)) == "");
  });
}

}  // namespace
}  // namespace homeward::tests
