// A child, a setting and a provider for tests of the law, with sentences checked as they are made.
#pragma once

#include <algorithm>
#include <deque>
#include <string>

#include "law/rules.h"
#include "support/cases.h"
#include "wording/wording.h"

namespace homeward::tests {

inline constexpr Date today = date(2026, 11, 27);

/// A sentence as a person reads it; a key without words or an argument that is missing fails the test.
inline std::string said(const Fact& fact) {
  std::string sentence = wording::sentence(fact);
  INFO(fact.key << ": " << sentence);
  CHECK(sentence.find_first_of("[]{}") == std::string::npos);
  return sentence;
}

/// Whether some test in tests/law carries the tag of the rule: "[rule-24]".
bool isTagged(int rule);

/// Somebody who will be `age` on `day` and has had that birthday on it exactly.
inline Date bornToBe(int age, Date day) {
  const auto when = civil(day);
  return date(static_cast<int>(when.year()) - age, static_cast<unsigned>(when.month()), static_cast<unsigned>(when.day()));
}

struct Scene {
  Child child;
  std::deque<Child> others;  // addresses stay
  Setting setting;
  Provider provider;
  law::Circumstances circumstances;

  explicit Scene(SettingType type, int age = 9) {
    child.id = ChildId{1};
    child.name = "Wren Tansy";
    child.born = bornToBe(age, today) - std::chrono::days{100};
    setting.id = SettingId{1};
    setting.name = "Larch household";
    setting.type = type;
    provider.id = ProviderId{1};
    circumstances.child = &child;
    circumstances.joining = {&child};
    circumstances.setting = &setting;
    circumstances.provider = &provider;
    circumstances.placedOn = today;
    circumstances.responsibleAuthority = "ZZ0000001";
  }
  Scene(const Scene&) = delete;
  Scene& operator=(const Scene&) = delete;

  void join(int count) {
    for (int i = 0; i < count; ++i) {
      others.push_back(child);
      others.back().id = ChildId{100 + static_cast<std::int64_t>(others.size())};
      circumstances.joining.push_back(&others.back());
    }
  }
  void residents(int fostered, int own = 0) {
    setting.residentsKnown = true;
    setting.residents.clear();
    for (int i = 0; i < fostered; ++i) setting.residents.push_back({ChildId{200 + i}, 10, Sex::female, true});
    for (int i = 0; i < own; ++i) setting.residents.push_back({std::nullopt, 15, Sex::male, false});
  }
  void registered(RegistrationStatus status) {
    setting.registration = Registration{};
    setting.registration->urn = "SC999999";
    setting.registration->status = status;
  }

  /// Everything that some limb of a rule answers, by what the table is asked.
  [[nodiscard]] std::vector<law::LegalFinding> answers(int rule) const {
    std::vector<law::LegalFinding> all = law::findings(circumstances, WorkingDays::england());
    std::erase_if(all, [rule](const auto& each) { return each.rule != rule; });
    REQUIRE_FALSE(all.empty());
    for (const law::LegalFinding& each : all) {
      said(each.why);
      said(each.bringsBack);
      said(each.question);
      CHECK(each.question.empty() == (each.judgement != law::Judgement::notKnown));
      CHECK_FALSE(each.why.empty());
    }
    return all;
  }
  /// The answer of a rule of one limb.
  [[nodiscard]] law::LegalFinding answer(int rule) const {
    const auto all = answers(rule);
    REQUIRE(all.size() == 1);
    return all.front();
  }
  [[nodiscard]] law::Judgement answered(int rule) const { return answer(rule).judgement; }
  /// Whether a limb of the rule answers so, with that reason.
  [[nodiscard]] bool says(int rule, law::Judgement judgement, const std::string& why) const {
    const auto all = answers(rule);
    return std::any_of(all.begin(), all.end(), [&](const auto& each) { return each.judgement == judgement && each.why.key == why; });
  }
  [[nodiscard]] std::optional<law::Clock> clock(const std::string& step) const {
    for (const law::Clock& each : law::clocks(circumstances, WorkingDays::england())) {
      CHECK_FALSE(said(each.why).empty());
      CHECK(wording::word("owed", each.step).front() != '[');
      CHECK(said({"work.clock." + each.step, {std::string("Wren")}}).find("Wren") != std::string::npos);
      const auto& known = law::steps();
      CHECK(std::find(known.begin(), known.end(), std::pair(each.step, each.rule)) != known.end());
      if (each.step == step) return each;
    }
    return std::nullopt;
  }
  /// Whose approval a gate wants; none: none.
  [[nodiscard]] std::optional<Role> wanted(int rule) const {
    for (const law::ApprovalNeeded& each : law::approvals(circumstances, WorkingDays::england()).needed)
      if (each.rule == rule) {
        CHECK(law::mayApprove(rule, each.by));
        CHECK(wording::word("approvalAsks", std::to_string(rule)).front() != '[');
        return each.by;
      }
    return std::nullopt;
  }
  /// The referral, made when first asked for.
  Referral& referral() {
    circumstances.referral = &m_referral;
    return m_referral;
  }
  Offer& offer() {
    circumstances.offer = &m_offer;
    return m_offer;
  }
  /// A stay that is on record, with a number of its own.
  Placement& lived(SettingId where, Date from, std::optional<Date> to) {
    circumstances.stays = &m_stays;
    Placement& stay = m_stays.emplace_back();
    stay.id = PlacementId{static_cast<std::int64_t>(m_stays.size())};
    stay.child = child.id;
    stay.setting = where;
    stay.stay = {from, to};
    return stay;
  }

  [[nodiscard]] law::LegalFinding finding(int rule) const {
    const auto all = law::blocks(circumstances);
    const auto found = std::find_if(all.begin(), all.end(), [rule](const auto& each) { return each.rule == rule; });
    REQUIRE(found != all.end());
    said(found->why);
    said(found->bringsBack);
    said(found->question);
    CHECK(found->question.empty() == (found->judgement != law::Judgement::notKnown));
    CHECK_FALSE(found->why.empty());
    return *found;
  }
  [[nodiscard]] law::Judgement judge(int rule) const { return finding(rule).judgement; }

 private:
  Referral m_referral;
  Offer m_offer;
  std::vector<Placement> m_stays;
};

}  // namespace homeward::tests
