// The choice as whoever decides sees it: the child's words, what a home has to have, the homes side by side in order of name, and the
// reasons; a home is chosen, or none of them, or something is asked for first.
//
// It shows no rank and no weight, and nothing is chosen beforehand. Every home of the choice has its card, also one that is no longer
// offered or that the law closed since: its card says so, and what to do. While something is missing it says what, and leads there. It is
// the same within a case file and for a choice that came as a file.
#pragma once

#include <QList>
#include <QWidget>
#include <vector>

#include "deciding/review_card.h"
#include "disclosure/choice_sheet.h"

class QCheckBox;
class QHBoxLayout;
class QLineEdit;
class QPushButton;
class QRadioButton;

namespace homeward::ui {

class PageHead;
class SearchCombo;
class SignLine;
class Surface;
class TextLabel;

class ReviewForm : public QWidget {
  Q_OBJECT
 public:
  struct About {
    QString title;
    QString subtitle;
    bool amends = false;  ///< why it is amended is asked
    QString closed{};     ///< why nothing can be recorded at all; empty: it can
  };
  ReviewForm(disclosure::ChoiceSheet sheet, About about, QWidget* parent = nullptr);
  [[nodiscard]] QWidget* firstFocus();
  [[nodiscard]] QList<QWidget*> panes();
  void namesHiddenChanged();
  /// What was decided before, into the fields.
  void fill(const disclosure::SheetAnswer& answer);
  [[nodiscard]] disclosure::SheetAnswer answer() const;
  /// What is missing before it can be recorded; empty: nothing.
  [[nodiscard]] QString missing() const;
  /// Records it, or goes to what is missing.
  void act();
  /// It could not be recorded.
  void refuse(const QString& why);

 signals:
  void recordWanted(const disclosure::SheetAnswer& answer);

 private:
  /// What is missing, and where it is entered.
  struct Gap {
    QString words;
    QWidget* field = nullptr;
  };
  [[nodiscard]] Gap gap() const;
  [[nodiscard]] QWidget* buildTop();
  [[nodiscard]] QWidget* buildWhy();
  void buildCards(QHBoxLayout* cards, QHBoxLayout* reasons);
  void addSideBySide(QHBoxLayout& acts);
  [[nodiscard]] QWidget* buildFoot();
  [[nodiscard]] SearchCombo* people(const QString& name, bool (*may)(homeward::Role)) const;
  void chooseOnly(const QWidget* what);
  void follow();
  [[nodiscard]] const ReviewCard* chosen() const;
  disclosure::ChoiceSheet m_sheet;
  About m_about;
  std::vector<ReviewCard> m_cards;
  QRadioButton* m_none = nullptr;
  QRadioButton* m_more = nullptr;
  QLineEdit* m_comment = nullptr;  ///< what is asked for first, or a comment
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
