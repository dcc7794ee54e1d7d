#include "referrals/referrals_page.h"

#include <QAction>
#include <QCheckBox>
#include <QHeaderView>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include "app/asking.h"
#include "app/referrals.h"
#include "data/binning.h"
#include "deciding/breach_dialogs.h"
#include "deciding/own_weights_editor.h"
#include "referrals/decision_part.h"
#include "referrals/referral_detail.h"
#include "referrals/referral_model.h"
#include "shared/act_dialog.h"
#include "shared/delegates.h"
#include "shared/format.h"
#include "shared/list_and_detail.h"
#include "shared/page_parts.h"
#include "shared/table_columns.h"

namespace homeward::ui {

ReferralsPage::ReferralsPage(app::Workspace& workspace, Navigator& navigator, QWidget* parent)
    : Page(parent),
      m_workspace(workspace),
      m_navigator(navigator),
      m_model(new ReferralModel(this)),
      m_sorted(new QSortFilterProxyModel(this)) {
  build();
}

void ReferralsPage::build() {
  m_head = new PageHead;
  m_head->setTitle(tr("Referrals"));
  auto* ended = new QCheckBox(tr("Show those that have ende&d"));
  connect(ended, &QCheckBox::toggled, this, [this](bool on) { m_openOnly = !on, refresh(); });
  m_head->addAction(ended);
  auto* planned = makeButton(tr("&New referral…"), ButtonKind::plain);
  auto* sameDay = makeButton(tr("New &same-day referral…"), ButtonKind::primary, "plus");
  connect(planned, &QPushButton::clicked, this, [this] { m_navigator.newReferral(); });
  connect(sameDay, &QPushButton::clicked, this, [this] { m_navigator.newSameDayReferral(); });

  m_sorted->setSourceModel(m_model);
  m_sorted->setSortRole(SortRole);
  m_table = new QTableView;
  m_table->setAccessibleName(tr("Referrals"));
  m_table->setModel(m_sorted);
  m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_table->setWordWrap(false);
  m_table->setTabKeyNavigation(false);
  m_table->setShowGrid(false);
  m_table->setFrameShape(QFrame::NoFrame);
  m_table->verticalHeader()->hide();
  m_table->setSortingEnabled(true);
  m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
  m_table->setItemDelegate(new TwoLineDelegate(m_table));
  m_table->setItemDelegateForColumn(ReferralModel::urgency, new ChipDelegate(m_table));
  m_columns = new TableColumns(*m_table);
  m_columns->setNaming(ReferralModel::people);
  m_columns->setKey(QStringLiteral("referrals"));
  connect(m_columns, &TableColumns::copied, this, &Page::saved);
  m_columns->setGivingWay({ReferralModel::owner, ReferralModel::owed, ReferralModel::offers, ReferralModel::answers});
  for (QPushButton* button : {m_columns->button(tr("Colu&mns…")), planned, sameDay}) m_head->addAction(button);
  connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ReferralsPage::showCurrent);
  connect(m_table, &QTableView::activated, this, [this] {
    if (current().stored()) m_detail->openNext();
  });

  m_detail = new ReferralDetail(m_workspace, m_navigator);
  connect(m_detail, &ReferralDetail::offerWanted, this, &ReferralsPage::offerWanted);
  connect(m_detail, &ReferralDetail::homeWanted, this, &ReferralsPage::homeWanted);
  connect(m_detail, &ReferralDetail::offerOpened, this, &ReferralsPage::offerOpened);
  connect(m_detail, &ReferralDetail::negotiateWanted, this, &ReferralsPage::negotiateWanted);
  connect(m_detail, &ReferralDetail::combineWanted, this, &ReferralsPage::combineWanted);
  connect(m_detail, &ReferralDetail::returnedWanted, this, &ReferralsPage::returnedWanted);
  connect(m_detail, &ReferralDetail::changed, this, [this](const QString& what) {
    emit saved(what);
    refresh();
  });
  auto* split = listBesideDetail(m_table, m_detail, tr("The selected referral"));
  m_empty = new EmptyState(tr("No referral is open."), tr("New referral…"));
  connect(m_empty, &EmptyState::acted, this, [this] { m_navigator.newReferral(); });
  m_stack = new QStackedWidget;
  m_stack->addWidget(split);
  m_stack->addWidget(m_empty);
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(0);
  rows->addWidget(m_head);
  rows->addWidget(m_stack, 1);

  const auto action = [this](const QString& words, const QKeySequence& keys, void (Navigator::*open)(ReferralId)) {
    auto* act = new QAction(words, this);
    act->setShortcut(keys);
    act->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(act, &QAction::triggered, this, [this, open] {
      if (current().stored()) (m_navigator.*open)(current());
    });
    addAction(act);
    m_actions << act;
  };
  action(tr("Edit the referral…"), QKeySequence("Ctrl+E"), &Navigator::editReferral);
  action(tr("Search the market"), QKeySequence("Ctrl+M"), &Navigator::openMarketFor);
  action(tr("Compare the offers"), QKeySequence("Ctrl+O"), &Navigator::openChoice);
  m_withdraw = new QAction(tr("&Withdraw the referral…"), this);
  m_withdraw->setShortcut(QKeySequence("Ctrl+Shift+W"));
  m_withdraw->setShortcutContext(Qt::WidgetWithChildrenShortcut);
  connect(m_withdraw, &QAction::triggered, this, &ReferralsPage::withdraw);
  // After the click: the detail, and the button in it, is built anew while the dialog is open.
  connect(m_detail, &ReferralDetail::withdrawWanted, this, &ReferralsPage::withdraw, Qt::QueuedConnection);
  addAction(m_withdraw);
  m_breaches = new QAction(tr("&Breaches of the law…"), this);
  connect(m_breaches, &QAction::triggered, this, &ReferralsPage::breaches);
  const auto onDecision = [this](const QString& words, std::optional<DecisionId> DecisionActs::*which, void (Navigator::*act)(DecisionId)) {
    auto* added = new QAction(words, this);
    connect(added, &QAction::triggered, this, [this, which, act] {
      const DecisionActs acts = decisionActs(m_workspace, current());
      if (acts.*which) (m_navigator.*act)(*(acts.*which));
    });
    return added;
  };
  m_start = onDecision(tr("Start the &placement…"), &DecisionActs::start, &Navigator::startPlacement);
  m_approve = onDecision(tr("Record the appro&val that was to follow…"), &DecisionActs::approve, &Navigator::startPlacement);
  m_confirm = onDecision(tr("Con&firm the decision in writing…"), &DecisionActs::confirm, &Navigator::confirmDecision);
  m_amend = onDecision(tr("&Amend the decision…"), &DecisionActs::amend, &Navigator::amendDecision);
  auto* weights = new QAction(tr("Weights of this referral…"), this);
  connect(weights, &QAction::triggered, this, [this] {
    if (!current().stored()) return;
    const auto done = editOwnWeights(m_workspace, current(), window());
    if (!done) return emit refused(tr("The weights stay as they are."), q(done.error().detail));
    if (!done->isEmpty()) emit saved(*done);
  });
  m_bin = new QAction(tr("Put the referral in the bin…"), this);
  connect(m_bin, &QAction::triggered, this, &ReferralsPage::putAway);
  m_actions << weights << m_start << m_approve << m_confirm << m_amend << m_breaches << m_withdraw << m_bin << m_detail->callActions();
}

ReferralId ReferralsPage::current() const {
  const app::ReferralLine* line = m_model->line(m_sorted->mapToSource(m_table->currentIndex()).row());
  return line == nullptr ? ReferralId{} : line->id;
}

void ReferralsPage::show(ReferralId referral) {
  if (m_model->rowOf(referral) < 0) {
    m_openOnly = false;
    refresh();
  }
  const int row = m_model->rowOf(referral);
  if (row >= 0) m_table->setCurrentIndex(m_sorted->mapFromSource(m_model->index(row, ReferralModel::people)));
}

void ReferralsPage::showApproach(ApproachId approach) { m_detail->select(approach); }

void ReferralsPage::refresh() {
  const ReferralId before = current();
  auto lines = app::referralLines(m_workspace, m_openOnly);
  if (!lines) {
    m_empty->setSentence(q(lines.error().detail));
    m_stack->setCurrentIndex(1);
    return;
  }
  m_head->setSubtitle(plural(static_cast<std::int64_t>(lines->size()), tr("referral"), tr("referrals")));
  m_reading = true;  // or the detail would be emptied, and the keyboard leave it
  m_model->setLines(*std::move(lines));
  m_table->resizeRowsToContents();
  const int row = std::max(0, m_model->rowOf(before));
  m_table->setCurrentIndex(m_sorted->mapFromSource(m_model->index(row, ReferralModel::people)));
  m_reading = false;
  m_stack->setCurrentIndex(m_model->rowCount() == 0 ? 1 : 0);
  showCurrent();
  emit statusChanged(plural(m_model->rowCount(), tr("row shown"), tr("rows shown")),
                     tr("Ctrl+E edits, Ctrl+M searches the market, Ctrl+O compares the offers"));
}

void ReferralsPage::showCurrent() {
  if (m_reading) return;
  m_detail->show(current());
  const app::ReferralLine* line = m_model->line(m_sorted->mapToSource(m_table->currentIndex()).row());
  const bool open = line != nullptr && isOpen(line->stage);
  m_breaches->setEnabled(line != nullptr);
  const DecisionActs acts = decisionActs(m_workspace, current());
  m_start->setEnabled(acts.start.has_value());
  m_start->setStatusTip(acts.start ? QString() : tr("A placement starts once a home has been chosen"));
  m_approve->setEnabled(acts.approve.has_value());
  m_approve->setStatusTip(acts.approve ? QString() : tr("No approval that was to follow a start is still due"));
  m_confirm->setEnabled(acts.confirm.has_value());
  m_confirm->setStatusTip(acts.confirm ? QString() : tr("Nothing was decided by telephone that is still to be confirmed"));
  m_amend->setEnabled(acts.amend.has_value());
  m_amend->setStatusTip(acts.amend ? QString() : tr("There is no decision on the last choice"));
  m_withdraw->setEnabled(open && !m_workspace.readOnly());
  m_bin->setEnabled(line != nullptr && !m_workspace.readOnly());
  m_withdraw->setStatusTip(open ? QString() : tr("Only a referral that is still open can be withdrawn"));
}

void ReferralsPage::breaches() {
  const app::ReferralLine* line = m_model->line(m_sorted->mapToSource(m_table->currentIndex()).row());
  if (line == nullptr) return;
  Breach fresh;
  fresh.referral = line->id;
  BreachesDialog dialog(m_workspace, q(line->number), fresh, this);
  dialog.exec();
  refresh();
}

void ReferralsPage::withdraw() {
  const ReferralId id = current();
  const auto entry = app::referralCase(m_workspace, id);
  const auto asked = app::approachLines(m_workspace, id);
  if (!entry || !asked || !m_withdraw->isEnabled()) return;
  const auto waiting = std::count_if(asked->begin(), asked->end(),
                                     [](const app::ApproachLine& line) { return line.approach.state == ApproachState::asked; });
  QString about = tr("%1 will no longer be searched for. It stays on record, with who withdrew it and why.").arg(q(entry->referral.number));
  if (waiting > 0)
    about +=
        QLatin1Char(' ') +
        (waiting == 1 ? tr("One provider was asked and has not answered: it is asked no longer. Tell it.")
                      : tr("%1 providers were asked and have not answered: they are asked no longer. Tell them.").arg(countText(waiting)));
  ReasonDialog dialog(
      {tr("Withdraw %1").arg(q(entry->referral.number)), about, tr("Wh&y it is withdrawn"), tr("&Withdraw the referral")},
      [this, id](const std::string& reason) { return app::withdrawReferral(m_workspace, id, reason); }, this);
  if (dialog.exec() != QDialog::Accepted) return;
  emit saved(tr("%1 was withdrawn").arg(q(entry->referral.number)));
  refresh();
}

void ReferralsPage::putAway() {
  const app::ReferralLine* line = m_model->line(m_sorted->mapToSource(m_table->currentIndex()).row());
  if (line == nullptr || m_workspace.readOnly()) return;
  const QString number = q(line->number);
  if (!putInBin(m_workspace, app::Binnable::referral, line->id.value, number, this)) return;
  emit saved(tr("%1 is in the bin").arg(number));
  refresh();
}

bool ReferralsPage::doPrimary() {
  m_navigator.newSameDayReferral();
  return true;
}

QWidget* ReferralsPage::firstFocus() { return m_stack->currentIndex() == 0 ? static_cast<QWidget*>(m_table) : m_empty->button(); }
QList<QWidget*> ReferralsPage::panes() { return {m_table, m_detail->firstFocus()}; }

QUndoStack* ReferralsPage::undoStack() { return m_detail->undoStack(); }

void ReferralsPage::setNamesHidden(bool hidden) {
  m_model->setNamesHidden(hidden);
  m_detail->setNamesHidden(hidden);
}

}  // namespace homeward::ui
