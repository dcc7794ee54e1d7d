#include "store/sent_store.h"

#include "store/write.h"

namespace homeward::store {

template <class R>
requires Like<R, SentForm>
void columns(R& form, auto& v) {
  v("reference", form.reference);
  v("approach_id", form.approach);
}
template <>
struct Table<SentPack> {
  static constexpr const char* name = "sent_pack";
};
template <class R>
requires Like<R, SentPack>
void columns(R& pack, auto& v) {
  v("referral_id", pack.referral);
  v("reference", pack.reference);
  v("at", pack.at);
  v("by_person_id", pack.by);
  v("referral_version", pack.referralVersion);
}
void lists(Of<SentPack>, auto& v) {
  v(ListTable{"sent_pack_person", "sent_pack_id", "child_id"}, &SentPack::people);
  v(ListTable{"sent_form", "sent_pack_id"}, &SentPack::forms);
}

template <>
struct Table<ChoiceFile> {
  static constexpr const char* name = "choice_file";
};
template <class R>
requires Like<R, ChoiceFile>
void columns(R& file, auto& v) {
  v("choice_id", file.choice);
  v("code", file.code);
  v("at", file.at);
  v("by_person_id", file.by);
  v("expires_at", file.expiresAt);
  v("answered_at", file.answeredAt);
  v("document", file.document);
}
template <class R>
requires Like<R, ChoiceRemark>
void columns(R& remark, auto& v) {
  v("choice_id", remark.choice);
  v("at", remark.at);
  v("by_person_id", remark.by);
  v("wants_more", remark.wantsMore);
  v("words", remark.words);
  v("answer", remark.answer);
  v("answered_at", remark.answeredAt);
}

namespace {

template <class T>
std::optional<T> first(std::vector<T> rows) {
  return rows.empty() ? std::nullopt : std::optional<T>(std::move(rows.front()));
}

}  // namespace

Result<SentPackId> SentStore::addPack(Transaction& in, const SentPack& pack) {
  return Write::run(in, [&](Connection& connection) -> Result<SentPackId> {
    const SentPackId id(insertRow(connection, pack));
    Write::note(in, {Entity::referral, pack.referral.value}, Action::changed, Json{{"after", {{"sent_pack", recordOf(pack)}}}});
    return id;
  });
}
Result<std::vector<SentPack>> SentStore::packs(ReferralId referral) const {
  return listRows<SentPack>(*m_connection, "referral_id = ?", referral);
}
Result<std::optional<SentPack>> SentStore::packOf(const std::string& reference) const {
  return reading(*m_connection, [&]() -> Result<std::optional<SentPack>> {
    return first(readRows<SentPack>(*m_connection, "reference = ? OR id IN (SELECT sent_pack_id FROM sent_form WHERE reference = ?)",
                                    reference, reference));
  });
}

Result<ChoiceFileId> SentStore::addChoiceFile(Transaction& in, const ChoiceFile& file) {
  return Write::run(in, [&](Connection& connection) -> Result<ChoiceFileId> {
    const ChoiceFileId id(insertRow(connection, file));
    Json record = recordOf(file);
    record.erase("document");  // it is kept with the file
    Write::note(in, {Entity::choice, file.choice.value}, Action::changed, Json{{"after", {{"choice_file", record}}}});
    return id;
  });
}
Result<std::vector<ChoiceFile>> SentStore::choiceFiles(ChoiceId choice) const {
  return listRows<ChoiceFile>(*m_connection, "choice_id = ?", choice);
}
Result<std::optional<ChoiceFile>> SentStore::choiceFile(const std::string& code) const {
  return reading(*m_connection,
                 [&]() -> Result<std::optional<ChoiceFile>> { return first(readRows<ChoiceFile>(*m_connection, "code = ?", code)); });
}
Result<void> SentStore::answered(Transaction& in, ChoiceFileId id) {
  return Write::run(in, [&](Connection& connection) -> Result<void> {
    auto file = readRow<ChoiceFile>(connection, id);
    if (!file) return fail(ErrorCode::notFound, "choice file", "This choice was not sent as a file.");
    if (file->answeredAt)
      return fail(
          ErrorCode::conflict, "choice file",
          "This choice was answered on " + longDate(englandDay(*file->answeredAt)) + ". Send the choice anew to have another answer.");
    file->answeredAt = in.at();
    updateRow(connection, *file);
    Write::note(in, {Entity::choice, file->choice.value}, Action::changed,
                Json{{"after", {{"choice_file_answered", isoInstant(in.at())}}}});
    return {};
  });
}

Result<void> SentStore::addRemark(Transaction& in, const ChoiceRemark& remark) {
  return Write::run(in, [&](Connection& connection) -> Result<void> {
    {
      Query query(connection, "INSERT INTO choice_remark (" + listed(columnNames<ChoiceRemark>()) + ") VALUES (" +
                                  marks(columnNames<ChoiceRemark>().size()) + ")");
      ColumnsIn values(query);
      columns(remark, values);
      query.run();
    }
    Write::note(in, {Entity::choice, remark.choice.value}, Action::changed, Json{{"after", {{"choice_remark", recordOf(remark)}}}});
    return {};
  });
}
Result<std::vector<ChoiceRemark>> SentStore::remarks(ChoiceId choice) const {
  return reading(*m_connection, [&]() -> Result<std::vector<ChoiceRemark>> {
    std::vector<ChoiceRemark> all;
    Query query(*m_connection, "SELECT " + listed(columnNames<ChoiceRemark>()) + " FROM choice_remark WHERE choice_id = ? ORDER BY id");
    query.with(choice);
    while (query.next()) {
      ColumnsOut out(query);
      columns(all.emplace_back(), out);
    }
    return all;
  });
}
Result<void> SentStore::answerRemark(Transaction& in, ChoiceId choice, const std::string& answer) {
  return Write::run(in, [&](Connection& connection) -> Result<void> {
    Query query(connection,
                "UPDATE choice_remark SET answer = ?, answered_at = ? WHERE id = (SELECT min(id) FROM choice_remark WHERE choice_id = ? "
                "AND wants_more = 1 AND answered_at IS NULL)");
    query.with(answer, in.at(), choice).run();
    if (query.changes() == 0) return fail(ErrorCode::notFound, "remark", "Nothing that was asked for waits for an answer.");
    Write::note(in, {Entity::choice, choice.value}, Action::changed, Json{{"after", {{"choice_remark_answered", answer}}}});
    return {};
  });
}

Result<void> SentStore::addTaken(Transaction& in, const std::string& digest, const std::string& reference) {
  return Write::run(in, [&](Connection& connection) -> Result<void> {
    Query query(connection,
                "INSERT INTO taken_file (digest, at, by_person_id, reference) VALUES (?, ?, ?, ?) ON CONFLICT (digest) DO NOTHING");
    query.with(digest, in.at(), in.who(), reference).run();
    if (query.changes() == 0) return fail(ErrorCode::conflict, "file", "This very file was taken in before.");
    return {};
  });
}
Result<std::optional<TakenFile>> SentStore::taken(const std::string& digest) const {
  return reading(*m_connection, [&]() -> Result<std::optional<TakenFile>> {
    Query query(*m_connection, "SELECT digest, at, by_person_id, reference FROM taken_file WHERE digest = ?");
    query.with(digest);
    if (!query.next()) return std::optional<TakenFile>();
    TakenFile file;
    query.take(file.digest);
    query.take(file.at);
    query.take(file.by);
    query.take(file.reference);
    return std::optional<TakenFile>(std::move(file));
  });
}

}  // namespace homeward::store
