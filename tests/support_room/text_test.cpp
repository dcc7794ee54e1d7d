// Text is UTF-8 everywhere; what comes from elsewhere is turned into it or told to be none.
#include "support/text.h"

#include <cstdint>

#include "support/cases.h"

namespace homeward::tests {
namespace {

constexpr std::string_view replacement = "\uFFFD";

bool isSurrogate(std::uint32_t point) { return point >= 0xD800 && point < 0xE000; }

std::string bytesOf(std::initializer_list<unsigned> values) {
  std::string bytes;
  for (const unsigned value : values) bytes.push_back(static_cast<char>(static_cast<unsigned char>(value)));
  return bytes;
}

std::string utf16(std::uint32_t point, bool bigEndian) {
  const auto unit = [&](std::uint32_t value) {
    return bigEndian ? bytesOf({value >> 8, value & 0xFF}) : bytesOf({value & 0xFF, value >> 8});
  };
  if (point < 0x10000) return unit(point);
  return unit(0xD800 + ((point - 0x10000) >> 10)) + unit(0xDC00 + ((point - 0x10000) & 0x3FF));
}

/// The code point of well-formed UTF-8 that is one character.
std::uint32_t pointOf(const std::string& text) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(text[i])); };
  switch (text.size()) {
    case 1:
      return byte(0);
    case 2:
      return (byte(0) & 0x1F) << 6 | (byte(1) & 0x3F);
    case 3:
      return (byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
    default:
      return (byte(0) & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F);
  }
}

/// Well-formed byte sequences as table 3-7 of the Unicode Standard lists them: a second way to the same answer.
bool isWellFormed(std::string_view bytes) {
  struct Row {
    unsigned leadFrom, leadTo, secondFrom, secondTo;
    std::size_t length;
  };
  constexpr Row table[] = {{0x00, 0x7F, 0, 0, 1},       {0xC2, 0xDF, 0x80, 0xBF, 2}, {0xE0, 0xE0, 0xA0, 0xBF, 3},
                           {0xE1, 0xEC, 0x80, 0xBF, 3}, {0xED, 0xED, 0x80, 0x9F, 3}, {0xEE, 0xEF, 0x80, 0xBF, 3},
                           {0xF0, 0xF0, 0x90, 0xBF, 4}, {0xF1, 0xF3, 0x80, 0xBF, 4}, {0xF4, 0xF4, 0x80, 0x8F, 4}};
  const auto byte = [&](std::size_t i) { return static_cast<unsigned>(static_cast<unsigned char>(bytes[i])); };
  std::size_t i = 0;
  while (i < bytes.size()) {
    const Row* found = nullptr;
    for (const Row& row : table)
      if (byte(i) >= row.leadFrom && byte(i) <= row.leadTo) found = &row;
    if (found == nullptr || i + found->length > bytes.size()) return false;
    if (found->length > 1 && (byte(i + 1) < found->secondFrom || byte(i + 1) > found->secondTo)) return false;
    for (std::size_t k = 2; k < found->length; ++k)
      if (byte(i + k) < 0x80 || byte(i + k) > 0xBF) return false;
    i += found->length;
  }
  return true;
}

TEST_CASE("white space is cut off at both ends and collapsed inside") {
  CHECK(trimmed(" \t a b \r\n") == "a b");
  CHECK(trimmed(" \n ").empty());
  CHECK(collapsed("  Date of\r\n  birth ") == "Date of birth");
  CHECK(collapsed("").empty());
  CHECK(collapsed(" ").empty());
}

TEST_CASE("case changes for ASCII letters only") {
  CHECK(lowered("ZZ5 ÉCOLE") == "zz5 École");
  CHECK(lowered("AZ[") == "az[");
  CHECK(uppered("az{") == "AZ{");
  CHECK(uppered("é") == "é");
}

TEST_CASE("splitting and joining undo each other") {
  CHECK(split("a,,b", ',') == std::vector<std::string_view>{"a", "", "b"});
  CHECK(split("", ',') == std::vector<std::string_view>{""});
  CHECK(split(",", ',') == std::vector<std::string_view>{"", ""});
  CHECK(joined({}, ", ").empty());
  holdsFor(10000, "split, then join", [] {
    const auto text = *rc::gen::container<std::string>(rc::gen::elementOf(std::string("ab,")));
    const auto parts = split(text, ',');
    RC_ASSERT(joined({parts.begin(), parts.end()}, ",") == text);
  });
}

TEST_CASE("a list reads like a sentence") {
  CHECK(listed({}).empty());
  CHECK(listed({"age"}) == "age");
  CHECK(listed({"age", "risk"}) == "age and risk");
  CHECK(listed({"age", "risk", "health"}, "or") == "age, risk or health");
}

TEST_CASE("a whole number is digits with at most a minus before them") {
  CHECK(wholeNumber("0") == 0);
  CHECK(wholeNumber("-12") == -12);
  CHECK(wholeNumber("007") == 7);
  CHECK(wholeNumber("9223372036854775807") == INT64_MAX);
  for (const char* wrong : {"", "-", "+1", " 1", "1 ", "1.0", "1,000", "9223372036854775808", "0x10", "one"}) {
    INFO(wrong);
    CHECK_FALSE(wholeNumber(wrong).has_value());
  }
}

TEST_CASE("every character survives UTF-16 and is well-formed UTF-8") {
  for (std::uint32_t point = 0; point <= 0x10FFFF; ++point) {
    if (isSurrogate(point)) continue;
    const std::string text = fromUtf16(utf16(point, true), true);
    if (!isUtf8(text) || pointOf(text) != point || fromUtf16(utf16(point, false), false) != text) FAIL("code point " << point);
  }
  SUCCEED();
}

TEST_CASE("what UTF-16 cannot mean becomes the replacement character") {
  const std::string r(replacement);
  CHECK(fromUtf16(bytesOf({0xD8, 0x3D, 0x00, 'a'}), true) == r + "a");  // a first half without its second
  CHECK(fromUtf16(bytesOf({0xDE, 0x00, 0x00, 'a'}), true) == r + "a");  // a second half alone
  CHECK(fromUtf16(bytesOf({0xD8, 0x3D}), true) == r);                   // cut off after the first half
  CHECK(fromUtf16(bytesOf({0xD8, 0x3D, 0xD8, 0x3D, 0xDE, 0x00}), true) == r + "😀");
  CHECK(fromUtf16(bytesOf({'a', 0x00, 'b'}), false) == "a" + r);  // cut off inside a unit
  CHECK(fromUtf16("", true).empty());
}

TEST_CASE("malformed UTF-8 is told from well-formed") {
  CHECK(isUtf8("£1,453 for Siân · 😀"));
  CHECK_FALSE(isUtf8(bytesOf({0xC0, 0x80})));              // overlong nought
  CHECK_FALSE(isUtf8(bytesOf({0xE0, 0x9F, 0xBF})));        // overlong in three bytes
  CHECK_FALSE(isUtf8(bytesOf({0xF0, 0x8F, 0xBF, 0xBF})));  // overlong in four
  CHECK_FALSE(isUtf8(bytesOf({0xED, 0xA0, 0x80})));        // a surrogate
  CHECK_FALSE(isUtf8(bytesOf({0xF4, 0x90, 0x80, 0x80})));  // beyond U+10FFFF
  CHECK_FALSE(isUtf8(bytesOf({0xFE})));
  CHECK_FALSE(isUtf8(bytesOf({'a', 0x80})));
  CHECK_FALSE(isUtf8(bytesOf({0xE2, 0x82})));  // cut off
}

TEST_CASE("well-formed is what the Unicode Standard lists as such") {
  for (unsigned a = 0; a < 256; ++a)
    for (unsigned b = 0; b < 256; ++b)
      for (const std::string& text :
           {bytesOf({a}), bytesOf({a, b}), bytesOf({a, b, 0x80}), bytesOf({a, b, 0xBF, 0x80}), bytesOf({a, b, 0x80, 'a'})})
        if (isUtf8(text) != isWellFormed(text)) FAIL("bytes " << a << " " << b << " of " << text.size());
  holdsFor(10000, "random bytes", [] {
    // Bytes near the borders of the table, where mistakes are made.
    const std::string borders = bytesOf({0x00, 'a',  0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF,
                                         0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF});
    const auto bytes = *rc::gen::container<std::string>(rc::gen::elementOf(borders));
    RC_ASSERT(isUtf8(bytes) == isWellFormed(bytes));
  });
}

TEST_CASE("Windows-1252 becomes UTF-8 whatever its bytes") {
  CHECK(fromWindows1252(bytesOf({0xA3, '5', 0x80, 0x92, 0xE9})) == "£5€’é");
  CHECK(fromWindows1252(bytesOf({0x81, 0x8D, 0x8F, 0x90, 0x9D})) == std::string(replacement) + std::string(replacement) +
                                                                        std::string(replacement) + std::string(replacement) +
                                                                        std::string(replacement));
  for (unsigned byte = 0; byte < 256; ++byte) {
    const std::string text = fromWindows1252(bytesOf({byte}));
    INFO(byte);
    CHECK(isUtf8(text));
    if (byte < 0x80 || byte >= 0xA0) CHECK(pointOf(text) == byte);
  }
}

}  // namespace
}  // namespace homeward::tests
