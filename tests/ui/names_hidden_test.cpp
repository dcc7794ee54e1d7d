// With names hidden no child of the demo case is named on any page: in no words, no name for a screen reader, no tooltip, no table, no
// title of a window.
#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QTest>

#include "app/app_case.h"
#include "app/deciding.h"
#include "app/market_data.h"
#include "app/referrals.h"
#include "desktop.h"
#include "hands.h"
#include "samples.h"
#include "shared/names.h"
#include "shared/roles.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::tests;

namespace {

void addModel(const QAbstractItemModel& model, const QModelIndex& parent, QStringList& words) {
  for (int row = 0; row < model.rowCount(parent); ++row)
    for (int column = 0; column < model.columnCount(parent); ++column) {
      const QModelIndex index = model.index(row, column, parent);
      for (const int role : {static_cast<int>(Qt::DisplayRole), static_cast<int>(Qt::ToolTipRole), static_cast<int>(Qt::AccessibleTextRole),
                             static_cast<int>(SecondLineRole)})
        if (const QVariant value = index.data(role); value.typeId() == QMetaType::QString) words << value.toString();
      if (column == 0) addModel(model, index, words);
    }
}

/// Everything that can be read in a window, by eyes or by ear.
QStringList wordsIn(const QWidget& window) {
  QStringList words{window.windowTitle()};
  for (const auto* widget : window.findChildren<QWidget*>()) {
    if (!widget->isVisible()) continue;
    words << widget->accessibleName() << widget->accessibleDescription() << widget->toolTip() << widget->statusTip();
    if (const auto* label = qobject_cast<const QLabel*>(widget)) words << label->text();
    if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) words << button->text();
    if (const auto* line = qobject_cast<const QLineEdit*>(widget)) words << line->displayText() << line->placeholderText();
    if (const auto* text = qobject_cast<const QPlainTextEdit*>(widget)) words << text->toPlainText();
    if (const auto* list = qobject_cast<const QComboBox*>(widget)) addModel(*list->model(), {}, words);
    if (const auto* view = qobject_cast<const QAbstractItemView*>(widget); view != nullptr && view->model() != nullptr)
      addModel(*view->model(), {}, words);
  }
  words.removeAll(QString());
  return words;
}

struct Shared : DemoOnDisk {
  QStringList names;  // whole names of children
  std::unique_ptr<Desktop> desktop;
  std::unique_ptr<Hands> hands;
  Shared() {
    const auto lines = app::childLines(*workspace);
    REQUIRE(lines);
    for (const app::ChildLine& line : *lines) names << QString::fromStdString(line.child.name);
    for (const app::ChildLine& line : *lines)
      for (const Contact& contact : line.child.contacts)
        if (contact.name.find(' ') != std::string::npos) names << QString::fromStdString(contact.name);  // "Mum" names nobody
    desktop = std::make_unique<Desktop>(std::move(workspace));
    hands = std::make_unique<Hands>(desktop->window());
  }
  ~Shared() { nameCover().setHidden(false); }
  [[nodiscard]] QStringList namesShown() const {
    hands->settle();
    QStringList found;
    for (const QString& words : wordsIn(desktop->window()))
      for (const QString& name : names)
        if (words.contains(name)) found << words;
    found.removeDuplicates();
    return found;
  }
  void hide() const { hands->press(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier); }
};

}  // namespace

TEST_CASE("Names are covered where they stand, and nothing else is", "[names]") {
  NameCover cover;
  cover.setNames({{"Wren Tansy", "C-2207"}, {"Wren", "C-2207"}, {"Tansy", "…"}, {"Nan Tansy", "grandmother"}}, {"Wren House", "Tansy"});
  CHECK(cover.shown("Wren Tansy") == "Wren Tansy");
  cover.setHidden(true);
  CHECK(cover.shown("Find a home for Wren Tansy, 9") == "Find a home for C-2207, 9");
  CHECK(cover.shown("Wren’s contact with Nan Tansy") == "C-2207’s contact with grandmother");
  CHECK(cover.shown("(Wren)") == "(C-2207)");
  CHECK(cover.shown("Wren House has a room for Wren") == "Wren House has a room for C-2207");
  CHECK(cover.shown("Wrenfield") == "Wrenfield");
  CHECK(cover.shown("The Tansy family") == "The … family");
  CHECK(cover.shown("") == "");
}

TEST_CASE("With names hidden no page names a child", "[names]") {
  Shared shared;
  Desktop& desktop = *shared.desktop;
  CHECK_FALSE(shared.namesShown().isEmpty());  // My work names children
  shared.hide();
  const auto quiet = [&](const std::string& where) {
    INFO(where + ": " + shared.namesShown().mid(0, 8).join(" | ").toStdString());
    CHECK(shared.namesShown().isEmpty());
  };
  for (int section = 0; section < Desktop::sections; ++section) {
    desktop.openSection(static_cast<Desktop::Section>(section));
    quiet("section " + std::to_string(section));
  }
  const auto referrals = app::referralLines(desktop.workspace(), false);
  REQUIRE(referrals);
  for (const app::ReferralLine& line : *referrals) {
    if (!isOpen(line.stage)) continue;
    desktop.openReferral(line.id);
    quiet("the referral " + line.number);
    desktop.editReferral(line.id);
    quiet("the form of " + line.number);
    desktop.window().goBack();
    desktop.openMarketFor(line.id);
    quiet("the market for " + line.number);
    if (line.offers == 0) continue;
    desktop.openChoice(line.id);
    quiet("the choice of " + line.number);
    desktop.window().goBack();
  }
  const auto waiting = app::choicesWaiting(desktop.workspace());
  REQUIRE(waiting);
  REQUIRE_FALSE(waiting->empty());
  for (const auto& choice : *waiting) {
    desktop.openReview(choice.id);
    quiet("the review");
    desktop.window().goBack();
  }
  desktop.openSection(Desktop::children);
  shared.hands->press(Qt::Key_K, Qt::ControlModifier);
  shared.hands->type("R-04");
  quiet("what Ctrl+K finds");
  shared.hands->press(Qt::Key_Escape);

  desktop.openSection(Desktop::work);
  shared.hide();
  CHECK_FALSE(shared.namesShown().isEmpty());  // and they come back
}
