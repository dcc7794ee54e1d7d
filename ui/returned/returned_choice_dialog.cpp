#include "returned/returned_choice_dialog.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "shared/format.h"
#include "shared/names.h"
#include "shared/page_parts.h"
#include "shared/plain_table.h"
#include "shared/style.h"
#include "wording/wording.h"

namespace homeward::ui {
namespace {

TextLabel* line(const QString& words, Ink ink = Ink::text) {
  auto* label = new TextLabel(words, Type::text, ink);
  label->setWrapped(true);
  return label;
}

}  // namespace

ReturnedChoiceDialog::ReturnedChoiceDialog(app::Workspace& workspace, app::ReturnedChoice returned, QWidget* parent)
    : EntryDialog(parent),
      m_workspace(workspace),
      m_returned(std::move(returned)),
      m_trouble(new TextLabel({}, Type::text, Ink::no)),
      m_record(makeButton(m_returned.answer.wantsMore ? tr("&Record what is asked") : tr("&Record the decision"), ButtonKind::primary,
                          QStringLiteral("tick"))) {
  const disclosure::SheetAnswer& answer = m_returned.answer;
  setWindowTitle(tr("The answer for %1").arg(shown(q(m_returned.sheet.people))));
  resize(px(820), px(560));
  auto* rows = new QVBoxLayout(this);
  auto* head = new TextLabel(answer.wantsMore ? tr("More is wanted before anything is decided.")
                             : answer.chosen  ? tr("Chosen: %1.").arg(shown(nameOf(*answer.chosen)))
                                              : tr("None of these suits."),
                             Type::section);
  rows->addWidget(head);
  rows->addWidget(line(tr("By %1 on %2, from the file that was sent on %3.")
                           .arg(personOf(answer.decidedBy), momentText(answer.at), momentText(m_returned.file.at)),
                       Ink::text2));
  auto* said = new QFormLayout;
  const auto add = [said](const QString& label, const QString& words) {
    said->addRow(new TextLabel(label, Type::text, Ink::text2), line(shown(words)));
  };
  for (const disclosure::SheetReason& reason : answer.reasons) {
    QStringList words;
    if (reason.code) words << q(wording::word("notChosen", text(*reason.code)));
    if (!reason.words.empty()) words << q(reason.words);
    if (words.isEmpty()) continue;
    add(answer.chosen == reason.option ? tr("Why %1").arg(nameOf(reason.option)) : tr("Why not %1").arg(nameOf(reason.option)),
        words.join(QStringLiteral(": ")));
  }
  if (answer.agreedBy) add(tr("Agreed by team manager"), personOf(*answer.agreedBy));
  if (answer.budgetAgreedBy) add(tr("Agreed by budget holder"), personOf(*answer.budgetAgreedBy));
  if (!answer.wantsMore)
    add(tr("The child’s view"),
        answer.childsViewHeard ? (answer.childsView.empty() ? tr("heard") : q(answer.childsView)) : tr("not heard"));
  if (!answer.comment.empty()) add(answer.wantsMore ? tr("What is asked") : tr("Comment"), q(answer.comment));
  auto* inside = new QWidget;
  inside->setLayout(said);
  auto* scroll = new QScrollArea;
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidget(inside);
  scroll->setAccessibleName(tr("What was answered"));
  rows->addWidget(scroll, 1);
  if (!m_returned.changed.empty()) {
    rows->addWidget(
        line(tr("Since the choice was sent this has changed. Whoever decided has not seen it: ask, or send the choice anew, where "
                "it could have decided otherwise."),
             Ink::ask));
    auto* table = new PlainTable(tr("What has changed since"));
    using Change = app::ChangedFact;
    table->setRows(m_returned.changed, std::vector<PlainColumn<Change>>{
                                           {tr("Home"), [](const Change& one) { return shown(q(one.home)); }, {}, false},
                                           {tr("What"), [](const Change& one) { return shown(q(one.what)); }, {}, false},
                                           {tr("As it was sent"), [](const Change& one) { return shown(q(one.asSent)); }, {}, false},
                                           {tr("Now"), [](const Change& one) { return shown(q(one.now)); }, {}, false}});
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table->setHighForRows(4);
    rows->addWidget(table);
  }
  m_trouble->setWrapped(true);
  m_trouble->hide();
  rows->addWidget(m_trouble);
  rows->addWidget(dialogFoot(*this, m_record));
  if (workspace.readOnly()) {
    m_record->setEnabled(false);
    m_record->setToolTip(tr("The case file is open for reading only"));
  }
  connect(m_record, &QPushButton::clicked, this, &ReturnedChoiceDialog::record);
  m_record->setFocus();
}

QString ReturnedChoiceDialog::nameOf(std::int64_t option) const {
  const auto known = std::ranges::find(m_returned.sheet.options, option, &disclosure::SheetOption::number);
  return known == m_returned.sheet.options.end() ? tr("a home") : q(known->name);
}

QString ReturnedChoiceDialog::personOf(std::int64_t person) const {
  const auto known = std::ranges::find(m_returned.sheet.persons, person, &disclosure::SheetPerson::number);
  return known == m_returned.sheet.persons.end() ? tr("somebody") : q(known->name);
}

void ReturnedChoiceDialog::record() {
  const auto taken = app::takeReturnedChoice(m_workspace, m_returned);
  if (!taken) {
    m_trouble->setText(q(taken.error().detail));
    m_trouble->show();
    return;
  }
  m_decision = *taken;
  m_done = m_returned.answer.wantsMore ? tr("What is asked was recorded") : tr("The decision was recorded");
  accept();
}

}  // namespace homeward::ui
