// Recording what was heard when the people of a home were spoken to: with whom, on which day, and of each need a level as the interviewer
// judges it, beside the child's own and what the provider answered, with the words that were heard.
//
// A need that was not spoken of stays without a level, and its answer stays as it is.
#pragma once

#include <vector>

#include "app/interviewing.h"
#include "offers/need_answers.h"
#include "shared/act_dialog.h"

namespace homeward::ui {

class MaybeDay;

/// The interviews of an offer to be read: "27 November 2026, the registered manager (S. Quill) · Education, Wren Tansy, level 3: two
/// workers at night", the latest first.
[[nodiscard]] QStringList interviewWords(app::Workspace& workspace, const Offer& offer, const std::vector<OfferedChild>& children);

class InterviewDialog : public ActDialog {
  Q_OBJECT
 public:
  InterviewDialog(app::Workspace& workspace, const Offer& offer, const std::vector<OfferedChild>& children, QWidget* parent = nullptr);

 protected:
  Result<void> carryOut() override;
  [[nodiscard]] QWidget* fieldOf(const std::string& subject) const override;

 private:
  struct Line {
    ChildId child;
    NeedDomain domain = NeedDomain::emotionalHealth;
    LevelEdit* level = nullptr;
    QLineEdit* words = nullptr;
  };
  QWidget* needs(const std::vector<OfferedChild>& children);
  /// The lines that were judged, or in which something was written.
  [[nodiscard]] std::vector<const Line*> heard() const;

  app::Workspace& m_workspace;
  Offer m_offer;
  QLineEdit* m_with;
  MaybeDay* m_day;
  std::vector<Line> m_lines;
};

}  // namespace homeward::ui
