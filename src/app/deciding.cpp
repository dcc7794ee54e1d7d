// Recording what was decided, and the approvals that the law wants.
#include "app/deciding.h"

#include <algorithm>

#include "app/frozen.h"
#include "app/legal.h"
#include "app/referral_stage.h"
#include "app/referrals.h"
#include "support/text.h"

namespace homeward::app {
namespace {

/// Everything that concerns the start of one option, loaded once.
struct OptionCase {
  ReferralCase entry;
  Option option;
  std::vector<Offer> offers;
  std::shared_ptr<const Market> market;
  std::shared_ptr<const geography::Atlas> atlas;
};

Result<OptionCase> optionCase(Workspace& workspace, ReferralId referral, OptionId option) {
  OptionCase loaded;
  auto entry = referralCase(workspace, referral);
  if (!entry) return failed(entry);
  loaded.entry = *std::move(entry);
  auto stored = workspace.file().offers().option(option);
  if (!stored) return failed(stored);
  loaded.option = *std::move(stored);
  for (const OfferId id : loaded.option.offers) {
    auto offer = workspace.file().offers().offer(id);
    if (!offer) return failed(offer);
    loaded.offers.push_back(*std::move(offer));
  }
  auto market = workspace.market();
  if (!market) return failed(market);
  loaded.market = *market;
  auto atlas = workspace.atlas();
  if (!atlas) return failed(atlas);
  loaded.atlas = *atlas;
  return loaded;
}

/// Calls `see` with the circumstances of every child in its setting of the option, and the setting.
template <class See>
void eachCircumstance(const Workspace& workspace, const OptionCase& loaded, Date start, See&& see) {
  for (const Offer& offer : loaded.offers) {
    const Setting* setting = loaded.market->setting(offer.setting);
    if (setting == nullptr) continue;
    std::vector<const Child*> joining;
    for (const Child& child : loaded.entry.children)
      if (std::find(offer.children.begin(), offer.children.end(), child.id) != offer.children.end()) joining.push_back(&child);
    for (const Child* child : joining)
      if (isLookedAfter(loaded.entry.referral, loaded.entry.children, static_cast<std::size_t>(child - loaded.entry.children.data())))
        see(circumstances(workspace, *loaded.atlas, *child, joining, *setting, loaded.market->provider(offer.provider), start,
                          loaded.entry.referral.urgency == Urgency::sameDay || offer.emergency),
            setting->id);
  }
}

Result<void> budgetAgreed(Workspace& workspace, const Decision& decision, const RankedReferral& ranked) {
  auto& people = workspace.file();
  const auto decidedBy = people.people().person(decision.decidedBy);
  if (!decidedBy) return failed(decidedBy);
  std::optional<Person> manager;
  if (decidedBy->role == Role::teamManager) manager = *decidedBy;
  if (decision.agreedBy) {
    auto agreed = people.people().person(*decision.agreedBy);
    if (!agreed) return failed(agreed);
    if (agreed->role == Role::teamManager) manager = *std::move(agreed);
  }
  if (!manager) return fail(ErrorCode::refused, "agreedBy", "A team manager has to agree before a child is placed. Name who agreed.");
  for (std::size_t c = 0; c < ranked.assessment().problem().candidates.size(); ++c) {
    if (ranked.name(c).option != decision.chosen) continue;
    const auto cost = ranked.assessment().explain(c).cost;
    const bool above = manager->agreesUpTo && (!cost || !cost->aWeek.high || *cost->aWeek.high > *manager->agreesUpTo);
    if (!above) return {};
    if (!decision.budgetAgreedBy)
      return fail(ErrorCode::refused, "budgetAgreedBy",
                  "The whole cost a week is above " + poundsAndPence(*manager->agreesUpTo) + ", up to which " + manager->name +
                      " may agree. Name the budget holder who agreed.");
    const auto holder = people.people().person(*decision.budgetAgreedBy);
    if (!holder) return failed(holder);
    if (holder->role != Role::budgetHolder && holder->role != Role::director && holder->role != Role::manager)
      return fail(ErrorCode::refused, "budgetAgreedBy", "This person does not hold the budget. Choose the budget holder who agreed.");
    return {};
  }
  return fail(ErrorCode::invalid, "chosen", "The option that was chosen no longer stands.");
}

}  // namespace

Result<DecisionId> decide(Workspace& workspace, Decision decision) {
  auto& file = workspace.file();
  const auto decider = file.people().person(decision.decidedBy);
  if (!decider) return fail(ErrorCode::invalid, "decidedBy", "Name the person who decided.");
  if (!mayDecide(decider->role))
    return fail(ErrorCode::refused, "decidedBy",
                "Only the social worker's side may give permission to place: a social worker or a team manager.");
  const auto choice = file.decisions().choice(decision.choice);
  if (!choice) return failed(choice);
  if (choice->referral != decision.referral) return fail(ErrorCode::invalid, "choice", "This choice belongs to another referral.");
  if (decision.chosen && std::find(choice->options.begin(), choice->options.end(), *decision.chosen) == choice->options.end())
    return fail(ErrorCode::invalid, "chosen", "The option that was chosen is not in the choice.");
  if (const auto may = notWithdrawn(workspace, decision.referral); !may) return failed(may);
  const auto earlier = file.decisions().decisions(decision.referral);
  if (!earlier) return failed(earlier);
  auto referral = file.referrals().get(decision.referral);
  if (!referral) return failed(referral);
  const bool movedIn = !isOpen(referral->stage);
  if (movedIn && (earlier->empty() || earlier->back().chosen != decision.chosen))
    return fail(ErrorCode::refused, "chosen",
                "The placement has started, so another home is not chosen here. For a move enter a new referral.");
  const bool amends = std::any_of(earlier->begin(), earlier->end(), [&](const Decision& other) { return other.choice == decision.choice; });
  if (amends && trimmed(decision.amendsReason).empty())
    return fail(ErrorCode::invalid, "amendsReason", "This choice was decided already. A decision is amended, never undone: say why.");
  for (const OptionId option : choice->options) {
    const auto reason =
        std::find_if(decision.reasons.begin(), decision.reasons.end(), [&](const OptionReason& one) { return one.option == option; });
    const bool chosen = decision.chosen == option;
    if (reason == decision.reasons.end() || (trimmed(reason->words).empty() && (chosen || !reason->code)))
      return fail(ErrorCode::invalid, "reasons",
                  chosen ? "Say in words why this home was chosen." : "Give a reason for every home that was not chosen.");
  }
  const auto ranked = rankOffers(workspace, decision.referral);
  if (!ranked) return failed(ranked);
  if (decision.chosen)
    if (const auto agreed = budgetAgreed(workspace, decision, **ranked); !agreed) return failed(agreed);

  decision.at = workspace.now();
  decision.frozen = frozenInputs(**ranked, workspace.policy());
  // "None of these" goes back to the search; the choice stays on record. Of somebody who has moved in only the words are amended.
  if (!movedIn) referral->stage = decision.chosen ? homeward::Stage::decided : homeward::Stage::offersIn;
  return workspace.change([&](store::Transaction& in) -> Result<DecisionId> {
    auto id = file.decisions().addDecision(in, decision);
    if (!id) return id;
    if (const auto saved = file.referrals().save(in, *referral); !saved) return failed(saved);
    return id;
  });
}

Result<std::vector<Decision>> decisionsOf(Workspace& workspace, ReferralId referral) {
  return workspace.file().decisions().decisions(referral);
}

Result<void> confirmDecision(Workspace& workspace, DecisionId decision) {
  return workspace.change([&](store::Transaction& in) { return workspace.file().decisions().confirmDecision(in, decision); });
}

Result<std::vector<law::ApprovalNeeded>> approvalsNeeded(Workspace& workspace, ReferralId referral, OptionId option, Date start) {
  const auto loaded = optionCase(workspace, referral, option);
  if (!loaded) return failed(loaded);
  std::vector<law::ApprovalNeeded> needed;
  eachCircumstance(workspace, *loaded, start, [&](const law::Circumstances& facts, SettingId) {
    for (law::ApprovalNeeded& approval : law::approvals(facts, workspace.calendar()).needed)
      if (std::none_of(needed.begin(), needed.end(), [&](const law::ApprovalNeeded& known) { return known.rule == approval.rule; }))
        needed.push_back(std::move(approval));
  });
  return needed;
}

Result<std::vector<Hindrance>> whatStands(Workspace& workspace, DecisionId id, Date start) {
  const auto breaches = workspace.file().placements().breaches();
  if (!breaches) return failed(breaches);
  return whatStandsBeside(workspace, id, start, *breaches);
}

Result<std::vector<Hindrance>> whatStandsBeside(Workspace& workspace, DecisionId id, Date start, const std::vector<Breach>& breaches) {
  using Mend = Hindrance::Mend;
  const auto decision = workspace.file().decisions().decision(id);
  if (!decision) return failed(decision);
  std::vector<Hindrance> stands;
  const auto add = [&stands](Fact why, Mend mend) -> Hindrance& {
    Hindrance& added = stands.emplace_back();
    added.why = std::move(why);
    added.mend = mend;
    return added;
  };
  if (!decision->chosen) {
    add({"hindrance.nothingChosen", {}}, Mend::nothing);
    return stands;
  }
  const auto referral = workspace.file().referrals().get(decision->referral);
  if (!referral) return failed(referral);
  if (referral->stage == homeward::Stage::withdrawn) {
    add({"hindrance.withdrawn", {}}, Mend::nothing);
    return stands;
  }
  const auto decisions = workspace.file().decisions().decisions(decision->referral);
  if (!decisions) return failed(decisions);
  if (decisions->back().id != id) {
    add({"hindrance.amended", {englandDay(decisions->back().at)}}, Mend::laterDecision).decision = decisions->back().id;
    return stands;
  }
  const auto loaded = optionCase(workspace, decision->referral, *decision->chosen);
  if (!loaded) return failed(loaded);

  // What happened is always recordable: a block or a missing approval stops the start unless the breach is on record with the person who
  // authorised it.
  const auto recorded = [&](int rule, const std::vector<SettingId>& homes) {
    return breachStands(breaches, decision->referral, homes, rule, start);
  };
  std::vector<SettingId> homes;
  for (const Offer& offer : loaded->offers) homes.push_back(offer.setting);
  eachCircumstance(workspace, *loaded, start, [&](const law::Circumstances& facts, SettingId home) {
    for (const law::LegalFinding& finding : law::blocks(facts)) {
      if (finding.judgement != law::Judgement::broken || recorded(finding.rule, {home})) continue;
      // Two children may break one rule for one reason.
      const bool said = std::any_of(stands.begin(), stands.end(), [&](const Hindrance& known) { return known.why == finding.why; });
      if (said) continue;
      Hindrance& broken = add(finding.why, Mend::breach);
      broken.rule = finding.rule;
      broken.setting = home;
    }
  });

  const auto needed = approvalsNeeded(workspace, decision->referral, *decision->chosen, start);
  if (!needed) return failed(needed);
  const auto given = workspace.file().decisions().approvals(decision->referral);
  if (!given) return failed(given);
  for (const law::ApprovalNeeded& approval : *needed) {
    const bool onRecord = std::any_of(given->begin(), given->end(), [&](const Approval& one) {
      return one.rule == approval.rule && (!one.option || one.option == decision->chosen);
    });
    if (onRecord || approval.mayFollowBy || recorded(approval.rule, homes)) continue;
    Hindrance& wanted = add(approval.why, Mend::approval);
    wanted.rule = approval.rule;
    wanted.approver = approval.by;
    if (!homes.empty()) wanted.setting = homes.front();
  }

  for (const Offer& offer : loaded->offers) {
    const Setting* setting = loaded->market->setting(offer.setting);
    const std::string home = setting == nullptr ? std::string{} : setting->name;
    if (offer.quote.empty()) add({"hindrance.noPrice", {home}}, Mend::price).offer = offer.id;
    for (const QuoteLine& line : offer.quote)
      if (line.charge == Charge::notKnown || ((line.charge == Charge::weekly || line.charge == Charge::once) && !line.amount.exact()))
        add({"hindrance.openPrice", {Word{"quoteItem." + std::string(text(line.item))}, home}}, Mend::price).offer = offer.id;
    if (offer.availableFrom && *offer.availableFrom > start) {
      Hindrance& later = add({"hindrance.notFreeYet", {home, *offer.availableFrom}}, Mend::day);
      later.offer = offer.id;
      later.freeFrom = offer.availableFrom;
    }
  }
  return stands;
}

Result<std::vector<Fact>> hindrances(Workspace& workspace, DecisionId id, Date start) {
  const auto stands = whatStands(workspace, id, start);
  if (!stands) return failed(stands);
  std::vector<Fact> facts;
  for (const Hindrance& hindrance : *stands) facts.push_back(hindrance.why);
  return facts;
}

Result<ApprovalId> recordApproval(Workspace& workspace, Approval approval) {
  const auto person = workspace.file().people().person(approval.by);
  if (!person) return fail(ErrorCode::invalid, "by", "Name the person who approved.");
  const bool mayApprove =
      approval.rule == 7 ? person->role == Role::director : person->role == Role::nominatedOfficer || person->role == Role::director;
  if (!mayApprove)
    return fail(ErrorCode::refused, "by",
                approval.rule == 7 ? "A placement at a distance is approved by the Director (regulation 11(1)(b)). Name the Director."
                                   : "A placement out of the area is approved by a nominated officer (regulation 11(1)(a)). Name one.");
  if (approval.on == Date{} || approval.on > workspace.today())
    return fail(ErrorCode::invalid, "on", "Enter the day on which it was approved: today or before.");
  if (trimmed(approval.reference).empty())
    return fail(ErrorCode::invalid, "reference", "Say what was seen, and how the area authority was consulted: the approval rests on it.");
  return workspace.change([&](store::Transaction& in) { return workspace.file().decisions().addApproval(in, approval); });
}

}  // namespace homeward::app
