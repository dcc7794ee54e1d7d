// What stands between a decision and the start of its placement, and the approvals that the law wants before it.
#include <algorithm>

#include "app/deciding.h"
#include "app/law_of_placement.h"
#include "app/legal.h"
#include "app/referrals.h"
#include "support/text.h"

namespace homeward::app {
namespace {

/// Everything that concerns the start of one option, loaded once.
struct OptionCase {
  ReferralCase entry;
  Option option;
  std::vector<Child> siblingsElsewhere;
  std::vector<std::vector<Placement>> stays;  ///< of each child
  std::shared_ptr<const law::Rules> rules;
  std::vector<Offer> offers;
  std::shared_ptr<const Market> market;
  std::shared_ptr<const geography::Atlas> atlas;
};

Result<OptionCase> optionCase(Workspace& workspace, ReferralId referral, OptionId option) {
  OptionCase loaded;
  auto entry = referralCase(workspace, referral);
  if (!entry) return failed(entry);
  loaded.entry = *std::move(entry);
  auto siblings = siblingsElsewhere(workspace, loaded.entry.children);
  if (!siblings) return failed(siblings);
  loaded.siblingsElsewhere = *std::move(siblings);
  for (const Child& child : loaded.entry.children) {
    auto stays = workspace.file().placements().ofChild(child.id);
    if (!stays) return failed(stays);
    loaded.stays.push_back(*std::move(stays));
  }
  auto rules = rulesOf(workspace);
  if (!rules) return failed(rules);
  loaded.rules = *std::move(rules);
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
  const Referral& referral = loaded.entry.referral;
  const auto& children = loaded.entry.children;
  const matching::People people(referral, children, loaded.siblingsElsewhere, loaded.stays);
  for (const Offer& offer : loaded.offers) {
    const Setting* setting = loaded.market->setting(offer.setting);
    if (setting == nullptr) continue;
    std::vector<std::size_t> joining;
    for (std::size_t i = 0; i < children.size(); ++i)
      if (std::find(offer.children.begin(), offer.children.end(), children[i].id) != offer.children.end()) joining.push_back(i);
    const matching::Arrival arrival{setting, loaded.market->provider(offer.provider),
                                    start,   referral.urgency == Urgency::sameDay || offer.emergency,
                                    &offer,  loaded.rules.get()};
    for (const std::size_t child : joining)
      if (isLookedAfter(referral, children, child))
        see(circumstances(workspace, *loaded.atlas, people, child, joining, arrival), setting->id);
  }
}

/// Withdrawn, or they said no afterwards. That it has lapsed since does not matter: it was taken while it stood.
Result<bool> takenBack(Workspace& workspace, const Offer& offer) {
  if (offer.withdrawn || !offer.approach) return offer.withdrawn;
  const auto approach = workspace.file().offers().approach(*offer.approach);
  if (!approach) return failed(approach);
  return approach->state == ApproachState::declined;
}

/// A slip of the year would stand in the costs of all the weeks since.
std::optional<Fact> dayThatCannotBe(const OptionCase& loaded, const Decision& decision, Date start) {
  const auto& [referral, children] = loaded.entry;
  for (const Offer& offer : loaded.offers)
    for (std::size_t i = 0; i < children.size(); ++i)
      if (isLookedAfter(referral, children, i) && start < children[i].born &&
          std::find(offer.children.begin(), offer.children.end(), children[i].id) != offer.children.end())
        return Fact{"hindrance.notBornYet", {children[i].born}};
  const Date decided = englandDay(decision.at);
  const Date entered = englandDay(referral.enteredAt);
  if (start >= std::min(decided, entered)) return std::nullopt;
  return entered <= decided ? Fact{"hindrance.beforeTheReferral", {entered}} : Fact{"hindrance.beforeTheDecision", {decided}};
}

constexpr int adjoiningRule = 6;
constexpr int distanceRule = 7;
constexpr int categoryRule = 22;

const char* whoApproves(int rule) {
  if (rule == distanceRule) return "A placement at a distance is approved by the Director (regulation 11(1)(b)). Name the Director.";
  if (rule == adjoiningRule) return "A placement out of the area is approved by a nominated officer (regulation 11(1)(a)). Name one.";
  return "Somebody else has to give this approval: the role that may is named beside it. Name one who has it.";
}

/// Whether nobody can say which approval the law wants there, and the Director's, which serves both, is not on record.
bool areaStaysOpen(const Workspace& workspace, const law::Circumstances& facts, const std::vector<Approval>& given, OptionId option,
                   Date start) {
  return law::approvals(facts, workspace.calendar()).areaNotKnown && !approvalStands(given, option, distanceRule, start);
}

}  // namespace

Result<std::vector<law::ApprovalNeeded>> approvalsNeeded(Workspace& workspace, ReferralId referral, OptionId option, Date start) {
  const auto loaded = optionCase(workspace, referral, option);
  if (!loaded) return failed(loaded);
  std::vector<law::ApprovalNeeded> needed;
  eachCircumstance(workspace, *loaded, start, [&](const law::Circumstances& facts, SettingId) {
    for (law::ApprovalNeeded& approval : law::approvals(facts, workspace.calendar()).needed)
      if (const auto known =
              std::find_if(needed.begin(), needed.end(), [&](const law::ApprovalNeeded& one) { return one.rule == approval.rule; });
          known == needed.end())
        needed.push_back(std::move(approval));
      else if (known->consultBy && !approval.consultBy)
        *known = std::move(approval);  // what may follow at one home does not excuse another
  });
  return needed;
}

Result<std::optional<Date>> startedOn(Workspace& workspace, DecisionId id) {
  const auto decision = workspace.file().decisions().decision(id);
  if (!decision) return failed(decision);
  const auto placements = workspace.file().placements().all();
  if (!placements) return failed(placements);
  std::optional<Date> first;
  for (const Placement& placement : *placements)
    if (placement.referral == decision->referral) first = std::min(first.value_or(placement.stay.from), placement.stay.from);
  return first;
}

Result<std::vector<law::ApprovalNeeded>> approvalsDue(Workspace& workspace, DecisionId id) {
  const auto decision = workspace.file().decisions().decision(id);
  if (!decision) return failed(decision);
  const auto start = startedOn(workspace, id);
  if (!start) return failed(start);
  if (!*start || !decision->chosen) return std::vector<law::ApprovalNeeded>{};
  auto due = approvalsNeeded(workspace, decision->referral, *decision->chosen, **start);
  if (!due) return due;
  const auto given = workspace.file().decisions().approvals(decision->referral);
  if (!given) return failed(given);
  const auto breaches = breachesOf(workspace, decision->referral);
  if (!breaches) return failed(breaches);
  std::erase_if(*due, [&](const law::ApprovalNeeded& one) {
    const bool recorded =
        std::any_of(breaches->begin(), breaches->end(), [&](const Breach& breach) { return breach.rule == one.rule && breach.setting; });
    const bool ofTheArea = one.rule == adjoiningRule || one.rule == distanceRule;
    return (ofTheArea && !one.consultBy) || recorded || approvalStands(*given, *decision->chosen, one.rule, workspace.today());
  });
  return due;
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
  if (!isOpen(referral->stage)) {
    add({"hindrance.started", {}}, Mend::nothing);
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
  // A day that cannot be is the first thing to mend: what the law says of it is beside the point.
  if (const auto slip = dayThatCannotBe(*loaded, *decision, start)) {
    add(*slip, Mend::day);
    return stands;
  }

  // What happened is always recordable: a block or a missing approval stops the start unless the breach is on record with the person who
  // authorised it.
  const auto recorded = [&](int rule, SettingId home) { return breachStands(breaches, decision->referral, {home}, rule, start); };
  const auto said = [&stands](const Fact& why) {
    return std::any_of(stands.begin(), stands.end(), [&](const Hindrance& known) { return known.why == why; });
  };
  eachCircumstance(workspace, *loaded, start, [&](const law::Circumstances& facts, SettingId home) {
    for (const law::LegalFinding& finding : law::blocks(facts)) {
      if (finding.judgement != law::Judgement::broken || recorded(finding.rule, home)) continue;
      // Two children may break one rule for one reason.
      if (said(finding.why)) continue;
      Hindrance& broken = add(finding.why, Mend::breach);
      broken.rule = finding.rule;
      broken.setting = home;
    }
  });

  const auto given = workspace.file().decisions().approvals(decision->referral);
  if (!given) return failed(given);
  const OptionId option = *decision->chosen;
  eachCircumstance(workspace, *loaded, start, [&](const law::Circumstances& facts, SettingId home) {
    const law::ApprovalAnswer gates = law::approvals(facts, workspace.calendar());
    for (const law::LegalFinding& refused : gates.refused) {
      if (recorded(refused.rule, home) || said(refused.why)) continue;
      Hindrance& broken = add(refused.why, Mend::breach);
      broken.rule = refused.rule;
      broken.setting = home;
    }
    for (const law::ApprovalNeeded& approval : gates.needed) {
      if (approvalStands(*given, option, approval.rule, start) || recorded(approval.rule, home)) continue;
      // One that was given after the day of the start did not come before the placement took effect.
      const bool tooLate = approvalStands(*given, option, approval.rule, workspace.today());
      const Fact why = tooLate ? Fact{"hindrance.approvedLater", {static_cast<std::int64_t>(approval.rule)}} : approval.why;
      if (said(why)) continue;
      Hindrance& wanted = add(why, Mend::approval);
      wanted.rule = approval.rule;
      wanted.approver = approval.by;
      wanted.setting = home;
    }
  });
  // Where the home lies decides whether rule 6, rule 7 or neither wants an approval: not known is not "neither".
  eachCircumstance(workspace, *loaded, start, [&](const law::Circumstances& facts, SettingId home) {
    if (!areaStaysOpen(workspace, facts, *given, option, start) || recorded(distanceRule, home)) return;
    const Fact why{"hindrance.areaNotKnown", {facts.setting->name}};
    if (said(why)) return;
    Hindrance& area = add(why, Mend::area);
    area.rule = distanceRule;
    area.approver = Role::director;
    area.setting = home;
  });

  for (const Offer& offer : loaded->offers) {
    const Setting* setting = loaded->market->setting(offer.setting);
    const std::string home = setting == nullptr ? std::string{} : setting->name;
    const auto taken = takenBack(workspace, offer);
    if (!taken) return failed(taken);
    if (*taken) add({"hindrance.takenBack", {home}}, Mend::nothing).offer = offer.id;
    // Our own embargo may have begun since.
    const Provider* provider = loaded->market->provider(offer.provider);
    if (provider != nullptr && provider->embargoed) add({"hindrance.embargo", {provider->name}}, Mend::nothing).offer = offer.id;
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

Result<std::vector<NotKnownInLaw>> notKnownInLaw(Workspace& workspace, DecisionId id, Date start) {
  std::vector<NotKnownInLaw> open;
  const auto decision = workspace.file().decisions().decision(id);
  if (!decision) return failed(decision);
  if (!decision->chosen) return open;
  const auto loaded = optionCase(workspace, decision->referral, *decision->chosen);
  if (!loaded) return failed(loaded);
  const auto given = workspace.file().decisions().approvals(decision->referral);
  if (!given) return failed(given);
  const auto add = [&open](NotKnownInLaw fresh) {
    const bool known = std::any_of(open.begin(), open.end(), [&](const NotKnownInLaw& one) {
      return one.setting == fresh.setting && one.why == fresh.why && one.question == fresh.question;
    });
    if (!known) open.push_back(std::move(fresh));
  };
  eachCircumstance(workspace, *loaded, start, [&](const law::Circumstances& facts, SettingId home) {
    for (law::LegalFinding& finding : law::blocks(facts))
      if (finding.judgement == law::Judgement::notKnown) add({finding.rule, home, std::move(finding.why), std::move(finding.question)});
    for (law::LegalFinding& gate : law::approvals(facts, workspace.calendar()).open)
      if (!approvalStands(*given, *decision->chosen, gate.rule, start))
        add({gate.rule, home, std::move(gate.why), std::move(gate.question)});
    // A preference may stay open; that of a record is shown before the child moves in.
    for (law::LegalFinding& finding : law::preferences(facts))
      if (finding.rule == categoryRule && finding.judgement == law::Judgement::notKnown)
        add({finding.rule, home, std::move(finding.why), std::move(finding.question)});
    if (areaStaysOpen(workspace, facts, *given, *decision->chosen, start))
      add({0, home, {"hindrance.areaNotKnown", {facts.setting->name}}, {"hindrance.areaNotKnown.question", {facts.setting->name}}});
  });
  return open;
}

Result<std::optional<law::LegalFinding>> standingBlock(Workspace& workspace, ReferralId referral, OptionId option, Date start) {
  const auto loaded = optionCase(workspace, referral, option);
  if (!loaded) return failed(loaded);
  const auto breaches = workspace.file().placements().breaches();
  if (!breaches) return failed(breaches);
  std::optional<law::LegalFinding> stands;
  eachCircumstance(workspace, *loaded, start, [&](const law::Circumstances& facts, SettingId home) {
    for (law::LegalFinding& finding : law::blocks(facts)) {
      const bool broken = finding.judgement == law::Judgement::broken;
      if (broken && !stands && !breachStands(*breaches, referral, {home}, finding.rule, workspace.today())) stands = std::move(finding);
    }
  });
  return stands;
}

bool approvalStands(const std::vector<Approval>& approvals, OptionId option, int rule, Date by) {
  return std::any_of(approvals.begin(), approvals.end(), [&](const Approval& one) {
    const bool serves = one.rule == rule || (rule == adjoiningRule && one.rule == distanceRule);
    return serves && one.on <= by && (!one.option || one.option == option);
  });
}

Result<ApprovalId> recordApproval(Workspace& workspace, Approval approval) {
  const auto person = workspace.file().people().person(approval.by);
  if (!person) return fail(ErrorCode::invalid, "by", "Name the person who approved.");
  if (!law::mayApprove(approval.rule, person->role)) return fail(ErrorCode::refused, "by", whoApproves(approval.rule));
  if (approval.on == Date{} || approval.on > workspace.today())
    return fail(ErrorCode::invalid, "on", "Enter the day on which it was approved: today or before.");
  const bool ofTheArea = approval.rule == adjoiningRule || approval.rule == distanceRule;
  if (trimmed(approval.reference).empty())
    return fail(ErrorCode::invalid, "reference",
                ofTheArea ? "Say what was seen, and how the area authority was consulted: the approval rests on it."
                          : "Say what was seen and what it rests on.");
  return workspace.change([&](store::Transaction& in) { return workspace.file().decisions().addApproval(in, approval); });
}

}  // namespace homeward::app
