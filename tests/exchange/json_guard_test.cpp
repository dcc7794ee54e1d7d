#include "exchange/json_guard.h"

#include <string>

#include "support/catch.h"

using namespace homeward;
using namespace homeward::exchange;

namespace {

Error refusal(std::string_view text) {
  const auto value = guardedJson(text);
  REQUIRE_FALSE(value);
  return value.error();
}

std::string nested(int levels) {
  const auto count = static_cast<std::size_t>(levels);
  return std::string(count, '[') + std::string(count, ']');
}

}  // namespace

TEST_CASE("well-formed JSON comes through unchanged") {
  const auto value =
      guardedJson("\xEF\xBB\xBF{\"name\": \"Wren\", \"ages\": [3, -4, 1.5, 1e3], \"place\": {\"name\": \"Wendmoor\"}, \"note\": null}");
  REQUIRE(value);
  CHECK((*value)["name"] == "Wren");
  CHECK((*value)["ages"][1] == -4);
  CHECK((*value)["place"]["name"] == "Wendmoor");
  CHECK(guardedJson("18446744073709551615"));
  CHECK(guardedJson("{\"a\":{\"b\":1},\"c\":{\"b\":2},\"d\":[{\"b\":3},{\"b\":4}]}"));  // the same name in different objects
}

TEST_CASE("nesting stops at 64 levels") {
  CHECK(guardedJson(nested(64)));
  CHECK(refusal(nested(65)).code == ErrorCode::tooLarge);
  CHECK(refusal(nested(100'000)).code == ErrorCode::tooLarge);
  CHECK(refusal(std::string(1'000'000, '[')).code == ErrorCode::tooLarge);
}

TEST_CASE("a name that stands twice is refused") {
  CHECK(refusal("{\"a\":1,\"a\":2}").detail.find("\"a\" stands twice") != std::string::npos);
  CHECK(refusal("[{\"b\":{\"a\":1,\"\\u0061\":2}}]").detail.find("twice") != std::string::npos);  // however it is written
}

TEST_CASE("what is no text, no JSON or out of range is refused") {
  using namespace std::string_literals;
  CHECK(refusal("{\"a\":\"\xFF\"}").detail.find("UTF-8") != std::string::npos);
  CHECK(refusal("{\"a\":\0}"s).detail.find("NUL") != std::string::npos);
  CHECK(refusal("{\"a\":\"\\u0000\"}").detail.find("NUL") != std::string::npos);
  CHECK(refusal("{\"a\\u0000\":1}").detail.find("NUL") != std::string::npos);
  CHECK(refusal("18446744073709551616").detail.find("too large") != std::string::npos);
  CHECK(refusal("-9223372036854775809").detail.find("too large") != std::string::npos);
  CHECK(refusal("[1e999]").detail.find("out of range") != std::string::npos);
  for (const auto* broken : {"", "{", "{\"a\":1,}", "[1] 2", "nul", "{'a':1}", "[1]//", "NaN"})
    CHECK(refusal(broken).code == ErrorCode::unreadable);
  CHECK(refusal(std::string(20'000'001, ' ')).code == ErrorCode::tooLarge);
}
