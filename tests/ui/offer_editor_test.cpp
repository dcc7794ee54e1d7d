// An offer in the window: everything that it holds can be entered and changed, what is not said stays not known, what nobody touched stays
// as it was, and what is wrong stands beside its field.
#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTest>
#include <QTimer>

#include "app/journey.h"
#include "market/setting_lists.h"
#include "offers/offer_editor.h"
#include "offers/open_question.h"
#include "offers/quote_fields.h"
#include "shared/fields.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::tests;

namespace {

Offer draftFor(app::Workspace& workspace) {
  const auto lines = app::referralLines(workspace, true);
  REQUIRE(lines);
  const auto market = workspace.market();
  REQUIRE(market);
  const auto draft = app::offerDraft(workspace, lines->back().id, (*market)->settings.front().id);
  REQUIRE(draft);
  return *draft;
}

template <class Field>
Field* named(const QWidget& in, const QString& start) {
  for (Field* field : in.findChildren<Field*>())
    if (field->accessibleName().startsWith(start)) return field;
  INFO("no field called " + start.toStdString());
  REQUIRE(false);
  return nullptr;
}

void choose(const QWidget& in, const QString& name, const QString& words) {
  auto* combo = named<QComboBox>(in, name);
  const int at = combo->findText(words);
  INFO(name.toStdString() + " has no " + words.toStdString());
  REQUIRE(at >= 0);
  combo->setCurrentIndex(at);
}

void type(const QWidget& in, const QString& name, const QString& words) {
  auto* field = named<QLineEdit>(in, name);
  field->selectAll();
  QTest::keyClicks(field, words);
}

void record(OfferEditor& editor) {
  for (QPushButton* button : editor.findChildren<QPushButton*>())
    if (button->isDefault()) return button->click();
  FAIL("no act");
}

/// What the sentences of the dialog say at present.
QString said(const OfferEditor& editor) {
  QStringList words;
  for (const TextLabel* label : editor.findChildren<TextLabel*>())
    if (!label->isHidden()) words << label->text();
  return words.join(" | ");
}

/// Two children of whom one needs much, and a home that offers for both.
struct ForTwo : Journey {
  app::ReferralCase entry;
  std::vector<Child> children;
  Setting home;

  ForTwo() {
    app::ReferralCase wanted = tonight();
    wanted.children[0].needs.push_back({NeedDomain::education, 2, true, "school", today(), "Reads"});
    wanted.children[0].wishes.push_back({"A dog, please", WishKind::feature, "dog", {}, 0.0});
    const auto saved = app::saveReferral(*workspace, wanted);
    INFO((saved ? std::string{} : saved.error().detail));
    REQUIRE(saved);
    entry = *saved;
    children = entry.children;
    home = emergencyHousehold("Samphire household");
  }
  [[nodiscard]] Offer draft() const { return offerOf(entry.referral.id, home, {aWeek(QuoteItem::coreFee, pounds(910))}); }
  [[nodiscard]] Offer stored(OfferId id) const {
    const auto offer = workspace->file().offers().offer(id);
    REQUIRE(offer);
    return *offer;
  }
  /// Everything that an offer can hold, as it is stored.
  [[nodiscard]] Offer full() const {
    Offer offer = draft();
    offer.standsUntil = workspace->now() + std::chrono::hours{30};
    offer.offersDays = 200;
    offer.emergency = true;
    offer.needs = {{children[0].id, NeedDomain::emotionalHealth, 3, Basis::verified, "a therapist on Tuesdays"},
                   {children[1].id, NeedDomain::leisure, 2, Basis::claimed, "swimming"}};
    offer.features = {{"dog", true}, {"language:Welsh", false}};
    offer.minutesToSchool = {{children[0].id, 20}, {children[1].id, 35}};
    offer.keepsSchool = {{children[0].id, true}, {children[1].id, false}};
    offer.ownBedroom = false;
    offer.sharingAssessed = true;
    offer.impactAssessed = true;
    offer.quote = {{QuoteItem::coreFee, Charge::weekly, MoneyRange::exactly(pounds(1300)), 0, 84, "step down, phase one"},
                   {QuoteItem::coreFee, Charge::weekly, {pounds(900), pounds(1000)}, 84, std::nullopt, "then"},
                   {QuoteItem::education, Charge::inTheFee, {}, 0, std::nullopt, ""},
                   {QuoteItem::wrapAround, Charge::weekly, {pounds(50), std::nullopt}, 0, std::nullopt, "mentor"},
                   {QuoteItem::transport, Charge::notKnown, {}, 0, std::nullopt, ""},
                   {QuoteItem::introductions, Charge::none, {}, 0, std::nullopt, "asked, none"},
                   {QuoteItem::oneOff, Charge::once, MoneyRange::exactly(pounds(400)), 7, std::nullopt, "beds"},
                   {QuoteItem::healthContribution, Charge::weekly, MoneyRange::exactly(pounds(120)), 0, std::nullopt, ""}};
    offer.conditions = "Introductions first";
    const auto recorded = app::recordOffer(*workspace, offer);
    INFO((recorded ? std::string{} : recorded.error().detail));
    REQUIRE(recorded);
    return stored(*recorded);
  }
};

}  // namespace

TEST_CASE("An offer is recorded with its price item by item") {
  const DemoOnDisk demo;
  OfferEditor editor(*demo.workspace, draftFor(*demo.workspace));
  choose(editor, "How core fee is charged", "a week");
  type(editor, "core fee, pounds", "1,453.14");
  const auto entered = editor.entered();
  REQUIRE(entered);
  REQUIRE(entered->quote.size() == 1);
  CHECK(entered->quote.front().amount == MoneyRange::exactly(pounds(1453, 14)));
  CHECK(entered->keepsSchool.empty());
  record(editor);
  REQUIRE(editor.saved().stored());
  const auto stored = demo.workspace->file().offers().offer(editor.saved());
  REQUIRE(stored);
  CHECK(stored->quote == entered->quote);
}

TEST_CASE("An amount that is no amount is refused beside its field, and nothing is recorded") {
  const DemoOnDisk demo;
  OfferEditor editor(*demo.workspace, draftFor(*demo.workspace));
  choose(editor, "How core fee is charged", "a week");
  type(editor, "core fee, pounds", "about a thousand");
  CHECK_FALSE(editor.entered());
  record(editor);
  CHECK_FALSE(editor.saved().stored());
  CHECK(named<QLineEdit>(editor, "core fee, pounds")->text() == "about a thousand");
  CHECK(said(editor).contains("Write the amount as 1,453.14"));
  type(editor, "core fee, pounds", "1,000");
  CHECK_FALSE(said(editor).contains("Write the amount as 1,453.14"));
  record(editor);
  CHECK(editor.saved().stored());
}

TEST_CASE("A figure that is typed where nothing was quoted says how it is charged as well") {
  const ForTwo two;
  OfferEditor editor(*two.workspace, two.draft());
  type(editor, "education, pounds", "150 to 210");
  type(editor, "set-up, once, pounds", "400");
  type(editor, "transport, pounds", "30 or more");
  const auto entered = editor.entered();
  REQUIRE(entered);
  REQUIRE(entered->quote.size() == 4);
  CHECK(entered->quote[1].item == QuoteItem::education);
  CHECK(entered->quote[1].charge == Charge::weekly);
  CHECK(entered->quote[1].amount == MoneyRange{pounds(150), pounds(210)});
  CHECK(entered->quote[2].amount == MoneyRange{pounds(30), std::nullopt});
  CHECK(entered->quote[3].charge == Charge::once);
}

TEST_CASE("An offer that is opened and recorded again keeps everything that it held") {
  const ForTwo two;
  const Offer before = two.full();
  OfferEditor editor(*two.workspace, before);
  const auto entered = editor.entered();
  REQUIRE(entered);
  CHECK(entered->quote == before.quote);
  CHECK(entered->needs == before.needs);
  CHECK(entered->features == before.features);
  CHECK(entered->standsUntil == before.standsUntil);
  CHECK(*entered == before);
  record(editor);
  REQUIRE(editor.saved() == before.id);
  Offer after = two.stored(before.id);
  after.version = before.version;
  CHECK(after == before);
}

TEST_CASE("Each child's needs, school and journey are answered for that child alone") {
  const ForTwo two;
  OfferEditor editor(*two.workspace, two.draft());
  const QString one = QString::fromStdString(two.children[0].name);
  const QString other = QString::fromStdString(two.children[1].name);
  auto* level = named<LevelEdit>(editor, "Education, " + one);
  CHECK(level->accessibleName().contains("2, essential"));
  QTest::keyClick(level, Qt::Key_3);
  choose(editor, "How it is known: Education, " + one, "verified");
  type(editor, "Evidence: Education, " + one, "visited in May");
  choose(editor, "The school is kept, " + one, "yes");
  choose(editor, "The school is kept, " + other, "no");
  named<QSpinBox>(editor, "Minutes to school, each way, " + one)->setValue(25);
  choose(editor, "The impact on those who live there was assessed", "yes");
  named<QCheckBox>(editor, "Offered for the same day")->setChecked(false);
  record(editor);
  REQUIRE(editor.saved().stored());
  const Offer offer = two.stored(editor.saved());
  REQUIRE(offer.needs.size() == 1);
  CHECK(offer.needs[0] == NeedAnswer{two.children[0].id, NeedDomain::education, 3, Basis::verified, "visited in May"});
  CHECK(offer.keepsSchool == std::map<ChildId, bool>{{two.children[0].id, true}, {two.children[1].id, false}});
  CHECK(offer.minutesToSchool == std::map<ChildId, int>{{two.children[0].id, 25}});
  CHECK(offer.impactAssessed == true);
  CHECK_FALSE(offer.emergency);
}

TEST_CASE("A child who is not taken takes the answers about it along, and back") {
  const ForTwo two;
  OfferEditor editor(*two.workspace, two.full());
  auto* takes = named<QCheckBox>(editor, "Would take " + QString::fromStdString(two.children[0].name));
  takes->setChecked(false);
  auto entered = editor.entered();
  REQUIRE(entered);
  CHECK(entered->children == std::vector<ChildId>{two.children[1].id});
  CHECK(check(*entered, two.today()).empty());
  CHECK(entered->needs.size() == 1);
  takes->setChecked(true);
  entered = editor.entered();
  REQUIRE(entered);
  CHECK(entered->needs.size() == 2);
  CHECK(entered->minutesToSchool.at(two.children[0].id) == 20);

  for (const Child& child : two.children) named<QCheckBox>(editor, "Would take " + QString::fromStdString(child.name))->setChecked(false);
  record(editor);
  CHECK_FALSE(editor.saved().stored());
  CHECK(said(editor).contains("Choose whom the offer would take."));
}

TEST_CASE("A further line of an item follows the phase before it, and two fees for the same days are told beside the line") {
  const ForTwo two;
  OfferEditor editor(*two.workspace, two.draft());
  named<QSpinBox>(editor, "core fee, for how many days")->setValue(28);
  choose(editor, "Item with another price", "core fee");
  for (QPushButton* button : editor.findChildren<QPushButton*>())
    if (button->accessibleName() == "Add a line") button->click();
  CHECK(named<QSpinBox>(editor, "core fee, line 2, from which day")->value() == 28);
  type(editor, "core fee, line 2, pounds", "800");
  const auto entered = editor.entered();
  REQUIRE(entered);
  REQUIRE(entered->quote.size() == 2);
  CHECK(entered->quote[1].fromDay == 28);
  CHECK_FALSE(entered->quote[1].days);
  named<QSpinBox>(editor, "core fee, line 2, from which day")->setValue(10);
  record(editor);
  CHECK_FALSE(editor.saved().stored());
  CHECK(named<QLineEdit>(editor, "core fee, line 2, pounds")->accessibleDescription().contains("two cover the same days"));
  CHECK(named<QLineEdit>(editor, "core fee, pounds")->accessibleDescription().isEmpty());
}

TEST_CASE("A day that cannot be read, or that cannot be, is told beside its field") {
  const ForTwo two;
  OfferEditor editor(*two.workspace, two.draft());
  type(editor, "Available from", "soon");
  record(editor);
  CHECK_FALSE(editor.saved().stored());
  CHECK(said(editor).contains("Write the day as 27/11/2026"));
  type(editor, "Available from", "1/12/2026");
  type(editor, "The offer stands until", "1/1/2020");
  record(editor);
  CHECK(said(editor).contains("it would have lapsed before it came"));
  named<QLineEdit>(editor, "The offer stands until")->clear();
  record(editor);
  REQUIRE(editor.saved().stored());
  CHECK(two.stored(editor.saved()).availableFrom == date(2026, 12, 1));
  CHECK_FALSE(two.stored(editor.saved()).standsUntil);
}

TEST_CASE("The dialog opens at the need, the school or the fact that was asked") {
  const ForTwo two;
  OfferEditor editor(*two.workspace, two.draft());
  editor.show();
  const ChildId one = two.children[0].id;
  const auto* leaves = editor.findChild<QTabWidget*>();
  const auto at = [&](const std::string& criterion, const Fact& question) {
    editor.openAt({{}, {}, {}, one, criterion, question});
    QCoreApplication::processEvents();
    return editor.focusWidget() == nullptr ? QString() : editor.focusWidget()->accessibleName();
  };
  CHECK(at("need:" + std::to_string(one.value) + ":education", {"ask.need", {}}).startsWith("Education"));
  CHECK(leaves->tabText(leaves->currentIndex()) == "&Needs");
  CHECK(at("education", {"ask.keepsSchool", {}}).startsWith("The school is kept"));
  CHECK(at("bedroom", {"ask.bedroom", {}}).startsWith("A bedroom"));
  CHECK(at("length", {"ask.length", {}}).startsWith("For how many days"));
  CHECK(at("startDate", {"ask.freeFrom", {}}).startsWith("Available from"));
  CHECK(at("wishes", {"ask.isThere", {Word{"feature.dog"}}}).startsWith("What it has"));
  CHECK(leaves->tabText(leaves->currentIndex()) == "&Questions answered");
}

TEST_CASE("Escape leaves an untouched offer at once, and asks before it throws anything away") {
  const ForTwo two;
  const Offer before = two.full();
  {
    OfferEditor untouched(*two.workspace, before);
    untouched.show();
    QTest::keyClick(&untouched, Qt::Key_Escape);
    CHECK_FALSE(untouched.isVisible());
  }
  OfferEditor editor(*two.workspace, before);
  editor.show();
  type(editor, "Conditions", "None at all");
  const auto answer = [&](const QString& words) {
    bool asked = false;
    QTimer::singleShot(0, &editor, [&] {
      auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
      if (box == nullptr) return;
      for (QAbstractButton* button : box->buttons())
        if (button->text().remove('&').startsWith(words)) asked = true, button->click();
    });
    QTest::keyClick(&editor, Qt::Key_Escape);
    return asked;
  };
  CHECK(answer("Go on"));
  CHECK(editor.isVisible());
  CHECK(answer("Leave"));
  CHECK_FALSE(editor.isVisible());
  CHECK(two.stored(before.id).conditions == before.conditions);
}
