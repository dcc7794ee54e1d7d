// Fusion with edges that can be seen: Fusion's own edges of fields, boxes and buttons fail 3:1 on this palette.
//
// Dynamic properties: a QPushButton with "kind" = "primary" is filled in accent (one a page), "outlined" is edged in accent, "quiet" has
// no edge until the pointer is on it, "link" is text in accent with a line below; "small" = true makes 24 px of 28. Set them by setKind().
#pragma once

#include <QPointer>
#include <QProxyStyle>

class QAbstractButton;
class QFocusFrame;

namespace homeward::ui {

enum class ButtonKind { plain, primary, outlined, quiet, link };
void setKind(QAbstractButton& button, ButtonKind kind);
void setSmall(QWidget& control, bool small = true);

class Style : public QProxyStyle {
  Q_OBJECT
 public:
  Style();
  void polish(QWidget* widget) override;
  using QProxyStyle::polish;
  void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const override;
  void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const override;
  void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                          const QWidget* widget) const override;
  [[nodiscard]] QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                                     const QWidget* widget) const override;
  [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                       const QWidget* widget) const override;
  [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
  [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* data) const override;

 private:
  void followFocus(QWidget* now);
  QPointer<QFocusFrame> m_ring;  // the 2 px ring, 2 px outside whatever control has the focus
};

}  // namespace homeward::ui
