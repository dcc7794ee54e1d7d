#include "app/import_rows.h"

namespace homeward::app {

void takeProblems(ImportPreview& preview, const exchange::RowProblems& problems) {
  preview.errorCount = problems.count();
  preview.skipped += problems.skippedRows();
  for (const exchange::RowProblem& problem : problems.first()) preview.errors.push_back({problem.line, problem.column, problem.message});
}

Result<void> noteImport(Workspace& workspace, store::Transaction& in, const ImportPreview& done) {
  store::ImportBatch batch;
  batch.kind = done.kind;
  batch.source = done.file.filename().string();
  batch.rowsRead = done.rows;
  batch.added = done.added;
  batch.changed = done.changed;
  batch.unchanged = done.unchanged;
  batch.rejected = done.errorCount;
  const auto noted = workspace.file().work().addImport(in, batch);
  if (!noted) return failed(noted);
  return {};
}

}  // namespace homeward::app
