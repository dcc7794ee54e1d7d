// The children and sibling groups of a case file, each child with everything that is recorded about it.
#pragma once

#include <string>
#include <vector>

#include "domain/child.h"
#include "store/transaction.h"

namespace homeward::store {

class ChildStore {
 public:
  explicit ChildStore(Connection& connection) : m_connection(&connection) {}

  [[nodiscard]] Result<ChildId> add(Transaction& in, const Child& child);  ///< its id and version are ignored; the stored version is 1
  [[nodiscard]] Result<std::int64_t> save(Transaction& in, const Child& child);  ///< the new version; conflict when it is not the newest
  [[nodiscard]] Result<Child> get(ChildId id) const;                             ///< also from the bin
  [[nodiscard]] Result<std::vector<Child>> all() const;                          ///< by id, without the bin
  [[nodiscard]] Result<std::vector<Child>> inSiblingGroup(SiblingGroupId group) const;  ///< by id, without the bin
  [[nodiscard]] Result<std::vector<ChildId>> keptApartFrom(ChildId child) const;  ///< whose records keep them apart from this child, by id
  [[nodiscard]] Result<std::string> nextNumber() const;                           ///< "C-2208" after "C-2207"; "C-0001" in an empty file

  [[nodiscard]] Result<SiblingGroupId> addSiblingGroup(Transaction& in, const SiblingGroup& group);
  [[nodiscard]] Result<void> saveSiblingGroup(Transaction& in, const SiblingGroup& group);
  [[nodiscard]] Result<SiblingGroup> siblingGroup(SiblingGroupId id) const;
  [[nodiscard]] Result<std::vector<SiblingGroup>> siblingGroups() const;  ///< by id

 private:
  Connection* m_connection;
};

}  // namespace homeward::store
