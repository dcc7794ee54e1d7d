// The editors of a home and of a provider: what they show is what is on record, what is wrong stands beside its field, and keys enter what
// a telephone call tells.
#include <QApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTabWidget>
#include <QTest>

#include "app/app_case.h"
#include "app/market_data.h"
#include "hands.h"
#include "market/authority_fields.h"
#include "market/provider_editor.h"
#include "market/setting_editor.h"
#include "samples.h"
#include "shared/page_parts.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::tests;

namespace {

QString saidIn(const QWidget& editor) {
  QString said;
  for (const auto* label : editor.findChildren<TextLabel*>())
    if (!label->isHidden()) said += label->text() + '\n';
  return said;
}

std::shared_ptr<const app::Market> marketOf(app::Workspace& workspace) {
  const auto market = workspace.market();
  REQUIRE(market);
  return *market;
}

/// A home of the demo that is known to a point.
Setting aHome(app::Workspace& workspace) {
  for (const Setting& setting : marketOf(workspace)->settings)
    if (setting.place.point && !setting.place.postcode.empty() && !setting.place.authority.empty()) return setting;
  FAIL("no home with a postcode");
  return {};
}

}  // namespace

TEST_CASE("What the editors of homes and providers show is what is on record, whole") {
  DemoOnDisk demo;
  const auto market = marketOf(*demo.workspace);
  for (std::size_t i = 0; i < market->settings.size(); i += 40) {
    INFO(market->settings[i].name);
    const SettingEditor editor(*demo.workspace, market->settings[i]);
    const Setting entered = editor.entered();
    const Setting& setting = market->settings[i];
    CHECK(entered.place == setting.place);
    CHECK(entered.terms == setting.terms);
    CHECK(entered.capabilities == setting.capabilities);
    CHECK(entered.features == setting.features);
    CHECK(entered.residents == setting.residents);
    CHECK(entered.vacancy == setting.vacancy);
    CHECK(entered.willingness == setting.willingness);
    CHECK(entered.registration == setting.registration);
    CHECK(entered.exemptions == setting.exemptions);
    CHECK(entered == setting);
  }
  for (const Provider& provider : market->providers) {
    INFO(provider.name);
    const ProviderEditor editor(*demo.workspace, provider);
    CHECK(editor.entered() == provider);
  }
  SettingEditor home(*demo.workspace, aHome(*demo.workspace));
  auto* leaves = home.findChild<QTabWidget*>();
  REQUIRE(leaves != nullptr);
  for (int leaf = 0; leaf < leaves->count(); ++leaf) {
    leaves->setCurrentIndex(leaf);
    shot(home, {}, QString("setting-%1").arg(leaf));
    INFO(unnamed(home).join(", ").toStdString());
    CHECK(unnamed(home).isEmpty());
  }
  ProviderEditor provider(*demo.workspace, market->providers.front());
  shot(provider, {}, "provider");
  CHECK(unnamed(provider).isEmpty());
}

TEST_CASE("A home is renamed, put in its authority and given a language by keys") {
  DemoOnDisk demo;
  app::Workspace& workspace = *demo.workspace;
  const Setting before = aHome(workspace);
  SettingEditor editor(workspace, before);
  Hands hands(editor);
  hands.settle();
  REQUIRE(hands.focused() == "Name");
  hands.retype("Wigeon household");
  hands.to("Postcode");
  hands.retype("ZZ99 9ZZ");  // the case file does not know it: the authority stays
  hands.to("Authority");
  CHECK(editor.entered().place == Place{"ZZ99 9ZZ", std::nullopt, before.place.authority});
  std::string other;
  QString otherName;
  const auto atlas = workspace.atlas();
  REQUIRE(atlas);
  for (const geography::AuthorityArea& area : (*atlas)->areas())
    if (area.code != before.place.authority) other = area.code, otherName = QString::fromStdString(area.name);
  hands.retype(otherName);
  hands.press(Qt::Key_Return);
  CHECK(editor.entered().place.authority == other);
  hands.press(Qt::Key_A, Qt::AltModifier);  // the leaf of what it has
  hands.to("What is to be added");
  hands.press(Qt::Key_Home);
  auto* kind = qobject_cast<QComboBox*>(QApplication::focusWidget());
  REQUIRE(kind != nullptr);
  for (int i = 0; i < kind->count() && kind->currentData().toString() != "language"; ++i) hands.press(Qt::Key_Down);
  hands.to("Which one is to be added");
  hands.type("welsh");  // a child of the demo has it as "Welsh"
  hands.to("Add to the list");
  hands.press(Qt::Key_Space);
  CHECK(editor.isVisible());
  CHECK(editor.entered().features.contains("language:Welsh"));
  hands.press(Qt::Key_V, Qt::AltModifier);
  QTest::qWait(200);  // a button that its letter presses goes down and up again
  INFO(saidIn(editor).toStdString());
  CHECK_FALSE(editor.isVisible());
  const auto saved = workspace.file().market().setting(before.id);
  REQUIRE(saved);
  CHECK(saved->name == "Wigeon household");
  CHECK(saved->place.authority == other);
  CHECK(saved->features.at("language:Welsh"));
}

TEST_CASE("What is wrong with a home is said beside its field, on the leaf where it stands") {
  DemoOnDisk demo;
  Setting home = aHome(*demo.workspace);
  home.terms.ageFrom = 12;
  home.terms.ageTo = 4;
  SettingEditor editor(*demo.workspace, home);
  editor.QWidget::show();
  editor.save();
  CHECK(editor.result() != QDialog::Accepted);
  CHECK(saidIn(editor).contains("Put the lower age first"));
  CHECK(editor.findChild<QTabWidget*>()->currentIndex() == 2);
  REQUIRE(editor.focusWidget() != nullptr);
  CHECK(editor.focusWidget()->accessibleName() == "From age");
  shot(editor, {}, "setting-wrong");
}

TEST_CASE("A provider gets a number for out of hours and an area by keys, and a wrong address is said beside it") {
  DemoOnDisk demo;
  app::Workspace& workspace = *demo.workspace;
  Provider before = marketOf(workspace)->providers.front();
  before.areas.clear();
  before.outOfHoursTelephone.clear();
  const auto kept = app::saveProvider(workspace, before);
  REQUIRE(kept);
  ProviderEditor editor(workspace, *kept);
  Hands hands(editor);
  hands.settle();
  hands.to("An area to add");
  hands.type(QString::fromStdString(workspace.authority().name));
  hands.press(Qt::Key_Return);
  hands.to("Out of hours");
  hands.type("07700 900123");
  hands.to("E-mail");
  hands.retype("nobody");
  hands.press(Qt::Key_Return);
  CHECK(editor.isVisible());
  CHECK(saidIn(editor).contains("Enter an e-mail address"));
  CHECK(hands.focused() == "E-mail");
  hands.retype("placements@larch.example");
  hands.press(Qt::Key_Return);
  CHECK_FALSE(editor.isVisible());
  const auto saved = workspace.file().market().provider(before.id);
  REQUIRE(saved);
  CHECK(saved->outOfHoursTelephone == "07700 900123");
  CHECK(saved->areas == std::vector<std::string>{workspace.authority().code});
}

TEST_CASE("An area that is listed is taken away with Delete, and never listed twice") {
  DemoOnDisk demo;
  AuthorityList list(*demo.workspace, "Areas");
  const std::string ours = demo.workspace->authority().code;
  list.setCodes({ours, ours, "X99999999"});
  CHECK(list.codes() == std::vector<std::string>{ours, "X99999999"});
  Hands hands(list);
  list.findChild<QListWidget*>()->setFocus();
  hands.press(Qt::Key_Delete);
  CHECK(list.codes() == std::vector<std::string>{ours});
}
