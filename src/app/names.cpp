#include "app/names.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "support/text.h"

namespace homeward::app {
namespace {

constexpr std::string_view anySurname = "…";
constexpr std::string_view anyChild = "a child";

bool isMonth(std::string_view word) {
  constexpr std::array<std::string_view, 4> months = {"April", "May", "June", "August"};
  return std::ranges::find(months, word) != months.end();
}

/// The first that says what stands for a name holds; two children of one first name make it "a child".
class Covered {
 public:
  void whole(const std::string& name, const std::string& instead) {
    if (!trimmed(name).empty()) m_instead.emplace(name, instead);
  }
  void words(const std::string& name, const std::string& first) {
    const auto words = split(name, ' ');
    if (words.size() < 2) return;
    const std::string forename(words.front());
    if (const auto known = m_instead.find(forename); known != m_instead.end() && known->second != first)
      known->second = anyChild;
    else if (!isMonth(forename))
      m_instead.emplace(forename, first);
    if (const std::string surname(words.back()); !isMonth(surname)) m_instead.emplace(surname, anySurname);
  }
  [[nodiscard]] std::vector<std::pair<std::string, std::string>> all() const { return {m_instead.begin(), m_instead.end()}; }

 private:
  std::map<std::string, std::string> m_instead;
};

}  // namespace

Result<HiddenNames> hiddenNames(Workspace& workspace) {
  const auto children = workspace.file().children().all();
  if (!children) return failed(children);
  const auto groups = workspace.file().children().siblingGroups();
  if (!groups) return failed(groups);
  const auto people = workspace.file().people().people();
  if (!people) return failed(people);
  const auto market = workspace.market();
  if (!market) return failed(market);

  Covered covered;
  for (const Child& child : *children) {
    covered.whole(child.name, child.number);
    covered.whole(child.knownAs, child.number);
  }
  for (const SiblingGroup& group : *groups) covered.whole(group.name, "the siblings");
  for (const Child& child : *children)
    for (const Contact& contact : child.contacts) {
      const std::string instead = contact.relationship.empty() ? "a contact" : contact.relationship;
      covered.whole(contact.name, instead);
      covered.words(contact.name, instead);
    }
  for (const Child& child : *children) covered.words(child.name, child.number);

  HiddenNames names{covered.all(), {}};
  for (const Person& person : *people) names.kept.push_back(person.name);
  for (const Provider& provider : (*market)->providers) names.kept.push_back(provider.name);
  for (const Setting& setting : (*market)->settings) names.kept.push_back(setting.name);
  return names;
}

}  // namespace homeward::app
