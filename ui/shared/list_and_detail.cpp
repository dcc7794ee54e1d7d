#include "shared/list_and_detail.h"

#include <QScrollArea>
#include <QSplitter>

#include "shared/theme.h"

namespace homeward::ui {
namespace {
constexpr int listWidth = 600;
constexpr int detailWidth = 400;
constexpr int leastDetailWidth = 320;
}  // namespace

QSplitter* listBesideDetail(QWidget* list, QWidget* detail, const QString& name) {
  auto* scroll = new QScrollArea;
  scroll->setAccessibleName(name);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setMinimumWidth(px(leastDetailWidth));
  scroll->setWidget(detail);
  auto* split = new QSplitter;
  split->addWidget(list);
  split->addWidget(scroll);
  split->setStretchFactor(0, 3);
  split->setStretchFactor(1, 2);
  split->setSizes({px(listWidth), px(detailWidth)});
  split->setChildrenCollapsible(false);
  return split;
}

}  // namespace homeward::ui
