// Who was asked: the list with the call that is logged in two keys, the note that goes with it, the calls that were made, and what comes
// of a yes.
#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

#include "app/deidentified.h"
#include "market/reach_words.h"
#include "referrals/approach_dialog.h"
#include "referrals/referral_detail.h"
#include "sending/pack_dialog.h"
#include "shared/flow_layout.h"
#include "shared/format.h"
#include "shared/names.h"
#include "shared/page_parts.h"
#include "wording/wording.h"

namespace homeward::ui {
namespace {

constexpr int mostRows = 8;

struct CallKey {
  int key;
  CallOutcome outcome;
};
constexpr std::array callKeys{CallKey{Qt::Key_N, CallOutcome::noAnswer}, CallKey{Qt::Key_B, CallOutcome::callBack},
                              CallKey{Qt::Key_Y, CallOutcome::saidYes},  CallKey{Qt::Key_X, CallOutcome::saidNo},
                              CallKey{Qt::Key_Q, CallOutcome::question}, CallKey{Qt::Key_S, CallOutcome::sent},
                              CallKey{Qt::Key_R, CallOutcome::reminded}};

QString lastContact(const Approach& approach) {
  if (approach.log.empty()) return {};
  const ContactEntry& last = approach.log.back();
  const QString words = ReferralDetail::tr("%1 at %2").arg(q(wording::word("callOutcome", text(last.outcome))), timeText(last.at));
  return last.note.empty() ? words : words + QStringLiteral(": ") + shown(q(last.note));
}

QString whoWords(const app::ApproachLine& line) { return q(line.setting.empty() ? line.provider : line.setting); }

}  // namespace

void ReferralDetail::buildAsked() {
  m_asked = new QListWidget(this);
  m_asked->setAccessibleName(tr("Who was asked. C, then a letter, records a call"));
  m_asked->setAccessibleDescription(tr("Enter opens the calls"));
  m_asked->setFrameShape(QFrame::NoFrame);
  m_asked->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_asked->installEventFilter(this);
  m_asked->hide();
  connect(m_asked, &QListWidget::itemActivated, this, &ReferralDetail::openCalls);
  m_note = new QLineEdit(this);
  m_note->setAccessibleName(tr("Note for the next call that is logged"));
  m_note->setPlaceholderText(tr("a note for the next call, if you like; Enter goes back to the row"));
  m_note->hide();
  connect(m_note, &QLineEdit::returnPressed, m_asked, qOverload<>(&QWidget::setFocus));
  for (const CallKey& call : callKeys) {
    auto* act = new QAction(tr("Call: %1").arg(q(wording::word("callOutcome", text(call.outcome)))) + "\tC, " + QChar(call.key), this);
    connect(act, &QAction::triggered, this, [this, outcome = call.outcome] { log(outcome); });
    m_calls << act;
  }
}

const app::ApproachLine* ReferralDetail::selected() const {
  const int row = m_asked->currentRow();
  return row < 0 || static_cast<std::size_t>(row) >= m_lines.size() ? nullptr : &m_lines[static_cast<std::size_t>(row)];
}

void ReferralDetail::select(ApproachId approach) {
  for (std::size_t row = 0; row < m_lines.size(); ++row)
    if (m_lines[row].approach.id == approach) {
      m_asked->setCurrentRow(static_cast<int>(row));
      bringTo(*m_asked);
      m_asked->setFocus();
    }
}

void ReferralDetail::addAsked() {
  auto lines = app::approachLines(m_workspace, m_referral);
  m_rows->addWidget(new SectionHead(tr("Who was asked"), tr("C, then N B Y X Q S R, records a call; Enter opens the calls")));
  m_lines = lines ? *std::move(lines) : std::vector<app::ApproachLine>{};
  const int before = m_asked->currentRow();
  m_asked->clear();
  m_asked->setVisible(!m_lines.empty());
  m_note->setVisible(!m_lines.empty());
  if (m_lines.empty()) {
    auto* nobody = new TextLabel(tr("Nobody has been asked yet."), Type::text, Ink::text2);
    m_rows->addWidget(nobody);
  }
  for (const app::ApproachLine& line : m_lines) {
    QStringList parts{q(line.setting.empty() ? line.provider : line.setting + " (" + line.provider + ")"),
                      numberToRing(m_workspace, line.telephone, line.outOfHours),
                      q(wording::word("approachState", text(line.approach.state)))};
    if (line.approach.declined) parts << q(wording::word("declineReason", text(*line.approach.declined)));
    // What waits stands before what was said last, which may find no room.
    if (const int open = app::openQuestions(line.approach); open > 0) parts << plural(open, tr("question open"), tr("questions open"));
    if (line.overdue) parts << tr("overdue");
    if (const QString last = lastContact(line.approach); !last.isEmpty()) parts << last;
    parts.removeAll(QString());
    m_asked->addItem(parts.join(" · "));
    tellWhole(*m_asked, parts);
  }
  if (!m_lines.empty()) {
    m_asked->setCurrentRow(std::clamp(before, 0, m_asked->count() - 1));
    m_asked->setFixedHeight(std::min(mostRows, m_asked->count()) * (m_asked->sizeHintForRow(0) + 2) + 4);
    m_rows->addWidget(m_asked);
    m_rows->addWidget(m_note);
  }
  addAskedActs();
}

void ReferralDetail::addAskedActs() {
  auto* holder = new QWidget;
  auto* acts = new FlowLayout(holder);
  acts->setContentsMargins(0, 0, 0, 0);
  if (!m_lines.empty()) {
    auto* record = makeButton(tr("Record the &offer of the selected…"), ButtonKind::outlined, "plus");
    connect(record, &QPushButton::clicked, this, [this] {
      const app::ApproachLine* line = selected();
      if (line == nullptr) return emit changed(tr("Select who offers."));
      if (line->approach.setting) return emit offerWanted(m_referral, *line->approach.setting);
      emit homeWanted(m_referral, line->approach.provider);
    });
    acts->addWidget(record);
    auto* calls = makeButton(tr("Calls and answer…"), ButtonKind::plain, "phone");
    calls->setToolTip(tr("The log of calls, until when an answer is due, and how it stands; Enter on the row"));
    connect(calls, &QPushButton::clicked, this, &ReferralDetail::openCalls);
    acts->addWidget(calls);
  }
  auto* pack = makeButton(tr("What providers ma&y read…"), ButtonKind::plain, "send");
  pack->setToolTip(tr("The de-identified referral: read it first, then copy it, or write its files, the form for offers and mail drafts"));
  connect(pack, &QPushButton::clicked, this, &ReferralDetail::readPack);
  acts->addWidget(pack);
  auto* returned = makeButton(tr("Take in an answer…"), ButtonKind::plain, "import");
  returned->setToolTip(tr("The form that a provider filled in and sent back; Ctrl+Shift+A"));
  connect(returned, &QPushButton::clicked, this, &ReferralDetail::returnedWanted);
  acts->addWidget(returned);
  m_rows->addWidget(holder);
}

void ReferralDetail::readPack() {
  // The first day by which somebody has still to answer: the letter is one for all.
  std::optional<Instant> due;
  for (const app::ApproachLine& line : m_lines) {
    const auto& by = line.approach.answerDue;
    if (line.approach.state == ApproachState::asked && by && *by > m_workspace.now() && (!due || *by < *due)) due = by;
  }
  const auto done = ui::readPack(m_workspace, m_referral, due, this);
  if (!done || !done->isEmpty()) emit changed(done ? *done : q(done.error().detail));
}

void ReferralDetail::openCalls() {
  const app::ApproachLine* line = selected();
  if (line == nullptr) return;
  const QString who = whoWords(*line);
  ApproachDialog dialog(m_workspace, *line, this);
  const bool saved = dialog.exec() == QDialog::Accepted;
  if (saved || dialog.changedLog()) emit changed(tr("%1: changed").arg(who));
  m_asked->setFocus();
}

void ReferralDetail::log(CallOutcome outcome, std::optional<DeclineReason> declined) {
  const app::ApproachLine* line = selected();
  if (line == nullptr) return;
  if (outcome == CallOutcome::saidNo && !declined) return askWhy();
  const QString who = whoWords(*line);
  const auto logged = app::logContact(m_workspace, line->approach.id, outcome, utf8(m_note->text().trimmed()), declined);
  if (logged) m_note->clear();
  emit changed(logged ? tr("%1: %2").arg(who, q(wording::word("callOutcome", text(outcome)))) : q(logged.error().detail));
  m_asked->setFocus();
}

void ReferralDetail::askWhy() {
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  menu->setAccessibleName(tr("Why they said no"));
  for (const DeclineReason reason : all<DeclineReason>()) {
    QAction* act = menu->addAction(q(wording::word("declineReason", text(reason))));
    connect(act, &QAction::triggered, this, [this, reason] { log(CallOutcome::saidNo, reason); });
  }
  menu->setActiveAction(menu->actions().front());
  menu->popup(m_asked->mapToGlobal(m_asked->visualItemRect(m_asked->currentItem()).bottomLeft()));
}

bool ReferralDetail::eventFilter(QObject* watched, QEvent* event) {
  if (watched != m_asked || event->type() != QEvent::KeyPress) return Surface::eventFilter(watched, event);
  const int key = static_cast<QKeyEvent*>(event)->key();
  if (static_cast<QKeyEvent*>(event)->modifiers() != Qt::NoModifier) return false;
  if (!m_callBegun) {
    m_callBegun = key == Qt::Key_C;
    return m_callBegun;
  }
  m_callBegun = false;
  for (const CallKey& call : callKeys)
    if (call.key == key) {
      log(call.outcome);
      return true;
    }
  return false;
}

}  // namespace homeward::ui
