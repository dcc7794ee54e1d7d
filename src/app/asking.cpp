#include "app/asking.h"

#include <algorithm>
#include <set>

#include "app/referral_stage.h"
#include "support/text.h"

namespace homeward::app {

Result<std::vector<ApproachId>> askProviders(Workspace& workspace, ReferralId referral, const std::vector<Ask>& whom, Instant answerDue) {
  if (whom.empty()) return fail(ErrorCode::invalid, "whom", "Choose at least one provider to ask.");
  if (answerDue <= workspace.now())
    return fail(ErrorCode::invalid, "answerDue", "The time for answers lies in the past. Choose a later one.");
  auto& file = workspace.file();
  const auto known = file.offers().approaches(referral);
  if (!known) return failed(known);
  const auto market = workspace.market();
  if (!market) return failed(market);
  return workspace.change([&](store::Transaction& in) -> Result<std::vector<ApproachId>> {
    std::vector<ApproachId> asked;
    bool sector = false;
    std::set<std::pair<ProviderId, std::optional<SettingId>>> once;
    for (const Ask& ask : whom) {
      if (!once.emplace(ask.provider, ask.setting).second) continue;
      const bool already = std::any_of(known->begin(), known->end(), [&](const Approach& approach) {
        return approach.provider == ask.provider && approach.setting == ask.setting && approach.state == ApproachState::asked;
      });
      if (already) continue;
      const Provider* provider = (*market)->provider(ask.provider);
      sector = sector || (provider != nullptr && provider->sector != Sector::inHouse);
      Approach approach;
      approach.referral = referral;
      approach.provider = ask.provider;
      approach.setting = ask.setting;
      approach.askedAt = workspace.now();
      approach.askedBy = workspace.user().id;
      approach.answerDue = answerDue;
      const auto id = file.offers().addApproach(in, approach);
      if (!id) return failed(id);
      asked.push_back(*id);
    }
    if (const auto moved = moveOn(workspace, in, referral, sector ? homeward::Stage::sectorAsked : homeward::Stage::inHouseAsked); !moved)
      return failed(moved);
    return asked;
  });
}

Result<void> logContact(Workspace& workspace, ApproachId id, CallOutcome outcome, const std::string& note,
                        std::optional<DeclineReason> declined) {
  if (outcome == CallOutcome::saidNo && !declined)
    return fail(ErrorCode::invalid, "declined", "Choose why they said no: it is counted, and it helps the next search.");
  auto& file = workspace.file();
  auto approach = file.offers().approach(id);
  if (!approach) return failed(approach);
  approach->log.push_back({workspace.now(), workspace.user().id, outcome, note});
  if (outcome == CallOutcome::saidNo) {
    approach->state = ApproachState::declined;
    approach->declined = declined;
  } else if (outcome == CallOutcome::saidYes) {
    approach->state = ApproachState::answered;
    approach->declined.reset();
  }
  const auto saved = workspace.change([&](store::Transaction& in) { return file.offers().saveApproach(in, *approach); });
  if (!saved) return failed(saved);
  return {};
}

Result<void> takeBackContact(Workspace& workspace, ApproachId id, std::size_t at) {
  auto& file = workspace.file();
  auto approach = file.offers().approach(id);
  if (!approach) return failed(approach);
  if (at >= approach->log.size()) return fail(ErrorCode::notFound, "log", "This call is no longer in the log. Open it again.");
  const CallOutcome taken = approach->log[at].outcome;
  approach->log.erase(approach->log.begin() + static_cast<std::ptrdiff_t>(at));
  const bool byThisCall = (taken == CallOutcome::saidYes && approach->state == ApproachState::answered) ||
                          (taken == CallOutcome::saidNo && approach->state == ApproachState::declined);
  if (byThisCall) {
    const auto offers = file.offers().offers(approach->referral);
    if (!offers) return failed(offers);
    const bool offered = std::any_of(offers->begin(), offers->end(), [&](const Offer& offer) { return offer.approach == id; });
    // A yes that is left still stands; of a no that is left nobody knows the reason any more.
    const bool yes = std::any_of(approach->log.begin(), approach->log.end(),
                                 [](const ContactEntry& entry) { return entry.outcome == CallOutcome::saidYes; });
    approach->state = offered || yes ? ApproachState::answered : ApproachState::asked;
    approach->declined.reset();
  }
  const auto saved = workspace.change([&](store::Transaction& in) { return file.offers().saveApproach(in, *approach); });
  if (!saved) return failed(saved);
  return {};
}

Result<void> answerQuestion(Workspace& workspace, ApproachId id, std::int64_t version, std::size_t at, const std::string& answer) {
  if (trimmed(answer).empty()) return fail(ErrorCode::invalid, "answer", "Write the answer.");
  auto& file = workspace.file();
  auto approach = file.offers().approach(id);
  if (!approach) return failed(approach);
  // Places in a log that somebody changed would be those of other calls: the answer is refused as a whole.
  if (approach->version == version) {
    if (at >= approach->log.size()) return fail(ErrorCode::notFound, "log", "This call is no longer in the log. Open it again.");
    ContactEntry& entry = approach->log[at];
    if (entry.outcome != CallOutcome::question && entry.outcome != CallOutcome::weAsked)
      return fail(ErrorCode::refused, "log", "Only a question can be answered.");
    if (entry.answeredAt)
      return fail(ErrorCode::refused, "answer",
                  "This question was answered on " + longDate(englandDay(*entry.answeredAt)) + " at " + clockTime(*entry.answeredAt) +
                      ". If that is wrong, take the call back and log it again.");
    entry.answer = std::string(trimmed(answer));
    entry.answeredAt = workspace.now();
  }
  approach->version = version;
  const auto saved = workspace.change([&](store::Transaction& in) { return file.offers().saveApproach(in, *approach); });
  if (!saved) return failed(saved);
  return {};
}

int openQuestions(const Approach& approach) { return static_cast<int>(std::ranges::count_if(approach.log, &ContactEntry::open)); }

Result<void> changeApproach(Workspace& workspace, const Approach& changed) {
  if (changed.state == ApproachState::declined && !changed.declined)
    return fail(ErrorCode::invalid, "declined", "Choose why they said no: it is counted, and it helps the next search.");
  auto& file = workspace.file();
  auto approach = file.offers().approach(changed.id);
  if (!approach) return failed(approach);
  if (changed.answerDue && *changed.answerDue < approach->askedAt)
    return fail(ErrorCode::invalid, "answerDue", "The answer would be due before they were asked. Choose a later time.");
  approach->version = changed.version;
  approach->answerDue = changed.answerDue;
  approach->state = changed.state;
  approach->declined = changed.state == ApproachState::declined ? changed.declined : std::nullopt;
  const auto saved = workspace.change([&](store::Transaction& in) { return file.offers().saveApproach(in, *approach); });
  if (!saved) return failed(saved);
  return {};
}

Result<void> closeApproaches(Workspace& workspace, store::Transaction& in, ReferralId referral) {
  const auto approaches = workspace.file().offers().approaches(referral);
  if (!approaches) return failed(approaches);
  for (Approach approach : *approaches) {
    if (approach.state != ApproachState::asked) continue;
    approach.state = ApproachState::withdrawn;
    if (const auto saved = workspace.file().offers().saveApproach(in, approach); !saved) return failed(saved);
  }
  return {};
}

Result<std::vector<ApproachLine>> approachLines(Workspace& workspace, ReferralId referral) {
  const auto approaches = workspace.file().offers().approaches(referral);
  if (!approaches) return failed(approaches);
  const auto market = workspace.market();
  if (!market) return failed(market);
  std::vector<ApproachLine> lines;
  for (const Approach& approach : *approaches) {
    ApproachLine line{approach, {}, {}, {}, {}, false};
    if (const Provider* provider = (*market)->provider(approach.provider)) {
      line.provider = provider->name;
      line.telephone = provider->telephone;
      line.outOfHours = provider->outOfHoursTelephone;
    }
    const Setting* setting = approach.setting ? (*market)->setting(*approach.setting) : nullptr;
    if (setting != nullptr) {
      line.setting = setting->name;
      if (!setting->telephone.empty()) line.telephone = setting->telephone;
    }
    line.overdue = approach.state == ApproachState::asked && approach.answerDue && *approach.answerDue < workspace.now();
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace homeward::app
