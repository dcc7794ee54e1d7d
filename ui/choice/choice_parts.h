// The three tables of a choice under one row of heads: essentials pinned on top, the match that scrolls, cost pinned at the foot.
//
// Columns have one width and one order in all three. The arrow keys go from cell to cell and from table to table; Up from the first row
// reaches the heads.
#pragma once

#include <QTableView>
#include <QWidget>
#include <array>
#include <memory>

#include "choice/choice_table.h"

class QScrollBar;

namespace homeward::ui {

class OptionHeader;
class SectionHead;
class Surface;
class TextLabel;

/// One of the tables: hands the arrow keys on at its first and last row.
class PartView : public QTableView {
  Q_OBJECT
 public:
  explicit PartView(ChoicePart part, QWidget* parent = nullptr);
  [[nodiscard]] int contentHeight() const;
  void fitRows();
 signals:
  void leftUpwards(int column);
  void leftDownwards(int column);
  void shiftRequested(int column, int by);
  void opened(const QModelIndex& index);

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  ChoicePart m_part;
};

class ChoiceParts : public QWidget {
  Q_OBJECT
 public:
  explicit ChoiceParts(QWidget* parent = nullptr);
  void setView(std::shared_ptr<const ChoiceView> view);
  void changed();  ///< other figures, same rows and columns
  void order();    ///< columns by the present ranking
  void setDifferencesOnly(bool only);
  void setSentences(bool sentences);
  void setMoved(std::optional<std::size_t> criterion);
  void setCurrentOption(std::size_t option);
  /// Which acts the menu of a cell offers.
  struct Acts {
    bool evidence = false;
    bool question = false;
    bool answer = false;
    bool offer = false;
    bool waiver = false;
  };
  void setOffered(const Acts& acts) { m_acts = acts; }
  /// As the menu of the current cell of the essentials does; false where it has not failed.
  bool askWaiver();
  void shift(int column, int by);
  [[nodiscard]] OptionHeader* header() const { return m_header; }
  [[nodiscard]] PartView* part(ChoicePart part) const { return m_tables[static_cast<std::size_t>(part)]; }
  [[nodiscard]] ChoiceTable* model(ChoicePart part) const { return m_models[static_cast<std::size_t>(part)]; }
  /// The criterion of the current row of the match, for "to the weights".
  [[nodiscard]] std::size_t currentCriterion() const;
  /// Option and column of the cell or head that has the keyboard.
  [[nodiscard]] std::optional<std::size_t> currentOption() const;

 signals:
  void sendToggled(std::size_t option);
  void opened(std::size_t option, homeward::ui::ChoicePart part, std::size_t entry);
  void askAsked(std::size_t option, std::size_t criterion);
  void answerAsked(std::size_t option, std::size_t criterion);
  void offerAsked(std::size_t option);
  void waiverAsked(std::size_t option, std::size_t gate);
  void optionPointed(std::size_t option);
  /// The whole words of the cell that the keyboard is on, which may be cut in the table.
  void cellRead(const QString& words);

 protected:
  void resizeEvent(QResizeEvent* event) override;
  bool event(QEvent* event) override;

 private:
  struct Band {
    Surface* ground = nullptr;
    TextLabel* title = nullptr;
    TextLabel* words = nullptr;
    TextLabel* right = nullptr;
  };
  Band makeBand(const QString& title, const QString& words);
  void connectTable(std::size_t which);
  void fit();
  void showBands();
  void cellMenu(std::size_t which, const QPoint& at);
  void enter(std::size_t which, int row, int column);
  std::shared_ptr<const ChoiceView> m_view;
  Acts m_acts;
  OptionHeader* m_header;
  std::array<Band, 3> m_bands;
  std::array<PartView*, 3> m_tables{};
  std::array<ChoiceTable*, 3> m_models{};
};

}  // namespace homeward::ui
