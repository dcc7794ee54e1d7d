// A referral that went out in files, and its forms as they come back.
#pragma once

#include "../exchange/filled_form.h"
#include "app/pack_files.h"
#include "app/returned_offer.h"
#include "journey.h"

namespace homeward::tests {

/// A planned referral sent to a household that was asked by name and to an agency that was asked as a whole.
struct Sent : Journey {
  ReferralId referral;
  Setting household;
  std::vector<app::ApproachLine> asked;
  app::PackFiles files;

  explicit Sent(app::Mails mails = app::Mails::oneEach) {
    app::ReferralCase entry = planned();
    entry.referral.inPlainWords = "A girl of ten who keeps bees.";
    entry.children.front().needs = {{NeedDomain::education, 3, true, "school", today(), ""},
                                    {NeedDomain::emotionalHealth, 2, false, "school", today(), ""}};
    const auto saved = app::saveReferral(*workspace, entry);
    INFO((saved ? std::string{} : saved.error().detail));
    REQUIRE(saved);
    referral = saved->referral.id;
    household = emergencyHousehold("Samphire household");
    const Setting other = emergencyHousehold("Marram household");
    REQUIRE(app::askProviders(*workspace, referral, {{household.provider, household.id}, {other.provider, std::nullopt}},
                              workspace->now() + std::chrono::hours{48}));
    asked = *app::approachLines(*workspace, referral);
    REQUIRE(asked.size() == 2);
    const auto known = app::toDeidentify(*workspace, referral, std::nullopt);
    REQUIRE(known);
    const std::string reference = app::newReference();
    const auto pack = app::packOf(known->first, known->second, app::packPieces(known->first, known->second), {}, reference);
    auto made = app::packFiles(*workspace, pack, "%PDF", asked, mails);
    REQUIRE(made);
    files = *std::move(made);
    REQUIRE(app::notePackSent(*workspace, known->first, asked, reference, files));
  }
  [[nodiscard]] std::string form(std::size_t which) const {
    const std::string name = "offer-" + files.forms.at(which).reference + ".xlsx";
    for (const app::PackFile& file : files.files)
      if (file.name == name) return file.bytes;
    FAIL("no form " << name);
    return {};
  }
  [[nodiscard]] app::ReturnedAnswer read(const std::string& bytes) const {
    auto returned = app::readReturnedAnswer(*workspace, bytes);
    INFO((returned ? std::string() : returned.error().detail));
    REQUIRE(returned);
    return *std::move(returned);
  }
  [[nodiscard]] std::string offered(std::size_t which, const std::string& fee = "900") const {
    return filledForm(form(which), {{"answer", "we offer a home"},
                                    {"availableFrom", "07/12/2026"},
                                    {"standsUntil", "11/12/2026"},
                                    {"price.coreFee", fee, "a week", true},
                                    {"price.education", "", "in the fee"},
                                    {"package.0", "610", "a waking night worker", true},
                                    {"need.0.education", "we meet it with support", "a teacher twice a week"},
                                    {"need.0.emotionalHealth", "we do not meet it"},
                                    {"conditions", "A visit first"},
                                    {"why", "They know the school."}});
  }
  [[nodiscard]] std::vector<Offer> offers() const { return *app::offersOf(*workspace, referral); }
  [[nodiscard]] Approach approach(std::size_t which) const { return *workspace->file().offers().approach(asked.at(which).approach.id); }
};

}  // namespace homeward::tests
