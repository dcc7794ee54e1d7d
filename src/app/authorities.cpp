#include "app/authorities.h"

#include <algorithm>
#include <map>

namespace homeward::app {

Result<std::vector<exchange::AuthorityName>> authorityChoices(Workspace& workspace) {
  std::map<std::string, std::string> byCode;
  const auto known = workspace.file().people().authorities();
  if (!known) return failed(known);
  for (const Authority& authority : *known)
    if (!authority.code.empty()) byCode.emplace(authority.code, authority.name);
  const auto atlas = workspace.atlas();
  if (!atlas) return failed(atlas);
  for (const geography::AuthorityArea& area : (*atlas)->areas())
    if (!area.name.empty()) byCode.emplace(area.code, area.name);
  if (!workspace.fictional())
    for (const auto& [code, name] : exchange::AuthorityNames::england().all()) byCode.emplace(code, name);
  std::vector<exchange::AuthorityName> choices;
  choices.reserve(byCode.size());
  for (const auto& [code, name] : byCode) choices.push_back({code, name});
  std::ranges::stable_sort(choices, {}, &exchange::AuthorityName::name);
  return choices;
}

std::string authorityName(Workspace& workspace, const std::string& code) {
  if (const auto atlas = workspace.atlas())
    if (const geography::AuthorityArea* area = (*atlas)->area(code); area != nullptr && !area->name.empty()) return area->name;
  if (const auto known = workspace.file().people().authorities())
    for (const Authority& authority : *known)
      if (authority.code == code) return authority.name;
  const std::string name = exchange::AuthorityNames::england().name(code);
  return name.empty() ? code : name;
}

}  // namespace homeward::app
