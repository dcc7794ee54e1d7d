// What happened to a referral when, by whom, and how long each took: a line for each thing, oldest first. Enter on one that is about
// somebody who was asked leads there.
#pragma once

#include <QDialog>
#include <optional>

#include "app/timeline.h"

namespace homeward::ui {

class PlainTable;

class TimelineDialog : public QDialog {
  Q_OBJECT
 public:
  TimelineDialog(app::Workspace& workspace, ReferralId referral, QWidget* parent = nullptr);
  /// The approach that somebody went to.
  [[nodiscard]] const std::optional<ApproachId>& wanted() const { return m_wanted; }

 private:
  app::Timeline m_timeline;
  std::optional<ApproachId> m_wanted;
};

/// "3 h 20 min", "4 days", "under a minute".
[[nodiscard]] QString spanWords(std::chrono::seconds span);
/// "Nothing has happened for 3 working days: the last was on 24 November", or what the last thing was.
[[nodiscard]] QString standingWords(const app::Timeline& timeline);

}  // namespace homeward::ui
