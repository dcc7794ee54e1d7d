// A choice as whoever decides reads it: the child's words, what a home has to have, the homes side by side, and nothing else of the case
// file. And what they answer: a home, none of them, or a question first, with a reason for every home.
//
// The same value is shown within a case file, printed, and sent as a file to somebody else's machine. Its words are finished English; it
// names options and people by numbers that mean something in the case file alone.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/dates.h"
#include "domain/money.h"
#include "domain/not_chosen.h"
#include "domain/people.h"

namespace homeward::disclosure {

enum class SheetSign { none, pass, fail, unknown, waived, minus };
constexpr auto texts(SheetSign) {
  return std::to_array<EnumText<SheetSign>>({{SheetSign::none, "none"},
                                             {SheetSign::pass, "pass"},
                                             {SheetSign::fail, "fail"},
                                             {SheetSign::unknown, "unknown"},
                                             {SheetSign::waived, "waived"},
                                             {SheetSign::minus, "minus"}});
}

struct SheetLine {
  SheetSign sign = SheetSign::none;
  std::string words;
  friend bool operator==(const SheetLine&, const SheetLine&) = default;
};
struct SheetGroup {
  std::string title;
  std::vector<SheetLine> lines;
  std::string moreTitle;  ///< what `more` is: "Where that stands"
  std::string more;       ///< shown on asking, a line each; empty: nothing
  friend bool operator==(const SheetGroup&, const SheetGroup&) = default;
};
struct SheetFigure {
  std::string label;
  std::string words;
  friend bool operator==(const SheetFigure&, const SheetFigure&) = default;
};
struct SheetOption {
  std::int64_t number = 0;
  std::string name;        ///< "Larch household"
  std::string provider;    ///< empty where it is no longer offered
  std::string inChoice;    ///< why the officer put it there, without its place in any order
  bool offered = true;     ///< it still is
  std::string closed;      ///< why it cannot be chosen, and what to do; empty: it can
  std::string lawPrefers;  ///< what the law prefers and it is not, for the words of whoever chooses it; empty: nothing
  std::vector<SheetGroup> groups;
  std::vector<SheetFigure> figures;
  int known = 0;                    ///< the match from what is known, of 1000
  int possible = 0;                 ///< and from the best that may come out
  std::optional<MoneyRange> aWeek;  ///< the whole cost
  std::vector<std::string> cells;   ///< side by side: one for each of the sheet's rows
  friend bool operator==(const SheetOption&, const SheetOption&) = default;
};
struct SheetPerson {
  std::int64_t number = 0;
  std::string name;
  Role role = Role::socialWorker;
  std::optional<Money> agreesUpTo;  ///< whole cost a week
  friend bool operator==(const SheetPerson&, const SheetPerson&) = default;
};
struct SheetVoice {
  std::string name;
  std::vector<std::string> says;
  friend bool operator==(const SheetVoice&, const SheetVoice&) = default;
};

struct ChoiceSheet {
  std::string code;    ///< of the file that it goes in; empty within the case file
  std::string number;  ///< of the referral: "R-0412"
  std::string people;  ///< "Finch and Lark Burdock"
  std::vector<SheetVoice> voices;
  std::vector<SheetLine> essentials;
  std::string essentialsWords;
  std::vector<SheetLine> background;  ///< how the choice came about, where that wants saying
  std::string sentBy;
  Instant sentAt{};
  std::int64_t sentTo = 0;  ///< the number of a person
  Date decideBy{};
  std::optional<Instant> expiresAt;
  std::string costWords;             ///< over which days the costs are compared
  std::vector<std::string> rows;     ///< labels, side by side
  std::vector<SheetOption> options;  ///< in order of name, so that the order suggests nothing
  std::vector<SheetPerson> persons;  ///< who may decide, and who may have to agree
  bool movedIn = false;              ///< the placement has started: only words change
  bool fictional = false;
  friend bool operator==(const ChoiceSheet&, const ChoiceSheet&) = default;
};

struct SheetReason {
  std::int64_t option = 0;
  std::optional<NotChosen> code;  ///< of those not chosen
  std::string words;
  friend bool operator==(const SheetReason&, const SheetReason&) = default;
};
struct SheetAnswer {
  std::string code;                    ///< of the file that it answers
  bool wantsMore = false;              ///< nothing is decided: `comment` says what is asked for
  std::optional<std::int64_t> chosen;  ///< none: none of these
  std::vector<SheetReason> reasons;
  std::int64_t decidedBy = 0;
  std::optional<std::int64_t> agreedBy;
  std::optional<std::int64_t> budgetAgreedBy;
  bool byTelephone = false;
  bool childsViewHeard = false;
  std::string childsView;
  std::string comment;
  std::string amendsReason;
  Instant at{};
  friend bool operator==(const SheetAnswer&, const SheetAnswer&) = default;
};

/// What is missing of an answer, and of what: the first thing.
struct SheetGap {
  enum class Of { nothing, choice, closed, why, whyNot, decider, manager, budget, comment };
  Of of = Of::nothing;
  std::int64_t option = 0;  ///< for the reasons
  std::string words;
};
/// Whether the answer may be recorded as far as the sheet tells: a reason for each home, somebody who may decide, and the agreement of a
/// team manager, above whose limit the budget holder's.
[[nodiscard]] SheetGap gapOf(const ChoiceSheet& sheet, const SheetAnswer& answer);

}  // namespace homeward::disclosure
