#include "app/choice_file.h"

#include <algorithm>

#include "app/choice_answer.h"
#include "app/choice_sheet.h"
#include "app/file_digest.h"
#include "exchange/choice_json.h"
#include "exchange/mail_draft.h"
#include "secrets/digest.h"
#include "support/text.h"
#include "wording/wording.h"

namespace homeward::embedded {
std::string_view passphraseWords();
}  // namespace homeward::embedded

namespace homeward::app {
namespace {

using disclosure::ChoiceSheet;

constexpr std::size_t codeBytes = 16;
constexpr std::size_t shownOfCode = 8;

tl::unexpected<Error> refused(const std::string& subject, const std::string& detail) { return fail(ErrorCode::refused, subject, detail); }

std::string momentWords(Instant moment) { return longDate(englandDay(moment)) + ", " + clockTime(moment); }

/// Decided already, or no longer to be decided: why. None: it waits.
Result<std::optional<std::string>> notWaiting(Workspace& workspace, const Choice& choice) {
  const auto open = openChoice(workspace, choice.referral);
  if (!open) return failed(open);
  if (*open && (*open)->id == choice.id) return std::optional<std::string>();
  const auto decisions = workspace.file().decisions().decisions(choice.referral);
  if (!decisions) return failed(decisions);
  for (const Decision& decision : *decisions)
    if (decision.choice == choice.id) return std::optional("This choice was decided on " + longDate(englandDay(decision.at)) + " already.");
  if (*open) return std::optional<std::string>("A later choice was sent for this referral. Its answer is the one that counts.");
  return std::optional<std::string>("The referral was withdrawn.");
}

/// What whoever decided saw and is not so any more: costs, cells, whether a home is offered and may be chosen.
std::vector<ChangedFact> changes(const ChoiceSheet& then, const ChoiceSheet& now) {
  std::vector<ChangedFact> all;
  for (const disclosure::SheetOption& was : then.options) {
    const auto is = std::ranges::find(now.options, was.number, &disclosure::SheetOption::number);
    if (is == now.options.end()) continue;
    const auto compare = [&](const std::string& what, const std::string& before, const std::string& after) {
      if (before != after) all.push_back({was.name, what, before, after});
    };
    const auto words = [](const disclosure::SheetOption& option) {
      return option.closed.empty() ? wording::word("sheetOpen", option.offered ? "yes" : "no") : option.closed;
    };
    compare(wording::sentence({"sheet.mayBeChosen", {}}), words(was), words(*is));
    if (!is->offered) continue;
    compare(wording::sentence({"sheet.lawPrefers", {}}), was.lawPrefers, is->lawPrefers);
    for (std::size_t row = 0; row < then.rows.size(); ++row) {
      const auto same = std::ranges::find(now.rows, then.rows[row]);
      const auto at = static_cast<std::size_t>(same - now.rows.begin());
      compare(then.rows[row], was.cells[row], same == now.rows.end() ? std::string() : is->cells[at]);
    }
    for (const disclosure::SheetFigure& figure : was.figures) {
      const auto same = std::ranges::find(is->figures, figure.label, &disclosure::SheetFigure::label);
      const bool inRows = std::ranges::find(then.rows, figure.label) != then.rows.end();
      if (!inRows) compare(figure.label, figure.words, same == is->figures.end() ? std::string() : same->words);
    }
  }
  const auto inWords = [](const std::vector<std::string>& parts) { return joined(parts, " "); };
  const auto voices = [&](const ChoiceSheet& sheet) {
    std::vector<std::string> said;
    for (const disclosure::SheetVoice& voice : sheet.voices) said.insert(said.end(), voice.says.begin(), voice.says.end());
    return inWords(said);
  };
  const auto lines = [&](const std::vector<disclosure::SheetLine>& sheetLines) {
    std::vector<std::string> words;
    for (const disclosure::SheetLine& line : sheetLines) words.push_back(line.words);
    return inWords(words);
  };
  const auto compare = [&](const std::string& what, const std::string& before, const std::string& after) {
    if (before != after) all.push_back({std::string(), wording::sentence({"sheet." + what, {}}), before, after});
  };
  compare("childsWords", voices(then), voices(now));
  compare("gates", lines(then.essentials), lines(now.essentials));
  compare("howItCame", lines(then.background), lines(now.background));
  return all;
}

}  // namespace

std::string suggestedPassphrase() {
  std::vector<std::string_view> list;
  for (const std::string_view line : split(embedded::passphraseWords(), '\n'))
    if (!line.empty() && !line.starts_with('#')) list.push_back(line);
  constexpr std::size_t words = 6;  // of more than 512: above 54 bits, each try of which takes most of a second
  std::vector<std::string> chosen;
  while (chosen.size() < words) {
    // Four bytes leave no word likelier than another by more than one in a million.
    std::uint32_t number = 0;
    for (const char byte : secrets::randomBytes(sizeof number)) number = number << 8U | static_cast<unsigned char>(byte);
    chosen.emplace_back(list[number % list.size()]);
  }
  return joined(chosen, " ");
}

Result<ChoiceSheet> sheetToSend(Workspace& workspace, ChoiceId id) {
  const auto choice = workspace.file().decisions().choice(id);
  if (!choice) return failed(choice);
  const auto waiting = notWaiting(workspace, *choice);
  if (!waiting) return failed(waiting);
  if (*waiting) return refused("choice", **waiting + " It is not sent any more.");
  auto sheet = choiceSheet(workspace, *choice);
  if (!sheet) return sheet;
  // Of the social workers only the one who is asked: nobody else of the team is needed to answer.
  std::erase_if(sheet->persons, [&](const disclosure::SheetPerson& person) {
    return person.role == Role::socialWorker && person.number != choice->sentTo.value;
  });
  return sheet;
}

Result<ChoiceToSend> choiceToSend(Workspace& workspace, ChoiceId id, Instant expiresAt) {
  if (expiresAt <= workspace.now())
    return fail(ErrorCode::invalid, "expiresAt", "The choice would have expired already. Choose a later day.");
  auto sheet = sheetToSend(workspace, id);
  if (!sheet) return failed(sheet);
  ChoiceToSend sent;
  sent.file.choice = id;
  sent.file.code = hexOf(secrets::randomBytes(codeBytes));
  sent.file.at = workspace.now();
  sent.file.by = workspace.user().id;
  sent.file.expiresAt = expiresAt;
  sheet->code = sent.file.code;
  sheet->expiresAt = expiresAt;
  sent.file.document = exchange::choiceJson(*sheet);
  sent.name = "choice-" + sent.file.code.substr(0, shownOfCode) + ".homeward-choice";
  return sent;
}

Result<std::optional<PackFile>> choiceMail(Workspace& workspace, const ChoiceToSend& sent, const std::string& sealed) {
  const auto choice = workspace.file().decisions().choice(sent.file.choice);
  if (!choice) return failed(choice);
  const auto person = workspace.file().people().person(choice->sentTo);
  if (!person) return failed(person);
  if (!exchange::isMailAddress(person->email)) return std::optional<PackFile>();
  const auto said = [](const std::string& key, std::vector<FactArgument> arguments = {}) {
    return wording::sentence({"choiceMail." + key, std::move(arguments)});
  };
  const std::string shortCode = sent.file.code.substr(0, shownOfCode);
  auto mail =
      exchange::mailDraft({{person->email},
                           {},
                           said("subject", {shortCode}),
                           said("hello", {person->name}) + "\n\n" + said("what") + "\n" +
                               said("until", {momentWords(sent.file.expiresAt)}) + "\n" + said("passphrase") + "\n\n" + said("back") + "\n",
                           {{sent.name, "application/octet-stream", sealed}},
                           workspace.now()});
  if (!mail) return failed(mail);
  return std::optional(PackFile{"mail-" + shortCode + ".eml", *std::move(mail)});
}

Result<void> noteChoiceSent(Workspace& workspace, const ChoiceToSend& sent) {
  const auto kept = workspace.change([&](store::Transaction& in) { return workspace.file().sent().addChoiceFile(in, sent.file); });
  if (!kept) return failed(kept);
  return {};
}

Result<ChoiceSheet> choiceIn(std::string_view document, Instant now) {
  auto sheet = exchange::readChoice(document);
  if (!sheet) return sheet;
  if (!sheet->expiresAt || now > *sheet->expiresAt)
    return refused("expiresAt", "This choice could be opened until " + (sheet->expiresAt ? momentWords(*sheet->expiresAt) : "another day") +
                                    ". Ask the placement officer to send it anew: what was offered may have changed.");
  return sheet;
}

Result<AnswerFile> answerFile(const ChoiceSheet& sheet, disclosure::SheetAnswer answer, Instant now) {
  if (const auto gap = disclosure::gapOf(sheet, answer); gap.of != disclosure::SheetGap::Of::nothing)
    return fail(ErrorCode::invalid, "answer", gap.words + ".");
  if (!sheet.expiresAt || now > *sheet.expiresAt)
    return refused("expiresAt", "This choice has expired while it was open. Ask the placement officer to send it anew.");
  answer.code = sheet.code;
  answer.at = now;
  return AnswerFile{"answer-" + sheet.code.substr(0, shownOfCode) + ".homeward-answer", exchange::answerJson(answer)};
}

Result<ReturnedChoice> readReturnedChoice(Workspace& workspace, std::string_view bytes, std::string_view document) {
  auto& file = workspace.file();
  ReturnedChoice returned;
  returned.digest = digestOf(bytes);
  const auto taken = file.sent().taken(returned.digest);
  if (!taken) return failed(taken);
  if (*taken)
    return refused("file", "This very file was taken in on " + longDate(englandDay((*taken)->at)) + " already. Nothing is recorded twice.");
  auto answer = exchange::readAnswer(document);
  if (!answer) return failed(answer);
  returned.answer = *std::move(answer);
  auto sent = file.sent().choiceFile(returned.answer.code);
  if (!sent) return failed(sent);
  if (!*sent) return refused("code", "This answers a choice that was not sent from this case file.");
  returned.file = **std::move(sent);
  if (returned.file.answeredAt)
    return refused("file", "This choice was answered by file on " + longDate(englandDay(*returned.file.answeredAt)) +
                               " already. Send the choice anew to have another answer.");
  if (workspace.now() > returned.file.expiresAt || returned.answer.at > returned.file.expiresAt)
    return refused("expiresAt", "The choice expired on " + momentWords(returned.file.expiresAt) + ": its answer is late. Send it anew.");
  auto choice = file.decisions().choice(returned.file.choice);
  if (!choice) return failed(choice);
  returned.choice = *std::move(choice);
  const auto waiting = notWaiting(workspace, returned.choice);
  if (!waiting) return failed(waiting);
  if (*waiting) return refused("choice", **waiting + " The answer in the file is not recorded.");
  auto sheet = exchange::readChoice(returned.file.document);
  if (!sheet) return failed(sheet);
  returned.sheet = *std::move(sheet);
  const auto now = choiceSheet(workspace, returned.choice);
  if (!now) return failed(now);
  returned.changed = changes(returned.sheet, *now);
  return returned;
}

Result<std::optional<DecisionId>> takeReturnedChoice(Workspace& workspace, const ReturnedChoice& returned) {
  const auto now = choiceSheet(workspace, returned.choice);
  if (!now) return failed(now);
  if (changes(returned.sheet, *now) != returned.changed)
    return fail(ErrorCode::conflict, "choice", "What the choice is about has changed while you looked. Read the file again and compare.");
  return workspace.change([&](store::Transaction& in) -> Result<std::optional<DecisionId>> {
    if (const auto kept = workspace.file().sent().addTaken(in, returned.digest, returned.file.code.substr(0, shownOfCode)); !kept)
      return failed(kept);
    if (const auto answered = workspace.file().sent().answered(in, returned.file.id); !answered) return failed(answered);
    return recordAnswerIn(workspace, in, returned.choice, returned.answer);
  });
}

}  // namespace homeward::app
