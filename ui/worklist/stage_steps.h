// How far a referral has come: entered, asked, offers, choice, decision, moved in, each with when it was done. The step that is next is
// marked; a screen reader reads it as one sentence.
#pragma once

#include <QWidget>
#include <vector>

#include "app/workspace.h"
#include "domain/referral.h"

namespace homeward::ui {

/// Whether, and when, each step was done, in the order of the line.
struct StageStep {
  QString name;
  QString when;  ///< empty: not done, or done and nobody noted when
  bool done = false;
};
/// Read from what the case file holds of the referral.
[[nodiscard]] Result<std::vector<StageStep>> stepsOf(app::Workspace& workspace, const Referral& referral);

class StageSteps : public QWidget {
  Q_OBJECT
 public:
  explicit StageSteps(std::vector<StageStep> steps, QWidget* parent = nullptr);
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  [[nodiscard]] std::size_t next() const;  ///< the first that is not done
  std::vector<StageStep> m_steps;
};

}  // namespace homeward::ui
