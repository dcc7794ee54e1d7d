// What inspectors found, and what visits, outcomes and those who lived and worked there have shown.
#include <algorithm>
#include <array>
#include <span>

#include "matching/asked.h"

namespace homeward::matching {
namespace {

constexpr std::array<int, 4> ofHomes{0, 400, 800, 1000};             // inadequate to outstanding
constexpr std::array<int, 3> ofSupportedAccommodation{0, 450, 900};  // serious weaknesses to consistently strong
constexpr Interval notYetInspected{400, 800};
constexpr int freshMonths = 18;

struct Rung {
  std::span<const int> ladder;
  std::size_t step;
};

Rung rungOf(Grade grade) {
  switch (grade) {
    case Grade::outstanding:
      return {ofHomes, 3};
    case Grade::good:
      return {ofHomes, 2};
    case Grade::requiresImprovement:
      return {ofHomes, 1};
    case Grade::inadequate:
      return {ofHomes, 0};
    case Grade::strong:
      return {ofSupportedAccommodation, 2};
    case Grade::inconsistent:
      return {ofSupportedAccommodation, 1};
    case Grade::seriousWeaknesses:
      return {ofSupportedAccommodation, 0};
  }
  return {ofHomes, 0};
}

/// The last day on which an inspection is not yet too old: the same day eighteen months on, or the last of a shorter month.
Date freshUntil(Date inspected) {
  const auto day = civil(inspected);
  const auto month = day.year() / day.month() + std::chrono::months{freshMonths};
  const std::chrono::year_month_day same{month / day.day()};
  return same.ok() ? Date{same} : Date{month / std::chrono::last};
}

/// A household has its agency's or authority's grade, premises their undertaking's; a home has its own.
const Registration* inspectedAs(const Assignment& there) {
  const Registration* provider = there.provider != nullptr && there.provider->registration ? &*there.provider->registration : nullptr;
  if (there.setting == nullptr) return provider;
  const Registration* own = there.setting->registration ? &*there.setting->registration : nullptr;
  const bool byProvider =
      there.setting->type == SettingType::fosteringHousehold || there.setting->type == SettingType::supportedAccommodation;
  if (!byProvider) return own;
  return provider != nullptr && (provider->inspection || own == nullptr) ? provider : own;
}

}  // namespace

Interval inspectionValue(const Asked& asked, const AskedCriterion&, std::size_t child, const CandidateFacts& candidate, Reason* reason) {
  const Registration* registration = inspectedAs(assigned(candidate, child));
  if (registration == nullptr) {
    if (reason != nullptr) {
      reason->why = {"match.inspection.notKnown", {}};
      reason->question = {"ask.inspection", {}};
    }
    return unknownValue;
  }
  if (!registration->inspection) {
    if (reason != nullptr) {
      reason->why = {"match.inspection.none", {}};
      reason->question = {"ask.inspectedSince", {}};
    }
    return notYetInspected;
  }
  const Inspection& inspection = *registration->inspection;
  const Rung rung = rungOf(inspection.grade);
  const bool fresh = inspection.on && asked.request().today <= freshUntil(*inspection.on);
  if (reason != nullptr) {
    const Word grade = word("grade", text(inspection.grade));
    reason->why = !inspection.on ? Fact{"match.inspection.undated", {grade}}
                                 : Fact{fresh ? "match.inspection" : "match.inspection.old", {grade, *inspection.on}};
    if (!fresh) reason->question = {"ask.inspectedSince", {}};
  }
  if (fresh) return known(rung.ladder[rung.step]);
  const std::size_t below = rung.step == 0 ? 0 : rung.step - 1;
  const std::size_t above = std::min(rung.step + 1, rung.ladder.size() - 1);
  return {static_cast<std::int16_t>(rung.ladder[below]), static_cast<std::int16_t>(rung.ladder[above])};
}

Interval proofValue(const Asked&, const AskedCriterion&, std::size_t child, const CandidateFacts& candidate, Reason* reason) {
  const Assignment& there = assigned(candidate, child);
  int sum = 0;
  int forms = 0;
  if (there.setting != nullptr)
    for (const auto& mark : {there.setting->proof.formB, there.setting->proof.formC, there.setting->proof.feedback})
      if (mark) {
        sum += std::clamp(*mark, 0, 4);
        ++forms;
      }
  if (forms == 0) {
    if (there.setting == nullptr) {
      noSettingYet(there, reason);
    } else if (reason != nullptr) {
      reason->why = {"match.proof.none", {}};
      reason->question = {"ask.proof", {}};
    }
    return unknownValue;
  }
  if (reason != nullptr) reason->why = {"match.proof", {std::int64_t{sum}, std::int64_t{4} * forms, std::int64_t{forms}}};
  return known((2 * 250 * sum + forms) / (2 * forms));
}

}  // namespace homeward::matching
