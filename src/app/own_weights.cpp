#include "app/own_weights.h"

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>
#include <numeric>
#include <set>

#include "app/referral_stage.h"
#include "support/text.h"
#include "wording/wording.h"

namespace homeward::app {
namespace {

using nlohmann::json;
using Ranking = std::shared_ptr<const RankedReferral>;

constexpr std::size_t keptRows = 30;
constexpr const char* schema = "homeward/adjusted-orders/1";

/// By the policy and by the shares, over what there is: offers when any stands, else the market.
struct Both {
  Ranking policy;
  Ranking own;
};

Result<Both> bothOrders(Workspace& workspace, ReferralId referral, const std::vector<WeightShare>& shares) {
  matching::Stage stage = matching::Stage::offers;
  auto byPolicy = rankBy(workspace, referral, stage, workspace.policy(), {});
  if (!byPolicy) return failed(byPolicy);
  if ((*byPolicy)->ranking().empty()) {
    stage = matching::Stage::market;
    byPolicy = rankBy(workspace, referral, stage, workspace.policy(), {});
    if (!byPolicy) return failed(byPolicy);
  }
  auto byOwn = rankBy(workspace, referral, stage, workspace.policy(), shares);
  if (!byOwn) return failed(byOwn);
  return Both{*std::move(byPolicy), *std::move(byOwn)};
}

/// The first of either order: whoever rises from far below, or falls there, stands in both that are kept.
std::set<std::size_t> firstOfEither(const RankedReferral& one, const RankedReferral& other) {
  std::set<std::size_t> first;
  for (const RankedReferral* ranked : {&one, &other})
    for (std::size_t i = 0; i < std::min(keptRows, ranked->ranking().size()); ++i) first.insert(ranked->ranking()[i].candidate);
  return first;
}

json orderOf(const RankedReferral& ranked, const std::set<std::size_t>& kept) {
  const matching::Problem& problem = ranked.assessment().problem();
  json weights = json::array();
  for (std::size_t k = 0; k < problem.criteria.size(); ++k)
    weights.push_back({problem.criteria[k], wording::sentence(ranked.assessment().label(k)), problem.weights[k]});
  json rows = json::array();
  for (std::size_t i = 0; i < ranked.ranking().size(); ++i) {
    const matching::Ranked& row = ranked.ranking()[i];
    if (!kept.contains(row.candidate)) continue;
    rows.push_back({{"place", i + 1},
                    {"id", problem.candidates[row.candidate].id},
                    {"name", ranked.name(row.candidate).name},
                    {"status", std::string(text(row.status))},
                    {"known", row.known},
                    {"possible", row.possible}});
  }
  return {{"weights", std::move(weights)}, {"order", std::move(rows)}};
}

std::string kept(const RankedReferral& before, const RankedReferral& after, const matching::Policy& policy) {
  const std::set<std::size_t> first = firstOfEither(before, after);
  return json{{"schema", schema},
              {"stage", before.assessment().problem().stage == matching::Stage::offers ? "offers" : "market"},
              {"policy", policy.name},
              {"policyVersion", policy.version},
              {"before", orderOf(before, first)},
              {"after", orderOf(after, first)}}
      .dump(-1, ' ', false, json::error_handler_t::replace);
}

/// None: the rows are not what kept() writes.
std::optional<KeptOrder> orderIn(const json& document) {
  KeptOrder order;
  for (const json& weight : document.at("weights"))
    order.weights.push_back({weight.at(0).get<std::string>(), weight.at(1).get<std::string>(), weight.at(2).get<int>()});
  for (const json& row : document.at("order")) {
    const auto status = parse<matching::Status>(row.at("status").get<std::string>());
    if (!status) return std::nullopt;
    order.rows.push_back({row.value("place", order.rows.size() + 1), row.at("id").get<std::string>(), row.at("name").get<std::string>(),
                          *status, row.at("known").get<int>(), row.at("possible").get<int>()});
  }
  return order;
}

Result<void> readOrders(OwnWeights& own) {
  const json document = json::parse(own.adjustment.orders, nullptr, false);
  const auto unreadable = [] {
    return fail(ErrorCode::unreadable, "weights", "The orders that were kept with these weights cannot be read.");
  };
  if (document.is_discarded() || !document.is_object()) return unreadable();
  try {
    if (document.at("schema") != schema) return unreadable();
    own.stage = document.at("stage") == "market" ? matching::Stage::market : matching::Stage::offers;
    own.policy = document.at("policy").get<std::string>() + " v" + std::to_string(document.at("policyVersion").get<int>());
    auto before = orderIn(document.at("before"));
    auto after = orderIn(document.at("after"));
    if (!before || !after) return unreadable();
    own.before = std::move(*before);
    own.after = std::move(*after);
  } catch (const json::exception&) {
    return unreadable();
  }
  return {};
}

/// The shares that are in force; empty: the policy's weights are.
Result<std::vector<WeightShare>> sharesInForce(Workspace& workspace, ReferralId referral) {
  auto all = workspace.file().policies().adjustments(referral);
  if (!all) return failed(all);
  return all->empty() ? std::vector<WeightShare>{} : all->back().shares;
}

Result<std::vector<WeightShare>> sharesFor(Workspace& workspace, ReferralId referral, const std::vector<int>& weights) {
  const auto now = sharesInForce(workspace, referral);
  if (!now) return failed(now);
  const auto ranked = rankBy(workspace, referral, matching::Stage::offers, workspace.policy(), {});
  if (!ranked) return failed(ranked);
  const matching::Assessment& assessment = (*ranked)->assessment();
  const bool sums = std::all_of(weights.begin(), weights.end(), [](int weight) { return weight >= 0 && weight <= 1000; }) &&
                    std::accumulate(weights.begin(), weights.end(), 0) == 1000;
  if (weights.size() != assessment.problem().criteria.size() || !sums)
    return fail(ErrorCode::invalid, "weights", "The weights do not fit the criteria of this referral. Move them again.");
  return matching::sharesOf(workspace.policy(), *now, assessment.counted(), weights);
}

Result<void> mayAdjust(Workspace& workspace, ReferralId referral, const std::string& reason) {
  if (const auto may = mayAdjustWeights(workspace, referral); !may) return failed(may);
  if (trimmed(reason).empty()) return fail(ErrorCode::invalid, "reason", "Say why this child needs other weights than the policy has.");
  return {};
}

Result<void> write(Workspace& workspace, ReferralId referral, std::vector<WeightShare> shares, const std::string& reason,
                   std::string orders) {
  const auto offers = workspace.file().offers().offers(referral);
  if (!offers) return failed(offers);
  WeightAdjustment adjustment;
  adjustment.referral = referral;
  adjustment.by = workspace.user().id;
  adjustment.at = workspace.now();
  adjustment.reason = std::string(trimmed(reason));
  adjustment.afterOffers = !offers->empty();
  adjustment.orders = std::move(orders);
  adjustment.shares = std::move(shares);
  return workspace.change([&](store::Transaction& in) -> Result<void> {
    const auto id = workspace.file().policies().adjust(in, adjustment);
    if (!id) return failed(id);
    return {};
  });
}

}  // namespace

Result<void> mayAdjustWeights(Workspace& workspace, ReferralId referral) {
  if (workspace.readOnly()) return fail(ErrorCode::unavailable, "file", "This case file is open for reading only.");
  if (const auto may = notWithdrawn(workspace, referral); !may) return failed(may);
  const auto stored = workspace.file().referrals().get(referral);
  if (!stored) return failed(stored);
  if (!isOpen(stored->stage))
    return fail(ErrorCode::refused, "stage", "The placement of this referral has started, so its weights stay as they were.");
  return {};
}

Result<std::vector<OwnWeights>> ownWeightsOf(Workspace& workspace, ReferralId referral) {
  const auto stored = workspace.file().policies().adjustments(referral);
  if (!stored) return failed(stored);
  std::vector<OwnWeights> all;
  for (const WeightAdjustment& adjustment : *stored) {
    OwnWeights& own = all.emplace_back();
    own.adjustment = adjustment;
    const auto by = workspace.file().people().person(adjustment.by);
    if (!by) return failed(by);
    own.by = by->name;
    if (const auto read = readOrders(own); !read) return failed(read);
  }
  return all;
}

Result<std::optional<OwnWeights>> ownWeightsInForce(Workspace& workspace, ReferralId referral) {
  auto all = ownWeightsOf(workspace, referral);
  if (!all) return failed(all);
  if (all->empty() || all->back().takenBack()) return std::optional<OwnWeights>{};
  return std::optional{std::move(all->back())};
}

Result<PolicyComparison> triedOwnWeights(Workspace& workspace, ReferralId referral, const std::vector<int>& weights) {
  const auto shares = sharesFor(workspace, referral, weights);
  if (!shares) return failed(shares);
  const auto orders = bothOrders(workspace, referral, *shares);
  if (!orders) return failed(orders);
  return compared(*orders->policy, *orders->own, keptRows);
}

Result<TriedWeights> TriedWeights::of(Workspace& workspace, ReferralId referral) {
  auto ranked = rankOffers(workspace, referral);
  if (ranked && (*ranked)->ranking().empty()) ranked = rankMarket(workspace, referral);
  if (!ranked) return failed(ranked);
  return TriedWeights(*std::move(ranked));
}

TriedWeights::TriedWeights(std::shared_ptr<const RankedReferral> ranked) : m_ranked(std::move(ranked)) {
  const auto now = m_ranked->firstBy(m_ranked->assessment().weights(), std::numeric_limits<std::size_t>::max());
  for (std::size_t i = 0; i < now.size(); ++i) m_now[now[i].candidate] = {i + 1, now[i].status, now[i].known, now[i].possible};
}

std::vector<ComparedCandidate> TriedWeights::first(const std::vector<int>& weights, std::size_t most) const {
  std::vector<ComparedCandidate> rows;
  for (const matching::Ranked& row : m_ranked->firstBy(weights, most)) {
    const CandidateName name = m_ranked->name(row.candidate);
    rows.push_back({{}, name.name, name.provider, m_now.at(row.candidate), {rows.size() + 1, row.status, row.known, row.possible}});
  }
  return rows;
}

Result<void> keepOwnWeights(Workspace& workspace, ReferralId referral, const std::vector<int>& weights, const std::string& reason) {
  if (const auto may = mayAdjust(workspace, referral, reason); !may) return failed(may);
  auto shares = sharesFor(workspace, referral, weights);
  if (!shares) return failed(shares);
  const auto now = sharesInForce(workspace, referral);
  if (!now) return failed(now);
  const auto orders = bothOrders(workspace, referral, *shares);
  if (!orders) return failed(orders);
  const auto& byOwn = orders->own->assessment().problem().weights;
  const auto inForce = rankBy(workspace, referral, matching::Stage::offers, workspace.policy(), *now);
  if (!inForce) return failed(inForce);
  if (byOwn == (*inForce)->assessment().problem().weights)
    return fail(ErrorCode::refused, "weights",
                "These are the weights that count already: what one need weighs among the needs follows from its level. Change the level, "
                "or move something else.");
  return write(workspace, referral, *std::move(shares), reason, kept(*orders->policy, *orders->own, workspace.policy()));
}

Result<void> takeBackOwnWeights(Workspace& workspace, ReferralId referral, const std::string& reason) {
  if (const auto may = mayAdjust(workspace, referral, reason); !may) return failed(may);
  const auto now = sharesInForce(workspace, referral);
  if (!now) return failed(now);
  if (now->empty()) return fail(ErrorCode::refused, "weights", "This referral has no weights of its own: the policy's count already.");
  const auto orders = bothOrders(workspace, referral, *now);
  if (!orders) return failed(orders);
  return write(workspace, referral, {}, reason, kept(*orders->own, *orders->policy, workspace.policy()));
}

}  // namespace homeward::app
