// Why an option or an offer was not the one, coded so that it can be counted and told.
#pragma once

#include "domain/enum_text.h"

namespace homeward {

enum class NotChosen {
  furtherAway,
  needsLessWellMet,
  siblingsParted,
  schoolLost,
  childsWish,
  cost,
  otherChildrenThere,
  startsTooLate,
  otherReason
};
constexpr auto texts(NotChosen) {
  return std::to_array<EnumText<NotChosen>>({{NotChosen::furtherAway, "furtherAway"},
                                             {NotChosen::needsLessWellMet, "needsLessWellMet"},
                                             {NotChosen::siblingsParted, "siblingsParted"},
                                             {NotChosen::schoolLost, "schoolLost"},
                                             {NotChosen::childsWish, "childsWish"},
                                             {NotChosen::cost, "cost"},
                                             {NotChosen::otherChildrenThere, "otherChildrenThere"},
                                             {NotChosen::startsTooLate, "startsTooLate"},
                                             {NotChosen::otherReason, "otherReason"}});
}

}  // namespace homeward
