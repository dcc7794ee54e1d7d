// What the social worker sees: the child's words, what a home has to have, the homes side by side in order of name, and the reasons.
//
// It shows no rank and no weight, and nothing is chosen beforehand. Every home of the choice has its card, also one that is no longer
// offered or that the law closed since: its card says so, and what to do. While something is missing the page says what, and leads there.
// A decision that is amended opens filled in.
#pragma once

#include <QJsonObject>
#include <memory>
#include <optional>
#include <vector>

#include "app/deciding.h"
#include "deciding/review_card.h"
#include "shell/navigator.h"
#include "shell/page.h"

class QCheckBox;
class QHBoxLayout;
class QLineEdit;
class QPushButton;
class QRadioButton;
class QVBoxLayout;

namespace homeward::ui {

class PageHead;
class SearchCombo;
class SignLine;
class Surface;
class TextLabel;

class ReviewPage : public Page {
  Q_OBJECT
 public:
  /// With `amends` what was decided is filled in, and why it is amended is asked.
  ReviewPage(app::Workspace& workspace, Navigator& navigator, Choice choice, std::optional<Decision> amends = std::nullopt,
             QWidget* parent = nullptr);
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

 private:
  /// What is missing, and where it is entered.
  struct Gap {
    QString words;
    QWidget* field = nullptr;
  };
  [[nodiscard]] Gap gap() const;
  void goToGap();
  void build();
  void buildCards(QHBoxLayout* cards, QHBoxLayout* reasons);
  [[nodiscard]] QWidget* buildTop();
  [[nodiscard]] QWidget* buildFoot();
  [[nodiscard]] QWidget* buildWhy();
  /// Why a home of the choice cannot be chosen; empty: it can.
  [[nodiscard]] QString closed(OptionId option) const;
  /// What was decided, into the fields.
  void fill(const Decision& decided);
  void follow();
  void record();
  [[nodiscard]] Decision decision() const;
  [[nodiscard]] const ReviewCard* chosen() const;
  app::Workspace& m_workspace;
  Navigator& m_navigator;
  Choice m_choice;
  std::optional<Decision> m_amends;
  std::shared_ptr<const app::RankedReferral> m_ranked;
  bool m_movedIn = false;
  bool m_recorded = false;
  QJsonObject m_asOpened;
  QString m_child;
  std::vector<ReviewCard> m_cards;
  QRadioButton* m_none = nullptr;
  SearchCombo* m_decider = nullptr;
  SearchCombo* m_manager = nullptr;
  SearchCombo* m_budget = nullptr;
  QCheckBox* m_telephone = nullptr;
  QCheckBox* m_heard = nullptr;
  QLineEdit* m_view = nullptr;    ///< what the child said
  QLineEdit* m_reason = nullptr;  ///< why it is amended
  QPushButton* m_toGap = nullptr;
  SignLine* m_missing = nullptr;
  QPushButton* m_record = nullptr;
};

}  // namespace homeward::ui
