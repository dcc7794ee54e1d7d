// Finding a child, referral, setting or provider by the beginnings of words. What is found is as fresh as the last commit.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "store/transaction.h"

namespace homeward::store {

struct Found {
  Changed what;
  std::string title;   ///< the name, or the number of a referral
  std::string detail;  ///< what tells two of the same name apart: number, provider, place
  friend bool operator==(const Found&, const Found&) = default;
};

class SearchStore {
 public:
  explicit SearchStore(Connection& connection) : m_connection(&connection) {}
  /// Things with a word for each word asked for that begins with it, whatever the case of letters; by kind, then title. Empty text finds
  /// nothing.
  [[nodiscard]] Result<std::vector<Found>> find(std::string_view text, int limit = 20) const;

 private:
  Connection* m_connection;
};

}  // namespace homeward::store
