// How the form is laid out: the fields in order of reading, the side, and the order of the keyboard.
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include "domain/codes.h"
#include "referrals/needs_table.h"
#include "referrals/referral_form.h"
#include "referrals/referral_form_child.h"
#include "referrals/referral_more.h"
#include "shared/fields.h"
#include "shared/flow_layout.h"
#include "shared/format.h"
#include "shared/list_and_detail.h"
#include "wording/wording.h"

namespace homeward::ui {
namespace {

constexpr int autosaveEvery = 4000;  // milliseconds
constexpr int settleAfter = 250;
constexpr int leastSide = 260;
constexpr int usualForm = 900;
constexpr int usualSide = 400;

QScrollArea* scrolled(QWidget* body, const QString& name) {
  auto* scroll = new QScrollArea;
  scroll->setAccessibleName(name);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setWidget(body);
  return scroll;
}

template <class E>
QComboBox* choices(const QString& name, std::string_view group) {
  auto* box = new QComboBox;
  box->setAccessibleName(name);
  for (const E value : all<E>()) box->addItem(q(wording::label(group, text(value))), static_cast<int>(value));
  return box;
}

}  // namespace

QLineEdit* ReferralForm::line(const QString& name, const QString& placeholder) {
  auto* edit = new QLineEdit;
  edit->setAccessibleName(name);
  edit->setPlaceholderText(placeholder);
  connect(edit, &QLineEdit::textChanged, this, &ReferralForm::touched);
  return edit;
}

void ReferralForm::build() {
  m_head = new PageHead;
  m_draft = makeButton(tr("Keep as draft"), ButtonKind::plain);
  m_primary = makeButton(tr("Check and find homes (Ctrl+Return)"), ButtonKind::primary);
  m_head->addAction(m_draft);
  m_head->addAction(m_primary);
  connect(m_draft, &QPushButton::clicked, this, [this] {
    if (!keepDraft() && !unreadable().empty()) showProblems(unreadable());
  });
  connect(m_primary, &QPushButton::clicked, this, [this] { doPrimary(); });

  auto* body = new Surface(Surface::Ground::base);
  auto* rows = new QVBoxLayout(body);
  rows->setContentsMargins(px(20), px(12), px(20), px(12));
  m_offer = new HintBlock(tr("Something that was typed is not saved"), "clock");
  auto* again = makeButton(tr("Continue it"), ButtonKind::outlined);
  auto* away = makeButton(tr("Throw it awa&y"), ButtonKind::plain);
  m_offer->addControl(again);
  m_offer->addControl(away);
  m_offer->hide();
  connect(again, &QPushButton::clicked, this, [this] {
    const auto wanted = m_offered ? m_offered->mark : app::DraftMark{};
    offerTyped();  // another form may have gone on with it
    if (m_offered && m_offered->mark == wanted) takeUp(app::Draft(*m_offered));
    firstFocus()->setFocus();
  });
  connect(away, &QPushButton::clicked, this, [this] {
    throwAwayOffered();
    firstFocus()->setFocus();
  });
  rows->addWidget(m_offer);
  m_errors = new ErrorSummary;
  rows->addWidget(m_errors);
  rows->addWidget(new SectionHead(tr("Now"), tr("enough to start asking; Tab moves on, Enter accepts the highlighted match")));
  m_children = new QVBoxLayout;
  rows->addLayout(m_children);
  m_addChild = makeButton(tr("Add chil&d"), ButtonKind::plain, "plus");
  rows->addWidget(m_addChild, 0, Qt::AlignLeft);
  connect(m_addChild, &QPushButton::clicked, this, [this] {
    addChild(nullptr);
    orderTabs();
    touched();
    m_rows.back()->fields().front()->setFocus();
  });
  auto* fields = new QGridLayout;
  buildFields(*fields);
  rows->addLayout(fields);
  rows->addWidget(new Hairline);
  auto* needsHead = new SectionHead(tr("Needs"), tr("type the digit; leave a line empty if nobody has assessed it, and it is owed"));
  m_whose = new QComboBox;
  m_whose->setAccessibleName(tr("Whose needs"));
  needsHead->addRight(m_whose);
  rows->addWidget(needsHead);
  m_needsStack = new QStackedWidget;
  rows->addWidget(m_needsStack);
  connect(m_whose, &QComboBox::currentIndexChanged, this, [this](int at) {
    m_needsStack->setCurrentIndex(at);
    orderTabs();
  });
  rows->addWidget(new Hairline);
  rows->addWidget(new SectionHead(tr("In plain words"), tr("strengths first; providers read this before all others")));
  m_plain = new QPlainTextEdit;
  m_plain->setAccessibleName(tr("In plain words"));
  m_plain->setTabChangesFocus(true);
  m_plain->setMaximumHeight(px(72));
  connect(m_plain, &QPlainTextEdit::textChanged, this, &ReferralForm::touched);
  rows->addWidget(m_plain);
  m_plainHidden = new TextLabel({}, Type::text, Ink::text2);
  m_plainHidden->setWrapped(true);
  m_plainHidden->hide();
  rows->addWidget(m_plainHidden);
  rows->addWidget(new Hairline);
  m_more = new ReferralMore(m_workspace);
  rows->addWidget(m_more);
  connect(m_more, &ReferralMore::changed, this, &ReferralForm::touched);
  connect(m_basis, &QComboBox::currentIndexChanged, this, [this] {
    if (!m_reading) m_more->followBasis(static_cast<LegalBasis>(m_basis->currentData().toInt()));
  });
  rows->addStretch();

  m_side = new Surface(Surface::Ground::base);
  m_sideRows = new QVBoxLayout(m_side);
  m_sideRows->setContentsMargins(px(16), px(12), px(16), px(12));
  auto* split = listBesideDetail(scrolled(body, tr("Referral")), m_side, tr("Quality, what is owed and what happens next"));
  split->setSizes({px(usualForm), px(usualSide)});  // the form first: nobody wants to scroll sideways as they type
  split->widget(1)->setMinimumWidth(px(leastSide));
  split->setStretchFactor(0, usualForm);
  split->setStretchFactor(1, usualSide);
  auto* page = new QVBoxLayout(this);
  page->setContentsMargins(0, 0, 0, 0);
  page->setSpacing(0);
  page->addWidget(m_head);
  page->addWidget(split, 1);

  m_autosave = new QTimer(this);
  m_autosave->setInterval(autosaveEvery);
  connect(m_autosave, &QTimer::timeout, this, [this] { (void)keepTyped(); });
  m_settle = new QTimer(this);
  m_settle->setSingleShot(true);
  m_settle->setInterval(settleAfter);
  connect(m_settle, &QTimer::timeout, this, &ReferralForm::showSide);
}

void ReferralForm::buildFields(QGridLayout& grid) {
  std::vector<QWidget*> urgency;
  for (const Urgency one : all<Urgency>()) {
    auto* button = makeButton(q(wording::label("urgency", text(one))), ButtonKind::plain);
    button->setCheckable(true);
    button->setAutoExclusive(true);
    m_urgency << button;
    urgency.push_back(button);
    connect(button, &QPushButton::toggled, this, &ReferralForm::touched);
  }
  m_day = new QDateEdit;
  m_time = line(tr("Needed by this time"), tr("20:00"));
  m_authorisedOn = new QDateEdit;
  for (QDateEdit* day : {m_day, m_authorisedOn}) {
    day->setCalendarPopup(true);
    day->setDisplayFormat("d MMMM yyyy");
    connect(day, &QDateEdit::dateChanged, this, &ReferralForm::touched);
  }
  m_day->setAccessibleName(tr("Needed by this day"));
  m_authorisedOn->setAccessibleName(tr("Authorised on"));
  m_time->setMaximumWidth(px(70));
  urgency.insert(urgency.end(), {m_day, m_time});
  addFieldRow(grid, tr("&Needed by"), urgency);

  m_basis = choices<LegalBasis>(tr("Legal basis"), "legalBasis");
  m_consent = line(tr("Who consented under section 20, and to what"), tr("section 20: who consented"));
  addFieldRow(grid, tr("&Legal basis"), {m_basis, m_consent});
  m_authorised = line(tr("Who authorised looking after and searching"), tr("owed until somebody is named"));
  addFieldRow(grid, tr("A&uthorised by"), {m_authorised, m_authorisedOn});
  m_because = new QComboBox;
  m_because->setAccessibleName(tr("Because"));
  m_because->addItem(tr("reason not entered"), QString());
  for (const Code* code : CodeTable::ssda903().valid("REASON_PLACE_CHANGE", returnYear(m_workspace.today())))
    m_because->addItem(q(code->label), q(code->code));
  addFieldRow(grid, tr("Leav&ing because"), {m_because});
  m_together = choices<Togetherness>(tr("Together"), "together");
  m_weeks = line(tr("Weeks for which the home is needed"), tr("not yet known"));
  m_weeks->setMaximumWidth(px(110));
  m_kind = new QComboBox;
  m_kind->setAccessibleName(tr("Kind of referral"));
  // Brothers and sisters are told from one child by how many are entered.
  m_kind->addItem(tr("a child, or brothers and sisters"), static_cast<int>(ReferralKind::oneChild));
  for (const ReferralKind kind : {ReferralKind::parentAndChild, ReferralKind::shortBreaks})
    m_kind->addItem(q(wording::word("referralKind", text(kind))), static_cast<int>(kind));
  connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
    showChildNames();
    orderTabs();
    touched();
  });
  auto* whom = new QWidget;  // one word with what it is about, also where the row goes on in the next line
  auto* whomRow = new QHBoxLayout(whom);
  whomRow->setContentsMargins(0, 0, 0, 0);
  whomRow->addWidget(new QLabel(tr("for")));
  whomRow->addWidget(m_kind);
  addFieldRow(grid, tr("T&ogether"), {m_together, new QLabel(tr("for weeks")), m_weeks, whom});
  std::vector<QWidget*> kinds;
  for (const SettingType type : {SettingType::fosteringHousehold, SettingType::childrensHome, SettingType::supportedAccommodation}) {
    auto* box = new QCheckBox(q(wording::label("settingType", text(type))));
    box->setProperty("type", static_cast<int>(type));
    m_settings << box;
    kinds.push_back(box);
    connect(box, &QCheckBox::toggled, this, &ReferralForm::touched);
  }
  m_why = new TextLabel({}, Type::second, Ink::text2);
  m_why->setWrapped(true);
  addFieldRow(grid, tr("Settings to as&k"), kinds);
  grid.addWidget(m_why, grid.rowCount(), 1);
  m_milesHome = line(tr("Within miles of home"), tr("any"));
  m_milesSchool = line(tr("Within miles of school"), tr("any"));
  m_noGo = line(tr("Areas where they must not live"), tr("ZZ7, ZZ9"));
  for (QLineEdit* miles : {m_milesHome, m_milesSchool}) miles->setMaximumWidth(px(60));
  addFieldRow(grid, tr("&Within"),
              {m_milesHome, new QLabel(tr("miles of home")), m_milesSchool, new QLabel(tr("miles of school, but not in")), m_noGo});
  for (QComboBox* box : {m_basis, m_because, m_together}) connect(box, &QComboBox::currentIndexChanged, this, &ReferralForm::touched);
  grid.setColumnStretch(1, 1);
}

void ReferralForm::orderTabs() {
  std::vector<QWidget*> order;
  const auto add = [&order](const std::vector<QWidget*>& more) { order.insert(order.end(), more.begin(), more.end()); };
  for (const ChildRow* child : m_rows) add(child->fields());
  add({m_addChild, m_basis, m_together, m_time});
  const auto at = static_cast<std::size_t>(std::max(0, m_needsStack->currentIndex()));
  if (at < m_needs.size()) add(m_needs[at]->firstFields());
  add({m_plain, m_whose, m_consent, m_authorised, m_authorisedOn, m_because, m_weeks, m_kind});
  for (QPushButton* button : m_urgency) order.push_back(button);
  order.push_back(m_day);
  for (QCheckBox* box : m_settings) order.push_back(box);
  add({m_milesHome, m_milesSchool, m_noGo});
  if (at < m_needs.size()) add(m_needs[at]->laterFields());
  add(m_more->fields());
  add({m_draft, m_primary});
  for (std::size_t i = 1; i < order.size(); ++i) setTabOrder(order[i - 1], order[i]);
}

}  // namespace homeward::ui
