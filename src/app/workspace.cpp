#include "app/workspace.h"

#include <algorithm>
#include <array>
#include <span>

#include "app/residence.h"
#include "support/text.h"

namespace homeward::app {
namespace {

// Placements say who leaves a home, and when.
constexpr std::array marketKinds{store::Entity::provider, store::Entity::setting, store::Entity::placement};
constexpr std::array atlasKinds{store::Entity::areas, store::Entity::postcodes};

bool touches(const std::vector<store::Changed>& what, std::span<const store::Entity> kinds) {
  return std::any_of(what.begin(), what.end(),
                     [&](const store::Changed& one) { return std::find(kinds.begin(), kinds.end(), one.entity) != kinds.end(); });
}

}  // namespace

const Provider* Market::provider(ProviderId id) const {
  const auto found = providerAt.find(id);
  return found == providerAt.end() ? nullptr : &providers[found->second];
}

const Setting* Market::setting(SettingId id) const {
  const auto found = settingAt.find(id);
  return found == settingAt.end() ? nullptr : &settings[found->second];
}

Clock systemClock() {
  return [] { return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()); };
}

Workspace::Workspace(store::CaseFile file, Clock clock) : m_file(std::move(file)), m_clock(std::move(clock)) {
  m_listening = m_file.onCommit([this](const std::vector<store::Changed>& what) { changed(what); });
}

Result<std::unique_ptr<Workspace>> Workspace::over(store::CaseFile file, Clock clock) {
  std::unique_ptr<Workspace> workspace(new Workspace(std::move(file), std::move(clock)));
  const auto authority = workspace->m_file.people().responsibleAuthority();
  if (!authority) return failed(authority);
  workspace->m_authority = *authority;
  const auto fictional = workspace->m_file.properties().isFictional();
  if (!fictional) return failed(fictional);
  workspace->m_fictional = *fictional;

  if (const auto policy = workspace->readPolicy(); !policy) return failed(policy);

  const auto people = workspace->m_file.people().people();
  if (!people) return failed(people);
  const auto officer = std::find_if(people->begin(), people->end(),
                                    [](const Person& person) { return person.active && person.role == Role::placementOfficer; });
  if (officer != people->end())
    workspace->m_user = *officer;
  else if (!people->empty())
    workspace->m_user = people->front();
  return workspace;
}

Result<void> Workspace::readPolicy() {
  const auto stored = m_file.policies().inUse();
  if (!stored) return failed(stored);
  matching::Policy policy = matching::defaultPolicy();
  if (*stored) {
    auto read = matching::parsePolicy((*stored)->json);
    if (!read) return failed(read);
    policy = *std::move(read);
    policy.name = (*stored)->name;
    policy.version = (*stored)->version;
  }
  m_policy = std::move(policy);
  return {};
}

Result<void> Workspace::workAs(PersonId person) {
  auto found = m_file.people().person(person);
  if (!found) return failed(found);
  if (!found->active) return fail(ErrorCode::refused, "person", "This person no longer works with the case file. Choose somebody else.");
  m_user = *std::move(found);
  return {};
}

Result<std::shared_ptr<const Market>> Workspace::market() {
  if (m_market) return m_market;
  auto loaded = m_file.market().market();
  if (!loaded) return failed(loaded);
  auto market = std::make_shared<Market>();
  market->providers = std::move(loaded->providers);
  market->settings = std::move(loaded->settings);
  if (auto said = residentsByDay(*this, market->settings); !said) return failed(said);
  for (std::size_t i = 0; i < market->providers.size(); ++i) market->providerAt[market->providers[i].id] = i;
  for (std::size_t i = 0; i < market->settings.size(); ++i) market->settingAt[market->settings[i].id] = i;
  std::vector<matching::MarketFacts::Home> homes;
  for (const Setting& setting : market->settings)
    if (const Provider* provider = market->provider(setting.provider); provider != nullptr) homes.push_back({&setting, provider});
  for (const Provider& provider : market->providers)
    if (provider.toAsk) homes.push_back({nullptr, &provider});
  market->facts = std::make_shared<const matching::MarketFacts>(std::move(homes));
  m_market = std::move(market);
  return m_market;
}

Result<std::shared_ptr<const geography::Atlas>> Workspace::atlas() {
  if (m_atlas) return m_atlas;
  auto loaded = m_file.geography().atlas();
  if (!loaded) return failed(loaded);
  m_atlas = std::make_shared<const geography::Atlas>(*std::move(loaded));
  return m_atlas;
}

Result<Place> Workspace::placeOf(std::string_view postcode) {
  const auto standard = standardPostcode(postcode);
  const auto district = standard ? std::optional(outcode(*standard)) : standardDistrict(postcode);
  if (!district) return fail(ErrorCode::invalid, "postcode", "This is not a postcode. Write it as ZZ5 2AB, or its district as ZZ5.");
  if (standard) {
    auto found = m_file.geography().find(*standard);
    if (!found) return failed(found);
    if (*found) return **std::move(found);
  }
  const auto authority = m_file.geography().authorityOfDistrict(*district);
  if (!authority) return failed(authority);
  return Place{standard.value_or(*district), std::nullopt, authority->value_or(std::string())};
}

Place Workspace::placeAsTyped(std::string_view typed, const Place& before) {
  const std::string words(trimmed(typed));
  const auto standard = standardPostcode(words);
  const std::string postcode = standard ? *standard : standardDistrict(words).value_or(words);
  if (postcode == before.postcode && (before.point || postcode.empty())) return before;
  if (postcode.empty()) return {};
  const auto place = placeOf(postcode);
  return place ? *place : Place{postcode, std::nullopt, {}};
}

int Workspace::listen(std::function<void(const std::vector<store::Changed>&)> listener) {
  m_listeners[m_nextListener] = std::move(listener);
  return m_nextListener++;
}

void Workspace::forget(int listener) { m_listeners.erase(listener); }

Result<std::unique_ptr<Workspace>> Workspace::besides(store::OpenMode mode) {
  auto file = m_file.besides(mode);
  if (!file) return failed(file);
  auto other = over(*std::move(file), [at = now()] { return at; });
  if (!other) return failed(other);
  (*other)->m_user = m_user;
  (*other)->m_since = m_renewals;
  (*other)->m_besides = true;
  return other;
}

Workspace::Committed Workspace::committed() {
  Committed all{m_committed, nullptr, nullptr, m_since};
  if (touches(all.what, marketKinds)) all.market = market().value_or(nullptr);
  if (touches(all.what, atlasKinds)) all.atlas = atlas().value_or(nullptr);
  return all;
}

void Workspace::takeOver(const Committed& besides) {
  // What was read over there may lack what was saved here since: then it is read again here.
  const bool theLatest = m_renewals == besides.since;
  drop(besides.what);
  if (theLatest && besides.market) m_market = besides.market;
  if (theLatest && besides.atlas) m_atlas = besides.atlas;
  tell(besides.what);
}

void Workspace::changed(const std::vector<store::Changed>& what) {
  if (m_besides) m_committed.insert(m_committed.end(), what.begin(), what.end());
  drop(what);
  tell(what);
}

void Workspace::drop(const std::vector<store::Changed>& what) {
  const bool market = touches(what, marketKinds);
  const bool atlas = touches(what, atlasKinds);
  if (market) m_market.reset();
  if (atlas) m_atlas.reset();
  if (market || atlas) ++m_renewals;
  // One that cannot be read leaves the former in force, as the use case that took it into use refuses it beforehand.
  if (touches(what, std::array{store::Entity::policy})) static_cast<void>(readPolicy());
  if (touches(what, std::array{store::Entity::authority}))
    if (auto authority = m_file.people().responsibleAuthority(); authority) m_authority = *std::move(authority);
}

void Workspace::tell(const std::vector<store::Changed>& what) {
  // A listener may stop listening while it is told.
  const auto listeners = m_listeners;
  for (const auto& [number, listener] : listeners)
    if (m_listeners.contains(number)) listener(what);
}

}  // namespace homeward::app
