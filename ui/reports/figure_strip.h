// The figures at the head of a report, each over its words.
#pragma once

#include <QVector>

#include "shared/surface.h"

namespace homeward::ui {

struct ReportFigure {
  TextLabel* number = nullptr;
  TextLabel* words = nullptr;
};
/// A strip of so many; they are added to `figures`, to be filled.
[[nodiscard]] QWidget* figureStrip(int count, QVector<ReportFigure>& figures);

}  // namespace homeward::ui
