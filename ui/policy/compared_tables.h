// Two orders of the same homes as tables: who stands where by each, and what each criterion weighs.
#pragma once

#include "app/compare_policies.h"
#include "shared/plain_table.h"

namespace homeward::ui {

void fillOrders(PlainTable& table, std::vector<app::ComparedCandidate> both, const QString& first, const QString& second);
void fillWeights(PlainTable& table, const app::PolicyComparison& both, const QString& first, const QString& second);
/// "up 2", "down 1", "the same"
[[nodiscard]] QString movedWords(int places);

}  // namespace homeward::ui
