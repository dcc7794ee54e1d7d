// What the social worker sees of a choice in the case file (`ReviewForm`), and the decision that is recorded from it. A decision that is
// amended opens filled in.
#pragma once

#include <QJsonObject>
#include <optional>

#include "app/deciding.h"
#include "disclosure/choice_sheet.h"
#include "shell/page.h"

namespace homeward::ui {

class ReviewForm;

class ReviewPage : public Page {
  Q_OBJECT
 public:
  /// With `amends` what was decided is filled in, and why it is amended is asked.
  ReviewPage(app::Workspace& workspace, Choice choice, std::optional<Decision> amends = std::nullopt, QWidget* parent = nullptr);
  [[nodiscard]] QString title() const override;
  void refresh() override {}
  [[nodiscard]] QWidget* firstFocus() override;
  [[nodiscard]] QList<QWidget*> panes() override;
  bool doPrimary() override;
  bool mayLeave() override;
  void setNamesHidden(bool hidden) override;

  /// What is missing before the decision can be recorded; empty: nothing.
  [[nodiscard]] QString missing() const;

 signals:
  void decided(DecisionId decision, bool chosen);
  /// Something was asked for first; nothing is decided.
  void askedForMore();

 private:
  void record(const disclosure::SheetAnswer& answer);
  app::Workspace& m_workspace;
  Choice m_choice;
  std::optional<Decision> m_amends;
  QString m_people;
  QString m_trouble;  ///< why there is no form
  ReviewForm* m_form = nullptr;
  bool m_recorded = false;
  QJsonObject m_asOpened;
};

}  // namespace homeward::ui
