#include <algorithm>
#include <cassert>

#include "law/block_rules.h"

namespace homeward::law {

LegalFinding satisfied(int rule, Fact why) { return {rule, Judgement::satisfied, std::move(why), {}, {}}; }
LegalFinding broken(int rule, Fact why, Fact bringsBack) { return {rule, Judgement::broken, std::move(why), std::move(bringsBack), {}}; }
LegalFinding notKnown(int rule, Fact why, Fact question) { return {rule, Judgement::notKnown, std::move(why), {}, std::move(question)}; }
LegalFinding notApplicable(int rule, Fact why) { return {rule, Judgement::notApplicable, std::move(why), {}, {}}; }

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
  LegalFinding (*judge)(const Circumstances&);
};
constexpr Block allBlocks[] = {{15, approvalTerms},    {20, otherArrangementUnder16}, {21, otherArrangementAt16},
                               {23, homeIsRegistered}, {24, usualFosteringLimit},     {40, registrationHolds}};

LegalFinding judged(const Block& block, const Circumstances& circumstances) {
  const Rule* law = rule(block.rule);
  if (law->inForce(circumstances.placedOn)) return block.judge(circumstances);
  return {block.rule, Judgement::notJudged, {"law.notJudged", {std::int64_t{block.rule}, *law->from}}, {}, {}};
}

}  // namespace

std::vector<LegalFinding> blocks(const Circumstances& circumstances) {
  assert(circumstances.child != nullptr);
  std::vector<LegalFinding> findings;
  findings.reserve(std::size(allBlocks));
  for (const Block& one : allBlocks) findings.push_back(judged(one, circumstances));
  return findings;
}

LegalFinding block(int rule, const Circumstances& circumstances) {
  assert(circumstances.child != nullptr);
  const auto* found = std::find_if(std::begin(allBlocks), std::end(allBlocks), [rule](const Block& one) { return one.rule == rule; });
  assert(found != std::end(allBlocks));
  return judged(*found, circumstances);
}

}  // namespace homeward::law
