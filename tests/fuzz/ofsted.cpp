// Any bytes as Ofsted's provider list: either refused with a sentence, or every row is accounted for.
#include "exchange/ofsted.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace homeward;
using namespace homeward::exchange;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  OfstedOptions options;
  options.responsibleCode = "E10000017";
  const auto import = readOfstedText({reinterpret_cast<const char*>(data), size}, options);
  if (!import) {
    if (import.error().detail.empty()) std::abort();
    return 0;
  }
  std::int64_t used = import->problems.skippedRows();
  for (const auto& count : import->counts) used += count.settings + count.toAsk + count.leftOut;
  if (used != import->rows) std::abort();
  for (const auto& each : import->settings)
    if (each.provider >= import->providers.size() || each.setting.name.empty() || !each.setting.registration) std::abort();
  return 0;
}
