#include "market/why_out_dialog.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <map>

#include "app/referrals.h"
#include "app/why_out.h"
#include "shared/format.h"
#include "shared/names.h"
#include "shared/page_parts.h"
#include "wording/wording.h"

namespace homeward::ui {
namespace {

constexpr int mostNames = 2000;         // a list that nobody reads to its end; typing narrows it
constexpr std::size_t mostPriced = 12;  // whose points and cost stand beside the name

QString capitalised(QString text) {
  if (!text.isEmpty()) text[0] = text[0].toUpper();
  return text;
}

QTableWidget* makeList(const QString& name) {
  auto* table = new QTableWidget;
  table->setAccessibleName(name);
  table->setSelectionBehavior(QAbstractItemView::SelectRows);
  table->setSelectionMode(QAbstractItemView::SingleSelection);
  table->setEditTriggers(QAbstractItemView::NoEditTriggers);
  table->setTabKeyNavigation(false);
  table->verticalHeader()->hide();
  table->setShowGrid(false);
  table->setColumnCount(3);
  return table;
}

void put(QTableWidget& table, int row, int column, const QString& text, const QString& tip = {}) {
  auto* item = new QTableWidgetItem(text);
  if (column > 0) item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
  item->setToolTip(tip.isEmpty() ? text : tip);
  table.setItem(row, column, item);
}

void fitColumns(QTableWidget& table) {
  table.horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
  for (const int column : {1, 2}) table.horizontalHeader()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
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
  resize(px(1100), px(680));
  auto* page = new QVBoxLayout(this);
  auto* panes = new QHBoxLayout;
  page->addLayout(panes, 1);

  auto* left = new QVBoxLayout;
  auto* gatesLabel = new QLabel(tr("What &stops most"));
  m_table = makeList(tr("Checks by how many they stop"));
  gatesLabel->setBuddy(m_table);
  left->addWidget(gatesLabel);
  left->addWidget(m_table, 1);
  auto* relaxedLabel = new QLabel(tr("What &one change would let in"));
  m_relaxed = makeList(tr("What one change to the referral would let in"));
  m_relaxed->setWordWrap(true);
  m_relaxed->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  relaxedLabel->setBuddy(m_relaxed);
  m_change = makeButton(tr("C&hange this in the referral…"), ButtonKind::outlined, QStringLiteral("edit"));
  left->addWidget(relaxedLabel);
  left->addWidget(m_relaxed, 1);
  left->addWidget(m_change, 0, Qt::AlignLeft);
  panes->addLayout(left, 6);

  auto* middle = new QVBoxLayout;
  auto* findLabel = new QLabel(tr("&Name of a setting or provider"));
  m_find = new QLineEdit;
  m_find->setPlaceholderText(tr("Type a part of it"));
  m_find->setClearButtonEnabled(true);
  m_find->setAccessibleName(tr("Name of a setting or provider"));
  findLabel->setBuddy(m_find);
  m_names = new QListWidget;
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
  // Whichever list has the keyboard, or was clicked into, says who is shown.
  connect(m_table, &QTableWidget::itemSelectionChanged, this, [this] { chooseList(false); });
  connect(m_relaxed, &QTableWidget::itemSelectionChanged, this, [this] { chooseList(true); });
  connect(m_change, &QPushButton::clicked, this, &WhyOutDialog::changeReferral);
  connect(m_find, &QLineEdit::textChanged, this, &WhyOutDialog::fillNames);
  connect(m_names, &QListWidget::currentRowChanged, this, &WhyOutDialog::explain);
  fillGates();
  fillLetIn();
  if (row >= 0) m_opened = MarketModel::name(m_model.line(row));
  m_find->setText(m_opened);
  fillNames();
}

void WhyOutDialog::read() {
  const QScopedValueRollback reading(m_reading, true);
  const auto* item = m_names->currentItem();
  const QVariant key = item == nullptr ? QVariant() : item->data(Qt::UserRole + 1);
  const int gate = m_table->currentRow();
  const bool byLetIn = m_byLetIn;
  const auto* chosen = chosenLetIn();
  const auto relaxing = chosen == nullptr ? std::nullopt : std::optional{chosen->relaxing};
  fillGates();
  fillLetIn();
  m_table->setCurrentCell(std::min(gate, m_table->rowCount() - 1), 0);
  if (byLetIn && relaxing)
    for (std::size_t i = 0; i < m_letIn.size(); ++i)
      if (m_letIn[i].relaxing == *relaxing) m_relaxed->setCurrentCell(static_cast<int>(i), 0);
  fillNames();
  for (int i = 0; i < m_names->count(); ++i)
    if (m_names->item(i)->data(Qt::UserRole + 1) == key) m_names->setCurrentRow(i);
}

void WhyOutDialog::fillGates() {
  m_gates.clear();
  if (const auto& ranked = m_model.lines().ranked) m_gates = app::gatesByHarm(ranked->assessment().problem());
  m_table->setHorizontalHeaderLabels({tr("Check"), tr("Stops"), tr("Alone")});
  m_table->horizontalHeaderItem(2)->setToolTip(tr("How many fail this check and no other"));
  m_table->setRowCount(static_cast<int>(m_gates.size()) + 1);
  int out = 0;
  for (const auto& line : m_model.lines().rows) out += line.status == matching::Status::notEligible ? 1 : 0;
  put(*m_table, 0, 0, tr("Any check"));
  put(*m_table, 0, 1, countText(out));
  put(*m_table, 0, 2, QString());
  for (std::size_t i = 0; i < m_gates.size(); ++i) {
    const int row = static_cast<int>(i) + 1;
    put(*m_table, row, 0, capitalised(gateTitle(m_gates[i].gate)));
    put(*m_table, row, 1, countText(m_gates[i].failed));
    put(*m_table, row, 2, countText(m_gates[i].onlyThis));
  }
  fitColumns(*m_table);
  m_table->setCurrentCell(0, 0);
}

void WhyOutDialog::fillLetIn() {
  m_letIn.clear();
  if (const auto& ranked = m_model.lines().ranked) m_letIn = matching::whatWouldLetIn(ranked->assessment());
  std::erase_if(m_letIn, [](const matching::LetIn& one) { return one.candidates.empty(); });
  const QSignalBlocker quiet(m_relaxed);
  m_relaxed->clearSelection();
  m_relaxed->setHorizontalHeaderLabels({tr("If this alone changed"), tr("In"), tr("Eligible")});
  m_relaxed->horizontalHeaderItem(1)->setToolTip(tr("How many would then fail nothing any more"));
  m_relaxed->horizontalHeaderItem(2)->setToolTip(tr("How many of them wait for no answer either"));
  m_relaxed->setRowCount(std::max(1, static_cast<int>(m_letIn.size())));
  if (m_letIn.empty()) {
    put(*m_relaxed, 0, 0, tr("No single change would let anybody in"));
    put(*m_relaxed, 0, 1, QString());
    put(*m_relaxed, 0, 2, QString());
  }
  for (std::size_t i = 0; i < m_letIn.size(); ++i) {
    const int row = static_cast<int>(i);
    put(*m_relaxed, row, 0, sentence(m_letIn[i].words), shown(q(app::letInWords(m_letIn[i]))));
    put(*m_relaxed, row, 1, countText(std::ssize(m_letIn[i].candidates)));
    put(*m_relaxed, row, 2, countText(m_letIn[i].eligible));
  }
  fitColumns(*m_relaxed);
  m_byLetIn = false;
  m_relaxed->setEnabled(!m_letIn.empty());
  m_relaxed->setCurrentCell(-1, -1);
  chooseList(false);
}

const matching::LetIn* WhyOutDialog::chosenLetIn() const {
  const int row = m_relaxed->currentRow();
  return m_byLetIn && row >= 0 && row < static_cast<int>(m_letIn.size()) ? &m_letIn[static_cast<std::size_t>(row)] : nullptr;
}

void WhyOutDialog::chooseList(bool letIn) {
  // Whoever goes on to a list wants to see who is on it, not the one with whom the dialog opened.
  if (!m_reading && !m_opened.isEmpty() && m_find->text() == m_opened) {
    m_opened.clear();
    const QSignalBlocker quiet(m_find);
    m_find->clear();
  }
  QTableWidget* other = letIn ? m_table : m_relaxed;
  if ((letIn ? m_relaxed : m_table)->selectedItems().isEmpty()) return;
  m_byLetIn = letIn;
  const QSignalBlocker quiet(other);
  other->clearSelection();
  const bool may = chosenLetIn() != nullptr && !m_workspace.readOnly();
  m_change->setEnabled(may);
  m_change->setToolTip(may                      ? QString()
                       : m_workspace.readOnly() ? tr("The case file is open for reading only")
                                                : tr("Choose a change in the list above first"));
  fillNames();
}

void WhyOutDialog::changeReferral() {
  const auto* chosen = chosenLetIn();
  if (chosen == nullptr) return;
  const matching::Relaxing relaxing = chosen->relaxing;
  accept();
  emit changeWanted(relaxing);
}

void WhyOutDialog::addName(int row, const QString& words) {
  const auto& line = m_model.line(row);
  const auto name = MarketModel::name(line);
  const auto typed = m_find->text().trimmed();
  if (!typed.isEmpty() && !name.contains(typed, Qt::CaseInsensitive) &&
      !(line.provider != nullptr && q(line.provider->name).contains(typed, Qt::CaseInsensitive)))
    return;
  auto* item = new QListWidgetItem(words.isEmpty() ? name : words, m_names);
  item->setToolTip(item->text());
  item->setData(Qt::UserRole, row);
  item->setData(Qt::UserRole + 1, MarketModel::key(line));
}

void WhyOutDialog::listLetIn() {
  const auto& lines = m_model.lines();
  const matching::LetIn& letIn = *chosenLetIn();
  std::map<std::size_t, int> rows;
  for (std::size_t i = 0; i < lines.rows.size(); ++i)
    if (lines.rows[i].candidate) rows[*lines.rows[i].candidate] = static_cast<int>(i);
  const auto best = app::bestLetIn(*lines.ranked, letIn, mostPriced);
  for (std::size_t i = 0; i < letIn.candidates.size() && m_names->count() < mostNames; ++i)
    if (const auto row = rows.find(letIn.candidates[i]); row != rows.end()) {
      // The name, and below it what it scores and costs.
      const QString name = MarketModel::name(m_model.line(row->second));
      const QString figures = i < best.size() ? q(best[i]).mid(name.size() + 2) : QString();
      addName(row->second, figures.isEmpty() ? QString() : name + QLatin1Char('\n') + figures);
    }
}

void WhyOutDialog::fillNames() {
  m_names->clear();
  if (!m_model.lines().ranked) return;
  if (chosenLetIn() != nullptr)
    listLetIn();
  else
    listOut();
  if (m_names->count() > 0)
    m_names->setCurrentRow(0);
  else
    explain();
}

void WhyOutDialog::listOut() {
  const auto& lines = m_model.lines();
  const auto& problem = lines.ranked->assessment().problem();
  const int chosen = m_table->currentRow() - 1;
  std::size_t gate = problem.gates.size();
  if (chosen >= 0)
    gate = static_cast<std::size_t>(std::find(problem.gates.begin(), problem.gates.end(), m_gates[static_cast<std::size_t>(chosen)].gate) -
                                    problem.gates.begin());
  const auto& waivers = lines.request()->referral.waivers;
  const auto setAsideFor = [&](const MarketRow& line) {
    const std::string candidate = utf8(MarketModel::key(line));
    return std::any_of(waivers.begin(), waivers.end(), [&](const Waiver& waiver) {
      return waiver.candidate == candidate && (gate == problem.gates.size() || waiver.gate == problem.gates[gate]);
    });
  };
  for (std::size_t i = 0; i < lines.rows.size() && m_names->count() < mostNames; ++i) {
    const auto& line = lines.rows[i];
    if (!line.candidate) continue;
    const bool waived = !waivers.empty() && setAsideFor(line);
    if (line.status != matching::Status::notEligible && !waived) continue;
    if (gate < problem.gates.size() && !waived &&
        problem.gateResults[*line.candidate * problem.gates.size() + gate] != matching::GateResult::fail)
      continue;
    addName(static_cast<int>(i), {});
  }
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
  if (const QString all = shown(q(app::comesBackWords(kept.comesBack))); !all.isEmpty())
    m_lines->addWidget(new SignLine(Sign::clock, all, Type::text, Ink::text));
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
  if (const QString back = shown(q(app::bringsBackWords(gate))); !back.isEmpty()) second(back);
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
