#include "deciding/review_page.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

#include "app/referrals.h"
#include "deciding/choice_background.h"
#include "deciding/choice_from_case.h"
#include "deciding/people_combo.h"
#include "shared/fields.h"
#include "shared/format.h"
#include "shared/names.h"
#include "shared/page_parts.h"
#include "shared/question.h"
#include "shared/typed.h"

namespace homeward::ui {
namespace {

TextLabel* line(const QString& words, Type type = Type::text, Ink ink = Ink::text) {
  auto* label = new TextLabel(words, type, ink);
  label->setWrapped(true);
  return label;
}

}  // namespace

ReviewPage::ReviewPage(app::Workspace& workspace, Navigator& navigator, Choice choice, std::optional<Decision> amends, QWidget* parent)
    : Page(parent), m_workspace(workspace), m_navigator(navigator), m_choice(std::move(choice)), m_amends(std::move(amends)) {
  build();
  if (m_amends) fill(*m_amends);
  follow();
  m_asOpened = typedIn(*this);
}

QString ReviewPage::title() const { return m_amends ? tr("Amend the decision on %1").arg(m_child) : tr("Homes for %1").arg(m_child); }
QWidget* ReviewPage::firstFocus() {
  if (m_reason != nullptr) return m_reason;
  for (const ReviewCard& card : m_cards)
    if (card.choose->isEnabled()) return card.choose;
  return m_none;
}
QList<QWidget*> ReviewPage::panes() { return {firstFocus(), m_record->isEnabled() ? static_cast<QWidget*>(m_record) : m_decider}; }

bool ReviewPage::mayLeave() {
  if (m_recorded || typedIn(*this) == m_asOpened) return true;
  return agreesTo(this, {title(), tr("What you entered has not been recorded."), tr("&Go on entering"), tr("&Leave without recording")});
}

void ReviewPage::setNamesHidden(bool /*hidden*/) {
  coverFields(*this);
  // Not while it is typed: the field would go from under the keyboard.
  for (ReviewCard& card : m_cards) {
    const QString words = card.why->toPlainText();
    card.covered = shown(words) != words;
    coverText(*card.why, *card.whyHidden);
  }
  follow();
}

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

  if (const auto ranked = app::rankOffers(m_workspace, m_choice.referral)) m_ranked = *ranked;
  bodyRows->addWidget(buildTop());
  const auto sender = m_workspace.file().people().person(m_choice.sentBy);
  head->setTitle(title());
  if (m_amends)
    head->setSubtitle(tr("Decided on %1. What you record now takes its place; both stay on record.").arg(momentText(m_amends->at)));
  else
    head->setSubtitle(tr("Put together by %1 on %2. Decide by %3.")
                          .arg(sender ? q(sender->name) : tr("the placement officer"), dateText(englandDay(m_choice.sentAt)),
                               dateText(m_choice.decideBy)));
  if (m_amends) bodyRows->addWidget(buildWhy());
  if (QWidget* background = choiceBackground(m_workspace, m_choice)) bodyRows->addWidget(background);
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

QWidget* ReviewPage::buildTop() {
  auto* top = new Surface(Surface::Ground::card);
  auto* columns = new QHBoxLayout(top);
  auto* words = new QVBoxLayout;
  columns->addLayout(words, 1);
  if (const auto entry = app::referralCase(m_workspace, m_choice.referral)) {
    m_child = peopleWords(entry->children);
    m_movedIn = !isOpen(entry->referral.stage);
    for (const Child& child : entry->children) {
      words->addWidget(line(tr("%1 says").arg(q(child.name)), Type::second, Ink::accent));
      if (child.wishes.empty())
        words->addWidget(line(tr("Nothing is written down of what %1 wants.").arg(q(child.name)), Type::text, Ink::text2));
      for (const Wish& wish : child.wishes) words->addWidget(line("“" + q(wish.words) + "”", Type::childsWords));
    }
  }
  words->addStretch();
  if (m_ranked != nullptr) {
    columns->addWidget(new Hairline(Qt::Vertical));
    auto* essentials = new QVBoxLayout;
    columns->addLayout(essentials, 1);
    addEssentials(*essentials, *m_ranked, m_choice.options);
    essentials->addStretch();
  }
  return top;
}

QWidget* ReviewPage::buildWhy() {
  auto* card = new Surface(Surface::Ground::card);
  auto* row = new QHBoxLayout(card);
  auto* label = new QLabel(tr("Wh&y it is amended"));
  m_reason = new QLineEdit;
  m_reason->setAccessibleName(tr("Why it is amended"));
  m_reason->setPlaceholderText(tr("what has come to light, or what was left out"));
  label->setBuddy(m_reason);
  row->addWidget(label);
  row->addWidget(m_reason, 1);
  connect(m_reason, &QLineEdit::textChanged, this, &ReviewPage::follow);
  return card;
}

QString ReviewPage::closed(OptionId option) const {
  Decision anew;
  anew.referral = m_choice.referral;
  anew.choice = m_choice.id;
  anew.chosen = option;
  if (const auto nothing = app::choosesNothingAnew(m_workspace, anew); nothing && *nothing) return {};
  if (m_movedIn) return tr("The placement has started. For a move enter a new referral.");
  const auto may = app::mayBeChosen(m_workspace, *m_ranked, option);
  if (may) return {};
  // The card has said which home it is.
  QString why = q(may.error().detail);
  const auto stored = m_workspace.file().offers().option(option);
  const QString prefix = stored ? q(stored->label) + QStringLiteral(": ") : QString();
  return !prefix.isEmpty() && why.startsWith(prefix) ? why.mid(prefix.size()) : why;
}

void ReviewPage::buildCards(QHBoxLayout* cards, QHBoxLayout* reasons) {
  if (m_ranked == nullptr) return cards->addWidget(line(tr("The offers cannot be read. Check the case file under Data.")));
  for (const OptionId& option : m_choice.options) {
    const auto stored = m_workspace.file().offers().option(option);
    ReviewCard& card = m_cards.emplace_back();
    card.option = option;
    card.name = stored ? q(stored->label) : tr("a home");
    card.closed = closed(option);
    const auto at = static_cast<std::size_t>(&option - m_choice.options.data());
    if (at < m_choice.reasons.size()) card.inChoice = q(app::withoutPlace(m_choice.reasons[at]));
  }
  std::sort(m_cards.begin(), m_cards.end(), [](const ReviewCard& a, const ReviewCard& b) { return a.name < b.name; });
  for (ReviewCard& card : m_cards) {
    buildCard(card, m_workspace, *m_ranked);
    cards->addWidget(card.surface, 1);
    reasons->addWidget(buildReason(card), 1);
    connect(card.choose, &QRadioButton::clicked, this, [this, option = card.option] {
      for (ReviewCard& other : m_cards) other.choose->setChecked(other.option == option);
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
  m_view = new QLineEdit;
  m_view->setAccessibleName(tr("What the child said"));
  m_view->setPlaceholderText(tr("what the child said, in the child’s own words"));
  m_none->setAccessibleName(tr("None of these suits"));
  m_none->setEnabled(!m_movedIn);
  m_none->setToolTip(m_movedIn ? tr("The placement has started") : QString());
  m_telephone->setAccessibleName(tr("Given by telephone, to be confirmed"));
  m_heard->setAccessibleName(tr("The child's view was heard"));
  m_missing = new SignLine(Sign::unknown, {});
  m_toGap = makeButton(tr("Go to what is &missing"), ButtonKind::quiet);
  m_record = makeButton(tr("Rec&ord the decision"), ButtonKind::primary, "tick");
  for (QWidget* one : {static_cast<QWidget*>(m_none), static_cast<QWidget*>(m_telephone), static_cast<QWidget*>(m_heard)})
    said->addWidget(one);
  said->addWidget(m_view, 1);
  rows->addLayout(said);
  acts->addWidget(m_missing, 1);
  acts->addWidget(m_toGap);
  acts->addWidget(m_record);
  rows->addLayout(acts);
  connect(m_none, &QRadioButton::clicked, this, [this] {
    for (ReviewCard& card : m_cards) card.choose->setChecked(false);
    m_none->setChecked(true);
    follow();
  });
  for (SearchCombo* combo : {m_decider, m_manager, m_budget}) connect(combo, &SearchCombo::valueChanged, this, &ReviewPage::follow);
  // Words of the child were heard.
  connect(m_view, &QLineEdit::textEdited, this, [this](const QString& words) {
    if (!words.trimmed().isEmpty()) m_heard->setChecked(true);
  });
  connect(m_toGap, &QPushButton::clicked, this, &ReviewPage::goToGap);
  connect(m_record, &QPushButton::clicked, this, &ReviewPage::record);
  return foot;
}

const ReviewCard* ReviewPage::chosen() const {
  for (const ReviewCard& card : m_cards)
    if (card.choose->isChecked()) return &card;
  return nullptr;
}

void ReviewPage::fill(const Decision& decided) {
  for (ReviewCard& card : m_cards) {
    const auto reason =
        std::find_if(decided.reasons.begin(), decided.reasons.end(), [&](const OptionReason& one) { return one.option == card.option; });
    card.choose->setChecked(decided.chosen == card.option);
    if (reason == decided.reasons.end()) continue;
    if (decided.chosen == card.option) {
      card.why->setPlainText(q(reason->words));
      continue;
    }
    card.code->setCurrentIndex(reason->code ? card.code->findData(q(text(*reason->code))) : 0);
    card.words->setText(q(reason->words));
  }
  m_none->setChecked(!decided.chosen);
  choosePerson(*m_decider, decided.decidedBy);
  choosePerson(*m_manager, decided.agreedBy);
  choosePerson(*m_budget, decided.budgetAgreedBy);
  m_telephone->setChecked(decided.byTelephone && !decided.confirmedAt);  // what is owed stays owed
  m_heard->setChecked(decided.childsViewHeard);
  m_view->setText(q(decided.childsView));
}

ReviewPage::Gap ReviewPage::gap() const {
  const ReviewCard* home = chosen();
  if (m_reason != nullptr && m_reason->text().trimmed().isEmpty()) return {tr("Say why the decision is amended"), m_reason};
  if (home == nullptr && !m_none->isChecked()) {
    const auto open = std::find_if(m_cards.begin(), m_cards.end(), [](const ReviewCard& card) { return card.closed.isEmpty(); });
    return {tr("Choose a home, or that none of these suits"), open == m_cards.end() ? m_none : open->choose};
  }
  if (home != nullptr && !home->closed.isEmpty()) return {home->closed, m_none};
  for (const ReviewCard& card : m_cards) {
    if (&card == home && card.why->toPlainText().trimmed().isEmpty()) return {tr("One reason is missing: why %1").arg(card.name), card.why};
    if (&card != home && card.code->currentIndex() <= 0 && card.words->text().trimmed().isEmpty())
      return {tr("One reason is missing: why not %1").arg(card.name), card.code};
  }
  if (!m_decider->value().isValid()) return {tr("Name who decided"), m_decider};
  if (m_ranked == nullptr) return {tr("The offers cannot be read"), m_decider};
  if (const auto agree = app::agreed(m_workspace, decision(), *m_ranked); !agree)
    return {q(agree.error().detail), agree.error().subject == "budgetAgreedBy" ? m_budget : m_manager};
  return {};
}

QString ReviewPage::missing() const { return gap().words; }

void ReviewPage::goToGap() {
  if (QWidget* field = gap().field) bringTo(*field);
}

void ReviewPage::follow() {
  const ReviewCard* home = chosen();
  for (const ReviewCard& card : m_cards) {
    const bool isChosen = &card == home;
    card.surface->setGround(isChosen ? Surface::Ground::chosenCard : Surface::Ground::card);
    card.reasonTitle->setText(isChosen ? tr("Why %1").arg(card.name) : tr("Why not %1").arg(card.name));
    card.notChosen->setVisible(!isChosen);
    card.lawAsks->setVisible(isChosen && !card.owes.isEmpty());
    card.why->setVisible(isChosen && !card.covered);
    card.whyHidden->setVisible(isChosen && card.covered);
    card.choose->setToolTip(shown(card.closed));
    card.choose->setAccessibleDescription(shown(card.closed));
  }
  const QString gap = missing();
  m_record->setEnabled(gap.isEmpty() && !m_workspace.readOnly());
  m_record->setToolTip(m_workspace.readOnly() ? tr("The case file is open for reading only") : gap);
  m_toGap->setVisible(!gap.isEmpty());
  m_missing->setLine(gap.isEmpty() ? Sign::pass : Sign::unknown, gap.isEmpty() ? tr("Nothing is missing") : gap,
                     gap.isEmpty() ? Ink::ok : Ink::ask);
}

Decision ReviewPage::decision() const {
  Decision decision;
  decision.referral = m_choice.referral;
  decision.choice = m_choice.id;
  if (const ReviewCard* home = chosen()) decision.chosen = home->option;
  for (const ReviewCard& card : m_cards) {
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
  if (decision.childsViewHeard) decision.childsView = utf8(m_view->text().trimmed());
  if (m_reason != nullptr) decision.amendsReason = utf8(m_reason->text().trimmed());
  return decision;
}

void ReviewPage::record() {
  if (!missing().isEmpty()) return goToGap();
  if (!m_record->isEnabled()) return;
  const auto recorded = app::decide(m_workspace, decision());
  if (!recorded) {
    m_missing->setLine(Sign::fail, q(recorded.error().detail), Ink::no);
    return;
  }
  m_recorded = true;
  emit decided(*recorded, chosen() != nullptr);
}

bool ReviewPage::doPrimary() {
  record();
  return true;
}

}  // namespace homeward::ui
