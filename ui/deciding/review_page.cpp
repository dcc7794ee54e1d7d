#include "deciding/review_page.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

#include "app/market_data.h"
#include "app/referrals.h"
#include "deciding/choice_from_case.h"
#include "deciding/people_combo.h"
#include "shared/fields.h"
#include "shared/format.h"
#include "shared/page_parts.h"
#include "wording/wording.h"

namespace homeward::ui {
namespace {

/// As it is: the lines of this page hide names themselves, and show them again while the page stays.
QString unhidden(const Fact& fact) { return fact.empty() ? QString() : q(wording::sentence(fact)); }

constexpr int fitsWell = 700;  // of 1000: said among what fits; below, among what does not fit so well
constexpr int reasonHeight = 64;

TextLabel* line(const QString& words, Type type = Type::text, Ink ink = Ink::text) {
  auto* label = new TextLabel(words, type, ink);
  label->setWrapped(true);
  return label;
}

/// What fits, what does not fit so well and what is not known, from the same answers that the match is made of.
void addFindings(QVBoxLayout& rows, const matching::Assessment& assessment, const matching::Explanation& explained) {
  struct Group {
    QString title;
    Sign sign;
    std::vector<QString> lines;
  };
  std::array<Group, 3> groups{Group{QObject::tr("Fits"), Sign::pass, {}}, Group{QObject::tr("Does not fit so well"), Sign::minus, {}},
                              Group{QObject::tr("Not known yet"), Sign::unknown, {}}};
  for (const matching::GateAnswer& gate : explained.gates)
    if (gate.result == matching::GateResult::unknown) groups[2].lines.push_back(unhidden(gate.question.empty() ? gate.why : gate.question));
  for (std::size_t k = 0; k < explained.criteria.size(); ++k) {
    const matching::CriterionAnswer& criterion = explained.criteria[k];
    const std::size_t group = criterion.value.low >= fitsWell ? 0 : (criterion.value.high >= fitsWell ? 2 : 1);
    // "Level 2, verified" says nothing without the need that it is about.
    const QString label = sentence(assessment.label(k));
    groups[group].lines.push_back(QObject::tr("%1: %2").arg(label.left(1).toUpper() + label.mid(1), unhidden(criterion.why)));
  }
  for (const Group& group : groups) {
    rows.addSpacing(px(6));
    rows.addWidget(line(group.title, Type::second, Ink::text2));
    if (group.lines.empty()) rows.addWidget(line(QObject::tr("Nothing"), Type::text, Ink::text3));
    for (const QString& words : group.lines) rows.addWidget(new SignLine(group.sign, words));
  }
}

}  // namespace

ReviewPage::ReviewPage(app::Workspace& workspace, Navigator& navigator, Choice choice, QWidget* parent)
    : Page(parent), m_workspace(workspace), m_navigator(navigator), m_choice(std::move(choice)) {
  build();
  follow();
}

QString ReviewPage::title() const { return tr("Homes for %1").arg(m_child); }
QWidget* ReviewPage::firstFocus() { return m_cards.empty() ? static_cast<QWidget*>(m_none) : m_cards.front().choose; }
QList<QWidget*> ReviewPage::panes() { return {firstFocus(), m_record->isEnabled() ? static_cast<QWidget*>(m_record) : m_decider}; }

void ReviewPage::build() {
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(0);
  auto* head = new PageHead;
  rows->addWidget(head);
  auto* body = new Surface(Surface::Ground::window);
  auto* bodyRows = new QVBoxLayout(body);
  bodyRows->setContentsMargins(px(28), px(12), px(28), px(12));
  bodyRows->setSpacing(px(12));

  if (const auto entry = app::referralCase(m_workspace, m_choice.referral)) {
    m_child = peopleWords(entry->children);
    auto* words = new Surface(Surface::Ground::card);
    auto* wordRows = new QVBoxLayout(words);
    for (const Child& child : entry->children) {
      wordRows->addWidget(line(tr("%1 says").arg(q(child.name)), Type::second, Ink::accent));
      if (child.wishes.empty())
        wordRows->addWidget(line(tr("Nothing is written down of what %1 wants.").arg(q(child.name)), Type::text, Ink::text2));
      for (const Wish& wish : child.wishes) wordRows->addWidget(line("“" + q(wish.words) + "”", Type::childsWords));
    }
    bodyRows->addWidget(words);
  }
  const auto sender = m_workspace.file().people().person(m_choice.sentBy);
  head->setTitle(title());
  head->setSubtitle(
      tr("Put together by %1 on %2. Decide by %3.")
          .arg(sender ? q(sender->name) : tr("the placement officer"), dateText(englandDay(m_choice.sentAt)), dateText(m_choice.decideBy)));
  bodyRows->addWidget(line(tr("The homes stand in order of name, so that the order suggests nothing."), Type::second, Ink::text2));
  auto* cards = new QHBoxLayout;
  auto* reasonSurface = new Surface(Surface::Ground::card);
  auto* reasonRows = new QVBoxLayout(reasonSurface);
  reasonRows->addWidget(new SectionHead(tr("Your reasons"),
                                        tr("%1 may read them one day. The providers that were not chosen are told theirs.").arg(m_child)));
  auto* reasons = new QHBoxLayout;
  reasonRows->addLayout(reasons);
  buildCards(cards, reasons);
  bodyRows->addLayout(cards);
  bodyRows->addWidget(reasonSurface);
  bodyRows->addStretch();
  auto* scroll = new QScrollArea;
  scroll->setAccessibleName(tr("The homes"));
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setWidget(body);
  rows->addWidget(scroll, 1);
  rows->addWidget(buildFoot());
}

void ReviewPage::buildCards(QHBoxLayout* cards, QHBoxLayout* reasons) {
  const auto ranked = app::rankOffers(m_workspace, m_choice.referral);
  if (!ranked) return cards->addWidget(line(q(ranked.error().detail)));
  const app::RankedReferral& all = **ranked;
  for (const OptionId option : m_choice.options)
    for (std::size_t c = 0; c < all.assessment().problem().candidates.size(); ++c)
      if (all.name(c).option == option) m_cards.push_back({option, q(all.name(c).name)});
  std::sort(m_cards.begin(), m_cards.end(), [](const Card& a, const Card& b) { return a.name < b.name; });
  for (Card& card : m_cards) {
    std::size_t candidate = 0;
    while (all.name(candidate).option != card.option) ++candidate;
    const matching::Explanation explained = all.assessment().explain(candidate);
    const auto& rank =
        *std::find_if(all.ranking().begin(), all.ranking().end(), [&](const matching::Ranked& row) { return row.candidate == candidate; });
    card.surface = new Surface(Surface::Ground::card);
    auto* rows = new QVBoxLayout(card.surface);
    card.choose = new QRadioButton(card.name);
    card.choose->setAutoExclusive(false);
    card.choose->setFont(typeFont(Type::section, true));
    card.choose->setAccessibleName(tr("Choose %1").arg(card.name));
    rows->addWidget(card.choose);
    rows->addWidget(line(q(all.name(candidate).provider), Type::second, Ink::text2));
    addFindings(*rows, all.assessment(), explained);
    rows->addStretch();
    rows->addWidget(new Hairline);
    auto* figures = new QFormLayout;
    figures->addRow(line(tr("Whole cost"), Type::text, Ink::text2),
                    line(explained.cost ? tr("%1 a week").arg(moneyText(explained.cost->aWeek)) : tr("not known")));
    auto* bar = new IntervalBar;
    bar->setInterval(matching::shownScore(rank.known), matching::shownScore(rank.possible));
    figures->addRow(line(tr("Match"), Type::text, Ink::text2), bar);
    rows->addLayout(figures);
    cards->addWidget(card.surface, 1);

    auto* reason = new QWidget;
    auto* reasonRows = new QVBoxLayout(reason);
    reasonRows->setContentsMargins(0, 0, 0, 0);
    card.reasonTitle = line({});
    card.reasonTitle->setStrong(true);
    reasonRows->addWidget(card.reasonTitle);
    card.why = new QPlainTextEdit;
    card.why->setTabChangesFocus(true);
    card.why->setFixedHeight(px(reasonHeight));
    card.why->setAccessibleName(tr("Why %1").arg(card.name));
    reasonRows->addWidget(card.why);
    card.notChosen = new QWidget;
    auto* notRows = new QVBoxLayout(card.notChosen);
    notRows->setContentsMargins(0, 0, 0, 0);
    card.code = new QComboBox;
    card.code->setAccessibleName(tr("Why not %1").arg(card.name));
    card.code->addItem(tr("Choose a reason"));
    for (const NotChosen code : homeward::all<NotChosen>()) card.code->addItem(q(wording::word("notChosen", text(code))), q(text(code)));
    card.words = new QLineEdit;
    card.words->setPlaceholderText(tr("In your own words, if you like"));
    card.words->setAccessibleName(tr("Why not %1, in your own words").arg(card.name));
    notRows->addWidget(card.code);
    notRows->addWidget(card.words);
    reasonRows->addWidget(card.notChosen);
    reasonRows->addStretch();
    reasons->addWidget(reason, 1);

    connect(card.choose, &QRadioButton::clicked, this, [this, option = card.option] {
      for (Card& other : m_cards) other.choose->setChecked(other.option == option);
      m_none->setChecked(false);
      follow();
    });
    connect(card.why, &QPlainTextEdit::textChanged, this, &ReviewPage::follow);
    connect(card.code, &QComboBox::currentIndexChanged, this, &ReviewPage::follow);
    connect(card.words, &QLineEdit::textChanged, this, &ReviewPage::follow);
  }
}

QWidget* ReviewPage::buildFoot() {
  auto* foot = new Surface(Surface::Ground::base);
  foot->setLines(Qt::TopEdge);
  auto* rows = new QVBoxLayout(foot);
  auto* who = new QHBoxLayout;
  who->setSpacing(px(16));
  // The label above its field: side by side they crowd one another at large text.
  const auto labelled = [who](const QString& words, SearchCombo* combo) {
    auto* label = new QLabel(words);
    label->setBuddy(combo);
    combo->setMinimumContentsLength(18);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto* column = new QVBoxLayout;
    column->setSpacing(px(2));
    column->addWidget(label);
    column->addWidget(combo);
    who->addLayout(column, 1);
    return combo;
  };
  m_decider = labelled(tr("&Decided by"), peopleCombo(m_workspace, tr("Decided by"), [](homeward::Role role) { return mayDecide(role); }));
  m_decider->setValue(QVariant::fromValue<qint64>(m_choice.sentTo.value));
  m_manager = labelled(tr("&Agreed by team manager"), peopleCombo(m_workspace, tr("Agreed by team manager"),
                                                                  [](homeward::Role role) { return role == homeward::Role::teamManager; }));
  m_budget =
      labelled(tr("&Budget holder, above the limit"), peopleCombo(m_workspace, tr("Agreed by budget holder"), [](homeward::Role role) {
                 return role == homeward::Role::budgetHolder || role == homeward::Role::manager || role == homeward::Role::director;
               }));
  rows->addLayout(who);
  auto* said = new QHBoxLayout;
  said->setSpacing(px(16));
  auto* acts = new QHBoxLayout;
  m_none = new QRadioButton(tr("&None of these suits"));
  m_none->setAutoExclusive(false);
  m_telephone = new QCheckBox(tr("Given by te&lephone, to be confirmed"));
  m_heard = new QCheckBox(tr("The &child's view was heard"));
  m_missing = new SignLine(Sign::unknown, {});
  m_record = makeButton(tr("Rec&ord the decision"), ButtonKind::primary, "tick");
  for (QWidget* one : {static_cast<QWidget*>(m_none), static_cast<QWidget*>(m_telephone), static_cast<QWidget*>(m_heard)})
    said->addWidget(one);
  said->addStretch();
  rows->addLayout(said);
  acts->addWidget(m_missing, 1);
  acts->addWidget(m_record);
  rows->addLayout(acts);
  connect(m_none, &QRadioButton::clicked, this, [this] {
    for (Card& card : m_cards) card.choose->setChecked(false);
    m_none->setChecked(true);
    follow();
  });
  for (SearchCombo* combo : {m_decider, m_manager, m_budget}) connect(combo, &SearchCombo::valueChanged, this, &ReviewPage::follow);
  connect(m_record, &QPushButton::clicked, this, &ReviewPage::record);
  return foot;
}

const ReviewPage::Card* ReviewPage::chosen() const {
  for (const Card& card : m_cards)
    if (card.choose->isChecked()) return &card;
  return nullptr;
}

QString ReviewPage::missing() const {
  const Card* home = chosen();
  if (home == nullptr && !m_none->isChecked()) return tr("Choose a home, or that none of these suits");
  for (const Card& card : m_cards) {
    if (&card == home && card.why->toPlainText().trimmed().isEmpty()) return tr("One reason is missing: why %1").arg(card.name);
    if (&card != home && card.code->currentIndex() == 0 && card.words->text().trimmed().isEmpty())
      return tr("One reason is missing: why not %1").arg(card.name);
  }
  if (!m_decider->value().isValid()) return tr("Name who decided");
  return {};
}

void ReviewPage::follow() {
  const Card* home = chosen();
  for (const Card& card : m_cards) {
    const bool isChosen = &card == home;
    card.surface->setGround(isChosen ? Surface::Ground::chosenCard : Surface::Ground::card);
    card.reasonTitle->setText(isChosen ? tr("Why %1").arg(card.name) : tr("Why not %1").arg(card.name));
    card.why->setVisible(isChosen);
    card.notChosen->setVisible(!isChosen);
  }
  const QString gap = missing();
  m_record->setEnabled(gap.isEmpty());
  m_record->setToolTip(gap);
  m_missing->setLine(gap.isEmpty() ? Sign::pass : Sign::unknown, gap.isEmpty() ? tr("Nothing is missing") : gap,
                     gap.isEmpty() ? Ink::ok : Ink::ask);
}

Decision ReviewPage::decision() const {
  Decision decision;
  decision.referral = m_choice.referral;
  decision.choice = m_choice.id;
  if (const Card* home = chosen()) decision.chosen = home->option;
  for (const Card& card : m_cards) {
    OptionReason reason{card.option, std::nullopt, {}};
    if (decision.chosen == card.option) {
      reason.words = utf8(card.why->toPlainText());
    } else {
      reason.code = parse<NotChosen>(utf8(card.code->currentData().toString()));
      reason.words = utf8(card.words->text());
    }
    decision.reasons.push_back(std::move(reason));
  }
  decision.decidedBy = PersonId{m_decider->value().toLongLong()};
  if (m_manager->value().isValid()) decision.agreedBy = PersonId{m_manager->value().toLongLong()};
  if (m_budget->value().isValid()) decision.budgetAgreedBy = PersonId{m_budget->value().toLongLong()};
  decision.byTelephone = m_telephone->isChecked();
  decision.childsViewHeard = m_heard->isChecked();
  return decision;
}

void ReviewPage::record() {
  if (!missing().isEmpty()) return;
  const auto recorded = app::decide(m_workspace, decision());
  if (!recorded) {
    m_missing->setLine(Sign::fail, q(recorded.error().detail), Ink::no);
    return;
  }
  emit decided(*recorded, chosen() != nullptr);
}

bool ReviewPage::doPrimary() {
  record();
  return true;
}

}  // namespace homeward::ui
