#include "referrals/needs_table.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "domain/codes.h"
#include "shared/fields.h"
#include "shared/format.h"
#include "shared/names.h"
#include "shared/page_parts.h"
#include "wording/wording.h"

namespace homeward::ui {
namespace {

std::optional<Date> dayOf(const QLineEdit& edit) { return parseUkDate(utf8(edit.text().trimmed())); }
void put(QLineEdit& edit, const std::string& words) { edit.setText(q(words)); }

/// The wish in the child's own words that this form edits: the first that is words only.
auto ownWords(std::vector<Wish>& wishes) { return std::ranges::find(wishes, WishKind::wordsOnly, &Wish::kind); }

}  // namespace

NeedsTable::NeedsTable(Date today, Shows shows, QWidget* parent) : QWidget(parent), m_today(today), m_shows(shows) {
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(0, 0, 0, 0);
  auto* needs = new QGridLayout;
  buildNeeds(*needs);
  rows->addLayout(needs);
  if (m_shows == Shows::needs) {
    rows->addStretch();
    return;
  }
  m_riskRows = new QGridLayout;
  rows->addLayout(m_riskRows);
  addRisk();
  addRisk();
  auto* facts = new QGridLayout;
  buildFacts(*facts);
  rows->addLayout(facts);
}

QLineEdit* NeedsTable::line(const QString& name, const QString& placeholder) {
  auto* edit = new QLineEdit;
  edit->setAccessibleName(name);
  edit->setPlaceholderText(placeholder);
  connect(edit, &QLineEdit::textChanged, this, &NeedsTable::changed);
  return edit;
}

void NeedsTable::buildNeeds(QGridLayout& grid) {
  const QStringList heads{tr("Need"), tr("Level, 0 none to 5 very high"), tr("Essential"), tr("Where it comes from"),
                          tr("On"),   tr("What should be different")};
  for (int column = 0; column < heads.size(); ++column) {
    auto* head = new TextLabel(heads[column], Type::second, Ink::text2);
    head->setElided(column == 3 || column == 5);  // fields that give way: their heads ask for no more room than they do
    grid.addWidget(head, 0, column);
  }
  int row = 1;
  for (const NeedDomain domain : all<NeedDomain>()) {
    const QString name = q(wording::label("need", text(domain)));
    NeedLine need;
    need.domain = domain;
    need.level = new LevelEdit(name);
    need.essential = new QCheckBox;
    need.essential->setAccessibleName(tr("%1 is essential").arg(name));
    need.evidence = line(tr("Where %1 comes from").arg(name));
    need.on = line(tr("Day of the evidence for %1").arg(name), tr("day/month/year"));
    need.on->setMaximumWidth(px(m_shows == Shows::needs ? 150 : 96));
    need.on->setMinimumWidth(px(m_shows == Shows::needs ? 150 : 88));
    need.outcome = line(tr("What should be different in %1").arg(name));
    connect(need.level, &LevelEdit::levelChanged, this, &NeedsTable::changed);
    connect(need.essential, &QCheckBox::toggled, this, &NeedsTable::changed);
    auto* label = new QLabel(name);
    label->setBuddy(need.level);
    int column = 0;
    for (QWidget* widget : std::initializer_list<QWidget*>{label, need.level, need.essential, need.evidence, need.on, need.outcome})
      grid.addWidget(widget, row, column++);
    m_needs.push_back(need);
    ++row;
  }
  grid.setColumnStretch(3, 1);
  grid.setColumnStretch(5, 1);
}

void NeedsTable::addRisk() {
  RiskLine risk;
  const int row = static_cast<int>(m_risks.size());
  risk.kind = new QComboBox;
  risk.kind->setAccessibleName(tr("Risk %1").arg(row + 1));
  risk.kind->addItem(row == 0 ? tr("no risk entered") : tr("no other risk"));
  for (const RiskKind kind : all<RiskKind>()) risk.kind->addItem(q(wording::label("risk", text(kind))), static_cast<int>(kind));
  risk.level = new LevelEdit(tr("Level of risk %1").arg(row + 1));
  risk.evidence = line(tr("Where risk %1 comes from").arg(row + 1), tr("seen by whom, when"));
  auto* label = new QLabel(row == 0 ? tr("Risk") : tr("and"));
  label->setBuddy(risk.kind);
  int column = 0;
  for (QWidget* widget : std::initializer_list<QWidget*>{label, risk.kind, risk.level, risk.evidence})
    m_riskRows->addWidget(widget, row, column++);
  m_riskRows->setColumnStretch(3, 1);
  connect(risk.kind, &QComboBox::currentIndexChanged, this, [this, kind = risk.kind](int chosen) {
    // The last line is taken: another one waits below it, until every kind of risk has its own.
    if (chosen > 0 && kind == m_risks.back().kind && m_risks.size() < all<RiskKind>().size()) {
      addRisk();
      emit riskAdded();
    }
    emit changed();
  });
  connect(risk.level, &LevelEdit::levelChanged, this, &NeedsTable::changed);
  m_risks.push_back(risk);
}

void NeedsTable::makeRoomFor(std::size_t risks) {
  while (m_risks.size() < std::min(risks + 1, all<RiskKind>().size())) addRisk();
}

void NeedsTable::buildFacts(QGridLayout& grid) {
  m_strengths = line(tr("Strengths"), tr("what they are good at and enjoy"));
  m_wish = line(tr("What the child wants"), tr("one sentence in the child’s own words"));
  m_contact = line(tr("Whom the child should see"), tr("name"));
  holdsName(*m_contact);
  m_contactPostcode = line(tr("Postcode of whom the child should see"), tr("postcode"));
  m_visits = line(tr("Visits a month"), tr("visits a month"));
  m_ethnicity = new QComboBox;
  m_ethnicity->setAccessibleName(tr("Ethnicity"));
  m_ethnicity->addItem(tr("not recorded"), QString());
  for (const Code* code : CodeTable::ssda903().valid("ETHNIC", returnYear(m_today))) m_ethnicity->addItem(q(code->label), q(code->code));
  connect(m_ethnicity, &QComboBox::currentIndexChanged, this, &NeedsTable::changed);
  const auto row = [&](int at, const QString& words, QWidget* field) {
    auto* label = new QLabel(words);
    label->setBuddy(field);
    grid.addWidget(label, at, 0);
  };
  row(0, tr("Strengths"), m_strengths);
  grid.addWidget(m_strengths, 0, 1, 1, 3);
  row(1, tr("Wants"), m_wish);
  grid.addWidget(m_wish, 1, 1, 1, 3);
  row(2, tr("Should see"), m_contact);
  grid.addWidget(m_contact, 2, 1);
  grid.addWidget(m_contactPostcode, 2, 2);
  grid.addWidget(m_visits, 2, 3);
  row(3, tr("Ethnicity"), m_ethnicity);
  grid.addWidget(m_ethnicity, 3, 1, 1, 3);
}

void NeedsTable::read(const Child& child) {
  for (NeedLine& at : m_needs) {
    const Need* need = needOf(child, at.domain);
    at.level->setLevel(need != nullptr ? std::optional{need->level} : std::nullopt);
    at.essential->setChecked(need != nullptr && need->essential);
    put(*at.evidence, need != nullptr ? need->evidence : "");
    put(*at.on, need != nullptr && need->evidenceOn ? longDate(*need->evidenceOn) : "");
    put(*at.outcome, need != nullptr ? need->desiredOutcome : "");
  }
  if (m_shows == Shows::everything) readFacts(child);
}

void NeedsTable::readFacts(const Child& child) {
  makeRoomFor(child.risks.size());
  for (std::size_t i = 0; i < m_risks.size(); ++i) {
    const bool there = i < child.risks.size();
    m_risks[i].kind->setCurrentIndex(there ? m_risks[i].kind->findData(static_cast<int>(child.risks[i].kind)) : 0);
    m_risks[i].level->setLevel(there ? std::optional{child.risks[i].level} : std::nullopt);
    put(*m_risks[i].evidence, there ? child.risks[i].evidence : "");
  }
  put(*m_strengths, child.strengths);
  std::vector<Wish> wishes = child.wishes;
  const auto wish = ownWords(wishes);
  put(*m_wish, wish != wishes.end() ? wish->words : "");
  const bool sees = !child.contacts.empty();
  put(*m_contact, sees ? child.contacts.front().name : "");
  put(*m_contactPostcode, sees ? child.contacts.front().place.postcode : "");
  m_visits->setText(sees ? QString::number(child.contacts.front().visitsAMonth) : QString());
  m_ethnicity->setCurrentIndex(std::max(0, m_ethnicity->findData(q(child.ethnicity))));
}

void NeedsTable::write(Child& child) const {
  const std::vector<Need> before = std::exchange(child.needs, {});
  for (const NeedLine& at : m_needs)
    if (at.level->level())
      child.needs.push_back({at.domain, *at.level->level(), at.essential->isChecked(), utf8(at.evidence->text().trimmed()), dayOf(*at.on),
                             utf8(at.outcome->text().trimmed())});
  // In the order in which they were kept: a form that was only looked at changes nothing.
  std::ranges::stable_sort(child.needs, {},
                           [&](const Need& need) { return std::ranges::find(before, need.domain, &Need::domain) - before.begin(); });
  if (m_shows == Shows::everything) writeFacts(child);
}

void NeedsTable::writeFacts(Child& child) const {
  const std::vector<Risk> before = child.risks;
  child.risks.clear();
  for (const RiskLine& at : m_risks) {
    if (at.kind->currentIndex() <= 0 || !at.level->level()) continue;  // a risk of no level is none, and not said to be low
    const auto kind = static_cast<RiskKind>(at.kind->currentData().toInt());
    const auto known = std::ranges::find(before, kind, &Risk::kind);
    Risk risk{kind, *at.level->level(), utf8(at.evidence->text().trimmed()), std::nullopt};
    if (known != before.end() && known->evidence == risk.evidence) risk.evidenceOn = known->evidenceOn;
    child.risks.push_back(std::move(risk));
  }
  child.strengths = utf8(m_strengths->text().trimmed());
  const std::string words = utf8(m_wish->text().trimmed());
  const auto wish = ownWords(child.wishes);
  if (wish != child.wishes.end() && words.empty())
    child.wishes.erase(wish);
  else if (wish != child.wishes.end())
    wish->words = words;
  else if (!words.empty())
    child.wishes.push_back({words, WishKind::wordsOnly, {}, {}, 0.0});
  const std::string sees = utf8(m_contact->text().trimmed());
  if (sees.empty() && !child.contacts.empty()) child.contacts.erase(child.contacts.begin());
  if (!sees.empty()) {
    if (child.contacts.empty()) child.contacts.emplace_back();
    Contact& contact = child.contacts.front();
    contact.name = sees;
    const std::string typed = utf8(m_contactPostcode->text().trimmed());
    const std::string postcode = standardPostcode(typed).value_or(standardDistrict(typed).value_or(typed));
    if (contact.place.postcode != postcode) contact.place = Place{postcode, std::nullopt, {}};  // the form looks it up
    contact.visitsAMonth = m_visits->text().trimmed().toDouble();
  }
  child.ethnicity = utf8(m_ethnicity->currentData().toString());
}

QWidget* NeedsTable::field(const std::string& name) const {
  if (m_shows == Shows::needs && !name.starts_with("needs")) return nullptr;
  if (name == "strengths") return m_strengths;
  if (name == "wishes") return m_wish;
  if (name == "contacts") return m_contact;
  if (name == "identity" || name == "ethnicity") return m_ethnicity;
  if (name.starts_with("risks")) {
    for (const RiskLine& risk : m_risks)
      if (risk.kind->currentIndex() > 0 && name == "risks." + std::string(text(static_cast<RiskKind>(risk.kind->currentData().toInt()))))
        return risk.level;
    return m_risks.front().kind;
  }
  if (!name.starts_with("needs")) return nullptr;
  for (const NeedLine& need : m_needs)
    if (name == "needs." + std::string(text(need.domain))) return need.level;
  // The first line that is thin: nothing assessed, then nothing behind a level, then no outcome.
  for (const NeedLine& need : m_needs)
    if (need.level->level().value_or(0) >= 1 && need.evidence->text().isEmpty()) return need.evidence;
  for (const NeedLine& need : m_needs)
    if (need.level->level().value_or(0) >= 3 && need.outcome->text().isEmpty()) return need.outcome;
  for (const NeedLine& need : m_needs)
    if (!need.level->level()) return need.level;
  return m_needs.front().level;
}

std::vector<QWidget*> NeedsTable::firstFields() const {
  std::vector<QWidget*> fields;
  for (const NeedLine& need : m_needs) fields.push_back(need.level);
  if (m_shows == Shows::needs) return fields;
  fields.push_back(m_risks.front().kind);
  fields.push_back(m_risks.front().level);
  return fields;
}

std::vector<QWidget*> NeedsTable::laterFields() const {
  std::vector<QWidget*> fields;
  for (const NeedLine& need : m_needs)
    for (QWidget* field : std::initializer_list<QWidget*>{need.essential, need.evidence, need.on, need.outcome}) fields.push_back(field);
  if (m_shows == Shows::needs) return fields;
  for (std::size_t i = 0; i < m_risks.size(); ++i) {
    if (i > 0) fields.insert(fields.end(), {m_risks[i].kind, m_risks[i].level});
    fields.push_back(m_risks[i].evidence);
  }
  fields.insert(fields.end(), {m_strengths, m_wish, m_contact, m_contactPostcode, m_visits, m_ethnicity});
  return fields;
}

LevelEdit* NeedsTable::level(NeedDomain domain) const {
  const auto found = std::ranges::find(m_needs, domain, &NeedLine::domain);
  return found != m_needs.end() ? found->level : nullptr;
}

QWidget* NeedsTable::riskWithoutLevel() const {
  for (const RiskLine& risk : m_risks)
    if (risk.kind->currentIndex() > 0 && !risk.level->level()) return risk.level;
  return nullptr;
}

QWidget* NeedsTable::unreadable() const {
  for (const NeedLine& need : m_needs)
    if (!need.on->text().trimmed().isEmpty() && !dayOf(*need.on)) return need.on;
  if (m_shows == Shows::needs) return nullptr;
  bool number = true;
  if (!m_visits->text().trimmed().isEmpty()) (void)m_visits->text().trimmed().toDouble(&number);
  return number ? nullptr : m_visits;
}

}  // namespace homeward::ui
