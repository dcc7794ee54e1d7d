// Who has a file: one program at a time, named in a small file beside it ("wendmoor.homeward.lock"), so that everybody else can be told.
//
// The lock is advisory and ends with its program, however that ends; the name left behind by a crash locks nothing.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "support/result.h"

namespace homeward::platform {

/// "ivy on WENDMOOR-7 (program 4711)": user, machine and process of this program.
[[nodiscard]] std::string thisProgram();

class FileLock {
 public:
  struct Taken {
    std::unique_ptr<FileLock> lock;  ///< null when somebody else has it
    std::string heldBy;              ///< what they wrote, then; empty if they have not written it yet
    [[nodiscard]] bool held() const { return lock != nullptr; }
  };
  /// Takes the lock of `file` for `who`, without waiting. An Error only where no lock file can be kept beside it.
  [[nodiscard]] static Result<Taken> take(const std::filesystem::path& file, const std::string& who = thisProgram());
  ~FileLock();
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;

 private:
  FileLock(std::intptr_t handle, std::filesystem::path path) : m_handle(handle), m_path(std::move(path)) {}
  std::intptr_t m_handle;  ///< of the operating system
  std::filesystem::path m_path;
};

}  // namespace homeward::platform
