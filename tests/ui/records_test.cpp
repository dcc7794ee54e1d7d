// What is put on record against the usual way, in the window by keys: a withdrawal, a criterion set aside, a breach, a child changed.
#include <QAction>
#include <QApplication>
#include <QDateEdit>
#include <QDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTableView>
#include <QTest>

#include "app/referrals.h"
#include "app/three_offers.h"
#include "choice/choice_page.h"
#include "choice/choice_parts.h"
#include "deciding/breach_dialogs.h"
#include "deciding/review_page.h"
#include "deciding/start_dialog.h"
#include "desktop.h"
#include "hands.h"
#include "market/market_model.h"
#include "market/market_page.h"
#include "market/why_out_dialog.h"
#include "nowhere.h"
#include "placements/placements_page.h"
#include "samples.h"
#include "shared/entry_dialog.h"
#include "shared/surface.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::tests;

namespace {

/// The real window over a search that has come as far as three offers.
struct Window : ThreeOffers {
  std::unique_ptr<Desktop> desktop;
  std::unique_ptr<Hands> hands;
  Window() {
    desktop = std::make_unique<Desktop>(std::move(journey.workspace));
    desktop->window().resize(1600, 1000);
    desktop->window().show();
    hands = std::make_unique<Hands>(desktop->window());
  }
  [[nodiscard]] app::Workspace& workspace() const { return desktop->workspace(); }
};

}  // namespace

TEST_CASE("A referral is withdrawn by keys, with the reason, and says so afterwards") {
  Window window;
  Hands& hands = *window.hands;
  window.desktop->openReferral(window.referral);
  hands.settle();
  hands.within([&] { hands.press(Qt::Key_W, Qt::ControlModifier | Qt::ShiftModifier); },
               [&] {
                 hands.press(Qt::Key_Return);  // without a reason it stays
                 REQUIRE(QApplication::activeModalWidget() != nullptr);
                 CHECK(unnamed(*QApplication::activeModalWidget()).isEmpty());
                 shot(*QApplication::activeModalWidget(), {}, "withdraw");
                 hands.type("She stays with her aunt");
                 hands.press(Qt::Key_Return);
               });
  const auto stored = window.workspace().file().referrals().get(window.referral);
  REQUIRE(stored);
  REQUIRE(stored->withdrawal);
  CHECK(stored->withdrawal->reason == "She stays with her aunt");
}

TEST_CASE("Alt+W on a referral whose choice waits opens the review in the real window") {
  Window window;
  const auto choice =
      app::sendChoice(window.workspace(), {window.referral,
                                           window.options,
                                           {"a", "b", "c"},
                                           PersonId{window.workspace().file().referrals().get(window.referral)->socialWorker->value},
                                           window.workspace().today() + std::chrono::days{3},
                                           ""});
  INFO((choice ? std::string{} : choice.error().detail));
  REQUIRE(choice);
  // The way of a day: the market, the choice, back to the referral. Each of these has an Alt+W of its own.
  window.desktop->openMarketFor(window.referral);
  window.hands->settle();
  window.desktop->openChoice(window.referral);
  window.hands->settle();
  window.desktop->openReferral(window.referral);
  window.hands->settle();
  window.hands->press(Qt::Key_W, Qt::AltModifier);
  QTest::qWait(300);
  INFO("in front: " + window.desktop->window().windowTitle().toStdString() + ", the focus is on " + window.hands->focused().toStdString());
  CHECK(qobject_cast<ReviewPage*>(window.desktop->window().currentPage()) != nullptr);
}

TEST_CASE("A failed criterion of an option is set aside in the choice with a reason, seen, and taken back") {
  Window window;
  Hands& hands = *window.hands;
  auto entry = app::referralCase(window.workspace(), window.referral);
  REQUIRE(entry);
  entry->children.front().medicalExclusions = {"dog"};
  REQUIRE(app::saveReferral(window.workspace(), *entry));
  Setting home = window.homes[0];
  home.features["dog"] = true;
  REQUIRE(app::saveSetting(window.workspace(), home));
  window.desktop->openChoice(window.referral);
  hands.settle();
  auto* page = qobject_cast<ChoicePage*>(window.desktop->window().currentPage());
  REQUIRE(page != nullptr);
  const auto act = [&] {
    for (QAction* action : page->menuActions())
      if (action->text().startsWith("Set a failed criterion aside")) return action;
    FAIL("no such act in the menu");
    return static_cast<QAction*>(nullptr);
  }();
  CHECK(act->isVisible());
  const auto goToFailed = [&](Sign sign) {
    QTableView* table = page->findChild<ChoiceParts*>()->part(ChoicePart::essential);
    for (int row = 0; row < table->model()->rowCount(); ++row)
      for (int column = 1; column < table->model()->columnCount(); ++column)
        if (table->model()->index(row, column).data(SignRole).toInt() == static_cast<int>(sign)) {
          table->setCurrentIndex(table->model()->index(row, column));
          return true;
        }
    return false;
  };
  REQUIRE(goToFailed(Sign::fail));
  hands.within([&] { act->trigger(); },
               [&] {
                 CHECK(unnamed(*QApplication::activeModalWidget()).isEmpty());
                 shot(*QApplication::activeModalWidget(), {}, "waiver");
                 hands.type("The dog lives in the yard");
                 hands.press(Qt::Key_Return);
               });
  hands.settle();
  const auto waivers = [&] { return window.workspace().file().referrals().get(window.referral)->waivers; };
  REQUIRE(waivers().size() == 1);
  CHECK(waivers().front().by == window.workspace().user().id);
  page = qobject_cast<ChoicePage*>(window.desktop->window().currentPage());
  REQUIRE(goToFailed(Sign::waived));
  CHECK_FALSE(goToFailed(Sign::fail));
  shot(window.desktop->window(), {1600, 1000}, "choice-waived");
  REQUIRE(goToFailed(Sign::waived));
  hands.within([&] { act->trigger(); }, [&] { hands.press(Qt::Key_Escape); });  // leaves it
  CHECK(waivers().size() == 1);
  hands.within([&] { act->trigger(); }, [&] { hands.to("Take it back"), hands.press(Qt::Key_Space); });
  hands.settle();
  CHECK(waivers().empty());
}

TEST_CASE("Why a setting is out offers to set a local criterion aside, and says why law and registration cannot be") {
  const ThreeOffers three;
  auto& workspace = *three.journey.workspace;
  Nowhere nowhere;
  MarketPage page(workspace, nowhere);
  page.showReferral(three.referral);
  page.show();
  auto* model = page.findChild<MarketModel*>();
  REQUIRE(model != nullptr);
  const auto rowWith = [&](matching::GateKind kind) {
    for (int row = 0; row < model->rowCount(); ++row) {
      if (model->line(row).status != matching::Status::notEligible) continue;
      for (const auto& gate : model->explanation(row)->gates)
        if (gate.result == matching::GateResult::fail && gate.kind == kind) return row;
    }
    FAIL("nobody fails such a gate");
    return -1;
  };
  const auto button = [](const QWidget& in, const QString& words) -> QPushButton* {
    for (auto* one : in.findChildren<QPushButton*>())
      if (one->text() == words) return one;
    return nullptr;
  };
  {
    WhyOutDialog dialog(workspace, *model, rowWith(matching::GateKind::registration));
    QString said;
    for (const auto* label : dialog.findChildren<TextLabel*>()) said += label->text() + '\n';
    CHECK(said.contains("follows from the registration"));
  }
  WhyOutDialog dialog(workspace, *model, rowWith(matching::GateKind::essential));
  QObject::connect(&dialog, &WhyOutDialog::waived, &page, &MarketPage::refresh);
  QObject::connect(model, &QAbstractItemModel::modelReset, &dialog, &WhyOutDialog::read);
  shot(dialog, {980, 600}, "why-out");
  CHECK(unnamed(dialog).isEmpty());
  Hands hands(dialog);
  QPushButton* aside = button(dialog, "Set aside for this one…");
  REQUIRE(aside != nullptr);
  hands.within([&] { aside->click(); },
               [&] {
                 hands.type("Agreed with the family");
                 hands.press(Qt::Key_Return);
               });
  QTest::qWait(50);
  const auto waivers = [&] { return workspace.file().referrals().get(three.referral)->waivers; };
  REQUIRE(waivers().size() == 1);
  CHECK(waivers().front().gate.starts_with("essential."));
  QPushButton* back = button(dialog, "Take this back");
  REQUIRE(back != nullptr);
  shot(dialog, {980, 600}, "why-out-waived");
  // Asked first: Enter and Esc lose nothing.
  hands.within([&] { back->click(); }, [&] { hands.press(Qt::Key_Return); });
  CHECK(waivers().size() == 1);
  hands.within([&] { button(dialog, "Take this back")->click(); }, [&] { hands.to("Take it back"), hands.press(Qt::Key_Space); });
  QTest::qWait(50);
  CHECK(waivers().empty());
}

TEST_CASE("A missing approval at the start is lifted by a breach that is recorded there") {
  const ThreeOffers three;
  auto& workspace = *three.journey.workspace;
  const DecisionId decided = three.decidedOutsideTheArea();
  StartDialog dialog(workspace, decided);
  Hands hands(dialog);
  CHECK(unnamed(dialog).isEmpty());
  shot(dialog, {}, "start");
  const auto start = [&] {
    for (auto* one : dialog.findChildren<QPushButton*>())
      if (one->accessibleName() == "Start the placement") return one;
    FAIL("no button that starts");
    return static_cast<QPushButton*>(nullptr);
  }();
  CHECK_FALSE(start->isEnabled());
  // What is entered for an approval stays while the day changes, and each field names its rule.
  hands.to("What was seen, and the consultation with the area authority, rule 6");
  hands.type("seen");
  auto* day = dialog.findChild<QDateEdit*>();
  day->setDate(day->date().addDays(1));
  CHECK(hands.focused().endsWith("rule 6"));
  day->setDate(day->date().addDays(-1));
  const auto references = dialog.findChildren<QLineEdit*>();
  CHECK(std::any_of(references.begin(), references.end(), [](const QLineEdit* one) { return one->isVisible() && one->text() == "seen"; }));
  hands.to("Record the approval, rule 6");
  hands.within([&] { hands.press(Qt::Key_B, Qt::AltModifier); },
               [&] {
                 QWidget& inside = *QApplication::activeModalWidget();
                 CHECK(unnamed(inside).isEmpty());
                 shot(inside, {}, "breach");
                 hands.type("The court placed her there at night");
                 hands.to("Who authorised it");
                 hands.type("O. Harbour");
                 hands.to("Order number");
                 hands.type("ZZ26-0001 (invented)");
                 hands.to("Who was told, and when");
                 hands.type("Ofsted, 27 November 2026");
                 hands.press(Qt::Key_Return);
               });
  QTest::qWait(50);
  const auto breaches = app::breachesOf(workspace, three.referral);
  REQUIRE(breaches);
  REQUIRE(breaches->size() == 1);
  CHECK(breaches->front().authorisedBy == three.journey.person("O. Harbour"));
  CHECK(breaches->front().reviewOn > workspace.today());
  CHECK(breaches->front().setting == three.homes[0].id);
  CHECK(start->isEnabled());
  shot(dialog, {}, "start-breach");
  hands.press(Qt::Key_S, Qt::AltModifier);
  QTest::qWait(200);
  REQUIRE(dialog.started().size() == 1);

  Nowhere nowhere;
  PlacementsPage page(workspace, nowhere);
  page.show(dialog.started().front());
  CHECK(page.told().contains("ZZ26-0001"));
  BreachesDialog list(workspace, "Fritillary", breaches->front());
  shot(list, {}, "breaches");
  CHECK(unnamed(list).isEmpty());
}

TEST_CASE("Once the approval is recorded the keyboard goes to the start") {
  const ThreeOffers three;
  auto& workspace = *three.journey.workspace;
  const DecisionId decided = three.decidedOutsideTheArea();
  StartDialog dialog(workspace, decided);
  Hands hands(dialog);
  hands.to("Who approved, rule 6");
  hands.type("O. Harbour");
  hands.to("What was seen");
  hands.type("their report, and Fennshire consulted");
  hands.to("Record the approval, rule 6");
  hands.press(Qt::Key_Space);
  QTest::qWait(50);
  for (const auto* line : dialog.findChildren<TextLabel*>()) UNSCOPED_INFO(line->text().toStdString());
  CHECK(hands.focused().toStdString() == "Start the placement");
}

TEST_CASE("After an offer was changed from the referral the keyboard is in its list again") {
  Window window;
  Hands& hands = *window.hands;
  window.desktop->openReferral(window.referral);
  hands.settle();
  hands.to("Offers. Enter opens one");
  hands.within([&] { hands.press(Qt::Key_Return); },
               [&] {
                 for (auto* button : QApplication::activeModalWidget()->findChildren<QPushButton*>())
                   if (button->isDefault()) return button->click();
               });
  QTest::qWait(50);
  CHECK(hands.focused().startsWith("Offers"));
}

TEST_CASE("A breach that was begun is not thrown away unasked") {
  const ThreeOffers three;
  Breach fresh;
  fresh.rule = 6;
  fresh.referral = three.referral;
  BreachDialog dialog(*three.journey.workspace, fresh);
  Hands hands(dialog);
  hands.type("The court");
  hands.within([&] { hands.press(Qt::Key_Escape); }, [&] { hands.press(Qt::Key_Escape); });
  CHECK(dialog.isVisible());
  hands.within([&] { hands.press(Qt::Key_Escape); }, [&] { hands.to("Leave"), hands.press(Qt::Key_Space); });
  CHECK_FALSE(dialog.isVisible());
}

TEST_CASE("A row that was taken out, and a line that was unticked, are not thrown away unasked") {
  struct Form : EntryDialog {
    QLineEdit* row = new QLineEdit(QStringLiteral("Puffin Row"), this);
    QListWidget* list = new QListWidget(this);
    Form() {
      row->setAccessibleName(QStringLiteral("Where not"));
      list->setAccessibleName(QStringLiteral("Whom"));
      auto* item = new QListWidgetItem(QStringLiteral("Larch household"), list);
      item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
      item->setCheckState(Qt::Checked);
      show();
    }
  };
  const auto escaped = [](Form& form, bool asks) {
    Hands hands(form);
    if (asks)
      hands.within([&] { hands.press(Qt::Key_Escape); }, [&] { hands.press(Qt::Key_Escape); });
    else
      hands.press(Qt::Key_Escape);
    CHECK(form.isVisible() == asks);
  };
  Form untouched;
  escaped(untouched, false);
  Form unticked;
  unticked.list->item(0)->setCheckState(Qt::Unchecked);
  escaped(unticked, true);
  Form without;
  delete without.row;
  escaped(without, true);
}
