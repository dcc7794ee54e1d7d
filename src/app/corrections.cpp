// What was corrected about a placement, read from its rows and the history beside them.
#include <algorithm>
#include <map>

#include "app/contract.h"

namespace homeward::app {
namespace {

/// Each row but the last of a thing was superseded by the next; the last of one that was taken out by nothing. The history has an entry
/// for each, in the same order.
template <class T>
Result<void> collect(Workspace& workspace, store::Entity entity, const std::vector<T>& rows, const std::map<PersonId, std::string>& names,
                     std::vector<Correction>& found) {
  for (std::size_t first = 0; first < rows.size();) {
    std::size_t end = first;
    while (end < rows.size() && rows[end].id == rows[first].id) ++end;
    auto entries = workspace.file().history().of({entity, rows[first].id.value});
    if (!entries) return failed(entries);
    std::erase_if(*entries, [](const store::HistoryEntry& entry) {
      return entry.action != store::Action::corrected && entry.action != store::Action::removed;
    });
    std::reverse(entries->begin(), entries->end());
    for (std::size_t row = first; row < end && row - first < entries->size(); ++row) {
      const store::HistoryEntry& entry = (*entries)[row - first];
      if (entry.reason.empty()) continue;
      const auto who = names.find(entry.who);
      Correction correction{entry.at, who == names.end() ? std::string{} : who->second, entry.reason, rows[row], std::nullopt};
      if (row + 1 < end) correction.after = rows[row + 1];
      found.push_back(std::move(correction));
    }
    first = end;
  }
  return {};
}

}  // namespace

Result<std::vector<Correction>> correctionsOf(Workspace& workspace, PlacementId id) {
  const auto store = workspace.file().placements();
  const auto stays = store.history(id);
  if (!stays) return failed(stays);
  const auto terms = store.termHistory(id);
  if (!terms) return failed(terms);
  const auto funding = store.fundingHistory(id);
  if (!funding) return failed(funding);
  const auto people = workspace.file().people().people();
  if (!people) return failed(people);
  std::map<PersonId, std::string> names;
  for (const Person& person : *people) names[person.id] = person.name;
  std::vector<Correction> found;
  if (const auto read = collect(workspace, store::Entity::placement, *stays, names, found); !read) return failed(read);
  if (const auto read = collect(workspace, store::Entity::contractTerm, *terms, names, found); !read) return failed(read);
  if (const auto read = collect(workspace, store::Entity::fundingShare, *funding, names, found); !read) return failed(read);
  std::stable_sort(found.begin(), found.end(), [](const Correction& a, const Correction& b) { return a.at > b.at; });
  return found;
}

}  // namespace homeward::app
