// Postcodes into the case file, and from them the areas of authorities and which of them adjoin.
#include "app/import_rows.h"
#include "app/place_again.h"
#include "exchange/postcodes.h"

namespace homeward::app {
namespace {

constexpr std::int64_t rowsBetweenSteps = 5000;

/// Counts one postcode as added, changed or as it was. In a file without postcodes everything is new, and nothing is looked up.
Result<void> count(Workspace& workspace, bool first, const Place& place, ImportPreview& preview) {
  if (first) {
    ++preview.added;
    return {};
  }
  const auto stored = workspace.file().geography().find(place.postcode);
  if (!stored) return failed(stored);
  if (!*stored)
    ++preview.added;
  else if (**stored == place)
    ++preview.unchanged;
  else
    ++preview.changed;
  return {};
}

void take(ImportPreview& preview, const exchange::PostcodesRead& read) {
  preview.rows = read.rows;
  preview.counts = {{"placed", read.placed},
                    {"terminated", read.terminated},
                    {"without a grid reference", read.withoutGrid},
                    {"without an authority", read.withoutAuthority}};
  preview.skipped = read.terminated + read.withoutGrid;
  takeProblems(preview, read.problems);
}

Result<ImportPreview> begun(Workspace& workspace, const std::filesystem::path& file, bool& first) {
  ImportPreview preview;
  preview.file = file;
  preview.kind = "postcodes";
  const auto stored = workspace.file().geography().postcodes();
  if (!stored) return failed(stored);
  first = *stored == 0;
  return preview;
}

}  // namespace

Result<ImportPreview> previewPostcodes(Workspace& workspace, const exchange::TextFile& file, const Progress& progress) {
  bool first = false;
  auto preview = begun(workspace, file.path, first);
  if (!preview) return preview;
  const auto read = exchange::readPostcodes(
      file, [&](const Place& place) { return count(workspace, first, place, *preview); }, progress);
  if (!read) return failed(read);
  take(*preview, *read);
  return preview;
}

Result<ImportPreview> importPostcodes(Workspace& workspace, const exchange::TextFile& file, const Progress& progress) {
  bool first = false;
  auto preview = begun(workspace, file.path, first);
  if (!preview) return preview;
  auto source = exchange::PostcodeFile::open(file, progress);
  if (!source) return failed(source);
  const auto geography = workspace.file().geography();
  const auto written = workspace.change([&](store::Transaction& in) -> Result<void> {
    Result<void> trouble;
    const auto put = workspace.file().geography().putPostcodes(in, [&](Place& place) {
      const auto more = source->next(place);
      if (!more) {
        trouble = failed(more);
        return false;
      }
      if (!*more) return false;
      trouble = count(workspace, first, place, *preview);
      return trouble.has_value();
    });
    if (!trouble) return trouble;
    if (!put) return failed(put);
    exchange::AreasFromPostcodes areas;
    std::int64_t passed = 0;
    bool stopped = false;
    auto seen = geography.eachPostcode([&](const Place& place) {
      areas.add(place);
      stopped = ++passed % rowsBetweenSteps == 0 && !progress.step(0, 0);
      return !stopped;
    });
    if (!seen) return seen;
    if (stopped) return fail(ErrorCode::cancelled, file.path.filename().string(), "Stopped. Nothing was imported.");
    const auto all = areas.areas();
    if (auto replaced = workspace.file().geography().replaceAreas(in, all, geography::adjoining(all)); !replaced) return replaced;
    take(*preview, source->soFar());
    const auto again = placeAgain(workspace, in);
    if (!again) return failed(again);
    if (*again > 0) preview->counts.emplace_back("places on record that are known now", *again);
    return noteImport(workspace, in, *preview);
  });
  if (!written) return failed(written);
  return preview;
}

}  // namespace homeward::app
