// What is stored of an enumeration is text: each value has one of its own, and reading it gives the value back.
#include "domain/enum_text.h"

#include <set>
#include <string>

#include "domain/decision.h"
#include "domain/offer.h"
#include "domain/people.h"
#include "domain/placement.h"
#include "domain/provider.h"
#include "domain/referral.h"
#include "support/catch.h"

namespace homeward::tests {
namespace {

/// Compilers write a value that is no enumerator as a cast: "(homeward::Sex)3".
template <auto Value>
constexpr bool isNamed() {
  return std::string_view(__PRETTY_FUNCTION__).find("= (") == std::string_view::npos;
}
static_assert(isNamed<Sex::other>());
static_assert(!isNamed<static_cast<Sex>(17)>());

TEMPLATE_TEST_CASE("every value has a text of its own", "", NeedDomain, RiskKind, WishKind, Sex, CarePlanAim, Urgency, ReferralKind, Stage,
                   Togetherness, LegalBasis, SettingType, OtherArrangement, Sector, RegistrationStatus, Grade, Basis, Willing, CallOutcome,
                   DeclineReason, ApproachState, QuoteItem, Charge, NotChosen, Role, Funder) {
  constexpr auto values = all<TestType>();
  std::set<std::string_view> seen;
  for (std::size_t i = 0; i < values.size(); ++i) {
    INFO("value " << i);
    CHECK(static_cast<std::size_t>(values[i]) == i);  // the table is in the order of the enumeration and leaves none out
    const std::string_view name = text(values[i]);
    CHECK_FALSE(name.empty());
    CHECK(seen.insert(name).second);
    CHECK(name.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") == std::string_view::npos);
    CHECK(parse<TestType>(name) == values[i]);
  }
  CHECK_FALSE(isNamed<static_cast<TestType>(values.size())>());  // a value that was added lacks a text
}

TEST_CASE("an unknown text is no value, rather than the first one") {
  CHECK_FALSE(parse<Stage>("").has_value());
  CHECK_FALSE(parse<Stage>("Draft").has_value());
  CHECK_FALSE(parse<Stage>("draft ").has_value());
  CHECK(text(static_cast<Stage>(99)).empty());
}

TEST_CASE("a referral is open until its child is placed or it is given up") {
  for (const Stage stage : all<Stage>())
    CHECK(isOpen(stage) == (stage != Stage::placed && stage != Stage::ended && stage != Stage::withdrawn));
}

TEST_CASE("the officer looks and asks, the social worker's side decides") {
  CHECK(mayDecide(Role::socialWorker));
  CHECK(mayDecide(Role::teamManager));
  CHECK_FALSE(mayDecide(Role::placementOfficer));
  CHECK_FALSE(mayDecide(Role::dutyWorker));
}

TEST_CASE("health and education contribute; everything else costs") {
  for (const QuoteItem item : all<QuoteItem>())
    CHECK(isContribution(item) == (item == QuoteItem::healthContribution || item == QuoteItem::educationContribution));
}

}  // namespace
}  // namespace homeward::tests
