#ifndef _WIN32
#include <fcntl.h>
#include <mntent.h>
#include <pwd.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <vector>

#include "support/platform/files.h"

namespace homeward::platform {
namespace {

namespace fs = std::filesystem;

/// A file descriptor that is closed when it goes.
class Descriptor {
 public:
  explicit Descriptor(int number) : m_number(number) {}
  ~Descriptor() { close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int number() const { return m_number; }
  /// A disk may tell only now that it could not write.
  bool close() {
    const int number = m_number;
    m_number = -1;
    return number < 0 || ::close(number) == 0;
  }

 private:
  int m_number;
};

tl::unexpected<Error> failure(const fs::path& file, int reason) {
  const std::string name = file.filename().string();
  switch (reason) {
    case ENOENT:
      return fail(ErrorCode::notFound, name, "There is no such file or folder. Check where it lies.");
    case ENOSPC:
    case EDQUOT:
      return fail(ErrorCode::unavailable, name, "The disk is full. Free some space and try again.");
    case EFBIG:
      return fail(ErrorCode::unavailable, name, "The file would become larger than this machine allows.");
    case EACCES:
    case EPERM:
      return fail(ErrorCode::unavailable, name, "You may not write or read there. Choose another folder or ask for permission.");
    case EROFS:
      return fail(ErrorCode::unavailable, name, "That disk can only be read. Choose another folder.");
    case EISDIR:
      return fail(ErrorCode::unreadable, name, "That is a folder, not a file.");
    default:
      return fail(ErrorCode::unavailable, name, std::string("The disk answered: ") + std::strerror(reason) + ".");
  }
}

bool writeAll(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

/// Makes the new name itself survive a loss of power. Some file systems know no such order, so that a failure is none.
void settleFolder(const fs::path& folder) {
  const Descriptor descriptor{::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
  if (descriptor.number() >= 0) static_cast<void>(::fsync(descriptor.number()));
}

/// Remote file systems, by the numbers of statfs(2).
bool isRemote(std::uint32_t type) {
  constexpr std::array<std::uint32_t, 7> remote = {0x6969,       // NFS
                                                   0x517B,       // SMB
                                                   0xFF534D42,   // CIFS
                                                   0xFE534D42,   // SMB 2 and 3
                                                   0x5346414F,   // AFS
                                                   0x73757245,   // Coda
                                                   0x00C36400};  // Ceph
  return std::ranges::find(remote, type) != remote.end();
}

/// A file system in user space can be anything: a share, or a disk of another system. Its name in the table of mounts tells.
bool isRemoteFuse(const fs::path& folder) {
  std::FILE* table = ::setmntent("/proc/self/mounts", "r");
  if (table == nullptr) return false;
  std::string nearest;
  std::string type;
  mntent entry{};
  std::array<char, 4096> buffer{};
  while (::getmntent_r(table, &entry, buffer.data(), static_cast<int>(buffer.size())) != nullptr) {
    const std::string mounted = entry.mnt_dir;
    const auto [end, ignored] = std::ranges::mismatch(fs::path(mounted), folder);
    if (end != fs::path(mounted).end() || mounted.size() < nearest.size()) continue;
    nearest = mounted;
    type = entry.mnt_type;
  }
  ::endmntent(table);
  return type.starts_with("fuse.") && type.find("overlay") == std::string::npos;
}

/// The nearest folder above (or at) this path that exists.
fs::path existing(const fs::path& file) {
  std::error_code error;
  fs::path folder = fs::absolute(file, error);
  while (!folder.empty() && !fs::exists(folder, error) && folder != folder.parent_path()) folder = folder.parent_path();
  const fs::path real = fs::canonical(folder, error);
  return error ? folder : real;
}

fs::path homeFolder() {
  if (const char* home = std::getenv("HOME"); home != nullptr && *home == '/') return home;
  std::vector<char> buffer(16'384);
  passwd entry{};
  passwd* found = nullptr;
  if (::getpwuid_r(::getuid(), &entry, buffer.data(), buffer.size(), &found) != 0 || found == nullptr) return {};
  return entry.pw_dir;
}

}  // namespace

Result<void> writeFile(const fs::path& file, std::string_view bytes) {
  std::error_code error;
  const fs::path target = fs::is_symlink(file, error) ? fs::weakly_canonical(file, error) : file;
  std::string part = target.string() + ".part-XXXXXX";  // in the same folder: a rename within one file system is all or nothing
  Descriptor descriptor{::mkstemp(part.data())};        // mkstemp creates it with mode 0600
  if (descriptor.number() < 0) return failure(file, errno);
  if (!writeAll(descriptor.number(), bytes) || ::fsync(descriptor.number()) != 0 || !descriptor.close() ||
      ::rename(part.c_str(), target.c_str()) != 0) {
    const int reason = errno;
    ::unlink(part.c_str());
    return failure(file, reason);
  }
  settleFolder(target.parent_path());
  return {};
}

Result<std::string> readFile(const fs::path& file, std::uint64_t mostBytes) {
  // Without O_NONBLOCK a pipe without a writer would keep us waiting for ever.
  const Descriptor descriptor{::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};
  if (descriptor.number() < 0) return failure(file, errno);
  struct stat known {};
  if (::fstat(descriptor.number(), &known) != 0) return failure(file, errno);
  const std::string name = file.filename().string();
  if (!S_ISREG(known.st_mode)) return fail(ErrorCode::unreadable, name, "That is a folder or a device, not a file.");
  const auto tooLarge = [&] {
    return fail(ErrorCode::tooLarge, name,
                "The file is larger than " + std::to_string(mostBytes) + " bytes, which is the most that is read here.");
  };
  if (static_cast<std::uint64_t>(known.st_size) > mostBytes) return tooLarge();
  std::string bytes;
  bytes.reserve(static_cast<std::size_t>(known.st_size));
  std::array<char, 65'536> block{};
  for (;;) {
    const auto got = ::read(descriptor.number(), block.data(), block.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return failure(file, errno);
    if (got == 0) return bytes;
    bytes.append(block.data(), static_cast<std::size_t>(got));
    if (bytes.size() > mostBytes) return tooLarge();  // it grew while it was read
  }
}

Result<void> makePrivate(const fs::path& file) {
  if (::chmod(file.c_str(), S_IRUSR | S_IWUSR) != 0) return failure(file, errno);
  return {};
}

Whereabouts whereabouts(const fs::path& file) {
  const fs::path folder = existing(file);
  if (isInSynchronisedFolder(file) || isInSynchronisedFolder(folder)) return Whereabouts::synchronisedFolder;
  struct statfs system {};
  if (::statfs(folder.c_str(), &system) != 0) return Whereabouts::thisMachine;
  constexpr std::uint32_t fuse = 0x65735546;
  const auto type = static_cast<std::uint32_t>(system.f_type);
  return isRemote(type) || (type == fuse && isRemoteFuse(folder)) ? Whereabouts::networkShare : Whereabouts::thisMachine;
}

Result<fs::path> dataFolder() {
  const char* chosen = std::getenv("XDG_DATA_HOME");  // the XDG Base Directory Specification ignores a relative path
  const fs::path home = homeFolder();
  fs::path folder = chosen != nullptr && *chosen == '/' ? fs::path(chosen) : home.empty() ? fs::path() : home / ".local" / "share";
  if (folder.empty()) return fail(ErrorCode::notFound, "home", "This account has no home folder. Say where the case file should lie.");
  folder /= "homeward";
  std::error_code error;
  if (!fs::exists(folder, error)) {
    fs::create_directories(folder, error);
    if (!error) fs::permissions(folder, fs::perms::owner_all, error);
  }
  if (error) return failure(folder, error.value());
  return folder;
}

}  // namespace homeward::platform
#endif
