#include "demo/story.h"

#include <algorithm>

namespace homeward::demo {

Child storyChild(Draft& draft, const std::string& name, const std::string& number, Sex sex, int years, int days, const Place& home,
                 std::optional<Date> lookedAfterSince) {
  Child child;
  child.name = name;
  child.number = number;
  child.sex = sex;
  child.born = draft.bornAged(years, days);
  child.home = home;
  child.team = draft.team("Children in Care North");
  child.socialWorker = draft.person("S. Quill");
  child.lookedAfterSince = lookedAfterSince;
  child.ethnicity = "WBRI";
  return child;
}

Need aNeed(Draft& draft, NeedDomain domain, int level, bool essential, const std::string& evidence, int daysAgo,
           const std::string& outcome) {
  return {domain, level, essential, evidence, draft.ago(daysAgo), outcome};
}

Referral storyReferral(Draft& draft, const std::string& number, const std::vector<ChildId>& members, Stage stage, int enteredDaysAgo,
                       Date neededBy, const std::string& words) {
  Referral referral;
  referral.number = number;
  referral.kind = members.size() > 1 ? ReferralKind::siblingGroup : ReferralKind::oneChild;
  if (members.size() > 1) referral.together = Togetherness::togetherIfPossible;
  for (const ChildId member : members) referral.members.push_back({member, true});
  referral.stage = stage;
  referral.neededBy = neededBy;
  referral.enteredAt = Draft::at(draft.ago(enteredDaysAgo), 9, 40);
  referral.owner = draft.person("M. Fennel");
  referral.socialWorker = draft.at(members.front()).socialWorker;
  referral.team = draft.at(members.front()).team;
  referral.authorisation.owed = false;
  referral.authorisation.givenBy = "Care panel";
  referral.authorisation.givenOn = draft.ago(enteredDaysAgo + 2);
  referral.authorisation.basis = LegalBasis::careOrder;
  referral.connectedPersonFound = false;
  referral.connectedPersonNote = "Family group conference held; nobody could offer a home.";
  referral.settingTypes = {SettingType::fosteringHousehold, SettingType::childrensHome};
  referral.inPlainWords = words;
  return referral;
}

namespace {

ApproachId approached(Draft& draft, ReferralId referral, ProviderId provider, std::optional<SettingId> setting, Instant at,
                      std::optional<Instant> due) {
  Approach approach;
  approach.referral = referral;
  approach.provider = provider;
  approach.setting = setting;
  approach.askedAt = at;
  approach.askedBy = draft.person("M. Fennel");
  approach.answerDue = due;
  approach.log.push_back({at, approach.askedBy, CallOutcome::sent, {}});
  return draft.add(std::move(approach));
}

}  // namespace

ApproachId ask(Draft& draft, ReferralId referral, const std::string& setting, Instant at, std::optional<Instant> due) {
  const SettingId id = draft.setting(setting);
  return approached(draft, referral, draft.at(id).provider, id, at, due);
}

ApproachId askProvider(Draft& draft, ReferralId referral, const std::string& provider, Instant at, std::optional<Instant> due) {
  return approached(draft, referral, draft.provider(provider), std::nullopt, at, due);
}

void sayNo(Draft& draft, ApproachId id, DeclineReason why, Instant at, const std::string& note) {
  Approach& approach = draft.at(id);
  approach.state = ApproachState::declined;
  approach.declined = why;
  approach.log.push_back({at, approach.askedBy, CallOutcome::saidNo, note});
}

void askBack(Draft& draft, ApproachId id, Instant at, const std::string& note) {
  Approach& approach = draft.at(id);
  approach.log.push_back({at, approach.askedBy, CallOutcome::question, note});
}

QuoteLine weekly(QuoteItem item, Money amount, const std::string& words) {
  return {item, Charge::weekly, MoneyRange::exactly(amount), 0, std::nullopt, words};
}
QuoteLine once(QuoteItem item, Money amount, const std::string& words) {
  return {item, Charge::once, MoneyRange::exactly(amount), 0, std::nullopt, words};
}
QuoteLine inTheFee(QuoteItem item) { return {item, Charge::inTheFee, MoneyRange::exactly(Money{}), 0, std::nullopt, {}}; }
QuoteLine noCharge(QuoteItem item) { return {item, Charge::none, MoneyRange::exactly(Money{}), 0, std::nullopt, {}}; }

Offer storyOffer(Draft& draft, ApproachId approachId, const std::vector<ChildId>& children, int receivedDaysAgo) {
  Approach& approach = draft.at(approachId);
  approach.state = ApproachState::answered;
  const Date received = draft.ago(receivedDaysAgo);
  approach.log.push_back({Draft::at(received, 11, 5), approach.askedBy, CallOutcome::saidYes, {}});
  const Setting& setting = draft.at(approach.setting.value());
  Offer offer;
  offer.referral = approach.referral;
  offer.provider = approach.provider;
  offer.setting = setting.id;
  offer.approach = approachId;
  offer.children = children;
  offer.receivedOn = received;
  offer.standsUntil = Draft::at(draft.in(10), 17, 0);
  if (setting.vacancy) offer.availableFrom = setting.vacancy->freeFrom;
  offer.offersDays = setting.offersDays;
  offer.ownBedroom = setting.ownBedroom;
  offer.sharingAssessed = setting.sharingAssessed;
  offer.impactAssessed = true;
  for (const ChildId child : children) {
    for (const Need& need : draft.at(child).needs) {
      const auto known = std::find_if(setting.capabilities.begin(), setting.capabilities.end(),
                                      [&](const Capability& capability) { return capability.domain == need.domain; });
      if (known == setting.capabilities.end()) continue;
      offer.needs.push_back({child, need.domain, known->level, known->basis, known->source});
    }
  }
  return offer;
}

void answerNeed(Offer& offer, NeedDomain domain, int level, Basis basis, const std::string& evidence) {
  std::erase_if(offer.needs, [&](const NeedAnswer& answer) { return answer.domain == domain; });
  for (const ChildId child : offer.children) offer.needs.push_back({child, domain, level, basis, evidence});
}

OptionId put(Draft& draft, Offer offer) {
  const ReferralId referral = offer.referral;
  const std::string label = draft.at(offer.setting).name;
  const OfferId id = draft.add(std::move(offer));
  return draft.addOption(referral, {id}, label);
}

SettingId anyHomeFor(Draft& draft, ChildId childId, SettingType type, const DateRange& stay) {
  const Child& child = draft.at(childId);
  while (true) {
    const Setting& setting = draft.random.pick(draft.made.settings);
    if (setting.type != type || setting.connectedPerson || draft.ofStory(setting.id) || setting.place.authority != wendmoor) continue;
    const Terms& terms = setting.terms;
    const int young = ageOn(child.born, stay.from);
    const int old = ageOn(child.born, draft.today());
    if (young < terms.ageFrom.value_or(0) || old > terms.ageTo.value_or(99)) continue;
    if (!terms.sexes.empty() && std::find(terms.sexes.begin(), terms.sexes.end(), child.sex) == terms.sexes.end()) continue;
    if (draft.mostThere(setting.id, stay) < terms.children.value_or(1)) return setting.id;
  }
}

PlacementId livesWithCarers(Draft& draft, ChildId child, int sinceDaysAgo, std::optional<Date> plannedEnd) {
  const DateRange stay{draft.ago(sinceDaysAgo), std::nullopt};
  const SettingId home = anyHomeFor(draft, child, SettingType::fosteringHousehold, stay);
  return draft.add(Stay{child, home, stay, {}, false, false, plannedEnd, std::nullopt, std::nullopt});
}

}  // namespace homeward::demo
