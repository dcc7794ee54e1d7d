#include "app/names.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "app/names_in.h"
#include "support/text.h"
#include "wording/wording.h"

namespace homeward::app {
namespace {

constexpr std::string_view anySurname = "…";

bool isMonth(std::string_view word) {
  constexpr std::array<std::string_view, 4> months = {"April", "May", "June", "August"};
  return std::ranges::find(months, word) != months.end();
}

/// "van", "de": parts of a name that tell nothing by themselves and stand in any sentence.
bool isParticle(std::string_view word) { return word.front() >= 'a' && word.front() <= 'z'; }

/// The first that says what stands for a name holds, but that one number must not stand for two children: what two of them are called,
/// or two people whom they know, is shown as what is said of any.
class Covered {
 public:
  void whole(const std::string& name, const std::string& instead, const std::string& ofAny) {
    if (!trimmed(name).empty()) put(std::string(trimmed(name)), instead, ofAny);
  }
  /// Every word of a name: the last is the surname, which many share.
  void words(const std::string& name, const std::string& instead, const std::string& ofAny) {
    auto words = split(name, ' ');
    std::erase_if(words, [](std::string_view word) { return trimmed(word).empty(); });
    if (words.size() < 2) return;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const std::string word(words[i]);
      const bool last = i + 1 == words.size();
      if (isMonth(word) || (i > 0 && !last && isParticle(word))) continue;
      if (last)
        m_instead.emplace(word, anySurname);
      else
        put(word, instead, ofAny);
    }
  }
  [[nodiscard]] std::vector<std::pair<std::string, std::string>> all() const { return {m_instead.begin(), m_instead.end()}; }

 private:
  void put(const std::string& name, const std::string& instead, const std::string& ofAny) {
    const auto [known, isNew] = m_instead.emplace(name, instead);
    if (!isNew && known->second != instead) known->second = ofAny;
  }
  std::map<std::string, std::string> m_instead;
};

}  // namespace

Result<HiddenNames> hiddenNames(Workspace& workspace) {
  auto children = workspace.file().children().all();
  if (!children) return failed(children);
  const auto binned = workspace.file().work().bin();
  if (!binned) return failed(binned);
  HiddenNames names;
  for (const store::Binned& thing : *binned) {
    if (thing.what.entity == store::Entity::child) {
      auto child = workspace.file().children().get(ChildId{thing.what.id});
      if (!child) return failed(child);
      children->push_back(*std::move(child));
    } else if (thing.what.entity == store::Entity::setting) {
      const auto setting = workspace.file().market().setting(SettingId{thing.what.id});
      if (!setting) return failed(setting);
      names.kept.push_back(setting->name);
    } else if (thing.what.entity == store::Entity::provider) {
      const auto provider = workspace.file().market().provider(ProviderId{thing.what.id});
      if (!provider) return failed(provider);
      names.kept.push_back(provider->name);
    }
  }
  const auto groups = workspace.file().children().siblingGroups();
  if (!groups) return failed(groups);
  const auto people = workspace.file().people().people();
  if (!people) return failed(people);
  const auto market = workspace.market();
  if (!market) return failed(market);

  const std::string anyChild = wording::word("hidden", "child");
  const std::string anyContact = wording::word("hidden", "contact");
  const std::string anySiblings = wording::word("hidden", "siblings");
  Covered covered;
  for (const Child& child : *children)
    for (const std::string& name : {child.name, child.knownAs}) covered.whole(name, child.number, anyChild);
  for (const SiblingGroup& group : *groups) covered.whole(group.name, anySiblings, anySiblings);
  for (const Child& child : *children)
    for (const Contact& contact : child.contacts) {
      if (std::ranges::find(*children, contact.name, &Child::name) != children->end()) continue;  // a child of the case file: has a number
      const std::string instead = contact.relationship.empty() ? anyContact : contact.relationship;
      covered.whole(contact.name, instead, anyContact);
      covered.words(contact.name, instead, anyContact);
    }
  for (const Child& child : *children)
    for (const std::string& name : {child.name, child.knownAs}) covered.words(name, child.number, anyChild);

  const auto referrals = workspace.file().referrals().all();
  if (!referrals) return failed(referrals);
  for (const Referral& referral : *referrals)
    for (const std::string& name : peopleNamed(referral)) {
      if (std::ranges::find(*people, name, &Person::name) != people->end()) continue;  // who works here is no family
      covered.whole(name, anyContact, anyContact);
      covered.words(name, anyContact, anyContact);
    }

  names.covered = covered.all();
  for (const Person& person : *people) names.kept.push_back(person.name);
  for (const Provider& provider : (*market)->providers) names.kept.push_back(provider.name);
  for (const Setting& setting : (*market)->settings) names.kept.push_back(setting.name);
  return names;
}

}  // namespace homeward::app
