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

/// 14:20 on the demo's Friday, a second later at each look, so that what is written later is also recorded later.
inline app::Clock demoClock() {
  return [now = std::make_shared<std::atomic<std::int64_t>>(0)] {
    return Instant{demoDay} + std::chrono::hours{14} + std::chrono::minutes{20} + std::chrono::seconds{(*now)++};
  };
}

struct DemoOnDisk {
  std::filesystem::path folder;
  std::filesystem::path path;
  std::unique_ptr<app::Workspace> workspace;

  DemoOnDisk() {
    static std::atomic<int> number{0};
    folder = std::filesystem::temp_directory_path() / ("homeward-app-" + std::to_string(::getpid()) + "-" + std::to_string(number++));
    std::filesystem::create_directories(folder);
    path = folder / "demo.homeward";
    auto made = app::demoCase(path, 1, demoDay, {}, demoClock());
    REQUIRE(made);
    workspace = *std::move(made);
  }
  ~DemoOnDisk() {
    workspace.reset();
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
  }
  DemoOnDisk(const DemoOnDisk&) = delete;
  DemoOnDisk& operator=(const DemoOnDisk&) = delete;
  [[nodiscard]] Date today() const { return workspace->today(); }
};

}  // namespace homeward::tests
