// Any bytes as a list of postcodes: every row is accounted for, and what is placed has a point on the grid.
#include "exchange/postcodes.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace homeward;
using namespace homeward::exchange;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  AreasFromPostcodes areas;
  const auto read = readPostcodesText({reinterpret_cast<const char*>(data), size}, [&areas](const Place& place) -> Result<void> {
    if (!place.point || place.postcode.empty() || place.point->east < 0 || place.point->north < 0) std::abort();
    areas.add(place);
    return {};
  });
  if (!read) {
    if (read.error().detail.empty()) std::abort();
    return 0;
  }
  if (read->rows != read->placed + read->terminated + read->withoutGrid + read->problems.skippedRows()) std::abort();
  for (const auto& area : areas.areas())
    if (area.cells.empty() || area.name.empty()) std::abort();
  return 0;
}
