#include "app/policies.h"

#include <algorithm>
#include <map>

#include "support/text.h"

namespace homeward::app {
namespace {

Result<PolicyVersion> opened(const store::StoredPolicy& stored, const std::map<PersonId, std::string>& people) {
  auto policy = matching::parsePolicy(stored.json);
  if (!policy)
    return fail(ErrorCode::unreadable, "policy",
                stored.name + " v" + std::to_string(stored.version) + " cannot be read: " + policy.error().detail);
  PolicyVersion version{stored.id, *std::move(policy), stored.note, {}, stored.savedAt, false};
  version.policy.name = stored.name;
  version.policy.version = stored.version;
  if (const auto by = people.find(stored.savedBy); by != people.end()) version.savedBy = by->second;
  return version;
}

Result<std::map<PersonId, std::string>> namesOfPeople(Workspace& workspace) {
  const auto people = workspace.file().people().people();
  if (!people) return failed(people);
  std::map<PersonId, std::string> names;
  for (const Person& person : *people) names[person.id] = person.name;
  return names;
}

}  // namespace

std::string PolicyVersion::label() const { return matching::label(policy); }

Result<std::vector<PolicyVersion>> policyVersions(Workspace& workspace) {
  const auto names = namesOfPeople(workspace);
  if (!names) return failed(names);
  const auto stored = workspace.file().policies().all();
  if (!stored) return failed(stored);
  const auto uses = workspace.file().policies().uses();
  if (!uses) return failed(uses);
  const std::optional<std::int64_t> now = uses->empty() ? std::nullopt : uses->back().policy;
  std::vector<PolicyVersion> versions;
  for (const store::StoredPolicy& one : *stored) {
    auto version = opened(one, *names);
    if (!version) return failed(version);
    version->inUse = now == one.id;
    versions.push_back(*std::move(version));
  }
  std::stable_sort(versions.begin(), versions.end(), [](const PolicyVersion& a, const PolicyVersion& b) { return *a.id > *b.id; });
  versions.push_back({std::nullopt, matching::defaultPolicy(), {}, {}, std::nullopt, !now});
  return versions;
}

Result<PolicyVersion> policyVersion(Workspace& workspace, std::optional<std::int64_t> id) {
  auto versions = policyVersions(workspace);
  if (!versions) return failed(versions);
  for (PolicyVersion& one : *versions)
    if (one.id == id) return std::move(one);
  return fail(ErrorCode::notFound, "policy", "There is no such version of the policy.");
}

Result<PolicyInUse> policyInUse(Workspace& workspace) {
  const auto versions = policyVersions(workspace);
  if (!versions) return failed(versions);
  const auto uses = workspace.file().policies().uses();
  if (!uses) return failed(uses);
  const auto names = namesOfPeople(workspace);
  if (!names) return failed(names);
  PolicyInUse now;
  for (const PolicyVersion& one : *versions)
    if (one.inUse) now.label = one.label();
  if (uses->empty()) return now;
  now.since = uses->back().since;
  if (uses->back().by)
    if (const auto by = names->find(*uses->back().by); by != names->end()) now.by = by->second;
  return now;
}

Result<PolicyVersion> savePolicy(Workspace& workspace, matching::Policy policy, const std::string& note) {
  policy.name = std::string(collapsed(policy.name));
  const std::string why(trimmed(note));
  if (policy.name.empty()) return fail(ErrorCode::invalid, "name", "Give the policy a name, for example that of your council.");
  if (policy.name == matching::defaultPolicy().name)
    return fail(ErrorCode::invalid, "name", "This is the name of the default that comes with the program. Give yours another.");
  if (why.empty()) return fail(ErrorCode::invalid, "note", "Say why these weights and anchors, for whoever reads them in a year.");
  const auto stored = workspace.file().policies().all();
  if (!stored) return failed(stored);
  policy.version = 1;
  for (const store::StoredPolicy& one : *stored) {
    if (one.name != policy.name) continue;
    policy.version = std::max(policy.version, one.version + 1);
    if (one.version + 1 != policy.version) continue;
    auto latest = matching::parsePolicy(one.json);
    if (!latest) continue;
    latest->name = policy.name;
    latest->version = policy.version;
    if (*latest == policy)
      return fail(ErrorCode::refused, "policy",
                  policy.name + " v" + std::to_string(one.version) + " says the same already. Change something before you save it.");
  }
  const std::string json = matching::policyJson(policy);
  if (const auto sound = matching::parsePolicy(json); !sound) return failed(sound);
  const auto id = workspace.change([&](store::Transaction& in) -> Result<std::int64_t> {
    const auto added = workspace.file().policies().add(in, policy.name, json, why);
    if (!added) return failed(added);
    return added->id;
  });
  if (!id) return failed(id);
  return policyVersion(workspace, *id);
}

bool maySetPolicy(Role role) { return role == Role::manager || role == Role::teamManager || role == Role::director; }

Result<void> usePolicy(Workspace& workspace, std::optional<std::int64_t> id) {
  if (!maySetPolicy(workspace.user().role))
    return fail(ErrorCode::refused, "person",
                "Which policy counts is for a manager, a team manager or the director to say. Choose one of them under Work as.");
  const auto wanted = policyVersion(workspace, id);
  if (!wanted) return failed(wanted);
  if (wanted->inUse) return fail(ErrorCode::refused, "policy", wanted->label() + " is in use already.");
  return workspace.change([&](store::Transaction& in) { return workspace.file().policies().use(in, id); });
}

std::vector<PolicyDifference> differences(const matching::Policy& before, const matching::Policy& after) {
  std::vector<PolicyDifference> all;
  const auto in = [](const matching::Policy& policy, const std::string& key) -> const matching::PolicyCriterion* {
    for (const matching::PolicyCriterion& one : policy.criteria)
      if (one.key == key) return &one;
    return nullptr;
  };
  for (const matching::PolicyCriterion& was : before.criteria) {
    const matching::PolicyCriterion* is = in(after, was.key);
    const int now = is == nullptr ? 0 : is->weight;
    const bool anchors = is != nullptr && is->anchors != was.anchors;
    if (now != was.weight || anchors) all.push_back({was.key, was.weight, now, anchors});
  }
  for (const matching::PolicyCriterion& is : after.criteria)
    if (in(before, is.key) == nullptr && is.weight != 0) all.push_back({is.key, 0, is.weight, false});
  if (before.similarityPenalty != after.similarityPenalty)
    all.push_back({"similarityPenalty", before.similarityPenalty, after.similarityPenalty, false});
  return all;
}

}  // namespace homeward::app
