// What the journeys have in common: two children who need beds tonight, who is asked for them, and how they are decided about.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "app/asking.h"
#include "app/deciding.h"
#include "app/market_data.h"
#include "app/my_work.h"
#include "app/referrals.h"
#include "app/week_report.h"
#include "app_case.h"

namespace homeward::tests {

/// A demo case in which the journeys are walked: people by name, homes by name, days that pass.
struct Journey : DemoOnDisk {
  [[nodiscard]] PersonId person(const std::string& name) const {
    const auto known = app::people(*workspace);
    REQUIRE(known);
    const auto found = std::find_if(known->begin(), known->end(), [&](const Person& one) { return one.name == name; });
    REQUIRE(found != known->end());
    return found->id;
  }
  [[nodiscard]] Setting setting(const std::string& name) const {
    const auto market = workspace->market();
    REQUIRE(market);
    const auto& settings = (*market)->settings;
    const auto found = std::find_if(settings.begin(), settings.end(), [&](const Setting& one) { return one.name == name; });
    REQUIRE(found != settings.end());
    return *found;
  }
  [[nodiscard]] app::ReferralCase referral(const std::string& number) const {
    const auto lines = app::referralLines(*workspace, false);
    REQUIRE(lines);
    const auto found = std::find_if(lines->begin(), lines->end(), [&](const app::ReferralLine& line) { return line.number == number; });
    REQUIRE(found != lines->end());
    auto entry = app::referralCase(*workspace, found->id);
    REQUIRE(entry);
    return *entry;
  }
  /// The same case file at 08:00 of a later day.
  void later(Date day) {
    workspace.reset();
    auto opened = app::openCase(path, store::OpenMode::readWrite, [now = std::make_shared<std::int64_t>(0), day] {
      return Instant{day} + std::chrono::hours{8} + std::chrono::seconds{(*now)++};
    });
    INFO(opened.words);
    REQUIRE(opened.workspace);
    workspace = std::move(opened.workspace);
  }
  /// A sister of nine and a brother of six, police protection, tonight, together: what can be typed in ninety seconds.
  [[nodiscard]] app::ReferralCase tonight() const {
    const app::ReferralCase known = referral("R-0432");
    const auto siblings = app::saveSiblingGroup(*workspace, {SiblingGroupId{}, "Teasel", true, "They ask to sleep in one home."});
    REQUIRE(siblings);
    app::ReferralCase entry;
    entry.children.resize(2);
    entry.children[0].name = "Sedge Teasel";
    entry.children[0].born = date(2017, 3, 1);
    entry.children[1].name = "Vetch Teasel";
    entry.children[1].born = date(2020, 4, 1);
    entry.children[1].sex = Sex::male;
    for (Child& child : entry.children) {
      child.siblings = siblings->id;
      child.legalStatus = "L1";
      child.legalStatusSince = today();
      child.home = known.children[0].home;
      child.school = known.children[0].school;
      child.schoolPlace = known.children[0].schoolPlace;
      child.needs = {{NeedDomain::emotionalHealth, 3, false, "police", today(), "Feels safe tonight"}};
    }
    entry.referral.kind = ReferralKind::siblingGroup;
    entry.referral.urgency = Urgency::sameDay;
    entry.referral.together = Togetherness::mustStayTogether;
    entry.referral.neededBy = today();
    entry.referral.neededByMinute = 20 * 60;
    entry.referral.socialWorker = person("N. Pebble");
    entry.referral.authorisation.basis = LegalBasis::policeProtection;
    entry.referral.authorisation.basisEnds = workspace->now() + std::chrono::hours{72};
    return entry;
  }
  /// A girl of ten, looked after under a care order, who needs a home in ten days; what a test wants besides it adds.
  [[nodiscard]] app::ReferralCase planned() const {
    app::ReferralCase entry;
    entry.children.resize(1);
    Child& child = entry.children.front();
    child.name = "Fritillary Meadow";
    child.born = date(2016, 5, 1);
    child.home = referral("R-0432").children[0].home;
    child.legalStatus = "C2";
    entry.referral.neededBy = today() + std::chrono::days{10};
    entry.referral.socialWorker = person("S. Quill");
    entry.referral.authorisation = {false, "care panel", today(), LegalBasis::careOrder, {}, false, std::nullopt};
    return entry;
  }
  /// The option that holds this offer alone.
  [[nodiscard]] OptionId optionOf(ReferralId referral, OfferId offer) const {
    const auto options = workspace->file().offers().options(referral);
    REQUIRE(options);
    const auto found =
        std::find_if(options->begin(), options->end(), [&](const Option& option) { return option.offers == std::vector<OfferId>{offer}; });
    REQUIRE(found != options->end());
    return found->id;
  }
  /// An in-house household with two free places that takes children on the same day, approved for two of any age up to eleven.
  [[nodiscard]] Setting emergencyHousehold(const std::string& name = "Samphire household", int approvedFor = 2) const {
    Setting home = setting("Goldcrest household");
    home.id = SettingId{};
    home.version = 0;
    home.name = name;
    home.residents.clear();
    home.residentsKnown = true;
    home.exemptions.clear();
    home.approvedByResponsibleAuthority = true;
    home.terms = {};
    home.terms.limitsKnown = true;
    home.terms.ageFrom = 0;
    home.terms.ageTo = 11;
    home.terms.children = approvedFor;
    home.terms.emergencies = true;
    home.vacancy = Vacancy{2, today(), today()};
    home.willingness = {Willing::notKnown, std::nullopt, "by telephone"};
    home.ownBedroom = true;
    home.sharingAssessed = true;
    home.place = referral("R-0432").children[0].home;
    home.registration.reset();
    home.weeklyRate = pounds(910);
    auto saved = app::saveSetting(*workspace, home);
    INFO((saved ? std::string{} : saved.error().detail));
    REQUIRE(saved);
    return *saved;
  }
  /// An offer of that home for everybody of the referral, at these prices.
  [[nodiscard]] Offer offerOf(ReferralId referral, const Setting& home, std::vector<QuoteLine> quote) const {
    auto offer = app::offerDraft(*workspace, referral, home.id);
    REQUIRE(offer);
    offer->quote = std::move(quote);
    offer->availableFrom = today();
    return *offer;
  }
  [[nodiscard]] Decision telephoned(ReferralId referral, ChoiceId choice, OptionId option) const {
    Decision decision;
    decision.referral = referral;
    decision.choice = choice;
    decision.chosen = option;
    decision.reasons = {{option, std::nullopt, "They sleep in one home tonight"}};
    decision.decidedBy = person("C. Spindle");
    decision.budgetAgreedBy = person("B. Lantern");
    decision.byTelephone = true;
    return decision;
  }
};

inline QuoteLine aWeek(QuoteItem item, Money amount) {
  return {item, Charge::weekly, MoneyRange::exactly(amount), 0, std::nullopt, "as quoted"};
}
inline QuoteLine onceOnly(QuoteItem item, Money amount) {
  return {item, Charge::once, MoneyRange::exactly(amount), 0, std::nullopt, "as quoted"};
}

}  // namespace homeward::tests
