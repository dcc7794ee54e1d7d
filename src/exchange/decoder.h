// Bytes of a text file, as they come, to UTF-8: the part of reading that knows byte-order marks and what is no text at all.
#pragma once

#include <string>
#include <string_view>

#include "exchange/csv.h"
#include "support/result.h"

namespace homeward::exchange {

class Decoder {
 public:
  explicit Decoder(Encoding encoding) : m_encoding(encoding) {}
  /// The next piece of the file as text; characters that a piece cuts in two wait for the next one.
  [[nodiscard]] Result<std::string> next(std::string_view bytes);
  /// Refused when the file ends inside a character.
  [[nodiscard]] Result<void> end() const;

 private:
  enum class Form { notYetKnown, utf8, utf16Little, utf16Big, windows1252 };
  [[nodiscard]] Result<void> recognise(std::string& bytes);
  [[nodiscard]] std::string fromUnits(std::string& bytes);
  Encoding m_encoding;
  Form m_form = Form::notYetKnown;
  std::string m_waiting;
};

/// The delimiter that cuts the first rows of this text most evenly; a comma when none occurs.
[[nodiscard]] char delimiterOf(std::string_view text);

}  // namespace homeward::exchange
