// How a noun becomes rows and comes back: one description of its columns and lists serves inserting, updating, reading and the history.
//
// A noun takes part by three things in namespace homeward::store, written beside the store that keeps it:
//   template <> struct Table<Need> ...         only for aggregates: the table's name, its entity
//   columns(Like<Need> auto& need, auto& v)    v("level", need.level) for each column, in the order of reading
//   lists(Of<Child>, auto& v)                  v(ListTable{"need", "child_id"}, &Child::needs) for each list in a table of its own
// Values inside values are columns with a prefix (place_east); an optional value inside a value has a flag column of its own before it.
// A vector among the columns is kept as a JSON list, because nothing ever searches for its parts.
#pragma once

#include <concepts>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

#include "domain/place.h"
#include "domain/placement.h"
#include "store/connection.h"

namespace homeward::store {

using Json = nlohmann::ordered_json;

template <class R, class T>
concept Like = std::same_as<std::remove_cvref_t<R>, T>;
template <class T>
struct Of {};
template <class T>
struct Table;

struct ListTable {
  const char* name;
  const char* owner;              ///< column with the owner's id
  const char* element = nullptr;  ///< column of an element that is not a value of its own; a map's key
  const char* mapped = nullptr;   ///< column of a map's value
};

// --- which kinds of member there are

template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};
template <class T>
struct IsVector : std::false_type {};
template <class T>
struct IsVector<std::vector<T>> : std::true_type {};
template <class T>
struct IsMap : std::false_type {};
template <class K, class V>
struct IsMap<std::map<K, V>> : std::true_type {};

template <class T>
concept Scalar = requires(Query& query, const T& value) {
  query.put(value);
}
&&!IsVector<T>::value && !IsOptional<T>::value;
template <class T>
struct IsOptionalScalar : std::false_type {};
template <Scalar T>
struct IsOptionalScalar<std::optional<T>> : std::true_type {};
template <class T>
concept Cell = Scalar<T> || IsOptionalScalar<T>::value || IsVector<T>::value;

// --- values as JSON, for lists in a column and for the history

template <Scalar T>
Json jsonOf(const T& value) {
  if constexpr (std::is_arithmetic_v<T> || std::same_as<T, std::string>)
    return value;
  else if constexpr (std::is_enum_v<T>)
    return std::string(text(value));
  else if constexpr (std::same_as<T, Date>)
    return isoDate(value);
  else if constexpr (std::same_as<T, Instant>)
    return isoInstant(value);
  else if constexpr (std::same_as<T, Money>)
    return value.pence;
  else
    return value.value;  // an id
}
template <class T>
void fromJson(const Json& json, T& value) {
  if constexpr (std::is_enum_v<T>) {
    const auto known = parse<T>(json.get<std::string>());
    if (!known) throw Unreadable("it holds \"" + json.get<std::string>() + "\", which this program does not know");
    value = *known;
  } else if constexpr (std::is_arithmetic_v<T> || std::same_as<T, std::string>) {
    value = json.get<T>();
  } else {
    value = T{json.get<std::int64_t>()};  // an id
  }
}
template <class T>
Json jsonList(const std::vector<T>& values) {
  Json list = Json::array();
  for (const T& value : values) list.push_back(jsonOf(value));
  return list;
}
inline std::string compact(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

// --- columns: their names, their values in, their values out

class ColumnNames {
 public:
  template <class T>
  void operator()(const char* name, const T& value) {
    if constexpr (Cell<T>) {
      names.push_back(m_prefix + name);
    } else if constexpr (IsOptional<T>::value) {
      names.push_back(m_prefix + name);
      inside(name, typename T::value_type{});
    } else {
      inside(name, value);
    }
  }
  std::vector<std::string> names;

 private:
  template <class T>
  void inside(const char* name, const T& value) {
    const std::string outer = m_prefix;
    m_prefix += std::string(name) + "_";
    columns(value, *this);
    m_prefix = outer;
  }
  std::string m_prefix;
};

class ColumnsIn {
 public:
  explicit ColumnsIn(Query& query) : m_query(query) {}
  template <class T>
  void operator()(const char* name, const T& value) {
    if constexpr (IsVector<T>::value) {
      m_query.put(m_absent ? std::optional<std::string>() : compact(jsonList(value)));
    } else if constexpr (Cell<T>) {
      if (m_absent)
        m_query.put(nullptr);
      else
        m_query.put(value);
    } else if constexpr (IsOptional<T>::value) {
      (*this)(name, value.has_value());
      const bool outer = m_absent;
      m_absent = m_absent || !value;
      columns(value ? *value : typename T::value_type{}, *this);
      m_absent = outer;
    } else {
      columns(value, *this);
    }
  }

 private:
  Query& m_query;
  bool m_absent = false;
};

class ColumnsOut {
 public:
  explicit ColumnsOut(Query& query) : m_query(query) {}
  template <class T>
  void operator()(const char* name, T& value) {
    if constexpr (IsVector<T>::value) {
      value.clear();
      if (m_absent) return m_query.skip();
      const Json list = Json::parse(m_query.take<std::string>(), nullptr, false);
      if (!list.is_array()) throw Unreadable(std::string("the list \"") + name + "\" is none");
      for (const Json& element : list) fromJson(element, value.emplace_back());
    } else if constexpr (Cell<T>) {
      if (m_absent)
        m_query.skip();
      else
        m_query.take(value);
    } else if constexpr (IsOptional<T>::value) {
      bool there = false;
      if (m_absent)
        m_query.skip();
      else
        m_query.take(there);
      typename T::value_type inner{};
      const bool outer = m_absent;
      m_absent = m_absent || !there;
      columns(inner, *this);
      m_absent = outer;
      if (there)
        value = std::move(inner);
      else
        value.reset();
    } else {
      columns(value, *this);
    }
  }

 private:
  Query& m_query;
  bool m_absent = false;
};

/// The columns as one flat JSON object, under their column names.
class ColumnsJson {
 public:
  explicit ColumnsJson(Json& into) : m_into(into) {}
  template <class T>
  void operator()(const char* name, const T& value) {
    if constexpr (IsVector<T>::value) {
      m_into[m_prefix + name] = jsonList(value);
    } else if constexpr (Scalar<T>) {
      m_into[m_prefix + name] = jsonOf(value);
    } else if constexpr (IsOptionalScalar<T>::value) {
      m_into[m_prefix + name] = value ? jsonOf(*value) : Json(nullptr);
    } else if constexpr (IsOptional<T>::value) {
      if (value)
        inside(name, *value);
      else
        m_into[m_prefix + name] = nullptr;
    } else {
      inside(name, value);
    }
  }

 private:
  template <class T>
  void inside(const char* name, const T& value) {
    const std::string outer = m_prefix;
    m_prefix += std::string(name) + "_";
    columns(value, *this);
    m_prefix = outer;
  }
  Json& m_into;
  std::string m_prefix;
};

template <class R>
requires Like<R, Place>
void columns(R& place, auto& v) {
  v("postcode", place.postcode);
  if constexpr (std::is_const_v<R>) {
    v("east", place.point ? std::optional<int>(place.point->east) : std::nullopt);
    v("north", place.point ? std::optional<int>(place.point->north) : std::nullopt);
  } else {
    std::optional<int> east;
    std::optional<int> north;
    v("east", east);
    v("north", north);
    if (east && north)
      place.point = GridPoint{*east, *north};
    else
      place.point.reset();
  }
  v("authority", place.authority);
}

template <class R>
requires Like<R, DateRange>
void columns(R& range, auto& v) {
  v("from", range.from);
  v("to", range.to);
}

template <class R>
requires Like<R, Recorded>
void columns(R& recorded, auto& v) {
  v("recorded_at", recorded.at);
  v("superseded_at", recorded.superseded);
}

template <class T>
const std::vector<std::string>& columnNames() {
  static const std::vector<std::string> names = [] {
    ColumnNames v;
    columns(std::as_const(*std::make_unique<T>()), v);
    return v.names;
  }();
  return names;
}

[[nodiscard]] std::string listed(const std::vector<std::string>& columns);       ///< "a, b, c"
[[nodiscard]] std::string marks(std::size_t count);                              ///< "?, ?, ?"
[[nodiscard]] std::string assignments(const std::vector<std::string>& columns);  ///< "a = ?, b = ?"

// --- lists in tables of their own

template <class L>
std::vector<std::string> elementColumns(const ListTable& table) {
  if constexpr (IsMap<L>::value)
    return {table.element, table.mapped};
  else if constexpr (Scalar<typename L::value_type>)
    return {table.element};
  else
    return columnNames<typename L::value_type>();
}

template <class Owner>
class ListsIn {
 public:
  ListsIn(Connection& connection, const Owner& owner, std::int64_t id, bool replacing)
      : m_connection(connection), m_owner(owner), m_id(id), m_replacing(replacing) {}
  template <class L>
  void operator()(const ListTable& table, L Owner::*list) {
    static const auto names = elementColumns<L>(table);
    const std::string owner = table.owner;
    if (m_replacing) Query(m_connection, "DELETE FROM " + std::string(table.name) + " WHERE " + owner + " = ?").with(m_id).run();
    const std::string insert = "INSERT INTO " + std::string(table.name) + " (" + owner + ", position, " + store::listed(names) +
                               ") VALUES (" + marks(names.size() + 2) + ")";
    std::int64_t position = 0;
    for (const auto& element : m_owner.*list) {
      Query query(m_connection, insert);
      query.with(m_id, position++);
      if constexpr (IsMap<L>::value) {
        query.with(element.first, element.second);
      } else if constexpr (Scalar<typename L::value_type>) {
        query.put(element);
      } else {
        ColumnsIn in(query);
        columns(element, in);
      }
      query.run();
    }
  }

 private:
  Connection& m_connection;
  const Owner& m_owner;
  std::int64_t m_id;
  bool m_replacing;
};

/// Reads a list of many owners in one ordered scan; the owners are sorted by id.
template <class Owner>
class ListsOut {
 public:
  ListsOut(Connection& connection, std::vector<Owner>& owners, const std::string& which, const std::function<void(Query&)>& bind)
      : m_connection(connection), m_owners(owners), m_which(which), m_bind(bind) {}
  template <class L>
  void operator()(const ListTable& table, L Owner::*list) {
    static const auto names = elementColumns<L>(table);
    const std::string owner = table.owner;
    Query query(m_connection,
                "SELECT " + owner + ", " + store::listed(names) + " FROM " + table.name +
                    (m_which.empty() ? "" : " WHERE " + owner + " IN (SELECT id FROM " + Table<Owner>::name + " WHERE " + m_which + ")") +
                    " ORDER BY " + owner + ", position");
    m_bind(query);
    auto at = m_owners.begin();
    while (query.next()) {
      const auto id = query.take<std::int64_t>();
      while (at != m_owners.end() && at->id.value < id) ++at;
      if (at == m_owners.end() || at->id.value != id) continue;
      L& into = (*at).*list;
      if constexpr (IsMap<L>::value) {
        auto key = query.take<typename L::key_type>();
        into.insert_or_assign(std::move(key), query.take<typename L::mapped_type>());
      } else if constexpr (Scalar<typename L::value_type>) {
        query.take(into.emplace_back());
      } else {
        ColumnsOut out(query);
        columns(into.emplace_back(), out);
      }
    }
  }

 private:
  Connection& m_connection;
  std::vector<Owner>& m_owners;
  const std::string& m_which;
  const std::function<void(Query&)>& m_bind;
};

template <class Owner>
class ListsJson {
 public:
  ListsJson(Json& into, const Owner& owner) : m_into(into), m_owner(owner) {}
  template <class L>
  void operator()(const ListTable& table, L Owner::*list) {
    Json elements = Json::array();
    for (const auto& element : m_owner.*list) {
      if constexpr (IsMap<L>::value) {
        elements.push_back(Json::array({jsonOf(element.first), jsonOf(element.second)}));
      } else if constexpr (Scalar<typename L::value_type>) {
        elements.push_back(jsonOf(element));
      } else {
        Json object = Json::object();
        ColumnsJson v(object);
        columns(element, v);
        elements.push_back(std::move(object));
      }
    }
    m_into[table.name] = std::move(elements);
  }

 private:
  Json& m_into;
  const Owner& m_owner;
};

template <class T>
void lists(Of<T>, auto&) {}  // a noun without lists

/// Columns and lists of a noun as one flat JSON object.
template <class T>
Json recordOf(const T& value) {
  Json record = Json::object();
  ColumnsJson v(record);
  columns(value, v);
  ListsJson<T> l(record, value);
  lists(Of<T>{}, l);
  return record;
}

// --- whole aggregates

template <class T>
concept Versioned = requires(T& value) {
  value.version;
};

template <class T>
std::int64_t insertRow(Connection& connection, const T& value) {
  const auto& names = columnNames<T>();
  constexpr bool versioned = Versioned<T>;
  static const std::string sql = std::string("INSERT INTO ") + Table<T>::name + " (" + store::listed(names) +
                                 (versioned ? ", version" : "") + ") VALUES (" + marks(names.size()) + (versioned ? ", 1" : "") +
                                 ") RETURNING id";
  std::int64_t id = 0;
  {
    Query query(connection, sql);
    ColumnsIn in(query);
    columns(value, in);
    query.next();
    query.take(id);
    query.run();
  }
  ListsIn<T> l(connection, value, id, false);
  lists(Of<T>{}, l);
  return id;
}

template <class T>
void updateRow(Connection& connection, const T& value) {
  static const std::string sql = std::string("UPDATE ") + Table<T>::name + " SET " + assignments(columnNames<T>()) +
                                 (Versioned<T> ? ", version = version + 1" : "") + " WHERE id = ?";
  {
    Query query(connection, sql);
    ColumnsIn in(query);
    columns(value, in);
    query.put(value.id);
    query.run();
  }
  ListsIn<T> l(connection, value, value.id.value, true);
  lists(Of<T>{}, l);
}

/// Rows that meet a condition (SQL with ? for each value; empty: all), by id, with their lists.
template <class T, class... Value>
std::vector<T> readRows(Connection& connection, const std::string& condition, const Value&... bound) {
  std::vector<T> values;
  static const std::string select =
      "SELECT id, " + std::string(Versioned<T> ? "version, " : "") + store::listed(columnNames<T>()) + " FROM " + Table<T>::name;
  const std::function<void(Query&)> bind = [&](Query& query) { query.with(bound...); };
  {
    Query query(connection, select + (condition.empty() ? "" : " WHERE " + condition) + " ORDER BY id");
    bind(query);
    while (query.next()) {
      T& value = values.emplace_back();
      query.take(value.id);
      if constexpr (Versioned<T>) query.take(value.version);
      ColumnsOut out(query);
      columns(value, out);
    }
  }
  ListsOut<T> l(connection, values, condition, bind);
  lists(Of<T>{}, l);
  return values;
}

template <class T, class IdType>
std::optional<T> readRow(Connection& connection, IdType id) {
  auto rows = readRows<T>(connection, "id = ?", id);
  if (rows.empty()) return std::nullopt;
  return std::move(rows.front());
}

}  // namespace homeward::store
