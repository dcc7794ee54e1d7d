// Files as the operating system keeps them: written whole or not at all, private to the person, read up to a limit, and asked whether
// they lie where no live case file may lie. With `lock.h` the only place where the program calls POSIX or Windows itself.
//
// Errors name the file without its folder, since folders may be called after children.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "support/result.h"

namespace homeward::platform {

/// Puts these bytes into the file: afterwards it holds all of them, on the disk, or what it held before (nothing, if there was none),
/// whatever fails in between. The file can be read by its owner only. A symbolic link stays one; what it points to is written.
[[nodiscard]] Result<void> writeFile(const std::filesystem::path& file, std::string_view bytes);

/// The bytes of a file; tooLarge when it has more than `mostBytes`, notFound or unreadable when it is no ordinary file.
[[nodiscard]] Result<std::string> readFile(const std::filesystem::path& file, std::uint64_t mostBytes);

/// Lets only the owner read and write the file (mode 0600). On Windows the folder of the person's profile already sees to that.
[[nodiscard]] Result<void> makePrivate(const std::filesystem::path& file);

/// Whose disk a file lies on. A live case file belongs on one of this machine: on a share two programs would not see each other's locks,
/// and a folder that is synchronised is copied in the middle of a change.
enum class Whereabouts { thisMachine, networkShare, synchronisedFolder };
/// Of a file that exists or would be created there. What the system cannot say counts as this machine.
[[nodiscard]] Whereabouts whereabouts(const std::filesystem::path& file);
/// Is one of the folders in this path kept by OneDrive, Dropbox or the like? By name only.
[[nodiscard]] bool isInSynchronisedFolder(const std::filesystem::path& file);

/// Where this person's case files lie unless they say otherwise; created, private, if it is not there.
[[nodiscard]] Result<std::filesystem::path> dataFolder();

}  // namespace homeward::platform
