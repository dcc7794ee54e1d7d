#ifndef _WIN32
#include <fcntl.h>
#include <pwd.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <vector>

#include "support/platform/lock.h"

namespace homeward::platform {
namespace {

std::string userName() {
  std::vector<char> buffer(16'384);
  passwd entry{};
  passwd* found = nullptr;
  if (::getpwuid_r(::getuid(), &entry, buffer.data(), buffer.size(), &found) == 0 && found != nullptr) return entry.pw_name;
  return "user " + std::to_string(::getuid());
}

std::string machineName() {
  std::array<char, 256> name{};
  if (::gethostname(name.data(), name.size() - 1) != 0) return "this machine";
  return name.data();
}

std::string textOf(int file) {
  std::array<char, 512> text{};
  const auto length = ::pread(file, text.data(), text.size(), 0);
  return length > 0 ? std::string(text.data(), static_cast<std::size_t>(length)) : std::string();
}

/// Does the name still lead to the file that we have open?
bool isStillNamed(int file, const std::filesystem::path& path) {
  struct stat ours {};
  struct stat named {};
  return ::fstat(file, &ours) == 0 && ::stat(path.c_str(), &named) == 0 && ours.st_ino == named.st_ino && ours.st_dev == named.st_dev;
}

}  // namespace

std::string thisProgram() { return userName() + " on " + machineName() + " (program " + std::to_string(::getpid()) + ")"; }

Result<FileLock::Taken> FileLock::take(const std::filesystem::path& file, const std::string& who) {
  std::filesystem::path path = file;
  path += ".lock";
  const auto failure = [&](int reason) {
    return fail(ErrorCode::unavailable, path.filename().string(),
                std::string("The lock beside the file cannot be kept: ") + std::strerror(reason) + ".");
  };
  for (;;) {
    const int handle = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    if (handle < 0) return failure(errno);
    if (::flock(handle, LOCK_EX | LOCK_NB) != 0) {
      const int reason = errno;
      Taken theirs{nullptr, textOf(handle)};
      ::close(handle);
      if (reason != EWOULDBLOCK) return failure(reason);
      return theirs;
    }
    // Whoever had it removes the name at the end, perhaps between our opening and our locking: nobody else would find what we hold.
    if (!isStillNamed(handle, path)) {
      ::close(handle);
      continue;
    }
    if (::ftruncate(handle, 0) != 0 || ::pwrite(handle, who.data(), who.size(), 0) != static_cast<ssize_t>(who.size())) {
      const int reason = errno;
      ::unlink(path.c_str());
      ::close(handle);
      return failure(reason);
    }
    return Taken{std::unique_ptr<FileLock>(new FileLock(handle, std::move(path))), {}};
  }
}

FileLock::~FileLock() {
  std::error_code ignored;
  std::filesystem::remove(m_path, ignored);  // before it is unlocked, so that nobody locks a name that is about to go
  ::close(static_cast<int>(m_handle));
}

}  // namespace homeward::platform
#endif
