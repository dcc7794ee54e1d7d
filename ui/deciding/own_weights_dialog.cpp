#include "deciding/own_weights_dialog.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

#include "choice/choice_page.h"
#include "choice/weights_panel.h"
#include "policy/compared_tables.h"
#include "shared/format.h"
#include "shared/page_parts.h"
#include "shared/table_columns.h"

namespace homeward::ui {
namespace {

constexpr int homesAtOnce = 6;
constexpr int weightsAtOnce = 8;

QString tr(const char* words) { return QObject::tr(words); }

QString policyWords(const app::Workspace& workspace) { return q(label(workspace.policy())); }

PlainTable* ordersTable(const app::PolicyComparison& both, const QString& first, const QString& second) {
  auto* table = new PlainTable(tr("Both orders"));
  table->columns().setKey(QStringLiteral("ownOrders"));
  table->setHighForRows(homesAtOnce);
  fillOrders(*table, both.candidates, first, second);
  return table;
}

PlainTable* weightsTable(const app::PolicyComparison& both, const QString& first, const QString& second) {
  auto* table = new PlainTable(tr("Both weightings"));
  table->columns().setKey(QStringLiteral("ownWeights"));
  table->setHighForRows(weightsAtOnce);
  fillWeights(*table, both, first, second);
  return table;
}

/// The kept orders as the tables show any two.
app::PolicyComparison asCompared(const app::OwnWeights& own) {
  app::PolicyComparison both;
  both.stage = own.stage;
  for (const app::KeptOrder::Row& row : own.before.rows) {
    const auto after = std::find_if(own.after.rows.begin(), own.after.rows.end(), [&](const auto& one) { return one.id == row.id; });
    if (after == own.after.rows.end()) continue;  // kept by an earlier version, which left out who moved far
    both.candidates.push_back({row.id,
                               row.name,
                               {},
                               {row.place, row.status, row.known, row.possible},
                               {after->place, after->status, after->known, after->possible}});
  }
  for (const app::KeptOrder::Weight& weight : own.before.weights) {
    const auto after =
        std::find_if(own.after.weights.begin(), own.after.weights.end(), [&](const auto& one) { return one.key == weight.key; });
    both.weights.push_back({weight.key, weight.name, weight.weight, after == own.after.weights.end() ? 0 : after->weight});
  }
  return both;
}

TextLabel* wrapped(const QString& words, Type type = Type::text, Ink ink = Ink::text) {
  auto* label = new TextLabel(words, type, ink);
  label->setWrapped(true);
  return label;
}

}  // namespace

OwnWeightsDialog::OwnWeightsDialog(app::Workspace& workspace, ReferralId referral, std::vector<int> weights,
                                   const app::PolicyComparison& both, QWidget* parent)
    : ActDialog(tr("Weights of this referral’s own"), tr("&Keep these weights"), parent),
      m_workspace(workspace),
      m_referral(referral),
      m_weights(std::move(weights)),
      m_reason(new QLineEdit) {
  setMinimumWidth(px(820));
  const QString moved =
      both.changedPlaces == 0
          ? tr("The order stays as it is.")
          : tr("%1 in another place.").arg(plural(static_cast<qint64>(both.changedPlaces), tr("home stands"), tr("homes stand")));
  sayFirst(tr("From now on this referral is ranked by these weights instead of the policy’s, and a decision keeps both orders with your "
              "name and reason. What each need weighs among the needs follows from its level. %1")
               .arg(moved));
  m_reason->setPlaceholderText(tr("What this child needs that the policy does not see"));
  addField(tr("&Reason"), m_reason);
  form()->addRow(ordersTable(both, policyWords(workspace), tr("these weights")));
  form()->addRow(weightsTable(both, policyWords(workspace), tr("these weights")));
  m_reason->setFocus();
}

Result<void> OwnWeightsDialog::carryOut() { return app::keepOwnWeights(m_workspace, m_referral, m_weights, utf8(m_reason->text())); }
QWidget* OwnWeightsDialog::fieldOf(const std::string& subject) const { return subject == "reason" ? m_reason : nullptr; }

Result<QString> keepAsOwnWeights(app::Workspace& workspace, ReferralId referral, const std::vector<int>& weights, QWidget* parent) {
  if (const auto may = app::mayAdjustWeights(workspace, referral); !may) return failed(may);
  const auto both = app::triedOwnWeights(workspace, referral, weights);
  if (!both) return failed(both);
  OwnWeightsDialog dialog(workspace, referral, weights, *both, parent);
  return dialog.exec() == QDialog::Accepted ? tr("These are the referral’s weights now") : QString();
}

Result<QString> backToThePolicy(app::Workspace& workspace, ReferralId referral, QWidget* parent) {
  if (const auto may = app::mayAdjustWeights(workspace, referral); !may) return failed(may);
  ReasonDialog dialog(
      {tr("Back to the policy’s weights"),
       tr("From now on this referral is ranked by %1 again. What was kept stays on record.").arg(policyWords(workspace)), tr("&Reason"),
       tr("&Take the weights back")},
      [&workspace, referral](const std::string& reason) { return app::takeBackOwnWeights(workspace, referral, reason); }, parent);
  return dialog.exec() == QDialog::Accepted ? tr("The policy’s weights count again") : QString();
}

void showOwnWeights(app::Workspace& workspace, ReferralId referral, QWidget* parent) {
  const auto all = app::ownWeightsOf(workspace, referral);
  QDialog dialog(parent);
  dialog.setWindowTitle(tr("Weights of this referral’s own"));
  dialog.resize(px(900), px(700));
  auto* ground = new Surface(Surface::Ground::base);
  auto* rows = new QVBoxLayout(ground);
  if (!all) rows->addWidget(wrapped(q(all.error().detail)));
  if (all && all->empty()) rows->addWidget(wrapped(tr("This referral has had no weights of its own.")));
  if (all)
    for (auto own = all->rbegin(); own != all->rend(); ++own) {
      const QString when = momentText(own->adjustment.at);
      auto* head = wrapped(
          own->takenBack() ? tr("Back to the policy, by %1 on %2").arg(q(own->by), when) : tr("Adjusted by %1 on %2").arg(q(own->by), when),
          Type::section);
      head->setStrong(true);
      rows->addWidget(head);
      rows->addWidget(wrapped(tr("Reason: %1").arg(q(own->adjustment.reason))));
      rows->addWidget(wrapped(own->adjustment.afterOffers ? tr("Made when there were offers. The orders are as they were then.")
                                                          : tr("Made before any offer. The orders are of the market, as it was then."),
                              Type::text, Ink::text2));
      const QString usual = q(own->policy);
      const QString kept = tr("own weights");
      const app::PolicyComparison both = asCompared(*own);
      rows->addWidget(ordersTable(both, own->takenBack() ? kept : usual, own->takenBack() ? usual : kept));
      rows->addWidget(weightsTable(both, own->takenBack() ? kept : usual, own->takenBack() ? usual : kept));
    }
  rows->addStretch(1);
  auto* scroll = new QScrollArea;
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setWidget(ground);
  auto* box = new QDialogButtonBox(QDialogButtonBox::Close);
  QObject::connect(box, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
  auto* page = new QVBoxLayout(&dialog);
  page->addWidget(scroll, 1);
  page->addWidget(box);
  dialog.exec();
}

QString whoseWeights(const app::Workspace& workspace, const QString& ownWeights) {
  return ownWeights.isEmpty() ? policyWords(workspace) : tr("its own weights");
}

Result<QString> ownWeightsWords(app::Workspace& workspace, ReferralId referral) {
  const auto own = app::ownWeightsInForce(workspace, referral);
  if (!own) return failed(own);
  if (!*own) return QString();
  return tr("Weights adjusted by %1 on %2: %3").arg(q((*own)->by), momentText((*own)->adjustment.at), q((*own)->adjustment.reason));
}

void hearOwnWeights(ChoicePage& page, app::Workspace& workspace, ReferralId referral,
                    const std::function<void(const Result<QString>&)>& told) {
  const auto say = [told](const Result<QString>& done) {
    if (!done || !done->isEmpty()) told(done);
  };
  QObject::connect(&page, &ChoicePage::weightsSaveRequested, &page, [&workspace, referral, say, &page](const std::vector<int>& weights) {
    say(keepAsOwnWeights(workspace, referral, weights, page.window()));
  });
  auto* panel = page.findChild<WeightsPanel*>();
  if (panel == nullptr) return;
  QObject::connect(panel, &WeightsPanel::ownOrdersAsked, &page,
                   [&workspace, referral, &page] { showOwnWeights(workspace, referral, page.window()); });
  QObject::connect(panel, &WeightsPanel::ownTakenBackAsked, &page,
                   [&workspace, referral, say, &page] { say(backToThePolicy(workspace, referral, page.window())); });
}

}  // namespace homeward::ui
