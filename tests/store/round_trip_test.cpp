#include "store/temporary_case.h"

namespace homeward::tests {

TEST_CASE("A new case file holds its council and is sound") {
  TemporaryCase wendmoorCase;
  CHECK(must(wendmoorCase.file().people().responsibleAuthority()).name == "Wendmoor");
  CHECK(must(wendmoorCase.file().verify()).sound());
  wendmoorCase.reopen();
  CHECK(must(wendmoorCase.file().people().people()).size() == 2);
  CHECK(must(wendmoorCase.file().contents()).authority == "Wendmoor");
  wendmoorCase.close();
  CHECK(wendmoorCase.folder.names() == std::vector<std::string>{"wendmoor.homeward", "wendmoor.homeward.head"});
}

TEST_CASE("A child and a home come back as they were kept") {
  TemporaryCase wendmoorCase;
  auto& file = wendmoorCase.file();
  Child rowan;
  rowan.number = "C-2207";
  rowan.name = "Rowan Plover";
  rowan.born = date(2014, 5, 4);
  rowan.needs.push_back({NeedDomain::education, 3, true, "school", date(2026, 10, 1), "to read"});
  rowan.home = {"ZZ5 2AB", GridPoint{400100, 300200}, "E06009999"};
  rowan.id = wendmoorCase.change([&](store::Transaction& in) { return file.children().add(in, rowan); });
  rowan.version = 1;
  CHECK(must(file.children().get(rowan.id)) == rowan);
  CHECK(must(file.children().nextNumber()) == "C-2208");
  const auto found = must(file.search().find("plov ROW"));
  REQUIRE(found.size() == 1);
  CHECK(found.front().title == "Rowan Plover");
}

}  // namespace homeward::tests
