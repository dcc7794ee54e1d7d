// The law's view of a child who is to live in a setting: gathers from the case file what `matching` makes its circumstances of.
#pragma once

#include <vector>

#include "app/workspace.h"
#include "domain/child.h"
#include "domain/offer.h"
#include "domain/placement.h"
#include "domain/referral.h"
#include "law/rules.h"
#include "matching/circumstances.h"

namespace homeward::app {

/// Siblings of these children who are looked after and not among them, each once.
[[nodiscard]] Result<std::vector<Child>> siblingsElsewhere(Workspace& workspace, const std::vector<Child>& children);

/// `joining` are those of the people who would move into the arrival's setting, the child included.
[[nodiscard]] law::Circumstances circumstances(const Workspace& workspace, const geography::Atlas& atlas, const matching::People& people,
                                               std::size_t child, const std::vector<std::size_t>& joining,
                                               const matching::Arrival& arrival);

/// The offer by which the child came to live there: that of the option that was decided, else the last that was not withdrawn. None: it
/// came without one. `offers` are those of the referral, or of all.
[[nodiscard]] Result<const Offer*> offerThatTook(Workspace& workspace, const std::vector<Offer>& offers, const Placement& placement);
/// Whether the child came there in an emergency, as it was judged at the start: a referral for the same day, or an offer for it.
[[nodiscard]] bool cameInAnEmergency(const Placement& placement, const Referral* referral, const Offer* tookBy);

/// Adds what a placement on record says to the circumstances of its day: its codes, its end, and where else the child lived.
void addStay(law::Circumstances& facts, const Placement& placement, const Referral* referral, const std::vector<Placement>& stays);

/// A placement on record with what its clocks look at. Points into what the caller has loaded.
struct Lived {
  const Placement& placement;
  const Child& child;
  const Setting& setting;
  const Provider* provider = nullptr;
  const Referral* referral = nullptr;   ///< none: it came without one
  const Offer* tookBy = nullptr;        ///< none: by no offer
  const std::vector<Placement>& stays;  ///< of the child
  const law::Rules* rules = nullptr;
};
/// The clocks that a placement set running. One made in an emergency has its days; the six working days run only where the placement was
/// made beyond the household's approval.
[[nodiscard]] std::vector<law::Clock> clocksOf(const Workspace& workspace, const geography::Atlas& atlas, const Lived& lived);

}  // namespace homeward::app
