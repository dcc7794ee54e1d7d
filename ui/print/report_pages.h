// A report on paper: A4 landscape, its tables with heads repeated on every page they run over, and on each page what it is, when it was
// counted, by whom, over which filters, its number of all pages, and, for demo data, that everything in it is invented.
//
// Paper is for reading: the lines behind the figures stand in the spreadsheets, and here only as an appendix that was asked for.
// The same pages go to the preview, the printer and the PDF. Nothing is cut off: what is too long for its column is wrapped. Needs fonts
// (a QGuiApplication), no display.
#pragma once

#include <QPagedPaintDevice>
#include <QString>

#include "reports/report.h"
#include "support/result.h"

class QWidget;

namespace homeward::ui {

enum class Appendix { leftOut, printed };
/// Paints all pages; answers how many. The device is set to A4 landscape before its first page.
int printReport(const reports::Report& report, QPagedPaintDevice& device, Appendix appendix = Appendix::leftOut);
/// The file is there whole or not at all. Its properties hold the report's title and nothing personal.
[[nodiscard]] Result<int> writeReportPdf(const reports::Report& report, const QString& path, Appendix appendix = Appendix::leftOut);
/// The usual print preview, from which it can be printed.
void previewReport(const reports::Report& report, QWidget* parent);

}  // namespace homeward::ui
