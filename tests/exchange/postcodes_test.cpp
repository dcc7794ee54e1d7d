#include "exchange/postcodes.h"

#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <set>

#include "support/cases.h"
#include "support/catch.h"

using namespace homeward;
using namespace homeward::exchange;

namespace {

struct Read {
  std::vector<Place> places;
  PostcodesRead sums;
};

Read read(std::string_view text) {
  Read read;
  auto sums = readPostcodesText(text, [&read](const Place& place) -> Result<void> {
    read.places.push_back(place);
    return {};
  });
  if (!sums) FAIL(sums.error().detail);
  read.sums = std::move(*sums);
  return read;
}

Error refusal(std::string_view text) {
  const auto refused = readPostcodesText(text, [](const Place&) -> Result<void> { return {}; });
  REQUIRE_FALSE(refused);
  return refused.error();
}

Place place(std::string postcode, std::int32_t east, std::int32_t north, std::string authority) {
  return {std::move(postcode), GridPoint{east, north}, std::move(authority)};
}

/// A compressed file unpacked beside the tests; removed at the end.
class Unpacked {
 public:
  explicit Unpacked(const std::filesystem::path& compressed)
      : m_file(std::filesystem::temp_directory_path() / ("homeward_postcodes_" + std::to_string(::getpid()) + ".csv")) {
    std::ofstream out(m_file, std::ios::binary);
    const gzFile in = gzopen(compressed.c_str(), "rb");
    REQUIRE(in != nullptr);
    std::vector<char> piece(1 << 16);
    int got = 0;
    while ((got = gzread(in, piece.data(), static_cast<unsigned>(piece.size()))) > 0) out.write(piece.data(), got);
    REQUIRE(got == 0);
    REQUIRE(gzclose(in) == Z_OK);
  }
  ~Unpacked() { std::filesystem::remove(m_file); }
  Unpacked(const Unpacked&) = delete;
  Unpacked& operator=(const Unpacked&) = delete;
  [[nodiscard]] const std::filesystem::path& file() const { return m_file; }

 private:
  std::filesystem::path m_file;
};

}  // namespace

TEST_CASE("the ONS directory is read with the column names of either year") {
  const std::vector<Place> expected = {place("ZZ1 1AA", 400100, 300200, "E10000017"), place("ZZ1 1AB", 400300, 300400, "E06000047")};
  const auto old = read(
      "pcd,pcd2,pcds,dointr,doterm,oscty,ced,oslaua,osward,oseast1m,osnrth1m,osgrdind\n"
      "\"ZZ1 1AA\",\"ZZ1  1AA\",\"ZZ1 1AA\",\"198001\",\"\",\"E10000017\",\"E58\",\"E07000117\",\"E05\",400100,300200,1\n"
      "\"ZZ1 1AB\",\"ZZ1  1AB\",\"ZZ1 1AB\",\"198001\",\"\",\"E99999999\",\"E58\",\"E06000047\",\"E05\",\"0400300\",\"0300400\",1\n"
      "\"ZZ1 1AC\",\"ZZ1  1AC\",\"ZZ1 1AC\",\"198001\",\"199606\",\"E99999999\",\"E58\",\"E06000047\",\"E05\",400300,300400,1\n"
      "\"ZZ1 1AD\",\"ZZ1  1AD\",\"ZZ1 1AD\",\"198001\",\"\",\"E99999999\",\"E58\",\"E06000047\",\"E05\",,,9\n");
  CHECK(old.places == expected);
  CHECK(old.sums.layout == PostcodeLayout::onsDirectory);
  CHECK(old.sums.rows == 4);
  CHECK(old.sums.placed == 2);
  CHECK(old.sums.terminated == 1);
  CHECK(old.sums.withoutGrid == 1);
  const auto recent = read(
      "pcd7,pcd8,pcds,dointr,doterm,cty25cd,ced25cd,lad25cd,wd25cd,east1m,north1m,gridind\n"
      "ZZ1 1AA,ZZ1  1AA,ZZ1 1AA,198001,,E10000017,E58,E07000117,E05,400100,300200,1\n"
      "ZZ1 1AB,ZZ1  1AB,ZZ1 1AB,198001,,E99999999,E58,E06000047,E05,400300,300400,1\n"
      "BT1 1AA,BT1  1AA,BT1 1AA,198001,,N99999999,N58,N09000003,N05,333700,374100,1\n");
  CHECK(recent.places == expected);
  CHECK(recent.sums.withoutGrid == 1);  // Northern Ireland is on another grid
}

TEST_CASE("Code-Point Open has no header") {
  const auto open = read(
      "\"ZZ11AA\",10,400100,300200,\"E92000001\",\"E19000003\",\"E18000010\",\"E10000017\",\"E07000117\",\"E05000001\"\n"
      "\"ZZ1 1AB\",10,400300,300400,\"E92000001\",\"E19000003\",\"E18000010\",\"\",\"E06000047\",\"E05000001\"\n"
      "\"ZZ1 1AC\",90,0,0,\"E92000001\",\"\",\"\",\"\",\"\",\"\"\n");
  CHECK(open.sums.layout == PostcodeLayout::codePointOpen);
  CHECK(open.places == std::vector<Place>{place("ZZ1 1AA", 400100, 300200, "E10000017"), place("ZZ1 1AB", 400300, 300400, "E06000047")});
  CHECK(open.sums.rows == 3);
  CHECK(open.sums.withoutGrid == 1);
}

TEST_CASE("outward codes have centroids") {
  const auto outward =
      read("outcode,postcodes,easting,northing,lat,lon,main_lad,lad_share\nzz5,12,400100,300200,52.1,-1.9,E07000117,0.94\n");
  CHECK(outward.sums.layout == PostcodeLayout::outcodeCentroids);
  CHECK(outward.places == std::vector<Place>{place("ZZ5", 400100, 300200, "E10000017")});
  AreasFromPostcodes areas;
  areas.add(outward.places[0]);
  CHECK(areas.areas().empty());
}

TEST_CASE("a plain list may have its columns in any order, and a reorganised district leads to the authority of today") {
  const auto list = read(
      "utla_code,lad25cd,northing,easting,postcode\nE10000006,E07000028,300200,400100,zz1 1aa\nE10000017,E07999999,300200,400100,ZZ1 "
      "1AB\n,,1,2,ZZ1 1AC\n");
  CHECK(list.sums.layout == PostcodeLayout::plainList);
  CHECK(list.places == std::vector<Place>{place("ZZ1 1AA", 400100, 300200, "E06000063"), place("ZZ1 1AB", 400100, 300200, "E10000017"),
                                          place("ZZ1 1AC", 2, 1, "")});
  CHECK(list.sums.withoutAuthority == 1);
}

TEST_CASE("rows that are wrong are named up to a thousand and counted beyond") {
  std::string text = "postcode,easting,northing,lad25cd,utla_code\nZZ1 1AA,400100,300200,E06000047,E06000047\n";
  for (int i = 0; i < 1500; ++i) text += "nowhere,400100,300200,E06000047,E06000047\n";
  text += "ZZ1 1AB,800000,1,E06000047,E06000047\nZZ1 1AC,x,1,E06000047,E06000047\nZZ1 1AD,0,0,E06000047,E06000047\nZZ1 1AE,1,1\n";
  const auto list = read(text);
  CHECK(list.places.size() == 1);
  CHECK(list.sums.problems.count() == 1504);
  CHECK(list.sums.problems.first().size() == 1000);
  CHECK(list.sums.problems.first().front() == RowProblem{3, "postcode", "\"nowhere\" is not a postcode.", true});
  CHECK(list.sums.rows == list.sums.placed + list.sums.terminated + list.sums.withoutGrid + list.sums.problems.skippedRows());
}

TEST_CASE("what is no list of postcodes is refused") {
  CHECK(refusal("name,age\nWren,7\n").detail.find("no list of postcodes") != std::string::npos);
  CHECK(refusal("").code == ErrorCode::unreadable);
  CHECK(refusal("postcode,easting,northing,lad25cd,utla_code\n").detail.find("no postcodes below") != std::string::npos);
  CHECK(refusal("\x1F\x8B\x08 packed").detail.find("compressed") != std::string::npos);
}

TEST_CASE("areas are the cells that hold a postcode of an authority") {
  AreasFromPostcodes areas;
  areas.add(place("ZZ1 1AA", 400100, 300200, "E06000047"));
  areas.add(place("ZZ1 1AB", 400900, 300900, "E06000047"));  // the same cell of two kilometres
  areas.add(place("ZZ1 1AC", 402100, 300200, "E06000047"));
  areas.add(place("ZZ1 1AD", 400100, 300200, "E10000017"));
  areas.add(place("ZZ1 1AE", 400100, 300200, ""));
  const auto found = areas.areas();
  REQUIRE(found.size() == 2);
  CHECK(found[0].code == "E06000047");
  CHECK(found[0].name == "County Durham");
  CHECK(found[0].cells == std::vector<GridPoint>{geography::cellOf({400100, 300200}), geography::cellOf({402100, 300200})});
  CHECK(found[1].cells.size() == 1);
}

TEST_CASE("a file is handed out one postcode at a time, or stopped") {
  const auto file = std::filesystem::temp_directory_path() / ("homeward_list_" + std::to_string(::getpid()) + ".csv");
  {
    std::ofstream out(file, std::ios::binary);
    out << "postcode,easting,northing,lad25cd,utla_code\n";
    for (int i = 0; i < 5000; ++i) out << "ZZ1 1AA," << 400000 + i << ",300200,E06000047,E06000047\n";
  }
  auto list = PostcodeFile::open(file);
  REQUIRE(list);
  Place next;
  std::int32_t expected = 400000;
  for (auto more = list->next(next); more && *more; more = list->next(next)) CHECK(next.point->east == expected++);
  CHECK(expected == 405000);
  CHECK(list->soFar().placed == 5000);
  int pieces = 0;
  auto stopped = PostcodeFile::open(file, Progress([&pieces](std::int64_t, std::int64_t) { return ++pieces < 2; }));
  REQUIRE(stopped);
  Result<bool> more = true;
  while (more && *more) more = stopped->next(next);
  REQUIRE_FALSE(more);
  CHECK(more.error().code == ErrorCode::cancelled);
  std::filesystem::remove(file);
}

TEST_CASE("the published sample of 340,414 postcodes is read in seconds") {
  const std::string sample = "geo/onspd_2025nov_sample_postcodes.csv.gz";
  if (!tests::hasReference(sample)) {
    WARN("skipped: " << sample << " is not here");
    return;
  }
  const Unpacked unpacked(tests::reference(sample));
  const auto begin = std::chrono::steady_clock::now();
  AreasFromPostcodes areas;
  std::int64_t placed = 0;
  const auto sums = readPostcodes(unpacked.file(), [&](const Place& each) -> Result<void> {
    areas.add(each);
    ++placed;
    return {};
  });
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  REQUIRE(sums);
  INFO("340,414 postcodes in " << seconds << " s");
  CHECK(sums->rows == 340'414);
  CHECK(placed == 340'414);
  CHECK(sums->problems.count() == 0);
  CHECK(sums->withoutAuthority == 0);
  CHECK(seconds < 20.0);  // an unoptimised build on a busy machine
  std::set<std::string> codes;
  for (const auto& area : areas.areas()) codes.insert(area.code);
  for (const auto* code : {"E06000058", "E06000059", "E06000061", "E06000062", "E10000017", "E08000003", "E09000033"})
    CHECK(codes.contains(code));
}

TEST_CASE("the published centroids of outward codes are read") {
  const std::string file = "geo/postcode_outcodes_gb.csv";
  if (!tests::hasReference(file)) {
    WARN("skipped: " << file << " is not here");
    return;
  }
  const auto sums = readPostcodes(tests::reference(file), [](const Place&) -> Result<void> { return {}; });
  REQUIRE(sums);
  CHECK(sums->layout == PostcodeLayout::outcodeCentroids);
  CHECK(sums->rows == 2997);
  CHECK(sums->placed == 2996);
  REQUIRE(sums->problems.count() == 1);  // Newport's retired code without a digit
  CHECK(sums->problems.first()[0].message == "\"NPT\" is not an outward code.");
}
