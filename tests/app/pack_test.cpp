// A pack from reading to files: what a person lets stay stays, what is on record never does; files and drafts say nothing by their names.
#include "app/pack_files.h"
#include "journey.h"

using namespace homeward;
using namespace homeward::tests;

namespace {

bool has(std::string_view text, std::string_view words) { return text.find(words) != std::string_view::npos; }

struct Packing : Journey {
  ReferralId referral;
  Packing() {
    app::ReferralCase entry = planned();
    entry.referral.inPlainWords = "Fritillary and her friend Brackenthwaite keep bees. Ring 01632 960123.";
    entry.children.front().name = "Fritillary Meadow";
    entry.children.front().strengths = "Fritillary paints. Brackenthwaite sings.";
    const auto saved = app::saveReferral(*workspace, entry);
    INFO((saved ? std::string{} : saved.error().detail));
    REQUIRE(saved);
    referral = saved->referral.id;
  }
  [[nodiscard]] std::pair<app::ReferralCase, app::Deidentifying> known() const {
    const auto known = app::toDeidentify(*workspace, referral, std::nullopt);
    REQUIRE(known);
    return *known;
  }
};

}  // namespace

TEST_CASE("A likely name stays when somebody lets it, what is on record and what has its shape never does") {
  const Packing packing;
  const auto [entry, how] = packing.known();
  const auto pieces = app::packPieces(entry, how);
  REQUIRE(pieces.size() >= 2);
  CHECK(pieces.front().key == "words");
  app::Reading all;
  for (const app::PackPiece& piece : pieces)
    for (const disclosure::Mark& mark : piece.marks) all[piece.key].left.insert(mark.begin);
  const auto nothingLeft = app::packOf(entry, how, pieces, {}, "K7QF3M");
  CHECK(nothingLeft.words == "[the child] and her friend [name] keep bees. Ring [number].");
  const auto allLeft = app::packOf(entry, how, pieces, all, "K7QF3M");
  CHECK(allLeft.words == "[the child] and her friend Brackenthwaite keep bees. Ring [number].");
  CHECK(allLeft.people.front().strengths == "[the child] paints. Brackenthwaite sings.");
  // A reader takes out more; what it touches goes with it.
  app::Reading more;
  const auto at = pieces.front().original.find("keep bees");
  more["words"].moreOut = {{at, at + 9}};
  CHECK(app::packOf(entry, how, pieces, more, "K7QF3M").words == "[the child] and her friend [name] [taken out]. Ring [number].");
  more["words"].moreOut = {{2, 10}};
  CHECK(app::packOf(entry, how, pieces, more, "K7QF3M").words == "[taken out] and her friend [name] keep bees. Ring [number].");
}

TEST_CASE("Files for providers: to read, for a program, a form and a mail each, named by a reference that says nothing") {
  Packing packing;
  auto& workspace = *packing.workspace;
  const auto market = workspace.market();
  REQUIRE(market);
  std::vector<app::Ask> whom;
  for (const Provider& provider : (*market)->providers)
    if (!provider.email.empty() && whom.size() < 3) whom.push_back({provider.id, std::nullopt});
  REQUIRE(whom.size() == 3);
  REQUIRE(app::askProviders(workspace, packing.referral, whom, workspace.now() + std::chrono::hours{48}));
  const auto lines = app::approachLines(workspace, packing.referral);
  REQUIRE(lines);
  const auto [entry, how] = packing.known();
  const std::string reference = app::newReference();
  CHECK(reference.size() == 6);
  CHECK(reference != app::newReference());
  const auto pack = app::packOf(entry, how, app::packPieces(entry, how), {}, reference);
  const auto files = app::packFiles(workspace, pack, "%PDF", *lines, app::Mails::oneEach);
  REQUIRE(files);
  CHECK(files->files.size() == 2 + 2 * 3);
  CHECK(files->withoutDraft.empty());
  for (const app::PackFile& file : files->files) {
    INFO(file.name);
    CHECK(has(file.name, reference));
    for (const char* tells : {"Fritillary", "Meadow", "R-0", "C-2"}) {
      CHECK_FALSE(has(file.name, tells));
      if (!has(file.name, ".xlsx")) CHECK_FALSE(has(file.bytes, tells));
    }
  }
  const auto together = app::packFiles(workspace, pack, "%PDF", *lines, app::Mails::blindCopies);
  REQUIRE(together);
  CHECK(together->files.size() == 4);
  REQUIRE(files->forms.size() == 3);
  REQUIRE(app::notePackSent(workspace, entry, *lines, reference, *files));
  const auto after = app::approachLines(workspace, packing.referral);
  REQUIRE(after);
  for (const app::ApproachLine& line : *after) {
    REQUIRE_FALSE(line.approach.log.empty());
    CHECK(line.approach.log.back().outcome == CallOutcome::sent);
    const auto form = std::ranges::find(files->forms, std::optional(line.approach.id), &SentForm::approach);
    REQUIRE(form != files->forms.end());
    CHECK(form->reference.starts_with(reference + "-"));
    CHECK(has(line.approach.log.back().note, form->reference));
    const auto sent = workspace.file().sent().packOf(form->reference);
    REQUIRE(sent);
    REQUIRE(*sent);
    CHECK((*sent)->referral == packing.referral);
    CHECK((*sent)->people == std::vector<ChildId>{entry.children.front().id});
  }
}

TEST_CASE("A child who is one of fewer than five by sex, age and district is pointed out, and is not where the council's area is told") {
  Packing packing;
  auto [entry, how] = packing.known();
  const auto alone = app::rareness(*packing.workspace, entry, how);
  REQUIRE(alone);
  INFO(entry.children.front().home.postcode);
  REQUIRE(alone->size() == 1);
  CHECK(alone->front().key == "pack.rare");
  const std::string district = outcode(entry.children.front().home.postcode);
  for (int i = 0; i < 4; ++i) {
    Child other = entry.children.front();
    other.id = {};
    other.number.clear();
    other.name = "Somebody " + std::string(1, static_cast<char>('A' + i));
    other.siblings.reset();
    REQUIRE(app::saveChild(*packing.workspace, other));
  }
  CHECK(app::rareness(*packing.workspace, entry, how)->empty());
  const auto pieces = app::packPieces(entry, how);
  CHECK(app::packOf(entry, how, pieces, {}, "X").from == std::vector<std::string>{district});
  how.wideArea = true;
  CHECK(app::packOf(entry, how, pieces, {}, "X").from == std::vector<std::string>{"Wendmoor"});
}
