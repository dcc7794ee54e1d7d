// With names hidden no child of the demo case is named on any page and in no dialog: in no words, no name for a screen reader, no tooltip,
// no table, no list that is searched, no title of a window.
#include <QAbstractButton>
#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QTest>
#include <algorithm>

#include "app/app_case.h"
#include "app/asking.h"
#include "app/deciding.h"
#include "app/drafts.h"
#include "app/market_data.h"
#include "app/referrals.h"
#include "children/child_editor.h"
#include "deciding/breach_dialogs.h"
#include "deciding/own_weights_dialog.h"
#include "deciding/send_dialog.h"
#include "deciding/start_dialog.h"
#include "deciding/then_dialog.h"
#include "desktop.h"
#include "hands.h"
#include "offers/combine_dialog.h"
#include "offers/offer_editor.h"
#include "offers/question_dialog.h"
#include "policy/compare_dialog.h"
#include "referrals/referral_form.h"
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
    if (const auto* line = qobject_cast<const QLineEdit*>(widget); line != nullptr && line->completer() != nullptr)
      addModel(*line->completer()->model(), {}, words);
    if (const auto* text = qobject_cast<const QPlainTextEdit*>(widget)) words << text->toPlainText();
    if (const auto* list = qobject_cast<const QComboBox*>(widget)) addModel(*list->model(), {}, words);
    if (const auto* view = qobject_cast<const QAbstractItemView*>(widget); view != nullptr && view->model() != nullptr)
      addModel(*view->model(), {}, words);
  }
  words.removeAll(QString());
  return words;
}

struct Shared : DemoOnDisk {
  QStringList names;   // whole names of children, and of whom they see
  QStringList groups;  // of siblings
  std::unique_ptr<Desktop> desktop;
  std::unique_ptr<Hands> hands;
  Shared() {
    const auto lines = app::childLines(*workspace);
    REQUIRE(lines);
    for (const app::ChildLine& line : *lines) names << QString::fromStdString(line.child.name);
    for (const app::ChildLine& line : *lines)
      for (const Contact& contact : line.child.contacts)
        if (contact.name.find(' ') != std::string::npos) names << QString::fromStdString(contact.name);  // "Mum" names nobody
    const auto siblings = workspace->file().children().siblingGroups();
    REQUIRE(siblings);
    for (const SiblingGroup& group : *siblings) groups << QString::fromStdString(group.name);
    desktop = std::make_unique<Desktop>(std::move(workspace));
    hands = std::make_unique<Hands>(desktop->window());
  }
  ~Shared() { nameCover().setHidden(false); }
  [[nodiscard]] QStringList namesShown() const { return namesIn(desktop->window()); }
  [[nodiscard]] QStringList namesIn(const QWidget& window) const {
    hands->settle();
    QStringList found;
    for (const QString& words : wordsIn(window)) {
      if (groups.contains(words)) found << words;  // staff and homes may be called like a part of one
      for (const QString& name : names)
        if (words.contains(name)) found << words;
    }
    found.removeDuplicates();
    return found;
  }
  /// No leaf of the dialog names a child.
  void quiet(QWidget& dialog) const {
    dialog.show();
    auto* leaves = dialog.findChild<QTabWidget*>();
    for (int leaf = 0; leaf < (leaves == nullptr ? 1 : leaves->count()); ++leaf) {
      if (leaves != nullptr) leaves->setCurrentIndex(leaf);
      const QStringList found = namesIn(dialog);
      INFO(dialog.windowTitle().toStdString() << ", leaf " << leaf << ": " << found.mid(0, 8).join(" | ").toStdString());
      CHECK(found.isEmpty());
    }
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

TEST_CASE("With names hidden the editor of a child shows dots, numbers, and that a text is hidden, and loses nothing", "[names]") {
  Shared shared;
  app::Workspace& workspace = shared.desktop->workspace();
  const auto lines = app::childLines(workspace);
  REQUIRE(lines);
  shared.hide();
  constexpr int enough = 3;
  int siblings = 0;
  for (const app::ChildLine& line : *lines) {
    if (!line.child.siblings || line.child.contacts.empty() || siblings == enough) continue;
    ++siblings;
    Child child = line.child;
    child.strengths = child.name + " sings.";
    child.notes = "Ask about " + child.name + ".";
    child.wishes.push_back({child.name + " wants a dog", WishKind::wordsOnly, {}, {}, 0.0});
    ChildEditor editor(workspace, child, true);
    shared.quiet(editor);
    CHECK(editor.entered() == child);
    for (const int leaf : {0, 1, 4}) {
      editor.findChild<QTabWidget*>()->setCurrentIndex(leaf);
      shot(editor, {900, 680}, QString("child-hidden-%1").arg(leaf));
    }
  }
  CHECK(siblings == enough);

  Child known = lines->front().child;
  known.knownAs = "Nobody has heard of this name";
  known.strengths = "Sings.";
  ChildEditor editor(workspace, known, true);
  editor.QWidget::show();
  for (const auto* line : editor.findChildren<QLineEdit*>())
    if (line->accessibleName() == "Known as") CHECK(line->echoMode() == QLineEdit::Password);
  for (const auto* text : editor.findChildren<QPlainTextEdit*>())
    if (text->accessibleName() == "Strengths") CHECK(text->isVisible());  // nobody is named in it
}

TEST_CASE("With names hidden no dialog about an offer, a choice, a start or a breach names a child", "[names]") {
  Shared shared;
  app::Workspace& workspace = shared.desktop->workspace();
  const auto decisions = workspace.file().decisions().decisions();
  REQUIRE(decisions);
  const auto decision = std::ranges::find_if(*decisions, [](const Decision& one) { return one.chosen.has_value(); });
  REQUIRE(decision != decisions->end());
  const auto people = app::people(workspace);
  REQUIRE(people);
  const auto named = [&](ReferralId referral) {
    const auto entry = app::referralCase(workspace, referral);
    REQUIRE(entry);
    return entry->children.front().name;
  };
  Breach breach;
  breach.rule = law::rules().front().number;
  breach.referral = decision->referral;
  breach.authorisedBy = people->front().id;
  breach.reviewOn = workspace.today() + std::chrono::days{7};
  breach.words = named(decision->referral) + " was taken there at night";
  breach.told = "the Director, by telephone";
  const auto recorded = app::recordBreach(workspace, breach);
  REQUIRE(recorded);
  breach.id = *recorded;
  const auto referrals = app::referralLines(workspace, false);
  REQUIRE(referrals);
  const auto asked = std::ranges::find_if(*referrals, [](const app::ReferralLine& line) { return line.offers > 1 && isOpen(line.stage); });
  REQUIRE(asked != referrals->end());
  const std::string child = named(asked->id);
  const auto offers = app::offersOf(workspace, asked->id);
  REQUIRE(offers);
  Offer offer = offers->front();
  offer.conditions = "Only if " + child + " agrees";
  REQUIRE(app::askQuestion(workspace, offer.id, "Is there a piano for " + child + "?"));
  auto draft = app::proposeChoice(workspace, asked->id);
  REQUIRE(draft);
  REQUIRE_FALSE(draft->reasons.empty());
  draft->reasons.front() = child + " knows the town";

  shared.hide();
  BreachesDialog breaches(workspace, "the referral", breach);
  shared.quiet(breaches);
  CHECK(breaches.findChild<QListWidget*>()->count() == 1);
  BreachDialog change(workspace, breach);
  shared.quiet(change);
  EndBreachDialog end(workspace, breach);
  shared.quiet(end);
  StartDialog start(workspace, decision->id);
  shared.quiet(start);
  OfferEditor editor(workspace, offer, true);
  shared.quiet(editor);
  CombineDialog combine(workspace, asked->id, true);
  shared.quiet(combine);
  CHECK(combine.offers() > 0);
  QuestionDialog question(workspace, *workspace.file().offers().offer(offer.id),
                          QString::fromStdString("Where would " + child + " sleep?"));
  shared.quiet(question);
  shot(question, {}, "question-hidden");
  CHECK(wordsIn(question).filter("Where would ").size() == 1);  // it can be read, by number
  SendDialog send(workspace, *draft, {});
  shared.quiet(send);
}

TEST_CASE("With names hidden neither the record of a decision nor its amendment names a child", "[names]") {
  Shared shared;
  app::Workspace& workspace = shared.desktop->workspace();
  const auto choices = app::choicesWaiting(workspace);
  REQUIRE(choices);
  REQUIRE_FALSE(choices->empty());
  const Choice& choice = choices->front();
  const auto entry = app::referralCase(workspace, choice.referral);
  REQUIRE(entry);
  const std::string child = entry->children.front().name;
  Decision decision;
  decision.referral = choice.referral;
  decision.choice = choice.id;
  for (const OptionId option : choice.options) decision.reasons.push_back({option, NotChosen::childsWish, child + " would not go there"});
  decision.decidedBy = choice.sentTo;
  decision.childsViewHeard = true;
  decision.childsView = "I am " + child;
  REQUIRE(app::decide(workspace, decision));
  Decision chosen = decision;
  chosen.amendsReason = child + " has visited since";
  chosen.chosen = choice.options.front();
  chosen.reasons.front() = {choice.options.front(), std::nullopt, child + " liked the garden"};
  const auto people = app::people(workspace);
  REQUIRE(people);
  for (const Person& person : *people) {
    if (person.role == homeward::Role::teamManager) chosen.agreedBy = person.id;
    if (person.role == homeward::Role::budgetHolder) chosen.budgetAgreedBy = person.id;
  }
  const auto decided = app::decide(workspace, chosen);
  INFO((decided ? std::string{} : decided.error().detail));
  REQUIRE(decided);
  shared.hide();
  const auto quiet = [&] {
    const QStringList found = shared.namesShown();
    INFO(found.mid(0, 8).join(" | ").toStdString());
    CHECK(found.isEmpty());
  };
  shared.desktop->openReferral(choice.referral);
  quiet();
  CHECK_FALSE(wordsIn(shared.desktop->window()).filter("liked the garden").isEmpty());  // it can be read, by number
  auto again = app::recompute(workspace, *decided);
  REQUIRE(again);
  ThenDialog then(*std::move(again), entry->referral.number);
  then.findChild<QCheckBox*>()->setChecked(false);
  shared.quiet(then);
  CompareDialog compare(workspace, std::nullopt, std::nullopt);
  shared.quiet(compare);
  const auto ranked = app::rankOffers(workspace, choice.referral);
  REQUIRE(ranked);
  const std::vector<int> weights = matching::withWeight((*ranked)->assessment().problem().weights, 0, 800);
  const auto both = app::triedOwnWeights(workspace, choice.referral, weights);
  REQUIRE(both);
  OwnWeightsDialog own(workspace, choice.referral, weights, *both);
  shared.quiet(own);
  REQUIRE(app::keepOwnWeights(workspace, choice.referral, weights, child + " said so"));
  shared.desktop->openChoice(choice.referral);
  quiet();
  CHECK_FALSE(wordsIn(shared.desktop->window()).filter("said so").isEmpty());
  shared.desktop->window().goBack();
  shared.desktop->amendDecision(*decided);
  quiet();
  shot(shared.desktop->window(), {1600, 1000}, "review-hidden");
  shared.hide();
  CHECK_FALSE(wordsIn(shared.desktop->window()).filter(QString::fromStdString(child + " liked the garden")).isEmpty());
}

TEST_CASE("With names hidden the form finds a child by number, and covers what it then shows and what a draft brings back", "[names]") {
  Shared shared;
  Desktop& desktop = *shared.desktop;
  const auto lines = app::childLines(desktop.workspace());
  REQUIRE(lines);
  const auto line = std::ranges::find_if(*lines, [](const app::ChildLine& one) { return !one.child.contacts.empty(); });
  REQUIRE(line != lines->end());
  const Child& child = line->child;
  const auto form = [&] {
    shared.hands->settle();
    auto* there = qobject_cast<ReferralForm*>(desktop.window().currentPage());
    REQUIRE(there != nullptr);
    return there;
  };
  const auto quiet = [&] {
    INFO(shared.namesShown().mid(0, 8).join(" | ").toStdString());
    CHECK(shared.namesShown().isEmpty());
  };
  SECTION("found by number") {
    shared.hide();
    desktop.newReferral();
    quiet();
    auto* name = qobject_cast<QLineEdit*>(form()->firstFocus());
    REQUIRE(name != nullptr);
    name->setFocus();
    shared.hands->type(QString::fromStdString(child.number));
    CHECK(name->echoMode() == QLineEdit::Normal);
    CHECK(name->completer()->currentCompletion() == QString::fromStdString(child.number));
    emit name->completer()->activated(QString::fromStdString(child.number));
    quiet();
    CHECK(form()->entry().children.front().id == child.id);
    CHECK(name->text() == QString::fromStdString(child.name));
    CHECK(name->echoMode() == QLineEdit::Password);
    shared.hide();
    CHECK(name->displayText() == QString::fromStdString(child.name));
    CHECK(name->completer()->model()->index(0, 0).data().toString().contains(QString::fromUtf8(" · ")));
  }
  SECTION("a name that is typed") {
    shared.hide();
    desktop.newReferral();
    auto* name = qobject_cast<QLineEdit*>(form()->firstFocus());
    name->setFocus();
    shared.hands->type("Robin");
    CHECK(name->echoMode() == QLineEdit::Password);
  }
  SECTION("a draft that is continued") {
    desktop.newReferral();
    form()->firstFocus()->setFocus();
    shared.hands->type(QString::fromStdString(child.name));
    for (auto* text : form()->findChildren<QPlainTextEdit*>()) text->setPlainText(QString::fromStdString(child.name + " sings."));
    REQUIRE(form()->keepTyped());
    const auto drafts = app::drafts(desktop.workspace());
    REQUIRE(drafts);
    REQUIRE_FALSE(drafts->empty());
    desktop.window().goBack();
    shared.hide();
    desktop.newReferral();
    form()->takeUp(drafts->front());
    quiet();
    CHECK(form()->entry().referral.inPlainWords == child.name + " sings.");
  }
}
