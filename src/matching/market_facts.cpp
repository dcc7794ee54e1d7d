#include "matching/market_facts.h"

#include <bit>
#include <cstring>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <utility>

namespace homeward::matching {
namespace {

/// Facts written one after another: two homes are alike in an aspect where these bytes are.
class Key {
 public:
  [[nodiscard]] const std::string& bytes() const { return m_bytes; }
  void clear() { m_bytes.clear(); }

  void operator()(std::string_view text) {
    (*this)(text.size());
    m_bytes.append(text);
  }
  void operator()(Date day) { (*this)(day.time_since_epoch().count()); }
  template <class T>
  requires(std::is_arithmetic_v<T> || std::is_enum_v<T>) void operator()(T value) {
    char raw[sizeof(T)];
    std::memcpy(raw, &value, sizeof(T));
    m_bytes.append(raw, sizeof(T));
  }
  template <class T>
  void operator()(const std::optional<T>& value) {
    (*this)(value.has_value());
    if (value) (*this)(*value);
  }
  void operator()(const ChildId& child) { (*this)(child.value); }
  void operator()(const DateRange& range) {
    (*this)(range.from);
    (*this)(range.to);
  }
  template <class First, class Second, class... More>
  void operator()(const First& first, const Second& second, const More&... more) {
    (*this)(first);
    (*this)(second, more...);
  }

 private:
  std::string m_bytes;
};

void writeKind(Key& key, const MarketFacts::Home& home) {
  key(home.provider->sector, home.provider->asksFor, home.setting != nullptr);
  if (home.setting == nullptr) return;
  const Setting& setting = *home.setting;
  key(setting.type, setting.arrangement, setting.connectedPerson, setting.approvedByResponsibleAuthority, setting.temporaryApprovalFrom,
      setting.temporaryApprovalUntil, setting.carers);
}

void writeRegistered(Key& key, const std::optional<Registration>& registration) {
  key(registration.has_value());
  if (registration) key(registration->status, registration->since, registration->suspendedFrom, registration->places);
}

void writeInspected(Key& key, const std::optional<Registration>& registration) {
  key(registration.has_value());
  if (!registration) return;
  key(registration->inspection.has_value());
  if (registration->inspection) key(registration->inspection->grade, registration->inspection->on);
}

void writeTerms(Key& key, Aspect part, const Terms& terms) {
  key(terms.limitsKnown);
  if (part == Aspect::ages) key(terms.ageFrom, terms.ageTo);
  if (part == Aspect::numbers) key(terms.children);
  if (part == Aspect::sexes)
    for (const Sex sex : terms.sexes) key(sex);
  if (part != Aspect::purpose) return;
  key(terms.shortBreaksOnly, terms.parentAndChild, terms.solo, terms.emergencies);
  for (const RiskKind risk : terms.excludes) key(risk);
}

void writeResidents(Key& key, const Setting& setting) {
  key(setting.residentsKnown, setting.residents.size());
  for (const Resident& resident : setting.residents) key(resident.child, resident.age, resident.sex, resident.fostered, resident.leaves);
  for (const LimitExemption& exemption : setting.exemptions) {
    key(exemption.valid, exemption.children.size());
    for (const ChildId child : exemption.children) key(child);
  }
}

void writeOf(Key& key, Aspect aspect, const MarketFacts::Home& home) {
  const Setting* setting = home.setting;
  switch (aspect) {
    case Aspect::kind:
      return writeKind(key, home);
    case Aspect::registered:
      writeRegistered(key, home.provider->registration);
      return setting == nullptr ? void() : writeRegistered(key, setting->registration);
    case Aspect::inspected:
      writeInspected(key, home.provider->registration);
      return setting == nullptr ? void() : writeInspected(key, setting->registration);
    case Aspect::embargo:
      return key(home.provider->embargoed);
    case Aspect::ages:
    case Aspect::sexes:
    case Aspect::numbers:
    case Aspect::purpose:
      return setting == nullptr ? void() : writeTerms(key, aspect, setting->terms);
    case Aspect::residents:
      return setting == nullptr ? void() : writeResidents(key, *setting);
    case Aspect::room:
      if (setting != nullptr && setting->vacancy) key(setting->vacancy->places);
      return;
    case Aspect::vacancy:
      if (setting != nullptr && setting->vacancy) key(setting->vacancy->places, setting->vacancy->freeFrom, setting->vacancy->confirmedOn);
      return;
    case Aspect::willing:
      return setting == nullptr ? void() : key(setting->willingness.state, setting->willingness.until);
    case Aspect::area:
      return setting == nullptr ? void() : key(std::string_view(setting->place.authority));
    case Aspect::district:
      return setting == nullptr ? void() : key(std::string_view(outcode(setting->place.postcode)));
    case Aspect::features:
      if (setting != nullptr)
        for (const auto& [feature, there] : setting->features) key(std::string_view(feature), there);
      return;
    case Aspect::rooms:
      return setting == nullptr ? void() : key(setting->ownBedroom, setting->sharingAssessed);
    case Aspect::proof:
      return setting == nullptr ? void() : key(setting->proof.formB, setting->proof.formC, setting->proof.feedback);
    case Aspect::length:
      return setting == nullptr ? void() : key(setting->offersDays);
  }
}

void writeCapability(Key& key, NeedDomain domain, const Setting* setting) {
  if (setting == nullptr) return;
  for (const Capability& one : setting->capabilities)
    if (one.domain == domain) key(one.level, one.basis);
}

/// The next home, in the class of those with the same key.
template <class Same>
void put(Classes& classes, std::unordered_map<Same, std::uint32_t>& seen, const Same& key) {
  const auto [at, isNew] = seen.try_emplace(key, static_cast<std::uint32_t>(classes.first.size()));
  if (isNew) {
    classes.first.push_back(static_cast<std::uint32_t>(classes.of.size()));
    classes.size.push_back(0);
  }
  classes.of.push_back(at->second);
  ++classes.size[at->second];
}

/// Whatever the aspect, somebody who has no setting is a class apart.
Classes alikeIn(Aspects one, const std::vector<MarketFacts::Home>& homes) {
  const auto bit = static_cast<unsigned>(std::countr_zero(one));
  Classes classes;
  classes.of.reserve(homes.size());
  std::unordered_map<std::string, std::uint32_t> seen;
  Key key;
  for (std::size_t i = 0; i < homes.size(); ++i) {
    key.clear();
    key(homes[i].setting != nullptr);
    if (bit < firstDomain)
      writeOf(key, static_cast<Aspect>(bit), homes[i]);
    else
      writeCapability(key, static_cast<NeedDomain>(bit - firstDomain), homes[i].setting);
    put(classes, seen, key.bytes());
  }
  return classes;
}

Classes alikeInBoth(const Classes& a, const Classes& b) {
  Classes classes;
  classes.of.reserve(a.of.size());
  std::unordered_map<std::uint64_t, std::uint32_t> seen;
  for (std::size_t i = 0; i < a.of.size(); ++i) {
    put(classes, seen, std::uint64_t{a.of[i]} << 32U | b.of[i]);
  }
  return classes;
}

Candidate described(const MarketFacts::Home& home) {
  Candidate candidate;
  candidate.id = candidateId(home);
  if (home.setting != nullptr) {
    candidate.types.emplace_back(text(home.setting->type));
    candidate.place = home.setting->place.point;
  } else if (home.provider->asksFor) {
    candidate.types.emplace_back(text(*home.provider->asksFor));
  }
  candidate.providers.push_back(std::to_string(home.provider->id.value));
  return candidate;
}

}  // namespace

std::string candidateId(const MarketFacts::Home& home) {
  return home.setting != nullptr ? "setting:" + std::to_string(home.setting->id.value)
                                 : "provider:" + std::to_string(home.provider->id.value);
}

MarketFacts::MarketFacts(std::vector<Home> homes) : m_homes(std::move(homes)) {
  m_candidates.reserve(m_homes.size());
  m_rates.reserve(m_homes.size());
  for (const Home& home : m_homes) {
    m_candidates.push_back(described(home));
    m_rates.push_back(home.setting == nullptr ? std::nullopt : home.setting->weeklyRate);
    if (home.setting != nullptr && !home.setting->place.point && !home.setting->place.authority.empty())
      m_knownToAuthority.insert(home.setting->place.authority);
  }
  for (std::size_t i = 0; i < m_candidates.size(); ++i) m_at.emplace(m_candidates[i].id, i);
  for (auto aspect = Aspect::kind; aspect <= Aspect::embargo; aspect = static_cast<Aspect>(static_cast<int>(aspect) + 1)) sort(in(aspect));
  for (const NeedDomain domain : all<NeedDomain>()) sort(capabilityIn(domain));
  for (const Aspects several : looks::all) sort(several);
}

std::optional<std::size_t> MarketFacts::find(const std::string& id) const {
  const auto found = m_at.find(id);
  return found == m_at.end() ? std::nullopt : std::optional(found->second);
}

const Classes& MarketFacts::sort(Aspects aspects) {
  if (const auto there = m_classes.find(aspects); there != m_classes.end()) return *there->second;
  const Aspects lowest = aspects & (~aspects + 1);
  auto made =
      std::make_unique<const Classes>(aspects == lowest ? alikeIn(aspects, m_homes) : alikeInBoth(sort(lowest), sort(aspects & ~lowest)));
  return *m_classes.emplace(aspects, std::move(made)).first->second;
}

}  // namespace homeward::matching
