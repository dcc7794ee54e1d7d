// What surrounds the work: which items of My work were marked done, what was imported, what lies in the bin, and the case file's own
// properties.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/priced_support.h"
#include "store/transaction.h"

namespace homeward::store {

/// A work item is computed from facts; where facts cannot show that it is done, somebody says so. The key names the item.
struct DoneMark {
  std::string key;
  Date on{};
  PersonId by;
  friend bool operator==(const DoneMark&, const DoneMark&) = default;
};

struct ImportBatch {
  std::int64_t id = 0;
  std::string kind;    ///< "ofsted", "postcodes"
  std::string source;  ///< the file's name without its folder
  std::int64_t rowsRead = 0;
  std::int64_t added = 0;
  std::int64_t changed = 0;
  std::int64_t unchanged = 0;
  std::int64_t rejected = 0;
  PersonId by;   ///< filled by the store
  Instant at{};  ///< filled by the store
  friend bool operator==(const ImportBatch&, const ImportBatch&) = default;
};

/// Something put away but not yet gone. It is left out of lists and searches until it is taken out again.
struct Binned {
  Changed what;
  PersonId by;
  Instant at{};
  std::string reason;
  friend bool operator==(const Binned&, const Binned&) = default;
};

class WorkStore {
 public:
  explicit WorkStore(Connection& connection) : m_connection(&connection) {}

  [[nodiscard]] Result<void> markDone(Transaction& in, const std::string& key, Date on);
  [[nodiscard]] Result<void> unmark(Transaction& in, const std::string& key);
  [[nodiscard]] Result<std::vector<DoneMark>> doneMarks() const;  ///< by key

  [[nodiscard]] Result<std::int64_t> addImport(Transaction& in, const ImportBatch& batch);
  [[nodiscard]] Result<std::vector<ImportBatch>> imports() const;  ///< the latest first

  /// Children, referrals, providers, settings; anything else is invalid.
  [[nodiscard]] Result<void> putInBin(Transaction& in, Changed what, const std::string& reason);
  [[nodiscard]] Result<void> takeFromBin(Transaction& in, Changed what);
  [[nodiscard]] Result<std::vector<Binned>> bin() const;  ///< the latest first

 private:
  Connection* m_connection;
};

/// The case file's own properties by key: "fictional" ("yes" in a demo), "features" (JSON list of the pick list), ...
class PropertyStore {
 public:
  explicit PropertyStore(Connection& connection) : m_connection(&connection) {}

  [[nodiscard]] Result<std::optional<std::string>> get(const std::string& key) const;
  [[nodiscard]] Result<void> set(Transaction& in, const std::string& key, const std::string& value);
  [[nodiscard]] Result<bool> isFictional() const;
  [[nodiscard]] Result<void> setFictional(Transaction& in, bool fictional);
  /// Features that homes are recorded with and wishes are picked from, in the order given.
  [[nodiscard]] Result<std::vector<std::string>> featureList() const;
  [[nodiscard]] Result<void> setFeatureList(Transaction& in, const std::vector<std::string>& features);
  /// What the council can buy besides a home, in the order in which it keeps it; empty where it keeps none.
  [[nodiscard]] Result<std::vector<PricedSupport>> pricedSupport() const;
  [[nodiscard]] Result<void> setPricedSupport(Transaction& in, const std::vector<PricedSupport>& support);

 private:
  Connection* m_connection;
};

}  // namespace homeward::store
