// A workbook while it is written: made in a folder of this process alone, read back as bytes, gone with the value. The first error counts.
// Private to this room.
#pragma once

#include <xlsxwriter.h>

#include <string>
#include <utility>

#include "exchange/scratch_folder.h"
#include "support/platform/files.h"

namespace homeward::exchange {

class XlsxBook {
 public:
  explicit XlsxBook(const ScratchFolder& scratch) : m_file((scratch.path() / "book.xlsx").string()), m_folder(scratch.path().string()) {
    lxw_workbook_options options{};
    options.tmpdir = m_folder.data();
    m_book = workbook_new_opt(m_file.c_str(), &options);
  }
  ~XlsxBook() {
    if (m_book != nullptr) lxw_workbook_free(m_book);
  }
  XlsxBook(const XlsxBook&) = delete;
  XlsxBook& operator=(const XlsxBook&) = delete;
  XlsxBook(XlsxBook&&) = delete;
  XlsxBook& operator=(XlsxBook&&) = delete;

  /// Its properties name nobody; its only moment is that. False: there is not enough memory.
  [[nodiscard]] bool begin(Instant created) {
    if (m_book == nullptr) return false;
    lxw_doc_properties properties{};
    properties.created = static_cast<time_t>(created.time_since_epoch().count());
    keep(workbook_set_properties(m_book, &properties));
    return true;
  }
  /// Ends the writing.
  [[nodiscard]] Result<std::string> bytes(std::size_t most) {
    keep(workbook_close(std::exchange(m_book, nullptr)));
    if (m_error != LXW_NO_ERROR)
      return fail(ErrorCode::unavailable, "workbook", std::string("The workbook could not be made: ") + lxw_strerror(m_error));
    return platform::readFile(m_file, most);
  }

 protected:
  void keep(lxw_error error) {
    if (m_error == LXW_NO_ERROR) m_error = error;
  }
  [[nodiscard]] lxw_workbook* book() { return m_book; }
  /// None: there is not enough memory, which is kept.
  [[nodiscard]] lxw_worksheet* addSheet(const std::string& name) {
    lxw_worksheet* sheet = workbook_add_worksheet(m_book, name.c_str());
    if (sheet == nullptr) {
      keep(LXW_ERROR_MEMORY_MALLOC_FAILED);
      return nullptr;
    }
    worksheet_set_paper(sheet, 9);  // A4
    worksheet_fit_to_pages(sheet, 1, 0);
    return sheet;
  }

 private:
  std::string m_file;
  std::string m_folder;
  lxw_workbook* m_book = nullptr;
  lxw_error m_error = LXW_NO_ERROR;
};

}  // namespace homeward::exchange
