// Drafts are kept, replaced and thrown away without a trace in the history, also in a file that is older than they are.
#include "store/raw.h"
#include "store/temporary_case.h"

namespace homeward::tests {

TEST_CASE("A draft is kept under one number until it is thrown away, and leaves no history") {
  TemporaryCase wendmoorCase;
  const auto drafts = [&] { return must(wendmoorCase.file().drafts().of(wendmoorCase.officer)); };
  const auto head = must(wendmoorCase.file().history().head());
  int told = 0;
  const auto listening = wendmoorCase.file().onCommit([&](const auto&) { ++told; });
  store::Draft draft;
  draft.typed = "{\"Name\":\"Robin Sed\"}";
  draft.id = wendmoorCase.change([&](store::Transaction& in) { return wendmoorCase.file().drafts().keep(in, draft); });
  draft.typed = "{\"Name\":\"Robin Sedge\"}";
  const auto again = wendmoorCase.change([&](store::Transaction& in) { return wendmoorCase.file().drafts().keep(in, draft); }, at(10));
  CHECK(again == draft.id);
  REQUIRE(drafts().size() == 1);
  CHECK(drafts().front().typed == draft.typed);
  CHECK(drafts().front().at == at(10));
  CHECK(must(wendmoorCase.file().drafts().of(wendmoorCase.socialWorker)).empty());
  must(wendmoorCase.file().change(wendmoorCase.officer, at(11),
                                  [&](store::Transaction& in) { return wendmoorCase.file().drafts().discard(in, draft.id); }));
  CHECK(drafts().empty());
  CHECK(must(wendmoorCase.file().history().head()) == head);
  CHECK(told == 0);
}

TEST_CASE("A file from before drafts is brought up to date and keeps them") {
  TemporaryCase wendmoorCase;
  wendmoorCase.close();
  const TemporaryFolder folder;
  const auto old = folder / "old.homeward";
  raw(old, store::caseFileLadder().front().sql);
  raw(old, "PRAGMA application_id = " + std::to_string(store::applicationId) + "; PRAGMA user_version = 1;");
  raw(old, R"(INSERT INTO authority (code, name, responsible) VALUES ('E06009999', 'Wendmoor', 1);
    INSERT INTO person (id, name, role, telephone, email, active, version) VALUES (7, 'Ivy Sedge', 'placementOfficer', '', '', 1, 1);)");
  auto outcome = store::CaseFile::open(old, store::OpenMode::readWrite, "Ivy Sedge", at(12));
  INFO(outcome.why.detail);
  REQUIRE(outcome.state == store::OpenState::migrated);
  const auto kept = outcome.file->change(PersonId(7), at(12), [&](store::Transaction& in) {
    return outcome.file->drafts().keep(in, {0, {}, {}, {}, "{}"});
  });
  REQUIRE(kept);
  CHECK(must(outcome.file->drafts().of(PersonId(7))).size() == 1);
}

}  // namespace homeward::tests
