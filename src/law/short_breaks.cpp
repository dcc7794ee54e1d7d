// A series of short breaks (regulation 48): not in care, in the same place, home after each, and so many days and no more.
#include "law/judges.h"

namespace homeward::law {
namespace {

constexpr std::int64_t daysOfOneBreak = 17;
constexpr std::int64_t daysOfAYear = 75;

Date aYearBefore(Date day) {
  const auto then = civil(day) - std::chrono::years{1};
  return then.ok() ? Date{std::chrono::sys_days{then}} : Date{std::chrono::sys_days{then.year() / std::chrono::March / 1}};
}

bool isShortBreak(const Circumstances& circumstances) {
  const std::string& status = circumstances.child->legalStatus;
  if (status == "V3" || status == "V4") return true;
  return circumstances.referral != nullptr && circumstances.referral->kind == ReferralKind::shortBreaks;
}

bool earlier(const Circumstances& circumstances, const Placement& stay) {
  return !(circumstances.itself.stored() && stay.id == circumstances.itself) && stay.stay.from < circumstances.placedOn;
}

std::int64_t daysBefore(const Circumstances& circumstances) {
  if (circumstances.stays == nullptr) return 0;
  std::int64_t days = 0;
  for (const Placement& stay : *circumstances.stays) {
    if (!earlier(circumstances, stay)) continue;
    const Date from = std::max(stay.stay.from, aYearBefore(circumstances.placedOn));
    const Date to = std::min(stay.stay.to.value_or(circumstances.placedOn), circumstances.placedOn);
    if (from < to) days += (to - from).count();
  }
  return days;
}

std::optional<std::int64_t> intendedDays(const Circumstances& circumstances) {
  if (circumstances.left) return (*circumstances.left - circumstances.placedOn).count();
  if (circumstances.referral != nullptr && circumstances.referral->neededDays) return *circumstances.referral->neededDays;
  return std::nullopt;
}

const Placement* breakElsewhere(const Circumstances& circumstances) {
  if (circumstances.stays == nullptr || circumstances.setting == nullptr) return nullptr;
  for (const Placement& stay : *circumstances.stays)
    if (earlier(circumstances, stay) && stay.setting != circumstances.setting->id &&
        stay.stay.to.value_or(circumstances.placedOn) > aYearBefore(circumstances.placedOn))
      return &stay;
  return nullptr;
}

bool cameStraightFromABreak(const Circumstances& circumstances) {
  return circumstances.stays != nullptr &&
         std::any_of(circumstances.stays->begin(), circumstances.stays->end(), [&](const Placement& stay) {
           return earlier(circumstances, stay) && (!stay.stay.to || *stay.stay.to >= circumstances.placedOn);
         });
}

}  // namespace

std::optional<Date> shortBreakEnds(const Circumstances& circumstances) {
  if (!isShortBreak(circumstances)) return std::nullopt;
  const std::int64_t allowed = std::min(daysOfOneBreak, std::max<std::int64_t>(0, daysOfAYear - daysBefore(circumstances)));
  return circumstances.placedOn + std::chrono::days{allowed};
}

LegalFinding shortBreakDays(const Circumstances& circumstances) {
  if (!isShortBreak(circumstances)) return notApplicable(34, {"law.34.otherKind", {}});
  const std::string& status = circumstances.child->legalStatus;
  const Fact back{"law.34.back", {}};
  if (status == "C1" || status == "C2") return broken(34, {"law.34.inCare", {}}, back);
  if (cameStraightFromABreak(circumstances)) return broken(34, {"law.34.notHome", {}}, back);
  if (breakElsewhere(circumstances) != nullptr) return broken(34, {"law.34.otherHome", {}}, back);
  const auto intended = intendedDays(circumstances);
  if (!intended) return notKnown(34, {"law.34.unknown", {}}, {"law.34.unknown.question", {}});
  if (*intended > daysOfOneBreak) return broken(34, {"law.34.tooLong", {*intended, daysOfOneBreak}}, back);
  const std::int64_t ofTheYear = daysBefore(circumstances) + *intended;
  if (ofTheYear > daysOfAYear) return broken(34, {"law.34.tooMany", {ofTheYear, daysOfAYear}}, back);
  return satisfied(34, {"law.34.within", {*intended, ofTheYear}});
}

}  // namespace homeward::law
