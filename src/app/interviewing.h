// Speaking to the people of a home in a case where paper is not enough: with whom, when, and of each need what was heard and how far the
// home would meet it, as the interviewer judges it.
//
// What was heard is verified: it takes the place of the provider's own answer, which stays readable in the note of the interview and in the
// history of the case file.
#pragma once

#include <string>
#include <vector>

#include "app/workspace.h"
#include "domain/offer.h"

namespace homeward::app {

/// Of one need of one child whom the offer takes.
struct Heard {
  ChildId child;
  NeedDomain domain = NeedDomain::emotionalHealth;
  int level = 0;  ///< the capability as judged, 0 to 5
  std::string words;
};
struct Interview {
  Instant at{};      ///< not after now
  std::string with;  ///< "the registered manager"
  std::vector<Heard> heard;
};
/// Adds a note for each need that was heard of and verifies the offer's answer by it, in one transaction by the person who is working.
/// Invalid without a partner, without any need, or with a need whose words are missing; the subject is "with", "at", "heard" or
/// "heard.<place in the list>". `version` is the offer's that was seen: conflict where somebody changed it since.
[[nodiscard]] Result<void> recordInterview(Workspace& workspace, OfferId offer, std::int64_t version, const Interview& interview);

}  // namespace homeward::app
