#include "wording/catalogue.h"

#include <algorithm>

#include "support/text.h"
#include "wording/pieces.h"

namespace homeward::embedded {
std::string_view words_words();
std::string_view words_law();
std::string_view words_matching();
std::string_view words_costing();
std::string_view words_reports();
std::string_view words_app();
}  // namespace homeward::embedded

namespace homeward::wording {

Catalogue::Catalogue(const std::vector<CatalogueFile>& files) {
  for (const CatalogueFile& file : files) {
    std::size_t number = 0;
    for (const std::string_view raw : split(file.text, '\n')) {
      ++number;
      const auto fault = [&](const std::string& what) {
        m_faults.push_back(std::string(file.name) + ":" + std::to_string(number) + ": " + what);
      };
      const std::string_view line = trimmed(raw);
      if (line.empty() || line.front() == '#') continue;
      const std::size_t equals = line.find(" = ");
      if (equals == std::string_view::npos) {
        fault("no \" = \" between key and sentence");
        continue;
      }
      const std::string_view key = trimmed(line.substr(0, equals));
      const std::string_view pattern = trimmed(line.substr(equals + 3));
      if (!m_patterns.emplace(key, pattern).second) fault("\"" + std::string(key) + "\" is given twice");
      if (const std::string wrong = wording::fault(pattern); !wrong.empty()) fault(wrong);
    }
  }
}

const Catalogue& Catalogue::builtIn() {
  static const Catalogue catalogue({{"words.txt", embedded::words_words()},
                                    {"law.txt", embedded::words_law()},
                                    {"matching.txt", embedded::words_matching()},
                                    {"costing.txt", embedded::words_costing()},
                                    {"reports.txt", embedded::words_reports()},
                                    {"app.txt", embedded::words_app()}});
  return catalogue;
}

std::string_view Catalogue::pattern(std::string_view key) const {
  const auto found = m_patterns.find(key);
  return found == m_patterns.end() ? std::string_view{} : found->second;
}

std::vector<std::string_view> Catalogue::keys() const {
  std::vector<std::string_view> all;
  all.reserve(m_patterns.size());
  for (const auto& entry : m_patterns) all.push_back(entry.first);
  return all;
}

std::string fault(std::string_view pattern) {
  const auto cut = pieces(pattern);
  return cut ? std::string{} : cut.error().detail;
}

std::size_t argumentsOf(std::string_view pattern) {
  std::size_t most = 0;
  const auto cut = pieces(pattern);
  if (!cut) return 0;
  for (const Piece& piece : *cut)
    if (piece.kind != Piece::Kind::plain) most = std::max(most, piece.argument + 1);
  return most;
}

}  // namespace homeward::wording
