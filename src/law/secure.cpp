// Secure accommodation for the child's welfare: whom it may take, how long without a court, and at which age.
#include "law/judges.h"

namespace homeward::law {
namespace {

constexpr std::chrono::days window{28};
constexpr int monthsOfFirstOrder = 3;
constexpr int monthsOfFurtherOrder = 6;
constexpr int youngestWithoutSecretaryOfState = 13;
constexpr int ofAgeToAskForAccommodation = 16;
constexpr auto secureCode = "K1";

bool isSecure(const Circumstances& circumstances) { return typeOf(circumstances) == SettingType::secureHome; }

Date monthsAfter(Date day, int months) {
  const auto then = civil(day) + std::chrono::months{months};
  return then.ok() ? Date{std::chrono::sys_days{then}} : Date{std::chrono::sys_days{then.year() / then.month() / std::chrono::last}};
}

LegalFinding byOrder(const Liberty& liberty) {
  if (*liberty.orderUntil >= monthsAfter(*liberty.orderFrom, monthsOfFurtherOrder))
    return broken(29, {"law.29.tooLong", {monthsAfter(*liberty.orderFrom, monthsOfFurtherOrder)}}, {"law.29.tooLong.back", {}});
  if (*liberty.orderUntil >= monthsAfter(*liberty.orderFrom, monthsOfFirstOrder))
    return notKnown(29, {"law.29.further", {}}, {"law.29.further.question", {}});
  return satisfied(29, {"law.29.order", {*liberty.orderUntil}});
}

}  // namespace

OrderCovers orderCovers(const Circumstances& circumstances, Date day) {
  if (circumstances.referral == nullptr) return OrderCovers::no;
  const Liberty& liberty = circumstances.referral->liberty;
  if (liberty.orderNumber.empty()) return OrderCovers::no;
  if ((liberty.orderFrom && day < *liberty.orderFrom) || (liberty.orderUntil && day > *liberty.orderUntil)) return OrderCovers::no;
  return liberty.orderFrom && liberty.orderUntil ? OrderCovers::yes : OrderCovers::notKnown;
}

std::int64_t secureDaysBefore(const Circumstances& circumstances) {
  if (circumstances.stays == nullptr) return 0;
  std::int64_t days = 0;
  for (const Placement& stay : *circumstances.stays) {
    if (stay.placeCode != secureCode || (circumstances.itself.stored() && stay.id == circumstances.itself)) continue;
    const Date from = std::max(stay.stay.from, circumstances.placedOn - window);
    const Date to = std::min(stay.stay.to.value_or(circumstances.placedOn), circumstances.placedOn);
    if (from < to) days += (to - from).count();
  }
  return days;
}

std::int64_t secureDaysLeft(const Circumstances& circumstances) {
  return std::max<std::int64_t>(0, secureDaysWithoutOrder - secureDaysBefore(circumstances));
}

const Liberty* secureOrder(const Circumstances& circumstances) {
  if (circumstances.referral == nullptr) return nullptr;
  const Liberty& liberty = circumstances.referral->liberty;
  if (liberty.orderNumber.empty() || !liberty.orderFrom || !liberty.orderUntil) return nullptr;
  const Date last = circumstances.placedOn + std::chrono::days{secureDaysLeft(circumstances)};
  return *liberty.orderFrom <= last && *liberty.orderUntil >= circumstances.placedOn ? &liberty : nullptr;
}

LegalFinding secureCriteria(const Circumstances& circumstances) {
  const auto type = typeOf(circumstances);
  if (!type) return typeUnknown(28);
  if (*type != SettingType::secureHome) return notApplicable(28, {"law.28.otherRoute", {}});
  const auto criterion = circumstances.referral == nullptr ? std::nullopt : circumstances.referral->liberty.criterion;
  if (!criterion) return notKnown(28, {"law.28.unknown", {}}, {"law.28.unknown.question", {}});
  if (*criterion == SecureCriterion::neither) return broken(28, {"law.28", {}}, {"law.28.back", {}});
  return satisfied(28, {"law.28.met", {Word{"secureCriterion." + std::string(text(*criterion))}}});
}

LegalFinding secureTime(const Circumstances& circumstances) {
  if (!isSecure(circumstances)) return notApplicable(29, {"law.28.otherRoute", {}});
  if (const Liberty* order = secureOrder(circumstances)) return byOrder(*order);
  const std::int64_t before = secureDaysBefore(circumstances);
  if (before >= secureDaysWithoutOrder) return broken(29, {"law.29.used", {before}}, {"law.29.back", {}});
  return askTheClock(29);
}

LegalFinding secureAge(const Circumstances& circumstances) {
  if (!isSecure(circumstances)) return notApplicable(30, {"law.28.otherRoute", {}});
  const int age = ageThen(circumstances);
  if (age < youngestWithoutSecretaryOfState) return wants(30, Role::director, {"law.30.under13", {std::int64_t{age}}});
  const bool accommodated = circumstances.child->legalStatus == "V2" ||
                            (circumstances.referral != nullptr && circumstances.referral->authorisation.basis == LegalBasis::section20);
  if (age >= ofAgeToAskForAccommodation && accommodated) return notKnown(30, {"law.30.section20", {}}, {"law.30.section20.question", {}});
  return satisfied(30, {"law.30.age", {std::int64_t{age}}});
}

}  // namespace homeward::law
