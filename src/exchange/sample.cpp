#include "exchange/sample.h"

#include <algorithm>
#include <utility>

#include "exchange/csv.h"
#include "exchange/ofsted_columns.h"
#include "exchange/postcode_layout.h"
#include "support/text.h"

namespace homeward::exchange {
namespace {

constexpr std::size_t rowsLookedAt = 20;  // a published list has some lines above its header
constexpr std::size_t rowsShown = 3;

using Rows = std::vector<std::vector<std::string>>;

std::vector<SampleColumn> named(const std::vector<std::string>& header) {
  std::vector<SampleColumn> columns;
  columns.reserve(header.size());
  for (const std::string& name : header) columns.push_back({collapsed(name), {}});
  return columns;
}

void takeRows(FileSample& sample, const Rows& rows, std::size_t from) {
  for (std::size_t i = from; i < rows.size() && sample.rows.size() < rowsShown; ++i) sample.rows.push_back(rows[i]);
}

bool asOfsted(FileSample& sample, const Rows& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto header = ofsted::Header::likely(rows[i]);
    if (!header) continue;
    sample.kind = SourceKind::ofsted;
    sample.layout = "ofstedList";
    sample.columns = named(rows[i]);
    for (std::size_t column = 0; column < ofsted::columnCount; ++column)
      if (const auto at = header->at(static_cast<ofsted::Column>(column)))
        sample.columns[*at].use = ofsted::use(static_cast<ofsted::Column>(column));
    takeRows(sample, rows, i + 1);
    return true;
  }
  return false;
}

bool asPostcodes(FileSample& sample, const Rows& rows) {
  const auto found = columnsFrom(rows.front());
  if (!found) return false;
  sample.kind = SourceKind::postcodes;
  sample.layout = text(found->layout);
  sample.columns = found->header ? named(rows.front()) : std::vector<SampleColumn>(rows.front().size());
  const auto use = [&sample](const std::optional<std::size_t>& at, const char* as) {
    if (at && *at < sample.columns.size()) sample.columns[*at].use = as;
  };
  use(found->postcode, found->layout == PostcodeLayout::outcodeCentroids ? "outcode" : "postcode");
  use(found->east, "easting");
  use(found->north, "northing");
  use(found->district, "district");
  use(found->county, "county");
  use(found->quality, "gridQuality");
  use(found->terminated, "terminated");
  takeRows(sample, rows, found->header ? 1 : 0);
  return true;
}

FileSample recognised(const Rows& rows, char delimiter) {
  FileSample sample;
  sample.delimiter = delimiter;
  if (rows.empty() || asPostcodes(sample, rows) || asOfsted(sample, rows)) return sample;
  sample.columns = named(rows.front());
  takeRows(sample, rows, 1);
  return sample;
}

// Reading ends when there are rows enough: the rest of the file may be of any length.
class FirstRows {
 public:
  [[nodiscard]] bool enough() const { return m_rows.size() >= rowsLookedAt; }
  Result<void> take(const CsvRow& row) {
    if (!enough()) m_rows.emplace_back(row.fields.begin(), row.fields.end());
    return {};
  }
  [[nodiscard]] const Rows& rows() const { return m_rows; }

 private:
  Rows m_rows;
};

CsvOptions streaming(Encoding encoding) {
  CsvOptions options;
  options.encoding = encoding;
  options.limits = referenceDataLimits();
  return options;
}

}  // namespace

Result<FileSample> sampleOf(const TextFile& file) {
  auto stream = CsvStream::open(file.path, streaming(file.encoding));
  if (!stream) return tl::unexpected(stream.error());
  FirstRows first;
  while (!first.enough()) {
    const auto more = stream->readSome([&first](const CsvRow& row) { return first.take(row); });
    if (!more) return tl::unexpected(more.error());
    if (!*more) break;
  }
  return recognised(first.rows(), stream->soFar().delimiter);
}

Result<FileSample> sampleOfText(std::string_view bytes) {
  FirstRows first;
  const auto read = readCsvText(bytes, streaming(Encoding::byMark), [&first](const CsvRow& row) { return first.take(row); });
  if (!read) return tl::unexpected(read.error());
  return recognised(first.rows(), read->delimiter);
}

}  // namespace homeward::exchange
