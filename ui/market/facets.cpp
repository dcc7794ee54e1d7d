#include "market/facets.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <functional>
#include <limits>
#include <map>

#include "shared/format.h"
#include "wording/wording.h"

namespace homeward::ui {
namespace {

QString say(const char* text) { return QCoreApplication::translate("Facets", text); }
QString word(std::string_view group, std::string_view value) {
  auto text = q(wording::word(group, value));
  if (!text.isEmpty()) text[0] = text[0].toUpper();
  return text;
}

/// A group whose values are known beforehand; `valueOf` answers the place of a row's value.
struct Draft {
  Facet facet;
  std::function<std::size_t(const MarketRow&)> valueOf;
};

Draft statusGroup() {
  return {{QStringLiteral("status"),
           say("Status"),
           {{QStringLiteral("eligible"), say("Eligible"), Sign::pass},
            {QStringLiteral("toConfirm"), say("To confirm"), Sign::unknown},
            {QStringLiteral("nearMiss"), say("Nearest misses"), Sign::fail},
            {QStringLiteral("notEligible"), say("Not eligible"), Sign::fail}}},
          [](const MarketRow& row) -> std::size_t {
            switch (row.status) {
              case matching::Status::eligible:
                return 0;
              case matching::Status::toConfirm:
                return 1;
              case matching::Status::notEligible:
                break;
            }
            return row.nearMiss ? 2 : 3;
          }};
}

Draft typeGroup() {
  Facet facet{QStringLiteral("type"), say("Setting type"), {}};
  for (const auto type : all<SettingType>()) {
    const auto key = text(type);
    facet.values.push_back({q(key), word("settingType", key)});
  }
  facet.values.push_back({QStringLiteral("notSaid"), say("Not said")});
  const auto notSaid = facet.values.size() - 1;
  return {std::move(facet), [notSaid](const MarketRow& row) -> std::size_t {
            if (row.setting != nullptr) return static_cast<std::size_t>(row.setting->type);
            return row.provider != nullptr && row.provider->asksFor ? static_cast<std::size_t>(*row.provider->asksFor) : notSaid;
          }};
}

/// In-house first, then the frameworks' tiers by name, then, where no framework is recorded, the sector.
std::pair<int, QString> providerKey(const Provider* provider) {
  if (provider == nullptr) return {3, say("Not recorded")};
  if (provider->sector == Sector::inHouse) return {0, say("In-house")};
  if (!provider->framework.empty()) return {1, q(provider->framework)};
  return {2, word("sector", text(provider->sector))};
}

Draft providerGroup(const MarketLines& lines) {
  std::map<std::pair<int, QString>, std::size_t> places;
  for (const auto& row : lines.rows) places.emplace(providerKey(row.provider), 0);
  Facet facet{QStringLiteral("provider"), say("Provider"), {}};
  for (auto& [key, place] : places) {
    place = facet.values.size();
    auto label = key.second;
    if (key.first == 1 && !label.isEmpty()) label[0] = label[0].toUpper();
    facet.values.push_back({QString::number(key.first) + key.second, label});
  }
  return {std::move(facet), [places = std::move(places)](const MarketRow& row) { return places.at(providerKey(row.provider)); }};
}

Draft distanceGroup(const matching::Request& request) {
  std::vector<double> edges{10, 20, 40};
  if (const auto limit = request.referral.withinMilesOfHome; limit && std::find(edges.begin(), edges.end(), *limit) == edges.end()) {
    edges.push_back(*limit);
    std::sort(edges.begin(), edges.end());
  }
  const auto number = [](double miles) { return QString::number(miles, 'g', 4); };
  Facet facet{QStringLiteral("distance"), say("Distance from home"), {}};
  for (std::size_t i = 0; i < edges.size(); ++i)
    facet.values.push_back(
        {QStringLiteral("upTo") + number(edges[i]),
         i == 0 ? say("%1 miles or less").arg(number(edges[i])) : say("over %1 to %2").arg(number(edges[i - 1]), number(edges[i]))});
  facet.values.push_back({QStringLiteral("beyond"), say("over %1").arg(number(edges.back()))});
  facet.values.push_back({QStringLiteral("notKnown"), say("not known"), Sign::unknown});
  return {std::move(facet), [edges](const MarketRow& row) -> std::size_t {
            if (!row.home) return edges.size() + 1;
            const auto band = [&](double miles) {
              return static_cast<std::size_t>(std::lower_bound(edges.begin(), edges.end(), geography::shownMiles(miles)) - edges.begin());
            };
            return band(row.home->low) == band(row.home->high) ? band(row.home->high) : edges.size() + 1;
          }};
}

Draft freeGroup(Date day) {
  return {{QStringLiteral("free"),
           say("Free by %1").arg(q(shortDate(day))),
           {{QStringLiteral("yes"), say("Yes")},
            {QStringLiteral("notKnown"), say("Not known"), Sign::unknown},
            {QStringLiteral("no"), say("No")}}},
          [day](const MarketRow& row) { return static_cast<std::size_t>(freeBy(row.setting, day)); }};
}

/// Of places that somebody said are free, when that was last heard.
Draft confirmedGroup(Date today) {
  return {{QStringLiteral("confirmed"),
           say("Free place confirmed"),
           {{QStringLiteral("lately"), say("In the last four weeks")},
            {QStringLiteral("old"), say("Longer ago, or never"), Sign::unknown},
            {QStringLiteral("none"), say("No place said to be free")}}},
          [today](const MarketRow& row) -> std::size_t {
            if (row.setting == nullptr || !row.setting->vacancy || row.setting->vacancy->places <= 0) return 2;
            return confirmationIsOld(*row.setting, today) ? 1 : 0;
          }};
}

/// Who said that they take children on the same day; nobody is asked to say that they do not.
Draft sameDayGroup() {
  return {{QStringLiteral("sameDay"),
           say("On the same day"),
           {{QStringLiteral("yes"), say("Takes children")}, {QStringLiteral("notKnown"), say("Not said"), Sign::unknown}}},
          [](const MarketRow& row) -> std::size_t { return row.setting != nullptr && row.setting->terms.emergencies ? 0 : 1; }};
}

/// Whether its provider lists our area among those that it serves.
Draft areaGroup(const std::string& ours) {
  return {{QStringLiteral("area"),
           say("Serves our area"),
           {{QStringLiteral("yes"), say("Yes")},
            {QStringLiteral("notKnown"), say("Not known"), Sign::unknown},
            {QStringLiteral("no"), say("Lists other areas")}}},
          [ours](const MarketRow& row) -> std::size_t {
            if (row.provider == nullptr || row.provider->areas.empty()) return 1;
            return std::find(row.provider->areas.begin(), row.provider->areas.end(), ours) != row.provider->areas.end() ? 0 : 2;
          }};
}

Draft needGroup(NeedDomain domain, int level) {
  const auto key = text(domain);
  return {{QStringLiteral("need:") + q(key),
           word("need", key),
           {{QStringLiteral("evidenced"), say("%1 or more, evidenced").arg(level)},
            {QStringLiteral("claimed"), say("%1 or more, claimed").arg(level)},
            {QStringLiteral("lower"), say("below %1").arg(level)},
            {QStringLiteral("notKnown"), say("Not known"), Sign::unknown}}},
          [domain, level](const MarketRow& row) { return static_cast<std::size_t>(reaches(row.setting, domain, level)); }};
}

/// Essential needs of the children, the highest level of each domain.
std::map<NeedDomain, int> essentialNeeds(const matching::Request& request) {
  std::map<NeedDomain, int> needs;
  for (const auto& child : request.children)
    for (const auto& need : child.needs)
      if (need.essential) needs[need.domain] = std::max(needs[need.domain], need.level);
  return needs;
}

}  // namespace

Facets::Facets(const MarketLines& lines, Date today, const std::string& ours) {
  std::vector<Draft> drafts;
  const auto* request = lines.request();
  if (request != nullptr) drafts.push_back(statusGroup());
  drafts.push_back(typeGroup());
  drafts.push_back(providerGroup(lines));
  if (request != nullptr) drafts.push_back(distanceGroup(*request));
  if (request == nullptr || request->referral.urgency == Urgency::sameDay) drafts.push_back(sameDayGroup());
  drafts.push_back(freeGroup(request != nullptr ? std::max(request->referral.neededBy, today) : today));
  if (request == nullptr) drafts.push_back(confirmedGroup(today));
  if (!ours.empty()) drafts.push_back(areaGroup(ours));
  if (request != nullptr)
    for (const auto& [domain, level] : essentialNeeds(*request)) drafts.push_back(needGroup(domain, level));

  constexpr std::uint16_t unused = std::numeric_limits<std::uint16_t>::max();
  for (auto& draft : drafts) {
    std::vector<std::uint16_t> values;
    values.reserve(lines.rows.size());
    std::vector<int> counts(draft.facet.values.size(), 0);
    for (const auto& row : lines.rows) {
      const auto value = draft.valueOf(row);
      ++counts[value];
      values.push_back(static_cast<std::uint16_t>(value));
    }
    // A value that no line has would only be in the way, but the answers to yes, no and "not known" are always worth seeing.
    if (draft.facet.key == QLatin1String("type") || draft.facet.key == QLatin1String("distance")) {
      std::vector<std::uint16_t> moved(counts.size(), unused);
      std::vector<FacetValue> kept;
      for (std::size_t i = 0; i < counts.size(); ++i)
        if (counts[i] > 0) {
          moved[i] = static_cast<std::uint16_t>(kept.size());
          kept.push_back(draft.facet.values[i]);
        }
      draft.facet.values = std::move(kept);
      for (auto& value : values) value = moved[value];
    }
    m_groups.push_back(std::move(draft.facet));
    m_valueOf.push_back(std::move(values));
  }
  count();
}

bool Facets::passesBut(std::size_t row, std::size_t group) const {
  for (std::size_t g = 0; g < m_groups.size(); ++g) {
    if (g == group) continue;
    const auto& values = m_groups[g].values;
    if (values[m_valueOf[g][row]].ticked) continue;
    if (std::any_of(values.begin(), values.end(), [](const FacetValue& value) { return value.ticked; })) return false;
  }
  return true;
}

bool Facets::passes(std::size_t row) const { return passesBut(row, m_groups.size()); }

void Facets::count() {
  for (auto& group : m_groups)
    for (auto& value : group.values) value.count = 0;
  if (m_groups.empty()) return;
  for (std::size_t row = 0; row < m_valueOf.front().size(); ++row)
    for (std::size_t g = 0; g < m_groups.size(); ++g)
      if (passesBut(row, g)) ++m_groups[g].values[m_valueOf[g][row]].count;
}

void Facets::tick(std::size_t group, std::size_t value, bool ticked) {
  m_groups[group].values[value].ticked = ticked;
  count();
}

void Facets::tick(const QString& group, const QString& value) {
  for (std::size_t g = 0; g < m_groups.size(); ++g)
    for (std::size_t v = 0; v < m_groups[g].values.size(); ++v)
      if (m_groups[g].key == group && m_groups[g].values[v].key == value) tick(g, v, true);
}

void Facets::clear(std::size_t group) {
  for (auto& value : m_groups[group].values) value.ticked = false;
  count();
}

std::set<QString> Facets::ticks() const {
  std::set<QString> kept;
  for (const auto& group : m_groups)
    for (const auto& value : group.values)
      if (value.ticked) kept.insert(group.key + QLatin1Char('=') + value.key);
  return kept;
}

void Facets::setTicks(const std::set<QString>& ticks) {
  for (auto& group : m_groups)
    for (auto& value : group.values) value.ticked = ticks.count(group.key + QLatin1Char('=') + value.key) > 0;
  count();
}

void Facets::tickDefaults() {
  for (auto& group : m_groups)
    if (group.key == QLatin1String("status"))
      for (auto& value : group.values) value.ticked = value.key != QLatin1String("notEligible");
  count();
}

}  // namespace homeward::ui
