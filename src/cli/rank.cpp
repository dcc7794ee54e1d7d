#include <algorithm>
#include <map>
#include <sstream>

#include "app/deciding.h"
#include "app/rank_referral.h"
#include "app/referrals.h"
#include "app/why_out.h"
#include "cli/command.h"
#include "support/text.h"
#include "wording/wording.h"

namespace homeward::cli {
namespace {

using app::RankedReferral;
using nlohmann::json;

struct Wanted {
  std::string referral;
  std::string stage = "offers";
  int most = 20;
  std::string out;
  std::string choice;
  std::string problem;
  bool byProblem = false;
};

/// Sentences of the gates that did not pass: what fails and what would bring it back, or what to ask.
std::vector<std::string> gateSentences(const matching::Explanation& explanation, matching::GateResult result) {
  std::vector<std::string> sentences;
  for (const matching::GateAnswer& gate : explanation.gates) {
    if (gate.result != result || gate.waiver) continue;
    std::string words = wording::sentence(gate.why);
    const std::string more = result == matching::GateResult::fail ? app::bringsBackWords(gate)
                             : gate.question.empty()              ? std::string{}
                                                                  : wording::sentence(gate.question);
    if (!more.empty()) words += (words.ends_with('.') ? " " : ". ") + more;
    sentences.push_back(std::move(words));
  }
  return sentences;
}

/// Who works here, by id: whoever set a gate aside is told.
using Names = std::map<PersonId, std::string>;

struct SetAside {
  std::string why;     ///< what the gate found
  std::string by;      ///< who waived it
  std::string on;      ///< ISO
  std::string reason;  ///< as given
};

/// Gates that do not pass and were waived: they keep nobody out, and everybody sees them.
std::vector<SetAside> waivedGates(const matching::Explanation& explanation, const Names& names) {
  std::vector<SetAside> waived;
  for (const matching::GateAnswer& gate : explanation.gates) {
    if (!gate.waiver || gate.result == matching::GateResult::pass) continue;
    const auto by = names.find(gate.waiver->by);
    waived.push_back(
        {wording::sentence(gate.why), by != names.end() ? by->second : "somebody", isoDate(gate.waiver->on), gate.waiver->reason});
  }
  return waived;
}

json rankedJson(const RankedReferral& ranked, const matching::Ranked& row, const Names& names) {
  const matching::Explanation explanation = ranked.assessment().explain(row.candidate);
  const matching::Candidate& candidate = ranked.assessment().problem().candidates[row.candidate];
  const app::CandidateName& name = ranked.name(row.candidate);
  json criteria = json::array();
  for (const matching::CriterionAnswer& criterion : explanation.criteria)
    criteria.push_back(
        {{"key", criterion.key}, {"low", criterion.value.low}, {"high", criterion.value.high}, {"why", wording::sentence(criterion.why)}});
  json approvals = json::array();
  for (const law::ApprovalNeeded& approval : explanation.approvals)
    approvals.push_back({{"rule", approval.rule}, {"by", std::string(text(approval.by))}, {"why", wording::sentence(approval.why)}});
  json waived = json::array();
  for (const SetAside& gate : waivedGates(explanation, names))
    waived.push_back({{"why", gate.why}, {"by", gate.by}, {"on", gate.on}, {"reason", gate.reason}});
  json entry{{"id", candidate.id},
             {"name", name.name},
             {"provider", name.provider},
             {"status", text(row.status)},
             {"known", row.known},
             {"possible", row.possible},
             {"coverage", row.coverage},
             {"failed", gateSentences(explanation, matching::GateResult::fail)},
             {"waived", std::move(waived)},
             {"comesBack", app::comesBackWords(explanation.comesBack)},
             {"toAsk", gateSentences(explanation, matching::GateResult::unknown)},
             {"criteria", std::move(criteria)},
             {"approvals", std::move(approvals)},
             {"areaNotKnown", explanation.areaNotKnown}};
  if (candidate.cost) {
    entry["wholeCostPence"] = {candidate.cost->low.pence, candidate.cost->high ? json(candidate.cost->high->pence) : json(nullptr)};
  } else {
    entry["wholeCostPence"] = nullptr;
  }
  return entry;
}

std::string rankedWords(const RankedReferral& ranked, std::size_t place, const matching::Ranked& row, const Names& names) {
  const matching::Explanation explanation = ranked.assessment().explain(row.candidate);
  const app::CandidateName& name = ranked.name(row.candidate);
  std::ostringstream words;
  words << place << ". " << name.name << " (" << name.provider << "): " << wording::word("status", text(row.status));
  if (row.status != matching::Status::notEligible)
    words << ", match " << matching::shownScore(row.known) << " to " << matching::shownScore(row.possible) << " of 1,000";
  if (explanation.cost) words << ", " << wording::moneyRange(explanation.cost->aWeek) << " a week";
  words << '\n';
  for (const std::string& sentence : gateSentences(explanation, matching::GateResult::fail)) words << "   out: " << sentence << '\n';
  if (const std::string all = app::comesBackWords(explanation.comesBack); !all.empty()) words << "   all of it: " << all << '\n';
  for (const SetAside& gate : waivedGates(explanation, names))
    words << "   waived by " << gate.by << " on " << gate.on << ": " << gate.why << " Reason: " << gate.reason << '\n';
  for (const std::string& sentence : gateSentences(explanation, matching::GateResult::unknown)) words << "   to ask: " << sentence << '\n';
  for (const law::ApprovalNeeded& approval : explanation.approvals)
    words << "   approval, rule " << approval.rule << ": " << wording::sentence(approval.why) << '\n';
  if (row.status != matching::Status::notEligible) {
    const auto points = matching::shownPoints(ranked.assessment().problem(), row.candidate, ranked.assessment().problem().weights);
    for (std::size_t k = 0; k < explanation.criteria.size(); ++k)
      words << "   " << points[k] << " of " << ranked.assessment().problem().weights[k] << "  "
            << wording::sentence(ranked.assessment().label(k)) << ": " << wording::sentence(explanation.criteria[k].why) << '\n';
  }
  return words.str();
}

/// The referral that was named by number, or the first open one that has offers.
Result<ReferralId> chosenReferral(app::Workspace& workspace, const std::string& number) {
  auto lines = app::referralLines(workspace, number.empty());
  if (!lines) return tl::unexpected(lines.error());
  for (const app::ReferralLine& line : *lines)
    if (number.empty() ? line.offers > 0 : line.number == number) return line.id;
  if (number.empty()) return fail(ErrorCode::notFound, "referral", "No open referral has offers. Name one with --referral R-0412.");
  return fail(ErrorCode::notFound, number, "There is no referral of this number in the case file.");
}

Result<void> writeChoice(app::Workspace& workspace, ReferralId referral, const RankedReferral& ranked, const std::string& path,
                         const Context& context) {
  auto draft = app::proposeChoice(workspace, referral);
  if (!draft) return tl::unexpected(draft.error());
  std::ostringstream words;
  words << "The choice put together, in the order of the match. A person decides.\n\n";
  for (std::size_t i = 0; i < draft->options.size(); ++i) {
    for (std::size_t c = 0; c < ranked.assessment().problem().candidates.size(); ++c)
      if (ranked.name(c).option == draft->options[i]) words << ranked.name(c).name << " (" << ranked.name(c).provider << ")\n";
    words << "   " << draft->reasons[i] << '\n';
  }
  if (!draft->fewerThanThree.empty()) words << "\nFewer than three: " << draft->fewerThanThree << '\n';
  return context.write(path, words.str());
}

void run(Context& context, const Wanted& wanted) {
  if (wanted.byProblem) return rankProblem(context, wanted.problem);
  const auto workspace = context.open(store::OpenMode::readOnly);
  if (!workspace) return;
  const auto referral = chosenReferral(*workspace, wanted.referral);
  if (!referral) return context.refuse(referral.error());
  const auto ranked = wanted.stage == "market" ? app::rankMarket(*workspace, *referral) : app::rankOffers(*workspace, *referral);
  if (!ranked) return context.refuse(ranked.error());

  const RankedReferral& all = **ranked;
  const auto shown = std::min<std::size_t>(all.ranking().size(), static_cast<std::size_t>(std::max(wanted.most, 0)));
  const auto people = workspace->file().people().people();
  if (!people) return context.refuse(people.error());
  Names names;
  for (const Person& person : *people) names[person.id] = person.name;
  json rows = json::array();
  std::ostringstream words;
  words << "Referral " << all.assessment().request().referral.number << ", " << wanted.stage << ": " << all.ranking().size()
        << " candidates, the first " << shown << "\n\n";
  for (std::size_t i = 0; i < shown; ++i) {
    if (context.json) rows.push_back(rankedJson(all, all.ranking()[i], names));
    if (!context.json || !wanted.out.empty()) words << rankedWords(all, i + 1, all.ranking()[i], names);
  }
  json document{{"referral", all.assessment().request().referral.number},
                {"stage", wanted.stage},
                {"candidates", all.ranking().size()},
                {"ranking", std::move(rows)}};
  if (const auto ask = matching::askNext(all.assessment().problem(), all.ranking(), all.assessment().problem().weights)) {
    const std::string question = wording::sentence(all.assessment().explain(ask->candidate).criteria[ask->criterion].question);
    document["askNext"] = {{"candidate", all.assessment().problem().candidates[ask->candidate].id},
                           {"criterion", all.assessment().problem().criteria[ask->criterion]},
                           {"question", question}};
    words << "\nAsk next: " << all.name(ask->candidate).name << ": " << question << '\n';
  } else {
    document["askNext"] = nullptr;
  }
  if (!wanted.choice.empty())
    if (auto written = writeChoice(*workspace, *referral, all, wanted.choice, context); !written) return context.refuse(written.error());
  if (!wanted.out.empty()) {
    if (auto written = context.write(wanted.out, words.str()); !written) return context.refuse(written.error());
    words.str("Written to " + wanted.out);
    words.seekp(0, std::ios::end);
  }
  context.answer(document, words.str());
}

}  // namespace

void addRank(CLI::App& cli, Context& context) {
  auto* command = cli.add_subcommand("rank", "Rank a referral against the market or against its offers, with reasons");
  const auto wanted = std::make_shared<Wanted>();
  auto* what = command->add_option_group("what", "What is ranked: a referral of a case file, or a problem by itself");
  what->add_option("--file", context.file, "The case file");
  auto* problem = what->add_option("--problem", wanted->problem, "A problem in a file of its own (docs/matching-problem.md)");
  what->require_option(1);
  command->add_flag("--json", context.json, "Answer with one JSON document");
  const auto ofCase = [&](CLI::Option* option) { option->excludes(problem); };
  ofCase(
      command->add_option("--referral", wanted->referral, "Number of the referral (R-0412); without it, the first open one with offers"));
  ofCase(command->add_option("--stage", wanted->stage, "market or offers")->check(CLI::IsMember({"market", "offers"})));
  ofCase(command->add_option("--most", wanted->most, "How many candidates to show")->check(CLI::Range(1, 1'000'000)));
  ofCase(command->add_option("--out", wanted->out, "Write the words to this file"));
  ofCase(command->add_option("--choice", wanted->choice, "Write the choice of about three to this file"));
  command->callback([&context, wanted, problem] {
    wanted->byProblem = problem->count() > 0;
    run(context, *wanted);
  });
}

}  // namespace homeward::cli
