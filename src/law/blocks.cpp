#include <algorithm>
#include <cassert>
#include <utility>

#include "law/judges.h"

namespace homeward::law {

namespace {

LegalFinding finding(int rule, Judgement judgement, Fact why, Fact bringsBack = {}, Fact question = {}) {
  return {rule, judgement, std::move(why), std::move(bringsBack), std::move(question), std::nullopt, std::nullopt};
}

}  // namespace

LegalFinding satisfied(int rule, Fact why) { return finding(rule, Judgement::satisfied, std::move(why)); }
LegalFinding broken(int rule, Fact why, Fact bringsBack) { return finding(rule, Judgement::broken, std::move(why), std::move(bringsBack)); }
LegalFinding notKnown(int rule, Fact why, Fact question) {
  return finding(rule, Judgement::notKnown, std::move(why), {}, std::move(question));
}
LegalFinding notApplicable(int rule, Fact why) { return finding(rule, Judgement::notApplicable, std::move(why)); }
LegalFinding wants(int rule, Role by, Fact why) {
  LegalFinding wanted = broken(rule, std::move(why), {"law.approval.back", {Word{"role." + std::string(text(by))}}});
  wanted.approver = by;
  return wanted;
}
LegalFinding typeUnknown(int rule) { return notKnown(rule, {"law.typeUnknown", {}}, {"law.typeUnknown.question", {}}); }

const Rule* ruleOf(const Circumstances& circumstances, int number) {
  return ruleIn(circumstances.table != nullptr ? *circumstances.table : rules(), number);
}

bool inForce(const Circumstances& circumstances, int number) {
  const Rule* one = ruleOf(circumstances, number);
  return one != nullptr && one->inForce(circumstances.placedOn);
}

LegalFinding notJudged(const Circumstances& circumstances, int number) {
  const Rule* one = ruleOf(circumstances, number);
  const auto from = one != nullptr ? one->judgedFrom() : std::nullopt;
  Fact why{"law.notCommenced", {std::int64_t{number}}};
  if (from && circumstances.placedOn < *from) why = {"law.notJudged", {std::int64_t{number}, *from}};
  if (from && circumstances.placedOn >= *from && one->to) why = {"law.ended", {std::int64_t{number}, *one->to}};
  return finding(number, Judgement::notJudged, std::move(why));
}

LegalFinding judged(const Circumstances& circumstances, int number, Judge judge) {
  return inForce(circumstances, number) ? judge(circumstances) : notJudged(circumstances, number);
}

bool isFostering(const Circumstances& circumstances) { return typeOf(circumstances) == SettingType::fosteringHousehold; }

bool isOtherArrangement(SettingType type) {
  return type != SettingType::fosteringHousehold && type != SettingType::childrensHome && type != SettingType::secureHome &&
         type != SettingType::withParents;
}

int ageThen(const Circumstances& circumstances) { return ageOn(circumstances.child->born, circumstances.placedOn); }

std::optional<bool> hasFeature(const Circumstances& circumstances, const FeatureCode& feature) {
  const auto in = [&](const std::map<FeatureCode, bool>& features) -> std::optional<bool> {
    const auto found = features.find(feature);
    return found == features.end() ? std::nullopt : std::optional(found->second);
  };
  if (circumstances.offer != nullptr)
    if (const auto answered = in(circumstances.offer->features)) return answered;
  return circumstances.setting == nullptr ? std::nullopt : in(circumstances.setting->features);
}

std::optional<SettingType> typeOf(const Circumstances& circumstances) {
  if (circumstances.setting != nullptr) return circumstances.setting->type;
  if (circumstances.provider != nullptr) return circumstances.provider->asksFor;
  return std::nullopt;
}

std::int64_t joiningCount(const Circumstances& circumstances) {
  return std::max<std::int64_t>(1, static_cast<std::int64_t>(circumstances.joining.size()));
}

std::vector<const Resident*> othersThere(const Circumstances& circumstances) {
  std::vector<const Resident*> others;
  if (circumstances.setting == nullptr) return others;
  const auto joins = [&](const Resident& resident) {
    if (!resident.child || !resident.child->stored()) return false;
    return *resident.child == circumstances.child->id || std::any_of(circumstances.joining.begin(), circumstances.joining.end(),
                                                                     [&](const Child* child) { return child->id == *resident.child; });
  };
  for (const Resident& resident : circumstances.setting->residents)
    if (resident.livesThereOn(circumstances.placedOn) && !joins(resident)) others.push_back(&resident);
  return others;
}

namespace {

struct Block {
  int rule;
  Judge judge;
};
constexpr Block allBlocks[] = {{15, approvalTerms},       {20, otherArrangementUnder16}, {21, otherArrangementAt16}, {23, homeIsRegistered},
                               {24, usualFosteringLimit}, {28, secureCriteria},          {40, registrationHolds}};

}  // namespace

std::vector<LegalFinding> blocks(const Circumstances& circumstances) {
  assert(circumstances.child != nullptr);
  std::vector<LegalFinding> found;
  found.reserve(std::size(allBlocks));
  for (const Block& one : allBlocks) found.push_back(judged(circumstances, one.rule, one.judge));
  return found;
}

LegalFinding block(int rule, const Circumstances& circumstances) {
  assert(circumstances.child != nullptr);
  const auto* found = std::find_if(std::begin(allBlocks), std::end(allBlocks), [rule](const Block& one) { return one.rule == rule; });
  assert(found != std::end(allBlocks));
  return judged(circumstances, rule, found->judge);
}

}  // namespace homeward::law
