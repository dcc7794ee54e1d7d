// Asking and answering: approaches with their contact log, offers with an itemised quote, and options that answer a whole referral.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/provider.h"

namespace homeward {

enum class CallOutcome { noAnswer, callBack, saidYes, saidNo, question, sent };
constexpr auto texts(CallOutcome) {
  return std::to_array<EnumText<CallOutcome>>({{CallOutcome::noAnswer, "noAnswer"},
                                               {CallOutcome::callBack, "callBack"},
                                               {CallOutcome::saidYes, "saidYes"},
                                               {CallOutcome::saidNo, "saidNo"},
                                               {CallOutcome::question, "question"},
                                               {CallOutcome::sent, "sent"}});
}

/// Why a provider said no, coded so that it can be counted.
enum class DeclineReason { full, tooFar, age, risk, behaviour, health, notAMatchWithOthers, staffing, noAnswerGiven, other };
constexpr auto texts(DeclineReason) {
  return std::to_array<EnumText<DeclineReason>>({{DeclineReason::full, "full"},
                                                 {DeclineReason::tooFar, "tooFar"},
                                                 {DeclineReason::age, "age"},
                                                 {DeclineReason::risk, "risk"},
                                                 {DeclineReason::behaviour, "behaviour"},
                                                 {DeclineReason::health, "health"},
                                                 {DeclineReason::notAMatchWithOthers, "notAMatchWithOthers"},
                                                 {DeclineReason::staffing, "staffing"},
                                                 {DeclineReason::noAnswerGiven, "noAnswerGiven"},
                                                 {DeclineReason::other, "other"}});
}

struct ContactEntry {
  Instant at{};
  PersonId by;
  CallOutcome outcome = CallOutcome::noAnswer;
  std::string note;
  friend bool operator==(const ContactEntry&, const ContactEntry&) = default;
};

enum class ApproachState { asked, answered, declined, silent, withdrawn };
constexpr auto texts(ApproachState) {
  return std::to_array<EnumText<ApproachState>>({{ApproachState::asked, "asked"},
                                                 {ApproachState::answered, "answered"},
                                                 {ApproachState::declined, "declined"},
                                                 {ApproachState::silent, "silent"},
                                                 {ApproachState::withdrawn, "withdrawn"}});
}

/// One asking of one provider (about one of its settings, where one is meant) for one referral.
struct Approach {
  ApproachId id;
  ReferralId referral;
  ProviderId provider;
  std::optional<SettingId> setting;
  Instant askedAt{};
  PersonId askedBy;
  std::optional<Instant> answerDue;
  ApproachState state = ApproachState::asked;
  std::optional<DeclineReason> declined;
  std::vector<ContactEntry> log;
  std::int64_t version = 0;
  friend bool operator==(const Approach&, const Approach&) = default;
};

/// The items of a quote: the four of the national Placement Standard first, then what the council pays besides.
enum class QuoteItem {
  coreFee,
  additionalSupport,
  education,
  other,
  wrapAround,
  transport,
  retainer,
  introductions,
  oneOff,
  healthContribution,
  educationContribution
};
constexpr auto texts(QuoteItem) {
  return std::to_array<EnumText<QuoteItem>>({{QuoteItem::coreFee, "coreFee"},
                                             {QuoteItem::additionalSupport, "additionalSupport"},
                                             {QuoteItem::education, "education"},
                                             {QuoteItem::other, "other"},
                                             {QuoteItem::wrapAround, "wrapAround"},
                                             {QuoteItem::transport, "transport"},
                                             {QuoteItem::retainer, "retainer"},
                                             {QuoteItem::introductions, "introductions"},
                                             {QuoteItem::oneOff, "oneOff"},
                                             {QuoteItem::healthContribution, "healthContribution"},
                                             {QuoteItem::educationContribution, "educationContribution"}});
}
[[nodiscard]] constexpr bool isContribution(QuoteItem item) {
  return item == QuoteItem::healthContribution || item == QuoteItem::educationContribution;
}

enum class Charge { weekly, once, inTheFee, none, notKnown };
constexpr auto texts(Charge) {
  return std::to_array<EnumText<Charge>>({{Charge::weekly, "weekly"},
                                          {Charge::once, "once"},
                                          {Charge::inTheFee, "inTheFee"},
                                          {Charge::none, "none"},
                                          {Charge::notKnown, "notKnown"}});
}

/// One line of a quote. Contributions are entered as positive amounts and subtracted.
struct QuoteLine {
  QuoteItem item = QuoteItem::coreFee;
  Charge charge = Charge::weekly;
  MoneyRange amount;        ///< a week, or once
  int fromDay = 0;          ///< weekly: first day of the stay that it covers (0 is the day of arrival)
  std::optional<int> days;  ///< weekly: for so many days; none: to the end
  std::string words;        ///< "four sessions a month"
  friend bool operator==(const QuoteLine&, const QuoteLine&) = default;
};

/// How a provider says it meets one need, with the support it would add.
struct NeedAnswer {
  ChildId child;
  NeedDomain domain = NeedDomain::emotionalHealth;
  int level = 0;  ///< capability after support, 0 to 5
  Basis basis = Basis::claimed;
  std::string evidence;
  friend bool operator==(const NeedAnswer&, const NeedAnswer&) = default;
};

/// A home for some or all of the people of a referral, at a price, until a day.
struct Offer {
  OfferId id;
  ReferralId referral;
  ProviderId provider;
  SettingId setting;
  std::optional<ApproachId> approach;
  std::vector<ChildId> children;  ///< whom it would take
  Date receivedOn{};
  std::optional<Instant> standsUntil;
  std::optional<Date> availableFrom;
  std::optional<int> offersDays;
  bool emergency = false;  ///< offered for the same day, outside terms of approval if need be
  std::vector<NeedAnswer> needs;
  std::map<FeatureCode, bool> features;    ///< what it answered about wishes, identity and exclusions
  std::map<ChildId, int> minutesToSchool;  ///< each way, typed by the officer
  std::map<ChildId, bool> keepsSchool;
  std::optional<bool> ownBedroom;
  std::optional<bool> sharingAssessed;
  std::optional<bool> impactAssessed;  ///< on the children already there
  std::vector<QuoteLine> quote;
  std::string conditions;
  bool withdrawn = false;
  std::int64_t version = 0;
  friend bool operator==(const Offer&, const Offer&) = default;
};

/// An answer for the whole referral: offers that together give every person a setting.
struct Option {
  OptionId id;
  ReferralId referral;
  std::vector<OfferId> offers;
  std::string label;  ///< "Larch household", "Larch and Alder households"
  friend bool operator==(const Option&, const Option&) = default;
};

[[nodiscard]] std::vector<Finding> check(const Offer& offer, Date today);

}  // namespace homeward
