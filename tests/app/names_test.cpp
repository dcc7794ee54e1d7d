// What stands for each name while names are hidden: never one child's number for another.
#include "app/names.h"

#include <map>

#include "app/app_case.h"
#include "app/bin.h"

using namespace homeward;
using namespace homeward::tests;

namespace {

/// The demo's first children, called so, and what is shown for every name then.
std::map<std::string, std::string> covered(app::Workspace& workspace, const std::vector<Child>& called) {
  auto children = workspace.file().children().all();
  REQUIRE(children);
  REQUIRE(children->size() > called.size());
  for (std::size_t i = 0; i < children->size(); ++i) {
    Child& child = (*children)[i];
    child.name = i < called.size() ? called[i].name : "Nobody Else" + std::to_string(i);
    child.knownAs = i < called.size() ? called[i].knownAs : "";
    child.number = "C-" + std::to_string(i + 1);
    child.contacts = i < called.size() ? called[i].contacts : std::vector<Contact>{};
    REQUIRE(workspace.change([&](store::Transaction& in) { return workspace.file().children().save(in, child); }));
  }
  const auto names = app::hiddenNames(workspace);
  REQUIRE(names);
  return {names->covered.begin(), names->covered.end()};
}

Child called(const std::string& name, const std::string& knownAs = {}, std::vector<Contact> contacts = {}) {
  Child child;
  child.name = name;
  child.knownAs = knownAs;
  child.contacts = std::move(contacts);
  return child;
}

}  // namespace

TEST_CASE("What two children are called stands for neither's number") {
  DemoOnDisk demo;
  auto shown = covered(*demo.workspace, {called("Robin Sedge", "Bobby"), called("Robin Sedge"), called("Robert Larch", "Bobby")});
  CHECK(shown.at("Robin Sedge") == "a child");
  CHECK(shown.at("Robin") == "a child");
  CHECK(shown.at("Bobby") == "a child");
  CHECK(shown.at("Robert Larch") == "C-3");
  CHECK(shown.at("Robert") == "C-3");
}

TEST_CASE("Every word of a name is covered") {
  DemoOnDisk demo;
  auto shown = covered(*demo.workspace, {called("Wren Marigold May van Tansy", "Little Pip")});
  CHECK(shown.at("Wren Marigold May van Tansy") == "C-1");
  CHECK(shown.at("Wren") == "C-1");
  CHECK(shown.at("Marigold") == "C-1");
  CHECK(shown.at("Tansy") == "…");
  CHECK(shown.at("Little") == "C-1");
  CHECK(shown.count("Pip") == 1);
  CHECK(shown.count("May") == 0);
  CHECK(shown.count("van") == 0);
}

TEST_CASE("Two people of one name are a contact, and a child who is another's contact keeps its number") {
  DemoOnDisk demo;
  Contact aunt;
  aunt.name = "Ann Yarrow";
  aunt.relationship = "aunt";
  Contact mother = aunt;
  mother.relationship = "mother";
  Contact sister;
  sister.name = "Lark Burdock";
  sister.relationship = "sister";
  auto shown = covered(*demo.workspace, {called("Finch Burdock", {}, {aunt, sister}), called("Lark Burdock", {}, {mother})});
  CHECK(shown.at("Ann Yarrow") == "a contact");
  CHECK(shown.at("Ann") == "a contact");
  CHECK(shown.at("Lark Burdock") == "C-2");
  CHECK(shown.at("Lark") == "C-2");
}

TEST_CASE("A child in the bin, and whoever knows them, is covered too") {
  DemoOnDisk demo;
  auto& workspace = *demo.workspace;
  Contact aunt;
  aunt.name = "Orlaith Quaking";
  aunt.relationship = "aunt";
  Child twice = called("Whinchat Sorrelby", "Whinny", {aunt});
  twice.number = "C-9901";
  twice.born = date(2015, 4, 1);
  const auto id = workspace.change([&](store::Transaction& in) { return workspace.file().children().add(in, twice); });
  REQUIRE(id);
  REQUIRE(app::putInBin(workspace, app::Binnable::child, id->value, "Entered twice"));
  const auto names = app::hiddenNames(workspace);
  REQUIRE(names);
  std::map<std::string, std::string> shown{names->covered.begin(), names->covered.end()};
  CHECK(shown["Whinchat Sorrelby"] == "C-9901");
  CHECK(shown["Whinny"] == "C-9901");
  CHECK(shown["Orlaith Quaking"] == "aunt");
}
