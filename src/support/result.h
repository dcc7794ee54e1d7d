// How a function says that it could not do what was asked, for a reason that a person can act on.
//
// `Error::code` decides what a program does next, `subject` names the thing (an id, a field, a file, a row), `detail` says in plain
// English what is wrong and what to do. Neither ever holds a child's name when it may reach the log. Bugs are assertions, not errors;
// an ordinary outcome ("no suitable offer") is an ordinary value.
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace homeward {

enum class ErrorCode {
  invalid,      ///< the input breaks a rule; the detail says which and how to mend it
  notFound,     ///< there is no such thing
  conflict,     ///< somebody saved a newer version in the meantime
  refused,      ///< a rule of law or of the authority forbids it; the detail cites it
  unreadable,   ///< a file or value could not be understood
  tooLarge,     ///< over a stated limit
  unavailable,  ///< the disk, the file or another program stands in the way
  cancelled,    ///< a person stopped it
};

struct Error {
  ErrorCode code = ErrorCode::invalid;
  std::string subject;
  std::string detail;
  friend bool operator==(const Error&, const Error&) = default;
};

template <class T>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, std::string subject, std::string detail) {
  return tl::unexpected<Error>(Error{code, std::move(subject), std::move(detail)});
}

/// Passes on why something failed: `if (!child) return failed(child);`
template <class T>
[[nodiscard]] tl::unexpected<Error> failed(const Result<T>& result) {
  return tl::unexpected<Error>(result.error());
}

/// Stable name of an error code, for JSON output and logs.
[[nodiscard]] const char* name(ErrorCode code);

}  // namespace homeward
