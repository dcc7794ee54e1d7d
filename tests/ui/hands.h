// Hands on the keyboard of the real window: keys go to whatever has the focus, and every key and field is counted, so that a journey
// can say what it costs by the keystroke-level model. Nothing here uses the pointer.
#pragma once

#include <QPointer>
#include <QWidget>
#include <functional>

namespace homeward::tests {

class Hands {
 public:
  explicit Hands(QWidget& window);

  void press(int key, Qt::KeyboardModifiers with = Qt::NoModifier);
  /// Types into the field that has the focus: one field.
  void type(const QString& text);
  void tab(int times = 1);
  /// Tab until the control whose accessible name (or, for a button, text) begins with `name` has the focus. Fails when Tab never comes
  /// there.
  void to(const QString& name);
  /// Types `text` over what the field holds.
  void retype(const QString& text);
  /// Does `open`, which must bring up a dialog or a menu; `inside` works in it and must close it.
  void within(const std::function<void()>& open, const std::function<void()>& inside);
  void settle() const;

  [[nodiscard]] QString focused() const;
  [[nodiscard]] double seconds() const { return aKey * keys + aField * fields; }
  void startCounting() { keys = 0, fields = 0; }
  int keys = 0;
  int fields = 0;

 private:
  static constexpr double aKey = 0.28;    ///< seconds: a skilled typist (Card, Moran and Newell 1980)
  static constexpr double aField = 1.35;  ///< to think, once a field or decision
  [[nodiscard]] QWidget* target() const;
  QPointer<QWidget> m_window;  ///< another may have taken its place
};

}  // namespace homeward::tests
