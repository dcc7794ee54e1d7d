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
  draft.made.postcodes = draft.map.postcodes();
  return std::move(draft.made);
}

}  // namespace homeward::demo
