// What the map shows of the lines in the table: a mark for each that has a point, and the child's own places.
#pragma once

#include "market/market_map.h"
#include "market/market_model.h"

namespace homeward::ui {

/// `rows` are rows of the model, in the order of the table. Names of people are left out where names are hidden.
[[nodiscard]] MapScene marketScene(const MarketModel& model, const std::vector<int>& rows, bool namesHidden);

}  // namespace homeward::ui
