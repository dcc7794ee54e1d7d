// A weight of the choice screen dragged by its handle, as a hand would, and how long each frame takes from the mouse's move until the
// window is painted.
#pragma once

#include <QApplication>
#include <QElapsedTimer>
#include <QMouseEvent>
#include <QStyle>
#include <QStyleOptionSlider>
#include <QWidget>
#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include "choice/choice_page.h"
#include "choice/weights_panel.h"

namespace homeward::tests {

struct DragFrames {
  std::vector<double> milliseconds;  ///< ascending
  [[nodiscard]] double at(double share) const {
    return milliseconds[std::min(milliseconds.size() - 1, static_cast<std::size_t>(share * static_cast<double>(milliseconds.size())))];
  }
  [[nodiscard]] std::string words() const {
    return std::to_string(milliseconds.size()) + " frames, median " + std::to_string(at(0.5)) + " ms, 95 of 100 within " +
           std::to_string(at(0.95)) + " ms, longest " + std::to_string(milliseconds.back()) + " ms";
  }
};

inline void sendMouse(QWidget& to, QEvent::Type type, const QPointF& at, Qt::MouseButton button, Qt::MouseButtons held) {
  QMouseEvent event(type, at, to.mapToGlobal(at), button, held, Qt::NoModifier);
  QApplication::sendEvent(&to, &event);
}

/// Drags the first weight to its end and back. `painted` is called after each frame with the handle still down.
inline DragFrames dragFrames(ui::ChoicePage& page, const std::function<void()>& painted = {}) {
  auto& slider = *page.findChild<ui::WeightSlider*>();
  QStyleOptionSlider option;
  option.initFrom(&slider);
  option.orientation = Qt::Horizontal;
  option.minimum = slider.minimum();
  option.maximum = slider.maximum();
  option.sliderPosition = slider.sliderPosition();
  option.sliderValue = slider.value();
  option.subControls = QStyle::SC_All;
  const QPointF start(slider.style()->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderHandle, &slider).center());
  DragFrames frames;
  sendMouse(slider, QEvent::MouseButtonPress, start, Qt::LeftButton, Qt::LeftButton);
  const double right = slider.width() - 4.0;
  std::vector<double> path;
  for (double x = start.x() + 1; x < right; x += 1.5) path.push_back(x);
  for (double x = right; x > 4.0; x -= 1.5) path.push_back(x);
  for (const double x : path) {
    QElapsedTimer timer;
    timer.start();
    sendMouse(slider, QEvent::MouseMove, {x, start.y()}, Qt::NoButton, Qt::LeftButton);
    QApplication::sendPostedEvents();
    QApplication::processEvents();
    frames.milliseconds.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    if (painted) painted();
  }
  sendMouse(slider, QEvent::MouseButtonRelease, {path.back(), start.y()}, Qt::LeftButton, Qt::NoButton);
  QApplication::processEvents();
  std::sort(frames.milliseconds.begin(), frames.milliseconds.end());
  return frames;
}

}  // namespace homeward::tests
