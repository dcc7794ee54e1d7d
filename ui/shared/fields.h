// Fields that forms repeat: a level of need typed as one digit, and a pick list that is searched by typing.
#pragma once

#include <QComboBox>
#include <QVariant>
#include <QVector>
#include <QWidget>
#include <optional>

namespace homeward::ui {

/// A level 0 (none) to 5 (very high), or not assessed. Digits set it, Delete and Backspace clear it, Left and Right step.
class LevelEdit : public QWidget {
  Q_OBJECT
  Q_PROPERTY(int level READ levelOrNone WRITE setLevelOrNone NOTIFY levelChanged USER true)
 public:
  explicit LevelEdit(const QString& need, QWidget* parent = nullptr);
  [[nodiscard]] std::optional<int> level() const { return m_level; }
  /// What no level means here: "not answered" instead of "not assessed".
  void setNotSaid(const QString& words);
  void setLevel(std::optional<int> level);
  [[nodiscard]] int levelOrNone() const { return m_level.value_or(-1); }
  void setLevelOrNone(int level) { level < 0 ? setLevel(std::nullopt) : setLevel(level); }
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }
 signals:
  void levelChanged(std::optional<int> level);  ///< by the user or by setLevel

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;

 private:
  [[nodiscard]] QRectF segments() const;
  void say();
  QString m_need;
  QString m_notSaid;
  std::optional<int> m_level;
};

/// A pick list: type any part of an entry, Enter accepts the highlighted one. Only entries can be chosen; other text is put back.
class SearchCombo : public QComboBox {
  Q_OBJECT
 public:
  explicit SearchCombo(const QString& name, QWidget* parent = nullptr);
  struct Entry {
    QString text;
    QVariant value;
  };
  void setEntries(const QVector<Entry>& entries);
  void setPlaceholder(const QString& words);
  /// Invalid when nothing is chosen.
  [[nodiscard]] QVariant value() const;
  void setValue(const QVariant& value);
 signals:
  void valueChanged(const QVariant& value);  ///< by the user

 protected:
  void focusOutEvent(QFocusEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void settle();
  int m_settled = -1;
};

}  // namespace homeward::ui
