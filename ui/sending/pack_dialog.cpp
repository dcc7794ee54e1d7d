#include "sending/pack_dialog.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextBlock>
#include <QTimer>
#include <QVBoxLayout>

#include "disclosure/mark.h"
#include "sending/letter_pdf.h"
#include "shared/format.h"
#include "shared/names.h"
#include "shared/page_parts.h"
#include "shared/style.h"
#include "shared/theme.h"
#include "shared/whole_file.h"
#include "wording/wording.h"

namespace homeward::ui {
namespace {

using disclosure::Mark;

constexpr int takenOut = Qt::UserRole + 1;

/// Where the byte of a text stands in its QString.
int place(const std::string& text, std::size_t byte) {
  return static_cast<int>(QString::fromUtf8(text.data(), static_cast<qsizetype>(byte)).size());
}
std::size_t byteAt(const std::string& text, int character) { return static_cast<std::size_t>(q(text).left(character).toUtf8().size()); }

QPlainTextEdit* reader(const QString& name) {
  auto* edit = new QPlainTextEdit;
  edit->setReadOnly(true);
  edit->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  edit->setTabChangesFocus(true);
  edit->setAccessibleName(name);
  edit->setMinimumSize(px(300), px(110));
  return edit;
}

QLabel* over(const QString& words, QWidget* field) {
  auto* label = new QLabel(words);
  label->setBuddy(field);
  return label;
}

/// Pieces of a text underlined, likely ones with waves: no meaning by colour alone.
QList<QTextEdit::ExtraSelection> underlined(QPlainTextEdit& edit, const std::string& text, const std::vector<Mark>& marks) {
  const Theme& theme = Theme::current();
  QList<QTextEdit::ExtraSelection> all;
  for (const Mark& mark : marks) {
    QTextEdit::ExtraSelection one;
    one.cursor = QTextCursor(edit.document());
    one.cursor.setPosition(place(text, mark.begin));
    one.cursor.setPosition(place(text, mark.end), QTextCursor::KeepAnchor);
    const bool certain = disclosure::isCertain(mark.because);
    one.format.setUnderlineStyle(certain ? QTextCharFormat::SingleUnderline : QTextCharFormat::WaveUnderline);
    one.format.setUnderlineColor(certain ? theme.no : theme.accent);
    one.format.setFontWeight(QFont::DemiBold);
    all << one;
  }
  return all;
}

}  // namespace

PackDialog::PackDialog(app::Workspace& workspace, ReferralId referral, app::ReferralCase entry, app::Deidentifying how, Folder folder,
                       QWidget* parent)
    : EntryDialog(parent),
      m_workspace(workspace),
      m_referral(referral),
      m_entry(std::move(entry)),
      m_how(std::move(how)),
      m_folder(std::move(folder)),
      m_reference(app::newReference()),
      m_pieces(app::packPieces(m_entry, m_how)),
      m_list(new QListWidget),
      m_marks(new QListWidget),
      m_typed(reader(tr("As it was typed"))),
      m_leaves(reader(tr("As it leaves"))),
      m_takeOut(makeButton(tr("Ta&ke the selection out"), ButtonKind::outlined)),
      m_wide(new QCheckBox(tr("Name the council’s &area instead of the postcode district"))),
      m_rare(new TextLabel({}, Type::text, Ink::ask)),
      m_read(new QCheckBox(tr("I have &read all of it as it leaves"))),
      m_mails(new QComboBox),
      m_trouble(new TextLabel({}, Type::text, Ink::no)),
      m_copy(makeButton(tr("&Copy the text"), ButtonKind::outlined, QStringLiteral("copy"))),
      m_save(makeButton(tr("&Write the files…"), ButtonKind::primary, QStringLiteral("save"))) {
  setWindowTitle(tr("What providers may read of %1").arg(q(m_entry.referral.number)));
  resize(px(1040), px(720));
  build();
  connect(m_list, &QListWidget::currentRowChanged, this, &PackDialog::showPiece);
  connect(m_marks, &QListWidget::itemChanged, this, &PackDialog::ticked);
  connect(m_takeOut, &QPushButton::clicked, this, &PackDialog::takeOut);
  connect(m_typed, &QPlainTextEdit::selectionChanged, this, &PackDialog::follow);
  connect(m_read, &QCheckBox::toggled, this, &PackDialog::follow);
  connect(m_wide, &QCheckBox::toggled, this, [this](bool wide) {
    m_how.wideArea = wide;
    m_read->setChecked(false);
    showRare();
    showPiece();
  });
  connect(m_copy, &QPushButton::clicked, this, &PackDialog::copy);
  connect(m_save, &QPushButton::clicked, this, &PackDialog::save);
  for (const app::PackPiece& one : m_pieces) m_list->addItem(shown(sentence(one.title)));
  m_list->addItem(tr("The whole letter"));
  m_list->setCurrentRow(0);
  m_list->setFocus();
  showRare();
  follow();
}

void PackDialog::showRare() {
  const auto rare = app::rareness(m_workspace, m_entry, m_how);
  QStringList words;
  if (!rare) words << q(rare.error().detail);
  if (rare)
    for (const Fact& fact : *rare) words << sentence(fact);
  m_rare->setText(words.join(QLatin1Char(' ')));
  m_rare->setVisible(!words.isEmpty());
}

void PackDialog::build() {
  m_list->setAccessibleName(tr("Pieces"));
  m_marks->setAccessibleName(tr("What was found"));
  m_marks->setAccessibleDescription(tr("Space lets a likely name stay"));
  m_mails->setAccessibleName(tr("Mail drafts"));
  m_mails->addItem(tr("a draft for each"));
  m_mails->addItem(tr("one draft with blind copies"));
  auto* grid = new QGridLayout;
  grid->addWidget(over(tr("&Pieces"), m_list), 0, 0);
  grid->addWidget(m_list, 1, 0, 3, 1);
  grid->addWidget(over(tr("As it was &typed"), m_typed), 0, 1);
  grid->addWidget(m_typed, 1, 1);
  grid->addWidget(over(tr("As it &leaves"), m_leaves), 2, 1);
  grid->addWidget(m_leaves, 3, 1);
  grid->addWidget(over(tr("What was &found"), m_marks), 0, 2);
  grid->addWidget(m_marks, 1, 2, 2, 1);
  grid->addWidget(m_takeOut, 3, 2, Qt::AlignTop | Qt::AlignLeft);
  grid->setColumnStretch(0, 2);
  grid->setColumnStretch(1, 5);
  grid->setColumnStretch(2, 3);
  grid->setRowStretch(1, 1);
  grid->setRowStretch(3, 1);
  auto* below = new QHBoxLayout;
  below->addWidget(m_read);
  below->addStretch(1);
  below->addWidget(over(tr("&Mail drafts"), m_mails));
  below->addWidget(m_mails);
  m_trouble->setWrapped(true);
  m_trouble->hide();
  auto* rows = new QVBoxLayout(this);
  rows->addLayout(grid, 1);
  rows->addWidget(new TextLabel(tr("Underlined: goes out. Waved: likely a name, goes out unless you let it stay. It stays personal data."),
                                Type::second, Ink::text2));
  m_rare->setWrapped(true);
  rows->addWidget(m_rare);
  rows->addWidget(m_wide);
  rows->addLayout(below);
  rows->addWidget(m_trouble);
  auto* foot = new QHBoxLayout;
  foot->addWidget(m_copy);
  foot->addStretch(1);
  foot->addWidget(m_save);
  auto* leave = makeButton(tr("Cancel"), ButtonKind::outlined);
  connect(leave, &QPushButton::clicked, this, &QDialog::reject);
  foot->addWidget(leave);
  rows->addLayout(foot);
}

app::PackPiece* PackDialog::piece() {
  const int row = m_list->currentRow();
  return row < 0 || row >= static_cast<int>(m_pieces.size()) ? nullptr : &m_pieces[static_cast<std::size_t>(row)];
}

disclosure::ReferralPack PackDialog::pack() const { return app::packOf(m_entry, m_how, m_pieces, m_reading, m_reference); }

void PackDialog::showPiece() {
  showMarks();
  showWords();
  follow();
}

void PackDialog::showMarks() {
  m_filling = true;
  m_marks->clear();
  if (const app::PackPiece* one = piece()) {
    const app::PieceRead& read = m_reading[one->key];
    for (const Mark& mark : one->marks) {
      const QString words = q(one->original.substr(mark.begin, mark.end - mark.begin)).simplified();
      auto* item = new QListWidgetItem(shown(tr("“%1”: %2").arg(words, q(wording::word("because", text(mark.because))))));
      item->setData(Qt::UserRole, QVariant::fromValue<qulonglong>(mark.begin));
      if (!disclosure::isCertain(mark.because)) {
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(read.left.contains(mark.begin) ? Qt::Checked : Qt::Unchecked);
        item->setToolTip(tr("Ticked: it stays"));
      }
      m_marks->addItem(item);
    }
    for (std::size_t i = 0; i < read.moreOut.size(); ++i) {
      const auto& [begin, end] = read.moreOut[i];
      auto* item = new QListWidgetItem(shown(tr("“%1”: taken out by you").arg(q(one->original.substr(begin, end - begin)).simplified())));
      item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
      item->setCheckState(Qt::Unchecked);
      item->setToolTip(tr("Ticked: it stays after all"));
      item->setData(takenOut, QVariant::fromValue<qulonglong>(i));
      m_marks->addItem(item);
    }
    if (m_marks->count() == 0) m_marks->addItem(tr("nothing"));
  }
  m_marks->setCurrentRow(0);
  m_filling = false;
}

void PackDialog::showWords() {
  const app::PackPiece* one = piece();
  if (one == nullptr) {
    m_typed->setPlainText(tr("Needs, risks, days and places are told by the program from what is on record."));
    m_typed->setExtraSelections({});
    m_leaves->setPlainText(q(app::letterOf(pack())));
    return;
  }
  const app::PieceRead& read = m_reading[one->key];
  const std::vector<Mark> marks = app::marksAfter(*one, read);
  m_typed->setPlainText(shown(q(one->original)));
  m_typed->setExtraSelections(asTyped() ? underlined(*m_typed, one->original, one->marks) : QList<QTextEdit::ExtraSelection>{});
  m_leaves->setPlainText(q(disclosure::without(one->original, marks)));
}

bool PackDialog::asTyped() {
  const app::PackPiece* one = piece();
  return one != nullptr && m_typed->toPlainText() == q(one->original);
}

void PackDialog::ticked() {
  app::PackPiece* one = piece();
  if (m_filling || one == nullptr) return;
  app::PieceRead& read = m_reading[one->key];
  read.left.clear();
  std::optional<std::size_t> back;
  for (int i = 0; i < m_marks->count(); ++i) {
    const QListWidgetItem* item = m_marks->item(i);
    if (!item->flags().testFlag(Qt::ItemIsUserCheckable) || item->checkState() != Qt::Checked) continue;
    if (item->data(takenOut).isValid())
      back = static_cast<std::size_t>(item->data(takenOut).toULongLong());
    else
      read.left.insert(static_cast<std::size_t>(item->data(Qt::UserRole).toULongLong()));
  }
  if (back) {
    read.moreOut.erase(read.moreOut.begin() + static_cast<std::ptrdiff_t>(*back));
    QTimer::singleShot(0, this, &PackDialog::showMarks);  // the list is in use
  }
  m_read->setChecked(false);
  showWords();
}

void PackDialog::takeOut() {
  app::PackPiece* one = piece();
  const QTextCursor cursor = m_typed->textCursor();
  if (!asTyped() || !cursor.hasSelection()) return;
  m_reading[one->key].moreOut.emplace_back(byteAt(one->original, cursor.selectionStart()), byteAt(one->original, cursor.selectionEnd()));
  m_read->setChecked(false);
  showPiece();
  m_typed->setFocus();
}

void PackDialog::follow() {
  const bool read = m_read->isChecked();
  const QString why = read ? QString() : tr("Read it first, and say so");
  m_copy->setEnabled(read);
  m_copy->setToolTip(why);
  m_save->setEnabled(read);
  m_save->setToolTip(why);
  const bool selected = asTyped() && m_typed->textCursor().hasSelection();
  m_takeOut->setEnabled(selected);
  const bool hidden = piece() != nullptr && !asTyped();
  m_takeOut->setToolTip(selected ? QString()
                        : hidden ? tr("Names are hidden: show them to take words out by hand")
                                 : tr("Select words in the text as it was typed first"));
}

bool PackDialog::somethingEntered() const {
  return m_how.wideArea || std::any_of(m_reading.begin(), m_reading.end(),
                                       [](const auto& one) { return !one.second.left.empty() || !one.second.moreOut.empty(); });
}

void PackDialog::copy() {
  QApplication::clipboard()->setText(q(app::letterOf(pack())));
  m_done = tr("Copied, for a minute");
  accept();
}

void PackDialog::save() {
  const auto refuse = [this](const QString& why) {
    m_trouble->setText(why);
    m_trouble->show();
  };
  const QString folder = m_folder(this);
  if (folder.isEmpty()) return;
  const auto lines = app::approachLines(m_workspace, m_referral);
  if (!lines) return refuse(q(lines.error().detail));
  std::vector<app::ApproachLine> asked;
  for (const app::ApproachLine& line : *lines)
    if (line.approach.state == ApproachState::asked || line.approach.state == ApproachState::silent) asked.push_back(line);
  const auto leaving = pack();
  const auto pdf = letterPdf(app::letterOf(leaving), tr("Referral %1").arg(q(leaving.reference)));
  if (!pdf) return refuse(q(pdf.error().detail));
  const auto mails = m_mails->currentIndex() == 1 ? app::Mails::blindCopies : app::Mails::oneEach;
  const auto files = app::packFiles(m_workspace, leaving, *pdf, asked, mails);
  if (!files) return refuse(q(files.error().detail));
  WrittenTogether together;
  for (const app::PackFile& file : files->files)
    if (const auto written = together.write(QDir(folder).filePath(q(file.name)), file.bytes); !written)
      return refuse(q(written.error().detail));
  if (const auto noted = app::notePackSent(m_workspace, m_entry, asked, leaving.reference, *files); !noted)
    return refuse(q(noted.error().detail));
  together.keep();
  m_done = tr("%1 written to %2").arg(plural(static_cast<qint64>(files->files.size()), tr("file"), tr("files")), folder);
  QStringList without;
  for (const std::string& name : files->withoutDraft) without << q(name);
  if (!without.isEmpty()) m_done += tr("; no mail draft for %1: no mail address that can be used").arg(without.join(QStringLiteral(", ")));
  accept();
}

Result<QString> readPack(app::Workspace& workspace, ReferralId referral, std::optional<Instant> answerDue, QWidget* parent) {
  auto known = app::toDeidentify(workspace, referral, answerDue);
  if (!known) return failed(known);
  PackDialog dialog(workspace, referral, std::move(known->first), std::move(known->second), folderDialog(), parent);
  dialog.exec();
  return dialog.done();
}

PackDialog::Folder folderDialog() {
  return [](QWidget* parent) { return QFileDialog::getExistingDirectory(parent, QObject::tr("Where the files go")); };
}

}  // namespace homeward::ui
