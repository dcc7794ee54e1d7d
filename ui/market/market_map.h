// The market on a plain map: rings of straight-line miles from home, a mark for each line, and home, school and the people whom the
// child is to see. North is up; nothing is fetched, the ground is the case file's own postcodes as dots.
//
// A mark says its status by shape as well as colour: circle eligible, diamond to confirm, open square not eligible; a cross inside is a
// home that is not a household. Everything can be done by keys: Tab and Shift+Tab go from mark to mark (and on, after the last), Enter
// opens, + and - zoom, 0 shows all, arrows move the map. What stands at the mark is the widget's accessible name.
#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "geography/geography.h"
#include "matching/ranking.h"

namespace homeward::ui {

struct MapMark {
  std::size_t row = 0;  ///< of the market's lines
  GridPoint at;
  matching::Status status = matching::Status::eligible;
  bool judged = true;     ///< against a referral; else a plain mark
  bool household = true;  ///< else a home, marked with a cross
  QString name;
  QString label;   ///< the name as short as the map wants it
  QString detail;  ///< "eligible, 6.5 miles from home"
};

struct MapPlace {
  enum class Kind { home, school, contact };
  Kind kind = Kind::home;
  GridPoint at;
  QString name;
};

struct MapScene {
  std::vector<MapPlace> places;  ///< the first one of kind home is the middle of the rings
  std::vector<MapMark> marks;
  std::vector<double> rings;    ///< miles
  std::optional<double> limit;  ///< miles: the ring that is the referral's own limit
};

class MarketMap : public QWidget {
  Q_OBJECT
 public:
  explicit MarketMap(QWidget* parent = nullptr);
  /// The ground: every authority's cells; `own` is drawn darker.
  void setGround(std::shared_ptr<const geography::Atlas> atlas, const std::string& own);
  void setScene(MapScene scene);
  /// The line that the table stands on; none is fine.
  void setCurrentRow(std::optional<std::size_t> row);
  [[nodiscard]] std::optional<std::size_t> currentRow() const { return m_current; }
  /// Marks that lie outside what is shown now.
  [[nodiscard]] int beyond() const;
  void zoom(double factor);
  void showAll();
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 signals:
  void rowChosen(std::size_t row);
  void rowOpened(std::size_t row);
  void viewChanged();

 protected:
  bool event(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  [[nodiscard]] QPointF toScreen(const GridPoint& point) const;
  [[nodiscard]] std::optional<std::size_t> markAt(const QPointF& where) const;
  [[nodiscard]] std::optional<std::size_t> markOf(std::optional<std::size_t> row) const;
  bool step(bool forward);
  void nameCurrent();
  void paintGround(QPainter& painter) const;
  void paintRings(QPainter& painter) const;
  void paintMarks(QPainter& painter) const;
  void paintScale(QPainter& painter) const;
  [[nodiscard]] const MapPlace* home() const;

  std::shared_ptr<const geography::Atlas> m_atlas;
  std::string m_own;
  MapScene m_scene;
  std::optional<std::size_t> m_current;  // a row, not a mark
  QPointF m_middle;                      // metres
  double m_metresPerPixel = 50.0;
  QPointF m_dragFrom;
  bool m_fitted = true;
};

}  // namespace homeward::ui
