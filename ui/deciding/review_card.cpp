#include "deciding/review_card.h"

#include <QComboBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QVBoxLayout>

#include "shared/format.h"
#include "shared/page_parts.h"
#include "wording/wording.h"

namespace homeward::ui {
namespace {

using disclosure::SheetSign;

QString tr(const char* words) { return QObject::tr(words); }

constexpr int reasonHeight = 64;
constexpr int essentialColumns = 2;

TextLabel* line(const QString& words, Type type = Type::text, Ink ink = Ink::text) {
  auto* label = new TextLabel(words, type, ink);
  label->setWrapped(true);
  return label;
}

QWidget* signedLine(const disclosure::SheetLine& said) {
  const QString words = q(said.words);
  switch (said.sign) {
    case SheetSign::pass:
      return new SignLine(Sign::pass, words);
    case SheetSign::fail:
      return new SignLine(Sign::fail, words);
    case SheetSign::unknown:
      return new SignLine(Sign::unknown, words);
    case SheetSign::waived:
      return new SignLine(Sign::waived, words);
    case SheetSign::minus:
      return new SignLine(Sign::minus, words);
    case SheetSign::none:
      break;
  }
  return line(words);
}

void addGroup(QVBoxLayout& rows, const disclosure::SheetGroup& group, const QString& home) {
  rows.addSpacing(px(6));
  rows.addWidget(line(q(group.title), Type::second, Ink::text2));
  if (group.lines.empty()) rows.addWidget(line(tr("Nothing"), Type::text, Ink::text3));
  for (const disclosure::SheetLine& one : group.lines) rows.addWidget(signedLine(one));
  if (group.more.empty()) return;
  auto* label = line(q(group.more), Type::second, Ink::text2);
  auto* show = makeButton(q(group.moreTitle), ButtonKind::plain);
  show->setCheckable(true);
  show->setAccessibleName(tr("%1: %2").arg(show->text(), home));
  setSmall(*show);
  label->hide();
  QObject::connect(show, &QPushButton::toggled, label, &QWidget::setVisible);
  rows.addWidget(show, 0, Qt::AlignLeft);
  rows.addWidget(label);
}

void addFigures(QVBoxLayout& rows, const disclosure::SheetOption& option) {
  auto* figures = new QFormLayout;
  for (const disclosure::SheetFigure& figure : option.figures)
    figures->addRow(line(q(figure.label), Type::text, Ink::text2), line(q(figure.words)));
  auto* bar = new IntervalBar;
  bar->setInterval(option.known, option.possible);
  figures->addRow(line(tr("Match"), Type::text, Ink::text2), bar);
  rows.addLayout(figures);
}

}  // namespace

ReviewCard reviewCard(const disclosure::SheetOption& option) {
  ReviewCard card;
  card.option = option.number;
  card.name = q(option.name);
  card.closed = q(option.closed);
  card.owes = q(option.lawPrefers);
  card.surface = new Surface(Surface::Ground::card);
  auto* rows = new QVBoxLayout(card.surface);
  card.choose = new QRadioButton(card.name);
  card.choose->setAutoExclusive(false);
  card.choose->setFont(typeFont(Type::section, true));
  card.choose->setAccessibleName(tr("Choose %1").arg(card.name));
  card.choose->setEnabled(card.closed.isEmpty());
  rows->addWidget(card.choose);
  if (!option.provider.empty()) rows->addWidget(line(q(option.provider), Type::second, Ink::text2));
  if (!card.closed.isEmpty())
    rows->addWidget(new SignLine(option.offered ? Sign::fail : Sign::minus,
                                 (option.offered ? tr("It cannot be chosen now. %1") : QStringLiteral("%1")).arg(card.closed)));
  if (option.offered && !option.inChoice.empty()) {
    rows->addSpacing(px(6));
    rows->addWidget(line(tr("Why it is in the choice"), Type::second, Ink::text2));
    rows->addWidget(line(q(option.inChoice)));
  }
  for (const disclosure::SheetGroup& group : option.groups) addGroup(*rows, group, card.name);
  rows->addStretch();
  if (option.offered) {
    rows->addWidget(new Hairline);
    addFigures(*rows, option);
  }
  return card;
}

QWidget* buildReason(ReviewCard& card, bool offered) {
  auto* reason = new QWidget;
  auto* rows = new QVBoxLayout(reason);
  rows->setContentsMargins(0, 0, 0, 0);
  card.reasonTitle = line({});
  card.reasonTitle->setStrong(true);
  rows->addWidget(card.reasonTitle);
  card.lawAsks = line(card.owes, Type::second, Ink::text2);
  card.lawAsks->hide();
  rows->addWidget(card.lawAsks);
  card.why = new QPlainTextEdit;
  card.why->setAccessibleDescription(card.owes);
  card.why->setTabChangesFocus(true);
  card.why->setFixedHeight(px(reasonHeight));
  card.why->setAccessibleName(tr("Why %1").arg(card.name));
  rows->addWidget(card.why);
  card.whyHidden = line({}, Type::text, Ink::text2);
  card.whyHidden->hide();
  rows->addWidget(card.whyHidden);
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
  if (!offered) {
    card.code->setCurrentIndex(card.code->findData(q(text(NotChosen::otherReason))));
    card.words->setText(tr("No longer offered"));
  }
  notRows->addWidget(card.code);
  notRows->addWidget(card.words);
  rows->addWidget(card.notChosen);
  rows->addStretch();
  return reason;
}

void addEssentials(QVBoxLayout& rows, const disclosure::ChoiceSheet& sheet) {
  rows.addWidget(line(tr("A home has to have"), Type::second, Ink::accent));
  auto* grid = new QGridLayout;
  grid->setHorizontalSpacing(px(16));
  int at = 0;
  for (const disclosure::SheetLine& one : sheet.essentials) {
    grid->addWidget(signedLine(one), at / essentialColumns, at % essentialColumns);
    ++at;
  }
  rows.addLayout(grid);
  rows.addWidget(line(q(sheet.essentialsWords), Type::second, Ink::text2));
}

QWidget* backgroundCard(const disclosure::ChoiceSheet& sheet) {
  if (sheet.background.empty()) return nullptr;
  auto* card = new Surface(Surface::Ground::card);
  card->setObjectName(QStringLiteral("choiceBackground"));
  auto* rows = new QVBoxLayout(card);
  rows->setSpacing(px(3));
  rows->addWidget(line(tr("How this choice came about"), Type::second, Ink::accent));
  for (const disclosure::SheetLine& one : sheet.background) rows->addWidget(signedLine(one));
  return card;
}

}  // namespace homeward::ui
