#include "exchange/csv.h"

#include <csv.h>

#include <algorithm>
#include <fstream>
#include <limits>
#include <optional>
#include <vector>

#include "exchange/decoder.h"
#include "support/text.h"

namespace homeward::exchange {
namespace {

constexpr std::size_t pieceBytes = std::size_t{64} * 1024;

std::string onLine(std::int64_t line) { return "line " + std::to_string(line); }

// One reading: libcsv calls back into it for each field and each row. libcsv does not count lines, so it is fed line by line.
class Reading {
 public:
  explicit Reading(const CsvOptions& options) : m_options(options), m_decoder(options.encoding) { csv_init(&m_parser, 0); }
  ~Reading() { csv_free(&m_parser); }
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;
  Reading(Reading&&) = delete;
  Reading& operator=(Reading&&) = delete;

  bool piece(std::string_view bytes, const RowReader& row) {
    m_row = &row;
    m_bytes += static_cast<std::int64_t>(bytes.size());
    if (m_bytes > m_options.limits.bytes)
      return stop(ErrorCode::tooLarge, "file", "The file is larger than " + std::to_string(m_options.limits.bytes / 1'000'000) + " MB.");
    auto text = m_decoder.next(bytes);
    if (!text) return stop(text.error());
    return m_begun ? parse(*text) : begin(*text);
  }

  bool finish(const RowReader& row) {
    m_row = &row;
    if (!m_begun && !start()) return false;
    if (auto whole = m_decoder.end(); !whole) return stop(whole.error());
    if (insideQuotes())
      return stop(ErrorCode::unreadable, onLine(m_rowLine),
                  "The file ends inside quotation marks that were opened in the row of line " + std::to_string(m_rowLine) +
                      ": it is cut off, or a quotation mark is missing.");
    csv_fini(&m_parser, &Reading::fieldEnded, &Reading::rowEnded, this);
    return !m_error;
  }

  [[nodiscard]] const std::optional<Error>& error() const { return m_error; }
  [[nodiscard]] CsvRead answer() const { return {m_rows, m_delimiter}; }

 private:
  // The delimiter is found from the first piece that is not empty after its byte-order mark.
  bool begin(const std::string& text) {
    m_head += text;
    return m_head.size() < pieceBytes || start();
  }

  bool start() {
    m_begun = true;
    m_delimiter = m_options.delimiter != '\0' ? m_options.delimiter : delimiterOf(m_head);
    csv_set_delim(&m_parser, static_cast<unsigned char>(m_delimiter));
    const std::string head = std::move(m_head);
    m_head.clear();
    return parse(head);
  }

  [[nodiscard]] bool betweenRows() const { return m_parser.pstate == 0; }
  [[nodiscard]] bool insideQuotes() const { return m_parser.quoted != 0 && m_parser.pstate == 2; }

  bool parse(std::string_view text) {
    m_ascii = std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }) && m_asciiWaiting;
    while (!text.empty()) {
      if (betweenRows()) m_rowLine = m_line;
      const auto end = text.find('\n');
      const auto line = text.substr(0, end == std::string_view::npos ? end : end + 1);
      csv_parse(&m_parser, line.data(), line.size(), &Reading::fieldEnded, &Reading::rowEnded, this);
      if (m_error) return false;
      if (csv_error(&m_parser) != CSV_SUCCESS) return stop(ErrorCode::unreadable, onLine(m_rowLine), csv_strerror(csv_error(&m_parser)));
      if (m_parser.entry_pos > m_options.limits.fieldBytes) return tooLong();
      if (end != std::string_view::npos) ++m_line;
      text.remove_prefix(line.size());
    }
    m_asciiWaiting = m_ascii || betweenRows();
    return true;
  }

  bool tooLong() {
    return stop(ErrorCode::tooLarge, onLine(m_rowLine),
                "A field in the row of line " + std::to_string(m_rowLine) + " is longer than " +
                    std::to_string(m_options.limits.fieldBytes / 1024) + " KiB: a quotation mark may be missing before it.");
  }

  bool stop(Error error) {
    if (!m_error) m_error = std::move(error);
    return false;
  }
  bool stop(ErrorCode code, std::string subject, std::string detail) { return stop(Error{code, std::move(subject), std::move(detail)}); }

  static void fieldEnded(void* bytes, std::size_t size, void* self) {
    static_cast<Reading*>(self)->field({static_cast<const char*>(bytes), size});
  }
  static void rowEnded(int, void* self) { static_cast<Reading*>(self)->row(); }

  void field(std::string_view bytes) {
    if (m_error) return;
    if (bytes.size() > m_options.limits.fieldBytes) {
      tooLong();
      return;
    }
    if (m_count == m_options.limits.columns) {
      stop(ErrorCode::tooLarge, onLine(m_rowLine),
           "The row of line " + std::to_string(m_rowLine) + " has more than " + std::to_string(m_options.limits.columns) + " columns.");
      return;
    }
    if (!m_ascii && !isUtf8(bytes)) {
      stop(ErrorCode::unreadable, onLine(m_rowLine),
           "The row of line " + std::to_string(m_rowLine) +
               " is not UTF-8 text. If an older program wrote the file, choose Windows-1252 as its encoding.");
      return;
    }
    if (m_count == m_fields.size()) m_fields.emplace_back();
    m_fields[m_count++].assign(bytes);
  }

  void row() {
    if (m_error) return;
    if (m_rows == m_options.limits.rows) {
      stop(ErrorCode::tooLarge, onLine(m_rowLine), "The file has more than " + std::to_string(m_options.limits.rows) + " rows.");
      return;
    }
    ++m_rows;
    auto read = (*m_row)({m_rowLine, std::span(m_fields).first(m_count)});
    m_count = 0;
    if (!read) stop(read.error());
    m_rowLine = m_line;  // of old Mac files, whose rows end with CR alone
  }

  CsvOptions m_options;
  const RowReader* m_row = nullptr;  // of the piece being parsed
  Decoder m_decoder;
  csv_parser m_parser{};
  std::vector<std::string> m_fields;  // reused: only the first m_count are of this row
  std::size_t m_count = 0;
  std::string m_head;
  std::optional<Error> m_error;
  std::int64_t m_bytes = 0;
  std::int64_t m_rows = 0;
  std::int64_t m_line = 1;
  std::int64_t m_rowLine = 1;
  char m_delimiter = ',';
  bool m_begun = false;
  bool m_ascii = true;  // all that is parsed now, and what libcsv still holds of it, needs no check
  bool m_asciiWaiting = true;
};

Result<CsvRead> outcome(const Reading& reading, const std::string& name) {
  if (!reading.error()) return reading.answer();
  Error error = *reading.error();
  if (error.subject == "file") error.subject = name;
  return tl::unexpected(std::move(error));
}

}  // namespace

CsvLimits referenceDataLimits() {
  CsvLimits limits;
  limits.rows = std::numeric_limits<std::int64_t>::max();
  limits.bytes = std::numeric_limits<std::int64_t>::max();
  return limits;
}

struct CsvStream::State {
  State(std::string fileName, const CsvOptions& csvOptions) : name(std::move(fileName)), options(csvOptions), reading(csvOptions) {}
  std::string name;
  CsvOptions options;
  Reading reading;
  std::ifstream in;
  std::string piece = std::string(pieceBytes, '\0');
  std::int64_t done = 0;
  std::int64_t total = 0;
};

CsvStream::CsvStream(std::unique_ptr<State> state) : m_state(std::move(state)) {}
CsvStream::CsvStream(CsvStream&&) noexcept = default;
CsvStream& CsvStream::operator=(CsvStream&&) noexcept = default;
CsvStream::~CsvStream() = default;

Result<CsvStream> CsvStream::open(const std::filesystem::path& file, const CsvOptions& options) {
  const std::string name = file.filename().string();
  std::error_code problem;
  if (!std::filesystem::exists(file, problem)) return fail(ErrorCode::notFound, name, "There is no such file.");
  if (!std::filesystem::is_regular_file(file, problem)) return fail(ErrorCode::unreadable, name, "This is not a file that can be read.");
  auto state = std::make_unique<State>(name, options);
  state->total = static_cast<std::int64_t>(std::filesystem::file_size(file, problem));
  state->in.open(file, std::ios::binary);
  if (!state->in || problem) return fail(ErrorCode::unavailable, name, "The file could not be opened: check that you may read it.");
  if (state->total > options.limits.bytes)
    return fail(ErrorCode::tooLarge, name, "The file is larger than " + std::to_string(options.limits.bytes / 1'000'000) + " MB.");
  return CsvStream(std::move(state));
}

Result<bool> CsvStream::readSome(const RowReader& row) {
  State& state = *m_state;
  const auto failed = [&state]() -> tl::unexpected<Error> { return tl::unexpected(outcome(state.reading, state.name).error()); };
  if (!state.options.progress.step(state.done, state.total)) return fail(ErrorCode::cancelled, state.name, "Reading was stopped.");
  state.in.read(state.piece.data(), static_cast<std::streamsize>(state.piece.size()));
  if (state.in.bad()) return fail(ErrorCode::unavailable, state.name, "The file could not be read to its end.");
  const auto got = state.in.gcount();
  state.done += got;
  if (!state.reading.piece(std::string_view(state.piece).substr(0, static_cast<std::size_t>(got)), row)) return failed();
  if (state.in) return true;
  if (!state.reading.finish(row)) return failed();
  return false;
}

CsvRead CsvStream::soFar() const { return m_state->reading.answer(); }

Result<CsvRead> readCsv(const std::filesystem::path& file, const CsvOptions& options, const RowReader& row) {
  auto stream = CsvStream::open(file, options);
  if (!stream) return tl::unexpected(stream.error());
  for (;;) {
    const auto more = stream->readSome(row);
    if (!more) return tl::unexpected(more.error());
    if (!*more) return stream->soFar();
  }
}

Result<CsvRead> readCsvText(std::string_view bytes, const CsvOptions& options, const RowReader& row) {
  Reading reading(options);
  const auto total = static_cast<std::int64_t>(bytes.size());
  for (std::size_t at = 0; at < bytes.size(); at += pieceBytes) {
    if (!options.progress.step(static_cast<std::int64_t>(at), total)) return fail(ErrorCode::cancelled, "file", "Reading was stopped.");
    if (!reading.piece(bytes.substr(at, pieceBytes), row)) return outcome(reading, "file");
  }
  reading.finish(row);
  return outcome(reading, "file");
}

std::string foldedName(std::string_view header) {
  std::string folded;
  for (const char c : lowered(header)) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9')) folded.push_back(c);
  }
  return folded;
}

CsvText::CsvText() : m_bytes("\xEF\xBB\xBF") {}

void CsvText::put(std::string_view field, bool ours) {
  if (m_rowBegun) m_bytes.push_back(',');
  m_rowBegun = true;
  const bool runs = !ours && !field.empty() && std::string_view("=+-@\t\r\n").find(field.front()) != std::string_view::npos;
  const bool quoted = runs || field.find_first_of(",;\"\t\r\n") != std::string_view::npos || trimmed(field).size() != field.size();
  if (quoted) m_bytes.push_back('"');
  if (runs) m_bytes.push_back('\'');
  for (const char c : field) {
    if (c == '"') m_bytes.push_back('"');
    m_bytes.push_back(c);
  }
  if (quoted) m_bytes.push_back('"');
}

CsvText& CsvText::text(std::string_view field) {
  put(field, false);
  return *this;
}
CsvText& CsvText::figure(std::string_view field) {
  put(field, true);
  return *this;
}
CsvText& CsvText::none() {
  put({}, true);
  return *this;
}
void CsvText::endRow() {
  m_bytes += "\r\n";
  m_rowBegun = false;
}

}  // namespace homeward::exchange
