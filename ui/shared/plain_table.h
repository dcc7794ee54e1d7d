// A table of words and figures for lists that need no painting of their own: rows are values, columns say what they show and sort by.
#pragma once

#include <QAbstractTableModel>
#include <QTableView>
#include <functional>
#include <vector>

class QSortFilterProxyModel;

namespace homeward::ui {

class TableColumns;

/// One column over rows of type Row.
template <class Row>
struct PlainColumn {
  QString title;
  std::function<QString(const Row&)> words;
  std::function<QVariant(const Row&)> sort;  ///< none: by the words
  bool figures = false;                      ///< right-aligned
};

/// The untyped half: Qt's model over callbacks.
class PlainModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  using QAbstractTableModel::QAbstractTableModel;
  struct Face {
    QString title;
    std::function<QString(int row)> words;
    std::function<QVariant(int row)> sort;
    bool figures = false;
  };
  void reset(std::vector<Face> faces, int rows);
  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  std::vector<Face> m_faces;
  int m_rows = 0;
};

/// A view that sorts by its heads, selects rows, finds typed words in any column and lets its columns be chosen.
class PlainTable : public QTableView {
  Q_OBJECT
 public:
  explicit PlainTable(const QString& name, QWidget* parent = nullptr);
  template <class Row>
  void setRows(std::vector<Row> rows, const std::vector<PlainColumn<Row>>& columns) {
    auto kept = std::make_shared<const std::vector<Row>>(std::move(rows));
    std::vector<PlainModel::Face> faces;
    faces.reserve(columns.size());
    for (const PlainColumn<Row>& column : columns)
      faces.push_back({column.title, [kept, words = column.words](int row) { return words((*kept)[static_cast<std::size_t>(row)]); },
                       [kept, column](int row) {
                         const Row& value = (*kept)[static_cast<std::size_t>(row)];
                         return column.sort ? column.sort(value) : QVariant(column.words(value));
                       },
                       column.figures});
    fill(std::move(faces), static_cast<int>(kept->size()));
  }
  void setWords(const QString& typed);
  [[nodiscard]] int currentRow() const;  ///< of the rows as they were given; -1 if there is none
  void selectRow(int row);               ///< of the rows as they were given
  [[nodiscard]] int shown() const;
  [[nodiscard]] TableColumns& columns() { return *m_columns; }
  /// As high as its head and so many rows, or fewer when there are fewer; at every size of text.
  void setHighForRows(int most);

 signals:
  void rowChanged(int row);
  void rowOpened(int row);

 private:
  void fill(std::vector<PlainModel::Face> faces, int rows);
  PlainModel* m_model;
  QSortFilterProxyModel* m_sorted;
  TableColumns* m_columns;
  int m_mostRows = 0;
  void fitHeight();
};

}  // namespace homeward::ui
