#include "demo/draft.h"

#include <algorithm>
#include <cassert>

#include "support/text.h"

namespace homeward::demo {
namespace {

template <class T>
auto append(std::vector<T>& rows, T row) {
  row.id = decltype(row.id){static_cast<std::int64_t>(rows.size()) + 1};
  rows.push_back(std::move(row));
  return rows.back().id;
}

template <class T>
auto named(const std::vector<T>& rows, std::string_view name) {
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const T& row) { return row.name == name; });
  assert(found != rows.end());
  return found->id;
}

std::string digits(const char* before, int number, int width) {
  std::string text = std::to_string(number);
  text.insert(0, static_cast<std::size_t>(std::max(0, width - static_cast<int>(text.size()))), '0');
  return before + text;
}

struct Codes {
  std::string place;
  std::string provider;
};

/// SSDA903 PLACE and PLACE_PROVIDER.
Codes codesOf(const Setting& setting, const Provider& provider, const Child& child) {
  Codes codes;
  const bool longTerm = child.aim == CarePlanAim::longTermFostering;
  switch (setting.type) {
    case SettingType::fosteringHousehold:
      codes.place = setting.connectedPerson ? (longTerm ? "U1" : "U3") : (longTerm ? "U4" : "U6");
      break;
    case SettingType::childrensHome:
      codes.place = "K2";
      break;
    case SettingType::secureHome:
      codes.place = "K1";
      break;
    case SettingType::supportedAccommodation:
      codes.place = "K3";
      break;
    case SettingType::residentialSchool:
      codes.place = "S1";
      break;
    case SettingType::familyCentre:
      codes.place = "R3";
      break;
    case SettingType::withParents:
      codes.place = "P1";
      break;
    case SettingType::otherArrangement:
      codes.place = "Z12";
      break;
  }
  switch (provider.sector) {
    case Sector::inHouse:
      codes.provider = "PR1";
      break;
    case Sector::otherAuthority:
      codes.provider = "PR2";
      break;
    case Sector::health:
      codes.provider = "PR3";
      break;
    case Sector::privateSector:
      codes.provider = "PR4";
      break;
    case Sector::voluntary:
      codes.provider = "PR5";
      break;
    case Sector::parents:
      codes.provider = "PR0";
      break;
  }
  if (codes.place == "Z12") codes.provider.clear();
  return codes;
}

}  // namespace

Draft::Draft(std::uint64_t seed, Date today) : random(seed), map(random) {
  made.today = today;
  made.asAt = at(today, 14, 20);
}

Instant Draft::at(Date day, int hour, int minute) { return Instant{day} + std::chrono::hours{hour} + std::chrono::minutes{minute}; }

Date Draft::bornAged(int years, int days) const {
  const Date day = ago(days);
  const auto ymd = civil(day);
  const std::chrono::year_month_day then{ymd.year() - std::chrono::years{years}, ymd.month(), std::min(ymd.day(), std::chrono::day{28})};
  return Date{then};
}

TeamId Draft::addTeam(const std::string& name) { return append(made.teams, Team{{}, name}); }

PersonId Draft::addPerson(const std::string& name, Role role, std::optional<TeamId> itsTeam, std::optional<Money> agreesUpTo) {
  Person person;
  person.name = name;
  person.role = role;
  person.team = itsTeam;
  person.agreesUpTo = agreesUpTo;
  person.telephone = newTelephone();
  for (const char letter : name) {
    if (letter >= 'A' && letter <= 'Z') person.email += static_cast<char>(letter - 'A' + 'a');
    if ((letter >= 'a' && letter <= 'z') || letter == '.') person.email += letter;
  }
  person.email += "@wendmoor.example.org";
  return append(made.people, person);
}

TeamId Draft::team(std::string_view name) const { return named(made.teams, name); }
PersonId Draft::person(std::string_view name) const { return named(made.people, name); }
ProviderId Draft::provider(std::string_view name) const { return named(made.providers, name); }
SettingId Draft::setting(std::string_view name) const { return named(made.settings, name); }

std::string Draft::newName(const std::string& surname) {
  while (true) {
    const std::string first = random.pick(lists().firstNames);
    const std::string last = surname.empty() ? random.pick(lists().surnames) : surname;
    std::string name = joined({first, last}, " ");
    if (first != last && m_names.insert(name).second) return name;
  }
}

std::string Draft::newHomeName(const std::string& suffix) {
  for (int attempt = 0;; ++attempt) {
    std::string word = random.pick(lists().homeWords);
    if (attempt >= 3) word = joined({random.pick(lists().homePrefixes), word}, " ");
    std::string name = joined({word, suffix}, " ");
    if (m_names.insert(name).second) return name;
  }
}

// Ofcom keeps these ranges free for drama: nobody answers there.
std::string Draft::newTelephone() { return digits("01632 960", m_telephone++ % 1000, 3); }
std::string Draft::newMobile() { return digits("07700 900", m_mobile++ % 1000, 3); }
// No registered number begins with SC9.
std::string Draft::newUrn() { return digits("SC9", 10000 + 7 * m_urn++, 5); }

ChildId Draft::add(Child child) {
  while (child.number.empty()) {
    const std::string number = "C-" + std::to_string(++m_childNumber);
    if (!m_numbers.contains(number)) child.number = number;
  }
  m_numbers.insert(child.number);
  m_names.insert(child.name);
  return append(made.children, std::move(child));
}

SettingId Draft::add(Setting setting) {
  m_names.insert(setting.name);
  m_stays.emplace_back();
  setting.source = "entered";
  return append(made.settings, std::move(setting));
}

ProviderId Draft::add(Provider provider) { return append(made.providers, std::move(provider)); }

SiblingGroupId Draft::addSiblings(const std::string& name, const std::vector<ChildId>& children, bool mustStayTogether,
                                  const std::string& reason) {
  const SiblingGroupId group = append(made.siblingGroups, SiblingGroup{{}, name, mustStayTogether, reason});
  for (const ChildId child : children) at(child).siblings = group;
  return group;
}

ReferralId Draft::add(Referral referral) { return append(made.referrals, std::move(referral)); }
ApproachId Draft::add(Approach approach) { return append(made.approaches, std::move(approach)); }
OfferId Draft::add(Offer offer) { return append(made.offers, std::move(offer)); }
OptionId Draft::addOption(ReferralId referral, const std::vector<OfferId>& offers, const std::string& label) {
  return append(made.options, Option{{}, referral, offers, label});
}
ChoiceId Draft::add(Choice choice) { return append(made.choices, std::move(choice)); }
DecisionId Draft::add(Decision decision) { return append(made.decisions, std::move(decision)); }
void Draft::add(Approval approval) { append(made.approvals, std::move(approval)); }
void Draft::add(Breach breach) { append(made.breaches, std::move(breach)); }

PlacementId Draft::add(const Stay& stay) {
  const Setting& setting = at(stay.setting);
  const Child& child = at(stay.child);
  const Codes codes = codesOf(setting, at(setting.provider), child);
  Placement placement;
  placement.child = stay.child;
  placement.setting = stay.setting;
  placement.provider = setting.provider;
  placement.referral = stay.referral;
  placement.decision = stay.decision;
  placement.team = child.team;
  placement.stay = stay.days;
  placement.plannedEnd = stay.plannedEnd;
  placement.placeCode = codes.place;
  placement.providerCode = codes.provider;
  placement.endReason = stay.endReason;
  placement.endedUnplanned = stay.unplanned;
  placement.emergencyBeyondApproval = stay.beyondApproval;
  placement.recorded.at = at(stay.days.from, 10, 0);
  m_stays[static_cast<std::size_t>(stay.setting.value - 1)].push_back(stay.days);
  const PlacementId id = append(made.placements, placement);
  writeContract(*this, id);
  return id;
}

void Draft::addTerm(PlacementId placement, QuoteItem item, bool once, Money amount, DateRange valid, const std::string& clause) {
  ContractTerm term{{}, placement, item, once, amount, valid, clause, {}};
  term.recorded.at = made.placements[static_cast<std::size_t>(placement.value - 1)].recorded.at;
  append(made.terms, term);
}

void Draft::addFunding(PlacementId placement, Funder funder, int basisPoints, DateRange valid) {
  FundingShare share{{}, placement, funder, basisPoints, valid, {}};
  share.recorded.at = made.placements[static_cast<std::size_t>(placement.value - 1)].recorded.at;
  append(made.funding, share);
}

int Draft::mostThere(SettingId setting, const DateRange& days) const {
  const auto& stays = m_stays[static_cast<std::size_t>(setting.value - 1)];
  // It is fullest on the first day of the stay or on a day on which somebody arrives.
  const auto on = [&](Date day) {
    return static_cast<int>(std::count_if(stays.begin(), stays.end(), [&](const DateRange& stay) { return stay.contains(day); }));
  };
  int most = on(days.from);
  for (const DateRange& stay : stays)
    if (days.contains(stay.from)) most = std::max(most, on(stay.from));
  return most;
}

}  // namespace homeward::demo
