// What a placement's start sets running: steps with the day by which each is done.
#include "law/judges.h"

namespace homeward::law {
namespace {

constexpr int workingDaysToTell = 5;
constexpr int workingDaysBeyondTerms = 6;
constexpr int workingDaysOfNotice = 10;
constexpr std::chrono::days daysToApplyForRegistration{7};

struct Running {
  const Circumstances& circumstances;
  const WorkingDays& calendar;
  std::vector<Clock> found;
  [[nodiscard]] bool law(int rule) const { return inForce(circumstances, rule); }
  [[nodiscard]] Date start() const { return circumstances.placedOn; }
  /// Before the placement; in an emergency within so many working days of it.
  void soon(int rule, const std::string& step) {
    const bool emergency = circumstances.emergency;
    const Date due = emergency ? calendar.after(start(), workingDaysToTell) : start();
    found.push_back({rule, due, step, {"law." + std::to_string(rule) + (emergency ? ".emergency" : ""), {due}}});
  }
  void by(int rule, Date due, const std::string& step, const std::string& why) { found.push_back({rule, due, step, {why, {due}}}); }
};

void outsideTheArea(Running& clocks) {
  const Circumstances& facts = clocks.circumstances;
  // In an emergency the Director approves first, and the area authority is consulted after: what is otherwise part of the approval.
  const bool distant = facts.inArea == false && facts.adjoins == false;
  if (clocks.law(8) && facts.emergency && distant && !exemptOutsideTheArea(facts.setting))
    clocks.by(8, clocks.calendar.after(clocks.start(), workingDaysToTell), "consultAreaAuthority", "law.8.emergency");
  if (clocks.law(9) && facts.inArea == false) clocks.soon(9, "notifyAreaAuthority");
}

void approvalOfCarers(Running& clocks) {
  const Circumstances& facts = clocks.circumstances;
  const Setting* setting = facts.setting;
  if (emergencyExceptionApplies(facts)) {
    const TermsFit fit = fitOfTerms(facts).fit;
    if (fit != TermsFit::within)
      clocks.by(16, clocks.calendar.after(clocks.start(), workingDaysBeyondTerms), "varyApprovalOrMove",
                fit == TermsFit::beyond ? "law.16" : "law.16.unknown");
  }
  const bool fostering = setting != nullptr && setting->type == SettingType::fosteringHousehold;
  if (clocks.law(17) && fostering && setting->temporaryApprovalFrom && !setting->terms.limitsKnown) {
    const Date last = lastDayOfTemporaryApproval(*setting);
    if (clocks.start() >= *setting->temporaryApprovalFrom && clocks.start() <= last)
      clocks.by(17, last, "approveOrEnd", setting->temporaryApprovalUntil ? "law.17.extended" : "law.17");
  }
}

void withoutLiberty(Running& clocks) {
  const Circumstances& facts = clocks.circumstances;
  const Liberty* liberty = facts.referral == nullptr ? nullptr : &facts.referral->liberty;
  if (clocks.law(29) && typeOf(facts) == SettingType::secureHome) {
    const Liberty* order = secureOrder(facts);
    clocks.by(29, order != nullptr ? *order->orderUntil : clocks.start() + std::chrono::days{secureDaysLeft(facts)}, "secureAuthority",
              order != nullptr ? "law.29.ends" : "law.29");
  }
  if (!clocks.law(31) || !deprivedElsewhere(facts)) return;
  const auto registered = judged(facts, 23, &homeIsRegistered);
  const bool unregistered = registered.judgement == Judgement::broken ||
                            (facts.setting != nullptr && facts.setting->arrangement == OtherArrangement::unregistered);
  if (unregistered) {
    clocks.by(31, clocks.start(), "tellOfsted", "law.31.tell");
    clocks.by(31, clocks.start() + daysToApplyForRegistration, "applyToRegister", "law.31.register");
  }
  if (liberty->orderUntil && !liberty->orderNumber.empty()) clocks.by(31, *liberty->orderUntil, "renewOrder", "law.31.ends");
}

}  // namespace

const std::vector<std::pair<std::string, int>>& steps() {
  static const std::vector<std::pair<std::string, int>> all{
      {"adoptionRoutes", 5},   {"consultAreaAuthority", 8}, {"notifyAreaAuthority", 9}, {"placementPlan", 10},   {"educationPlan", 12},
      {"noticeOfEnd", 13},     {"varyApprovalOrMove", 16},  {"approveOrEnd", 17},       {"secureAuthority", 29}, {"tellOfsted", 31},
      {"applyToRegister", 31}, {"renewOrder", 31},          {"endShortBreak", 34}};
  return all;
}

std::vector<Clock> clocks(const Circumstances& circumstances, const WorkingDays& calendar) {
  Running running{circumstances, calendar, {}};
  const Date start = circumstances.placedOn;
  const bool owesAdoption = judged(circumstances, 5, &adoptionRoutes).judgement == Judgement::broken;
  if (owesAdoption) running.by(5, start, "adoptionRoutes", "law.5");
  outsideTheArea(running);
  // Short breaks have rules of their own instead of a full placement plan.
  const auto breakEnds = shortBreakEnds(circumstances);
  const bool shortBreaks = breakEnds || (circumstances.setting != nullptr && circumstances.setting->terms.shortBreaksOnly);
  if (running.law(10) && !shortBreaks) running.soon(10, "placementPlan");
  if (judged(circumstances, 12, &educationPlan).judgement == Judgement::broken) running.by(12, start, "educationPlan", "law.12");
  if (running.law(13) && circumstances.emergency && judged(circumstances, 13, &reviewFirst).judgement == Judgement::broken)
    running.by(13, calendar.after(start, workingDaysOfNotice), "noticeOfEnd", "law.13.notice");
  approvalOfCarers(running);
  withoutLiberty(running);
  if (running.law(34) && breakEnds) running.by(34, *breakEnds, "endShortBreak", "law.34");
  return std::move(running.found);
}

}  // namespace homeward::law
