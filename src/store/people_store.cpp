#include "store/people_store.h"

#include <algorithm>

#include "store/write.h"

namespace homeward::store {

template <>
struct Table<Authority> {
  static constexpr const char* name = "authority";
  static constexpr Entity entity = Entity::authority;
};
template <class R>
requires Like<R, Authority>
void columns(R& authority, auto& v) {
  v("code", authority.code);
  v("name", authority.name);
  v("responsible", authority.responsible);
}

template <>
struct Table<Team> {
  static constexpr const char* name = "team";
  static constexpr Entity entity = Entity::team;
};
template <class R>
requires Like<R, Team>
void columns(R& team, auto& v) { v("name", team.name); }

template <>
struct Table<Person> {
  static constexpr const char* name = "person";
  static constexpr Entity entity = Entity::person;
};
template <class R>
requires Like<R, Person>
void columns(R& person, auto& v) {
  v("name", person.name);
  v("role", person.role);
  v("team_id", person.team);
  v("agrees_up_to", person.agreesUpTo);
  v("telephone", person.telephone);
  v("email", person.email);
  v("active", person.active);
}

namespace {

template <class T>
Result<std::vector<T>> byName(Result<std::vector<T>> rows) {
  if (rows) std::stable_sort(rows->begin(), rows->end(), [](const T& a, const T& b) { return a.name < b.name; });
  return rows;
}

}  // namespace

Result<AuthorityId> PeopleStore::addAuthority(Transaction& in, const Authority& authority) { return addRow(in, authority); }
Result<void> PeopleStore::saveAuthority(Transaction& in, const Authority& authority) { return saveUnversioned(in, authority); }
Result<std::vector<Authority>> PeopleStore::authorities() const { return byName(listRows<Authority>(*m_connection, "")); }

Result<Authority> PeopleStore::responsibleAuthority() const {
  return listRows<Authority>(*m_connection, "responsible = 1").and_then([](const std::vector<Authority>& found) -> Result<Authority> {
    if (found.empty()) return fail(ErrorCode::notFound, "authority", "The case file does not say which council it belongs to.");
    return found.front();
  });
}

Result<TeamId> PeopleStore::addTeam(Transaction& in, const Team& team) { return addRow(in, team); }
Result<void> PeopleStore::saveTeam(Transaction& in, const Team& team) { return saveUnversioned(in, team); }
Result<std::vector<Team>> PeopleStore::teams() const { return byName(listRows<Team>(*m_connection, "")); }

Result<PersonId> PeopleStore::addPerson(Transaction& in, const Person& person) { return addRow(in, person); }
Result<std::int64_t> PeopleStore::savePerson(Transaction& in, const Person& person) { return saveRow(in, person); }
Result<Person> PeopleStore::person(PersonId id) const { return getRow<Person>(*m_connection, id); }
Result<std::vector<Person>> PeopleStore::people() const { return listRows<Person>(*m_connection, ""); }

}  // namespace homeward::store
