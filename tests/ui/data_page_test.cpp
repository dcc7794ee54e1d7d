// The Data page by keys: a file is shown before it is written, a wrong one writes nothing, the case file is checked, a person is added.
#include "data/data_page.h"

#include <QTest>
#include <fstream>

#include "app/app_case.h"
#include "hands.h"
#include "samples.h"
#include "shell/jobs.h"

using namespace homeward;
using namespace homeward::tests;

namespace {

struct Desk : DemoOnDisk {
  QString file;
  ui::Jobs jobs;
  ui::DataPage page{*workspace,
                    jobs,
                    {[this](QWidget*, const QString&) { return file; }, [this](QWidget*, const QString&, const QString&) { return file; }}};
  Hands hands{page};
  Desk() {
    page.refresh();
    page.firstFocus()->setFocus();
  }
  void read(const QString& list) {
    file = list;
    hands.press(Qt::Key_Space);
    REQUIRE(QTest::qWaitFor([this] { return !jobs.busy(); }));
    hands.settle();
  }
  [[nodiscard]] std::size_t settings() {
    const auto market = workspace->market();
    REQUIRE(market);
    return (*market)->settings.size();
  }
};

const QString sample = QStringLiteral(HOMEWARD_TEST_DATA "/ofsted_sample.csv");

}  // namespace

TEST_CASE("Ofsted's list is shown, then written, and adds nothing the second time") {
  Desk desk;
  CHECK(unnamed(desk.page).isEmpty());
  const std::size_t before = desk.settings();
  desk.read(sample);
  INFO(desk.page.told().toStdString());
  REQUIRE(desk.page.preview());
  const auto shown = *desk.page.preview();
  CHECK(shown.added > 0);
  CHECK(desk.settings() == before);
  CHECK(desk.page.told().contains("would be imported"));
  CHECK(desk.hands.focused() == "Import");
  desk.hands.press(Qt::Key_Space);
  REQUIRE(desk.page.preview());
  CHECK(desk.page.preview()->added == shown.added);
  CHECK(desk.page.preview()->changed == shown.changed);
  CHECK(desk.settings() > before);
  const std::size_t after = desk.settings();

  desk.page.firstFocus()->setFocus();
  desk.read(sample);
  REQUIRE(desk.page.preview());
  CHECK(desk.page.preview()->added == 0);
  CHECK(desk.page.preview()->changed == 0);
  CHECK_FALSE(desk.page.doPrimary());
  CHECK(desk.settings() == after);
}

TEST_CASE("A file that is no list is refused in one sentence and nothing is written") {
  Desk desk;
  const std::size_t before = desk.settings();
  const std::string wrong = desk.path.string() + ".bin";
  std::ofstream(wrong, std::ios::binary) << std::string("\x7f\x45\x4c\x46\0\0\1\2", 8);
  desk.read(QString::fromStdString(wrong));
  INFO(desk.page.told().toStdString());
  CHECK_FALSE(desk.page.preview());
  CHECK(desk.page.told().startsWith("Nothing was written."));
  CHECK_FALSE(desk.page.doPrimary());
  CHECK(desk.settings() == before);
}

TEST_CASE("A person is added by keys, and one without a name is not") {
  Desk desk;
  const auto known = app::people(*desk.workspace);
  REQUIRE(known);
  desk.hands.to("Add a person");
  desk.hands.within([&] { desk.hands.press(Qt::Key_Space); },
                    [&] {
                      desk.hands.to("Save");
                      desk.hands.press(Qt::Key_Space);
                      desk.hands.to("Name");
                      desk.hands.type("T. Teazle");
                      desk.hands.to("Agrees up to a week");
                      desk.hands.type("1,250.50");
                      desk.hands.press(Qt::Key_Return);
                    });
  const auto now = app::people(*desk.workspace);
  REQUIRE(now);
  REQUIRE(now->size() == known->size() + 1);
  const auto added = std::find_if(now->begin(), now->end(), [](const Person& one) { return one.name == "T. Teazle"; });
  REQUIRE(added != now->end());
  CHECK(added->agreesUpTo == Money{125050});
}

TEST_CASE("The case file is found sound, and a copy of it is made") {
  Desk desk;
  desk.hands.to("Check the file");
  desk.hands.press(Qt::Key_Space);
  REQUIRE(QTest::qWaitFor([&] { return desk.page.told().contains("Sound:"); }, 20000));
  desk.file = QString::fromStdString(desk.path.string() + ".copy");
  desk.hands.to("Back up now");
  desk.hands.press(Qt::Key_Space);
  INFO(desk.page.told().toStdString());
  CHECK(desk.page.told().contains("reopened and checked"));
  const auto copy = app::openCase(desk.file.toStdString(), store::OpenMode::readOnly);
  CHECK(copy.workspace != nullptr);
}
