#include "shared/passphrase_ask.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QFutureWatcher>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <QtConcurrent>

#include "secrets/sealed.h"
#include "shared/format.h"
#include "shared/page_parts.h"
#include "shared/style.h"

namespace homeward::ui {

PassphraseAsk::PassphraseAsk(const QString& title, std::string sealed, QWidget* parent)
    : EntryDialog(parent),
      m_sealed(std::move(sealed)),
      m_passphrase(new QLineEdit),
      m_trouble(new TextLabel({}, Type::text, Ink::no)),
      m_open(makeButton(tr("&Open"), ButtonKind::primary)) {
  setWindowTitle(title);
  setMinimumWidth(px(480));
  auto* rows = new QVBoxLayout(this);
  auto* first = new TextLabel(tr("Whoever sent the file has told you its passphrase by another way."), Type::text, Ink::text2);
  first->setWrapped(true);
  rows->addWidget(first);
  auto* form = new QFormLayout;
  auto* label = new QLabel(tr("&Passphrase"));
  label->setBuddy(m_passphrase);
  m_passphrase->setAccessibleName(tr("Passphrase"));
  m_passphrase->setEchoMode(QLineEdit::Password);
  form->addRow(label, m_passphrase);
  auto* see = new QCheckBox(tr("&Show it"));
  see->setAccessibleName(tr("Show the passphrase"));
  connect(see, &QCheckBox::toggled, this, [this](bool on) { m_passphrase->setEchoMode(on ? QLineEdit::Normal : QLineEdit::Password); });
  form->addRow(QString(), see);
  rows->addLayout(form);
  m_trouble->setWrapped(true);
  m_trouble->hide();
  rows->addWidget(m_trouble);
  rows->addWidget(dialogFoot(*this, m_open));
  connect(m_open, &QPushButton::clicked, this, &PassphraseAsk::open);
  m_passphrase->setFocus();
}

std::string PassphraseAsk::passphrase() const { return utf8(m_passphrase->text()); }

void PassphraseAsk::open() {
  m_open->setEnabled(false);
  m_open->setText(tr("Opening…"));
  m_passphrase->setEnabled(false);
  auto* work = new QFutureWatcher<Result<std::string>>(this);
  connect(work, &QFutureWatcher<Result<std::string>>::finished, this, [this, work] {
    opened(work->result());
    work->deleteLater();
  });
  work->setFuture(QtConcurrent::run(
      [sealed = m_sealed, passphrase = passphrase()]() -> Result<std::string> { return secrets::unsealed(sealed, passphrase); }));
}

void PassphraseAsk::opened(const Result<std::string>& document) {
  if (document) {
    m_document = *document;
    return accept();
  }
  m_trouble->setText(q(document.error().detail));
  m_trouble->show();
  m_open->setText(tr("&Open"));
  m_open->setEnabled(true);
  m_passphrase->setEnabled(true);
  m_passphrase->selectAll();
  m_passphrase->setFocus();
}

}  // namespace homeward::ui
