// The catalogue of sentences as read from its files: keys, templates, and whatever is wrong with either.
//
// A file has one `key = template` a line; empty lines and lines that begin with # say nothing. The first of two lines with one key counts.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace homeward::wording {

/// A file of the catalogue; its text must outlive the catalogue.
struct CatalogueFile {
  std::string_view name;
  std::string_view text;
};

class Catalogue {
 public:
  explicit Catalogue(const std::vector<CatalogueFile>& files);
  /// The catalogue that is built in: words, law, matching, costing, reports, app.
  [[nodiscard]] static const Catalogue& builtIn();
  [[nodiscard]] std::string_view pattern(std::string_view key) const;  ///< or empty
  /// Every key, ascending byte by byte.
  [[nodiscard]] std::vector<std::string_view> keys() const;
  /// Lines without " = ", keys given twice, malformed templates: "law.txt:12: ..." each, in the order of the files.
  [[nodiscard]] const std::vector<std::string>& faults() const { return m_faults; }

 private:
  std::map<std::string_view, std::string_view> m_patterns;
  std::vector<std::string> m_faults;
};

/// What is wrong with a template, or empty: a brace without its partner, something that is not the number of an argument, a plural
/// without exactly two forms.
[[nodiscard]] std::string fault(std::string_view pattern);
/// How many arguments a template asks for: one more than the highest number in it.
[[nodiscard]] std::size_t argumentsOf(std::string_view pattern);

}  // namespace homeward::wording
