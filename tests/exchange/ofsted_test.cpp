#include "exchange/ofsted.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <numeric>

#include "exchange/authority_names.h"
#include "exchange/rows.h"
#include "support/cases.h"
#include "support/catch.h"
#include "support/text.h"

using namespace homeward;
using namespace homeward::exchange;
using homeward::tests::Rows;
using homeward::tests::rowsOf;

namespace {

std::string bytesOf(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string sample() { return bytesOf(std::filesystem::path(HOMEWARD_TEST_DATA) / "ofsted_sample.csv"); }

std::string written(const Rows& rows, char delimiter = ',') {
  std::string bytes;
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      std::string field = row[i];
      for (std::size_t at = 0; (at = field.find('"', at)) != std::string::npos; at += 2) field.insert(at, 1, '"');
      bytes += (i == 0 ? "" : std::string(1, delimiter)) + "\"" + field + "\"";
    }
    bytes += "\r\n";
  }
  return bytes;
}

/// As Ofsted publishes it: a byte-order mark, three lines above the header, line breaks inside header names.
std::string asPublished(Rows rows) {
  for (auto& name : rows.front()) std::ranges::replace(name, ' ', '\n');
  const std::size_t width = rows.front().size();
  for (const auto* line : {"1 The information is Ofsted's, \"as at\" 31 March 2025.", "", "Providers and their latest inspection"}) {
    std::vector<std::string> above(width);
    above.front() = line;
    rows.insert(rows.begin(), above);
  }
  return "\xEF\xBB\xBF" + written(rows);
}

OfstedOptions lancashire() {
  OfstedOptions options;
  options.responsibleCode = "E10000017";
  return options;
}

OfstedImport imported(const std::string& bytes, const OfstedOptions& options = lancashire()) {
  auto read = readOfstedText(bytes, options);
  if (!read) FAIL(read.error().detail);
  return std::move(*read);
}

Error refusal(const std::string& bytes) {
  const auto read = readOfstedText(bytes, lancashire());
  REQUIRE_FALSE(read);
  return read.error();
}

const Setting& settingOf(const OfstedImport& import, std::string_view urn) {
  const auto found =
      std::ranges::find_if(import.settings, [urn](const OfstedSetting& each) { return each.setting.registration->urn == urn; });
  REQUIRE(found != import.settings.end());
  return found->setting;
}
const Provider& ownerOf(const OfstedImport& import, std::string_view urn) {
  const auto found =
      std::ranges::find_if(import.settings, [urn](const OfstedSetting& each) { return each.setting.registration->urn == urn; });
  REQUIRE(found != import.settings.end());
  return import.providers.at(found->provider);
}

bool sameMarket(const OfstedImport& a, const OfstedImport& b) {
  return a.providers == b.providers && a.counts == b.counts &&
         std::ranges::equal(a.settings, b.settings, [](const OfstedSetting& x, const OfstedSetting& y) {
           return x.provider == y.provider && x.setting == y.setting;
         });
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a registered home is a setting of its owner, known to its authority only") {
  const auto import = imported(sample());
  CHECK(import.problems.count() == 0);
  const Setting& home = settingOf(import, "9000001");
  CHECK(home.name == "Children's home, URN 9000001");
  CHECK(home.type == SettingType::childrensHome);
  CHECK(home.place == Place{"", std::nullopt, "E06000047"});
  CHECK(home.registration->status == RegistrationStatus::active);
  CHECK(home.registration->since == date(2020, 6, 25));
  CHECK(home.registration->places == 4);
  CHECK(home.registration->inspection == Inspection{Grade::requiresImprovement, date(2024, 11, 5)});
  CHECK_FALSE(home.terms.shortBreaksOnly);
  CHECK_FALSE(home.terms.limitsKnown);
  CHECK_FALSE(home.vacancy);
  CHECK(home.source == "ofsted");
  const Setting& shortBreaks = settingOf(import, "9000002");
  CHECK(shortBreaks.terms.shortBreaksOnly);
  CHECK(shortBreaks.registration->status == RegistrationStatus::suspended);
  CHECK_FALSE(shortBreaks.registration->inspection);
  CHECK(settingOf(import, "SC900005").type == SettingType::secureHome);
  const Setting& school = settingOf(import, "SC900006");
  CHECK(school.type == SettingType::residentialSchool);
  CHECK(school.name == "Hawthorn School");
  CHECK(school.place == Place{"ZZ1 2AB", std::nullopt, "E10000034"});
  const Setting& family = settingOf(import, "9000007");
  CHECK(family.type == SettingType::familyCentre);
  CHECK(family.terms.parentAndChild);
}

TEST_CASE("one organisation is one provider, and a council's own homes are in-house") {
  const auto import = imported(sample());
  CHECK(ownerOf(import, "9000001").name == "Bramble & Rowan Care Ltd");
  CHECK(ownerOf(import, "9000001").sector == Sector::privateSector);
  CHECK_FALSE(ownerOf(import, "9000001").registration);
  CHECK(ownerOf(import, "9000003").sector == Sector::inHouse);
  CHECK(ownerOf(import, "SC900006").name == "Hawthorn School");  // its owner is not published
  OfstedOptions elsewhere;
  elsewhere.responsibleCode = "E06000047";
  CHECK(ownerOf(imported(sample(), elsewhere), "9000003").sector == Sector::otherAuthority);
  OfstedOptions byName;
  byName.responsibleName = "Lancashire Council";
  CHECK(ownerOf(imported(sample(), byName), "9000003").sector == Sector::inHouse);
}

TEST_CASE("agencies and undertakings are someone to ask, without a place") {
  const auto import = imported(sample());
  std::vector<Provider> asked;
  std::ranges::copy_if(import.providers, std::back_inserter(asked), &Provider::toAsk);
  REQUIRE(asked.size() == 2);
  CHECK(asked[0].name == "Linnet Fostering");
  CHECK(asked[0].asksFor == SettingType::fosteringHousehold);
  CHECK(asked[0].sector == Sector::voluntary);
  CHECK(asked[0].areas.empty());
  CHECK(asked[0].registration->inspection == Inspection{Grade::outstanding, date(2023, 11, 20)});
  CHECK(asked[1].asksFor == SettingType::supportedAccommodation);
  CHECK(asked[1].registration->inspection == Inspection{Grade::strong, date(2025, 1, 10)});
  CHECK(import.settings.size() == 7);
}

TEST_CASE("what is no home for a looked-after child is counted with its reason") {
  const auto import = imported(sample());
  REQUIRE(import.counts.size() == 8);
  CHECK(import.counts[0] == ProvisionCount{"Children's home", 4, 4, 0, 0, std::nullopt});
  CHECK(import.counts[6] == ProvisionCount{"Voluntary Adoption Agency", 1, 0, 0, 1, LeftOut::adoption});
  CHECK(import.counts[7] == ProvisionCount{"Boarding School", 1, 0, 0, 1, LeftOut::boarding});
  CHECK(import.rows == 11);
}

TEST_CASE("the form of the file does not matter") {
  const auto plain = imported(sample());
  const Rows rows = rowsOf(sample()).rows;
  SECTION("as published") { CHECK(sameMarket(imported(asPublished(rows)), plain)); }
  SECTION("semicolons") { CHECK(sameMarket(imported(written(rows, ';')), plain)); }
  SECTION("tabs") { CHECK(sameMarket(imported(written(rows, '\t')), plain)); }
  SECTION("UTF-16") {
    CHECK(sameMarket(imported(tests::utf16(sample(), false)), plain));
    CHECK(sameMarket(imported(tests::utf16(sample(), true)), plain));
  }
  SECTION("columns in another order") {
    Rows turned = rows;
    for (auto& row : turned) std::ranges::reverse(row);
    CHECK(sameMarket(imported(written(turned)), plain));
  }
  SECTION("columns as other years call them") {
    std::string renamed = sample();
    const auto call = [&renamed](std::string_view from, std::string_view to) { renamed.replace(renamed.find(from), from.size(), to); };
    call("Places", "Number of registered places");
    call("Organisation which owns the provider", "Owner name");
    call("Overall experiences and progress of children and young people", "Overall effectiveness");
    call("Short-break-only children's home", "SHORT BREAK ONLY  CHILDREN’S HOME");
    CHECK(sameMarket(imported(renamed), plain));
  }
}

TEST_CASE("missing columns are named, with what may have become of them") {
  const Rows rows = rowsOf(sample()).rows;
  SECTION("renamed to something unknown") {
    Rows renamed = rows;
    *std::ranges::find(renamed.front(), "Registration status") = "Registration state";
    const Error error = refusal(written(renamed));
    CHECK(error.code == ErrorCode::invalid);
    CHECK(has(error.detail, "lacks the column \"Registration status\""));
    CHECK(has(error.detail, "\"Registration state\" is nearest to \"Registration status\""));
  }
  SECTION("taken away") {
    Rows shorter = rows;
    const auto at = std::ranges::find(shorter.front(), "Sector") - shorter.front().begin();
    for (auto& row : shorter) row.erase(row.begin() + at);
    const Error error = refusal(written(shorter));
    CHECK(has(error.detail, "\"Sector\""));
    CHECK_FALSE(has(error.detail, "renamed"));
  }
  SECTION("twice there") {
    Rows doubled = rows;
    for (auto& row : doubled) row.push_back(row[1]);
    CHECK(has(refusal(written(doubled)).detail, "\"URN\" twice"));
  }
}

TEST_CASE("a file that is not the whole list is refused in plain words") {
  CHECK(has(refusal("").detail, "not Ofsted's provider list"));
  CHECK(has(refusal("name,age\nWren,7\n").detail, "not Ofsted's provider list"));
  CHECK(has(refusal(sample().substr(0, sample().find('\n') + 1)).detail, "no rows"));
  const std::string cut = sample().substr(0, sample().size() - 60);
  const Error error = refusal(cut);
  CHECK(error.subject == "line 12");
  CHECK(has(error.detail, "cut off"));
  CHECK(refusal("PK\x03\x04 and so on").code == ErrorCode::unreadable);
  using namespace std::string_literals;
  CHECK(has(refusal(sample() + "\0\0"s).detail, "not a text file"));
}

TEST_CASE("a row or value that is not understood is a problem of its line, and nothing is guessed") {
  Rows rows = rowsOf(sample()).rows;
  const auto at = [&rows](std::string_view column) {
    return static_cast<std::size_t>(std::ranges::find(rows.front(), column) - rows.front().begin());
  };
  rows[1][at("Provision type")] = "Moon base";
  rows[2][at("Registration status")] = "Perhaps";
  rows[3][at("URN")] = rows[5][at("URN")] = "SC900005";
  rows[4][at("Sector")] = "";
  rows[6][at("Registration date")] = "31/02/2024";
  rows[6][at("Places")] = "many";
  rows[6][at("Local authority")] = "Wendmoor";
  rows[7][at("Overall experiences and progress of children and young people")] = "Splendid";
  rows[8].push_back("one too many");
  rows[9].pop_back();
  const auto import = imported(written(rows));
  std::map<std::int64_t, std::vector<std::string>> columns;
  for (const auto& problem : import.problems.first()) columns[problem.line].push_back(problem.column);
  CHECK(columns[2] == std::vector<std::string>{"Provision type"});
  CHECK(columns[3] == std::vector<std::string>{"Registration status"});
  CHECK(columns[5] == std::vector<std::string>{"Sector"});
  CHECK(columns[6] == std::vector<std::string>{"URN"});
  CHECK(columns[7] == std::vector<std::string>{"Registration date", "Places", "Local authority"});
  CHECK(columns[8] == std::vector<std::string>{"Overall experiences and progress of children and young people"});
  CHECK(columns[9] == std::vector<std::string>{""});
  CHECK(columns[10] == std::vector<std::string>{""});
  CHECK(import.problems.count() == 10);
  CHECK(import.problems.skippedRows() == 6);
  const Setting& school = settingOf(import, "SC900006");
  CHECK_FALSE(school.registration->since);
  CHECK_FALSE(school.registration->places);
  CHECK(school.place.authority.empty());
  CHECK_FALSE(settingOf(import, "9000007").registration->inspection);
}

TEST_CASE("the published list of March 2025 comes in whole, in both forms") {
  const std::string file = "ofsted/providers_2025-03-31.csv";
  if (!tests::hasReference(file)) {
    WARN("skipped: " << file << " is not here");
    return;
  }
  const auto read = readOfsted(tests::reference(file), {});
  REQUIRE(read);
  const OfstedImport& import = *read;
  CHECK(import.rows == 5600);
  std::map<std::string, std::int64_t> rows;
  for (const auto& count : import.counts) {
    rows[count.type] = count.rows;
    CHECK(count.rows == count.settings + count.toAsk + count.leftOut);
  }
  CHECK(rows == std::map<std::string, std::int64_t>{{"Adoption Support Agency", 29},
                                                    {"Boarding School", 51},
                                                    {"Children's home", 3946},
                                                    {"Further Education College with Residential Accommodation", 34},
                                                    {"Independent Fostering Agency", 339},
                                                    {"Residential Family Centre", 110},
                                                    {"Residential Holiday Scheme for Disabled Children", 10},
                                                    {"Residential Special School", 95},
                                                    {"Residential special school (registered as a children's home)", 49},
                                                    {"Secure Training Centre", 1},
                                                    {"Secure children's home", 14},
                                                    {"Supported Accommodation", 893},
                                                    {"Voluntary Adoption Agency", 29}});
  CHECK(import.settings.size() == 3946 + 49 + 14 + 95 + 110);
  CHECK(std::ranges::count_if(import.providers, &Provider::toAsk) == 339 + 893);
  CHECK(std::ranges::count_if(import.settings, [](const OfstedSetting& each) { return each.setting.terms.shortBreaksOnly; }) == 125);
  CHECK(std::ranges::count_if(import.settings, [](const OfstedSetting& each) {
          return each.setting.registration->status == RegistrationStatus::suspended;
        }) == 11);
  CHECK(std::ranges::all_of(import.settings,
                            [](const OfstedSetting& each) { return !each.setting.place.authority.empty() && !each.setting.place.point; }));
  CHECK(import.problems.count() == 0);
  for (const auto& problem : import.problems.first()) UNSCOPED_INFO(problem.line << " " << problem.column << ": " << problem.message);
  CHECK(sameMarket(imported(asPublished(rowsOf(bytesOf(tests::reference(file))).rows), {}), import));
}

TEST_CASE("every authority that Ofsted names is known, but for those in Wales") {
  const std::string file = "ofsted/providers_2025-03-31.csv";
  if (!tests::hasReference(file)) {
    WARN("skipped: " << file << " is not here");
    return;
  }
  std::map<std::string, std::string> codes;
  std::size_t column = 0;
  REQUIRE(readCsv(tests::reference(file), {}, [&](const CsvRow& row) -> Result<void> {
    if (row.line == 1)
      column = static_cast<std::size_t>(std::ranges::find(row.fields, "Local authority") - row.fields.begin());
    else
      codes[row.fields[column]] = AuthorityNames::england().code(row.fields[column]).value_or("");
    return {};
  }));
  std::vector<std::string> unknown;
  std::map<std::string, int> byCode;
  for (const auto& [name, code] : codes) code.empty() ? unknown.push_back(name) : static_cast<void>(++byCode[code]);
  CHECK(unknown == std::vector<std::string>{"Cardiff", "Conwy", "Newport", "Wrexham"});
  CHECK(byCode.size() == 153);
}
