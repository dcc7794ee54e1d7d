#include "exchange/postcodes.h"

#include <optional>
#include <unordered_map>
#include <utility>

#include "exchange/authority_names.h"
#include "exchange/postcode_layout.h"
#include "support/text.h"

namespace homeward::exchange {
namespace {

CsvOptions streaming(const Progress& progress, Encoding encoding = Encoding::byMark) {
  CsvOptions options;
  options.encoding = encoding;
  options.limits = referenceDataLimits();
  options.progress = progress;
  return options;
}

// An outward code such as "ZZ5": it has the shape of one if "5 2AB" style inward parts fit behind it.
std::optional<std::string> standardOutcode(std::string_view text) {
  const std::string plain = uppered(trimmed(text));
  return standardPostcode(plain + "0AA") == plain + " 0AA" ? std::optional(plain) : std::nullopt;
}

// Rows to places, one layout for the whole file.
class Rows {
 public:
  Result<void> row(const CsvRow& row, const PlaceReader& each) {
    if (!m_columns) {
      m_columns = columnsFrom(row.fields);
      if (!m_columns) return unknown();
      m_read.layout = m_columns->layout;
      if (m_columns->header) return {};
    }
    ++m_read.rows;
    Place place;
    return fill(place, row) ? each(place) : Result<void>{};
  }

  [[nodiscard]] Result<void> whole() const {
    if (!m_columns) return unknown();
    if (m_read.rows == 0) return fail(ErrorCode::unreadable, "file", "The file has a header and no postcodes below it.");
    return {};
  }
  [[nodiscard]] const PostcodesRead& read() const { return m_read; }

 private:
  static Result<void> unknown() {
    return fail(ErrorCode::unreadable, "header",
                "This is no list of postcodes that this import knows: the ONS postcode directory, Code-Point Open, centroids of outward "
                "codes, or a list with the columns postcode, easting, northing, lad25cd and utla_code.");
  }

  bool skip(const CsvRow& row, std::string_view column, std::string message) {
    m_read.problems.add({row.line, std::string(column), std::move(message), true});
    return false;
  }

  bool fill(Place& place, const CsvRow& row) {
    if (row.fields.size() != m_columns->width)
      return skip(
          row, {},
          row.fields.size() < m_columns->width ? "The row has fewer columns than the first." : "The row has more columns than the first.");
    const auto field = [&row](std::size_t at) { return trimmed(row.fields[at]); };
    const auto optional = [&](const std::optional<std::size_t>& at) { return at ? field(*at) : std::string_view{}; };
    if (!optional(m_columns->terminated).empty()) {
      ++m_read.terminated;
      return false;
    }
    const bool outward = m_columns->layout == PostcodeLayout::outcodeCentroids;
    auto postcode = outward ? standardOutcode(field(m_columns->postcode)) : standardPostcode(field(m_columns->postcode));
    if (!postcode)
      return skip(row, "postcode", inQuotes(field(m_columns->postcode)) + (outward ? " is not an outward code." : " is not a postcode."));
    const std::string_view east = field(m_columns->east);
    const std::string_view north = field(m_columns->north);
    const bool withoutGrid =
        (!m_columns->withoutGrid.empty() && optional(m_columns->quality) == m_columns->withoutGrid) || (east.empty() && north.empty());
    if (withoutGrid || optional(m_columns->district).starts_with('N')) {
      ++m_read.withoutGrid;
      return false;
    }
    place.point = point(east, north);
    if (!place.point)
      return skip(row, "grid reference", inQuotes(std::string(east) + ", " + std::string(north)) + " is no point of the National Grid.");
    place.postcode = std::move(*postcode);
    place.authority = authority(optional(m_columns->county), optional(m_columns->district));
    if (place.authority.empty()) ++m_read.withoutAuthority;
    ++m_read.placed;
    return true;
  }

  static std::optional<GridPoint> point(std::string_view east, std::string_view north) {
    constexpr std::int64_t eastEnd = 700'000;  // the National Grid is 700 km by 1,300 km
    constexpr std::int64_t northEnd = 1'300'000;
    const auto e = wholeNumber(east);
    const auto n = wholeNumber(north);
    if (!e || !n || *e < 0 || *n < 0 || *e >= eastEnd || *n >= northEnd || (*e == 0 && *n == 0)) return std::nullopt;
    return GridPoint{static_cast<std::int32_t>(*e), static_cast<std::int32_t>(*n)};
  }

  // Most rows share a district with the row before; what the table answers is remembered by district and county.
  const std::string& authority(std::string_view county, std::string_view district) {
    m_key.assign(county).append("|").append(district);
    const auto [at, isNew] = m_authorities.try_emplace(m_key);
    if (isNew) {
      const auto& names = AuthorityNames::england();
      at->second = names.upperTier(district);
      if (at->second.empty()) at->second = names.upperTier(county);  // a district newer than our table
    }
    return at->second;
  }

  std::optional<PostcodeColumns> m_columns;
  PostcodesRead m_read;
  std::string m_key;
  std::unordered_map<std::string, std::string> m_authorities;
};

}  // namespace

struct PostcodeFile::State {
  explicit State(CsvStream csvStream) : stream(std::move(csvStream)) {}
  CsvStream stream;
  Rows rows;
  std::deque<Place> waiting;
  bool atEnd = false;
};

PostcodeFile::PostcodeFile(std::unique_ptr<State> state) : m_state(std::move(state)) {}
PostcodeFile::PostcodeFile(PostcodeFile&&) noexcept = default;
PostcodeFile& PostcodeFile::operator=(PostcodeFile&&) noexcept = default;
PostcodeFile::~PostcodeFile() = default;

Result<PostcodeFile> PostcodeFile::open(const TextFile& file, const Progress& progress) {
  auto stream = CsvStream::open(file.path, streaming(progress, file.encoding));
  if (!stream) return tl::unexpected(stream.error());
  return PostcodeFile(std::make_unique<State>(std::move(*stream)));
}

Result<bool> PostcodeFile::next(Place& place) {
  State& state = *m_state;
  while (state.waiting.empty() && !state.atEnd) {
    const auto keep = [&state](const Place& each) -> Result<void> {
      state.waiting.push_back(each);
      return {};
    };
    const auto more = state.stream.readSome([&](const CsvRow& row) { return state.rows.row(row, keep); });
    if (!more) return tl::unexpected(more.error());
    if (!*more) {
      state.atEnd = true;
      if (auto whole = state.rows.whole(); !whole) return tl::unexpected(whole.error());
    }
  }
  if (state.waiting.empty()) return false;
  place = std::move(state.waiting.front());
  state.waiting.pop_front();
  return true;
}

const PostcodesRead& PostcodeFile::soFar() const { return m_state->rows.read(); }

Result<PostcodesRead> readPostcodes(const TextFile& file, const PlaceReader& each, const Progress& progress) {
  Rows rows;
  const auto done = readCsv(file.path, streaming(progress, file.encoding), [&](const CsvRow& row) { return rows.row(row, each); });
  if (!done) return tl::unexpected(done.error());
  if (auto whole = rows.whole(); !whole) return tl::unexpected(whole.error());
  return rows.read();
}

Result<PostcodesRead> readPostcodesText(std::string_view bytes, const PlaceReader& each, const Progress& progress) {
  Rows rows;
  const auto done = readCsvText(bytes, streaming(progress), [&](const CsvRow& row) { return rows.row(row, each); });
  if (!done) return tl::unexpected(done.error());
  if (auto whole = rows.whole(); !whole) return tl::unexpected(whole.error());
  return rows.read();
}

void AreasFromPostcodes::add(const Place& place) {
  if (!place.point || place.authority.empty() || place.postcode.find(' ') == std::string::npos) return;
  m_cells[place.authority].insert(geography::cellOf(*place.point));
}

std::vector<geography::AuthorityArea> AreasFromPostcodes::areas() const {
  std::vector<geography::AuthorityArea> areas;
  for (const auto& [code, cells] : m_cells) {
    const std::string name = AuthorityNames::england().name(code);
    areas.push_back({code, name.empty() ? code : name, {cells.begin(), cells.end()}});
  }
  return areas;
}

}  // namespace homeward::exchange
