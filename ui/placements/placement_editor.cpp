#include "placements/placement_editor.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QScrollArea>
#include <QTabWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "app/law_of_placement.h"
#include "app/market_data.h"
#include "app/return_codes.h"
#include "costing/whole_cost.h"
#include "offers/quote_fields.h"
#include "placements/placement_dialogs.h"
#include "shared/fields.h"
#include "shared/names.h"
#include "shared/page_parts.h"

namespace homeward::ui {
namespace {

template <class Id>
QVariant valueOf(Id id) {
  return id.stored() ? QVariant::fromValue<qlonglong>(id.value) : QVariant();
}

/// Codes of that year; one that the year does not know stays in sight while it is on record.
void offer(SearchCombo& combo, const char* set, Date day, const std::string& onRecord) {
  const QVariant chosen = combo.value();
  QVector<SearchCombo::Entry> entries;
  for (const Code* code : CodeTable::ssda903().valid(set, returnYear(day)))
    entries.push_back({PlacementEditor::tr("%1 %2").arg(q(code->code), q(code->label)), q(code->code)});
  const bool known = std::any_of(entries.begin(), entries.end(), [&](const auto& entry) { return entry.value.toString() == q(onRecord); });
  if (!known && !onRecord.empty())
    entries.push_back({PlacementEditor::tr("%1 %2").arg(q(onRecord), q(CodeTable::ssda903().label(set, onRecord))), q(onRecord)});
  combo.setEntries(entries);
  combo.setValue(chosen);
}

}  // namespace

PlacementEditor::PlacementEditor(app::Workspace& workspace, Placement placement, bool namesHidden, QWidget* parent)
    : EntryDialog(parent),
      m_workspace(workspace),
      m_before(std::move(placement)),
      m_new(!m_before.id.stored()),
      m_namesHidden(namesHidden),
      m_errors(new ErrorSummary),
      m_leaves(new QTabWidget),
      m_child(new SearchCombo(tr("Child"))),
      m_home(new SearchCombo(tr("Home"))),
      m_from(new QDateEdit(toQDate(m_new ? workspace.today() : m_before.stay.from))),
      m_team(new SearchCombo(tr("Team"))),
      m_planned(new MaybeDay(tr("Planned end"))),
      m_placeCode(new SearchCombo(tr("Placement type in the return"))),
      m_providerCode(new SearchCombo(tr("Provider in the return"))),
      m_emergency(new QCheckBox(tr("An emergency be&yond the terms of approval"))),
      m_left(new MaybeDay(tr("Day of leaving"))),
      m_reasonOfEnd(new SearchCombo(tr("Why it ended"))),
      m_unplanned(new QCheckBox(tr("It &broke down: the end was not planned"))),
      m_why(new QLineEdit(this)),
      m_law(new TextLabel({}, Type::text, Ink::ask)),
      m_codes(new TextLabel({}, Type::text, Ink::ask)),
      m_prices(m_new ? new QuoteFields({}) : nullptr) {
  setWindowTitle(m_new ? tr("New placement: a child who is there already") : tr("Correct the placement"));
  resize(px(820), px(640));
  auto* page = new QVBoxLayout(this);
  page->addWidget(m_errors);
  auto* about = new TextLabel(
      m_new ? tr("For a child who lived there before this case file began. What is to begin starts from the decision on a referral.")
            : tr("For what was entered wrongly. It counts as if it had been so from the beginning; the report as it was known before "
                 "keeps the former figures. Prices and shares that began on the day of arrival begin on the right one."),
      Type::text, Ink::text2);
  about->setWrapped(true);
  page->addWidget(about);
  m_leaves->setTabBarAutoHide(true);
  m_leaves->addTab(stayLeaf(), tr("St&ay"));
  if (m_prices != nullptr) {
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* leaf = new QWidget;
    auto* column = new QVBoxLayout(leaf);
    column->addWidget(m_prices);
    column->addStretch(1);
    scroll->setWidget(leaf);
    m_leaves->addTab(scroll, tr("P&rices"));
  }
  page->addWidget(m_leaves, 1);
  for (TextLabel* told : {m_law, m_codes}) {
    told->setWrapped(true);
    told->hide();
    page->addWidget(told);
  }
  auto* act = makeButton(m_new ? tr("Put it on rec&ord") : tr("Co&rrect the placement"), ButtonKind::primary, "tick");
  connect(act, &QPushButton::clicked, this, &PlacementEditor::save);
  page->addWidget(dialogFoot(*this, act));
  m_errors->setErrors({});
  follow();
  coverFields(*this);
  (m_new ? static_cast<QWidget*>(m_child) : m_home)->setFocus();
}

QWidget* PlacementEditor::stayLeaf() {
  auto* leaf = new QWidget;
  auto* form = new QFormLayout(leaf);
  addWho(*form);
  addEnd(*form);
  m_why->setVisible(!m_new);
  if (!m_new) addField(*form, tr("&What was wrong"), m_why);
  auto* scroll = new QScrollArea;
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setWidget(leaf);
  return scroll;
}

void PlacementEditor::addWho(QFormLayout& form) {
  offerChildren();
  offerHomes();
  QVector<SearchCombo::Entry> teams{{tr("no team"), 0}};
  if (const auto known = app::teams(m_workspace))
    for (const Team& team : *known) teams.push_back({q(team.name), QVariant::fromValue<qlonglong>(team.id.value)});
  m_team->setEntries(teams);
  m_team->setValue(m_before.team ? QVariant::fromValue<qlonglong>(m_before.team->value) : QVariant(0));
  m_child->setEnabled(m_new);
  m_child->setToolTip(m_new ? QString() : tr("A placement of another child is taken out, and entered for that child"));
  m_from->setAccessibleName(tr("Day of arrival"));
  m_from->setDisplayFormat("d MMMM yyyy");
  m_from->setCalendarPopup(true);
  m_planned->setPlaceholderText(tr("not known; or 27/11/2026"));
  m_planned->set(m_before.plannedEnd);
  offerCodes();
  m_placeCode->setValue(q(m_before.placeCode));
  m_providerCode->setValue(q(m_before.providerCode));
  m_emergency->setChecked(m_before.emergencyBeyondApproval);
  addField(form, tr("&Child"), m_child);
  addField(form, tr("&Home"), m_home);
  addField(form, tr("&Day of arrival"), m_from);
  addField(form, tr("&Team"), m_team);
  addField(form, tr("Planned e&nd"), m_planned);
  addField(form, tr("Placement type in the ret&urn"), m_placeCode);
  addField(form, tr("Pro&vider in the return"), m_providerCode);
  form.addRow(m_emergency);
  if (m_new) {
    connect(m_child, &SearchCombo::valueChanged, this, &PlacementEditor::proposeCodes);
    connect(m_home, &SearchCombo::valueChanged, this, &PlacementEditor::proposeCodes);
  }
  for (SearchCombo* combo : {m_child, m_home}) connect(combo, &SearchCombo::valueChanged, this, &PlacementEditor::tellLaw);
  for (SearchCombo* combo : {m_placeCode, m_providerCode}) {
    connect(combo, &SearchCombo::valueChanged, this, [this] { m_ownCodes = true; });
    connect(combo, &SearchCombo::valueChanged, this, &PlacementEditor::tellCodes);
  }
  connect(m_from, &QDateEdit::dateChanged, this, &PlacementEditor::follow);
}

void PlacementEditor::addEnd(QFormLayout& form) {
  m_left->setPlaceholderText(tr("still there; or 27/11/2026"));
  m_left->setToolTip(tr("The day of leaving does not count"));
  m_left->set(m_before.stay.to);
  offerEndReasons(*m_reasonOfEnd, m_before.stay.to.value_or(m_workspace.today()));
  if (!m_before.endReason.empty()) m_reasonOfEnd->setValue(q(m_before.endReason));
  m_unplanned->setChecked(m_before.endedUnplanned);
  addField(form, tr("Day of &leaving"), m_left);
  addField(form, tr("Why it &ended"), m_reasonOfEnd);
  form.addRow(m_unplanned);
  connect(m_left, &QLineEdit::textChanged, this, &PlacementEditor::follow);
}

void PlacementEditor::offerChildren() {
  QVector<SearchCombo::Entry> entries;
  if (const auto lines = app::childLines(m_workspace))
    for (const app::ChildLine& line : *lines) {
      // A new placement is for somebody who is not placed anywhere now, or was before: whoever is placed comes with the home's name.
      const QString who = m_namesHidden ? q(line.child.number) : tr("%1, %2").arg(q(line.child.name), q(line.child.number));
      entries.push_back({line.livesAt.empty() ? who : tr("%1, at %2").arg(who, q(line.livesAt)), valueOf(line.child.id)});
    }
  m_child->setEntries(entries);
  m_child->setPlaceholder(tr("name or number"));
  m_child->setValue(valueOf(m_before.child));
}

void PlacementEditor::offerHomes() {
  QVector<SearchCombo::Entry> entries;
  if (const auto market = m_workspace.market())
    for (const Setting& home : (*market)->settings) {
      const Provider* provider = (*market)->provider(home.provider);
      entries.push_back({provider == nullptr ? q(home.name) : tr("%1, %2").arg(q(home.name), q(provider->name)), valueOf(home.id)});
    }
  m_home->setEntries(entries);
  m_home->setPlaceholder(tr("household, home or school"));
  m_home->setValue(valueOf(m_before.setting));
}

void PlacementEditor::offerCodes() {
  const Date day = fromQDate(m_from->date());
  offer(*m_placeCode, "PLACE", day, m_before.placeCode);
  offer(*m_providerCode, "PLACE_PROVIDER", day, m_before.providerCode);
}

void PlacementEditor::proposeCodes() {
  if (m_ownCodes || !m_child->value().isValid() || !m_home->value().isValid()) return;
  const auto child = m_workspace.file().children().get(ChildId{m_child->value().toLongLong()});
  const auto market = m_workspace.market();
  const Setting* home = market ? (*market)->setting(SettingId{m_home->value().toLongLong()}) : nullptr;
  const Provider* provider = home == nullptr ? nullptr : (*market)->provider(home->provider);
  if (!child || provider == nullptr) return;
  m_placeCode->setValue(q(app::placeCode(*home, *child)));
  m_providerCode->setValue(q(app::providerCode(provider->sector)));
  if (!m_team->value().toLongLong() && child->team) m_team->setValue(QVariant::fromValue<qlonglong>(child->team->value));
}

void PlacementEditor::follow() {
  offerCodes();
  const bool left = !m_left->text().trimmed().isEmpty();
  if (const auto day = m_left->day()) offerEndReasons(*m_reasonOfEnd, *day);
  for (QWidget* field : {static_cast<QWidget*>(m_reasonOfEnd), static_cast<QWidget*>(m_unplanned)}) {
    field->setEnabled(left);
    field->setToolTip(left ? QString() : tr("The child is still there: enter the day of leaving first"));
  }
  tellLaw();
}

void PlacementEditor::tellLaw() {
  const auto against = app::rulesAgainst(m_workspace, stay());
  QStringList words;
  if (against)
    for (const app::RuleAgainst& rule : *against) words << sentence(rule.why);
  m_law->setVisible(!words.isEmpty());
  m_law->setText(words.isEmpty() ? QString()
                                 : tr("%1 What happened goes on record all the same; the breach is recorded next.").arg(words.join(' ')));
  tellCodes();
}

void PlacementEditor::tellCodes() {
  const auto against = app::codesAgainst(m_workspace, stay());
  QStringList words;
  if (against)
    for (const law::LegalFinding& finding : *against) {
      words << sentence(finding.why);
      if (!finding.question.empty()) words << sentence(finding.question);
    }
  m_codes->setVisible(!words.isEmpty());
  m_codes->setText(words.isEmpty() ? QString() : tr("The statutory return: %1").arg(words.join(' ')));
}

Placement PlacementEditor::stay() const {
  Placement placement = m_before;
  placement.child = ChildId{m_child->value().toLongLong()};
  placement.setting = SettingId{m_home->value().toLongLong()};
  placement.stay = {fromQDate(m_from->date()), m_left->day()};
  placement.team = m_team->value().toLongLong() > 0 ? std::optional(TeamId{m_team->value().toLongLong()}) : std::nullopt;
  placement.plannedEnd = m_planned->day();
  placement.placeCode = utf8(m_placeCode->value().toString());
  placement.providerCode = utf8(m_providerCode->value().toString());
  placement.emergencyBeyondApproval = m_emergency->isChecked();
  placement.endReason = m_reasonOfEnd->isEnabled() ? utf8(m_reasonOfEnd->value().toString()) : std::string{};
  placement.endedUnplanned = m_unplanned->isEnabled() && m_unplanned->isChecked();
  return placement;
}

app::PlacementEntry PlacementEditor::entered() const {
  app::PlacementEntry entry{stay(), {}, {}};
  if (m_prices == nullptr) return entry;
  for (const costing::TermDraft& draft : costing::contractTerms(m_prices->value(), entry.placement.stay.from))
    entry.terms.push_back({TermId{}, PlacementId{}, draft.item, draft.once, draft.amount, draft.valid, draft.clause, {}});
  return entry;
}

Result<void> PlacementEditor::readable() const {
  if (!m_planned->readable())
    return fail(ErrorCode::invalid, "plannedEnd", utf8(tr("Write the planned end as 27/11/2026, or leave it empty.")));
  if (!m_left->readable()) return fail(ErrorCode::invalid, "left", utf8(tr("Write the day of leaving as 27/11/2026, or leave it empty.")));
  if (m_prices == nullptr) return {};
  if (m_prices->unreadable() != nullptr)
    return fail(ErrorCode::invalid, "prices", utf8(tr("Write each amount as 1,453.14, or choose that it is not quoted.")));
  for (const QuoteLine& line : m_prices->value())
    if ((line.charge == Charge::weekly || line.charge == Charge::once) && !line.amount.exact())
      return fail(ErrorCode::invalid, "prices", utf8(tr("A contract has one figure for each price. Write one amount instead of a range.")));
  return {};
}

QWidget* PlacementEditor::fieldOf(const std::string& subject) const {
  if (subject == "child") return m_child;
  if (subject == "setting") return m_home;
  if (subject == "start") return m_from;
  if (subject == "plannedEnd") return m_planned;
  if (subject == "placeCode") return m_placeCode;
  if (subject == "providerCode") return m_providerCode;
  if (subject == "left") return m_left;
  if (subject == "endReason") return m_reasonOfEnd;
  if (subject == "reason") return m_why;
  if (m_prices == nullptr) return nullptr;
  QWidget* unreadable = m_prices->unreadable();
  return unreadable != nullptr ? unreadable : m_prices->findChild<QLineEdit*>();
}

void PlacementEditor::save() {
  Result<void> done = readable();
  if (done && m_new) {
    const auto id = app::enterPlacement(m_workspace, entered());
    if (id)
      m_before.id = *id;
    else
      done = failed(id);
  } else if (done) {
    done = app::correctPlacement(m_workspace, stay(), utf8(m_why->text()));
  }
  if (done) return accept();
  QWidget* field = fieldOf(done.error().subject);
  m_errors->setErrors({{q(done.error().detail), field}});
  if (field != nullptr) bringTo(*field);
}

}  // namespace homeward::ui
