// Grounds and words: the plain panes that pages stand on, and labels whose colour and size follow the look.
#pragma once

#include <QFrame>
#include <QLabel>

#include "shared/roles.h"
#include "shared/theme.h"

namespace homeward::ui {

/// A ground of the palette with hairlines at the sides that one asks for. A card has rounded edges; a chosen card an accent edge.
class Surface : public QFrame {
  Q_OBJECT
 public:
  enum class Ground { window, base, alt, chrome, accent2, infoBg, askBg, noBg, okBg, demo, card, chosenCard, none };
  explicit Surface(Ground ground, QWidget* parent = nullptr) : QFrame(parent), m_ground(ground) {}
  void setGround(Ground ground) { m_ground = ground, update(); }
  void setLines(Qt::Edges edges) { m_lines = edges, update(); }
  /// A 3 px edge of accent at the left.
  void setMarked(bool marked) { m_marked = marked, update(); }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  Ground m_ground;
  Qt::Edges m_lines;
  bool m_marked = false;
};

/// Words in a size and an ink that stay right when the look changes.
class TextLabel : public QLabel {
  Q_OBJECT
 public:
  explicit TextLabel(const QString& text, Type type = Type::text, Ink ink = Ink::text, QWidget* parent = nullptr);
  /// Words to be read: names in them may be hidden, now and later.
  void setText(const QString& text);
  void setInk(Ink ink);
  void setType(Type type, bool strong = false);
  void setStrong(bool strong);
  /// Elides at its end instead of asking for room; the whole text is the tooltip.
  void setElided(bool elided);
  void setWrapped(bool wrapped);

 protected:
  void paintEvent(QPaintEvent* event) override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 private:
  void dress();
  QString m_whole;  // with the names that may be hidden
  Type m_type;
  Ink m_ink;
  bool m_strong = false;
  bool m_elided = false;
};

/// An amount, right-aligned; "not known" for none.
class MoneyLabel : public TextLabel {
  Q_OBJECT
 public:
  explicit MoneyLabel(QWidget* parent = nullptr);
  void setText(const QString& text);
};

class ChipLabel : public QWidget {
  Q_OBJECT
 public:
  explicit ChipLabel(const Chip& chip = {}, QWidget* parent = nullptr);
  void setChip(const Chip& chip);
  [[nodiscard]] const Chip& chip() const { return m_chip; }
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  Chip m_chip;
};

/// A sign with words after it: a finding, a fact, an unknown.
class SignLine : public QWidget {
  Q_OBJECT
 public:
  SignLine(Sign sign, const QString& text, Type type = Type::text, Ink ink = Ink::text, QWidget* parent = nullptr);
  void setLine(Sign sign, const QString& text, Ink ink);
  void setWrapped(bool wrapped);
  [[nodiscard]] QString text() const;

 private:
  class Mark;
  void say();
  QString m_whole;
  Mark* m_mark;
  TextLabel* m_words;
};

/// A horizontal or vertical hairline.
class Hairline : public QWidget {
  Q_OBJECT
 public:
  explicit Hairline(Qt::Orientation orientation = Qt::Horizontal, QWidget* parent = nullptr);

 protected:
  void paintEvent(QPaintEvent* event) override;
};

/// Known to possible with its words beside it.
class IntervalBar : public QWidget {
  Q_OBJECT
 public:
  explicit IntervalBar(QWidget* parent = nullptr);
  void setInterval(int low, int high);
  [[nodiscard]] QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  int m_low = 0;
  int m_high = 0;
};

}  // namespace homeward::ui
