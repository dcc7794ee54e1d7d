#include "domain/child.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "domain/findings.h"
#include "support/text.h"

namespace homeward {
namespace {

// A parent who is placed with a child is an adult; a year typed wrongly makes somebody much older.
constexpr int oldestParent = 50;
constexpr double mostVisitsAMonth = 31.0;

void checkDates(const Child& child, Findings& findings) {
  const Date today = findings.today();
  findings.require(child.born <= today, "born", "Correct the date of birth: it lies in the future.");
  const int age = ageOn(child.born, today);
  findings.require(age <= oldestParent, "born",
                   "Check the date of birth: it would make this person " + std::to_string(age) + " years old.");
  findings.requirePast(child.legalStatusSince, "legalStatusSince", "legal status");
  findings.requirePast(child.lookedAfterSince, "lookedAfterSince", "start of being looked after");
  findings.require(!child.legalStatusSince || *child.legalStatusSince >= child.born, "legalStatusSince",
                   "Correct the day of the legal status: it lies before the date of birth.");
  findings.require(!child.lookedAfterSince || *child.lookedAfterSince >= child.born, "lookedAfterSince",
                   "Correct the day on which the child became looked after: it lies before the date of birth.");
  findings.require(!child.legalStatusSince || !child.legalStatus.empty(), "legalStatus",
                   "Choose the legal status that began on " + longDate(child.legalStatusSince.value_or(today)) + ", or clear that day.");
}

void checkNeeds(const Child& child, Findings& findings) {
  std::set<NeedDomain> domains;
  for (const Need& need : child.needs) {
    const std::string field = "needs." + std::string(text(need.domain));
    findings.requireLevel(need.level, field);
    findings.requirePast(need.evidenceOn, field, "evidence");
    findings.require(domains.insert(need.domain).second, field, "Keep one entry for this need and remove the other.");
  }
}

void checkRisks(const Child& child, Findings& findings) {
  std::set<RiskKind> kinds;
  for (const Risk& risk : child.risks) {
    const std::string field = "risks." + std::string(text(risk.kind));
    findings.requireLevel(risk.level, field);
    findings.requirePast(risk.evidenceOn, field, "evidence");
    findings.require(kinds.insert(risk.kind).second, field, "Keep one entry for this risk and remove the other.");
  }
}

void checkWishes(const Child& child, Findings& findings) {
  const auto isContact = [&](const std::string& name) {
    return std::ranges::find(child.contacts, name, &Contact::name) != child.contacts.end();
  };
  for (const Wish& wish : child.wishes) {
    const bool ofFeature = wish.kind == WishKind::feature || wish.kind == WishKind::noFeature;
    findings.require(!trimmed(wish.words).empty() || wish.kind != WishKind::wordsOnly, "wishes",
                     "Write down what the child said, or remove the wish.");
    findings.require(!ofFeature || !wish.feature.empty(), "wishes", "Choose from the list what the home should have or not have.");
    if (wish.kind != WishKind::nearPerson) continue;
    findings.require(isContact(wish.person), "wishes", "Choose from the contact plan the person to whom the child wishes to be near.");
    findings.require(std::isfinite(wish.withinMiles) && wish.withinMiles > 0.0, "wishes", "Enter how many miles still count as near.");
  }
}

void checkContacts(const Child& child, Findings& findings) {
  for (const Contact& contact : child.contacts) {
    findings.require(!trimmed(contact.name).empty(), "contacts", "Enter the name of everybody whom the child is to see.");
    findings.require(contact.visitsAMonth >= 0.0 && contact.visitsAMonth <= mostVisitsAMonth, "contacts",
                     "Enter the visits a month as a number from 0 to 31.");
    findings.requirePlace(contact.place, "contacts", "contact");
  }
}

}  // namespace

const Need* needOf(const Child& child, NeedDomain domain) {
  const auto found = std::ranges::find(child.needs, domain, &Need::domain);
  return found == child.needs.end() ? nullptr : &*found;
}

std::vector<Finding> check(const Child& child, Date today) {
  Findings findings{today};
  findings.require(!trimmed(child.name).empty() || !trimmed(child.knownAs).empty(), "name",
                   "Enter the child's name, or what they are known as until the name is certain.");
  checkDates(child, findings);
  findings.requireCode("ETHNIC", child.ethnicity, "ethnicity", "ethnicity");
  findings.requireCode("LS", child.legalStatus, "legalStatus", "legal status");
  findings.requirePlace(child.home, "home", "home");
  findings.requirePlace(child.schoolPlace, "school", "school");
  checkNeeds(child, findings);
  checkRisks(child, findings);
  checkWishes(child, findings);
  checkContacts(child, findings);
  for (const NoGoArea& area : child.noGoAreas)
    findings.require(standardDistrict(area.area) == area.area || isAuthorityCode(area.area), "noGoAreas",
                     "Enter each no-go area as the first half of a postcode like \"ZZ7\", or choose an authority.");
  findings.require(!child.id.stored() || std::ranges::find(child.keepApartFrom, child.id) == child.keepApartFrom.end(), "keepApartFrom",
                   "Remove the child from the list of those from whom they are kept apart.");
  return findings.take();
}

std::vector<Finding> check(const SiblingGroup& group) {
  Findings findings{Date{}};
  findings.require(!trimmed(group.name).empty(), "siblings.name", "Enter what the sibling group is called.");
  findings.require(!group.mustStayTogether || !trimmed(group.reason).empty(), "siblings.reason",
                   "Say why the brothers and sisters must stay together.");
  return findings.take();
}

}  // namespace homeward
