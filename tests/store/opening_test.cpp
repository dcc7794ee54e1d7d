// How a case file opens, and that one which cannot be used is left as it was to the byte.

#include <signal.h>
#include <sys/wait.h>

#include "store/history_chain.h"
#include "store/raw.h"
#include "store/temporary_case.h"

namespace homeward::tests {
namespace {

using store::CaseFile;
using store::OpenMode;
using store::OpenState;

/// Opens a file that cannot be used and holds the program to leaving no trace of it.
store::OpenOutcome openWithoutTrace(const TemporaryFolder& folder, const std::filesystem::path& path, OpenMode mode = OpenMode::readWrite) {
  const std::string before = std::filesystem::is_regular_file(path) ? bytesOf(path) : std::string();
  const auto names = folder.names();
  auto outcome = CaseFile::open(path, mode, "Ivy Sedge", at(10));
  if (std::filesystem::is_regular_file(path)) CHECK(bytesOf(path) == before);
  if (!outcome.file) CHECK(folder.names() == names);
  if (!outcome.file) CHECK(outcome.why.detail.size() > 10);
  return outcome;
}

/// Another program that has the case file open until it is told to stop.
class OtherProgram {
 public:
  template <class Work>
  explicit OtherProgram(Work&& work) {
    REQUIRE(::pipe(m_ready) == 0);
    m_process = ::fork();
    REQUIRE(m_process >= 0);
    if (m_process == 0) {
      work([this] { (void)!::write(m_ready[1], "r", 1); });
      ::_exit(0);
    }
    char byte = 0;
    REQUIRE(::read(m_ready[0], &byte, 1) == 1);
  }
  ~OtherProgram() { stop(); }
  OtherProgram(const OtherProgram&) = delete;
  OtherProgram& operator=(const OtherProgram&) = delete;
  void stop() {
    if (m_process <= 0) return;
    ::kill(m_process, SIGKILL);
    ::waitpid(m_process, nullptr, 0);
    ::close(m_ready[0]);
    ::close(m_ready[1]);
    m_process = 0;
  }

 private:
  int m_ready[2] = {0, 0};
  pid_t m_process = 0;
};

}  // namespace

TEST_CASE("A new case file holds its council, is private and sound, and leaves nothing behind when it closes") {
  TemporaryCase wendmoorCase;
  CHECK(must(wendmoorCase.file().people().responsibleAuthority()).name == "Wendmoor");
  CHECK(must(wendmoorCase.file().verify()).sound());
  wendmoorCase.reopen();
  CHECK(must(wendmoorCase.file().people().people()).size() == 2);
  const auto contents = must(wendmoorCase.file().contents());
  CHECK(contents.authority == "Wendmoor");
  CHECK(contents.schemaVersion == store::caseFileLadder().back().version);
  using std::filesystem::perms;
  CHECK((std::filesystem::status(wendmoorCase.path).permissions() & (perms::group_all | perms::others_all)) == perms::none);
  wendmoorCase.close();
  CHECK(wendmoorCase.folder.names() == std::vector<std::string>{"wendmoor.homeward", "wendmoor.homeward.head"});
  CHECK(raw(wendmoorCase.path, "PRAGMA journal_mode") == "wal");
}

TEST_CASE("Creating never replaces a file") {
  TemporaryCase wendmoorCase;
  wendmoorCase.close();
  const auto before = bytesOf(wendmoorCase.path);
  const auto outcome = CaseFile::create(wendmoorCase.path, wendmoorCouncil, "Ivy Sedge", at(9));
  CHECK(outcome.state == OpenState::refused);
  CHECK(bytesOf(wendmoorCase.path) == before);
}

TEST_CASE("What is no case file is said to be none and stays as it is") {
  const TemporaryFolder folder;
  const auto path = folder / "something.homeward";
  CHECK(openWithoutTrace(folder, path).state == OpenState::missing);
  for (const std::string& bytes :
       {std::string(), std::string("a"), std::string(5000, 'x'), std::string("SQLite format 3\0 and then not", 29)}) {
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
    CHECK(openWithoutTrace(folder, path).state == OpenState::notACaseFile);
  }
  std::filesystem::remove(path);
  raw(path, "CREATE TABLE recipes (name TEXT); PRAGMA application_id = 7");
  CHECK(openWithoutTrace(folder, path).state == OpenState::notACaseFile);
  CHECK(openWithoutTrace(folder, path, OpenMode::readOnly).state == OpenState::notACaseFile);
  std::filesystem::remove(path);
  std::filesystem::create_directory(path);
  CHECK(openWithoutTrace(folder, path).state == OpenState::notACaseFile);
}

TEST_CASE("A file of a newer program is left to that program") {
  TemporaryCase wendmoorCase;
  wendmoorCase.close();
  raw(wendmoorCase.path, "PRAGMA user_version = 99");
  CHECK(openWithoutTrace(wendmoorCase.folder, wendmoorCase.path).state == OpenState::newerThanThisProgram);
  CHECK(openWithoutTrace(wendmoorCase.folder, wendmoorCase.path, OpenMode::readOnly).state == OpenState::newerThanThisProgram);
}

TEST_CASE("A damaged or cut-off file is said to be damaged and stays as it is") {
  TemporaryCase wendmoorCase;
  wendmoorCase.change([&](store::Transaction& in) -> Result<void> {
    for (int i = 0; i < 300; ++i)
      if (auto added = wendmoorCase.file().people().addTeam(in, {TeamId(), std::string(200, 't') + std::to_string(i)}); !added)
        return tl::unexpected<Error>(added.error());
    return {};
  });
  wendmoorCase.close();
  SECTION("a page overwritten") {
    const auto page = std::stoll(raw(wendmoorCase.path, "SELECT rootpage FROM sqlite_schema WHERE name = 'team'"));
    const auto size = std::stoll(raw(wendmoorCase.path, "PRAGMA page_size"));
    std::fstream file(wendmoorCase.path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp((page - 1) * size);
    file << std::string(200, '\xAA');
  }
  SECTION("cut off") { std::filesystem::resize_file(wendmoorCase.path, std::filesystem::file_size(wendmoorCase.path) / 2); }
  SECTION("cut off by one byte") { std::filesystem::resize_file(wendmoorCase.path, std::filesystem::file_size(wendmoorCase.path) - 1); }
  CHECK(openWithoutTrace(wendmoorCase.folder, wendmoorCase.path).state == OpenState::damaged);
  CHECK(openWithoutTrace(wendmoorCase.folder, wendmoorCase.path, OpenMode::readOnly).state == OpenState::damaged);
}

TEST_CASE("Reading only changes nothing and leaves nothing behind") {
  TemporaryCase wendmoorCase;
  wendmoorCase.close();
  const auto names = wendmoorCase.folder.names();
  {
    auto outcome = openWithoutTrace(wendmoorCase.folder, wendmoorCase.path, OpenMode::readOnly);
    REQUIRE(outcome.state == OpenState::openedReadOnly);
    CHECK(must(outcome.file->people().people()).size() == 2);
    CHECK(outcome.file->readOnly());
    const auto refused = outcome.file->write(PersonId(), at(10));
    REQUIRE(!refused);
    CHECK(refused.error().code == ErrorCode::refused);
    CHECK(must(outcome.file->verify()).sound());
  }
  CHECK(wendmoorCase.folder.names() == names);
}

TEST_CASE("While one program has the file any other reads it and is told who has it") {
  TemporaryCase wendmoorCase;
  wendmoorCase.close();
  OtherProgram other([&](const auto& ready) {
    auto theirs = CaseFile::open(wendmoorCase.path, OpenMode::readWrite, "Clover Reed", at(9));
    Team team{TeamId(), "Children in care, north"};
    if (!theirs.file) return;
    if (!theirs.file->change(PersonId(), at(9), [&](store::Transaction& in) { return theirs.file->people().addTeam(in, team); })) return;
    ready();
    ::pause();
  });
  {
    const auto before = bytesOf(wendmoorCase.path);
    auto outcome = CaseFile::open(wendmoorCase.path, OpenMode::readWrite, "Ivy Sedge", at(10));
    REQUIRE(outcome.state == OpenState::openedReadOnly);
    CHECK(outcome.heldBy == "Clover Reed");
    CHECK(outcome.why.detail.find("Clover Reed") != std::string::npos);
    CHECK(must(outcome.file->people().teams()).size() == 1);  // what the other committed is seen
    CHECK(bytesOf(wendmoorCase.path) == before);
  }
  other.stop();
  auto after = CaseFile::open(wendmoorCase.path, OpenMode::readWrite, "Ivy Sedge", at(11));
  REQUIRE(after.state == OpenState::opened);
  CHECK(must(after.file->people().teams()).size() == 1);
}

TEST_CASE("A file that a foreign program has locked is said to be locked") {
  TemporaryCase wendmoorCase;
  wendmoorCase.close();
  const auto before = bytesOf(wendmoorCase.path);
  OtherProgram other([&](const auto& ready) {
    sqlite3* database = nullptr;
    if (sqlite3_open(wendmoorCase.path.c_str(), &database) != SQLITE_OK) return;
    if (sqlite3_exec(database, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE", nullptr, nullptr, nullptr) != SQLITE_OK) return;
    ready();
    ::pause();
  });
  const auto outcome = CaseFile::open(wendmoorCase.path, OpenMode::readWrite, "Ivy Sedge", at(10));
  CHECK(outcome.state == OpenState::locked);
  CHECK(bytesOf(wendmoorCase.path) == before);
}

TEST_CASE("An older file is brought up to date after a checked copy of it was kept") {
  TemporaryCase wendmoorCase;
  wendmoorCase.close();
  store::Ladder ladder = store::caseFileLadder();
  const int version = ladder.back().version;
  ladder.push_back({version + 1, "CREATE TABLE school (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;"});
  {
    const auto readOnly = CaseFile::open(wendmoorCase.path, OpenMode::readOnly, "Ivy Sedge", at(12), ladder);
    CHECK(readOnly.state == OpenState::refused);
  }
  {
    auto outcome = CaseFile::open(wendmoorCase.path, OpenMode::readWrite, "Ivy Sedge", at(12), ladder);
    REQUIRE(outcome.state == OpenState::migrated);
    CHECK(must(outcome.file->people().people()).size() == 2);
    CHECK(must(outcome.file->verify()).sound());
    CHECK(must(outcome.file->contents()).schemaVersion == version + 1);
  }
  const auto kept = CaseFile::backupFolder(wendmoorCase.path) /
                    ("wendmoor-before-version-" + std::to_string(version + 1) + "-2026-11-23T120000Z.homeward");
  REQUIRE(std::filesystem::exists(kept));
  CHECK(raw(kept, "PRAGMA user_version") == std::to_string(version));
  CHECK(raw(wendmoorCase.path, "SELECT count(*) FROM school") == "0");
  CHECK(CaseFile::open(wendmoorCase.path, OpenMode::readWrite, "Ivy Sedge", at(12), ladder).state == OpenState::opened);
  CHECK(CaseFile::open(wendmoorCase.path, OpenMode::readWrite, "Ivy Sedge", at(12)).state == OpenState::newerThanThisProgram);
}

TEST_CASE("A file of version 1 keeps who withdrew a referral, when and why, and a copy of it as it was is kept") {
  const TemporaryFolder folder;
  const auto path = folder / "wendmoor.homeward";
  raw(path, store::caseFileLadder().front().sql);
  raw(path, "PRAGMA application_id = " + std::to_string(store::applicationId) + "; PRAGMA user_version = 1;");
  raw(path, R"(
    INSERT INTO authority (code, name, responsible) VALUES ('E06009999', 'Wendmoor', 1);
    INSERT INTO person (id, name, role, telephone, email, active, version) VALUES (7, 'Ivy Sedge', 'placementOfficer', '', '', 1, 1);)");
  const auto referral = [&](int id, const std::string& stage, const std::string& words) {
    raw(path,
        "INSERT INTO referral (id, number, kind, urgency, stage, needed_by, entered_at, leaving_because, authorisation_owed, "
        "authorisation_given_by, authorisation_basis, authorisation_consent_given_by, authorisation_consent_withdrawn, together, "
        "setting_types, solo_required, school_should_be_kept, connected_person_note, in_plain_words, fewer_than_three, version) VALUES (" +
            std::to_string(id) + ", 'R-000" + std::to_string(id) + "', 'oneChild', 'planned', '" + stage +
            "', '2026-12-01', '2026-11-18T08:00:00Z', '', 1, '', 'notYetKnown', '', 0, 'notASiblingGroup', '[]', 0, 0, '', '', '" + words +
            "', 1)");
  };
  referral(1, "withdrawn", "She went home");
  referral(2, "withdrawn", "Entered twice");  // its history was purged
  referral(3, "shortlisted", "Two have a place");
  // Half past eleven by UTC, around the days on which summer time begins and ends and in the middle of it.
  std::vector<Instant> late;
  for (const Date day : {date(2026, 3, 28), date(2026, 3, 29), date(2026, 7, 9), date(2026, 10, 24), date(2026, 10, 25)}) {
    late.push_back(Instant(day) + std::chrono::hours{23} + std::chrono::minutes{30});
    referral(static_cast<int>(3 + late.size()), "withdrawn", "She went home");
  }
  {
    store::Connection connection(path, store::Access::readWrite);
    const auto changed = [&](int day, const std::string& payload) {
      store::appendEntry(connection, PersonId(7), Instant(date(2026, 11, 1) + std::chrono::days{day - 1}), {store::Entity::referral, 1},
                         store::Action::changed, payload);
    };
    for (std::size_t n = 0; n < late.size(); ++n)
      store::appendEntry(connection, PersonId(7), late[n], {store::Entity::referral, static_cast<std::int64_t>(4 + n)},
                         store::Action::changed, R"({"before":{"stage":"offersIn"},"after":{"stage":"withdrawn"}})");
    changed(19, R"({"before":{"owner_id":null},"after":{"owner_id":7}})");
    changed(20, R"({"before":{"stage":"offersIn"},"after":{"stage":"withdrawn"}})");
    changed(21, R"({"before":{"in_plain_words":""},"after":{"in_plain_words":"Kept for the file"}})");
  }
  {
    auto outcome = CaseFile::open(path, OpenMode::readWrite, "Ivy Sedge", at(12));
    INFO(outcome.why.detail);
    REQUIRE(outcome.state == OpenState::migrated);
    const auto known = must(outcome.file->referrals().all());
    REQUIRE(known.size() == 3 + late.size());
    CHECK(known[0].withdrawal == Withdrawal{"She went home", PersonId(7), date(2026, 11, 20)});
    CHECK(known[0].fewerThanThree.empty());
    CHECK(known[1].withdrawal == Withdrawal{"Entered twice", PersonId(), date(2026, 11, 18)});
    CHECK_FALSE(known[2].withdrawal);
    for (std::size_t n = 0; n < late.size(); ++n)
      CHECK(known[3 + n].withdrawal == Withdrawal{"She went home", PersonId(7), englandDay(late[n])});
    CHECK(known[3].withdrawal->on == date(2026, 3, 28));
    CHECK(known[4].withdrawal->on == date(2026, 3, 30));
    CHECK(known[2].fewerThanThree == "Two have a place");
    CHECK(must(outcome.file->verify()).brokenLinks.empty());
  }
  const auto kept = CaseFile::backupFolder(path) / "wendmoor-before-version-2-2026-11-23T120000Z.homeward";
  REQUIRE(std::filesystem::exists(kept));
  CHECK(raw(kept, "PRAGMA user_version") == "1");
  CHECK(raw(kept, "SELECT fewer_than_three FROM referral WHERE id = 1") == "She went home");
}

TEST_CASE("A file of version 4 keeps the policy that is in use, and its referrals have no weights of their own") {
  const TemporaryFolder folder;
  const auto path = folder / "wendmoor.homeward";
  for (const auto& step : store::caseFileLadder())
    if (step.version <= 4) raw(path, step.sql);
  raw(path, "PRAGMA application_id = " + std::to_string(store::applicationId) + "; PRAGMA user_version = 4;");
  raw(path, R"(
    INSERT INTO authority (code, name, responsible) VALUES ('E06009999', 'Wendmoor', 1);
    INSERT INTO person (id, name, role, telephone, email, active, version) VALUES (7, 'Ivy Sedge', 'placementOfficer', '', '', 1, 1);
    INSERT INTO policy (id, name, number, json, saved_by_id, saved_at) VALUES (1, 'Wendmoor', 1, '{}', 7, '2026-11-18T08:00:00Z');
    INSERT INTO policy (id, name, number, json, saved_by_id, saved_at) VALUES (2, 'Wendmoor', 2, '{"a":1}', 7, '2026-11-19T08:00:00Z');
    INSERT INTO policy_in_use (only, policy_id) VALUES (1, 1);)");
  auto outcome = CaseFile::open(path, OpenMode::readWrite, "Ivy Sedge", at(12));
  INFO(outcome.why.detail);
  REQUIRE(outcome.state == OpenState::migrated);
  const auto inUse = must(outcome.file->policies().inUse());
  REQUIRE(inUse);
  CHECK(inUse->version == 1);
  CHECK(inUse->note.empty());
  CHECK(must(outcome.file->policies().uses()) == std::vector<store::PolicyUse>{{1, std::nullopt, std::nullopt}});
  CHECK(must(outcome.file->policies().all()).size() == 2);
  CHECK(must(outcome.file->policies().adjustments(ReferralId(1))).empty());
  CHECK(must(outcome.file->verify()).brokenLinks.empty());
}

TEST_CASE("A step that fails leaves the file as it was") {
  TemporaryCase wendmoorCase;
  wendmoorCase.close();
  store::Ladder ladder = store::caseFileLadder();
  const int version = ladder.back().version;
  ladder.push_back({version + 1, "CREATE TABLE school (id INTEGER PRIMARY KEY) STRICT;"});
  ladder.push_back({version + 2, "INSERT INTO nowhere VALUES (1);"});
  CHECK(CaseFile::open(wendmoorCase.path, OpenMode::readWrite, "Ivy Sedge", at(12), ladder).state == OpenState::refused);
  CHECK(raw(wendmoorCase.path, "SELECT count(*) FROM sqlite_schema WHERE name = 'school'") == "0");
  CHECK(raw(wendmoorCase.path, "PRAGMA user_version") == std::to_string(version));
  auto outcome = CaseFile::open(wendmoorCase.path, OpenMode::readWrite, "Ivy Sedge", at(13));
  REQUIRE(outcome.state == OpenState::opened);
  CHECK(must(outcome.file->verify()).sound());
}

TEST_CASE("A file in a synchronised folder is refused with its reason") {
  const TemporaryFolder folder;
  std::filesystem::create_directories(folder / "OneDrive");
  const auto outcome = CaseFile::create((folder / "OneDrive") / "wendmoor.homeward", wendmoorCouncil, "Ivy Sedge", at(8));
  CHECK(outcome.state == OpenState::refused);
  CHECK(outcome.why.detail.find("synchronised") != std::string::npos);
}

}  // namespace homeward::tests
