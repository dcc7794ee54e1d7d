#include "matching/policy.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

namespace homeward::embedded {
std::string_view defaultPolicy();
}

namespace homeward::matching {
namespace {

using Json = nlohmann::json;

constexpr std::size_t longestPolicy = 262'144;
constexpr std::size_t deepestPolicy = 8;

struct Known {
  std::string_view key;
  std::string_view group;
  bool anchored;
};
constexpr std::array<Known, 14> knownCriteria{{{"needs", "needs", true},
                                               {"distanceHome", "peopleAndPlace", true},
                                               {"education", "peopleAndPlace", true},
                                               {"contact", "peopleAndPlace", true},
                                               {"siblings", "peopleAndPlace", false},
                                               {"connectedPerson", "peopleAndPlace", false},
                                               {"area", "peopleAndPlace", false},
                                               {"identity", "identityAndWishes", false},
                                               {"wishes", "identityAndWishes", false},
                                               {"inspection", "quality", false},
                                               {"proof", "quality", false},
                                               {"startDate", "practical", true},
                                               {"length", "practical", false},
                                               {"bedroom", "practical", false}}};

/// Looks at a document before it becomes a value: one that is too deep, says a name twice, or hides a NUL is refused, because the
/// library would crash on the first, keep the last of the second and cut at the third somewhere further on.
class Guard final : public nlohmann::json_sax<Json> {
 public:
  [[nodiscard]] const std::string& complaint() const { return m_complaint; }

  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t value, const string_t&) override { return std::isfinite(value) || refuse("a number is out of range"); }
  bool string(string_t& value) override { return value.find('\0') == std::string::npos || refuse("a text contains a NUL"); }
  bool binary(binary_t&) override { return refuse("there is binary data in it"); }
  bool start_object(std::size_t) override {
    m_names.emplace_back();
    return m_names.size() <= deepestPolicy || refuse("it is nested too deeply");
  }
  bool key(string_t& name) override {
    if (name.find('\0') != std::string::npos) return refuse("a name contains a NUL");
    return m_names.back().insert(name).second || refuse("\"" + name + "\" is given twice");
  }
  bool end_object() override {
    m_names.pop_back();
    return true;
  }
  bool start_array(std::size_t) override {
    m_names.emplace_back();
    return m_names.size() <= deepestPolicy || refuse("it is nested too deeply");
  }
  bool end_array() override {
    m_names.pop_back();
    return true;
  }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
    return refuse("it is not JSON (at byte " + std::to_string(position) + ")");
  }

 private:
  bool refuse(std::string why) {
    m_complaint = std::move(why);
    return false;
  }
  std::vector<std::set<std::string>> m_names;
  std::string m_complaint;
};

tl::unexpected<Error> refused(std::string subject, std::string why) { return fail(ErrorCode::invalid, std::move(subject), std::move(why)); }

std::optional<int> wholeBetween(const Json& object, const char* name, int least, int most) {
  const auto found = object.find(name);
  if (found == object.end() || !found->is_number_integer()) return std::nullopt;
  if (found->is_number_unsigned() && found->get<std::uint64_t>() > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
    return std::nullopt;
  const auto value = found->get<std::int64_t>();
  if (value < least || value > most) return std::nullopt;
  return static_cast<int>(value);
}

std::string textOf(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

Result<Anchors> parseAnchors(const Json& corners, const std::string& key) {
  Anchors anchors;
  if (!corners.is_array() || corners.empty())
    return refused(key, "Give the anchors as a list of pairs, for example [[0, 1000], [5, 900]].");
  for (const Json& corner : corners) {
    if (!corner.is_array() || corner.size() != 2 || !corner[0].is_number() || !corner[1].is_number_integer())
      return refused(key, "Each anchor is a pair: the fact, and its value as a whole number.");
    const double x = corner[0].get<double>();
    const double value = corner[1].get<double>();
    if (!(value >= 0 && value <= 1000)) return refused(key, "A value of an anchor lies between 0 and 1000.");
    if (!anchors.corners.empty() && !(x > anchors.corners.back().x)) return refused(key, "The anchors must ascend, each fact once.");
    anchors.corners.push_back({x, static_cast<int>(value)});
  }
  return anchors;
}

Result<PolicyCriterion> parseCriterion(const Json& object) {
  if (!object.is_object()) return refused("criteria", "Each criterion is an object with a key, a group and a weight.");
  PolicyCriterion criterion;
  criterion.key = textOf(object, "key");
  const auto* known = std::find_if(knownCriteria.begin(), knownCriteria.end(), [&](const Known& one) { return one.key == criterion.key; });
  if (known == knownCriteria.end()) return refused("criteria", "There is no criterion called \"" + criterion.key + "\".");
  criterion.group = textOf(object, "group");
  if (criterion.group != known->group) return refused(criterion.key, "Its group is \"" + std::string(known->group) + "\".");
  const auto weight = wholeBetween(object, "weight", 0, 1000);
  if (!weight) return refused(criterion.key, "Its weight is a whole number from 0 to 1000.");
  criterion.weight = *weight;
  const auto corners = object.find("anchors");
  if (known->anchored != (corners != object.end()))
    return refused(criterion.key, known->anchored ? "It needs anchors." : "It has fixed values and takes no anchors.");
  if (known->anchored) {
    auto anchors = parseAnchors(*corners, criterion.key);
    if (!anchors) return tl::unexpected<Error>(anchors.error());
    criterion.anchors = std::move(*anchors);
  }
  return criterion;
}

Result<Policy> readPolicy(const Json& document) {
  if (!document.is_object()) return refused("policy", "A policy is an object with a name, a version and its criteria.");
  Policy policy;
  policy.name = textOf(document, "name");
  if (policy.name.empty()) return refused("name", "Give the policy a name.");
  const auto version = wholeBetween(document, "version", 1, 1'000'000);
  if (!version) return refused("version", "The version is a whole number from 1.");
  policy.version = *version;
  const auto penalty = wholeBetween(document, "similarityPenalty", 0, 1000);
  if (!penalty) return refused("similarityPenalty", "It is a whole number of thousandths from 0 to 1000.");
  policy.similarityPenalty = *penalty;
  const auto criteria = document.find("criteria");
  if (criteria == document.end() || !criteria->is_array()) return refused("criteria", "List the criteria.");
  int sum = 0;
  for (const Json& object : *criteria) {
    auto criterion = parseCriterion(object);
    if (!criterion) return tl::unexpected<Error>(criterion.error());
    if (std::any_of(policy.criteria.begin(), policy.criteria.end(), [&](const PolicyCriterion& one) { return one.key == criterion->key; }))
      return refused(criterion->key, "It stands in the policy twice.");
    sum += criterion->weight;
    policy.criteria.push_back(std::move(*criterion));
  }
  if (sum != 1000) return refused("criteria", "The weights add up to " + std::to_string(sum) + ", not to 1000.");
  return policy;
}

}  // namespace

int Anchors::at(double x) const {
  if (corners.empty()) return 0;
  if (x <= corners.front().x) return corners.front().value;
  if (x >= corners.back().x) return corners.back().value;
  const auto right = std::upper_bound(corners.begin(), corners.end(), x, [](double at, const Corner& corner) { return at < corner.x; });
  const auto left = std::prev(right);
  const double share = (x - left->x) / (right->x - left->x);
  return static_cast<int>(std::floor(left->value + share * (right->value - left->value) + 0.5));
}

Result<Policy> parsePolicy(std::string_view json) {
  if (json.size() > longestPolicy) return fail(ErrorCode::tooLarge, "policy", "A policy is at most 256 KB of text.");
  Guard guard;
  if (!Json::sax_parse(json.begin(), json.end(), &guard))
    return fail(ErrorCode::unreadable, "policy", "The policy cannot be read: " + guard.complaint() + ".");
  // The guard has read it all: nothing can be thrown for its form now, but a number may still not fit.
  try {
    return readPolicy(Json::parse(json.begin(), json.end()));
  } catch (const Json::exception&) {
    return fail(ErrorCode::unreadable, "policy", "The policy cannot be read.");
  }
}

std::string policyJson(const Policy& policy) {
  nlohmann::ordered_json document;
  document["name"] = policy.name;
  document["version"] = policy.version;
  document["similarityPenalty"] = policy.similarityPenalty;
  document["criteria"] = nlohmann::ordered_json::array();
  for (const PolicyCriterion& criterion : policy.criteria) {
    nlohmann::ordered_json object;
    object["key"] = criterion.key;
    object["group"] = criterion.group;
    object["weight"] = criterion.weight;
    if (!criterion.anchors.corners.empty()) {
      object["anchors"] = nlohmann::ordered_json::array();
      for (const Anchors::Corner& corner : criterion.anchors.corners) object["anchors"].push_back({corner.x, corner.value});
    }
    document["criteria"].push_back(std::move(object));
  }
  return document.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

std::string label(const Policy& policy) { return policy.name + " v" + std::to_string(policy.version); }

const Policy& defaultPolicy() {
  static const Policy policy = parsePolicy(embedded::defaultPolicy()).value();
  return policy;
}

}  // namespace homeward::matching
