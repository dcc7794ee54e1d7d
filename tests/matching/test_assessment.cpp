// For any facts: the sentence agrees with its number, every sentence exists, and learning what was missing stays inside the former bar.
#include "any_scene.h"
#include "support/cases.h"

using namespace homeward;
using namespace homeward::matching;
using namespace homeward::tests;

TEST_CASE("What is explained is what was computed, for every gate and criterion of every candidate") {
  holdsFor(10'000, "explanations agree with numbers, and all can be said", [] {
    const auto scene = anyScene();
    const Assessment assessment = scene->assess(scene->candidates, scene->stage);
    const Problem& problem = assessment.problem();
    RC_ASSERT(problem.candidates.size() == scene->candidates.size());
    RC_ASSERT(problem.values.size() == problem.candidates.size() * problem.criteria.size());
    RC_ASSERT(problem.gateResults.size() == problem.candidates.size() * problem.gates.size());
    int sum = 0;
    for (const int weight : problem.weights) sum += weight;
    RC_ASSERT(sum == 1000);
    for (std::size_t j = 0; j < problem.criteria.size(); ++j) isSayable(assessment.label(j));
    for (std::size_t i = 0; i < problem.candidates.size(); ++i) {
      const Explanation why = assessment.explain(i);
      RC_ASSERT(why.gates.size() == problem.gates.size());
      RC_ASSERT(why.criteria.size() == problem.criteria.size());
      for (std::size_t g = 0; g < why.gates.size(); ++g) {
        const GateAnswer& gate = why.gates[g];
        RC_ASSERT(gate.key == problem.gates[g]);
        RC_ASSERT(problem.gateResults[i * why.gates.size() + g] == (gate.waiver ? GateResult::unknown : gate.result));
        RC_ASSERT(!gate.why.empty());
        RC_ASSERT(gate.result != GateResult::unknown || !gate.question.empty());
        RC_ASSERT(gate.result == GateResult::fail || gate.bringsBack.empty());
        for (const Fact& fact : {gate.why, gate.bringsBack, gate.sooner, gate.question}) isSayable(fact);
      }
      for (std::size_t j = 0; j < why.criteria.size(); ++j) {
        const CriterionAnswer& criterion = why.criteria[j];
        RC_ASSERT(criterion.key == problem.criteria[j]);
        RC_ASSERT(criterion.value == problem.values[i * why.criteria.size() + j]);
        RC_ASSERT(criterion.value.low >= 0 && criterion.value.low <= criterion.value.high && criterion.value.high <= 1000);
        RC_ASSERT(!criterion.why.empty());
        bool open = false;
        for (const ChildAnswer& child : criterion.children) {
          open = open || child.value.low < child.value.high;
          isSayable(child.why);
        }
        RC_LOG() << criterion.key << "\n";
        RC_ASSERT(open == !criterion.question.empty());
        isSayable(criterion.why);
        isSayable(criterion.question);
      }
      const auto& cost = problem.candidates[i].cost;
      RC_ASSERT(cost.has_value() == why.cost.has_value());
      if (cost) RC_ASSERT(*cost == why.cost->whole);
    }
  });
}

TEST_CASE("Criteria, weights and gates are the same whoever the candidates are") {
  holdsFor(10'000, "the referral alone decides what is asked", [] {
    const auto scene = anyScene();
    const Assessment all = scene->assess(scene->candidates, scene->stage);
    const Assessment none = scene->assess({}, scene->stage);
    RC_ASSERT(all.problem().criteria == none.problem().criteria);
    RC_ASSERT(all.problem().weights == none.problem().weights);
    RC_ASSERT(all.problem().gates == none.problem().gates);
  });
}

namespace {

/// What somebody could still find out about a setting, each fact within what was known of it.
void learn(Setting& setting, const Scene& scene) {
  const auto coin = [] { return *rc::gen::arbitrary<bool>(); };
  for (const NeedDomain domain : all<NeedDomain>()) {
    const bool recorded =
        std::any_of(setting.capabilities.begin(), setting.capabilities.end(), [&](const Capability& one) { return one.domain == domain; });
    if (!recorded && coin())
      setting.capabilities.push_back(
          {domain, *rc::gen::inRange(0, 6), *rc::gen::element(Basis::claimed, Basis::verified), "Form B", testDay});
    if (!recorded || !coin()) continue;
    int best = -1;
    bool proven = false;
    for (const Capability& one : setting.capabilities)
      if (one.domain == domain) {
        best = std::max(best, one.level);
        proven = proven || one.basis != Basis::claimed;
      }
    // A claim turns out to hold, or to be one level too high.
    if (!proven) setting.capabilities.push_back({domain, std::max(0, best - (coin() ? 1 : 0)), Basis::evidenced, "Form C", testDay});
  }
  for (const FeatureCode& feature : knownFeatures())
    if (coin()) setting.features.try_emplace(feature, coin());
  if (!setting.place.point && coin()) {
    const auto atlas = theMap();
    const auto* area = atlas->area(setting.place.authority);
    if (setting.place.authority.empty()) {
      setting.place = school(*rc::gen::inRange(0, 80));
    } else if (area != nullptr) {
      const GridPoint cell = *rc::gen::elementOf(area->cells);
      setting.place.point = GridPoint{cell.east + *rc::gen::inRange(-1000, 1000), cell.north + *rc::gen::inRange(-1000, 1000)};
    }
  }
  if (!setting.proof.formB && !setting.proof.formC && !setting.proof.feedback && coin()) setting.proof.formC = *rc::gen::inRange(0, 5);
  if (!setting.vacancy && coin())
    setting.vacancy = Vacancy{1, scene.referral.neededBy + std::chrono::days{*rc::gen::inRange(-9, 40)}, testDay};
  if (!setting.offersDays && coin()) setting.offersDays = *rc::gen::inRange(1, 900);
  if (!setting.ownBedroom && coin()) setting.ownBedroom = coin();
  if (!setting.sharingAssessed && coin()) setting.sharingAssessed = coin();
  if (!setting.registration && coin())
    setting.registration = Registration{"SC1", RegistrationStatus::active, {}, {}, {}, Inspection{Grade::good, testDay}};
}

void learn(Offer& offer, const Scene& scene, const Setting& setting) {
  const auto atlas = theMap();
  for (const Child& child : scene.children) {
    if (offer.minutesToSchool.contains(child.id) || *rc::gen::arbitrary<bool>()) continue;
    if (!offer.keepsSchool.contains(child.id)) offer.keepsSchool[child.id] = *rc::gen::arbitrary<bool>();
    const auto miles = geography::distance(child.schoolPlace, setting.place, *atlas);
    if (!miles || !offer.keepsSchool[child.id]) continue;
    const auto minutes = geography::estimatedMinutes(*miles);
    offer.minutesToSchool[child.id] = *rc::gen::inRange(minutes.low, minutes.high + 1);
  }
}

}  // namespace

TEST_CASE("Learning a fact that was missing keeps the score inside its former bar") {
  holdsFor(10'000, "facts filled in within what was known", [] {
    const auto scene = anyScene();
    scene->provider.registration.reset();
    const CandidateFacts before = scene->candidates.front();
    const Assessment was = scene->assess({before}, scene->stage);

    Setting setting = scene->settings.front();
    CandidateFacts after = before;
    Offer offer;
    if (const Offer* given = before.perChild.front().offer; given != nullptr) {
      offer = *given;
      learn(offer, *scene, setting);
    } else {
      learn(setting, *scene);
    }
    for (Assignment& assignment : after.perChild) {
      assignment.setting = &setting;
      if (assignment.offer != nullptr) assignment.offer = &offer;
    }
    const Assessment is = scene->assess({after}, scene->stage);
    RC_ASSERT(is.problem().criteria == was.problem().criteria);
    for (std::size_t j = 0; j < was.problem().criteria.size(); ++j) {
      RC_LOG() << was.problem().criteria[j] << " " << was.problem().values[j].low << ".." << was.problem().values[j].high << " then "
               << is.problem().values[j].low << ".." << is.problem().values[j].high << "\n";
      RC_ASSERT(is.problem().values[j].low >= was.problem().values[j].low);
      RC_ASSERT(is.problem().values[j].high <= was.problem().values[j].high);
    }
    const Ranked then = rank(was.problem()).front();
    const Ranked now = rank(is.problem()).front();
    RC_ASSERT(now.known >= then.known && now.possible <= then.possible);
  });
}
