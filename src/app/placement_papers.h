// The papers of a placement, from templates: the individual placement contract and the placement plan (regulation 9 and Schedule 2 of the
// Care Planning, Placement and Case Review (England) Regulations 2010).
//
// A template is plain text. "{name}" is filled in; the lines between "[each price]" and "[end]" are repeated, for prices, needs, risks,
// contacts and support; a list of which there is none says so. The council keeps templates of its own in the case file; until it does,
// those that come with the program count.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "app/workspace.h"
#include "domain/placement.h"

namespace homeward::app {

enum class Paper { contract, plan };
constexpr auto texts(Paper) { return std::to_array<EnumText<Paper>>({{Paper::contract, "contract"}, {Paper::plan, "plan"}}); }

/// What a template is filled with.
struct PaperFields {
  std::map<std::string, std::string> single;                                        ///< "child" -> "Wren Tansy"
  std::map<std::string, std::vector<std::map<std::string, std::string>>> repeated;  ///< "price" -> a line's fields each
};
/// Invalid: a name in braces that there is nothing for, a list that does not end or is unknown: with its line.
[[nodiscard]] Result<std::string> filled(std::string_view paperTemplate, const PaperFields& fields);

[[nodiscard]] Result<std::string> templateOf(Workspace& workspace, Paper paper);
/// Keeps the council's own; one that cannot be filled in is refused. Empty: back to the one that comes with the program.
[[nodiscard]] Result<void> setTemplate(Workspace& workspace, Paper paper, const std::string& text);
[[nodiscard]] Result<PaperFields> fieldsOf(Workspace& workspace, PlacementId placement);
/// The paper of a placement as plain text, a line each.
[[nodiscard]] Result<std::string> paperOf(Workspace& workspace, PlacementId placement, Paper paper);

}  // namespace homeward::app
