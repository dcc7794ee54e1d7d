// What a placement costs by its terms. The rate card is this year's; earlier years cost less by the uplifts that were agreed since.
#include <algorithm>
#include <array>
#include <vector>

#include "demo/draft.h"

namespace homeward::demo {
namespace {

/// Price level of a financial year in thousandths of the demo's present one.
int priceLevel(int yearsAgo) {
  constexpr std::array<int, 6> known{1000, 968, 935, 892, 850, 828};
  if (yearsAgo < static_cast<int>(known.size())) return known[static_cast<std::size_t>(std::max(0, yearsAgo))];
  return std::max(600, 828 - 18 * (yearsAgo - 5));
}

Money inYear(Money now, int yearsAgo) { return pounds(now.pence * priceLevel(yearsAgo) / 100000); }

}  // namespace

void writeContract(Draft& draft, PlacementId id) {
  Random& random = draft.random;
  const Placement placement = draft.made.placements[static_cast<std::size_t>(id.value - 1)];
  const Setting setting = draft.at(placement.setting);
  if (!setting.weeklyRate) return;  // with parents nothing is paid
  const DateRange stay = placement.stay;
  // A contract does not know when the child will leave: its last terms stay open, and the stay ends what they cost.
  const DateRange onwards{stay.from, std::nullopt};
  const int thisYear = financialYear(draft.today());
  const bool residential = setting.type == SettingType::childrensHome || setting.type == SettingType::residentialSchool;

  for (int year = financialYear(stay.from);; ++year) {
    const DateRange ofYear = daysOfFinancialYear(year);
    const bool last = year == thisYear || (stay.to && *stay.to <= *ofYear.to);
    const DateRange valid{std::max(stay.from, ofYear.from), last ? std::nullopt : ofYear.to};
    draft.addTerm(id, QuoteItem::coreFee, false, inYear(*setting.weeklyRate, thisYear - year), valid,
                  year == financialYear(stay.from) ? "schedule 1: weekly fee" : "clause 9: yearly uplift");
    if (last) break;
  }
  if (random.oneOf(1, 5))
    draft.addTerm(id, QuoteItem::oneOff, true, pounds(std::int64_t{10} * random.between(15, 60)),
                  {stay.from, stay.from + std::chrono::days{1}}, "set-up");
  if (random.oneOf(1, 9)) {
    const Date from = stay.from + std::chrono::days{random.between(0, 60)};
    const Date to = from + std::chrono::weeks{random.between(8, 40)};
    const int low = residential ? 300 : 80;
    const Money amount = pounds(std::int64_t{10} * random.between(low / 10, low / 10 + 30));
    if (!stay.to || from < *stay.to)
      draft.addTerm(id, QuoteItem::additionalSupport, false, amount, {from, to}, "one-to-one support until " + longDate(to));
  }
  if (random.oneOf(1, 8)) draft.addTerm(id, QuoteItem::transport, false, Money{random.between(1800, 11500)}, onwards, "journeys to school");
  if (residential && random.oneOf(1, 8))
    draft.addTerm(id, QuoteItem::education, false, pounds(std::int64_t{10} * random.between(55, 95)), onwards, "education on site");
  if (!residential) return;
  // Either a sum that another funder pays, or its share of everything: never both.
  switch (random.weighted({60, 15, 15, 10})) {
    case 1:
      draft.addTerm(id, QuoteItem::healthContribution, false, pounds(std::int64_t{10} * random.between(30, 80)), onwards,
                    "health's contribution");
      break;
    case 2:
      draft.addFunding(id, Funder::health, 500 * random.between(3, 6), onwards);
      break;
    case 3:
      draft.addFunding(id, Funder::education, 1000 * random.between(2, setting.type == SettingType::residentialSchool ? 6 : 3), onwards);
      break;
    default:
      break;
  }
}

}  // namespace homeward::demo
