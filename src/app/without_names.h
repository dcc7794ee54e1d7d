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
  /// Somebody or something else with a name: who works here, where they live.
  void addName(const std::string& name, const std::string& instead);
  /// A number that is on record, like a referral's.
  void addNumber(const std::string& number);
  /// Names are matched in any letters, whole words and their plurals: what is taken out too often can be seen, what is not cannot. What
  /// looks like a postcode keeps its first half; days with a year, addresses on the net, marks with six digits or more and numbers that
  /// somebody could ring go.
  [[nodiscard]] std::string of(const std::string& words) const;

 private:
  void addName(const std::string& name, const std::string& instead, bool school);
  std::vector<std::pair<std::string, std::string>> m_names;
  std::vector<std::pair<std::string, std::string>> m_texts;  // taken out wherever they stand, whatever their capitals
};

}  // namespace homeward::app
