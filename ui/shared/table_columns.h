// What somebody makes of a table's columns: which are shown, in what order, how wide, and by which one it is sorted. Kept for each table
// between two days of work, widths for each size of text.
//
// Until somebody sets a width, columns are as wide as their words and share what room there is: words are elided before anything scrolls
// sideways, figures are not. The columns are chosen by a button, from the menu of the table and of its head, and in a dialog that needs
// no dragging. Selected rows are copied as text with tabs, made harmless for a spreadsheet; who clears
// the clipboard of what was copied is the shell.
#pragma once

#include <QList>
#include <QObject>
#include <QString>

class QMenu;
class QPushButton;
class QTableView;

namespace homeward::ui {

class TableColumns : public QObject {
  Q_OBJECT
 public:
  explicit TableColumns(QTableView& table);
  /// What the table is called in the settings ("placements"); until then nothing is kept.
  void setKey(const QString& key);
  /// Columns that are hidden until somebody asks for them.
  void setUsuallyHidden(const QList<int>& columns);
  /// Columns that make no sense now: not shown and not offered, whatever was chosen.
  void setAbsent(const QList<int>& columns);
  /// Columns that are left out, the first of them first, where there is not even room for the rest elided; whoever asks for one gets it.
  void setGivingWay(const QList<int>& columns);
  /// The column that says what a row is; it stays. The first one unless said otherwise.
  void setNaming(int column) { m_naming = column; }
  /// A column of pictures that says the same at any length (a bar): it takes and gives room as words do. -1: none.
  void setStretching(int column) { m_stretching = column; }
  /// Widths that columns start with, in px() units; 0: as wide as its words.
  void setUsualWidths(const QList<int>& widths) { m_usualWidths = widths; }

  /// Shares the room again, unless somebody set the widths. Called by itself when rows come, the table or the look changes.
  void fit();
  [[nodiscard]] bool isShown(int column) const;
  void show(int column, bool shown);
  /// `columns` in the order in which they stand from the left.
  void arrange(const QList<int>& columns);
  [[nodiscard]] QList<int> order() const;
  void setWidth(int column, int pixels);
  [[nodiscard]] bool isNaming(int column) const { return column == m_naming; }
  [[nodiscard]] bool isAbsent(int column) const { return m_absent.contains(column); }
  [[nodiscard]] QString title(int column) const;
  [[nodiscard]] QTableView& table() const { return m_table; }
  /// As they were at first.
  void reset();

  /// The selected rows in the order in which they stand, a line each, shown columns parted by tabs.
  [[nodiscard]] QString selectedRows() const;
  void copy();

  /// A button that opens the menu of columns; `words` with its mnemonic, or empty for a button that is a picture only.
  [[nodiscard]] QPushButton* button(const QString& words);

 signals:
  /// "3 rows were copied"
  void copied(const QString& words);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void fillMenu(QMenu& menu);
  void openMenu(const QPoint& at);
  void openDialog();
  void follow();  ///< another model's columns have come
  void recall();
  void keep() const;
  void keepWidths();
  [[nodiscard]] QString path(const QString& what) const;
  [[nodiscard]] int headWidth(int column) const;
  [[nodiscard]] int naturalWidth(int column) const;
  [[nodiscard]] bool isElastic(int column) const;
  [[nodiscard]] int leastWidth(int column) const;
  void giveWay(int room);
  void hideColumns();
  [[nodiscard]] bool wasKept() const;
  QTableView& m_table;
  QString m_key;
  QList<int> m_usuallyHidden;
  QList<int> m_hidden;
  QList<int> m_absent;
  QList<int> m_givingWay;
  QList<int> m_gaveWay;
  QList<int> m_asked;  ///< for which somebody asked: they do not give way
  QList<int> m_usualWidths;
  int m_naming = 0;
  int m_stretching = -1;
  int m_usualSort = -1;
  Qt::SortOrder m_usualOrder = Qt::AscendingOrder;
  mutable QList<int> m_natural;  ///< as wide as their words; 0: not measured since the rows came
  int m_columns = -1;            ///< of the model that was last followed
  bool m_setByHand = false;      ///< widths
  int m_ours = 0;                ///< above 0: what the head reports is our own doing
};

}  // namespace homeward::ui
