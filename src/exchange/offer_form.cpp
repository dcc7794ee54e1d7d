#include "exchange/offer_form.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <type_traits>
#include <utility>

#include "domain/offer.h"
#include "exchange/xlsx_book.h"
#include "support/platform/files.h"
#include "support/text.h"
#include "wording/wording.h"

namespace homeward::exchange {
namespace {

using Kind = FormLine::Kind;
constexpr std::size_t mostBytes = std::size_t{20} * 1000 * 1000;

std::string said(const std::string& key, std::vector<FactArgument> arguments = {}) {
  return wording::sentence({"form." + key, std::move(arguments)});
}

template <class Enum>
std::vector<std::string> wordsOf(const std::string& set) {
  std::vector<std::string> words;
  for (const Enum value : all<Enum>()) words.push_back(wording::word(set, text(value)));
  return words;
}

std::vector<std::string> yesNo() { return {said("yes"), said("no")}; }

class Form : public XlsxBook {
 public:
  using XlsxBook::XlsxBook;

  [[nodiscard]] bool begin(Date on) {
    if (!XlsxBook::begin(Instant{on})) return false;
    m_heading = format([](lxw_format* f) { format_set_bold(f), format_set_bottom(f, LXW_BORDER_THIN); });
    m_plain = format([](lxw_format* f) { format_set_text_wrap(f), format_set_align(f, LXW_ALIGN_VERTICAL_TOP); });
    m_key = format(
        [](lxw_format* f) { format_set_font_color(f, 0x767676), format_set_font_size(f, 8), format_set_align(f, LXW_ALIGN_VERTICAL_TOP); });
    m_words = field("@");
    m_day = field("dd/mm/yyyy");
    m_amount = field("\"\xC2\xA3\"#,##0.00");
    m_number = field("0");
    return true;
  }

  void referral(const std::string& letter) {
    lxw_worksheet* sheet = addSheet(said("sheet.referral"));
    if (sheet == nullptr) return;
    constexpr double wide = 100;
    keep(worksheet_set_column(sheet, 0, 0, wide, nullptr));
    lxw_row_t row = 0;
    // A cell takes 32,767 characters; what is longer goes on in the next, cut between characters.
    constexpr std::size_t mostInACell = 8'000;
    for (std::string_view line : split(letter, '\n')) do {
        std::size_t cut = std::min(line.size(), mostInACell);
        while (cut < line.size() && (static_cast<unsigned char>(line[cut]) & 0xC0U) == 0x80U) --cut;
        keep(worksheet_write_string(sheet, row++, 0, std::string(line.substr(0, cut)).c_str(), m_plain));
        line.remove_prefix(cut);
      } while (!line.empty());
  }

  void offer(const std::vector<FormLine>& lines) {
    lxw_worksheet* sheet = addSheet(said("sheet.offer"));
    if (sheet == nullptr) return;
    constexpr double keys = 14;
    constexpr double labels = 44;
    constexpr double answers = 34;
    constexpr double more = 50;
    keep(worksheet_set_column(sheet, 0, 0, keys, nullptr));
    keep(worksheet_set_column(sheet, 1, 1, labels, nullptr));
    keep(worksheet_set_column(sheet, 2, 2, answers, nullptr));
    keep(worksheet_set_column(sheet, 3, 3, more, nullptr));
    keep(worksheet_write_string(sheet, 0, 0, said("head.key").c_str(), m_heading));
    keep(worksheet_write_string(sheet, 0, 1, said("head.what").c_str(), m_heading));
    keep(worksheet_write_string(sheet, 0, 2, said("head.answer").c_str(), m_heading));
    keep(worksheet_write_string(sheet, 0, 3, said("head.more").c_str(), m_heading));
    worksheet_freeze_panes(sheet, 1, 0);
    lxw_row_t row = 1;
    for (const FormLine& line : lines) put(sheet, row++, line);
  }

 private:
  template <class Set>
  lxw_format* format(Set set) {
    lxw_format* made = workbook_add_format(book());
    set(made);
    return made;
  }
  lxw_format* field(const char* number) {
    return format([number](lxw_format* f) {
      format_set_num_format(f, number);
      format_set_border(f, LXW_BORDER_THIN);
      format_set_text_wrap(f);
      format_set_align(f, LXW_ALIGN_VERTICAL_TOP);
    });
  }
  void choices(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, std::vector<std::string> words) {
    if (words.empty()) return;
    lxw_data_validation valid{};
    std::vector<std::remove_pointer_t<decltype(valid.value_list)>> list;  // versions of the library differ in its const
    for (std::string& word : words) list.push_back(word.data());
    list.push_back(nullptr);
    valid.validate = LXW_VALIDATION_TYPE_LIST;
    valid.value_list = list.data();
    keep(worksheet_data_validation_cell(sheet, row, column, &valid));
  }

  void put(lxw_worksheet* sheet, lxw_row_t row, const FormLine& line) {
    if (line.kind == Kind::heading) {
      for (const lxw_col_t column : {lxw_col_t{1}, lxw_col_t{2}, lxw_col_t{3}}) keep(worksheet_write_blank(sheet, row, column, m_heading));
      keep(worksheet_write_string(sheet, row, 1, line.label.c_str(), m_heading));
      return;
    }
    keep(worksheet_write_string(sheet, row, 0, line.key.c_str(), m_key));
    keep(worksheet_write_string(sheet, row, 1, line.label.c_str(), m_plain));
    lxw_format* look = line.kind == Kind::day      ? m_day
                       : line.kind == Kind::amount ? m_amount
                       : line.kind == Kind::number ? m_number
                                                   : m_words;
    if (line.kind == Kind::fixed)
      keep(worksheet_write_string(sheet, row, 2, line.value.c_str(), m_plain));
    else
      keep(worksheet_write_blank(sheet, row, 2, look));
    choices(sheet, row, 2, line.choices);
    if (line.more.empty()) return;
    keep(worksheet_write_blank(sheet, row, 3, m_words));
    choices(sheet, row, 3, line.moreChoices);
  }

  lxw_format* m_heading = nullptr;
  lxw_format* m_plain = nullptr;
  lxw_format* m_key = nullptr;
  lxw_format* m_words = nullptr;
  lxw_format* m_day = nullptr;
  lxw_format* m_amount = nullptr;
  lxw_format* m_number = nullptr;
};

}  // namespace

std::vector<FormLine> offerForm(const disclosure::ReferralPack& pack) {
  std::vector<FormLine> lines;
  const auto heading = [&](const std::string& words) { lines.push_back({{}, words, Kind::heading, {}, {}, {}, {}}); };
  const auto add = [&](const std::string& key, Kind kind, std::vector<std::string> choices = {}) {
    lines.push_back({key, said(key), kind, {}, std::move(choices), {}, {}});
  };
  lines.push_back({"form", said("version"), Kind::fixed, std::string(offerFormVersion), {}, {}, {}});
  lines.push_back({"reference", said("reference"), Kind::fixed, pack.reference, {}, {}, {}});
  heading(said("heading.answer"));
  add("answer", Kind::choice, {said("answer.offer"), said("answer.decline"), said("answer.question")});
  add("decline", Kind::choice, wordsOf<DeclineReason>("declineReason"));
  add("question", Kind::words);
  heading(said("heading.home"));
  add("home", Kind::words);
  add("type", Kind::choice, wordsOf<SettingType>("settingType"));
  add("district", Kind::words);
  add("availableFrom", Kind::day);
  add("standsUntil", Kind::day);
  add("days", Kind::number);
  add("impact", Kind::choice, yesNo());
  if (pack.people.size() > 1) add("takes", Kind::words);
  heading(said("heading.price"));
  for (const QuoteItem item :
       {QuoteItem::coreFee, QuoteItem::additionalSupport, QuoteItem::education, QuoteItem::other, QuoteItem::oneOff}) {
    FormLine line{"price." + std::string(text(item)), wording::label("quoteItem", text(item)), Kind::amount, {}, {}, said("charged"), {}};
    line.moreChoices = wordsOf<Charge>("charge");
    lines.push_back(std::move(line));
  }
  constexpr int packages = 3;
  for (int i = 0; i < packages; ++i)
    lines.push_back({"package." + std::to_string(i), said("package"), Kind::amount, {}, {}, said("package.what"), {}});
  for (std::size_t i = 0; i < pack.people.size(); ++i) {
    const disclosure::PackPerson& person = pack.people[i];
    if (person.needs.empty()) continue;
    heading(pack.people.size() == 1 ? said("heading.needs") : said("heading.needsOf", {static_cast<std::int64_t>(i + 1)}));
    for (const disclosure::PackNeed& need : person.needs) {
      const std::string domain(text(need.domain));
      FormLine line{"need." + std::to_string(i) + "." + domain,
                    said("need", {Word{"need." + domain}, Word{"level." + std::to_string(need.level)}}),
                    Kind::choice,
                    {},
                    {said("meets.now"), said("meets.support"), said("meets.no"), said("meets.open")},
                    said("how"),
                    {}};
      lines.push_back(std::move(line));
    }
  }
  std::vector<FeatureCode> asked;
  for (const disclosure::PackPerson& person : pack.people) {
    asked.insert(asked.end(), person.features.begin(), person.features.end());
    asked.insert(asked.end(), person.without.begin(), person.without.end());
  }
  if (!asked.empty()) heading(said("heading.home.has"));
  std::vector<FeatureCode> once;
  for (const FeatureCode& feature : asked) {
    if (std::ranges::find(once, feature) != once.end()) continue;
    once.push_back(feature);
    lines.push_back({"feature." + feature, wording::label("feature", feature), Kind::choice, {}, yesNo(), {}, {}});
  }
  heading(said("heading.words"));
  add("conditions", Kind::words);
  add("why", Kind::words);
  return lines;
}

Result<std::string> offerFormXlsx(const disclosure::ReferralPack& pack, const std::string& letter) {
  const auto scratch = ScratchFolder::create();
  if (!scratch) return tl::unexpected(scratch.error());
  Form form(*scratch);
  if (!form.begin(pack.writtenOn))
    return fail(ErrorCode::unavailable, "workbook", "The form could not be made: there is not enough memory.");
  form.referral(letter);
  form.offer(offerForm(pack));
  return form.bytes(mostBytes);
}

}  // namespace homeward::exchange
