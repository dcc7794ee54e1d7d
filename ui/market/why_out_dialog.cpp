#include "market/why_out_dialog.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QScrollArea>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "app/referrals.h"
#include "shared/format.h"
#include "shared/page_parts.h"
#include "wording/wording.h"

namespace homeward::ui {
namespace {

constexpr int mostNames = 2000;  // a list that nobody reads to its end; typing narrows it

QString capitalised(QString text) {
  if (!text.isEmpty()) text[0] = text[0].toUpper();
  return text;
}

}  // namespace

QString gateTitle(const std::string& key) {
  const auto after = [&](std::string_view start) { return key.substr(start.size()); };
  if (key.rfind("law.", 0) == 0) return WhyOutDialog::tr("Law: %1").arg(q(wording::word("rule", after("law."))));
  if (key.rfind("essential.need.", 0) == 0)
    return WhyOutDialog::tr("Essential: %1").arg(q(wording::word("need", after("essential.need."))));
  if (key.rfind("essential.exclusion.", 0) == 0)
    return WhyOutDialog::tr("Must not have: %1").arg(q(wording::word("feature", after("essential.exclusion."))));
  static const std::vector<std::pair<std::string_view, const char*>> titles{
      {"registration.active", QT_TR_NOOP("Registration in force")},
      {"registration.places", QT_TR_NOOP("Registered places")},
      {"registration.age", QT_TR_NOOP("Ages it takes")},
      {"registration.sex", QT_TR_NOOP("Girls or boys")},
      {"registration.number", QT_TR_NOOP("How many at once")},
      {"registration.purpose", QT_TR_NOOP("Statement of Purpose")},
      {"essential.noGoArea", QT_TR_NOOP("Where the child must not live")},
      {"essential.radiusHome", QT_TR_NOOP("Distance from home")},
      {"essential.radiusSchool", QT_TR_NOOP("Distance from school")},
      {"essential.together", QT_TR_NOOP("Siblings together")},
      {"essential.solo", QT_TR_NOOP("No other child in the home")},
      {"essential.incompatible", QT_TR_NOOP("Children who live there")},
      {"essential.availableBy", QT_TR_NOOP("A place free in time")},
      {"essential.settingType", QT_TR_NOOP("Kind of setting")},
      {"willing.taking", QT_TR_NOOP("Taking children now")},
      {"willing.embargo", QT_TR_NOOP("Our own embargo")},
      {"willing.declined", QT_TR_NOOP("Has said no to this referral")}};
  for (const auto& [known, title] : titles)
    if (known == key) return WhyOutDialog::tr(title);
  return q(key);
}

WhyOutDialog::WhyOutDialog(app::Workspace& workspace, const MarketModel& model, int row, QWidget* parent)
    : QDialog(parent), m_workspace(workspace), m_model(model) {
  setWindowTitle(tr("Why is a setting out?"));
  resize(px(980), px(600));
  auto* page = new QVBoxLayout(this);
  auto* panes = new QHBoxLayout;
  page->addLayout(panes, 1);

  auto* left = new QVBoxLayout;
  auto* gatesLabel = new QLabel(tr("What &stops most"));
  m_table = new QTableWidget;
  m_table->setAccessibleName(tr("Checks by how many they stop"));
  m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_table->setSelectionMode(QAbstractItemView::SingleSelection);
  m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_table->setTabKeyNavigation(false);
  m_table->verticalHeader()->hide();
  m_table->setShowGrid(false);
  gatesLabel->setBuddy(m_table);
  left->addWidget(gatesLabel);
  left->addWidget(m_table, 1);
  panes->addLayout(left, 5);

  auto* middle = new QVBoxLayout;
  auto* findLabel = new QLabel(tr("&Name of a setting or provider"));
  m_find = new QLineEdit;
  m_find->setPlaceholderText(tr("Type a part of it"));
  m_find->setClearButtonEnabled(true);
  m_find->setAccessibleName(tr("Name of a setting or provider"));
  findLabel->setBuddy(m_find);
  m_names = new QListWidget;
  m_names->setUniformItemSizes(true);
  m_names->setAccessibleName(tr("Settings that are out"));
  middle->addWidget(findLabel);
  middle->addWidget(m_find);
  middle->addWidget(m_names, 1);
  panes->addLayout(middle, 4);

  auto* pane = new Surface(Surface::Ground::base);
  auto* right = new QVBoxLayout(pane);
  m_title = new TextLabel({}, Type::section);
  m_title->setStrong(true);
  m_title->setWrapped(true);
  right->addWidget(m_title);
  m_lines = new QVBoxLayout;
  right->addLayout(m_lines);
  right->addStretch(1);
  auto* scroll = new QScrollArea;
  scroll->setWidgetResizable(true);
  scroll->setAccessibleName(tr("Reasons, and what would bring it back"));
  scroll->setWidget(pane);
  panes->addWidget(scroll, 6);

  auto* box = new QDialogButtonBox(QDialogButtonBox::Close);
  page->addWidget(box);
  connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
  connect(m_table, &QTableWidget::currentCellChanged, this, [this](int now, int, int before, int) {
    if (now != before) fillNames();
  });
  connect(m_find, &QLineEdit::textChanged, this, &WhyOutDialog::fillNames);
  connect(m_names, &QListWidget::currentRowChanged, this, &WhyOutDialog::explain);
  fillGates();
  if (row >= 0) m_find->setText(MarketModel::name(m_model.line(row)));
  fillNames();
}

void WhyOutDialog::read() {
  const auto* item = m_names->currentItem();
  const QString name = item == nullptr ? QString() : item->text();
  const int gate = m_table->currentRow();
  fillGates();
  m_table->setCurrentCell(std::min(gate, m_table->rowCount() - 1), 0);
  fillNames();
  if (const auto same = m_names->findItems(name, Qt::MatchExactly); !same.isEmpty()) m_names->setCurrentItem(same.front());
}

void WhyOutDialog::fillGates() {
  m_gates.clear();
  if (const auto& ranked = m_model.lines().ranked) m_gates = app::gatesByHarm(ranked->assessment().problem());
  m_gates.erase(std::remove_if(m_gates.begin(), m_gates.end(), [](const app::GateCount& gate) { return gate.failed == 0; }), m_gates.end());
  m_table->setColumnCount(3);
  m_table->setHorizontalHeaderLabels({tr("Check"), tr("Stops"), tr("Alone")});
  m_table->horizontalHeaderItem(2)->setToolTip(tr("How many would be back if only this check were loosened"));
  m_table->setRowCount(static_cast<int>(m_gates.size()) + 1);
  const auto put = [this](int row, int column, const QString& text) {
    auto* item = new QTableWidgetItem(text);
    if (column > 0) item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    item->setToolTip(text);
    m_table->setItem(row, column, item);
  };
  int out = 0;
  for (const auto& line : m_model.lines().rows) out += line.status == matching::Status::notEligible ? 1 : 0;
  put(0, 0, tr("Any check"));
  put(0, 1, countText(out));
  put(0, 2, QString());
  for (std::size_t i = 0; i < m_gates.size(); ++i) {
    const int row = static_cast<int>(i) + 1;
    put(row, 0, capitalised(gateTitle(m_gates[i].gate)));
    put(row, 1, countText(m_gates[i].failed));
    put(row, 2, countText(m_gates[i].onlyThis));
  }
  m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
  m_table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
  m_table->horizontalHeader()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
  m_table->setCurrentCell(0, 0);
}

void WhyOutDialog::fillNames() {
  const auto& lines = m_model.lines();
  if (!lines.ranked) return;
  const auto& problem = lines.ranked->assessment().problem();
  const int chosen = m_table->currentRow() - 1;
  std::size_t gate = problem.gates.size();
  if (chosen >= 0)
    gate = static_cast<std::size_t>(std::find(problem.gates.begin(), problem.gates.end(), m_gates[static_cast<std::size_t>(chosen)].gate) -
                                    problem.gates.begin());
  const auto typed = m_find->text().trimmed();
  const auto& waivers = lines.request()->referral.waivers;
  const auto setAsideFor = [&](const MarketRow& line) {
    const std::string candidate = utf8(MarketModel::key(line));
    return std::any_of(waivers.begin(), waivers.end(), [&](const Waiver& waiver) {
      return waiver.candidate == candidate && (gate == problem.gates.size() || waiver.gate == problem.gates[gate]);
    });
  };
  m_names->clear();
  for (std::size_t i = 0; i < lines.rows.size() && m_names->count() < mostNames; ++i) {
    const auto& line = lines.rows[i];
    if (!line.candidate) continue;
    const bool waived = !waivers.empty() && setAsideFor(line);
    if (line.status != matching::Status::notEligible && !waived) continue;
    if (gate < problem.gates.size() && !waived &&
        problem.gateResults[*line.candidate * problem.gates.size() + gate] != matching::GateResult::fail)
      continue;
    const auto name = MarketModel::name(line);
    if (!typed.isEmpty() && !name.contains(typed, Qt::CaseInsensitive) &&
        !(line.provider != nullptr && q(line.provider->name).contains(typed, Qt::CaseInsensitive)))
      continue;
    auto* item = new QListWidgetItem(name, m_names);
    item->setData(Qt::UserRole, static_cast<int>(i));
  }
  if (m_names->count() > 0)
    m_names->setCurrentRow(0);
  else
    explain();
}

void WhyOutDialog::explain() {
  while (auto* item = m_lines->takeAt(0)) {
    delete item->widget();
    delete item;
  }
  const auto* item = m_names->currentItem();
  if (item == nullptr) {
    m_title->setText(m_find->text().isEmpty() ? tr("Nothing is out.") : tr("No setting that is out has this name."));
    return;
  }
  const int row = item->data(Qt::UserRole).toInt();
  m_title->setText(tr("%1, %2").arg(MarketModel::name(m_model.line(row)), MarketModel::typeWords(m_model.line(row))));
  const auto* why = m_model.explanation(row);
  if (why == nullptr) return;
  const matching::Explanation kept = *why;  // what the model hands out holds until it is asked again
  int passed = 0;
  for (const auto& gate : kept.gates) passed += gate.result == matching::GateResult::pass ? 1 : 0;
  m_lines->addWidget(new SignLine(Sign::none, tr("%1 of %2 checks pass").arg(passed).arg(kept.gates.size()), Type::text, Ink::text));
  for (const auto result : {matching::GateResult::fail, matching::GateResult::unknown})
    for (const auto& gate : kept.gates)
      if (gate.result == result) addGate(gate, row);
}

void WhyOutDialog::addGate(const matching::GateAnswer& gate, int row) {
  const auto second = [this](const QString& words) {
    auto* label = new TextLabel(words, Type::second, Ink::text2);
    label->setWrapped(true);
    label->setContentsMargins(px(22), 0, 0, px(4));
    m_lines->addWidget(label);
  };
  const auto offer = [this](const QString& words, const QString& name, auto act) {
    auto* button = makeButton(words, ButtonKind::link);
    button->setAccessibleName(name);
    button->setEnabled(!m_workspace.readOnly());
    // After the click: the pane, and the button in it, is filled anew.
    connect(button, &QPushButton::clicked, this, act, Qt::QueuedConnection);
    m_lines->addWidget(button, 0, Qt::AlignLeft);
  };
  const QString words = sentence(gate.why);
  const QString title = gateTitle(gate.key);
  if (gate.result == matching::GateResult::unknown) {
    m_lines->addWidget(new SignLine(Sign::unknown, gate.question.empty() ? words : sentence(gate.question), Type::text, Ink::text));
    return;
  }
  m_lines->addWidget(new SignLine(gate.waiver ? Sign::waived : Sign::fail, words, Type::text, Ink::text));
  if (gate.waiver) {
    second(waiverWords(m_workspace, *gate.waiver));
    offer(tr("Take this back"), tr("Take back what was set aside: %1").arg(title),
          [this, row, what = Remedy{gate.key, words}] { giveBack(row, what); });
    return;
  }
  if (!gate.bringsBack.empty()) second(sentence(gate.bringsBack));
  if (const QString why = whyNotSetAside(gate.kind); !why.isEmpty()) return second(why);
  offer(tr("Set aside for this one…"), tr("Set aside for this one: %1").arg(title),
        [this, row, what = Remedy{gate.key, words}] { waive(row, what); });
}

GateOfCandidate WhyOutDialog::gateOf(int row, const Remedy& what) const {
  const auto& line = m_model.line(row);
  return {m_model.lines().request()->referral.id, what.gate, utf8(MarketModel::key(line)), MarketModel::name(line), what.why};
}

void WhyOutDialog::waive(int row, const Remedy& what) {
  if (!setAside(m_workspace, gateOf(row, what), this)) return;
  emit waived();
  m_names->setFocus();
}

void WhyOutDialog::giveBack(int row, const Remedy& what) {
  const auto taken = takeBack(m_workspace, gateOf(row, what), this);
  if (!taken) return m_title->setText(q(taken.error().detail));
  if (!*taken) return;
  emit waived();
  m_names->setFocus();
}

}  // namespace homeward::ui
