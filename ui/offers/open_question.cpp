#include "offers/open_question.h"

#include <QObject>
#include <algorithm>
#include <array>

#include "matching/asked.h"
#include "shared/format.h"

namespace homeward::ui {
namespace {

/// Answered by what is on record about the home, not by the terms of one offer.
constexpr std::array<std::string_view, 6> aboutTheHome{"ask.postcode", "ask.authority",  "ask.inspection",
                                                       "ask.proof",    "ask.howFarFrom", "ask.inspectedSince"};
/// Answered by our own records.
constexpr std::array<std::string_view, 5> aboutUs{"ask.homePostcode", "ask.contactPostcode", "ask.schoolPostcode", "ask.siblings",
                                                  "ask.adjoins"};

template <std::size_t n>
bool isOneOf(const std::array<std::string_view, n>& keys, const std::string& key) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

std::vector<FeatureCode> featuresOf(const Child& child) {
  std::vector<FeatureCode> features = child.identity;
  for (const Wish& wish : child.wishes)
    if (!wish.feature.empty() && (wish.kind == WishKind::feature || wish.kind == WishKind::noFeature)) features.push_back(wish.feature);
  features.insert(features.end(), child.medicalExclusions.begin(), child.medicalExclusions.end());
  return features;
}

}  // namespace

Result<OpenQuestion> openQuestion(app::Workspace& workspace, ReferralId referral, OptionId option, std::size_t criterion) {
  const auto ranked = app::rankOffers(workspace, referral);
  if (!ranked) return failed(ranked);
  const matching::Assessment& assessment = (*ranked)->assessment();
  for (std::size_t c = 0; c < assessment.problem().candidates.size(); ++c) {
    if ((*ranked)->name(c).option != option) continue;
    const auto criteria = assessment.explain(c).criteria;
    if (criterion >= criteria.size()) break;
    const matching::CriterionAnswer& answer = criteria[criterion];
    const auto open = std::find_if(answer.children.begin(), answer.children.end(),
                                   [](const matching::ChildAnswer& one) { return !one.question.empty(); });
    const auto& children = assessment.request().children;
    std::size_t at = 0;
    OpenQuestion asked;
    asked.criterion = answer.key;
    asked.question = answer.question;
    const ChildId about = open != answer.children.end() ? open->child : answer.children.empty() ? ChildId{} : answer.children.front().child;
    if (open != answer.children.end()) asked.question = open->question;
    for (std::size_t i = 0; i < children.size(); ++i)
      if (children[i].id == about) at = i;
    asked.child = children[at].id;
    const matching::Assignment there = assessment.facts(c).perChild[at];
    if (there.offer == nullptr || there.setting == nullptr) break;
    asked.offer = there.offer->id;
    asked.setting = there.setting->id;
    asked.provider = there.setting->provider;
    return asked;
  }
  return fail(ErrorCode::notFound, "option", utf8(optionGone()));
}

QString optionGone() { return QObject::tr("This option no longer stands. Open the choice again."); }

AnswerPlace answeredIn(const Fact& question) {
  if (isOneOf(aboutTheHome, question.key)) return AnswerPlace::setting;
  return isOneOf(aboutUs, question.key) ? AnswerPlace::referral : AnswerPlace::offer;
}

const Fact& openIn(const matching::CriterionAnswer& criterion) {
  for (const matching::ChildAnswer& one : criterion.children)
    if (!one.question.empty()) return one.question;
  return criterion.question;
}

std::optional<NeedDomain> needAsked(const OpenQuestion& question) {
  if (!question.criterion.starts_with("need:")) return std::nullopt;
  return parse<NeedDomain>(std::string_view(question.criterion).substr(question.criterion.rfind(':') + 1));
}

std::optional<FeatureCode> featureAsked(const OpenQuestion& question, const Child& child) {
  for (const FeatureCode& feature : featuresOf(child))
    if (matching::featureQuestion(feature) == question.question) return feature;
  return std::nullopt;
}

std::vector<FeatureCode> featuresAsked(const std::vector<Child>& children) {
  std::vector<FeatureCode> asked;
  for (const Child& child : children)
    for (const FeatureCode& feature : featuresOf(child))
      if (std::find(asked.begin(), asked.end(), feature) == asked.end()) asked.push_back(feature);
  return asked;
}

}  // namespace homeward::ui
