#include "children/child_editor.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QTabWidget>
#include <QVBoxLayout>

#include "app/market_data.h"
#include "app/referrals.h"
#include "children/sibling_fields.h"
#include "deciding/people_combo.h"
#include "domain/codes.h"
#include "market/place_words.h"
#include "referrals/needs_table.h"
#include "referrals/referral_form_child.h"
#include "shared/names.h"
#include "shared/page_parts.h"
#include "shared/question.h"
#include "shared/typed.h"

namespace homeward::ui {
namespace {

constexpr int textHeight = 72;

QVector<SearchCombo::Entry> codes(const char* set, int year) {
  QVector<SearchCombo::Entry> entries{{QObject::tr("not recorded"), QString()}};
  for (const Code* code : CodeTable::ssda903().valid(set, year)) entries.push_back({q(code->label), q(code->code)});
  return entries;
}

SearchCombo* codeCombo(const QString& name, const char* set, int year, const std::string& chosen) {
  auto* combo = new SearchCombo(name);
  auto entries = codes(set, year);
  // A code that the return no longer knows stays in sight until another is chosen.
  if (std::none_of(entries.begin(), entries.end(), [&](const auto& entry) { return entry.value.toString() == q(chosen); }))
    entries.push_back({q(CodeTable::ssda903().label(set, chosen)), q(chosen)});
  combo->setEntries(entries);
  combo->setValue(q(chosen));
  return combo;
}

QPlainTextEdit* paragraph(const QString& name, const std::string& text) {
  auto* edit = new QPlainTextEdit(q(text));
  edit->setAccessibleName(name);
  edit->setTabChangesFocus(true);
  edit->setFixedHeight(px(textHeight));
  return edit;
}

/// A leaf that scrolls when the text is large.
QWidget* scrolling(QWidget* leaf) {
  auto* scroll = new QScrollArea;
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setWidget(leaf);
  return scroll;
}

void row(QFormLayout& form, const QString& label, QWidget* buddy, QWidget* shown) {
  auto* words = new QLabel(label);
  words->setBuddy(buddy);
  form.addRow(words, shown);
}

}  // namespace

ChildEditor::ChildEditor(app::Workspace& workspace, Child child, bool namesHidden, QWidget* parent)
    : EntryDialog(parent),
      m_workspace(workspace),
      m_child(std::move(child)),
      m_namesHidden(namesHidden),
      m_errors(new ErrorSummary),
      m_leaves(new QTabWidget) {
  const QString called = q(namesHidden || m_child.name.empty() ? m_child.number : m_child.name);
  setWindowTitle(m_child.id.stored() ? tr("Child: %1").arg(called) : tr("New child"));
  resize(px(900), px(680));
  if (!m_child.id.stored() && m_child.number.empty())
    if (const auto number = app::nextChildNumber(workspace)) m_child.number = *number;
  auto* page = new QVBoxLayout(this);
  page->addWidget(m_errors);
  page->addWidget(m_leaves, 1);
  m_leaves->addTab(whoLeaf(), tr("&Who"));
  m_leaves->addTab(careLeaf(), tr("Ca&re and family"));
  m_leaves->addTab(needsLeaf(), tr("Nee&ds"));
  m_leaves->addTab(wishesLeaf(), tr("R&isks and wishes"));
  m_leaves->addTab(peopleLeaf(), tr("&People and places"));
  m_leaves->addTab(identityLeaf(), tr("Identity and &health"));
  auto* saveButton = makeButton(tr("&Save the child"), ButtonKind::primary, "save");
  page->addWidget(dialogFoot(*this, saveButton));
  connect(saveButton, &QPushButton::clicked, this, &ChildEditor::save);
  m_errors->setErrors({});
  coverFields(*this);
  m_name->setFocus();
}

QWidget* ChildEditor::coverable(QPlainTextEdit* text) {
  auto* holder = new QWidget;
  auto* column = new QVBoxLayout(holder);
  column->setContentsMargins(0, 0, 0, 0);
  auto* instead = new TextLabel({}, Type::text, Ink::text2);
  instead->setWrapped(true);
  column->addWidget(text);
  column->addWidget(instead);
  coverText(*text, *instead);
  return holder;
}

QWidget* ChildEditor::titled(const std::string& finding, const QString& title, QWidget* list) {
  auto* holder = new QWidget;
  auto* column = new QVBoxLayout(holder);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(new SectionHead(title));
  column->addWidget(m_notes.noted(finding, list), 1);
  holder->setMinimumHeight(px(170));
  return holder;
}

QWidget* ChildEditor::whoLeaf() {
  auto* leaf = new QWidget;
  auto* form = new QFormLayout(leaf);
  const Date today = m_workspace.today();
  m_name = namedLine(tr("Name"), m_child.name);
  m_knownAs = namedLine(tr("Known as"), m_child.knownAs, tr("if it is another name"));
  for (QLineEdit* name : {m_name, m_knownAs}) holdsName(*name);
  m_number = namedLine(tr("Number"), m_child.number);
  m_born =
      namedLine(tr("Date of birth, or age"), m_child.born == Date{} ? std::string{} : longDate(m_child.born), tr("3 March 2017, or 9"));
  m_sex = new EnumCombo<Sex>("sex", tr("Sex"));
  m_sex->set(m_child.sex);
  m_ethnicity = codeCombo(tr("Ethnicity"), "ETHNIC", returnYear(today), m_child.ethnicity);
  m_home = namedLine(tr("Home postcode"), m_child.home.postcode, tr("ZZ5 2AB"));
  m_homeWords = new TextLabel({}, Type::second, Ink::text2);
  m_school = namedLine(tr("School"), m_child.school);
  m_schoolPostcode = namedLine(tr("School postcode"), m_child.schoolPlace.postcode, tr("ZZ5 2AB"));
  m_schoolWords = new TextLabel({}, Type::second, Ink::text2);
  m_strengths = paragraph(tr("Strengths"), m_child.strengths);
  m_notesText = paragraph(tr("Notes"), m_child.notes);
  row(*form, tr("&Name"), m_name, m_notes.noted("name", m_name));
  row(*form, tr("&Known as"), m_knownAs, m_knownAs);
  row(*form, tr("N&umber"), m_number, m_notes.noted("number", m_number));
  row(*form, tr("&Born"), m_born, m_notes.noted("born", m_born));
  row(*form, tr("Se&x"), m_sex, m_sex);
  row(*form, tr("Ethnicit&y"), m_ethnicity, m_notes.noted("ethnicity", m_ethnicity));
  row(*form, tr("H&ome postcode"), m_home, m_notes.noted("home", m_home));
  form->addRow(QString(), m_homeWords);
  row(*form, tr("Schoo&l"), m_school, m_school);
  row(*form, tr("School post&code"), m_schoolPostcode, m_notes.noted("school", m_schoolPostcode));
  form->addRow(QString(), m_schoolWords);
  row(*form, tr("Stren&gths"), m_strengths, m_notes.noted("strengths", m_strengths, coverable(m_strengths)));
  row(*form, tr("No&tes"), m_notesText, coverable(m_notesText));
  const auto places = [this](QLineEdit* postcode, TextLabel* words) {
    connect(postcode, &QLineEdit::textChanged, this, [this, postcode, words] { showPlace(*postcode, *words); });
    showPlace(*postcode, *words);
  };
  places(m_home, m_homeWords);
  places(m_schoolPostcode, m_schoolWords);
  return scrolling(leaf);
}

QWidget* ChildEditor::careLeaf() {
  auto* leaf = new QWidget;
  auto* form = new QFormLayout(leaf);
  m_status = codeCombo(tr("Legal status"), "LS", returnYear(m_workspace.today()), m_child.legalStatus);
  m_statusSince = new MaybeDay(tr("Legal status since"));
  m_statusSince->set(m_child.legalStatusSince);
  m_lookedAfter = new MaybeDay(tr("Looked after since"));
  m_lookedAfter->set(m_child.lookedAfterSince);
  m_aim = new EnumCombo<CarePlanAim>("carePlanAim", tr("Aim of the care plan"));
  m_aim->set(m_child.aim);
  m_worker = peopleCombo(m_workspace, tr("Social worker"), [](homeward::Role role) { return mayDecide(role); });
  m_worker->setPlaceholder(tr("nobody yet"));
  choosePerson(*m_worker, m_child.socialWorker);
  m_team = new SearchCombo(tr("Team"));
  m_team->setPlaceholder(tr("no team"));
  QVector<SearchCombo::Entry> teams;
  if (const auto known = app::teams(m_workspace))
    for (const Team& team : *known) teams.push_back({q(team.name), QVariant::fromValue<qint64>(team.id.value)});
  m_team->setEntries(teams);
  if (m_child.team) m_team->setValue(QVariant::fromValue<qint64>(m_child.team->value));
  m_disabled = new QCheckBox(tr("Is disa&bled"));
  m_disabled->setChecked(m_child.disabled);
  m_alone = new QCheckBox(tr("Came to the country al&one and seeks asylum"));
  m_alone->setChecked(m_child.unaccompaniedAsylumSeeker);
  m_siblings = new SiblingFields(m_workspace, m_child, m_namesHidden);
  row(*form, tr("&Legal status"), m_status, m_notes.noted("legalStatus", m_status));
  row(*form, tr("Since"), m_statusSince, m_notes.noted("legalStatusSince", m_statusSince));
  row(*form, tr("Looked a&fter since"), m_lookedAfter, m_notes.noted("lookedAfterSince", m_lookedAfter));
  row(*form, tr("Ai&m of the plan"), m_aim, m_aim);
  row(*form, tr("Social wor&ker"), m_worker, m_worker);
  row(*form, tr("&Team"), m_team, m_team);
  form->addRow(QString(), m_disabled);
  form->addRow(QString(), m_alone);
  form->addRow(new Hairline);
  form->addRow(m_notes.noted("siblings", m_siblings));
  return scrolling(leaf);
}

QWidget* ChildEditor::needsLeaf() {
  m_needs = new NeedsTable(m_workspace.today(), NeedsTable::Shows::needs);
  m_needs->read(m_child);
  QWidget* leaf = m_notes.noted("needs", m_needs);
  leaf->layout()->setContentsMargins(px(10), px(10), px(10), px(10));
  return scrolling(leaf);
}

QWidget* ChildEditor::wishesLeaf() {
  auto* leaf = new QWidget;
  auto* column = new QVBoxLayout(leaf);
  m_risks = new RiskList(m_child.risks);
  std::vector<FeatureCode> wished;
  for (const Wish& wish : m_child.wishes)
    if (!wish.feature.empty()) wished.push_back(wish.feature);
  m_wishes = new WishList(m_child.wishes, featureEntries(m_workspace, wished));
  column->addWidget(titled("risks", tr("Risks to the child, or to others"), m_risks), 1);
  column->addWidget(titled("wishes", tr("Wishes and feelings"), m_wishes), 1);
  return scrolling(leaf);
}

QWidget* ChildEditor::peopleLeaf() {
  auto* leaf = new QWidget;
  auto* column = new QVBoxLayout(leaf);
  m_contacts = new ContactList(m_workspace, m_child.contacts);
  m_noGo = new NoGoList(m_workspace, m_child.noGoAreas);
  m_apart = new ApartList(m_child.keepApartFrom, childEntries(m_workspace, m_child.id, m_namesHidden));
  column->addWidget(titled("contacts", tr("Whom the child is to see, by the contact plan"), m_contacts), 1);
  column->addWidget(titled("noGoAreas", tr("Where the child must not live"), m_noGo), 1);
  column->addWidget(titled("keepApartFrom", tr("From whom the child is kept apart"), m_apart), 1);
  QStringList others;
  if (const auto apart = m_workspace.file().children().keptApartFrom(m_child.id); apart && m_child.id.stored())
    for (const ChildId id : *apart)
      if (const auto other = m_workspace.file().children().get(id)) others << q(m_namesHidden ? other->number : other->name);
  if (!others.isEmpty()) {
    auto* words = new TextLabel(tr("By their own records as well: %1. It holds whichever record says so.").arg(others.join(", ")),
                                Type::second, Ink::text2);
    words->setWrapped(true);
    column->addWidget(words);
  }
  return scrolling(leaf);
}

QWidget* ChildEditor::identityLeaf() {
  auto* leaf = new QWidget;
  auto* column = new QVBoxLayout(leaf);
  std::vector<FeatureCode> own = m_child.identity;
  own.insert(own.end(), m_child.medicalExclusions.begin(), m_child.medicalExclusions.end());
  const auto features = featureEntries(m_workspace, own);
  m_identity = new FeatureRows(tr("Identity: what a home should meet"), tr("Add to the identit&y"), m_child.identity, features);
  m_exclusions =
      new FeatureRows(tr("Health: what a home must not have"), tr("Add what it must n&ot have"), m_child.medicalExclusions, features);
  column->addWidget(titled("identity", tr("Culture, religion and language that a home should meet"), m_identity), 1);
  column->addWidget(titled("medicalExclusions", tr("What a home must not have, for the child’s health"), m_exclusions), 1);
  return scrolling(leaf);
}

Place ChildEditor::placeFrom(const QLineEdit& postcode, const Place& before) const {
  return m_workspace.placeAsTyped(utf8(postcode.text()), before);
}

void ChildEditor::showPlace(const QLineEdit& postcode, TextLabel& words) const {
  const QString typed = postcode.text().trimmed();
  QString says;
  if (const auto place = m_workspace.placeOf(utf8(typed))) says = placeWords(m_workspace, *place);
  words.setText(says);
  words.setVisible(!says.isEmpty());
}

Child ChildEditor::entered() const {
  Child child = m_child;
  child.name = utf8(m_name->text().trimmed());
  child.knownAs = utf8(m_knownAs->text().trimmed());
  child.number = utf8(m_number->text().trimmed());
  if (m_child.born == Date{} || m_born->text().trimmed() != dateText(m_child.born))
    if (const auto born = bornFrom(m_born->text(), m_workspace.today())) child.born = *born;
  child.sex = m_sex->value().value_or(Sex::female);
  child.ethnicity = utf8(m_ethnicity->value().toString());
  child.legalStatus = utf8(m_status->value().toString());
  child.legalStatusSince = m_statusSince->day();
  child.lookedAfterSince = m_lookedAfter->day();
  child.aim = m_aim->value().value_or(CarePlanAim::notYetSet);
  child.home = placeFrom(*m_home, m_child.home);
  child.school = utf8(m_school->text().trimmed());
  child.schoolPlace = placeFrom(*m_schoolPostcode, m_child.schoolPlace);
  const auto group = m_siblings->group();
  child.siblings = group && group->id.stored() ? std::optional(group->id) : std::nullopt;
  child.socialWorker = personOf(*m_worker);
  child.team = m_team->value().isValid() ? std::optional(TeamId{m_team->value().toLongLong()}) : std::nullopt;
  child.disabled = m_disabled->isChecked();
  child.unaccompaniedAsylumSeeker = m_alone->isChecked();
  m_needs->write(child);
  child.risks = m_risks->value();
  child.wishes = m_wishes->value();
  child.contacts = m_contacts->value();
  child.noGoAreas = m_noGo->value();
  child.identity = m_identity->value();
  child.medicalExclusions = m_exclusions->value();
  child.keepApartFrom = m_apart->value();
  child.strengths = utf8(m_strengths->toPlainText().trimmed());
  child.notes = utf8(m_notesText->toPlainText().trimmed());
  return child;
}

QWidget* ChildEditor::fieldOf(const std::string& finding) const {
  if (finding.starts_with("siblings")) return m_siblings->field(finding);
  if (finding.starts_with("needs.")) return m_needs->field(finding);
  return m_notes.field(finding);
}

std::vector<FieldNotes::Problem> ChildEditor::unreadable() const {
  std::vector<FieldNotes::Problem> found;
  const auto cannotBeRead = [&](QLineEdit* field, const std::string& name) {
    if (field != nullptr)
      found.push_back(
          {tr("%1: “%2” cannot be read. Correct it, or leave it empty.").arg(field->accessibleName(), field->text()), field, name});
  };
  if (!bornFrom(m_born->text(), m_workspace.today()))
    found.push_back({tr("Enter a date of birth like 3 March 2017, or an age like 9."), m_born, "born"});
  if (!m_statusSince->readable()) cannotBeRead(m_statusSince, "legalStatusSince");
  if (!m_lookedAfter->readable()) cannotBeRead(m_lookedAfter, "lookedAfterSince");
  if (QWidget* field = m_needs->unreadable()) found.push_back({tr("Enter the day of the evidence like 3/11/2026."), field, "needs"});
  cannotBeRead(m_risks->unreadable(), "risks");
  if (QWidget* level = m_risks->withoutLevel())
    found.push_back({tr("Enter how high the risk is, 0 to 5, or take its line out."), level, "risks"});
  cannotBeRead(m_wishes->unreadable(), "wishes");
  cannotBeRead(m_contacts->unreadable(), "contacts");
  return found;
}

void ChildEditor::save() {
  std::vector<FieldNotes::Problem> found = unreadable();
  const Child child = entered();
  const auto group = m_siblings->group();
  auto findings = check(child, m_workspace.today());
  if (group)
    for (Finding& finding : check(*group)) findings.push_back(std::move(finding));
  for (const Finding& finding : findings) {
    QWidget* field = fieldOf(finding.field);
    const bool told =
        std::any_of(found.begin(), found.end(), [&](const FieldNotes::Problem& one) { return field != nullptr && one.field == field; });
    if (!told) found.push_back({q(finding.message), field, finding.field});
  }
  if (found.empty()) {
    const auto saved = group ? app::saveChild(m_workspace, child, *group) : app::saveChild(m_workspace, child);
    if (saved) {
      m_child = *saved;
      return accept();
    }
    found.push_back({q(saved.error().detail), fieldOf(saved.error().subject), saved.error().subject});
  }
  m_notes.show(found, *m_errors);
}

}  // namespace homeward::ui
