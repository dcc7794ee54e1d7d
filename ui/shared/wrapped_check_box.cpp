#include "shared/wrapped_check_box.h"

#include <QStyleOptionButton>
#include <QStylePainter>
#include <algorithm>

namespace homeward::ui {
namespace {
constexpr int wrapped = Qt::TextWordWrap | Qt::TextShowMnemonic | Qt::AlignLeft | Qt::AlignTop;
constexpr int leastLetters = 12;  // the words of a line before the pane scrolls instead
}  // namespace

WrappedCheckBox::WrappedCheckBox(const QString& words, QWidget* parent) : QCheckBox(words, parent) {
  QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
}

int WrappedCheckBox::indent() const {
  return style()->pixelMetric(QStyle::PM_IndicatorWidth, nullptr, this) +
         style()->pixelMetric(QStyle::PM_CheckBoxLabelSpacing, nullptr, this);
}

QRect WrappedCheckBox::words(int width) const {
  const QRect room(0, 0, std::max(1, width - indent()), QWIDGETSIZE_MAX);
  return fontMetrics().boundingRect(room, wrapped, text());
}

QSize WrappedCheckBox::minimumSizeHint() const {
  return {indent() + fontMetrics().averageCharWidth() * leastLetters, QCheckBox::sizeHint().height()};
}

int WrappedCheckBox::heightForWidth(int width) const {
  const int line = fontMetrics().height();
  return QCheckBox::sizeHint().height() + std::max(0, words(width).height() - line);
}

void WrappedCheckBox::paintEvent(QPaintEvent*) {
  QStylePainter p(this);
  QStyleOptionButton option;
  initStyleOption(&option);
  option.text.clear();
  option.rect.setHeight(QCheckBox::sizeHint().height());  // the box beside the first line
  p.drawControl(QStyle::CE_CheckBox, option);
  const int top = (option.rect.height() - fontMetrics().height()) / 2;
  style()->drawItemText(&p, QRect(indent(), top, width() - indent(), height() - top), wrapped, palette(), isEnabled(), text(),
                        QPalette::WindowText);
}

}  // namespace homeward::ui
