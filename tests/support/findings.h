// What a check found, as tests compare it: the fields that break a rule, in the order in which they are told.
#pragma once

#include <string>
#include <vector>

#include "domain/child.h"

namespace homeward::tests {

inline std::vector<std::string> fieldsOf(const std::vector<Finding>& findings) {
  std::vector<std::string> all;
  for (const Finding& finding : findings) all.push_back(finding.field);
  return all;
}

template <class... Names>
std::vector<std::string> fields(Names... names) {
  return {names...};
}

}  // namespace homeward::tests
