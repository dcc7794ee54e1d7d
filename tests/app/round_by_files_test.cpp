// A whole round with files alone: the referral goes out by mail drafts, forms come back, the choice goes by a mail draft to another machine
// and its answer comes back, until the child has moved in. Files that were changed, have expired, come twice or are opened by the wrong
// passphrase are refused, and nothing changes.
#include <fstream>
#include <sstream>

#include "app/choice_file.h"
#include "app/choice_sheet.h"
#include "secrets/digest.h"
#include "secrets/sealed.h"
#include "sent.h"

using namespace homeward;
using namespace homeward::tests;

namespace {

std::string decoded(std::string_view text) {
  std::string bytes;
  std::uint32_t bits = 0;
  int held = 0;
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  for (const char c : text) {
    const auto value = letters.find(c);
    if (value == std::string_view::npos) continue;
    bits = bits << 6U | static_cast<std::uint32_t>(value);
    held += 6;
    if (held >= 8) bytes.push_back(static_cast<char>(bits >> static_cast<unsigned>(held -= 8) & 0xFFU));
  }
  return bytes;
}

/// What a mail program saves of a draft: its attachments by name.
std::map<std::string, std::string> attachmentsOf(const std::string& mail) {
  std::map<std::string, std::string> files;
  for (std::size_t at = mail.find("Content-Disposition: attachment"); at != std::string::npos;
       at = mail.find("Content-Disposition: attachment", at + 1)) {
    const auto from = mail.find("filename=", at) + 9;
    std::string name = mail.substr(from, mail.find_first_of("\r\n;", from) - from);
    std::erase(name, '"');
    const auto body = mail.find("\r\n\r\n", at) + 4;
    files[name] = decoded(std::string_view(mail).substr(body, mail.find("\r\n--", body) - body));
  }
  return files;
}

/// Everything that a case file holds, by the head of its history: any change moves it.
std::string stateOf(app::Workspace& workspace) { return *workspace.file().history().head(); }

std::string attachmentEndingWith(const std::string& mail, const std::string& ending) {
  for (const auto& [name, bytes] : attachmentsOf(mail))
    if (name.ends_with(ending)) return bytes;
  FAIL("no attachment " << ending);
  return {};
}

constexpr std::string_view passphrase = "acorn bell cello daisy";

}  // namespace

TEST_CASE("A round with files alone ends in a placement; what is not as it was sent changes nothing") {
  // The officer's machine, and the social worker's with a case file of its own.
  const Sent sent;
  auto& office = *sent.workspace;
  const DemoOnDisk elsewhere;
  const std::string before = stateOf(*elsewhere.workspace);

  // Each provider gets its mail, fills in the form and sends it back.
  std::vector<std::string> forms;
  for (const app::PackFile& file : sent.files.files)
    if (file.name.ends_with(".eml")) forms.push_back(attachmentEndingWith(file.bytes, ".xlsx"));
  REQUIRE(forms.size() == 2);
  const std::vector<std::pair<std::string, std::string>> prices{{"Samphire household", "910"}, {"Marram household", "880"}};
  for (std::size_t i = 0; i < forms.size(); ++i) {
    const std::string filled = filledForm(forms[i], {{"answer", "we offer a home"},
                                                     {"home", prices[i].first},
                                                     {"availableFrom", "27/11/2026"},
                                                     {"price.coreFee", prices[i].second, "a week", true},
                                                     {"need.0.education", "we meet it now"},
                                                     {"need.0.emotionalHealth", "we meet it now"}});
    // A form that was changed so that its reference is none of ours, or cut off on its way, is refused.
    const std::string state = stateOf(office);
    auto parts = unzipped(filled);
    const std::string reference = sent.files.forms[i].reference;
    auto& words = parts["xl/sharedStrings.xml"];
    for (auto at = words.find(reference); at != std::string::npos; at = words.find(reference))
      words.replace(at, reference.size(), "AAAAAA-AAAA");
    CHECK(app::readReturnedAnswer(office, zipped(parts)).error().subject == "reference");
    CHECK_FALSE(app::readReturnedAnswer(office, filled.substr(0, filled.size() / 2)));
    CHECK(stateOf(office) == state);
    const auto taken = app::takeReturnedAnswer(office, sent.read(filled), app::TakeAs::newOffer);
    INFO((taken ? std::string() : taken.error().detail));
    REQUIRE(taken);
    const std::string after = stateOf(office);
    CHECK(app::readReturnedAnswer(office, filled).error().code == ErrorCode::refused);  // it comes twice
    CHECK(stateOf(office) == after);
  }

  // The choice goes to the social worker.
  std::vector<OptionId> options;
  for (const Offer& offer : sent.offers()) options.push_back(sent.optionOf(sent.referral, offer.id));
  const auto choice = app::sendChoice(office, {sent.referral,
                                               options,
                                               {"Nearest", "As near, cheaper"},
                                               sent.person("S. Quill"),
                                               office.today() + std::chrono::days{3},
                                               "Two were asked, and both offered"});
  INFO((choice ? std::string() : choice.error().detail));
  REQUIRE(choice);
  const auto made = app::choiceToSend(office, *choice, office.now() + std::chrono::hours{72});
  REQUIRE(made);
  const auto sealed = secrets::sealed(made->file.document, passphrase);
  REQUIRE(sealed);
  REQUIRE(app::noteChoiceSent(office, *made));
  const auto mail = app::choiceMail(office, *made, *sealed);
  REQUIRE(mail);
  REQUIRE(*mail);
  const std::string arrived = attachmentEndingWith((*mail)->bytes, ".homeward-choice");
  CHECK(arrived == *sealed);
  CHECK((*mail)->bytes.find("Fritillary") == std::string::npos);
  CHECK((*mail)->bytes.find(passphrase) == std::string::npos);

  // On the other machine.
  CHECK(secrets::unsealed(arrived, "acorn bell cello").error().subject == "passphrase");
  std::string changed = arrived;
  changed[changed.size() / 2] = static_cast<char>(changed[changed.size() / 2] ^ 4);
  CHECK(secrets::unsealed(changed, passphrase).error().subject == "file");
  const auto document = secrets::unsealed(arrived, passphrase);
  REQUIRE(document);
  CHECK(app::choiceIn(*document, made->file.expiresAt + std::chrono::minutes{1}).error().subject == "expiresAt");
  const auto sheet = app::choiceIn(*document, elsewhere.workspace->now());
  REQUIRE(sheet);
  disclosure::SheetAnswer answer;
  answer.chosen = options[0].value;
  answer.reasons = {{options[0].value, std::nullopt, "Near her grandmother"}, {options[1].value, NotChosen::needsLessWellMet, ""}};
  answer.decidedBy = sheet->sentTo;
  for (const auto& person : sheet->persons)
    if (person.name == "J. Thimble") answer.agreedBy = person.number;
  const auto written = app::answerFile(*sheet, answer, elsewhere.workspace->now());
  INFO((written ? std::string() : written.error().detail));
  REQUIRE(written);
  const auto back = secrets::sealed(written->document, passphrase);
  REQUIRE(back);
  CHECK(stateOf(*elsewhere.workspace) == before);  // nothing of it stays there
  CHECK_FALSE(app::readReturnedChoice(*elsewhere.workspace, *back, written->document));

  // Back with the officer.
  const std::string state = stateOf(office);
  std::string mangled = *back;
  mangled.back() = static_cast<char>(mangled.back() ^ 1);
  CHECK_FALSE(secrets::unsealed(mangled, passphrase));
  CHECK_FALSE(secrets::unsealed(*back, "acorn bell"));
  CHECK_FALSE(app::readReturnedChoice(office, arrived, *document));  // the choice itself is no answer
  CHECK(stateOf(office) == state);
  const auto returned = app::readReturnedChoice(office, *back, *secrets::unsealed(*back, passphrase));
  INFO((returned ? std::string() : returned.error().detail));
  REQUIRE(returned);
  const auto decision = app::takeReturnedChoice(office, *returned);
  INFO((decision ? std::string() : decision.error().detail));
  REQUIRE(decision);
  REQUIRE(*decision);
  const std::string decidedState = stateOf(office);
  CHECK_FALSE(app::readReturnedChoice(office, *back, written->document));  // it comes twice
  CHECK(stateOf(office) == decidedState);
  const auto started = app::startPlacement(office, **decision, office.today());
  INFO((started ? std::string() : started.error().detail));
  REQUIRE(started);
  const auto placement = office.file().placements().get(started->front());
  REQUIRE(placement);
  CHECK(placement->setting == sent.household.id);
  CHECK(office.file().verify()->sound());
}
