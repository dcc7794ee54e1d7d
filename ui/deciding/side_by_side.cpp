#include "deciding/side_by_side.h"

#include <QDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include "shared/format.h"
#include "shared/names.h"
#include "shared/page_parts.h"
#include "shared/plain_tip.h"
#include "shared/style.h"

namespace homeward::ui {

void showSideBySide(const disclosure::ChoiceSheet& sheet, QWidget* parent) {
  QDialog dialog(parent);
  dialog.setObjectName(QStringLiteral("sideBySide"));
  dialog.setWindowTitle(QObject::tr("The homes side by side"));
  dialog.resize(px(1000), px(640));
  auto* rows = new QVBoxLayout(&dialog);
  auto* table = new QTableWidget(static_cast<int>(sheet.rows.size()), static_cast<int>(sheet.options.size()));
  table->setAccessibleName(QObject::tr("The homes side by side"));
  table->setEditTriggers(QAbstractItemView::NoEditTriggers);
  table->setWordWrap(true);
  table->setTabKeyNavigation(false);
  QStringList heads;
  for (const disclosure::SheetOption& option : sheet.options) heads << q(option.name);
  QStringList labels;
  for (const std::string& label : sheet.rows) labels << shown(q(label));
  table->setHorizontalHeaderLabels(heads);
  table->setVerticalHeaderLabels(labels);
  for (int row = 0; row < table->rowCount(); ++row)
    for (int column = 0; column < table->columnCount(); ++column) {
      const auto& cells = sheet.options[static_cast<std::size_t>(column)].cells;
      const auto at = static_cast<std::size_t>(row);
      auto* item = new QTableWidgetItem(at < cells.size() ? shown(q(cells[at])) : QString());
      item->setToolTip(plainTip(item->text()));
      table->setItem(row, column, item);
    }
  table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
  table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  rows->addWidget(table, 1);
  auto* costs = new TextLabel(q(sheet.costWords), Type::second, Ink::text2);
  costs->setWrapped(true);
  rows->addWidget(costs);
  auto* foot = new QHBoxLayout;
  foot->addStretch(1);
  auto* close = makeButton(QObject::tr("&Close"), ButtonKind::outlined);
  QObject::connect(close, &QPushButton::clicked, &dialog, &QDialog::accept);
  foot->addWidget(close);
  rows->addLayout(foot);
  table->setFocus();
  dialog.exec();
}

}  // namespace homeward::ui
