// A folder of this process alone for libraries that can only write to named files. It is in memory-backed storage where the system has
// some, readable by its owner only, and gone with all its files when the value is.
#pragma once

#include <filesystem>
#include <utility>

#include "support/result.h"

namespace homeward::exchange {

class ScratchFolder {
 public:
  [[nodiscard]] static Result<ScratchFolder> create();
  ScratchFolder(ScratchFolder&& other) noexcept : m_path(std::exchange(other.m_path, {})) {}
  ScratchFolder& operator=(ScratchFolder&&) = delete;
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  ~ScratchFolder();
  [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

 private:
  explicit ScratchFolder(std::filesystem::path path) : m_path(std::move(path)) {}
  std::filesystem::path m_path;
};

}  // namespace homeward::exchange
