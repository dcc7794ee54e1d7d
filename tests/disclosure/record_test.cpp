// What is on record is found in every dress: any letters, plurals, a letter wrong, initials, short forms, broken lines.
#include "disclosure/search.h"
#include "disclosure/words.h"
#include "support/catch.h"

using namespace homeward::disclosure;

namespace {

Record family() {
  Record record;
  record.addPerson("Marigold Quillfeather", "[the child]");
  record.addPerson("Zo\xC3\xAB O'Hanlon-Brandt", "[somebody they know]");
  record.addPerson("Elizabeth Tansy", "[a sister]");
  record.addPlace("St Wulfstan's Church of England Primary School", "[the school]", Gives::school);
  record.addNumber("C-2207", "[number]");
  return record;
}
std::string out(std::string_view text) { return without(text, marksIn(text, family())); }

}  // namespace

TEST_CASE("Words are read as somebody reads who looks for names") {
  CHECK(foldedWords("Zo\xC3\xAB St-John O'Hara") == std::vector<std::string>{"zoe", "st", "john", "o", "hara"});
  CHECK(foldedWords("Mari-\ngold") == std::vector<std::string>{"marigold"});
  CHECK(foldedWords("Mari\xC2\xADgold Ma\xE2\x80\x8Bri") == std::vector<std::string>{"marigold", "mari"});
  CHECK(foldedWords("e\xCC\x81"
                    "clair \xC5\x81ukasz") == std::vector<std::string>{"eclair", "lukasz"});
  const auto words = wordsOf("She said: \"No.\" Then McKay left.\n\nWREN");
  REQUIRE(words.size() == 7);
  CHECK(words[0].opensSentence);
  CHECK(words[2].opensSentence);
  CHECK(words[3].opensSentence);
  CHECK_FALSE(words[4].opensSentence);
  CHECK(words[4].capitalInside);
  CHECK(words[6].allCapitals);
  CHECK(words[6].opensSentence);
}

TEST_CASE("Names on record go in every dress") {
  CHECK(out("Marigold Quillfeather likes bees.") == "[the child] likes bees.");
  CHECK(out("MARIGOLD likes bees; so does marigold.") == "[the child] likes bees; so does [the child].");
  CHECK(out("Mari-\ngold likes bees") == "[the child] likes bees");
  CHECK(out("Marigold\nQuillfeather likes bees") == "[the child] likes bees");
  CHECK(out("Marigold's bees, the Quillfeathers\xE2\x80\x99 dog") == "[the child]'s bees, the [the child]\xE2\x80\x99 dog");
  CHECK(out("Marigld and Marrigold and Marigodl") == "[the child] and [the child] and [the child]");
  CHECK(out("zoe o hanlon, Zoe\xCC\x88") == "[somebody they know], [somebody they know]");
  CHECK(out("Lizzie and Beth are one") == "[a sister] and [a sister] are one");
  CHECK(out("M.Q. said so; MQ did; M. Q. too") == "[the child] said so; [the child] did; [the child] too");
  CHECK(out("goes to Wulfstan's, a church school") == "goes to [the school]'s, a church school");
  CHECK(out("C-2207, c 2207, C2207, but 22 07 no") == "[number], [number], [number], but 22 07 no");
}

TEST_CASE("Initials alone, names with figures, and letters of any Latin alphabet go too") {
  Record record;
  record.addPerson("Wren Tansy", "[the child]");
  record.addPerson(
      "\xE1\xBB\x8C"
      "lamide Nguy\xE1\xBB\x85n",
      "[somebody they know]");
  record.addPerson("\xC8\x98tefan", "[somebody they know]");
  record.addPerson("William Baker", "[somebody of the council]", Record::Forms::nameAlone);
  const auto out = [&](std::string_view text) { return without(text, marksIn(text, record)); };
  CHECK(out("W said she hates maths. W.'s mum rings W") == "[the child] said she hates maths. [the child]'s mum rings [the child]");
  CHECK(out("Her name there is Wren2014, and wren_09.") == "Her name there is [the child], and [the child]_09.");
  CHECK(out("Olamide Nguyen and o\xCC\xA3lamide; Stefan, \xC5\x9Etefan") ==
        "[somebody they know] and [somebody they know]; [somebody they know], [somebody they know]");
  CHECK(out("He will need help; William will see.") == "He will need help; [somebody of the council] will see.");
}

TEST_CASE("A name on record that is a common word is left to the reader in small letters, of a place not at all") {
  Record record;
  record.addPerson("Hope Wood", "[the child]");
  record.addPlace("Little Acorns", "[a home]", Gives::home);
  const auto marks = marksIn("There is hope in a little wood.", record);
  REQUIRE(marks.size() == 2);
  for (const Mark& mark : marks) CHECK_FALSE(isCertain(mark.because));
  CHECK(without("We met Hope Wood at Little Acorns.", marksIn("We met Hope Wood at Little Acorns.", record)) ==
        "We met [the child] at [a home].");
  for (const Mark& mark : marksIn("we met hope wood", record)) CHECK(isCertain(mark.because));
}

TEST_CASE("Two words that differ by one letter") {
  CHECK(differByOne("wren", "wrens"));
  CHECK(differByOne("wren", "wen"));
  CHECK(differByOne("wren", "wran"));
  CHECK(differByOne("wren", "rwen"));
  CHECK_FALSE(differByOne("wren", "wren"));
  CHECK_FALSE(differByOne("wren", "rewn"));
  CHECK_FALSE(differByOne("wren", "wrensy"));
}

TEST_CASE("What lies over one another goes as a whole, and nothing is cut inside a letter") {
  Record record;
  record.addPerson("March", "[x]");
  const std::string text = "3 March 2014 \xC3\xA9t\xC3\xA9";
  const auto marks = marksIn(text, record);
  REQUIRE(marks.size() == 1);
  CHECK(marks.front().gives == Gives::day);
  CHECK(marks.front().end == 12);
}

TEST_CASE("Names that nobody has on record are pointed at, ordinary words are not") {
  const auto likely = [](std::string_view text) {
    std::vector<std::string> found;
    for (const Mark& mark : marksIn(text, {}))
      if (!isCertain(mark.because)) found.push_back(std::string(text.substr(mark.begin, mark.end - mark.begin)));
    return found;
  };
  CHECK(likely("Her friend Brackenthwaite came.") == std::vector<std::string>{"Brackenthwaite"});
  CHECK(likely("Yesterday Oluwaseun rang.") == std::vector<std::string>{"Oluwaseun"});
  CHECK(likely("Mr Wood teaches her; she likes wood.") == std::vector<std::string>{"Wood"});
  CHECK(likely("Brothwell is her dog.") == std::vector<std::string>{"Brothwell"});
  CHECK(likely("he lives with his friend thistlewick") == std::vector<std::string>{"thistlewick"});
  CHECK(likely("She enjoys Lego and Minecraft, and is seen by CAMHS on Mondays. Will she move in May? The school is in England.").empty());
}
