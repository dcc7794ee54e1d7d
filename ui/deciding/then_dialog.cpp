#include "deciding/then_dialog.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

#include "deciding/choice_from_case.h"
#include "shared/format.h"
#include "shared/page_parts.h"
#include "shared/plain_table.h"
#include "shared/table_columns.h"
#include "wording/wording.h"

namespace homeward::ui {
namespace {

constexpr int homesAtOnce = 6;
constexpr int readingsAtOnce = 9;
constexpr int weightsAtOnce = 8;

QString tr(const char* words) { return QObject::tr(words); }

QString capital(QString words) {
  if (!words.isEmpty()) words[0] = words[0].toUpper();
  return words;
}

QString statusText(matching::Status status) {
  switch (status) {
    case matching::Status::eligible:
      return tr("eligible");
    case matching::Status::toConfirm:
      return tr("to confirm");
    case matching::Status::notEligible:
      break;
  }
  return tr("not eligible");
}

QString gateText(matching::GateResult result) {
  switch (result) {
    case matching::GateResult::pass:
      return tr("passes");
    case matching::GateResult::fail:
      return tr("fails");
    case matching::GateResult::unknown:
      break;
  }
  return tr("open");
}

QString valueText(matching::Interval value) { return intervalText(value.low, value.high); }

QString scoreText(const app::Standing& standing) {
  return intervalText(matching::shownScore(standing.known), matching::shownScore(standing.possible));
}

QString weekText(const app::Standing& standing) { return standing.aWeek ? moneyText(*standing.aWeek) : tr("not known"); }

QString placeToday(const app::ThenAndToday& row) {
  if (!row.today) return tr("–");
  return QString::number(row.today->place);
}

TextLabel* words(const QString& text, Type type = Type::text, Ink ink = Ink::text) {
  auto* label = new TextLabel(text, type, ink);
  label->setWrapped(true);
  return label;
}

QString listed(const std::vector<std::string>& names) {
  QStringList all;
  for (const std::string& name : names) all << q(name);
  return all.join(QStringLiteral(", "));
}

/// One line of "as it read then and as it reads today".
struct Reading {
  QString what;
  QString then;
  QString today;
  QString whyThen;
  QString whyToday;
  bool differs = false;
  bool readToday = false;  ///< there is something to read today
};

template <class Answer, class Say>
Reading changedReading(const app::Changed<Answer>& changed, const QString& name, Say&& say) {
  return {name,
          changed.then ? say(*changed.then) : tr("not asked"),
          changed.today ? say(*changed.today) : tr("not asked"),
          q(changed.whyThen),
          changed.today ? q(changed.whyToday) : tr("not asked"),
          true,
          true};
}

/// Every check and criterion of one home; what did not change reads the same on both sides.
std::vector<Reading> readingsOf(const app::Recomputed& all, const app::ThenAndToday& row, std::size_t candidate) {
  std::vector<Reading> readings;
  const matching::Problem& problem = all.then.problem;
  const app::FrozenFacts& facts = all.then.facts[candidate];
  const auto why = [](const std::vector<std::string>& sentences, std::size_t at) {
    return at < sentences.size() ? q(sentences[at]) : QString();
  };
  for (std::size_t k = 0; k < problem.criteria.size(); ++k) {
    const std::string& key = problem.criteria[k];
    const QString name = capital(q(k < all.then.criterionNames.size() ? all.then.criterionNames[k] : key));
    const auto changed = std::find_if(row.criteria.begin(), row.criteria.end(), [&](const auto& one) { return one.key == key; });
    if (changed != row.criteria.end()) {
      readings.push_back(changedReading(*changed, name, valueText));
      continue;
    }
    const QString value = valueText(problem.values[candidate * problem.criteria.size() + k]);
    readings.push_back({name, value, row.today ? value : tr("–"), why(facts.criteria, k), {}, false, row.today.has_value()});
  }
  for (const auto& changed : row.criteria)
    if (!changed.then) readings.push_back(changedReading(changed, capital(q(changed.name)), valueText));
  for (std::size_t g = 0; g < problem.gates.size(); ++g) {
    const std::string& key = problem.gates[g];
    const auto changed = std::find_if(row.gates.begin(), row.gates.end(), [&](const auto& one) { return one.key == key; });
    if (changed != row.gates.end()) {
      readings.push_back(changedReading(*changed, gateName(key), gateText));
      continue;
    }
    QString sentence = why(facts.gates, g);
    if (g < facts.waived.size() && !facts.waived[g].empty()) sentence += tr(" Set aside: %1").arg(q(facts.waived[g]));
    const QString result = gateText(problem.gateResults[candidate * problem.gates.size() + g]);
    readings.push_back({gateName(key), result, row.today ? result : tr("–"), sentence, {}, false, row.today.has_value()});
  }
  for (const auto& changed : row.gates)
    if (!changed.then) readings.push_back(changedReading(changed, gateName(changed.key), gateText));
  return readings;
}

}  // namespace

ThenDialog::ThenDialog(app::Recomputed all, const std::string& number, QWidget* parent) : QDialog(parent), m_all(std::move(all)) {
  setWindowTitle(tr("How it stood then: %1").arg(q(number)));
  resize(px(1120), px(760));
  auto* pane = new Surface(Surface::Ground::base);
  auto* rows = new QVBoxLayout(pane);
  rows->setSpacing(px(8));
  addVerdict(*rows, number);
  addHomes(*rows);
  addReadings(*rows);
  addPolicy(*rows);
  rows->addStretch(1);
  auto* scroll = new QScrollArea;
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setWidget(pane);
  auto* box = new QDialogButtonBox(QDialogButtonBox::Close);
  connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* page = new QVBoxLayout(this);
  page->addWidget(scroll, 1);
  page->addWidget(box);
  showReadings();
  m_homes->setFocus();
}

void ThenDialog::addVerdict(QVBoxLayout& rows, const std::string& number) {
  auto* title = words(tr("%1, decided %2").arg(q(number), momentText(m_all.decision.at)), Type::section);
  title->setStrong(true);
  rows.addWidget(title);
  if (m_all.alarms.empty()) {
    rows.addWidget(new SignLine(
        Sign::pass, m_all.then.schema > 1 ? tr("Worked out again from what was kept, every place, score, weight and cost is as stored.")
                                          : tr("Worked out again from what was kept, every place and score is as stored. An earlier "
                                               "version of the program kept no sentences, quotes or proposal.")));
  } else {
    rows.addWidget(new SignLine(
        Sign::fail, tr("What is stored is not what comes out: the record was changed. Check the case file under Data, and tell whoever "
                       "looks after it.")));
    for (const Fact& alarm : m_all.alarms) {
      auto* line = words(sentence(alarm));
      line->setContentsMargins(px(22), 0, 0, 0);
      rows.addWidget(line);
    }
  }
  if (!m_all.then.proposed) return;
  QString choice = m_all.then.proposed->empty() ? tr("The program proposed none of them.") : QString();
  if (m_all.swappedIn.empty() && m_all.swappedOut.empty() && choice.isEmpty())
    choice = tr("What the program proposed was sent.");
  else if (choice.isEmpty())
    choice = tr("The officer sent %1 and left out %2 of what the program proposed.")
                 .arg(m_all.swappedIn.empty() ? tr("nothing else") : listed(m_all.swappedIn),
                      m_all.swappedOut.empty() ? tr("nothing") : listed(m_all.swappedOut));
  rows.addWidget(words(choice, Type::text, Ink::text2));
}

void ThenDialog::addHomes(QVBoxLayout& rows) {
  rows.addWidget(new SectionHead(tr("The order"), m_all.whyNotToday.empty()
                                                      ? tr("then, and what it would be today by today’s facts, prices and policy")
                                                      : tr("today’s order cannot be worked out: %1").arg(q(m_all.whyNotToday))));
  m_homes = new PlainTable(tr("Homes, then and today"));
  m_homes->columns().setKey(QStringLiteral("thenHomes"));
  m_homes->setHighForRows(homesAtOnce);
  const std::string chosen = m_all.decision.chosen ? "option:" + std::to_string(m_all.decision.chosen->value) : std::string();
  using Row = app::ThenAndToday;
  const auto today = [](const Row& row, auto&& say) { return row.today ? say(*row.today) : row.gone ? sentence(*row.gone) : tr("–"); };
  m_homes->setRows<Row>(
      m_all.options,
      {{tr("Home"), [chosen](const Row& row) { return row.id == chosen ? tr("%1 (chosen)").arg(q(row.name)) : q(row.name); }, {}, false},
       {tr("Place then"), [](const Row& row) { return QString::number(row.then.place); },
        [](const Row& row) { return QVariant::fromValue<qint64>(static_cast<qint64>(row.then.place)); }, true},
       {tr("Today"), placeToday,
        [](const Row& row) { return QVariant::fromValue<qint64>(row.today ? static_cast<qint64>(row.today->place) : 1'000'000); }, true},
       {tr("Score then"), [](const Row& row) { return scoreText(row.then); },
        [](const Row& row) { return QVariant::fromValue<qint64>(row.then.known); }, true},
       {tr("Today"), [today](const Row& row) { return today(row, scoreText); },
        [](const Row& row) { return QVariant::fromValue<qint64>(row.today ? row.today->known : -1); }, true},
       {tr("Status then"), [](const Row& row) { return statusText(row.then.status); }, {}, false},
       {tr("Today"),
        [today](const Row& row) { return today(row, [](const app::Standing& now) { return statusText(now.status); }); },
        {},
        false},
       {tr("A week then"), [](const Row& row) { return weekText(row.then); },
        [](const Row& row) { return QVariant::fromValue<qint64>(row.then.aWeek ? row.then.aWeek->low.pence : -1); }, true},
       {tr("Today"), [today](const Row& row) { return today(row, weekText); },
        [](const Row& row) { return QVariant::fromValue<qint64>(row.today && row.today->aWeek ? row.today->aWeek->low.pence : -1); },
        true}});
  connect(m_homes, &PlainTable::rowChanged, this, &ThenDialog::showReadings);
  rows.addWidget(m_homes);
}

void ThenDialog::addReadings(QVBoxLayout& rows) {
  m_readingsOf = words({}, Type::section);
  m_readingsOf->setStrong(true);
  m_onlyDiffering = new QCheckBox(tr("&Only what reads otherwise today"));
  m_onlyDiffering->setChecked(true);
  connect(m_onlyDiffering, &QCheckBox::toggled, this, &ThenDialog::showReadings);
  m_noneDiffer = words({}, Type::text, Ink::text2);
  m_readings = new PlainTable(tr("Checks and criteria, then and today"));
  m_readings->columns().setKey(QStringLiteral("thenReadings"));
  m_readings->setHighForRows(readingsAtOnce);
  rows.addWidget(m_readingsOf);
  rows.addWidget(m_onlyDiffering);
  rows.addWidget(m_noneDiffer);
  rows.addWidget(m_readings);
}

void ThenDialog::showReadings() {
  if (m_readings == nullptr) return;
  const int at = m_homes->currentRow();
  const bool any = at >= 0 && static_cast<std::size_t>(at) < m_all.options.size();
  m_readingsOf->setText(any ? q(m_all.options[static_cast<std::size_t>(at)].name) : tr("No home stood in this order."));
  m_onlyDiffering->setVisible(any);
  std::vector<Reading> readings;
  if (any) {
    const auto row = static_cast<std::size_t>(at);
    readings = readingsOf(m_all, m_all.options[row], m_all.ranking[row].candidate);
  }
  if (m_onlyDiffering->isChecked()) std::erase_if(readings, [](const Reading& one) { return !one.differs; });
  m_readings->setVisible(!readings.empty());
  m_noneDiffer->setVisible(any && readings.empty());
  const bool today = any && m_all.options[static_cast<std::size_t>(at)].today.has_value();
  m_noneDiffer->setText(today ? tr("Every check and criterion reads today as it did then.")
                              : tr("It is not among today’s options, so there is nothing to read beside then."));
  using Row = Reading;
  m_readings->setRows<Row>(readings, {{tr("Check or criterion"), [](const Row& row) { return row.what; }, {}, false},
                                      {tr("Then"), [](const Row& row) { return row.then; }, {}, false},
                                      {tr("Today"), [](const Row& row) { return row.today; }, {}, false},
                                      {tr("As it read then"), [](const Row& row) { return row.whyThen; }, {}, false},
                                      {tr("As it reads today"),
                                       [](const Row& row) { return row.differs     ? row.whyToday
                                                                   : row.readToday ? tr("the same")
                                                                                   : tr("–"); },
                                       {},
                                       false}});
}

void ThenDialog::addPolicy(QVBoxLayout& rows) {
  rows.addWidget(new SectionHead(tr("The weights")));
  const auto label = [](const std::string& name, int version, bool own) {
    return tr("%1 v%2%3").arg(q(name)).arg(version).arg(own ? tr(", with weights of the referral’s own") : QString());
  };
  QString policy = tr("Then: %1.").arg(label(m_all.then.policy.name, m_all.then.policy.version, !m_all.then.ownWeights.empty()));
  if (!m_all.policyToday.empty())
    policy += tr(" Today: %1.").arg(label(m_all.policyToday, m_all.policyVersionToday, m_all.ownWeightsToday));
  if (m_all.weights.empty() && m_all.whyNotToday.empty()) policy += tr(" The weights are the same.");
  if (!m_all.anchors.empty()) {
    QStringList names;
    for (const std::string& key : m_all.anchors) names << q(wording::word("policyCriterion", key));
    policy += tr(" The points of the curve differ for %1.").arg(names.join(QStringLiteral(", ")));
  }
  rows.addWidget(words(policy));
  if (m_all.then.adjusted)
    rows.addWidget(words(tr("The weights had been set for this referral on %1: %2")
                             .arg(momentText(m_all.then.adjusted->at), q(m_all.then.adjusted->reason))));
  if (m_all.weights.empty()) return;
  auto* table = new PlainTable(tr("Weights that differ today"));
  table->columns().setKey(QStringLiteral("thenWeights"));
  table->setHighForRows(weightsAtOnce);
  using Row = app::ChangedWeight;
  const auto figure = [](const std::optional<int>& weight) { return weight ? QString::number(*weight) : tr("not asked"); };
  const auto sorted = [](const std::optional<int>& weight) { return QVariant::fromValue<qint64>(weight.value_or(-1)); };
  table->setRows<Row>(m_all.weights, {{tr("Criterion"), [](const Row& row) { return capital(q(row.name)); }, {}, false},
                                      {tr("Weight then"), [figure](const Row& row) { return figure(row.then); },
                                       [sorted](const Row& row) { return sorted(row.then); }, true},
                                      {tr("Today"), [figure](const Row& row) { return figure(row.today); },
                                       [sorted](const Row& row) { return sorted(row.today); }, true}});
  rows.addWidget(table);
}

void showHowItStood(app::Workspace& workspace, DecisionId decision, QWidget* parent) {
  auto all = app::recompute(workspace, decision);
  if (!all) {
    QDialog dialog(parent);
    dialog.setWindowTitle(tr("How it stood then"));
    auto* rows = new QVBoxLayout(&dialog);
    rows->addWidget(words(q(all.error().detail)));
    auto* box = new QDialogButtonBox(QDialogButtonBox::Close);
    QObject::connect(box, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    rows->addWidget(box);
    dialog.exec();
    return;
  }
  const auto referral = workspace.file().referrals().get(all->decision.referral);
  ThenDialog(*std::move(all), referral ? referral->number : std::string(), parent).exec();
}

}  // namespace homeward::ui
