// Whom an offer would take, and for each of them whether the school is kept and how long the journey to it is.
#pragma once

#include <QWidget>
#include <vector>

#include "offers/need_answers.h"

class QCheckBox;

namespace homeward::ui {

class MaybeNumber;
class TextLabel;
class TriState;

class TakenChildren : public QWidget {
  Q_OBJECT
 public:
  TakenChildren(const std::vector<OfferedChild>& children, const Offer& offer, QWidget* parent = nullptr);
  /// Sets whom the offer takes, and what is said about their schools; nothing is said about who is not taken.
  void write(Offer& offer) const;
  [[nodiscard]] bool takes(ChildId child) const;
  [[nodiscard]] QWidget* firstTick() const;
  [[nodiscard]] QWidget* school(ChildId child) const;
  [[nodiscard]] QWidget* minutes(ChildId child) const;
  /// What is wrong with whom it takes; hidden when nothing is.
  void tell(const QString& problem);

 signals:
  void changed();
  void takenChanged(ChildId child, bool taken);

 private:
  struct Line {
    ChildId child;
    QCheckBox* takes = nullptr;
    TriState* keeps = nullptr;
    MaybeNumber* minutes = nullptr;
  };
  [[nodiscard]] const Line* lineOf(ChildId child) const;
  std::vector<Line> m_lines;
  TextLabel* m_note;
};

}  // namespace homeward::ui
