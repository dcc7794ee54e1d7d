#include "app/drafts.h"

namespace homeward::app {

Result<std::int64_t> keepDraft(Workspace& workspace, const Draft& draft) {
  auto kept = workspace.file().drafts();
  return workspace.change([&](store::Transaction& in) { return kept.keep(in, {draft.id, {}, {}, draft.referral, draft.typed}); });
}

Result<void> discardDraft(Workspace& workspace, std::int64_t id) {
  auto kept = workspace.file().drafts();
  return workspace.change([&](store::Transaction& in) { return kept.discard(in, id); });
}

Result<std::vector<Draft>> drafts(Workspace& workspace) {
  const auto kept = workspace.file().drafts().of(workspace.user().id);
  if (!kept) return failed(kept);
  std::vector<Draft> own;
  for (const store::Draft& draft : *kept) own.push_back({draft.id, draft.at, draft.referral, draft.typed});
  return own;
}

}  // namespace homeward::app
