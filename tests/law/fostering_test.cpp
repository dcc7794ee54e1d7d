#include "law/scene.h"

using namespace homeward;
using law::Judgement;
using tests::bornToBe;
using tests::said;
using tests::Scene;
using tests::today;

namespace {

/// Larch: approved for one to three children from 5 to 10.
struct Larch : Scene {
  Larch() : Scene(SettingType::fosteringHousehold, 9) {
    setting.terms.limitsKnown = true;
    setting.terms.ageFrom = 5;
    setting.terms.ageTo = 10;
    setting.terms.children = 2;
    residents(0);
  }
};

}  // namespace

TEST_CASE("a foster placement must lie within the terms of approval", "[rule-15]") {
  Larch larch;
  CHECK(larch.judge(15) == Judgement::satisfied);
  CHECK(Scene(SettingType::childrensHome).judge(15) == Judgement::notApplicable);
}

TEST_CASE("the ages of an approval are completed years on the day of the placement", "[rule-15]") {
  Larch larch;
  larch.child.born = bornToBe(5, today);
  CHECK(larch.judge(15) == Judgement::satisfied);
  larch.child.born = bornToBe(5, today) + std::chrono::days{1};
  CHECK(larch.judge(15) == Judgement::broken);
  CHECK(said(larch.finding(15).why) == "Approved from age 5; the child will be 4.");
  larch.child.born = bornToBe(11, today) + std::chrono::days{1};
  CHECK(larch.judge(15) == Judgement::satisfied);
  larch.child.born = bornToBe(11, today);
  CHECK(larch.judge(15) == Judgement::broken);
  CHECK(said(larch.finding(15).bringsBack) == "Back if the approval is varied to include age 11.");
}

TEST_CASE("an approval may be for girls or boys only", "[rule-15]") {
  Larch larch;
  larch.setting.terms.sexes = {Sex::male};
  CHECK(larch.judge(15) == Judgement::broken);
  larch.setting.terms.sexes = {Sex::male, Sex::female};
  CHECK(larch.judge(15) == Judgement::satisfied);
}

TEST_CASE("the number of an approval counts foster children, not the carers' own, and nobody twice", "[rule-15]") {
  Larch larch;
  larch.residents(1, 3);
  CHECK(larch.judge(15) == Judgement::satisfied);
  larch.residents(2);
  CHECK(larch.judge(15) == Judgement::broken);
  CHECK(said(larch.finding(15).why) == "Approved for 2 children; there would be 3.");
  larch.setting.residents[1].child = larch.child.id;
  CHECK(larch.judge(15) == Judgement::satisfied);
  larch.join(1);
  CHECK(larch.judge(15) == Judgement::broken);
}

TEST_CASE("where nobody knows who lives there the number is asked, unless those who join are too many already", "[rule-15]") {
  Larch larch;
  larch.setting.residentsKnown = false;
  CHECK(larch.judge(15) == Judgement::notKnown);
  larch.join(2);
  CHECK(larch.judge(15) == Judgement::broken);
  larch.setting.terms.children = std::nullopt;
  CHECK(larch.judge(15) == Judgement::satisfied);
}

TEST_CASE("terms that nobody has recorded are asked", "[rule-15]") {
  Larch larch;
  larch.setting.terms = Terms{};
  CHECK(larch.judge(15) == Judgement::notKnown);
  CHECK(said(larch.finding(15).question) == "What are the terms of approval: ages, how many children, girls or boys?");
  larch.circumstances.setting = nullptr;
  larch.provider.asksFor = SettingType::fosteringHousehold;
  CHECK(said(larch.finding(15).question) == "Which household would it be, and do its terms of approval include this child?");
}

TEST_CASE("in an emergency a carer whom the authority approved may be used beyond the terms, and the finding says so",
          "[rule-15][rule-16]") {
  Larch larch;
  larch.setting.terms.ageTo = 8;
  larch.circumstances.emergency = true;
  CHECK(larch.judge(15) == Judgement::broken);
  larch.setting.approvedByResponsibleAuthority = true;
  CHECK(larch.judge(15) == Judgement::satisfied);
  CHECK(larch.finding(15).why.key == "law.15.emergency");
  larch.circumstances.emergency = false;
  CHECK(larch.judge(15) == Judgement::broken);
}

TEST_CASE("in an emergency terms that are not known do not stop a carer whom the authority approved", "[rule-15][rule-16]") {
  Larch larch;
  larch.setting.terms = Terms{};
  larch.setting.approvedByResponsibleAuthority = true;
  larch.circumstances.emergency = true;
  CHECK(larch.finding(15).why.key == "law.15.emergencyUnknown");
}

TEST_CASE("a connected person may be approved temporarily for 16 weeks, and once more for 8", "[rule-15][rule-17]") {
  Scene scene(SettingType::fosteringHousehold);
  scene.setting.connectedPerson = true;
  CHECK(scene.finding(15).question.key == "law.15.notApproved.question");
  const auto from = [&](int daysAgo) { scene.setting.temporaryApprovalFrom = today - std::chrono::days{daysAgo}; };
  from(-1);
  CHECK(scene.judge(15) == Judgement::broken);
  from(0);
  CHECK(scene.judge(15) == Judgement::satisfied);
  from(111);
  CHECK(scene.judge(15) == Judgement::satisfied);
  from(112);
  CHECK(scene.judge(15) == Judgement::notKnown);
  from(167);
  CHECK(scene.judge(15) == Judgement::notKnown);
  from(168);
  CHECK(scene.judge(15) == Judgement::broken);
}

TEST_CASE("once a connected person is approved the terms count and not the temporary approval", "[rule-15][rule-17]") {
  Scene scene(SettingType::fosteringHousehold, 9);
  scene.setting.connectedPerson = true;
  scene.setting.temporaryApprovalFrom = today - std::chrono::days{400};
  scene.setting.terms.limitsKnown = true;
  CHECK(scene.judge(15) == Judgement::satisfied);
}

TEST_CASE("three foster children are within the usual limit and four are not", "[rule-24]") {
  Scene scene(SettingType::fosteringHousehold);
  scene.residents(2, 4);
  CHECK(scene.judge(24) == Judgement::satisfied);
  CHECK(said(scene.finding(24).why) == "3 foster children with this placement; the usual limit is 3.");
  scene.residents(3);
  CHECK(scene.judge(24) == Judgement::broken);
  CHECK(Scene(SettingType::childrensHome).judge(24) == Judgement::notApplicable);
}

TEST_CASE("the usual limit does not bind where all are brothers and sisters", "[rule-24]") {
  Scene scene(SettingType::fosteringHousehold);
  scene.residents(2);
  scene.join(3);
  CHECK(scene.judge(24) == Judgement::broken);
  scene.circumstances.sameSiblings = true;
  CHECK(scene.judge(24) == Judgement::satisfied);
}

TEST_CASE("a written exemption counts for the children whom it names, on the days on which it stands", "[rule-24]") {
  Scene scene(SettingType::fosteringHousehold);
  scene.residents(3);
  LimitExemption exemption{{scene.child.id, ChildId{200}, ChildId{201}, ChildId{202}}, "Wendmoor", {today, today + std::chrono::days{1}}};
  scene.setting.exemptions = {exemption};
  CHECK(scene.judge(24) == Judgement::satisfied);
  scene.circumstances.placedOn = today + std::chrono::days{1};
  CHECK(scene.judge(24) == Judgement::broken);
  scene.circumstances.placedOn = today - std::chrono::days{1};
  CHECK(scene.judge(24) == Judgement::broken);
  scene.circumstances.placedOn = today;
  scene.setting.exemptions[0].children = {ChildId{200}, ChildId{201}, ChildId{202}};
  CHECK(scene.judge(24) == Judgement::broken);
  scene.setting.exemptions[0].children = {scene.child.id, ChildId{200}};
  CHECK(scene.judge(24) == Judgement::broken);
}

TEST_CASE("where nobody knows who lives there the usual limit is asked", "[rule-24]") {
  Scene scene(SettingType::fosteringHousehold);
  CHECK(scene.judge(24) == Judgement::notKnown);
  scene.join(3);
  CHECK(scene.judge(24) == Judgement::broken);
  scene.circumstances.sameSiblings = true;
  CHECK(scene.judge(24) == Judgement::notKnown);
}

TEST_CASE("a temporary approval that was extended lasts until its day, and 24 weeks at most", "[rule-15][rule-17]") {
  Scene aunt(SettingType::fosteringHousehold);
  aunt.setting.connectedPerson = true;
  aunt.setting.temporaryApprovalFrom = today - std::chrono::days{16 * 7};  // ended yesterday
  CHECK(aunt.judge(15) == Judgement::notKnown);
  CHECK_FALSE(aunt.clock("approveOrEnd"));
  aunt.setting.temporaryApprovalUntil = today;
  CHECK(aunt.judge(15) == Judgement::satisfied);
  CHECK(aunt.clock("approveOrEnd")->due == today);
  CHECK(aunt.answered(17) == Judgement::notKnown);
  aunt.circumstances.placedOn = today + std::chrono::days{1};
  CHECK(aunt.judge(15) == Judgement::broken);
  aunt.circumstances.placedOn = today;
  aunt.setting.temporaryApprovalUntil = today + std::chrono::days{400};
  CHECK(aunt.clock("approveOrEnd")->due == *aunt.setting.temporaryApprovalFrom + std::chrono::days{24 * 7 - 1});
  aunt.circumstances.placedOn = date(2011, 3, 31);
  CHECK(aunt.answered(17) == Judgement::notJudged);
}
