// Which rules the tests of this folder are about, by the tags of their cases.
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "law/scene.h"

namespace homeward::tests {

bool isTagged(int rule) {
  static const std::string all = [] {
    std::ostringstream text;
    for (const auto& file : std::filesystem::directory_iterator(std::filesystem::path(HOMEWARD_SOURCE_DIR) / "tests" / "law"))
      if (file.path().extension() == ".cpp") text << std::ifstream(file.path()).rdbuf();
    return text.str();
  }();
  return all.find("[rule-" + std::to_string(rule) + "]") != std::string::npos;
}

}  // namespace homeward::tests
