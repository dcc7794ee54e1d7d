#include "referrals/referral_detail.h"

#include <QLineEdit>
#include <QListWidget>
#include <QUndoStack>
#include <QVBoxLayout>

#include "app/deciding.h"
#include "app/negotiating.h"
#include "app/referrals.h"
#include "app/with_support.h"
#include "costing/whole_cost.h"
#include "deciding/breach_dialogs.h"
#include "matching/assess.h"
#include "offers/negotiate_dialog.h"
#include "referrals/decision_part.h"
#include "referrals/timeline_dialog.h"
#include "shared/flow_layout.h"
#include "shared/format.h"
#include "shared/names.h"
#include "shared/page_parts.h"
#include "shared/saved_change.h"
#include "shared/wrapped_check_box.h"
#include "wording/wording.h"

namespace homeward::ui {
namespace {

TextLabel* words(const QString& text, Ink ink = Ink::text) {
  auto* label = new TextLabel(text, Type::text, ink);
  label->setWrapped(true);
  return label;
}

}  // namespace

void ReferralDetail::tellWhole(QListWidget& list, const QStringList& parts) {
  const int row = list.count() - 1;
  const int high = list.sizeHintForRow(row);
  list.item(row)->setToolTip(parts.join("\n"));
  list.item(row)->setSizeHint({1, high});  // as wide as the list: what has no room ends in dots
}

ReferralDetail::ReferralDetail(app::Workspace& workspace, Navigator& navigator, QWidget* parent)
    : Surface(Ground::base, parent), m_workspace(workspace), m_navigator(navigator), m_rows(new QVBoxLayout(this)) {
  m_rows->setContentsMargins(px(20), px(12), px(20), px(12));
  m_undo = new QUndoStack(this);
  buildAsked();
  m_offered = new QListWidget(this);
  m_offered->setAccessibleName(tr("Offers. Enter opens one"));
  m_offered->setFrameShape(QFrame::NoFrame);
  m_offered->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_offered->hide();
  connect(m_offered, &QListWidget::itemActivated, this, &ReferralDetail::openOffer);
}

QWidget* ReferralDetail::firstFocus() { return m_lines.empty() && !m_offers.empty() ? m_offered : m_asked; }

void ReferralDetail::setNamesHidden(bool hidden) {
  m_namesHidden = hidden;
  coverFields(*this);
  build();
}

void ReferralDetail::show(ReferralId referral) {
  if (referral != m_referral) m_note->clear();  // a note about one child never stands in another's log
  m_referral = referral;
  build();
}

void ReferralDetail::build() {
  const QWidget* held = window()->focusWidget();
  const bool hadKeyboard = held != nullptr && isAncestorOf(held);
  while (QLayoutItem* old = m_rows->takeAt(0)) {
    // The lists stay, and with them the keyboard; so does a note that nobody has logged yet.
    const QList<QWidget*> stay{m_asked, m_note, m_offered};
    if (!stay.contains(old->widget())) delete old->widget();
    delete old;
  }
  if (!m_referral.stored()) {
    for (QWidget* widget : QList<QWidget*>{m_asked, m_note, m_offered}) widget->hide();
    return;
  }
  addHead();
  addClock();
  const bool decided = addDecision();
  addQuality();
  addOwed();
  addAsked();
  addOffers();
  if (QWidget* record = decided ? nullptr : decisionPart(m_workspace, m_referral)) m_rows->addWidget(record);
  m_rows->addStretch();
  held = window()->focusWidget();
  if (hadKeyboard && (held == nullptr || !isAncestorOf(held))) (m_offered->isHidden() ? m_asked : m_offered)->setFocus();
}

void ReferralDetail::addHead() {
  const auto entry = app::referralCase(m_workspace, m_referral);
  if (!entry) return m_rows->addWidget(words(q(entry.error().detail)));
  m_rows->addWidget(new SectionHead(q(entry->referral.number), q(wording::word("stage", text(entry->referral.stage)))));
  for (const Child& child : entry->children)
    m_rows->addWidget(words(tr("%1, %2, %3")
                                .arg(q(m_namesHidden ? child.number : child.name))
                                .arg(ageOn(child.born, m_workspace.today()))
                                .arg(q(wording::word("sex", text(child.sex))))));
  if (const auto& withdrawal = entry->referral.withdrawal) {
    const auto by = m_workspace.file().people().person(withdrawal->by);
    m_rows->addWidget(new SignLine(
        Sign::minus,
        tr("Withdrawn on %1 by %2: %3").arg(dateText(withdrawal->on), by ? q(by->name) : tr("somebody"), q(withdrawal->reason))));
  }
  if (const auto breaches = app::breachesOf(m_workspace, m_referral))
    for (const Breach& breach : *breaches)
      if (breach.lastsOn(m_workspace.today()))
        m_rows->addWidget(new SignLine(Sign::waived, tr("Breach. %1").arg(breachWords(m_workspace, breach))));
  if (!entry->referral.inPlainWords.empty()) m_rows->addWidget(words(q(entry->referral.inPlainWords), Ink::text2));
  auto* holder = new QWidget;
  auto* buttons = new FlowLayout(holder);
  auto* edit = makeButton(tr("Edit…"), ButtonKind::outlined);
  edit->setAccessibleName(tr("Edit the referral"));
  auto* market = makeButton(tr("Search the mar&ket"), ButtonKind::outlined, "market");
  auto* choice = makeButton(tr("&Compare offers"), ButtonKind::outlined, "compare");
  connect(edit, &QPushButton::clicked, this, [this] { m_navigator.editReferral(m_referral); });
  connect(market, &QPushButton::clicked, this, [this] { m_navigator.openMarketFor(m_referral); });
  connect(choice, &QPushButton::clicked, this, [this] { m_navigator.openChoice(m_referral); });
  buttons->addWidget(edit);
  buttons->addWidget(market);
  buttons->addWidget(choice);
  if (const auto open = app::openChoice(m_workspace, m_referral); open && *open) {
    auto* review = makeButton(tr("Revie&w and decide"), ButtonKind::outlined, "tick");
    connect(review, &QPushButton::clicked, this, [this, id = (*open)->id] { m_navigator.openReview(id); });
    buttons->addWidget(review);
  }
  if (isOpen(entry->referral.stage)) {
    auto* withdraw = makeButton(tr("Withdraw…"), ButtonKind::quiet);
    withdraw->setAccessibleName(tr("Withdraw the referral"));
    withdraw->setEnabled(!m_workspace.readOnly());
    withdraw->setToolTip(m_workspace.readOnly() ? tr("The case file is open for reading only") : tr("With a reason; Ctrl+Shift+W"));
    connect(withdraw, &QPushButton::clicked, this, &ReferralDetail::withdrawWanted);
    buttons->addWidget(withdraw);
  }
  m_rows->addWidget(holder);
}

void ReferralDetail::addClock() {
  const auto timeline = app::timelineOf(m_workspace, m_referral);
  if (!timeline) return m_rows->addWidget(words(q(timeline.error().detail)));
  auto* holder = new QWidget;
  auto* line = new FlowLayout(holder);
  line->setContentsMargins(0, 0, 0, 0);
  line->addWidget(new SignLine(timeline->stalled ? Sign::clock : Sign::planned, standingWords(*timeline)));
  auto* open = makeButton(tr("What happened when…"), ButtonKind::link);
  open->setAccessibleName(tr("What happened when, and how long it took"));
  connect(open, &QPushButton::clicked, this, [this] {
    TimelineDialog dialog(m_workspace, m_referral, this);
    dialog.exec();
    if (dialog.wanted()) select(*dialog.wanted());
  });
  line->addWidget(open);
  m_rows->addWidget(holder);
}

bool ReferralDetail::addDecision() {
  if (QWidget* acts = decisionButtons(m_workspace, m_navigator, m_referral, *this)) m_rows->addWidget(acts);
  // Once it is decided that is what one opens the referral for.
  const auto stored = m_workspace.file().referrals().get(m_referral);
  if (!stored || stored->stage < Stage::decided) return false;
  if (QWidget* record = decisionPart(m_workspace, m_referral)) m_rows->addWidget(record);
  return true;
}

void ReferralDetail::addQuality() {
  const auto entry = app::referralCase(m_workspace, m_referral);
  if (!entry) return;
  const auto findings = app::qualityOf(*entry, m_workspace.today());
  m_rows->addWidget(new SectionHead(
      tr("Quality"), tr("%1 of %2 checks pass").arg(app::qualityChecks() - static_cast<int>(findings.size())).arg(app::qualityChecks())));
  for (const app::QualityFinding& finding : findings) {
    const Sign sign = finding.weight == app::QualityFinding::Weight::mustMend ? Sign::fail : Sign::unknown;
    m_rows->addWidget(new SignLine(sign, sentence(finding.what)));
    m_rows->addWidget(words(sentence(finding.mend), Ink::text2));
  }
}

void ReferralDetail::addOwed() {
  const auto entry = app::referralCase(m_workspace, m_referral);
  if (!entry || entry->referral.owed.empty()) return;
  m_rows->addWidget(new SectionHead(tr("Owed"), tr("each is in My work with its day")));
  for (const OwedStep& step : entry->referral.owed) {
    auto* box = new WrappedCheckBox(tr("%1, by %2").arg(q(wording::word("owed", step.what)), shortDateText(step.due)));
    box->setChecked(step.doneOn.has_value());
    connect(box, &QCheckBox::clicked, this, [this, what = step.what](bool done) {
      const auto mark = [this, id = m_referral, what](bool on) { return app::markOwedDone(m_workspace, id, what, on); };
      const auto marked = mark(done);
      if (marked)
        m_undo->push(new SavedChange(
            done ? tr("marking “%1” as done").arg(q(wording::label("owed", what)))
                 : tr("marking “%1” as owed").arg(q(wording::label("owed", what))),
            [mark, done] { return mark(done); }, [mark, done] { return mark(!done); },
            [this](const QString& told) { emit changed(told); }));
      emit changed(marked ? tr("Saved") : q(marked.error().detail));
    });
    m_rows->addWidget(box);
  }
}

void ReferralDetail::addOffers() {
  auto offers = app::offersOf(m_workspace, m_referral);
  const auto entry = app::referralCase(m_workspace, m_referral);
  const auto market = m_workspace.market();
  if (!offers || !entry || !market) return m_offered->hide();
  m_offers = *std::move(offers);
  m_rows->addWidget(new SectionHead(tr("Offers"), m_offers.empty() ? tr("none yet") : tr("Enter opens one")));
  const int before = m_offered->currentRow();
  m_offered->clear();
  m_offered->setVisible(!m_offers.empty());
  if (m_offers.empty()) return;
  const Date start = std::max(entry->referral.neededBy, m_workspace.today());
  for (const Offer& offer : m_offers) {
    const auto cost = costing::wholeCost(offer.quote, start, matching::comparedDays(entry->referral));
    QStringList parts{q(app::offerName(**market, offer, m_offers)), tr("%1 a week").arg(wholePoundsText(cost.aWeek))};
    if (const QString won = wonWords(app::wonBy(offer, entry->referral, m_workspace.today())); !won.isEmpty()) parts << won;
    if (offer.children.size() < entry->children.size())
      parts << tr("takes %1 of %2").arg(offer.children.size()).arg(entry->children.size());
    if (offer.withdrawn)
      parts << tr("taken back");
    else if (offer.standsUntil)
      parts << (*offer.standsUntil < m_workspace.now() ? tr("lapsed %1") : tr("stands until %1")).arg(momentText(*offer.standsUntil));
    m_offered->addItem(parts.join(" · "));
    tellWhole(*m_offered, parts);
  }
  m_offered->setCurrentRow(std::clamp(before, 0, m_offered->count() - 1));
  m_offered->setFixedHeight(std::min(6, m_offered->count()) * (m_offered->sizeHintForRow(0) + 2) + 4);
  m_rows->addWidget(m_offered);
  addOfferActs();
}

void ReferralDetail::addOfferActs() {
  auto* holder = new QWidget;
  auto* acts = new FlowLayout(holder);
  acts->setContentsMargins(0, 0, 0, 0);
  auto* change = makeButton(tr("Change the offer that is se&lected…"), ButtonKind::outlined);
  connect(change, &QPushButton::clicked, this, &ReferralDetail::openOffer);
  acts->addWidget(change);
  auto* negotiate = makeButton(tr("Negotiate…"), ButtonKind::outlined);
  negotiate->setAccessibleName(tr("Negotiate the offer that is selected"));
  negotiate->setToolTip(tr("The prices of the selected offer, round by round: what was asked for, what was won, and what it saves"));
  connect(negotiate, &QPushButton::clicked, this, [this] {
    const int row = m_offered->currentRow();
    if (row >= 0 && static_cast<std::size_t>(row) < m_offers.size()) emit negotiateWanted(m_offers[static_cast<std::size_t>(row)].id);
  });
  acts->addWidget(negotiate);
  // Offers are put together where each takes only some: with one child there is nothing to combine.
  const auto entry = app::referralCase(m_workspace, m_referral);
  if (entry && entry->children.size() > 1) {
    auto* combine = makeButton(tr("Com&bine offers…"), ButtonKind::outlined);
    const bool enough = m_offers.size() > 1;
    combine->setEnabled(enough);
    combine->setToolTip(enough ? QString() : tr("There is one offer only: two are needed to put together"));
    connect(combine, &QPushButton::clicked, this, [this] { emit combineWanted(m_referral); });
    acts->addWidget(combine);
    if (!enough) acts->addWidget(new TextLabel(tr("Two offers are needed to combine."), Type::second, Ink::text2));
  }
  m_rows->addWidget(holder);
}

void ReferralDetail::openOffer() {
  const int row = m_offered->currentRow();
  if (row >= 0 && static_cast<std::size_t>(row) < m_offers.size()) emit offerOpened(m_offers[static_cast<std::size_t>(row)].id);
}

void ReferralDetail::openNext() {
  const auto open = app::openChoice(m_workspace, m_referral);
  if (open && *open) return m_navigator.openReview((*open)->id);
  if (const DecisionActs acts = decisionActs(m_workspace, m_referral); acts.start) return m_navigator.startPlacement(*acts.start);
  const auto offers = app::offersOf(m_workspace, m_referral);
  if (offers && !offers->empty()) return m_navigator.openChoice(m_referral);
  m_navigator.openMarketFor(m_referral);
}

}  // namespace homeward::ui
