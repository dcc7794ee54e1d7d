// An offer recorded in the window: price by item, what is not said stays not known, an amount that is none is refused and kept.
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>

#include "app/app_case.h"
#include "app/referrals.h"
#include "referrals/offer_editor.h"
#include "shared/format.h"

using namespace homeward;
using namespace homeward::ui;

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
Field* named(const QWidget& in, const QString& name) {
  for (Field* field : in.findChildren<Field*>())
    if (field->accessibleName() == name) return field;
  return nullptr;
}

}  // namespace

TEST_CASE("An offer is recorded with its price item by item") {
  const tests::DemoOnDisk demo;
  OfferEditor editor(*demo.workspace, draftFor(*demo.workspace));
  auto* charge = named<QComboBox>(editor, "How core fee is charged");
  auto* amount = named<QLineEdit>(editor, "core fee, pounds");
  REQUIRE(charge != nullptr);
  REQUIRE(amount != nullptr);
  charge->setCurrentIndex(charge->findData("weekly"));
  amount->setText("1,453.14");
  const auto entered = editor.entered();
  REQUIRE(entered);
  REQUIRE(entered->quote.size() == 1);
  CHECK(entered->quote.front().amount == MoneyRange::exactly(pounds(1453, 14)));
  CHECK(entered->keepsSchool.empty());
  for (QPushButton* button : editor.findChildren<QPushButton*>())
    if (button->text().contains("Record")) button->click();
  REQUIRE(editor.saved().stored());
  const auto stored = demo.workspace->file().offers().offer(editor.saved());
  REQUIRE(stored);
  CHECK(stored->quote == entered->quote);
}

TEST_CASE("An amount that is no amount is refused, and nothing is recorded") {
  const tests::DemoOnDisk demo;
  OfferEditor editor(*demo.workspace, draftFor(*demo.workspace));
  auto* charge = named<QComboBox>(editor, "How core fee is charged");
  charge->setCurrentIndex(charge->findData("weekly"));
  named<QLineEdit>(editor, "core fee, pounds")->setText("about a thousand");
  CHECK_FALSE(editor.entered());
  for (QPushButton* button : editor.findChildren<QPushButton*>())
    if (button->text().contains("Record")) button->click();
  CHECK_FALSE(editor.saved().stored());
  CHECK(named<QLineEdit>(editor, "core fee, pounds")->text() == "about a thousand");
}
