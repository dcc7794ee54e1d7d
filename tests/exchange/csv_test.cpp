#include "exchange/csv.h"

#include <rapidcheck.h>

#include <unistd.h>

#include <fstream>

#include "exchange/rows.h"
#include "support/cases.h"
#include "support/catch.h"
#include "support/text.h"

using namespace homeward;
using namespace homeward::exchange;
using homeward::tests::Rows;
using homeward::tests::rowsOf;

TEST_CASE("a table is read row by row with the line on which each row begins") {
  const auto read = rowsOf("name,notes\r\nRowan,\"first\nsecond\nthird\"\r\n\r\nHazel,\"she said \"\"yes\"\"\"\r\nLinnet,last");
  REQUIRE(read.outcome);
  CHECK(read.rows == Rows{{"name", "notes"}, {"Rowan", "first\nsecond\nthird"}, {"Hazel", "she said \"yes\""}, {"Linnet", "last"}});
  CHECK(read.lines == std::vector<std::int64_t>{1, 2, 6, 7});
  CHECK(read.outcome->rows == 4);
}

TEST_CASE("the encoding follows the byte-order mark") {
  const Rows expected{{"name", "place"}, {"Wren", "Wendmoor"}};
  const std::string text = "name,place\r\nWren,Wendmoor\r\n";
  CHECK(rowsOf(text).rows == expected);
  CHECK(rowsOf("\xEF\xBB\xBF" + text).rows == expected);
  CHECK(rowsOf(tests::utf16(text, false)).rows == expected);
  CHECK(rowsOf(tests::utf16(text, true)).rows == expected);
}

TEST_CASE("Windows-1252 is read by choice and never guessed") {
  const std::string text = "name\nRen\xE9\x65 \x96 \x80\x35\n";
  CsvOptions chosen;
  chosen.encoding = Encoding::windows1252;
  CHECK(rowsOf(text, chosen).rows == Rows{{"name"}, {"Renée – €5"}});
  const auto refused = rowsOf(text);
  REQUIRE_FALSE(refused.outcome);
  CHECK(refused.outcome.error().code == ErrorCode::unreadable);
  CHECK(refused.outcome.error().subject == "line 2");
  CHECK(refused.outcome.error().detail.find("Windows-1252") != std::string::npos);
}

TEST_CASE("a character that two pieces of the file share is read whole") {
  std::string text = "a\n\"";
  text.append(64 * 1024 - text.size() - 1, 'x');
  text += "é\"\n";  // the first byte of é is the last of the first piece
  CsvOptions options;
  options.limits.fieldBytes = 1'000'000;
  const auto read = rowsOf(text, options);
  REQUIRE(read.outcome);
  REQUIRE(read.rows.size() == 2);
  CHECK(read.rows[1][0].ends_with("xé"));
}

TEST_CASE("comma, semicolon and tab are told apart by the first rows") {
  CHECK(rowsOf("a,b,c\n1,2,3\n").outcome->delimiter == ',');
  CHECK(rowsOf("a;b;c\n1,5;2,5;3,5\n4,5;5,5;6,5\n").outcome->delimiter == ';');
  CHECK(rowsOf("a\tb\n1,2\t3\n").rows == Rows{{"a", "b"}, {"1,2", "3"}});
  CHECK(rowsOf("\"a;b;c\",d\n\"1;2;3\",4\n").outcome->delimiter == ',');
  CHECK(rowsOf("alone\nvalue\n").outcome->delimiter == ',');
}

TEST_CASE("what is no text is named for what it is") {
  using namespace std::string_literals;
  const auto message = [](const std::string& bytes) {
    const auto read = rowsOf(bytes);
    REQUIRE_FALSE(read.outcome);
    CHECK(read.outcome.error().code == ErrorCode::unreadable);
    CHECK(read.rows.empty());
    return read.outcome.error().detail;
  };
  CHECK(message("PK\x03\x04rest").find("workbook") != std::string::npos);
  CHECK(message("\x1F\x8B\x08").find("compressed") != std::string::npos);
  CHECK(message("%PDF-1.7").find("PDF") != std::string::npos);
  CHECK(message("a,b\0c\n"s).find("not a text file") != std::string::npos);
  CHECK(message("a,b\x01\n").find("not a text file") != std::string::npos);
}

TEST_CASE("a file that is cut off inside quotation marks says where they were opened") {
  const auto read = rowsOf("a,b\n1,2\n3,\"never closed\n4,5\n");
  REQUIRE_FALSE(read.outcome);
  CHECK(read.outcome.error().subject == "line 3");
  CHECK(read.rows.size() == 2);
  CHECK_FALSE(rowsOf(std::string("\xFF\xFE") + "a").outcome);  // half a UTF-16 unit
}

TEST_CASE("limits hold") {
  const auto code = [](const std::string& bytes, const CsvOptions& options) {
    const auto read = rowsOf(bytes, options);
    REQUIRE_FALSE(read.outcome);
    return read.outcome.error().code;
  };
  CsvOptions options;
  CHECK(rowsOf(std::string(64 * 1024, 'x'), options).outcome);
  CHECK(code(std::string(64 * 1024 + 1, 'x'), options) == ErrorCode::tooLarge);
  CHECK(code("\"" + std::string(1'000'000, 'x'), options) == ErrorCode::tooLarge);
  CHECK(rowsOf(std::string(255, ',')).outcome);
  CHECK(code(std::string(256, ','), options) == ErrorCode::tooLarge);
  options.limits.rows = 2;
  CHECK(rowsOf("1\n2\n", options).outcome);
  CHECK(code("1\n2\n3\n", options) == ErrorCode::tooLarge);
  options.limits = {};
  options.limits.bytes = 5;
  CHECK(rowsOf("12345", options).outcome);
  CHECK(code("123456", options) == ErrorCode::tooLarge);
}

TEST_CASE("reading stops when a person or the reader of rows stops it") {
  CsvOptions options;
  options.progress = Progress([](std::int64_t, std::int64_t) { return false; });
  CHECK(rowsOf("a\n", options).outcome.error().code == ErrorCode::cancelled);
  int rows = 0;
  const auto stopped = readCsvText("1\n2\n3\n", {}, [&rows](const CsvRow&) -> Result<void> {
    if (++rows == 2) return fail(ErrorCode::invalid, "here", "enough");
    return {};
  });
  REQUIRE_FALSE(stopped);
  CHECK(stopped.error() == Error{ErrorCode::invalid, "here", "enough"});
  CHECK(rows == 2);
}

TEST_CASE("a file is read like its text, and a missing one is said to be missing") {
  const auto file = std::filesystem::temp_directory_path() / ("homeward_csv_" + std::to_string(::getpid()) + ".csv");
  std::ofstream(file, std::ios::binary) << "a,b\n1,2\n";
  int rows = 0;
  const auto count = [&rows](const CsvRow&) -> Result<void> { return ++rows, Result<void>{}; };
  CHECK(readCsv(file, {}, count));
  CHECK(rows == 2);
  std::filesystem::remove(file);
  const auto missing = readCsv(file, {}, count);
  REQUIRE_FALSE(missing);
  CHECK(missing.error().code == ErrorCode::notFound);
  CHECK(readCsv(std::filesystem::temp_directory_path(), {}, count).error().code == ErrorCode::unreadable);
}

TEST_CASE("header names are compared without what differs between copies") {
  CHECK(foldedName("Short-break-only\r\nChildren's  Home ") == "shortbreakonlychildrenshome");
  CHECK(foldedName("Short-break-only children’s home") == "shortbreakonlychildrenshome");
}

TEST_CASE("what is written cannot run as a formula, and figures stay figures") {
  CsvText out;
  out.text("=1+1").text("+44").text("-x").text("@a").text("\tb").text("a=b").figure("-12.50").none();
  out.endRow();
  CHECK(out.bytes() ==
        "\xEF\xBB\xBF"
        "\"'=1+1\",\"'+44\",\"'-x\",\"'@a\",\"'\tb\",a=b,-12.50,\r\n");
}

TEST_CASE("what is written is read again as it was") {
  tests::holdsFor(10000, "a written table reads back", [] {
    const auto fields = *rc::gen::container<std::vector<std::string>>(
        rc::gen::container<std::string>(rc::gen::element('a', 'Z', '7', ',', ';', '"', '\n', '\r', '\t', ' ', '=', '-', '+', '@', '\'')));
    RC_PRE(!fields.empty() && fields.size() < 20);
    CsvText out;
    std::vector<std::string> expected;
    for (const auto& field : fields) {
      out.text(field);
      const bool runs = !field.empty() && std::string("=+-@\t\r\n").find(field.front()) != std::string::npos;
      expected.push_back(runs ? "'" + field : field);
    }
    out.text("end");
    expected.emplace_back("end");
    out.endRow();
    CsvOptions options;
    options.delimiter = ',';
    const auto read = rowsOf(out.bytes(), options);
    RC_ASSERT(read.outcome.has_value());
    RC_ASSERT(read.rows == Rows{expected});
  });
}
