#include "app/rank_referral.h"

#include <algorithm>

#include "app/asking.h"
#include "app/referrals.h"
#include "wording/wording.h"

namespace homeward::app {
namespace {

/// What the market calls a home among its candidates.
std::string marketKey(SettingId home) { return "setting:" + std::to_string(home.value); }

std::string providerLine(const Provider& provider) {
  if (provider.sector == Sector::inHouse) return provider.name + " · " + wording::word("sector", text(provider.sector));
  return provider.framework.empty() ? provider.name : provider.name + " · " + provider.framework;
}

/// Why an offer does not stand, or none. Whoever said no after offering has taken the offer back: an offer is an answer of its own.
std::optional<Fact> whyGone(const Offer& offer, const std::vector<Approach>& approaches, Instant now) {
  if (offer.withdrawn) return Fact{"option.gone.withdrawn", {}};
  if (offer.standsUntil && *offer.standsUntil < now) return Fact{"option.gone.lapsed", {englandDay(*offer.standsUntil)}};
  const auto approach = std::find_if(approaches.begin(), approaches.end(), [&](const Approach& one) { return one.id == offer.approach; });
  if (approach != approaches.end() && approach->state == ApproachState::declined) return Fact{"option.gone.saidNo", {}};
  return std::nullopt;
}

const Offer* offerFor(const std::vector<const Offer*>& offers, ChildId child) {
  for (const Offer* offer : offers)
    if (std::find(offer->children.begin(), offer->children.end(), child) != offer->children.end()) return offer;
  return nullptr;
}

}  // namespace

RankedReferral::RankedReferral(std::shared_ptr<const Market> market, std::vector<Offer> offers, std::vector<Option> options,
                               std::shared_ptr<const matching::Request> request, std::shared_ptr<const geography::Atlas> atlas,
                               const matching::Policy& policy, Instant now, const std::vector<Approach>& approaches, matching::Stage stage)
    : m_market(std::move(market)), m_offers(std::move(offers)), m_options(std::move(options)) {
  if (stage == matching::Stage::offers) {
    auto candidates = fromOptions(*request, approaches, now);
    m_assessment = std::make_unique<matching::Assessment>(stage, std::move(request), std::move(candidates), std::move(atlas), policy);
  } else {
    m_assessment =
        std::make_unique<matching::Assessment>(std::move(request), m_market->facts, saidSoFar(approaches), std::move(atlas), policy);
  }
}

const std::vector<matching::Ranked>& RankedReferral::ranking() const {
  if (!m_ranking) m_ranking = matching::rank(m_assessment->problem());
  return *m_ranking;
}

std::vector<matching::Ranked> RankedReferral::firstBy(const std::vector<int>& weights, std::size_t count) const {
  if (m_assessment->stage() == matching::Stage::market) return m_assessment->standing().first(weights, count);
  auto all = matching::rank(m_assessment->problem(), weights);
  all.resize(std::min(all.size(), count));
  return all;
}

CandidateName RankedReferral::name(std::size_t candidate) const {
  if (m_assessment->stage() == matching::Stage::offers) return m_names[candidate];
  const auto& [setting, provider] = m_market->facts->home(candidate);
  if (setting != nullptr) return {setting->name, providerLine(*provider), setting->id, provider->id, std::nullopt, setting->type};
  return {provider->name, providerLine(*provider), std::nullopt, provider->id, std::nullopt, provider->asksFor};
}

matching::AnswersSoFar RankedReferral::saidSoFar(const std::vector<Approach>& approaches) const {
  matching::AnswersSoFar said;
  for (const Approach& approach : approaches) {
    const auto who =
        m_market->facts->find(approach.setting ? marketKey(*approach.setting) : "provider:" + std::to_string(approach.provider.value));
    if (who && m_market->facts->home(*who).provider->id == approach.provider) said[*who].push_back(approach.state);
  }
  return said;
}

std::vector<matching::CandidateFacts> RankedReferral::fromOptions(const matching::Request& request, const std::vector<Approach>& approaches,
                                                                  Instant now) {
  std::vector<matching::CandidateFacts> candidates;
  for (const Option& option : m_options) {
    std::vector<const Offer*> offers;
    std::optional<Fact> gone;
    for (const OfferId id : option.offers) {
      const auto found = std::find_if(m_offers.begin(), m_offers.end(), [id](const Offer& offer) { return offer.id == id; });
      if (found == m_offers.end()) continue;
      if (!gone) gone = whyGone(*found, approaches, now);
      offers.push_back(&*found);
    }
    if (gone) {
      m_gone.emplace_back(option.id, *std::move(gone));
      continue;
    }
    matching::CandidateFacts facts{"option:" + std::to_string(option.id.value), {}, {}, {}};
    for (const Child& child : request.children) {
      const Offer* offer = offerFor(offers, child.id);
      const Setting* setting = offer == nullptr ? nullptr : m_market->setting(offer->setting);
      if (setting == nullptr) break;
      facts.perChild.push_back({setting, m_market->provider(offer->provider), offer});
    }
    if (offers.size() != option.offers.size() || facts.perChild.size() != request.children.size() || facts.perChild.empty()) {
      m_gone.emplace_back(option.id, Fact{"option.gone.notEverybody", {}});
      continue;
    }
    const matching::Assignment& first = facts.perChild.front();
    if (std::ranges::all_of(facts.perChild, [&](const auto& one) { return one.setting == first.setting; }))
      facts.home = marketKey(first.setting->id);
    m_names.push_back({option.label, first.provider == nullptr ? std::string{} : providerLine(*first.provider), first.setting->id,
                       first.setting->provider, option.id, first.setting->type});
    candidates.push_back(std::move(facts));
  }
  return candidates;
}

std::optional<Fact> RankedReferral::noLongerOffered(OptionId option) const {
  const auto gone = std::find_if(m_gone.begin(), m_gone.end(), [option](const auto& one) { return one.first == option; });
  return gone == m_gone.end() ? std::nullopt : std::optional{gone->second};
}

std::vector<GateCount> gatesByHarm(const matching::Problem& problem) {
  const std::size_t gates = problem.gates.size();
  std::vector<GateCount> counts(gates);
  for (std::size_t g = 0; g < gates; ++g) counts[g].gate = problem.gates[g];
  for (std::size_t c = 0; c < problem.candidates.size(); ++c) {
    std::size_t failed = 0;
    std::size_t last = 0;
    for (std::size_t g = 0; g < gates; ++g) {
      if (problem.gateResults[c * gates + g] != matching::GateResult::fail) continue;
      ++counts[g].failed;
      ++failed;
      last = g;
    }
    if (failed == 1) ++counts[last].onlyThis;
  }
  std::erase_if(counts, [](const GateCount& count) { return count.failed == 0; });
  std::stable_sort(counts.begin(), counts.end(), [](const GateCount& a, const GateCount& b) { return a.failed > b.failed; });
  return counts;
}

}  // namespace homeward::app
