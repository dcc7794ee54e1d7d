#include "app/placement_papers.h"

#include <algorithm>

#include "app/referrals.h"
#include "domain/codes.h"
#include "support/text.h"
#include "wording/wording.h"

namespace homeward::embedded {
std::string_view contractTemplate();
std::string_view planTemplate();
}  // namespace homeward::embedded

namespace homeward::app {
namespace {

std::string said(const std::string& key, std::vector<FactArgument> arguments = {}) {
  return wording::sentence({"paper." + key, std::move(arguments)});
}
std::string orOpen(const std::string& words) { return trimmed(words).empty() ? said("toBeAgreed") : words; }
std::string keyOf(Paper paper) { return "template." + std::string(text(paper)); }

using Fields = std::map<std::string, std::string>;

tl::unexpected<Error> wrong(std::size_t line, const std::string& what) {
  return fail(ErrorCode::invalid, "template", "Line " + std::to_string(line) + " of the template: " + what);
}

/// One line with its names filled in, from `own` first.
Result<std::string> filledLine(std::string_view line, std::size_t number, const Fields* own, const Fields& single) {
  std::string out;
  while (!line.empty()) {
    const auto open = line.find('{');
    out += line.substr(0, open);
    if (open == std::string_view::npos) break;
    const auto close = line.find('}', open);
    if (close == std::string_view::npos) return wrong(number, "a brace is opened and not closed.");
    const std::string name(line.substr(open + 1, close - open - 1));
    const Fields& from = own != nullptr && own->contains(name) ? *own : single;
    const auto found = from.find(name);
    if (found == from.end()) return wrong(number, "there is nothing called {" + name + "}.");
    out += found->second;
    line.remove_prefix(close + 1);
  }
  return out;
}

std::string daysWords(const DateRange& days) {
  return days.to ? said("fromTo", {days.from, *days.to - std::chrono::days{1}}) : said("from", {days.from});
}

Fields priceFields(const ContractTerm& term) {
  return {{"item", wording::label("quoteItem", text(term.item))},
          {"amount", poundsAndPence(isContribution(term.item) ? -term.amount : term.amount)},
          {"charged", wording::word("charge", term.once ? "once" : "weekly")},
          {"days", term.once ? said("on", {term.valid.from}) : daysWords(term.valid)},
          {"clause", term.clause.empty() ? std::string() : " (" + term.clause + ")"}};
}

/// How the home says that it meets a need, by the offer that was chosen.
std::string meetsWords(const std::vector<Offer>& offers, ChildId child, NeedDomain domain) {
  for (const Offer& offer : offers)
    for (const NeedAnswer& answer : offer.needs)
      if (answer.child == child && answer.domain == domain && !answer.evidence.empty()) return answer.evidence;
  return said("toBeAgreed");
}

void addChild(PaperFields& fields, const Child& child, const std::vector<Offer>& offers) {
  fields.single["child"] = child.name;
  fields.single["childNumber"] = child.number;
  fields.single["born"] = longDate(child.born);
  fields.single["legalStatus"] = child.legalStatus.empty() ? said("toBeAgreed") : CodeTable::ssda903().label("LS", child.legalStatus);
  fields.single["aim"] = wording::word("carePlanAim", text(child.aim));
  fields.single["school"] = orOpen(child.school);
  fields.single["strengths"] = orOpen(child.strengths);
  for (const Need& need : child.needs)
    fields.repeated["need"].push_back({{"need", wording::label("need", text(need.domain))},
                                       {"level", std::to_string(need.level)},
                                       {"outcome", orOpen(need.desiredOutcome)},
                                       {"meets", meetsWords(offers, child.id, need.domain)}});
  for (const Risk& risk : child.risks)
    fields.repeated["risk"].push_back(
        {{"risk", wording::label("risk", text(risk.kind))}, {"level", std::to_string(risk.level)}, {"evidence", orOpen(risk.evidence)}});
  for (const Contact& contact : child.contacts)
    fields.repeated["contact"].push_back(
        {{"contact", contact.relationship.empty() ? contact.name : contact.name + " (" + contact.relationship + ")"},
         {"visits",
          contact.visitsAMonth > 0 ? said("visits", {static_cast<std::int64_t>(contact.visitsAMonth + 0.5)}) : said("toBeAgreed")}});
}

void addHome(PaperFields& fields, const Market& market, const Placement& placement) {
  const Setting* setting = market.setting(placement.setting);
  const Provider* provider = market.provider(placement.provider);
  const Registration* registration = setting != nullptr && setting->registration     ? &*setting->registration
                                     : provider != nullptr && provider->registration ? &*provider->registration
                                                                                     : nullptr;
  fields.single["home"] = setting == nullptr ? said("toBeAgreed") : setting->name;
  fields.single["provider"] = provider == nullptr ? said("toBeAgreed") : provider->name;
  fields.single["registration"] = registration == nullptr || registration->urn.empty() ? said("noRegistration") : registration->urn;
}

/// The decision that the placement rests on, and the offers that it took.
Result<std::vector<Offer>> addDecision(Workspace& workspace, PaperFields& fields, const Placement& placement) {
  auto& file = workspace.file();
  std::vector<Offer> taken;
  for (const char* name : {"decidedBy", "decidedOn", "why", "childsView"}) fields.single[name] = said("toBeAgreed");
  fields.single["agreedBy"].clear();
  fields.single["conditions"] = said("none");
  if (!placement.decision) return taken;
  const auto decision = file.decisions().decision(*placement.decision);
  if (!decision) return failed(decision);
  const auto named = [&](PersonId id) {
    const auto person = file.people().person(id);
    return person ? person->name : said("toBeAgreed");
  };
  fields.single["decidedBy"] = named(decision->decidedBy);
  fields.single["decidedOn"] = longDate(englandDay(decision->at));
  if (decision->agreedBy) fields.single["agreedBy"] = said("agreedBy", {named(*decision->agreedBy)});
  fields.single["childsView"] = decision->childsView.empty() ? said("toBeAgreed") : decision->childsView;
  for (const OptionReason& reason : decision->reasons)
    if (reason.option == decision->chosen) fields.single["why"] = reason.words;
  if (!decision->chosen) return taken;
  const auto option = file.offers().option(*decision->chosen);
  if (!option) return failed(option);
  for (const OfferId id : option->offers) {
    auto offer = file.offers().offer(id);
    if (!offer) return failed(offer);
    if (std::ranges::find(offer->children, placement.child) == offer->children.end()) continue;
    if (!offer->conditions.empty()) fields.single["conditions"] = offer->conditions;
    taken.push_back(*std::move(offer));
  }
  return taken;
}

}  // namespace

Result<std::string> filled(std::string_view paperTemplate, const PaperFields& fields) {
  std::string out;
  std::vector<std::pair<std::size_t, std::string_view>> block;
  std::string list;  // which one is being read; empty: none
  std::size_t number = 0;
  for (const std::string_view line : split(paperTemplate, '\n')) {
    ++number;
    if (line.starts_with("[each ") && line.ends_with("]")) {
      if (!list.empty()) return wrong(number, "a list begins before the one before it ends: write [end] first.");
      list = std::string(line.substr(6, line.size() - 7));
      if (!fields.repeated.contains(list)) return wrong(number, "there is no list called \"" + list + "\".");
      block.clear();
      continue;
    }
    if (line == "[end]") {
      if (list.empty()) return wrong(number, "a list ends that did not begin.");
      const auto& rows = fields.repeated.at(list);
      if (rows.empty()) out += "- " + said("nothingHere") + "\n";
      for (const Fields& row : rows)
        for (const auto& [at, words] : block) {
          const auto line2 = filledLine(words, at, &row, fields.single);
          if (!line2) return failed(line2);
          out += *line2 + "\n";
        }
      list.clear();
      continue;
    }
    if (!list.empty()) {
      block.emplace_back(number, line);
      continue;
    }
    const auto words = filledLine(line, number, nullptr, fields.single);
    if (!words) return failed(words);
    out += *words + "\n";
  }
  if (!list.empty()) return wrong(number, "the list \"" + list + "\" does not end: write [end] after it.");
  return out;
}

Result<std::string> templateOf(Workspace& workspace, Paper paper) {
  const auto own = workspace.file().properties().get(keyOf(paper));
  if (!own) return failed(own);
  if (*own && !(*own)->empty()) return **own;
  return std::string(paper == Paper::contract ? embedded::contractTemplate() : embedded::planTemplate());
}

Result<void> setTemplate(Workspace& workspace, Paper paper, const std::string& text) {
  constexpr std::size_t most = 100'000;
  if (text.size() > most) return fail(ErrorCode::tooLarge, "template", "A template takes 100,000 characters.");
  if (!trimmed(text).empty()) {
    // Whatever it names has to be there for every placement: an example has it all.
    PaperFields example;
    for (const char* name :
         {"authority",   "provider", "child",      "born",       "home",      "childNumber", "referralNumber", "registration",
          "legalStatus", "aim",      "start",      "plannedEnd", "decidedBy", "decidedOn",   "agreedBy",       "conditions",
          "wholeCost",   "why",      "childsView", "strengths",  "consent",   "school",      "journey",        "socialWorker"})
      example.single[name] = "x";
    example.repeated = {{"price", {{{"item", "x"}, {"amount", "x"}, {"charged", "x"}, {"days", "x"}, {"clause", "x"}}}},
                        {"need", {{{"need", "x"}, {"level", "x"}, {"outcome", "x"}, {"meets", "x"}}}},
                        {"risk", {{{"risk", "x"}, {"level", "x"}, {"evidence", "x"}}}},
                        {"contact", {{{"contact", "x"}, {"visits", "x"}}}},
                        {"support", {{{"support", "x"}}}}};
    if (const auto tried = filled(text, example); !tried) return failed(tried);
  }
  return workspace.change([&](store::Transaction& in) { return workspace.file().properties().set(in, keyOf(paper), text); });
}

Result<PaperFields> fieldsOf(Workspace& workspace, PlacementId id) {
  auto& file = workspace.file();
  const auto placement = file.placements().get(id);
  if (!placement) return failed(placement);
  const auto child = file.children().get(placement->child);
  if (!child) return failed(child);
  const auto terms = file.placements().terms(id);
  if (!terms) return failed(terms);
  const auto market = workspace.market();
  if (!market) return failed(market);
  PaperFields fields;
  for (const char* list : {"price", "need", "risk", "contact", "support"}) fields.repeated[list] = {};
  fields.single["authority"] = workspace.authority().name;
  fields.single["start"] = longDate(placement->stay.from);
  fields.single["plannedEnd"] = placement->plannedEnd ? said("plannedEnd", {*placement->plannedEnd}) : std::string();
  for (const char* name : {"referralNumber", "consent", "socialWorker", "journey"}) fields.single[name] = said("toBeAgreed");
  addHome(fields, **market, *placement);
  const auto offers = addDecision(workspace, fields, *placement);
  if (!offers) return failed(offers);
  addChild(fields, *child, *offers);
  std::optional<PersonId> worker = child->socialWorker;
  if (placement->referral) {
    const auto referral = file.referrals().get(*placement->referral);
    if (!referral) return failed(referral);
    fields.single["referralNumber"] = referral->number;
    if (!referral->authorisation.consentGivenBy.empty()) fields.single["consent"] = referral->authorisation.consentGivenBy;
    if (!worker) worker = referral->socialWorker;
  }
  if (worker)
    if (const auto person = file.people().person(*worker)) fields.single["socialWorker"] = person->name;
  for (const Offer& offer : *offers) {
    if (const auto minutes = offer.minutesToSchool.find(child->id); minutes != offer.minutesToSchool.end())
      fields.single["journey"] = said("journey", {static_cast<std::int64_t>(minutes->second)});
    for (const QuoteLine& line : offer.quote)
      if (line.item == QuoteItem::additionalSupport && !line.words.empty()) fields.repeated["support"].push_back({{"support", line.words}});
  }
  Money aWeek;
  for (const ContractTerm& term : *terms) {
    fields.repeated["price"].push_back(priceFields(term));
    if (!term.once && term.valid.contains(placement->stay.from)) isContribution(term.item) ? aWeek -= term.amount : aWeek += term.amount;
  }
  fields.single["wholeCost"] = poundsAndPence(aWeek);
  return fields;
}

Result<std::string> paperOf(Workspace& workspace, PlacementId placement, Paper paper) {
  const auto own = templateOf(workspace, paper);
  if (!own) return failed(own);
  const auto fields = fieldsOf(workspace, placement);
  if (!fields) return failed(fields);
  return filled(*own, *fields);
}

}  // namespace homeward::app
