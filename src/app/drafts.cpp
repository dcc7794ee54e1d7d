#include "app/drafts.h"

namespace homeward::app {

Result<DraftMark> keepDraft(Workspace& workspace, const Draft& draft) {
  auto kept = workspace.file().drafts();
  return workspace.change([&](store::Transaction& in) { return kept.keep(in, {draft.mark, {}, {}, draft.referral, draft.typed}); });
}

Result<bool> discardDraft(Workspace& workspace, DraftMark mark) {
  auto kept = workspace.file().drafts();
  return workspace.change([&](store::Transaction& in) { return kept.discard(in, mark); });
}

Result<std::vector<Draft>> drafts(Workspace& workspace) {
  const auto kept = workspace.file().drafts().of(workspace.user().id);
  if (!kept) return failed(kept);
  std::vector<Draft> own;
  for (const store::Draft& draft : *kept) own.push_back({draft.mark, draft.at, draft.referral, draft.typed});
  return own;
}

Result<void> discardStaleDrafts(Workspace& workspace) {
  if (workspace.readOnly()) return {};
  auto kept = workspace.file().drafts();
  const auto gone = workspace.change([&](store::Transaction& in) { return kept.discardStale(in, workspace.now() - draftsKept); });
  if (!gone) return failed(gone);
  return {};
}

}  // namespace homeward::app
