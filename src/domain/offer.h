// Asking and answering: approaches with their contact log, offers with an itemised quote, and options that answer a whole referral.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/not_chosen.h"
#include "domain/provider.h"

namespace homeward {

/// `question` is theirs, `weAsked` is ours; `told`: what became of it.
enum class CallOutcome { noAnswer, callBack, saidYes, saidNo, question, sent, weAsked, reminded, told };
constexpr auto texts(CallOutcome) {
  return std::to_array<EnumText<CallOutcome>>({{CallOutcome::noAnswer, "noAnswer"},
                                               {CallOutcome::callBack, "callBack"},
                                               {CallOutcome::saidYes, "saidYes"},
                                               {CallOutcome::saidNo, "saidNo"},
                                               {CallOutcome::question, "question"},
                                               {CallOutcome::sent, "sent"},
                                               {CallOutcome::weAsked, "weAsked"},
                                               {CallOutcome::reminded, "reminded"},
                                               {CallOutcome::told, "told"}});
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
  std::string answer = {};  ///< to a question, from either side
  std::optional<Instant> answeredAt = {};
  /// A question that nobody has answered yet.
  [[nodiscard]] bool open() const { return (outcome == CallOutcome::question || outcome == CallOutcome::weAsked) && !answeredAt; }
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

/// Support that a provider would add to its offer at a price of its own: with it the offer is an option of another price.
struct SupportPackage {
  std::string name;                      ///< "waking night staff"
  Money aWeek;                           ///< beside what the offer costs without it
  std::vector<NeedDomain> domains = {};  ///< the needs that it helps with
  int adds = 0;                          ///< levels of each that it meets beyond the offer's own answers: 0 to 5
  friend bool operator==(const SupportPackage&, const SupportPackage&) = default;
};

/// What was heard of one need when the people of the home were spoken to, in cases where paper is not enough.
struct InterviewNote {
  Instant at{};
  PersonId by;
  std::string with;  ///< whom: "the registered manager"
  ChildId child;
  NeedDomain domain = NeedDomain::emotionalHealth;
  int level = 0;  ///< the capability as the interviewer judges it, 0 to 5
  std::string words;
  friend bool operator==(const InterviewNote&, const InterviewNote&) = default;
};

/// One round about one price: what it was, what was asked for, what was won.
struct NegotiationRound {
  Instant at{};
  PersonId by;
  QuoteItem item = QuoteItem::coreFee;
  Charge charge = Charge::weekly;  ///< weekly or once
  Money before;
  Money asked;
  std::string words = {};         ///< why it was asked for
  std::optional<Money> won = {};  ///< the price as it was agreed; the one before where nothing was won. None: no answer yet
  std::string answer = {};
  std::optional<Instant> answeredAt = {};
  friend bool operator==(const NegotiationRound&, const NegotiationRound&) = default;
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
  std::vector<SupportPackage> packages = {};
  std::vector<InterviewNote> interviews = {};
  std::vector<NegotiationRound> rounds = {};
  std::string conditions;
  bool withdrawn = false;
  std::optional<Instant> toldAt = {};     ///< when its provider was told that it is not the one
  std::optional<NotChosen> toldWhy = {};  ///< and the reason that was given
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
