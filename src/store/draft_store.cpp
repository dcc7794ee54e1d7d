#include "store/draft_store.h"

#include "store/write.h"

namespace homeward::store {

Result<std::int64_t> DraftStore::keep(Transaction& in, const Draft& draft) {
  return Write::run(in, [&](Connection& connection) -> Result<std::int64_t> {
    Query query(connection,
                "INSERT INTO draft (id, by_person_id, at, referral_id, typed) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
                "by_person_id = excluded.by_person_id, at = excluded.at, referral_id = excluded.referral_id, typed = excluded.typed "
                "RETURNING id");
    query.put(draft.id == 0 ? std::nullopt : std::optional(draft.id));
    query.with(in.who(), in.at(), draft.referral, draft.typed);
    query.next();
    const auto id = query.take<std::int64_t>();
    query.run();
    return id;
  });
}

Result<void> DraftStore::discard(Transaction& in, std::int64_t id) {
  return Write::run(in, [&](Connection& connection) -> Result<void> {
    Query(connection, "DELETE FROM draft WHERE id = ?").with(id).run();
    return {};
  });
}

Result<std::vector<Draft>> DraftStore::of(PersonId person) const {
  return reading(*m_connection, [&]() -> Result<std::vector<Draft>> {
    std::vector<Draft> drafts;
    Query query(*m_connection,
                "SELECT id, by_person_id, at, referral_id, typed FROM draft WHERE by_person_id = ? ORDER BY at DESC, id DESC");
    query.with(person);
    while (query.next()) {
      Draft& draft = drafts.emplace_back();
      query.take(draft.id);
      query.take(draft.by);
      query.take(draft.at);
      query.take(draft.referral);
      query.take(draft.typed);
    }
    return drafts;
  });
}

}  // namespace homeward::store
