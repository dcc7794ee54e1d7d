#include "referrals/referral_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "app/market_data.h"
#include "referrals/needs_table.h"
#include "referrals/referral_form_child.h"
#include "referrals/referral_more.h"
#include "shared/fields.h"
#include "shared/format.h"
#include "shared/names.h"
#include "shared/question.h"
#include "wording/wording.h"

namespace homeward::ui {
namespace {

constexpr int minutesAnHour = 60;
constexpr int daysAWeek = 7;
constexpr int usualNotice = 28;         // days until a planned referral needs its home, until somebody says
constexpr std::chrono::days nearly{4};  // under five days

std::optional<double> number(const QLineEdit& edit) {
  bool right = false;
  const double value = edit.text().trimmed().toDouble(&right);
  return right ? std::optional{value} : std::nullopt;
}
bool isBadNumber(const QLineEdit& edit) { return !edit.text().trimmed().isEmpty() && (!number(edit) || *number(edit) <= 0.0); }
QTime timeOf(const QLineEdit& edit) {
  const QString typed = edit.text().trimmed();
  for (const char* format : {"H:mm", "HHmm", "H.mm", "H"})
    if (const QTime time = QTime::fromString(typed, format); time.isValid()) return time;
  return {};
}
QStringList areas(const QLineEdit& edit) {
  return edit.text().toUpper().split(QRegularExpression(QStringLiteral("[,;\\s]+")), Qt::SkipEmptyParts);
}
void choose(QComboBox& box, const QVariant& value) { box.setCurrentIndex(std::max(0, box.findData(value))); }

}  // namespace

ReferralForm::ReferralForm(app::Workspace& workspace, Navigator& navigator, QWidget* parent)
    : Page(parent), m_workspace(workspace), m_navigator(navigator) {
  if (auto lines = app::childLines(workspace))
    for (app::ChildLine& one : *lines) m_known.push_back(std::move(one.child));
  build();
  startPlanned();
}

void ReferralForm::startPlanned() { start(Urgency::planned); }
void ReferralForm::startSameDay() { start(Urgency::sameDay); }

void ReferralForm::start(Urgency urgency) {
  app::ReferralCase fresh;
  fresh.referral.urgency = urgency;
  const int notice = urgency == Urgency::sameDay ? 0 : usualNotice;
  fresh.referral.neededBy = m_workspace.today() + std::chrono::days{notice};
  read(fresh);
}

void ReferralForm::edit(ReferralId id) {
  auto stored = app::referralCase(m_workspace, id);
  if (!stored) return m_errors->setErrors({{q(stored.error().detail), nullptr}});
  read(*stored);
}

QString ReferralForm::title() const {
  if (m_stored.referral.id.stored()) return tr("Referral %1").arg(q(m_stored.referral.number));
  return m_urgency.front()->isChecked() ? tr("Same-day referral") : tr("New referral");
}
QWidget* ReferralForm::firstFocus() { return m_rows.front()->fields().front(); }
QList<QWidget*> ReferralForm::panes() { return {firstFocus(), m_needs[0]->firstFields().front(), m_plain, m_primary}; }
void ReferralForm::refresh() {
  if (!m_dirty) offerTyped();  // now that it stands in the window, beside other forms
  showSide();
}
bool ReferralForm::mayLeave() {
  if (!m_dirty || m_workspace.readOnly() || keepDraft()) return true;
  if (keepTyped()) {
    if (m_kept.id != 0) emit saved(tr("What you typed is kept. The form offers it again"));
    return true;
  }
  const QString why = tr("What you typed cannot be kept: %1").arg(m_whyNotKept);
  if (agreesTo(this, {title(), why, tr("&Go on with the referral"), tr("&Leave without keeping")})) return true;
  m_errors->setErrors({{why, nullptr}});
  return false;
}

void ReferralForm::setNamesHidden(bool /*hidden*/) {
  coverFields(*this);
  for (ChildRow* child : m_rows) child->coverName();
  coverText(*m_plain, *m_plainHidden);
  showSide();
}

void ReferralForm::clearChildren() {
  for (ChildRow* child : m_rows) child->deleteLater(), child->hide();
  for (NeedsTable* needs : m_needs) m_needsStack->removeWidget(needs), needs->deleteLater();
  m_rows.clear();
  m_needs.clear();
  const QSignalBlocker quiet(m_whose);
  m_whose->clear();
}

void ReferralForm::addChild(const Child* child) {
  auto* row = new ChildRow(m_workspace, m_known, static_cast<int>(m_rows.size()) + 1);
  auto* needs = new NeedsTable(m_workspace.today());
  if (child != nullptr) {
    row->read(*child);
    needs->read(*child);
  } else if (!m_rows.empty()) {
    row->likeSibling(*m_rows.back());
  }
  m_rows.push_back(row);
  m_needs.push_back(needs);
  m_children->addWidget(row);
  row->show();  // a row that the layout has not shown yet cannot take the keyboard
  m_needsStack->addWidget(needs);
  const QSignalBlocker quiet(m_whose);
  m_whose->addItem(row->called());
  connect(row, &ChildRow::changed, this, &ReferralForm::touched);
  connect(needs, &NeedsTable::changed, this, &ReferralForm::touched);
  connect(needs, &NeedsTable::riskAdded, this, &ReferralForm::orderTabs);
  connect(row, &ChildRow::removed, this, [this, row] { removeChild(row); });
  connect(row, &ChildRow::found, this, [this, row, needs] {
    needs->read(row->stored());
    QStringList noGo = areas(*m_noGo);
    for (const QString& area : noGoOnRecord())
      if (!noGo.contains(area)) noGo << area;
    m_noGo->setText(noGo.join(", "));
    setNamesHidden(nameCover().hidden());
  });
  showChildNames();
  if (nameCover().hidden()) setNamesHidden(true);
}

void ReferralForm::removeChild(ChildRow* row) {
  const auto at = std::ranges::find(m_rows, row);
  if (at == m_rows.end() || m_rows.size() < 2) return;
  const auto index = at - m_rows.begin();
  NeedsTable* needs = m_needs[static_cast<std::size_t>(index)];
  QStringList noGoGone = noGoOnRecord();
  m_rows.erase(at);
  for (const QString& stays : noGoOnRecord()) noGoGone.removeAll(stays);
  QStringList noGo = areas(*m_noGo);
  noGo.removeIf([&](const QString& area) { return noGoGone.contains(area); });  // only the child who left had them
  m_noGo->setText(noGo.join(", "));
  m_needs.erase(m_needs.begin() + index);
  m_whose->removeItem(static_cast<int>(index));
  m_needsStack->removeWidget(needs);
  needs->deleteLater();
  row->hide();
  row->deleteLater();
  orderTabs();
  firstFocus()->setFocus();
  touched();
}

void ReferralForm::showChildNames() {
  for (std::size_t i = 0; i < m_rows.size(); ++i) {
    const QString name = m_rows[i]->called();
    m_whose->setItemText(static_cast<int>(i), name.isEmpty() || nameCover().hidden() ? tr("child %1").arg(i + 1) : name);
    m_rows[i]->setRemovable(m_rows.size() > 1);
  }
  m_whose->setVisible(m_rows.size() > 1);
  const bool withParent = m_kind->currentData().toInt() == static_cast<int>(ReferralKind::parentAndChild);
  for (ChildRow* row : m_rows) row->setParentAsked(withParent);
  m_together->setEnabled(m_rows.size() > 1 && !withParent);
  m_together->setToolTip(withParent ? tr("A parent and a child are one unit: they live together and are priced once") : QString());
}

ReferralKind ReferralForm::kind() const {
  const auto chosen = static_cast<ReferralKind>(m_kind->currentData().toInt());
  if (chosen != ReferralKind::oneChild) return chosen;
  return m_rows.size() > 1 ? ReferralKind::siblingGroup : ReferralKind::oneChild;
}

void ReferralForm::read(const app::ReferralCase& stored) {
  m_reading = true;
  m_stored = stored;
  clearChildren();
  const Referral& referral = stored.referral;
  choose(*m_kind, static_cast<int>(referral.kind));
  for (const Child& child : stored.children) addChild(&child);
  if (m_rows.empty()) addChild(nullptr);
  for (std::size_t i = 0; i < stored.children.size(); ++i) m_rows[i]->setLookedAfter(isLookedAfter(referral, stored.children, i));
  m_urgency[static_cast<int>(referral.urgency)]->setChecked(true);
  m_day->setDate(toQDate(referral.neededBy));
  const auto minute = referral.neededByMinute;
  m_time->setText(minute ? QTime(*minute / minutesAnHour, *minute % minutesAnHour).toString("HH:mm") : QString());
  choose(*m_basis, static_cast<int>(referral.authorisation.basis));
  m_consent->setText(q(referral.authorisation.consentGivenBy));
  m_authorised->setText(q(referral.authorisation.givenBy));
  m_authorisedOn->setDate(toQDate(referral.authorisation.givenOn.value_or(m_workspace.today())));
  choose(*m_because, q(referral.leavingBecause));
  choose(*m_together, static_cast<int>(referral.together));
  m_weeks->setText(referral.neededDays ? QString::number(static_cast<double>(*referral.neededDays) / daysAWeek, 'g', 4) : QString());
  for (QCheckBox* box : m_settings) {
    const auto type = static_cast<SettingType>(box->property("type").toInt());
    box->setChecked(referral.settingTypes.empty() ? type != SettingType::supportedAccommodation
                                                  : std::ranges::find(referral.settingTypes, type) != referral.settingTypes.end());
  }
  m_milesHome->setText(referral.withinMilesOfHome ? QString::number(*referral.withinMilesOfHome) : QString());
  m_milesSchool->setText(referral.withinMilesOfSchool ? QString::number(*referral.withinMilesOfSchool) : QString());
  m_noGo->setText(noGoOnRecord().join(", "));
  m_plain->setPlainText(q(referral.inPlainWords));
  m_more->read(referral);
  m_errors->setErrors({});
  m_needsStack->setCurrentIndex(0);
  orderTabs();
  m_reading = false;
  m_dirty = false;
  m_autosave->stop();
  m_typed = typed();
  offerTyped();
  setNamesHidden(nameCover().hidden());
  emit titleChanged();
}

QStringList ReferralForm::noGoOnRecord() const {
  QStringList areas;
  for (const ChildRow* row : m_rows)
    for (const NoGoArea& area : row->stored().noGoAreas)
      if (!areas.contains(q(area.area))) areas << q(area.area);
  return areas;
}

app::ReferralCase ReferralForm::entry() const {
  app::ReferralCase made = m_stored;
  Referral& referral = made.referral;
  const std::vector<Child> before = std::exchange(made.children, {});
  // Of the areas where they must not live only what was typed or taken out since is new, and that of every child.
  const QStringList noGoBefore = noGoOnRecord();
  const QStringList noGo = areas(*m_noGo);
  for (std::size_t i = 0; i < m_rows.size(); ++i) {
    Child child = m_rows[i]->stored();
    m_rows[i]->write(child);
    m_needs[i]->write(child);
    for (Contact& contact : child.contacts) contact.place = m_workspace.placeAsTyped(contact.place.postcode, contact.place);
    std::erase_if(child.noGoAreas, [&](const NoGoArea& one) { return noGoBefore.contains(q(one.area)) && !noGo.contains(q(one.area)); });
    for (const QString& area : noGo)
      if (!noGoBefore.contains(area)) child.noGoAreas.push_back({utf8(area), {}});
    made.children.push_back(std::move(child));
  }
  // Only of a parent with a child is it asked here; else a member that stays keeps whether they are looked after.
  const bool askedNow = kind() == ReferralKind::parentAndChild;
  const bool askedBefore = referral.kind == ReferralKind::parentAndChild;
  const std::vector<ReferralMember> members = std::exchange(referral.members, {});
  for (std::size_t i = 0; i < made.children.size(); ++i) {
    const ChildId id = made.children[i].id;
    const auto same = std::ranges::find_if(members, [&](const ReferralMember& member) { return id.stored() && member.child == id; });
    const bool asBefore = askedBefore || same == members.end() || same->lookedAfter;
    referral.members.push_back({id, askedNow ? m_rows[i]->lookedAfter() : asBefore});
  }
  referral.kind = kind();
  referral.together =
      made.children.size() > 1 && !askedNow ? static_cast<Togetherness>(m_together->currentData().toInt()) : Togetherness::notASiblingGroup;
  for (int i = 0; i < m_urgency.size(); ++i)
    if (m_urgency[i]->isChecked()) referral.urgency = static_cast<Urgency>(i);
  referral.neededBy = fromQDate(m_day->date());
  const QTime time = timeOf(*m_time);
  referral.neededByMinute = time.isValid() ? std::optional{time.hour() * minutesAnHour + time.minute()} : std::nullopt;
  referral.authorisation.basis = static_cast<LegalBasis>(m_basis->currentData().toInt());
  referral.authorisation.consentGivenBy = utf8(m_consent->text().trimmed());
  referral.authorisation.givenBy = utf8(m_authorised->text().trimmed());
  referral.authorisation.owed = referral.authorisation.givenBy.empty();
  referral.authorisation.givenOn = referral.authorisation.owed ? std::nullopt : std::optional{fromQDate(m_authorisedOn->date())};
  referral.leavingBecause = utf8(m_because->currentData().toString());
  const auto weeks = number(*m_weeks);
  referral.neededDays = weeks ? std::optional{static_cast<int>(std::lround(*weeks * daysAWeek))} : std::nullopt;
  for (const QCheckBox* box : m_settings) {  // kinds that have no box here, and the order of those that stay, are kept
    const auto type = static_cast<SettingType>(box->property("type").toInt());
    const bool there = std::ranges::find(referral.settingTypes, type) != referral.settingTypes.end();
    const bool ticked = box->isChecked() && box->isEnabled();
    if (there && !ticked) std::erase(referral.settingTypes, type);
    if (!there && ticked) referral.settingTypes.push_back(type);
  }
  referral.withinMilesOfHome = number(*m_milesHome);
  referral.withinMilesOfSchool = number(*m_milesSchool);
  referral.inPlainWords = utf8(m_plain->toPlainText().trimmed());
  m_more->write(referral);
  return made;
}

void ReferralForm::touched() {
  if (m_reading) return;
  m_dirty = true;
  // Entering a day with the urgency: the same day is today.
  if (m_urgency.front()->isChecked() && sender() == m_urgency.front()) m_day->setDate(toQDate(m_workspace.today()));
  if (m_urgency[1]->isChecked() && sender() == m_urgency[1]) m_day->setDate(toQDate(m_workspace.today() + nearly));
  m_settle->start();
  if (!m_autosave->isActive()) m_autosave->start();
}

std::vector<ReferralForm::Problem> ReferralForm::unreadable() const {
  std::vector<Problem> found;
  for (std::size_t i = 0; i < m_rows.size(); ++i) {
    if (const auto [words, field] = m_rows[i]->unreadable(); field != nullptr) found.push_back({words, field, static_cast<int>(i)});
    if (QWidget* field = m_needs[i]->unreadable(); field != nullptr)
      found.push_back({tr("Enter a day like 3/11/2026 and visits as a number."), field, static_cast<int>(i)});
    if (QWidget* field = m_needs[i]->riskWithoutLevel(); field != nullptr)
      found.push_back({tr("Enter how high the risk is: 0 to 5."), field, static_cast<int>(i)});
  }
  if (!m_time->text().trimmed().isEmpty() && !timeOf(*m_time).isValid()) found.push_back({tr("Enter the time like 20:00."), m_time});
  if (const auto [words, field] = m_more->unreadable(); field != nullptr) found.push_back({words, field});
  for (QLineEdit* edit : {m_weeks, m_milesHome, m_milesSchool})
    if (isBadNumber(*edit)) found.push_back({tr("%1: enter a number above 0, or leave it empty.").arg(edit->accessibleName()), edit});
  return found;
}

QWidget* ReferralForm::fieldOf(const std::string& name, std::size_t child) const {
  const std::size_t at = std::min(child, m_rows.size() - 1);
  if (QWidget* field = m_rows[at]->field(name); field != nullptr) return field;
  if (QWidget* field = m_needs[at]->field(name); field != nullptr) return field;
  if (name == "noGoAreas") return m_noGo;
  if (name == "together") return m_together;
  if (name == "kind") return m_kind;
  if (name == "inPlainWords") return m_plain;
  if (name == "neededDays") return m_weeks;
  if (name == "neededBy") return m_day;
  if (name == "neededByMinute") return m_time;
  if (name == "urgency") return m_urgency.front();
  if (name == "legalStatus") return m_basis;
  if (name == "authorisation.consentGivenBy") return m_consent;
  if (name == "authorisation")
    return static_cast<LegalBasis>(m_basis->currentData().toInt()) == LegalBasis::section20 && m_consent->text().isEmpty() ? m_consent
                                                                                                                           : m_authorised;
  if (name == "leavingBecause") return m_because;
  if (name == "withinMilesOfHome") return m_milesHome;
  if (name == "withinMilesOfSchool") return m_milesSchool;
  return m_more->field(name);
}

std::size_t ReferralForm::firstLookedAfter(const app::ReferralCase& entry) {
  for (std::size_t i = 0; i < entry.children.size(); ++i)
    if (isLookedAfter(entry.referral, entry.children, i)) return i;
  return 0;
}

std::vector<ReferralForm::Problem> ReferralForm::problems(const app::ReferralCase& entry) const {
  std::vector<Problem> found = unreadable();
  const Date today = m_workspace.today();
  for (std::size_t i = 0; i < entry.children.size(); ++i)
    for (const Finding& finding : check(entry.children[i], today)) {
      QWidget* field = fieldOf(finding.field, i);
      if (std::ranges::find(found, field, &Problem::field) == found.end())
        found.push_back({q(finding.message), field, static_cast<int>(i)});
    }
  for (const Finding& finding : check(entry.referral, today)) {
    QWidget* field = fieldOf(finding.field, 0);
    if (std::ranges::find(found, field, &Problem::field) == found.end()) found.push_back({q(finding.message), field});
  }
  return found;
}

void ReferralForm::showProblems(const std::vector<Problem>& problems) {
  QVector<ErrorSummary::Line> lines;
  for (ChildRow* child : m_rows) child->setError({});
  for (const Problem& problem : problems) {
    lines.push_back({problem.words, problem.field});
    if (problem.child >= 0) m_rows[static_cast<std::size_t>(problem.child)]->setError(problem.words);
    if (problem.field != nullptr) problem.field->setAccessibleDescription(problem.words);
  }
  m_errors->setErrors(lines);
  if (!problems.empty()) focusOn(problems.front().field);
}

void ReferralForm::goTo(const matching::Relaxing& requirement) {
  const auto entry = this->entry();
  const auto whose = [&](auto&& has) {
    const auto child = std::find_if(entry.children.begin(), entry.children.end(), has);
    return child == entry.children.end() ? std::size_t{0} : static_cast<std::size_t>(child - entry.children.begin());
  };
  switch (requirement.what) {
    case matching::Relaxed::needNotEssential:
    case matching::Relaxed::needLevelLower: {
      // Where several children have the need, it is the highest level that has to be met.
      int highest = 0;
      for (const Child& child : entry.children)
        if (const Need* need = needOf(child, requirement.domain); need != nullptr && need->essential)
          highest = std::max(highest, need->level);
      return focusOn(fieldOf("needs." + std::string(text(requirement.domain)), whose([&](const Child& child) {
                               const Need* need = needOf(child, requirement.domain);
                               return need != nullptr && need->essential && need->level == highest;
                             })));
    }
    case matching::Relaxed::noGoArea:
      return focusOn(fieldOf("noGoAreas", 0));
    case matching::Relaxed::radiusHome:
      return focusOn(fieldOf("withinMilesOfHome", 0));
    case matching::Relaxed::radiusSchool:
      return focusOn(fieldOf("withinMilesOfSchool", 0));
    case matching::Relaxed::together:
      return focusOn(fieldOf("together", 0));
    case matching::Relaxed::laterDay:
      return focusOn(fieldOf("neededBy", 0));
    case matching::Relaxed::solo:
      return focusOn(fieldOf("soloRequired", 0));
    case matching::Relaxed::settingType:
      return focusOn(fieldOf("settingTypes." + std::string(text(requirement.type)), 0));
    case matching::Relaxed::incompatible:
    case matching::Relaxed::exclusion:
      return;  // of the child's record, not of the form
  }
}

void ReferralForm::focusOn(QWidget* field) {
  if (field == nullptr) return;
  if (m_more->isAncestorOf(field)) m_more->open();
  for (std::size_t i = 0; i < m_needs.size(); ++i)
    if (m_needs[i]->isAncestorOf(field)) m_whose->setCurrentIndex(static_cast<int>(i)), m_needsStack->setCurrentIndex(static_cast<int>(i));
  field->setFocus(Qt::ShortcutFocusReason);
}

bool ReferralForm::save(app::ReferralCase entry) {
  auto saved = app::saveReferral(m_workspace, std::move(entry), m_kept);
  if (!saved) {
    m_errors->setErrors({{q(saved.error().detail), fieldOf(saved.error().subject, 0)}});
    return false;
  }
  m_stored = *std::move(saved);
  m_reading = true;
  for (std::size_t i = 0; i < m_rows.size(); ++i) m_rows[i]->kept(m_stored.children[i]);
  m_reading = false;
  m_dirty = false;
  m_autosave->stop();
  forgetTyped();
  return true;
}

bool ReferralForm::keepDraft() {
  if (!m_dirty) return m_stored.referral.id.stored();
  if (!unreadable().empty()) return false;
  app::ReferralCase made = entry();
  if (!problems(made).empty() || !save(std::move(made))) return false;
  emit saved(tr("Draft saved %1").arg(timeText(m_workspace.now())));
  showSide();
  return true;
}

bool ReferralForm::doPrimary() {
  app::ReferralCase made = entry();
  if (made.referral.stage == Stage::draft) made.referral.stage = Stage::qualityChecked;
  if (!made.referral.owner) made.referral.owner = m_workspace.user().id;
  std::vector<Problem> found = problems(made);
  for (const app::QualityFinding& finding : app::qualityOf(made, m_workspace.today())) {
    if (finding.weight != app::QualityFinding::Weight::mustMend) continue;
    QWidget* field = fieldOf(finding.field, firstLookedAfter(made));
    if (std::ranges::find(found, field, &Problem::field) == found.end())
      found.push_back({sentence(finding.what) + " " + sentence(finding.mend), field});
  }
  showProblems(found);
  if (found.empty() && save(std::move(made))) m_navigator.openMarketFor(m_stored.referral.id);
  return true;
}

}  // namespace homeward::ui
