// The referrals of a case file with their members, owed steps and waivers.
#pragma once

#include <string>
#include <vector>

#include "domain/referral.h"
#include "store/transaction.h"

namespace homeward::store {

class ReferralStore {
 public:
  explicit ReferralStore(Connection& connection) : m_connection(&connection) {}

  [[nodiscard]] Result<ReferralId> add(Transaction& in, const Referral& referral);
  [[nodiscard]] Result<std::int64_t> save(Transaction& in,
                                          const Referral& referral);         ///< the new version; conflict when it is not the newest
  [[nodiscard]] Result<Referral> get(ReferralId id) const;                   ///< also from the bin
  [[nodiscard]] Result<std::vector<Referral>> all() const;                   ///< by id, without the bin
  [[nodiscard]] Result<std::vector<Referral>> ofChild(ChildId child) const;  ///< by id, without the bin
  [[nodiscard]] Result<std::string> nextNumber() const;                      ///< "R-0413" after "R-0412"; "R-0001" in an empty file

 private:
  Connection* m_connection;
};

}  // namespace homeward::store
