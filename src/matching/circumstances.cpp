#include "matching/circumstances.h"

#include <algorithm>

#include "matching/asked.h"

namespace homeward::matching {

People::People(const Referral& referral, const std::vector<Child>& children, std::span<const Child> elsewhere,
               std::span<const std::vector<Placement>> stays)
    : m_children(children),
      m_elsewhere(elsewhere),
      m_stays(stays),
      m_referral(&referral),
      m_oneGroup(referral.kind == ReferralKind::siblingGroup) {
  m_lookedAfter.reserve(children.size());
  for (std::size_t i = 0; i < children.size(); ++i) m_lookedAfter.push_back(isLookedAfter(referral, children, i));
  if (std::none_of(m_lookedAfter.begin(), m_lookedAfter.end(), [](bool is) { return is; })) m_lookedAfter.assign(children.size(), true);
}

People::People(const Child& alone, std::span<const Child> elsewhere) : m_children(&alone, 1), m_elsewhere(elsewhere), m_lookedAfter{true} {}

bool People::siblings(std::size_t a, std::size_t b) const {
  if (!m_lookedAfter[a] || !m_lookedAfter[b]) return false;
  const auto& first = m_children[a].siblings;
  const auto& second = m_children[b].siblings;
  return m_oneGroup || (first && first == second);
}

bool People::siblingElsewhere(std::size_t child, std::size_t elsewhere) const {
  const auto& mine = m_children[child].siblings;
  const auto& theirs = m_elsewhere[elsewhere].siblings;
  // Those who are listed are siblings; only where two groups are on record and differ are they of another member.
  return m_lookedAfter[child] && (!mine || !theirs || mine == theirs);
}

bool People::allSiblings(const std::vector<std::size_t>& joining, const Setting& setting, Date day) const {
  for (std::size_t i = 0; i < joining.size(); ++i)
    for (std::size_t j = i + 1; j < joining.size(); ++j)
      if (!siblings(joining[i], joining[j])) return false;
  return std::all_of(setting.residents.begin(), setting.residents.end(), [&](const Resident& resident) {
    if (!resident.fostered || !resident.livesThereOn(day)) return true;
    if (!resident.child) return false;
    const auto is = [&](const Child& one) { return one.id == *resident.child; };
    if (const auto member = std::find_if(m_children.begin(), m_children.end(), is); member != m_children.end()) {
      const auto there = static_cast<std::size_t>(member - m_children.begin());
      return std::all_of(joining.begin(), joining.end(), [&](std::size_t child) { return child == there || siblings(child, there); });
    }
    const auto listed = std::find_if(m_elsewhere.begin(), m_elsewhere.end(), is);
    if (listed == m_elsewhere.end()) return false;
    const auto sibling = static_cast<std::size_t>(listed - m_elsewhere.begin());
    return std::all_of(joining.begin(), joining.end(), [&](std::size_t child) { return siblingElsewhere(child, sibling); });
  });
}

law::Circumstances circumstances(const People& people, std::size_t child, const std::vector<std::size_t>& joining, const Arrival& arrival,
                                 const std::string& responsibleAuthority, const geography::Atlas& atlas) {
  law::Circumstances facts;
  facts.child = &people.children()[child];
  facts.setting = arrival.setting;
  facts.provider = arrival.provider;
  facts.placedOn = arrival.on;
  facts.emergency = arrival.emergency;
  facts.responsibleAuthority = responsibleAuthority;
  facts.table = arrival.rules;
  facts.referral = people.referral();
  facts.offer = arrival.offer;
  facts.stays = people.stays(child);
  facts.keepsSchool = keepsSchool({arrival.setting, arrival.provider, arrival.offer}, facts.child->id);
  std::vector<std::size_t> looked;
  for (const std::size_t i : joining) {
    if (!people.lookedAfter(i)) continue;  // a parent who moves in too is not a foster child
    looked.push_back(i);
    facts.joining.push_back(&people.children()[i]);
  }
  if (arrival.setting == nullptr) return facts;
  const std::string& authority = arrival.setting->place.authority;
  if (!authority.empty() && !responsibleAuthority.empty()) {
    facts.inArea = authority == responsibleAuthority;
    facts.adjoins = *facts.inArea ? std::optional{false} : atlas.adjoin(responsibleAuthority, authority);
  }
  facts.sameSiblings = people.allSiblings(looked, *arrival.setting, arrival.on);
  return facts;
}

void addNearness(law::Circumstances& facts, const People& people, std::size_t child, const std::vector<std::size_t>& joining,
                 const geography::Atlas& atlas) {
  const auto among = [](const auto& list, auto&& is) { return std::any_of(list.begin(), list.end(), is); };
  for (std::size_t other = 0; other < people.children().size(); ++other) {
    if (other == child || !people.lookedAfter(other) || !people.siblings(child, other)) continue;
    ++facts.siblings;
    if (among(joining, [&](std::size_t one) { return one == other; })) ++facts.siblingsThere;
  }
  for (std::size_t other = 0; other < people.elsewhere().size(); ++other) {
    if (!people.siblingElsewhere(child, other)) continue;
    ++facts.siblings;
    const auto is = [&](const Resident& one) { return one.child == people.elsewhere()[other].id && one.livesThereOn(facts.placedOn); };
    if (facts.setting != nullptr && among(facts.setting->residents, is))
      ++facts.siblingsThere;
    else if (facts.setting == nullptr || !facts.setting->residentsKnown)
      ++facts.siblingsNotKnown;
  }
  if (facts.setting == nullptr) return;
  if (const auto miles = geography::distance(people.children()[child].home, facts.setting->place, atlas)) {
    facts.milesAtLeast = miles->low;
    facts.milesAtMost = miles->high;
  }
}

}  // namespace homeward::matching
