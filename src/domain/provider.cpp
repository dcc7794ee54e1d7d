#include "domain/provider.h"

#include <algorithm>
#include <array>

#include "domain/findings.h"
#include "support/text.h"

namespace homeward {
namespace {

constexpr int oldestTaken = 25;  // care leavers may stay put
constexpr int highestProof = 4;

void checkReach(const std::string& telephone, const std::string& field, Findings& findings) {
  const bool hasDigit = telephone.find_first_of("0123456789") != std::string::npos;
  findings.require(telephone.empty() || hasDigit, field, "Enter a telephone number, or leave it empty.");
}

void checkRegistration(const Registration& registration, bool supportedAccommodation, Findings& findings) {
  findings.require(!registration.places || *registration.places >= 0, "registration.places", "Enter the registered places as 0 or more.");
  findings.require(!registration.since || !registration.suspendedFrom || *registration.suspendedFrom >= *registration.since,
                   "registration.suspendedFrom", "Correct the day of the suspension: it lies before the registration.");
  findings.require(!registration.suspendedFrom || registration.status != RegistrationStatus::active, "registration.status",
                   "Set the registration to suspended, or clear the day of the suspension.");
  if (!registration.inspection) return;
  const Inspection& inspection = *registration.inspection;
  findings.requirePast(inspection.on, "registration.inspection", "inspection");
  constexpr std::array ownWords = {Grade::strong, Grade::inconsistent, Grade::seriousWeaknesses};
  const bool isOwnWord = std::ranges::find(ownWords, inspection.grade) != ownWords.end();
  findings.require(isOwnWord == supportedAccommodation, "registration.inspection",
                   supportedAccommodation ? "Choose one of the three grades that Ofsted gives to supported accommodation."
                                          : "Choose one of the four grades that Ofsted gives to homes and agencies.");
}

void checkTerms(const Terms& terms, Findings& findings) {
  const auto inRange = [](const std::optional<int>& age) { return !age || (*age >= 0 && *age <= oldestTaken); };
  findings.require(inRange(terms.ageFrom) && inRange(terms.ageTo), "terms.age", "Enter the ages of the terms as 0 to 25 years.");
  findings.require(!terms.ageFrom || !terms.ageTo || *terms.ageFrom <= *terms.ageTo, "terms.age",
                   "Put the lower age first: the terms would take nobody as they stand.");
  findings.require(!terms.children || *terms.children >= 1, "terms.children", "Enter how many children at once: 1 or more.");
}

void checkPeople(const Setting& setting, Findings& findings) {
  findings.require(!setting.carers || *setting.carers >= 1, "carers", "Enter how many foster carers the household has: 1 or more.");
  std::vector<ChildId> seen;
  for (const Resident& resident : setting.residents) {
    findings.require(!resident.age || *resident.age >= 0, "residents", "Enter the age of each resident as 0 or more.");
    if (!resident.child) continue;
    findings.require(std::ranges::find(seen, *resident.child) == seen.end(), "residents", "List each resident once.");
    seen.push_back(*resident.child);
  }
  for (const LimitExemption& exemption : setting.exemptions) {
    findings.require(!exemption.children.empty() && !trimmed(exemption.by).empty(), "exemptions",
                     "Name the children whom the exemption covers and the authority that gave it.");
    findings.require(!exemption.valid.to || exemption.valid.from < *exemption.valid.to, "exemptions",
                     "Let the exemption end after it begins.");
  }
}

void checkOffering(const Setting& setting, Findings& findings) {
  for (const Capability& capability : setting.capabilities) {
    const std::string field = "capabilities." + std::string(text(capability.domain));
    findings.requireLevel(capability.level, field);
    findings.requirePast(capability.on, field, "capability");
  }
  if (setting.vacancy) {
    findings.require(setting.vacancy->places >= 0, "vacancy", "Enter the free places as 0 or more.");
    findings.requirePast(setting.vacancy->confirmedOn, "vacancy", "last confirmation");
  }
  findings.require(!setting.offersDays || *setting.offersDays >= 1, "offersDays", "Enter how many days they would offer: 1 or more.");
  findings.require(!setting.weeklyRate || setting.weeklyRate->pence >= 0, "weeklyRate", "Enter the weekly rate as 0 or more.");
  const auto isProof = [](const std::optional<int>& score) { return !score || (*score >= 0 && *score <= highestProof); };
  findings.require(isProof(setting.proof.formB) && isProof(setting.proof.formC) && isProof(setting.proof.feedback), "proof",
                   "Enter Form B, Form C and feedback as 0 to 4.");
  findings.require(setting.record.lasted >= 0 && setting.record.lasted <= setting.record.placements, "record",
                   "Correct the track record: more placements lasted than there were.");
}

}  // namespace

std::vector<Finding> check(const Provider& provider, Date today) {
  Findings findings{today};
  findings.require(!trimmed(provider.name).empty(), "name", "Enter the provider's name.");
  findings.require(!provider.toAsk || provider.asksFor.has_value(), "asksFor",
                   "Choose what kind of setting this provider would offer when asked.");
  if (provider.registration) checkRegistration(*provider.registration, provider.asksFor == SettingType::supportedAccommodation, findings);
  for (const std::string& area : provider.areas)
    findings.require(isAuthorityCode(area), "areas", "Choose each area from the list of authorities: \"" + area + "\" is no code of one.");
  checkReach(provider.telephone, "telephone", findings);
  checkReach(provider.outOfHoursTelephone, "outOfHoursTelephone", findings);
  const auto at = provider.email.find('@');
  findings.require(provider.email.empty() || (at != std::string::npos && at > 0 && at + 1 < provider.email.size()), "email",
                   "Enter an e-mail address like \"placements@larch.example\", or leave it empty.");
  return findings.take();
}

std::vector<Finding> check(const Setting& setting, Date today) {
  Findings findings{today};
  const bool other = setting.type == SettingType::otherArrangement;
  findings.require(!trimmed(setting.name).empty(), "name", "Enter the setting's name.");
  findings.require(!other || setting.arrangement.has_value(), "arrangement", "Choose what kind of other arrangement it is: the law asks.");
  findings.require(other || !setting.arrangement, "arrangement", "Clear the kind of other arrangement: this setting is another route.");
  findings.require(!setting.temporaryApprovalFrom || (setting.connectedPerson && setting.type == SettingType::fosteringHousehold),
                   "temporaryApprovalFrom", "Clear the temporary approval: only a connected person's household can have it.");
  findings.require(!setting.temporaryApprovalUntil || setting.temporaryApprovalFrom, "temporaryApprovalUntil",
                   "Enter from which day the temporary approval runs that was extended.");
  findings.require(
      !setting.temporaryApprovalUntil || !setting.temporaryApprovalFrom || *setting.temporaryApprovalUntil > *setting.temporaryApprovalFrom,
      "temporaryApprovalUntil", "An extension ends after the temporary approval began. Enter a later day.");
  findings.require(!setting.approvedAdopters || setting.type == SettingType::fosteringHousehold, "approvedAdopters",
                   "Clear the approval as adopters: only a fostering household can have it.");
  findings.require(
      !setting.category || (setting.type == SettingType::supportedAccommodation && *setting.category >= 1 && *setting.category <= 4),
      "category", "Clear the category, or choose 1 to 4: only supported accommodation has one.");
  findings.requirePlace(setting.place, "place", "setting");
  if (setting.registration) checkRegistration(*setting.registration, setting.type == SettingType::supportedAccommodation, findings);
  checkTerms(setting.terms, findings);
  checkPeople(setting, findings);
  checkOffering(setting, findings);
  checkReach(setting.telephone, "telephone", findings);
  return findings.take();
}

}  // namespace homeward
