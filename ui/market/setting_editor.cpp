#include "market/setting_editor.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QGroupBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTabWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "app/market_data.h"
#include "data/binning.h"
#include "market/authority_fields.h"
#include "market/registration_fields.h"
#include "shared/fields.h"
#include "shared/page_parts.h"

namespace homeward::ui {
namespace {

ChildNumbers childNumbers(app::Workspace& workspace) {
  ChildNumbers numbers;
  if (const auto lines = app::childLines(workspace))
    for (const auto& line : *lines) numbers.emplace(q(line.child.number).toUpper(), line.child.id);
  return numbers;
}

/// What is ticked; what was on record before keeps its place, so that an editor that was only looked at changes nothing.
template <class E>
void tickedOf(const std::vector<QCheckBox*>& boxes, std::vector<E>& values) {
  const auto ticked = [&](E value) { return boxes[static_cast<std::size_t>(value)]->isChecked(); };
  std::erase_if(values, [&](E value) { return !ticked(value); });
  for (const E value : all<E>())
    if (ticked(value) && std::find(values.begin(), values.end(), value) == values.end()) values.push_back(value);
}

}  // namespace

SettingEditor::SettingEditor(app::Workspace& workspace, Setting setting, QWidget* parent)
    : EntryDialog(parent), m_workspace(workspace), m_setting(std::move(setting)), m_errors(new ErrorSummary), m_leaves(new QTabWidget) {
  setWindowTitle(m_setting.id.stored() ? tr("Setting: %1").arg(q(m_setting.name)) : tr("New setting"));
  resize(px(940), px(640));
  auto* page = new QVBoxLayout(this);
  page->addWidget(m_errors);
  page->addWidget(m_leaves, 1);
  const auto numbers = childNumbers(m_workspace);
  m_leaves->addTab(homeLeaf(), tr("The &home"));
  m_leaves->addTab(freeLeaf(), tr("&Place free"));
  m_leaves->addTab(termsLeaf(), tr("Whom it ta&kes"));
  m_capabilities = new CapabilityList(m_setting.capabilities);
  m_leaves->addTab(m_notes.noted("capabilities", m_capabilities), tr("What it can &meet"));
  m_features = new FeatureList(m_setting.features);
  if (const auto codes = app::featureCodesInUse(m_workspace)) m_features->setKnown(*codes);
  m_leaves->addTab(m_features, tr("What it h&as"));
  auto* who = new QWidget;
  auto* whoPage = new QVBoxLayout(who);
  m_residentsKnown = new QCheckBox(tr("Who lives there is known"));
  m_residents = new ResidentList(m_setting.residents, numbers);
  m_exemptions = new ExemptionList(m_setting.exemptions, numbers);
  whoPage->addWidget(m_residentsKnown);
  whoPage->addWidget(m_notes.noted("residents", m_residents));
  whoPage->addWidget(m_notes.noted("exemptions", m_exemptions));
  m_leaves->addTab(who, tr("Who &lives there"));
  m_leaves->addTab(proofLeaf(), tr("Registration and &quality"));
  fill();

  auto* saveButton = makeButton(tr("Sa&ve"), ButtonKind::primary);
  auto* foot = dialogFoot(*this, saveButton);
  offerBin(*this, *foot, workspace, app::Binnable::setting, m_setting.id.value, q(m_setting.name));
  page->addWidget(foot);
  connect(saveButton, &QPushButton::clicked, this, &SettingEditor::save);
  m_errors->setErrors({});
  m_name->setFocus();
}

QWidget* SettingEditor::homeLeaf() {
  auto* leaf = new QWidget;
  auto* form = new QFormLayout(leaf);
  m_name = new QLineEdit;
  m_provider = new SearchCombo(tr("Provider"));
  QVector<SearchCombo::Entry> providers;
  if (const auto market = m_workspace.market())
    for (const auto& provider : (*market)->providers) providers.push_back({q(provider.name), static_cast<qlonglong>(provider.id.value)});
  m_provider->setEntries(providers);
  m_type = new EnumCombo<SettingType>("settingType", tr("Setting type"));
  m_arrangement = new EnumCombo<OtherArrangement>("arrangement", tr("Other arrangement"), true);
  m_postcode = new QLineEdit;
  m_authority = new AuthorityCombo(m_workspace, tr("Authority"));
  m_telephone = new QLineEdit;
  m_carers = new MaybeNumber(10, tr("Foster carers in the household"));
  m_connected = new QCheckBox(tr("A relative, friend or other connected person"));
  m_ourApproval = new QCheckBox(tr("Approved by our own authority"));
  m_temporary = new MaybeDay(tr("Temporarily approved from"));
  m_temporaryUntil = new MaybeDay(tr("Temporary approval extended until"));
  m_temporaryUntil->setToolTip(tr("Regulation 25: a nominated officer may extend it once, by up to eight weeks"));
  m_adopters = new QCheckBox(tr("Approved as adopters too"));
  m_category = new QComboBox;
  m_category->setAccessibleName(tr("Category of supported accommodation"));
  m_category->addItem(tr("not known"), 0);
  for (int category = 1; category <= 4; ++category)
    m_category->addItem(q(wording::label("accommodationCategory", std::to_string(category))), category);
  m_rate = new MaybeMoney(tr("Core fee, £ a week"));
  m_notes.add(*form, "name", tr("&Name"), m_name);
  m_notes.add(*form, "provider", tr("Provide&r"), m_provider);
  m_notes.add(*form, "type", tr("Setting t&ype"), m_type);
  m_notes.add(*form, "arrangement", tr("Other arrangement"), m_arrangement);
  m_notes.add(*form, "category", tr("Cate&gory"), m_category);
  m_notes.add(*form, "place", tr("Post&code"), m_postcode);
  m_notes.add(*form, "authority", tr("A&uthority"), m_authority);
  m_notes.add(*form, "telephone", tr("Telephone"), m_telephone);
  m_notes.add(*form, "carers", tr("Foster carers in the household"), m_carers);
  form->addRow(m_connected);
  form->addRow(m_ourApproval);
  form->addRow(m_notes.noted("approvedAdopters", m_adopters));
  m_notes.add(*form, "temporaryApprovalFrom", tr("Temporarily approved from"), m_temporary);
  m_notes.add(*form, "temporaryApprovalUntil", tr("and extended until"), m_temporaryUntil);
  m_notes.add(*form, "weeklyRate", tr("Rate card: core fee, £ a week"), m_rate);
  connect(m_postcode, &QLineEdit::editingFinished, this, &SettingEditor::followPostcode);
  connect(m_type, &QComboBox::currentIndexChanged, this, &SettingEditor::followType);
  return leaf;
}

QWidget* SettingEditor::freeLeaf() {
  auto* leaf = new QWidget;
  auto* form = new QFormLayout(leaf);
  m_places = new MaybeNumber(100, tr("Places that are free"));
  m_freeFrom = new MaybeDay(tr("Free from"));
  m_confirmed = new MaybeDay(tr("Last confirmed"));
  m_ownBedroom = new TriState(tr("A bedroom of the child's own"));
  m_sharing = new TriState(tr("A written sharing assessment exists"));
  m_offersDays = new MaybeNumber(10000, tr("How long they would offer, in days"));
  m_willing = new EnumCombo<Willing>("willing", tr("Willing"));
  m_notUntil = new MaybeDay(tr("Not taking until"));
  m_said = new QLineEdit;
  m_notes.add(*form, "places", tr("Places that are free"), m_places);
  m_notes.add(*form, "freeFrom", tr("Free from"), m_freeFrom);
  m_notes.add(*form, "vacancy", tr("Last confirmed"), m_confirmed);
  auto* today = makeButton(tr("Still free, said to&day"), ButtonKind::plain, QStringLiteral("tick"));
  form->addRow(today);
  connect(today, &QPushButton::clicked, this, &SettingEditor::confirmToday);
  addField(*form, tr("A bedroom of the child’s own"), m_ownBedroom);
  addField(*form, tr("A written sharing assessment"), m_sharing);
  m_notes.add(*form, "offersDays", tr("Would offer, days"), m_offersDays);
  addField(*form, tr("Willing"), m_willing);
  m_notes.add(*form, "willingness", tr("Not taking until"), m_notUntil);
  addField(*form, tr("What was said"), m_said);
  return leaf;
}

QWidget* SettingEditor::termsLeaf() {
  auto* leaf = new QWidget;
  auto* form = new QFormLayout(leaf);
  m_limitsKnown = new QCheckBox(tr("The terms are recorded: what is not limited below has no limit"));
  m_ageFrom = new MaybeNumber(25, tr("From age"));
  m_ageTo = new MaybeNumber(25, tr("To age"));
  m_children = new MaybeNumber(100, tr("Children at once"));
  m_shortBreaks = new QCheckBox(tr("Short breaks only"));
  m_parentAndChild = new QCheckBox(tr("Takes a parent with a child"));
  m_solo = new QCheckBox(tr("Takes one child alone"));
  m_emergencies = new QCheckBox(tr("Takes children on the same day"));
  m_termsWords = new QPlainTextEdit;
  m_termsWords->setTabChangesFocus(true);
  form->addRow(m_limitsKnown);
  m_notes.add(*form, "terms.age", tr("From age"), m_ageFrom);
  addField(*form, tr("To age"), m_ageTo);
  auto* sexes = new QHBoxLayout;
  for (const auto sex : all<Sex>()) {
    m_sexes.push_back(new QCheckBox(q(wording::word("sex", text(sex)))));
    sexes->addWidget(m_sexes.back());
  }
  sexes->addStretch(1);
  form->addRow(tr("Only (none ticked: any)"), sexes);
  m_notes.add(*form, "terms.children", tr("Children at once"), m_children);
  for (auto* box : {m_shortBreaks, m_parentAndChild, m_solo, m_emergencies}) form->addRow(box);
  auto* risks = new QGroupBox(tr("Risks that its Statement of Purpose rules out"));
  auto* grid = new QGridLayout(risks);
  int at = 0;
  for (const auto risk : all<RiskKind>()) {
    m_excludes.push_back(new QCheckBox(q(wording::word("risk", text(risk)))));
    grid->addWidget(m_excludes.back(), at / 2, at % 2);
    ++at;
  }
  form->addRow(risks);
  addField(*form, tr("The terms as written"), m_termsWords);
  auto* scroll = new QScrollArea;
  scroll->setWidgetResizable(true);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidget(leaf);
  return scroll;
}

QWidget* SettingEditor::proofLeaf() {
  auto* leaf = new QWidget;
  auto* page = new QVBoxLayout(leaf);
  m_registration = new RegistrationFields;
  m_registration->tell(m_notes);
  page->addWidget(m_registration);
  auto* form = new QFormLayout;
  page->addLayout(form);
  page->addStretch(1);
  m_formB = new MaybeNumber(4, tr("Form B, 0 to 4"));
  m_formC = new MaybeNumber(4, tr("Form C, 0 to 4"));
  m_feedback = new MaybeNumber(4, tr("Feedback, 0 to 4"));
  m_placements = new QSpinBox;
  m_lasted = new QSpinBox;
  m_placements->setRange(0, 10000);
  m_lasted->setRange(0, 10000);
  m_notes.add(*form, "proof", tr("Form B, verified on a visit, 0 to 4"), m_formB);
  addField(*form, tr("Form C, practitioners and children, 0 to 4"), m_formC);
  addField(*form, tr("Feedback, 0 to 4"), m_feedback);
  m_notes.add(*form, "record", tr("Placements that ended"), m_placements);
  addField(*form, tr("of them lasted as planned"), m_lasted);
  return leaf;
}

void SettingEditor::fill() {
  const auto& own = m_setting;
  m_name->setText(q(own.name));
  if (own.provider.stored()) m_provider->setValue(static_cast<qlonglong>(own.provider.value));
  m_type->set(own.type);
  m_arrangement->set(own.arrangement);
  m_category->setCurrentIndex(m_category->findData(own.category.value_or(0)));
  followType();
  m_postcode->setText(q(own.place.postcode));
  m_authority->setCode(own.place.authority);
  followPostcode();
  m_telephone->setText(q(own.telephone));
  m_carers->set(own.carers);
  m_connected->setChecked(own.connectedPerson);
  m_ourApproval->setChecked(own.approvedByResponsibleAuthority);
  m_temporary->set(own.temporaryApprovalFrom);
  m_temporaryUntil->set(own.temporaryApprovalUntil);
  m_adopters->setChecked(own.approvedAdopters);
  m_rate->set(own.weeklyRate);
  m_places->set(own.vacancy ? std::optional(own.vacancy->places) : std::nullopt);
  m_freeFrom->set(own.vacancy ? own.vacancy->freeFrom : std::nullopt);
  m_confirmed->set(own.vacancy ? own.vacancy->confirmedOn : std::nullopt);
  m_ownBedroom->set(own.ownBedroom);
  m_sharing->set(own.sharingAssessed);
  m_offersDays->set(own.offersDays);
  m_willing->set(own.willingness.state);
  m_notUntil->set(own.willingness.until);
  m_said->setText(q(own.willingness.said));
  const auto& terms = own.terms;
  m_limitsKnown->setChecked(terms.limitsKnown);
  m_ageFrom->set(terms.ageFrom);
  m_ageTo->set(terms.ageTo);
  for (const auto sex : terms.sexes) m_sexes[static_cast<std::size_t>(sex)]->setChecked(true);
  m_children->set(terms.children);
  m_shortBreaks->setChecked(terms.shortBreaksOnly);
  m_parentAndChild->setChecked(terms.parentAndChild);
  m_solo->setChecked(terms.solo);
  m_emergencies->setChecked(terms.emergencies);
  for (const auto risk : terms.excludes) m_excludes[static_cast<std::size_t>(risk)]->setChecked(true);
  m_termsWords->setPlainText(q(terms.words));
  m_residentsKnown->setChecked(own.residentsKnown);
  m_registration->set(own.registration);
  m_formB->set(own.proof.formB);
  m_formC->set(own.proof.formC);
  m_feedback->set(own.proof.feedback);
  m_placements->setValue(own.record.placements);
  m_lasted->setValue(own.record.lasted);
}

void SettingEditor::followType() {
  const auto type = m_type->value();
  m_arrangement->setEnabled(type == SettingType::otherArrangement);
  m_category->setEnabled(type == SettingType::supportedAccommodation);
  m_category->setToolTip(m_category->isEnabled() ? QString() : tr("Only supported accommodation has a category"));
}

void SettingEditor::confirmToday() {
  if (!m_places->number() || *m_places->number() == 0) m_places->set(1);
  if (!m_freeFrom->day()) m_freeFrom->set(m_workspace.today());
  m_confirmed->set(m_workspace.today());
}

Place SettingEditor::placeNow() const {
  // What is no postcode is said so when it is saved, and nothing is lost.
  Place place = m_workspace.placeAsTyped(utf8(m_postcode->text()), m_setting.place);
  if (!told(place)) place.authority = m_authority->code();
  return place;
}

bool SettingEditor::told(const Place& place) {
  // Without a postcode the authority is what somebody chose.
  return !place.authority.empty() && !place.postcode.empty();
}

void SettingEditor::followPostcode() {
  const Place place = m_workspace.placeAsTyped(utf8(m_postcode->text()), m_setting.place);
  const bool byPostcode = told(place);
  if (byPostcode) m_authority->setCode(place.authority);
  m_authority->setEnabled(!byPostcode);
  m_authority->setToolTip(byPostcode ? tr("The postcode tells it") : QString());
}

Setting SettingEditor::entered() const {
  Setting own = m_setting;
  own.name = utf8(m_name->text().trimmed());
  own.provider = ProviderId{m_provider->value().toLongLong()};
  own.type = m_type->value().value_or(SettingType::fosteringHousehold);
  own.arrangement = own.type == SettingType::otherArrangement ? m_arrangement->value() : std::nullopt;
  own.telephone = utf8(m_telephone->text().trimmed());
  own.carers = m_carers->number();
  own.connectedPerson = m_connected->isChecked();
  own.approvedByResponsibleAuthority = m_ourApproval->isChecked();
  own.temporaryApprovalFrom = m_temporary->day();
  own.temporaryApprovalUntil = m_temporaryUntil->day();
  own.approvedAdopters = m_adopters->isChecked();
  const int category = m_category->isEnabled() ? m_category->currentData().toInt() : 0;
  own.category = category > 0 ? std::optional(category) : std::nullopt;
  own.weeklyRate = m_rate->amount();
  own.place = placeNow();
  own.vacancy.reset();
  if (const auto places = m_places->number()) own.vacancy = Vacancy{*places, m_freeFrom->day(), m_confirmed->day()};
  own.ownBedroom = m_ownBedroom->value();
  own.sharingAssessed = m_sharing->value();
  own.offersDays = m_offersDays->number();
  own.willingness = {m_willing->value().value_or(Willing::notKnown), m_notUntil->day(), utf8(m_said->text().trimmed())};
  auto& terms = own.terms;
  terms.limitsKnown = m_limitsKnown->isChecked();
  terms.ageFrom = m_ageFrom->number();
  terms.ageTo = m_ageTo->number();
  tickedOf(m_sexes, terms.sexes);
  terms.children = m_children->number();
  terms.shortBreaksOnly = m_shortBreaks->isChecked();
  terms.parentAndChild = m_parentAndChild->isChecked();
  terms.solo = m_solo->isChecked();
  terms.emergencies = m_emergencies->isChecked();
  tickedOf(m_excludes, terms.excludes);
  terms.words = utf8(m_termsWords->toPlainText().trimmed());
  own.capabilities = m_capabilities->value();
  own.features = m_features->value();
  own.residentsKnown = m_residentsKnown->isChecked();
  own.residents = m_residents->value();
  own.exemptions = m_exemptions->value();
  own.registration = m_registration->value();
  own.proof = {m_formB->number(), m_formC->number(), m_feedback->number()};
  own.record = {m_placements->value(), m_lasted->value()};
  if (own.source.empty()) own.source = "entered";
  return own;
}

QWidget* SettingEditor::unreadable() const {
  for (auto* day : {m_temporary, m_temporaryUntil, m_freeFrom, m_confirmed, m_notUntil})
    if (!day->readable()) return day;
  if (!m_rate->readable()) return m_rate;
  if (!m_postcode->text().trimmed().isEmpty() && !m_workspace.placeOf(utf8(m_postcode->text()))) return m_postcode;
  if (auto* field = m_capabilities->unreadable()) return field;
  if (auto* field = m_residents->unreadable()) return field;
  if (auto* field = m_exemptions->unreadable()) return field;
  return m_registration->unreadable();
}

void SettingEditor::save() {
  std::vector<FieldNotes::Problem> problems;
  if (auto* field = unreadable())
    problems.push_back(
        {tr("%1: “%2” cannot be read. Correct it, or leave it empty.").arg(field->accessibleName(), static_cast<QLineEdit*>(field)->text()),
         field});
  if (!m_provider->value().isValid()) problems.push_back({tr("Choose the provider."), m_provider});
  const auto setting = entered();
  m_notes.join(problems, check(setting, m_workspace.today()));
  if (problems.empty()) {
    const auto saved = app::saveSetting(m_workspace, setting);
    if (saved) return accept();
    problems.push_back({q(saved.error().detail), m_notes.field(saved.error().subject)});
  }
  m_notes.show(problems, *m_errors);
}

}  // namespace homeward::ui
