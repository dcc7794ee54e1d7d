#include "deciding/send_dialog.h"

#include <QComboBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include "deciding/people_combo.h"
#include "shared/fields.h"
#include "shared/format.h"
#include "shared/names.h"
#include "shared/page_parts.h"
#include "wording/wording.h"

namespace homeward::ui {
namespace {
constexpr std::size_t usualChoice = 3;
constexpr int dialogWidth = 720;
}  // namespace

SendDialog::SendDialog(app::Workspace& workspace, app::ChoiceDraft draft, const std::vector<QString>& names, QWidget* parent)
    : EntryDialog(parent), m_workspace(workspace), m_draft(std::move(draft)) {
  setWindowTitle(tr("Send the choice"));
  setMinimumWidth(px(dialogWidth));
  auto* form = new QFormLayout;
  m_to = peopleCombo(workspace, tr("Who decides"), [](homeward::Role role) { return mayDecide(role); });
  choosePerson(*m_to, m_draft.sendTo);
  form->addRow(tr("&To"), m_to);
  m_by = new QDateEdit(toQDate(m_draft.decideBy));
  m_by->setAccessibleName(tr("Decision due"));
  m_by->setDisplayFormat("d MMMM yyyy");
  m_by->setCalendarPopup(true);
  form->addRow(tr("Decision &by"), m_by);
  for (std::size_t i = 0; i < m_draft.options.size(); ++i) {
    auto* reason = new QLineEdit(q(m_draft.reasons[i]));
    const QString name = i < names.size() ? names[i] : QString();
    reason->setAccessibleName(tr("Why %1 is in the choice").arg(name));
    form->addRow(tr("Why %1").arg(name), reason);
    m_reasons.push_back(reason);
  }
  const auto called = [&](OptionId id) {
    const auto stored = workspace.file().offers().option(id);
    return stored ? q(stored->label) : tr("a home");
  };
  for (std::size_t i = 0; i < m_draft.swaps.size(); ++i) {
    const Swap& swap = m_draft.swaps[i];
    if (!swap.instead) continue;
    const QString why = tr("Why %1 instead of %2, which the ranking proposes").arg(called(*swap.instead), called(swap.proposed));
    SwapFields fields{i, new QComboBox, new QLineEdit};
    fields.code->setAccessibleName(why);
    fields.code->addItem(tr("Choose a reason"));
    for (const SwapReason code : homeward::all<SwapReason>())
      fields.code->addItem(q(wording::word("swapReason", text(code))), q(text(code)));
    fields.words->setAccessibleName(tr("%1, in your own words").arg(why));
    fields.words->setPlaceholderText(tr("In your own words, if you like"));
    auto* label = new TextLabel(why, Type::text);
    label->setWrapped(true);
    form->addRow(label);
    auto* row = new QHBoxLayout;
    row->addWidget(fields.code);
    row->addWidget(fields.words, 1);
    form->addRow(row);
    m_swaps.push_back(fields);
  }
  if (m_draft.options.size() < usualChoice) {
    m_fewer = new QLineEdit(q(m_draft.fewerThanThree));
    m_fewer->setAccessibleName(tr("Why there are fewer than three"));
    form->addRow(tr("Why not t&hree"), m_fewer);
  }
  m_problem = new TextLabel({}, Type::text, Ink::no);
  m_problem->setWrapped(true);
  m_problem->hide();
  auto* send = makeButton(tr("&Send the choice"), ButtonKind::primary, "send");
  connect(send, &QPushButton::clicked, this, &SendDialog::send);
  auto* rows = new QVBoxLayout(this);
  rows->addLayout(form);
  rows->addWidget(m_problem);
  rows->addWidget(dialogFoot(*this, send));
  coverFields(*this);
}

void SendDialog::send() {
  m_draft.sendTo = PersonId{m_to->value().toLongLong()};
  m_draft.decideBy = fromQDate(m_by->date());
  for (std::size_t i = 0; i < m_reasons.size(); ++i) m_draft.reasons[i] = utf8(m_reasons[i]->text());
  if (m_fewer != nullptr) m_draft.fewerThanThree = utf8(m_fewer->text());
  for (const SwapFields& fields : m_swaps) {
    m_draft.swaps[fields.swap].code = parse<SwapReason>(utf8(fields.code->currentData().toString()));
    m_draft.swaps[fields.swap].words = utf8(fields.words->text());
  }
  const auto sent = app::sendChoice(m_workspace, m_draft);
  if (!sent) {
    m_problem->setText(q(sent.error().detail));
    m_problem->show();
    if (sent.error().subject == "fewerThanThree" && m_fewer != nullptr) m_fewer->setFocus();
    if (sent.error().subject == "sendTo") m_to->setFocus();
    if (sent.error().subject == "swaps")
      for (const SwapFields& fields : m_swaps)
        if (fields.code->currentIndex() <= 0 && fields.words->text().trimmed().isEmpty()) {
          fields.code->setFocus();
          break;
        }
    return;
  }
  m_sent = *sent;
  accept();
}

}  // namespace homeward::ui
