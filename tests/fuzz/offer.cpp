// Any bytes as the answer of a provider, a workbook or JSON: it is read with its reference, or refused with a reason.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "exchange/offer_answer.h"

using namespace homeward;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto answer = exchange::readOfferAnswer({reinterpret_cast<const char*>(data), size});
  if (answer ? answer->reference.empty() : answer.error().detail.empty()) std::abort();
  return 0;
}
