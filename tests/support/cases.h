// How many cases a property test runs: all that its statement promises with `./dev test --full` (HOMEWARD_FULL=1), a twentieth else.
#pragma once

#include <rapidcheck.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "support/catch.h"

namespace homeward::tests {

inline int cases(int full) { return std::getenv("HOMEWARD_FULL") ? full : std::max(std::min(full, 200), full / 20); }

/// Runs a rapidcheck property over so many cases and fails the test with the smallest counterexample that was found.
template <class Property>
void holdsFor(int full, const std::string& what, Property&& property) {
  rc::detail::TestParams params = rc::detail::configuration().testParams;
  params.maxSuccess = cases(full);
  const rc::detail::TestMetadata metadata{what, what};
  const auto result = rc::detail::checkTestable(std::forward<Property>(property), metadata, params);
  if (!result.template is<rc::detail::SuccessResult>()) {
    std::ostringstream out;
    rc::detail::printResultMessage(result, out);
    FAIL(what << ": " << out.str());
  }
  SUCCEED();
}

/// Published reference data, where it stands beside the project; tests that want it skip cleanly where it does not.
inline std::filesystem::path reference(const std::string& file) { return std::filesystem::path(HOMEWARD_REFERENCE_DATA) / file; }
inline bool hasReference(const std::string& file) { return std::filesystem::exists(reference(file)); }

}  // namespace homeward::tests
