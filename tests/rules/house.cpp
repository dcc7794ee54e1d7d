#include "rules/house.h"

#include <algorithm>
#include <fstream>
#include <functional>
#include <map>
#include <regex>
#include <set>
#include <sstream>

namespace homeward::rules {
namespace {

using Rooms = std::set<std::string>;

/// The picture of docs/architecture.md: which rooms each room sees itself.
const std::map<std::string, Rooms>& picture() {
  static const std::map<std::string, Rooms> rooms = {
      {"support", {}},
      {"secrets", {"support"}},
      {"domain", {"support"}},
      {"geography", {"domain"}},
      {"law", {"domain"}},
      {"disclosure", {"domain"}},
      {"costing", {"domain"}},
      {"matching", {"domain", "geography", "law", "costing"}},
      {"reports", {"domain", "costing", "wording"}},
      {"wording", {"domain"}},
      {"exchange", {"domain", "geography", "disclosure", "matching", "reports"}},
      {"store", {"domain", "geography", "secrets"}},
      {"demo", {"domain", "geography", "costing"}},
      {"app",
       {"secrets", "domain", "geography", "law", "disclosure", "costing", "matching", "reports", "wording", "exchange", "store", "demo"}},
      {"cli", {"app"}},
  };
  return rooms;
}

/// What a room sees itself and through others, and itself.
Rooms visibleFrom(const std::string& room) {
  Rooms seen{room};
  for (const std::string& next : picture().at(room)) seen.merge(visibleFrom(next));
  return seen;
}

/// The window works through the use cases: where things are kept, carried and invented is none of its business.
bool mayWindowSee(const std::string& room) { return room != "store" && room != "exchange" && room != "demo" && room != "cli"; }

std::string roomOf(const std::string& path) {
  const auto first = path.find('/');
  const auto second = path.find('/', first + 1);
  return second == std::string::npos ? std::string() : path.substr(first + 1, second - first - 1);
}

bool isUnder(const Source& source, const std::string& folder) { return source.path.rfind(folder + "/", 0) == 0; }

void eachLine(const Source& source, const std::function<void(const std::string& line, int number)>& visit) {
  std::istringstream in(source.text);
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) visit(line, number);
}

std::string fault(const Source& source, int line, const std::string& what) {
  return source.path + ":" + std::to_string(line) + ": " + what;
}

/// Visits each include by its name, with its opening sign: "<vector>" gives '<' and "vector".
void eachInclude(const Source& source, const std::function<void(char sign, const std::string& name, int line)>& visit) {
  static const std::regex include(R"re(^\s*#\s*include\s*([<"])([^>"]+)[>"])re");
  eachLine(source, [&](const std::string& line, int number) {
    std::smatch found;
    if (std::regex_search(line, found, include)) visit(found[1].str().front(), found[2].str(), number);
  });
}

Faults matching(const Sources& sources, const std::regex& pattern, const std::string& what) {
  Faults faults;
  for (const Source& source : sources)
    eachLine(source, [&](const std::string& line, int number) {
      if (std::regex_search(line, pattern)) faults.push_back(fault(source, number, what));
    });
  return faults;
}

bool startsWithAny(const std::string& name, const std::vector<std::string>& starts) {
  return std::ranges::any_of(starts, [&](const std::string& start) { return name.rfind(start, 0) == 0; });
}

std::string withoutComment(const std::string& line) { return line.substr(0, line.find("//")); }

/// The keys of the catalogue: what stands before " = " on its lines.
std::set<std::string> keysOf(const Sources& catalogues) {
  std::set<std::string> keys;
  for (const Source& catalogue : catalogues)
    eachLine(catalogue, [&](const std::string& line, int) {
      const auto end = line.find(" =");
      if (!line.empty() && line.front() != '#' && end != std::string::npos) keys.insert(line.substr(0, end));
    });
  return keys;
}

bool isBeginning(const std::set<std::string>& keys, const std::string& start) {
  const auto at = keys.lower_bound(start);
  return at != keys.end() && at->rfind(start, 0) == 0;
}

}  // namespace

Sources read(const std::filesystem::path& root, const std::vector<std::string>& folders, const std::vector<std::string>& endings) {
  Sources sources;
  for (const std::string& folder : folders) {
    if (!std::filesystem::exists(root / folder)) continue;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder)) {
      if (!entry.is_regular_file() || std::ranges::find(endings, entry.path().extension().string()) == endings.end()) continue;
      std::ostringstream text;
      text << std::ifstream(entry.path(), std::ios::binary).rdbuf();
      sources.push_back({entry.path().lexically_relative(root).generic_string(), text.str()});
    }
  }
  std::ranges::sort(sources, {}, &Source::path);
  return sources;
}

Faults arrows(const Sources& sources) {
  Faults faults;
  Rooms windowFolders;  // the window has folders of its own, some called like a room
  for (const Source& source : sources)
    if (isUnder(source, "ui")) windowFolders.insert(roomOf(source.path));
  for (const Source& source : sources) {
    const bool window = isUnder(source, "ui");
    const std::string room = roomOf(source.path);
    if (!window && !isUnder(source, "src")) continue;
    if (!window && picture().count(room) == 0) {
      faults.push_back(fault(source, 1, "the room \"" + room + "\" is not in the picture of the house"));
      continue;
    }
    eachInclude(source, [&](char, const std::string& name, int line) {
      const std::string other = name.substr(0, name.find('/'));
      if (other == name || picture().count(other) == 0) {
        if (!window && windowFolders.count(other) != 0) faults.push_back(fault(source, line, room + " may not see the window"));
        return;
      }
      const bool allowed = window ? mayWindowSee(other) || windowFolders.count(other) != 0 : visibleFrom(room).count(other) != 0;
      if (!allowed) faults.push_back(fault(source, line, (window ? "the window" : room) + " may not see " + other));
    });
  }
  return faults;
}

Faults linkedArrows(const std::string& cmake) {
  Faults faults;
  static const std::regex room(R"(homeward_room\((\w+)([^)]*)\))");
  Rooms built;
  for (std::sregex_iterator it(cmake.begin(), cmake.end(), room), end; it != end; ++it) {
    const std::string name = (*it)[1];
    built.insert(name);
    Rooms sees;
    std::istringstream words((*it)[2].str());
    bool listing = false;
    for (std::string word; words >> word;) {
      if (word == "SEES" || word == "USES")
        listing = word == "SEES";
      else if (listing)
        sees.insert(word);
    }
    if (picture().count(name) == 0)
      faults.push_back("src/CMakeLists.txt: the room \"" + name + "\" is not in the picture of the house");
    else if (sees != picture().at(name))
      faults.push_back("src/CMakeLists.txt: " + name + " is linked to other rooms than the picture shows");
  }
  for (const auto& [name, ignored] : picture())
    if (built.count(name) == 0 && name != "cli") faults.push_back("src/CMakeLists.txt: the room \"" + name + "\" is missing");
  return faults;
}

Faults libraries(const Sources& sources) {
  struct Speaker {
    std::vector<std::string> headers;
    std::vector<std::string> folders;
  };
  static const std::vector<Speaker> speakers = {
      {{"Q"}, {}},
      {{"SQLiteCpp", "sqlite3"}, {"src/store"}},
      {{"sodium"}, {"src/secrets"}},
      {{"spdlog", "fmt/"}, {"src/support"}},
      {{"CLI/"}, {"src/cli"}},
      {{"csv.h", "xlsxwriter", "gmime", "zip.h", "pugixml"}, {"src/exchange"}},
      {{"nlohmann"}, {"src/matching", "src/exchange", "src/store", "src/app", "src/cli"}},
      {{"unistd.h", "fcntl.h", "sys/", "pwd.h", "mntent.h", "windows.h"}, {"src/support/platform"}},
  };
  Faults faults;
  for (const Source& source : sources) {
    if (!isUnder(source, "src")) continue;
    eachInclude(source, [&](char sign, const std::string& name, int line) {
      for (const Speaker& speaker : speakers) {
        const bool own = std::ranges::any_of(speaker.folders, [&](const std::string& folder) { return isUnder(source, folder); });
        if (sign == '<' && startsWithAny(name, speaker.headers) && !own)
          faults.push_back(fault(source, line, roomOf(source.path) + " may not speak to " + name));
      }
    });
  }
  return faults;
}

Faults impurities(const Sources& sources) {
  static const Rooms pure = {"domain", "geography", "law", "disclosure", "costing", "matching", "reports", "demo"};
  static const std::regex worldly(
      R"(system_clock|steady_clock|random_device|\bgetenv\b|\bstd::time\(|\bstd::rand\(|<fstream>|<iostream>|<filesystem>|<thread>|<mutex>)");
  Sources core;
  for (const Source& source : sources)
    if (isUnder(source, "src") && pure.count(roomOf(source.path)) != 0) core.push_back(source);
  return matching(core, worldly, "a core room is pure: no clock, file, environment or chance");
}

Faults longFiles(const Sources& sources) {
  Faults faults;
  for (const Source& source : sources) {
    const auto lines = std::ranges::count(source.text, '\n');
    if ((isUnder(source, "src") || isUnder(source, "ui")) && lines > 500)
      faults.push_back(fault(source, 501, "has " + std::to_string(lines) + " lines; split it by concept"));
  }
  return faults;
}

Faults postponed(const Sources& sources) {
  // In two parts, so that this file does not break the rule itself.
  static const std::regex marks(std::string("\\b(TO") + "DO|FIX" + "ME|XX" + "X|HA" + "CK)\\b");
  return matching(sources, marks, "do it now, or open an issue");
}

Faults headers(const Sources& sources) {
  Faults faults;
  for (const Source& source : sources) {
    if (source.path.size() < 2 || source.path.substr(source.path.size() - 2) != ".h") continue;
    if (source.text.rfind("// ", 0) != 0) faults.push_back(fault(source, 1, "open the header with a paragraph in the domain's words"));
    if (source.text.find("#pragma once") == std::string::npos) faults.push_back(fault(source, 1, "the header can be included twice"));
  }
  return faults;
}

Faults emptyNames(const Sources& sources) {
  static const std::regex names(R"(^\s*(class|struct|namespace)\s+\w*(Manager|Helper|Helpers|Util|Utils|Impl)\b)");
  return matching(sources, names, "name the concept");
}

Faults textlessEnumerations(const Sources& sources) {
  static const std::regex enumeration(R"(enum class (\w+))");
  std::string all;
  for (const Source& source : sources) all += source.text;
  Faults faults;
  for (const Source& source : sources) {
    if (!isUnder(source, "src/domain")) continue;
    eachLine(source, [&](const std::string& line, int number) {
      std::smatch found;
      if (std::regex_search(line, found, enumeration) && all.find("texts(" + found[1].str() + ")") == std::string::npos)
        faults.push_back(fault(source, number, found[1].str() + " has no table of texts"));
    });
  }
  return faults;
}

Faults unknownKeys(const Sources& sources, const Sources& catalogues) {
  static const Rooms speaking = {"law", "costing", "matching", "reports", "app"};
  static const std::regex named(R"re((?:Fact|Word)\s*\{\s*"([^"]*)")re");
  static const std::regex keyLike(R"re("([a-z][A-Za-z0-9]*\.(?:[A-Za-z0-9]+\.)*(?:[A-Za-z0-9]+)?)")re");
  const std::set<std::string> keys = keysOf(catalogues);
  // A literal is a key if it is given to a Fact or Word, or begins like the keys of the catalogue. It may be the beginning of keys that
  // a value or a finding completes, and the key of a gate has its name under "gateName". A word "kind:rest" is made by the line of its
  // kind.
  const auto isKnown = [&](std::string key) {
    key = key.substr(0, key.find(':'));
    return keys.count(key) != 0 || keys.count("gateName." + key) != 0 || isBeginning(keys, key.back() == '.' ? key : key + ".");
  };
  const auto isOfGroup = [&](const std::string& key) { return isBeginning(keys, key.substr(0, key.find('.') + 1)); };
  Faults faults;
  for (const Source& source : sources) {
    if (!isUnder(source, "src") || speaking.count(roomOf(source.path)) == 0) continue;
    eachLine(source, [&](const std::string& whole, int number) {
      const std::string line = withoutComment(whole);
      std::set<std::string> wrong;
      for (std::sregex_iterator it(line.begin(), line.end(), named), end; it != end; ++it)
        if (const std::string key = (*it)[1]; !key.empty() && !isKnown(key)) wrong.insert(key);
      for (std::sregex_iterator it(line.begin(), line.end(), keyLike), end; it != end; ++it)
        if (const std::string key = (*it)[1]; isOfGroup(key) && !isKnown(key)) wrong.insert(key);
      for (const std::string& key : wrong) faults.push_back(fault(source, number, "the catalogue has no \"" + key + "\""));
    });
  }
  return faults;
}

}  // namespace homeward::rules
