#include "opening/passphrase_dialog.h"

#include <QDialogButtonBox>
#include <QSpinBox>
#include <QVBoxLayout>

#include "market/editor_fields.h"
#include "shared/page_parts.h"
#include "shell/lock.h"

namespace homeward::ui {

PassphraseDialog::PassphraseDialog(WindowLock& lock, QWidget* parent)
    : QDialog(parent),
      m_lock(lock),
      m_errors(new ErrorSummary),
      m_before(new QLineEdit),
      m_next(new QLineEdit),
      m_again(new QLineEdit),
      m_minutes(new QSpinBox) {
  const bool set = lock.hasPassphrase();
  setWindowTitle(tr("Passphrase and lock"));
  setMinimumWidth(px(520));
  auto* page = new QVBoxLayout(this);
  page->addWidget(m_errors);
  auto* about = new TextLabel(tr("The window locks after minutes without a key, at Ctrl+L and at each start, and shows nothing until the "
                                 "passphrase is entered. It is yours, for every case file on this computer. It protects the room, not the "
                                 "disk: nobody can find it out for you."),
                              Type::text, Ink::text2);
  about->setWrapped(true);
  page->addWidget(about);
  auto* form = new QFormLayout;
  page->addLayout(form);
  for (QLineEdit* field : {m_before, m_next, m_again}) field->setEchoMode(QLineEdit::Password);
  if (set) addField(*form, tr("&Present passphrase"), m_before);
  addField(*form, tr("&New passphrase"), m_next);
  addField(*form, tr("The new one &again"), m_again);
  m_minutes->setRange(1, 120);
  m_minutes->setValue(lock.idleMinutes());
  m_minutes->setSuffix(tr(" minutes"));
  addField(*form, tr("&Lock after"), m_minutes);
  if (set) m_next->setPlaceholderText(tr("empty: as it is"));
  auto* keepIt = makeButton(tr("&Keep"), ButtonKind::primary);
  auto* foot = dialogFoot(*this, keepIt);
  if (set) {
    auto* away = makeButton(tr("Take the passphrase a&way"), ButtonKind::plain);
    foot->addButton(away, QDialogButtonBox::ResetRole);
    connect(away, &QPushButton::clicked, this, [this] { keep(true); });
  }
  page->addWidget(foot);
  connect(keepIt, &QPushButton::clicked, this, [this] { keep(false); });
  m_errors->setErrors({});
  (set ? m_before : m_next)->setFocus();
}

void PassphraseDialog::keep(bool takeAway) {
  const bool unchanged = !takeAway && m_next->text().isEmpty() && m_again->text().isEmpty();
  if (unchanged && !m_lock.hasPassphrase()) return m_errors->setErrors({{tr("Enter a passphrase."), m_next}});
  if (!takeAway && m_next->text() != m_again->text())
    return m_errors->setErrors({{tr("The two are not the same. Enter the new passphrase twice."), m_again}});
  if (!unchanged) {
    const auto kept = m_lock.setPassphrase(m_before->text(), takeAway ? QString() : m_next->text());
    if (!kept) {
      QWidget* field = kept.error().subject == "before" ? m_before : m_next;
      m_errors->setErrors({{q(kept.error().detail), field}});
      return field->setFocus();
    }
  }
  m_lock.setIdleMinutes(m_minutes->value());
  accept();
}

}  // namespace homeward::ui
