// A report's cells in the reader's words: what the screen, the preview and the printed page show for the same value.
//
// Amounts keep their pence and a true minus sign, miles one decimal, days are written out, and an empty cell is "none": nobody has to
// guess whether a blank is a nought.
#pragma once

#include <QString>
#include <optional>

#include "reports/report.h"

namespace homeward::ui {

/// `kind` decides how a whole number is read: percent is in hundredths of a per cent.
[[nodiscard]] QString cellText(const reports::Cell& cell, reports::ColumnKind kind);
/// Figures stand right, words and days left.
[[nodiscard]] bool standsRight(reports::ColumnKind kind);
/// A number to sort and to draw bars by; none for words and empty cells.
[[nodiscard]] std::optional<double> cellNumber(const reports::Cell& cell);
/// "as at 27 November 2026, 14:20": the clock of England.
[[nodiscard]] QString asAtText(Instant moment);

}  // namespace homeward::ui
