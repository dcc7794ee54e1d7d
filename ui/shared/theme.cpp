#include "shared/theme.h"

#include <QPalette>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "shared/style.h"

namespace homeward::ui {
namespace {

Theme makeLight() {
  Theme t;
  t.window = 0xF1F4F6, t.chrome = 0xE6EBEE, t.base = 0xFFFFFF, t.alt = 0xF7F9FA, t.sel = 0xDCEAF3, t.hover = 0xEDF3F7;
  t.text = 0x15242D, t.text2 = 0x475A66, t.text3 = 0x586973, t.line = 0xDCE3E7, t.border = 0x73838D;
  t.accent = 0x005F93, t.onAccent = 0xFFFFFF, t.accent2 = 0xE4F0F7, t.focus = 0x005F93;
  t.rail = 0x11303F, t.railSel = 0x1F4A5E, t.railText = 0xD5E3EA, t.railTextSelected = 0xFFFFFF, t.railMarker = 0x56B4E9;
  t.railCount = 0xE69F00, t.railCountText = 0x1A1300;
  t.ok = 0x00735A, t.okBg = 0xE0F2EC, t.okText = 0x005643, t.ask = 0x8F5E00, t.askBg = 0xFFF1D2, t.askText = 0x6B4500;
  t.no = 0xB23B00, t.noBg = 0xFCE6DC, t.noText = 0x8E2F00, t.infoBg = 0xE9EEF1, t.infoText = 0x33444F;
  t.demo = 0xFFF3D1, t.demoText = 0x4F3A00, t.known = 0x0072B2, t.track = 0xDCE4E9, t.tick = 0x6F808B;
  t.hatch = 0x0072B2, t.hatchBg = 0xE3F0F8;
  t.options = {QColor(0x0072B2), QColor(0xC75600), QColor(0x00795A), QColor(0xA64F86), QColor(0x8A6D00), QColor(0x6B7780)};
  return t;
}

Theme makeDark() {
  Theme t;
  t.dark = true;
  t.window = 0x141B20, t.chrome = 0x0F1519, t.base = 0x1B242A, t.alt = 0x202A31, t.sel = 0x17425A, t.hover = 0x243038;
  t.text = 0xE8EEF1, t.text2 = 0xB3C1CA, t.text3 = 0x97A7B1, t.line = 0x2E3A42, t.border = 0x74858F;
  t.accent = 0x64B9EC, t.onAccent = 0x08202E, t.accent2 = 0x1A3747, t.focus = 0x8FD0F7;
  t.rail = 0x0B1C25, t.railSel = 0x183B4C, t.railText = 0xC6D6DE, t.railTextSelected = 0xFFFFFF, t.railMarker = 0x56B4E9;
  t.railCount = 0xE69F00, t.railCountText = 0x1A1300;
  t.ok = 0x37C79D, t.okBg = 0x143A31, t.okText = 0x86E3C6, t.ask = 0xE6A93A, t.askBg = 0x3D2F10, t.askText = 0xF3CE87;
  t.no = 0xF2875A, t.noBg = 0x472113, t.noText = 0xFFB999, t.infoBg = 0x2A353C, t.infoText = 0xD2DCE2;
  t.demo = 0x3A2F12, t.demoText = 0xF2DDA4, t.known = 0x56B4E9, t.track = 0x34424B, t.tick = 0x8B9BA5;
  t.hatch = 0x56B4E9, t.hatchBg = 0x1C3644;
  t.options = {QColor(0x56B4E9), QColor(0xF08B4A), QColor(0x37C79D), QColor(0xE39BC5), QColor(0xE9CF56), QColor(0xA5B2BA)};
  return t;
}

struct Worn {
  Look look;
  bool dressed = false;
  QFont userFont;
  double basePoints = 10.0;
};
Worn& worn() {
  static Worn state;
  return state;
}

QPalette paletteOf(const Theme& t) {
  QPalette p;
  const auto set = [&p](QPalette::ColorRole role, const QColor& color) { p.setColor(QPalette::All, role, color); };
  set(QPalette::Window, t.window);
  set(QPalette::Base, t.base);
  set(QPalette::AlternateBase, t.alt);
  set(QPalette::Text, t.text);
  set(QPalette::WindowText, t.text);
  set(QPalette::ButtonText, t.text);
  set(QPalette::BrightText, t.onAccent);
  set(QPalette::PlaceholderText, t.text3);
  set(QPalette::Button, t.base);
  set(QPalette::Highlight, t.accent);
  set(QPalette::HighlightedText, t.onAccent);
  set(QPalette::Link, t.accent);
  set(QPalette::LinkVisited, t.accent);
  set(QPalette::Light, t.base);
  set(QPalette::Midlight, t.hover);
  set(QPalette::Mid, t.line);
  set(QPalette::Dark, t.border);
  set(QPalette::Shadow, t.border);
  set(QPalette::ToolTipBase, t.base);
  set(QPalette::ToolTipText, t.text);
  for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText, QPalette::HighlightedText})
    p.setColor(QPalette::Disabled, role, t.text3);
  p.setColor(QPalette::Disabled, QPalette::Base, t.chrome);
  p.setColor(QPalette::Disabled, QPalette::Button, t.chrome);
  return p;
}

}  // namespace

const Theme& Theme::light() {
  static const Theme theme = makeLight();
  return theme;
}
const Theme& Theme::darkOne() {
  static const Theme theme = makeDark();
  return theme;
}
const Theme& Theme::current() { return worn().look.dark ? darkOne() : light(); }
const QColor& Theme::option(int number) const {
  return number >= 1 && number <= 5 ? options[static_cast<std::size_t>(number - 1)] : options[5];
}

OptionShape optionShape(int number) { return number >= 1 && number <= 5 ? static_cast<OptionShape>(number - 1) : OptionShape::ring; }
QString shapeName(int number) {
  switch (optionShape(number)) {
    case OptionShape::circle:
      return QObject::tr("circle");
    case OptionShape::square:
      return QObject::tr("square");
    case OptionShape::triangle:
      return QObject::tr("triangle");
    case OptionShape::pentagon:
      return QObject::tr("pentagon");
    case OptionShape::bar:
      return QObject::tr("bar");
    case OptionShape::ring:
      return QObject::tr("ring");
  }
  return {};
}

QFont typeFont(Type type, bool strong) {
  QFont font = QApplication::font();
  const double base = worn().dressed ? worn().basePoints : (font.pointSizeF() > 0 ? font.pointSizeF() : 10.0);
  double more = 0;
  switch (type) {
    case Type::text:
      break;
    case Type::table:
      more = -0.5;
      break;
    case Type::second:
      more = -1;
      break;
    case Type::section:
      more = 1;
      strong = true;
      break;
    case Type::pageTitle:
      more = 4;
      strong = true;
      break;
    case Type::rank:
      more = 5;
      strong = true;
      break;
    case Type::figure:
      more = 6;
      strong = true;
      break;
    case Type::childsWords:
      more = 2.5;
      break;
  }
  font.setPointSizeF(base * (10.0 + more) / 10.0);
  font.setWeight(strong ? QFont::DemiBold : QFont::Normal);
  return font;
}

void applyLook(QApplication& application, const Look& look) {
  Worn& state = worn();
  if (!state.dressed) {
    state.userFont = QApplication::font();
    if (state.userFont.pointSizeF() <= 0) state.userFont.setPointSizeF(10.0);
    application.setStyle(new Style);
    state.dressed = true;
  }
  state.look = look;
  state.look.textPercent = std::clamp(look.textPercent, 100, 200);
  state.basePoints = state.userFont.pointSizeF() * state.look.textPercent / 100.0;
  const Theme& t = Theme::current();
  QFont font = state.userFont;
  font.setPointSizeF(state.basePoints);
  QApplication::setFont(font);
  QApplication::setFont(typeFont(Type::table), "QAbstractItemView");
  QApplication::setFont(typeFont(Type::second, true), "QHeaderView");
  QApplication::setFont(typeFont(Type::second), "QStatusBar");

  const QPalette palette = paletteOf(t);
  QApplication::setPalette(palette);
  QPalette views = palette;
  for (const auto group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled}) {
    views.setColor(group, QPalette::Highlight, t.sel);
    views.setColor(group, QPalette::HighlightedText, t.text);
  }
  QApplication::setPalette(views, "QAbstractItemView");
  QPalette chrome = palette;
  chrome.setColor(QPalette::All, QPalette::Window, t.chrome);
  QApplication::setPalette(chrome, "QMenuBar");
  QApplication::setPalette(chrome, "QStatusBar");
  QToolTip::setPalette(palette);
  QToolTip::setFont(typeFont(Type::second));
  emit lookWatch().changed();
}

const Look& currentLook() { return worn().look; }

int px(double at10pt) {
  const double base = worn().dressed ? worn().basePoints : 10.0;
  const int grown = static_cast<int>(std::lround(at10pt * base / 10.0));
  return at10pt > 0 ? std::max(1, grown) : grown;
}

int densityPadding() { return currentLook().density == Density::comfortable ? px(6) : 0; }

LookWatch& lookWatch() {
  static LookWatch watch;
  return watch;
}

}  // namespace homeward::ui
