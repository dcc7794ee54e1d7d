#include "deciding/own_weights_editor.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "choice/weights_panel.h"
#include "deciding/own_weights_dialog.h"
#include "shared/format.h"
#include "shared/page_parts.h"

namespace homeward::ui {

OwnWeightsEditor::OwnWeightsEditor(app::Workspace& workspace, ReferralId referral, const matching::Assessment& assessment, QWidget* parent)
    : QDialog(parent),
      m_workspace(workspace),
      m_referral(referral),
      m_panel(new WeightsPanel),
      m_keep(makeButton(tr("&Keep these weights…"), ButtonKind::primary, "tick")) {
  setWindowTitle(tr("Weights of %1").arg(q(assessment.request().referral.number)));
  resize(px(600), px(560));
  const std::vector<int>& weights = assessment.problem().weights;
  for (std::size_t k = 0; k < weights.size(); ++k) {
    QString label = sentence(assessment.label(k));
    if (!label.isEmpty()) label[0] = label[0].toUpper();
    m_view.criterionLabels.push_back(label);
  }
  m_view.policyWeights = weights;
  m_view.weights = weights;
  m_view.ownWeights = ownWeightsWords(workspace, referral);
  m_view.policy = m_view.ownWeights.isEmpty() ? tr("policy v%1").arg(workspace.policy().version) : tr("its own weights");
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
  auto* rows = new QVBoxLayout(this);
  rows->addWidget(scroll, 1);
  rows->addWidget(dialogFoot(*this, m_keep));
  m_panel->setView(m_view);
  moved(weights);
  connect(m_panel, &WeightsPanel::weightsMoved, this, &OwnWeightsEditor::moved);
  connect(m_panel, &WeightsPanel::policyAsked, this, [this] { moved(m_view.policyWeights); });
  connect(m_panel, &WeightsPanel::ownOrdersAsked, this, [this] { showOwnWeights(m_workspace, m_referral, this); });
  connect(m_panel, &WeightsPanel::ownTakenBackAsked, this, &OwnWeightsEditor::takeBack);
  connect(m_keep, &QPushButton::clicked, this, &OwnWeightsEditor::keep);
  m_panel->focusWeight(0);
}

void OwnWeightsEditor::moved(std::vector<int> weights) {
  m_view.weights = std::move(weights);
  m_panel->refresh(m_view);
  m_keep->setEnabled(isWhatIf(m_view));
  m_keep->setToolTip(isWhatIf(m_view) ? tr("Shows both orders and asks for the reason") : tr("Move a weight first"));
}

void OwnWeightsEditor::keep() {
  m_done = keepAsOwnWeights(m_workspace, m_referral, m_view.weights, this);
  if (!m_done.isEmpty()) accept();
}

void OwnWeightsEditor::takeBack() {
  m_done = backToThePolicy(m_workspace, m_referral, this);
  if (!m_done.isEmpty()) accept();
}

QString editOwnWeights(app::Workspace& workspace, ReferralId referral, QWidget* parent) {
  const auto ranked = app::rankOffers(workspace, referral);
  if (!ranked) return q(ranked.error().detail);
  if (const auto may = app::mayAdjustWeights(workspace, referral); !may) return q(may.error().detail);
  OwnWeightsEditor editor(workspace, referral, (*ranked)->assessment(), parent);
  editor.exec();
  return editor.done();
}

}  // namespace homeward::ui
