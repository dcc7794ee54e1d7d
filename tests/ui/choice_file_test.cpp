// A choice that goes to another machine and comes back, and what follows the decision, by keys: the same form without a case file, an
// answer as a file, what has changed since beside it, those not chosen told, the papers written.
#include <QCheckBox>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTest>

#include "app/three_offers.h"
#include "deciding/choice_file_dialog.h"
#include "deciding/follow_up_dialog.h"
#include "deciding/review_form.h"
#include "hands.h"
#include "returned/returned_choice_dialog.h"
#include "returned/sent_choice_page.h"
#include "samples.h"
#include "secrets/sealed.h"
#include "shared/passphrase_ask.h"
#include "shared/whole_file.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::tests;

namespace {

/// Looks again and again until something holds, as long as sealing takes.
bool comesTrue(const std::function<bool()>& holds) { return QTest::qWaitFor(holds, 60'000); }

struct Out : ThreeOffers {
  ScratchFolder folder;
  ChoiceId choice = sent();
  [[nodiscard]] app::Workspace& workspace() const { return *journey.workspace; }
  [[nodiscard]] QString path() const { return QString::fromStdString(folder.path.string()); }
  [[nodiscard]] QString file(const QString& pattern) const {
    const QStringList found = QDir(path()).entryList({pattern}, QDir::Files);
    INFO(QDir(path()).entryList(QDir::Files).join(' ').toStdString());
    REQUIRE(found.size() == 1);
    return QDir(path()).filePath(found.front());
  }
};

/// Whether a program of others opens a PDF, where one is installed.
bool opensElsewhere(const QString& pdf, const QString& folder) {
  if (QStandardPaths::findExecutable("soffice").isEmpty()) {
    WARN("skipped: LibreOffice is not installed");
    return true;
  }
  QProcess office;
  office.start("soffice", {"-env:UserInstallation=file://" + folder + "/profile", "--headless", "--infilter=draw_pdf_import",
                           "--convert-to", "png", "--outdir", folder, pdf});
  return office.waitForFinished(120'000) && QFileInfo(folder + "/" + QFileInfo(pdf).completeBaseName() + ".png").size() > 1'000;
}

QPushButton* button(const QWidget& dialog, const QString& words) {
  for (auto* one : dialog.findChildren<QPushButton*>())
    if (one->text().remove(QLatin1Char('&')).startsWith(words) && one->isVisibleTo(&dialog)) return one;
  FAIL("no button " << words.toStdString());
  return nullptr;
}

QString wordsIn(const QWidget& widget) {
  QStringList all;
  for (const auto* label : widget.findChildren<QLabel*>()) all << label->text();
  for (const auto* label : widget.findChildren<TextLabel*>()) all << label->text();
  return all.join('\n');
}

}  // namespace

TEST_CASE("A choice goes out as a sealed file, is answered on another machine, and comes back, by keys alone") {
  const Out out;
  const auto choice = out.workspace().file().decisions().choice(out.choice);
  REQUIRE(choice);
  std::string passphrase;
  {
    ChoiceFileDialog dialog(out.workspace(), *choice, [&](QWidget*) { return out.path(); });
    dialog.show();
    Hands hands(dialog);
    CHECK(unnamed(dialog).isEmpty());
    CHECK(doubledLetters(dialog).isEmpty());
    passphrase = dialog.passphrase();
    CHECK(passphrase.size() > 20);
    shot(dialog, {}, "choice-file");
    hands.to("A PDF to print");
    hands.press(Qt::Key_Space);
    hands.to("Write the files");
    hands.press(Qt::Key_Space);
    REQUIRE(comesTrue([&] { return !dialog.isVisible(); }));
    INFO(dialog.done().toStdString());
    CHECK(dialog.done().startsWith("Written to"));
  }
  QFile pdf(out.file("choice-*.pdf"));
  REQUIRE(pdf.open(QIODevice::ReadOnly));
  const QByteArray paper = pdf.readAll();
  CHECK(paper.startsWith("%PDF"));
  CHECK_FALSE(paper.contains("/Author"));
  CHECK(opensElsewhere(pdf.fileName(), out.path()));
  const auto sealed = readWhole(out.file("*.homeward-choice"));
  REQUIRE(sealed);
  CHECK(sealed->find("Fritillary") == std::string::npos);

  // On the other machine: a passphrase that does not fit is told, and asked for again.
  PassphraseAsk ask("A choice that was sent to you", *sealed);
  ask.show();
  {
    Hands hands(ask);
    CHECK(unnamed(ask).isEmpty());
    hands.to("Passphrase");
    hands.type("acorn bell cello");
    hands.press(Qt::Key_Return);
    REQUIRE(comesTrue([&] { return wordsIn(ask).contains("does not fit"); }));
    shot(ask, {}, "passphrase-wrong");
    hands.to("Passphrase");
    hands.retype(QString::fromStdString(passphrase));
    hands.press(Qt::Key_Return);
    REQUIRE(comesTrue([&] { return !ask.isVisible(); }));
  }
  auto sheet = app::choiceIn(ask.document(), out.workspace().now());
  REQUIRE(sheet);
  const QString answerPath = out.path() + "/answer.homeward-answer";
  SentChoicePage page(
      *sheet, ask.passphrase(), [&] { return out.workspace().now(); },
      [&](QWidget*, const QString& suggested) {
        CHECK(suggested.endsWith(".homeward-answer"));
        return answerPath;
      });
  page.resize(1500, 1000);
  page.show();
  {
    Hands hands(page);
    CHECK(unnamed(page).isEmpty());
    CHECK(doubledLetters(page).isEmpty());
    shot(page, {1500, 1000}, "sent-choice");
    page.firstFocus()->setFocus();
    hands.to("Choose Samphire household");
    hands.press(Qt::Key_Space);
    hands.to("Why Samphire household");
    hands.type("Near her grandmother");
    for (const char* other : {"Why not Marram household", "Why not Thrift household"}) {
      hands.to(other);
      hands.press(Qt::Key_Down);
    }
    hands.to("Agreed by team manager");
    hands.type("J. Thimble");
    hands.press(Qt::Key_Return);
    hands.to("What the child said");
    hands.type("I can see the bees");
    bool written = false;
    QObject::connect(&page, &SentChoicePage::answered, [&] { written = true; });
    INFO(page.findChild<ReviewForm*>()->missing().toStdString());
    REQUIRE(page.findChild<ReviewForm*>()->missing().isEmpty());
    hands.within([&] { hands.to("Side by side"), hands.press(Qt::Key_Space); },
                 [&] {
                   auto* table = QApplication::activeModalWidget();
                   REQUIRE(table != nullptr);
                   shot(*table, {}, "side-by-side-sheet");
                   hands.press(Qt::Key_Escape);
                 });
    hands.to("Record the decision");
    hands.press(Qt::Key_Space);
    REQUIRE(comesTrue([&] { return written; }));
  }

  // Back with the officer, after the first has become dearer.
  Offer dearer = app::offersOf(out.workspace(), out.referral)->front();
  dearer.quote.front().amount = MoneyRange::exactly(pounds(740));
  REQUIRE(app::recordOffer(out.workspace(), dearer));
  const auto answer = readWhole(answerPath);
  REQUIRE(answer);
  const auto document = secrets::unsealed(*answer, passphrase);
  REQUIRE(document);
  auto returned = app::readReturnedChoice(out.workspace(), *answer, *document);
  INFO((returned ? std::string() : returned.error().detail));
  REQUIRE(returned);
  ReturnedChoiceDialog dialog(out.workspace(), *returned);
  dialog.show();
  Hands hands(dialog);
  CHECK(unnamed(dialog).isEmpty());
  shot(dialog, {}, "returned-choice");
  CHECK(wordsIn(dialog).contains("Near her grandmother"));
  CHECK(wordsIn(dialog).contains("Since the choice was sent this has changed"));
  hands.to("Record the decision");
  hands.press(Qt::Key_Space);
  CHECK_FALSE(dialog.isVisible());
  REQUIRE(dialog.decision());
  CHECK(out.workspace().file().decisions().decision(*dialog.decision())->chosen == out.options[0]);
}

TEST_CASE("What follows a decision: those not chosen are told, and the papers are written, by keys") {
  const Out out;
  const auto decided = app::decide(out.workspace(), out.decision(out.choice));
  REQUIRE(decided);
  REQUIRE(app::startPlacement(out.workspace(), *decided, out.journey.today()));
  FollowUpDialog dialog(out.workspace(), *decided, [&](QWidget*) { return out.path(); });
  dialog.show();
  Hands hands(dialog);
  CHECK(unnamed(dialog).isEmpty());
  CHECK(doubledLetters(dialog).isEmpty());
  shot(dialog, {}, "follow-up-told");
  REQUIRE(button(dialog, "Write the mails")->isEnabled());
  hands.to("Write the mails");
  hands.press(Qt::Key_Space);
  INFO(dialog.whatWasDone().toStdString());
  CHECK(wordsIn(dialog).contains("told on 27 November 2026"));
  CHECK_FALSE(button(dialog, "Write the mails")->isEnabled());
  const auto others = app::notTheOnes(out.workspace(), *decided);
  REQUIRE(others);
  for (const app::NotTheOne& one : *others) CHECK(one.told);

  dialog.findChild<QTabWidget*>()->setCurrentIndex(1);
  hands.settle();
  CHECK(doubledLetters(dialog).isEmpty());
  shot(dialog, {}, "follow-up-papers");
  hands.to("Write the PDF");
  hands.press(Qt::Key_Space);
  QFile pdf(out.file("contract-*.pdf"));
  REQUIRE(pdf.open(QIODevice::ReadOnly));
  const QByteArray paper = pdf.readAll();
  CHECK(paper.startsWith("%PDF"));
  CHECK_FALSE(paper.contains("/Author"));
  CHECK_FALSE(QFileInfo(pdf).fileName().contains("Fritillary"));
  CHECK(opensElsewhere(pdf.fileName(), out.path()));
  // The council's own wording.
  hands.to("Change the template");
  hands.press(Qt::Key_Space);
  auto* text = dialog.findChild<QPlainTextEdit*>("template");
  REQUIRE(text != nullptr);
  text->setPlainText("Ours for {chid}");
  hands.to("Keep the template");
  hands.press(Qt::Key_Space);
  CHECK(wordsIn(dialog).contains("Line 1"));
  CHECK(text->toPlainText() == "Ours for {chid}");  // what was typed stays
  text->setPlainText("Ours for {child}");
  hands.to("Keep the template");
  hands.press(Qt::Key_Space);
  CHECK(text->toPlainText().startsWith("Ours for Fritillary Meadow"));
  dialog.findChild<QTabWidget*>()->setCurrentIndex(2);
  hands.settle();
  shot(dialog, {}, "follow-up-others");
}
