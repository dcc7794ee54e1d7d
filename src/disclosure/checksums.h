// Numbers that tell who somebody is and carry a check of their own, so that a text can be searched for them.
#pragma once

#include <string_view>

namespace homeward::disclosure {

/// NHS number: ten digits, the last a check modulo 11 (weights 10 to 2; a remainder that would need 10 is never issued).
/// Source: NHS Data Dictionary, NHS Number. 943 476 5870 is valid.
[[nodiscard]] bool isNhsNumber(std::string_view digits);
/// Unique pupil number: a check letter and twelve digits, the last of which is a letter in a temporary number; modulo 23, weights 2 to 13.
/// Source: Department for Education, Unique Pupil Numbers guide. B801200005001 is valid.
[[nodiscard]] bool isUpn(std::string_view letters);  ///< small or capital letters
/// National Insurance number: two letters, six digits and a letter A to D; D, F, I, Q, U and V never stand first, O never second, and some
/// pairs are not issued. Source: HMRC manual NIM39110. It has no check digit: the shape is all there is.
[[nodiscard]] bool isNino(std::string_view letters);

}  // namespace homeward::disclosure
