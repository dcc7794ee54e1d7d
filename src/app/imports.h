// Bringing the field's files in: Ofsted's published list of providers, and lists of postcodes.
//
// A file says by its own columns what it is. It is read and shown first: what it holds, what would be added and changed, and every line
// that cannot be used. The import is one transaction that stops without a trace, and may run on a workspace besides the one in front.
// It is repeatable: what is there already is changed or left alone, never doubled.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/workspace.h"
#include "exchange/csv.h"
#include "support/progress.h"

namespace homeward::app {

/// What a file seems to be, by its first rows, before anything is made of it.
struct ImportSample {
  /// One column, with what it is taken as and what its first rows hold.
  struct Column {
    std::string name;  ///< as the file has it; empty in a file without a header
    std::string use;   ///< a word of the group "importColumn"; empty: not used
    std::vector<std::string> first;
  };
  exchange::TextFile file;
  std::string kind;    ///< "ofsted" or "postcodes"; empty: neither
  std::string layout;  ///< a word of the group "importLayout"
  char delimiter = ',';
  std::vector<Column> columns;
};
/// Errors: those of reading CSV (no such file, not text).
[[nodiscard]] Result<ImportSample> sampleOf(const exchange::TextFile& file);

struct RowError {
  std::int64_t line = 0;
  std::string column;
  std::string message;
};

/// What an import would do, or did.
struct ImportPreview {
  std::filesystem::path file;
  std::string kind;                                          ///< "ofsted" or "postcodes"
  std::vector<std::pair<std::string, std::int64_t>> counts;  ///< "Children's homes" 3,946 ...
  std::int64_t rows = 0;
  std::int64_t added = 0, changed = 0, unchanged = 0, skipped = 0;
  std::vector<RowError> errors;  ///< the first 1,000
  std::int64_t errorCount = 0;
  /// Homes, with their number, that an earlier list brought as active and this one has no more. They stay as they are: they may have
  /// closed, or this list may be a part of the whole.
  std::vector<std::string> notListed;
};
[[nodiscard]] Result<ImportPreview> previewOfsted(Workspace& workspace, const exchange::TextFile& file, const Progress& progress = {});
[[nodiscard]] Result<ImportPreview> importOfsted(Workspace& workspace, const exchange::TextFile& file, const Progress& progress = {});
[[nodiscard]] Result<ImportPreview> previewPostcodes(Workspace& workspace, const exchange::TextFile& file, const Progress& progress = {});
[[nodiscard]] Result<ImportPreview> importPostcodes(Workspace& workspace, const exchange::TextFile& file, const Progress& progress = {});
/// By the sample's kind; a file of neither kind is refused with what can be imported.
[[nodiscard]] Result<ImportPreview> previewFile(Workspace& workspace, const ImportSample& sample, const Progress& progress = {});
[[nodiscard]] Result<ImportPreview> importFile(Workspace& workspace, const ImportSample& sample, const Progress& progress = {});

/// The latest import that stands, for whoever wants to take it back.
struct LastImport {
  std::int64_t batch = 0;
  std::string kind;
  std::string source;  ///< the file's name without its folder
  std::string by;
  Instant at{};
  std::int64_t added = 0;
  std::int64_t changed = 0;
};
[[nodiscard]] Result<std::optional<LastImport>> lastImport(Workspace& workspace);
struct ImportTakenBack {
  std::int64_t removed = 0;   ///< providers and settings that it had added
  std::int64_t restored = 0;  ///< those that it had changed
};
/// In one transaction, or not at all: refused when something of it was changed or used since, and for postcodes.
[[nodiscard]] Result<ImportTakenBack> takeImportBack(Workspace& workspace, std::int64_t batch, const Progress& progress = {});

/// The row errors that are kept, as a CSV for whoever mends the file: line, column, what is wrong. Whole or absent; cells that a
/// spreadsheet would run are made harmless.
[[nodiscard]] Result<void> writeRowErrors(const ImportPreview& done, const std::filesystem::path& file);

}  // namespace homeward::app
