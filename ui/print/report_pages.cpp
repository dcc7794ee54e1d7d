#include "print/report_pages.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QPrintPreviewDialog>
#include <QPrinter>
#include <QSaveFile>
#include <algorithm>
#include <functional>
#include <numeric>

#include "print/cell_text.h"
#include "shared/format.h"
#include "shared/theme.h"

namespace homeward::ui {
namespace {

using reports::Report;
using reports::Table;

QString words(const char* text) { return QCoreApplication::translate("Report", text); }

/// Lays a report out on pages first, because each page says how many there are, and paints it then.
class Pages {
 public:
  Pages(const Report& report, QPagedPaintDevice& device, Appendix appendix)
      : m_report(report), m_device(device), m_appendix(appendix), m_unit(device.logicalDpiY() / 72.0) {
    m_width = device.width();
    m_height = device.height();
    layOut();
  }

  [[nodiscard]] int count() const { return static_cast<int>(m_pages.size()); }

  void paint() {
    QPainter painter(&m_device);
    painter.setRenderHint(QPainter::Antialiasing);
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
      if (i > 0) m_device.newPage();
      frame(painter, static_cast<int>(i) + 1);
      for (const auto& item : m_pages[i]) item(painter);
    }
  }

 private:
  using Item = std::function<void(QPainter&)>;

  [[nodiscard]] double pt(double points) const { return points * m_unit; }
  [[nodiscard]] QFont font(double points, bool strong = false) const {
    QFont font = QGuiApplication::font();
    font.setPointSizeF(points);
    if (strong) font.setWeight(QFont::DemiBold);
    return font;
  }
  [[nodiscard]] double textHeight(const QString& text, const QFont& font, double width) const {
    const QFontMetricsF metrics(font, &m_device);
    return metrics.boundingRect(QRectF(0, 0, width, 1e6), Qt::TextWordWrap | Qt::AlignLeft, text).height();
  }
  [[nodiscard]] double bannerHeight() const { return m_report.fictional ? pt(18) : 0.0; }
  [[nodiscard]] double top() const { return bannerHeight() + pt(m_pages.size() <= 1 ? 46 : 28); }
  [[nodiscard]] double bottom() const { return m_height - pt(24); }

  void newPage() {
    m_pages.emplace_back();
    m_y = top();
  }
  void put(Item item) { m_pages.back().push_back(std::move(item)); }
  void text(const QRectF& box, const QString& what, const QFont& font, const QColor& ink, Qt::Alignment side = Qt::AlignLeft) {
    put([=](QPainter& painter) {
      painter.setFont(font);
      painter.setPen(ink);
      painter.drawText(box, static_cast<int>(side | Qt::AlignTop) | Qt::TextWordWrap, what);
    });
  }

  void layOut() {
    newPage();
    for (const auto& table : m_report.tables)
      if (!table.appendix) lay(table);
    if (!m_report.howCounted.empty()) paragraph(words("How it was counted"), q(m_report.howCounted));
    for (const auto& table : m_report.tables) {
      if (!table.appendix) continue;
      if (m_appendix == Appendix::printed) {
        newPage();
        lay(table);
      } else {
        const auto lines = plural(static_cast<std::int64_t>(table.rows.size()), words("line"), words("lines"));
        paragraph(q(table.title), words("%1, in the spreadsheet of this report (XLSX or CSV).").arg(lines));
      }
    }
  }

  void paragraph(const QString& title, const QString& body) {
    const auto strong = font(10, true);
    const auto plain = font(9);
    const double height = textHeight(body, plain, m_width) + pt(16);
    if (m_y + height > bottom()) newPage();
    text(QRectF(0, m_y, m_width, pt(16)), title, strong, m_theme.text);
    text(QRectF(0, m_y + pt(15), m_width, height), body, plain, m_theme.text2);
    m_y += height + pt(12);
  }

  /// The width at which those that want more stop, so that all together fit the room: short columns are left as they are.
  [[nodiscard]] static double fairCap(std::vector<double> wanted, double room) {
    std::sort(wanted.begin(), wanted.end());
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      const double share = room / static_cast<double>(wanted.size() - i);
      if (wanted[i] > share) return share;
      room -= wanted[i];
    }
    return wanted.empty() ? room : wanted.back();
  }

  /// Each column as wide as its longest cell wants; when that is too much, columns of words give way and wrap.
  [[nodiscard]] std::vector<double> widths(const Table& table) const {
    const QFontMetricsF plain(font(8.5), &m_device);
    const QFontMetricsF strong(font(8.5, true), &m_device);
    std::vector<double> wanted(table.columns.size(), 0.0);
    for (std::size_t c = 0; c < wanted.size(); ++c) {
      wanted[c] = strong.horizontalAdvance(q(table.columns[c].title));
      for (const auto& row : table.rows)
        if (c < row.size()) wanted[c] = std::max(wanted[c], plain.horizontalAdvance(cellText(row[c], table.columns[c].kind)));
      if (c < table.totals.size()) wanted[c] = std::max(wanted[c], strong.horizontalAdvance(totalText(table, c)));
      wanted[c] += pt(12);
    }
    const double sum = std::accumulate(wanted.begin(), wanted.end(), 0.0);
    if (sum <= m_width) return wanted;
    double figures = 0.0;
    std::vector<double> wordy;
    for (std::size_t c = 0; c < wanted.size(); ++c)
      if (standsRight(table.columns[c].kind))
        figures += wanted[c];
      else
        wordy.push_back(wanted[c]);
    const double room = std::max(m_width - figures, m_width * 0.3);
    const double cap = fairCap(wordy, room);
    double total = 0.0;
    for (std::size_t c = 0; c < wanted.size(); ++c) {
      if (!standsRight(table.columns[c].kind)) wanted[c] = std::min(wanted[c], cap);
      total += wanted[c];
    }
    if (total > m_width)
      for (auto& one : wanted) one *= m_width / total;
    return wanted;
  }

  /// A total that does not exist (of words, of an average) stays blank: "none" would be read as nought.
  [[nodiscard]] static QString totalText(const Table& table, std::size_t column) {
    const auto& cell = table.totals[column];
    return std::holds_alternative<std::monostate>(cell) ? QString() : cellText(cell, table.columns[column].kind);
  }

  void line(const std::vector<QString>& cells, const Table& table, const std::vector<double>& widths, bool strong, const QColor& ground) {
    const auto face = font(8.5, strong);
    const double height = lineHeight(cells, widths, face);
    if (ground.isValid()) {
      const QRectF box(0, m_y, m_width, height);
      put([box, ground](QPainter& painter) { painter.fillRect(box, ground); });
    }
    double x = 0.0;
    for (std::size_t c = 0; c < cells.size(); ++c) {
      const QRectF box(x + pt(4), m_y + pt(3), widths[c] - pt(8), height);
      text(box, cells[c], face, m_theme.text, standsRight(table.columns[c].kind) ? Qt::AlignRight : Qt::AlignLeft);
      x += widths[c];
    }
    m_y += height;
    const double y = m_y;
    const double width = x;
    const QColor ink = m_theme.line;
    put([=, this](QPainter& painter) {
      painter.setPen(QPen(ink, pt(0.5)));
      painter.drawLine(QPointF(0, y), QPointF(std::max(width, m_width), y));
    });
  }
  [[nodiscard]] double lineHeight(const std::vector<QString>& cells, const std::vector<double>& widths, const QFont& face) const {
    double height = 0.0;
    for (std::size_t c = 0; c < cells.size(); ++c) height = std::max(height, textHeight(cells[c], face, widths[c] - pt(8)));
    return height + pt(6);
  }

  void lay(const Table& table) {
    const auto width = widths(table);
    std::vector<QString> head;
    for (const auto& column : table.columns) head.push_back(q(column.title));
    const double headHeight = lineHeight(head, width, font(8.5, true));
    // A title never stands alone at the foot of a page: it wants its head and two rows with it.
    if (m_y + pt(18) + headHeight + pt(36) > bottom()) newPage();
    text(QRectF(0, m_y, m_width, pt(18)), q(table.title), font(11, true), m_theme.text);
    m_y += pt(18);
    line(head, table, width, true, m_theme.alt);
    const auto row = [&](const std::vector<QString>& cells, bool strong, const QColor& ground) {
      if (m_y + lineHeight(cells, width, font(8.5, strong)) > bottom()) {
        newPage();
        text(QRectF(0, m_y, m_width, pt(18)), words("%1, continued").arg(q(table.title)), font(10, true), m_theme.text2);
        m_y += pt(16);
        line(head, table, width, true, m_theme.alt);
      }
      line(cells, table, width, strong, ground);
    };
    for (const auto& cells : table.rows) {
      std::vector<QString> shown;
      for (std::size_t c = 0; c < table.columns.size() && c < cells.size(); ++c) shown.push_back(cellText(cells[c], table.columns[c].kind));
      row(shown, false, QColor());
    }
    if (table.rows.empty()) {
      text(QRectF(pt(4), m_y + pt(3), m_width, pt(14)), words("Nothing to list."), font(8.5), m_theme.text2);
      m_y += pt(18);
    }
    if (!table.totals.empty()) {
      std::vector<QString> shown;
      for (std::size_t c = 0; c < table.columns.size(); ++c) shown.push_back(totalText(table, c));
      row(shown, true, m_theme.alt);
    }
    if (!table.note.empty()) {
      const auto note = q(table.note);
      const double height = textHeight(note, font(8), m_width);
      if (m_y + height > bottom()) newPage();
      text(QRectF(0, m_y + pt(3), m_width, height + pt(3)), note, font(8), m_theme.text2);
      m_y += height + pt(3);
    }
    m_y += pt(16);
  }

  /// What stands on every page: the banner of demo data, the title, and the line at the foot.
  void frame(QPainter& painter, int number) const {
    double y = 0.0;
    if (m_report.fictional) {
      const QRectF banner(0, 0, m_width, pt(14));
      painter.fillRect(banner, m_theme.demo);
      painter.setPen(m_theme.demoText);
      painter.setFont(font(8, true));
      painter.drawText(banner.adjusted(pt(6), 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                       words("Fictional demo data: every child, carer, provider, place and figure in this report is invented."));
      y = bannerHeight();
    }
    const auto title = q(m_report.title);
    const auto period = q(m_report.period);
    painter.setPen(m_theme.text);
    if (number == 1) {
      painter.setFont(font(16, true));
      painter.drawText(QRectF(0, y, m_width, pt(22)), Qt::AlignLeft | Qt::AlignTop, title);
      painter.setFont(font(10));
      painter.setPen(m_theme.text2);
      painter.drawText(QRectF(0, y + pt(22), m_width, pt(16)), Qt::AlignLeft | Qt::AlignTop, period);
    } else {
      painter.setFont(font(9, true));
      painter.drawText(QRectF(0, y, m_width, pt(16)), Qt::AlignLeft | Qt::AlignTop, title + QStringLiteral(" · ") + period);
    }
    painter.setPen(QPen(m_theme.line, pt(0.5)));
    painter.drawLine(QPointF(0, m_height - pt(16)), QPointF(m_width, m_height - pt(16)));
    painter.setFont(font(8));
    painter.setPen(m_theme.text2);
    QStringList parts{asAtText(m_report.asAt)};
    if (!m_report.author.empty()) parts << words("by %1").arg(q(m_report.author));
    if (!m_report.filters.empty()) parts << q(m_report.filters);
    const QRectF foot(0, m_height - pt(13), m_width, pt(12));
    painter.drawText(foot, Qt::AlignLeft | Qt::AlignTop, parts.join(QStringLiteral(" · ")));
    painter.drawText(foot, Qt::AlignRight | Qt::AlignTop, words("Page %1 of %2").arg(number).arg(count()));
  }

  const Report& m_report;
  QPagedPaintDevice& m_device;
  Appendix m_appendix;
  const Theme& m_theme = Theme::light();  // paper is white
  double m_unit;
  double m_width = 0.0;
  double m_height = 0.0;
  double m_y = 0.0;
  std::vector<std::vector<Item>> m_pages;
};

}  // namespace

int printReport(const reports::Report& report, QPagedPaintDevice& device, Appendix appendix) {
  device.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Landscape, QMarginsF(14, 12, 14, 12), QPageLayout::Millimeter));
  Pages pages(report, device, appendix);
  pages.paint();
  return pages.count();
}

Result<int> writeReportPdf(const reports::Report& report, const QString& path, Appendix appendix) {
  QSaveFile file(path);
  if (!file.open(QIODevice::WriteOnly)) return fail(ErrorCode::unavailable, path.toStdString(), file.errorString().toStdString());
  int pages = 0;
  {
    QPdfWriter writer(&file);
    writer.setTitle(q(report.title));
    writer.setCreator(QStringLiteral("Homeward"));
    writer.setResolution(600);
    pages = printReport(report, writer, appendix);
  }
  if (!file.commit()) return fail(ErrorCode::unavailable, path.toStdString(), file.errorString().toStdString());
  return pages;
}

void previewReport(const reports::Report& report, QWidget* parent) {
  QPrinter printer(QPrinter::HighResolution);
  printer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Landscape, QMarginsF(14, 12, 14, 12), QPageLayout::Millimeter));
  printer.setDocName(q(report.title));
  QPrintPreviewDialog dialog(&printer, parent);
  dialog.setWindowTitle(words("Preview: %1").arg(q(report.title)));
  dialog.resize(1100, 800);
  QObject::connect(&dialog, &QPrintPreviewDialog::paintRequested, &dialog, [&report](QPrinter* to) { printReport(report, *to); });
  dialog.exec();
}

}  // namespace homeward::ui
