#include "referrals/offer_editor.h"

#include <QComboBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>
#include <algorithm>

#include "app/referrals.h"
#include "costing/whole_cost.h"
#include "matching/assess.h"
#include "shared/format.h"
#include "shared/page_parts.h"
#include "wording/wording.h"

namespace homeward::ui {
namespace {

constexpr int mostMinutes = 240;
constexpr int mostDays = 18 * 366;
constexpr int usualDaysToStand = 7;

QDateEdit* dayField(const QString& name, Date day) {
  auto* field = new QDateEdit(toQDate(day));
  field->setAccessibleName(name);
  field->setDisplayFormat("d MMMM yyyy");
  field->setCalendarPopup(true);
  return field;
}

/// Not known, yes, no: what is not said stays not known.
QComboBox* threeWay(const QString& name, std::optional<bool> value) {
  auto* field = new QComboBox;
  field->setAccessibleName(name);
  field->addItems({OfferEditor::tr("not known"), OfferEditor::tr("yes"), OfferEditor::tr("no")});
  field->setCurrentIndex(!value ? 0 : (*value ? 1 : 2));
  return field;
}

std::optional<bool> said(const QComboBox& field) {
  return field.currentIndex() == 0 ? std::nullopt : std::optional{field.currentIndex() == 1};
}

}  // namespace

OfferEditor::OfferEditor(app::Workspace& workspace, Offer offer, QWidget* parent)
    : QDialog(parent), m_workspace(workspace), m_offer(std::move(offer)) {
  const auto market = workspace.market();
  const Setting* setting = market ? (*market)->setting(m_offer.setting) : nullptr;
  setWindowTitle(tr("Offer of %1").arg(setting == nullptr ? tr("a home") : q(setting->name)));
  auto* form = new QFormLayout;
  buildFields(*form);
  buildItems(*form);
  m_cost = new TextLabel({});
  m_cost->setStrong(true);
  form->addRow(tr("Whole cost"), m_cost);
  m_problem = new TextLabel({}, Type::text, Ink::no);
  m_problem->setWrapped(true);
  m_problem->hide();
  auto* record = makeButton(tr("&Record the offer"), ButtonKind::primary, "tick");
  connect(record, &QPushButton::clicked, this, &OfferEditor::save);
  auto* rows = new QVBoxLayout(this);
  rows->addLayout(form);
  rows->addWidget(m_problem);
  rows->addWidget(dialogFoot(*this, record));
  follow();
}

void OfferEditor::buildFields(QFormLayout& form) {
  const Date today = m_workspace.today();
  m_from = dayField(tr("Free from"), m_offer.availableFrom.value_or(today));
  form.addRow(tr("&Free from"), m_from);
  m_stands = dayField(tr("The offer stands until"),
                      m_offer.standsUntil ? englandDay(*m_offer.standsUntil) : today + std::chrono::days{usualDaysToStand});
  form.addRow(tr("Stands &until"), m_stands);
  m_days = new QSpinBox;
  m_days->setRange(0, mostDays);
  m_days->setSpecialValueText(tr("not known"));
  m_days->setSuffix(tr(" days"));
  m_days->setValue(m_offer.offersDays.value_or(0));
  m_days->setAccessibleName(tr("For how many days"));
  form.addRow(tr("For how &long"), m_days);
  m_bedroom = threeWay(tr("A bedroom of their own"), m_offer.ownBedroom);
  form.addRow(tr("Own &bedroom"), m_bedroom);
  const auto kept = m_offer.children.empty() ? m_offer.keepsSchool.end() : m_offer.keepsSchool.find(m_offer.children.front());
  m_school = threeWay(tr("The school is kept"), kept == m_offer.keepsSchool.end() ? std::nullopt : std::optional{kept->second});
  form.addRow(tr("S&chool kept"), m_school);
  m_minutes = new QSpinBox;
  m_minutes->setRange(-1, mostMinutes);
  m_minutes->setSpecialValueText(tr("not known"));
  m_minutes->setSuffix(tr(" minutes each way"));
  const auto minutes = m_offer.children.empty() ? m_offer.minutesToSchool.end() : m_offer.minutesToSchool.find(m_offer.children.front());
  m_minutes->setValue(minutes == m_offer.minutesToSchool.end() ? -1 : minutes->second);
  m_minutes->setAccessibleName(tr("Minutes to school, each way"));
  form.addRow(tr("To school"), m_minutes);
  m_conditions = new QLineEdit(q(m_offer.conditions));
  m_conditions->setAccessibleName(tr("Conditions of the offer"));
  form.addRow(tr("C&onditions"), m_conditions);
}

void OfferEditor::buildItems(QFormLayout& form) {
  for (const QuoteItem item : all<QuoteItem>()) {
    const QString name = q(wording::word("quoteItem", text(item)));
    Item row{item, new QComboBox, new QLineEdit};
    row.charge->setAccessibleName(tr("How %1 is charged").arg(name));
    for (const Charge charge : all<Charge>()) row.charge->addItem(q(wording::word("charge", text(charge))), q(text(charge)));
    row.amount->setAccessibleName(tr("%1, pounds").arg(name));
    row.amount->setPlaceholderText(tr("pounds, such as 1,453.14"));
    const auto line = std::find_if(m_offer.quote.begin(), m_offer.quote.end(), [item](const QuoteLine& one) { return one.item == item; });
    const Charge charge = line == m_offer.quote.end() ? Charge::none : line->charge;
    row.charge->setCurrentIndex(row.charge->findData(q(text(charge))));
    if (line != m_offer.quote.end() && line->amount.exact()) row.amount->setText(q(plainPounds(line->amount.low)));
    auto* both = new QHBoxLayout;
    both->addWidget(row.charge);
    both->addWidget(row.amount, 1);
    form.addRow(name, both);
    connect(row.charge, &QComboBox::currentIndexChanged, this, &OfferEditor::follow);
    connect(row.amount, &QLineEdit::textChanged, this, &OfferEditor::follow);
    m_items.push_back(row);
  }
}

Result<Offer> OfferEditor::entered() const {
  Offer offer = m_offer;
  offer.availableFrom = fromQDate(m_from->date());
  const Instant midnight{fromQDate(m_stands->date()) + std::chrono::days{1}};
  offer.standsUntil = midnight - englandOffset(midnight) - std::chrono::minutes{1};
  offer.offersDays = m_days->value() == 0 ? std::nullopt : std::optional{m_days->value()};
  offer.ownBedroom = said(*m_bedroom);
  offer.conditions = utf8(m_conditions->text());
  for (const ChildId child : offer.children) {
    offer.keepsSchool.erase(child);
    offer.minutesToSchool.erase(child);
    if (const auto kept = said(*m_school)) offer.keepsSchool[child] = *kept;
    if (m_minutes->value() >= 0) offer.minutesToSchool[child] = m_minutes->value();
  }
  std::vector<QuoteLine> quote;
  for (const Item& row : m_items) {
    const auto charge = parse<Charge>(utf8(row.charge->currentData().toString()));
    // Lines that this editor cannot show (phases, ranges, several of one item) stay as they are.
    std::vector<QuoteLine> before;
    std::copy_if(m_offer.quote.begin(), m_offer.quote.end(), std::back_inserter(before),
                 [&](const QuoteLine& line) { return line.item == row.item; });
    const bool simple =
        before.size() <= 1 && (before.empty() || (before.front().fromDay == 0 && !before.front().days && before.front().amount.exact()));
    if (!simple) {
      quote.insert(quote.end(), before.begin(), before.end());
      continue;
    }
    if (!charge || *charge == Charge::none) continue;
    QuoteLine line{row.item, *charge, {}, 0, std::nullopt, before.empty() ? std::string{} : before.front().words};
    if (*charge == Charge::weekly || *charge == Charge::once) {
      const auto amount = parseMoney(utf8(row.amount->text()));
      if (!amount)
        return fail(ErrorCode::invalid, std::string(text(row.item)),
                    utf8(tr("Write the amount as 1,453.14, or choose how it is charged.")));
      line.amount = MoneyRange::exactly(*amount);
    }
    quote.push_back(std::move(line));
  }
  offer.quote = std::move(quote);
  return offer;
}

void OfferEditor::follow() {
  for (const Item& row : m_items) {
    const auto charge = parse<Charge>(utf8(row.charge->currentData().toString()));
    row.amount->setEnabled(charge == Charge::weekly || charge == Charge::once);
  }
  const auto offer = entered();
  const auto referral = app::referralCase(m_workspace, m_offer.referral);
  if (!offer || !referral) return m_cost->setText(tr("not known yet"));
  const auto cost = costing::wholeCost(offer->quote, fromQDate(m_from->date()), matching::comparedDays(referral->referral));
  m_cost->setText(tr("%1 a week").arg(moneyText(cost.aWeek)));
}

void OfferEditor::save() {
  const auto offer = entered();
  const auto recorded = offer ? app::recordOffer(m_workspace, *offer) : Result<OfferId>(tl::unexpected<Error>(offer.error()));
  if (!recorded) {
    m_problem->setText(q(recorded.error().detail));
    m_problem->show();
    return;
  }
  m_saved = *recorded;
  accept();
}

}  // namespace homeward::ui
