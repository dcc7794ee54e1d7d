// Answers of providers as they come back: the form filled in by hand or by a program, what cannot be read told cell by cell, and files that
// are no answer, or more than one, refused.
#include "exchange/offer_answer.h"

#include "exchange/offer_form.h"
#include "exchange/xlsx_read.h"
#include "filled_form.h"
#include "support/cases.h"

using namespace homeward;
using namespace homeward::tests;
using exchange::Answering;
using exchange::Meets;

namespace {

disclosure::ReferralPack twoSisters() {
  disclosure::ReferralPack pack;
  pack.reference = "K7QF3M-2TRW";
  pack.writtenOn = date(2026, 11, 27);
  pack.neededBy = date(2026, 12, 18);
  disclosure::PackPerson older;
  older.age = 9;
  older.needs = {{NeedDomain::education, 3, true, ""}, {NeedDomain::emotionalHealth, 2, false, ""}};
  older.features = {"garden"};
  older.without = {"dog"};
  disclosure::PackPerson younger;
  younger.age = 6;
  younger.needs = {{NeedDomain::education, 1, false, ""}};
  pack.people = {older, younger};
  return pack;
}

std::string blankForm() {
  const auto bytes = exchange::offerFormXlsx(twoSisters(), "A home is wanted for two sisters.");
  REQUIRE(bytes);
  return *bytes;
}

exchange::OfferAnswer readBack(const std::vector<Filled>& lines) {
  const auto answer = exchange::readOfferAnswer(filledForm(blankForm(), lines));
  INFO((answer ? std::string() : answer.error().detail));
  REQUIRE(answer);
  return *answer;
}

Error refusal(const std::string& bytes) {
  const auto answer = exchange::readOfferAnswer(bytes);
  REQUIRE_FALSE(answer);
  return answer.error();
}

/// The form with one of its parts changed, or one more.
std::string with(const std::string& part, const std::function<void(std::string&)>& change) {
  auto files = unzipped(blankForm());
  change(files[part]);
  return zipped(files);
}
std::string with(const std::string& part, const std::string& before, const std::string& after) {
  return with(part, [&](std::string& text) {
    const auto at = text.find(before);
    REQUIRE(at != std::string::npos);
    text.replace(at, before.size(), after);
  });
}

}  // namespace

TEST_CASE("A form that came back says what its provider wrote in it") {
  const auto answer = readBack({{"answer", "We offer a home"},
                                {"home", "Larch & Alder household"},
                                {"type", "fostering household"},
                                {"district", "zz5"},
                                {"availableFrom", "46364", {}, true},  // 8 December 2026, as a spreadsheet keeps it
                                {"standsUntil", "4 December 2026"},
                                {"days", "90", {}, true},
                                {"impact", "Yes"},
                                {"takes", "1 and 2"},
                                {"price.coreFee", "912.4", "a week", true},
                                {"price.education", "", "in the fee"},
                                {"price.oneOff", "£120", "once"},
                                {"package.1", "£610.00", "a waking night worker"},
                                {"need.0.education", "we meet it with support", "a teacher comes twice a week"},
                                {"need.0.emotionalHealth", "we cannot say yet"},
                                {"need.1.education", "we meet it now"},
                                {"feature.garden", "yes"},
                                {"feature.dog", "no"},
                                {"conditions", "A visit first"},
                                {"why", "They know the school"}});
  for (const auto& problem : answer.problems) UNSCOPED_INFO(problem.where << ": " << problem.what);
  CHECK(answer.problems.empty());
  CHECK(answer.reference == "K7QF3M-2TRW");
  CHECK(answer.answer == Answering::offer);
  CHECK(answer.home == "Larch & Alder household");
  CHECK(answer.type == SettingType::fosteringHousehold);
  CHECK(answer.district == "ZZ5");
  CHECK(answer.availableFrom == date(2026, 12, 8));
  CHECK(answer.standsUntil == date(2026, 12, 4));
  CHECK(answer.days == 90);
  CHECK(answer.impactAssessed == true);
  CHECK(answer.takes == std::vector<std::size_t>{0, 1});
  REQUIRE(answer.prices.size() == 3);
  CHECK(answer.prices[0] == QuoteLine{QuoteItem::coreFee, Charge::weekly, MoneyRange::exactly(Money{91240}), 0, std::nullopt, ""});
  CHECK(answer.prices[1].charge == Charge::inTheFee);
  CHECK(answer.prices[2] == QuoteLine{QuoteItem::oneOff, Charge::once, MoneyRange::exactly(pounds(120)), 0, std::nullopt, ""});
  CHECK(answer.packages == std::vector<SupportPackage>{{"a waking night worker", pounds(610)}});
  CHECK(answer.needs == std::vector<exchange::AnsweredNeed>{{0, NeedDomain::education, Meets::withSupport, "a teacher comes twice a week"},
                                                            {0, NeedDomain::emotionalHealth, Meets::open, ""},
                                                            {1, NeedDomain::education, Meets::now, ""}});
  CHECK(answer.features == std::map<FeatureCode, bool>{{"dog", false}, {"garden", true}});
  CHECK(answer.conditions == "A visit first");
}

TEST_CASE("A form on which nothing was filled in answers nothing") {
  const auto answer = readBack({});
  CHECK_FALSE(answer.answer);
  CHECK(answer.needs.empty());
  CHECK(answer.prices.empty());
  CHECK(answer.problems.empty());
}

TEST_CASE("A decline and a question are known by what they say") {
  CHECK(readBack({{"decline", "no place free"}}).answer == Answering::decline);
  CHECK(readBack({{"decline", "no place free"}}).decline == DeclineReason::full);
  CHECK(readBack({{"question", "Do they share a room?"}}).answer == Answering::question);
}

TEST_CASE("What cannot be read is told with its cell, and the rest counts") {
  const auto answer = readBack({{"answer", "perhaps"},
                                {"home", "Larch household"},
                                {"availableFrom", "soon"},
                                {"price.coreFee", "about nine hundred"},
                                {"price.other", "50", "in the fee", true},
                                {"package.0", "20"},
                                {"need.0.education", "certainly"},
                                {"takes", "both"}});
  CHECK(answer.answer == Answering::offer);  // a home is named
  CHECK(answer.home == "Larch household");
  CHECK_FALSE(answer.availableFrom);
  std::vector<std::string> where;
  for (const auto& problem : answer.problems) {
    where.push_back(problem.where.substr(0, 1));
    UNSCOPED_INFO(problem.where << ": " << problem.what);
    CHECK(problem.what.find('[') == std::string::npos);  // every sentence is in the catalogue
    CHECK(problem.where.size() >= 2);
  }
  CHECK(answer.problems.size() == 7);
}

TEST_CASE("The same answer as JSON") {
  const auto answer = exchange::readOfferAnswer(R"({"schema": "homeward/offer-answer/1", "reference": "K7QF3M-2TRW", "answer": "offer",
    "home": {"name": "Larch household", "type": "childrensHome", "district": "ZZ5"}, "availableFrom": "2026-12-08", "days": 90,
    "impactAssessed": true, "takes": [2], "prices": [{"item": "coreFee", "amount": 912.40, "charge": "weekly"},
    {"item": "education", "charge": "inTheFee"}], "packages": [{"name": "a night worker", "aWeek": "610"}],
    "needs": [{"child": 2, "domain": "education", "meets": "support", "how": "a teacher"}], "features": {"garden": true},
    "conditions": "A visit first"})");
  INFO((answer ? std::string() : answer.error().detail));
  REQUIRE(answer);
  for (const auto& problem : answer->problems) UNSCOPED_INFO(problem.where << ": " << problem.what);
  CHECK(answer->problems.empty());
  CHECK(answer->type == SettingType::childrensHome);
  CHECK(answer->takes == std::vector<std::size_t>{1});
  REQUIRE(answer->prices.size() == 2);
  CHECK(answer->prices[0].amount == MoneyRange::exactly(Money{91240}));
  CHECK(answer->needs == std::vector<exchange::AnsweredNeed>{{1, NeedDomain::education, Meets::withSupport, "a teacher"}});
  CHECK(answer->features.at("garden"));
  CHECK(answer->impactAssessed == true);

  CHECK(refusal(R"({"schema": "homeward/referral-pack/1"})").subject == "schema");
  CHECK(refusal(R"({"schema": "homeward/offer-answer/1"})").subject == "reference");
  CHECK(refusal("[]").subject == "schema");
  CHECK(refusal("Dear all, we offer a home").code == ErrorCode::unreadable);
  // Whatever the members are, they are told and nothing falls over.
  const auto crooked = exchange::readOfferAnswer(R"({"schema": "homeward/offer-answer/1", "reference": "X", "home": 3, "prices": {"a": 1},
    "needs": [1, {"child": "no"}], "features": [], "takes": 7, "question": {"a": 1}, "days": -1})");
  REQUIRE(crooked);
  CHECK(crooked->problems.size() >= 5);
}

TEST_CASE("Whom an offer takes is read when it is plain, and is nobody's guess otherwise") {
  const auto takes = [](const std::string& words) { return readBack({{"home", "Larch"}, {"takes", words}}).takes; };
  CHECK_FALSE(takes("All"));
  CHECK(takes("2") == std::vector<std::size_t>{1});
  CHECK(takes("1, 2") == std::vector<std::size_t>{0, 1});
  for (const char* open : {"only the older girl", "all 3", "2 children", "0", "1 or 2"}) {
    INFO(open);
    CHECK(takes(open) == std::vector<std::size_t>{});
    CHECK(readBack({{"home", "Larch"}, {"takes", open}}).problems.size() == 1);
  }
  const auto json = [](const std::string& value) {
    const auto answer =
        exchange::readOfferAnswer(R"({"schema": "homeward/offer-answer/1", "reference": "X", "answer": "offer", "takes": )" + value + "}");
    REQUIRE(answer);
    return answer->takes;
  };
  CHECK(json(R"(["1"])") == std::vector<std::size_t>{0});
  CHECK(json(R"("2")") == std::vector<std::size_t>{1});
  CHECK(json("[]") == std::vector<std::size_t>{});
  CHECK(json(R"([1, {"a": 2}])") == std::vector<std::size_t>{});
  CHECK_FALSE(json("null"));
}

TEST_CASE("What no quote can hold, and what nobody asked for, is told and left out; the rest counts") {
  const auto form = readBack({{"home", "Larch"},
                              {"price.coreFee", "900", "once", true},
                              {"price.oneOff", "50", "a week", true},
                              {"price.education", "", "in the fee"}});
  CHECK(form.prices.size() == 1);
  CHECK(form.problems.size() == 2);
  const auto json = exchange::readOfferAnswer(R"({"schema": "homeward/offer-answer/1", "reference": "X", "answer": "offer",
    "prices": [{"item": "therapy", "amount": 500, "charge": "weekly"}, {"amount": 1, "charge": "weekly"},
               {"item": "coreFee", "amount": 900, "charge": "weekly"}],
    "needs": [{"child": -9223372036854775808, "domain": "education", "meets": "now"}], "features": [1], "home": "Larch", "prise": 3})");
  REQUIRE(json);
  CHECK(json->prices.size() == 1);
  std::vector<std::string> where;
  for (const auto& problem : json->problems) where.push_back(problem.where);
  std::ranges::sort(where);
  CHECK(where == std::vector<std::string>{"features", "home", "needs[0]", "prices[0]", "prices[1]", "prise"});
}

TEST_CASE("JSON that is wrong everywhere says so shortly, and one that is very large is not looked into") {
  std::string many = R"({"schema": "homeward/offer-answer/1", "reference": "X", "needs": [0)";
  for (int i = 0; i < 400; ++i) many += ",0";
  const auto answer = exchange::readOfferAnswer(many + "]}");
  REQUIRE(answer);
  CHECK(answer->problems.size() == exchange::answerMostProblems + 1);
  std::string larger = R"({"schema": "homeward/offer-answer/1", "reference": "X", "needs": [)" + std::string(2'000'000, ' ') + "]}";
  CHECK(refusal(larger).code == ErrorCode::tooLarge);
  CHECK(refusal("").code == ErrorCode::unreadable);
}

TEST_CASE("A workbook that could do something is refused, and the reason says what to ask for") {
  CHECK(refusal(filledForm(blankForm(), {}).substr(0, 2000)).code == ErrorCode::unreadable);
  CHECK(refusal(zipped(std::map<std::string, std::string>{{"a.txt", "nothing"}})).code == ErrorCode::unreadable);
  CHECK(refusal("\xD0\xCF\x11\xE0 locked").detail.find("password") != std::string::npos);

  const std::string sheet = "xl/worksheets/sheet2.xml";
  const auto sentence = [](const std::string& bytes) {
    const Error error = refusal(bytes);
    CHECK(error.code == ErrorCode::refused);
    return error.detail;
  };
  CHECK(sentence(with(sheet, "<sheetData>", R"(<sheetData><row r="500"><c r="C500"><f>1+1</f><v>2</v></c></row>)"))
            .find("C500 holds a formula") != std::string::npos);
  CHECK(sentence(with("xl/vbaProject.bin", [](std::string& bytes) { bytes = "x"; })).find("macros") != std::string::npos);
  CHECK(sentence(with("[Content_Types].xml", "spreadsheetml.sheet.main", "sheet.macroEnabled.main")).find("macros") != std::string::npos);
  CHECK(sentence(with("xl/externalLinks/externalLink1.xml", [](std::string& bytes) { bytes = "x"; })).find("links") != std::string::npos);
  CHECK(sentence(with("xl/embeddings/oleObject1.bin", [](std::string& bytes) { bytes = "x"; })).find("inside it") != std::string::npos);
  const auto relation = [](const std::string& target) {
    return with("xl/worksheets/_rels/sheet2.xml.rels", [&](std::string& xml) {
      xml = R"(<Relationships><Relationship Id="rId1" Type="hyperlink" Target=")" + target + R"(" TargetMode="External"/></Relationships>)";
    });
  };
  CHECK(sentence(relation("https://elsewhere.example/a")).find("link") != std::string::npos);
  CHECK(sentence(relation("file:///etc/passwd")).find("link") != std::string::npos);
  CHECK(exchange::readOfferAnswer(relation("mailto:larch@alder.example")));  // spreadsheet programs make them of themselves
  CHECK(sentence(with(sheet, "<worksheet", R"(<!DOCTYPE a [<!ENTITY b "bb">]><worksheet)")).find("document type") != std::string::npos);
  CHECK(sentence(with("xl/workbook.xml", R"(sheetId="1")", R"(sheetId="1" state="hidden")")).find("hidden sheet") != std::string::npos);
  CHECK(refusal(with(sheet, [](std::string& xml) { xml = "<worksheet>\xFF"; })).code == ErrorCode::unreadable);
}

TEST_CASE("A workbook that would be very large unpacked is refused by what its directory says, and by what comes out of it") {
  auto parts = [] {
    std::vector<ZipPart> all;
    for (const auto& [name, bytes] : unzipped(blankForm())) all.push_back(stored(name, bytes));
    return all;
  };
  constexpr std::size_t gigabyte = 1'000'000'000;
  auto bomb = parts();
  bomb.push_back(zeros("xl/media/picture1.png", gigabyte, gigabyte));
  const std::string packed = zipped(bomb);
  REQUIRE(packed.size() < exchange::xlsxMostBytes);
  CHECK(refusal(packed).code == ErrorCode::tooLarge);

  // The directory says a kilobyte; fifty megabytes would come out.
  auto liar = parts();
  for (ZipPart& part : liar)
    if (part.name == "xl/worksheets/sheet2.xml") part = zeros(part.name, 50'000'000, 1'000);
  CHECK(refusal(zipped(liar)).code == ErrorCode::unreadable);

  auto many = parts();
  for (int i = 0; i < 1'001; ++i) many.push_back(stored("xl/a" + std::to_string(i), "x"));
  CHECK(refusal(zipped(many)).code == ErrorCode::tooLarge);

  auto twice = parts();
  twice.push_back(twice.front());
  CHECK_FALSE(exchange::readOfferAnswer(zipped(twice)));

  auto linked = parts();
  for (int i = 0; i < 60; ++i) linked.push_back(stored("xl/" + std::to_string(i) + "/_rels/a.rels", "<Relationships/>"));
  CHECK(refusal(zipped(linked)).code == ErrorCode::tooLarge);

  // One long text that many cells share.
  auto files = unzipped(blankForm());
  files["xl/sharedStrings.xml"] = "<sst><si><t>" + std::string(100'000, 'a') + "</t></si></sst>";
  std::string rows;
  for (int i = 1; i < 5'000; ++i) rows += "<row><c r=\"A" + std::to_string(i) + "\" t=\"s\"><v>0</v></c></row>";
  files["xl/worksheets/sheet2.xml"] = "<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
  CHECK(refusal(zipped(files)).code == ErrorCode::tooLarge);
}

TEST_CASE("A form of another version, without its reference or with its keys gone is no form") {
  CHECK(refusal(with("xl/sharedStrings.xml", "homeward/offer-form/1", "homeward/offer-form/9")).subject == "form");
  CHECK(refusal(with("xl/sharedStrings.xml", "K7QF3M-2TRW", " ")).subject == "reference");
  CHECK(refusal(with("xl/sharedStrings.xml", "<t>form</t>", "<t>shape</t>")).subject == "form");
}

TEST_CASE("However a form is damaged, it is read or refused with a reason, and nothing else") {
  const std::string form = filledForm(blankForm(), {{"home", "Larch household"}, {"price.coreFee", "900", "a week"}});
  const auto files = unzipped(form);
  const auto damaged = [](std::string bytes) {
    const auto changes = *rc::gen::inRange<std::size_t>(1, 6);
    for (std::size_t i = 0; i < changes; ++i)
      bytes[*rc::gen::inRange<std::size_t>(0, bytes.size())] = static_cast<char>(*rc::gen::inRange(0, 256));
    if (*rc::gen::inRange(0, 4) == 0) bytes.resize(*rc::gen::inRange<std::size_t>(0, bytes.size()));
    return bytes;
  };
  holdsFor(2000, "damaged forms", [&] {
    // The archive itself, or a part of it before it is packed.
    auto parts = files;
    const bool within = *rc::gen::arbitrary<bool>();
    if (within) {
      const std::string part = *rc::gen::element<std::string>("xl/worksheets/sheet2.xml", "xl/sharedStrings.xml", "xl/workbook.xml");
      parts[part] = damaged(parts[part]);
    }
    const auto answer = exchange::readOfferAnswer(within ? zipped(parts) : damaged(form));
    RC_CLASSIFY(answer.has_value(), "read");
    if (!answer) RC_ASSERT_FALSE(answer.error().detail.empty());
    if (answer) RC_ASSERT_FALSE(answer->reference.empty());
  });
}
