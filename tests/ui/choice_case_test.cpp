// The choice screen over a case file: what is proposed is shown, what is asked is logged, and an answer moves the ranking.
#include <QApplication>
#include <QTest>
#include <algorithm>

#include "app/journey.h"
#include "choice/choice_page.h"
#include "deciding/choice_from_case.h"
#include "deciding/shown_options.h"
#include "desktop.h"
#include "hands.h"
#include "samples.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::tests;

namespace {

/// A planned referral with one offer of each home, all at £800 a week; nothing else about them is said.
struct PlannedSearch : Journey {
  ReferralId referral;
  std::vector<Setting> homes;

  PlannedSearch() {
    app::ReferralCase entry = planned();
    entry.children.front().needs = {{NeedDomain::emotionalHealth, 3, false, "assessment", today(), "Sleeps through the night"}};
    const auto saved = app::saveReferral(*workspace, entry);
    REQUIRE(saved);
    this->referral = saved->referral.id;
  }
  [[nodiscard]] ChildId child() const { return app::referralCase(*workspace, referral)->children.front().id; }
  OfferId offered(const Setting& home, const std::vector<NeedAnswer>& needs = {}) {
    homes.push_back(home);
    REQUIRE(app::askProviders(*workspace, referral, {{home.provider, home.id}}, workspace->now() + std::chrono::hours{48}));
    Offer offer = offerOf(referral, home, {aWeek(QuoteItem::coreFee, pounds(800))});
    offer.needs = needs;
    const auto recorded = app::recordOffer(*workspace, offer);
    INFO((recorded ? std::string{} : recorded.error().detail));
    REQUIRE(recorded);
    return *recorded;
  }
};

}  // namespace

TEST_CASE("Every option that is proposed is shown, also where it lies beyond the first five") {
  PlannedSearch search;
  // Seven households of one provider rank above a home of another kind; a choice wants two kinds of setting.
  for (int n = 0; n < 7; ++n)
    search.offered(search.emergencyHousehold("Marram household " + std::to_string(n)),
                   {{search.child(), NeedDomain::emotionalHealth, 3, Basis::verified, "seen"}});
  Setting contrast = search.emergencyHousehold("Thrift House");
  contrast.type = SettingType::childrensHome;
  contrast.registration = Registration{};
  contrast.registration->urn = "SC900123";
  const auto saved = app::saveSetting(*search.workspace, contrast);
  INFO((saved ? std::string{} : saved.error().detail));
  REQUIRE(saved);
  search.offered(*saved, {{search.child(), NeedDomain::emotionalHealth, 0, Basis::verified, "seen"}});

  const auto draft = app::proposeChoice(*search.workspace, search.referral);
  REQUIRE(draft);
  const auto ranked = app::rankOffers(*search.workspace, search.referral);
  REQUIRE(ranked);
  const auto placeOf = [&](OptionId option) {
    const auto& rows = (*ranked)->ranking();
    return std::find_if(rows.begin(), rows.end(),
                        [&](const matching::Ranked& row) { return (*ranked)->name(row.candidate).option == option; }) -
           rows.begin();
  };
  REQUIRE(std::any_of(draft->options.begin(), draft->options.end(), [&](OptionId option) { return placeOf(option) >= 5; }));

  const auto view = choiceView(*search.workspace, search.referral);
  REQUIRE(view);
  CHECK(view->options.size() == 5);
  CHECK(view->offers == 8);
  for (const OptionId option : draft->options)
    CHECK(std::any_of(view->options.begin(), view->options.end(),
                      [&](const ChoiceOption& shown) { return shown.id == option.value && shown.send; }));
}

TEST_CASE("Any offer that stands is swapped into the choice by keys, and what was swapped in is to be sent") {
  PlannedSearch search;
  for (int n = 0; n < 7; ++n)
    search.offered(search.emergencyHousehold("Marram household " + std::to_string(n)),
                   {{search.child(), NeedDomain::emotionalHealth, 3, Basis::verified, "seen"}});
  const ReferralId referral = search.referral;
  const auto names = [](const ChoicePage& page) {
    QStringList shown;
    for (const ChoiceOption& option : page.view().options) shown << option.name;
    return shown;
  };
  Desktop desktop(std::move(search.workspace));
  desktop.window().resize(1600, 1000);
  desktop.window().show();
  Hands hands(desktop.window());
  desktop.openChoice(referral);
  hands.settle();
  auto* page = desktop.window().findChild<ChoicePage*>();
  REQUIRE(page != nullptr);
  REQUIRE(page->view().options.size() == 5);
  const QStringList before = names(*page);
  hands.to("Add or swap an option");
  hands.within([&] { hands.press(Qt::Key_Space); },
               [&] {
                 auto* dialog = qobject_cast<ShownOptionsDialog*>(QApplication::activeModalWidget());
                 REQUIRE(dialog != nullptr);
                 CHECK(unnamed(*dialog).isEmpty());
                 shot(*dialog, {}, "shown-options");
                 REQUIRE(dialog->chosen().size() == 5);
                 // A sixth is one too many: it waits until one is unticked.
                 for (int down = 0; down < 6; ++down) hands.press(Qt::Key_Down);
                 hands.press(Qt::Key_Space);
                 REQUIRE(dialog->chosen().size() == 6);
                 hands.press(Qt::Key_Return);
                 REQUIRE(QApplication::activeModalWidget() == dialog);
                 hands.press(Qt::Key_Home);
                 hands.press(Qt::Key_Space);
                 hands.press(Qt::Key_Return);
               });
  const QStringList after = names(*page);
  REQUIRE(after.size() == 5);
  CHECK_FALSE(after.contains(before.front()));
  CHECK_FALSE(before.contains(after.back()));
  CHECK(page->view().options.back().send);
  // It stays so when something else was recorded.
  page->refresh();
  CHECK(names(*page) == after);
}
