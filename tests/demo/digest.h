// Every value of a demo case as text, and a digest of it: two cases are the same when their digests are.
#pragma once

#include <cstdint>
#include <string>

#include "demo/demo_case.h"

namespace homeward::demo::tests {

[[nodiscard]] std::uint64_t digest(const DemoCase& demo);

}  // namespace homeward::demo::tests
