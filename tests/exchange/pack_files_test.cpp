// What a referral goes to providers by: JSON, the form for an offer, mail drafts. They hold what the pack holds and nothing besides.
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "exchange/mail_draft.h"
#include "exchange/offer_form.h"
#include "exchange/pack_json.h"
#include "support/catch.h"
#include "unzipped.h"

using namespace homeward;
using namespace homeward::tests;

namespace {

disclosure::ReferralPack aPack() {
  disclosure::ReferralPack pack;
  pack.reference = "K7QF3M-57";
  pack.writtenOn = date(2026, 11, 27);
  pack.answerBy = Instant{date(2026, 12, 1)} + std::chrono::hours{17};
  pack.neededBy = date(2026, 12, 18);
  pack.from = {"ZZ5"};
  pack.withinMilesOfHome = 10.0;
  pack.settingTypes = {SettingType::fosteringHousehold};
  disclosure::PackPerson girl;
  girl.age = 9;
  girl.needs = {{NeedDomain::education, 3, true, "Reads a page a day"}, {NeedDomain::emotionalHealth, 2, false, ""}};
  girl.features = {"garden"};
  girl.without = {"dog"};
  pack.people = {girl};
  pack.words = "[the child] likes bees & \"mud\" <very>; =1+1";
  return pack;
}

struct Scratch {
  std::filesystem::path path = std::filesystem::temp_directory_path() / ("homeward-mail-" + std::to_string(std::rand()));
  Scratch() { std::filesystem::create_directories(path); }
  ~Scratch() { std::filesystem::remove_all(path); }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
};

}  // namespace

TEST_CASE("A pack as JSON says what the pack says, in codes") {
  const auto document = nlohmann::json::parse(exchange::packJson(aPack()));
  CHECK(document.at("schema") == "homeward/referral-pack/1");
  CHECK(document.at("reference") == "K7QF3M-57");
  CHECK(document.at("neededBy") == "2026-12-18");
  CHECK(document.at("answerBy") == "2026-12-01T17:00:00Z");
  CHECK(document.at("neededDays").is_null());
  CHECK(document.at("withinMilesOfHome") == 10.0);
  CHECK(document.at("people").at(0).at("needs").at(0).at("domain") == "education");
  CHECK(document.at("people").at(0).at("needs").at(0).at("essential") == true);
  CHECK(document.at("words") == aPack().words);
  CHECK(exchange::packJson(aPack()) == exchange::packJson(aPack()));
}

TEST_CASE("The form asks for everything that an offer is compared by, and holds nothing that is not seen") {
  const auto lines = exchange::offerForm(aPack());
  const auto has = [&](const std::string& key) {
    return std::any_of(lines.begin(), lines.end(), [&](const exchange::FormLine& line) { return line.key == key; });
  };
  for (const char* key : {"form", "reference", "answer", "decline", "home", "availableFrom", "standsUntil", "price.coreFee",
                          "price.education", "need.0.education", "need.0.emotionalHealth", "feature.garden", "feature.dog", "conditions"}) {
    INFO(key);
    CHECK(has(key));
  }
  CHECK_FALSE(has("takes"));  // there is one child
  const auto bytes = exchange::offerFormXlsx(aPack(), "A home is wanted.\n- Girl, 9 years old\n=1+1");
  REQUIRE(bytes);
  const auto files = unzipped(*bytes);
  std::string all;
  for (const auto& [name, text] : files) {
    INFO(name);
    for (const char* unwanted : {"vbaProject", "externalLink", "comments", "drawing", "customXml"})
      CHECK(name.find(unwanted) == std::string::npos);
    all += text;
  }
  CHECK(all.find("K7QF3M-57") != std::string::npos);
  CHECK(all.find("state=\"hidden\"") == std::string::npos);
  CHECK(all.find("hidden=\"1\"") == std::string::npos);
  CHECK(all.find("<f>") == std::string::npos);  // "=1+1" is words
  CHECK(all.find("macro") == std::string::npos);
  const std::string core = files.at("docProps/core.xml");
  CHECK(core.find("<dc:creator></dc:creator>") != std::string::npos);
  CHECK(core.find("<cp:lastModifiedBy></cp:lastModifiedBy>") != std::string::npos);
  CHECK(exchange::offerFormXlsx(aPack(), "x").value() == exchange::offerFormXlsx(aPack(), "x").value());
}

TEST_CASE("A mail draft names no machine, keeps blind copies and carries its attachments whole") {
  exchange::MailDraft draft;
  draft.blindCopies = {"office@example.org", "night@example.net"};
  draft.subject = "A home is wanted (K7QF3M) \xE2\x80\x93 today";
  draft.words =
      "Hello,\n\nplease answer by 5 o\xE2\x80\x99"
      "clock.\n.\nFrom here on\n" +
      std::string(1200, 'x') + "\n";
  draft.attachments = {{"referral-K7QF3M.pdf", "application/pdf", std::string("%PDF-1.4\0\xFF\n", 11)}};
  draft.on = Instant{date(2026, 11, 27)} + std::chrono::hours{14};
  const auto mail = exchange::mailDraft(draft);
  REQUIRE(mail);
  CHECK(mail->find("Bcc: office@example.org, night@example.net") != std::string::npos);
  CHECK(mail->find("X-Unsent: 1") != std::string::npos);
  CHECK(mail->find("Message-I") == std::string::npos);
  CHECK(mail->find("Received") == std::string::npos);
  CHECK(exchange::mailDraft(draft).value() == *mail);

  draft.to = {"not an address"};
  CHECK(exchange::mailDraft(draft).error().subject == "address");
  draft.to = {"a@example.org\r\nBcc: b@example.org"};
  CHECK(exchange::mailDraft(draft).error().subject == "address");
  draft.to.clear();
  draft.subject = "One\r\nBcc: c@example.org";
  CHECK(exchange::mailDraft(draft).error().subject == "subject");
}

TEST_CASE("Python's mail parser reads a draft as it was written") {
  if (std::system("python3 -c 'import email' > /dev/null 2>&1") != 0) {
    WARN("skipped: needs python3");
    return;
  }
  exchange::MailDraft draft;
  draft.to = {"office@example.org"};
  draft.subject = "A home is wanted (K7QF3M) \xE2\x80\x93 for two, please, with a garden and a great deal of patience, by Friday";
  draft.words =
      "Hello,\n\nplease answer by 5 o\xE2\x80\x99"
      "clock.\n.\nFrom here on\n";
  draft.attachments = {{"referral-K7QF3M.pdf", "application/pdf", std::string("%PDF-1.4\0\xFF\n\r\n=3D", 16)},
                       {"offer-K7QF3M.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "PK"}};
  draft.on = Instant{date(2026, 11, 27)} + std::chrono::hours{14};
  const auto mail = exchange::mailDraft(draft);
  REQUIRE(mail);
  const Scratch scratch;
  std::ofstream(scratch.path / "draft.eml", std::ios::binary) << *mail;
  std::ofstream(scratch.path / "read.py") << R"(
import email, email.policy, sys
with open(sys.argv[1], 'rb') as f: m = email.message_from_binary_file(f, policy=email.policy.default)
assert not m.defects, m.defects
print(m['subject'])
print(m['to'])
print(m['date'])
print(m.get_body().get_content().replace('\r\n', '\n').encode('unicode_escape').decode())
for a in m.iter_attachments():
    assert not a.defects, a.defects
    print(a.get_filename(), a.get_content_type(), a.get_content().hex())
)";
  const std::string command = "python3 " + (scratch.path / "read.py").string() + " " + (scratch.path / "draft.eml").string() + " > " +
                              (scratch.path / "out").string();
  REQUIRE(std::system(command.c_str()) == 0);
  std::ifstream in(scratch.path / "out");
  const std::string out((std::istreambuf_iterator<char>(in)), {});
  INFO(out);
  CHECK(out.find(draft.subject + "\n") == 0);
  CHECK(out.find("office@example.org\n") != std::string::npos);
  CHECK(out.find("Fri, 27 Nov 2026 14:00:00 +0000") != std::string::npos);
  CHECK(out.find("5 o\\u2019clock.\\n.\\nFrom here on\\n") != std::string::npos);
  CHECK(out.find("referral-K7QF3M.pdf application/pdf 255044462d312e3400ff0a0d0a3d3344") != std::string::npos);
  CHECK(out.find("offer-K7QF3M.xlsx application/vnd.openxmlformats-officedocument.spreadsheetml.sheet 504b") != std::string::npos);
}
