// The authorities that somebody can choose from: England's by their codes, and those that the case file knows besides.
//
// A fictional case file lies on an invented map: there only its own are offered.
#pragma once

#include <string>
#include <vector>

#include "app/workspace.h"
#include "exchange/authority_names.h"

namespace homeward::app {

/// By name, each once.
[[nodiscard]] Result<std::vector<exchange::AuthorityName>> authorityChoices(Workspace& workspace);
/// The name behind a code: of the map, of the case file, of England; the code itself where nobody knows it.
[[nodiscard]] std::string authorityName(Workspace& workspace, const std::string& code);

}  // namespace homeward::app
