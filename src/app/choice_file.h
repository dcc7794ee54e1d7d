// A choice that goes to somebody else's machine as a sealed file, is read and answered there without a case file, and comes back.
//
// The file holds the sheet of the choice and nothing else. It is sealed by a passphrase, which is told by another way. It is opened until
// it expires, by the clock of whichever machine: that is a help against lateness, not a lock. Its answer is taken once.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/pack_files.h"
#include "app/workspace.h"
#include "disclosure/choice_sheet.h"
#include "domain/decision.h"
#include "domain/sent.h"

namespace homeward::app {

/// Words that are easy to tell on the telephone: six by chance of a list of more than five hundred.
[[nodiscard]] std::string suggestedPassphrase();

struct ChoiceToSend {
  std::string name;  ///< "choice-8f3a1c.homeward-choice": says nothing
  ChoiceFile file;   ///< its document is what is sealed
};
/// The last choice of a referral for whoever decides it. The sheet has of the people of the case file the one to whom it was sent, and
/// those who may have to agree. Refused where it is decided already; invalid: an expiry that lies in the past.
[[nodiscard]] Result<ChoiceToSend> choiceToSend(Workspace& workspace, ChoiceId choice, Instant expiresAt);
/// The sheet that it holds: for its printed form.
[[nodiscard]] Result<disclosure::ChoiceSheet> sheetToSend(Workspace& workspace, ChoiceId choice);
/// A mail draft to the one who decides, with the sealed file and without the passphrase. None: no mail address is known.
[[nodiscard]] Result<std::optional<PackFile>> choiceMail(Workspace& workspace, const ChoiceToSend& sent, const std::string& sealed);
/// Keeps that it went out.
[[nodiscard]] Result<void> noteChoiceSent(Workspace& workspace, const ChoiceToSend& sent);

// --- on the other machine, where there is no case file

/// What was unsealed, as a choice. Refused: it has expired. Unreadable: it is no choice.
[[nodiscard]] Result<disclosure::ChoiceSheet> choiceIn(std::string_view document, Instant now);
struct AnswerFile {
  std::string name;
  std::string document;  ///< to be sealed by the passphrase of the choice
};
/// Invalid: something is missing. Refused: it has expired.
[[nodiscard]] Result<AnswerFile> answerFile(const disclosure::ChoiceSheet& sheet, disclosure::SheetAnswer answer, Instant now);

// --- when it comes back

/// Something that is not as it was when the choice was sent.
struct ChangedFact {
  std::string home;
  std::string what;
  std::string asSent;
  std::string now;
  friend bool operator==(const ChangedFact&, const ChangedFact&) = default;
};
struct ReturnedChoice {
  disclosure::SheetAnswer answer;
  ChoiceFile file;
  Choice choice;
  std::string digest;
  disclosure::ChoiceSheet sheet;     ///< as it was sent
  std::vector<ChangedFact> changed;  ///< since: whoever decided has not seen it
};
/// `bytes` are the file's, `document` what was unsealed of it. Refused: it was not sent from here; or it was answered, has expired, was
/// decided otherwise, or the referral was withdrawn, meanwhile. Unreadable: it is no answer.
[[nodiscard]] Result<ReturnedChoice> readReturnedChoice(Workspace& workspace, std::string_view bytes, std::string_view document);
/// Records it by the person who decided. Conflict: more has changed than was shown. The decision's id, or none where more is asked for.
[[nodiscard]] Result<std::optional<DecisionId>> takeReturnedChoice(Workspace& workspace, const ReturnedChoice& returned);

}  // namespace homeward::app
