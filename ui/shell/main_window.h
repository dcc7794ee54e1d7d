// The window: menu bar with the find box, banner, rail, pages, work in the background, status bar.
//
// It knows pages only by page.h. Whoever builds the program adds sections and pages, sources for the find box, and connects its signals;
// it holds no case file.
#pragma once

#include <QHash>
#include <QMainWindow>
#include <QPointer>
#include <QVector>

#include "shared/theme.h"
#include "shell/find.h"
#include "shell/jobs.h"
#include "shell/page.h"

class QAction;
class QActionGroup;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QStackedWidget;
class QUndoGroup;

namespace homeward::ui {

class Banner;
class Rail;
class TextLabel;

/// How the window looked when it was last closed.
[[nodiscard]] Look rememberedLook();

class MainWindow : public QMainWindow {
  Q_OBJECT
 public:
  enum class Menu { file, edit, view, go, things, tools, help };

  explicit MainWindow(QWidget* parent = nullptr);

  /// A part of the rail with the page that it opens. The first is opened at once.
  int addSection(const QString& name, const QString& icon, Page* page);
  /// Opens a page that has no item on the rail (a referral, a choice); `section` stays lit. The window owns the page; it is deleted when
  /// one goes back past it.
  void openPage(Page* page, int section);
  void openSection(int section);
  void goBack();
  [[nodiscard]] Page* currentPage() const;
  void setCount(int section, int count);

  [[nodiscard]] QMenu* menu(Menu which) const { return m_menus[static_cast<std::size_t>(which)]; }
  /// An action in a menu, with its shortcut and, when `enabled` may change, its reason in the status tip. In File it stands before Quit.
  QAction* addAction(Menu which, const QString& text, const QKeySequence& keys, const std::function<void()>& act);
  using QWidget::addAction;
  void addFindSource(std::shared_ptr<FindSource> source) { m_palette->addSource(std::move(source)); }

  /// No case file is open: what works on one (rail, find box, its menus) is put away.
  void setBare(bool bare);
  /// Asks about work that runs, then every page that is open.
  [[nodiscard]] bool mayLeave() const;
  void setPerson(const QString& person);                        ///< "M. Fennel, placement officer"
  [[nodiscard]] QPoint belowPerson() const;                     ///< where a menu of people opens, on the screen
  void setDemo(bool demo);                                      ///< shows the fictional-data banner
  void setSaved(const QString& text);                           ///< "Saved 14:20"
  [[nodiscard]] int told() const { return m_told; }             ///< how often something was told like this
  void setTrouble(const QString& strong, const QString& rest);  ///< a banner under the demo one; empty takes it away
  /// Something good to know, over the page until another page is opened; `action` may lead to it.
  void setNotice(const QString& strong, const QString& rest, const QString& action = {}, const std::function<void()>& act = {});
  [[nodiscard]] Jobs& jobs() { return *m_jobs; }
  [[nodiscard]] QUndoGroup& undo() { return *m_undo; }
  [[nodiscard]] bool namesHidden() const;

 signals:
  void namesHiddenChanged(bool hidden);
  void personClicked();
  void pageOpened(Page* page);

 protected:
  void closeEvent(QCloseEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  struct Visit {
    Page* page = nullptr;
    int section = 0;
    bool owned = false;
  };
  void buildMenus();
  void buildLookMenu();
  void buildCorner();
  void buildStatusBar();
  void bringForward(const Visit& visit, bool focus);
  void adopt(Page* page);
  void nextPane(int by);
  void showTitle();
  void fitFind();
  void remember() const;
  void recall();

  std::array<QMenu*, 7> m_menus{};
  QLineEdit* m_find = nullptr;
  CommandPalette* m_palette = nullptr;
  QPushButton* m_hideNames = nullptr;
  QAction* m_hideNamesAction = nullptr;
  QAction* m_quit = nullptr;
  QPushButton* m_person = nullptr;
  Banner* m_demo = nullptr;
  Banner* m_trouble = nullptr;
  Banner* m_notice = nullptr;
  Rail* m_rail = nullptr;
  QStackedWidget* m_stack = nullptr;
  Jobs* m_jobs = nullptr;
  QUndoGroup* m_undo = nullptr;
  QLabel* m_saved = nullptr;
  int m_told = 0;
  QLabel* m_counts = nullptr;
  QLabel* m_hints = nullptr;
  QVector<Visit> m_sections;
  QVector<Visit> m_visits;  // where one has been; the last is in front
  QVector<QAction*> m_pageActions;
};

}  // namespace homeward::ui
