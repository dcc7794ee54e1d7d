// What a provider answers: the form for an offer as it came back (XLSX), or the same as JSON ("homeward/offer-answer/1", described in
// resources/formats/offer-answer-1.schema.json).
//
// The lines of a form are known by the keys in its first column, wherever they stand now. What cannot be read of one line is a problem of
// that line, with its cell; the other lines count. A file that is no form, of another version or without a reference is refused whole.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/offer.h"
#include "support/result.h"

namespace homeward::exchange {

enum class Answering { offer, decline, question };
constexpr auto texts(Answering) {
  return std::to_array<EnumText<Answering>>(
      {{Answering::offer, "offer"}, {Answering::decline, "decline"}, {Answering::question, "question"}});
}

/// How a provider says that a need is met.
enum class Meets { now, withSupport, no, open };
constexpr auto texts(Meets) {
  return std::to_array<EnumText<Meets>>({{Meets::now, "now"}, {Meets::withSupport, "support"}, {Meets::no, "no"}, {Meets::open, "open"}});
}

struct AnsweredNeed {
  std::size_t person = 0;  ///< its place among the people of the pack, from 0
  NeedDomain domain = NeedDomain::emotionalHealth;
  Meets meets = Meets::open;
  std::string how;
  friend bool operator==(const AnsweredNeed&, const AnsweredNeed&) = default;
};

/// What is wrong with one line.
struct AnswerProblem {
  std::string where;  ///< "C14", or the member of the JSON
  std::string what;   ///< what it holds and what it should
  friend bool operator==(const AnswerProblem&, const AnswerProblem&) = default;
};

struct OfferAnswer {
  std::string reference;
  std::optional<Answering> answer;  ///< none: nothing was chosen, and nothing else says it
  std::optional<DeclineReason> decline;
  std::string question;
  std::string home;
  std::optional<SettingType> type;
  std::string district;
  std::optional<Date> availableFrom;
  std::optional<Date> standsUntil;  ///< the last day
  std::optional<int> days;
  std::optional<bool> impactAssessed;
  /// Places among the people of the pack, from 0. None: all of them; empty: it cannot be read whom.
  std::optional<std::vector<std::size_t>> takes;
  std::vector<QuoteLine> prices;
  std::vector<SupportPackage> packages;
  std::vector<AnsweredNeed> needs;
  std::map<FeatureCode, bool> features;
  std::string conditions;
  std::string why;
  std::vector<AnswerProblem> problems;
  friend bool operator==(const OfferAnswer&, const OfferAnswer&) = default;
};

inline constexpr std::size_t answerMostJson = 1'000'000;  ///< bytes
inline constexpr std::size_t answerMostProblems = 100;    ///< that are kept; one more says that there are others
inline constexpr std::size_t answerMostInAList = 500;

/// Either kind of file, told apart by its first bytes.
[[nodiscard]] Result<OfferAnswer> readOfferAnswer(std::string_view bytes);

}  // namespace homeward::exchange
