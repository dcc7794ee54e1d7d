// A referral is read before it goes: what was found stands beside it, a likely name stays when it is ticked, more is taken out by hand, and
// files are written once somebody says that all of it was read.
#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>

#include "app/journey.h"
#include "hands.h"
#include "samples.h"
#include "sending/letter_pdf.h"
#include "sending/pack_dialog.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::tests;

namespace {

struct Packing : Journey {
  ReferralId referral;
  ScratchFolder out;
  Packing() {
    app::ReferralCase entry = planned();
    entry.children.front().name = "Fritillary Meadow";
    entry.referral.inPlainWords = "Fritillary and her friend Brackenthwaite keep bees near the old mill.";
    const auto saved = app::saveReferral(*workspace, entry);
    REQUIRE(saved);
    referral = saved->referral.id;
    const Setting home = emergencyHousehold("Samphire household");
    REQUIRE(app::askProviders(*workspace, referral, {{home.provider, home.id}}, workspace->now() + std::chrono::hours{48}));
  }
  [[nodiscard]] std::unique_ptr<PackDialog> dialog() {
    auto known = app::toDeidentify(*workspace, referral, std::nullopt);
    REQUIRE(known);
    const QString into = QString::fromStdString(out.path.string());
    return std::make_unique<PackDialog>(*workspace, referral, known->first, known->second, [into](QWidget*) { return into; });
  }
};

QString textOf(const PackDialog& dialog, const QString& name) {
  for (const auto* edit : dialog.findChildren<QPlainTextEdit*>())
    if (edit->accessibleName() == name) return edit->toPlainText();
  FAIL("no text called " << name.toStdString());
  return {};
}

QPushButton* button(const PackDialog& dialog, const QString& words) {
  for (auto* one : dialog.findChildren<QPushButton*>())
    if (one->text().remove(QLatin1Char('&')).startsWith(words)) return one;
  FAIL("no button " << words.toStdString());
  return nullptr;
}

}  // namespace

TEST_CASE("A referral is read before it goes, by keys") {
  Packing packing;
  const auto dialog = packing.dialog();
  dialog->show();
  Hands hands(*dialog);
  CHECK(unnamed(*dialog).isEmpty());
  CHECK(textOf(*dialog, "As it leaves") == "[the child] and her friend [name] keep bees near the old mill.");
  CHECK_FALSE(button(*dialog, "Write the files")->isEnabled());
  hands.to("What was found");
  hands.press(Qt::Key_Down);
  hands.press(Qt::Key_Space);
  CHECK(textOf(*dialog, "As it leaves") == "[the child] and her friend Brackenthwaite keep bees near the old mill.");
  // "Fritillary" cannot be let stay: there is nothing to tick.
  hands.press(Qt::Key_Up);
  hands.press(Qt::Key_Space);
  CHECK(textOf(*dialog, "As it leaves").startsWith("[the child]"));
  hands.to("As it was typed");
  hands.press(Qt::Key_End, Qt::ControlModifier);
  for (int i = 0; i < 13; ++i) hands.press(Qt::Key_Left, Qt::ShiftModifier);
  hands.to("Take the selection out");
  hands.press(Qt::Key_Space);
  CHECK(textOf(*dialog, "As it leaves") == "[the child] and her friend Brackenthwaite keep bees near [taken out]");
  shot(*dialog, {}, "pack-read");
  hands.within([&] { hands.press(Qt::Key_Escape); }, [&] { hands.to("Go on"), hands.press(Qt::Key_Space); });
  CHECK(dialog->isVisible());
  hands.to("I have read all of it");
  hands.press(Qt::Key_Space);
  hands.to("Write the files");
  hands.press(Qt::Key_Space);
  CHECK_FALSE(dialog->isVisible());
  CHECK(dialog->done().contains("files written"));
  const QStringList files =
      QDir(QString::fromStdString(packing.out.path.string())).entryList({"referral-*", "offer-*", "mail-*"}, QDir::Files);
  INFO(files.join(' ').toStdString());
  CHECK(files.size() >= 3);
  for (const QString& name : files) {
    QFile file(QDir(QString::fromStdString(packing.out.path.string())).filePath(name));
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK_FALSE(file.readAll().contains("Fritillary"));
  }
  const auto lines = app::approachLines(*packing.workspace, packing.referral);
  REQUIRE(lines);
  REQUIRE_FALSE(lines->front().approach.log.empty());
  CHECK(lines->front().approach.log.back().outcome == CallOutcome::sent);
}

TEST_CASE("Whatever changes after it was read has to be read again") {
  Packing packing;
  const auto dialog = packing.dialog();
  dialog->show();
  Hands hands(*dialog);
  hands.to("I have read all of it");
  hands.press(Qt::Key_Space);
  REQUIRE(button(*dialog, "Write the files")->isEnabled());
  hands.to("What was found");
  hands.press(Qt::Key_Down);
  hands.press(Qt::Key_Space);
  CHECK_FALSE(button(*dialog, "Write the files")->isEnabled());
  hands.to("I have read all of it");
  hands.press(Qt::Key_Space);
  hands.to("Name the council");
  hands.press(Qt::Key_Space);
  CHECK_FALSE(button(*dialog, "Write the files")->isEnabled());
}

TEST_CASE("A letter is printed on as many pages as it needs") {
  std::string letter = "A home is wanted.\n\nWhere\n";
  for (int i = 0; i < 150; ++i)
    letter += "- One line of many, long enough to be wrapped where the paper ends, for it goes on and on and on.\n";
  const auto pdf = letterPdf(letter, "Referral K7QF3M");
  REQUIRE(pdf);
  CHECK(pdf->starts_with("%PDF"));
  std::size_t pages = 0;
  for (std::size_t at = pdf->find("/Type /Page\n"); at != std::string::npos; at = pdf->find("/Type /Page\n", at + 1)) ++pages;
  CHECK(pages >= 4);
  CHECK(pdf->find("/Author") == std::string::npos);
}
