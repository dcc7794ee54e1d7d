// The authority, its teams and its people in the case file. Nobody is deleted: a person who left is saved as not active.
#pragma once

#include <vector>

#include "domain/people.h"
#include "store/transaction.h"

namespace homeward::store {

class PeopleStore {
 public:
  explicit PeopleStore(Connection& connection) : m_connection(&connection) {}

  [[nodiscard]] Result<AuthorityId> addAuthority(Transaction& in, const Authority& authority);
  [[nodiscard]] Result<void> saveAuthority(Transaction& in, const Authority& authority);
  [[nodiscard]] Result<std::vector<Authority>> authorities() const;  ///< by name
  [[nodiscard]] Result<Authority> responsibleAuthority() const;      ///< the council whose case file this is

  [[nodiscard]] Result<TeamId> addTeam(Transaction& in, const Team& team);
  [[nodiscard]] Result<void> saveTeam(Transaction& in, const Team& team);
  [[nodiscard]] Result<std::vector<Team>> teams() const;  ///< by name

  [[nodiscard]] Result<PersonId> addPerson(Transaction& in, const Person& person);
  [[nodiscard]] Result<std::int64_t> savePerson(Transaction& in,
                                                const Person& person);  ///< the new version; conflict when it is not the newest
  [[nodiscard]] Result<Person> person(PersonId id) const;
  [[nodiscard]] Result<std::vector<Person>> people() const;  ///< by id

 private:
  Connection* m_connection;
};

}  // namespace homeward::store
