#include "app/names_in.h"

#include "disclosure/record.h"
#include "support/text.h"

namespace homeward::app {
namespace {

bool isCapital(char c) { return (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80; }

/// Whether a word stands among others, in small letters with blanks around each.
bool among(std::string_view words, std::string_view word) { return words.find(' ' + lowered(word) + ' ') != std::string_view::npos; }

bool isOfTheCalendar(std::string_view word) {
  return among(
      " january february march april may june july august september october november december monday tuesday wednesday thursday friday "
      "saturday sunday ",
      word);
}

}  // namespace

std::vector<std::string> namesIn(std::string_view words, bool who) {
  std::vector<std::string> names;
  std::string run;
  bool runOpensSentence = false;
  const auto end = [&] {
    const bool alone = run.find(' ') == std::string::npos;
    if (!run.empty() && (who || !runOpensSentence || !alone)) names.push_back(run);
    run.clear();
  };
  bool opens = true;
  for (const std::string_view piece : split(words, ' ')) {
    std::string_view word = trimmed(piece);
    constexpr std::string_view marks = ".,;:!?()\"'";
    const auto first = word.find_first_not_of(marks);
    if (first == std::string_view::npos) {
      end();
      continue;
    }
    const auto last = word.find_last_not_of(marks);
    const std::string_view bare = word.substr(first, last - first + 1);
    const bool stops = last + 1 < word.size();
    if (first > 0) end();
    if (isCapital(bare.front()) && !disclosure::tellsNobody(lowered(bare)) && !isOfTheCalendar(bare)) {
      if (run.empty()) runOpensSentence = opens;
      run += (run.empty() ? "" : " ") + std::string(bare);
    } else {
      end();
    }
    // A dot after a letter alone is an initial's: "S. Quill".
    const bool initial = bare.size() == 1 && word.back() == '.';
    if (stops && !initial) end();
    opens = stops && !initial && std::string_view(".!?").find(word.back()) != std::string_view::npos;
  }
  end();
  return names;
}

std::vector<std::string> peopleNamed(const Referral& referral) {
  std::vector<std::string> people = namesIn(referral.authorisation.consentGivenBy, true);
  for (const auto& more : {namesIn(referral.authorisation.givenBy, true), namesIn(referral.connectedPersonNote, false),
                           namesIn(referral.whyNotParents, false)})
    people.insert(people.end(), more.begin(), more.end());
  return people;
}

}  // namespace homeward::app
