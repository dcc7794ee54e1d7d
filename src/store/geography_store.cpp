#include "store/geography_store.h"

#include "store/write.h"

namespace homeward::store {
namespace {

Place takePlace(Query& query) {
  Place place;
  query.take(place.postcode);
  GridPoint point;
  query.take(point.east);
  query.take(point.north);
  place.point = point;
  query.take(place.authority);
  return place;
}

constexpr const char* selectPlaces = "SELECT postcode, east, north, authority FROM postcode";
constexpr std::int64_t rowsBetweenSteps = 5000;

}  // namespace

Result<std::optional<Place>> GeographyStore::find(std::string_view postcode) const {
  return reading(*m_connection, [&]() -> Result<std::optional<Place>> {
    Query query(*m_connection, std::string(selectPlaces) + " WHERE postcode = ?");
    if (!query.with(postcode).next()) return std::optional<Place>();
    return std::optional<Place>(takePlace(query));
  });
}

Result<std::optional<std::string>> GeographyStore::authorityOfDistrict(std::string_view district) const {
  return reading(*m_connection, [&]() -> Result<std::optional<std::string>> {
    // A file of districts only has a row for the district itself.
    Query query(*m_connection,
                "SELECT DISTINCT authority FROM postcode "
                "WHERE (postcode = ?1 OR (postcode > ?1 || ' ' AND postcode < ?1 || '!')) AND authority <> '' LIMIT 2");
    if (!query.with(district).next()) return std::optional<std::string>();
    auto authority = query.take<std::string>();
    return query.next() ? std::optional<std::string>() : std::optional(std::move(authority));
  });
}

Result<std::int64_t> GeographyStore::postcodes() const {
  return reading(*m_connection, [&]() -> Result<std::int64_t> {
    Query query(*m_connection, "SELECT count(*) FROM postcode");
    query.next();
    return query.take<std::int64_t>();
  });
}

Result<void> GeographyStore::eachPostcode(const std::function<bool(const Place&)>& see) const {
  return reading(*m_connection, [&]() -> Result<void> {
    Query query(*m_connection, std::string(selectPlaces) + " ORDER BY postcode");
    while (query.next())
      if (!see(takePlace(query))) break;
    return {};
  });
}

Result<std::int64_t> GeographyStore::putPostcodes(Transaction& in, const std::function<bool(Place&)>& next, const Progress& progress) {
  return Write::run(in, [&](Connection& connection) -> Result<std::int64_t> {
    std::int64_t rows = 0;
    {
      Query query(connection,
                  "INSERT INTO postcode (postcode, east, north, authority) VALUES (?, ?, ?, ?) "
                  "ON CONFLICT (postcode) DO UPDATE SET east = excluded.east, north = excluded.north, authority = excluded.authority "
                  "WHERE east <> excluded.east OR north <> excluded.north OR authority <> excluded.authority");
      Place place;
      while (next(place)) {
        if (!place.point)
          return fail(ErrorCode::invalid, "postcode, row " + std::to_string(rows + 1), "A postcode needs its grid reference.");
        query.again();
        query.with(place.postcode, place.point->east, place.point->north, place.authority).run();
        if (++rows % rowsBetweenSteps == 0 && !progress.step(rows, 0))
          return fail(ErrorCode::cancelled, "postcodes", "Stopped. No postcode was changed.");
      }
    }
    Write::note(in, {Entity::postcodes, 0}, Action::replaced, Json{{"rows", rows}});
    return rows;
  });
}

Result<geography::Atlas> GeographyStore::atlas() const {
  return reading(*m_connection, [&]() -> Result<geography::Atlas> {
    std::vector<geography::AuthorityArea> areas;
    {
      Query query(*m_connection, "SELECT code, name FROM authority_area ORDER BY code");
      while (query.next()) {
        auto& area = areas.emplace_back();
        query.take(area.code);
        query.take(area.name);
      }
    }
    {
      Query query(*m_connection, "SELECT code, east, north FROM area_cell ORDER BY code, position");
      auto at = areas.begin();
      while (query.next()) {
        const auto code = query.take<std::string>();
        while (at != areas.end() && at->code < code) ++at;
        if (at == areas.end()) break;
        const auto east = query.take<std::int32_t>();
        at->cells.push_back({east, query.take<std::int32_t>()});
      }
    }
    std::vector<std::pair<std::string, std::string>> adjoining;
    Query query(*m_connection, "SELECT a, b FROM adjoining ORDER BY a, b");
    while (query.next()) {
      auto a = query.take<std::string>();
      adjoining.emplace_back(std::move(a), query.take<std::string>());
    }
    return geography::Atlas(std::move(areas), adjoining);
  });
}

Result<void> GeographyStore::replaceAreas(Transaction& in, const std::vector<geography::AuthorityArea>& areas,
                                          const std::vector<std::pair<std::string, std::string>>& adjoining) {
  return Write::run(in, [&](Connection& connection) -> Result<void> {
    Query(connection, "DELETE FROM area_cell").run();
    Query(connection, "DELETE FROM authority_area").run();
    Query(connection, "DELETE FROM adjoining").run();
    std::int64_t cells = 0;
    for (const auto& area : areas) {
      Query(connection, "INSERT INTO authority_area (code, name) VALUES (?, ?)").with(area.code, area.name).run();
      std::int64_t position = 0;
      for (const auto& cell : area.cells)
        Query(connection, "INSERT INTO area_cell (code, position, east, north) VALUES (?, ?, ?, ?)")
            .with(area.code, position++, cell.east, cell.north)
            .run();
      cells += position;
    }
    for (const auto& [a, b] : adjoining) Query(connection, "INSERT INTO adjoining (a, b) VALUES (?, ?)").with(a, b).run();
    Write::note(in, {Entity::areas, 0}, Action::replaced, Json{{"areas", areas.size()}, {"cells", cells}, {"adjoining", adjoining.size()}});
    return {};
  });
}

}  // namespace homeward::store
