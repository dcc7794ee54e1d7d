// The history: who did what, and that edits, deletions, reordering and cutting off are noticed.

#include "store/raw.h"
#include "store/temporary_case.h"

namespace homeward::tests {
namespace {

using store::Action;
using store::Entity;
using store::HeadState;

struct CaseWithHistory : TemporaryCase {
  Child rowan;
  CaseWithHistory() {
    rowan.name = "Rowan Plover";
    rowan.number = "C-2207";
    rowan.born = date(2014, 5, 4);
    rowan.id = change([this](store::Transaction& in) { return file().children().add(in, rowan); });
    rowan.version = 1;
    rowan.school = "Wendmoor Primary";
    rowan.risks.push_back({RiskKind::goingMissing, 2, "police", date(2026, 11, 1)});
    rowan.version = change([this](store::Transaction& in) { return file().children().save(in, rowan); }, at(9, 30));
    close();
  }
  store::ChainState chain() {
    reopen();
    auto state = must(file().history().verify());
    close();
    return state;
  }
};

}  // namespace

TEST_CASE("Every change leaves its entry with who, when and what") {
  CaseWithHistory wendmoorCase;
  wendmoorCase.reopen();
  const auto entries = must(wendmoorCase.file().history().of({Entity::child, wendmoorCase.rowan.id.value}));
  REQUIRE(entries.size() == 2);
  CHECK(entries[0].action == Action::changed);
  CHECK(entries[0].who == wendmoorCase.officer);
  CHECK(entries[0].at == at(9, 30));
  CHECK(entries[0].fields == std::vector<std::string>{"school", "risk"});
  CHECK(entries[1].action == Action::added);
  CHECK(must(wendmoorCase.file().history().latest(1)).front() == entries[0]);
}

TEST_CASE("A history that nobody touched is sound") {
  CaseWithHistory wendmoorCase;
  const auto state = wendmoorCase.chain();
  CHECK(state.sound());
  CHECK(state.entries == 5);
  CHECK(state.headBeside == HeadState::current);
  CHECK(state.head.starts_with("5:"));
}

TEST_CASE("Tampering with the history is noticed") {
  CaseWithHistory wendmoorCase;
  const auto& path = wendmoorCase.path;
  SECTION("another moment") { raw(path, "UPDATE history SET at = '2026-11-23T09:00:01Z' WHERE number = 4"); }
  SECTION("another person") { raw(path, "UPDATE history SET who_id = 2 WHERE number = 4"); }
  SECTION("another payload") { raw(path, "UPDATE history_payload SET payload = '{}' WHERE number = 4"); }
  SECTION("no payload, and no purge") { raw(path, "DELETE FROM history_payload WHERE number = 4"); }
  SECTION("an entry deleted") { raw(path, "DELETE FROM history_payload WHERE number = 3; DELETE FROM history WHERE number = 3"); }
  SECTION("an entry deleted and the rest moved up") {
    raw(path,
        "DELETE FROM history_payload WHERE number = 3; DELETE FROM history WHERE number = 3;"
        "UPDATE history SET number = number - 1 WHERE number > 3; UPDATE history_payload SET number = number - 1 WHERE number > 3;"
        "UPDATE sqlite_sequence SET seq = 4 WHERE name = 'history'");
  }
  SECTION("two entries changed places") {
    raw(path,
        "UPDATE history SET number = 99 WHERE number = 3; UPDATE history SET number = 3 WHERE number = 4;"
        "UPDATE history SET number = 4 WHERE number = 99;"
        "UPDATE history_payload SET number = 99 WHERE number = 3; UPDATE history_payload SET number = 3 WHERE number = 4;"
        "UPDATE history_payload SET number = 4 WHERE number = 99");
  }
  SECTION("the end cut off") { raw(path, "DELETE FROM history_payload WHERE number > 3; DELETE FROM history WHERE number > 3"); }
  SECTION("the end cut off and the counter set back") {
    raw(path,
        "DELETE FROM history_payload WHERE number > 3; DELETE FROM history WHERE number > 3;"
        "UPDATE sqlite_sequence SET seq = 3 WHERE name = 'history'");
    CHECK(wendmoorCase.chain().headBeside == HeadState::absent);
  }
  SECTION("all of it gone") {
    raw(path, "DELETE FROM history_payload; DELETE FROM history; DELETE FROM sqlite_sequence WHERE name = 'history'");
    CHECK(wendmoorCase.chain().headBeside == HeadState::absent);
  }
  CHECK_FALSE(wendmoorCase.chain().sound());
}

TEST_CASE("An older head beside the file is normal, one that the chain does not know is the alarm") {
  CaseWithHistory wendmoorCase;
  const auto beside = wendmoorCase.folder / "wendmoor.homeward.head";
  const auto older = bytesOf(beside);
  wendmoorCase.reopen();
  wendmoorCase.change([&](store::Transaction& in) { return wendmoorCase.file().people().addTeam(in, {TeamId(), "North"}); });
  wendmoorCase.close();
  CHECK(bytesOf(beside) != older);
  std::ofstream(beside, std::ios::trunc) << older;
  CHECK(wendmoorCase.chain().headBeside == HeadState::older);
  CHECK(wendmoorCase.chain().sound());
  std::ofstream(beside, std::ios::trunc) << "6:" << std::string(64, '0') << "\n";
  CHECK(wendmoorCase.chain().headBeside == HeadState::absent);
  CHECK_FALSE(wendmoorCase.chain().sound());
  std::filesystem::remove(beside);
  CHECK(wendmoorCase.chain().headBeside == HeadState::noHeadFile);
}

TEST_CASE("A purge empties what was said and leaves a chain that verifies") {
  CaseWithHistory wendmoorCase;
  wendmoorCase.reopen();
  const store::Changed rowan{Entity::child, wendmoorCase.rowan.id.value};
  wendmoorCase.change([&](store::Transaction& in) { return wendmoorCase.file().history().purgePayloads(in, rowan); });
  wendmoorCase.close();
  CHECK(raw(wendmoorCase.path, "SELECT count(*) FROM history_payload WHERE payload LIKE '%Rowan%'") == "0");
  CHECK(wendmoorCase.chain().sound());
  SECTION("a payload that no purge names is still missed") {
    raw(wendmoorCase.path, "DELETE FROM history_payload WHERE number = 2");
    CHECK(wendmoorCase.chain().firstBroken == 2);
  }
}

TEST_CASE("Listeners hear what changed after it was committed, and not of what was not") {
  TemporaryCase wendmoorCase;
  auto& file = wendmoorCase.file();
  std::vector<store::Changed> heard;
  auto handle = file.onCommit([&](const std::vector<store::Changed>& changed) {
    heard = changed;
    CHECK(must(file.people().teams()).size() == 1);  // it is there already
  });
  {
    auto in = must(file.write(wendmoorCase.officer, at(9)));
    must(file.people().addTeam(in, {TeamId(), "never"}));
  }
  CHECK(heard.empty());
  const auto team = wendmoorCase.change([&](store::Transaction& in) { return file.people().addTeam(in, {TeamId(), "North"}); });
  CHECK(heard == std::vector<store::Changed>{{Entity::team, team.value}});
  heard.clear();
  handle.reset();
  wendmoorCase.change([&](store::Transaction& in) { return file.people().saveTeam(in, {team, "South"}); });
  CHECK(heard.empty());
}

}  // namespace homeward::tests
