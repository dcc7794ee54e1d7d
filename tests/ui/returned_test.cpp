// An answer that came back as a file is read before it is recorded: what it says, what could not be read, and what is on record beside it.
#include <QComboBox>
#include <QPushButton>

#include "app/sent.h"
#include "hands.h"
#include "returned/returned_answer_dialog.h"
#include "samples.h"
#include "shared/plain_table.h"

using namespace homeward;
using namespace homeward::ui;
using namespace homeward::tests;

namespace {

QPushButton* button(const QWidget& dialog, const QString& words) {
  for (auto* one : dialog.findChildren<QPushButton*>())
    if (one->text().remove(QLatin1Char('&')).startsWith(words) && one->isVisibleTo(&dialog)) return one;
  FAIL("no button " << words.toStdString());
  return nullptr;
}

QString cell(const QWidget& dialog, int row, int column) {
  const auto* table = dialog.findChild<PlainTable*>();
  return table->model()->index(row, column).data().toString();
}

}  // namespace

TEST_CASE("A form that came back is looked at and recorded by keys") {
  const Sent sent;
  const std::string bytes = filledForm(sent.offered(0), {{"district", "ZZ5"}, {"impact", "perhaps"}, {"days", "30"}});
  ReturnedAnswerDialog dialog(*sent.workspace, bytes, sent.read(bytes));
  dialog.show();
  Hands hands(dialog);
  CHECK(unnamed(dialog).isEmpty());
  CHECK(doubledLetters(dialog).isEmpty());
  shot(dialog, {}, "returned-offer");
  CHECK(cell(dialog, 0, 1) == "Samphire household");
  CHECK(sent.offers().empty());
  hands.to("Record it");
  hands.press(Qt::Key_Space);
  CHECK_FALSE(dialog.isVisible());
  CHECK(dialog.done() == "The offer was recorded");
  REQUIRE(sent.offers().size() == 1);
  CHECK(sent.offers().front().offersDays == 30);
}

TEST_CASE("A second form lies beside what is on record; what changes meanwhile is shown before anything is recorded") {
  const Sent sent;
  REQUIRE(app::takeReturnedAnswer(*sent.workspace, sent.read(sent.offered(0)), app::TakeAs::newOffer));
  const std::string bytes = sent.offered(0, "875");
  ReturnedAnswerDialog dialog(*sent.workspace, bytes, sent.read(bytes));
  dialog.show();
  Hands hands(dialog);
  CHECK(cell(dialog, 0, 0) == "Core fee");
  CHECK(cell(dialog, 0, 1) == "£900 a week");
  CHECK(cell(dialog, 0, 2) == "differs");
  CHECK(cell(dialog, 0, 3) == "£875 a week");
  shot(dialog, {}, "returned-beside");
  // Somebody changes the offer in another window.
  Offer meanwhile = sent.offers().front();
  meanwhile.conditions = "None any more";
  REQUIRE(app::recordOffer(*sent.workspace, meanwhile));
  hands.to("Put it in the place");
  hands.press(Qt::Key_Space);
  REQUIRE(dialog.isVisible());
  CHECK(sent.offers().front().conditions == "None any more");
  QStringList onRecord;
  for (int row = 0; row < 2; ++row) onRecord << cell(dialog, row, 1);
  CHECK(onRecord.contains("None any more"));
  shot(dialog, {}, "returned-conflict");
  hands.to("Put it in the place");
  hands.press(Qt::Key_Space);
  CHECK_FALSE(dialog.isVisible());
  REQUIRE(sent.offers().size() == 1);
  CHECK(sent.offers().front().conditions == "A visit first");
}

TEST_CASE("Of a form for all somebody says who answered, of an agency which home is meant") {
  const Sent sent(app::Mails::blindCopies);
  const std::string bytes = sent.offered(0);
  ReturnedAnswerDialog dialog(*sent.workspace, bytes, sent.read(bytes));
  dialog.show();
  Hands hands(dialog);
  CHECK_FALSE(button(dialog, "Record it")->isEnabled());
  CHECK(button(dialog, "Record it")->toolTip() == "Choose who answered first");
  hands.to("Who answered");
  hands.press(Qt::Key_Down);
  hands.press(Qt::Key_Return);
  if (!button(dialog, "Record it")->isEnabled()) {
    // The list opened: the second choice of it.
    hands.to("Who answered");
    hands.press(Qt::Key_Down);
  }
  shot(dialog, {}, "returned-who");
  REQUIRE(button(dialog, "Record it")->isEnabled());
  hands.to("Record it");
  hands.press(Qt::Key_Space);
  CHECK(sent.offers().size() == 1);
}
