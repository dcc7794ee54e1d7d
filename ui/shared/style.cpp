#include "shared/style.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QFocusFrame>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSlider>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTextEdit>
#include <algorithm>

#include "shared/style_shapes.h"
#include "shared/theme.h"

namespace homeward::ui {
namespace {

ButtonKind kindOf(const QWidget* widget) { return widget ? static_cast<ButtonKind>(widget->property("kind").toInt()) : ButtonKind::plain; }

// Which widgets wear the ring outside their edge; views and pages mark the focus inside themselves.
bool wearsRing(const QWidget* widget) {
  if (!widget) return false;
  if (widget->property("ownFocus").toBool()) return false;
  if (qobject_cast<const QAbstractItemView*>(widget)) return false;
  return qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QLineEdit*>(widget) || qobject_cast<const QComboBox*>(widget) ||
         qobject_cast<const QAbstractSpinBox*>(widget) || qobject_cast<const QPlainTextEdit*>(widget) ||
         qobject_cast<const QTextEdit*>(widget) || qobject_cast<const QAbstractSlider*>(widget) || widget->property("ring").toBool();
}

}  // namespace

void setKind(QAbstractButton& button, ButtonKind kind) {
  button.setProperty("kind", static_cast<int>(kind));
  if (kind == ButtonKind::primary || kind == ButtonKind::outlined) {
    QFont font = button.font();
    font.setWeight(QFont::DemiBold);
    button.setFont(font);
  }
  if (kind == ButtonKind::link) button.setCursor(Qt::PointingHandCursor);
  button.updateGeometry();
  button.update();
}
void setSmall(QWidget& control, bool small) {
  control.setProperty("small", small);
  control.updateGeometry();
}

Style::Style() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {
  if (qApp) connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { followFocus(now); });
}

void Style::followFocus(QWidget* now) {
  QWidget* wearer = wearsRing(now) && now->isVisible() ? now : nullptr;
  if (!wearer && !m_ring) return;
  if (!m_ring) m_ring = new QFocusFrame(wearer);
  if (m_ring->widget() != wearer) m_ring->setWidget(wearer);
}

void Style::polish(QWidget* widget) {
  QProxyStyle::polish(widget);
  if (qobject_cast<QAbstractButton*>(widget) || qobject_cast<QComboBox*>(widget)) widget->setAttribute(Qt::WA_Hover);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const {
  const Theme& t = Theme::current();
  switch (element) {
    case PE_PanelLineEdit:
      if (const auto* panel = qstyleoption_cast<const QStyleOptionFrame*>(option); panel && panel->lineWidth > 0)
        box(*painter, option->rect, fieldFill(option, t), fieldEdge(option, t), 4);
      else if (!widget || !widget->property("bare").toBool())
        painter->fillRect(option->rect, Qt::transparent);
      return;
    case PE_FrameLineEdit:
      box(*painter, option->rect, {}, fieldEdge(option, t), 4);
      return;
    case PE_Frame:
      if (qobject_cast<const QPlainTextEdit*>(widget) || qobject_cast<const QTextEdit*>(widget)) {
        box(*painter, option->rect, {}, fieldEdge(option, t), 4);
        return;
      }
      if (qobject_cast<const QAbstractItemView*>(widget)) {
        box(*painter, option->rect, {}, t.line, 0);
        return;
      }
      break;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
      checkMark(*painter, option, false);
      return;
    case PE_IndicatorRadioButton:
      checkMark(*painter, option, true);
      return;
    case PE_PanelButtonCommand: {
      const ButtonKind kind = kindOf(widget);
      const bool enabled = has(option, State_Enabled);
      const bool down = has(option, State_Sunken);
      const bool on = has(option, State_On);
      const bool over = has(option, State_MouseOver) && enabled;
      if (kind == ButtonKind::link) return;
      if (kind == ButtonKind::quiet) {
        if (over || down || on) box(*painter, option->rect, on ? t.sel : t.hover, {}, 4);
        return;
      }
      if (!enabled)
        box(*painter, option->rect, t.chrome, t.border, 4);
      else if (kind == ButtonKind::primary || on) {
        const QColor fill = down ? t.accent.darker(115) : over ? (t.dark ? t.accent.lighter(108) : t.accent.lighter(112)) : t.accent;
        box(*painter, option->rect, fill, fill, 4);
      } else {
        box(*painter, option->rect, down ? t.sel : over ? t.hover : t.base, kind == ButtonKind::outlined ? t.accent : t.border, 4);
      }
      return;
    }
    case PE_FrameFocusRect: {
      if (wearsRing(widget)) return;  // the ring stands outside the control
      painter->save();
      painter->setRenderHint(QPainter::Antialiasing);
      painter->setPen(QPen(t.focus, 2));
      painter->setBrush(Qt::NoBrush);
      painter->drawRoundedRect(QRectF(option->rect).adjusted(1.5, 1.5, -1.5, -1.5), 3, 3);
      painter->restore();
      return;
    }
    case PE_FrameStatusBarItem:
      return;
    case PE_PanelItemViewItem:
      if (has(option, State_Selected))
        painter->fillRect(option->rect, t.sel);
      else if (const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option)) {
        if (item->backgroundBrush.style() != Qt::NoBrush)
          painter->fillRect(option->rect, item->backgroundBrush);
        else if (has(option, State_MouseOver) && has(option, State_Enabled))
          painter->fillRect(option->rect, t.hover);
      }
      return;
    default:
      break;
  }
  QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const {
  const Theme& t = Theme::current();
  switch (element) {
    case CE_FocusFrame: {
      painter->save();
      painter->setRenderHint(QPainter::Antialiasing);
      painter->setPen(QPen(t.focus, 2));
      painter->setBrush(Qt::NoBrush);
      painter->drawRoundedRect(QRectF(option->rect).adjusted(1, 1, -1, -1), 6, 6);
      painter->restore();
      return;
    }
    case CE_PushButtonLabel: {
      const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
      if (!button) break;
      QStyleOptionButton inked = *button;
      const ButtonKind kind = kindOf(widget);
      const bool on = has(option, State_On) && kind != ButtonKind::quiet;
      if (has(option, State_Enabled)) {
        if (kind == ButtonKind::primary || on)
          inked.palette.setColor(QPalette::ButtonText, t.onAccent);
        else if (kind == ButtonKind::outlined || kind == ButtonKind::link)
          inked.palette.setColor(QPalette::ButtonText, t.accent);
      }
      if (kind == ButtonKind::link) {
        inked.rect = option->rect;
        const QFontMetrics metrics(painter->font());
        const int width = std::min(metrics.horizontalAdvance(button->text), option->rect.width());
        const QRect text(option->rect.center().x() - width / 2, option->rect.top(), width, option->rect.height());
        painter->save();
        painter->setPen(has(option, State_Enabled) ? t.accent : t.text3);
        painter->drawText(text.adjusted(0, 0, 2, 0), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextShowMnemonic, button->text);
        const int y = text.center().y() + metrics.ascent() / 2 + 3;
        painter->drawLine(text.left(), y, text.right(), y);
        painter->restore();
        return;
      }
      QProxyStyle::drawControl(element, &inked, painter, widget);
      return;
    }
    case CE_MenuBarEmptyArea:
      painter->fillRect(option->rect, t.chrome);
      return;
    case CE_MenuBarItem: {
      const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
      if (!item) break;
      painter->fillRect(option->rect, t.chrome);
      const bool lit = has(option, State_Selected);
      if (lit) box(*painter, option->rect.adjusted(1, 2, -1, -2), t.sel, {}, 4);
      drawItemText(painter, option->rect, Qt::AlignCenter | Qt::TextShowMnemonic, item->palette, has(option, State_Enabled), item->text,
                   QPalette::WindowText);
      return;
    }
    case CE_HeaderSection: {
      painter->fillRect(option->rect, t.alt);
      painter->setPen(t.line);
      painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
      return;
    }
    case CE_HeaderEmptyArea:
      painter->fillRect(option->rect, t.alt);
      painter->setPen(t.line);
      painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
      return;
    case CE_ProgressBarGroove:
      box(*painter, option->rect, t.track, {}, 3);
      return;
    case CE_ProgressBarContents: {
      const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option);
      if (!bar || bar->maximum <= bar->minimum) break;
      const double share = static_cast<double>(bar->progress - bar->minimum) / (bar->maximum - bar->minimum);
      QRect filled = option->rect;
      filled.setWidth(static_cast<int>(option->rect.width() * std::clamp(share, 0.0, 1.0)));
      if (filled.width() > 0) box(*painter, filled, t.known, {}, 3);
      return;
    }
    case CE_Splitter:
      painter->fillRect(option->rect, t.window);
      return;
    default:
      break;
  }
  QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const {
  const Theme& t = Theme::current();
  const QColor arrowInk = has(option, State_Enabled) ? t.text2 : t.text3;
  switch (control) {
    case CC_ComboBox: {
      const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option);
      if (!combo) break;
      box(*painter, option->rect, fieldFill(option, t), combo->frame ? fieldEdge(option, t) : QColor(), 4);
      chevron(*painter, subControlRect(control, option, SC_ComboBoxArrow, widget), false, arrowInk, px(4));
      return;
    }
    case CC_SpinBox: {
      const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
      if (!spin) break;
      box(*painter, option->rect, fieldFill(option, t), fieldEdge(option, t), 4);
      if (spin->buttonSymbols == QAbstractSpinBox::NoButtons) return;
      const QColor off = t.line;
      chevron(*painter, subControlRect(control, option, SC_SpinBoxUp, widget).adjusted(0, px(3), 0, 0), true,
              spin->stepEnabled & QAbstractSpinBox::StepUpEnabled ? arrowInk : off, px(3));
      chevron(*painter, subControlRect(control, option, SC_SpinBoxDown, widget).adjusted(0, 0, 0, -px(3)), false,
              spin->stepEnabled & QAbstractSpinBox::StepDownEnabled ? arrowInk : off, px(3));
      return;
    }
    case CC_Slider:
      if (const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option); slider && slider->orientation == Qt::Horizontal) {
        drawSlider(*painter, *this, slider, widget);
        return;
      }
      break;
    case CC_ScrollBar:
      if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option)) {
        drawScrollBar(*painter, *this, bar, widget);
        return;
      }
      break;
    default:
      break;
  }
  QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part, const QWidget* widget) const {
  if (control == CC_ScrollBar) {  // no buttons at the ends: the whole length is the way
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (bar && (part == SC_ScrollBarAddLine || part == SC_ScrollBarSubLine)) return {};
    if (bar && (part == SC_ScrollBarSlider || part == SC_ScrollBarGroove || part == SC_ScrollBarAddPage || part == SC_ScrollBarSubPage)) {
      const bool upright = bar->orientation == Qt::Vertical;
      const int length = upright ? bar->rect.height() : bar->rect.width();
      if (part == SC_ScrollBarGroove) return bar->rect;
      const std::int64_t range = static_cast<std::int64_t>(bar->maximum) - bar->minimum;
      int handle = length;
      if (range > 0) {
        handle = static_cast<int>(static_cast<std::int64_t>(length) * bar->pageStep / (range + bar->pageStep));
        handle = std::clamp(handle, std::min(px(28), length), length);
      }
      const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - handle, bar->upsideDown);
      const auto along = [&](int from, int size) {
        return upright ? QRect(bar->rect.left(), bar->rect.top() + from, bar->rect.width(), size)
                       : QRect(bar->rect.left() + from, bar->rect.top(), size, bar->rect.height());
      };
      if (part == SC_ScrollBarSlider) return along(start, handle);
      if (part == SC_ScrollBarSubPage) return along(0, start);
      return along(start + handle, length - start - handle);
    }
  }
  if (control == CC_SpinBox && part == SC_SpinBoxEditField) {
    QRect field = QProxyStyle::subControlRect(control, option, part, widget);
    return field.adjusted(px(2), 0, 0, 0);
  }
  return QProxyStyle::subControlRect(control, option, part, widget);
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size, const QWidget* widget) const {
  QSize wanted = QProxyStyle::sizeFromContents(type, option, size, widget);
  const bool small = widget && widget->property("small").toBool();
  const int height = small ? px(24) : px(28);
  switch (type) {
    case CT_PushButton: {
      if (kindOf(widget) == ButtonKind::link) return {size.width() + 2, std::max(px(24), size.height())};
      const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
      const bool menu = button && (button->features & QStyleOptionButton::HasMenu);
      return {size.width() + px(small ? 18 : 24) + (menu ? px(8) : 0), std::max(height, size.height() + 4)};
    }
    case CT_LineEdit:
    case CT_SpinBox:
      wanted.setHeight(std::max(height, QFontMetrics(widget ? widget->font() : QApplication::font()).height() + 6));
      break;
    case CT_ComboBox:
      wanted.setHeight(std::max(height, QFontMetrics(widget ? widget->font() : QApplication::font()).height() + 6));
      wanted.rwidth() += px(8);
      break;
    case CT_CheckBox:
    case CT_RadioButton:
      wanted.setHeight(std::max(px(24), wanted.height()));
      break;
    case CT_MenuBarItem:
      wanted = {size.width() + px(14), std::max(px(30) - 2, size.height() + px(8))};
      break;
    case CT_MenuItem:
      wanted.setHeight(std::max(wanted.height(), px(26)));
      break;
    case CT_ItemViewItem:
      wanted.setHeight(
          std::max(wanted.height(), QFontMetrics(QApplication::font("QAbstractItemView")).height() + px(6) + densityPadding()));
      break;
    default:
      break;
  }
  return wanted;
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
  switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
      return px(16);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
      return px(7);
    case PM_SliderThickness:
    case PM_SliderControlThickness:
      return px(20);
    case PM_SliderLength:
      return px(15);
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
      return 4;
    case PM_SplitterWidth:
      return px(7);
    case PM_ScrollBarExtent:
      return px(12);
    case PM_ScrollBarSliderMin:
      return px(28);
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
      return 0;
    case PM_MenuBarHMargin:
      return px(6);
    case PM_MenuBarPanelWidth:
      return 0;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
      return px(16);
    case PM_HeaderMargin:
      return px(6);
    default:
      return QProxyStyle::pixelMetric(metric, option, widget);
  }
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* data) const {
  switch (hint) {
    case SH_FocusFrame_AboveWidget:
      return 1;
    case SH_FocusFrame_Mask:
      // The ring must not swallow the pointer: it is masked to its own edge.
      if (auto* mask = qstyleoption_cast<const QStyleOption*>(option) && data ? static_cast<QStyleHintReturnMask*>(data) : nullptr) {
        mask->region = QRegion(option->rect);
        mask->region -= option->rect.adjusted(3, 3, -3, -3);
      }
      return 1;
    case SH_Slider_AbsoluteSetButtons:
      return Qt::LeftButton;
    case SH_ItemView_ActivateItemOnSingleClick:
    case SH_ScrollBar_LeftClickAbsolutePosition:
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
      return 0;
    case SH_UnderlineShortcut:
      return 1;
    case SH_ToolTip_WakeUpDelay:
      return 500;
    default:
      return QProxyStyle::styleHint(hint, option, widget, data);
  }
}

}  // namespace homeward::ui
