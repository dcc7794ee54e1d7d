#include "store/draft_store.h"

#include "store/write.h"

namespace homeward::store {

Result<DraftMark> DraftStore::keep(Transaction& in, const Draft& draft) {
  return Write::run(in, [&](Connection& connection) -> Result<DraftMark> {
    const auto marked = [](Query& query) -> std::optional<DraftMark> {
      if (!query.next()) return std::nullopt;
      DraftMark mark;
      query.take(mark.id);
      query.take(mark.version);
      query.run();
      return mark;
    };
    {
      Query again(connection,
                  "UPDATE draft SET version = version + 1, at = ?, referral_id = ?, typed = ? WHERE id = ? AND version = ? "
                  "RETURNING id, version");
      again.with(in.at(), draft.referral, draft.typed, draft.mark.id, draft.mark.version);
      if (const auto mark = marked(again)) return *mark;
    }
    Query query(connection,
                "INSERT INTO draft (version, by_person_id, at, referral_id, typed) VALUES (1, ?, ?, ?, ?) RETURNING id, version");
    query.with(in.who(), in.at(), draft.referral, draft.typed);
    return marked(query).value_or(DraftMark{});
  });
}

Result<bool> DraftStore::discard(Transaction& in, DraftMark mark) {
  return Write::run(in, [&](Connection& connection) -> Result<bool> {
    Query query(connection, "DELETE FROM draft WHERE id = ? AND version = ?");
    query.with(mark.id, mark.version).run();
    return query.changes() > 0;
  });
}

Result<int> DraftStore::discardStale(Transaction& in, Instant before) {
  return Write::run(in, [&](Connection& connection) -> Result<int> {
    Query query(connection, "DELETE FROM draft WHERE at < ? OR by_person_id IN (SELECT id FROM person WHERE active = 0)");
    query.with(before).run();
    return query.changes();
  });
}

Result<std::vector<Draft>> DraftStore::of(PersonId person) const {
  return reading(*m_connection, [&]() -> Result<std::vector<Draft>> {
    std::vector<Draft> drafts;
    Query query(*m_connection,
                "SELECT id, version, by_person_id, at, referral_id, typed FROM draft WHERE by_person_id = ? ORDER BY at DESC, id DESC");
    query.with(person);
    while (query.next()) {
      Draft& draft = drafts.emplace_back();
      query.take(draft.mark.id);
      query.take(draft.mark.version);
      query.take(draft.by);
      query.take(draft.at);
      query.take(draft.referral);
      query.take(draft.typed);
    }
    return drafts;
  });
}

}  // namespace homeward::store
