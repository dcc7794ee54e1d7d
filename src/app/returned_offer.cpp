#include "app/returned_offer.h"

#include <algorithm>
#include <set>

#include "app/asking.h"
#include "app/file_digest.h"
#include "app/with_support.h"
#include "support/text.h"
#include "wording/wording.h"

namespace homeward::app {
namespace {

using exchange::Answering;
using exchange::Meets;

Fact note(const std::string& key, std::vector<FactArgument> arguments = {}) { return {"returned." + key, std::move(arguments)}; }
std::string said(const std::string& key, std::vector<FactArgument> arguments = {}) {
  return wording::sentence(note(key, std::move(arguments)));
}

/// The end of a day in England.
Instant endOf(Date day) {
  const Instant midnight{day + std::chrono::days{1}};
  return midnight - std::chrono::duration_cast<std::chrono::seconds>(englandOffset(midnight)) - std::chrono::minutes{1};
}

int levelOf(const Child& child, NeedDomain domain) {
  const auto need = std::ranges::find(child.needs, domain, &Need::domain);
  return need == child.needs.end() ? 0 : need->level;
}

/// How a need is met, in levels: met is the level that was asked; not met is below it, and nobody knows by how much.
std::optional<NeedAnswer> needOf(const exchange::AnsweredNeed& answered, const Child& child) {
  const int asked = levelOf(child, answered.domain);
  if (answered.meets == Meets::open || asked == 0) return std::nullopt;
  NeedAnswer answer{child.id, answered.domain, answered.meets == Meets::no ? asked - 1 : asked, Basis::claimed, answered.how};
  if (answered.meets == Meets::withSupport)
    answer.evidence = answered.how.empty() ? said("withSupport") : said("withSupport.how", {answered.how});
  if (answered.meets == Meets::no) answer.evidence = answered.how.empty() ? said("notMet") : said("notMet.how", {answered.how});
  return answer;
}

/// The offer on record as it would be with what the file answers; what it leaves open stays.
Offer laidOver(const Offer& before, const Offer& fresh, const exchange::OfferAnswer& answer, std::vector<Fact>& kept) {
  Offer offer = before;
  offer.receivedOn = fresh.receivedOn;
  offer.children = fresh.children;
  const auto taken = [&](ChildId child) { return std::ranges::find(offer.children, child) != offer.children.end(); };
  if (answer.availableFrom) offer.availableFrom = fresh.availableFrom;
  if (answer.days) offer.offersDays = fresh.offersDays;
  if (answer.standsUntil) offer.standsUntil = fresh.standsUntil;
  if (answer.impactAssessed) offer.impactAssessed = fresh.impactAssessed;
  if (!answer.conditions.empty()) offer.conditions = answer.conditions;
  for (const auto& [feature, has] : answer.features) offer.features[feature] = has;
  for (const QuoteItem item : all<QuoteItem>()) {
    const auto ofItem = [item](const QuoteLine& line) { return line.item == item; };
    if (std::ranges::none_of(answer.prices, ofItem)) continue;
    if (std::ranges::any_of(before.rounds, [item](const NegotiationRound& round) { return round.item == item; })) {
      kept.push_back(note("negotiated", {Word{"quoteItem." + std::string(text(item))}}));
      continue;
    }
    std::erase_if(offer.quote, ofItem);
    std::ranges::copy_if(answer.prices, std::back_inserter(offer.quote), ofItem);
  }
  for (const SupportPackage& package : answer.packages) {
    const auto same = std::ranges::find(offer.packages, package.name, &SupportPackage::name);
    if (same == offer.packages.end())
      offer.packages.push_back(package);
    else
      same->aWeek = package.aWeek;
  }
  std::erase_if(offer.needs, [&](const NeedAnswer& one) { return !taken(one.child); });
  for (const NeedAnswer& claim : fresh.needs) {
    const auto known =
        std::ranges::find_if(offer.needs, [&](const NeedAnswer& one) { return one.child == claim.child && one.domain == claim.domain; });
    if (known == offer.needs.end())
      offer.needs.push_back(claim);
    else if (known->basis == Basis::claimed)
      *known = claim;
    else if (known->level != claim.level)
      kept.push_back(note("verifiedKept", {Word{"need." + std::string(text(claim.domain))}}));
  }
  std::erase_if(offer.interviews, [&](const InterviewNote& one) { return !taken(one.child); });
  std::erase_if(offer.minutesToSchool, [&](const auto& one) { return !taken(one.first); });
  std::erase_if(offer.keepsSchool, [&](const auto& one) { return !taken(one.first); });
  return offer;
}

/// Lays the answer over what is known of the home: the file's words count, what it leaves open stays as the home has it.
Result<void> fillOffer(Workspace& workspace, ReturnedAnswer& returned) {
  auto& file = workspace.file();
  const exchange::OfferAnswer& answer = returned.answer;
  const auto referral = file.referrals().get(returned.pack.referral);
  if (!referral) return failed(referral);
  Offer offer;
  if (returned.offer.setting.stored()) {
    auto draft = offerDraft(workspace, returned.pack.referral, returned.offer.setting);
    if (!draft) return failed(draft);
    offer = *std::move(draft);
    offer.quote.clear();  // a price is the provider's to say
  }
  offer.referral = returned.pack.referral;
  offer.receivedOn = workspace.today();
  offer.emergency = referral->urgency == Urgency::sameDay;
  if (returned.approach) {
    offer.approach = returned.approach->id;
    offer.provider = returned.approach->provider;
  }
  offer.children.clear();
  for (std::size_t i = 0; i < returned.pack.people.size(); ++i) {
    const ChildId child = returned.pack.people[i];
    const bool member = std::ranges::find(referral->members, child, &ReferralMember::child) != referral->members.end();
    if (member && (!answer.takes || std::ranges::find(*answer.takes, i) != answer.takes->end())) offer.children.push_back(child);
  }
  if (answer.availableFrom) offer.availableFrom = answer.availableFrom;
  if (answer.days) offer.offersDays = answer.days;
  offer.standsUntil.reset();
  if (answer.standsUntil) {
    offer.standsUntil = endOf(*answer.standsUntil);
    offer.receivedOn = std::min(offer.receivedOn, *answer.standsUntil);  // it lay with us, and has lapsed since
  }
  if (answer.impactAssessed) offer.impactAssessed = answer.impactAssessed;
  offer.quote.insert(offer.quote.end(), answer.prices.begin(), answer.prices.end());
  offer.packages = answer.packages;
  for (const exchange::AnsweredNeed& need : answer.needs) {
    if (need.person >= returned.pack.people.size()) continue;
    const ChildId id = returned.pack.people[need.person];
    if (std::ranges::find(offer.children, id) == offer.children.end()) continue;
    const auto child = file.children().get(id);
    if (!child) return failed(child);
    if (auto met = needOf(need, *child)) offer.needs.push_back(*std::move(met));
  }
  for (const auto& [feature, has] : answer.features) offer.features[feature] = has;
  offer.conditions = answer.conditions;
  returned.offer = std::move(offer);

  const auto offers = file.offers().offers(returned.pack.referral);
  if (!offers) return failed(offers);
  returned.before.reset();
  for (const Offer& known : *offers)
    if (returned.approach && known.approach == returned.approach->id && known.setting == returned.offer.setting && !known.withdrawn &&
        supportIn(known, *offers).empty())  // what we made of it to compare is not what they offered
      returned.before = known;
  returned.kept.clear();
  returned.inPlace.reset();
  if (returned.before) returned.inPlace = laidOver(*returned.before, returned.offer, answer, returned.kept);
  return {};
}

/// The one of a provider's homes that bears this name.
std::optional<SettingId> homeCalled(const Market& market, ProviderId provider, const std::string& name) {
  std::optional<SettingId> found;
  for (const Setting& setting : market.settings) {
    if (setting.provider != provider || name.empty() || lowered(collapsed(setting.name)) != lowered(collapsed(name))) continue;
    if (found) return std::nullopt;
    found = setting.id;
  }
  return found;
}

Result<void> matchHome(Workspace& workspace, ReturnedAnswer& returned) {
  const auto market = workspace.market();
  if (!market) return failed(market);
  returned.offer.setting = {};
  if (returned.approach) {
    // A home that is named counts before the one that was asked about: a provider may offer another.
    if (const auto called = homeCalled(**market, returned.approach->provider, returned.answer.home))
      returned.offer.setting = *called;
    else if (returned.approach->setting)
      returned.offer.setting = *returned.approach->setting;
    const Setting* meant = (*market)->setting(returned.offer.setting);
    const bool otherName =
        meant != nullptr && !returned.answer.home.empty() && lowered(collapsed(meant->name)) != lowered(collapsed(returned.answer.home));
    if (otherName) returned.since.push_back(note("otherHome", {returned.answer.home, meant->name}));
  }
  return fillOffer(workspace, returned);
}

/// Whether what providers were told was changed since: not how far the search has come, nor what is owed on it.
Result<bool> changedSince(Workspace& workspace, store::Changed what, Instant moment) {
  static const std::set<std::string> ofTheSearch{"stage", "sent_pack", "owed_step", "waiver", "escalation", "owner_id", "fewer_than_three"};
  const auto entries = workspace.file().history().of(what);
  if (!entries) return failed(entries);
  return std::ranges::any_of(*entries, [&](const store::HistoryEntry& entry) {
    return entry.at > moment && std::ranges::any_of(entry.fields, [](const std::string& field) { return !ofTheSearch.contains(field); });
  });
}

/// What has happened to the case since the referral was sent.
Result<void> lookSince(Workspace& workspace, ReturnedAnswer& returned, const Referral& referral) {
  if (const auto changed = changedSince(workspace, {store::Entity::referral, referral.id.value}, returned.pack.at); !changed)
    return failed(changed);
  else if (*changed)
    returned.since.push_back(note("referralChanged", {englandDay(returned.pack.at)}));
  for (std::size_t i = 0; i < returned.pack.people.size(); ++i) {
    const auto changed = changedSince(workspace, {store::Entity::child, returned.pack.people[i].value}, returned.pack.at);
    if (!changed) return failed(changed);
    if (*changed) returned.since.push_back(note("childChanged", {static_cast<std::int64_t>(i + 1)}));
  }
  for (std::size_t i = 0; i < returned.pack.people.size(); ++i)
    if (std::ranges::find(referral.members, returned.pack.people[i], &ReferralMember::child) == referral.members.end())
      returned.since.push_back(note("childLeft", {static_cast<std::int64_t>(i + 1)}));
  for (const ReferralMember& member : referral.members)
    if (std::ranges::find(returned.pack.people, member.child) == returned.pack.people.end()) {
      returned.since.push_back(note("childJoined"));
      break;
    }
  if (referral.stage == homeward::Stage::decided) returned.since.push_back(note("decided"));
  if (referral.stage == homeward::Stage::placed || referral.stage == homeward::Stage::ended) returned.since.push_back(note("placed"));
  if (returned.approach && returned.approach->state == ApproachState::declined) returned.since.push_back(note("hadDeclined"));
  if (returned.approach && returned.approach->state == ApproachState::answered && returned.answer.answer == Answering::decline)
    returned.since.push_back(note("hadOffered"));
  if (returned.answer.standsUntil && *returned.answer.standsUntil < workspace.today())
    returned.since.push_back(note("lapsed", {*returned.answer.standsUntil}));
  return {};
}

/// In words, or nothing.
template <class T>
std::string orNothing(const std::optional<T>& value, const std::function<std::string(const T&)>& words) {
  return value ? words(*value) : std::string();
}

using Pairs = std::vector<std::pair<std::string, std::string>>;

/// What an offer says, a label and words each.
Pairs linesOf(const Market& market, const std::map<ChildId, std::string>& names, const Offer& offer) {
  Pairs lines;
  const auto add = [&](const std::string& what, std::string words) { lines.emplace_back(said(what), std::move(words)); };
  const std::function<std::string(const Date&)> day = [](const Date& one) { return longDate(one); };
  const std::function<std::string(const bool&)> yes = [](const bool& one) { return wording::sentence({one ? "form.yes" : "form.no", {}}); };
  const Setting* home = market.setting(offer.setting);
  add("line.home", home == nullptr ? std::string() : home->name);
  std::vector<std::string> whom;
  for (const ChildId child : offer.children) whom.push_back(names.contains(child) ? names.at(child) : std::string());
  add("line.takes", listed(whom));
  add("line.from", orNothing(offer.availableFrom, day));
  add("line.until", offer.standsUntil ? longDate(englandDay(*offer.standsUntil)) + ", " + clockTime(*offer.standsUntil) : std::string());
  add("line.days", offer.offersDays ? wording::wholeNumberText(*offer.offersDays) : std::string());
  add("line.impact", orNothing(offer.impactAssessed, yes));
  for (const QuoteItem item : all<QuoteItem>()) {
    std::vector<std::string> prices;
    for (const QuoteLine& line : offer.quote)
      if (line.item == item)
        prices.push_back(line.charge == Charge::weekly || line.charge == Charge::once
                             ? wording::moneyRange(line.amount) + " " + wording::word("charge", text(line.charge))
                             : wording::word("charge", text(line.charge)));
    lines.emplace_back(wording::label("quoteItem", text(item)), joined(prices, "; "));
  }
  std::vector<std::string> packages;
  for (const SupportPackage& package : offer.packages) packages.push_back(package.name + ": " + wording::money(package.aWeek));
  add("line.packages", joined(packages, "; "));
  for (const auto& [child, name] : names)
    for (const NeedDomain domain : all<NeedDomain>()) {
      std::string words;
      for (const NeedAnswer& answer : offer.needs)
        if (answer.child == child && answer.domain == domain)
          words = said("line.level", {static_cast<std::int64_t>(answer.level), Word{"basis." + std::string(text(answer.basis))}}) +
                  (answer.evidence.empty() ? "" : ": " + answer.evidence);
      lines.emplace_back((names.size() > 1 ? name + ": " : std::string()) + wording::label("need", text(domain)), words);
    }
  std::vector<std::string> features;
  for (const auto& [feature, has] : offer.features) features.push_back(wording::word("feature", feature) + ": " + yes(has));
  add("line.features", joined(features, "; "));
  add("line.conditions", offer.conditions);
  return lines;
}

}  // namespace

Result<ReturnedAnswer> readReturnedAnswer(Workspace& workspace, std::string_view bytes) {
  auto& file = workspace.file();
  ReturnedAnswer returned;
  returned.digest = digestOf(bytes);
  const auto taken = file.sent().taken(returned.digest);
  if (!taken) return failed(taken);
  if (*taken)
    return fail(ErrorCode::refused, "file",
                "This very file was taken in on " + longDate(englandDay((*taken)->at)) + " already. Nothing is recorded twice.");
  auto answer = exchange::readOfferAnswer(bytes);
  if (!answer) return failed(answer);
  returned.answer = *std::move(answer);
  auto pack = file.sent().packOf(returned.answer.reference);
  if (!pack) return failed(pack);
  if (!*pack)
    return fail(ErrorCode::refused, "reference",
                "No referral was sent from this case file with the reference \"" + collapsed(returned.answer.reference).substr(0, 40) +
                    "\". Check that it is the form that you sent, and that its reference was not changed.");
  returned.pack = **std::move(pack);
  const auto referral = file.referrals().get(returned.pack.referral);
  if (!referral) return failed(referral);
  returned.number = referral->number;
  if (referral->stage == homeward::Stage::withdrawn)
    return fail(ErrorCode::refused, "stage",
                "The referral " + referral->number + " was withdrawn: no answer to it is recorded any more. Tell the provider.");
  for (const SentForm& form : returned.pack.forms) {
    if (form.reference != returned.answer.reference || !form.approach) continue;
    auto approach = file.offers().approach(*form.approach);
    if (!approach) return failed(approach);
    returned.approach = *std::move(approach);
  }
  if (const auto looked = lookSince(workspace, returned, *referral); !looked) return failed(looked);
  if (const auto matched = matchHome(workspace, returned); !matched) return failed(matched);
  return returned;
}

Result<ReturnedAnswer> answeredBy(Workspace& workspace, ReturnedAnswer returned, ApproachId id) {
  auto approach = workspace.file().offers().approach(id);
  if (!approach) return failed(approach);
  if (approach->referral != returned.pack.referral)
    return fail(ErrorCode::invalid, "approach",
                "That provider was asked about another referral. Choose one that was asked about this one.");
  returned.approach = *std::move(approach);
  std::erase_if(returned.since, [](const Fact& fact) { return fact.key == "returned.otherHome" || fact.key == "returned.hadDeclined"; });
  if (returned.approach->state == ApproachState::declined) returned.since.push_back(note("hadDeclined"));
  if (const auto matched = matchHome(workspace, returned); !matched) return failed(matched);
  return returned;
}

Result<ReturnedAnswer> meaning(Workspace& workspace, ReturnedAnswer returned, SettingId home) {
  returned.offer.setting = home;
  std::erase_if(returned.since, [](const Fact& fact) { return fact.key == "returned.otherHome"; });
  if (const auto filled = fillOffer(workspace, returned); !filled) return failed(filled);
  return returned;
}

Result<std::vector<OfferLine>> compared(Workspace& workspace, const std::optional<Offer>& onRecord, const Offer& other) {
  const auto market = workspace.market();
  if (!market) return failed(market);
  std::map<ChildId, std::string> names;
  for (const std::vector<ChildId>& children : {other.children, onRecord ? onRecord->children : std::vector<ChildId>{}})
    for (const ChildId id : children) {
      const auto child = workspace.file().children().get(id);
      if (!child) return failed(child);
      names[id] = child->name;
    }
  const Pairs theirs = linesOf(**market, names, other);
  const Pairs ours = linesOf(**market, names, onRecord.value_or(Offer{}));
  std::vector<OfferLine> lines;
  for (std::size_t i = 0; i < theirs.size(); ++i)
    if (!theirs[i].second.empty() || !ours[i].second.empty()) lines.push_back({theirs[i].first, ours[i].second, theirs[i].second});
  return lines;
}

Result<std::optional<OfferId>> takeReturnedAnswer(Workspace& workspace, const ReturnedAnswer& returned, TakeAs as) {
  const exchange::OfferAnswer& answer = returned.answer;
  if (!answer.answer)
    return fail(ErrorCode::invalid, "answer",
                "The form does not say what it answers: an offer, a decline or a question. Ask the provider.");
  if (!returned.approach) return fail(ErrorCode::invalid, "approach", "Choose who answered: the form went to several providers.");
  if (answer.answer == Answering::offer && !returned.offer.setting.stored())
    return fail(ErrorCode::invalid, "setting", "Choose the home that is offered.");
  if (answer.answer == Answering::question && trimmed(answer.question).empty())
    return fail(ErrorCode::invalid, "question", "The form says that there is a question, and has none. Ask the provider.");
  auto& file = workspace.file();
  return workspace.change([&](store::Transaction& in) -> Result<std::optional<OfferId>> {
    if (const auto kept = file.sent().addTaken(in, returned.digest, answer.reference); !kept) return failed(kept);
    auto approach = file.offers().approach(returned.approach->id);
    if (!approach) return failed(approach);
    if (approach->version != returned.approach->version)
      return fail(ErrorCode::conflict, "approach",
                  "Since the file was read, something was recorded with this provider. Read the file again and compare.");
    std::optional<OfferId> recorded;
    ContactEntry entry{workspace.now(), workspace.user().id, CallOutcome::saidYes, said("log.offer", {answer.reference})};
    if (!answer.why.empty()) entry.note += " " + answer.why;
    if (answer.answer == Answering::offer) {
      Offer offer = returned.offer;
      if (as == TakeAs::inPlaceOfBefore) {
        if (!returned.inPlace)
          return fail(ErrorCode::invalid, "before", "There is no offer of this home on record. Record it as a new one.");
        offer = *returned.inPlace;
      }
      const auto id = recordOfferIn(workspace, in, offer);
      if (!id) return failed(id);
      recorded = *id;
      approach = file.offers().approach(returned.approach->id);
      if (!approach) return failed(approach);
      approach->state = ApproachState::answered;
      approach->declined.reset();
    } else if (answer.answer == Answering::decline) {
      entry.outcome = CallOutcome::saidNo;
      entry.note = said("log.decline", {answer.reference});
      approach->state = ApproachState::declined;
      approach->declined = answer.decline.value_or(DeclineReason::noAnswerGiven);
    } else {
      entry.outcome = CallOutcome::question;
      entry.note = answer.question;
    }
    approach->log.push_back(std::move(entry));
    if (const auto saved = file.offers().saveApproach(in, *approach); !saved) return failed(saved);
    return recorded;
  });
}

}  // namespace homeward::app
