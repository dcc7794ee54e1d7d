// homeward-cli as it is run: every command with --json, what it answers, and with what it ends: 0 done, 1 refused with a reason, 2 wrong
// usage.
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "support/catch.h"

namespace homeward::tests {
namespace {

using nlohmann::json;

struct Ran {
  int code = -1;
  std::string out;
  [[nodiscard]] json document() const {
    const json read = json::parse(out, nullptr, false);
    INFO(out);
    REQUIRE_FALSE(read.is_discarded());
    return read;
  }
};

std::string quoted(const std::string& word) { return "'" + word + "'"; }

/// Runs the built program; what it says for people goes nowhere.
Ran run(const std::string& arguments) {
  const std::string line = quoted(HOMEWARD_CLI) + " " + arguments + " 2>/dev/null";
  Ran ran;
  std::FILE* pipe = ::popen(line.c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::array<char, 4096> part{};
  for (std::size_t n = 0; (n = std::fread(part.data(), 1, part.size(), pipe)) > 0;) ran.out.append(part.data(), n);
  const int status = ::pclose(pipe);
  ran.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return ran;
}

json done(const std::string& arguments) {
  INFO(arguments);
  const Ran ran = run(arguments + " --json");
  INFO(ran.out);
  REQUIRE(ran.code == 0);
  return ran.document();
}

/// Refused with a code, and a sentence for whoever reads it.
std::string refused(const std::string& arguments) {
  INFO(arguments);
  const Ran ran = run(arguments + " --json");
  CHECK(ran.code == 1);
  const json document = ran.document();
  REQUIRE(document.contains("error"));
  CHECK(document["error"]["detail"].get<std::string>().size() > 10);
  return document["error"]["code"];
}

struct Folder {
  inline static int number = 0;
  std::filesystem::path path =
      std::filesystem::temp_directory_path() / ("homeward-cli-" + std::to_string(::getpid()) + "-" + std::to_string(number++));
  Folder() { std::filesystem::create_directories(path); }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] std::string at(const std::string& name) const { return quoted((path / name).string()); }
  [[nodiscard]] bool has(const std::string& name) const { return std::filesystem::exists(path / name); }
};

/// The demo, made once for all the cases by the command that is tested first.
const Folder& demo() {
  static const Folder folder;
  static const json made = done("demo --seed 1 --today 2026-11-27 --out " + folder.at("demo.homeward"));
  CHECK(made["seed"] == 1);
  CHECK(made["today"] == "2026-11-27");
  CHECK(made["counts"]["child"].get<int>() > 250);
  CHECK(made["counts"]["provider"].get<int>() >= 40);
  CHECK(made["counts"]["referral"].get<int>() >= 12);
  return folder;
}

std::string sample(const char* name) { return quoted(std::string(HOMEWARD_TEST_DATA) + "/" + name); }

}  // namespace

TEST_CASE("demo, info and verify say what the fictional case holds, and that it is sound") {
  const std::string file = " --file " + demo().at("demo.homeward");
  const json told = done("info" + file);
  CHECK(told["fictional"] == true);
  CHECK(told["counts"]["placement"].get<int>() > 250);
  CHECK_FALSE(told["historyHead"].get<std::string>().empty());
  const json checked = done("verify" + file);
  CHECK(checked["sound"] == true);
  CHECK(checked["damage"].empty());
  CHECK(checked["brokenLinks"].empty());
  CHECK(checked["historyEntries"].get<int>() > 0);
}

TEST_CASE("new makes a case file for an authority by name or code, and none in the place of another") {
  const Folder folder;
  const json made = done("new --file " + folder.at("new.homeward") + " --authority Durham --person 'A. Tester'");
  CHECK(made["authority"] == "E06000047");
  CHECK(folder.has("new.homeward"));
  CHECK(done("info --file " + folder.at("new.homeward"))["fictional"] == false);
  refused("new --file " + folder.at("new.homeward") + " --authority Durham --person 'A. Tester'");
  CHECK(refused("new --file " + folder.at("other.homeward") + " --authority Nowhere --person 'A. Tester'") == "invalid");
  CHECK_FALSE(folder.has("other.homeward"));
}

TEST_CASE("backup and restore carry a case over, and set aside what was there") {
  const Folder folder;
  const json kept = done("backup --file " + demo().at("demo.homeward") + " --to " + folder.at("copy.backup"));
  CHECK(kept.contains("backup"));
  REQUIRE(folder.has("copy.backup"));
  const json first = done("restore --file " + folder.at("back.homeward") + " --from " + folder.at("copy.backup"));
  CHECK(first["setAside"].is_null());
  CHECK(done("verify --file " + folder.at("back.homeward"))["sound"] == true);
  const json second = done("restore --file " + folder.at("back.homeward") + " --from " + folder.at("copy.backup"));
  REQUIRE(second["setAside"].is_string());
  CHECK(std::filesystem::exists(second["setAside"].get<std::string>()));
  std::ofstream(folder.path / "no.backup") << "this is no case file";
  refused("restore --file " + folder.at("back.homeward") + " --from " + folder.at("no.backup"));
  CHECK(done("verify --file " + folder.at("back.homeward"))["sound"] == true);
}

TEST_CASE("imports say what they would do, do it once, and add nothing the second time") {
  const Folder folder;
  const std::string file = " --file " + folder.at("new.homeward");
  done("new" + file + " --authority Durham --person 'A. Tester'");
  for (const auto& [kind, from] : {std::pair{"ofsted", "ofsted_sample.csv"}, std::pair{"postcodes", "postcodes_sample.csv"}}) {
    INFO(kind);
    const std::string command = std::string("import ") + kind + file + " " + sample(from);
    const json seen = done(command + " --preview");
    CHECK(seen["written"] == false);
    const json written = done(command);
    CHECK(written["written"] == true);
    CHECK(written["kind"] == kind);
    CHECK(written["added"] == seen["added"]);
    CHECK(written["added"].get<int>() > 0);
    const json again = done(command);
    CHECK(again["added"] == 0);
    CHECK(again["changed"] == 0);
  }
  const json postcodes = done("import postcodes" + file + " " + sample("postcodes_sample.csv"));
  CHECK(postcodes["rows"] == 4);
  CHECK(postcodes["unchanged"] == 3);
  CHECK(postcodes["errorCount"] == 1);  // one has no northing
  CHECK(postcodes["errors"][0]["line"] == 5);
  refused("import ofsted" + file + " " + sample("postcodes_sample.csv"));
  refused("import postcodes" + file + " " + folder.at("there is none.csv"));
}

TEST_CASE("rank answers with reasons, by market and by offers, and writes the choice") {
  const Folder folder;
  const std::string file = " --file " + demo().at("demo.homeward");
  const json offers = done("rank" + file + " --choice " + folder.at("choice.txt"));
  CHECK(offers["stage"] == "offers");
  REQUIRE_FALSE(offers["ranking"].empty());
  for (const json& row : offers["ranking"]) {
    CHECK(row["known"].get<int>() <= row["possible"].get<int>());
    CHECK_FALSE(row["criteria"].empty());
    CHECK_FALSE(row["criteria"][0]["why"].get<std::string>().empty());
  }
  const json waived = done("rank" + file + " --referral R-0412");  // one of whose options is further than its limit
  std::size_t setAside = 0;
  for (const json& row : waived["ranking"]) {
    CHECK((row["status"] == "notEligible") == !row["failed"].empty());
    for (const json& gate : row["waived"]) {
      ++setAside;
      CHECK_FALSE(gate["by"].get<std::string>().empty());
      CHECK_FALSE(gate["reason"].get<std::string>().empty());
    }
  }
  CHECK(setAside == 1);
  CHECK(folder.has("choice.txt"));
  const json market = done("rank" + file + " --stage market --most 5 --referral " + offers["referral"].get<std::string>());
  CHECK(market["ranking"].size() == 5);
  CHECK(market["candidates"].get<int>() > 400);
  CHECK(refused("rank" + file + " --referral R-9999") == "notFound");
}

TEST_CASE("rank --problem answers about a problem in a file of its own, and refuses with the place what is none") {
  const Folder folder;
  const auto written = [&](const char* name, const std::string& text) {
    std::ofstream(folder.path / name) << text;
    return "rank --problem " + folder.at(name);
  };
  const std::string values = R"("type":"foster","provider":"P","wholeCostPence":null,"gates":{},"values":{"c1":)";
  const std::string two = R"({"schema":"homeward/matching-problem/1","weights":{"c1":1000},"candidates":[{"id":"A",)" + values +
                          R"(400}},{"id":"B",)" + values + "900}}]}";
  const std::string command = written("two.json", two);
  const json answer = done(command);
  CHECK(answer["ranking"][0]["id"] == "B");
  CHECK(answer["surelyBeats"] == json::parse(R"([["B","A"]])"));
  CHECK(run(command).out.find("1. B: eligible, match 900") != std::string::npos);
  CHECK(refused(written("twice.json", two.substr(0, two.rfind(']')) + R"(,{"id":"A",)" + values + "1}}]}")) == "invalid");
  CHECK(refused(written("empty.json", "")) == "unreadable");
  CHECK(refused("rank --problem " + folder.at("there is none.json")) == "notFound");
  for (const std::string& wrong :
       {std::string("rank"), std::string("rank --problem"), command + " --file x", command + " --stage offers"}) {
    INFO(wrong);
    CHECK(run(wrong).code == 2);
  }
}

TEST_CASE("report round counts how searches went in any period, and writes it") {
  const Folder folder;
  const std::string file = " --file " + demo().at("demo.homeward");
  const json year = done("report round" + file + " --csv " + folder.at("round.csv") + " --xlsx " + folder.at("round.xlsx"));
  CHECK(year["referrals"].get<int>() >= 10);
  CHECK(year["approaches"].get<int>() >= year["declines"].get<int>());
  CHECK(year["wereDue"].get<int>() >= year["inTime"].get<int>());
  CHECK(std::filesystem::file_size(folder.path / "round.csv") > 500);
  CHECK(std::filesystem::file_size(folder.path / "round.xlsx") > 1000);
  const json before = done("report round" + file + " --from 2000-01-01 --to 2000-12-31");
  CHECK(before["referrals"] == 0);
  CHECK(before["medianDaysToChoice"].is_null());
  CHECK(refused("report round" + file + " --from 1/4/2026") == "invalid");
  CHECK(refused("report round" + file + " --from 2026-05-01 --to 2026-04-01") == "invalid");
}

TEST_CASE("report weekly counts any week, as it was known at a moment, and writes it") {
  const Folder folder;
  const std::string file = " --file " + demo().at("demo.homeward");
  const json week = done("report weekly" + file + " --week 2026-W40 --csv " + folder.at("week.csv") + " --xlsx " + folder.at("week.xlsx"));
  CHECK(week["week"] == "2026-W40");
  CHECK(week["totalPence"].get<std::int64_t>() > 0);
  CHECK(week["children"].get<int>() > 200);
  CHECK(std::filesystem::file_size(folder.path / "week.csv") > 1000);
  CHECK(std::filesystem::file_size(folder.path / "week.xlsx") > 1000);
  const json before = done("report weekly" + file + " --week 2026-W40 --as-at 2000-01-01T00:00:00Z");
  CHECK(before["totalPence"] == 0);
  CHECK(refused("report weekly" + file + " --week 40/2026") == "invalid");
  CHECK(refused("report weekly" + file + " --as-at yesterday") == "invalid");
}

TEST_CASE("what cannot be done ends with 1, and what cannot be understood with 2") {
  const Folder folder;
  for (const char* command : {"info", "verify", "rank", "report weekly", "report round", "backup --to copy", "import ofsted list.csv"}) {
    INFO(command);
    refused(std::string(command) + " --file " + folder.at("there is none.homeward"));
  }
  for (const char* wrong : {"", "no-such-command", "info", "rank --file x --stage elsewhere", "report", "import", "new --file x", "demo"}) {
    INFO(wrong);
    CHECK(run(wrong).code == 2);
  }
  CHECK(run("--help").code == 0);
  // Without --json the answer is for people.
  const Ran words = run("report weekly --file " + demo().at("demo.homeward") + " --week 2026-W40");
  CHECK(words.code == 0);
  CHECK(words.out.find("Whole cost of the week: £") != std::string::npos);
}

}  // namespace homeward::tests
