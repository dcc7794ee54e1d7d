// Values as Homeward writes them: pounds, miles, days, times. One place, so that a figure reads the same wherever it stands.
//
// Pounds and pence in items and totals, whole pounds in heads (halves up), millions with one decimal place in reports; "4,094 to 4,304"
// for an interval; a true minus sign; "8.9 miles" and "not known", never a stand-in number; "27 November 2026", the year left out where
// the heading gives it.
#pragma once

#include <QDate>
#include <QString>
#include <optional>

#include "domain/dates.h"
#include "domain/fact.h"
#include "domain/money.h"

namespace homeward::ui {

[[nodiscard]] QString q(std::string_view utf8);
[[nodiscard]] std::string utf8(const QString& text);

[[nodiscard]] QString moneyText(Money amount);             ///< "£1,453.14", "−£620.00"
[[nodiscard]] QString wholePoundsText(Money amount);       ///< "£1,453"
[[nodiscard]] QString moneyText(const MoneyRange& range);  ///< "£4,094.08 to £4,304.08", "£4,094.08 or more"; within a penny: one figure
[[nodiscard]] QString wholePoundsText(const MoneyRange& range);                         ///< "£4,094 to £4,304"
[[nodiscard]] QString millionsText(Money amount);                                       ///< "£26.1m"
[[nodiscard]] QString changeText(Money amount);                                         ///< "+£8,725.00", "−£6,318.00", "£0.00"
[[nodiscard]] QString signedText(std::int64_t number);                                  ///< "+80", "−8", "0"
[[nodiscard]] QString milesText(std::optional<double> miles);                           ///< "8.9 miles", "1.0 miles", "not known"
[[nodiscard]] QString dateText(Date day);                                               ///< "27 November 2026"
[[nodiscard]] QString shortDateText(Date day);                                          ///< "27 November"
[[nodiscard]] QString dateText(std::optional<Date> day);                                ///< "not known" for none
[[nodiscard]] QString timeText(Instant moment);                                         ///< "14:20", as the clocks in England show it
[[nodiscard]] QString momentText(Instant moment);                                       ///< "27 November 2026, 14:20"
[[nodiscard]] QString countText(std::int64_t number);                                   ///< "12,304"
[[nodiscard]] QString plural(std::int64_t n, const QString& one, const QString& many);  ///< "1 question", "3 questions"
[[nodiscard]] QString sentence(
    const Fact& fact);  ///< by the catalogue of wording, to be read: names may be hidden; empty for an empty fact

[[nodiscard]] QDate toQDate(Date day);
[[nodiscard]] Date fromQDate(const QDate& day);

}  // namespace homeward::ui
