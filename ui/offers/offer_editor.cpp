#include "offers/offer_editor.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QTabWidget>
#include <QTimeEdit>
#include <QVBoxLayout>
#include <algorithm>

#include "app/referrals.h"
#include "app/with_support.h"
#include "costing/whole_cost.h"
#include "market/ask_dialog.h"
#include "market/setting_lists.h"
#include "matching/assess.h"
#include "offers/interview_dialog.h"
#include "offers/negotiate_dialog.h"
#include "offers/open_question.h"
#include "offers/quote_fields.h"
#include "offers/support_packages.h"
#include "offers/taken_children.h"
#include "shared/names.h"
#include "shared/question.h"

namespace homeward::ui {
namespace {

constexpr int mostDays = 18 * 366;
constexpr int usualDaysToStand = 7;
constexpr int lastMinute = 24 * 60 - 1;

QScrollArea* scrolled(QWidget* inside) {
  auto* scroll = new QScrollArea;
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setWidget(inside);
  return scroll;
}

int minutesOfDay(Instant moment) {
  const Instant local = moment + englandOffset(moment);
  return static_cast<int>(
      std::chrono::duration_cast<std::chrono::minutes>(local - Instant{std::chrono::floor<std::chrono::days>(local)}).count());
}

/// Whom the referral is about, and anybody else whom a stored offer takes.
std::vector<OfferedChild> offered(const app::ReferralCase& entry, const Offer& offer, bool namesHidden) {
  std::vector<OfferedChild> children;
  for (const Child& child : entry.children) children.push_back({child, q(namesHidden ? child.number : child.name)});
  for (const ChildId id : offer.children) {
    const bool there = std::any_of(children.begin(), children.end(), [id](const OfferedChild& one) { return one.child.id == id; });
    if (there) continue;
    Child gone;
    gone.id = id;
    children.push_back({gone, OfferEditor::tr("somebody who is no longer in the referral")});
  }
  return children;
}

}  // namespace

OfferEditor::OfferEditor(app::Workspace& workspace, Offer offer, bool namesHidden, QWidget* parent)
    : QDialog(parent), m_workspace(workspace), m_offer(std::move(offer)), m_errors(new ErrorSummary), m_leaves(new QTabWidget) {
  const auto name = app::offerName(workspace, m_offer);
  setWindowTitle(tr("Offer of %1").arg(name ? q(*name) : tr("a home")));
  resize(px(980), px(720));
  if (const auto entry = app::referralCase(workspace, m_offer.referral)) {
    m_referral = entry->referral;
    m_children = offered(*entry, m_offer, namesHidden);
  }
  auto* cost = new QHBoxLayout;
  m_cost = new TextLabel({});
  m_cost->setStrong(true);
  m_won = new TextLabel({}, Type::text, Ink::text2);
  m_negotiate = makeButton(tr("Ne&gotiate…"), ButtonKind::plain);
  m_negotiate->setAutoDefault(false);
  connect(m_negotiate, &QPushButton::clicked, this, &OfferEditor::negotiate);
  cost->addWidget(new TextLabel(tr("Whole cost"), Type::text, Ink::text2));
  cost->addWidget(m_cost, 1);
  cost->addWidget(m_won);
  cost->addWidget(m_negotiate);
  m_record = makeButton({}, ButtonKind::primary, "tick");
  connect(m_record, &QPushButton::clicked, this, &OfferEditor::save);
  auto* rows = new QVBoxLayout(this);
  rows->addWidget(m_errors);
  rows->addWidget(m_leaves, 1);
  rows->addLayout(cost);
  rows->addWidget(dialogFoot(*this, m_record));
  fill();
  m_from->setFocus();
}

void OfferEditor::fill() {
  const int front = std::max(m_leaves->currentIndex(), 0);
  // What is pressed may stand in a leaf that goes.
  while (m_leaves->count() > 0) {
    QWidget* old = m_leaves->widget(0);
    m_leaves->removeTab(0);
    old->hide();
    old->setParent(nullptr);
    old->deleteLater();
  }
  m_notes.clear();
  m_tried = false;
  m_errors->setErrors({});
  m_leaves->addTab(scrolled(priceLeaf()), tr("&Price and dates"));
  m_leaves->addTab(scrolled(needsLeaf()), tr("&Needs"));
  m_leaves->addTab(scrolled(childrenLeaf()), tr("&Whom, and school"));
  m_leaves->addTab(answersLeaf(), tr("&Questions answered"));
  m_leaves->addTab(scrolled(supportLeaf()), tr("Suppor&t at a price"));
  m_leaves->setCurrentIndex(front);
  const bool stored = m_offer.id.stored();
  m_record->setText(stored ? tr("Rec&ord the changes") : tr("Rec&ord the offer"));
  m_record->setAccessibleName(m_record->text().remove(QLatin1Char('&')));
  m_negotiate->setEnabled(stored);
  m_negotiate->setToolTip(stored ? tr("Round by round: what was asked for, what was won, and what it saves")
                                 : tr("Record the offer first: then its prices can be negotiated"));
  m_negotiate->setAccessibleDescription(m_negotiate->toolTip());
  m_won->setText(wonWords(app::wonBy(m_offer, m_referral, m_workspace.today())));
  m_won->setVisible(!m_won->text().isEmpty());
  listen();
  follow();
  m_asOpened = fields();
  coverFields(*this);
}

QWidget* OfferEditor::noted(const std::string& field, QWidget* mends, QWidget* shown) {
  auto* holder = new QWidget;
  auto* rows = new QVBoxLayout(holder);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(px(2));
  rows->addWidget(shown != nullptr ? shown : mends);
  auto* words = new TextLabel({}, Type::second, Ink::no);
  words->setWrapped(true);
  words->hide();
  rows->addWidget(words);
  m_notes.push_back({field, mends, words});
  return holder;
}

QWidget* OfferEditor::priceLeaf() {
  auto* leaf = new QWidget;
  auto* page = new QVBoxLayout(leaf);
  auto* grid = new QGridLayout;
  const auto put = [grid](int row, int column, const QString& words, QWidget* field, QWidget* holder) {
    auto* label = new QLabel(words);
    label->setBuddy(field);
    label->setFixedHeight(field->sizeHint().height());  // level with its field, also where a message stands below that
    grid->addWidget(label, row, column, Qt::AlignTop);
    grid->addWidget(holder, row, column + 1, Qt::AlignTop);
  };
  m_from = new MaybeDay(tr("Available from"));
  m_from->set(m_offer.availableFrom);
  put(0, 0, tr("&Available from"), m_from, noted("availableFrom", m_from));
  m_days = new MaybeNumber(mostDays, tr("For how many days"));
  m_days->setSuffix(tr(" days"));
  m_days->set(m_offer.offersDays);
  put(0, 2, tr("For how &long"), m_days, noted("offersDays", m_days));

  const Date lapses = m_workspace.today() + std::chrono::days{usualDaysToStand};
  m_standsDay = new MaybeDay(tr("The offer stands until"));
  m_standsDay->setPlaceholderText(tr("no day was given; 27/11/2026"));
  m_standsTime = new QTimeEdit(QTime(0, 0).addSecs(60 * lastMinute));
  m_standsTime->setDisplayFormat(QStringLiteral("HH:mm"));
  m_standsTime->setAccessibleName(tr("The offer stands until, time of day"));
  if (m_offer.standsUntil) {
    m_standsDay->set(englandDay(*m_offer.standsUntil));
    m_standsTime->setTime(QTime(0, 0).addSecs(60 * minutesOfDay(*m_offer.standsUntil)));
  } else if (!m_offer.id.stored()) {
    m_standsDay->set(lapses);
  }
  auto* stands = new QWidget;
  auto* both = new QHBoxLayout(stands);
  both->setContentsMargins(0, 0, 0, 0);
  both->addWidget(m_standsDay, 1);
  both->addWidget(m_standsTime);
  put(1, 0, tr("Stands &until"), m_standsDay, noted("standsUntil", m_standsDay, stands));
  m_received = new MaybeDay(tr("Day on which the offer came"));
  if (m_offer.receivedOn != Date{}) m_received->set(m_offer.receivedOn);
  put(1, 2, tr("Da&y it came"), m_received, noted("receivedOn", m_received));
  grid->setColumnStretch(1, 1);
  grid->setColumnStretch(3, 1);
  page->addLayout(grid);

  m_quote = new QuoteFields(m_offer.quote);
  page->addWidget(m_quote);
  auto* form = new QFormLayout;
  m_conditions = new QLineEdit(q(m_offer.conditions));
  m_conditions->setAccessibleName(tr("Conditions of the offer"));
  addField(*form, tr("&Conditions"), m_conditions);
  page->addLayout(form);
  auto* boxes = new QHBoxLayout;
  m_emergency = new QCheckBox(tr("Offered for the same &day"));
  m_emergency->setToolTip(tr("In an emergency a household may be offered outside its terms of approval for a few days"));
  m_emergency->setAccessibleName(tr("Offered for the same day"));
  m_emergency->setChecked(m_offer.emergency);
  m_withdrawn = new QCheckBox(tr("Taken bac&k by the provider"));
  m_withdrawn->setToolTip(tr("An offer that was taken back stays on record and leaves the choice"));
  m_withdrawn->setAccessibleName(tr("Taken back by the provider"));
  m_withdrawn->setChecked(m_offer.withdrawn);
  boxes->addWidget(m_emergency);
  boxes->addWidget(m_withdrawn);
  boxes->addStretch(1);
  page->addLayout(boxes);
  page->addStretch(1);
  return leaf;
}

QWidget* OfferEditor::needsLeaf() {
  auto* leaf = new QWidget;
  auto* page = new QVBoxLayout(leaf);
  m_needs = new NeedAnswers(m_children, m_offer.needs);
  m_needs->layout()->setContentsMargins(0, 0, 0, 0);
  page->addWidget(m_needs);
  auto* head = new SectionHead(tr("Interviews"));
  const QStringList notes = interviewWords(m_workspace, m_offer, m_children);
  const bool stored = m_offer.id.stored();
  head->setWords(!stored           ? tr("record the offer first, then what you hear from its people")
                 : notes.isEmpty() ? tr("where paper is not enough: speak to its people, need by need")
                                   : QString());
  auto* talk = makeButton(tr("Record an inter&view…"), ButtonKind::plain);
  talk->setAutoDefault(false);
  const QString why = whyNoAct();
  talk->setEnabled(why.isEmpty());
  talk->setToolTip(why.isEmpty() ? tr("With whom, when, and how far each need would be met as you judge it") : why);
  talk->setAccessibleDescription(talk->toolTip());
  connect(talk, &QPushButton::clicked, this, &OfferEditor::interview);
  head->addRight(talk);
  page->addWidget(head);
  for (const QString& note : notes) {
    auto* line = new TextLabel(note, Type::text, Ink::text2);
    line->setWrapped(true);
    page->addWidget(line);
  }
  page->addStretch(1);
  return leaf;
}

QString OfferEditor::whyNoAct() const {
  if (m_workspace.readOnly()) return tr("The case file is open for reading only");
  return m_offer.id.stored() ? QString() : tr("Record the offer first");
}

QWidget* OfferEditor::supportLeaf() {
  m_support = new SupportPackages(m_offer.packages, whyNoAct());
  connect(m_support, &SupportPackages::compareWanted, this, &OfferEditor::compareWith);
  connect(m_support, &SupportPackages::changed, this, &OfferEditor::follow);
  return m_support;
}

QWidget* OfferEditor::childrenLeaf() {
  auto* leaf = new QWidget;
  auto* page = new QVBoxLayout(leaf);
  m_taken = new TakenChildren(m_children, m_offer);
  page->addWidget(m_taken);
  page->addSpacing(px(14));
  page->addWidget(new SectionHead(tr("The room and the household")));
  auto* form = new QFormLayout;
  m_bedroom = new TriState(tr("A bedroom of their own"));
  m_bedroom->set(m_offer.ownBedroom);
  m_sharing = new TriState(tr("Sharing a bedroom was assessed in writing"));
  m_sharing->set(m_offer.sharingAssessed);
  m_impact = new TriState(tr("The impact on those who live there was assessed"));
  m_impact->set(m_offer.impactAssessed);
  addField(*form, tr("Own &bedroom"), m_bedroom);
  addField(*form, tr("&Sharing assessed in writing"), m_sharing);
  addField(*form, tr("I&mpact on who lives there assessed"), m_impact);
  page->addLayout(form);
  page->addStretch(1);
  for (const OfferedChild& who : m_children) m_needs->setTaken(who.child.id, m_taken->takes(who.child.id));
  connect(m_taken, &TakenChildren::takenChanged, m_needs, &NeedAnswers::setTaken);
  return leaf;
}

QWidget* OfferEditor::answersLeaf() {
  std::vector<Child> children;
  for (const OfferedChild& who : m_children) children.push_back(who.child);
  m_features = new FeatureList(m_offer.features, featuresAsked(children));
  auto* leaf = new QWidget;
  auto* page = new QVBoxLayout(leaf);
  page->addWidget(m_features);
  return leaf;
}

void OfferEditor::listen() {
  for (auto* edit : {static_cast<QLineEdit*>(m_from), static_cast<QLineEdit*>(m_standsDay), static_cast<QLineEdit*>(m_received)})
    connect(edit, &QLineEdit::textChanged, this, &OfferEditor::follow);
  connect(m_days, &QSpinBox::valueChanged, this, &OfferEditor::follow);
  connect(m_quote, &QuoteFields::changed, this, &OfferEditor::follow);
  connect(m_taken, &TakenChildren::changed, this, &OfferEditor::follow);
}

std::optional<Instant> OfferEditor::standsUntil() const {
  const auto day = m_standsDay->day();
  if (!day) return std::nullopt;
  const int minutes = m_standsTime->time().hour() * 60 + m_standsTime->time().minute();
  // A moment that nobody touched keeps its seconds.
  if (m_offer.standsUntil && englandDay(*m_offer.standsUntil) == *day && minutesOfDay(*m_offer.standsUntil) == minutes)
    return m_offer.standsUntil;
  return englandMoment(*day, minutes);
}

Offer OfferEditor::fields() const {
  Offer offer = m_offer;
  offer.availableFrom = m_from->day();
  offer.offersDays = m_days->number();
  offer.standsUntil = standsUntil();
  offer.receivedOn = m_received->day().value_or(Date{});
  offer.emergency = m_emergency->isChecked();
  offer.withdrawn = m_withdrawn->isChecked();
  if (m_conditions->isModified()) offer.conditions = utf8(m_conditions->text().trimmed());
  offer.quote = m_quote->value();
  m_taken->write(offer);
  offer.needs = m_needs->value();
  std::erase_if(offer.needs, [&](const NeedAnswer& answer) { return !m_taken->takes(answer.child); });
  std::erase_if(offer.interviews, [&](const InterviewNote& note) { return !m_taken->takes(note.child); });
  offer.packages = m_support->value();
  offer.ownBedroom = m_bedroom->value();
  offer.sharingAssessed = m_sharing->value();
  offer.impactAssessed = m_impact->value();
  offer.features = m_features->value();
  return offer;
}

QString OfferEditor::unreadable(QWidget*& field) const {
  for (MaybeDay* day : {m_from, m_standsDay, m_received})
    if (!day->readable()) {
      field = day;
      return tr("Write the day as 27/11/2026 or 27 November 2026.");
    }
  if (QWidget* amount = m_quote->unreadable()) {
    field = amount;
    return tr("Write the amount as 1,453.14 or 1,400 to 1,500, or choose how it is charged.");
  }
  if (QWidget* price = m_support->unreadable()) {
    field = price;
    return tr("Write what the support costs a week as 610 or 610.50.");
  }
  return {};
}

Result<Offer> OfferEditor::entered() const {
  QWidget* field = nullptr;
  if (const QString wrong = unreadable(field); field != nullptr)
    return fail(ErrorCode::invalid, utf8(field->accessibleName()), utf8(wrong));
  return fields();
}

void OfferEditor::follow() {
  if (m_tried) tell();
  const auto offer = entered();
  if (!offer) return m_cost->setText(tr("not known until the amounts can be read"));
  const Date start = std::max(m_referral.neededBy, m_workspace.today());
  m_cost->setText(wholeCostText(costing::wholeCost(offer->quote, start, matching::comparedDays(m_referral))));
}

bool OfferEditor::tell() {
  const auto findings = check(fields(), m_workspace.today());
  QVector<ErrorSummary::Line> lines;
  for (const Note& note : m_notes) {
    QString words;
    const auto* day = qobject_cast<MaybeDay*>(note.mends);
    if (day != nullptr && !day->readable()) words = tr("Write the day as 27/11/2026 or 27 November 2026.");
    for (const Finding& finding : findings)
      if (words.isEmpty() && finding.field == note.field) words = q(finding.message);
    note.words->setText(words);
    note.words->setVisible(!words.isEmpty());
    note.mends->setAccessibleDescription(words);
    if (!words.isEmpty()) lines.push_back({words, note.mends});
  }
  QString whom;
  if (QWidget* amount = m_quote->tell(findings, m_workspace.today())) lines.push_back({amount->accessibleDescription(), amount});
  if (QWidget* support = m_support->tell()) lines.push_back({support->accessibleDescription(), support});
  for (const Finding& finding : findings) {
    const bool shown = finding.field.starts_with("quote.") || finding.field == "packages" ||
                       std::any_of(m_notes.begin(), m_notes.end(), [&](const Note& note) { return note.field == finding.field; });
    if (shown) continue;
    if (finding.field == "children") whom = q(finding.message);
    lines.push_back({q(finding.message), m_taken->firstTick()});
  }
  m_taken->tell(whom);
  m_errors->setErrors(lines);
  return lines.isEmpty();
}

void OfferEditor::goTo(QWidget* field) {
  if (field != nullptr) bringTo(*field);
}

void OfferEditor::openAt(const OpenQuestion& question) {
  if (const auto domain = needAsked(question))
    return goTo(m_needs->field(question.child, *domain, question.question.key == "ask.need.shown"));
  const std::string& key = question.question.key;
  if (key == "ask.keepsSchool" || key == "ask.keepsThisSchool") return goTo(m_taken->school(question.child));
  if (key == "ask.minutesToSchool") return goTo(m_taken->minutes(question.child));
  if (key == "ask.length") return goTo(m_days);
  if (key == "ask.bedroom") return goTo(m_bedroom);
  if (key == "ask.sharing") return goTo(m_sharing);
  for (const OfferedChild& who : m_children) {
    if (who.child.id != question.child) continue;
    if (const auto feature = featureAsked(question, who.child)) {
      return m_features->goTo(*feature);
    }
  }
  goTo(m_from);
}

void OfferEditor::reject() {
  if (fields() == m_asOpened || agreesToLose(*this)) QDialog::reject();
}

void OfferEditor::save() {
  if (record()) accept();
}

bool OfferEditor::record() {
  m_tried = true;
  if (!tell()) {
    for (const Note& note : m_notes)
      if (!note.words->isHidden()) return goTo(note.mends), false;
    if (QWidget* amount = m_quote->tell(check(fields(), m_workspace.today()), m_workspace.today())) return goTo(amount), false;
    if (QWidget* support = m_support->tell()) return goTo(support), false;
    return goTo(m_taken->firstTick()), false;
  }
  const auto recorded = app::recordOffer(m_workspace, fields());
  if (!recorded) return m_errors->setErrors({{q(recorded.error().detail), nullptr}}), false;
  m_saved = *recorded;
  return true;
}

bool OfferEditor::recordedFirst(const QString& act) {
  if (fields() == m_asOpened) return true;
  if (!agreesTo(this, {act, tr("What you changed here is not recorded yet."), tr("&Go on editing"), tr("&Record it first")})) return false;
  if (!record()) return false;
  m_told = tr("The offer was changed");
  readAgain();
  return true;
}

void OfferEditor::readAgain() {
  auto stored = m_workspace.file().offers().offer(m_offer.id);
  if (!stored) return m_errors->setErrors({{q(stored.error().detail), nullptr}});
  m_offer = *std::move(stored);
  fill();
}

void OfferEditor::negotiate() {
  if (!recordedFirst(tr("Negotiate"))) return;
  NegotiateDialog dialog(m_workspace, m_offer.id, this);
  dialog.exec();
  if (dialog.told().isEmpty()) return;
  m_told = dialog.told();
  readAgain();
  m_negotiate->setFocus(Qt::OtherFocusReason);
}

void OfferEditor::interview() {
  if (!recordedFirst(tr("Record an interview"))) return;
  InterviewDialog dialog(m_workspace, m_offer, m_children, this);
  if (dialog.exec() != QDialog::Accepted) return;
  m_told = tr("The interview was recorded");
  readAgain();
  m_leaves->setFocus(Qt::OtherFocusReason);
}

void OfferEditor::compareWith(std::size_t package) {
  if (!recordedFirst(tr("Compare with this support"))) return;
  const auto made = app::compareWithSupport(m_workspace, m_offer.id, m_offer.version, package);
  const auto offer = made ? m_workspace.file().offers().offer(*made) : Result<Offer>(tl::unexpected<Error>(made.error()));
  const auto name = offer ? app::offerName(m_workspace, *offer) : Result<std::string>(tl::unexpected<Error>(offer.error()));
  if (!name) return m_errors->setErrors({{q(name.error().detail), nullptr}});
  m_told = tr("%1 is an offer of its own now").arg(q(*name));
  accept();
}

}  // namespace homeward::ui
