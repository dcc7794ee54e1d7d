// The real window over the demo case at half past five on a Friday, with hands on its keyboard: what whole journeys are walked in.
#pragma once

#include <QApplication>
#include <QListWidget>
#include <QTemporaryDir>
#include <memory>
#include <string>

#include "app/open_case.h"
#include "app/referrals.h"
#include "app/week_report.h"
#include "desktop.h"
#include "hands.h"
#include "support/catch.h"

namespace homeward::tests {

inline constexpr Date friday = std::chrono::sys_days{std::chrono::year{2026} / 11 / 27};

struct Office {
  QTemporaryDir folder;
  std::string path = (folder.path() + "/demo.homeward").toStdString();
  std::unique_ptr<ui::Desktop> desktop;
  std::unique_ptr<Hands> hands;

  Office() {
    auto made = app::demoCase(path, 1, friday, {}, clockFrom(friday, std::chrono::minutes{17 * 60 + 30}));
    if (!made) FAIL(made.error().detail);
    open(*std::move(made));
  }
  /// The same file in a new window on the morning of a later day.
  void later(Date day) {
    hands.reset();
    desktop.reset();
    auto opened = app::openCase(path, store::OpenMode::readWrite, clockFrom(day, std::chrono::hours{8}));
    INFO(opened.words);
    REQUIRE(opened.workspace);
    open(std::move(opened.workspace));
  }
  [[nodiscard]] app::Workspace& workspace() const { return desktop->workspace(); }
  template <class P>
  [[nodiscard]] P& page() const {
    hands->settle();
    auto* front = qobject_cast<P*>(desktop->window().currentPage());
    INFO("in front: " + desktop->window().windowTitle().toStdString());
    REQUIRE(front != nullptr);
    return *front;
  }
  /// Opens what Ctrl+K finds first for these words.
  void find(const QString& words) const {
    hands->press(Qt::Key_K, Qt::ControlModifier);
    hands->type(words);
    hands->press(Qt::Key_Return);
    INFO("in front: " + desktop->window().windowTitle().toStdString() + ", the focus is on " + hands->focused().toStdString());
    CHECK(hands->focused() == "Referrals");
  }
  [[nodiscard]] app::ReferralLine line(const std::string& people) const {
    const auto lines = app::referralLines(workspace(), false);
    REQUIRE(lines);
    for (const app::ReferralLine& one : *lines)
      if (one.people.find(people) != std::string::npos) return one;
    FAIL("no referral of " + people);
    return {};
  }
  /// Down in the list of who was asked until the line that begins with `name`, from the top.
  void goToAsked(const QString& name) const {
    auto* list = qobject_cast<QListWidget*>(QApplication::focusWidget());
    INFO("the focus is on " + hands->focused().toStdString());
    REQUIRE(list != nullptr);
    hands->press(Qt::Key_Home);
    for (int i = 0; i < list->count(); ++i) {
      if (list->currentItem()->text().startsWith(name)) return;
      hands->press(Qt::Key_Down);
    }
    FAIL("nobody called " + name.toStdString() + " was asked");
  }
  [[nodiscard]] Money weekCost(Date day) const {
    const auto report = app::weekReport(workspace(), isoWeek(day));
    REQUIRE(report);
    return report->cost.total;
  }

 private:
  static app::Clock clockFrom(Date day, std::chrono::minutes after) {
    return [now = std::make_shared<std::int64_t>(0), day, after] {
      const Instant asIfUtc{day + after};
      return asIfUtc - englandOffset(asIfUtc) + std::chrono::seconds{(*now)++};
    };
  }
  void open(std::unique_ptr<app::Workspace> workspace) {
    desktop = std::make_unique<ui::Desktop>(std::move(workspace));
    desktop->window().resize(1600, 1000);
    hands = std::make_unique<Hands>(desktop->window());
  }
};

}  // namespace homeward::tests
