#include "demo/demo_case.h"

#include "demo/draft.h"

namespace homeward::demo {

DemoCase makeDemo(std::uint64_t seed, Date today) {
  Draft draft(seed, today);
  writePeople(draft);
  writeProviders(draft);
  writeHomesOfStories(draft);
  writeMarket(draft);
  writeDecided(draft);  // what is over has the lower ids
  writeWren(draft);
  writeTonight(draft);
  writePlannedMove(draft);
  writeSiblings(draft);
  writeOtherReferrals(draft);
  writeSentChoices(draft);
  writeHistory(draft);  // after the stories: it fills up to the number of children
  writeResidents(draft);
  draft.made.support = {{"two-to-one support", {NeedDomain::behaviour, NeedDomain::emotionalHealth, NeedDomain::selfCare}, 2, pounds(610)},
                        {"a waking night worker", {NeedDomain::physicalHealth, NeedDomain::selfCare}, 1, pounds(480)},
                        {"a therapist once a week", {NeedDomain::emotionalHealth, NeedDomain::socialRelationships}, 1, pounds(165)},
                        {"a speech and language therapist", {NeedDomain::communication}, 1, pounds(140)},
                        {"a tutor five mornings a week", {NeedDomain::education}, 1, pounds(325)},
                        {"a mentor from the same community", {NeedDomain::identity, NeedDomain::leisure}, 1, pounds(95)}};
  draft.made.postcodes = draft.map.postcodes();
  return std::move(draft.made);
}

}  // namespace homeward::demo
