// Postcodes and areas in the case file: looked up one at a time, replaced in bulk. Postcodes of any number pass in bounded memory.
#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "geography/geography.h"
#include "store/transaction.h"
#include "support/progress.h"

namespace homeward::store {

class GeographyStore {
 public:
  explicit GeographyStore(Connection& connection) : m_connection(&connection) {}

  /// The place of a postcode in standard form, or none when the file does not know it.
  [[nodiscard]] Result<std::optional<Place>> find(std::string_view postcode) const;
  /// The authority that has every known postcode of a district ("ZZ5"), or none: the file knows none of them, or of several authorities.
  [[nodiscard]] Result<std::optional<std::string>> authorityOfDistrict(std::string_view district) const;
  [[nodiscard]] Result<std::int64_t> postcodes() const;  ///< how many are known
  /// Every known postcode in order, one at a time, for deriving areas. The callback returns false to stop.
  [[nodiscard]] Result<void> eachPostcode(const std::function<bool(const Place&)>& see) const;

  /// `next` fills one place with its postcode in standard form, its point and its authority, and returns false at the end. A postcode that
  /// is there already takes the new values. Returns how many rows were read. Nothing remains of it when the transaction is not committed.
  [[nodiscard]] Result<std::int64_t> putPostcodes(Transaction& in, const std::function<bool(Place&)>& next,
                                                  const Progress& progress = Progress());

  [[nodiscard]] Result<geography::Atlas> atlas() const;
  [[nodiscard]] Result<void> replaceAreas(Transaction& in, const std::vector<geography::AuthorityArea>& areas,
                                          const std::vector<std::pair<std::string, std::string>>& adjoining);

 private:
  Connection* m_connection;
};

}  // namespace homeward::store
