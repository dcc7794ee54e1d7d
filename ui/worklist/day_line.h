// The rest of the day as a line: now, what is due by the clock, and from when the office is closed. An afternoon is lost by the clock, not
// by the count.
//
// A picture of what the list says in words; a screen reader reads it as one sentence. It runs from the full hour before now to the evening,
// further where something is due later.
#pragma once

#include <QWidget>
#include <vector>

#include "shared/painters.h"

namespace homeward::ui {

/// Minutes after midnight as "14:20".
[[nodiscard]] QString clockText(int minute);

class DayLine : public QWidget {
  Q_OBJECT
 public:
  struct Mark {
    int minute = 0;  ///< after midnight, as the clocks in England show it
    Sign sign = Sign::planned;
    QString words;
    friend bool operator==(const Mark&, const Mark&) = default;
  };
  explicit DayLine(QWidget* parent = nullptr);
  /// Marks before now are left out: they stand in the list as late. `workingDay` false: the office is closed all day.
  void set(int now, bool workingDay, std::vector<Mark> marks);
  [[nodiscard]] const std::vector<Mark>& marks() const { return m_marks; }
  /// Whole hours at which the line begins and ends.
  [[nodiscard]] int firstHour() const;
  [[nodiscard]] int lastHour() const;
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  int m_now = 0;
  bool m_workingDay = true;
  std::vector<Mark> m_marks;
};

}  // namespace homeward::ui
