#include "shared/icons.h"

#include <QAbstractButton>
#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

#include "shared/style.h"
#include "shared/theme.h"

// A static library's resources are linked only when they are asked for by name; outside any namespace, as the macro wants it.
static void loadIcons() { Q_INIT_RESOURCE(icons); }

namespace homeward::ui {
namespace {

QByteArray source(const QString& name) {
  static const bool loaded = (loadIcons(), true);
  static QHash<QString, QByteArray> sources;
  if (!loaded) return {};
  const auto found = sources.constFind(name);
  if (found != sources.constEnd()) return *found;
  QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
  QByteArray text;
  if (file.open(QIODevice::ReadOnly)) text = file.readAll();
  sources.insert(name, text);
  return text;
}

class LineIcon : public QIconEngine {
 public:
  LineIcon(QString name, const QColor& color) : m_name(std::move(name)), m_color(color) {}
  void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
    drawIcon(*painter, rect, m_name, mode == QIcon::Disabled ? Theme::current().text3 : m_color);
  }
  QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
    QPixmap picture(size);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    paint(&painter, QRect(QPoint(), size), mode, state);
    return picture;
  }
  QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, double scale) override {
    QPixmap picture = pixmap(size, mode, state);
    picture.setDevicePixelRatio(scale);
    return picture;
  }
  [[nodiscard]] QIconEngine* clone() const override { return new LineIcon(*this); }

 private:
  QString m_name;
  QColor m_color;
};

QColor inkFor(const QAbstractButton& button) {
  const Theme& t = Theme::current();
  switch (static_cast<ButtonKind>(button.property("kind").toInt())) {
    case ButtonKind::primary:
      return t.onAccent;
    case ButtonKind::outlined:
    case ButtonKind::link:
      return t.accent;
    default:
      return t.text2;
  }
}

}  // namespace

void drawIcon(QPainter& painter, const QRectF& box, const QString& name, const QColor& color) {
  QByteArray text = source(name);
  if (text.isEmpty()) return;
  text.replace("#000000", color.name().toLatin1());
  QSvgRenderer renderer(text);
  const double side = std::min(box.width(), box.height());
  QRectF square(0, 0, side, side);
  square.moveCenter(box.center());
  renderer.render(&painter, square);
}

QIcon icon(const QString& name, const QColor& color) { return source(name).isEmpty() ? QIcon() : QIcon(new LineIcon(name, color)); }

void setIcon(QAbstractButton& button, const QString& name) {
  const auto dress = [&button, name] {
    button.setIcon(icon(name, inkFor(button)));
    button.setIconSize({px(15), px(15)});
  };
  dress();
  QObject::connect(&lookWatch(), &LookWatch::changed, &button, dress);
}

}  // namespace homeward::ui
