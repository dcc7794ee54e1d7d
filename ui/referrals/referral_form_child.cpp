#include "referrals/referral_form_child.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStringListModel>
#include <algorithm>

#include "market/place_words.h"
#include "shared/format.h"
#include "shared/names.h"
#include "shared/page_parts.h"
#include "wording/wording.h"

namespace homeward::ui {
namespace {

constexpr int oldestAge = 99;

QString labelOf(const Child& child) {
  return nameCover().hidden() ? q(child.number) : QStringLiteral("%1 · %2").arg(q(child.name), q(child.number));
}

}  // namespace

std::optional<Date> bornFrom(const QString& typed, Date today) {
  const QString words = typed.trimmed();
  bool number = false;
  const int age = words.toInt(&number);
  if (!number) return parseUkDate(utf8(words));
  if (age < 0 || age > oldestAge) return std::nullopt;
  return birthday(today, -age) - std::chrono::days{age == 0 ? 1 : 182};
}

ChildRow::ChildRow(app::Workspace& workspace, const std::vector<Child>& known, int number, QWidget* parent)
    : QWidget(parent),
      m_workspace(workspace),
      m_known(known),
      m_name(new QLineEdit),
      m_offered(new QStringListModel(this)),
      m_born(new QLineEdit),
      m_sex(new QComboBox),
      m_home(new QLineEdit),
      m_place(new TextLabel({}, Type::second, Ink::ok)),
      m_school(new QLineEdit),
      m_schoolPostcode(new QLineEdit),
      m_remove(makeButton(tr("Take off"), ButtonKind::quiet)),
      m_parent(new QCheckBox(tr("the parent, not looked after"))),
      m_note(new TextLabel({}, Type::second, Ink::text2)),
      m_error(new TextLabel({}, Type::second, Ink::no)) {
  m_name->setAccessibleName(tr("Name of child %1").arg(number));
  m_name->setPlaceholderText(tr("name, or search"));
  m_born->setAccessibleName(tr("Age or date of birth of child %1").arg(number));
  m_born->setPlaceholderText(tr("age or date of birth"));
  m_sex->setAccessibleName(tr("Sex of child %1").arg(number));
  for (const Sex sex : all<Sex>()) m_sex->addItem(q(wording::label("sex", text(sex))), static_cast<int>(sex));
  m_sex->setCurrentIndex(-1);
  m_home->setAccessibleName(tr("Home postcode of child %1").arg(number));
  m_home->setPlaceholderText(tr("home postcode, or its district"));
  m_place->setElided(true);
  m_school->setAccessibleName(tr("School of child %1").arg(number));
  m_school->setPlaceholderText(tr("school"));
  m_schoolPostcode->setAccessibleName(tr("Postcode of the school of child %1").arg(number));
  m_schoolPostcode->setPlaceholderText(tr("school postcode"));
  m_remove->setAccessibleName(tr("Take child %1 off this referral").arg(number));

  auto* search = new QCompleter(m_offered, this);
  search->setFilterMode(Qt::MatchContains);
  search->setCaseSensitivity(Qt::CaseInsensitive);
  m_name->setCompleter(search);
  connect(search, qOverload<const QString&>(&QCompleter::activated), this, &ChildRow::take, Qt::QueuedConnection);

  auto* grid = new QGridLayout(this);
  grid->setContentsMargins(0, 0, 0, 0);
  auto* label = new QLabel(number == 1 ? tr("&Child") : tr("and"));
  label->setBuddy(m_name);
  label->setMinimumWidth(px(110));  // in line with the rows below
  grid->addWidget(label, 0, 0);
  grid->addWidget(m_name, 0, 1);
  grid->addWidget(m_born, 0, 2);
  grid->addWidget(m_sex, 0, 3);
  grid->addWidget(m_remove, 0, 4);
  auto* schoolLabel = new QLabel(tr("School"));
  schoolLabel->setBuddy(m_school);
  auto* homeLabel = new QLabel(tr("Home"));
  homeLabel->setBuddy(m_home);
  grid->addWidget(homeLabel, 1, 0);
  grid->addWidget(m_home, 1, 1);
  grid->addWidget(m_place, 1, 2, 1, 3);
  grid->addWidget(schoolLabel, 2, 0);
  grid->addWidget(m_school, 2, 1);
  grid->addWidget(m_schoolPostcode, 2, 2);
  grid->addWidget(m_note, 2, 3, 1, 2);
  grid->addWidget(m_parent, 3, 1);
  grid->addWidget(m_error, 4, 1, 1, 4);
  grid->setColumnStretch(1, 1);
  m_note->setElided(true);
  m_error->hide();
  m_remove->hide();
  m_parent->setAccessibleName(tr("Person %1 is the parent and not looked after").arg(number));
  m_parent->hide();
  connect(m_parent, &QCheckBox::toggled, this, &ChildRow::changed);
  for (QLineEdit* edit : {m_name, m_born, m_home, m_school, m_schoolPostcode})
    connect(edit, &QLineEdit::textChanged, this, [this] { showNotes(), emit changed(); });
  connect(m_name, &QLineEdit::textChanged, this, &ChildRow::showNameOrDots);
  connect(m_sex, &QComboBox::currentIndexChanged, this, &ChildRow::changed);
  connect(m_remove, &QPushButton::clicked, this, &ChildRow::removed);
  coverName();
}

void ChildRow::coverName() {
  QStringList labels;
  for (const Child& child : m_known) labels << labelOf(child);
  if (labels != m_offered->stringList()) m_offered->setStringList(labels);
  showNameOrDots();
}

void ChildRow::showNameOrDots() {
  // The search completes nothing under dots, so that what may become a number stays in sight.
  const QString typed = m_name->text().trimmed();
  const bool number =
      std::ranges::any_of(m_known, [&](const Child& child) { return q(child.number).contains(typed, Qt::CaseInsensitive); });
  m_name->setEchoMode(nameCover().hidden() && !number ? QLineEdit::Password : QLineEdit::Normal);
}

void ChildRow::take(const QString& label) {
  for (const Child& child : m_known) {
    if (labelOf(child) != label) continue;
    read(child);
    emit found();
    emit changed();
    return;
  }
}

void ChildRow::read(const Child& child) {
  m_stored = child;
  const QSignalBlocker quiet(this);
  m_name->setText(q(child.name.empty() ? child.knownAs : child.name));
  m_born->setText(child.born == Date{} ? QString() : dateText(child.born));
  m_sex->setCurrentIndex(m_sex->findData(static_cast<int>(child.sex)));
  m_home->setText(q(child.home.postcode));
  m_school->setText(q(child.school));
  m_schoolPostcode->setText(q(child.schoolPlace.postcode));
  showNotes();
}

void ChildRow::write(Child& child) const {
  child.name = utf8(m_name->text().trimmed());
  const Date today = m_workspace.today();
  // Only another entry changes the day of birth: an age that was typed once stays the day that was worked out then.
  if (m_stored.born == Date{} || m_born->text() != dateText(m_stored.born))
    if (const auto born = bornFrom(m_born->text(), today)) child.born = *born;
  if (m_sex->currentIndex() >= 0) child.sex = static_cast<Sex>(m_sex->currentData().toInt());
  child.school = utf8(m_school->text().trimmed());
  child.home = m_workspace.placeAsTyped(utf8(m_home->text()), child.home);
  child.schoolPlace = m_workspace.placeAsTyped(utf8(m_schoolPostcode->text()), child.schoolPlace);
}

void ChildRow::likeSibling(const ChildRow& other) {
  m_home->setText(other.m_home->text());
  m_school->setText(other.m_school->text());
  m_schoolPostcode->setText(other.m_schoolPostcode->text());
}
QString ChildRow::called() const { return m_name->text().trimmed(); }

std::vector<QWidget*> ChildRow::fields() const { return {m_name, m_born, m_sex, m_home, m_school, m_schoolPostcode, m_parent}; }

QWidget* ChildRow::field(const std::string& name) const {
  if (name == "born") return m_born;
  if (name == "sex") return m_sex;
  if (name == "home") return m_home;
  if (name == "school") return m_school->text().isEmpty() ? m_school : m_schoolPostcode;
  return name == "name" || name == "child" || name == "members" ? m_name : nullptr;
}

void ChildRow::setError(const QString& words) {
  m_error->setText(words);
  m_error->setVisible(!words.isEmpty());
}
void ChildRow::setParentAsked(bool asked) { m_parent->setVisible(asked); }
void ChildRow::setLookedAfter(bool lookedAfter) { m_parent->setChecked(!lookedAfter); }
bool ChildRow::lookedAfter() const { return m_parent->isHidden() || !m_parent->isChecked(); }
void ChildRow::setRemovable(bool removable) { m_remove->setVisible(removable); }

std::pair<QString, QWidget*> ChildRow::unreadable() const {
  if (called().isEmpty()) return {tr("Enter the child’s name, or what they are known as."), m_name};
  if (!bornFrom(m_born->text(), m_workspace.today())) return {tr("Enter an age like 9, or a date of birth like 3/3/2017."), m_born};
  if (m_sex->currentIndex() < 0) return {tr("Choose the child’s sex."), m_sex};
  for (QLineEdit* postcode : {m_home, m_schoolPostcode})
    if (!postcode->text().trimmed().isEmpty() && !m_workspace.placeOf(utf8(postcode->text())))
      return {tr("Enter the postcode like ZZ5 2AB, or its district like ZZ5."), postcode};
  return {};
}

void ChildRow::showNotes() {
  QString words;
  const auto born = bornFrom(m_born->text(), m_workspace.today());
  if (born) {
    bool age = false;
    (void)m_born->text().trimmed().toInt(&age);
    words = age ? tr("born about %1").arg(QLocale().toString(toQDate(*born), QStringLiteral("MMMM yyyy")))
                : tr("%1 years old").arg(ageOn(*born, m_workspace.today()));
    if (isKeyStage4(*born, m_workspace.today())) words += tr("; Key Stage 4: a new school needs approval");
  }
  if (m_stored.id.stored()) words = q(m_stored.number) + (words.isEmpty() ? QString() : tr("; ") + words);
  m_note->setText(words);
  const auto place = m_workspace.placeOf(utf8(m_home->text()));
  m_place->setInk(place && place->point ? Ink::ok : Ink::ask);
  m_place->setText(m_home->text().trimmed().isEmpty() ? QString()
                   : place                            ? placeWords(m_workspace, *place)
                                                      : tr("not a postcode like ZZ5 2AB"));
}

}  // namespace homeward::ui
