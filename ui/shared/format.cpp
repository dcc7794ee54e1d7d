#include "shared/format.h"

#include <QObject>
#include <cmath>

#include "shared/names.h"
#include "wording/wording.h"

namespace homeward::ui {

QString q(std::string_view text) { return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())); }
std::string utf8(const QString& text) { return text.toStdString(); }

QString moneyText(Money amount) { return q(poundsAndPence(amount)); }
QString wholePoundsText(Money amount) { return q(wholePounds(amount)); }

QString moneyText(const MoneyRange& range) {
  // A whole sum divided by weeks lies within a penny: that is one figure, not an interval.
  if (range.high && *range.high - range.low <= Money{1}) return moneyText(range.low);
  return range.high ? QObject::tr("%1 to %2").arg(moneyText(range.low), moneyText(*range.high))
                    : QObject::tr("%1 or more").arg(moneyText(range.low));
}
QString wholePoundsText(const MoneyRange& range) {
  if (range.high && wholePounds(range.low) == wholePounds(*range.high)) return wholePoundsText(range.low);
  return range.high ? QObject::tr("%1 to %2").arg(wholePoundsText(range.low), wholePoundsText(*range.high))
                    : QObject::tr("%1 or more").arg(wholePoundsText(range.low));
}
QString millionsText(Money amount) {
  const std::int64_t size = amount.pence < 0 ? -amount.pence : amount.pence;
  const std::int64_t tenths = (size + 5'000'000) / 10'000'000;  // of a million pounds, halves up
  return QStringLiteral("%1£%2.%3m")
      .arg(amount.pence < 0 && tenths > 0 ? QStringLiteral("\u2212") : QString())
      .arg(tenths / 10)
      .arg(tenths % 10);
}
QString changeText(Money amount) { return amount.pence > 0 ? QStringLiteral("+") + moneyText(amount) : moneyText(amount); }

QString countText(std::int64_t number) {
  QString digits = QString::number(number < 0 ? -number : number);
  for (qsizetype at = digits.size() - 3; at > 0; at -= 3) digits.insert(at, QLatin1Char(','));
  return number < 0 ? QStringLiteral("\u2212") + digits : digits;
}
QString signedText(std::int64_t number) { return number > 0 ? QStringLiteral("+") + countText(number) : countText(number); }

QString milesText(std::optional<double> miles) {
  return miles ? QObject::tr("%1 miles").arg(QString::number(*miles, 'f', 1)) : QObject::tr("not known");
}
QString dateText(Date day) { return q(longDate(day)); }
QString shortDateText(Date day) { return q(shortDate(day)); }
QString dateText(std::optional<Date> day) { return day ? dateText(*day) : QObject::tr("not known"); }
QString timeText(Instant moment) { return q(clockTime(moment)); }
QString momentText(Instant moment) { return QStringLiteral("%1, %2").arg(dateText(englandDay(moment)), timeText(moment)); }
QString plural(std::int64_t n, const QString& one, const QString& many) {
  return QStringLiteral("%1 %2").arg(countText(n), n == 1 ? one : many);
}
QString sentence(const Fact& fact) { return fact.empty() ? QString() : shown(q(wording::sentence(fact))); }

QDate toQDate(Date day) { return QDate(1970, 1, 1).addDays(dayNumber(day)); }
Date fromQDate(const QDate& day) { return Date{std::chrono::days{QDate(1970, 1, 1).daysTo(day)}}; }

}  // namespace homeward::ui
