#include "exchange/scratch_folder.h"

#include <random>
#include <string>

namespace homeward::exchange {

Result<ScratchFolder> ScratchFolder::create() {
  namespace fs = std::filesystem;
  constexpr int tries = 16;
  std::error_code problem;
  const fs::path inMemory = "/dev/shm";
  std::random_device random;
  for (const fs::path& parent : {inMemory, fs::temp_directory_path(problem)}) {
    if (parent.empty() || !fs::is_directory(parent, problem)) continue;
    for (int i = 0; i < tries; ++i) {
      const fs::path folder = parent / ("homeward-" + std::to_string(random()) + std::to_string(random()));
      if (!fs::create_directory(folder, problem)) continue;  // taken, or not allowed here
      fs::permissions(folder, fs::perms::owner_all, problem);
      ScratchFolder scratch(folder);
      if (!problem) return scratch;
    }
  }
  return fail(ErrorCode::unavailable, "temporary folder", "No temporary folder could be made: check that the disk is not full.");
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  if (!m_path.empty()) std::filesystem::remove_all(m_path, ignored);
}

}  // namespace homeward::exchange
