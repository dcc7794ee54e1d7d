// Choices that wait with the social worker, and referrals that were decided and placed in the last weeks.
#include <algorithm>

#include "demo/story.h"

namespace homeward::demo {
namespace {

ChildId childFor(Draft& draft, const char* name, const char* number, Sex sex, int years, int since) {
  Child child =
      storyChild(draft, name, number, sex, years, 170, draft.map.somewhereIn(std::string{wendmoor}, draft.random), draft.ago(since));
  child.legalStatus = "C2";
  child.aim = CarePlanAim::longTermFostering;
  fillProfile(draft, child, SettingType::fosteringHousehold, true);
  for (Need& need : child.needs) {
    need.essential = false;
    need.level = std::min(need.level, 3);
    if (need.level == 3) need.desiredOutcome = "Named in the care plan, looked at again at the next review";
  }
  child.risks.clear();
  return draft.add(child);
}

/// The household keeps a place for the child until the social worker has decided.
void holdPlace(Draft& draft, Setting& setting) {
  draft.keepForStory(setting.id);
  setting.willingness = {Willing::taking, std::nullopt, "Holds the place until the decision"};
  setting.terms.limitsKnown = true;
  for (const char* feature : {"dog", "smoker"}) setting.features[feature] = false;
  setting.ownBedroom = true;
  setVacancy(setting, 1, draft.ago(1), draft.ago(3));
}

/// So many households with an offer each, the first being `first` if it is named.
std::vector<OptionId> offersFrom(Draft& draft, ReferralId referral, ChildId child, int askedDaysAgo, int many,
                                 const char* first = nullptr) {
  std::vector<OptionId> options;
  std::vector<SettingId> asked;
  const DateRange stay{draft.ago(std::max(0, askedDaysAgo - 14)), std::nullopt};
  while (static_cast<int>(options.size()) < many) {
    const SettingId id = first && options.empty() ? draft.setting(first) : anyHomeFor(draft, child, SettingType::fosteringHousehold, stay);
    if (std::ranges::find(asked, id) != asked.end()) continue;
    asked.push_back(id);
    if (isOpen(draft.at(referral).stage)) holdPlace(draft, draft.at(id));
    const Setting setting = draft.at(id);
    const ApproachId approach =
        ask(draft, referral, setting.name, Draft::at(draft.ago(askedDaysAgo), 10, 0), Draft::at(draft.ago(askedDaysAgo - 4), 17, 0));
    Offer offer = storyOffer(draft, approach, {child}, askedDaysAgo - 3);
    offer.availableFrom = stay.from;
    offer.quote = {weekly(QuoteItem::coreFee, setting.weeklyRate.value()), inTheFee(QuoteItem::additionalSupport),
                   noCharge(QuoteItem::education), weekly(QuoteItem::transport, Money{draft.random.between(800, 6400)}, "to school")};
    options.push_back(put(draft, offer));
  }
  return options;
}

ChoiceId sendChoice(Draft& draft, ReferralId referral, const std::vector<OptionId>& options, int sentDaysAgo, Date decideBy,
                    const std::string& fewerThanThree) {
  Choice choice;
  choice.referral = referral;
  choice.options = options;
  static const std::vector<std::string> reasons{"Meets every essential need and is nearest", "As good a match at a lower cost",
                                                "Most experienced with children of this age"};
  for (std::size_t n = 0; n < options.size(); ++n) choice.reasons.push_back(reasons[n % reasons.size()]);
  choice.sentBy = draft.person("M. Fennel");
  choice.sentTo = draft.at(referral).socialWorker.value();
  choice.sentAt = Draft::at(draft.ago(sentDaysAgo), 15, 10);
  choice.decideBy = decideBy;
  choice.fewerThanThree = fewerThanThree;
  return draft.add(choice);
}

}  // namespace

void writeSentChoices(Draft& draft) {
  const ChildId siskin = childFor(draft, "Siskin Campion", "C-2160", Sex::male, 12, 330);
  livesWithCarers(draft, siskin, 330, draft.in(9));
  Referral three = storyReferral(draft, "R-0405", {siskin}, Stage::choiceSent, 27, draft.in(9),
                                 "Boy of twelve who plays chess by post. He needs a household that sits down to eat.");
  three.leavingBecause = "CARPL";
  const ReferralId first = draft.add(three);
  sendChoice(draft, first, offersFrom(draft, first, siskin, 20, 3), 4, draft.today(), {});

  const ChildId teal = childFor(draft, "Teal Mallow", "C-2204", Sex::female, 10, 190);
  livesWithCarers(draft, teal, 190, draft.in(18));
  Referral two = storyReferral(draft, "R-0422", {teal}, Stage::choiceSent, 17, draft.in(18),
                               "Girl of ten who collects feathers. She needs time and a quiet room.");
  two.owed = {{"school", draft.ago(7), std::nullopt}};
  two.fewerThanThree = "Seven were asked; two had a place by the day.";
  const ReferralId second = draft.add(two);
  sendChoice(draft, second, offersFrom(draft, second, teal, 13, 2), 3, draft.in(4), two.fewerThanThree);
}

void writeDecided(Draft& draft) {
  struct Told {
    const char* name;
    const char* number;
    const char* referral;
    Sex sex;
    int years;
    int since;
    int placed;
    const char* setting;
  };
  const std::vector<Told> placed{{"Merle Yarrow", "C-2262", "R-0398", Sex::female, 11, 140, 7, "Godwit household"},
                                 {"Dunnock Sedge", "C-2270", "R-0401", Sex::male, 7, 95, 4, nullptr},
                                 {"Pipit Stonecrop", "C-2225", "R-0388", Sex::female, 9, 260, 19, nullptr},
                                 {"Brimstone Thrift", "C-2219", "R-0381", Sex::male, 13, 300, 33, nullptr},
                                 {"Skipper Butterbur", "C-2214", "R-0377", Sex::male, 8, 310, 40, nullptr}};
  for (const Told& told : placed) {
    const ChildId child = childFor(draft, told.name, told.number, told.sex, told.years, told.since);
    const DateRange before{draft.ago(told.since), draft.ago(told.placed)};
    draft.add(Stay{child, anyHomeFor(draft, child, SettingType::fosteringHousehold, before), before, "CARPL", false, false, std::nullopt,
                   std::nullopt, std::nullopt});
    Referral referral = storyReferral(draft, told.referral, {child}, Stage::placed, told.placed + 30, draft.ago(told.placed),
                                      "A child who settles slowly and then for good.");
    referral.leavingBecause = "CARPL";
    const ReferralId id = draft.add(referral);
    const std::vector<OptionId> options = offersFrom(draft, id, child, told.placed + 22, 3, told.setting);
    Decision decision;
    decision.referral = id;
    decision.choice = sendChoice(draft, id, options, told.placed + 12, draft.ago(told.placed + 8), {});
    decision.chosen = options.front();
    decision.reasons = {{options[0], std::nullopt, "Closest to what was asked for, and near the people who matter"},
                        {options[1], NotChosen::furtherAway, "Further from school"},
                        {options[2], NotChosen::needsLessWellMet, "Less practised with these needs"}};
    decision.decidedBy = referral.socialWorker.value();
    decision.agreedBy = draft.person("J. Thimble");
    decision.at = Draft::at(draft.ago(told.placed + 9), 11, 30);
    decision.childsViewHeard = true;
    decision.childsView = "Met them twice and wants to go.";
    const DecisionId decided = draft.add(decision);
    const Offer& chosen = draft.at(draft.made.options[static_cast<std::size_t>(options.front().value - 1)].offers.front());
    const SettingId where = chosen.setting;
    if (draft.at(where).place.authority != wendmoor)
      draft.add(Approval{{},
                         id,
                         options.front(),
                         6,
                         draft.person("O. Harbour"),
                         draft.ago(told.placed + 3),
                         "Seen the offer and the care plan; the area authority adjoins"});
    draft.add(Stay{child, where, {draft.ago(told.placed), std::nullopt}, {}, false, false, std::nullopt, id, decided});
  }
}

}  // namespace homeward::demo
