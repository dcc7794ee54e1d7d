// The code sets of the statutory return of looked-after children (SSDA903), each code with the return years in which it is valid.
//
// A return year N runs from 1 April N-1 to 31 March N. Source of the codes: the sets published with the national data model and the
// yearly schema differences; where a code's label was never published the table says so.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/dates.h"

namespace homeward {

struct Code {
  std::string set;              ///< "LS", "CIN", "PLACE", "PLACE_PROVIDER", "RNE", "REC", "REASON_PLACE_CHANGE", "SEX", "ETHNIC", ...
  std::string code;             ///< "C2"
  std::string label;            ///< "Full care order"
  std::optional<int> fromYear;  ///< first return year in which it is valid; none: since the table begins
  std::optional<int> toYear;    ///< last return year in which it is valid; none: still
};

class CodeTable {
 public:
  /// The table of `resources/codes/ssda903.csv`.
  [[nodiscard]] static const CodeTable& ssda903();
  explicit CodeTable(std::vector<Code> codes);

  /// Codes of a set that are valid in a return year, in the order of the table.
  [[nodiscard]] std::vector<const Code*> valid(std::string_view set, int returnYear) const;
  [[nodiscard]] const Code* find(std::string_view set, std::string_view code, int returnYear) const;
  /// The label, whatever the year; the code itself when it is unknown.
  [[nodiscard]] std::string label(std::string_view set, std::string_view code) const;

 private:
  std::vector<Code> m_codes;
};

/// The return year in which a day falls: 1 April 2026 is in 2027.
[[nodiscard]] int returnYear(Date day);

}  // namespace homeward
