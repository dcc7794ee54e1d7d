// A file of whatever kind: recognised, shown, brought in, and its row errors written down for whoever mends it.
#include <algorithm>

#include "app/imports.h"
#include "exchange/sample.h"
#include "store/import_undo.h"
#include "support/platform/files.h"
#include "wording/wording.h"

namespace homeward::app {
namespace {

tl::unexpected<Error> unknownKind(const ImportSample& sample) {
  return fail(ErrorCode::unreadable, sample.file.path.filename().string(), wording::sentence({"import.unknownKind", {}}));
}

}  // namespace

Result<ImportSample> sampleOf(const exchange::TextFile& file) {
  const auto read = exchange::sampleOf(file);
  if (!read) return failed(read);
  ImportSample sample;
  sample.file = file;
  if (read->kind) sample.kind = text(*read->kind);
  sample.layout = read->layout;
  sample.delimiter = read->delimiter;
  for (std::size_t i = 0; i < read->columns.size(); ++i) {
    ImportSample::Column column{read->columns[i].name, read->columns[i].use, {}};
    for (const auto& row : read->rows) column.first.push_back(i < row.size() ? row[i] : std::string());
    sample.columns.push_back(std::move(column));
  }
  return sample;
}

Result<ImportPreview> previewFile(Workspace& workspace, const ImportSample& sample, const Progress& progress) {
  if (sample.kind == "ofsted") return previewOfsted(workspace, sample.file, progress);
  if (sample.kind == "postcodes") return previewPostcodes(workspace, sample.file, progress);
  return unknownKind(sample);
}

Result<ImportPreview> importFile(Workspace& workspace, const ImportSample& sample, const Progress& progress) {
  if (sample.kind == "ofsted") return importOfsted(workspace, sample.file, progress);
  if (sample.kind == "postcodes") return importPostcodes(workspace, sample.file, progress);
  return unknownKind(sample);
}

Result<std::optional<LastImport>> lastImport(Workspace& workspace) {
  const auto imports = workspace.file().work().imports();
  if (!imports) return failed(imports);
  if (imports->empty()) return std::optional<LastImport>();
  const store::ImportBatch& batch = imports->front();
  LastImport last{batch.id, batch.kind, batch.source, {}, batch.at, batch.added, batch.changed};
  if (batch.by.stored()) {
    const auto person = workspace.file().people().person(batch.by);
    if (!person) return failed(person);
    last.by = person->name;
  }
  return std::optional(std::move(last));
}

Result<ImportTakenBack> takeImportBack(Workspace& workspace, std::int64_t batch, const Progress& progress) {
  const auto done = workspace.change([&](store::Transaction& in) { return store::takeImportBack(in, batch, progress); });
  if (!done) return failed(done);
  return ImportTakenBack{done->removed, done->restored};
}

Result<void> writeRowErrors(const ImportPreview& done, const std::filesystem::path& file) {
  exchange::CsvText out;
  for (const char* heading : {"line", "column", "message"}) out.text(wording::label("importErrors", heading));
  out.endRow();
  for (const RowError& error : done.errors) {
    out.figure(std::to_string(error.line)).text(error.column).text(error.message);
    out.endRow();
  }
  if (const auto kept = static_cast<std::int64_t>(done.errors.size()); kept < done.errorCount) {
    out.none().none().text(wording::sentence({"import.moreErrors", {done.errorCount - kept}}));
    out.endRow();
  }
  return platform::writeFile(file, out.bytes());
}

}  // namespace homeward::app
