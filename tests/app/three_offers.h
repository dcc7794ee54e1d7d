// A planned search that has come as far as three offers: what choices, decisions, waivers and breaches are tried on.
#pragma once

#include "journey.h"

namespace homeward::tests {

/// Three offers for one planned referral, with what each costs.
struct ThreeOffers {
  Journey journey;
  ReferralId referral;
  std::vector<OptionId> options;
  std::vector<Setting> homes;

  ThreeOffers() {
    auto& workspace = *journey.workspace;
    app::ReferralCase entry = journey.planned();
    entry.children.front().legalStatusSince = date(2025, 5, 1);
    entry.children.front().lookedAfterSince = date(2025, 5, 1);
    entry.referral.inPlainWords = "A girl of ten who keeps bees.";
    const auto saved = app::saveReferral(workspace, entry);
    INFO((saved ? std::string{} : saved.error().detail));
    REQUIRE(saved);
    referral = saved->referral.id;
    const std::vector<std::string> names{"Samphire household", "Marram household", "Thrift household"};
    for (std::size_t n = 0; n < names.size(); ++n) {
      homes.push_back(journey.emergencyHousehold(names[n]));
      const Setting& home = homes.back();
      REQUIRE(app::askProviders(workspace, referral, {{home.provider, home.id}}, workspace.now() + std::chrono::hours{48}));
      // £700.05 and £55.10 of transport less £40.00 from education, and £120 once; the others dearer.
      std::vector<QuoteLine> quote{aWeek(QuoteItem::coreFee, Money{70005 + 1000 * static_cast<std::int64_t>(n)}),
                                   aWeek(QuoteItem::transport, Money{5510}), aWeek(QuoteItem::educationContribution, Money{4000}),
                                   onceOnly(QuoteItem::oneOff, Money{12000})};
      const auto offer = app::recordOffer(workspace, journey.offerOf(referral, home, quote));
      INFO((offer ? std::string{} : offer.error().detail));
      REQUIRE(offer);
      options.push_back(journey.optionOf(referral, *offer));
    }
  }
  /// Whichever of the others the ranking proposes: the court named the first.
  [[nodiscard]] std::vector<Swap> byOrderOfTheCourt() const {
    return {{options[1], std::nullopt, SwapReason::otherReason, "The court named it"},
            {options[2], std::nullopt, SwapReason::otherReason, "The court named it"}};
  }
  [[nodiscard]] ChoiceId sent() const {
    const auto choice = app::sendChoice(*journey.workspace, {referral,
                                                             options,
                                                             {"Nearest", "As good, dearer", "Most practised"},
                                                             journey.person("S. Quill"),
                                                             journey.today() + std::chrono::days{3},
                                                             ""});
    INFO((choice ? std::string{} : choice.error().detail));
    REQUIRE(choice);
    return *choice;
  }
  [[nodiscard]] Decision decision(ChoiceId choice) const {
    Decision decided;
    decided.referral = referral;
    decided.choice = choice;
    decided.chosen = options[0];
    decided.reasons = {
        {options[0], std::nullopt, "Near her grandmother"}, {options[1], NotChosen::cost, ""}, {options[2], NotChosen::furtherAway, ""}};
    decided.decidedBy = journey.person("S. Quill");
    decided.agreedBy = journey.person("J. Thimble");
    return decided;
  }
  /// The first household lies in an adjoining authority and was approved by another: its start wants an approval.
  void firstLiesOutsideTheArea() const { firstLies(true); }
  /// Neither in the area nor in an adjoining authority: the start wants the Director's.
  void firstLiesAtADistance() const { firstLies(false); }
  void firstLies(bool adjoining) const {
    app::Workspace& workspace = *journey.workspace;
    const auto atlas = workspace.atlas();
    REQUIRE(atlas);
    Setting home = homes[0];
    home.place = {};
    for (const geography::AuthorityArea& area : (*atlas)->areas())
      if (area.code != workspace.authority().code && (*atlas)->adjoin(workspace.authority().code, area.code) == adjoining)
        home.place.authority = area.code;
    REQUIRE_FALSE(home.place.authority.empty());
    home.approvedByResponsibleAuthority = false;
    REQUIRE(app::saveSetting(workspace, home));
  }
  /// The same, and it is chosen.
  [[nodiscard]] DecisionId decidedOutsideTheArea() const {
    firstLiesOutsideTheArea();
    app::Workspace& workspace = *journey.workspace;
    const auto decided = app::decide(workspace, decision(sent()));
    REQUIRE(decided);
    return *decided;
  }
};

/// A breach of that rule at one of the three by order of a court, with everything that is asked of it.
inline Breach breachOf(const ThreeOffers& three, int rule, std::size_t home = 0) {
  Breach breach;
  breach.rule = rule;
  breach.referral = three.referral;
  breach.setting = three.homes[home].id;
  breach.authorisedBy = three.journey.person("O. Harbour");
  breach.orderNumber = "ZZ26-0001 (invented)";
  breach.told = "Ofsted, 27 November 2026";
  breach.reviewOn = three.journey.today() + std::chrono::days{7};
  breach.words = "The court placed her there at night.";
  return breach;
}

}  // namespace homeward::tests
