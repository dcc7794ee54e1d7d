#include "app/whose_case.h"

#include <algorithm>

namespace homeward::app {
namespace {

const Person* personOf(const std::vector<Person>& people, const std::optional<PersonId>& id) {
  if (!id) return nullptr;
  const auto found = std::ranges::find(people, *id, &Person::id);
  return found == people.end() ? nullptr : &*found;
}

bool decides(const std::vector<Person>& people, const std::optional<PersonId>& id) {
  const Person* person = personOf(people, id);
  return person != nullptr && person->active && mayDecide(person->role);
}

}  // namespace

std::optional<PersonId> socialWorkerOf(const Referral& referral, const std::vector<Child>& children, const std::vector<Person>& people) {
  if (decides(people, referral.socialWorker)) return referral.socialWorker;
  for (const bool lookedAfter : {true, false})
    for (std::size_t i = 0; i < children.size(); ++i)
      if (isLookedAfter(referral, children, i) == lookedAfter && decides(people, children[i].socialWorker)) return children[i].socialWorker;
  return std::nullopt;
}

std::optional<TeamId> teamOf(const Child& child, const Referral& referral, const std::vector<Child>& children,
                             const std::vector<Person>& people) {
  if (child.team) return child.team;
  if (referral.team) return referral.team;
  const Person* worker = personOf(people, child.socialWorker);
  if (worker == nullptr || !worker->team) worker = personOf(people, socialWorkerOf(referral, children, people));
  return worker == nullptr ? std::nullopt : worker->team;
}

}  // namespace homeward::app
