#include "print/cell_text.h"

#include <QCoreApplication>

#include "shared/format.h"

namespace homeward::ui {
namespace {

QString withTrueMinus(QString text) { return text.replace(QLatin1Char('-'), QChar(0x2212)); }

struct CellWords {
  reports::ColumnKind kind;
  QString operator()(std::monostate) const { return QCoreApplication::translate("Report", "none"); }
  QString operator()(const std::string& words) const { return q(words); }
  QString operator()(std::int64_t number) const {
    if (kind == reports::ColumnKind::percent)
      return withTrueMinus(QString::number(static_cast<double>(number) / 100.0, 'f', 1)) + QLatin1Char('%');
    return countText(number);
  }
  QString operator()(Money amount) const { return moneyText(amount); }
  QString operator()(Date day) const { return dateText(day); }
  QString operator()(double number) const {
    const auto text = withTrueMinus(QString::number(number, 'f', 1));
    return kind == reports::ColumnKind::percent ? text + QLatin1Char('%') : text;
  }
};

struct CellFigure {
  std::optional<double> operator()(std::monostate) const { return std::nullopt; }
  std::optional<double> operator()(const std::string&) const { return std::nullopt; }
  std::optional<double> operator()(std::int64_t number) const { return static_cast<double>(number); }
  std::optional<double> operator()(Money amount) const { return static_cast<double>(amount.pence); }
  std::optional<double> operator()(Date day) const { return static_cast<double>(dayNumber(day)); }
  std::optional<double> operator()(double number) const { return number; }
};

}  // namespace

QString cellText(const reports::Cell& cell, reports::ColumnKind kind) { return std::visit(CellWords{kind}, cell); }

bool standsRight(reports::ColumnKind kind) { return kind != reports::ColumnKind::words && kind != reports::ColumnKind::day; }

std::optional<double> cellNumber(const reports::Cell& cell) { return std::visit(CellFigure{}, cell); }

QString asAtText(Instant moment) { return QCoreApplication::translate("Report", "as at %1").arg(momentText(moment)); }

}  // namespace homeward::ui
