#include "deciding/review_page.h"

#include <QVBoxLayout>

#include "app/choice_answer.h"
#include "app/choice_sheet.h"
#include "deciding/review_form.h"
#include "shared/format.h"
#include "shared/page_parts.h"
#include "shared/question.h"
#include "shared/typed.h"

namespace homeward::ui {

ReviewPage::ReviewPage(app::Workspace& workspace, Choice choice, std::optional<Decision> amends, QWidget* parent)
    : Page(parent), m_workspace(workspace), m_choice(std::move(choice)), m_amends(std::move(amends)) {
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(0, 0, 0, 0);
  const auto sheet = app::choiceSheet(workspace, m_choice);
  if (!sheet) {
    m_trouble = tr("The choice cannot be read: %1").arg(q(sheet.error().detail));
    rows->addWidget(new TextLabel(m_trouble, Type::text, Ink::no));
    return;
  }
  m_people = q(sheet->people);
  const QString subtitle =
      m_amends ? tr("Decided on %1. What you record now takes its place; both stay on record.").arg(momentText(m_amends->at))
               : tr("Put together by %1 on %2. Decide by %3.")
                     .arg(q(sheet->sentBy), dateText(englandDay(sheet->sentAt)), dateText(sheet->decideBy));
  const QString closed = workspace.readOnly() ? tr("The case file is open for reading only") : QString();
  m_form = new ReviewForm(*sheet, {title(), subtitle, m_amends.has_value(), closed});
  rows->addWidget(m_form);
  if (m_amends) m_form->fill(app::answerOf(*m_amends));
  connect(m_form, &ReviewForm::recordWanted, this, &ReviewPage::record);
  m_asOpened = typedIn(*this);
}

QString ReviewPage::title() const { return m_amends ? tr("Amend the decision on %1").arg(m_people) : tr("Homes for %1").arg(m_people); }
QWidget* ReviewPage::firstFocus() { return m_form == nullptr ? this : m_form->firstFocus(); }
QList<QWidget*> ReviewPage::panes() { return m_form == nullptr ? QList<QWidget*>{this} : m_form->panes(); }
QString ReviewPage::missing() const { return m_form == nullptr ? m_trouble : m_form->missing(); }

bool ReviewPage::mayLeave() {
  if (m_recorded || typedIn(*this) == m_asOpened) return true;
  return agreesTo(this, {title(), tr("What you entered has not been recorded."), tr("&Go on entering"), tr("&Leave without recording")});
}

void ReviewPage::setNamesHidden(bool /*hidden*/) {
  if (m_form != nullptr) m_form->namesHiddenChanged();
}

bool ReviewPage::doPrimary() {
  if (m_form != nullptr) m_form->act();
  return true;
}

void ReviewPage::record(const disclosure::SheetAnswer& answer) {
  const auto recorded = app::recordAnswer(m_workspace, m_choice, answer);
  if (!recorded) return m_form->refuse(q(recorded.error().detail));
  m_recorded = true;
  if (*recorded)
    emit decided(**recorded, answer.chosen.has_value());
  else
    emit askedForMore();
}

}  // namespace homeward::ui
