// The kit: what it draws, what it says aloud and how its fields take the keyboard.
#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>
#include <QVBoxLayout>
#include <cmath>

#include "samples.h"
#include "shared/delegates.h"
#include "shared/fields.h"
#include "shared/format.h"
#include "shared/icons.h"
#include "shared/page_parts.h"
#include "support/catch.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::tests;

namespace {

double channel(double value) { return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4); }
double luminance(const QColor& c) { return 0.2126 * channel(c.redF()) + 0.7152 * channel(c.greenF()) + 0.0722 * channel(c.blueF()); }
double contrast(const QColor& a, const QColor& b) {
  const double one = luminance(a);
  const double two = luminance(b);
  return (std::max(one, two) + 0.05) / (std::min(one, two) + 0.05);
}

QImage drawn(const std::function<void(QPainter&)>& draw) {
  QImage picture(240, 60, QImage::Format_RGB32);
  picture.fill(Theme::current().base);
  QPainter painter(&picture);
  draw(painter);
  return picture;
}

int pixelsOf(const QImage& picture, const QColor& color) {
  int count = 0;
  for (int y = 0; y < picture.height(); ++y)
    for (int x = 0; x < picture.width(); ++x) count += picture.pixelColor(x, y) == color ? 1 : 0;
  return count;
}

}  // namespace

TEST_CASE("Words reach 4.5 to 1 and edges and shapes 3 to 1, in light and in dark", "[theme]") {
  for (const Theme* t : {&Theme::light(), &Theme::darkOne()}) {
    for (const QColor& ground : {t->base, t->window, t->sel, t->alt}) {
      CHECK(contrast(t->text, ground) >= 4.5);
      CHECK(contrast(t->text2, ground) >= 4.5);
    }
    CHECK(contrast(t->text3, t->base) >= 4.5);
    CHECK(contrast(t->text3, t->chrome) >= 4.5);
    CHECK(contrast(t->onAccent, t->accent) >= 4.5);
    CHECK(contrast(t->okText, t->okBg) >= 4.5);
    CHECK(contrast(t->askText, t->askBg) >= 4.5);
    CHECK(contrast(t->noText, t->noBg) >= 4.5);
    CHECK(contrast(t->demoText, t->demo) >= 4.5);
    CHECK(contrast(t->railText, t->rail) >= 4.5);
    for (const QColor& edge : {t->border, t->focus, t->ok, t->ask, t->no, t->known}) CHECK(contrast(edge, t->base) >= 3.0);
    for (const QColor& option : t->options) CHECK(contrast(option, t->base) >= 3.0);
    CHECK(contrast(t->known, t->track) >= 3.0);
  }
}

TEST_CASE("An interval bar fills to what is known and hatches to what is possible, always of 1,000", "[painters]") {
  const Theme& t = Theme::current();
  const auto bar = [&](int low, int high) {
    return drawn([&](QPainter& p) { drawIntervalBar(p, QRectF(0, 0, 200, 10), low, high, t, false); });
  };
  CHECK(pixelsOf(bar(500, 500), t.known) == 100 * 10);
  CHECK(pixelsOf(bar(500, 500), t.track) == 100 * 10);
  CHECK(pixelsOf(bar(500, 500), t.hatchBg) == 0);
  CHECK(pixelsOf(bar(500, 750), t.hatchBg) > 0);
  CHECK(pixelsOf(bar(500, 750), t.track) == 50 * 10);
  CHECK(pixelsOf(bar(1000, 1000), t.known) == 200 * 10);
  CHECK(intervalText(759, 783) == "759 to 783");
  CHECK(intervalText(759, 759) == "759");
}

TEST_CASE("A contribution bar is as long as its weight", "[painters]") {
  const Theme& t = Theme::current();
  const QImage half = drawn([&](QPainter& p) { drawContributionBar(p, QRectF(0, 0, 200, 10), {100, 200, 50, 0}, t); });
  CHECK(pixelsOf(half, t.known) == 50 * 10);
  CHECK(half.pixelColor(150, 5) == t.base);
}

TEST_CASE("Each sign and shape is a drawing of its own, not only a colour", "[painters]") {
  const auto sign = [](Sign which) {
    return drawn([which](QPainter& p) { drawSign(p, QRectF(10, 10, 26, 26), which, Qt::black, Qt::white); });
  };
  const Sign all[] = {Sign::pass, Sign::unknown, Sign::fail, Sign::waived, Sign::sameDay, Sign::clock, Sign::planned, Sign::minus};
  for (const Sign a : all)
    for (const Sign b : all)
      if (a != b) CHECK(sign(a) != sign(b));
  for (int number = 1; number <= 5; ++number) {
    const auto shape = [](int which) {
      return drawn([which](QPainter& p) { drawOptionShape(p, QRectF(10, 10, 30, 30), which, Theme::current()); })
          .createMaskFromColor(Theme::current().base.rgb());
    };
    CHECK(shape(number) != shape(number % 5 + 1));
  }
}

TEST_CASE("Every icon that the program may ask for is drawn in the ink it is given", "[icons]") {
  for (const char* file : {"my-work", "referrals", "children", "market", "placements", "reports", "data", "search", "hide-names", "lock",
                           "send", "plus", "undo", "columns", "document", "warning", "chevron-down", "question"}) {
    INFO(file);
    const QString name = QString::fromLatin1(file);
    const QImage picture = drawn([&name](QPainter& p) { drawIcon(p, QRectF(0, 0, 40, 40), name, Qt::red); });
    CHECK(pixelsOf(picture, Qt::red) > 20);
  }
  CHECK(icon("no-such-icon", Qt::red).isNull());
}

TEST_CASE("A level is typed as a digit, and Delete makes it not assessed", "[fields]") {
  LevelEdit level("Emotional wellbeing");
  QSignalSpy changed(&level, &LevelEdit::levelChanged);
  CHECK_FALSE(level.level());
  CHECK(level.accessibleName() == "Emotional wellbeing: not assessed");
  QTest::keyClick(&level, Qt::Key_4);
  CHECK(level.level() == 4);
  CHECK(level.accessibleName() == "Emotional wellbeing: level 4 of 5");
  QTest::keyClick(&level, Qt::Key_7);
  CHECK(level.level() == 4);
  QTest::keyClick(&level, Qt::Key_0);
  CHECK(level.level() == 0);
  QTest::keyClick(&level, Qt::Key_Delete);
  CHECK_FALSE(level.level());
  CHECK(changed.count() == 3);
}

TEST_CASE("A pick list takes only its entries, found by any part of their words", "[fields]") {
  SearchCombo combo("School");
  combo.setEntries({{"Dandelion Primary", 1}, {"Foxglove Academy", 2}, {"Campion College", 3}});
  combo.show();
  QSignalSpy changed(&combo, &SearchCombo::valueChanged);
  combo.lineEdit()->setText("acad");
  QTest::keyClick(&combo, Qt::Key_Return);
  CHECK(combo.value() == 2);
  CHECK(combo.currentText() == "Foxglove Academy");
  combo.lineEdit()->setText("nothing like it");
  QTest::keyClick(&combo, Qt::Key_Return);
  CHECK(combo.value() == 2);
  CHECK(combo.currentText() == "Foxglove Academy");
  combo.lineEdit()->clear();
  QTest::keyClick(&combo, Qt::Key_Return);
  CHECK_FALSE(combo.value().isValid());
  CHECK(changed.count() == 2);
}

TEST_CASE("An error leads to its field", "[parts]") {
  QWidget form;
  auto* rows = new QVBoxLayout(&form);
  auto* errors = new ErrorSummary;
  auto* field = new QLineEdit;
  rows->addWidget(errors);
  rows->addWidget(field);
  form.show();
  errors->setErrors({{"Say when the place is needed", field}});
  CHECK(errors->isVisible());
  errors->findChild<QPushButton*>()->setFocus();
  QTest::keyClick(errors->findChild<QPushButton*>(), Qt::Key_Space);
  CHECK(form.focusWidget() == field);
  errors->setErrors({});
  CHECK_FALSE(errors->isVisible());
}

TEST_CASE("Filters in force can each be taken away by key", "[parts]") {
  FilterChips chips;
  chips.setFilters({{"miles", "Within 10 miles of home"}, {"dog", "No dog"}});
  chips.show();
  QSignalSpy removed(&chips, &FilterChips::removed);
  const auto buttons = chips.findChildren<QPushButton*>();
  REQUIRE(buttons.size() == 2);
  CHECK(buttons[1]->accessibleName() == "Take away the filter: No dog");
  QTest::keyClick(buttons[1], Qt::Key_Space);
  CHECK(removed.front().front().toString() == "dog");
}

TEST_CASE("Values are written as the house writes them", "[format]") {
  CHECK(moneyText(Money{145314}) == "£1,453.14");
  CHECK(moneyText(Money{-62000}) == "−£620.00");
  CHECK(wholePoundsText(MoneyRange{Money{409408}, Money{430408}}) == "£4,094 to £4,304");
  CHECK(moneyText(MoneyRange{Money{100}, std::nullopt}) == "£1.00 or more");
  CHECK(moneyText(MoneyRange{Money{130000}, Money{130001}}) == "£1,300.00");
  CHECK(wholePoundsText(MoneyRange{Money{143966}, Money{143967}}) == "£1,440");
  CHECK(millionsText(pounds(26'149'999)) == "£26.1m");
  CHECK(millionsText(pounds(26'150'000)) == "£26.2m");
  CHECK(milesText(8.94) == "8.9 miles");
  CHECK(milesText(std::nullopt) == "not known");
  CHECK(signedText(80) == "+80");
  CHECK(signedText(-8) == "−8");
  CHECK(countText(1234567) == "1,234,567");
  CHECK(dateText(date(2026, 11, 27)) == "27 November 2026");
  CHECK(fromQDate(toQDate(date(2026, 11, 27))) == date(2026, 11, 27));
  CHECK(fromQDate(toQDate(date(1969, 2, 28))) == date(1969, 2, 28));
}

TEST_CASE("Cells of tables as they look", "[delegates][shots]") {
  QStandardItemModel model(3, 6);
  const Chip chips[] = {eligibleChip(), toConfirmChip(2), notEligibleChip()};
  for (int row = 0; row < 3; ++row) {
    model.setData(model.index(row, 0), QVariant::fromValue(chips[row]), ChipRole);
    model.setData(model.index(row, 1), row == 0 ? "Alder household" : row == 1 ? "Brook House" : "Teal household");
    model.setData(model.index(row, 1), "Fostering", SecondLineRole);
    model.setData(model.index(row, 1), true, StrongRole);
    model.setData(model.index(row, 2), row == 2 ? "Has a dog (allergy)" : "");
    if (row < 2) model.setData(model.index(row, 2), 743 - row * 250, KnownRole);
    if (row < 2) model.setData(model.index(row, 2), 817 - row * 250, PossibleRole);
    if (row == 1) model.setData(model.index(row, 2), "Impact assessment", SecondLineRole);
    if (row == 1) model.setData(model.index(row, 2), static_cast<int>(Sign::unknown), SecondSignRole);
    if (row < 2) model.setData(model.index(row, 3), row * 3, LevelRole);
    model.setData(model.index(row, 4), QVariant::fromValue(Contribution{200 - row * 60, 200, 120 - row * 40, row * 20}), ContributionRole);
    model.setData(model.index(row, 4), "Level 4, evidenced");
    model.setData(model.index(row, 5), static_cast<int>(row == 0 ? Sign::pass : row == 1 ? Sign::unknown : Sign::waived), SignRole);
    model.setData(model.index(row, 5), row == 0 ? "8.9 miles" : row == 1 ? "Not back" : "Fail, waived");
  }
  QTableView table;
  table.setModel(&model);
  table.setItemDelegateForColumn(0, new ChipDelegate(&table));
  table.setItemDelegateForColumn(1, new TwoLineDelegate(&table));
  table.setItemDelegateForColumn(2, new IntervalDelegate(&table));
  table.setItemDelegateForColumn(3, new LevelDelegate(&table));
  table.setItemDelegateForColumn(4, new ContributionDelegate(&table));
  table.setItemDelegateForColumn(5, new GateDelegate(&table));
  table.setSelectionBehavior(QAbstractItemView::SelectRows);
  table.resizeColumnsToContents();
  table.resizeRowsToContents();
  table.setColumnWidth(4, 230);
  const QImage picture = shot(table, {1200, 240}, "cells");
  for (int column = 0; column < 6; ++column)
    for (int row = 0; row < 3; ++row) {
      INFO(column << " " << row);
      const QRect cell = table.visualRect(model.index(row, column)).translated(table.viewport()->pos());
      CHECK(coloursIn(picture.copy(cell)) > 3);
    }
}
