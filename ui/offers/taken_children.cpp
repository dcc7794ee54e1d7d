#include "offers/taken_children.h"

#include <QCheckBox>
#include <QGridLayout>
#include <algorithm>

#include "market/editor_fields.h"
#include "shared/page_parts.h"

namespace homeward::ui {
namespace {

constexpr int mostMinutes = 240;

template <class Answers>
auto answerFor(const Answers& answers, ChildId child) {
  const auto at = answers.find(child);
  return at == answers.end() ? std::nullopt : std::optional(at->second);
}

template <class Answers, class Value>
void put(Answers& answers, ChildId child, const std::optional<Value>& value) {
  if (value)
    answers[child] = *value;
  else
    answers.erase(child);
}

}  // namespace

TakenChildren::TakenChildren(const std::vector<OfferedChild>& children, const Offer& offer, QWidget* parent)
    : QWidget(parent), m_note(new TextLabel({}, Type::second, Ink::no)) {
  auto* grid = new QGridLayout(this);
  grid->setContentsMargins(0, 0, 0, 0);
  const QStringList heads{tr("Would take"), tr("School"), tr("School kept"), tr("Journey to school")};
  for (int column = 0; column < heads.size(); ++column) grid->addWidget(new TextLabel(heads[column], Type::second, Ink::text2), 0, column);
  for (const OfferedChild& who : children) {
    Line line;
    line.child = who.child.id;
    line.takes = new QCheckBox(who.name);
    line.takes->setChecked(std::find(offer.children.begin(), offer.children.end(), line.child) != offer.children.end());
    line.takes->setAccessibleName(tr("Would take %1").arg(who.name));
    line.keeps = new TriState(tr("The school is kept, %1").arg(who.name));
    line.keeps->set(answerFor(offer.keepsSchool, line.child));
    line.minutes = new MaybeNumber(mostMinutes, tr("Minutes to school, each way, %1").arg(who.name));
    line.minutes->setSuffix(tr(" minutes each way"));
    line.minutes->set(answerFor(offer.minutesToSchool, line.child));
    const auto follow = [this, line](bool taken) {
      line.keeps->setEnabled(taken);
      line.minutes->setEnabled(taken);
      emit takenChanged(line.child, taken);
      emit changed();
    };
    line.keeps->setEnabled(line.takes->isChecked());
    line.minutes->setEnabled(line.takes->isChecked());
    connect(line.takes, &QCheckBox::toggled, this, follow);
    connect(line.keeps, &QComboBox::currentIndexChanged, this, &TakenChildren::changed);
    connect(line.minutes, &QSpinBox::valueChanged, this, &TakenChildren::changed);
    const int row = grid->rowCount();
    grid->addWidget(line.takes, row, 0);
    auto* school = new TextLabel(who.child.school.empty() ? tr("none recorded") : q(who.child.school), Type::text, Ink::text2);
    school->setWrapped(true);
    grid->addWidget(school, row, 1);
    grid->addWidget(line.keeps, row, 2);
    grid->addWidget(line.minutes, row, 3);
    m_lines.push_back(line);
  }
  grid->setColumnStretch(1, 1);
  m_note->setWrapped(true);
  m_note->hide();
  grid->addWidget(m_note, grid->rowCount(), 0, 1, static_cast<int>(heads.size()));
}

void TakenChildren::write(Offer& offer) const {
  for (const Line& line : m_lines) {
    const auto at = std::find(offer.children.begin(), offer.children.end(), line.child);
    const bool taken = line.takes->isChecked();
    if (taken && at == offer.children.end()) offer.children.push_back(line.child);
    if (!taken && at != offer.children.end()) offer.children.erase(at);
    put(offer.keepsSchool, line.child, taken ? line.keeps->value() : std::nullopt);
    put(offer.minutesToSchool, line.child, taken ? line.minutes->number() : std::nullopt);
  }
}

const TakenChildren::Line* TakenChildren::lineOf(ChildId child) const {
  const auto at = std::find_if(m_lines.begin(), m_lines.end(), [child](const Line& line) { return line.child == child; });
  return at == m_lines.end() ? nullptr : &*at;
}

bool TakenChildren::takes(ChildId child) const { return lineOf(child) != nullptr && lineOf(child)->takes->isChecked(); }
QWidget* TakenChildren::firstTick() const { return m_lines.empty() ? nullptr : m_lines.front().takes; }
QWidget* TakenChildren::school(ChildId child) const { return lineOf(child) != nullptr ? lineOf(child)->keeps : nullptr; }
QWidget* TakenChildren::minutes(ChildId child) const { return lineOf(child) != nullptr ? lineOf(child)->minutes : nullptr; }

void TakenChildren::tell(const QString& problem) {
  m_note->setText(problem);
  m_note->setVisible(!problem.isEmpty());
}

}  // namespace homeward::ui
