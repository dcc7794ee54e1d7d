#include <algorithm>
#include <array>

#include "support/platform/files.h"
#include "support/text.h"

namespace homeward::platform {

bool isInSynchronisedFolder(const std::filesystem::path& file) {
  // OneDrive adds the organisation's name ("OneDrive - Wendmoor Council"), so beginnings are compared.
  constexpr std::array<std::string_view, 9> names = {"onedrive",    "dropbox",   "google drive", "googledrive", "icloud drive",
                                                     "iclouddrive", "nextcloud", "owncloud",     "box sync"};
  return std::ranges::any_of(file, [&](const std::filesystem::path& part) {
    const std::string folder = lowered(part.string());
    return std::ranges::any_of(names, [&](std::string_view name) { return folder.starts_with(name); });
  });
}

}  // namespace homeward::platform
