// The first rows of a file, and what kind of file they say it is, before anybody reads all of it.
//
// A kind is recognised by the names of the columns, or in a file without a header by the shape of its first row; the file's own name and
// its extension count for nothing. A list of Ofsted's that lacks a column is still one: what it lacks is said when it is read.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/enum_text.h"
#include "exchange/csv.h"
#include "support/result.h"

namespace homeward::exchange {

enum class SourceKind { ofsted, postcodes };
constexpr auto texts(SourceKind) {
  return std::to_array<EnumText<SourceKind>>({{SourceKind::ofsted, "ofsted"}, {SourceKind::postcodes, "postcodes"}});
}

struct SampleColumn {
  std::string name;  ///< as the file has it, on one line; empty without a header
  std::string use;   ///< what this import takes it as: "urn", "easting"; empty: not used
};

struct FileSample {
  std::optional<SourceKind> kind;  ///< none: no kind that can be imported
  std::string layout;              ///< "ofstedList", or the stable text of the layout of postcodes
  char delimiter = ',';
  std::vector<SampleColumn> columns;
  std::vector<std::vector<std::string>> rows;  ///< the first below the header
};

/// Errors: those of reading CSV.
[[nodiscard]] Result<FileSample> sampleOf(const TextFile& file);
[[nodiscard]] Result<FileSample> sampleOfText(std::string_view bytes);

}  // namespace homeward::exchange
