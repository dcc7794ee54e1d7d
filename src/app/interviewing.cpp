#include "app/interviewing.h"

#include <algorithm>
#include <set>

#include "support/text.h"
#include "wording/wording.h"

namespace homeward::app {
namespace {

Result<void> complete(const Interview& interview, const Offer& offer, Instant now) {
  if (trimmed(interview.with).empty()) return fail(ErrorCode::invalid, "with", "Say with whom you spoke.");
  if (interview.at > now) return fail(ErrorCode::invalid, "at", "The interview lies in the future. Enter the day on which it was held.");
  if (interview.heard.empty()) return fail(ErrorCode::invalid, "heard", "Judge at least one need by what was heard.");
  std::set<std::pair<ChildId, NeedDomain>> once;
  for (std::size_t i = 0; i < interview.heard.size(); ++i) {
    const Heard& heard = interview.heard[i];
    const std::string field = "heard." + std::to_string(i);
    if (std::ranges::find(offer.children, heard.child) == offer.children.end())
      return fail(ErrorCode::invalid, field, "The offer is not for that child.");
    if (heard.level < 0 || heard.level > highestLevel) return fail(ErrorCode::invalid, field, "Judge the need from 0 to 5.");
    if (trimmed(heard.words).empty()) return fail(ErrorCode::invalid, field, "Say what was heard: a level without words shows nothing.");
    if (!once.emplace(heard.child, heard.domain).second) return fail(ErrorCode::invalid, field, "Keep one judgement for each need.");
  }
  return {};
}

}  // namespace

Result<void> recordInterview(Workspace& workspace, OfferId id, std::int64_t version, const Interview& interview) {
  auto& file = workspace.file();
  auto offer = file.offers().offer(id);
  if (!offer) return failed(offer);
  offer->version = version;
  if (const auto whole = complete(interview, *offer, workspace.now()); !whole) return failed(whole);
  for (const Heard& heard : interview.heard) {
    InterviewNote note{interview.at, workspace.user().id, std::string(trimmed(interview.with)), heard.child,
                       heard.domain, heard.level,         std::string(trimmed(heard.words))};
    NeedAnswer verified{heard.child, heard.domain, heard.level, Basis::verified,
                        wording::sentence({"interview.evidence", {englandDay(interview.at), note.words}})};
    const auto answer =
        std::ranges::find_if(offer->needs, [&](const NeedAnswer& one) { return one.child == heard.child && one.domain == heard.domain; });
    if (answer == offer->needs.end()) {
      offer->needs.push_back(std::move(verified));
    } else {
      // What they said themselves stays beside what was heard.
      if (answer->basis == Basis::claimed) {
        const auto level = static_cast<std::int64_t>(answer->level);
        note.words += " " + (answer->evidence.empty() ? wording::sentence({"interview.theirs", {level}})
                                                      : wording::sentence({"interview.theirs.how", {level, answer->evidence}}));
      }
      // Outcomes that have shown the same count for more than what was heard.
      if (answer->basis == Basis::evidenced && answer->level == heard.level) verified.basis = Basis::evidenced;
      *answer = std::move(verified);
    }
    offer->interviews.push_back(std::move(note));
  }
  if (const auto findings = check(*offer, workspace.today()); !findings.empty())
    return fail(ErrorCode::invalid, findings.front().field, findings.front().message);
  const auto saved = workspace.change([&](store::Transaction& in) { return file.offers().saveOffer(in, *offer); });
  if (!saved) return failed(saved);
  return {};
}

}  // namespace homeward::app
