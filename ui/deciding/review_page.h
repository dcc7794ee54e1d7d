// What the social worker sees: the child's words, what a home has to have, the homes side by side in order of name, and the reasons.
//
// It shows no rank and no weight, and nothing is chosen beforehand. The button that records says what is missing while something is.
#pragma once

#include <vector>

#include "app/deciding.h"
#include "shell/navigator.h"
#include "shell/page.h"

class QCheckBox;
class QComboBox;
class QHBoxLayout;
class QLineEdit;
class QPlainTextEdit;
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
  ReviewPage(app::Workspace& workspace, Navigator& navigator, Choice choice, QWidget* parent = nullptr);
  [[nodiscard]] QString title() const override;
  void refresh() override {}
  [[nodiscard]] QWidget* firstFocus() override;
  [[nodiscard]] QList<QWidget*> panes() override;
  bool doPrimary() override;

  /// What is missing before the decision can be recorded; empty: nothing.
  [[nodiscard]] QString missing() const;

 signals:
  void decided(DecisionId decision, bool chosen);

 private:
  struct Card {
    OptionId option;
    QString name;
    QRadioButton* choose = nullptr;
    Surface* surface = nullptr;
    TextLabel* reasonTitle = nullptr;
    QPlainTextEdit* why = nullptr;  ///< for the one chosen
    QComboBox* code = nullptr;      ///< for those not chosen
    QLineEdit* words = nullptr;
    QWidget* notChosen = nullptr;
  };
  void build();
  void buildCards(QHBoxLayout* cards, QHBoxLayout* reasons);
  QWidget* buildFoot();
  void follow();
  void record();
  [[nodiscard]] Decision decision() const;
  [[nodiscard]] const Card* chosen() const;
  app::Workspace& m_workspace;
  Navigator& m_navigator;
  Choice m_choice;
  QString m_child;
  std::vector<Card> m_cards;
  QRadioButton* m_none = nullptr;
  SearchCombo* m_decider = nullptr;
  SearchCombo* m_manager = nullptr;
  SearchCombo* m_budget = nullptr;
  QCheckBox* m_telephone = nullptr;
  QCheckBox* m_heard = nullptr;
  SignLine* m_missing = nullptr;
  QPushButton* m_record = nullptr;
};

}  // namespace homeward::ui
