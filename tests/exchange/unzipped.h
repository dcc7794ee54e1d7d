// The files inside a ZIP archive, by the archive's own directory: what a spreadsheet program would find in a workbook.
#pragma once

#include <zlib.h>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "support/catch.h"

namespace homeward::tests {

inline std::uint32_t littleEndian(std::string_view bytes, std::size_t at, std::size_t count) {
  REQUIRE(at + count <= bytes.size());
  std::uint32_t value = 0;
  for (std::size_t i = count; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

inline std::string inflated(std::string_view packed, std::size_t size) {
  std::string out(size, '\0');
  z_stream stream{};
  REQUIRE(inflateInit2(&stream, -MAX_WBITS) == Z_OK);
  std::string in(packed);
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int ended = inflate(&stream, Z_FINISH);
  REQUIRE(inflateEnd(&stream) == Z_OK);
  REQUIRE(ended == Z_STREAM_END);
  REQUIRE(stream.total_out == size);
  return out;
}

inline std::map<std::string, std::string> unzipped(std::string_view archive) {
  const std::size_t end = archive.rfind("PK\x05\x06");
  REQUIRE(end != std::string_view::npos);
  const std::uint32_t count = littleEndian(archive, end + 10, 2);
  std::size_t at = littleEndian(archive, end + 16, 4);
  std::map<std::string, std::string> files;
  for (std::uint32_t i = 0; i < count; ++i) {
    REQUIRE(archive.substr(at, 4) == "PK\x01\x02");
    const std::uint32_t method = littleEndian(archive, at + 10, 2);
    const std::uint32_t sum = littleEndian(archive, at + 16, 4);
    const std::uint32_t packed = littleEndian(archive, at + 20, 4);
    const std::uint32_t size = littleEndian(archive, at + 24, 4);
    const std::uint32_t nameSize = littleEndian(archive, at + 28, 2);
    const std::string name(archive.substr(at + 46, nameSize));
    const std::size_t local = littleEndian(archive, at + 42, 4);
    const std::size_t data = local + 30 + littleEndian(archive, local + 26, 2) + littleEndian(archive, local + 28, 2);
    REQUIRE(data + packed <= archive.size());
    const std::string_view body = archive.substr(data, packed);
    const std::string file = method == 0 ? std::string(body) : inflated(body, size);
    REQUIRE(crc32(0, reinterpret_cast<const Bytef*>(file.data()), static_cast<uInt>(file.size())) == sum);
    REQUIRE(files.emplace(name, file).second);
    at += 46 + nameSize + littleEndian(archive, at + 30, 2) + littleEndian(archive, at + 32, 2);
  }
  REQUIRE(files.size() == count);
  return files;
}

}  // namespace homeward::tests
