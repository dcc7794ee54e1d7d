#include "shared/act_dialog.h"

#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>
#include <algorithm>

#include "shared/format.h"
#include "shared/page_parts.h"
#include "shared/question.h"
#include "shared/typed.h"

namespace homeward::ui {

ActDialog::ActDialog(const QString& title, const QString& act, QWidget* parent)
    : EntryDialog(parent),
      m_form(new QFormLayout),
      m_first(new TextLabel({}, Type::text)),
      m_trouble(new TextLabel({}, Type::text, Ink::no)),
      m_act(makeButton(act, ButtonKind::primary, "tick")) {
  setWindowTitle(title);
  setMinimumWidth(px(520));
  for (TextLabel* words : {m_first, m_trouble}) {
    words->setWrapped(true);
    words->hide();
  }
  connect(m_act, &QPushButton::clicked, this, &ActDialog::act);
  auto* rows = new QVBoxLayout(this);
  rows->addWidget(m_first);
  rows->addLayout(m_form);
  rows->addWidget(m_trouble);
  rows->addWidget(dialogFoot(*this, m_act));
}

QString ActDialog::trouble() const { return m_trouble->text(); }

void ActDialog::act() {
  const Result<void> result = carryOut();
  if (result) return accept();
  m_trouble->setText(q(result.error().detail));
  m_trouble->show();
  layout()->activate();
  resize(width(), std::max(height(), heightForWidth(width())));  // or the lines above would give up theirs
  if (QWidget* field = fieldOf(result.error().subject); field != nullptr) field->setFocus(Qt::OtherFocusReason);
}

QWidget* ActDialog::fieldOf(const std::string&) const { return nullptr; }

void ActDialog::sayFirst(const QString& words) {
  m_first->setText(words);
  m_first->setVisible(!words.isEmpty());
}

void ActDialog::addField(const QString& label, QWidget* field) {
  auto* words = new QLabel(label);
  words->setBuddy(field);
  if (field->accessibleName().isEmpty()) field->setAccessibleName(QString(label).remove(QLatin1Char('&')));
  m_form->addRow(words, field);
}

QDateEdit* ActDialog::addDay(const QString& label, const QString& name, Date day) {
  auto* edit = new QDateEdit(toQDate(day));
  edit->setAccessibleName(name);
  edit->setDisplayFormat("d MMMM yyyy");
  edit->setCalendarPopup(true);
  addField(label, edit);
  return edit;
}

ReasonDialog::ReasonDialog(const Words& words, Act act, QWidget* parent)
    : ActDialog(words.title, words.act, parent), m_done(std::move(act)), m_reason(new QLineEdit) {
  sayFirst(words.about);
  addField(words.reason, m_reason);
  m_reason->setFocus();
}

Result<void> ReasonDialog::carryOut() { return m_done(utf8(m_reason->text().trimmed())); }
QWidget* ReasonDialog::fieldOf(const std::string& subject) const { return subject == "reason" ? m_reason : nullptr; }

}  // namespace homeward::ui
