#include "returned/returned_answer_dialog.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "offers/home_dialog.h"
#include "shared/format.h"
#include "shared/names.h"
#include "shared/page_parts.h"
#include "shared/plain_table.h"
#include "shared/style.h"
#include "wording/wording.h"

namespace homeward::ui {
namespace {

using exchange::Answering;

/// What the file answers, in a sentence.
QString answerWords(const exchange::OfferAnswer& answer) {
  if (!answer.answer) return ReturnedAnswerDialog::tr("The form does not say what it answers: ask the provider.");
  switch (*answer.answer) {
    case Answering::offer:
      return answer.home.empty() ? ReturnedAnswerDialog::tr("It offers a home.")
                                 : ReturnedAnswerDialog::tr("It offers a home: %1.").arg(shown(q(answer.home)));
    case Answering::decline:
      return answer.decline ? ReturnedAnswerDialog::tr("It declines: %1.").arg(q(wording::word("declineReason", text(*answer.decline))))
                            : ReturnedAnswerDialog::tr("It declines and gives no reason.");
    case Answering::question:
      return ReturnedAnswerDialog::tr("It asks: %1").arg(shown(q(answer.question)));
  }
  return {};
}

}  // namespace

ReturnedAnswerDialog::ReturnedAnswerDialog(app::Workspace& workspace, std::string bytes, app::ReturnedAnswer returned, QWidget* parent)
    : EntryDialog(parent),
      m_workspace(workspace),
      m_bytes(std::move(bytes)),
      m_returned(std::move(returned)),
      m_what(new TextLabel({}, Type::text, Ink::text)),
      m_who(new QComboBox),
      m_home(new TextLabel({}, Type::text, Ink::text)),
      m_which(makeButton(tr("Choose the &home…"), ButtonKind::outlined, QStringLiteral("home"))),
      m_notes(new TextLabel({}, Type::text, Ink::ask)),
      m_lines(new PlainTable(tr("What it says"))),
      m_trouble(new TextLabel({}, Type::text, Ink::no)),
      m_replace(makeButton(tr("&Put it in the place of the one on record"), ButtonKind::outlined)),
      m_record(makeButton(tr("&Record it"), ButtonKind::primary, QStringLiteral("tick"))) {
  setWindowTitle(tr("An answer came back for %1").arg(q(m_returned.number)));
  resize(px(860), px(680));
  if (auto lines = app::approachLines(workspace, m_returned.pack.referral)) m_asked = *std::move(lines);
  build();
  connect(m_who, qOverload<int>(&QComboBox::activated), this, &ReturnedAnswerDialog::chooseWho);
  connect(m_which, &QPushButton::clicked, this, &ReturnedAnswerDialog::chooseHome);
  connect(m_replace, &QPushButton::clicked, this, [this] { take(app::TakeAs::inPlaceOfBefore); });
  connect(m_record, &QPushButton::clicked, this, [this] { take(app::TakeAs::newOffer); });
  fill();
  (m_returned.approach ? static_cast<QWidget*>(m_lines) : m_who)->setFocus();
  nothingEnteredYet();
}

void ReturnedAnswerDialog::build() {
  m_who->setAccessibleName(tr("Who answered"));
  for (TextLabel* label : {m_what, m_notes, m_trouble}) label->setWrapped(true);
  m_trouble->hide();
  auto* fields = new QFormLayout;
  auto* who = new QLabel(tr("&Who answered"));
  who->setBuddy(m_who);
  fields->addRow(who, m_who);
  auto* home = new QWidget;
  auto* row = new QHBoxLayout(home);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(m_home, 1);
  row->addWidget(m_which);
  fields->addRow(tr("Home"), home);
  auto* rows = new QVBoxLayout(this);
  rows->addWidget(m_what);
  rows->addLayout(fields);
  rows->addWidget(m_notes);
  rows->addWidget(m_lines, 1);
  rows->addWidget(m_trouble);
  auto* foot = new QHBoxLayout;
  foot->addStretch(1);
  foot->addWidget(m_replace);
  foot->addWidget(m_record);
  auto* leave = makeButton(tr("Cancel"), ButtonKind::outlined);
  connect(leave, &QPushButton::clicked, this, &QDialog::reject);
  foot->addWidget(leave);
  rows->addLayout(foot);
  m_record->setDefault(true);
}

void ReturnedAnswerDialog::fill() {
  m_filling = true;
  m_who->clear();
  if (!m_returned.approach) m_who->addItem(tr("choose who it was"), QVariant());
  for (const app::ApproachLine& line : m_asked) {
    const QString name = line.setting.empty() ? q(line.provider) : q(line.setting + " (" + line.provider + ")");
    m_who->addItem(name, QVariant::fromValue<qlonglong>(line.approach.id.value));
    if (m_returned.approach && line.approach.id == m_returned.approach->id) m_who->setCurrentIndex(m_who->count() - 1);
  }
  // A form of one provider says whose it is.
  const bool known = std::ranges::any_of(m_returned.pack.forms, [&](const SentForm& form) {
    return form.reference == m_returned.answer.reference && form.approach.has_value();
  });
  m_who->setEnabled(!known);
  m_who->setToolTip(known ? tr("The reference of the form says it") : QString());
  m_filling = false;
  m_what->setText(answerWords(m_returned.answer));
  const auto market = m_workspace.market();
  const Setting* home = market ? (*market)->setting(m_returned.offer.setting) : nullptr;
  m_home->setText(home == nullptr ? tr("not known yet") : q(home->name));
  QStringList notes;
  for (const Fact& fact : m_returned.since) notes << shown(sentence(fact));
  for (const Fact& fact : m_returned.kept) notes << shown(sentence(fact));
  // The first say enough; the rest is counted.
  constexpr std::size_t shownProblems = 8;
  const auto& problems = m_returned.answer.problems;
  for (std::size_t i = 0; i < std::min(problems.size(), shownProblems); ++i)
    notes << (problems[i].where.empty() ? q(problems[i].what) : tr("%1: %2").arg(q(problems[i].where), shown(q(problems[i].what))));
  if (problems.size() > shownProblems) notes << tr("And %1 more that could not be read.").arg(problems.size() - shownProblems);
  m_notes->setText(notes.join(QLatin1Char('\n')));
  m_notes->setVisible(!notes.isEmpty());
  showLines();
  follow();
}

void ReturnedAnswerDialog::showLines() {
  const bool offers = m_returned.answer.answer == Answering::offer;
  m_lines->setVisible(offers);
  if (!offers) return;
  auto lines = app::compared(m_workspace, m_returned.before, m_returned.inPlace.value_or(m_returned.offer));
  if (!lines) return m_trouble->setText(q(lines.error().detail)), m_trouble->show();
  using Line = app::OfferLine;
  std::vector<PlainColumn<Line>> columns{{tr("What"), [](const Line& line) { return shown(q(line.what)); }, {}, false}};
  if (m_returned.before) {
    columns.push_back({tr("On record"), [](const Line& line) { return shown(q(line.onRecord)); }, {}, false});
    columns.push_back({tr("Differs"), [](const Line& line) { return line.differs() ? tr("differs") : QString(); }, {}, false});
  }
  columns.push_back({tr("With the file"), [](const Line& line) { return shown(q(line.inFile)); }, {}, false});
  if (m_returned.before)  // what differs comes first
    std::stable_sort(lines->begin(), lines->end(), [](const Line& a, const Line& b) { return a.differs() > b.differs(); });
  m_lines->setRows(*std::move(lines), columns);
  m_lines->sortByColumn(-1, Qt::AscendingOrder);
  m_lines->setWordWrap(true);
  // The two sides share what room there is; their labels take what they need.
  for (int column = 0; column < static_cast<int>(columns.size()); ++column) {
    const bool side = columns.size() == 2 ? column == 1 : column == 1 || column == 3;
    m_lines->horizontalHeader()->setSectionResizeMode(column, side ? QHeaderView::Stretch : QHeaderView::ResizeToContents);
  }
  m_lines->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
}

void ReturnedAnswerDialog::follow() {
  const bool offers = m_returned.answer.answer == Answering::offer;
  const bool second = offers && m_returned.before.has_value();
  m_replace->setVisible(second);
  m_record->setText(second ? tr("&Record it as another offer") : tr("&Record it"));
  const QString why = m_workspace.readOnly()                         ? tr("The case file is open for reading only")
                      : !m_returned.answer.answer                    ? tr("The form does not say what it answers")
                      : !m_returned.approach                         ? tr("Choose who answered first")
                      : offers && !m_returned.offer.setting.stored() ? tr("Choose the home first")
                      : offers && m_returned.offer.children.empty()
                          ? tr("It does not say whom it takes, or takes none of the children of this referral")
                      : offers ? cannotStand()
                               : QString();
  for (QPushButton* button : {m_record, m_replace}) {
    button->setEnabled(why.isEmpty());
    button->setToolTip(why);
  }
  m_which->setEnabled(offers && m_returned.approach.has_value());
  m_which->setToolTip(!offers ? tr("It offers no home") : m_returned.approach ? QString() : tr("Choose who answered first"));
}

QString ReturnedAnswerDialog::cannotStand() const {
  const auto findings = check(m_returned.inPlace.value_or(m_returned.offer), m_workspace.today());
  return findings.empty() ? QString() : q(findings.front().message);
}

void ReturnedAnswerDialog::chooseWho() {
  if (m_filling || !m_who->currentData().isValid()) return;
  auto known = app::answeredBy(m_workspace, m_returned, ApproachId{m_who->currentData().toLongLong()});
  if (!known) return m_trouble->setText(q(known.error().detail)), m_trouble->show();
  m_returned = *std::move(known);
  fill();
}

void ReturnedAnswerDialog::chooseHome() {
  const auto market = m_workspace.market();
  const Provider* provider = market && m_returned.approach ? (*market)->provider(m_returned.approach->provider) : nullptr;
  if (provider == nullptr) return;
  HomeDialog dialog(m_workspace, *provider, this);
  if (dialog.exec() != QDialog::Accepted) return;
  auto meant = app::meaning(m_workspace, m_returned, dialog.home());
  if (!meant) return m_trouble->setText(q(meant.error().detail)), m_trouble->show();
  m_returned = *std::move(meant);
  fill();
}

void ReturnedAnswerDialog::take(app::TakeAs as) {
  const auto taken = app::takeReturnedAnswer(m_workspace, m_returned, as);
  if (!taken) {
    m_trouble->setText(q(taken.error().detail));
    m_trouble->show();
    if (taken.error().code == ErrorCode::conflict) readAgain();
    return;
  }
  m_done = m_returned.answer.answer == Answering::offer     ? tr("The offer was recorded")
           : m_returned.answer.answer == Answering::decline ? tr("The decline was recorded")
                                                            : tr("The question was recorded");
  accept();
}

void ReturnedAnswerDialog::readAgain() {
  auto fresh = app::readReturnedAnswer(m_workspace, m_bytes);
  const auto who = m_returned.approach;
  const SettingId home = m_returned.offer.setting;
  if (fresh && who && !fresh->approach) fresh = app::answeredBy(m_workspace, *std::move(fresh), who->id);
  if (fresh && home.stored() && fresh->offer.setting != home) fresh = app::meaning(m_workspace, *std::move(fresh), home);
  if (!fresh) return m_trouble->setText(q(fresh.error().detail));
  m_returned = *std::move(fresh);
  m_trouble->setText(tr("What is on record has changed while you looked. Both are shown as they stand now: look again, then record it."));
  fill();
}

}  // namespace homeward::ui
