// The heads of the options: place, shape, name, Send, provider, status, what moved, interval bar and whole cost.
//
// It takes the keyboard: Left and Right go along the heads, Space ticks Send, Ctrl+Left and Ctrl+Right shift a column, Down goes to the
// rows. What stands in a head is repeated in words for screen readers.
#pragma once

#include <QHeaderView>
#include <memory>

#include "choice/choice_view.h"

namespace homeward::ui {

class OptionHeader : public QHeaderView {
  Q_OBJECT
 public:
  explicit OptionHeader(QWidget* parent = nullptr);
  void setView(std::shared_ptr<const ChoiceView> view);
  void refresh();
  [[nodiscard]] int current() const { return m_current; }  ///< column: 1 is the first option
  void setCurrent(int column);
  [[nodiscard]] QSize sizeHint() const override;

 signals:
  void sendToggled(std::size_t option);
  void shiftRequested(int column, int by);  ///< by visual places
  void leftDownwards(int column);
  void columnChanged(int column);

 protected:
  void paintSection(QPainter* painter, const QRect& rect, int section) const override;
  void keyPressEvent(QKeyEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  void paintLegend(QPainter& painter, const QRect& rect) const;
  void paintOption(QPainter& painter, const QRect& rect, std::size_t option) const;
  [[nodiscard]] QRect sendBox(const QRect& rect) const;
  [[nodiscard]] QRect sectionRect(int section) const;
  void say();
  void chooseSendWord();
  std::shared_ptr<const ChoiceView> m_view;
  int m_current = 1;
  bool m_sendWord = true;
};

}  // namespace homeward::ui
