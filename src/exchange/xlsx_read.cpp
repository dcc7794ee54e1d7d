#include "exchange/xlsx_read.h"

#include <zip.h>

#include <algorithm>
#include <charconv>
#include <memory>
#include <optional>
#include <pugixml.hpp>
#include <set>

#include "exchange/problem.h"
#include "support/text.h"

namespace homeward::exchange {
namespace {

tl::unexpected<Error> refused(std::string detail) { return fail(ErrorCode::refused, "workbook", std::move(detail)); }
tl::unexpected<Error> unreadable(std::string detail) { return fail(ErrorCode::unreadable, "workbook", std::move(detail)); }
tl::unexpected<Error> tooLarge(std::string detail) { return fail(ErrorCode::tooLarge, "workbook", std::move(detail)); }

constexpr const char* damaged = "The workbook is damaged: it could not be unpacked. Ask for it again.";

/// The archive over bytes that outlive it.
class Archive {
 public:
  explicit Archive(std::string_view bytes) {
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
    if (source == nullptr) return;
    m_zip = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, nullptr);
    if (m_zip == nullptr) zip_source_free(source);
  }
  ~Archive() {
    if (m_zip != nullptr) zip_discard(m_zip);
  }
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;
  Archive(Archive&&) = delete;
  Archive& operator=(Archive&&) = delete;

  [[nodiscard]] bool open() const { return m_zip != nullptr; }

  /// Looks at the directory alone: nothing is unpacked.
  [[nodiscard]] Result<void> lookOver() {
    const zip_int64_t count = zip_get_num_entries(m_zip, 0);
    if (count > static_cast<zip_int64_t>(xlsxMostParts))
      return tooLarge("The workbook has more than 1,000 parts: it is not the form that was sent.");
    std::size_t whole = 0;
    for (zip_int64_t i = 0; i < count; ++i) {
      zip_stat_t stat;
      constexpr zip_uint64_t wanted = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_ENCRYPTION_METHOD;
      if (zip_stat_index(m_zip, static_cast<zip_uint64_t>(i), 0, &stat) != 0 || (stat.valid & wanted) != wanted) return unreadable(damaged);
      if (stat.encryption_method != ZIP_EM_NONE) return refused("The workbook is locked by a password. Ask for it without one.");
      const std::string name = stat.name;
      if (!m_names.emplace(lowered(name), i).second)
        return refused("The workbook has two parts of one name: it is not as a spreadsheet program writes it.");
      constexpr std::size_t small = 1'000'000;
      if (stat.size > xlsxMostUnpacked || (whole += stat.size) > xlsxMostUnpacked ||
          (stat.size > small && stat.size / xlsxMostPacking > stat.comp_size))
        return tooLarge("Unpacked, the workbook would be very large: it is not the form that was sent.");
      if (const char* why = forbidden(lowered(name))) return refused(why);
    }
    return {};
  }

  [[nodiscard]] bool has(const std::string& name) const { return m_names.contains(lowered(name)); }
  [[nodiscard]] std::vector<std::string> names() const {
    std::vector<std::string> all;
    for (const auto& [name, at] : m_names) all.push_back(name);
    return all;
  }

  /// One part, unpacked as far as its directory says and no further.
  [[nodiscard]] Result<std::string> part(const std::string& name, std::size_t most = xlsxMostPartBytes) {
    const auto known = m_names.find(lowered(name));
    if (known == m_names.end()) return unreadable("The file is no workbook: a part of it is missing. Ask for the form again.");
    const auto at = static_cast<zip_uint64_t>(known->second);
    zip_stat_t stat;
    if (zip_stat_index(m_zip, at, 0, &stat) != 0) return unreadable(damaged);
    if (stat.size > most) return tooLarge("A part of the workbook is very large: it is not the form that was sent.");
    const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> file(zip_fopen_index(m_zip, at, 0), &zip_fclose);
    if (!file) return unreadable(damaged);
    std::string bytes(stat.size, '\0');
    if (zip_fread(file.get(), bytes.data(), bytes.size()) != static_cast<zip_int64_t>(bytes.size())) return unreadable(damaged);
    char more = 0;
    if (zip_fread(file.get(), &more, 1) != 0) return unreadable(damaged);  // longer than it says, or its checksum is wrong
    return bytes;
  }

 private:
  static const char* forbidden(const std::string& name) {
    const auto in = [&](std::string_view words) { return name.find(words) != std::string::npos; };
    if (in("vbaproject") || in("/macrosheets/") || in("/dialogsheets/"))
      return "The workbook has macros. Ask for it without them: save it as \".xlsx\".";
    if (in("/externallinks/")) return "The workbook has links to other workbooks. Ask for it without them.";
    if (in("/embeddings/") || in("/activex/") || in("/ctrlprops/"))
      return "The workbook has other files or controls inside it. Ask for it without them.";
    if (in("/connections.xml") || in("/querytables/")) return "The workbook fetches data from elsewhere. Ask for it without that.";
    return nullptr;
  }
  zip_t* m_zip = nullptr;
  std::map<std::string, zip_int64_t> m_names;
};

std::string_view localName(const char* name) {
  const std::string_view all = name;
  const auto colon = all.find(':');
  return colon == std::string_view::npos ? all : all.substr(colon + 1);
}
bool is(const pugi::xml_node& node, std::string_view name) { return localName(node.name()) == name; }
pugi::xml_node child(const pugi::xml_node& parent, std::string_view name) {
  return parent.find_child([&](const pugi::xml_node& node) { return is(node, name); });
}
std::string_view attribute(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_attribute& one : node.attributes())
    if (localName(one.name()) == name) return one.value();
  return {};
}

Result<void> parse(pugi::xml_document& into, const std::string& xml) {
  if (!isUtf8(xml) || xml.find('\0') != std::string::npos)
    return unreadable("A part of the workbook is not UTF-8 text. Save it again with a current spreadsheet program.");
  if (xml.find("<!DOCTYPE") != std::string::npos || xml.find("<!ENTITY") != std::string::npos)
    return refused("The workbook defines its own document type: no spreadsheet program writes that.");
  if (!into.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8))
    return unreadable(damaged);
  return {};
}

Result<void> noLinks(Archive& archive) {
  std::size_t parts = 0;
  for (const std::string& name : archive.names()) {
    if (!name.ends_with(".rels")) continue;
    constexpr std::size_t mostLinks = 50'000;
    constexpr std::size_t mostParts = 40;
    if (++parts > mostParts)
      return tooLarge("The workbook has more links between its parts than a form needs: it is not the form that was sent.");
    const auto xml = archive.part(name, mostLinks);
    if (!xml) return failed(xml);
    pugi::xml_document document;
    if (const auto parsed = parse(document, *xml); !parsed) return parsed;
    for (const pugi::xml_node& relation : document.document_element().children()) {
      const std::string target = lowered(attribute(relation, "Target"));
      if (lowered(attribute(relation, "TargetMode")) == "external" && !target.starts_with("mailto:"))
        return refused("The workbook has a link in it, to " + inQuotes(target) + ". Ask for it without links.");
    }
  }
  return {};
}

/// All text below a shared string or an inline one, without what tells how it is read aloud.
std::string wordsBelow(const pugi::xml_node& node) {
  std::string words;
  for (const pugi::xml_node& part : node.children()) {
    if (is(part, "t")) words += part.text().get();
    if (is(part, "r")) words += child(part, "t").text().get();
  }
  return words;
}

std::optional<std::pair<int, int>> placeOf(std::string_view name) {
  int column = 0;
  std::size_t i = 0;
  for (; i < name.size() && name[i] >= 'A' && name[i] <= 'Z' && i < 3; ++i) column = column * 26 + (name[i] - 'A' + 1);
  const auto row = wholeNumber(name.substr(i));
  if (i == 0 || !row || *row < 1 || *row > xlsxMostRows) return std::nullopt;
  return std::pair{static_cast<int>(*row) - 1, column - 1};
}

Result<void> readCells(ReadSheet& sheet, const pugi::xml_node& data, const std::vector<std::string>& shared, std::size_t& wordsSoFar) {
  for (const pugi::xml_node& row : data.children()) {
    for (const pugi::xml_node& cell : row.children()) {
      if (!is(cell, "c")) continue;
      const std::string_view name = attribute(cell, "r");
      if (child(cell, "f"))
        return refused("Cell " + std::string(name) + " holds a formula. Ask for the form with the answers typed as they are.");
      const std::string_view kind = attribute(cell, "t");
      const std::string value = child(cell, "v").text().get();
      std::string words = kind == "inlineStr" ? wordsBelow(child(cell, "is")) : value;
      if (kind == "s") {
        const auto at = wholeNumber(trimmed(value));
        if (!at || *at < 0 || static_cast<std::size_t>(*at) >= shared.size()) return unreadable(damaged);
        words = shared[static_cast<std::size_t>(*at)];
      }
      words = std::string(trimmed(words));
      if (words.empty() || kind == "e") continue;
      const auto place = placeOf(name);
      if (!place) return tooLarge("The sheet \"" + sheet.name + "\" has more than 10,000 rows: it is not the form that was sent.");
      if (place->second >= xlsxMostColumns) continue;
      // One long shared text in many cells would be many long texts.
      if (words.size() > xlsxMostCellBytes || (wordsSoFar += words.size()) > xlsxMostPartBytes)
        return tooLarge("The workbook holds more words than a form can: it is not the form that was sent.");
      const bool number = kind.empty() || kind == "n";
      sheet.rows[place->first][place->second] = {std::move(words), number};
    }
  }
  return {};
}

struct Parts {
  std::vector<std::pair<std::string, std::string>> sheets;  // name, part
  bool from1904 = false;
};

Result<Parts> partsOf(Archive& archive) {
  const auto book = archive.part("xl/workbook.xml");
  const auto relations = archive.part("xl/_rels/workbook.xml.rels");
  if (!book) return failed(book);
  if (!relations) return failed(relations);
  pugi::xml_document document;
  pugi::xml_document links;
  if (const auto parsed = parse(document, *book); !parsed) return failed(parsed);
  if (const auto parsed = parse(links, *relations); !parsed) return failed(parsed);
  std::map<std::string, std::string> targets;
  for (const pugi::xml_node& relation : links.document_element().children())
    targets[std::string(attribute(relation, "Id"))] = std::string(attribute(relation, "Target"));
  Parts parts;
  const pugi::xml_node root = document.document_element();
  const std::string_view from1904 = attribute(child(root, "workbookPr"), "date1904");
  parts.from1904 = from1904 == "1" || from1904 == "true";
  for (const pugi::xml_node& sheet : child(root, "sheets").children()) {
    if (parts.sheets.size() == xlsxMostSheets) return tooLarge("The workbook has more than 10 sheets: it is not the form that was sent.");
    const std::string_view state = attribute(sheet, "state");
    if (!state.empty() && state != "visible") return refused("The workbook has a hidden sheet. Ask for it with every sheet in sight.");
    std::string target;
    for (const pugi::xml_attribute& one : sheet.attributes())
      if (std::string_view(one.name()).ends_with(":id")) target = targets[one.value()];
    if (target.starts_with('/'))
      target.erase(0, 1);
    else
      target.insert(0, "xl/");
    parts.sheets.emplace_back(std::string(attribute(sheet, "name")), std::move(target));
  }
  return parts;
}

Result<std::vector<std::string>> sharedWords(Archive& archive) {
  std::vector<std::string> shared;
  if (!archive.has("xl/sharedStrings.xml")) return shared;
  const auto xml = archive.part("xl/sharedStrings.xml");
  if (!xml) return failed(xml);
  pugi::xml_document document;
  if (const auto parsed = parse(document, *xml); !parsed) return failed(parsed);
  for (const pugi::xml_node& item : document.document_element().children())
    if (is(item, "si")) shared.push_back(wordsBelow(item));
  return shared;
}

}  // namespace

std::string cellName(int row, int column) {
  std::string letters;
  constexpr int alphabet = 26;
  for (int rest = column + 1; rest > 0; rest = (rest - 1) / alphabet)
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % alphabet));
  return letters + std::to_string(row + 1);
}

Result<ReadBook> readWorkbook(std::string_view bytes) {
  if (bytes.size() > xlsxMostBytes) return tooLarge("The file is larger than 20 MB: it is not the form that was sent.");
  if (bytes.starts_with("\xD0\xCF\x11\xE0"))
    return refused(
        "The file is locked by a password, or is a workbook of the old kind (.xls). Ask for it as \".xlsx\" without a password.");
  Archive archive(bytes);
  if (!archive.open()) return unreadable("The file is no workbook, or it is damaged. Choose the form that came back (.xlsx).");
  if (const auto sound = archive.lookOver(); !sound) return failed(sound);
  const auto types = archive.part("[Content_Types].xml");
  if (!types) return failed(types);
  if (lowered(*types).find("macroenabled") != std::string::npos)
    return refused("The workbook has macros. Ask for it without them: save it as \".xlsx\".");
  if (const auto sound = noLinks(archive); !sound) return failed(sound);
  const auto parts = partsOf(archive);
  if (!parts) return failed(parts);
  const auto shared = sharedWords(archive);
  if (!shared) return failed(shared);
  ReadBook book;
  book.daysFrom1904 = parts->from1904;
  std::size_t wordsSoFar = 0;
  for (const auto& [name, part] : parts->sheets) {
    const auto xml = archive.part(part);
    if (!xml) return failed(xml);
    pugi::xml_document document;
    if (const auto parsed = parse(document, *xml); !parsed) return failed(parsed);
    ReadSheet& sheet = book.sheets.emplace_back();
    sheet.name = name;
    if (const auto read = readCells(sheet, child(document.document_element(), "sheetData"), *shared, wordsSoFar); !read)
      return failed(read);
  }
  return book;
}

}  // namespace homeward::exchange
