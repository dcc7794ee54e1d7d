#include "deciding/choice_file_dialog.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QFutureWatcher>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <QtConcurrent>

#include "app/choice_report.h"
#include "print/report_pages.h"
#include "secrets/sealed.h"
#include "shared/format.h"
#include "shared/page_parts.h"
#include "shared/style.h"
#include "shared/whole_file.h"

namespace homeward::ui {
namespace {

constexpr int daysAfterTheDecision = 2;  // that an answer may be late by

Instant endOf(const QDate& day) {
  const Instant midnight{fromQDate(day) + std::chrono::days{1}};
  return midnight - std::chrono::duration_cast<std::chrono::seconds>(englandOffset(midnight)) - std::chrono::minutes{1};
}

}  // namespace

ChoiceFileDialog::ChoiceFileDialog(app::Workspace& workspace, Choice choice, Folder folder, QWidget* parent)
    : EntryDialog(parent),
      m_workspace(workspace),
      m_choice(std::move(choice)),
      m_folder(std::move(folder)),
      m_passphrase(new QLineEdit(q(app::suggestedPassphrase()))),
      m_until(new QDateEdit(toQDate(std::max(m_choice.decideBy, workspace.today()) + std::chrono::days{daysAfterTheDecision}))),
      m_paper(new QCheckBox(tr("A P&DF to print as well: it is not sealed"))),
      m_trouble(new TextLabel({}, Type::text, Ink::no)),
      m_write(makeButton(tr("&Write the files…"), ButtonKind::primary, QStringLiteral("save"))) {
  setWindowTitle(tr("Send the choice as a file"));
  setMinimumWidth(px(620));
  auto* rows = new QVBoxLayout(this);
  auto* first =
      new TextLabel(tr("The file is opened by Homeward on another machine, without this case file. It holds the homes of this choice "
                       "and what decides between them, nothing else. Tell the passphrase by telephone, never in the same mail."),
                    Type::text, Ink::text2);
  first->setWrapped(true);
  rows->addWidget(first);
  auto* form = new QFormLayout;
  const auto add = [&](const QString& words, QWidget* field, const QString& name) {
    auto* label = new QLabel(words);
    label->setBuddy(field);
    field->setAccessibleName(name);
    form->addRow(label, field);
  };
  add(tr("&Passphrase"), m_passphrase, tr("Passphrase"));
  auto* another = makeButton(tr("Suggest a&nother"), ButtonKind::quiet);
  connect(another, &QPushButton::clicked, this, [this] { m_passphrase->setText(q(app::suggestedPassphrase())); });
  form->addRow(QString(), another);
  m_until->setDisplayFormat(QStringLiteral("d MMMM yyyy"));
  m_until->setCalendarPopup(true);
  add(tr("Can be opened &until"), m_until, tr("Can be opened until"));
  m_paper->setAccessibleName(tr("A PDF to print as well"));
  form->addRow(QString(), m_paper);
  rows->addLayout(form);
  m_trouble->setWrapped(true);
  m_trouble->hide();
  rows->addWidget(m_trouble);
  rows->addWidget(dialogFoot(*this, m_write));
  connect(m_write, &QPushButton::clicked, this, &ChoiceFileDialog::write);
  if (workspace.readOnly()) {
    m_write->setEnabled(false);
    m_write->setToolTip(tr("The case file is open for reading only"));
  }
  m_passphrase->setFocus();
  nothingEnteredYet();
}

std::string ChoiceFileDialog::passphrase() const { return utf8(m_passphrase->text()); }

void ChoiceFileDialog::refuse(const QString& why) {
  m_trouble->setText(why);
  m_trouble->show();
  m_write->setEnabled(true);
  m_write->setText(tr("&Write the files…"));
}

void ChoiceFileDialog::write() {
  const auto sent = app::choiceToSend(m_workspace, m_choice.id, endOf(m_until->date()));
  if (!sent) return refuse(q(sent.error().detail));
  const QString folder = m_folder(this);
  if (folder.isEmpty()) return;
  m_write->setEnabled(false);
  m_write->setText(tr("Sealing…"));
  auto* work = new QFutureWatcher<Result<std::string>>(this);
  connect(work, &QFutureWatcher<Result<std::string>>::finished, this, [this, work, sent = *sent, folder] {
    sealedNow(sent, folder, work->result());
    work->deleteLater();
  });
  work->setFuture(QtConcurrent::run([document = sent->file.document, passphrase = passphrase()]() -> Result<std::string> {
    return secrets::sealed(document, passphrase);
  }));
}

void ChoiceFileDialog::sealedNow(const app::ChoiceToSend& sent, const QString& folder, const Result<std::string>& sealed) {
  if (!sealed) return refuse(q(sealed.error().detail));
  const auto mail = app::choiceMail(m_workspace, sent, *sealed);
  if (!mail) return refuse(q(mail.error().detail));
  const auto at = [&](const std::string& name) { return QDir(folder).filePath(q(name)); };
  QStringList names{q(sent.name)};
  WrittenTogether together;
  if (const auto written = together.write(at(sent.name), *sealed); !written) return refuse(q(written.error().detail));
  if (*mail) {
    names << q((*mail)->name);
    if (const auto written = together.write(at((*mail)->name), (*mail)->bytes); !written) return refuse(q(written.error().detail));
  }
  if (m_paper->isChecked()) {
    const auto sheet = app::sheetToSend(m_workspace, m_choice.id);
    if (!sheet) return refuse(q(sheet.error().detail));
    const QString name = q(sent.name).section(QLatin1Char('.'), 0, 0) + QStringLiteral(".pdf");
    const auto printed = writeReportPdf(app::choiceReport(*sheet, m_workspace.now()), QDir(folder).filePath(name));
    if (!printed) return refuse(q(printed.error().detail));
    together.add(QDir(folder).filePath(name));
    names << name;
  }
  if (const auto noted = app::noteChoiceSent(m_workspace, sent); !noted) return refuse(q(noted.error().detail));
  together.keep();
  m_done = tr("Written to %1: %2").arg(folder, names.join(QStringLiteral(", ")));
  accept();
}

QString sendAsFile(app::Workspace& workspace, ChoiceId id, QWidget* parent) {
  const auto choice = workspace.file().decisions().choice(id);
  if (!choice) return q(choice.error().detail);
  ChoiceFileDialog dialog(
      workspace, *choice, [](QWidget* over) { return QFileDialog::getExistingDirectory(over, QObject::tr("Where the files go")); }, parent);
  dialog.exec();
  return dialog.done();
}

}  // namespace homeward::ui
