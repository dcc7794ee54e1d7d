// How work says that it could not be done, how far it is, and what its diary keeps.
#include "support/result.h"

#include <filesystem>
#include <set>
#include <string_view>

#include "support/catch.h"
#include "support/log.h"
#include "support/platform/files.h"
#include "support/progress.h"

namespace homeward::tests {
namespace {

Result<int> halfOf(int number) {
  if (number % 2 != 0) return fail(ErrorCode::invalid, "number", "Enter an even number.");
  return number / 2;
}

TEST_CASE("a result is a value, or an error that says what to do") {
  CHECK(halfOf(4) == 2);
  REQUIRE_FALSE(halfOf(3).has_value());
  CHECK(halfOf(3).error() == Error{ErrorCode::invalid, "number", "Enter an even number."});
}

TEST_CASE("every kind of error has a stable name of its own") {
  std::set<std::string_view> names;
  for (const ErrorCode code : {ErrorCode::invalid, ErrorCode::notFound, ErrorCode::conflict, ErrorCode::refused, ErrorCode::unreadable,
                               ErrorCode::tooLarge, ErrorCode::unavailable, ErrorCode::cancelled})
    CHECK(names.insert(name(code)).second);
  CHECK(std::string_view(name(ErrorCode::cancelled)) == "cancelled");
}

TEST_CASE("work goes on until somebody says stop") {
  CHECK(Progress{}.step(1, 10));
  std::int64_t seen = 0;
  const Progress untilThree{[&](std::int64_t done, std::int64_t) {
    seen = done;
    return done < 3;
  }};
  CHECK(untilThree.step(2, 10));
  CHECK_FALSE(untilThree.step(3, 10));
  CHECK(seen == 3);
}

TEST_CASE("the diary keeps what happened, and a diary that cannot be kept stops nobody") {
  const auto file = std::filesystem::temp_directory_path() / "homeward-diary-test.log";
  std::filesystem::remove(file);
  log::event("before the diary was opened");
  log::toFile(file);
  log::event("opened");
  log::event("saved", 42);
  log::failure("import", "unreadable");
  log::toFile("/proc/no/such/folder/diary.log");
  log::event("after the diary was lost");
  const std::string diary = platform::readFile(file, 1 << 20).value();
  CHECK(diary.find("opened") != std::string::npos);
  CHECK(diary.find("saved 42") != std::string::npos);
  CHECK(diary.find("import: unreadable") != std::string::npos);
  CHECK(diary.find("before") == std::string::npos);
  CHECK(diary.find("after") == std::string::npos);
  std::filesystem::remove(file);
}

}  // namespace
}  // namespace homeward::tests
