// A box to tick whose words go on in the next line where they need more room than there is.
#pragma once

#include <QCheckBox>

namespace homeward::ui {

class WrappedCheckBox : public QCheckBox {
  Q_OBJECT
 public:
  explicit WrappedCheckBox(const QString& words, QWidget* parent = nullptr);
  [[nodiscard]] QSize minimumSizeHint() const override;
  [[nodiscard]] bool hasHeightForWidth() const override { return true; }
  [[nodiscard]] int heightForWidth(int width) const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  [[nodiscard]] bool hitButton(const QPoint& at) const override { return rect().contains(at); }

 private:
  /// Where the words start.
  [[nodiscard]] int indent() const;
  [[nodiscard]] QRect words(int width) const;
};

}  // namespace homeward::ui
