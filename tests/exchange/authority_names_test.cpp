#include "exchange/authority_names.h"

#include <map>
#include <set>

#include "exchange/rows.h"
#include "support/cases.h"
#include "support/catch.h"

using namespace homeward;
using namespace homeward::exchange;

TEST_CASE("an authority is known by each of its names") {
  const auto& names = AuthorityNames::england();
  const auto is = [&names](std::string_view name) { return names.code(name).value_or("none"); };
  for (const auto* durham : {"County Durham", "Durham", "Durham County Council", "DURHAM"}) CHECK(is(durham) == "E06000047");
  for (const auto* bristol : {"Bristol, City of", "Bristol", "City of Bristol", "Bristol City Council"}) CHECK(is(bristol) == "E06000023");
  for (const auto* hull : {"Kingston upon Hull", "Kingston upon Hull, City of", "Hull City Council"}) CHECK(is(hull) == "E06000010");
  for (const auto* name : {"Herefordshire", "Herefordshire, County of"}) CHECK(is(name) == "E06000019");
  for (const auto* name : {"St. Helens", "St Helens", "St Helens Metropolitan Borough Council"}) CHECK(is(name) == "E08000013");
  for (const auto* name : {"Southend on Sea", "Southend-on-Sea"}) CHECK(is(name) == "E06000033");
  for (const auto* name : {"Bournemouth, Christchurch & Poole", "BCP Council"}) CHECK(is(name) == "E06000058");
  for (const auto* name : {"Brighton & Hove City Council", "Brighton and Hove"}) CHECK(is(name) == "E06000043");
  CHECK(is("London Borough of Hammersmith & Fulham") == "E09000013");
  CHECK(is("Newcastle City Council") == "E08000021");
  CHECK(is("City of York") == "E06000014");
  CHECK(is("City of London") == "E09000001");
  CHECK(is("City of Wolverhampton Council") == "E08000031");
}

TEST_CASE("names that are alike are not taken for one another") {
  const auto& names = AuthorityNames::england();
  CHECK(names.code("Nottingham") == "E06000018");
  CHECK(names.code("Nottinghamshire") == "E10000024");
  CHECK(names.code("Derby City Council") == "E06000015");
  CHECK(names.code("Derbyshire County Council") == "E10000007");
  for (const auto* unknown : {"London", "", "Council", "Wendmoor", "Cardiff", "Norhtumberland County Council", "Newcastle-under-Lyme"})
    CHECK_FALSE(names.code(unknown));
}

TEST_CASE("the table has every upper-tier authority of England once, and each leads back to itself by its name") {
  const auto& names = AuthorityNames::england();
  CHECK(names.all().size() == 153);
  std::set<std::string> codes;
  for (const auto& [code, name] : names.all()) {
    CHECK(codes.insert(code).second);
    CHECK(names.code(name) == code);
    CHECK(names.name(code) == name);
    CHECK(names.upperTier(code) == code);
  }
}

TEST_CASE("districts and reorganised areas belong to the authority of today") {
  const auto& names = AuthorityNames::england();
  CHECK(names.upperTier("E07000008") == "E10000003");  // Cambridge
  CHECK(names.upperTier("E07000028") == "E06000063");  // Carlisle, since 2023 in Cumberland
  CHECK(names.upperTier("E06000029") == "E06000058");  // Poole, since 2019 with Bournemouth and Christchurch
  CHECK(names.upperTier("E08000019") == "E08000039");  // Sheffield's former code
  CHECK(names.upperTier("W06000015") == "W06000015");
  CHECK(names.upperTier("E07999999").empty());
  CHECK(names.upperTier("").empty());
}

TEST_CASE("a council of any name is recognised by folding alone") {
  CHECK(sameCouncil("Wendmoor Council", "WENDMOOR"));
  CHECK(sameCouncil("Wendmoor County Council", "Wendmoor"));
  CHECK_FALSE(sameCouncil("Wendmoor", "Wendmoorshire"));
  CHECK_FALSE(sameCouncil("London Borough Council", "County Council"));
}

TEST_CASE("published names and districts agree with the table") {
  const std::string file = "geo/lad25_to_utla_names.csv";
  if (!tests::hasReference(file)) {
    WARN("skipped: " << file << " is not here");
    return;
  }
  const auto& names = AuthorityNames::england();
  int english = 0;
  const auto read = readCsv(tests::reference(file), {}, [&](const CsvRow& row) -> Result<void> {
    if (row.line == 1) return {};
    CHECK(names.upperTier(row.fields[0]) == row.fields[1]);
    if (row.fields[1].starts_with('E')) {
      ++english;
      CHECK(names.code(row.fields[2]) == row.fields[1]);
    }
    return {};
  });
  REQUIRE(read);
  CHECK(english > 290);
}
