// Into a case file and out of it by keys in the real window: each kind of file that can be met, and what is said of it.
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QAction>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <fstream>

#include "app/app_case.h"
#include "app/market_data.h"
#include "desktop.h"
#include "hands.h"
#include "opening/front_door.h"
#include "opening/start_page.h"
#include "samples.h"
#include "shared/page_parts.h"
#include "support/platform/lock.h"

using namespace homeward;
using namespace homeward::tests;

namespace {

constexpr int enough = 60000;  // milliseconds until a demo case is made, without optimisation

std::string bytesOf(const QString& file) {
  std::ifstream in(file.toStdString(), std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Four bytes of SQLite's header, big-endian: the version of the tables at 60.
void writeHeader(const QString& file, int at, unsigned char value) {
  std::fstream out(file.toStdString(), std::ios::in | std::ios::out | std::ios::binary);
  out.seekp(at);
  out.write("\0\0\0", 3);
  out.put(static_cast<char>(value));
}

struct Entrance {
  QTemporaryDir folder;
  QString toRead;
  QString toWrite;
  QStringList asked;  // titles of the file dialogs that were opened
  std::unique_ptr<ui::FrontDoor> door;
  std::unique_ptr<Hands> hands;

  Entrance() {
    QSettings().remove("recent");
    door = std::make_unique<ui::FrontDoor>(
        ui::FrontDoor::FileChoice{[this](QWidget*, const QString& title, const QString&) { return asked << title, toRead; },
                                  [this](QWidget*, const QString& title, const QString&) { return asked << title, toWrite; }},
        demoClock());
    door->showStart();
    look();
  }
  ~Entrance() { QSettings().remove("recent"); }
  /// Puts the hands on the window that stands there now.
  void look() { hands = std::make_unique<Hands>(door->window()); }
  [[nodiscard]] QString at(const char* name) const { return folder.path() + "/" + name; }

  /// An empty case file, closed.
  QString fresh(const char* name = "wendmoor.homeward") {
    auto made = app::newCase(at(name).toStdString(), {AuthorityId{}, "E06009999", "Wendmoor", true}, person("Ivy Sedge"), demoClock());
    REQUIRE(made);
    return at(name);
  }
  static Person person(const char* name) {
    Person one;
    one.name = name;
    return one;
  }
  /// Open… by its button, and waits until it was read.
  void open(const QString& file) {
    toRead = file;
    hands->to("Open a case file");
    hands->press(Qt::Key_Space);
    settle();
  }
  /// Says yes to the question that has opened, once it has the keyboard.
  void agree() {
    REQUIRE(QTest::qWaitFor([this] { return hands->focused() == "Restore"; }));
    hands->press(Qt::Key_Return);
  }
  void settle() {
    hands->settle();
    REQUIRE(QTest::qWaitFor([this] { return !door->window().jobs().busy(); }, enough));
    QTest::qWait(20);
    REQUIRE(QTest::qWaitFor([this] { return !door->window().jobs().busy(); }, enough));
  }
  [[nodiscard]] QAction* fileAction(const QString& words) const {
    for (QAction* action : door->window().menu(ui::MainWindow::Menu::file)->actions())
      if (action->text().remove('&') == words) return action;
    FAIL("File has no " + words.toStdString());
    return nullptr;
  }
  [[nodiscard]] QString banners() const {
    QStringList words;
    for (const auto* banner : door->window().findChildren<ui::Banner*>())
      if (banner->isVisible())
        for (const auto* label : banner->findChildren<ui::TextLabel*>()) words << label->text();
    return words.join(' ');
  }
};

/// What a file that cannot be used leaves behind it: the start page with a sentence, and the file as it was.
void isRefused(Entrance& entrance, const QString& file, const QString& because) {
  const std::string before = bytesOf(file);
  entrance.open(file);
  CHECK(entrance.door->desktop() == nullptr);
  INFO(entrance.door->start().told().toStdString());
  CHECK(entrance.door->start().told().contains(because));
  CHECK(entrance.door->start().told().contains("was not opened"));
  CHECK(bytesOf(file) == before);
  CHECK(ui::recentFiles().isEmpty());
}

}  // namespace

TEST_CASE("The start page is worked by keys alone and names everything", "[opening]") {
  Entrance entrance;
  CHECK(unnamed(entrance.door->window()).join("; ").toStdString() == "");
  CHECK(entrance.hands->focused() == "Open a case file…");
  CHECK(entrance.door->window().windowTitle().startsWith("Open a case file"));
}

TEST_CASE("A case file is opened, remembered and closed, and opened again from the list", "[opening]") {
  Entrance entrance;
  const QString file = entrance.fresh();
  entrance.open(file);
  REQUIRE(entrance.door->desktop() != nullptr);
  CHECK(entrance.banners() == "");
  REQUIRE(ui::recentFiles().size() == 1);
  CHECK(ui::recentFiles().front().path == file);
  CHECK(ui::recentFiles().front().opened == QDate(2026, 11, 27));
  CHECK(QDir(QString::fromStdString(app::backupsOf(file.toStdString()).string())).entryList(QDir::Files).size() == 1);

  entrance.look();
  entrance.hands->press(Qt::Key_W, Qt::ControlModifier);
  CHECK(entrance.door->desktop() == nullptr);
  entrance.look();
  entrance.door->start().firstFocus()->setFocus();
  CHECK(entrance.hands->focused().startsWith("Opened here before"));
  entrance.hands->press(Qt::Key_Return);
  entrance.settle();
  CHECK(entrance.door->desktop() != nullptr);
}

TEST_CASE("What is no case file is said to be none", "[opening]") {
  Entrance entrance;
  const QString file = entrance.at("letter.homeward");
  std::ofstream(file.toStdString()) << "Dear colleague";
  isRefused(entrance, file, "not a case file");
}

TEST_CASE("A file of a newer program is left to it", "[opening]") {
  Entrance entrance;
  const QString file = entrance.fresh();
  writeHeader(file, 60, 99);
  isRefused(entrance, file, "newer version");
}

TEST_CASE("A damaged file leads to its backups, and is restored by keys", "[opening]") {
  Entrance entrance;
  const QString file = entrance.fresh();
  const QString backup = entrance.at("kept.homeward");
  REQUIRE(QFile::copy(file, backup));
  const std::string whole = bytesOf(file);
  std::ofstream(file.toStdString(), std::ios::binary | std::ios::trunc) << whole.substr(0, whole.size() / 2);
  isRefused(entrance, file, "damaged");
  CHECK(entrance.door->start().told().contains("backups"));

  entrance.toRead = backup;
  entrance.toWrite = file;
  entrance.hands->to("Restore the newest backup");
  entrance.hands->within([&] { entrance.hands->press(Qt::Key_Space); }, [&] { entrance.agree(); });
  entrance.settle();
  REQUIRE(entrance.door->desktop() != nullptr);
  CHECK(entrance.banners().contains("Restored."));
  const auto people = app::people(entrance.door->desktop()->workspace());
  REQUIRE(people);
  CHECK(people->front().name == "Ivy Sedge");
  CHECK(QDir(entrance.folder.path()).entryList({"wendmoor-replaced-*.homeward"}).size() == 1);
}

TEST_CASE("A file that is open is restored after it was closed", "[opening]") {
  Entrance entrance;
  const QString file = entrance.fresh();
  const QString backup = entrance.at("kept.homeward");
  REQUIRE(QFile::copy(file, backup));
  entrance.open(file);
  REQUIRE(entrance.door->desktop() != nullptr);
  REQUIRE(app::savePerson(entrance.door->desktop()->workspace(), Entrance::person("T. Teazle")));
  entrance.toRead = backup;
  entrance.toWrite = file;
  entrance.look();
  entrance.hands->within([&] { entrance.fileAction("Restore from a backup…")->trigger(); }, [&] { entrance.agree(); });
  entrance.settle();
  REQUIRE(entrance.door->desktop() != nullptr);
  const auto people = app::people(entrance.door->desktop()->workspace());
  REQUIRE(people);
  CHECK(people->size() == 1);
}

TEST_CASE("A file that is gone is said to be gone", "[opening]") {
  Entrance entrance;
  ui::rememberFile(entrance.at("gone.homeward"), QDate(2026, 11, 1));
  entrance.door->start().refresh();
  entrance.door->start().firstFocus()->setFocus();
  entrance.hands->press(Qt::Key_Return);
  entrance.settle();
  CHECK(entrance.door->start().told().contains("There is no such file"));
  entrance.door->start().firstFocus()->setFocus();
  entrance.hands->press(Qt::Key_Delete);
  CHECK(ui::recentFiles().isEmpty());
}

TEST_CASE("While somebody has the file it is opened for reading only, and says who", "[opening]") {
  Entrance entrance;
  const QString file = entrance.fresh();
  const auto theirs = platform::FileLock::take(file.toStdString(), "clover on WENDMOOR-2 (program 4711)");
  REQUIRE(theirs);
  REQUIRE(theirs->held());
  const std::string before = bytesOf(file);
  entrance.open(file);
  REQUIRE(entrance.door->desktop() != nullptr);
  CHECK(entrance.door->desktop()->workspace().readOnly());
  CHECK(entrance.banners().contains("clover on WENDMOOR-2"));
  CHECK(entrance.banners().contains("reading only"));
  CHECK(bytesOf(file) == before);
}

TEST_CASE("A file that a foreign program has locked is said to be locked", "[opening]") {
  Entrance entrance;
  const QString file = entrance.fresh();
  const std::string path = file.toStdString();
  int ready[2];
  REQUIRE(::pipe(ready) == 0);
  const pid_t other = ::fork();
  if (other == 0) {  // holds the bytes by which SQLite locks a file against everybody
    const int handle = ::open(path.c_str(), O_RDWR);
    struct flock all {};
    all.l_type = F_WRLCK;
    all.l_whence = SEEK_SET;
    all.l_start = 0x40000000;
    all.l_len = 512;
    ::fcntl(handle, F_SETLK, &all);
    (void)!::write(ready[1], "r", 1);
    ::pause();
    ::_exit(0);
  }
  char byte = 0;
  REQUIRE(::read(ready[0], &byte, 1) == 1);
  isRefused(entrance, file, "locked");
  ::kill(other, SIGKILL);
  ::waitpid(other, nullptr, 0);
}

TEST_CASE("A file that cannot be opened leaves open what is open", "[opening]") {
  Entrance entrance;
  entrance.open(entrance.fresh());
  REQUIRE(entrance.door->desktop() != nullptr);
  const ui::Desktop* before = entrance.door->desktop();
  std::ofstream(entrance.at("letter.homeward").toStdString()) << "Dear colleague";
  entrance.toRead = entrance.at("letter.homeward");
  entrance.look();
  entrance.hands->press(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
  entrance.settle();
  CHECK(entrance.door->desktop() == before);
  CHECK(entrance.banners().contains("not a case file"));
}

TEST_CASE("A new case file is made for a council by keys", "[opening]") {
  Entrance entrance;
  entrance.hands->to("New case file");
  SECTION("where it can lie") {
    entrance.toWrite = entrance.at("council");
    entrance.hands->within([&] { entrance.hands->press(Qt::Key_Space); },
                           [&] {
                             REQUIRE(QTest::qWaitFor([&] { return entrance.hands->focused() == "Authority"; }));
                             entrance.hands->type("Westmorland");
                             entrance.hands->to("Your name");
                             entrance.hands->type("Ivy Sedge");
                             entrance.hands->press(Qt::Key_Return);
                           });
    entrance.settle();
    REQUIRE(entrance.door->desktop() != nullptr);
    CHECK(entrance.door->desktop()->workspace().authority().name == "Westmorland and Furness");
    CHECK(entrance.door->desktop()->workspace().user().name == "Ivy Sedge");
    CHECK_FALSE(entrance.door->desktop()->workspace().fictional());
    CHECK(QFile::exists(entrance.at("council.homeward")));
  }
  SECTION("not where nothing can be written") {
    entrance.toWrite = "/proc/nowhere/council.homeward";
    entrance.hands->within([&] { entrance.hands->press(Qt::Key_Space); },
                           [&] {
                             REQUIRE(QTest::qWaitFor([&] { return entrance.hands->focused() == "Authority"; }));
                             entrance.hands->press(Qt::Key_Return);  // nothing is entered: the form stays and asks
                             CHECK(entrance.hands->focused() == "Authority");
                             CHECK(entrance.asked.isEmpty());
                             entrance.hands->type("Westmorland");
                             entrance.hands->to("Your name");
                             entrance.hands->type("Ivy Sedge");
                             entrance.hands->press(Qt::Key_Return);
                             auto* errors = QApplication::activeModalWidget()->findChild<ui::ErrorSummary*>();
                             REQUIRE(errors != nullptr);
                             CHECK(errors->count() == 1);
                             entrance.hands->within(
                                 [&] { entrance.hands->press(Qt::Key_Escape); },  // what was entered is not thrown away unasked
                                 [&] { entrance.hands->to("Leave"), entrance.hands->press(Qt::Key_Space); });
                           });
    CHECK(entrance.asked.size() == 1);
    CHECK(entrance.door->desktop() == nullptr);
  }
}

TEST_CASE("The demo case is made in the background, and Cancel leaves nothing", "[opening]") {
  Entrance entrance;
  entrance.toWrite = entrance.at("demo.homeward");
  entrance.hands->to("Make the fictional demo case");
  entrance.hands->press(Qt::Key_Space);
  REQUIRE(entrance.door->window().jobs().busy());
  SECTION("to its end") {
    entrance.settle();
    REQUIRE(entrance.door->desktop() != nullptr);
    CHECK(entrance.door->desktop()->workspace().fictional());
    CHECK(entrance.banners().contains("Fictional demo data"));
  }
  SECTION("cancelled") {
    entrance.door->window().jobs().cancel();
    entrance.settle();
    CHECK(entrance.door->desktop() == nullptr);
    CHECK(entrance.door->start().told().contains("you cancelled it"));
    CHECK(QDir(entrance.folder.path()).entryList(QDir::Files).isEmpty());
  }
}

TEST_CASE("A file that was read while a dialog is open is gone into once it is closed", "[opening]") {
  Entrance entrance;
  entrance.open(entrance.fresh());
  REQUIRE(entrance.door->desktop() != nullptr);
  const QString other = entrance.fresh("other.homeward");
  entrance.look();
  entrance.hands->within([&] { entrance.fileAction("New case file…")->trigger(); },
                         [&] {
                           const ui::Desktop* before = entrance.door->desktop();
                           entrance.door->open(other);
                           REQUIRE(QTest::qWaitFor([&] { return !entrance.door->window().jobs().busy(); }, enough));
                           QTest::qWait(200);
                           CHECK(entrance.door->desktop() == before);
                           entrance.hands->press(Qt::Key_Escape);
                         });
  CHECK(QTest::qWaitFor([&] { return entrance.door->desktop()->workspace().file().path() == other.toStdString(); }, enough));
}

TEST_CASE("A new case file is made from inside another", "[opening]") {
  Entrance entrance;
  entrance.open(entrance.fresh());
  entrance.toWrite = entrance.at("council");
  entrance.look();
  entrance.hands->within([&] { entrance.fileAction("New case file…")->trigger(); },
                         [&] {
                           REQUIRE(QTest::qWaitFor([&] { return entrance.hands->focused() == "Authority"; }));
                           entrance.hands->type("Westmorland");
                           entrance.hands->to("Your name");
                           entrance.hands->type("Ivy Sedge");
                           entrance.hands->press(Qt::Key_Return);
                         });
  entrance.settle();
  REQUIRE(entrance.door->desktop() != nullptr);
  CHECK(entrance.door->desktop()->workspace().authority().name == "Westmorland and Furness");
}

TEST_CASE("What could not be opened or restored is said as such, and the keyboard stays where it was", "[opening]") {
  Entrance entrance;
  const QString letter = entrance.at("letter.homeward");
  std::ofstream(letter.toStdString()) << "Dear colleague";
  entrance.open(letter);
  CHECK(entrance.hands->focused() == "Open a case file…");
  entrance.toRead = letter;
  entrance.toWrite = entrance.at("restored.homeward");
  entrance.hands->to("Restore from a backup");
  entrance.hands->press(Qt::Key_Space);
  entrance.settle();
  CHECK(entrance.door->start().told().startsWith("“restored.homeward” was not restored."));
  CHECK(entrance.hands->focused() == "Restore from a backup…");
}
