#include "shared/surface.h"

#include <QFontMetricsF>
#include <QHBoxLayout>
#include <QPainter>
#include <cmath>

#include "shared/names.h"
#include "shared/plain_tip.h"

namespace homeward::ui {

void Surface::paintEvent(QPaintEvent*) {
  const Theme& t = Theme::current();
  QPainter p(this);
  const auto card = [&](const QColor& edge, double width) {
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(QPen(edge, width));
    p.setBrush(t.base);
    p.drawRoundedRect(QRectF(rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2), 6, 6);
  };
  switch (m_ground) {
    case Ground::none:
      break;
    case Ground::window:
      p.fillRect(rect(), t.window);
      break;
    case Ground::base:
      p.fillRect(rect(), t.base);
      break;
    case Ground::alt:
      p.fillRect(rect(), t.alt);
      break;
    case Ground::chrome:
      p.fillRect(rect(), t.chrome);
      break;
    case Ground::accent2:
      p.fillRect(rect(), t.accent2);
      break;
    case Ground::infoBg:
      p.fillRect(rect(), t.infoBg);
      break;
    case Ground::askBg:
      p.fillRect(rect(), t.askBg);
      break;
    case Ground::noBg:
      p.fillRect(rect(), t.noBg);
      break;
    case Ground::okBg:
      p.fillRect(rect(), t.okBg);
      break;
    case Ground::demo:
      p.fillRect(rect(), t.demo);
      break;
    case Ground::card:
      card(t.line, 1);
      return;
    case Ground::chosenCard:
      card(t.accent, 2);
      return;
  }
  if (m_lines & Qt::TopEdge) p.fillRect(0, 0, width(), 1, t.line);
  if (m_lines & Qt::BottomEdge) p.fillRect(0, height() - 1, width(), 1, t.line);
  if (m_lines & Qt::LeftEdge) p.fillRect(0, 0, 1, height(), t.line);
  if (m_lines & Qt::RightEdge) p.fillRect(width() - 1, 0, 1, height(), t.line);
  if (m_marked) p.fillRect(0, 0, 3, height(), t.accent);
}

TextLabel::TextLabel(const QString& text, Type type, Ink ink, QWidget* parent)
    : QLabel(shown(text), parent), m_whole(text), m_type(type), m_ink(ink) {
  setTextFormat(Qt::PlainText);
  dress();
  connect(&nameCover(), &NameCover::changed, this, [this] {
    if (const QString now = shown(m_whole); !m_whole.isEmpty() && now != QLabel::text()) QLabel::setText(now), setToolTip({});
  });
  connect(&lookWatch(), &LookWatch::changed, this, &TextLabel::dress);
}
void TextLabel::setText(const QString& text) {
  m_whole = text;
  QLabel::setText(shown(text));
}
void TextLabel::dress() {
  setFont(typeFont(m_type, m_strong));
  QPalette inked = palette();
  inked.setColor(QPalette::All, QPalette::WindowText, inkColor(m_ink, Theme::current()));
  setPalette(inked);
}
void TextLabel::setInk(Ink ink) { m_ink = ink, dress(); }
void TextLabel::setType(Type type, bool strong) { m_type = type, m_strong = strong, dress(); }
void TextLabel::setStrong(bool strong) { m_strong = strong, dress(); }
void TextLabel::setElided(bool elided) {
  m_elided = elided;
  setSizePolicy(elided ? QSizePolicy::Expanding : QSizePolicy::Preferred, sizePolicy().verticalPolicy());
}
void TextLabel::setWrapped(bool wrapped) { setWordWrap(wrapped); }
QSize TextLabel::minimumSizeHint() const {
  QSize size = QLabel::minimumSizeHint();
  if (m_elided) size.setWidth(std::min(size.width(), fontMetrics().horizontalAdvance(QStringLiteral("…mmm"))));
  return size;
}
void TextLabel::paintEvent(QPaintEvent* event) {
  if (!m_elided || fontMetrics().horizontalAdvance(text()) <= contentsRect().width()) {
    if (m_elided && !toolTip().isEmpty()) setToolTip({});
    QLabel::paintEvent(event);
    return;
  }
  if (const QString tip = plainTip(text()); toolTip() != tip) setToolTip(tip);
  QPainter p(this);
  drawText(p, contentsRect(), text(), font(), inkColor(m_ink, Theme::current()), alignment());
}

MoneyLabel::MoneyLabel(QWidget* parent) : TextLabel({}, Type::text, Ink::text, parent) { setAlignment(Qt::AlignRight | Qt::AlignVCenter); }
void MoneyLabel::setText(const QString& text) {
  QLabel::setText(text.isEmpty() ? tr("not known") : text);
  setInk(text.isEmpty() ? Ink::text2 : Ink::text);
}

ChipLabel::ChipLabel(const Chip& chip, QWidget* parent) : QWidget(parent) {
  setChip(chip);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  connect(&lookWatch(), &LookWatch::changed, this, [this] { updateGeometry(), update(); });
}
void ChipLabel::setChip(const Chip& chip) {
  m_chip = chip;
  setAccessibleName(chip.text);
  setVisible(!chip.text.isEmpty());
  updateGeometry();
  update();
}
QSize ChipLabel::sizeHint() const {
  const QSizeF size = chipSize(m_chip, typeFont(Type::second, true));
  return {static_cast<int>(std::ceil(size.width())), static_cast<int>(std::ceil(size.height()))};
}
void ChipLabel::paintEvent(QPaintEvent*) {
  QPainter p(this);
  drawChip(p, rect(), m_chip, typeFont(Type::second, true), Theme::current());
}

class SignLine::Mark : public QWidget {
 public:
  Mark(Sign sign, QWidget* parent) : QWidget(parent), m_sign(sign) { setFixedWidth(px(14)); }
  void setSign(Sign sign) { m_sign = sign, update(); }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter p(this);
    const double side = px(13);
    const double line = QFontMetricsF(typeFont(Type::text)).height();
    drawSign(p, QRectF(0, line / 2 - side / 2 + 1, side, side), m_sign, Theme::current());
  }

 private:
  Sign m_sign;
};

SignLine::SignLine(Sign sign, const QString& text, Type type, Ink ink, QWidget* parent)
    : QWidget(parent), m_mark(new Mark(sign, this)), m_words(new TextLabel(text, type, ink, this)) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(px(8));
  row->addWidget(m_mark);
  m_words->setWrapped(true);
  row->addWidget(m_words, 1);
  m_whole = text;
  say();
  connect(&nameCover(), &NameCover::changed, this, &SignLine::say);
}
void SignLine::say() { setAccessibleName(shown(m_whole)); }
void SignLine::setLine(Sign sign, const QString& text, Ink ink) {
  m_mark->setSign(sign);
  m_words->setText(text);
  m_words->setInk(ink);
  m_whole = text;
  say();
}
void SignLine::setWrapped(bool wrapped) { m_words->setWrapped(wrapped); }
QString SignLine::text() const { return m_words->text(); }

Hairline::Hairline(Qt::Orientation orientation, QWidget* parent) : QWidget(parent) {
  orientation == Qt::Horizontal ? setFixedHeight(1) : setFixedWidth(1);
}
void Hairline::paintEvent(QPaintEvent*) {
  QPainter p(this);
  p.fillRect(rect(), Theme::current().line);
}

IntervalBar::IntervalBar(QWidget* parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); }
void IntervalBar::setInterval(int low, int high) {
  m_low = low, m_high = high;
  setAccessibleName(tr("Match %1 of 1,000").arg(intervalText(low, high)));
  update();
}
QSize IntervalBar::sizeHint() const { return {px(210), QFontMetrics(typeFont(Type::text)).height()}; }
void IntervalBar::paintEvent(QPaintEvent*) {
  QPainter p(this);
  const double bar = std::min<double>(px(120), width() * 0.55);
  drawIntervalBar(p, QRectF(0, height() / 2.0 - px(5), bar, px(10)), m_low, m_high, Theme::current(), false);
  drawText(p, QRectF(bar + px(9), 0, width() - bar - px(9), height()), intervalText(m_low, m_high), typeFont(Type::table),
           Theme::current().text);
}

}  // namespace homeward::ui
