// A question of a choice to which nobody has the answer yet: about which offer and which child it is, and where its answer is entered.
#pragma once

#include <QString>

#include "app/rank_referral.h"

namespace homeward::ui {

struct OpenQuestion {
  OfferId offer;
  SettingId setting;
  ProviderId provider;
  ChildId child;
  std::string criterion;  ///< "need:<child>:<domain>" for needs, else the policy's key
  Fact question;          ///< empty where everything is known
};

/// What a criterion of an option asks, about the first child for whom it is not known. Options whose offers no longer stand have none.
[[nodiscard]] Result<OpenQuestion> openQuestion(app::Workspace& workspace, ReferralId referral, OptionId option, std::size_t criterion);

/// What is said of an option that is asked for and is no more.
[[nodiscard]] QString optionGone();

/// Where the answer belongs: with what the provider offers, with what is on record about the home, or with what we ourselves say.
enum class AnswerPlace { offer, setting, referral };
[[nodiscard]] AnswerPlace answeredIn(const Fact& question);
/// Of what a criterion leaves open the question about the first child for whom it does.
[[nodiscard]] const Fact& openIn(const matching::CriterionAnswer& criterion);

/// The need that a criterion is about; none for all other criteria.
[[nodiscard]] std::optional<NeedDomain> needAsked(const OpenQuestion& question);
/// The feature of identity, wish or exclusion that the question is about; none for all other questions.
[[nodiscard]] std::optional<FeatureCode> featureAsked(const OpenQuestion& question, const Child& child);
/// What these children's wishes, identity and medical exclusions ask of a home, each once.
[[nodiscard]] std::vector<FeatureCode> featuresAsked(const std::vector<Child>& children);

}  // namespace homeward::ui
