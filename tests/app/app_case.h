// A demo case in a temporary folder, open for work at a fixed moment: what tests of the use cases start from.
#pragma once

#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <memory>
#include <string>

#include "app/open_case.h"
#include "support/catch.h"

namespace homeward::tests {

inline constexpr Date demoDay = date(2026, 11, 27);

/// From 14:20 on the demo's Friday, a second later at each look, so that what is written later is also recorded later.
inline app::Clock demoClock(std::chrono::seconds after = {}) {
  return [now = std::make_shared<std::atomic<std::int64_t>>(after.count())] {
    return Instant{demoDay} + std::chrono::hours{14} + std::chrono::minutes{20} + std::chrono::seconds{(*now)++};
  };
}

/// A folder of its own, gone with the value.
struct ScratchFolder {
  std::filesystem::path path;
  ScratchFolder() {
    static std::atomic<int> number{0};
    path = std::filesystem::temp_directory_path() / ("homeward-app-" + std::to_string(::getpid()) + "-" + std::to_string(number++));
    std::filesystem::create_directories(path);
  }
  ~ScratchFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path, ignored);
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
};

/// The demo case, written once for all tests of a program; each works on a copy.
inline std::filesystem::path demoWrittenOnce() {
  static const ScratchFolder folder;
  static const std::filesystem::path written = [] {
    std::filesystem::path path = folder.path / "demo.homeward";
    REQUIRE(app::demoCase(path, 1, demoDay, {}, demoClock()));
    return path;
  }();
  return written;
}

struct DemoOnDisk {
  ScratchFolder scratch;
  std::filesystem::path folder = scratch.path;
  std::filesystem::path path = folder / "demo.homeward";
  std::unique_ptr<app::Workspace> workspace;

  DemoOnDisk() {
    constexpr std::chrono::seconds untilItWasWritten{60};
    for (const auto& part : std::filesystem::directory_iterator(demoWrittenOnce().parent_path()))
      if (part.is_regular_file()) std::filesystem::copy_file(part.path(), folder / part.path().filename());
    app::Opened opened = app::openCase(path, store::OpenMode::readWrite, demoClock(untilItWasWritten));
    INFO(opened.words);
    REQUIRE(opened.workspace);
    workspace = std::move(opened.workspace);
  }
  [[nodiscard]] Date today() const { return workspace->today(); }
};

}  // namespace homeward::tests
