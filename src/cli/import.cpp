#include <algorithm>
#include <sstream>

#include "app/imports.h"
#include "cli/command.h"

namespace homeward::cli {
namespace {

struct Wanted {
  std::string source;
  bool windows1252 = false;
  bool preview = false;
};

constexpr std::size_t errorsShown = 20;

void say(const Context& context, const app::ImportPreview& done, bool preview) {
  nlohmann::json counts = nlohmann::json::object();
  std::ostringstream words;
  words << (preview ? "Nothing written yet. " : "Imported. ") << done.rows << " rows: " << done.added
        << (preview ? " would be added, " : " added, ") << done.changed << " changed, " << done.unchanged << " as they were, "
        << done.skipped << " left out, " << done.errorCount << " with errors\n";
  for (const auto& [what, count] : done.counts) {
    counts[what] = count;
    words << "   " << what << ": " << count << '\n';
  }
  nlohmann::json errors = nlohmann::json::array();
  for (std::size_t i = 0; i < done.errors.size(); ++i) {
    const app::RowError& error = done.errors[i];
    errors.push_back({{"line", error.line}, {"column", error.column}, {"message", error.message}});
    if (i < errorsShown) words << "   line " << error.line << ", " << error.column << ": " << error.message << '\n';
  }
  if (done.errorCount > static_cast<std::int64_t>(errorsShown)) words << "   and more; --json lists the first 1,000\n";
  if (!done.notListed.empty())
    words << "   in the case file, active, and not in this list: " << done.notListed.size() << "; have they closed?\n";
  for (std::size_t i = 0; i < std::min(done.notListed.size(), errorsShown); ++i) words << "      " << done.notListed[i] << '\n';
  context.answer({{"kind", done.kind},
                  {"notListed", done.notListed},
                  {"written", !preview},
                  {"rows", done.rows},
                  {"added", done.added},
                  {"changed", done.changed},
                  {"unchanged", done.unchanged},
                  {"skipped", done.skipped},
                  {"errorCount", done.errorCount},
                  {"counts", std::move(counts)},
                  {"errors", std::move(errors)}},
                 words.str());
}

using Import = Result<app::ImportPreview> (*)(app::Workspace&, const exchange::TextFile&, const Progress&);

void addKind(CLI::App& import, Context& context, const char* name, const char* what, Import preview, Import write) {
  auto* command = import.add_subcommand(name, what);
  addFileOption(*command, context);
  const auto wanted = std::make_shared<Wanted>();
  command->add_option("source", wanted->source, "The file to import")->required();
  command->add_flag("--preview", wanted->preview, "Only say what the import would do");
  command->add_flag("--windows-1252", wanted->windows1252, "The file was written by an older program, in the encoding Windows-1252");
  command->callback([&context, wanted, preview, write] {
    const auto workspace = context.open(wanted->preview ? store::OpenMode::readOnly : store::OpenMode::readWrite);
    if (!workspace) return;
    const exchange::TextFile source(wanted->source, wanted->windows1252 ? exchange::Encoding::windows1252 : exchange::Encoding::byMark);
    const auto done = (wanted->preview ? preview : write)(*workspace, source, Progress{});
    if (!done) return context.refuse(done.error());
    say(context, *done, wanted->preview);
  });
}

}  // namespace

void addImport(CLI::App& cli, Context& context) {
  auto* import = cli.add_subcommand("import", "Bring the field's files in, in one transaction");
  import->require_subcommand(1);
  addKind(*import, context, "ofsted", "Ofsted's published list of providers (CSV)", &app::previewOfsted, &app::importOfsted);
  addKind(*import, context, "postcodes", "ONS postcode directory, Code-Point Open or centroids (CSV, unzipped)", &app::previewPostcodes,
          &app::importPostcodes);
}

}  // namespace homeward::cli
