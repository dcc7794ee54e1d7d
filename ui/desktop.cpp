#include "desktop.h"

#include <QMenu>
#include <QMenuBar>
#include <QTimer>
#include <algorithm>

#include "app/asking.h"
#include "app/deciding.h"
#include "app/find.h"
#include "app/market_data.h"
#include "app/names.h"
#include "app/referrals.h"
#include "children/children_page.h"
#include "choice/choice_page.h"
#include "data/data_page.h"
#include "deciding/choice_file_dialog.h"
#include "deciding/choice_from_case.h"
#include "deciding/escalate_dialog.h"
#include "deciding/follow_up_dialog.h"
#include "deciding/own_weights_dialog.h"
#include "deciding/review_page.h"
#include "deciding/send_dialog.h"
#include "deciding/shown_options.h"
#include "deciding/start_dialog.h"
#include "deciding/waiving.h"
#include "market/market_page.h"
#include "offers/offer_desk.h"
#include "placements/placements_page.h"
#include "referrals/referral_form.h"
#include "referrals/referrals_page.h"
#include "reports/reports_page.h"
#include "returned/returned_desk.h"
#include "shared/format.h"
#include "shared/names.h"
#include "shared/question.h"
#include "shell/act_finder.h"
#include "wording/wording.h"
#include "worklist/work_page.h"

namespace homeward::ui {
namespace {

/// Ctrl+K over the case file.
class CaseFinder : public FindSource {
 public:
  CaseFinder(app::Workspace& workspace, Navigator& navigator) : m_workspace(workspace), m_navigator(navigator) {}
  std::vector<FindResult> find(const QString& typed) override {
    std::vector<FindResult> results;
    const auto found = app::find(m_workspace, utf8(typed));
    if (!found) return results;
    for (const app::Found& one : *found) {
      FindResult result{{}, q(one.title), q(one.detail), {}, {}};
      Navigator* navigator = &m_navigator;
      switch (one.kind) {
        case app::Found::Kind::child:
          result.kind = QObject::tr("Children"), result.icon = "children";
          result.act = [navigator, id = one.id] { navigator->openChild(ChildId{id}); };
          break;
        case app::Found::Kind::referral:
          result.kind = QObject::tr("Referrals"), result.icon = "referrals";
          result.act = [navigator, id = one.id] { navigator->openReferral(ReferralId{id}); };
          break;
        case app::Found::Kind::setting:
          result.kind = QObject::tr("Settings"), result.icon = "home";
          result.act = [navigator, id = one.id] { navigator->openSetting(SettingId{id}); };
          break;
        case app::Found::Kind::provider:
          result.kind = QObject::tr("Providers"), result.icon = "market";
          result.act = [navigator, id = one.id] { navigator->openProvider(ProviderId{id}); };
          break;
      }
      results.push_back(std::move(result));
    }
    return results;
  }

 private:
  app::Workspace& m_workspace;
  Navigator& m_navigator;
};

}  // namespace

Desktop::Desktop(std::unique_ptr<app::Workspace> workspace, QObject* parent)
    : QObject(parent), m_workspace(std::move(workspace)), m_window(std::make_unique<MainWindow>()) {
  m_window->setDemo(m_workspace->fictional());
  m_offers = new OfferDesk(*m_workspace, *this, *m_window, this);
  m_returned = new ReturnedDesk(*m_workspace, *this, *m_window, this);
  buildPages();
  buildMenus();
  showPerson();
  m_window->addFindSource(std::make_shared<CaseFinder>(*m_workspace, *this));
  m_window->addFindSource(std::make_shared<ActFinder>(*m_window->menuBar()));
  connect(m_window.get(), &MainWindow::personClicked, this, &Desktop::choosePerson);
  connect(m_window.get(), &MainWindow::namesHiddenChanged, this, &Desktop::coverNames);
  coverNames();
  tellDrafts();
  m_listening = m_workspace->listen([this](const std::vector<store::Changed>&) { caseChanged(); });
}

Desktop::~Desktop() { m_workspace->forget(m_listening); }

void Desktop::showPerson() {
  const Person& user = m_workspace->user();
  m_window->setPerson(tr("%1, %2").arg(q(user.name), q(wording::word("role", text(user.role)))));
}

void Desktop::choosePerson() {
  const auto people = app::people(*m_workspace);
  if (!people) return;
  QMenu menu(m_window.get());
  menu.setAccessibleName(tr("Work as"));
  for (const Person& person : *people) {
    if (!person.active) continue;
    QAction* act = menu.addAction(tr("%1, %2").arg(q(person.name), q(wording::word("role", text(person.role)))));
    connect(act, &QAction::triggered, this, [this, id = person.id] {
      if (const auto done = m_workspace->workAs(id); !done) return m_window->setSaved(q(done.error().detail));
      showPerson();
      tellDrafts();
      caseChanged();
    });
  }
  menu.exec(m_window->belowPerson());
}

void Desktop::coverNames() {
  if (!m_window->namesHidden()) return;
  const auto names = app::hiddenNames(*m_workspace);
  if (!names) return m_window->setTrouble(tr("Names may show."), q(names.error().detail));
  QHash<QString, QString> covered;
  for (const auto& [name, instead] : names->covered) covered.insert(q(name), q(instead));
  QStringList kept;
  for (const std::string& name : names->kept) kept << q(name);
  nameCover().setNames(covered, kept);
}

void Desktop::tellDrafts() {
  const auto drafts = app::drafts(*m_workspace);
  if (!drafts || drafts->empty()) return m_window->setNotice({}, {});
  m_window->setNotice(tr("Something that you typed is not saved."), tr("A referral, typed until %1.").arg(momentText(drafts->front().at)),
                      tr("Continue it"), [this, latest = drafts->front()] { continueDraft(latest); });
}

void Desktop::continueDraft(const app::Draft& draft) {
  const auto drafts = app::drafts(*m_workspace);
  if (!drafts || std::ranges::find(*drafts, draft.mark, &app::Draft::mark) == drafts->end()) return tellDrafts();  // a form went on with it
  auto* form = new ReferralForm(*m_workspace, *this);
  if (draft.referral.stored()) form->edit(draft.referral);
  form->takeUp(draft);
  m_window->openPage(form, m_railAt[referrals]);
}

void Desktop::caseChanged() {
  m_toldBefore = m_window->told();
  // Several commits of one act refresh once, after the act.
  if (m_refreshDue) return;
  m_refreshDue = true;
  QTimer::singleShot(0, this, [this] {
    m_refreshDue = false;
    coverNames();
    if (m_window->told() == m_toldBefore) m_window->setSaved(tr("Saved %1").arg(timeText(m_workspace->now())));
    showPerson();
    if (Page* page = m_window->currentPage()) page->refresh();
    if (m_window->currentPage() != m_work) m_work->refresh();
  });
}

void Desktop::buildMenus() {
  m_window->addAction(MainWindow::Menu::file, tr("New same-day referral…"), QKeySequence("Ctrl+Shift+N"), [this] { newSameDayReferral(); });
  m_window->addAction(MainWindow::Menu::file, tr("New referral…"), QKeySequence("Ctrl+N"), [this] { newReferral(); });
  if (!m_workspace->readOnly()) {
    m_window->addAction(MainWindow::Menu::file, tr("New child…"), {}, [this] {
      openSection(children);
      m_children->addChild();
    });
    m_window->addAction(MainWindow::Menu::file, tr("New placement of a child who is there…"), {}, [this] {
      openSection(placements);
      m_placements->enter();
    });
  }
  m_window->addAction(MainWindow::Menu::file, tr("Take in an answer that came back…"), QKeySequence("Ctrl+Shift+A"),
                      [this] { m_returned->takeIn(); });
  m_window->addAction(MainWindow::Menu::tools, tr("Work as somebody else…"), {}, [this] { choosePerson(); });
  if (!m_workspace->readOnly())
    m_window->addAction(MainWindow::Menu::tools, tr("Import Ofsted’s list or postcodes…"), {}, [this] {
      openSection(data);
      m_data->chooseFile();
    });
}

bool Desktop::mayWriteReferral() {
  if (!m_workspace->readOnly()) return true;
  m_window->setSaved(tr("No referral can be made: the case file is open for reading only"));
  return false;
}

void Desktop::newReferral() {
  if (!mayWriteReferral()) return;
  auto* form = new ReferralForm(*m_workspace, *this);
  form->startPlanned();
  m_window->openPage(form, m_railAt[referrals]);
}

void Desktop::newSameDayReferral() {
  if (!mayWriteReferral()) return;
  auto* form = new ReferralForm(*m_workspace, *this);
  form->startSameDay();
  m_window->openPage(form, m_railAt[referrals]);
}

void Desktop::openReferral(ReferralId referral) {
  openSection(referrals);
  m_referrals->show(referral);
}

void Desktop::openApproach(ReferralId referral, ApproachId approach) {
  openReferral(referral);
  m_referrals->showApproach(approach);
}

void Desktop::editReferral(ReferralId referral) {
  auto* form = new ReferralForm(*m_workspace, *this);
  form->edit(referral);
  m_window->openPage(form, m_railAt[referrals]);
}

void Desktop::changeReferral(ReferralId referral, const matching::Relaxing& there) {
  const auto entry = app::referralCase(*m_workspace, referral);
  // What belongs to a child's health, or to who is kept apart, stands with the child.
  const bool ofChild = there.what == matching::Relaxed::exclusion || there.what == matching::Relaxed::incompatible;
  if (ofChild && entry) {
    const auto whose = std::find_if(entry->children.begin(), entry->children.end(), [&](const Child& child) {
      return there.what == matching::Relaxed::incompatible
                 ? !child.keepApartFrom.empty()
                 : std::ranges::find(child.medicalExclusions, there.feature) != child.medicalExclusions.end();
    });
    if (whose != entry->children.end()) return openChild(whose->id);
    // Another child's own record keeps one of these apart.
    for (const Child& child : entry->children)
      if (const auto others = m_workspace->file().children().keptApartFrom(child.id); others && !others->empty())
        return openChild(others->front());
    return openChild(entry->children.front().id);
  }
  auto* form = new ReferralForm(*m_workspace, *this);
  form->edit(referral);
  m_window->openPage(form, m_railAt[referrals]);
  form->goTo(there);
}

void Desktop::openMarketFor(ReferralId referral) {
  m_market->showReferral(referral);
  openSection(market);
}

void Desktop::askProviders(ReferralId referral, const std::vector<SettingId>& whom) {
  openMarketFor(referral);
  m_market->askAbout(whom);
}

void Desktop::openChild(ChildId child) {
  openSection(children);
  m_children->show(child);
}

void Desktop::openSetting(SettingId setting) {
  openSection(market);
  m_market->editSetting(setting);
}

void Desktop::openProvider(ProviderId provider) {
  openSection(market);
  m_market->editProvider(provider);
}

void Desktop::openVacancies(ProviderId provider) {
  m_market->showUnconfirmed(provider);
  openSection(market);
}

void Desktop::openPlacement(PlacementId placement) {
  openSection(placements);
  m_placements->show(placement);
}

void Desktop::openReview(ChoiceId id) {
  const auto choice = m_workspace->file().decisions().choice(id);
  if (!choice) return m_window->setTrouble(tr("The choice cannot be opened."), q(choice.error().detail));
  openReviewPage(new ReviewPage(*m_workspace, *choice), choice->referral);
}

void Desktop::sendChoiceFile(ChoiceId choice) {
  if (const QString done = sendAsFile(*m_workspace, choice, m_window.get()); !done.isEmpty()) m_window->setSaved(done);
}

void Desktop::amendDecision(DecisionId id) {
  const auto decision = m_workspace->file().decisions().decision(id);
  const auto choice = decision ? m_workspace->file().decisions().choice(decision->choice) : Result<Choice>(failed(decision));
  if (!choice) return m_window->setTrouble(tr("The decision cannot be opened."), q(choice.error().detail));
  openReviewPage(new ReviewPage(*m_workspace, *choice, *decision), choice->referral);
}

void Desktop::openReviewPage(ReviewPage* page, ReferralId referral) {
  connect(page, &ReviewPage::decided, this, [this, referral](DecisionId decision, bool chosen) {
    m_window->goBack();
    openReferral(referral);
    const auto stored = m_workspace->file().referrals().get(referral);
    if (chosen && stored && stored->stage == Stage::decided) startPlacement(decision);
  });
  connect(page, &ReviewPage::askedForMore, this, [this, referral] {
    m_window->goBack();
    openReferral(referral);
    m_window->setSaved(tr("The placement officer is asked"));
  });
  m_window->openPage(page, m_railAt[referrals]);
}

void Desktop::confirmDecision(DecisionId id) {
  const auto decision = m_workspace->file().decisions().decision(id);
  if (!decision) return m_window->setTrouble(tr("The decision cannot be confirmed."), q(decision.error().detail));
  const auto by = m_workspace->file().people().person(decision->decidedBy);
  const Question question{tr("Confirm in writing"),
                          tr("%1 decided by telephone on %2. Confirm it when the decision is there in writing: the day is recorded, and it "
                             "cannot be taken back.")
                              .arg(by ? q(by->name) : tr("Somebody"), dateText(englandDay(decision->at))),
                          tr("&Not yet"), tr("&Confirm in writing")};
  if (!agreesTo(m_window.get(), question)) return;
  const auto confirmed = app::confirmDecision(*m_workspace, id);
  if (!confirmed) return m_window->setTrouble(tr("The decision was not confirmed."), q(confirmed.error().detail));
  m_window->setSaved(tr("The decision is confirmed in writing"));
}

void Desktop::startPlacement(DecisionId decision) {
  StartDialog dialog(*m_workspace, decision, m_window.get());
  if (dialog.exec() != QDialog::Accepted) return;
  m_window->setSaved(tr("The placement has started"));
  m_window->setNotice(tr("The placement has started."), tr("Those not chosen have to be told, and the papers to be written."),
                      tr("What follows…"), [this, decision] { followUp(decision); });
}

void Desktop::followUp(DecisionId decision) {
  const FollowedUp followed = ui::followUp(*m_workspace, decision, m_window.get());
  if (!followed.done.isEmpty()) m_window->setSaved(followed.done);
  if (followed.opened) openReferral(*followed.opened);
}

void Desktop::escalate(ReferralId referral) {
  if (const auto may = app::mayEscalate(*m_workspace, referral); !may)
    return m_window->setTrouble(tr("It cannot be put before a manager now."), q(may.error().detail));
  EscalateDialog dialog(*m_workspace, referral, m_window.get());
  if (dialog.exec() == QDialog::Accepted) m_window->setSaved(tr("It was put before a manager"));
}

void Desktop::settleEscalation(ReferralId referral) {
  SettleDialog dialog(*m_workspace, referral, m_window.get());
  if (dialog.exec() == QDialog::Accepted) m_window->setSaved(tr("What is to be done is on record"));
}

void Desktop::sendChoice(ReferralId referral, const QVector<qint64>& options) {
  const auto ranked = app::rankOffers(*m_workspace, referral);
  auto draft = app::proposeChoice(*m_workspace, referral);
  if (!ranked || !draft) return m_window->setTrouble(tr("The choice cannot be sent."), q((ranked ? draft.error() : ranked.error()).detail));
  app::ChoiceDraft wanted = *draft;
  wanted.options.clear();
  std::vector<QString> names;
  for (const qint64 option : options) {
    // The officer's ticks decide; why each is in it follows from those that are.
    const OptionId id{option};
    wanted.options.push_back(id);
    for (std::size_t c = 0; c < (*ranked)->assessment().problem().candidates.size(); ++c)
      if ((*ranked)->name(c).option == id) names.push_back(q((*ranked)->name(c).name));
  }
  wanted.reasons = app::reasonsFor(**ranked, wanted.options);
  wanted.swaps = app::swapsBetween(draft->proposed, wanted.options);
  SendDialog dialog(*m_workspace, wanted, names, m_window.get());
  if (dialog.exec() == QDialog::Accepted) {
    m_window->setSaved(tr("The choice was sent"));
    openReferral(referral);
  }
}

void Desktop::buildPages() {
  m_work = add(work, tr("My work"), "my-work", new WorkPage(*m_workspace, *this));
  m_referrals = add(referrals, tr("Referrals"), "referrals", new ReferralsPage(*m_workspace, *this));
  connect(m_referrals, &ReferralsPage::offerWanted, m_offers, &OfferDesk::record);
  connect(m_referrals, &ReferralsPage::homeWanted, m_offers, &OfferDesk::recordOf);
  connect(m_referrals, &ReferralsPage::offerOpened, m_offers, &OfferDesk::change);
  connect(m_referrals, &ReferralsPage::negotiateWanted, m_offers, &OfferDesk::negotiate);
  connect(m_referrals, &ReferralsPage::combineWanted, m_offers, &OfferDesk::combine);
  connect(m_referrals, &ReferralsPage::returnedWanted, m_returned, qOverload<>(&ReturnedDesk::takeIn));
  m_children = add(children, tr("Children"), "children", new ChildrenPage(*m_workspace, *this));
  m_market = add(market, tr("Market"), "market", new MarketPage(*m_workspace, *this));
  connect(m_market, &MarketPage::offerWanted, m_offers, &OfferDesk::record);
  connect(m_market, &MarketPage::homeWanted, m_offers, &OfferDesk::recordOf);
  m_placements = add(placements, tr("Placements"), "placements", new PlacementsPage(*m_workspace, *this));
  add(reports, tr("Reports"), "reports", new ReportsPage(*m_workspace, *this));
  m_data = add(data, tr("Data"), "data", new DataPage(*m_workspace, m_window->jobs()));
  connect(m_work, &WorkPage::dueChanged, this, [this](int count) { m_window->setCount(m_railAt[work], count); });
}

void Desktop::backUp() {
  openSection(data);
  m_data->backUp();
}

void Desktop::openSection(Section section) { m_window->openSection(m_railAt[section]); }

void Desktop::fillChoice(ChoicePage& page, ReferralId referral) {
  const auto chosen = m_sideBySide.find(referral);
  auto view = choiceView(*m_workspace, referral, chosen == m_sideBySide.end() ? std::vector<OptionId>{} : chosen->second.shown);
  // An offer that came since, or went, is a new question: what is proposed stands side by side again.
  if (view && chosen != m_sideBySide.end() && view->offers != chosen->second.offers) {
    m_sideBySide.erase(chosen);
    view = choiceView(*m_workspace, referral);
  }
  if (!view) return page.setEmpty(tr("Choice"), q(view.error().detail), {});
  if (view->options.empty()) {
    // Offers that each take only some become options when they are put together.
    if (view->offersOfSome > 1)
      return page.setEmpty(view->title,
                           tr("%1 offers stand, and none takes everybody. Combine those that do together.").arg(view->offersOfSome),
                           tr("Combine offers…"), true);
    const auto asked = app::approachLines(*m_workspace, referral);
    const auto count = asked ? static_cast<std::int64_t>(asked->size()) : 0;
    return page.setEmpty(view->title,
                         count == 0 ? tr("No offer yet: nobody has been asked.")
                                    : tr("No offer yet. %1 asked.").arg(plural(count, tr("provider was"), tr("providers were"))),
                         tr("Search the market"));
  }
  page.setView(*std::move(view));
}

void Desktop::chooseSideBySide(ChoicePage& page, ReferralId referral) {
  const auto ranked = app::rankOffers(*m_workspace, referral);
  if (!ranked) return;
  std::vector<OptionId> shown;
  for (const ChoiceOption& option : page.view().options) shown.push_back(OptionId{option.id});
  ShownOptionsDialog dialog(**ranked, shown, m_window.get());
  if (dialog.exec() != QDialog::Accepted) return;
  m_sideBySide[referral] = {dialog.chosen(), page.view().offers};
  fillChoice(page, referral);
}

void Desktop::openChoice(ReferralId referral) {
  auto* page = new ChoicePage;
  fillChoice(*page, referral);
  connect(page, &ChoicePage::refreshRequested, this, [this, page, referral] { fillChoice(*page, referral); });
  connect(page, &ChoicePage::emptyActed, this, [this, referral] { openMarketFor(referral); });
  connect(page, &ChoicePage::othersRequested, this, [this, referral] { openMarketFor(referral); });
  connect(page, &ChoicePage::addRequested, this, [this, page, referral] { chooseSideBySide(*page, referral); });
  connect(page, &ChoicePage::combineRequested, this, [this, referral] { m_offers->combine(referral); });
  connect(page, &ChoicePage::offerRequested, this, [this, referral](qint64 option) { m_offers->changeOption(referral, OptionId{option}); });
  connect(page, &ChoicePage::questionRequested, this, [this, referral](qint64 option, int criterion) {
    m_offers->ask(referral, OptionId{option}, static_cast<std::size_t>(criterion));
  });
  connect(page, &ChoicePage::answerRequested, this, [this, referral](qint64 option, int criterion) {
    m_offers->answer(referral, OptionId{option}, static_cast<std::size_t>(criterion));
  });
  connect(page, &ChoicePage::waiverRequested, this, [this, referral](qint64 option, int gate) {
    const QString done = actOnGate(*m_workspace, referral, OptionId{option}, static_cast<std::size_t>(gate), m_window.get());
    if (!done.isEmpty()) m_window->setSaved(done);
  });
  connect(page, &ChoicePage::otherWaiverRequested, this, [this, page, referral](int other) {
    const OtherOut out = page->view().others.at(static_cast<std::size_t>(other));
    if (setAside(*m_workspace, {referral, out.gate, out.candidate, out.name, out.why}, m_window.get()))
      m_window->setSaved(tr("It was set aside for %1").arg(out.name));
  });
  hearOwnWeights(*page, *m_workspace, referral, [this](const Result<QString>& done) {
    if (done) return m_window->setSaved(*done);
    m_window->setTrouble(tr("The weights stay as they are."), q(done.error().detail));
  });
  connect(page, &ChoicePage::sendRequested, this, [this, referral](const QVector<qint64>& options) { sendChoice(referral, options); });
  m_window->openPage(page, m_railAt[referrals]);
}

}  // namespace homeward::ui
