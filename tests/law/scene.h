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
};

}  // namespace homeward::tests
