// Asking several providers at once: whom, and by when they are to answer.
//
// Nothing is sent from here: an approach is recorded for each, and the officer rings them or sends them the de-identified text, which can
// be read and copied. The dialog decides nothing by itself: `asks()` and `answerDue()` are what the caller records. A line that fails a
// check of law, registration or willingness is not offered to be asked; one that fails an essential criterion is offered unticked, with the
// reason.
#pragma once

#include <functional>
#include <vector>

#include "app/asking.h"
#include "domain/referral.h"
#include "market/market_model.h"
#include "shared/entry_dialog.h"

class QListWidget;
class QDateEdit;
class QTimeEdit;
class QPushButton;

namespace homeward::ui {

class TextLabel;

/// When an answer is due if nobody says otherwise: on the same day in two hours, under five days by noon of the next working day, else
/// at five in the afternoon of the third working day.
[[nodiscard]] Instant usualAnswerDue(Urgency urgency, Instant now, const WorkingDays& calendar);
/// A day and minutes after midnight as the clocks in England show them.
[[nodiscard]] Instant englandMoment(Date day, int minutes);

class AskDialog : public EntryDialog {
  Q_OBJECT
 public:
  /// Shows what a provider may read of the referral, with the moment by which an answer is due. What was done, to be told.
  using Read = std::function<Result<QString>(QWidget* parent, Instant due)>;
  AskDialog(const app::Workspace& workspace, const MarketModel& model, const std::vector<int>& rows, Instant due, Read read,
            QWidget* parent = nullptr);
  [[nodiscard]] std::vector<app::Ask> asks() const;
  [[nodiscard]] Instant answerDue() const;
  /// What went wrong when it was sent; the dialog stays open and keeps what was entered.
  void setProblem(const QString& words);

 signals:
  void sendWanted();

 private:
  void follow();
  void readWords();
  std::vector<app::Ask> m_whom;
  Read m_read;
  Instant m_now;
  QListWidget* m_list;
  QDateEdit* m_day;
  QTimeEdit* m_time;
  TextLabel* m_problem;
  TextLabel* m_copied;
  QPushButton* m_send;
};

}  // namespace homeward::ui
