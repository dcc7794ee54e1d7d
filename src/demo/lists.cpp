#include "demo/lists.h"

#include <cassert>
#include <charconv>
#include <string_view>

namespace homeward::embedded {
std::string_view demo_districts();
std::string_view demo_providers();
std::string_view demo_first_names();
std::string_view demo_surnames();
std::string_view demo_home_words();
std::string_view demo_home_prefixes();
std::string_view demo_schools();
}  // namespace homeward::embedded

namespace homeward::demo {
namespace {

std::vector<std::string> split(std::string_view whole, char separator) {
  std::vector<std::string> parts;
  while (true) {
    const auto end = whole.find(separator);
    parts.emplace_back(whole.substr(0, end));
    if (end == std::string_view::npos) return parts;
    whole.remove_prefix(end + 1);
  }
}

std::vector<std::string> lines(std::string_view whole) {
  std::vector<std::string> found = split(whole, '\n');
  std::erase(found, std::string{});
  return found;
}

/// Rows of a table of ours: no quotes, no commas in cells; the header is left out.
std::vector<std::vector<std::string>> rows(std::string_view table) {
  std::vector<std::vector<std::string>> found;
  for (const std::string& line : lines(table)) found.push_back(split(line, ','));
  found.erase(found.begin());
  return found;
}

int whole(const std::string& text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

Lists read() {
  Lists all;
  for (const auto& row : rows(embedded::demo_districts()))
    all.districts.push_back({row.at(0), row.at(1), row.at(2), row.at(3), whole(row.at(4)), whole(row.at(5))});
  for (const auto& row : rows(embedded::demo_providers())) {
    const auto sector = parse<Sector>(row.at(1));
    const auto type = parse<SettingType>(row.at(3));
    assert(sector && type);
    all.providers.push_back({row.at(0), *sector, row.at(2), *type, whole(row.at(4)), row.at(5) == "yes"});
  }
  all.firstNames = lines(embedded::demo_first_names());
  all.surnames = lines(embedded::demo_surnames());
  all.homeWords = lines(embedded::demo_home_words());
  all.homePrefixes = lines(embedded::demo_home_prefixes());
  all.schools = lines(embedded::demo_schools());
  return all;
}

}  // namespace

const Lists& lists() {
  static const Lists all = read();
  return all;
}

}  // namespace homeward::demo
