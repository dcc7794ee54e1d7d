// Words from which names, schools, numbers, postcodes and days of birth have been taken out: "[the child] goes to [the school]".
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "domain/child.h"

namespace homeward::app {

class WithoutNames {
 public:
  /// Everything on record that tells who this child is; each word of a name counts by itself.
  void addChild(const Child& child, const std::string& called);
  /// A number that is on record, like a referral's.
  void addNumber(const std::string& number);
  /// Names are matched as they are written or in capitals, whole words only; what looks like a postcode keeps its first half, and a
  /// number of seven digits or more is one that somebody could ring.
  [[nodiscard]] std::string of(const std::string& words) const;

 private:
  void addName(const std::string& name, const std::string& instead, bool school);
  std::vector<std::pair<std::string, std::string>> m_names;
  std::vector<std::pair<std::string, std::string>> m_texts;  // taken out wherever they stand, whatever their capitals
};

}  // namespace homeward::app
