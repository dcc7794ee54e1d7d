#include "app/place_again.h"

namespace homeward::app {
namespace {

/// Places looked up again, counted.
class Again {
 public:
  explicit Again(Workspace& workspace) : m_workspace(workspace) {}
  /// Whether it is somewhere else, or better known, than before.
  bool look(Place& place) {
    if (place.postcode.empty() || place.point) return false;
    if (!locate(m_workspace, place)) return false;
    ++m_found;
    return true;
  }
  [[nodiscard]] std::int64_t found() const { return m_found; }

 private:
  Workspace& m_workspace;
  std::int64_t m_found = 0;
};

}  // namespace

bool locate(Workspace& workspace, Place& place) {
  if (place.postcode.empty() || place.point) return false;
  Place now = workspace.placeAsTyped(place.postcode, place);
  if (!now.point && !place.authority.empty()) return false;  // somebody, or a published list, said where it lies
  if (now.authority.empty()) now.authority = place.authority;
  if (now == place) return false;
  place = std::move(now);
  return true;
}

Result<std::int64_t> placeAgain(Workspace& workspace, store::Transaction& in) {
  Again again(workspace);
  auto children = workspace.file().children().all();
  if (!children) return failed(children);
  for (Child& child : *children) {
    bool better = again.look(child.home);
    better = again.look(child.schoolPlace) || better;
    for (Contact& contact : child.contacts) better = again.look(contact.place) || better;
    if (!better) continue;
    if (const auto saved = workspace.file().children().save(in, child); !saved) return failed(saved);
  }
  auto settings = workspace.file().market().settings();
  if (!settings) return failed(settings);
  for (Setting& setting : *settings) {
    if (!again.look(setting.place)) continue;
    if (const auto saved = workspace.file().market().saveSetting(in, setting); !saved) return failed(saved);
  }
  return again.found();
}

}  // namespace homeward::app
