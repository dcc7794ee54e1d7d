// Forms as they come back: the form that was sent with words in its cells, and archives of any content.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "unzipped.h"

namespace homeward::tests {

/// One part of an archive: what it holds, and what its directory says of it where that is a lie.
struct ZipPart {
  std::string name;
  std::string bytes;
  bool deflated = false;                   ///< the bytes are packed already, `size` is theirs unpacked
  std::uint32_t size = 0;
  std::uint32_t checksum = 0;
};

inline ZipPart stored(std::string name, std::string bytes) {
  const auto size = static_cast<std::uint32_t>(bytes.size());
  const auto sum = static_cast<std::uint32_t>(crc32(0, reinterpret_cast<const Bytef*>(bytes.data()), size));
  return {std::move(name), std::move(bytes), false, size, sum};
}

/// So many zeros, packed; the directory says `said` bytes.
inline ZipPart zeros(std::string name, std::size_t count, std::uint32_t said) {
  z_stream stream{};
  REQUIRE(deflateInit2(&stream, 1, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY) == Z_OK);
  const std::string block(1'000'000, ' ');
  std::string packed;
  std::string out(1'000'000, '\0');
  std::uint32_t sum = 0;
  for (std::size_t done = 0; done < count; done += block.size()) {
    const bool last = done + block.size() >= count;
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(block.data()));
    stream.avail_in = static_cast<uInt>(block.size());
    sum = static_cast<std::uint32_t>(crc32(sum, reinterpret_cast<const Bytef*>(block.data()), static_cast<uInt>(block.size())));
    int state = Z_OK;
    do {
      stream.next_out = reinterpret_cast<Bytef*>(out.data());
      stream.avail_out = static_cast<uInt>(out.size());
      state = deflate(&stream, last ? Z_FINISH : Z_NO_FLUSH);
      packed.append(out, 0, out.size() - stream.avail_out);
    } while (stream.avail_out == 0 || (last && state != Z_STREAM_END));
  }
  deflateEnd(&stream);
  return {std::move(name), std::move(packed), true, said, sum};
}

inline std::string zipped(const std::vector<ZipPart>& parts) {
  const auto number = [](std::uint32_t value, int bytes) {
    std::string out;
    for (int i = 0; i < bytes; ++i) out.push_back(static_cast<char>(value >> (8 * i) & 0xFFU));
    return out;
  };
  std::string archive;
  std::string directory;
  for (const ZipPart& part : parts) {
    const std::string about = number(part.deflated ? 8 : 0, 2) + number(0, 4) + number(part.checksum, 4) +
                              number(static_cast<std::uint32_t>(part.bytes.size()), 4) + number(part.size, 4) +
                              number(static_cast<std::uint32_t>(part.name.size()), 2) + number(0, 2);
    directory += "PK\x01\x02" + number(20, 2) + number(20, 2) + number(0, 2) + about + number(0, 2) + number(0, 2) + number(0, 2) +
                 number(0, 4) + number(static_cast<std::uint32_t>(archive.size()), 4) + part.name;
    archive += "PK\x03\x04" + number(20, 2) + number(0, 2) + about + part.name + part.bytes;
  }
  const auto count = static_cast<std::uint32_t>(parts.size());
  return archive + directory + "PK\x05\x06" + number(0, 4) + number(count, 2) + number(count, 2) +
         number(static_cast<std::uint32_t>(directory.size()), 4) + number(static_cast<std::uint32_t>(archive.size()), 4) + number(0, 2);
}
inline std::string zipped(const std::map<std::string, std::string>& files) {
  std::vector<ZipPart> parts;
  for (const auto& [name, bytes] : files) parts.push_back(stored(name, bytes));
  return zipped(parts);
}

/// What stands in columns C and D of the line of a key; a number is written as one.
struct Filled {
  std::string key;
  std::string answer;
  std::string more = {};
  bool number = false;
};

inline std::string escaped(const std::string& words) {
  std::string out;
  for (const char c : words) out += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : std::string(1, c);
  return out;
}

/// The form with its lines filled in. The answers stand in the second sheet.
inline std::string filledForm(const std::string& form, const std::vector<Filled>& lines) {
  auto files = unzipped(form);
  std::vector<std::string> shared;
  const std::string& words = files.at("xl/sharedStrings.xml");
  for (std::size_t at = words.find("<si>"); at != std::string::npos; at = words.find("<si>", at + 1)) {
    const auto open = words.find('>', words.find("<t", at)) + 1;
    shared.push_back(words.substr(open, words.find("</t>", open) - open));
  }
  std::string& sheet = files.at("xl/worksheets/sheet2.xml");
  for (const Filled& line : lines) {
    INFO(line.key);
    const auto known = std::find(shared.begin(), shared.end(), line.key);
    REQUIRE(known != shared.end());
    const std::string value = "<v>" + std::to_string(known - shared.begin()) + "</v>";
    std::size_t cell = std::string::npos;
    for (std::size_t at = sheet.find("<c r=\"A"); at != std::string::npos; at = sheet.find("<c r=\"A", at + 1))
      if (sheet.substr(at, sheet.find("</c>", at) - at).ends_with(value)) cell = at;
    REQUIRE(cell != std::string::npos);
    const std::size_t digits = cell + std::string("<c r=\"A").size();
    const std::string row = sheet.substr(digits, sheet.find('"', digits) - digits);
    const auto put = [&](char column, const std::string& text, bool number) {
      if (text.empty()) return;
      const std::string name = std::string("<c r=\"") + column + row + "\"";
      const std::size_t begin = sheet.find(name);
      REQUIRE(begin != std::string::npos);
      const std::size_t end = sheet.find("/>", begin);
      const std::string style = sheet.substr(begin, end - begin);
      sheet.replace(begin, end + 2 - begin,
                    number ? style + "><v>" + text + "</v></c>" : style + " t=\"inlineStr\"><is><t>" + escaped(text) + "</t></is></c>");
    };
    put('C', line.answer, line.number);
    put('D', line.more, false);
  }
  return zipped(files);
}

}  // namespace homeward::tests
