#include "app/choice_report.h"

#include "wording/wording.h"

namespace homeward::app {
namespace {

using reports::Cell;
using reports::ColumnKind;
using reports::Table;

std::string said(const std::string& key, std::vector<FactArgument> arguments = {}) {
  return wording::sentence({"choiceReport." + key, std::move(arguments)});
}

Table table(const std::string& key, const std::string& title, const std::vector<std::string>& columns) {
  Table made;
  made.key = key;
  made.title = title;
  for (const std::string& column : columns) made.columns.push_back({column, ColumnKind::words});
  return made;
}

Table sideBySide(const disclosure::ChoiceSheet& sheet) {
  std::vector<std::string> columns{said("what")};
  for (const disclosure::SheetOption& option : sheet.options) columns.push_back(option.name);
  Table made = table("sideBySide", said("sideBySide"), columns);
  for (std::size_t row = 0; row < sheet.rows.size(); ++row) {
    std::vector<Cell> cells{sheet.rows[row]};
    for (const disclosure::SheetOption& option : sheet.options) cells.emplace_back(option.cells[row]);
    made.rows.push_back(std::move(cells));
  }
  made.note = sheet.costWords;
  return made;
}

Table homeTable(const disclosure::SheetOption& option, std::size_t number) {
  Table made = table("home" + std::to_string(number), option.provider.empty() ? option.name : option.name + ", " + option.provider,
                     {said("what"), said("known")});
  if (!option.inChoice.empty()) made.rows.push_back({said("inChoice"), option.inChoice});
  if (!option.closed.empty()) made.rows.push_back({said("closed"), option.closed});
  for (const disclosure::SheetGroup& group : option.groups)
    for (const disclosure::SheetLine& line : group.lines) {
      const std::string sign =
          line.sign == disclosure::SheetSign::none ? std::string() : wording::word("sheetSign", text(line.sign)) + ": ";
      made.rows.push_back({group.title, sign + line.words});
    }
  for (const disclosure::SheetFigure& figure : option.figures) made.rows.push_back({figure.label, figure.words});
  made.note = option.lawPrefers;
  return made;
}

}  // namespace

reports::Report choiceReport(const disclosure::ChoiceSheet& sheet, Instant asAt) {
  reports::Report report;
  report.title = said("title", {sheet.people});
  report.period = said("decideBy", {sheet.number, sheet.decideBy});
  report.asAt = asAt;
  report.author = sheet.sentBy;
  report.filters = said("onlyThese", {static_cast<std::int64_t>(sheet.options.size())});
  report.howCounted = said("order") + " " + sheet.essentialsWords;
  report.fictional = sheet.fictional;
  Table voices = table("voices", said("voices"), {said("who"), said("says")});
  for (const disclosure::SheetVoice& voice : sheet.voices) {
    if (voice.says.empty()) voices.rows.push_back({voice.name, said("nothingSaid")});
    for (const std::string& words : voice.says) voices.rows.push_back({voice.name, "\xE2\x80\x9C" + words + "\xE2\x80\x9D"});
  }
  report.tables.push_back(std::move(voices));
  if (!sheet.background.empty()) {
    Table background = table("background", said("background"), {said("what")});
    for (const disclosure::SheetLine& line : sheet.background) background.rows.push_back({line.words});
    report.tables.push_back(std::move(background));
  }
  report.tables.push_back(sideBySide(sheet));
  for (std::size_t i = 0; i < sheet.options.size(); ++i) report.tables.push_back(homeTable(sheet.options[i], i + 1));
  return report;
}

}  // namespace homeward::app
