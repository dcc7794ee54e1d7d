// The disk keeps its promises: whole files or none, private ones, limits, and one writer at a time.
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>

#include "support/cases.h"
#include "support/platform/files.h"
#include "support/platform/lock.h"

namespace homeward::tests {
namespace {

namespace fs = std::filesystem;
using platform::FileLock;
using platform::Whereabouts;

/// An empty folder that goes with the test.
class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "homeward-test-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    m_path = name;
  }
  ~Folder() { fs::remove_all(m_path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] fs::path operator/(const std::string& name) const { return m_path / name; }
  [[nodiscard]] std::ptrdiff_t entries() const { return std::distance(fs::directory_iterator(m_path), fs::directory_iterator()); }
  [[nodiscard]] const fs::path& path() const { return m_path; }

 private:
  fs::path m_path;
};

unsigned mode(const fs::path& file) { return static_cast<unsigned>(fs::status(file).permissions()) & 0777u; }
std::string contents(const fs::path& file) { return platform::readFile(file, 1 << 30).value(); }

/// No file of this program may grow beyond so many bytes, as on a disk that fills up.
class SmallDisk {
 public:
  explicit SmallDisk(rlim_t bytes) : m_handler(std::signal(SIGXFSZ, SIG_IGN)) {
    ::getrlimit(RLIMIT_FSIZE, &m_before);
    rlimit small = m_before;
    small.rlim_cur = bytes;
    ::setrlimit(RLIMIT_FSIZE, &small);
  }
  ~SmallDisk() {
    ::setrlimit(RLIMIT_FSIZE, &m_before);
    std::signal(SIGXFSZ, m_handler);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;

 private:
  void (*m_handler)(int);
  rlimit m_before{};
};

TEST_CASE("a file is written whole, for its owner alone, and nothing else is left in its folder") {
  const Folder folder;
  const fs::path file = folder / "report.csv";
  REQUIRE(platform::writeFile(file, "first\n"));
  CHECK(contents(file) == "first\n");
  CHECK(mode(file) == 0600u);
  REQUIRE(platform::writeFile(file, std::string("second\0half", 11)));
  CHECK(contents(file) == std::string("second\0half", 11));
  CHECK(folder.entries() == 1);
}

TEST_CASE("a disk that fills up leaves the old file as it was") {
  const Folder folder;
  const fs::path file = folder / "report.csv";
  REQUIRE(platform::writeFile(file, "last week's"));
  const std::string large(1 << 20, 'x');
  {
    const SmallDisk disk{4096};
    const auto written = platform::writeFile(file, large);
    REQUIRE_FALSE(written);
    CHECK(written.error().code == ErrorCode::unavailable);
    CHECK(written.error().subject == "report.csv");
    CHECK_FALSE(platform::writeFile(folder / "other.csv", large));
  }
  CHECK(contents(file) == "last week's");
  CHECK(folder.entries() == 1);
  CHECK(platform::writeFile(file, large));
  CHECK(contents(file) == large);
}

TEST_CASE("a folder cannot be overwritten, and a missing folder is told") {
  const Folder folder;
  fs::create_directory(folder / "packs");
  CHECK_FALSE(platform::writeFile(folder / "packs", "bytes"));
  CHECK(fs::is_directory(folder / "packs"));
  CHECK(folder.entries() == 1);
  CHECK(platform::writeFile(folder / "nowhere" / "file", "bytes").error().code == ErrorCode::notFound);
}

TEST_CASE("writing through a link writes what it points to") {
  const Folder folder;
  REQUIRE(platform::writeFile(folder / "real", "old"));
  fs::create_symlink(folder / "real", folder / "link");
  REQUIRE(platform::writeFile(folder / "link", "new"));
  CHECK(fs::is_symlink(folder / "link"));
  CHECK(contents(folder / "real") == "new");
}

TEST_CASE("reading stops at the limit and takes files only") {
  const Folder folder;
  const fs::path file = folder / "list.csv";
  REQUIRE(platform::writeFile(file, "0123456789"));
  CHECK(platform::readFile(file, 10).value() == "0123456789");
  CHECK(platform::readFile(file, 9).error().code == ErrorCode::tooLarge);
  CHECK(platform::readFile(folder / "missing", 9).error().code == ErrorCode::notFound);
  CHECK(platform::readFile(folder.path(), 9).error().code == ErrorCode::unreadable);
  REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
  CHECK(platform::readFile(folder / "pipe", 9).error().code == ErrorCode::unreadable);
}

TEST_CASE("any bytes come back as they were written") {
  const Folder folder;
  holdsFor(1000, "write, then read", [&] {
    const auto bytes = *rc::gen::arbitrary<std::string>();
    RC_ASSERT(platform::writeFile(folder / "any", bytes).has_value());
    RC_ASSERT(platform::readFile(folder / "any", bytes.size()).value() == bytes);
  });
}

TEST_CASE("a file can be made private afterwards") {
  const Folder folder;
  const fs::path file = folder / "case.homeward";
  std::ofstream(file) << "case";
  fs::permissions(file, fs::perms::all);
  REQUIRE(platform::makePrivate(file));
  CHECK(mode(file) == 0600u);
  CHECK(platform::makePrivate(folder / "missing").error().code == ErrorCode::notFound);
}

TEST_CASE("a folder that is synchronised is known by its name") {
  CHECK(platform::isInSynchronisedFolder("/home/ivy/OneDrive - Wendmoor Council/case.homeward"));
  CHECK(platform::isInSynchronisedFolder("/home/ivy/Dropbox/a/b/case.homeward"));
  CHECK(platform::isInSynchronisedFolder("Google Drive/case.homeward"));
  CHECK_FALSE(platform::isInSynchronisedFolder("/home/ivy/Documents/case.homeward"));
  CHECK_FALSE(platform::isInSynchronisedFolder("/home/ivy/my dropbox notes/case.homeward"));
  const Folder folder;
  fs::create_directory(folder / "Nextcloud");
  CHECK(platform::whereabouts(folder / "Nextcloud" / "new" / "case.homeward") == Whereabouts::synchronisedFolder);
  CHECK(platform::whereabouts("/proc/case.homeward") == Whereabouts::thisMachine);
}

TEST_CASE("a link into a synchronised folder does not hide it") {
  const Folder folder;
  fs::create_directory(folder / "OneDrive");
  fs::create_symlink(folder / "OneDrive", folder / "cases");
  CHECK(platform::whereabouts(folder / "cases" / "case.homeward") == Whereabouts::synchronisedFolder);
}

TEST_CASE("the data folder is private and lies where the person keeps data") {
  const Folder folder;
  const char* before = std::getenv("XDG_DATA_HOME");
  const std::string kept = before != nullptr ? before : "";
  ::setenv("XDG_DATA_HOME", (folder / "data").c_str(), 1);
  const auto made = platform::dataFolder();
  if (before != nullptr)
    ::setenv("XDG_DATA_HOME", kept.c_str(), 1);
  else
    ::unsetenv("XDG_DATA_HOME");
  REQUIRE(made);
  CHECK(*made == folder / "data" / "homeward");
  CHECK(mode(*made) == 0700u);
}

TEST_CASE("one program at a time has a file, and the next is told who") {
  const Folder folder;
  const fs::path file = folder / "case.homeward";
  {
    const auto first = FileLock::take(file, "ivy on WENDMOOR-7 (program 4711)");
    REQUIRE(first);
    REQUIRE(first->held());
    CHECK(mode(folder / "case.homeward.lock") == 0600u);
    const auto second = FileLock::take(file, "rowan");
    REQUIRE(second);
    CHECK_FALSE(second->held());
    CHECK(second->heldBy == "ivy on WENDMOOR-7 (program 4711)");
  }
  CHECK(folder.entries() == 0);
  CHECK(FileLock::take(file)->held());
}

TEST_CASE("a lock ends with its program, and a name that a crash left behind locks nothing") {
  const Folder folder;
  const fs::path file = folder / "case.homeward";
  const pid_t other = ::fork();
  if (other == 0) {
    const auto taken = FileLock::take(file, "a program that crashes");
    ::_exit(taken && taken->held() ? 7 : 1);  // without a destructor
  }
  int status = 0;
  REQUIRE(::waitpid(other, &status, 0) == other);
  REQUIRE(WEXITSTATUS(status) == 7);
  CHECK(fs::exists(folder / "case.homeward.lock"));
  CHECK(FileLock::take(file)->held());
}

TEST_CASE("where no lock can be kept, an error says so") {
  CHECK(FileLock::take("/proc/no/such/folder/case.homeward").error().code == ErrorCode::unavailable);
}

TEST_CASE("this program says its user, machine and process") {
  const std::string who = platform::thisProgram();
  CHECK(who.find(" on ") != std::string::npos);
  CHECK(who.find("program " + std::to_string(::getpid())) != std::string::npos);
}

}  // namespace
}  // namespace homeward::tests
