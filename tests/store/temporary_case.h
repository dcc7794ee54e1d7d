// A case file of invented Wendmoor in a folder of its own that goes when the test ends.
#pragma once

#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "store/case_file.h"
#include "support/catch.h"

namespace homeward::tests {

inline Instant at(int hour, int minute = 0, int second = 0) {
  return Instant(date(2026, 11, 23)) + std::chrono::hours(hour) + std::chrono::minutes(minute) + std::chrono::seconds(second);
}
inline const Authority wendmoorCouncil{AuthorityId(), "E06009999", "Wendmoor", true};

inline std::string bytesOf(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

template <class T>
T must(Result<T> result) {
  if (!result) FAIL(result.error().subject << ": " << result.error().detail);
  return *std::move(result);
}
inline void must(const Result<void>& result) {
  if (!result) FAIL(result.error().subject << ": " << result.error().detail);
}

class TemporaryFolder {
 public:
  TemporaryFolder() {
    static std::atomic<int> count{0};
    m_path = std::filesystem::temp_directory_path() / ("homeward-store-" + std::to_string(::getpid()) + "-" + std::to_string(count++));
    std::filesystem::create_directories(m_path);
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  [[nodiscard]] std::filesystem::path operator/(const std::string& name) const { return m_path / name; }
  [[nodiscard]] std::vector<std::string> names() const {
    std::vector<std::string> out;
    for (const auto& entry : std::filesystem::directory_iterator(m_path)) out.push_back(entry.path().filename().string());
    std::sort(out.begin(), out.end());
    return out;
  }

 private:
  std::filesystem::path m_path;
};

/// An open case file with two people in it.
struct TemporaryCase {
  TemporaryFolder folder;
  std::filesystem::path path = folder / "wendmoor.homeward";
  std::optional<store::CaseFile> opened;
  PersonId officer;
  PersonId socialWorker;

  TemporaryCase() {
    auto outcome = store::CaseFile::create(path, wendmoorCouncil, "Ivy Sedge", at(8));
    if (!outcome.file) FAIL(outcome.why.detail);
    opened = std::move(outcome.file);
    officer = add("Ivy Sedge", Role::placementOfficer);
    socialWorker = add("Heath Larch", Role::socialWorker);
  }
  store::CaseFile& file() { return *opened; }
  template <class Work>
  auto change(Work&& work, Instant when = at(9)) {
    return must(file().change(officer, when, [&](store::Transaction& in) { return work(in); }));
  }
  void close() { opened.reset(); }
  void reopen() {
    close();
    auto outcome = store::CaseFile::open(path, store::OpenMode::readWrite, "Ivy Sedge", at(10));
    if (!outcome.file) FAIL(outcome.why.detail);
    opened = std::move(outcome.file);
  }

 private:
  PersonId add(const std::string& name, Role role) {
    Person person;
    person.name = name;
    person.role = role;
    return must(file().change(PersonId(), at(8), [&](store::Transaction& in) { return file().people().addPerson(in, person); }));
  }
};

}  // namespace homeward::tests
