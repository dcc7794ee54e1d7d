#include "sending/letter_pdf.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QTextCursor>
#include <QTextDocument>

#include "shared/format.h"

namespace homeward::ui {
namespace {

bool isTitle(const QStringList& lines, qsizetype at) {
  const QString& line = lines[at];
  return at > 0 && lines[at - 1].isEmpty() && !line.isEmpty() && !line.startsWith(QStringLiteral("- ")) &&
         !line.endsWith(QLatin1Char('.')) && line.size() < 70;
}

void fill(QTextDocument& document, const QString& title, const QStringList& lines) {
  QTextCursor cursor(&document);
  QTextCharFormat plain;
  plain.setFontPointSize(10.5);
  QTextCharFormat strong = plain;
  strong.setFontWeight(QFont::DemiBold);
  strong.setFontPointSize(12);
  QTextCharFormat head = strong;
  head.setFontPointSize(16);
  cursor.insertText(title, head);
  for (qsizetype i = 0; i < lines.size(); ++i) {
    QTextBlockFormat block;
    block.setTopMargin(isTitle(lines, i) ? 8 : 1);
    QString line = lines[i];
    if (line.startsWith(QStringLiteral("- "))) {
      block.setLeftMargin(14);
      block.setTextIndent(-10);
      line = QStringLiteral("\u2022 ") + line.mid(2);
    } else if (line.startsWith(QStringLiteral("  "))) {
      block.setLeftMargin(14);
      line = line.trimmed();
    }
    if (line.isEmpty()) continue;
    cursor.insertBlock(block, isTitle(lines, i) ? strong : plain);
    cursor.insertText(line, isTitle(lines, i) ? strong : plain);
  }
}

}  // namespace

Result<std::string> letterPdf(const std::string& letter, const QString& title) {
  QBuffer bytes;
  bytes.open(QIODevice::WriteOnly);
  {
    QPdfWriter writer(&bytes);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(20, 18, 20, 18), QPageLayout::Millimeter);
    writer.setResolution(144);
    writer.setTitle(title);
    QTextDocument document;
    document.documentLayout()->setPaintDevice(&writer);
    fill(document, title, q(letter).split(QLatin1Char('\n')));
    const double foot = 28;
    const QSizeF page(writer.width(), writer.height() - foot);
    document.setPageSize(page);
    QPainter painter(&writer);
    if (!painter.isActive()) return fail(ErrorCode::unavailable, "pdf", "The letter could not be printed.");
    const int pages = document.pageCount();
    for (int i = 0; i < pages; ++i) {
      if (i > 0) writer.newPage();
      painter.save();
      painter.translate(0, -i * page.height());
      QAbstractTextDocumentLayout::PaintContext context;
      context.clip = QRectF(0, i * page.height(), page.width(), page.height());
      context.palette.setColor(QPalette::Text, Qt::black);
      document.documentLayout()->draw(&painter, context);
      painter.restore();
      QFont small = painter.font();
      small.setPointSizeF(8);
      painter.setFont(small);
      painter.drawText(QRectF(0, page.height(), page.width(), foot), Qt::AlignRight | Qt::AlignBottom,
                       QObject::tr("%1, page %2 of %3").arg(title).arg(i + 1).arg(pages));
    }
  }
  return bytes.data().toStdString();
}

}  // namespace homeward::ui
