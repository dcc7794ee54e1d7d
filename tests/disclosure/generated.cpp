#include "generated.h"

#include <array>
#include <functional>
#include <set>

#include "disclosure/checksums.h"
#include "disclosure/words.h"

namespace homeward::tests {
namespace {

using Strings = std::vector<std::string>;

const Strings& firstNames() {
  static const Strings names = {"Marigold", "Bronwen",     "Anne-Marie", "Zo\xC3\xAB",    "Kacper",    "Oluwaseun", "Aoife",
                                "Rhys",     "Elizabeth",   "Mohammed",   "Sunniva",       "Tobias",    "Jayden",    "Wren",
                                "Thomas",   "Si\xC3\xA2n", "Priya",      "Dmitri",        "Chantelle", "Ignatius",  "Ottilie",
                                "Ravinder", "Catherine",   "Joshua",     "\xC5\x81ukasz", "Will"};
  return names;
}
const Strings& surnames() {
  static const Strings names = {"Quillfeather",
                                "Tansy",
                                "O'Hanlon",
                                "Brandt-Oyelaran",
                                "Featherstonehaugh",
                                "Wood",
                                "Kowalczyk",
                                "Burdock",
                                "McAllister",
                                "Chaudhry",
                                "St-John",
                                "N\xC3\xBA\xC3\xB1"
                                "ez",
                                "Teasel",
                                "Meadow",
                                "Ffoulkes"};
  return names;
}
const Strings& schools() {
  static const Strings names = {"Dandelion Primary School", "St Wulfstan's Church of England Academy", "Thornbury Grange High School",
                                "Kingsmead Infants", "The Larkrise Centre"};
  return names;
}

/// Ordinary sentences as such texts have them; {} is where something is planted.
const Strings& sentences() {
  static const Strings all = {"She gets on well with {} and likes to help in the garden.",
                              "At weekends he sees {} for two hours.",
                              "{} says that mornings are hard, and that a quiet start helps.",
                              "We were told by {} about the broken window.",
                              "He has lived with {} since he was small.",
                              "On the last visit {} spoke about bees, football and the dog next door.",
                              "Her reading is two years behind, which worries {}.",
                              "When it thunders he hides, and only {} can coax him out.",
                              "The plan is that {} rings every Sunday evening.",
                              "Last summer {} taught her to swim."};
  return all;
}
const Strings& numberSentences() {
  static const Strings all = {"The reference is {} if anybody asks.", "It is written in the file as {} and nowhere else.",
                              "Please use {} when you write.", "We have {} on record."};
  return all;
}
const Strings& placeSentences() {
  static const Strings all = {"They used to live at {} with two cats.", "The bus stops near {} every morning.",
                              "He still walks past {} on Fridays."};
  return all;
}
const Strings& daySentences() {
  static const Strings all = {"It happened on {} after tea.", "He was born on {} in the night.", "The order of {} still stands.",
                              "Since {} she has slept well."};
  return all;
}
const Strings& plain() {
  static const Strings all = {"She is nine and loves bees, Lego and being read to.",
                              "The home should be calm, with clear routines and no other child under five.",
                              "Meals together matter, and so does a light on the landing at night.",
                              "He is seen by CAMHS every second Monday and takes medicine for ADHD in the morning.",
                              "In March 2025 she moved from Year 4 to Year 5 and settled within a month.",
                              "When he is angry he shouts, throws things and then hides under the bed; half an hour later he is sorry.",
                              "The care plan is long-term fostering. Contact is supervised, once a month, in a centre.",
                              "He needs an adult beside him in class for about 15 hours a week.",
                              "Church is important to the family, and she sings in the choir at Christmas and Easter.",
                              "Nobody has hurt anybody since the autumn, and there were 3 incidents in the year before.",
                              "A carer who likes walking and does not mind mud would suit.",
                              "She speaks Welsh at home, English at school, and would like both.",
                              "Please say how you would keep them together, and from which day you could begin.",
                              "It costs about £1,250.50 a week at present, with education and therapy on top."};
  return all;
}

class Generator {
 public:
  explicit Generator(std::mt19937& chance) : m_chance(chance) {}

  GeneratedText make() {
    people();
    const std::array<std::function<void()>, 12> kinds = {[this] { person(); },   [this] { person(); },  [this] { person(); },
                                                         [this] { misspelt(); }, [this] { heldOut(); }, [this] { heldOut(); },
                                                         [this] { school(); },   [this] { address(); }, [this] { number(); },
                                                         [this] { mail(); },     [this] { day(); },     [this] { ordinary(); }};
    const int count = between(8, 16);
    for (int i = 0; i < count; ++i) {
      ordinary();
      kinds[static_cast<std::size_t>(between(0, static_cast<int>(kinds.size()) - 1))]();
    }
    m_made.names = m_names;
    m_made.school = m_school;
    m_made.words = disclosure::wordsOf(m_made.text).size();
    return std::move(m_made);
  }

 private:
  int between(int low, int high) { return std::uniform_int_distribution<int>(low, high)(m_chance); }
  bool oneIn(int n) { return between(1, n) == 1; }
  template <class T>
  const T& pick(const std::vector<T>& from) {
    return from[static_cast<std::size_t>(between(0, static_cast<int>(from.size()) - 1))];
  }

  void people() {
    for (int i = 0; i < 6; ++i) m_names.push_back(pick(firstNames()) + " " + pick(surnames()));
    m_made.record.addPerson(m_names[0], "[the child]");
    for (std::size_t i = 1; i < m_names.size(); ++i) m_made.record.addPerson(m_names[i], "[somebody they know]");
    m_school = pick(schools());
    m_made.record.addPlace(m_school, "[the school]", disclosure::Gives::school);
    m_made.record.addNumber("C-2207", "[number]");
  }

  /// In other letters, and broken over the end of a line.
  std::string dressed(std::string words) {
    const int dress = between(1, 10);
    if (dress <= 3)
      for (char& c : words) {
        const bool small = c >= 'a' && c <= 'z';
        const bool capital = c >= 'A' && c <= 'Z';
        if (dress == 1 && small) c = static_cast<char>(c - 32);
        if (dress == 2 && capital) c = static_cast<char>(c + 32);
        if (dress == 3 && oneIn(2) && small) c = static_cast<char>(c - 32);
      }
    if (oneIn(6))
      if (const auto blank = words.find(' '); blank != std::string::npos) words.replace(blank, 1, oneIn(2) ? "\n" : "  \n");
    return words;
  }

  void plant(const Strings& into, Planted piece) {
    std::string sentence = pick(into);
    const auto gap = sentence.find("{}");
    piece.at = m_made.text.size() + gap;
    sentence.replace(gap, 2, piece.written);
    m_made.text += sentence + (oneIn(5) ? "\n\n" : oneIn(4) ? "\n" : " ");
    m_made.planted.push_back(std::move(piece));
  }
  void ordinary() { m_made.text += pick(plain()) + (oneIn(4) ? "\n" : " "); }

  /// What counts of a name: each word of it that is no particle.
  static Strings telling(const std::string& name) {
    Strings words;
    for (const std::string& word : disclosure::foldedWords(name))
      if (word.size() > 2) words.push_back(word);
    return words;
  }

  void person() {
    const std::string& name = pick(m_names);
    const std::string first = name.substr(0, name.find(' '));
    const std::string last = name.substr(name.find(' ') + 1);
    std::string written;
    switch (between(1, 4)) {
      case 1:
        written = name;
        break;
      case 2:
        written = last;
        break;
      default:
        written = first;
    }
    Strings words = telling(written);
    if (oneIn(8) && first == "Elizabeth") written = "Lizzie", words = {"lizzie"};
    plant(sentences(), {"name", dressed(written), 0, words, {}});
  }

  void misspelt() {
    const std::string& name = pick(m_names);
    std::string word = name.substr(name.find(' ') + 1);
    if (oneIn(2)) word = name.substr(0, name.find(' '));
    if (word.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") != std::string::npos || word.size() < 5) return;
    const auto at = static_cast<std::size_t>(between(1, static_cast<int>(word.size()) - 2));
    switch (between(1, 4)) {
      case 1:
        word.erase(at, 1);
        break;
      case 2:
        word.insert(at, 1, word[at]);
        break;
      case 3:
        word[at] = word[at] == 'x' ? 'z' : 'x';
        break;
      default:
        std::swap(word[at], word[at + 1]);
    }
    plant(sentences(), {"misspelt", dressed(word), 0, telling(word), {}});
  }

  void heldOut() {
    const std::string& name = pick(namesHeldOut());
    plant(sentences(), {"unknown name", dressed(name), 0, telling(name), {}});
  }

  void school() {
    Strings words;
    for (const std::string& word : disclosure::foldedWords(m_school))
      if (word == "dandelion" || word == "wulfstan" || word == "thornbury" || word == "grange" || word == "kingsmead" || word == "larkrise")
        words.push_back(word);
    plant(placeSentences(), {"school", dressed(m_school), 0, words, {}});
  }

  void address() {
    const Strings streets = {"Rose Lane", "St Cuthbert's Road", "Old Mill Close", "Harbour View", "Queens Drive"};
    const std::string& street = pick(streets);
    const std::string house = std::to_string(between(1, 240)) + (oneIn(5) ? "b" : "");
    const bool withCode = oneIn(2);
    std::string written = dressed(house + " " + street) + (withCode ? dressed(", ZZ5 2AB") : "");
    plant(placeSentences(), {"address",
                             written,
                             0,
                             {disclosure::foldedWords(street).front() == "st" ? "cuthbert" : disclosure::foldedWords(street).front()},
                             withCode ? "52ab" : ""});
  }

  std::string digits(int many) {
    std::string all;
    for (int i = 0; i < many; ++i) all.push_back(static_cast<char>('0' + between(0, 9)));
    return all;
  }
  std::string grouped(const std::string& compact, const Strings& marks) {
    const std::string& mark = pick(marks);
    std::string out;
    for (std::size_t i = 0; i < compact.size(); ++i) {
      if (i > 0 && i % 3 == 0 && i + 1 < compact.size()) out += mark;
      out.push_back(compact[i]);
    }
    return out;
  }
  std::string small(std::string text) {
    for (char& c : text)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return text;
  }

  void number() {
    const Strings marks = {"", " ", "-", " ", "\n"};
    std::string compact;
    switch (between(1, 5)) {
      case 1:
        do compact = digits(10);
        while (!disclosure::isNhsNumber(compact));
        return plant(numberSentences(), {"nhs", grouped(compact, marks), 0, {}, compact});
      case 2:
        do compact = std::string(1, "ABCDEFGHJKLMNPQRTUVWXYZ"[between(0, 22)]) + digits(12);
        while (!disclosure::isUpn(compact));
        return plant(numberSentences(), {"upn", dressed(grouped(compact, marks)), 0, {}, small(compact)});
      case 3:
        compact = "AB" + digits(6) + std::string(1, static_cast<char>('A' + between(0, 3)));
        return plant(
            numberSentences(),
            {"nino", dressed(compact.substr(0, 2) + (oneIn(2) ? " " : "") + grouped(compact.substr(2), marks)), 0, {}, small(compact)});
      case 4:
        compact = "0163296" + digits(4);
        return plant(numberSentences(),
                     {"telephone", oneIn(2) ? "(01632) 96" + compact.substr(7) : grouped(compact, marks), 0, {}, compact.substr(5)});
      default:
        return plant(numberSentences(), {"number on record", dressed(oneIn(2) ? "C-2207" : "C 2207"), 0, {}, "c2207"});
    }
  }

  void mail() {
    const std::string user = small(m_names[0].substr(0, 3)) + digits(2);
    const std::string host = oneIn(2) ? "@example.com" : "@mail.example.org";
    plant(numberSentences(), {"mail", dressed(user + host), 0, {user}, {}});
  }

  void day() {
    const int d = between(1, 28);
    const int m = between(1, 12);
    const int y = between(2008, 2026);
    const Strings months = {"January", "February", "March",     "April",   "May",      "June",
                            "July",    "August",   "September", "October", "November", "December"};
    const std::string& month = months[static_cast<std::size_t>(m - 1)];
    const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    const std::string nth = std::to_string(d) + (d % 10 == 1 && d != 11   ? "st"
                                                 : d % 10 == 2 && d != 12 ? "nd"
                                                 : d % 10 == 3 && d != 13 ? "rd"
                                                                          : "th");
    const std::string year = std::to_string(y);
    std::string written;
    switch (between(1, 8)) {
      case 1:
        written = std::to_string(d) + " " + month + " " + year;
        break;
      case 2:
        written = nth + " of " + month + " " + year;
        break;
      case 3:
        written = month + " " + std::to_string(d) + ", " + year;
        break;
      case 4:
        written = two(d) + "/" + two(m) + "/" + year;
        break;
      case 5:
        written = std::to_string(d) + "." + std::to_string(m) + "." + year.substr(2);
        break;
      case 6:
        written = year + "-" + two(m) + "-" + two(d);
        break;
      case 7:
        written = std::to_string(d) + "-" + month.substr(0, 3) + "-" + year.substr(2);
        break;
      default:
        written = nth + " " + month;
    }
    plant(daySentences(), {"day", dressed(written), 0, {}, {}});
  }

  std::mt19937& m_chance;
  GeneratedText m_made;
  Strings m_names;
  std::string m_school;
};

}  // namespace

std::string leftOf(const Planted& piece, std::string_view text) {
  if (piece.kind == "unknown name") return {};
  std::set<std::string> words;
  for (const disclosure::Word& word : disclosure::wordsOf(text)) words.insert(word.folded);
  for (const std::string& word : piece.words)
    if (words.contains(word)) return word;
  std::string compact;
  for (const char c : text)
    if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'))
      compact.push_back(c);
    else if (c >= 'A' && c <= 'Z')
      compact.push_back(static_cast<char>(c + 32));
  return !piece.compact.empty() && compact.find(piece.compact) != std::string::npos ? piece.compact : std::string();
}

GeneratedText generatedText(std::mt19937& chance) { return Generator(chance).make(); }

const std::vector<std::string>& namesHeldOut() {
  static const Strings names = {
      "Brackenthwaite", "Osgodby",      "Thistlewick",   "Yevhenia",         "Szczepaniak",  "Mwangaza",   "Tregenza",   "Pendarvis",
      "Ngozika",        "Ashkenazy",    "Bhattacharjee", "Ferreirinha",      "Gwenhwyfar",   "Hrafnkell",  "Iphigenie",  "Kjersti",
      "Mbali",          "Nuruzzaman",   "Papadimitriou", "Quarshie",         "Rozhgar",      "Siobhra",    "Uchechukwu", "Wojtyla",
      "Xiadani",        "Zbigniewa",    "Arkwright",     "Butterworth-Hale", "Cholmondeley", "Dunwoodie",  "Entwistle",  "Fothergill",
      "Grimshaw",       "Wrathall",     "Ollerenshaw",   "Pocklington",      "Zelenkovsky",  "Amankwatia", "Thrupp",     "Kyndelan",
      "Hadderthwick",   "Bartnikowska", "Okwuosa",       "Skellorn",         "Umunnakwe"};
  return names;
}

}  // namespace homeward::tests
