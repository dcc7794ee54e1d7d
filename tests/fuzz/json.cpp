// Any bytes as JSON: what the guard lets through can be copied, written and read again.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "exchange/json_guard.h"

using namespace homeward;
using namespace homeward::exchange;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto value = guardedJson({reinterpret_cast<const char*>(data), size});
  if (!value) {
    if (value.error().detail.empty()) std::abort();
    return 0;
  }
  const nlohmann::json copy = *value;
  const auto again = guardedJson(copy.dump());
  if (!again || *again != *value) std::abort();
  return 0;
}
