#include "referrals/referral_more.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QTime>
#include <QVBoxLayout>
#include <algorithm>

#include "app/market_data.h"
#include "market/editor_fields.h"
#include "shared/flow_layout.h"
#include "shared/icons.h"
#include "shared/page_parts.h"

namespace homeward::ui {
namespace {

constexpr std::chrono::hours policeProtectionLasts{72};
constexpr std::chrono::days emergencyOrderLasts{8};
enum Connected { nobodyLooked, found, foundNobody };

QTime timeOf(const QLineEdit& edit) {
  for (const char* format : {"H:mm", "HHmm", "H.mm", "H"})
    if (const QTime time = QTime::fromString(edit.text().trimmed(), format); time.isValid()) return time;
  return {};
}

Instant shownBy(Instant moment) { return std::chrono::floor<std::chrono::minutes>(moment); }

template <class Id>
QVariant valueOf(const std::optional<Id>& id) {
  return QVariant::fromValue<qint64>(id ? id->value : 0);
}
template <class Id>
std::optional<Id> chosen(const QComboBox& box) {
  const qint64 value = box.currentData().toLongLong();
  return value > 0 ? std::optional(Id{value}) : std::nullopt;
}
/// Whoever is in no list any more stays in sight.
template <class Id>
void choose(QComboBox& box, const std::optional<Id>& id, const QString& unlisted) {
  if (box.findData(valueOf(id)) < 0) box.addItem(unlisted, valueOf(id));
  box.setCurrentIndex(box.findData(valueOf(id)));
}

}  // namespace

ReferralMore::ReferralMore(app::Workspace& workspace, QWidget* parent) : QWidget(parent), m_workspace(workspace) {
  build();
  setOpen(false);
}

void ReferralMore::build() {
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(0, 0, 0, 0);
  auto* head = new QHBoxLayout;
  m_toggle = makeButton(tr("&More about this referral"), ButtonKind::quiet, "chevron-right");
  m_toggle->setCheckable(true);
  m_short = new TextLabel({}, Type::second, Ink::text2);
  m_short->setElided(true);
  head->addWidget(m_toggle);
  head->addWidget(m_short, 1);
  rows->addLayout(head);
  m_body = new QWidget;
  auto* grid = new QGridLayout(m_body);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setColumnStretch(1, 1);
  rows->addWidget(m_body);
  const auto tick = [&](const QString& words) {
    auto* box = new QCheckBox(words);
    connect(box, &QCheckBox::toggled, this, &ReferralMore::changed);
    return box;
  };
  m_endsOn = new MaybeDay(tr("Day on which the legal basis ends"));
  m_endsOn->setPlaceholderText(tr("day/month/year"));
  m_endsAt = new QLineEdit;
  m_endsAt->setAccessibleName(tr("Time at which the legal basis ends"));
  m_endsAt->setPlaceholderText(tr("14:20"));
  m_endsAt->setMaximumWidth(px(70));
  m_endsOn->setMaximumWidth(px(180));
  m_withdrawn = tick(tr("Section 20 consent was withdrawn"));
  addFieldRow(*grid, tr("Basis ends"), {m_endsOn, m_endsAt, m_withdrawn});
  m_connected = new QComboBox;
  m_connected->setAccessibleName(tr("Somebody whom they know who might care"));
  m_connected->addItems({tr("nobody has looked yet"), tr("somebody was found"), tr("looked, and found nobody")});
  m_connectedNote = new QLineEdit;
  m_connectedNote->setAccessibleName(tr("What became of asking them"));
  m_connectedNote->setPlaceholderText(tr("what became of asking them"));
  m_connectedNote->setMinimumWidth(px(260));
  addFieldRow(*grid, tr("Family, friends"), {m_connected, m_connectedNote});
  m_whyNotParents = new QLineEdit;
  m_whyNotParents->setAccessibleName(tr("Why not with a parent"));
  m_whyNotParents->setPlaceholderText(tr("why not with one, or whoever else has parental responsibility"));
  m_whyNotParents->setMinimumWidth(px(420));
  addFieldRow(*grid, tr("Parents"), {m_whyNotParents});
  buildLiberty(*grid);
  m_solo = tick(tr("No other child may live there"));
  m_keepSchool = tick(tr("They should stay at the school that they go to"));
  addFieldRow(*grid, tr("The home"), {m_solo, m_keepSchool});
  std::vector<QWidget*> kinds;
  for (const SettingType type : {SettingType::secureHome, SettingType::residentialSchool, SettingType::familyCentre,
                                 SettingType::withParents, SettingType::otherArrangement}) {
    m_kinds.emplace_back(type, tick(q(wording::label("settingType", text(type)))));
    kinds.push_back(m_kinds.back().second);
  }
  addFieldRow(*grid, tr("Ask also"), kinds);
  m_socialWorker = new QComboBox;
  m_socialWorker->setAccessibleName(tr("Social worker who decides"));
  m_socialWorker->addItem(tr("as on record of the children"), qint64{0});
  m_owner = new QComboBox;
  m_owner->setAccessibleName(tr("Owner of the referral"));
  m_owner->addItem(tr("whoever enters it"), qint64{0});
  if (const auto people = app::people(m_workspace))
    for (const Person& person : *people) {
      if (!person.active) continue;
      const QString words = tr("%1, %2").arg(q(person.name), q(wording::word("role", text(person.role))));
      (mayDecide(person.role) ? m_socialWorker : m_owner)->addItem(words, qint64{person.id.value});
    }
  m_team = new QComboBox;
  m_team->setAccessibleName(tr("Team"));
  m_team->addItem(tr("as on record of the children"), qint64{0});
  if (const auto teams = app::teams(m_workspace))
    for (const Team& team : *teams) m_team->addItem(q(team.name), qint64{team.id.value});
  addFieldRow(*grid, tr("Decides"), {m_socialWorker, new QLabel(tr("of the team")), m_team});
  addFieldRow(*grid, tr("Owner"), {m_owner});
  connect(m_toggle, &QPushButton::toggled, this, &ReferralMore::setOpen);
  for (QLineEdit* edit : std::initializer_list<QLineEdit*>{m_endsOn, m_endsAt, m_connectedNote})
    connect(edit, &QLineEdit::textChanged, this, &ReferralMore::changed);
  for (QComboBox* box : {m_connected, m_socialWorker, m_team, m_owner})
    connect(box, &QComboBox::currentIndexChanged, this, &ReferralMore::changed);
  connect(this, &ReferralMore::changed, this, &ReferralMore::sayShort);
}

void ReferralMore::buildLiberty(QGridLayout& grid) {
  m_deprived = new QCheckBox(tr("The plan deprives them of liberty, outside a secure home"));
  m_criterion = new QComboBox;
  m_criterion->setAccessibleName(tr("Section 25, for a secure home"));
  m_criterion->addItem(tr("section 25 not considered"), -1);
  for (const SecureCriterion one : all<SecureCriterion>())
    m_criterion->addItem(one == SecureCriterion::neither ? tr("section 25 is not met") : q(wording::word("secureCriterion", text(one))),
                         static_cast<int>(one));
  m_order = new QLineEdit;
  m_order->setAccessibleName(tr("Number of the court’s order about liberty"));
  m_order->setPlaceholderText(tr("number of the court’s order"));
  m_order->setMinimumWidth(px(200));
  m_orderFrom = new MaybeDay(tr("First day of the order about liberty"));
  m_orderFrom->setPlaceholderText(tr("first day"));
  m_orderUntil = new MaybeDay(tr("Last day of the order about liberty"));
  m_orderUntil->setPlaceholderText(tr("last day"));
  for (MaybeDay* day : {m_orderFrom, m_orderUntil}) day->setMaximumWidth(px(150));
  addFieldRow(grid, tr("Liberty"), {m_deprived, m_criterion});
  addFieldRow(grid, tr("Its order"), {m_order, m_orderFrom, m_orderUntil});
  connect(m_deprived, &QCheckBox::toggled, this, &ReferralMore::changed);
  connect(m_criterion, &QComboBox::currentIndexChanged, this, &ReferralMore::changed);
  for (QLineEdit* edit : std::initializer_list<QLineEdit*>{m_order, m_orderFrom, m_orderUntil, m_whyNotParents})
    connect(edit, &QLineEdit::textChanged, this, &ReferralMore::changed);
}

void ReferralMore::setOpen(bool open) {
  m_toggle->setChecked(open);
  ui::setIcon(*m_toggle, open ? "chevron-down" : "chevron-right");
  m_toggle->setAccessibleDescription(open ? tr("open; Space closes it") : tr("closed; Space opens it"));
  m_body->setVisible(open);
  sayShort();
}

/// While it is closed: what of it is said.
void ReferralMore::sayShort() {
  QStringList parts;
  if (const auto at = ends()) parts << tr("the basis ends %1").arg(momentText(*at));
  if (m_withdrawn->isChecked()) parts << m_withdrawn->text();
  if (m_connected->currentIndex() != nobodyLooked) parts << m_connected->currentText();
  for (const QCheckBox* box : {m_deprived, m_solo, m_keepSchool})
    if (box->isChecked()) parts << box->text();
  if (m_socialWorker->currentIndex() > 0) parts << tr("decided by %1").arg(m_socialWorker->currentText());
  m_short->setText(m_toggle->isChecked() ? QString() : parts.join(QStringLiteral(" · ")));
}

void ReferralMore::setEnds(std::optional<Instant> ends) {
  m_endsOn->set(ends ? std::optional(englandDay(*ends)) : std::nullopt);
  m_endsAt->setText(ends ? timeText(*ends) : QString());
}

std::optional<Instant> ReferralMore::ends() const {
  const auto day = m_endsOn->day();
  if (!day) return std::nullopt;
  const QTime time = timeOf(*m_endsAt);
  constexpr int lastMinute = 24 * 60 - 1;
  const int minutes = time.isValid() ? time.hour() * 60 + time.minute() : lastMinute;
  const Instant asIfUtc = Instant{*day} + std::chrono::minutes{minutes};
  return asIfUtc - englandOffset(asIfUtc);
}

void ReferralMore::read(const Referral& referral) {
  m_read = referral;
  m_preset.reset();
  setEnds(referral.authorisation.basisEnds);
  m_withdrawn->setChecked(referral.authorisation.consentWithdrawn);
  m_connected->setCurrentIndex(!referral.connectedPersonFound ? nobodyLooked : *referral.connectedPersonFound ? found : foundNobody);
  m_connectedNote->setText(q(referral.connectedPersonNote));
  m_whyNotParents->setText(q(referral.whyNotParents));
  const Liberty& liberty = referral.liberty;
  m_deprived->setChecked(liberty.deprived);
  m_criterion->setCurrentIndex(m_criterion->findData(liberty.criterion ? static_cast<int>(*liberty.criterion) : -1));
  m_order->setText(q(liberty.orderNumber));
  m_orderFrom->set(liberty.orderFrom);
  m_orderUntil->set(liberty.orderUntil);
  m_solo->setChecked(referral.soloRequired);
  m_keepSchool->setChecked(referral.schoolShouldBeKept);
  bool others = false;
  for (const auto& [type, box] : m_kinds) {
    box->setChecked(std::ranges::find(referral.settingTypes, type) != referral.settingTypes.end());
    others = others || box->isChecked();
  }
  const auto called = [&](const std::optional<PersonId>& id) {
    const auto person = id ? m_workspace.file().people().person(*id) : Result<Person>(Person{});
    return person ? tr("%1, no longer in the list").arg(q(person->name)) : tr("somebody");
  };
  choose(*m_socialWorker, referral.socialWorker, called(referral.socialWorker));
  choose(*m_owner, referral.owner, called(referral.owner));
  choose(*m_team, referral.team, tr("a team that is no longer listed"));
  setOpen(referral.authorisation.basisEnds || referral.authorisation.consentWithdrawn || referral.connectedPersonFound ||
          !referral.connectedPersonNote.empty() || !referral.whyNotParents.empty() || liberty != Liberty{} || referral.soloRequired ||
          referral.schoolShouldBeKept || others || referral.socialWorker || referral.team);
}

void ReferralMore::write(Referral& referral) const {
  const auto now = ends();
  const auto& before = m_read.authorisation.basisEnds;
  referral.authorisation.basisEnds = now && before && shownBy(*before) == *now ? before : now;
  referral.authorisation.consentWithdrawn = m_withdrawn->isChecked();
  referral.connectedPersonFound =
      m_connected->currentIndex() == nobodyLooked ? std::nullopt : std::optional(m_connected->currentIndex() == found);
  referral.connectedPersonNote = utf8(m_connectedNote->text().trimmed());
  referral.whyNotParents = utf8(m_whyNotParents->text().trimmed());
  Liberty& liberty = referral.liberty;
  liberty.deprived = m_deprived->isChecked();
  const int criterion = m_criterion->currentData().toInt();
  liberty.criterion = criterion < 0 ? std::nullopt : std::optional(static_cast<SecureCriterion>(criterion));
  liberty.orderNumber = utf8(m_order->text().trimmed());
  liberty.orderFrom = m_orderFrom->day();
  liberty.orderUntil = m_orderUntil->day();
  referral.soloRequired = m_solo->isChecked();
  referral.schoolShouldBeKept = m_keepSchool->isChecked();
  for (const auto& [type, box] : m_kinds) {
    const bool there = std::ranges::find(referral.settingTypes, type) != referral.settingTypes.end();
    if (there && !box->isChecked()) std::erase(referral.settingTypes, type);
    if (!there && box->isChecked()) referral.settingTypes.push_back(type);
  }
  referral.socialWorker = chosen<PersonId>(*m_socialWorker);
  referral.owner = chosen<PersonId>(*m_owner);
  referral.team = chosen<TeamId>(*m_team);
}

void ReferralMore::followBasis(LegalBasis basis) {
  const auto now = ends();
  if (now && now != m_preset) return;  // somebody said until when
  const Instant from = shownBy(m_workspace.now());
  m_preset.reset();
  if (basis == LegalBasis::policeProtection) m_preset = from + policeProtectionLasts;
  if (basis == LegalBasis::emergencyProtectionOrder) m_preset = from + emergencyOrderLasts;
  setEnds(m_preset);
}

std::vector<QWidget*> ReferralMore::fields() const {
  std::vector<QWidget*> fields{m_toggle,   m_endsOn,    m_endsAt, m_withdrawn, m_connected,  m_connectedNote, m_whyNotParents,
                               m_deprived, m_criterion, m_order,  m_orderFrom, m_orderUntil, m_solo,          m_keepSchool};
  for (const auto& [type, box] : m_kinds) fields.push_back(box);
  fields.insert(fields.end(), {m_socialWorker, m_team, m_owner});
  return fields;
}

QWidget* ReferralMore::field(const std::string& finding) const {
  if (finding == "connectedPersonNote") return m_connectedNote;
  if (finding == "connectedPersonFound") return m_connected;
  if (finding == "liberty.orderNumber") return m_order;
  if (finding == "liberty.orderUntil") return m_orderUntil;
  if (finding == "owner") return m_owner;
  if (finding == "socialWorker") return m_socialWorker;
  if (finding == "team") return m_team;
  if (finding == "authorisation.basisEnds") return m_endsOn;
  if (finding == "soloRequired") return m_solo;
  for (const auto& [type, box] : m_kinds)
    if (finding == "settingTypes." + std::string(text(type))) return box;
  return nullptr;
}

std::pair<QString, QWidget*> ReferralMore::unreadable() const {
  if (!m_endsOn->readable()) return {tr("Enter the day on which the legal basis ends like 30/11/2026, or leave it empty."), m_endsOn};
  for (MaybeDay* day : {m_orderFrom, m_orderUntil})
    if (!day->readable()) return {tr("Enter the days of the court’s order like 30/11/2026, or leave them empty."), day};
  if (!m_endsAt->text().trimmed().isEmpty() && !timeOf(*m_endsAt).isValid())
    return {tr("Enter the time at which the legal basis ends like 14:20."), m_endsAt};
  if (!m_endsAt->text().trimmed().isEmpty() && m_endsOn->text().trimmed().isEmpty())
    return {tr("Enter the day on which the legal basis ends too, or clear its time."), m_endsOn};
  return {};
}

}  // namespace homeward::ui
