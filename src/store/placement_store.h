// Placements, their contract terms and funding, and breaches in the case file.
//
// A placement, term or funding row is never overwritten: a correction supersedes the row that was current and adds another with the same
// id, so that what was known at any moment can be shown again. Moments never run backwards, even when a clock does.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "domain/placement.h"
#include "store/transaction.h"

namespace homeward::store {

/// Everything about placements that the case file knew at one moment, each list by id.
struct PlacementsKnown {
  std::vector<Placement> placements;
  std::vector<ContractTerm> terms;
  std::vector<FundingShare> funding;
};

/// Somebody who is listed as living in a home and is to leave it, or has left it on a day that was on record before it came.
struct Leaving {
  SettingId setting;
  ChildId who;
  Date on{};
};

class PlacementStore {
 public:
  explicit PlacementStore(Connection& connection) : m_connection(&connection) {}

  [[nodiscard]] Result<PlacementId> add(Transaction& in, const Placement& placement);  ///< `recorded` is the transaction's moment
  /// The row as it should have been, and why. Conflict when `recorded` is not that of the current row.
  [[nodiscard]] Result<void> correct(Transaction& in, const Placement& placement, const std::string& reason = {});
  /// It should never have been there; still known as of before.
  [[nodiscard]] Result<void> withdraw(Transaction& in, PlacementId id, const std::string& reason);
  /// The child left: `leaving` is the first day that the stay does not count. Terms and funding stand; their cost ends with the stay.
  [[nodiscard]] Result<void> end(Transaction& in, PlacementId id, Date leaving, const std::string& reason, bool unplanned);
  [[nodiscard]] Result<Placement> get(PlacementId id) const;                  ///< as known now
  [[nodiscard]] Result<std::vector<Placement>> all() const;                   ///< as known now, by id
  [[nodiscard]] Result<std::vector<Placement>> ofChild(ChildId child) const;  ///< as known now, by first day
  /// A parent who is not looked after leaves with the last of the referral who is placed there, or anywhere where nobody is placed there.
  [[nodiscard]] Result<std::vector<Leaving>> leaving() const;
  [[nodiscard]] Result<std::map<PlacementId, Instant>> recordedFirst() const;  ///< when each was put on record
  [[nodiscard]] Result<std::vector<Placement>> history(PlacementId id) const;  ///< every row, the oldest first

  [[nodiscard]] Result<TermId> addTerm(Transaction& in, const ContractTerm& term);
  [[nodiscard]] Result<void> correctTerm(Transaction& in, const ContractTerm& term, const std::string& reason = {});
  [[nodiscard]] Result<void> withdrawTerm(Transaction& in, TermId id, const std::string& reason = {});  ///< still known as of before
  [[nodiscard]] Result<std::vector<ContractTerm>> terms(PlacementId placement) const;                   ///< as known now, by id
  [[nodiscard]] Result<std::vector<ContractTerm>> termHistory(PlacementId placement) const;  ///< every row, by id, the oldest first

  [[nodiscard]] Result<FundingId> addFunding(Transaction& in, const FundingShare& share);
  [[nodiscard]] Result<void> correctFunding(Transaction& in, const FundingShare& share, const std::string& reason = {});
  [[nodiscard]] Result<void> withdrawFunding(Transaction& in, FundingId id, const std::string& reason = {});
  [[nodiscard]] Result<std::vector<FundingShare>> funding(PlacementId placement) const;         ///< as known now, by id
  [[nodiscard]] Result<std::vector<FundingShare>> fundingHistory(PlacementId placement) const;  ///< every row, by id, the oldest first

  [[nodiscard]] Result<PlacementsKnown> asKnownAt(Instant moment) const;
  [[nodiscard]] Result<PlacementsKnown> asKnownNow() const;

  [[nodiscard]] Result<BreachId> addBreach(Transaction& in, const Breach& breach);
  [[nodiscard]] Result<std::int64_t> saveBreach(Transaction& in, const Breach& breach);  ///< the new version; conflict when not the newest
  [[nodiscard]] Result<std::vector<Breach>> breaches() const;                            ///< by id, ended ones too

 private:
  Connection* m_connection;
};

}  // namespace homeward::store
