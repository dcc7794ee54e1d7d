// The referral's side of the match, made ready once: who is to be placed, what is asked of every home, which criteria apply with which
// weights. The same gates and criteria stand for all candidates, because they follow from the referral alone.
//
// Gates and criteria are plain functions of facts. Given somewhere to put it they also say why, so that a number and its sentence come
// out of one piece of code.
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "matching/assess.h"
#include "matching/circumstances.h"
#include "matching/market_facts.h"
#include "matching/weights.h"

namespace homeward::matching {

/// Why an answer is as it is, what would bring a place back, and what to ask. Left alone by the pass that wants numbers only.
struct Reason {
  Fact why;
  Fact bringsBack;
  Fact question;
  std::vector<std::vector<int>> judgedBy = {};  ///< as in GateAnswer
};

struct AskedChild {
  const Child* child = nullptr;
  bool lookedAfter = true;  ///< a parent who is placed with a child need not be: only numbers count them then
  int age = 0;              ///< completed years on the day of the placement
  bool keyStage4 = false;
  bool schoolAge = false;
  bool overThree = false;      ///< past the third birthday
  std::vector<ChildId> apart;  ///< with whom the child must not live, whichever of the two records says so
};

/// A place that distances are measured from: a child's home or school, or somebody whom the child is to see.
struct Landmark {
  Place place;
  std::unordered_map<std::string, std::optional<geography::MilesRange>> toAuthority;  ///< where a setting is known no closer than that
};

class Asked;
struct AskedGate;
struct AskedCriterion;
using GateFunction = GateResult (*)(const Asked&, const AskedGate&, std::size_t child, const CandidateFacts&, Reason*);
using ValueFunction = Interval (*)(const Asked&, const AskedCriterion&, std::size_t child, const CandidateFacts&, Reason*);

struct AskedGate {
  std::string key;
  GateKind kind = GateKind::law;
  std::vector<std::size_t> children;  ///< whom it is asked for
  GateFunction answer = nullptr;
  Aspects looks = itself;                          ///< what of a home it looks at while the market is searched
  int rule = 0;                                    ///< legal gates
  NeedDomain domain = NeedDomain::physicalHealth;  ///< essential needs
  FeatureCode feature;                             ///< medical exclusions
};

struct AskedCriterion {
  std::string key;
  Fact label;
  std::vector<std::size_t> children;  ///< whose values are averaged; the first stands for a criterion of the whole group
  ValueFunction value = nullptr;
  const Anchors* anchors = nullptr;
  const Need* need = nullptr;
  Aspects looks = itself;  ///< as for gates
  int weight = 0;
};

class Asked {
 public:
  /// `authorities`: those in which a candidate lies of whom no more is known; each distance to them is worked out once.
  Asked(std::shared_ptr<const Request> request, std::shared_ptr<const geography::Atlas> atlas, Policy policy,
        const std::set<std::string>& authorities);
  // Criteria point into the policy and the request that stand here.
  Asked(const Asked&) = delete;
  Asked& operator=(const Asked&) = delete;

  [[nodiscard]] const Request& request() const { return *m_request; }
  [[nodiscard]] const Referral& referral() const { return m_request->referral; }
  [[nodiscard]] const geography::Atlas& atlas() const { return *m_atlas; }
  [[nodiscard]] const std::shared_ptr<const geography::Atlas>& sharedAtlas() const { return m_atlas; }
  [[nodiscard]] const std::vector<AskedChild>& children() const { return m_children; }
  [[nodiscard]] const People& people() const { return m_people; }
  [[nodiscard]] const std::vector<AskedGate>& gates() const { return m_gates; }
  [[nodiscard]] const std::vector<AskedCriterion>& criteria() const { return m_criteria; }
  /// By what the weight of each of them follows from.
  [[nodiscard]] std::vector<Counted> counted() const;

  /// Distances to a place; none where nothing is known.
  [[nodiscard]] std::optional<geography::MilesRange> fromHome(std::size_t child, const Place& to) const;
  [[nodiscard]] std::optional<geography::MilesRange> fromSchool(std::size_t child, const Place& to) const;
  [[nodiscard]] std::optional<geography::MilesRange> fromContact(std::size_t child, std::size_t contact, const Place& to) const;

  /// Whether two members of the referral are siblings, and whether a sibling elsewhere is one of a member.
  [[nodiscard]] bool siblings(std::size_t a, std::size_t b) const { return m_people.siblings(a, b); }
  [[nodiscard]] bool siblingElsewhere(std::size_t child, std::size_t elsewhere) const {
    return m_people.siblingElsewhere(child, elsewhere);
  }

 private:
  void askGates();
  void askCriteria(const Policy& policy);
  [[nodiscard]] std::optional<geography::MilesRange> from(const Landmark& landmark, const Place& to) const;

  std::shared_ptr<const Request> m_request;
  std::shared_ptr<const geography::Atlas> m_atlas;
  Policy m_policy;
  People m_people;
  std::vector<AskedChild> m_children;
  std::vector<std::size_t> m_placed;  // children who are looked after
  std::vector<Landmark> m_homes;
  std::vector<Landmark> m_schools;
  std::vector<std::vector<Landmark>> m_contacts;
  std::vector<AskedGate> m_gates;
  std::vector<AskedCriterion> m_criteria;
};

/// The child's assignment; an empty one where the candidate has none.
[[nodiscard]] const Assignment& assigned(const CandidateFacts& candidate, std::size_t child);
/// Whether the home has a feature: what the offer answered counts before what is on record; none: not known.
[[nodiscard]] std::optional<bool> has(const Assignment& assignment, const FeatureCode& feature);
/// How many of the referral's people would live where this child lives, the child included.
[[nodiscard]] int joining(const Asked& asked, const CandidateFacts& candidate, std::size_t child);
/// Whether that resident would be there anyway as one of the referral's people.
[[nodiscard]] bool isMember(const Asked& asked, const Resident& resident);
/// Whether the child would go on to the same school; none: not known. A journey to it that somebody timed says yes.
[[nodiscard]] std::optional<bool> keepsSchool(const Assignment& assignment, ChildId child);

/// Levels between which the capability after support lies; none: nothing recorded. The offer's answer for this child counts first; what
/// is verified or evidenced on record is never taken away by a claim.
struct Capable {
  int least = 0;
  int most = 0;
  int level = 0;  ///< as stated
  Basis basis = Basis::claimed;
};
[[nodiscard]] std::optional<Capable> capable(const Assignment& assignment, ChildId child, NeedDomain domain);

/// How many of the points hold, do not, or are not known, as a share of 1000.
struct Points {
  int met = 0;
  int notKnown = 0;
  int all = 0;
  [[nodiscard]] Interval share() const;
};

[[nodiscard]] const std::string& calledBy(const Child& child);
/// A limit as somebody set it: "20", "12.5".
[[nodiscard]] std::string limitText(double miles);
[[nodiscard]] Word word(std::string_view group, std::string_view value);
[[nodiscard]] Fact featureQuestion(const FeatureCode& feature);
/// Says that a provider is still to name a setting.
void noSettingYet(const Assignment& assignment, Reason* reason);

// Criteria, by group.
[[nodiscard]] Interval needValue(const Asked&, const AskedCriterion&, std::size_t, const CandidateFacts&, Reason*);
[[nodiscard]] Interval homeValue(const Asked&, const AskedCriterion&, std::size_t, const CandidateFacts&, Reason*);
[[nodiscard]] Interval educationValue(const Asked&, const AskedCriterion&, std::size_t, const CandidateFacts&, Reason*);
[[nodiscard]] Interval contactValue(const Asked&, const AskedCriterion&, std::size_t, const CandidateFacts&, Reason*);
[[nodiscard]] Interval siblingsValue(const Asked&, const AskedCriterion&, std::size_t, const CandidateFacts&, Reason*);
[[nodiscard]] Interval connectedPersonValue(const Asked&, const AskedCriterion&, std::size_t, const CandidateFacts&, Reason*);
[[nodiscard]] Interval areaValue(const Asked&, const AskedCriterion&, std::size_t, const CandidateFacts&, Reason*);
[[nodiscard]] Interval identityValue(const Asked&, const AskedCriterion&, std::size_t, const CandidateFacts&, Reason*);
[[nodiscard]] Interval wishesValue(const Asked&, const AskedCriterion&, std::size_t, const CandidateFacts&, Reason*);
[[nodiscard]] Interval inspectionValue(const Asked&, const AskedCriterion&, std::size_t, const CandidateFacts&, Reason*);
[[nodiscard]] Interval proofValue(const Asked&, const AskedCriterion&, std::size_t, const CandidateFacts&, Reason*);
[[nodiscard]] Interval startValue(const Asked&, const AskedCriterion&, std::size_t, const CandidateFacts&, Reason*);
[[nodiscard]] Interval lengthValue(const Asked&, const AskedCriterion&, std::size_t, const CandidateFacts&, Reason*);
[[nodiscard]] Interval bedroomValue(const Asked&, const AskedCriterion&, std::size_t, const CandidateFacts&, Reason*);

/// Pairs of siblings of whom this child is one (or all pairs of the group, without a child) that would live in one setting.
[[nodiscard]] Points pairsTogether(const Asked& asked, const CandidateFacts& candidate, std::optional<std::size_t> child);

/// Who of them would live where this child would, the child included.
[[nodiscard]] std::vector<std::size_t> joiningWith(const Asked& asked, const CandidateFacts& candidate, std::size_t child);

// Gates, by kind.
[[nodiscard]] law::Circumstances circumstances(const Asked& asked, const CandidateFacts& candidate, std::size_t child);
[[nodiscard]] GateResult legalGate(const Asked&, const AskedGate&, std::size_t, const CandidateFacts&, Reason*);
[[nodiscard]] GateResult activeGate(const Asked&, const AskedGate&, std::size_t, const CandidateFacts&, Reason*);
[[nodiscard]] GateResult placesGate(const Asked&, const AskedGate&, std::size_t, const CandidateFacts&, Reason*);
[[nodiscard]] GateResult ageGate(const Asked&, const AskedGate&, std::size_t, const CandidateFacts&, Reason*);
[[nodiscard]] GateResult sexGate(const Asked&, const AskedGate&, std::size_t, const CandidateFacts&, Reason*);
[[nodiscard]] GateResult numberGate(const Asked&, const AskedGate&, std::size_t, const CandidateFacts&, Reason*);
[[nodiscard]] GateResult purposeGate(const Asked&, const AskedGate&, std::size_t, const CandidateFacts&, Reason*);
[[nodiscard]] GateResult needGate(const Asked&, const AskedGate&, std::size_t, const CandidateFacts&, Reason*);
[[nodiscard]] GateResult noGoGate(const Asked&, const AskedGate&, std::size_t, const CandidateFacts&, Reason*);
[[nodiscard]] GateResult homeRadiusGate(const Asked&, const AskedGate&, std::size_t, const CandidateFacts&, Reason*);
[[nodiscard]] GateResult schoolRadiusGate(const Asked&, const AskedGate&, std::size_t, const CandidateFacts&, Reason*);
[[nodiscard]] GateResult togetherGate(const Asked&, const AskedGate&, std::size_t, const CandidateFacts&, Reason*);
[[nodiscard]] GateResult soloGate(const Asked&, const AskedGate&, std::size_t, const CandidateFacts&, Reason*);
[[nodiscard]] GateResult incompatibleGate(const Asked&, const AskedGate&, std::size_t, const CandidateFacts&, Reason*);
[[nodiscard]] GateResult exclusionGate(const Asked&, const AskedGate&, std::size_t, const CandidateFacts&, Reason*);
[[nodiscard]] GateResult settingTypeGate(const Asked&, const AskedGate&, std::size_t, const CandidateFacts&, Reason*);
[[nodiscard]] GateResult availableGate(const Asked&, const AskedGate&, std::size_t, const CandidateFacts&, Reason*);
[[nodiscard]] GateResult takingGate(const Asked&, const AskedGate&, std::size_t, const CandidateFacts&, Reason*);
[[nodiscard]] GateResult embargoGate(const Asked&, const AskedGate&, std::size_t, const CandidateFacts&, Reason*);
[[nodiscard]] GateResult declinedGate(const Asked&, const AskedGate&, std::size_t, const CandidateFacts&, Reason*);

}  // namespace homeward::matching
