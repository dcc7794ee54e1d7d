#ifdef _WIN32
#define NOMINMAX
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

#include <array>
#include <cstdlib>
#include <fstream>
#include <optional>

#include "support/platform/files.h"
#include "support/platform/lock.h"

namespace homeward::platform {
namespace {

namespace fs = std::filesystem;

tl::unexpected<Error> failure(const fs::path& file, DWORD reason) {
  const std::string name = file.filename().string();
  switch (reason) {
    case ERROR_FILE_NOT_FOUND:
    case ERROR_PATH_NOT_FOUND:
      return fail(ErrorCode::notFound, name, "There is no such file or folder. Check where it lies.");
    case ERROR_DISK_FULL:
    case ERROR_HANDLE_DISK_FULL:
      return fail(ErrorCode::unavailable, name, "The disk is full. Free some space and try again.");
    case ERROR_ACCESS_DENIED:
      return fail(ErrorCode::unavailable, name, "You may not write or read there. Choose another folder or ask for permission.");
    case ERROR_SHARING_VIOLATION:
      return fail(ErrorCode::unavailable, name, "Another program has the file open. Close it there and try again.");
    case ERROR_WRITE_PROTECT:
      return fail(ErrorCode::unavailable, name, "That disk can only be read. Choose another folder.");
    default:
      return fail(ErrorCode::unavailable, name, "Windows answered with error " + std::to_string(reason) + ".");
  }
}

/// A handle that is closed when it goes.
class Handle {
 public:
  explicit Handle(HANDLE handle) : m_handle(handle) {}
  ~Handle() { close(); }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  [[nodiscard]] HANDLE get() const { return m_handle; }
  [[nodiscard]] bool open() const { return m_handle != INVALID_HANDLE_VALUE; }
  void close() {
    if (open()) ::CloseHandle(m_handle);
    m_handle = INVALID_HANDLE_VALUE;
  }

 private:
  HANDLE m_handle;
};

bool writeAll(HANDLE handle, std::string_view bytes) {
  constexpr std::size_t block = 1 << 20;
  while (!bytes.empty()) {
    DWORD written = 0;
    if (!::WriteFile(handle, bytes.data(), static_cast<DWORD>(bytes.size() < block ? bytes.size() : block), &written, nullptr))
      return false;
    bytes.remove_prefix(written);
  }
  return true;
}

// The lock covers one byte far behind the text, so that others can still read who has it.
OVERLAPPED lockedByte() {
  OVERLAPPED place{};
  place.Offset = 0x40000000;
  return place;
}

}  // namespace

Result<void> writeFile(const fs::path& file, std::string_view bytes) {
  std::error_code error;
  const fs::path target = fs::is_symlink(file, error) ? fs::weakly_canonical(file, error) : file;
  fs::path part = target;
  part += L".part-" + std::to_wstring(::GetCurrentProcessId()) + L"-" + std::to_wstring(::GetTickCount64());
  Handle handle{::CreateFileW(part.c_str(), GENERIC_WRITE, 0, nullptr, CREATE_NEW, FILE_ATTRIBUTE_NORMAL, nullptr)};
  if (!handle.open()) return failure(file, ::GetLastError());
  bool done = writeAll(handle.get(), bytes) && ::FlushFileBuffers(handle.get());
  DWORD reason = done ? ERROR_SUCCESS : ::GetLastError();
  handle.close();
  if (done && !::MoveFileExW(part.c_str(), target.c_str(), MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH)) {
    done = false;
    reason = ::GetLastError();
  }
  if (done) return {};
  ::DeleteFileW(part.c_str());
  return failure(file, reason);
}

Result<std::string> readFile(const fs::path& file, std::uint64_t mostBytes) {
  const Handle handle{::CreateFileW(file.c_str(), GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE, nullptr, OPEN_EXISTING, 0, nullptr)};
  if (!handle.open()) return failure(file, ::GetLastError());
  const std::string name = file.filename().string();
  if (::GetFileType(handle.get()) != FILE_TYPE_DISK) return fail(ErrorCode::unreadable, name, "That is a device, not a file.");
  std::string bytes;
  std::array<char, 65'536> block{};
  for (;;) {
    DWORD got = 0;
    if (!::ReadFile(handle.get(), block.data(), static_cast<DWORD>(block.size()), &got, nullptr)) return failure(file, ::GetLastError());
    if (got == 0) return bytes;
    bytes.append(block.data(), got);
    if (bytes.size() > mostBytes)
      return fail(ErrorCode::tooLarge, name,
                  "The file is larger than " + std::to_string(mostBytes) + " bytes, which is the most that is read here.");
  }
}

Result<void> makePrivate(const fs::path& file) {
  std::error_code error;
  if (!fs::exists(file, error)) return failure(file, ERROR_FILE_NOT_FOUND);
  return {};  // inherited from the profile's folder, which is the person's alone
}

Whereabouts whereabouts(const fs::path& file) {
  if (isInSynchronisedFolder(file)) return Whereabouts::synchronisedFolder;
  std::error_code error;
  const fs::path root = fs::absolute(file, error).root_path();
  const bool share = root.wstring().starts_with(L"\\\\") || ::GetDriveTypeW(root.c_str()) == DRIVE_REMOTE;
  return share ? Whereabouts::networkShare : Whereabouts::thisMachine;
}

Result<fs::path> dataFolder() {
  const wchar_t* local = ::_wgetenv(L"LOCALAPPDATA");
  if (local == nullptr)
    return fail(ErrorCode::notFound, "LOCALAPPDATA", "This account has no folder for its data. Say where the case file should lie.");
  const fs::path folder = fs::path(local) / L"Homeward";
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return failure(folder, static_cast<DWORD>(error.value()));
  return folder;
}

std::string thisProgram() {
  const char* user = std::getenv("USERNAME");
  const char* machine = std::getenv("COMPUTERNAME");
  return std::string(user != nullptr ? user : "somebody") + " on " + (machine != nullptr ? machine : "this machine") + " (program " +
         std::to_string(::GetCurrentProcessId()) + ")";
}

Result<FileLock::Taken> FileLock::take(const fs::path& file, const std::string& who) {
  fs::path path = file;
  path += ".lock";
  constexpr DWORD shared = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;
  Handle handle{::CreateFileW(path.c_str(), GENERIC_READ | GENERIC_WRITE, shared, nullptr, OPEN_ALWAYS, FILE_ATTRIBUTE_HIDDEN, nullptr)};
  if (!handle.open()) return failure(path, ::GetLastError());
  OVERLAPPED place = lockedByte();
  if (!::LockFileEx(handle.get(), LOCKFILE_EXCLUSIVE_LOCK | LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &place)) {
    const DWORD reason = ::GetLastError();
    if (reason != ERROR_LOCK_VIOLATION && reason != ERROR_IO_PENDING) return failure(path, reason);
    std::array<char, 512> text{};
    DWORD got = 0;
    if (!::ReadFile(handle.get(), text.data(), static_cast<DWORD>(text.size()), &got, nullptr)) got = 0;
    return Taken{nullptr, std::string(text.data(), got)};
  }
  ::SetFilePointer(handle.get(), 0, nullptr, FILE_BEGIN);
  if (!::SetEndOfFile(handle.get()) || !writeAll(handle.get(), who)) return failure(path, ::GetLastError());
  HANDLE kept = INVALID_HANDLE_VALUE;
  ::DuplicateHandle(::GetCurrentProcess(), handle.get(), ::GetCurrentProcess(), &kept, 0, FALSE, DUPLICATE_SAME_ACCESS);
  return Taken{std::unique_ptr<FileLock>(new FileLock(reinterpret_cast<std::intptr_t>(kept), std::move(path))), {}};
}

FileLock::~FileLock() {
  const auto handle = reinterpret_cast<HANDLE>(m_handle);
  OVERLAPPED place = lockedByte();
  ::UnlockFileEx(handle, 0, 1, 0, &place);
  ::CloseHandle(handle);
}

}  // namespace homeward::platform
#endif
