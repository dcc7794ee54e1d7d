#include "matching/one_candidate.h"

#include <algorithm>
#include <utility>

namespace homeward::matching {
namespace {

void sortedOnce(std::vector<std::string>& texts) {
  std::sort(texts.begin(), texts.end());
  texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
}

std::vector<const Offer*> offersOf(const CandidateFacts& facts) {
  std::vector<const Offer*> offers;
  for (const Assignment& assignment : facts.perChild)
    if (assignment.offer != nullptr && std::find(offers.begin(), offers.end(), assignment.offer) == offers.end())
      offers.push_back(assignment.offer);
  return offers;
}

/// Settings whose rate is paid: once for each child; a parent and child are one unit.
std::vector<const Setting*> paidFor(const Referral& referral, const CandidateFacts& facts) {
  std::vector<const Setting*> settings;
  for (const Assignment& assignment : facts.perChild)
    if (referral.kind != ReferralKind::parentAndChild || std::find(settings.begin(), settings.end(), assignment.setting) == settings.end())
      settings.push_back(assignment.setting);
  return settings;
}

bool everybodyOffered(const CandidateFacts& facts) {
  return std::all_of(facts.perChild.begin(), facts.perChild.end(),
                     [](const Assignment& one) { return one.offer != nullptr && !one.offer->quote.empty(); });
}

bool everybodyRated(const std::vector<const Setting*>& settings) {
  return std::all_of(settings.begin(), settings.end(), [](const Setting* one) { return one != nullptr && one->weeklyRate.has_value(); });
}

/// Averaged over the children, the lower end rounded down and the upper end up.
Interval average(int low, int high, int children) {
  return {static_cast<std::int16_t>(low / children), static_cast<std::int16_t>((high + children - 1) / children)};
}

}  // namespace

GateResult answerOf(const Asked& asked, const AskedGate& gate, const CandidateFacts& candidate, Reason* reason) {
  GateResult combined = GateResult::pass;
  std::vector<std::vector<int>> judgedBy;
  bool first = true;
  for (const std::size_t child : gate.children) {
    Reason own;
    const GateResult result = gate.answer(asked, gate, child, candidate, reason != nullptr ? &own : nullptr);
    const bool graver =
        (result == GateResult::fail && combined != GateResult::fail) || (result == GateResult::unknown && combined == GateResult::pass);
    if (graver) combined = result;
    if (reason != nullptr && result == GateResult::fail) {
      if (own.judgedBy.empty()) own.judgedBy.emplace_back();
      judgedBy.insert(judgedBy.end(), own.judgedBy.begin(), own.judgedBy.end());
    }
    if (reason != nullptr && (first || graver)) *reason = std::move(own);
    first = false;
  }
  if (reason != nullptr) reason->judgedBy = std::move(judgedBy);
  return combined;
}

Interval valueOf(const Asked& asked, const AskedCriterion& criterion, const CandidateFacts& facts) {
  int low = 0;
  int high = 0;
  for (const std::size_t child : criterion.children) {
    const Interval value = criterion.value(asked, criterion, child, facts, nullptr);
    low += value.low;
    high += value.high;
  }
  return average(low, high, static_cast<int>(criterion.children.size()));
}

CriterionAnswer explained(const Asked& asked, const AskedCriterion& criterion, const CandidateFacts& facts) {
  CriterionAnswer answer;
  answer.key = criterion.key;
  answer.children.reserve(criterion.children.size());
  int low = 0;
  int high = 0;
  for (const std::size_t child : criterion.children) {
    Reason reason;
    const Interval value = criterion.value(asked, criterion, child, facts, &reason);
    low += value.low;
    high += value.high;
    if (answer.question.empty()) answer.question = reason.question;
    answer.children.push_back({asked.children()[child].child->id, value, std::move(reason.why), std::move(reason.question)});
  }
  answer.value = average(low, high, static_cast<int>(criterion.children.size()));
  const bool alike = std::all_of(answer.children.begin(), answer.children.end(),
                                 [&](const ChildAnswer& one) { return one.why == answer.children.front().why; });
  answer.why = alike ? answer.children.front().why : Fact{"match.average", {static_cast<std::int64_t>(answer.children.size())}};
  return answer;
}

const Waiver* waiverOf(const Referral& referral, const AskedGate& gate, const CandidateFacts& candidate) {
  if (gate.kind != GateKind::essential) return nullptr;
  const auto about = [&](const std::string& id) -> const Waiver* {
    if (id.empty()) return nullptr;
    for (const Waiver& waiver : referral.waivers)
      if (waiver.gate == gate.key && waiver.candidate == id) return &waiver;
    return nullptr;
  };
  const Waiver* own = about(candidate.id);
  return own != nullptr ? own : about(candidate.home);
}

std::optional<costing::WholeCost> openedCost(const Request& request, const CandidateFacts& facts) {
  if (facts.perChild.empty()) return std::nullopt;
  const std::int64_t days = comparedDays(request.referral);
  std::vector<costing::WholeCost> parts;
  const auto offers = offersOf(facts);
  if (!offers.empty()) {
    if (!everybodyOffered(facts)) return std::nullopt;
    for (const Offer* offer : offers) parts.push_back(costing::wholeCost(offer->quote, request.placeOn, days));
  } else {
    const auto settings = paidFor(request.referral, facts);
    if (!everybodyRated(settings)) return std::nullopt;
    for (const Setting* setting : settings) {
      QuoteLine fee;
      fee.amount = MoneyRange::exactly(*setting->weeklyRate);
      parts.push_back(costing::wholeCost({fee}, request.placeOn, days));
    }
  }
  return parts.size() == 1 ? parts.front() : costing::together(parts);
}

std::optional<MoneyRange> costOf(const Request& request, const CandidateFacts& facts) {
  if (!offersOf(facts).empty()) {
    const auto opened = openedCost(request, facts);
    return opened ? std::optional<MoneyRange>(opened->whole) : std::nullopt;
  }
  const auto settings = paidFor(request.referral, facts);
  if (settings.empty() || !everybodyRated(settings)) return std::nullopt;
  const DateRange stay{request.placeOn, request.placeOn + std::chrono::days{comparedDays(request.referral)}};
  Money sum;
  for (const Setting* setting : settings) sum += costOfDays(*setting->weeklyRate, stay);
  return MoneyRange::exactly(sum);
}

Candidate described(const Request& request, const CandidateFacts& facts) {
  Candidate candidate;
  candidate.id = facts.id;
  const Setting* only = facts.perChild.empty() ? nullptr : facts.perChild.front().setting;
  for (const Assignment& assignment : facts.perChild) {
    if (assignment.setting != nullptr)
      candidate.types.emplace_back(text(assignment.setting->type));
    else if (assignment.provider != nullptr && assignment.provider->asksFor)
      candidate.types.emplace_back(text(*assignment.provider->asksFor));
    if (assignment.provider != nullptr) candidate.providers.push_back(std::to_string(assignment.provider->id.value));
    if (assignment.setting != only) only = nullptr;
  }
  sortedOnce(candidate.types);
  sortedOnce(candidate.providers);
  if (only != nullptr) candidate.place = only->place.point;
  candidate.cost = costOf(request, facts);
  return candidate;
}

}  // namespace homeward::matching
