#include "deciding/follow_up_dialog.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

#include "sending/letter_pdf.h"
#include "shared/format.h"
#include "shared/names.h"
#include "shared/page_parts.h"
#include "shared/question.h"
#include "shared/style.h"
#include "shared/whole_file.h"
#include "wording/wording.h"

namespace homeward::ui {
namespace {

TextLabel* line(const QString& words, Ink ink = Ink::text) {
  auto* label = new TextLabel(words, Type::text, ink);
  label->setWrapped(true);
  return label;
}

QString nameOf(const app::NotTheOne& one) { return one.home.empty() ? q(one.providerName) : q(one.home + " (" + one.providerName + ")"); }

QPlainTextEdit* reader(const QString& name) {
  auto* edit = new QPlainTextEdit;
  edit->setReadOnly(true);
  edit->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  edit->setTabChangesFocus(true);
  edit->setAccessibleName(name);
  return edit;
}

}  // namespace

FollowUpDialog::FollowUpDialog(app::Workspace& workspace, DecisionId decision, Folder folder, QWidget* parent)
    : QDialog(parent),
      m_workspace(workspace),
      m_decision(decision),
      m_folder(std::move(folder)),
      m_leaves(new QTabWidget),
      m_trouble(new TextLabel({}, Type::text, Ink::no)) {
  setWindowTitle(tr("What follows the decision"));
  resize(px(880), px(660));
  if (const auto stored = workspace.file().decisions().decision(decision)) m_referral = stored->referral;
  if (const auto all = workspace.file().placements().all())
    for (const Placement& placement : *all)
      if (placement.decision == decision) m_placements.push_back(placement);
  auto* rows = new QVBoxLayout(this);
  m_leaves->setAccessibleName(tr("What follows"));
  m_leaves->addTab(tellLeaf(), tr("Those not &chosen"));
  m_leaves->addTab(papersLeaf(), tr("&Papers"));
  m_leaves->addTab(othersLeaf(), tr("&Others who counted on the place"));
  rows->addWidget(m_leaves, 1);
  m_trouble->setWrapped(true);
  m_trouble->hide();
  rows->addWidget(m_trouble);
  auto* foot = new QHBoxLayout;
  foot->addStretch(1);
  auto* close = makeButton(tr("C&lose"), ButtonKind::outlined);
  connect(close, &QPushButton::clicked, this, &QDialog::accept);
  foot->addWidget(close);
  rows->addLayout(foot);
}

void FollowUpDialog::say(const QString& trouble) {
  m_trouble->setText(trouble);
  m_trouble->setVisible(!trouble.isEmpty());
}

QWidget* FollowUpDialog::tellLeaf() {
  auto* leaf = new QWidget;
  auto* rows = new QVBoxLayout(leaf);
  rows->addWidget(
      line(tr("Each gets a courteous answer with the reason that you confirm. It names no child and no other home."), Ink::text2));
  auto* holder = new QWidget;
  m_tellRows = new QVBoxLayout(holder);
  m_tellRows->setContentsMargins(0, 0, 0, 0);
  rows->addWidget(holder);
  auto* over = new QLabel(tr("What the first of them &reads"));
  m_mail = reader(tr("What the first of them reads"));
  over->setBuddy(m_mail);
  rows->addWidget(over);
  rows->addWidget(m_mail, 1);
  auto* acts = new QHBoxLayout;
  m_write = makeButton(tr("&Write the mails…"), ButtonKind::primary, "send");
  m_told = makeButton(tr("They were told b&y telephone"), ButtonKind::outlined, "phone");
  connect(m_write, &QPushButton::clicked, this, [this] { tell(true); });
  connect(m_told, &QPushButton::clicked, this, [this] { tell(false); });
  acts->addWidget(m_write);
  acts->addWidget(m_told);
  acts->addStretch(1);
  rows->addLayout(acts);
  fillTell();
  return leaf;
}

void FollowUpDialog::fillTell() {
  m_rows.clear();
  while (QLayoutItem* old = m_tellRows->takeAt(0)) {
    delete old->widget();
    delete old;
  }
  const auto all = app::notTheOnes(m_workspace, m_decision);
  if (!all) return say(q(all.error().detail));
  auto* fields = new QWidget;
  auto* form = new QFormLayout(fields);
  form->setContentsMargins(0, 0, 0, 0);
  for (const app::NotTheOne& one : *all) {
    const QString name = nameOf(one);
    if (one.told) {
      const QString why = one.why ? q(wording::word("notChosen", text(*one.why))) : tr("another home was chosen");
      form->addRow(line(name), line(tr("told on %1: %2").arg(momentText(*one.told), why), Ink::text2));
      continue;
    }
    TellRow row{one, nullptr};
    if (one.offer) {
      row.why = new QComboBox;
      row.why->setAccessibleName(tr("What %1 is told").arg(name));
      row.why->addItem(tr("Choose a reason"));
      for (const NotChosen code : homeward::all<NotChosen>()) row.why->addItem(q(wording::word("notChosen", text(code))), q(text(code)));
      if (one.why) row.why->setCurrentIndex(row.why->findData(q(text(*one.why))));
      connect(row.why, &QComboBox::currentIndexChanged, this, &FollowUpDialog::followTell);
      form->addRow(line(one.mail.empty() ? tr("%1, no mail address").arg(name) : name), row.why);
    } else {
      form->addRow(line(one.mail.empty() ? tr("%1, no mail address").arg(name) : name),
                   line(tr("has not answered: need not any more"), Ink::text2));
    }
    m_rows.push_back(row);
  }
  if (all->empty()) form->addRow(line(tr("Nobody else offered, and nobody waits for an answer."), Ink::text2));
  m_tellRows->addWidget(fields);
  followTell();
}

std::vector<app::Telling> FollowUpDialog::tellings() const {
  std::vector<app::Telling> all;
  for (const TellRow& row : m_rows) {
    app::Telling telling{row.one.offer, row.one.approach, row.one.provider, std::nullopt};
    if (row.why != nullptr) telling.why = parse<NotChosen>(utf8(row.why->currentData().toString()));
    all.push_back(telling);
  }
  return all;
}

void FollowUpDialog::followTell() {
  if (m_write == nullptr) return;
  const auto all = tellings();
  const bool open = std::ranges::any_of(all, [](const app::Telling& one) { return one.offer && !one.why; });
  const QString why = m_workspace.readOnly() ? tr("The case file is open for reading only")
                      : all.empty()          ? tr("There is nobody left to tell")
                      : open                 ? tr("Choose the reason that each is told")
                                             : QString();
  for (QPushButton* button : {m_write, m_told}) {
    button->setEnabled(why.isEmpty());
    button->setToolTip(why);
  }
  m_mail->setPlainText(all.empty() ? QString() : q(app::tellingWords(all.front(), {})));
}

void FollowUpDialog::tell(bool write) {
  auto all = tellings();
  QString done = tr("Noted: they were told");
  if (write) {
    const auto mails = app::tellingMails(m_workspace, all);
    if (!mails) return say(q(mails.error().detail));
    const QString folder = m_folder(this);
    if (folder.isEmpty()) return;
    for (const app::PackFile& mail : mails->files)
      if (const auto written = writeWhole(QDir(folder).filePath(q(mail.name)), mail.bytes); !written) return say(q(written.error().detail));
    done = tr("%1 written to %2").arg(plural(static_cast<qint64>(mails->files.size()), tr("mail"), tr("mails")), folder);
    QStringList without;
    for (const std::string& name : mails->withoutDraft) without << q(name);
    if (!without.isEmpty()) done += tr("; ring %1: no mail address").arg(without.join(QStringLiteral(", ")));
    all = mails->mailed;  // the others are still to be told
  }
  if (const auto noted = app::noteTold(m_workspace, all); !noted) return say(q(noted.error().detail));
  m_done = done;
  fillTell();
  say(m_rows.empty() ? QString() : tr("Still to be told by telephone: those who have no mail address."));
}

QWidget* FollowUpDialog::papersLeaf() {
  auto* leaf = new QWidget;
  auto* rows = new QVBoxLayout(leaf);
  if (m_placements.empty()) {
    rows->addWidget(line(tr("The papers are made when the placement has started."), Ink::text2));
    rows->addStretch(1);
    return leaf;
  }
  auto* fields = new QFormLayout;
  const auto add = [fields](const QString& words, QWidget* field, const QString& name) {
    auto* label = new QLabel(words);
    label->setBuddy(field);
    field->setAccessibleName(name);
    fields->addRow(label, field);
  };
  m_whose = new QComboBox;
  for (const Placement& placement : m_placements) {
    const auto child = m_workspace.file().children().get(placement.child);
    m_whose->addItem(child ? shown(q(child->name)) : tr("a child"));
  }
  m_paper = new QComboBox;
  for (const app::Paper paper : homeward::all<app::Paper>()) m_paper->addItem(q(wording::label("paperName", text(paper))), q(text(paper)));
  add(tr("&For"), m_whose, tr("For whom"));
  add(tr("P&aper"), m_paper, tr("Which paper"));
  rows->addLayout(fields);
  m_preview = reader(tr("The paper"));
  m_preview->setObjectName(QStringLiteral("template"));
  rows->addWidget(m_preview, 1);
  auto* acts = new QHBoxLayout;
  m_pdf = makeButton(tr("Write the P&DF…"), ButtonKind::primary, "save");
  m_change = makeButton(tr("Change the &template"), ButtonKind::outlined, "edit");
  m_change->setCheckable(true);
  m_keep = makeButton(tr("&Keep the template"), ButtonKind::outlined);
  m_keep->hide();
  for (QPushButton* button : {m_pdf, m_change, m_keep}) acts->addWidget(button);
  acts->addStretch(1);
  rows->addLayout(acts);
  connect(m_whose, &QComboBox::currentIndexChanged, this, &FollowUpDialog::showPaper);
  connect(m_paper, &QComboBox::currentIndexChanged, this, &FollowUpDialog::showPaper);
  connect(m_pdf, &QPushButton::clicked, this, &FollowUpDialog::writePaper);
  connect(m_change, &QPushButton::toggled, this, &FollowUpDialog::changeTemplate);
  connect(m_keep, &QPushButton::clicked, this, &FollowUpDialog::keepTemplate);
  if (m_workspace.readOnly()) {
    m_change->setEnabled(false);
    m_change->setToolTip(tr("The case file is open for reading only"));
  }
  showPaper();
  return leaf;
}

bool FollowUpDialog::mayLoseTemplate() {
  return m_preview == nullptr || m_preview->isReadOnly() || !m_preview->document()->isModified() || agreesToLose(*this);
}

void FollowUpDialog::done(int result) {
  if (mayLoseTemplate()) QDialog::done(result);
}

void FollowUpDialog::changeTemplate(bool changing) {
  if (changing || mayLoseTemplate()) return showPaper();
  const QSignalBlocker quiet(m_change);
  m_change->setChecked(true);
}

void FollowUpDialog::showPaper() {
  const auto paper = parse<app::Paper>(utf8(m_paper->currentData().toString())).value_or(app::Paper::contract);
  const bool changing = m_change->isChecked();
  const auto words = changing ? app::templateOf(m_workspace, paper)
                              : app::paperOf(m_workspace, m_placements[static_cast<std::size_t>(m_whose->currentIndex())].id, paper);
  say(words ? QString() : q(words.error().detail));
  m_preview->setReadOnly(!changing);
  m_preview->setTextInteractionFlags(changing ? Qt::TextEditorInteraction : Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  m_preview->setAccessibleName(changing ? tr("The template") : tr("The paper"));
  m_preview->setPlainText(words ? (changing ? q(*words) : shown(q(*words))) : QString());
  m_preview->document()->setModified(false);
  m_keep->setVisible(changing);
  const QString first = tr("Keep the template, or leave it as it was, first");
  for (QComboBox* box : {m_whose, m_paper}) {
    box->setEnabled(!changing);
    box->setToolTip(changing ? first : QString());
  }
  m_pdf->setEnabled(!changing && words.has_value());
  m_pdf->setToolTip(changing ? first : words ? QString() : tr("The template cannot be filled in: change it first"));
}

void FollowUpDialog::keepTemplate() {
  const auto paper = parse<app::Paper>(utf8(m_paper->currentData().toString())).value_or(app::Paper::contract);
  const auto kept = app::setTemplate(m_workspace, paper, utf8(m_preview->toPlainText()));
  if (!kept) return say(q(kept.error().detail));
  m_done = tr("The template was kept");
  m_preview->document()->setModified(false);
  m_change->setChecked(false);
}

void FollowUpDialog::writePaper() {
  const auto paper = parse<app::Paper>(utf8(m_paper->currentData().toString())).value_or(app::Paper::contract);
  const Placement& placement = m_placements[static_cast<std::size_t>(m_whose->currentIndex())];
  const auto words = app::paperOf(m_workspace, placement.id, paper);
  if (!words) return say(q(words.error().detail));
  const QString folder = m_folder(this);
  if (folder.isEmpty()) return;
  const auto child = m_workspace.file().children().get(placement.child);
  const auto first = words->find('\n');
  const auto pdf = letterPdf(words->substr(first + 1), q(words->substr(0, first)));
  if (!pdf) return say(q(pdf.error().detail));
  // By the child's number: a name in a folder tells whoever looks.
  const QString name = q(std::string(text(paper)) + "-" + (child ? child->number : std::to_string(placement.id.value))) + ".pdf";
  if (const auto written = writeWhole(QDir(folder).filePath(name), *pdf); !written) return say(q(written.error().detail));
  m_done = tr("Written to %1: %2").arg(folder, name);
  say({});
  m_pdf->setText(tr("Write the P&DF again…"));
}

QWidget* FollowUpDialog::othersLeaf() {
  auto* leaf = new QWidget;
  auto* rows = new QVBoxLayout(leaf);
  const auto homes = app::homesChosen(m_workspace, m_decision);
  const auto others = homes ? app::othersWhoCountOn(m_workspace, *homes, m_referral)
                            : Result<std::vector<app::CountsOn>>(tl::unexpected<Error>(homes.error()));
  if (!others) {
    rows->addWidget(line(q(others.error().detail), Ink::no));
    return leaf;
  }
  if (others->empty()) rows->addWidget(line(tr("No other referral has an offer that counts on a place there."), Ink::text2));
  for (const app::CountsOn& other : *others) {
    const QString words =
        tr("%1 has an offer of %2 for %3; %4 left there.")
            .arg(q(other.number), q(other.home), plural(other.wanted, tr("child"), tr("children")),
                 plural(other.places, tr("place is"), tr("places are"))) +
        (other.inChoice ? QLatin1Char(' ') + tr("It is in a choice that waits for its decision: tell whoever decides.") : QString());
    rows->addWidget(new SignLine(Sign::fail, words));
    auto* open = makeButton(tr("Open %1").arg(q(other.number)), ButtonKind::link);
    connect(open, &QPushButton::clicked, this, [this, referral = other.referral] {
      m_opened = referral;
      accept();
    });
    rows->addWidget(open, 0, Qt::AlignLeft);
  }
  rows->addStretch(1);
  return leaf;
}

FollowedUp followUp(app::Workspace& workspace, DecisionId decision, QWidget* parent) {
  FollowUpDialog dialog(
      workspace, decision, [](QWidget* over) { return QFileDialog::getExistingDirectory(over, QObject::tr("Where the files go")); },
      parent);
  dialog.exec();
  return {dialog.whatWasDone(), dialog.opened()};
}

}  // namespace homeward::ui
