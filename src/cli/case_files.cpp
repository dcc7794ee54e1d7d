// new, demo, info, verify, backup, restore: making case files and looking after them.
#include <sstream>

#include "cli/command.h"
#include "exchange/authority_names.h"
#include "support/text.h"
#include "wording/wording.h"

namespace homeward::cli {
namespace {

using nlohmann::json;

struct NewWanted {
  std::string authority;
  std::string person;
};

void makeNew(Context& context, const NewWanted& wanted) {
  const auto code = exchange::AuthorityNames::england().code(wanted.authority);
  const std::string known = code ? *code : wanted.authority;
  const std::string name = exchange::AuthorityNames::england().name(known);
  if (name.empty())
    return context.refuse({ErrorCode::invalid, "--authority",
                           "\"" + wanted.authority + "\" is no upper-tier authority of England by name or ONS code. Check the spelling."});
  const Person first{PersonId{}, wanted.person, Role::placementOfficer, {}, {}, {}, {}, true, 0};
  const auto made = app::newCase(context.file, {AuthorityId{}, known, name, true}, first);
  if (!made) return context.refuse(made.error());
  context.answer({{"file", context.file.string()}, {"authority", known}, {"name", name}},
                 "A new case file for " + name + ": " + context.file.string());
}

struct DemoWanted {
  std::uint64_t seed = 1;
  std::string today;
};

void makeDemo(Context& context, const DemoWanted& wanted) {
  const auto today = wanted.today.empty() ? std::optional{englandDay(app::systemClock()())} : parseIsoDate(wanted.today);
  if (!today) return context.refuse({ErrorCode::invalid, "--today", "Write the day as 2026-11-27."});
  const auto made = app::demoCase(context.file, wanted.seed, *today);
  if (!made) return context.refuse(made.error());
  const auto contents = (*made)->file().contents();
  if (!contents) return context.refuse(contents.error());
  json counts = json::object();
  for (const auto& [what, count] : contents->counts) counts[what] = count;
  context.answer(
      {{"file", context.file.string()}, {"seed", wanted.seed}, {"today", isoDate(*today)}, {"counts", counts}},
      "A fictional demo case, seed " + std::to_string(wanted.seed) + ", as of " + longDate(*today) + ": " + context.file.string());
}

void tellInfo(Context& context) {
  const auto workspace = context.open(store::OpenMode::readOnly);
  if (!workspace) return;
  const auto contents = workspace->file().contents();
  if (!contents) return context.refuse(contents.error());
  const auto head = workspace->file().history().head();
  if (!head) return context.refuse(head.error());
  json counts = json::object();
  std::ostringstream words;
  words << contents->authority << (contents->fictional ? " (fictional demo data)" : "") << ", schema " << contents->schemaVersion << "\n";
  for (const auto& [what, count] : contents->counts) {
    counts[what] = count;
    words << "   " << what << ": " << count << '\n';
  }
  words << "History ends with " << *head << '\n';
  context.answer({{"file", context.file.string()},
                  {"authority", contents->authority},
                  {"fictional", contents->fictional},
                  {"schema", contents->schemaVersion},
                  {"counts", counts},
                  {"historyHead", *head}},
                 words.str());
}

void verify(Context& context) {
  const auto workspace = context.open(store::OpenMode::readOnly);
  if (!workspace) return;
  const auto found = workspace->file().verify();
  if (!found) return context.refuse(found.error());
  std::ostringstream words;
  for (const Fact& fact : app::findings(*found)) words << wording::sentence(fact) << '\n';
  if (!found->sound()) context.exitCode = 1;
  context.answer({{"sound", found->sound()},
                  {"damage", found->damage},
                  {"brokenLinks", found->brokenLinks},
                  {"historyEntries", found->history.entries},
                  {"historyBrokenAt", found->history.firstBroken ? json(*found->history.firstBroken) : json(nullptr)},
                  {"historyCutOff", found->history.headBeside == store::HeadState::absent}},
                 words.str());
}

void backUp(Context& context, const std::string& to) {
  const auto workspace = context.open(store::OpenMode::readOnly);
  if (!workspace) return;
  if (const auto done = workspace->file().backup(to); !done) return context.refuse(done.error());
  context.answer({{"backup", to}}, "Backed up and checked: " + to);
}

void restore(Context& context, const std::string& from) {
  const auto aside = store::CaseFile::restore(from, context.file, "homeward-cli", app::systemClock()());
  if (!aside) return context.refuse(aside.error());
  context.answer({{"restored", context.file.string()}, {"setAside", *aside ? json((*aside)->string()) : json(nullptr)}},
                 "Restored: " + context.file.string() + (*aside ? ". What was there before: " + (*aside)->string() : ""));
}

}  // namespace

void addNew(CLI::App& cli, Context& context) {
  auto* command = cli.add_subcommand("new", "Make an empty case file for an authority");
  addFileOption(*command, context);
  const auto wanted = std::make_shared<NewWanted>();
  command->add_option("--authority", wanted->authority, "Name or ONS code of the upper-tier authority")->required();
  command->add_option("--person", wanted->person, "Name of the first placement officer")->required();
  command->callback([&context, wanted] { makeNew(context, *wanted); });
}

void addDemo(CLI::App& cli, Context& context) {
  auto* command = cli.add_subcommand("demo", "Make the fictional demo case");
  command->add_option("--out", context.file, "Where to make it")->required();
  command->add_flag("--json", context.json, "Answer with one JSON document");
  const auto wanted = std::make_shared<DemoWanted>();
  command->add_option("--seed", wanted->seed, "The same seed and day make the same case");
  command->add_option("--today", wanted->today, "The day on which the story stands, as 2026-11-27; without it, today");
  command->callback([&context, wanted] { makeDemo(context, *wanted); });
}

void addInfo(CLI::App& cli, Context& context) {
  auto* command = cli.add_subcommand("info", "What a case file holds");
  addFileOption(*command, context);
  command->callback([&context] { tellInfo(context); });
}

void addVerify(CLI::App& cli, Context& context) {
  auto* command = cli.add_subcommand("verify", "Whether a case file is sound: tables, links and history");
  addFileOption(*command, context);
  command->callback([&context] { verify(context); });
}

void addBackup(CLI::App& cli, Context& context) {
  auto* command = cli.add_subcommand("backup", "A checked copy of a case file");
  addFileOption(*command, context);
  const auto to = std::make_shared<std::string>();
  command->add_option("--to", *to, "Where to put the copy")->required();
  command->callback([&context, to] { backUp(context, *to); });
}

void addRestore(CLI::App& cli, Context& context) {
  auto* command = cli.add_subcommand("restore", "Put a checked backup in the place of a case file; what was there is set aside");
  addFileOption(*command, context);
  const auto from = std::make_shared<std::string>();
  command->add_option("--from", *from, "The backup")->required();
  command->callback([&context, from] { restore(context, *from); });
}

}  // namespace homeward::cli
