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
  draft.mark = wendmoorCase.change([&](store::Transaction& in) { return wendmoorCase.file().drafts().keep(in, draft); });
  draft.typed = "{\"Name\":\"Robin Sedge\"}";
  const auto again = wendmoorCase.change([&](store::Transaction& in) { return wendmoorCase.file().drafts().keep(in, draft); }, at(10));
  CHECK(again == store::DraftMark{draft.mark.id, 2});
  REQUIRE(drafts().size() == 1);
  CHECK(drafts().front().typed == draft.typed);
  CHECK(drafts().front().at == at(10));
  CHECK(must(wendmoorCase.file().drafts().of(wendmoorCase.socialWorker)).empty());
  must(wendmoorCase.file().change(wendmoorCase.officer, at(11),
                                  [&](store::Transaction& in) { return wendmoorCase.file().drafts().discard(in, again); }));
  CHECK(drafts().empty());
  CHECK(must(wendmoorCase.file().history().head()) == head);
  CHECK(told == 0);
}

TEST_CASE("A form acts only on the draft that it has seen, and a draft stays whose it is") {
  TemporaryCase wendmoorCase;
  auto drafts = wendmoorCase.file().drafts();
  const auto keep = [&](store::DraftMark mark, const std::string& typed) {
    return wendmoorCase.change([&](store::Transaction& in) { return drafts.keep(in, {mark, {}, {}, {}, typed}); });
  };
  const auto discard = [&](store::DraftMark mark) {
    return wendmoorCase.change([&](store::Transaction& in) { return drafts.discard(in, mark); });
  };
  const auto shown = keep({}, "Robin");
  SECTION("kept by another form since") {
    const auto newer = keep(shown, "Robin Sedge");
    CHECK_FALSE(discard(shown));
    const auto beside = keep(shown, "Wren");
    CHECK(beside.id != newer.id);
    CHECK(must(drafts.of(wendmoorCase.officer)).size() == 2);
    CHECK(discard(newer));
    CHECK(discard(beside));
  }
  SECTION("an id is not used again") {
    CHECK(discard(shown));
    const auto other = keep({}, "Tansy");
    CHECK(other.id != shown.id);
    CHECK_FALSE(discard(shown));
    CHECK(keep(shown, "Robin").id != other.id);
    CHECK(must(drafts.of(wendmoorCase.officer)).size() == 2);
  }
  SECTION("kept while somebody else works") {
    must(wendmoorCase.file().change(wendmoorCase.socialWorker, at(10), [&](store::Transaction& in) {
      return drafts.keep(in, {shown, {}, {}, {}, "Robin Sedge"});
    }));
    CHECK(must(drafts.of(wendmoorCase.socialWorker)).empty());
    CHECK(must(drafts.of(wendmoorCase.officer)).front().typed == "Robin Sedge");
  }
}

TEST_CASE("Old drafts go, and those of people who no longer work") {
  TemporaryCase wendmoorCase;
  auto& file = wendmoorCase.file();
  const auto keep = [&](PersonId person, Instant when) {
    must(file.change(person, when, [&](store::Transaction& in) { return file.drafts().keep(in, {{}, {}, {}, {}, "{}"}); }));
  };
  keep(wendmoorCase.officer, at(8));
  keep(wendmoorCase.officer, at(10));
  keep(wendmoorCase.socialWorker, at(10));
  Person left = must(file.people().person(wendmoorCase.socialWorker));
  left.active = false;
  must(file.change(wendmoorCase.officer, at(11), [&](store::Transaction& in) { return file.people().savePerson(in, left); }));
  CHECK(wendmoorCase.change([&](store::Transaction& in) { return file.drafts().discardStale(in, at(9)); }) == 2);
  CHECK(must(file.drafts().of(wendmoorCase.officer)).size() == 1);
  CHECK(must(file.drafts().of(wendmoorCase.socialWorker)).empty());
}

TEST_CASE("A backup holds nothing of what is typed and not saved") {
  TemporaryCase wendmoorCase;
  auto& file = wendmoorCase.file();
  const auto mark = wendmoorCase.change([&](store::Transaction& in) {
    return file.drafts().keep(in, {{}, {}, {}, {}, "Robin Quillfeather"});
  });
  const auto backup = wendmoorCase.folder / "backup.homeward";
  must(file.backup(backup));
  CHECK(bytesOf(backup).find("Quillfeather") == std::string::npos);
  CHECK(must(file.drafts().of(wendmoorCase.officer)).front().mark == mark);
  auto copy = store::CaseFile::open(backup, store::OpenMode::readWrite, "Ivy Sedge", at(12));
  REQUIRE(copy.file);
  CHECK(must(copy.file->drafts().of(wendmoorCase.officer)).empty());
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
    return outcome.file->drafts().keep(in, {{}, {}, {}, {}, "{}"});
  });
  REQUIRE(kept);
  CHECK(must(outcome.file->drafts().of(PersonId(7))).size() == 1);
}

}  // namespace homeward::tests
