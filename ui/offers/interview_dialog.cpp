#include "offers/interview_dialog.h"

#include <QFormLayout>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <algorithm>

#include "app/market_data.h"
#include "market/ask_dialog.h"
#include "market/editor_fields.h"
#include "shared/fields.h"
#include "shared/names.h"
#include "shared/page_parts.h"

namespace homeward::ui {
namespace {

constexpr int noon = 12 * 60;

const NeedAnswer* answerTo(const Offer& offer, ChildId child, NeedDomain domain) {
  const auto at = std::ranges::find_if(offer.needs, [&](const NeedAnswer& one) { return one.child == child && one.domain == domain; });
  return at == offer.needs.end() ? nullptr : &*at;
}

QString answerWords(const NeedAnswer* answer) {
  if (answer == nullptr) return InterviewDialog::tr("not answered");
  return InterviewDialog::tr("%1, %2").arg(answer->level).arg(q(wording::word("basis", text(answer->basis))));
}

}  // namespace

QStringList interviewWords(app::Workspace& workspace, const Offer& offer, const std::vector<OfferedChild>& children) {
  const auto people = app::people(workspace);
  QStringList lines;
  for (auto note = offer.interviews.rbegin(); note != offer.interviews.rend(); ++note) {
    QString by = InterviewDialog::tr("somebody");
    if (people)
      for (const Person& person : *people)
        if (person.id == note->by) by = q(person.name);
    QString who = InterviewDialog::tr("a child");
    for (const OfferedChild& child : children)
      if (child.child.id == note->child) who = child.name;
    lines << InterviewDialog::tr("%1, %2 (%3) · %4, %5, level %6: %7")
                 .arg(dateText(englandDay(note->at)), q(note->with), by, q(wording::label("need", text(note->domain))), who)
                 .arg(note->level)
                 .arg(q(note->words));
  }
  return lines;
}

InterviewDialog::InterviewDialog(app::Workspace& workspace, const Offer& offer, const std::vector<OfferedChild>& children, QWidget* parent)
    : ActDialog(tr("Record an interview"), tr("&Record the interview"), parent),
      m_workspace(workspace),
      m_offer(offer),
      m_with(new QLineEdit),
      m_day(new MaybeDay(tr("Day of the interview"))) {
  sayFirst(
      tr("What you heard counts as verified and takes the place of their own answer. What they had answered stays in the note of the "
         "interview and in the history. Leave a need without a level where it was not spoken of."));
  setMinimumWidth(px(880));
  m_with->setPlaceholderText(tr("such as: the registered manager"));
  addField(tr("&With whom"), m_with);
  m_day->set(workspace.today());
  addField(tr("On which &day"), m_day);
  auto* scroll = new QScrollArea;
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setWidget(needs(children));
  scroll->setMinimumHeight(std::min(px(420), scroll->widget()->sizeHint().height() + px(8)));
  form()->addRow(scroll);
  coverFields(*this);
  m_with->setFocus();
  nothingEnteredYet();
}

QWidget* InterviewDialog::needs(const std::vector<OfferedChild>& children) {
  auto* inside = new QWidget;
  auto* grid = new QGridLayout(inside);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setColumnStretch(4, 1);
  for (const OfferedChild& who : children) {
    if (std::ranges::find(m_offer.children, who.child.id) == m_offer.children.end()) continue;
    std::vector<NeedDomain> asked;
    for (const NeedDomain domain : all<NeedDomain>())
      if (needOf(who.child, domain) != nullptr || answerTo(m_offer, who.child.id, domain) != nullptr) asked.push_back(domain);
    grid->addWidget(new SectionHead(who.name, asked.empty() ? tr("no need is on the child’s record yet") : QString()), grid->rowCount(), 0,
                    1, 5);
    if (asked.empty()) continue;
    const int heads = grid->rowCount();
    const QStringList titles{tr("Need"), tr("Child’s level"), tr("They answered"), tr("As you judge it"), tr("What you heard")};
    for (int column = 0; column < titles.size(); ++column)
      grid->addWidget(new TextLabel(titles[column], Type::second, Ink::text2), heads, column);
    for (const NeedDomain domain : asked) {
      const int row = grid->rowCount();
      const NeedAnswer* answer = answerTo(m_offer, who.child.id, domain);
      const QString need = q(wording::label("need", text(domain)));
      const QString name = tr("%1, %2").arg(need, who.name);
      Line line;
      line.child = who.child.id;
      line.domain = domain;
      line.level = new LevelEdit(tr("%1, the child’s level: %2; they answered: %3; as you judge it")
                                     .arg(name, needLevelWords(needOf(who.child, domain)), answerWords(answer)));
      line.level->setNotSaid(tr("not spoken of"));
      line.words = new QLineEdit;
      line.words->setAccessibleName(tr("What you heard: %1").arg(name));
      auto* label = new QLabel(need);
      label->setBuddy(line.level);
      auto* theirs = new TextLabel(answerWords(answer), Type::text, Ink::text2);
      grid->addWidget(label, row, 0);
      grid->addWidget(new TextLabel(needLevelWords(needOf(who.child, domain)), Type::text, Ink::text2), row, 1);
      grid->addWidget(theirs, row, 2);
      grid->addWidget(line.level, row, 3);
      grid->addWidget(line.words, row, 4);
      if (answer != nullptr && !answer->evidence.empty()) {
        auto* evidence = new TextLabel(tr("On record: %1").arg(q(answer->evidence)), Type::second, Ink::text2);
        evidence->setWrapped(true);
        grid->addWidget(evidence, row + 1, 2, 1, 3);
      }
      m_lines.push_back(line);
    }
  }
  grid->setRowStretch(grid->rowCount(), 1);
  return inside;
}

std::vector<const InterviewDialog::Line*> InterviewDialog::heard() const {
  std::vector<const Line*> lines;
  for (const Line& line : m_lines)
    if (line.level->level() || !line.words->text().trimmed().isEmpty()) lines.push_back(&line);
  return lines;
}

Result<void> InterviewDialog::carryOut() {
  app::Interview interview;
  interview.with = utf8(m_with->text());
  const auto day = m_day->day();
  if (!day) return fail(ErrorCode::invalid, "at", utf8(tr("Write the day as 27/11/2026 or 27 November 2026.")));
  interview.at = *day == m_workspace.today() ? m_workspace.now() : englandMoment(*day, noon);
  const auto lines = heard();
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!lines[i]->level->level())
      return fail(ErrorCode::invalid, "level." + std::to_string(i), utf8(tr("Judge this need from 0 to 5 by what you heard.")));
    interview.heard.push_back({lines[i]->child, lines[i]->domain, *lines[i]->level->level(), utf8(lines[i]->words->text())});
  }
  return app::recordInterview(m_workspace, m_offer.id, m_offer.version, interview);
}

QWidget* InterviewDialog::fieldOf(const std::string& subject) const {
  if (subject == "with") return m_with;
  if (subject == "at") return m_day;
  if (subject == "heard") return m_lines.empty() ? nullptr : m_lines.front().level;
  const auto lines = heard();
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (subject == "level." + std::to_string(i)) return lines[i]->level;
    if (subject == "heard." + std::to_string(i)) return lines[i]->words;
  }
  return nullptr;
}

}  // namespace homeward::ui
