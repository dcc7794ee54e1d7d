// The rules of the house as functions over its source files: each gives the lines that break it, as "path:line: what is wrong".
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace homeward::rules {

struct Source {
  std::string path;  ///< from the root of the house, with slashes: "src/law/rules.h"
  std::string text;
};
using Sources = std::vector<Source>;
using Faults = std::vector<std::string>;

/// Every file under these folders of the root that has one of these endings (".h"), in the order of their paths.
[[nodiscard]] Sources read(const std::filesystem::path& root, const std::vector<std::string>& folders,
                           const std::vector<std::string>& endings);

/// Rooms include only rooms that they may see; the window sees use cases, wording and values.
[[nodiscard]] Faults arrows(const Sources& sources);
/// The rooms of src/CMakeLists.txt see what `arrows` lets them see, and no more.
[[nodiscard]] Faults linkedArrows(const std::string& cmake);
/// No Qt under src/; each other library is spoken to by one room, the operating system by support/platform.
[[nodiscard]] Faults libraries(const Sources& sources);
/// The core rooms read no clock, no environment, no file and nothing random.
[[nodiscard]] Faults impurities(const Sources& sources);
/// No file under src/ and ui/ has more than 500 lines.
[[nodiscard]] Faults longFiles(const Sources& sources);
/// Nothing is put off in a comment.
[[nodiscard]] Faults postponed(const Sources& sources);
/// Every header opens with a paragraph, then `#pragma once`.
[[nodiscard]] Faults headers(const Sources& sources);
/// No class is called a manager of something, or its helper.
[[nodiscard]] Faults emptyNames(const Sources& sources);
/// Every enumeration of the domain has a table of texts.
[[nodiscard]] Faults textlessEnumerations(const Sources& sources);
/// Every key of a fact or a word that stands in src/ is in the catalogue.
[[nodiscard]] Faults unknownKeys(const Sources& sources, const Sources& catalogues);

}  // namespace homeward::rules
