// Where postcodes are: published lists of them, read row by row in bounded memory, whatever their layout.
//
// Four layouts are recognised by their first row: the postcode directory of the Office for National Statistics (column names of 2025 and
// before), Ordnance Survey's Code-Point Open (no header), centroids of outward codes, and a plain list (postcode, easting, northing,
// lad25cd, utla_code). A district is led to its upper-tier authority of today. Terminated postcodes, those without a grid reference and
// those of Northern Ireland, whose references are on the Irish Grid, are passed over and counted. Compressed files are not read.
#pragma once

#include <cstdint>
#include <deque>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "domain/enum_text.h"
#include "domain/place.h"
#include "exchange/csv.h"
#include "exchange/problem.h"
#include "geography/geography.h"
#include "support/progress.h"
#include "support/result.h"

namespace homeward::exchange {

enum class PostcodeLayout { onsDirectory, codePointOpen, outcodeCentroids, plainList };
constexpr auto texts(PostcodeLayout) {
  return std::to_array<EnumText<PostcodeLayout>>({{PostcodeLayout::onsDirectory, "onsDirectory"},
                                                  {PostcodeLayout::codePointOpen, "codePointOpen"},
                                                  {PostcodeLayout::outcodeCentroids, "outcodeCentroids"},
                                                  {PostcodeLayout::plainList, "plainList"}});
}

struct PostcodesRead {
  PostcodeLayout layout = PostcodeLayout::plainList;
  std::int64_t rows = 0;  ///< without the header; = placed + terminated + withoutGrid + problems.skippedRows()
  std::int64_t placed = 0;
  std::int64_t terminated = 0;
  std::int64_t withoutGrid = 0;
  std::int64_t withoutAuthority = 0;  ///< of those placed: the upper-tier authority is not known
  RowProblems problems;
};

/// A reader that is asked for one postcode after another.
class PostcodeFile {
 public:
  [[nodiscard]] static Result<PostcodeFile> open(const TextFile& file, const Progress& progress = {});
  /// Fills `place` (a postcode in standard form, or an outward code alone; always a point) and answers true; false at the end.
  [[nodiscard]] Result<bool> next(Place& place);
  [[nodiscard]] const PostcodesRead& soFar() const;
  PostcodeFile(PostcodeFile&&) noexcept;
  PostcodeFile& operator=(PostcodeFile&&) noexcept;
  PostcodeFile(const PostcodeFile&) = delete;
  PostcodeFile& operator=(const PostcodeFile&) = delete;
  ~PostcodeFile();

 private:
  struct State;
  explicit PostcodeFile(std::unique_ptr<State> state);
  std::unique_ptr<State> m_state;
};

/// The same with each postcode handed on; its error ends the reading and is handed on.
using PlaceReader = std::function<Result<void>(const Place&)>;
[[nodiscard]] Result<PostcodesRead> readPostcodes(const TextFile& file, const PlaceReader& each, const Progress& progress = {});
[[nodiscard]] Result<PostcodesRead> readPostcodesText(std::string_view bytes, const PlaceReader& each, const Progress& progress = {});

/// The areas of authorities, gathered from postcodes as they pass: the cells that hold at least one of an authority's. An outward code
/// is no postcode and adds nothing.
class AreasFromPostcodes {
 public:
  void add(const Place& place);
  /// By code; cells in order; names from England's table, elsewhere the code.
  [[nodiscard]] std::vector<geography::AuthorityArea> areas() const;

 private:
  std::map<std::string, std::set<GridPoint>, std::less<>> m_cells;
};

}  // namespace homeward::exchange
