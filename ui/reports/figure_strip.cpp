#include "reports/figure_strip.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "shared/page_parts.h"
#include "shared/style.h"

namespace homeward::ui {

QWidget* figureStrip(int count, QVector<ReportFigure>& figures) {
  auto* strip = new Surface(Surface::Ground::base);
  strip->setLines(Qt::BottomEdge);
  auto* row = new QHBoxLayout(strip);
  row->setContentsMargins(px(20), px(8), px(20), px(8));
  row->setSpacing(px(20));
  for (int i = 0; i < count; ++i) {
    if (i > 0) row->addWidget(new Hairline(Qt::Vertical));
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    ReportFigure figure{new TextLabel({}, Type::figure), new TextLabel({}, Type::second, Ink::text2)};
    figure.number->setStrong(true);
    figure.words->setElided(true);
    column->addWidget(figure.number);
    column->addWidget(figure.words);
    row->addLayout(column, 1);
    figures.push_back(figure);
  }
  return strip;
}

}  // namespace homeward::ui
