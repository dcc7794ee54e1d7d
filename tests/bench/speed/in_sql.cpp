#include "speed/in_sql.h"

#include <sqlite3.h>

#include <cstdlib>
#include <iostream>
#include <sstream>

#include "matching/policy.h"

namespace homeward::bench {
namespace {

[[noreturn]] void stop(sqlite3* database) {
  std::cerr << "SQL: " << sqlite3_errmsg(database) << '\n';
  std::exit(1);
}

void run(sqlite3* database, const std::string& sql) {
  if (sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) stop(database);
}

std::string table() {
  std::ostringstream sql;
  sql << "CREATE TABLE home (number INTEGER PRIMARY KEY, id TEXT NOT NULL, east INTEGER, north INTEGER, authority TEXT NOT NULL, "
         "household INTEGER NOT NULL, status INTEGER, places INTEGER, grade INTEGER, inspected INTEGER, residents_known INTEGER NOT NULL, "
         "residents INTEGER NOT NULL, limits_known INTEGER NOT NULL, age_from INTEGER, age_to INTEGER, sex INTEGER, children INTEGER, "
         "vacancy INTEGER, free_from INTEGER, willing INTEGER NOT NULL, dog INTEGER, garden INTEGER, welsh INTEGER, own_bedroom INTEGER, "
         "sharing INTEGER, offers_days INTEGER, form_b INTEGER, form_c INTEGER, feedback INTEGER, rate INTEGER, connected INTEGER NOT NULL";
  for (int d = 0; d < 9; ++d) sql << ", least" << d << " INTEGER, most" << d << " INTEGER";
  sql << ") STRICT;"
         "CREATE TABLE authority (code TEXT PRIMARY KEY, worth INTEGER NOT NULL, home_low REAL, home_high REAL, nan_low REAL, nan_high "
         "REAL) "
         "STRICT, WITHOUT ROWID;";
  return sql.str();
}

class Row {
 public:
  Row(sqlite3* database, sqlite3_stmt* statement) : m_database(database), m_statement(statement) {}
  void add(std::int64_t value) { sqlite3_bind_int64(m_statement, ++m_at, value); }
  void add(double value) { sqlite3_bind_double(m_statement, ++m_at, value); }
  void add(const std::string& text) { sqlite3_bind_text(m_statement, ++m_at, text.c_str(), -1, SQLITE_TRANSIENT); }
  template <class T>
  void add(const std::optional<T>& value) {
    if (value)
      add(static_cast<std::int64_t>(*value));
    else
      sqlite3_bind_null(m_statement, ++m_at);
  }
  void done() {
    if (sqlite3_step(m_statement) != SQLITE_DONE) stop(m_database);
    sqlite3_reset(m_statement);
    m_at = 0;
  }

 private:
  sqlite3* m_database;
  sqlite3_stmt* m_statement;
  int m_at = 0;
};

std::optional<std::int64_t> dayOf(const std::optional<Date>& day) {
  return day ? std::optional<std::int64_t>(day->time_since_epoch().count()) : std::nullopt;
}

std::optional<std::int64_t> featureOf(const Setting& setting, const char* feature) {
  const auto found = setting.features.find(feature);
  return found == setting.features.end() ? std::nullopt : std::optional<std::int64_t>(found->second);
}

void write(Row& row, const Setting& setting) {
  row.add(setting.id.value);
  row.add("setting:" + std::to_string(setting.id.value));
  row.add(setting.place.point ? std::optional<std::int64_t>(setting.place.point->east) : std::nullopt);
  row.add(setting.place.point ? std::optional<std::int64_t>(setting.place.point->north) : std::nullopt);
  row.add(setting.place.authority);
  row.add(std::int64_t{setting.type == SettingType::fosteringHousehold});
  const auto& registration = setting.registration;
  row.add(registration ? std::optional<std::int64_t>(registration->status == RegistrationStatus::active) : std::nullopt);
  row.add(registration ? registration->places : std::nullopt);
  const bool inspected = registration && registration->inspection;
  row.add(inspected ? std::optional<std::int64_t>(static_cast<int>(registration->inspection->grade)) : std::nullopt);
  row.add(inspected ? dayOf(registration->inspection->on) : std::nullopt);
  row.add(std::int64_t{setting.residentsKnown});
  row.add(static_cast<std::int64_t>(setting.residents.size()));
  row.add(std::int64_t{setting.terms.limitsKnown});
  row.add(setting.terms.ageFrom);
  row.add(setting.terms.ageTo);
  row.add(setting.terms.sexes.empty() ? std::nullopt : std::optional<std::int64_t>(setting.terms.sexes.front() == Sex::female));
  row.add(setting.terms.children);
  row.add(setting.vacancy ? std::optional<std::int64_t>(setting.vacancy->places) : std::nullopt);
  row.add(setting.vacancy ? dayOf(setting.vacancy->freeFrom) : std::nullopt);
  row.add(static_cast<std::int64_t>(setting.willingness.state));
  for (const char* feature : {"dog", "garden", "language:Welsh"}) row.add(featureOf(setting, feature));
  row.add(setting.ownBedroom);
  row.add(setting.sharingAssessed);
  row.add(setting.offersDays);
  row.add(setting.proof.formB);
  row.add(setting.proof.formC);
  row.add(setting.proof.feedback);
  row.add(setting.weeklyRate ? std::optional<std::int64_t>(setting.weeklyRate->pence) : std::nullopt);
  row.add(std::int64_t{setting.connectedPerson});
  for (const NeedDomain domain : all<NeedDomain>()) {
    std::optional<std::int64_t> least;
    std::optional<std::int64_t> most;
    for (const Capability& one : setting.capabilities)
      if (one.domain == domain) {
        most = one.level;
        least = one.basis == Basis::claimed ? std::max(0, one.level - 1) : one.level;
      }
    row.add(least);
    row.add(most);
  }
  row.done();
}

void fill(sqlite3* database, const InventedMarket& market) {
  sqlite3_stmt* statement = nullptr;
  std::string places = "?";
  for (int i = 1; i < 49; ++i) places += ",?";
  run(database, "BEGIN");
  if (sqlite3_prepare_v2(database, ("INSERT INTO home VALUES (" + places + ")").c_str(), -1, &statement, nullptr) != SQLITE_OK)
    stop(database);
  Row row(database, statement);
  for (const Setting& setting : market.settings) write(row, setting);
  sqlite3_finalize(statement);
  if (sqlite3_prepare_v2(database, "INSERT INTO authority VALUES (?,?,?,?,?,?)", -1, &statement, nullptr) != SQLITE_OK) stop(database);
  Row area(database, statement);
  const Child& child = market.request->children.front();
  const std::string& own = market.request->responsibleAuthority;
  for (const geography::AuthorityArea& one : market.atlas->areas()) {
    area.add(one.code);
    area.add(std::int64_t{one.code == own ? 1000 : *market.atlas->adjoin(own, one.code) ? 500 : 0});
    for (const GridPoint& from : {*child.home.point, *child.contacts.front().place.point}) {
      const auto miles = *market.atlas->milesTo(from, one.code);
      area.add(miles.low);
      area.add(miles.high);
    }
    area.done();
  }
  sqlite3_finalize(statement);
  run(database, "COMMIT");
}

/// The corners as CASE: the nearest whole, halves up.
std::string anchored(const matching::Anchors& anchors, const std::string& x) {
  const auto& corners = anchors.corners;
  std::ostringstream sql;
  sql.precision(17);
  sql << "CASE WHEN " << x << " <= " << corners.front().x << " THEN " << corners.front().value;
  for (std::size_t i = 1; i < corners.size(); ++i) {
    const auto& left = corners[i - 1];
    const auto& right = corners[i];
    sql << " WHEN " << x << " < " << right.x << " THEN CAST(" << left.value << ".0 + ((" << x << ") - " << left.x << ".0) / ("
        << right.x - left.x << ".0) * (" << right.value - left.value << ".0) + 0.5 AS INTEGER)";
  }
  sql << " ELSE " << corners.back().value << " END";
  return sql.str();
}

const matching::Anchors& anchorsOf(const char* key) {
  for (const matching::PolicyCriterion& criterion : matching::defaultPolicy().criteria)
    if (criterion.key == key) return criterion.anchors;
  std::abort();
}

struct Ends {
  std::string low;
  std::string high;
};

Ends far(const char* key, const std::string& from, const GridPoint& point) {
  const std::string east = "(east - " + std::to_string(point.east) + ")";
  const std::string north = "(north - " + std::to_string(point.north) + ")";
  const std::string exact = "sqrt(" + east + " * " + east + " + " + north + " * " + north + ") / 1609.3";
  const auto end = [&](const std::string& column) {
    return "(SELECT " + anchored(anchorsOf(key), "m") + " FROM (SELECT iif(east IS NULL, " + from + column + ", " + exact + ") AS m))";
  };
  return {end("_high"), end("_low")};
}

/// The value of each criterion, by the product's keys and in its order.
Ends valueOf(const std::string& key, const InventedMarket& market, std::size_t number) {
  const Child& child = market.request->children.front();
  const auto same = [](const std::string& sql) { return Ends{sql, sql}; };
  if (key.starts_with("need:")) {
    const auto d = std::to_string(number);
    const auto domain = static_cast<NeedDomain>(number);
    const auto level = std::to_string(needOf(child, domain)->level);
    const auto end = [&](const std::string& column, int unknown) {
      return "CASE WHEN " + column + " IS NULL THEN " + std::to_string(unknown) + " WHEN " + level + " - " + column +
             " <= 0 THEN 1000 WHEN " + level + " - " + column + " = 1 THEN 600 WHEN " + level + " - " + column + " = 2 THEN 250 ELSE 0 END";
    };
    return {end("least" + d, 0), end("most" + d, 1000)};
  }
  if (key == "distanceHome") return far("distanceHome", "home", *child.home.point);
  if (key == "contact") return far("contact", "nan", *child.contacts.front().place.point);
  if (key == "connectedPerson") return same("connected * 1000");
  if (key == "area") return same("worth");
  if (key == "identity") return {"coalesce(welsh, 0) * 1000", "coalesce(welsh, 1) * 1000"};
  if (key == "wishes") return {"(coalesce(garden, 0) + 1 - coalesce(dog, 1)) * 500", "(coalesce(garden, 1) + 1 - coalesce(dog, 0)) * 500"};
  if (key == "inspection") {
    // Grades: 0 outstanding, 1 good, 2 requires improvement, 3 inadequate. A household has its service's, which is good and recent.
    const std::string recent = std::to_string(recentFrom.time_since_epoch().count());
    const auto end = [&](const char* none, const char* older, const char* unknown) {
      return "CASE WHEN household THEN 800 WHEN status IS NULL THEN " + std::string(unknown) + " WHEN grade IS NULL THEN " + none +
             " WHEN inspected >= " + recent + " THEN CASE grade WHEN 0 THEN 1000 WHEN 1 THEN 800 WHEN 2 THEN 400 ELSE 0 END ELSE " + older +
             " END";
    };
    return {end("400", "CASE grade WHEN 0 THEN 800 WHEN 1 THEN 400 ELSE 0 END", "0"),
            end("800", "CASE grade WHEN 0 THEN 1000 WHEN 1 THEN 1000 WHEN 2 THEN 800 ELSE 400 END", "1000")};
  }
  if (key == "proof") {
    const std::string worth = "(500 * (form_b + form_c + feedback) + 3) / 6";
    return {"coalesce(" + worth + ", 0)", "coalesce(" + worth + ", 1000)"};
  }
  if (key == "startDate") {
    const std::string late = "(free_from - " + std::to_string(market.request->placeOn.time_since_epoch().count()) + ")";
    const std::string worth = anchored(anchorsOf("startDate"), late);
    return {"iif(free_from IS NULL, 0, " + worth + ")", "iif(free_from IS NULL, 1000, " + worth + ")"};
  }
  if (key == "length") {
    const auto needed = std::to_string(matching::comparedDays(market.request->referral));
    const std::string worth = "(2000 * min(offers_days, " + needed + ") + " + needed + ") / (2 * " + needed + ")";
    return {"coalesce(" + worth + ", 0)", "coalesce(" + worth + ", 1000)"};
  }
  if (key == "bedroom")
    return {"CASE WHEN own_bedroom = 1 THEN 1000 WHEN sharing = 1 THEN 400 ELSE 0 END",
            "CASE WHEN own_bedroom IS NULL THEN 1000 WHEN own_bedroom = 1 THEN 1000 WHEN sharing = 0 THEN 0 ELSE 400 END"};
  std::cerr << "There is no SQL for the criterion " << key << ".\n";
  std::exit(1);
}

/// What no gate stops. NULL in a comparison keeps a home in: it is open, not failed.
std::string standing(const InventedMarket& market) {
  const Child& child = market.request->children.front();
  const std::string day = std::to_string(market.request->placeOn.time_since_epoch().count());
  const std::string age = std::to_string(ageOn(child.born, market.request->placeOn));
  const auto need = [&](NeedDomain domain) {
    return "most" + std::to_string(static_cast<int>(domain)) + " < " + std::to_string(needOf(child, domain)->level);
  };
  const std::vector<std::string> stops{"status = 0",
                                       "residents_known AND residents + 1 > places AND NOT household",
                                       "residents_known AND residents + 1 > children",
                                       "residents_known AND residents + 1 > 3 AND household",
                                       "residents + 1 > places AND NOT household",
                                       "age_from > " + age,
                                       "age_to < " + age,
                                       "sex = 0",
                                       need(NeedDomain::emotionalHealth),
                                       need(NeedDomain::behaviour),
                                       "vacancy < 1",
                                       "free_from > " + day,
                                       "willing = 2"};
  std::string sql;
  for (const std::string& one : stops) sql += (sql.empty() ? "" : " AND ") + ("(" + one + ") IS NOT TRUE");
  return sql;
}

}  // namespace

InSql::InSql(const InventedMarket& market, const matching::Problem& problem) {
  if (sqlite3_open(":memory:", &m_database) != SQLITE_OK) stop(m_database);
  run(m_database, "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -262144");
  run(m_database, table());
  fill(m_database, market);
  // The gates' columns stand together in an index, so that those who are out are passed over without reading their rows.
  run(m_database,
      "CREATE INDEX home_gates ON home (willing, vacancy, free_from, most1, most2, age_from, age_to, sex, status, residents_known, "
      "residents, "
      "places, children, household); ANALYZE");
  std::string low;
  std::string high;
  for (std::size_t j = 0; j < problem.criteria.size(); ++j) {
    const Ends ends = valueOf(problem.criteria[j], market, j);
    const std::string weight = (j == 0 ? "" : " + ") + std::to_string(problem.weights[j]) + " * (";
    low += weight + ends.low + ")";
    high += weight + ends.high + ")";
  }
  const auto from = market.request->placeOn.time_since_epoch().count();
  const auto to = from + matching::comparedDays(market.request->referral);
  const std::string cost = "(rate * " + std::to_string(to) + " / 7 - rate * " + std::to_string(from) + " / 7)";
  const std::string sql = "SELECT id, known, possible FROM (SELECT id, " + low + " AS known, " + high + " AS possible, " + cost +
                          " AS cost FROM home JOIN authority ON code = authority WHERE " + standing(market) +
                          ") ORDER BY known + possible DESC, cost IS NULL, cost, id LIMIT ?";
  if (sqlite3_prepare_v2(m_database, sql.c_str(), -1, &m_statement, nullptr) != SQLITE_OK) stop(m_database);
}

InSql::~InSql() {
  sqlite3_finalize(m_statement);
  sqlite3_close(m_database);
}

std::vector<SqlRow> InSql::first(std::size_t count) {
  sqlite3_bind_int64(m_statement, 1, static_cast<std::int64_t>(count));
  std::vector<SqlRow> rows;
  while (sqlite3_step(m_statement) == SQLITE_ROW)
    rows.push_back({reinterpret_cast<const char*>(sqlite3_column_text(m_statement, 0)), sqlite3_column_int(m_statement, 1),
                    sqlite3_column_int(m_statement, 2)});
  sqlite3_reset(m_statement);
  return rows;
}

}  // namespace homeward::bench
