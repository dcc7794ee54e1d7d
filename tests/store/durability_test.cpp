// Nothing acknowledged is lost: killed programs, a disk that fills up, backups and restores.

#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include "store/raw.h"
#include "store/temporary_case.h"

namespace homeward::tests {

using store::CaseFile;
using store::OpenMode;
using store::OpenState;

TEST_CASE("A program killed in the middle of its work loses nothing that it was told is saved") {
  TemporaryCase wendmoorCase;
  wendmoorCase.close();
  std::int64_t acknowledged = 0;
  for (int round = 0; round < 5; ++round) {
    int saved[2] = {0, 0};
    REQUIRE(::pipe(saved) == 0);
    const pid_t process = ::fork();
    REQUIRE(process >= 0);
    if (process == 0) {
      auto outcome = CaseFile::open(wendmoorCase.path, OpenMode::readWrite, "Clover Reed", at(9));
      while (outcome.file) {
        const auto done = outcome.file->change(PersonId(), at(9), [&](store::Transaction& in) -> Result<void> {
          for (int i = 0; i < 3; ++i)
            if (auto added = outcome.file->people().addTeam(in, {TeamId(), "team"}); !added) return tl::unexpected<Error>(added.error());
          return {};
        });
        if (!done || ::write(saved[1], "s", 1) != 1) break;
      }
      ::_exit(1);
    }
    char byte = 0;
    for (int i = 0; i < 10 + round; ++i) acknowledged += 3 * ::read(saved[0], &byte, 1);
    ::kill(process, SIGKILL);
    ::waitpid(process, nullptr, 0);
    ::close(saved[1]);
    while (::read(saved[0], &byte, 1) == 1) acknowledged += 3;
    ::close(saved[0]);

    wendmoorCase.reopen();
    const auto teams = static_cast<std::int64_t>(must(wendmoorCase.file().people().teams()).size());
    CHECK(teams >= acknowledged);
    CHECK(teams % 3 == 0);  // whole or not at all
    CHECK(must(wendmoorCase.file().verify()).sound());
    acknowledged = teams;
    wendmoorCase.close();
  }
  CHECK(acknowledged >= 30);
}

TEST_CASE("A disk that takes no more is said so, and what was saved before stays") {
  TemporaryCase wendmoorCase;
  wendmoorCase.close();
  const auto before = must(Result<std::uintmax_t>(std::filesystem::file_size(wendmoorCase.path)));
  const pid_t process = ::fork();
  REQUIRE(process >= 0);
  if (process == 0) {
    auto outcome = CaseFile::open(wendmoorCase.path, OpenMode::readWrite, "Clover Reed", at(9));
    if (!outcome.file) ::_exit(2);
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{before + 20'000, before + 20'000};
    if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) ::_exit(3);
    const auto failed = outcome.file->change(PersonId(), at(9), [&](store::Transaction& in) -> Result<void> {
      for (int i = 0; i < 5000; ++i)
        if (auto added = outcome.file->people().addTeam(in, {TeamId(), std::string(2000, 't')}); !added)
          return tl::unexpected<Error>(added.error());
      return {};
    });
    ::_exit(!failed && failed.error().code == ErrorCode::unavailable ? 0 : 4);
  }
  int status = 0;
  ::waitpid(process, &status, 0);
  REQUIRE(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 0);
  wendmoorCase.reopen();
  CHECK(must(wendmoorCase.file().people().teams()).empty());
  CHECK(must(wendmoorCase.file().people().people()).size() == 2);
  CHECK(must(wendmoorCase.file().verify()).sound());
}

TEST_CASE("A backup is whole, and restoring it brings back what it held") {
  TemporaryCase wendmoorCase;
  const auto copy = wendmoorCase.folder / "copy.homeward";
  must(wendmoorCase.file().backup(copy));
  CHECK_FALSE(std::filesystem::exists(wendmoorCase.folder / "copy.homeward.part"));
  wendmoorCase.change([&](store::Transaction& in) { return wendmoorCase.file().people().addTeam(in, {TeamId(), "North"}); });

  const auto refused = CaseFile::restore(copy, wendmoorCase.path, "Ivy Sedge", at(12));
  REQUIRE(!refused);  // the file is open
  CHECK(refused.error().detail.find("Ivy Sedge") != std::string::npos);

  wendmoorCase.close();
  const auto aside = must(CaseFile::restore(copy, wendmoorCase.path, "Ivy Sedge", at(12)));
  REQUIRE(aside);
  CHECK(raw(*aside, "SELECT count(*) FROM team") == "1");
  wendmoorCase.reopen();
  CHECK(must(wendmoorCase.file().people().teams()).empty());
  const auto verified = must(wendmoorCase.file().verify());
  CHECK(verified.sound());
  CHECK(verified.history.headBeside == store::HeadState::current);
}

TEST_CASE("Neither a damaged nor a foreign file is restored") {
  TemporaryCase wendmoorCase;
  const auto copy = wendmoorCase.folder / "copy.homeward";
  must(wendmoorCase.file().backup(copy));
  wendmoorCase.close();
  const auto before = bytesOf(wendmoorCase.path);
  SECTION("damaged") { std::filesystem::resize_file(copy, std::filesystem::file_size(copy) - 8192); }
  SECTION("its history cut off") { raw(copy, "DELETE FROM history_payload WHERE number = 2; DELETE FROM history WHERE number = 2"); }
  SECTION("foreign") { std::ofstream(copy, std::ios::trunc) << "a letter"; }
  SECTION("missing") { std::filesystem::remove(copy); }
  CHECK_FALSE(CaseFile::restore(copy, wendmoorCase.path, "Ivy Sedge", at(12)));
  CHECK(bytesOf(wendmoorCase.path) == before);
  CHECK_FALSE(std::filesystem::exists(wendmoorCase.folder / "wendmoor.homeward.restoring"));
}

TEST_CASE("Daily backups are made once a day and the newest thirty are kept") {
  TemporaryCase wendmoorCase;
  const auto folder = CaseFile::backupFolder(wendmoorCase.path);
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "wendmoor-before-version-2-x.homeward") << "kept";
  for (int day = 0; day < 33; ++day) {
    const Date today = date(2026, 11, 1) + std::chrono::days(day);
    CHECK(must(wendmoorCase.file().backupDaily(today)).has_value());
    CHECK_FALSE(must(wendmoorCase.file().backupDaily(today)).has_value());
  }
  CHECK(std::distance(std::filesystem::directory_iterator(folder), {}) == store::dailyBackupsKept + 1);
  CHECK_FALSE(std::filesystem::exists(folder / "wendmoor-2026-11-03.homeward"));
  CHECK(std::filesystem::exists(folder / "wendmoor-2026-11-04.homeward"));
  CHECK(raw(folder / "wendmoor-2026-12-03.homeward", "PRAGMA integrity_check") == "ok");
}

TEST_CASE("A second view in the same program sees what was committed, and only that") {
  TemporaryCase wendmoorCase;
  auto& file = wendmoorCase.file();
  auto view = must(file.besides());
  {
    auto in = must(file.write(wendmoorCase.officer, at(9)));
    must(file.people().addTeam(in, {TeamId(), "North"}));
    CHECK(must(view.people().teams()).empty());
    const auto second = file.write(wendmoorCase.officer, at(9));
    REQUIRE(!second);
    CHECK(second.error().code == ErrorCode::unavailable);
    must(in.commit());
  }
  CHECK(must(view.people().teams()).size() == 1);
  CHECK(view.readOnly());
}

TEST_CASE("A writer in the background is part of the one writer of its program") {
  TemporaryCase wendmoorCase;
  auto& file = wendmoorCase.file();
  auto behind = must(file.besides(store::OpenMode::readWrite));
  CHECK_FALSE(behind.readOnly());
  CHECK(behind.heldBy() == file.heldBy());
  int told = 0;
  const auto listening = file.onCommit([&](const std::vector<store::Changed>&) { ++told; });
  {
    auto in = must(behind.write(wendmoorCase.officer, at(9)));
    must(behind.people().addTeam(in, {TeamId(), "North"}));
    const auto refused = file.write(wendmoorCase.officer, at(9));  // at once, not after waiting for a lock
    REQUIRE(!refused);
    CHECK(refused.error().code == ErrorCode::unavailable);
    CHECK(must(file.people().teams()).empty());
  }
  CHECK(must(file.people().teams()).empty());  // without a commit nothing of it remains
  must(file.change(wendmoorCase.officer, at(10), [&](store::Transaction& in) { return file.people().addTeam(in, {TeamId(), "South"}); }));
  CHECK(told == 1);
  must(behind.change(wendmoorCase.officer, at(11), [&](store::Transaction& in) {
    return behind.people().addTeam(in, {TeamId(), "West"});
  }));
  CHECK(must(file.people().teams()).size() == 2);
  CHECK(told == 1);  // it tells its own listeners only
  CHECK(must(file.verify()).sound());
}

TEST_CASE("A writer in the background keeps the file from other programs as long as it lives") {
  TemporaryCase wendmoorCase;
  auto behind = std::make_optional(must(wendmoorCase.file().besides(store::OpenMode::readWrite)));
  const auto path = wendmoorCase.path;
  wendmoorCase.close();
  {
    const auto other = CaseFile::open(path, store::OpenMode::readWrite, "another program", at(12));
    CHECK(other.state == store::OpenState::openedReadOnly);
    REQUIRE(other.file);
    CHECK(other.file->heldBy() == behind->heldBy());
  }
  behind.reset();
  CHECK(CaseFile::open(path, store::OpenMode::readWrite, "another program", at(12)).state == store::OpenState::opened);
}

TEST_CASE("Checking and backing up stop when they are told to, and leave nothing") {
  TemporaryCase wendmoorCase;
  auto& file = wendmoorCase.file();
  must(file.change(wendmoorCase.officer, at(9), [&](store::Transaction& in) -> Result<void> {
    int number = 0;
    const auto put = file.geography().putPostcodes(in, [&](Place& place) {
      place = {"ZZ" + std::to_string(100'000 + number), GridPoint{400'000 + number, 400'000}, "E06009999"};
      return ++number < 20'000;
    });
    if (!put) return tl::unexpected<Error>(put.error());
    return {};
  }));
  int asked = 0;
  const auto checked = file.verify(Progress([&](std::int64_t, std::int64_t) { return ++asked < 2; }));
  REQUIRE(!checked);
  CHECK(checked.error().code == ErrorCode::cancelled);
  CHECK(asked == 2);
  CHECK(must(file.verify()).sound());
  const auto copy = wendmoorCase.folder / "copy.homeward";
  const auto stopped = file.backup(copy, Progress([](std::int64_t, std::int64_t) { return false; }));
  REQUIRE(!stopped);
  CHECK(stopped.error().code == ErrorCode::cancelled);
  CHECK_FALSE(std::filesystem::exists(copy));
  CHECK_FALSE(std::filesystem::exists(wendmoorCase.folder / "copy.homeward.part"));
}

TEST_CASE("The newest of the daily backups is known") {
  TemporaryCase wendmoorCase;
  CHECK_FALSE(wendmoorCase.file().lastDailyBackup());
  must(wendmoorCase.file().backupDaily(date(2026, 11, 26)));
  must(wendmoorCase.file().backupDaily(date(2026, 11, 27)));
  std::ofstream(CaseFile::backupFolder(wendmoorCase.path) / "wendmoor-2026-12-01.homeward.part") << "not whole";
  CHECK(wendmoorCase.file().lastDailyBackup() == date(2026, 11, 27));
}

}  // namespace homeward::tests
