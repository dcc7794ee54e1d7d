#include "placements/contract_dialog.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "placements/contract_parts.h"
#include "placements/placement_dialogs.h"
#include "shared/format.h"
#include "shared/page_parts.h"
#include "shared/plain_table.h"
#include "shared/table_columns.h"
#include "wording/wording.h"

namespace homeward::ui {
namespace {

constexpr int pricesAtOnce = 9;
constexpr int sharesAtOnce = 5;
constexpr int correctionsAtOnce = 4;
constexpr std::int64_t wholeBasisPoints = 10000;
constexpr std::chrono::days oneDay{1};

QString lastDayText(const DateRange& range) { return range.to ? dateText(*range.to - oneDay) : ContractDialog::tr("goes on"); }

QVariant dayToSort(const std::optional<Date>& day) { return day ? QVariant(toQDate(*day)) : QVariant(QDate(9999, 12, 31)); }

/// The price and the share in words, or the stay.
struct InWords {
  QString operator()(const Placement& placement) const { return ContractDialog::tr("Stay: %1").arg(rangeText(placement.stay)); }
  QString operator()(const ContractTerm& term) const { return termWords(term); }
  QString operator()(const FundingShare& share) const { return shareWords(share); }
};

}  // namespace

ContractDialog::ContractDialog(app::Workspace& workspace, PlacementId placement, const QString& about, QWidget* parent)
    : QDialog(parent),
      m_workspace(workspace),
      m_placement(placement),
      m_trouble(new TextLabel({}, Type::text, Ink::no)),
      m_pricesHead(new SectionHead(tr("Prices"))),
      m_sharesHead(new SectionHead(tr("Who pays a share"))),
      m_correctedHead(new SectionHead(tr("What was corrected"))),
      m_prices(new PlainTable(tr("Prices"))),
      m_shares(new PlainTable(tr("Who pays a share"))),
      m_corrected(new PlainTable(tr("What was corrected"))) {
  setWindowTitle(tr("Contract: %1").arg(about));
  setMinimumWidth(px(860));
  m_trouble->setWrapped(true);
  m_trouble->hide();
  m_prices->setHighForRows(pricesAtOnce);
  m_shares->setHighForRows(sharesAtOnce);
  m_corrected->setHighForRows(correctionsAtOnce);
  m_prices->setAccessibleDescription(tr("Enter corrects the price"));
  m_shares->setAccessibleDescription(tr("Enter corrects the share"));
  auto* foot = new QDialogButtonBox(QDialogButtonBox::Close);
  foot->button(QDialogButtonBox::Close)->setAutoDefault(false);  // Enter on a row opens it
  connect(foot, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* rows = new QVBoxLayout(this);
  rows->setSpacing(px(8));
  rows->addWidget(m_trouble);
  rows->addWidget(m_pricesHead);
  rows->addWidget(m_prices);
  rows->addLayout(priceActs());
  rows->addSpacing(px(8));
  rows->addWidget(m_sharesHead);
  rows->addWidget(m_shares);
  rows->addLayout(shareActs());
  rows->addSpacing(px(8));
  rows->addWidget(m_correctedHead);
  rows->addWidget(m_corrected);
  rows->addStretch(1);
  rows->addWidget(foot);
  connect(m_prices, &PlainTable::rowChanged, this, &ContractDialog::follow);
  connect(m_shares, &PlainTable::rowChanged, this, &ContractDialog::follow);
  connect(m_prices, &PlainTable::rowOpened, this, &ContractDialog::correctPrice);
  connect(m_shares, &PlainTable::rowOpened, this, &ContractDialog::correctShare);
  read();
  (m_case.terms.empty() ? static_cast<QWidget*>(m_addPrice) : m_prices)->setFocus();
}

QHBoxLayout* ContractDialog::priceActs() {
  auto* row = new QHBoxLayout;
  const auto add = [this, row](const QString& words, const QString& name, auto act) {
    auto* button = makeButton(words, ButtonKind::outlined);
    button->setAccessibleName(name);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, act);
    row->addWidget(button);
    return button;
  };
  m_addPrice = add(tr("&Add a price…"), tr("Add a price"), &ContractDialog::addPrice);
  m_newPrice = add(tr("&New price from a day…"), tr("New price from a day"), [this] {
    if (const ContractTerm* one = term()) work(PriceDialog(m_workspace, m_placement, one->id, this), *m_prices);
  });
  m_correctPrice = add(tr("&Correct…"), tr("Correct the price"), &ContractDialog::correctPrice);
  m_endPrice = add(tr("&End…"), tr("End the price"), &ContractDialog::endPrice);
  m_takeOutPrice = add(tr("&Take out…"), tr("Take the price out"), &ContractDialog::takeOutPrice);
  row->addStretch();
  return row;
}

QHBoxLayout* ContractDialog::shareActs() {
  auto* row = new QHBoxLayout;
  const auto add = [this, row](const QString& words, const QString& name, auto act) {
    auto* button = makeButton(words, ButtonKind::outlined);
    button->setAccessibleName(name);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, act);
    row->addWidget(button);
    return button;
  };
  m_addShare = add(tr("Add a &share…"), tr("Add a share"), &ContractDialog::addShare);
  m_newShare = add(tr("New sha&re from a day…"), tr("New share from a day"), [this] {
    if (const FundingShare* one = share()) work(NewShareDialog(m_workspace, *one, this), *m_shares);
  });
  m_correctShare = add(tr("C&orrect…"), tr("Correct the share"), &ContractDialog::correctShare);
  m_endShare = add(tr("En&d…"), tr("End the share"), &ContractDialog::endShare);
  m_takeOutShare = add(tr("Ta&ke out…"), tr("Take the share out"), &ContractDialog::takeOutShare);
  row->addStretch();
  return row;
}

void ContractDialog::read() {
  auto placed = app::placementCase(m_workspace, m_placement);
  m_trouble->setVisible(!placed);
  if (!placed) return m_trouble->setText(q(placed.error().detail));
  m_case = *std::move(placed);
  showPrices();
  showShares();
  showCorrections();
  follow();
}

void ContractDialog::showPrices() {
  m_pricesHead->setWords(
      tr("%1 a week today; the child stays %2").arg(moneyText(m_case.line.aWeek), rangeText(m_case.line.placement.stay)));
  m_prices->setRows<ContractTerm>(
      m_case.terms,
      {{tr("Item"), [](const ContractTerm& term) { return q(wording::label("quoteItem", text(term.item))); }, {}, false},
       {tr("In the contract"), [](const ContractTerm& term) { return q(term.clause); }, {}, false},
       {tr("Amount"), [](const ContractTerm& term) { return moneyText(isContribution(term.item) ? -term.amount : term.amount); },
        [](const ContractTerm& term) { return QVariant::fromValue<qint64>(term.amount.pence); }, true},
       {tr("Charged"), [](const ContractTerm& term) { return term.once ? tr("once") : tr("a week"); }, {}, false},
       {tr("First day"), [](const ContractTerm& term) { return dateText(term.valid.from); },
        [](const ContractTerm& term) { return dayToSort(term.valid.from); }, false},
       {tr("Last day"), [](const ContractTerm& term) { return term.once ? tr("that day") : lastDayText(term.valid); },
        [](const ContractTerm& term) { return dayToSort(term.valid.to); }, false}});
}

void ContractDialog::showShares() {
  int others = 0;
  for (const FundingShare& share : m_case.funding)
    if (share.funder != Funder::socialCare && share.valid.contains(m_workspace.today())) others += share.basisPoints;
  m_sharesHead->setWords(tr("today social care pays %1").arg(percentText(static_cast<int>(wholeBasisPoints) - others)));
  const Money aWeek = m_case.line.aWeek;
  const auto part = [aWeek](const FundingShare& share) { return Money{aWeek.pence * share.basisPoints / wholeBasisPoints}; };
  m_shares->setRows<FundingShare>(
      m_case.funding,
      {{tr("Who pays"), [](const FundingShare& share) { return q(wording::label("funder", text(share.funder))); }, {}, false},
       {tr("Share"), [](const FundingShare& share) { return percentText(share.basisPoints); },
        [](const FundingShare& share) { return QVariant(share.basisPoints); }, true},
       {tr("Of today's week"), [part](const FundingShare& share) { return moneyText(part(share)); },
        [part](const FundingShare& share) { return QVariant::fromValue<qint64>(part(share).pence); }, true},
       {tr("First day"), [](const FundingShare& share) { return dateText(share.valid.from); },
        [](const FundingShare& share) { return dayToSort(share.valid.from); }, false},
       {tr("Last day"), [](const FundingShare& share) { return lastDayText(share.valid); },
        [](const FundingShare& share) { return dayToSort(share.valid.to); }, false}});
}

void ContractDialog::showCorrections() {
  auto corrections = app::correctionsOf(m_workspace, m_placement);
  if (!corrections) return m_correctedHead->setWords(q(corrections.error().detail));
  const bool any = !corrections->empty();
  m_correctedHead->setVisible(any);
  m_corrected->setVisible(any);
  m_correctedHead->setWords(tr("the report as it was known before has the former figures"));
  const auto words = [](const app::Correction::What& what) { return std::visit(InWords{}, what); };
  m_corrected->setRows<app::Correction>(
      *std::move(corrections),
      {{tr("When"), [](const app::Correction& one) { return momentText(one.at); },
        [](const app::Correction& one) { return QVariant::fromValue<qint64>(one.at.time_since_epoch().count()); }, false},
       {tr("By"), [](const app::Correction& one) { return q(one.by); }, {}, false},
       {tr("Was"), [words](const app::Correction& one) { return words(one.before); }, {}, false},
       {tr("Is"), [words](const app::Correction& one) { return one.after ? words(*one.after) : tr("taken out"); }, {}, false},
       {tr("Why"), [](const app::Correction& one) { return q(one.reason); }, {}, false}});
}

const ContractTerm* ContractDialog::term() const {
  const int row = m_prices->currentRow();
  return row < 0 || row >= static_cast<int>(m_case.terms.size()) ? nullptr : &m_case.terms[static_cast<std::size_t>(row)];
}

const FundingShare* ContractDialog::share() const {
  const int row = m_shares->currentRow();
  return row < 0 || row >= static_cast<int>(m_case.funding.size()) ? nullptr : &m_case.funding[static_cast<std::size_t>(row)];
}

void ContractDialog::follow() {
  const bool mayWrite = !m_workspace.readOnly();
  const auto allow = [mayWrite](QPushButton* button, const QString& hindrance) {
    button->setEnabled(mayWrite && hindrance.isEmpty());
    button->setToolTip(mayWrite ? hindrance : tr("The case file is open for reading only"));
  };
  const ContractTerm* price = term();
  const QString noPrice = price == nullptr ? tr("There is no price yet: add one") : QString();
  const QString lasts = price == nullptr ? noPrice : price->once ? tr("A sum that is due once has its day alone: correct it") : QString();
  allow(m_addPrice, {});
  allow(m_newPrice, lasts);
  allow(m_correctPrice, noPrice);
  allow(m_endPrice, lasts);
  allow(m_takeOutPrice, noPrice);
  const QString noShare = share() == nullptr ? tr("Social care pays all of it: add a share") : QString();
  allow(m_addShare, {});
  for (QPushButton* button : {m_newShare, m_correctShare, m_endShare, m_takeOutShare}) allow(button, noShare);
}

void ContractDialog::work(ActDialog&& dialog, PlainTable& back) {
  if (dialog.exec() == QDialog::Accepted) {
    m_changed = true;
    read();
    adjustSize();
  }
  back.setFocus();
}

void ContractDialog::addPrice() {
  ContractTerm fresh;
  fresh.placement = m_placement;
  const DateRange& stay = m_case.line.placement.stay;
  const Date today = m_workspace.today();
  // The first price begins with the stay; what is added later begins today.
  fresh.valid.from = m_case.terms.empty() || !stay.contains(today) ? stay.from : today;
  work(TermDialog(m_workspace, fresh, this), *m_prices);
}

void ContractDialog::correctPrice() {
  if (const ContractTerm* one = term(); one != nullptr && !m_workspace.readOnly()) work(TermDialog(m_workspace, *one, this), *m_prices);
}

void ContractDialog::endPrice() {
  const ContractTerm* one = term();
  if (one == nullptr) return;
  work(LastDayDialog(
           tr("End the price"), termWords(*one), tr("&End the price"), m_workspace.today(),
           [this, id = one->id](Date last) { return app::endTerm(m_workspace, id, last); }, this),
       *m_prices);
}

void ContractDialog::takeOutPrice() {
  const ContractTerm* one = term();
  if (one == nullptr) return;
  const QString about =
      tr("%1. For a price that should never have been there. The report as it was known before keeps it.").arg(termWords(*one));
  work(ReasonDialog(
           {tr("Take the price out"), about, tr("Wh&y it should not be there"), tr("&Take it out")},
           [this, id = one->id](const std::string& reason) { return app::takeOutTerm(m_workspace, id, reason); }, this),
       *m_prices);
}

void ContractDialog::addShare() {
  FundingShare fresh;
  fresh.placement = m_placement;
  fresh.funder = Funder::health;
  const DateRange& stay = m_case.line.placement.stay;
  fresh.valid.from = stay.contains(m_workspace.today()) ? m_workspace.today() : stay.from;
  work(ShareDialog(m_workspace, fresh, this), *m_shares);
}

void ContractDialog::correctShare() {
  if (const FundingShare* one = share(); one != nullptr && !m_workspace.readOnly()) work(ShareDialog(m_workspace, *one, this), *m_shares);
}

void ContractDialog::endShare() {
  const FundingShare* one = share();
  if (one == nullptr) return;
  work(LastDayDialog(
           tr("End the share"), shareWords(*one), tr("&End the share"), m_workspace.today(),
           [this, id = one->id](Date last) { return app::endFunding(m_workspace, id, last); }, this),
       *m_shares);
}

void ContractDialog::takeOutShare() {
  const FundingShare* one = share();
  if (one == nullptr) return;
  const QString about =
      tr("%1. For a share that should never have been there. The report as it was known before keeps it.").arg(shareWords(*one));
  work(ReasonDialog(
           {tr("Take the share out"), about, tr("Wh&y it should not be there"), tr("&Take it out")},
           [this, id = one->id](const std::string& reason) { return app::takeOutFunding(m_workspace, id, reason); }, this),
       *m_shares);
}

}  // namespace homeward::ui
