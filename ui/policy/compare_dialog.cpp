#include "policy/compare_dialog.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

#include "app/referrals.h"
#include "policy/compared_tables.h"
#include "shared/fields.h"
#include "shared/format.h"
#include "shared/names.h"
#include "shared/page_parts.h"
#include "shared/plain_table.h"
#include "shared/table_columns.h"
#include "wording/wording.h"

namespace homeward::ui {

CompareDialog::CompareDialog(app::Workspace& workspace, std::optional<std::int64_t> selected,
                             const std::optional<app::PolicyVersion>& draft, QWidget* parent)
    : QDialog(parent),
      m_workspace(workspace),
      m_first(new SearchCombo(tr("First policy"))),
      m_second(new SearchCombo(tr("Second policy"))),
      m_referral(new SearchCombo(tr("Referral"))),
      m_said(new TextLabel({}, Type::text)),
      m_orders(new PlainTable(tr("Both orders"))),
      m_weightsHead(new SectionHead(tr("Weights as they count in this referral"))),
      m_weights(new PlainTable(tr("Weights as they count in this referral"))) {
  setWindowTitle(tr("Two policies on the same referral"));
  resize(px(1000), px(760));
  if (auto versions = app::policyVersions(workspace)) m_versions = *std::move(versions);
  for (const app::PolicyVersion& one : m_versions) m_labels.push_back(q(one.label()) + (one.inUse ? tr(" (in use)") : QString()));
  if (draft) {
    m_versions.push_back(*draft);
    m_labels.push_back(tr("What is being edited"));
  }
  auto* form = new QFormLayout;
  const auto add = [form](const QString& words, QWidget* field) {
    auto* label = new QLabel(words);
    label->setBuddy(field);
    form->addRow(label, field);
  };
  add(tr("&First policy"), m_first);
  add(tr("&Second policy"), m_second);
  add(tr("&Referral"), m_referral);
  m_said->setWrapped(true);
  m_orders->columns().setKey(QStringLiteral("comparedOrders"));
  m_weights->columns().setKey(QStringLiteral("comparedWeights"));
  m_weights->setHighForRows(8);
  auto* ground = new Surface(Surface::Ground::base);
  auto* inside = new QVBoxLayout(ground);
  inside->addWidget(m_said);
  inside->addWidget(m_orders, 1);
  inside->addWidget(m_weightsHead);
  inside->addWidget(m_weights);
  auto* box = new QDialogButtonBox(QDialogButtonBox::Close);
  connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* rows = new QVBoxLayout(this);
  rows->addLayout(form);
  rows->addWidget(ground, 1);
  rows->addWidget(box);
  fillChoices(selected, draft.has_value());
  for (SearchCombo* combo : {m_first, m_second, m_referral}) connect(combo, &SearchCombo::valueChanged, this, &CompareDialog::compare);
  compare();
}

void CompareDialog::fillChoices(std::optional<std::int64_t> selected, bool draft) {
  QVector<SearchCombo::Entry> policies;
  std::size_t inUse = 0;
  std::size_t chosen = 0;
  const std::size_t stored = m_versions.size() - (draft ? 1 : 0);
  for (std::size_t i = 0; i < m_versions.size(); ++i) {
    policies.push_back({m_labels[i], static_cast<int>(i)});
    if (i >= stored) continue;
    if (m_versions[i].inUse) inUse = i;
    if (m_versions[i].id == selected) chosen = i;
  }
  m_first->setEntries(policies);
  m_second->setEntries(policies);
  // A draft against what it was made from; else what was looked at against the one in use.
  const std::size_t first = draft ? chosen : inUse;
  std::size_t second = draft ? stored : chosen;
  if (second == first) second = first == 0 ? m_versions.size() - 1 : 0;
  m_first->setValue(static_cast<int>(first));
  m_second->setValue(static_cast<int>(second));
  QVector<SearchCombo::Entry> referrals;
  const auto lines = app::referralLines(m_workspace, false);
  if (lines)
    for (const app::ReferralLine& line : *lines)
      referrals.push_back({shown(q(line.number) + QStringLiteral(" · ") + q(line.people)), QVariant::fromValue<qint64>(line.id.value)});
  m_referral->setEntries(referrals);
  if (referrals.isEmpty()) return;
  // One with offers says more than one without.
  QVariant most = referrals.front().value;
  for (const app::ReferralLine& line : *lines)
    if (line.stage == Stage::offersIn || line.stage == Stage::shortlisted || line.stage == Stage::choiceSent) {
      most = QVariant::fromValue<qint64>(line.id.value);
      break;
    }
  m_referral->setValue(most);
}

void CompareDialog::compare() {
  const auto say = [this](const QString& words) {
    m_said->setText(words);
    for (QWidget* part : {static_cast<QWidget*>(m_orders), static_cast<QWidget*>(m_weightsHead), static_cast<QWidget*>(m_weights)})
      part->setVisible(false);
  };
  if (!m_referral->value().isValid()) return say(tr("There is no referral to compare them on yet."));
  const auto first = static_cast<std::size_t>(m_first->value().toInt());
  const auto second = static_cast<std::size_t>(m_second->value().toInt());
  if (first >= m_versions.size() || second >= m_versions.size()) return say(tr("Choose two policies."));
  const auto both =
      app::comparePolicies(m_workspace, ReferralId{m_referral->value().toLongLong()}, m_versions[first].policy, m_versions[second].policy);
  if (!both) return say(q(both.error().detail));
  QString words = both->stage == matching::Stage::offers ? tr("By the offers that stand.") : tr("By the market: there is no offer yet.");
  words += QLatin1Char(' ') +
           (both->changedPlaces == 0
                ? tr("Everybody stands where they stood.")
                : tr("%1 in another place.").arg(plural(static_cast<qint64>(both->changedPlaces), tr("home stands"), tr("homes stand"))));
  if (both->left > 0) words += tr(" %1 more stand below by both.").arg(countText(static_cast<qint64>(both->left)));
  QStringList curves;
  for (const app::PolicyDifference& one : both->policies) {
    if (one.anchors) curves << q(wording::word("policyCriterion", one.criterion));
    if (one.criterion == "similarityPenalty")
      words += tr(" Likeness in the choice of three costs %1 and %2.").arg(one.before).arg(one.after);
  }
  if (!curves.isEmpty()) words += tr(" Other curves: %1.").arg(curves.join(QStringLiteral(", ")));
  m_said->setText(words);
  for (QWidget* part : {static_cast<QWidget*>(m_orders), static_cast<QWidget*>(m_weightsHead), static_cast<QWidget*>(m_weights)})
    part->setVisible(true);
  // The names stand above; in the heads they would crowd out the figures.
  fillOrders(*m_orders, both->candidates, tr("first"), tr("second"));
  fillWeights(*m_weights, *both, tr("First"), tr("Second"));
}

}  // namespace homeward::ui
