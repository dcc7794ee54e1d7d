// Asking and answering in the case file: approaches with their contact log, offers with their quotes, and options made of offers.
#pragma once

#include <vector>

#include "domain/offer.h"
#include "store/transaction.h"

namespace homeward::store {

class OfferStore {
 public:
  explicit OfferStore(Connection& connection) : m_connection(&connection) {}

  [[nodiscard]] Result<ApproachId> addApproach(Transaction& in, const Approach& approach);
  [[nodiscard]] Result<std::int64_t> saveApproach(Transaction& in,
                                                  const Approach& approach);  ///< the new version; conflict when not the newest
  [[nodiscard]] Result<Approach> approach(ApproachId id) const;
  [[nodiscard]] Result<std::vector<Approach>> approaches() const;                     ///< by id
  [[nodiscard]] Result<std::vector<Approach>> approaches(ReferralId referral) const;  ///< by id

  [[nodiscard]] Result<OfferId> addOffer(Transaction& in, const Offer& offer);
  [[nodiscard]] Result<std::int64_t> saveOffer(Transaction& in, const Offer& offer);  ///< the new version; conflict when not the newest
  [[nodiscard]] Result<Offer> offer(OfferId id) const;
  [[nodiscard]] Result<std::vector<Offer>> offers() const;                     ///< by id
  [[nodiscard]] Result<std::vector<Offer>> offers(ReferralId referral) const;  ///< by id

  [[nodiscard]] Result<OptionId> addOption(Transaction& in, const Option& option);
  /// Refused while a choice holds it.
  [[nodiscard]] Result<void> removeOption(Transaction& in, OptionId id);
  [[nodiscard]] Result<Option> option(OptionId id) const;
  [[nodiscard]] Result<std::vector<Option>> options(ReferralId referral) const;  ///< by id

 private:
  Connection* m_connection;
};

}  // namespace homeward::store
