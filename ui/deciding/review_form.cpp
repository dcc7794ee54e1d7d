#include "deciding/review_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

#include "deciding/side_by_side.h"
#include "domain/agreement.h"
#include "shared/fields.h"
#include "shared/format.h"
#include "shared/names.h"
#include "shared/page_parts.h"
#include "shared/plain_tip.h"
#include "wording/wording.h"

namespace homeward::ui {
namespace {

TextLabel* line(const QString& words, Type type = Type::text, Ink ink = Ink::text) {
  auto* label = new TextLabel(words, type, ink);
  label->setWrapped(true);
  return label;
}

bool manages(homeward::Role role) { return role == homeward::Role::teamManager; }
bool decides(homeward::Role role) { return mayDecide(role); }
bool budgets(homeward::Role role) { return holdsTheBudget(role); }

std::optional<std::int64_t> numberIn(const SearchCombo& combo) {
  return combo.value().isValid() ? std::optional<std::int64_t>(combo.value().toLongLong()) : std::nullopt;
}
void putNumber(SearchCombo& combo, std::optional<std::int64_t> number) {
  combo.setValue(number && *number > 0 ? QVariant::fromValue<qint64>(*number) : QVariant());
}

}  // namespace

ReviewForm::ReviewForm(disclosure::ChoiceSheet sheet, About about, QWidget* parent)
    : QWidget(parent), m_sheet(std::move(sheet)), m_about(std::move(about)) {
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(0);
  auto* head = new PageHead;
  head->setTitle(m_about.title);
  head->setSubtitle(m_about.subtitle);
  rows->addWidget(head);
  auto* body = new Surface(Surface::Ground::window);
  auto* bodyRows = new QVBoxLayout(body);
  bodyRows->setContentsMargins(px(28), px(12), px(28), px(12));
  bodyRows->setSpacing(px(12));
  bodyRows->addWidget(buildTop());
  if (m_about.amends) bodyRows->addWidget(buildWhy());
  if (QWidget* background = backgroundCard(m_sheet)) bodyRows->addWidget(background);
  auto* order = new QHBoxLayout;
  order->addWidget(line(tr("The homes stand in order of name, so that the order suggests nothing."), Type::second, Ink::text2), 1);
  addSideBySide(*order);
  bodyRows->addLayout(order);
  auto* cards = new QHBoxLayout;
  auto* reasonSurface = new Surface(Surface::Ground::card);
  auto* reasonRows = new QVBoxLayout(reasonSurface);
  reasonRows->addWidget(new SectionHead(
      tr("Your reasons"), tr("%1 may read them one day. The providers that were not chosen are told theirs.").arg(q(m_sheet.people))));
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
  follow();
}

QWidget* ReviewForm::firstFocus() {
  if (m_reason != nullptr) return m_reason;
  for (const ReviewCard& card : m_cards)
    if (card.choose->isEnabled()) return card.choose;
  return m_none;
}
QList<QWidget*> ReviewForm::panes() { return {firstFocus(), m_record->isEnabled() ? static_cast<QWidget*>(m_record) : m_decider}; }

void ReviewForm::namesHiddenChanged() {
  coverFields(*this);
  // Not while it is typed: the field would go from under the keyboard.
  for (ReviewCard& card : m_cards) {
    const QString words = card.why->toPlainText();
    card.covered = shown(words) != words;
    coverText(*card.why, *card.whyHidden);
  }
  follow();
}

QWidget* ReviewForm::buildTop() {
  auto* top = new Surface(Surface::Ground::card);
  auto* columns = new QHBoxLayout(top);
  auto* words = new QVBoxLayout;
  columns->addLayout(words, 1);
  for (const disclosure::SheetVoice& voice : m_sheet.voices) {
    words->addWidget(line(tr("%1 says").arg(q(voice.name)), Type::second, Ink::accent));
    if (voice.says.empty())
      words->addWidget(line(tr("Nothing is written down of what %1 wants.").arg(q(voice.name)), Type::text, Ink::text2));
    for (const std::string& said : voice.says) words->addWidget(line("“" + q(said) + "”", Type::childsWords));
  }
  words->addStretch();
  columns->addWidget(new Hairline(Qt::Vertical));
  auto* essentials = new QVBoxLayout;
  columns->addLayout(essentials, 1);
  addEssentials(*essentials, m_sheet);
  essentials->addStretch();
  return top;
}

QWidget* ReviewForm::buildWhy() {
  auto* card = new Surface(Surface::Ground::card);
  auto* row = new QHBoxLayout(card);
  auto* label = new QLabel(tr("Wh&y it is amended"));
  m_reason = new QLineEdit;
  m_reason->setAccessibleName(tr("Why it is amended"));
  m_reason->setPlaceholderText(tr("what has come to light, or what was left out"));
  label->setBuddy(m_reason);
  row->addWidget(label);
  row->addWidget(m_reason, 1);
  connect(m_reason, &QLineEdit::textChanged, this, &ReviewForm::follow);
  return card;
}

void ReviewForm::addSideBySide(QHBoxLayout& acts) {
  auto* open = makeButton(tr("Side by s&ide…"), ButtonKind::plain, QStringLiteral("compare"));
  open->setToolTip(tr("Every home beside the others: what it has to have, what fits, and what it costs, item by item"));
  connect(open, &QPushButton::clicked, this, [this] { showSideBySide(m_sheet, this); });
  acts.addWidget(open);
}

void ReviewForm::buildCards(QHBoxLayout* cards, QHBoxLayout* reasons) {
  m_cards.reserve(m_sheet.options.size());
  for (const disclosure::SheetOption& option : m_sheet.options) {
    ReviewCard& card = m_cards.emplace_back(reviewCard(option));
    cards->addWidget(card.surface, 1);
    reasons->addWidget(buildReason(card, option.offered), 1);
    connect(card.choose, &QRadioButton::clicked, this, [this, choose = card.choose] { chooseOnly(choose); });
    connect(card.why, &QPlainTextEdit::textChanged, this, &ReviewForm::follow);
    connect(card.code, &QComboBox::currentIndexChanged, this, &ReviewForm::follow);
    connect(card.words, &QLineEdit::textChanged, this, &ReviewForm::follow);
  }
}

SearchCombo* ReviewForm::people(const QString& name, bool (*may)(homeward::Role)) const {
  auto* combo = new SearchCombo(name);
  QVector<SearchCombo::Entry> entries;
  for (const disclosure::SheetPerson& person : m_sheet.persons)
    if (may(person.role))
      entries.push_back(
          {tr("%1, %2").arg(q(person.name), q(wording::word("role", text(person.role)))), QVariant::fromValue<qint64>(person.number)});
  combo->setEntries(entries);
  return combo;
}

QWidget* ReviewForm::buildFoot() {
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
  m_decider = labelled(tr("&Decided by"), people(tr("Decided by"), &decides));
  putNumber(*m_decider, m_sheet.sentTo);
  m_manager = labelled(tr("&Agreed by team manager"), people(tr("Agreed by team manager"), &manages));
  m_budget = labelled(tr("&Budget holder, above the limit"), people(tr("Agreed by budget holder"), &budgets));
  rows->addLayout(who);
  auto* said = new QHBoxLayout;
  said->setSpacing(px(16));
  m_none = new QRadioButton(tr("&None of these suits"));
  m_more = new QRadioButton(tr("I want to &know more first"));
  m_telephone = new QCheckBox(tr("Given by te&lephone, to be confirmed"));
  m_heard = new QCheckBox(tr("The &child's view was heard"));
  m_none->setAccessibleName(tr("None of these suits"));
  m_more->setAccessibleName(tr("I want to know more first"));
  m_telephone->setAccessibleName(tr("Given by telephone, to be confirmed"));
  m_heard->setAccessibleName(tr("The child's view was heard"));
  for (QRadioButton* one : {m_none, m_more}) {
    one->setAutoExclusive(false);
    one->setEnabled(!m_sheet.movedIn);
    one->setToolTip(m_sheet.movedIn ? tr("The placement has started") : QString());
    connect(one, &QRadioButton::clicked, this, [this, one] { chooseOnly(one); });
  }
  m_view = new QLineEdit;
  m_view->setAccessibleName(tr("What the child said"));
  m_view->setPlaceholderText(tr("what the child said, in the child’s own words"));
  m_comment = new QLineEdit;
  m_comment->setAccessibleName(tr("What you want to know, or a comment"));
  m_comment->setPlaceholderText(tr("what you want to know first, or a comment"));
  for (QWidget* one : {static_cast<QWidget*>(m_telephone), static_cast<QWidget*>(m_heard)}) said->addWidget(one);
  said->addWidget(m_view, 1);
  rows->addLayout(said);
  auto* instead = new QHBoxLayout;
  instead->setSpacing(px(16));
  instead->addWidget(m_none);
  instead->addWidget(m_more);
  instead->addWidget(m_comment, 1);
  rows->addLayout(instead);
  m_missing = new SignLine(Sign::unknown, {});
  m_toGap = makeButton(tr("Go to what is &missing"), ButtonKind::quiet);
  m_record = makeButton(tr("Rec&ord the decision"), ButtonKind::primary, "tick");
  auto* acts = new QHBoxLayout;
  acts->addWidget(m_missing, 1);
  acts->addWidget(m_toGap);
  acts->addWidget(m_record);
  rows->addLayout(acts);
  for (SearchCombo* combo : {m_decider, m_manager, m_budget}) connect(combo, &SearchCombo::valueChanged, this, &ReviewForm::follow);
  // Words of the child were heard.
  connect(m_view, &QLineEdit::textEdited, this, [this](const QString& words) {
    if (!words.trimmed().isEmpty()) m_heard->setChecked(true);
  });
  connect(m_comment, &QLineEdit::textChanged, this, &ReviewForm::follow);
  connect(m_toGap, &QPushButton::clicked, this, [this] {
    if (QWidget* field = gap().field) bringTo(*field);
  });
  connect(m_record, &QPushButton::clicked, this, &ReviewForm::act);
  return foot;
}

void ReviewForm::chooseOnly(const QWidget* what) {
  for (ReviewCard& card : m_cards) card.choose->setChecked(card.choose == what);
  m_none->setChecked(m_none == what);
  m_more->setChecked(m_more == what);
  follow();
}

const ReviewCard* ReviewForm::chosen() const {
  for (const ReviewCard& card : m_cards)
    if (card.choose->isChecked()) return &card;
  return nullptr;
}

void ReviewForm::fill(const disclosure::SheetAnswer& answer) {
  for (ReviewCard& card : m_cards) {
    const auto reason = std::ranges::find(answer.reasons, card.option, &disclosure::SheetReason::option);
    card.choose->setChecked(answer.chosen == card.option);
    if (reason == answer.reasons.end()) continue;
    if (answer.chosen == card.option) {
      card.why->setPlainText(q(reason->words));
      continue;
    }
    card.code->setCurrentIndex(reason->code ? card.code->findData(q(text(*reason->code))) : 0);
    card.words->setText(q(reason->words));
  }
  m_none->setChecked(!answer.chosen && !answer.wantsMore);
  m_more->setChecked(answer.wantsMore);
  m_comment->setText(q(answer.comment));
  putNumber(*m_decider, answer.decidedBy);
  putNumber(*m_manager, answer.agreedBy);
  putNumber(*m_budget, answer.budgetAgreedBy);
  m_telephone->setChecked(answer.byTelephone);
  m_heard->setChecked(answer.childsViewHeard);
  m_view->setText(q(answer.childsView));
  follow();
}

ReviewForm::Gap ReviewForm::gap() const {
  using Of = disclosure::SheetGap::Of;
  if (m_reason != nullptr && m_reason->text().trimmed().isEmpty()) return {tr("Say why the decision is amended"), m_reason};
  if (chosen() == nullptr && !m_none->isChecked() && !m_more->isChecked()) {
    const auto open = std::find_if(m_cards.begin(), m_cards.end(), [](const ReviewCard& card) { return card.closed.isEmpty(); });
    return {tr("Choose a home, or that none of these suits"), open == m_cards.end() ? m_none : open->choose};
  }
  const disclosure::SheetGap missing = disclosure::gapOf(m_sheet, answer());
  const auto card = std::find_if(m_cards.begin(), m_cards.end(), [&](const ReviewCard& one) { return one.option == missing.option; });
  const auto at = [&](QWidget* field) { return Gap{q(missing.words), field}; };
  switch (missing.of) {
    case Of::nothing:
      return {};
    case Of::why:
      return at(card->why);
    case Of::whyNot:
      return at(card->code);
    case Of::manager:
      return at(m_manager);
    case Of::budget:
      return at(m_budget);
    case Of::decider:
      return at(m_decider);
    case Of::comment:
      return at(m_comment);
    case Of::choice:
    case Of::closed:
      break;
  }
  return at(m_none);
}

QString ReviewForm::missing() const { return gap().words; }

void ReviewForm::follow() {
  if (m_record == nullptr) return;  // still being made
  const ReviewCard* home = chosen();
  for (const ReviewCard& card : m_cards) {
    const bool isChosen = &card == home;
    card.surface->setGround(isChosen ? Surface::Ground::chosenCard : Surface::Ground::card);
    card.reasonTitle->setText(isChosen ? tr("Why %1").arg(card.name) : tr("Why not %1").arg(card.name));
    card.notChosen->setVisible(!isChosen);
    card.lawAsks->setVisible(isChosen && !card.owes.isEmpty());
    card.why->setVisible(isChosen && !card.covered);
    card.whyHidden->setVisible(isChosen && card.covered);
    card.choose->setToolTip(plainTip(shown(card.closed)));
    card.choose->setAccessibleDescription(shown(card.closed));
  }
  const QString gap = missing();
  m_record->setText(m_more->isChecked() ? tr("As&k for it") : tr("Rec&ord the decision"));
  m_record->setEnabled(gap.isEmpty() && m_about.closed.isEmpty());
  m_record->setToolTip(plainTip(m_about.closed.isEmpty() ? gap : m_about.closed));
  m_toGap->setVisible(!gap.isEmpty());
  m_missing->setLine(gap.isEmpty() ? Sign::pass : Sign::unknown, gap.isEmpty() ? tr("Nothing is missing") : gap,
                     gap.isEmpty() ? Ink::ok : Ink::ask);
}

disclosure::SheetAnswer ReviewForm::answer() const {
  disclosure::SheetAnswer answer;
  answer.code = m_sheet.code;
  answer.wantsMore = m_more->isChecked();
  if (const ReviewCard* home = chosen()) answer.chosen = home->option;
  for (const ReviewCard& card : m_cards) {
    disclosure::SheetReason reason{card.option, std::nullopt, {}};
    if (answer.chosen == card.option) {
      reason.words = utf8(card.why->toPlainText());
    } else {
      reason.code = parse<NotChosen>(utf8(card.code->currentData().toString()));
      reason.words = utf8(card.words->text());
    }
    answer.reasons.push_back(std::move(reason));
  }
  answer.decidedBy = numberIn(*m_decider).value_or(0);
  answer.agreedBy = numberIn(*m_manager);
  answer.budgetAgreedBy = numberIn(*m_budget);
  answer.byTelephone = m_telephone->isChecked();
  answer.childsViewHeard = m_heard->isChecked();
  if (answer.childsViewHeard) answer.childsView = utf8(m_view->text().trimmed());
  answer.comment = utf8(m_comment->text().trimmed());
  if (m_reason != nullptr) answer.amendsReason = utf8(m_reason->text().trimmed());
  return answer;
}

void ReviewForm::act() {
  if (const Gap missing = gap(); !missing.words.isEmpty()) {
    if (missing.field != nullptr) bringTo(*missing.field);
    return;
  }
  if (m_record->isEnabled()) emit recordWanted(answer());
}

void ReviewForm::refuse(const QString& why) { m_missing->setLine(Sign::fail, why, Ink::no); }

}  // namespace homeward::ui
