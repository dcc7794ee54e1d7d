#include "app/find.h"

namespace homeward::app {

Result<std::vector<Found>> find(Workspace& workspace, std::string_view text, int limit) {
  const auto hits = workspace.file().search().find(text, limit);
  if (!hits) return failed(hits);
  std::vector<Found> found;
  for (const store::Found& hit : *hits) {
    Found::Kind kind = Found::Kind::child;
    switch (hit.what.entity) {
      case store::Entity::child:
        kind = Found::Kind::child;
        break;
      case store::Entity::referral:
        kind = Found::Kind::referral;
        break;
      case store::Entity::setting:
        kind = Found::Kind::setting;
        break;
      case store::Entity::provider:
        kind = Found::Kind::provider;
        break;
      default:
        continue;
    }
    found.push_back({kind, hit.what.id, hit.title, hit.detail});
  }
  return found;
}

}  // namespace homeward::app
