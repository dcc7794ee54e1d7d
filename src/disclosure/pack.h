// What a provider is given about a referral: people by age and sex, needs and risks by level, what is wanted, by when and whereabouts, and
// the words that somebody wrote for providers, after what tells who they are was taken out.
//
// It has no name, no number of ours, no date of birth, no school, no address and nothing more exact than the first half of a postcode. It
// stays personal data. Its reference says nothing: it is what an answer is known by.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/referral.h"

namespace homeward::disclosure {

struct PackNeed {
  NeedDomain domain = NeedDomain::emotionalHealth;
  int level = 1;  ///< 1 to 5
  bool essential = false;
  std::string outcome;
  friend bool operator==(const PackNeed&, const PackNeed&) = default;
};
struct PackRisk {
  RiskKind kind = RiskKind::goingMissing;
  int level = 0;  ///< 0 to 5
  friend bool operator==(const PackRisk&, const PackRisk&) = default;
};
struct PackPerson {
  bool lookedAfter = true;
  Sex sex = Sex::female;
  int age = 0;  ///< completed years on the day of writing
  std::vector<PackNeed> needs;
  std::vector<NeedDomain> notAssessed;
  std::vector<PackRisk> risks;
  std::string strengths;
  std::vector<std::string> wishes;    ///< in the child's words
  std::vector<WishKind> wants;        ///< keepSchool, nearPerson, withSiblings
  std::vector<FeatureCode> features;  ///< the home should have; from the list of features alone
  std::vector<FeatureCode> without;   ///< the home must not have
  bool askForMore = false;            ///< something else matters that is told on asking
  int contacts = 0;                   ///< people to see by the contact plan
  friend bool operator==(const PackPerson&, const PackPerson&) = default;
};
struct ReferralPack {
  std::string reference;
  Date writtenOn{};
  std::optional<Instant> answerBy;
  ReferralKind kind = ReferralKind::oneChild;
  Togetherness together = Togetherness::notASiblingGroup;
  Date neededBy{};
  std::optional<int> neededByMinute;
  std::optional<int> neededDays;
  std::vector<std::string> from;   ///< first halves of postcodes, or names of authorities; empty: on asking
  std::vector<std::string> notIn;  ///< likewise
  std::optional<double> withinMilesOfHome;
  std::optional<double> withinMilesOfSchool;
  std::vector<SettingType> settingTypes;
  bool solo = false;
  bool keepSchool = false;
  std::vector<PackPerson> people;
  std::string words;
  friend bool operator==(const ReferralPack&, const ReferralPack&) = default;
};

}  // namespace homeward::disclosure
