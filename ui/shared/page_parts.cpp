#include "shared/page_parts.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QPainter>
#include <QScrollArea>
#include <QTabWidget>
#include <QVBoxLayout>

#include "shared/flow_layout.h"
#include "shared/icons.h"
#include "shared/names.h"
#include "shared/style.h"

namespace homeward::ui {
namespace {

constexpr int leastTitle = 170;

void emptyOut(QLayout& layout) {
  while (QLayoutItem* item = layout.takeAt(0)) {
    if (QWidget* widget = item->widget()) {
      widget->hide();
      widget->deleteLater();
    }
    delete item;
  }
}

class IconMark : public QWidget {
 public:
  IconMark(QString name, QWidget* parent) : QWidget(parent), m_name(std::move(name)) { setFixedSize(px(16), px(16)); }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter p(this);
    drawIcon(p, rect(), m_name, Theme::current().text);
  }

 private:
  QString m_name;
};

/// A chip that is a button: pressed when it is on, or with a cross that takes it away.
class ChipButton : public QPushButton {
 public:
  ChipButton(const QString& words, int count, bool filter, QWidget* parent)
      : QPushButton(parent), m_words(words), m_count(count), m_filter(filter) {
    setCheckable(!filter);
    setText(count >= 0 ? QStringLiteral("%1 %2").arg(words).arg(count) : words);
    setAccessibleName(filter ? FilterChips::tr("Take away the filter: %1").arg(words) : text());
    if (filter) setToolTip(FilterChips::tr("Take this filter away"));
    setFocusPolicy(Qt::StrongFocus);
  }
  [[nodiscard]] QSize sizeHint() const override {
    const QFontMetrics two(typeFont(Type::second, true));
    int width = two.horizontalAdvance(m_words) + px(20);  // as wide as when it is on
    if (m_count >= 0) width += px(7) + two.horizontalAdvance(QString::number(m_count));
    if (m_filter) width += px(16);
    return {width + px(4), px(24)};
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    const Theme& t = Theme::current();
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const bool on = isChecked();
    const QRectF area = QRectF(rect()).adjusted(0.5, 1.5, -0.5, -1.5);
    if (m_filter) {
      p.setPen(Qt::NoPen);
      p.setBrush(underMouse() ? t.sel : t.infoBg);
      p.drawRoundedRect(area, 3, 3);
    } else {
      p.setPen(QPen(on ? t.accent : t.border, 1));
      p.setBrush(on ? t.accent : underMouse() ? t.hover : t.base);
      p.drawRoundedRect(area, area.height() / 2, area.height() / 2);
    }
    const QColor ink = on ? t.onAccent : m_filter ? t.infoText : t.text;
    double x = px(10);
    const QFont words = typeFont(Type::second, on);
    drawText(p, QRectF(x, 0, width() - x - px(4), height()), m_words, words, ink);
    x += QFontMetricsF(words).horizontalAdvance(m_words) + px(6);
    if (m_count >= 0) drawText(p, QRectF(x, 0, width() - x, height()), QString::number(m_count), typeFont(Type::second, true), ink);
    if (m_filter) drawIcon(p, QRectF(width() - px(20), height() / 2.0 - px(6), px(12), px(12)), QStringLiteral("close"), t.text2);
  }

 private:
  QString m_words;
  int m_count;
  bool m_filter;
};

}  // namespace

QPushButton* makeButton(const QString& text, ButtonKind kind, const QString& iconName, QWidget* parent) {
  auto* button = new QPushButton(text, parent);
  setKind(*button, kind);
  if (!iconName.isEmpty()) setIcon(*button, iconName);
  button->setAccessibleName(QString(text).remove(QLatin1Char('&')));
  button->setAutoDefault(false);
  return button;
}

QDialogButtonBox* dialogFoot(QDialog& dialog, QPushButton* act) {
  auto* foot = new QDialogButtonBox(&dialog);
  foot->addButton(act, QDialogButtonBox::AcceptRole);
  act->setDefault(true);
  foot->addButton(QDialogButtonBox::Cancel)->setAutoDefault(false);
  QObject::connect(foot, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
  return foot;
}

void bringTo(QWidget& field) {
  for (QWidget* at = field.parentWidget(); at != nullptr; at = at->parentWidget()) {
    if (auto* leaves = qobject_cast<QTabWidget*>(at))
      for (int i = 0; i < leaves->count(); ++i)
        if (leaves->widget(i)->isAncestorOf(&field)) leaves->setCurrentIndex(i);
    if (auto* scroll = qobject_cast<QScrollArea*>(at)) scroll->ensureWidgetVisible(&field);
  }
  field.setFocus(Qt::OtherFocusReason);
}

PageHead::PageHead(QWidget* parent)
    : Surface(Ground::base, parent),
      m_title(new TextLabel({}, Type::pageTitle)),
      m_subtitle(new TextLabel({}, Type::second, Ink::text2)),
      m_note(new TextLabel({}, Type::second, Ink::text2)),
      m_chips(new QHBoxLayout),
      m_actions(new QHBoxLayout) {
  setLines(Qt::BottomEdge);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(px(16), px(8), px(16), px(9));
  row->setSpacing(px(10));
  auto* words = new QVBoxLayout;
  words->setSpacing(0);
  m_title->setElided(true);
  m_subtitle->setElided(true);
  m_title->setMaximumHeight(QWIDGETSIZE_MAX);
  words->addWidget(m_title);
  words->addWidget(m_subtitle);
  for (TextLabel* label : {m_title, m_subtitle}) label->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
  row->addLayout(words);
  m_chips->setSpacing(px(8));
  row->addLayout(m_chips);
  row->addStretch(1);
  m_note->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  m_note->setWrapped(true);  // where there is little room it takes one more line
  m_note->hide();
  row->addWidget(m_note);
  m_actions->setSpacing(px(10));
  row->addLayout(m_actions);
  setMinimumHeight(px(56));
}
void PageHead::setTitle(const QString& title) {
  m_title->setText(title);
  // The name of a page is read whole; it is the others that give way. A long one ("Choice for ...") gives way too.
  m_title->setMinimumWidth(std::min(m_title->fontMetrics().horizontalAdvance(m_title->text()) + 1, px(leastTitle)));
}
void PageHead::setSubtitle(const QString& subtitle) {
  m_subtitle->setText(subtitle);
  m_subtitle->setVisible(!subtitle.isEmpty());
}
void PageHead::setChips(const QVector<Chip>& chips) {
  emptyOut(*m_chips);
  for (const Chip& chip : chips) m_chips->addWidget(new ChipLabel(chip));
}
void PageHead::setNote(const QString& note) {
  m_note->setText(note);
  m_note->setVisible(!note.isEmpty());
}
void PageHead::addAction(QWidget* control) { m_actions->addWidget(control); }
QString PageHead::title() const { return m_title->text(); }

SectionHead::SectionHead(const QString& title, const QString& words, QWidget* parent)
    : QWidget(parent),
      m_title(new TextLabel(title, Type::section)),
      m_words(new TextLabel(words, Type::second, Ink::text2)),
      m_row(new QHBoxLayout(this)) {
  m_row->setContentsMargins(0, 0, 0, 0);
  m_row->setSpacing(px(8));
  m_row->addWidget(m_title);
  m_words->setElided(true);
  m_row->addWidget(m_words, 1);
}
void SectionHead::setWords(const QString& words) { m_words->setText(words); }
void SectionHead::setTitle(const QString& title) { m_title->setText(title); }
void SectionHead::addRight(QWidget* control) { m_row->addWidget(control); }

HintBlock::HintBlock(const QString& title, const QString& iconName, QWidget* parent)
    : Surface(Ground::accent2, parent),
      m_title(new TextLabel(title, Type::text)),
      m_aside(new TextLabel({}, Type::second, Ink::text2)),
      m_text(new TextLabel({}, Type::text)),
      m_body(new QVBoxLayout(this)),
      m_controls(new QHBoxLayout) {
  m_body->setContentsMargins(px(14), px(12), px(14), px(12));
  m_body->setSpacing(px(6));
  auto* head = new QHBoxLayout;
  head->setSpacing(px(8));
  if (!iconName.isEmpty()) head->addWidget(new IconMark(iconName, this));
  m_title->setStrong(true);
  head->addWidget(m_title);
  head->addStretch();
  head->addWidget(m_aside);
  m_body->addLayout(head);
  m_text->setWrapped(true);
  m_body->addWidget(m_text);
  m_controls->setSpacing(px(10));
  m_controls->addStretch();
  m_body->addLayout(m_controls);
}
void HintBlock::setTitle(const QString& title) { m_title->setText(title); }
void HintBlock::setText(const QString& text) {
  m_text->setText(text);
  m_text->setVisible(!text.isEmpty());
}
void HintBlock::setAside(const QString& words) { m_aside->setText(words); }
void HintBlock::addControl(QWidget* control) { m_controls->insertWidget(m_controls->count() - 1, control); }

EmptyState::EmptyState(const QString& sentence, const QString& action, QWidget* parent)
    : QWidget(parent),
      m_sentence(new TextLabel(sentence, Type::childsWords, Ink::text2)),
      m_button(makeButton(action, ButtonKind::outlined)) {
  auto* column = new QVBoxLayout(this);
  column->addStretch(2);
  m_sentence->setAlignment(Qt::AlignCenter);
  m_sentence->setWrapped(true);
  column->addWidget(m_sentence);
  column->addSpacing(px(14));
  column->addWidget(m_button, 0, Qt::AlignHCenter);
  column->addStretch(3);
  m_button->setVisible(!action.isEmpty());
  connect(m_button, &QPushButton::clicked, this, &EmptyState::acted);
}
void EmptyState::setSentence(const QString& sentence) { m_sentence->setText(sentence); }
void EmptyState::setAction(const QString& action) {
  m_button->setText(action);
  m_button->setAccessibleName(QString(action).remove(QLatin1Char('&')));
  m_button->setVisible(!action.isEmpty());
}

Banner::Banner(Kind kind, QWidget* parent)
    : Surface(kind == Kind::demo      ? Ground::demo
              : kind == Kind::problem ? Ground::noBg
              : kind == Kind::done    ? Ground::okBg
                                      : Ground::askBg,
              parent),
      m_kind(kind),
      m_strong(new TextLabel({}, Type::second)),
      m_rest(new TextLabel({}, Type::second)),
      m_button(makeButton({}, ButtonKind::plain)) {
  auto* row = new QHBoxLayout(this);
  const bool demo = kind == Kind::demo;
  row->setContentsMargins(demo ? px(56) : px(10), demo ? 1 : px(2), demo ? px(56) : px(4), demo ? 2 : px(2));
  row->setSpacing(px(12));
  m_strong->setStrong(demo || kind == Kind::problem);
  if (kind == Kind::whatIf) m_strong->setElided(true);
  const bool told = kind == Kind::problem || kind == Kind::done;  // what happened is read to its end
  told ? m_rest->setWrapped(true) : m_rest->setElided(true);
  row->addWidget(m_strong);
  row->addWidget(m_rest, 1);
  row->addWidget(m_button);
  m_button->hide();
  setSmall(*m_button);
  connect(m_button, &QPushButton::clicked, this, &Banner::acted);
  dress();
  connect(&lookWatch(), &LookWatch::changed, this, &Banner::dress);
}
void Banner::dress() {
  const Theme& t = Theme::current();
  const QColor ink = m_kind == Kind::demo ? t.demoText : m_kind == Kind::problem ? t.noText : m_kind == Kind::done ? t.okText : t.askText;
  for (TextLabel* label : {m_strong, m_rest}) {
    label->setInk(m_kind == Kind::problem ? Ink::no : m_kind == Kind::done ? Ink::ok : Ink::ask);
    QPalette inked = label->palette();
    inked.setColor(QPalette::All, QPalette::WindowText, ink);
    label->setPalette(inked);
  }
}
void Banner::setText(const QString& strong, const QString& rest) {
  m_strong->setText(strong);
  m_rest->setText(rest);
  m_rest->setVisible(!rest.isEmpty());
  setAccessibleName(rest.isEmpty() ? strong : QStringLiteral("%1. %2").arg(strong, rest));
}
void Banner::setAction(const QString& action) {
  m_button->setText(action);
  m_button->setAccessibleName(QString(action).remove(QLatin1Char('&')));
  m_button->setVisible(!action.isEmpty());
}
void Banner::paintEvent(QPaintEvent* event) {
  Surface::paintEvent(event);
  if (m_kind != Kind::demo) return;
  // Striped ends, so that the strip is noticed without its colour.
  const Theme& t = Theme::current();
  QPainter p(this);
  p.setRenderHint(QPainter::Antialiasing);
  QColor stripe = t.dark ? QColor(0x8A6D00) : QColor(0xE3C15A);
  for (const QRectF end : {QRectF(0, 0, px(44), height()), QRectF(width() - px(44), 0, px(44), height())}) {
    p.save();
    p.setClipRect(end);
    p.setPen(QPen(stripe, 3));
    for (double x = end.left() - height(); x < end.right() + 10; x += 9)
      p.drawLine(QPointF(x, end.bottom() + 1), QPointF(x + height() + 1, end.top()));
    p.restore();
  }
}

FilterChips::FilterChips(QWidget* parent) : QWidget(parent), m_row(new FlowLayout(this)) {
  m_row->setContentsMargins(0, 0, 0, 0);
  m_row->setSpacing(px(6));
  QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
  policy.setHeightForWidth(true);  // a second line of chips is no less a line
  setSizePolicy(policy);
}
void FilterChips::clear() { emptyOut(*m_row); }
void FilterChips::setChoices(const QVector<Entry>& entries, const QString& current) {
  const bool focused = isAncestorOf(focusWidget()) && focusWidget() && focusWidget()->hasFocus();
  clear();
  m_current = current;
  for (const Entry& entry : entries) {
    auto* chip = new ChipButton(entry.text, entry.count, false, this);
    chip->setAutoExclusive(true);
    chip->setChecked(entry.key == current);
    connect(chip, &QPushButton::clicked, this, [this, key = entry.key] {
      m_current = key;
      emit chosen(key);
    });
    m_row->addWidget(chip);
    if (focused && entry.key == current) chip->setFocus();
  }
}
void FilterChips::setFilters(const QVector<Entry>& entries) {
  clear();
  for (const Entry& entry : entries) {
    auto* chip = new ChipButton(entry.text, entry.count, true, this);
    connect(chip, &QPushButton::clicked, this, [this, key = entry.key] { emit removed(key); });
    m_row->addWidget(chip);
  }
}

ErrorSummary::ErrorSummary(QWidget* parent)
    : Surface(Ground::noBg, parent), m_title(new TextLabel({}, Type::text, Ink::no)), m_lines(new QVBoxLayout) {
  setMarked(true);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(16), px(10), px(14), px(10));
  column->setSpacing(px(2));
  m_title->setStrong(true);
  column->addWidget(m_title);
  m_lines->setSpacing(0);
  column->addLayout(m_lines);
  hide();
}
void ErrorSummary::setErrors(const QVector<Line>& lines) {
  emptyOut(*m_lines);
  m_count = static_cast<int>(lines.size());
  m_title->setText(m_count == 1 ? tr("One thing needs your attention") : tr("%1 things need your attention").arg(m_count));
  for (const Line& line : lines) {
    auto* link = makeButton(shown(line.text), ButtonKind::link, {}, this);
    const QPointer<QWidget> field = line.field;
    connect(link, &QPushButton::clicked, this, [field] {
      if (field) bringTo(*field);
    });
    m_lines->addWidget(link, 0, Qt::AlignLeft);
  }
  setVisible(m_count > 0);
}

}  // namespace homeward::ui
