// The ranking of a referral at both stages, with names for what is ranked.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/workspace.h"
#include "domain/referral.h"
#include "matching/assess.h"
#include "matching/choice.h"

namespace homeward::app {

/// What one candidate is called and where it came from.
struct CandidateName {
  std::string name;      ///< "Larch household"
  std::string provider;  ///< "Nettlewick Families · specialist lot"
  std::optional<SettingId> setting;
  ProviderId providerId;
  std::optional<OptionId> option;
  std::optional<SettingType> type;
};

/// A referral assessed against the market or against its offers. Owns everything that the assessment points into; cheap to re-rank.
class RankedReferral {
 public:
  RankedReferral(std::shared_ptr<const Market> market, std::vector<Offer> offers, std::vector<Option> options,
                 std::shared_ptr<const matching::Request> request, std::shared_ptr<const geography::Atlas> atlas,
                 const matching::Policy& policy, Instant now, const std::vector<Approach>& approaches, matching::Stage stage);
  [[nodiscard]] const matching::Assessment& assessment() const { return *m_assessment; }
  /// Everybody in order. Of a market, those whom a gate stops are put in theirs when this is first asked for.
  [[nodiscard]] const std::vector<matching::Ranked>& ranking() const;
  /// The first so many by other weights. Of a market, those whom a gate stops are not among them: fast enough to follow a slider.
  [[nodiscard]] std::vector<matching::Ranked> firstBy(const std::vector<int>& weights, std::size_t count) const;
  [[nodiscard]] CandidateName name(std::size_t candidate) const;
  [[nodiscard]] const std::vector<Offer>& offers() const { return m_offers; }
  [[nodiscard]] const std::vector<Option>& options() const { return m_options; }
  /// Why an option is not among the candidates: "taken back", "stood until 27 November 2026". None: it is, or is of another referral.
  [[nodiscard]] std::optional<Fact> noLongerOffered(OptionId option) const;
  [[nodiscard]] const Market& market() const { return *m_market; }

 private:
  [[nodiscard]] matching::AnswersSoFar saidSoFar(const std::vector<Approach>& approaches) const;
  [[nodiscard]] std::vector<matching::CandidateFacts> fromOptions(const matching::Request& request, const std::vector<Approach>& approaches,
                                                                  Instant now);
  std::shared_ptr<const Market> m_market;
  std::vector<Offer> m_offers;
  std::vector<Option> m_options;
  std::vector<CandidateName> m_names;  // of options; those of a market are told when they are asked for
  std::vector<std::pair<OptionId, Fact>> m_gone;
  std::unique_ptr<matching::Assessment> m_assessment;
  mutable std::optional<std::vector<matching::Ranked>> m_ranking;
};

/// Every setting, and every provider that is to be asked, against the referral.
[[nodiscard]] Result<std::shared_ptr<const RankedReferral>> rankMarket(Workspace& workspace, ReferralId referral);
/// Every option of the referral whose offers stand: not withdrawn, not lapsed, and nobody said no since.
[[nodiscard]] Result<std::shared_ptr<const RankedReferral>> rankOffers(Workspace& workspace, ReferralId referral);
/// By today's facts, prices and policy the options whose offers stood at a moment, whether or not their day has passed since. One that was
/// taken back is not among them.
[[nodiscard]] Result<std::shared_ptr<const RankedReferral>> rankOffersThatStood(Workspace& workspace, ReferralId referral, Instant at);

/// By other weights and anchors than those in force: for comparing. `own` empty: the policy's weights.
[[nodiscard]] Result<std::shared_ptr<const RankedReferral>> rankBy(Workspace& workspace, ReferralId referral, matching::Stage stage,
                                                                   const matching::Policy& policy, std::vector<WeightShare> own);

/// How many candidates each gate removes, most first: for "why is nobody left".
struct GateCount {
  std::string gate;
  int failed = 0;
  int onlyThis = 0;
};
[[nodiscard]] std::vector<GateCount> gatesByHarm(const matching::Problem& problem);

}  // namespace homeward::app
