// What imports of every kind have in common: row errors into the preview, and the batch on record.
#pragma once

#include "app/imports.h"
#include "exchange/problem.h"

namespace homeward::app {

void takeProblems(ImportPreview& preview, const exchange::RowProblems& problems);
[[nodiscard]] Result<void> noteImport(Workspace& workspace, store::Transaction& in, const ImportPreview& done);

}  // namespace homeward::app
