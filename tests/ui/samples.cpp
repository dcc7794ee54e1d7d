#include "samples.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QKeySequence>
#include <QLabel>
#include <QMap>
#include <QMenuBar>
#include <QSet>

#include "shared/theme.h"
#include "support/catch.h"

namespace homeward::tests {
namespace {

using matching::GateResult;
using matching::Interval;
using ui::ChoiceOption;

struct Cell {
  int low, high;
  const char* sentence;
  const char* question = "";
};

ChoiceOption option(std::int64_t id, int shape, const QString& name, const QString& provider, const QString& line,
                    const std::vector<Cell>& cells) {
  ChoiceOption one;
  one.id = id;
  one.key = "option:" + std::to_string(id);
  one.name = name;
  one.shortName = name.endsWith(QStringLiteral("household")) ? name.section(QLatin1Char(' '), 0, 0) : name;
  one.provider = provider;
  one.providerLine = line;
  one.shape = shape;
  one.send = id < 4;
  for (const Cell& cell : cells)
    one.criteria.push_back({Interval{static_cast<std::int16_t>(cell.low), static_cast<std::int16_t>(cell.high)},
                            QString::fromUtf8(cell.sentence),
                            QString::fromUtf8(cell.question),
                            {}});
  return one;
}

std::vector<ui::GateCell> passes(const QStringList& sentences) {
  std::vector<ui::GateCell> gates;
  for (const QString& sentence : sentences) gates.push_back({GateResult::pass, sentence, {}, {}, false});
  return gates;
}

std::vector<ui::CostCell> costs(const QStringList& cells) {
  std::vector<ui::CostCell> list;
  for (const QString& cell : cells) {
    const auto amount = parseMoney(cell.toStdString());
    amount ? list.push_back({MoneyRange::exactly(*amount), {}}) : list.push_back({std::nullopt, cell});
  }
  return list;
}

}  // namespace

ui::ChoiceView wrensChoice() {
  ui::ChoiceView view;
  view.title = "Choice for Wren Tansy";
  view.subtitle = "R-0412 · girl, 9 · full care order · Dandelion Primary, Year 5 · aim: long-term fostering";
  view.urgency = ui::plannedChip("Planned: needed by 18 December 2026");
  view.due = "Choice due 1 December 2026,\nin 2 working days";
  view.sendTo = "S. Quill";
  view.policy = "policy v7";
  view.offers = 6;
  view.gateLabels = {"Law and registration", "Willing, free in time",  "Wellbeing at level 4",
                     "No dog in the home",   "Children already there", "Within 10 miles of home"};
  view.criterionLabels = {"Emotional wellbeing", "Learning support",  "School kept",     "Near home",
                          "Contact with Nan",    "Wren’s own wishes", "Household",       "Identity",
                          "Stability so far",    "Quality",           "Expected length", "Start date"};
  view.policyWeights = {200, 80, 120, 90, 70, 90, 90, 60, 80, 60, 40, 20};
  view.costLabels = {"Core fee",  "Additional support",       "Education",          "Wrap-around: mentor",
                     "Transport", "Introductions and set-up", "Health contribution"};
  view.costWords = "Like for like over 52 weeks from 14 December 2026. What one fee includes is priced for the others.";

  ChoiceOption alder = option(1, 1, "Alder household", "Wendmoor Fostering", "Wendmoor Fostering · in-house",
                              {{600, 600, "Level 3; 4 with sessions"},
                               {800, 800, "Tutor on Tuesdays"},
                               {1000, 1000, "Stays; 0.9 miles on foot"},
                               {950, 950, "1.8 miles from home"},
                               {850, 850, "4.6 miles from Nan"},
                               {1000, 1000, "4 of 4"},
                               {700, 700, "One child, 14; own room"},
                               {500, 500, "Chapel near; no Welsh spoken"},
                               {570, 985, "8 of 9 placements lasted"},
                               {750, 750, "Good, June 2025"},
                               {0, 1000, "Not known beyond two years", "Could the Alder household offer a home beyond two years?"},
                               {1000, 1000, "From 11 December"}});
  alder.gates = passes({"14 of 14 pass", "From 11 December", "Level 4 with sessions", "No pets", "Checked 23 November", "1.8 miles"});
  alder.costs = costs({"742.00", "165.00", "none", "48.00", "5.22", "22.11", "-82.50"});
  alder.wholeCost = MoneyRange::exactly(Money{89983});
  ChoiceOption rowan =
      option(2, 2, "Rowan household", "Marshlight Fostering", "Marshlight Fostering · tier 1",
             {{800, 800, "Level 4, evidenced"},
              {800, 800, "Tutor on Tuesdays"},
              {720, 720, "Stays; 6.3 miles by car"},
              {750, 750, "6.4 miles from home"},
              {600, 600, "10.3 miles from Nan"},
              {750, 750, "3 of 4: not close to Nan"},
              {1000, 1000, "No other child; own room"},
              {0, 1000, "Not known: Welsh, chapel", "Can the Rowan household support Wren’s Welsh, and take her to chapel?"},
              {570, 1000, "5 of 5 placements lasted"},
              {900, 900, "Outstanding, May 2025"},
              {1000, 1000, "To 18 agreed"},
              {1000, 1000, "From 14 December"}});
  rowan.gates = passes({"14 of 14 pass", "From 14 December", "Level 4, evidenced", "One cat", "No other children", "6.4 miles"});
  rowan.costs = costs({"985.00", "in the fee", "none", "48.00", "38.27", "19.23", "none"});
  rowan.wholeCost = MoneyRange::exactly(Money{109050});
  ChoiceOption larch = option(3, 3, "Larch household", "Nettlewick Families", "Nettlewick Families · specialist lot",
                              {{1000, 1000, "Level 5, evidenced"},
                               {800, 800, "Tutor on Tuesdays"},
                               {560, 560, "Stays; 8.9 miles by car"},
                               {640, 640, "8.9 miles from home"},
                               {850, 850, "4.9 miles from Nan"},
                               {500, 500, "2 of 4: school, Nan"},
                               {680, 680, "Two children, 11 and 13; own room"},
                               {500, 500, "Chapel near; no Welsh spoken"},
                               {650, 985, "11 of 12 placements lasted"},
                               {700, 700, "Good, March 2024"},
                               {800, 800, "Six years agreed"},
                               {1000, 1000, "From 14 December"}});
  larch.gates = passes({"14 of 14 pass", "From 14 December", "Level 5, evidenced", "No pets", "Checked 24 November", "8.9 miles"});
  larch.costs = costs({"1300.00", "90.00", "in the fee", "in the fee", "42.95", "20.19", "none"});
  larch.wholeCost = MoneyRange::exactly(Money{145314});
  ChoiceOption brook = option(4, 4, "Brook House", "Lanternfish Care", "Lanternfish Care · children’s home",
                              {{650, 650, "Level 4, claimed only"},
                               {800, 800, "Tutor on Tuesdays"},
                               {0, 390, "Not known after July 2027", "Does Brook House keep Wren’s school after July 2027?"},
                               {540, 540, "11.3 miles from home"},
                               {570, 570, "11.4 miles from Nan"},
                               {250, 250, "1 of 4: school"},
                               {300, 300, "Three young people, 12 to 16"},
                               {500, 500, "Chapel near; no Welsh spoken"},
                               {680, 930, "26 of 31 placements lasted"},
                               {650, 650, "Good, October 2023"},
                               {400, 400, "Two years at most"},
                               {1000, 1000, "Now"}});
  brook.gates = passes({"14 of 14 pass", "Now", "Level 4, claimed", "No pets"});
  brook.gates.push_back({GateResult::unknown, "Impact assessment not back", {}, "Is the impact assessment back?", false});
  brook.gates.push_back({GateResult::fail, "11.3 miles", "J. Thimble", {}, true});
  brook.costs = costs({"4650.00", "in the fee", "none", "in the fee", "64.08", "none", "-620.00"});
  brook.costs[2] = {MoneyRange{Money{0}, Money{21000}}, {}};
  brook.wholeCost = MoneyRange{Money{409408}, Money{430408}};
  view.options = {alder, rowan, larch, brook};
  view.others = {{11, "Teal household", "Has a dog: allergy, GP letter 3 November 2026",
                  "Back if the dog lives elsewhere, or a named person waives it"},
                 {12, "Heron Lodge", "31.4 miles from home; the limit is 10", "Back if the limit for this referral is raised to 32 miles"},
                 {13, "Fieldfare House", "Registered for ages 11 to 17; Wren is 9", "Cannot be waived: it is the law"}};
  view.othersCount = 475;
  view.proposed = {{1, "Alder household", "Place 1 in the order of the match. Costs £191 a week less than the next."},
                   {2, "Rowan household", "Place 2 in the order of the match. Strongest on household: no other child."},
                   {3, "Larch household", "Place 3 in the order of the match. Strongest on emotional wellbeing: level 5, evidenced."}};
  return view;
}

std::vector<int> wellbeingAt280() { return matching::withWeight(wrensChoice().policyWeights, 0, 280); }

QImage shot(QWidget& widget, const QSize& size, const QString& name) {
  // A window has its screen, a dialog grows with the text.
  const bool grows = qobject_cast<QDialog*>(&widget) != nullptr;
  if (!size.isEmpty()) widget.resize(grows ? QSize(ui::px(size.width()), ui::px(size.height())) : size);
  widget.show();
  for (int i = 0; i < 3; ++i) QApplication::processEvents();
  INFO(name.toStdString());
  CHECK(doubledLetters(widget).join(QStringLiteral("; ")).toStdString() == "");
  const QImage picture = widget.grab().toImage();
  if (const QString folder = qEnvironmentVariable("HOMEWARD_SHOTS"); !folder.isEmpty()) {
    QDir().mkpath(folder);
    picture.save(QStringLiteral("%1/%2.png").arg(folder, name));
  }
  return picture;
}

int coloursIn(const QImage& picture) {
  QSet<QRgb> colours;
  for (int y = 0; y < picture.height(); ++y)
    for (int x = 0; x < picture.width(); ++x) colours.insert(picture.pixel(x, y));
  return static_cast<int>(colours.size());
}

QStringList unnamed(const QWidget& window) {
  QStringList names;
  for (const QWidget* widget : window.findChildren<QWidget*>()) {
    const bool reachable = (widget->focusPolicy() & Qt::TabFocus) && widget->isVisibleTo(&window);
    if (!reachable || !widget->accessibleName().isEmpty() || widget->focusProxy()) continue;
    if (widget->parentWidget() && widget->parentWidget()->focusProxy() == widget) continue;
    const QString text = widget->property("text").toString();  // buttons and boxes are named by their words
    if (!text.isEmpty()) continue;
    names.push_back(
        QStringLiteral("%1 in %2")
            .arg(widget->metaObject()->className(), widget->parentWidget() ? widget->parentWidget()->metaObject()->className() : ""));
  }
  return names;
}

QStringList doubledLetters(const QWidget& window) {
  QMap<QString, QStringList> led;
  for (const QWidget* widget : window.findChildren<QWidget*>()) {
    if (!widget->isVisibleTo(&window)) continue;
    const auto* label = qobject_cast<const QLabel*>(widget);
    const bool leads = label != nullptr ? label->buddy() != nullptr : qobject_cast<const QAbstractButton*>(widget) != nullptr;
    const QString text = leads ? widget->property("text").toString() : QString();
    if (const QKeySequence letter = QKeySequence::mnemonic(text); !letter.isEmpty()) led[letter.toString()] << text;
  }
  for (const QMenuBar* bar : window.findChildren<QMenuBar*>())
    for (const QAction* menu : bar->actions())
      if (const QKeySequence letter = QKeySequence::mnemonic(menu->text()); menu->isVisible() && !letter.isEmpty())
        led[letter.toString()] << menu->text();
  QStringList doubled;
  for (auto letter = led.begin(); letter != led.end(); ++letter)
    if (letter->size() > 1) doubled << QStringLiteral("%1: %2").arg(letter.key(), letter->join(QStringLiteral(", ")));
  return doubled;
}

}  // namespace homeward::tests
