// A file says by its own columns what it is.
#include "exchange/sample.h"

#include <algorithm>
#include <fstream>

#include "support/catch.h"

using namespace homeward;
using namespace homeward::exchange;

namespace {

FileSample sample(std::string_view text) {
  auto read = sampleOfText(text);
  if (!read) FAIL(read.error().detail);
  return *std::move(read);
}

std::string useOf(const FileSample& sample, const std::string& column) {
  const auto found =
      std::find_if(sample.columns.begin(), sample.columns.end(), [&](const SampleColumn& one) { return one.name == column; });
  return found == sample.columns.end() ? "no such column" : found->use;
}

}  // namespace

TEST_CASE("Each layout of postcodes is recognised by its columns") {
  const auto old =
      sample("pcd,pcd2,pcds,doterm,oscty,oslaua,oseast1m,osnrth1m,osgrdind\nZZ1 1AA,ZZ1  1AA,ZZ1 1AA,,E99,E06,400000,400000,1\n");
  CHECK(old.kind == SourceKind::postcodes);
  CHECK(old.layout == "onsDirectory");
  CHECK(useOf(old, "oseast1m") == "easting");
  CHECK(useOf(old, "doterm") == "terminated");
  const auto recent =
      sample("pcd7,pcd8,pcds,doterm,cty25cd,lad25cd,east1m,north1m,gridind\nZZ1 1AA,ZZ1  1AA,ZZ1 1AA,,E99,E06,400000,400000,1\n");
  CHECK(recent.layout == "onsDirectory");
  CHECK(useOf(recent, "north1m") == "northing");
  CHECK(useOf(recent, "pcd7").empty());
  const auto open = sample("ZZ1 1AA,10,400000,400000,E92000001,E19000001,E18000002,E10000001,E07000001,E05000001\n");
  CHECK(open.layout == "codePointOpen");
  REQUIRE(open.columns.size() == 10);
  CHECK(open.columns.front().name.empty());
  CHECK(open.columns.front().use == "postcode");
  REQUIRE(open.rows.size() == 1);  // it has no header: its first row is one
  CHECK(open.rows.front().front() == "ZZ1 1AA");
  const auto outcodes = sample("outcode,easting,northing,main_lad\nZZ1,400000,400000,E06\n");
  CHECK(outcodes.layout == "outcodeCentroids");
  CHECK(useOf(outcodes, "outcode") == "outcode");
  const auto plain = sample("postcode;easting;northing;lad25cd;utla_code\nZZ1 1AA;400000;400000;E06;E06\nZZ1 1AB;400000;400000;E06;E06\n");
  CHECK(plain.layout == "plainList");
  CHECK(plain.delimiter == ';');
  CHECK(plain.rows.size() == 2);
}

TEST_CASE("Ofsted's list is recognised below the lines above its header, and when it lacks a column") {
  const std::string header =
      "URN,\"Provision\ntype\",Registration date,Registration status,Name,Local authority,Sector,Places,Short-break-only children's "
      "home,Organisation which owns the provider,Latest full inspection date,Overall experiences and progress of children and young "
      "people\n";
  const auto published =
      sample("\xEF\xBB\xBFSocial care providers\nAs at 31 March\n\n" + header + "SC1,Children's home,01/01/2020,Active,,,,,,,,\n");
  CHECK(published.kind == SourceKind::ofsted);
  CHECK(published.layout == "ofstedList");
  CHECK(useOf(published, "Provision type") == "provisionType");
  REQUIRE(published.rows.size() == 1);
  CHECK(published.rows.front().front() == "SC1");
  const auto lacking = sample("URN,Sector,Places,Something\n1,Private,3,x\n");
  CHECK(lacking.kind == SourceKind::ofsted);
  CHECK(useOf(lacking, "Something").empty());
}

TEST_CASE("What is neither is shown as it is, and what is no text is an error") {
  const auto strange = sample("name,age\nLarch,4\n");
  CHECK_FALSE(strange.kind);
  REQUIRE(strange.columns.size() == 2);
  CHECK(strange.columns.back().name == "age");
  CHECK(strange.columns.back().use.empty());
  CHECK(sample("").columns.empty());
  CHECK_FALSE(sampleOfText(std::string_view("\x7f\x45\x4c\x46\0\0\1\2", 8)));
}

TEST_CASE("Only the beginning of a long file is read") {
  const auto path = std::filesystem::temp_directory_path() / "homeward-sample-of-a-long-file.csv";
  {
    std::ofstream out(path);
    out << "postcode,easting,northing\n";
    for (int i = 0; i < 20'000; ++i) out << "ZZ1 1AA,400000,400000\n";
    out << std::string("ZZ\0\0", 4);  // what is wrong at the end is for whoever reads all of it
  }
  const auto read = sampleOf(path);
  std::filesystem::remove(path);
  REQUIRE(read);
  CHECK(read->layout == "plainList");
  CHECK(read->rows.size() == 3);
}
