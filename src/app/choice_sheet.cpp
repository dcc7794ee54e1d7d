#include "app/choice_sheet.h"

#include <algorithm>
#include <functional>
#include <map>

#include "app/candidates.h"
#include "app/escalating.h"
#include "app/market_data.h"
#include "app/referrals.h"
#include "domain/agreement.h"
#include "support/text.h"
#include "wording/wording.h"

namespace homeward::app {
namespace {

using disclosure::ChoiceSheet;
using disclosure::SheetGroup;
using disclosure::SheetLine;
using disclosure::SheetOption;
using disclosure::SheetSign;
using matching::GateAnswer;
using matching::GateResult;

constexpr int fitsWell = 700;  // of 1000: said among what fits; below, among what does not fit so well
constexpr std::size_t usualChoice = 3;

std::string said(const std::string& key, std::vector<FactArgument> arguments = {}) {
  return wording::sentence({"sheet." + key, std::move(arguments)});
}
std::string inWords(const Fact& fact) { return fact.empty() ? std::string() : wording::sentence(fact); }
std::string capital(std::string words) {
  if (!words.empty() && words.front() >= 'a' && words.front() <= 'z') words.front() = static_cast<char>(words.front() - 'a' + 'A');
  return words;
}
/// Within a penny it is one figure: that much rounding makes.
MoneyRange oneFigure(const MoneyRange& range) {
  return range.high && range.high->pence - range.low.pence <= 1 ? MoneyRange::exactly(range.low) : range;
}
std::string moneyWords(const MoneyRange& range) { return wording::moneyRange(oneFigure(range)); }
std::string aWeekWords(const MoneyRange& range) { return said("aWeek", {oneFigure(range)}); }
std::string ofRule(const std::string& words, int rule) { return said("ofRule", {words, static_cast<std::int64_t>(rule)}); }

/// What is called how in the case file.
struct Names {
  Workspace& workspace;
  [[nodiscard]] std::string option(OptionId id) const {
    const auto stored = workspace.file().offers().option(id);
    return stored ? stored->label : said("aHome");
  }
  [[nodiscard]] std::string person(PersonId id) const {
    const auto known = workspace.file().people().person(id);
    return known ? known->name : said("aPerson");
  }
};

/// What the home has to have: in one line what it has, and each thing that it fails, was let off, or is not known for.
SheetGroup gatesGroup(const Names& names, const std::vector<GateAnswer>& gates, bool mayBeChosen) {
  SheetGroup group{said("gates"), {}, {}, {}};
  const auto all = static_cast<std::int64_t>(gates.size());
  const std::int64_t met = std::ranges::count(gates, GateResult::pass, &GateAnswer::result);
  if (met > 0) group.lines.push_back({SheetSign::pass, met == all ? said("hasAll", {all}) : said("hasSome", {met, all})});
  for (const GateAnswer& gate : gates) {
    if (gate.result == GateResult::pass) continue;
    const std::string label = gateName(gate.key);
    if (gate.result == GateResult::unknown) {
      group.lines.push_back({SheetSign::unknown, label + ": " + inWords(gate.question.empty() ? gate.why : gate.question)});
      continue;
    }
    std::string words = label + ": " + inWords(gate.why);
    if (gate.waiver)
      words += " " + said("setAside", {names.person(gate.waiver->by), gate.waiver->on, gate.waiver->reason});
    else if (mayBeChosen)
      words += " " + said("breach");
    group.lines.push_back({gate.waiver || mayBeChosen ? SheetSign::waived : SheetSign::fail, std::move(words)});
  }
  return group;
}

/// What fits, what does not fit so well and what is not known, from the same answers that the match is made of.
void addFindings(SheetOption& option, const matching::Assessment& assessment, const matching::Explanation& explained) {
  std::vector<SheetGroup> groups{{said("fits"), {}, {}, {}}, {said("fitsLess"), {}, {}, {}}, {said("notKnownYet"), {}, {}, {}}};
  constexpr SheetSign signs[] = {SheetSign::pass, SheetSign::minus, SheetSign::unknown};
  for (std::size_t k = 0; k < explained.criteria.size(); ++k) {
    const matching::CriterionAnswer& criterion = explained.criteria[k];
    const std::size_t group = criterion.value.low >= fitsWell ? 0 : (criterion.value.high >= fitsWell ? 2 : 1);
    // "Level 2, verified" says nothing without the need that it is about.
    groups[group].lines.push_back({signs[group], capital(wording::sentence(assessment.label(k))) + ": " + inWords(criterion.why)});
  }
  option.groups.insert(option.groups.end(), groups.begin(), groups.end());
}

/// What the law prefers and this home is not: it may be chosen, and the words of the decision say why. What it wants shown or asks is said
/// too.
void addPreferences(SheetOption& option, const std::vector<law::LegalFinding>& preferences) {
  SheetGroup group{said("lawPrefers"), {}, {}, {}};
  std::vector<std::string> owed;
  std::vector<std::string> basis;  // of what is not met, then what to ask
  std::vector<std::string> questions;
  std::int64_t met = 0;
  for (const law::LegalFinding& finding : preferences) {
    if (finding.judgement == law::Judgement::satisfied) ++met;
    if (finding.judgement == law::Judgement::notKnown) questions.push_back(ofRule(inWords(finding.question), finding.rule));
    if (finding.judgement != law::Judgement::broken) continue;
    group.lines.push_back({SheetSign::minus, ofRule(inWords(finding.why), finding.rule)});
    basis.push_back(ruleBasis(finding.rule));
    if (law::rule(finding.rule)->is(law::RuleKind::preference)) owed.push_back(inWords(finding.why));
  }
  if (met > 0) group.lines.push_back({SheetSign::pass, said("met", {met})});
  if (!questions.empty()) group.lines.push_back({SheetSign::unknown, said("notKnown", {static_cast<std::int64_t>(questions.size())})});
  group.moreTitle = questions.empty() ? said("whereItStands") : said("whatToAsk");
  basis.insert(basis.end(), questions.begin(), questions.end());
  group.more = joined(basis, "\n");
  option.groups.push_back(std::move(group));
  if (!owed.empty()) option.lawPrefers = said("owes", {joined(owed, " ")});
}

/// One answer for each offer of the option; with the home's name where there are several.
std::string ofOffers(const RankedReferral& ranked, OptionId id, const std::function<std::string(const Offer&)>& say) {
  std::vector<std::string> all;
  for (const Option& option : ranked.options()) {
    if (option.id != id) continue;
    for (const OfferId wanted : option.offers)
      for (const Offer& offer : ranked.offers()) {
        if (offer.id != wanted) continue;
        const std::string words = say(offer);
        const Setting* home = ranked.market().setting(offer.setting);
        if (words.empty()) continue;
        all.push_back(option.offers.size() > 1 && home != nullptr ? home->name + ": " + words : words);
      }
  }
  return joined(all, "; ");
}

std::string approvalsWords(const matching::Explanation& explained) {
  std::vector<std::string> all;
  for (const law::ApprovalNeeded& needed : explained.approvals)
    all.push_back(said("rule", {static_cast<std::int64_t>(needed.rule), inWords(needed.why)}));
  if (explained.areaNotKnown) all.push_back(said("areaNotKnown"));
  return all.empty() ? said("noneNeeded") : joined(all, " ");
}

std::string othersThere(const RankedReferral& ranked, const Offer& offer) {
  const Setting* home = ranked.market().setting(offer.setting);
  if (home != nullptr && home->residentsKnown && home->residents.empty()) return said("nobodyElse");
  if (!offer.impactAssessed) return said("impactNotKnown");
  return *offer.impactAssessed ? said("impactAssessed") : said("impactNotAssessed");
}

void addFigures(SheetOption& option, const RankedReferral& ranked, OptionId id, std::size_t candidate,
                const matching::Explanation& explained) {
  const auto add = [&](const std::string& label, std::string words) { option.figures.push_back({said(label), std::move(words)}); };
  add("canStart",
      ofOffers(ranked, id, [](const Offer& offer) { return offer.availableFrom ? longDate(*offer.availableFrom) : said("isNotKnown"); }));
  const std::string conditions = ofOffers(ranked, id, [](const Offer& offer) { return offer.conditions; });
  add("conditions", conditions.empty() ? said("none") : conditions);
  add("othersThere", ofOffers(ranked, id, [&](const Offer& offer) { return othersThere(ranked, offer); }));
  add("approvals", approvalsWords(explained));
  add("wholeCost", explained.cost ? aWeekWords(explained.cost->aWeek) : said("isNotKnown"));
  const auto row = std::ranges::find(ranked.ranking(), candidate, &matching::Ranked::candidate);
  if (row == ranked.ranking().end()) return;
  option.known = matching::shownScore(row->known);
  option.possible = matching::shownScore(row->possible);
}

/// Cost of one item a week; the words where there is no amount.
std::string costCell(const std::optional<costing::WholeCost>& cost, QuoteItem item) {
  if (!cost) return said("isNotKnown");
  std::string words;
  for (const costing::CostLine& line : cost->lines) {
    if (line.item != item) continue;
    if (line.charge != Charge::inTheFee && line.charge != Charge::none) return moneyWords(costing::aWeekOf(*cost, item));
    words = wording::word("charge", text(line.charge));
  }
  return words.empty() ? said("none") : words;
}

/// The homes side by side: gates, criteria, costs.
void addRows(ChoiceSheet& sheet, const RankedReferral& ranked,
             const std::vector<std::pair<SheetOption*, matching::Explanation>>& explained) {
  const matching::Problem& problem = ranked.assessment().problem();
  const auto row = [&](const std::string& label, const std::function<std::string(const matching::Explanation&)>& cell) {
    sheet.rows.push_back(label);
    for (const auto& [option, one] : explained) option->cells.push_back(cell(one));
  };
  for (std::size_t g = 0; g < problem.gates.size(); ++g)
    row(gateName(problem.gates[g]), [g](const matching::Explanation& one) {
      const GateAnswer& gate = one.gates[g];
      return wording::word("sheetGate", gate.waiver ? "waived" : text(gate.result)) + (gate.why.empty() ? "" : ": " + inWords(gate.why));
    });
  for (std::size_t k = 0; k < problem.criteria.size(); ++k)
    row(capital(wording::sentence(ranked.assessment().label(k))),
        [k](const matching::Explanation& one) { return inWords(one.criteria[k].why); });
  for (const QuoteItem item : all<QuoteItem>()) {
    const bool used = std::ranges::any_of(explained, [item](const auto& one) {
      return one.second.cost &&
             std::ranges::any_of(one.second.cost->lines, [item](const costing::CostLine& line) { return line.item == item; });
    });
    if (used) row(wording::label("quoteItem", text(item)), [item](const matching::Explanation& one) { return costCell(one.cost, item); });
  }
  row(said("wholeCost"), [](const matching::Explanation& one) { return one.cost ? aWeekWords(one.cost->aWeek) : said("isNotKnown"); });
  for (SheetOption& option : sheet.options) option.cells.resize(sheet.rows.size(), option.offered ? std::string() : said("notOffered"));
}

/// What a home has to have, of all homes at once: each with whether all have it.
void addEssentials(ChoiceSheet& sheet, const RankedReferral& ranked, const std::vector<OptionId>& options) {
  const matching::Problem& problem = ranked.assessment().problem();
  std::vector<std::size_t> shown;
  for (const OptionId option : options)
    if (const auto candidate = candidateOf(ranked, option)) shown.push_back(*candidate);
  bool all = !shown.empty();
  bool general = all;
  const std::vector<GateAnswer> answers = shown.empty() ? std::vector<GateAnswer>{} : ranked.assessment().explain(shown.front()).gates;
  for (std::size_t g = 0; g < problem.gates.size() && g < answers.size(); ++g) {
    const auto has = [&](GateResult result) {
      return std::ranges::any_of(
          shown, [&](std::size_t candidate) { return problem.gateResults[candidate * problem.gates.size() + g] == result; });
    };
    const SheetSign sign = has(GateResult::fail) ? SheetSign::fail : has(GateResult::unknown) ? SheetSign::unknown : SheetSign::pass;
    all = all && sign == SheetSign::pass;
    const std::string label = gateName(problem.gates[g]);
    if (sign == SheetSign::fail) sheet.essentials.push_back({sign, said("notEvery", {label})});
    if (sign == SheetSign::unknown) sheet.essentials.push_back({sign, said("notKnownOfEvery", {label})});
    // What every home has to be in any case is said in one line while all are.
    if (sign == SheetSign::pass && answers[g].kind == matching::GateKind::essential) sheet.essentials.push_back({sign, label});
    if (sign != SheetSign::pass && answers[g].kind != matching::GateKind::essential) general = false;
  }
  if (general) sheet.essentials.push_back({SheetSign::pass, said("inOrder")});
  sheet.essentialsWords = all ? said("allHaveAll") : said("cardSaysSo");
}

/// How the choice came about: what was put in the place of what was proposed, and why there are fewer than three.
Result<void> addBackground(ChoiceSheet& sheet, Workspace& workspace, const Names& names, const Choice& choice) {
  for (const Swap& swap : choice.swaps)
    sheet.background.push_back(
        {SheetSign::none, swapWords(swap, names.option(swap.proposed), swap.instead ? names.option(*swap.instead) : std::string())});
  const auto remarks = workspace.file().sent().remarks(choice.id);
  if (!remarks) return failed(remarks);
  for (const ChoiceRemark& remark : *remarks) {
    const std::string by = names.person(remark.by);
    sheet.background.push_back({remark.open() ? SheetSign::unknown : SheetSign::none,
                                said(remark.wantsMore ? "asked" : "remarked", {by, englandDay(remark.at), remark.words})});
    if (remark.answeredAt) sheet.background.push_back({SheetSign::none, said("answered", {englandDay(*remark.answeredAt), remark.answer})});
  }
  if (choice.options.size() >= usualChoice) return {};
  if (!choice.fewerThanThree.empty()) sheet.background.push_back({SheetSign::none, said("whyFewer", {choice.fewerThanThree})});
  const auto asked = askedWords(workspace, choice.referral);
  if (!asked) return failed(asked);
  if (!asked->empty()) sheet.background.push_back({SheetSign::none, said("whoWasAsked")});
  for (const std::string& one : *asked) sheet.background.push_back({SheetSign::none, one});
  return {};
}

/// Why an option cannot be chosen, without its name: the card has said which home it is.
std::string closedWords(Workspace& workspace, const Names& names, const RankedReferral& ranked, const Choice& choice, OptionId option,
                        bool movedIn) {
  Decision anew;
  anew.referral = choice.referral;
  anew.choice = choice.id;
  anew.chosen = option;
  if (const auto nothing = choosesNothingAnew(workspace, anew); nothing && *nothing) return {};
  if (movedIn) return said("started");
  const auto may = mayBeChosen(workspace, ranked, option);
  if (may) return {};
  std::string why = may.error().detail;
  const std::string prefix = names.option(option) + ": ";
  return why.starts_with(prefix) ? why.substr(prefix.size()) : why;
}

}  // namespace

std::string ruleBasis(int number) {
  const law::Rule* rule = law::rule(number);
  if (rule == nullptr) return {};
  const std::string basis = said("basis", {static_cast<std::int64_t>(number), std::string(rule->citation)});
  return rule->needsLegalCheck ? basis + " " + wording::sentence({"law.needsCheck", {}}) : basis;
}

std::string gateName(const std::string& key) {
  constexpr std::string_view need = "essential.need.";
  constexpr std::string_view exclusion = "essential.exclusion.";
  if (key.starts_with(need)) return capital(wording::word("need", std::string_view(key).substr(need.size())));
  if (key.starts_with(exclusion)) return said("without", {wording::word("feature", std::string_view(key).substr(exclusion.size()))});
  return wording::word("gateName", key);
}

std::string swapWords(const Swap& swap, const std::string& proposed, const std::string& instead) {
  std::vector<std::string> why;
  if (swap.code) why.push_back(wording::word("swapReason", text(*swap.code)));
  if (!swap.words.empty()) why.push_back(swap.words);
  return swap.instead ? said("swapped", {proposed, instead, joined(why, ", ")}) : said("leftOut", {proposed});
}

Result<ChoiceSheet> choiceSheet(Workspace& workspace, const Choice& choice) {
  const Names names{workspace};
  const auto entry = referralCase(workspace, choice.referral);
  if (!entry) return failed(entry);
  const auto rankedOr = rankOffers(workspace, choice.referral);
  if (!rankedOr) return failed(rankedOr);
  const RankedReferral& ranked = **rankedOr;
  ChoiceSheet sheet;
  sheet.number = entry->referral.number;
  std::vector<std::string> people;
  for (const Child& child : entry->children) {
    people.push_back(child.name);
    disclosure::SheetVoice& voice = sheet.voices.emplace_back();
    voice.name = child.name;
    for (const Wish& wish : child.wishes) voice.says.push_back(wish.words);
  }
  sheet.people = listed(people);
  sheet.movedIn = !isOpen(entry->referral.stage);
  sheet.fictional = workspace.fictional();
  addEssentials(sheet, ranked, choice.options);
  if (const auto added = addBackground(sheet, workspace, names, choice); !added) return failed(added);
  sheet.sentBy = names.person(choice.sentBy);
  sheet.sentAt = choice.sentAt;
  sheet.sentTo = choice.sentTo.value;
  sheet.decideBy = choice.decideBy;
  sheet.costWords = said("likeForLike", {static_cast<std::int64_t>(matching::comparedDays(entry->referral)),
                                         std::max(entry->referral.neededBy, workspace.today())});
  std::map<std::int64_t, matching::Explanation> explained;  // of those that are offered, by number
  for (std::size_t i = 0; i < choice.options.size(); ++i) {
    const OptionId id = choice.options[i];
    const auto candidate = candidateOf(ranked, id);
    SheetOption& option = sheet.options.emplace_back();
    option.number = id.value;
    option.name = names.option(id);
    option.offered = candidate.has_value();
    option.closed = closedWords(workspace, names, ranked, choice, id, sheet.movedIn);
    if (i < choice.reasons.size()) option.inChoice = withoutPlace(choice.reasons[i]);
    if (!candidate) continue;
    option.provider = ranked.name(*candidate).provider;
    matching::Explanation one = ranked.assessment().explain(*candidate);
    if (one.cost) option.aWeek = one.cost->aWeek;
    option.groups.push_back(gatesGroup(names, one.gates, option.closed.empty()));
    addFindings(option, ranked.assessment(), one);
    addPreferences(option, ranked.assessment().preferences(*candidate));
    addFigures(option, ranked, id, *candidate, one);
    explained.emplace(option.number, std::move(one));
  }
  std::ranges::stable_sort(sheet.options, {}, &SheetOption::name);
  std::vector<std::pair<SheetOption*, matching::Explanation>> offered;
  for (SheetOption& option : sheet.options)
    if (const auto known = explained.find(option.number); known != explained.end()) offered.emplace_back(&option, std::move(known->second));
  addRows(sheet, ranked, offered);
  const auto staff = app::people(workspace);
  if (!staff) return failed(staff);
  for (const Person& person : *staff) {
    const bool agrees = holdsTheBudget(person.role);
    if (person.active && (mayDecide(person.role) || agrees))
      sheet.persons.push_back({person.id.value, person.name, person.role, person.agreesUpTo});
  }
  return sheet;
}

Decision decisionOf(const Choice& choice, const disclosure::SheetAnswer& answer) {
  Decision decision;
  decision.referral = choice.referral;
  decision.choice = choice.id;
  if (answer.chosen) decision.chosen = OptionId{*answer.chosen};
  for (const disclosure::SheetReason& reason : answer.reasons)
    decision.reasons.push_back({OptionId{reason.option}, reason.code, reason.words});
  decision.decidedBy = PersonId{answer.decidedBy};
  if (answer.agreedBy) decision.agreedBy = PersonId{*answer.agreedBy};
  if (answer.budgetAgreedBy) decision.budgetAgreedBy = PersonId{*answer.budgetAgreedBy};
  decision.byTelephone = answer.byTelephone;
  decision.childsViewHeard = answer.childsViewHeard;
  decision.childsView = answer.childsView;
  decision.amendsReason = answer.amendsReason;
  return decision;
}

disclosure::SheetAnswer answerOf(const Decision& decision) {
  disclosure::SheetAnswer answer;
  if (decision.chosen) answer.chosen = decision.chosen->value;
  for (const OptionReason& reason : decision.reasons) answer.reasons.push_back({reason.option.value, reason.code, reason.words});
  answer.decidedBy = decision.decidedBy.value;
  if (decision.agreedBy) answer.agreedBy = decision.agreedBy->value;
  if (decision.budgetAgreedBy) answer.budgetAgreedBy = decision.budgetAgreedBy->value;
  answer.byTelephone = decision.byTelephone && !decision.confirmedAt;  // what is owed stays owed
  answer.childsViewHeard = decision.childsViewHeard;
  answer.childsView = decision.childsView;
  return answer;
}

}  // namespace homeward::app
