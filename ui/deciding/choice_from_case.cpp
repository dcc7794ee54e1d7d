#include "deciding/choice_from_case.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "app/asking.h"
#include "app/choice_sheet.h"
#include "app/deciding.h"
#include "app/market_data.h"
#include "app/negotiating.h"
#include "app/referrals.h"
#include "app/why_out.h"
#include "deciding/own_weights_dialog.h"
#include "deciding/waiving.h"
#include "offers/negotiate_dialog.h"
#include "offers/open_question.h"
#include "shared/format.h"
#include "shared/names.h"
#include "wording/wording.h"

namespace homeward::ui {
namespace {

constexpr std::size_t shownOptions = 5;
constexpr std::size_t shownOthers = 3;

QString capital(QString words) {
  if (!words.isEmpty()) words[0] = words[0].toUpper();
  return words;
}

QString tr(const char* words) { return QObject::tr(words); }

/// "Larch" of "Larch household", "Larch with a mentor" of the same with support: what stands at its mark in the chart.
QString shortNameOf(const QString& name) {
  for (const QString& ending : {QString(" household"), QString(" House"), QString(" Lodge")}) {
    if (name.endsWith(ending)) return name.left(name.size() - ending.size());
    const QString with = q(wording::sentence({"support.home", {std::string(), std::string()}}));
    if (const auto at = name.indexOf(ending + with); at > 0) return name.left(at) + name.mid(at + ending.size());
  }
  return name;
}

Chip urgencyChip(const Referral& referral) {
  const QString by = tr("needed by %1").arg(dateText(referral.neededBy));
  switch (referral.urgency) {
    case Urgency::sameDay:
      return sameDayChip(tr("Same-day: %1").arg(by));
    case Urgency::underFiveDays:
      return underFiveDaysChip(tr("Under 5 days: %1").arg(by));
    case Urgency::planned:
      break;
  }
  return plannedChip(tr("Planned: %1").arg(by));
}

QString subtitleOf(const app::ReferralCase& entry, Date today) {
  QStringList parts{q(entry.referral.number)};
  for (const Child& child : entry.children) {
    parts << tr("%1, %2").arg(q(wording::word("sex", text(child.sex)))).arg(ageOn(child.born, today));
    if (!child.school.empty()) parts << q(child.school);
    parts << tr("aim: %1").arg(q(wording::word("carePlanAim", text(child.aim))));
  }
  return parts.join(" · ");
}

/// Cost lines of an option by item, a week; the words where there is no amount.
CostCell costCell(const costing::WholeCost& cost, QuoteItem item) {
  CostCell cell;
  for (const costing::CostLine& line : cost.lines) {
    if (line.item != item) continue;
    if (line.charge == Charge::inTheFee || line.charge == Charge::none) {
      if (!cell.aWeek) cell.words = line.charge == Charge::inTheFee ? tr("in the fee") : tr("none");
      continue;
    }
    cell.aWeek = costing::aWeekOf(cost, item);
  }
  if (!cell.aWeek && cell.words.isEmpty()) cell.words = tr("none");
  return cell;
}

std::vector<QuoteItem> itemsInUse(const std::vector<matching::Explanation>& explained) {
  std::vector<QuoteItem> used;
  for (const QuoteItem item : all<QuoteItem>())
    for (const matching::Explanation& one : explained) {
      if (!one.cost) continue;
      const bool has =
          std::any_of(one.cost->lines.begin(), one.cost->lines.end(), [item](const costing::CostLine& line) { return line.item == item; });
      if (has && (used.empty() || used.back() != item)) used.push_back(item);
    }
  return used;
}

/// When a question in these words was last put to the provider of one of these offers.
QString lastAsked(const std::vector<app::ApproachLine>& lines, const matching::CandidateFacts& facts, const Fact& question) {
  if (question.empty()) return {};
  const QString words = q(wording::sentence(question));  // as it is logged, whether or not names are hidden now
  std::optional<Instant> last;
  for (const app::ApproachLine& line : lines) {
    const bool its = std::any_of(facts.perChild.begin(), facts.perChild.end(), [&](const matching::Assignment& there) {
      return there.offer != nullptr && there.offer->approach == line.approach.id;
    });
    if (!its) continue;
    for (const ContactEntry& entry : line.approach.log)
      // Case files from before our questions had an outcome of their own logged them as theirs: the words tell.
      if ((entry.outcome == CallOutcome::weAsked || entry.outcome == CallOutcome::question) && q(entry.note).startsWith(words))
        last = std::max(last.value_or(entry.at), entry.at);
  }
  return last ? tr("Asked %1").arg(momentText(*last)) : QString();
}

/// What was won of an option's price; of several offers together, nothing is said.
QString wonOf(const app::RankedReferral& ranked, std::size_t candidate) {
  std::set<const Offer*> offers;
  for (const matching::Assignment& there : ranked.assessment().facts(candidate).perChild) offers.insert(there.offer);
  if (offers.size() != 1 || *offers.begin() == nullptr) return {};
  const matching::Request& request = ranked.assessment().request();
  return wonWords(app::wonBy(**offers.begin(), request.referral, request.today));
}

ChoiceOption optionOf(const app::RankedReferral& ranked, std::size_t candidate, const matching::Explanation& explained,
                      const std::vector<QuoteItem>& items, const std::map<PersonId, QString>& people,
                      const std::vector<app::ApproachLine>& lines) {
  const app::CandidateName& name = ranked.name(candidate);
  ChoiceOption option;
  option.id = name.option.value_or(OptionId{}).value;
  option.key = ranked.assessment().problem().candidates[candidate].id;
  option.name = q(name.name);
  option.shortName = shortNameOf(option.name);
  option.providerLine = q(name.provider);
  const QString won = wonOf(ranked, candidate);
  if (!won.isEmpty()) option.providerLine += QStringLiteral(" · ") + won;
  if (const Provider* provider = ranked.market().provider(name.providerId)) option.provider = q(provider->name);
  for (const matching::GateAnswer& gate : explained.gates) {
    GateCell cell;
    cell.result = gate.result;
    cell.sentence = sentence(gate.why);
    cell.question = sentence(gate.question);
    cell.waivable = gate.kind == matching::GateKind::essential;
    if (gate.kind == matching::GateKind::law) cell.rule = ruleOf(gate.key);
    if (gate.waiver) {
      const auto by = people.find(gate.waiver->by);
      cell.waivedBy = by == people.end() ? tr("a named person") : by->second;
    }
    option.gates.push_back(std::move(cell));
  }
  QStringList approvals;
  for (const law::ApprovalNeeded& needed : explained.approvals)
    approvals << tr("%1 (rule %2)").arg(q(wording::word("role", text(needed.by)))).arg(needed.rule);
  option.approvalsNotKnown = explained.areaNotKnown;
  if (explained.areaNotKnown) approvals << tr("not known: where does it lie?");
  option.approvals = approvals.join(QStringLiteral(", "));
  QStringList otherwise;
  for (const law::LegalFinding& finding : ranked.assessment().preferences(candidate)) {
    if (finding.judgement == law::Judgement::notKnown) ++option.lawOpen;
    if (finding.judgement == law::Judgement::broken) otherwise << tr("%1 (rule %2)").arg(sentence(finding.why)).arg(finding.rule);
  }
  option.notPreferred = otherwise.join(QLatin1Char(' '));
  for (const matching::CriterionAnswer& criterion : explained.criteria)
    option.criteria.push_back({criterion.value, sentence(criterion.why), sentence(criterion.question),
                               lastAsked(lines, ranked.assessment().facts(candidate), criterion.question),
                               answeredIn(openIn(criterion)) == AnswerPlace::referral});
  if (explained.cost) {
    option.wholeCost = explained.cost->aWeek;
    for (const QuoteItem item : items) option.costs.push_back(costCell(*explained.cost, item));
  } else {
    option.costs.resize(items.size(), CostCell{std::nullopt, tr("not known")});
  }
  return option;
}

/// The candidates to show, in the order of the ranking: those that are wanted, or what is proposed for the choice and the best of the
/// others while there is room.
std::vector<std::size_t> toShow(const app::RankedReferral& ranked, const std::vector<OptionId>& proposed,
                                const std::vector<OptionId>& wanted) {
  std::vector<std::size_t> shown;
  for (const matching::Ranked& row : ranked.ranking()) {
    const auto option = ranked.name(row.candidate).option;
    if (option && std::find(wanted.begin(), wanted.end(), *option) != wanted.end()) shown.push_back(row.candidate);
  }
  if (!shown.empty()) return shown;
  const auto isProposed = [&](const matching::Ranked& row) {
    const auto option = ranked.name(row.candidate).option;
    return option && std::find(proposed.begin(), proposed.end(), *option) != proposed.end();
  };
  std::size_t room = shownOptions - std::min(shownOptions, proposed.size());
  for (const matching::Ranked& row : ranked.ranking()) {
    if (!isProposed(row)) {
      if (room == 0) continue;
      --room;
    }
    shown.push_back(row.candidate);
  }
  return shown;
}

/// Standing offers that take only some of the people.
int offersOfSome(const app::RankedReferral& ranked, std::size_t people, Instant now) {
  return static_cast<int>(std::count_if(ranked.offers().begin(), ranked.offers().end(), [&](const Offer& offer) {
    return offer.children.size() < people && !offer.withdrawn && !(offer.standsUntil && *offer.standsUntil < now);
  }));
}

/// One that is out, with why and what would bring it back, while there is room for it.
void addOther(ChoiceView& view, const app::RankedReferral& ranked, std::size_t candidate) {
  ++view.othersCount;
  if (view.others.size() >= shownOthers) return;
  const matching::Explanation why = ranked.assessment().explain(candidate);
  const auto failed = std::find_if(why.gates.begin(), why.gates.end(), [](const matching::GateAnswer& gate) {
    return gate.result == matching::GateResult::fail && !gate.waiver;
  });
  if (failed == why.gates.end()) return;
  const QString fixed = whyNotSetAside(failed->kind);
  // Where more than one check fails, what all of them take is what helps.
  const QString together = shown(q(app::comesBackWords(why.comesBack)));
  const QString own = shown(q(app::bringsBackWords(*failed)));
  const QString back = !together.isEmpty() ? together : own.isEmpty() ? fixed : own;
  view.others.push_back({static_cast<std::int64_t>(candidate), q(ranked.name(candidate).name), sentence(failed->why), back,
                         ranked.assessment().facts(candidate).id, failed->key, fixed.isEmpty()});
}

}  // namespace

QString gateName(const std::string& key) { return q(app::gateName(key)); }

QString peopleWords(const std::vector<Child>& children) {
  QStringList names;
  for (const Child& child : children) names << q(child.name);
  return names.size() > 1 ? names.mid(0, names.size() - 1).join(", ") + tr(" and ") + names.back() : names.join("");
}

Result<ChoiceView> choiceView(app::Workspace& workspace, ReferralId referral, const std::vector<OptionId>& wanted) {
  const auto entry = app::referralCase(workspace, referral);
  if (!entry) return failed(entry);
  const auto rankedOr = app::rankOffers(workspace, referral);
  if (!rankedOr) return failed(rankedOr);
  const app::RankedReferral& ranked = **rankedOr;
  const auto staff = app::people(workspace);
  if (!staff) return failed(staff);
  const auto lines = app::approachLines(workspace, referral);
  if (!lines) return failed(lines);
  std::map<PersonId, QString> people;
  for (const Person& person : *staff) people[person.id] = q(person.name);
  const auto draft = app::proposeChoice(workspace, referral);
  if (!draft) return failed(draft);

  ChoiceView view;
  view.title = tr("Choice for %1").arg(peopleWords(entry->children));
  view.subtitle = subtitleOf(*entry, workspace.today());
  view.urgency = urgencyChip(entry->referral);
  view.due = tr("Decision due %1").arg(dateText(draft->decideBy));
  if (entry->referral.socialWorker) view.sendTo = people[*entry->referral.socialWorker];
  const auto ownWeights = ownWeightsWords(workspace, referral);
  if (!ownWeights) return failed(ownWeights);
  view.ownWeights = *ownWeights;
  view.policy = whoseWeights(workspace, view.ownWeights);
  view.offers = static_cast<int>(ranked.ranking().size());
  view.offersOfSome = offersOfSome(ranked, entry->children.size(), workspace.now());
  view.whyFewer = q(entry->referral.fewerThanThree);
  for (std::size_t i = 0; i < draft->options.size(); ++i)
    for (std::size_t c = 0; c < ranked.assessment().problem().candidates.size(); ++c)
      if (ranked.name(c).option == draft->options[i])
        view.proposed.push_back({draft->options[i].value, q(ranked.name(c).name), shown(q(draft->reasons[i]))});
  const matching::Problem& problem = ranked.assessment().problem();
  for (const std::string& gate : problem.gates) view.gateLabels.push_back(gateName(gate));
  for (std::size_t k = 0; k < problem.criteria.size(); ++k) view.criterionLabels.push_back(capital(sentence(ranked.assessment().label(k))));
  view.policyWeights = problem.weights;

  std::vector<matching::Explanation> explained;
  const std::vector<std::size_t> columns = toShow(ranked, draft->options, wanted);
  explained.reserve(columns.size());
  for (const std::size_t candidate : columns) explained.push_back(ranked.assessment().explain(candidate));
  const std::vector<QuoteItem> items = itemsInUse(explained);
  for (const QuoteItem item : items) view.costLabels.push_back(capital(q(wording::word("quoteItem", text(item)))));
  const std::vector<std::size_t> usual = toShow(ranked, draft->options, {});
  for (std::size_t i = 0; i < columns.size(); ++i) {
    ChoiceOption option = optionOf(ranked, columns[i], explained[i], items, people, *lines);
    option.shape = static_cast<int>(i) + 1;
    // Who takes one in that was not there means to send it.
    option.send = std::any_of(draft->options.begin(), draft->options.end(), [&](OptionId id) { return id.value == option.id; }) ||
                  std::find(usual.begin(), usual.end(), columns[i]) == usual.end();
    view.options.push_back(std::move(option));
  }
  for (const matching::Ranked& row : ranked.ranking()) {
    if (std::find(columns.begin(), columns.end(), row.candidate) != columns.end()) continue;
    RivalOffer rival{problem.candidates[row.candidate].id, q(ranked.name(row.candidate).name), row.status, std::nullopt, {}};
    if (const auto cost = ranked.assessment().explain(row.candidate).cost) rival.wholeCost = cost->aWeek;
    const auto values = problem.values.begin() + static_cast<std::ptrdiff_t>(row.candidate * problem.criteria.size());
    rival.values.assign(values, values + static_cast<std::ptrdiff_t>(problem.criteria.size()));
    view.rivals.push_back(std::move(rival));
  }
  view.costWords = tr("Like for like over %1 weeks from %2. What one fee includes is priced for the others.")
                       .arg(matching::comparedDays(entry->referral) / 7)
                       .arg(dateText(ranked.assessment().request().placeOn));

  // Why others are out: first the offers that fail and do not stand side by side, then the nearest of the market that fail, and how many
  // there are.
  const auto marketOr = app::rankMarket(workspace, referral);
  if (!marketOr) return failed(marketOr);
  std::set<SettingId> offered;
  for (std::size_t c = 0; c < problem.candidates.size(); ++c)
    if (ranked.name(c).setting) offered.insert(*ranked.name(c).setting);
  for (const matching::Ranked& row : ranked.ranking())
    if (row.status == matching::Status::notEligible && std::find(columns.begin(), columns.end(), row.candidate) == columns.end())
      addOther(view, ranked, row.candidate);
  for (const matching::Ranked& row : (*marketOr)->ranking()) {
    const auto& setting = (*marketOr)->name(row.candidate).setting;
    if (row.status != matching::Status::notEligible || (setting && offered.contains(*setting))) continue;
    addOther(view, **marketOr, row.candidate);
  }
  return byPolicy(std::move(view));
}

}  // namespace homeward::ui
