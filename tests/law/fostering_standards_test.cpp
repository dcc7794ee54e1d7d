#include "law/scene.h"

using namespace homeward;
using namespace homeward::law;
using tests::Scene;
using tests::today;

namespace {

void pays(Scene& scene, MoneyRange amount) { scene.offer().quote = {{QuoteItem::coreFee, Charge::weekly, amount, 0, std::nullopt, {}}}; }

}  // namespace

TEST_CASE("a child over three has a bedroom of their own, or the sharing is assessed", "[rule-25]") {
  Scene household(SettingType::fosteringHousehold, 9);
  CHECK(household.answered(25) == Judgement::notKnown);
  household.setting.ownBedroom = true;
  CHECK(household.answered(25) == Judgement::satisfied);
  household.offer().ownBedroom = false;  // the offer says it of this child
  CHECK(household.answered(25) == Judgement::notKnown);
  household.offer().sharingAssessed = true;
  CHECK(household.answered(25) == Judgement::satisfied);
  household.offer().sharingAssessed = false;
  CHECK(household.answered(25) == Judgement::broken);
  household.child.born = date(2023, 11, 27);  // three today, not over three
  CHECK(household.answered(25) == Judgement::notApplicable);
  household.child.born = date(2023, 11, 26);
  CHECK(household.answered(25) == Judgement::broken);
  CHECK(Scene(SettingType::childrensHome).answered(25) == Judgement::notApplicable);
  household.child.born = date(2002, 1, 1);
  household.circumstances.placedOn = date(2011, 3, 31);
  CHECK(household.answered(25) == Judgement::notJudged);
  household.circumstances.placedOn = date(2011, 4, 1);
  CHECK(household.answered(25) == Judgement::broken);
}

TEST_CASE("carers can meet the needs, or what is missing has support that is priced", "[rule-26]") {
  Scene household(SettingType::fosteringHousehold);
  household.child.needs = {{NeedDomain::emotionalHealth, 4, true, {}, {}, {}}};
  CHECK(household.answered(26) == Judgement::notKnown);
  household.setting.capabilities = {{NeedDomain::emotionalHealth, 3, Basis::verified, {}, {}}};
  CHECK(household.answered(26) == Judgement::broken);
  SECTION("with support in the quote") {
    household.offer().quote = {
        {QuoteItem::additionalSupport, Charge::weekly, MoneyRange::exactly(pounds(120)), 0, std::nullopt, "therapy"}};
    CHECK(household.answered(26) == Judgement::notKnown);  // the household is still to be looked at
    household.offer().impactAssessed = true;
    CHECK(household.answered(26) == Judgement::satisfied);
    household.offer().impactAssessed = false;
    CHECK(household.answered(26) == Judgement::broken);
  }
  SECTION("by what the offer says of this child, at the boundary") {
    household.residents(0);  // nobody else there: nobody to have an effect on
    household.offer().needs = {{household.child.id, NeedDomain::emotionalHealth, 4, Basis::claimed, {}}};
    CHECK(household.answered(26) == Judgement::satisfied);
    household.offer().needs.front().child = ChildId{77};  // of another child
    CHECK(household.answered(26) == Judgement::broken);
  }
  SECTION("a need of level 0 asks nothing") {
    household.residents(0);
    household.child.needs.front().level = 0;
    CHECK(household.answered(26) == Judgement::satisfied);
  }
  SECTION("before 1 April 2011") {
    household.circumstances.placedOn = date(2011, 3, 31);
    CHECK(household.answered(26) == Judgement::notJudged);
    household.circumstances.placedOn = date(2011, 4, 1);
    CHECK(household.answered(26) == Judgement::broken);
  }
}

TEST_CASE("the national minimum allowance, by age, area and year", "[rule-27]") {
  struct Example {
    const char* authority;
    int age;
    int least;
  };
  const auto example = GENERATE(Example{"E09000001", 2, 198}, Example{"E09000033", 17, 299}, Example{"E10000016", 3, 196},
                                Example{"E06000060", 10, 216}, Example{"E08000003", 11, 220}, Example{"E10000017", 5, 194},
                                Example{"E08000003", 4, 176}, Example{"E06000043", 16, 288}, Example{"E09000001", 15, 257});
  INFO(example.authority << " at " << example.age);
  Scene household(SettingType::fosteringHousehold);
  household.circumstances.placedOn = date(2025, 11, 1);
  household.child.born = tests::bornToBe(example.age, date(2025, 11, 1));
  household.setting.place.authority = example.authority;
  household.provider.sector = Sector::inHouse;
  pays(household, MoneyRange::exactly(pounds(example.least)));
  CHECK(household.answered(27) == Judgement::satisfied);
  pays(household, MoneyRange::exactly(pounds(example.least) - Money{1}));
  CHECK(household.answered(27) == Judgement::broken);
}

TEST_CASE("what carers receive is never guessed from a fee, another year or an unknown area", "[rule-27]") {
  Scene household(SettingType::fosteringHousehold, 9);
  household.circumstances.placedOn = date(2025, 4, 6);
  household.child.born = date(2016, 1, 1);
  household.setting.place.authority = "E08000003";
  household.provider.sector = Sector::inHouse;
  CHECK(household.answer(27).why.key == "law.27.notSaid");
  household.setting.weeklyRate = pounds(194);
  CHECK(household.answered(27) == Judgement::satisfied);
  pays(household, {pounds(150), pounds(250)});
  CHECK(household.answered(27) == Judgement::notKnown);
  pays(household, {pounds(150), std::nullopt});
  CHECK(household.answered(27) == Judgement::notKnown);
  pays(household, MoneyRange::exactly(pounds(900)));
  household.provider.sector = Sector::privateSector;  // the agency keeps a part
  CHECK(household.answer(27).why.key == "law.27.part");
  pays(household, MoneyRange::exactly(pounds(193)));
  CHECK(household.answered(27) == Judgement::broken);
  household.setting.place.authority = "ZZ0000001";
  CHECK(household.answer(27).why.key == "law.27.areaUnknown");
  household.setting.place.authority = "E08000003";
  for (const Date day : {date(2025, 4, 5), date(2026, 4, 6)}) {
    household.circumstances.placedOn = day;
    CHECK(household.answer(27).why.key == "law.27.yearUnknown");
  }
  household.circumstances.placedOn = date(2026, 4, 5);
  CHECK(household.answered(27) == Judgement::broken);
  household.circumstances.placedOn = date(2011, 3, 31);
  CHECK(household.answered(27) == Judgement::notJudged);
  CHECK(Scene(SettingType::childrensHome).answered(27) == Judgement::notApplicable);
}
