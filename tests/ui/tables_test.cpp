// What somebody makes of a table's columns stays; what is copied can be pasted without harm; nothing scrolls sideways of itself.
#include <QClipboard>
#include <QHeaderView>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSpinBox>
#include <QTest>

#include "app/app_case.h"
#include "children/children_page.h"
#include "hands.h"
#include "nowhere.h"
#include "placements/placements_page.h"
#include "referrals/referrals_page.h"
#include "reports/report_table_model.h"
#include "reports/report_view.h"
#include "samples.h"
#include "shared/plain_table.h"
#include "shared/table_columns.h"
#include "support/catch.h"

using namespace homeward;
using namespace homeward::tests;

namespace {

struct Home {
  QString name, town;
  int beds = 0;
};

const std::vector<Home> homes{{"Larch", "Wendmoor", 3}, {"Alder", "Marsh", 1}, {"=Rowan", "Fen\tside", 2}};

struct Shelf {
  ui::PlainTable table{"Homes"};
  explicit Shelf(const QString& key = "testHomes", const QSize& size = {600, 300}) {
    table.columns().setKey(key);
    table.setRows<Home>(homes, {{"Name", [](const Home& one) { return one.name; }, {}, false},
                                {"Town", [](const Home& one) { return one.town; }, {}, false},
                                {"Beds", [](const Home& one) { return QString::number(one.beds); },
                                 [](const Home& one) { return QVariant(one.beds); }, true}});
    table.resize(size);
    table.show();
    QCoreApplication::processEvents();
  }
  [[nodiscard]] QString cell(int row, int column) const { return table.model()->index(row, column).data().toString(); }
};

int allWidths(const QTableView& table) {
  int all = 0;
  for (int column = 0; column < table.model()->columnCount(); ++column)
    if (!table.isColumnHidden(column)) all += table.columnWidth(column);
  return all;
}

}  // namespace

TEST_CASE("Columns stay as they were left: hidden, in order, wide, sorted") {
  QSettings().remove("tables/testHomes");
  {
    Shelf first;
    first.table.columns().show(1, false);
    first.table.columns().arrange({2, 0, 1});
    first.table.columns().setWidth(0, 222);
    first.table.sortByColumn(2, Qt::DescendingOrder);
  }
  {
    Shelf again;
    CHECK_FALSE(again.table.columns().isShown(1));
    CHECK(again.table.isColumnHidden(1));
    CHECK(again.table.columns().order() == QList<int>{2, 0, 1});
    CHECK(again.table.columnWidth(0) == 222);
    CHECK(again.cell(0, 0) == "Larch");
    CHECK(again.cell(2, 0) == "Alder");
    again.table.columns().reset();
    CHECK(again.table.columns().isShown(1));
    CHECK(again.table.columns().order() == QList<int>{0, 1, 2});
    CHECK(again.cell(1, 0) == "Alder");  // the order in which they were given
  }
  Shelf last;
  CHECK(last.table.columns().isShown(1));
  Shelf other("testOthers");
  CHECK(other.table.columns().order() == QList<int>{0, 1, 2});
}

TEST_CASE("Widths that somebody set are those of one size of text") {
  const ui::Look before = ui::currentLook();
  QSettings().remove("tables/testHomes");
  {
    Shelf first;
    first.table.columns().setWidth(0, 100);
  }
  ui::applyLook(*qApp, {false, ui::Density::compact, 150});
  {
    Shelf large;
    CHECK(large.table.columnWidth(0) != 100);
  }
  ui::applyLook(*qApp, before);
  Shelf again;
  CHECK(again.table.columnWidth(0) == 100);
  again.table.columns().reset();
}

TEST_CASE("Selected rows are copied with tabs, as they stand, and nothing of them runs in a spreadsheet") {
  Shelf shelf("");
  Hands hands(shelf.table);
  shelf.table.sortByColumn(2, Qt::AscendingOrder);
  shelf.table.columns().arrange({2, 0, 1});
  shelf.table.setFocus();
  hands.press(Qt::Key_Home, Qt::ControlModifier);
  hands.press(Qt::Key_Down, Qt::ShiftModifier);
  QString told;
  QObject::connect(&shelf.table.columns(), &ui::TableColumns::copied, &shelf.table, [&](const QString& words) { told = words; });
  hands.press(Qt::Key_C, Qt::ControlModifier);
  CHECK(QGuiApplication::clipboard()->text().toStdString() == "1\tAlder\tMarsh\n2\t'=Rowan\tFen side");
  CHECK(told.startsWith("2 rows were copied"));
  shelf.table.columns().show(1, false);
  hands.press(Qt::Key_C, Qt::ControlModifier);
  CHECK(QGuiApplication::clipboard()->text().toStdString() == "1\tAlder\n2\t'=Rowan");
}

TEST_CASE("Columns are chosen and ordered without dragging") {
  QSettings().remove("tables/testHomes");
  QWidget window;
  Shelf shelf;
  auto* button = shelf.table.columns().button("Colu&mns");
  button->setParent(&window);
  Hands hands(window);
  hands.within([&] { button->showMenu(); },
               [&] {
                 hands.press(Qt::Key_Down);  // Town: the name of the row is not offered
                 hands.press(Qt::Key_Return);
               });
  CHECK_FALSE(shelf.table.columns().isShown(1));
  hands.within(
      [&] {
        for (QAction* act : button->menu()->actions())
          if (act->text().contains("Order")) act->trigger();
      },
      [&] {
        auto* dialog = QApplication::activeModalWidget();
        CHECK(unnamed(*dialog).isEmpty());
        auto* list = dialog->findChild<QListWidget*>();
        REQUIRE(list != nullptr);
        list->setFocus();
        hands.press(Qt::Key_Down);
        hands.press(Qt::Key_Space);  // Town is shown again
        hands.press(Qt::Key_Down);
        hands.to("Move up");
        hands.press(Qt::Key_Space);
        hands.to("Width in pixels");
        hands.retype("144");
        hands.press(Qt::Key_Return);
      });
  CHECK(shelf.table.columns().isShown(1));
  CHECK(shelf.table.columns().order() == QList<int>{0, 2, 1});
  CHECK(shelf.table.columnWidth(2) == 144);
  shelf.table.columns().reset();
}

TEST_CASE("Columns share the room there is: nothing scrolls sideways, figures are whole") {
  const ui::Look before = ui::currentLook();
  DemoOnDisk demo;
  Nowhere nowhere;
  for (const int percent : {100, 150}) {
    ui::applyLook(*qApp, {false, ui::Density::compact, percent});
    const auto check = [&](ui::Page& page, const QSize& size) {
      page.refresh();
      shot(page, size, QString("%1-%2").arg(page.title()).arg(percent));
      auto* table = page.findChild<QTableView*>();
      REQUIRE(table != nullptr);
      INFO(page.title().toStdString() << " at " << percent << "%: " << allWidths(*table) << " of " << table->viewport()->width());
      CHECK(table->horizontalScrollBar()->maximum() == 0);
      for (int column = 0; column < table->model()->columnCount(); ++column) {
        const QModelIndex cell = table->model()->index(0, column);
        if (table->isColumnHidden(column) || (cell.data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight) == 0) continue;
        INFO("column " << column);
        CHECK(table->columnWidth(column) >= table->itemDelegateForIndex(cell)->sizeHint({}, cell).width());
      }
    };
    ui::PlacementsPage placements(*demo.workspace, nowhere);
    check(placements, percent == 100 ? QSize{1080, 700} : QSize{1400, 900});
    ui::ReferralsPage referrals(*demo.workspace, nowhere);
    check(referrals, percent == 100 ? QSize{1080, 700} : QSize{1400, 900});
    ui::ChildrenPage children(*demo.workspace, nowhere);
    check(children, percent == 100 ? QSize{1080, 700} : QSize{1400, 900});
  }
  ui::applyLook(*qApp, before);
}

TEST_CASE("A report is sorted by its heads, its totals stay last, and a row is still itself") {
  reports::Table table;
  table.key = "testReport";
  table.columns = {{"Who", reports::ColumnKind::words}, {"Cost", reports::ColumnKind::amount}};
  table.rows = {{std::string("Larch"), Money{300}}, {std::string("Alder"), Money{900}}, {std::string("Rowan"), Money{100}}};
  table.totals = {std::string("All"), Money{1300}};
  QSettings().remove("tables/report.testReport");
  ui::ReportTableModel model;
  const std::unique_ptr<QTableView> view(ui::reportView(&model, "Costs"));
  model.setTable(table);
  view->resize(400, 300);
  view->show();
  const auto first = [&](int row) { return view->model()->index(row, 0).data().toString(); };
  for (const auto order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
    view->sortByColumn(1, order);
    CHECK(first(0) == (order == Qt::AscendingOrder ? "Rowan" : "Alder"));
    CHECK(first(3) == "All");
    view->setCurrentIndex(view->model()->index(0, 0));
    CHECK(ui::reportRow(*view) == (order == Qt::AscendingOrder ? 2 : 1));
  }
  model.setTable(table);  // another week: sorted as before
  CHECK(first(0) == "Alder");
  CHECK(QSettings().value("tables/report.testReport/sort").toStringList() == QStringList{"1", "1"});
  ui::columnsOf(*view).reset();
  CHECK(first(0) == "Larch");
}
