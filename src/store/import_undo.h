// Taking a whole import back: what it added goes, what it changed is as it was before, in one transaction.
//
// It goes by the history: the entry of the import names everything that it touched, and the entries of those things say what they were.
// Whatever was changed since the import stands in the way and is named; then nothing is taken back. So does what came into use since: an
// approach, an offer, an option, a choice, a decision, an approval or a placement that is newer than the import rests on what it says.
// The history itself only grows. Postcodes keep no former values, so an import of those cannot be taken back.
#pragma once

#include <cstdint>

#include "store/transaction.h"
#include "support/progress.h"

namespace homeward::store {

struct ImportTakenBack {
  std::int64_t removed = 0;
  std::int64_t restored = 0;
};
/// Errors: notFound (no such import, or it was taken back already), refused (it cannot be taken back), conflict (something of it was
/// changed or used since).
[[nodiscard]] Result<ImportTakenBack> takeImportBack(Transaction& in, std::int64_t batch, const Progress& progress = Progress());

}  // namespace homeward::store
