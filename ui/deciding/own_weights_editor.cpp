#include "deciding/own_weights_editor.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "choice/weights_panel.h"
#include "deciding/own_weights_dialog.h"
#include "policy/compared_tables.h"
#include "shared/format.h"
#include "shared/page_parts.h"
#include "shared/plain_table.h"
#include "shared/table_columns.h"
#include "shared/typed.h"

namespace homeward::ui {
namespace {
constexpr std::size_t shownAtOnce = 15;
}

OwnWeightsEditor::OwnWeightsEditor(app::Workspace& workspace, ReferralId referral, app::TriedWeights tried, QWidget* parent)
    : EntryDialog(parent),
      m_workspace(workspace),
      m_referral(referral),
      m_tried(std::move(tried)),
      m_panel(new WeightsPanel),
      m_order(new PlainTable(tr("The order by these weights"))),
      m_trouble(new TextLabel({}, Type::text, Ink::no)),
      m_keep(makeButton(tr("&Keep these weights…"), ButtonKind::primary, "tick")) {
  const matching::Assessment& assessment = m_tried.assessment();
  setWindowTitle(tr("Weights of %1").arg(q(assessment.request().referral.number)));
  resize(px(1080), px(620));
  const std::vector<int>& weights = assessment.weights();
  for (std::size_t k = 0; k < weights.size(); ++k) {
    QString label = sentence(assessment.label(k));
    if (!label.isEmpty()) label[0] = label[0].toUpper();
    m_view.criterionLabels.push_back(label);
  }
  m_view.policyWeights = weights;
  m_view.weights = weights;
  const auto own = ownWeightsWords(workspace, referral);
  m_view.ownWeights = own.value_or(QString());
  m_view.policy = whoseWeights(workspace, m_view.ownWeights);
  auto* ground = new Surface(Surface::Ground::base);
  auto* inside = new QVBoxLayout(ground);
  inside->addWidget(m_panel);
  inside->addStretch(1);
  auto* scroll = new QScrollArea;
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setWidget(ground);
  m_order->columns().setKey(QStringLiteral("triedOrder"));
  auto* beside = new QVBoxLayout;
  beside->addWidget(new TextLabel(
      assessment.stage() == matching::Stage::market ? tr("First in the market by these weights") : tr("The offers by these weights"),
      Type::section));
  beside->addWidget(m_order, 1);
  auto* columns = new QHBoxLayout;
  columns->addWidget(scroll, 2);
  columns->addLayout(beside, 3);
  auto* rows = new QVBoxLayout(this);
  rows->addLayout(columns, 1);
  m_trouble->setWrapped(true);
  m_trouble->hide();
  rows->addWidget(m_trouble);
  rows->addWidget(dialogFoot(*this, m_keep));
  m_panel->setView(m_view);
  moved(weights);
  connect(m_panel, &WeightsPanel::weightsMoved, this, &OwnWeightsEditor::moved);
  connect(m_panel, &WeightsPanel::policyAsked, this, [this] { moved(m_view.policyWeights); });
  connect(m_panel, &WeightsPanel::ownOrdersAsked, this, [this] { showOwnWeights(m_workspace, m_referral, this); });
  connect(m_panel, &WeightsPanel::ownTakenBackAsked, this, &OwnWeightsEditor::takeBack);
  connect(m_keep, &QPushButton::clicked, this, &OwnWeightsEditor::keep);
  m_panel->focusWeight(0);
  if (!own) leaveWith(failed(own));
}

void OwnWeightsEditor::moved(std::vector<int> weights) {
  m_view.weights = std::move(weights);
  m_panel->refresh(m_view);
  fillOrders(*m_order, m_tried.first(m_view.weights, shownAtOnce), tr("now"), tr("then"));
  m_keep->setEnabled(isWhatIf(m_view));
  m_keep->setToolTip(isWhatIf(m_view) ? tr("Shows both orders and asks for the reason") : tr("Move a weight first"));
}

bool OwnWeightsEditor::somethingEntered() const {
  takeTyped(*this);
  return isWhatIf(m_view);
}

void OwnWeightsEditor::keep() {
  takeTyped(*this);
  leaveWith(keepAsOwnWeights(m_workspace, m_referral, m_view.weights, this));
}

void OwnWeightsEditor::takeBack() { leaveWith(backToThePolicy(m_workspace, m_referral, this)); }

/// Only when something was done; what could not be is said, and the weights stay in sight.
void OwnWeightsEditor::leaveWith(const Result<QString>& done) {
  m_trouble->setVisible(!done);
  m_trouble->setText(done ? QString() : q(done.error().detail));
  if (!done || done->isEmpty()) return;
  m_done = *done;
  accept();
}

Result<QString> editOwnWeights(app::Workspace& workspace, ReferralId referral, QWidget* parent) {
  if (const auto may = app::mayAdjustWeights(workspace, referral); !may) return failed(may);
  auto tried = app::TriedWeights::of(workspace, referral);
  if (!tried) return failed(tried);
  OwnWeightsEditor editor(workspace, referral, *std::move(tried), parent);
  editor.exec();
  return editor.done();
}

}  // namespace homeward::ui
