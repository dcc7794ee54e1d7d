// The house keeps its own rules, and each rule sees what breaks it.
#include "rules/house.h"

#include "support/catch.h"

namespace homeward::rules {
namespace {

const std::filesystem::path root = HOMEWARD_SOURCE_DIR;

const Sources& code() {
  static const Sources sources = read(root, {"src", "ui", "tests"}, {".h", ".cpp"});
  return sources;
}

Sources catalogues() { return read(root, {"resources/wording"}, {".txt"}); }

void holds(const Faults& faults) {
  for (const std::string& fault : faults) FAIL_CHECK(fault);
  SUCCEED();
}

TEST_CASE("the whole house was read") {
  CHECK(code().size() > 50);
  CHECK_FALSE(catalogues().empty());
}

TEST_CASE("rooms see only what the picture shows") {
  holds(arrows(code()));
  for (const Source& cmake : read(root, {"src"}, {".txt"}))
    if (cmake.path == "src/CMakeLists.txt") holds(linkedArrows(cmake.text));
}
TEST_CASE("each library is spoken to by one room, and Qt by the window alone") { holds(libraries(code())); }
TEST_CASE("the core is pure") { holds(impurities(code())); }
TEST_CASE("no file is too long to read") { holds(longFiles(code())); }
TEST_CASE("nothing is put off") {
  holds(postponed(code()));
  holds(postponed(read(root, {"resources", "cmake", "docs"}, {".txt", ".sql", ".json", ".cmake", ".md", ".csv"})));
}
TEST_CASE("every header says what it is") { holds(headers(code())); }
TEST_CASE("names say what things are") { holds(emptyNames(code())); }
TEST_CASE("every enumeration of the domain is stored as text") { holds(textlessEnumerations(code())); }
TEST_CASE("every key has a sentence in the catalogue") { holds(unknownKeys(code(), catalogues())); }

// ---- each rule, broken on purpose ----

TEST_CASE("an arrow that points back is found") {
  const Source allowed{"src/matching/rank.cpp",
                       "#include \"law/rules.h\"\n#include \"support/text.h\"\n#include \"matching/rank.h\"\n#include <vector>\n"};
  CHECK(arrows({allowed}).empty());
  CHECK(arrows({{"src/domain/child.h", "#pragma once\n#include \"law/rules.h\"\n"}}) ==
        Faults{"src/domain/child.h:2: domain may not see law"});
  CHECK(arrows({{"src/wording/words.cpp", "#include \"matching/assess.h\"\n"}}).size() == 1);
  CHECK(arrows({{"src/reports/weekly.cpp", "  #  include <store/case_file.h>\n"}}).size() == 1);
  CHECK(arrows({{"src/helpers/a.h", ""}}).size() == 1);
}

TEST_CASE("a window that reaches past the use cases is found, and a core that sees the window") {
  const Source page{"ui/reports/page.cpp",
                    "#include \"app/weekly_report.h\"\n#include \"reports/report.h\"\n#include \"reports/page.h\"\n"};
  CHECK(arrows({page}).empty());
  CHECK(arrows({{"ui/reports/page.cpp", "#include \"store/case_file.h\"\n"}}).size() == 1);
  CHECK(arrows({page, {"ui/shell/window.h", ""}, {"src/app/open.cpp", "#include \"shell/window.h\"\n"}}).size() == 1);
}

TEST_CASE("a room that is linked to more than it may see is found") {
  std::string all;
  for (const Source& cmake : read(root, {"src"}, {".txt"})) all += cmake.text;
  CHECK_FALSE(linkedArrows("homeward_room(law SEES domain store)").empty());
  const auto at = all.find("homeward_room(law SEES domain");
  REQUIRE(at != std::string::npos);
  all.insert(at + std::string("homeward_room(law SEES domain").size(), " costing");
  CHECK(linkedArrows(all) == Faults{"src/CMakeLists.txt: law is linked to other rooms than the picture shows"});
}

TEST_CASE("a library in the wrong room is found") {
  CHECK(libraries({{"src/store/a.cpp", "#include <SQLiteCpp/SQLiteCpp.h>\n"}, {"ui/a.cpp", "#include <QWidget>\n"}}).empty());
  for (const char* header :
       {"QString", "SQLiteCpp/SQLiteCpp.h", "sqlite3.h", "spdlog/spdlog.h", "unistd.h", "sys/stat.h", "nlohmann/json.hpp", "CLI/CLI.hpp"}) {
    INFO(header);
    CHECK(libraries({{"src/law/a.cpp", std::string("#include <") + header + ">\n"}}).size() == 1);
  }
}

TEST_CASE("a core room that looks at the world is found") {
  CHECK(impurities({{"src/app/a.cpp", "std::chrono::system_clock::now()\n"}}).empty());
  CHECK(impurities({{"src/law/a.cpp", "auto now = std::chrono::system_clock::now();\n"}}).size() == 1);
  CHECK(impurities({{"src/demo/a.cpp", "std::random_device seed;\n"}, {"src/reports/a.cpp", "#include <fstream>\n"}}).size() == 2);
}

TEST_CASE("a long file is found") {
  CHECK(longFiles({{"src/law/a.cpp", std::string(500, '\n')}}).empty());
  CHECK(longFiles({{"ui/shell/a.cpp", std::string(501, '\n')}}).size() == 1);
}

TEST_CASE("what is put off is found") {
  CHECK(postponed({{"src/law/a.cpp", std::string("// TO") + "DO later\n"}}) == Faults{"src/law/a.cpp:1: do it now, or open an issue"});
  CHECK(postponed({{"src/law/a.cpp",
                    "\n// FIX"
                    "ME\n"}})
            .size() == 1);
  CHECK(postponed({{"src/law/a.cpp", "// what is still to do is listed\n"}}).empty());
}

TEST_CASE("a header without its paragraph is found") {
  CHECK(headers({{"src/law/a.h", "// The law.\n#pragma once\n"}, {"src/law/a.cpp", "int x;\n"}}).empty());
  CHECK(headers({{"src/law/a.h", "#pragma once\n// The law.\n"}}).size() == 1);
  CHECK(headers({{"src/law/a.h", "// The law.\n"}}).size() == 1);
}

TEST_CASE("a name that says nothing is found") {
  CHECK(emptyNames({{"src/law/a.h", "class RuleManager {\n"}, {"src/law/b.h", "namespace Utils {\n"}}).size() == 2);
  CHECK(emptyNames({{"src/law/a.h", "enum class Role { manager };\nclass Rule {\n"}}).empty());
}

TEST_CASE("an enumeration without texts is found") {
  CHECK(textlessEnumerations({{"src/domain/a.h", "enum class Mood { good };\n"}}) ==
        Faults{"src/domain/a.h:1: Mood has no table of texts"});
  CHECK(textlessEnumerations({{"src/domain/a.h", "enum class Mood { good };\nconstexpr auto texts(Mood) {\n"}}).empty());
}

TEST_CASE("a key without a sentence is found") {
  const Sources words = {{"resources/wording/law.txt",
                          "# rule.9 = no\nlaw.40.suspended = It is suspended.\nneed.leisure = leisure\ngateName.gate.solo = No other "
                          "child\ngate.age.any = Any age.\n"}};
  const auto faultsOf = [&](const std::string& line) { return unknownKeys({{"src/law/a.cpp", line + "\n"}}, words).size(); };
  CHECK(faultsOf(R"(return Fact{"law.40.suspended", {}};)") == 0);
  CHECK(faultsOf(R"(return Fact{"law.40.suspendd", {}};)") == 1);
  CHECK(faultsOf(R"(return {"law.41", {}};)") == 1);
  CHECK(faultsOf(R"(Fact{"nothing.like.it"})") == 1);
  CHECK(faultsOf(R"(Fact{"rule.9"})") == 1);
  CHECK(faultsOf(R"(Word{"need." + std::string(text(domain))})") == 0);
  CHECK(faultsOf(R"(Word{"needs." + std::string(text(domain))})") == 1);
  CHECK(faultsOf(R"(ask("gate.solo", essential);)") == 0);
  CHECK(faultsOf(R"(ask("gate.alone", essential);)") == 1);
  CHECK(faultsOf(R"(Word{"without:" + feature})") == 1);
  CHECK(faultsOf(R"(open("report.csv"); // Fact{"law.1"})") == 0);
}

}  // namespace
}  // namespace homeward::rules
