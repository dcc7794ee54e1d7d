// How a provider says it meets each need: a line for each need of each child, beside the level of the need and whether it is essential.
//
// A line without a level is no answer, which is not level 0. Answers about needs that are no longer on the child's record keep a line.
#pragma once

#include <QString>
#include <QWidget>
#include <vector>

#include "domain/child.h"
#include "domain/offer.h"

class QGridLayout;
class QLineEdit;

namespace homeward::ui {

class LevelEdit;
class SectionHead;
template <class E>
class EnumCombo;

/// Somebody whom an offer may take, as the dialog calls them.
struct OfferedChild {
  Child child;
  QString name;
};

/// "3, essential", "2, desirable", "not assessed".
[[nodiscard]] QString needLevelWords(const Need* need);

class NeedAnswers : public QWidget {
  Q_OBJECT
 public:
  NeedAnswers(const std::vector<OfferedChild>& children, const std::vector<NeedAnswer>& answers, QWidget* parent = nullptr);
  /// By child and need; a line that nobody changed keeps what it held.
  [[nodiscard]] std::vector<NeedAnswer> value() const;
  /// Where the level, or how it is shown, is entered.
  [[nodiscard]] QWidget* field(ChildId child, NeedDomain domain, bool shown) const;
  /// Answers about a child who is not taken wait, and are not part of the offer.
  void setTaken(ChildId child, bool taken);

 signals:
  void changed();

 private:
  struct Line {
    ChildId child;
    NeedDomain domain = NeedDomain::physicalHealth;
    LevelEdit* level = nullptr;
    EnumCombo<Basis>* basis = nullptr;
    QLineEdit* evidence = nullptr;
  };
  QWidget* makeBlock(const OfferedChild& who);
  void addLine(QGridLayout& grid, const OfferedChild& who, NeedDomain domain);
  std::vector<NeedAnswer> m_before;
  std::vector<Line> m_lines;
  struct Block {
    ChildId child;
    QWidget* lines = nullptr;
    SectionHead* head = nullptr;
    QString words;
  };
  std::vector<Block> m_blocks;
};

}  // namespace homeward::ui
