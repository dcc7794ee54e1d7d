// The same match as one prepared SQL statement over an indexed table in memory: what a program that kept its market in a database, and
// only there, would do. The statement is written out from the request, so that the weights and days in it are the product's.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "speed/invented_market.h"

struct sqlite3;
struct sqlite3_stmt;

namespace homeward::bench {

struct SqlRow {
  std::string id;
  int known = 0;
  int possible = 0;
  friend bool operator==(const SqlRow&, const SqlRow&) = default;
};

class InSql {
 public:
  /// `weights` by criterion of the product's problem, in its order (nine needs first).
  InSql(const InventedMarket& market, const matching::Problem& problem);
  ~InSql();
  InSql(const InSql&) = delete;
  InSql& operator=(const InSql&) = delete;
  /// The first so many that no gate stops, in order.
  [[nodiscard]] std::vector<SqlRow> first(std::size_t count);

 private:
  sqlite3* m_database = nullptr;
  sqlite3_stmt* m_statement = nullptr;
};

}  // namespace homeward::bench
