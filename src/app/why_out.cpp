#include "app/why_out.h"

#include <algorithm>
#include <cctype>

#include "support/text.h"
#include "wording/wording.h"

namespace homeward::app {
namespace {

/// As the second half of a sentence has it.
std::string continued(std::string words) {
  if (!words.empty()) words[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(words[0])));
  return words;
}

std::string gateName(const std::string& key) {
  constexpr std::string_view need = "essential.need.";
  constexpr std::string_view exclusion = "essential.exclusion.";
  if (key.starts_with(need)) return wording::label("need", std::string_view(key).substr(need.size()));
  if (key.starts_with(exclusion)) return wording::sentence({"whyOut.without", {Word{"feature." + key.substr(exclusion.size())}}});
  return wording::word("gateName", key);
}

std::string pointsWords(const matching::Ranked& row) {
  const std::int64_t low = matching::shownScore(row.known);
  const std::int64_t high = matching::shownScore(row.possible);
  return low == high ? wording::sentence({"whyOut.points", {low}}) : wording::sentence({"whyOut.pointsBetween", {low, high}});
}

}  // namespace

std::string bringsBackWords(const matching::GateAnswer& gate) {
  if (gate.bringsBack.empty()) return {};
  std::string words = wording::sentence(gate.bringsBack);
  if (!gate.sooner.empty()) words += " " + wording::sentence({"back.or", {continued(wording::sentence(gate.sooner))}});
  return words;
}

std::string comesBackWords(const matching::ComesBack& comesBack) {
  if (comesBack.failed < 2) return {};
  std::vector<std::string> with;
  for (const Fact& fact : comesBack.with)
    if (!wording::pattern(fact.key).empty()) {
      std::string words = continued(wording::sentence(fact));
      if (std::find(with.begin(), with.end(), words) == with.end()) with.push_back(std::move(words));
    }
  if (comesBack.from && with.empty()) return wording::sentence({"comesBack.from", {*comesBack.from}});
  if (comesBack.from) return wording::sentence({"comesBack.fromWith", {*comesBack.from, listed(with)}});
  return with.empty() ? std::string{} : wording::sentence({"comesBack.with", {listed(with)}});
}

std::string letInWords(const matching::LetIn& letIn) {
  const std::int64_t all = std::ssize(letIn.candidates);
  std::string words = wording::sentence(
      {"whyOut.letsIn", {wording::sentence(letIn.words), all, std::int64_t{letIn.eligible}, std::int64_t{letIn.toConfirm}}});
  if (letIn.lost > 0) words += " " + wording::sentence({"whyOut.loses", {std::int64_t{letIn.lost}}});
  return words;
}

std::vector<std::string> bestLetIn(const RankedReferral& ranked, const matching::LetIn& letIn, std::size_t most) {
  std::vector<std::string> best;
  for (std::size_t i = 0; i < letIn.candidates.size() && i < most; ++i) {
    const std::size_t candidate = letIn.candidates[i];
    const auto row = std::find_if(ranked.ranking().begin(), ranked.ranking().end(),
                                  [candidate](const matching::Ranked& one) { return one.candidate == candidate; });
    std::string words = ranked.name(candidate).name + ", " + pointsWords(*row);
    if (const auto cost = ranked.assessment().explain(candidate).cost) words += ", " + wording::sentence({"whyOut.aWeek", {cost->aWeek}});
    best.push_back(std::move(words));
  }
  return best;
}

WhatStops whatStops(const RankedReferral& ranked, std::size_t most) {
  WhatStops words;
  const auto all = std::ssize(ranked.ranking());
  for (const GateCount& gate : gatesByHarm(ranked.assessment().problem())) {
    if (words.stops.size() >= most) break;
    words.stops.push_back(wording::sentence(
        {"whyOut.stops", {gateName(gate.gate), std::int64_t{gate.failed}, std::int64_t{all}, std::int64_t{gate.onlyThis}}}));
  }
  for (const matching::LetIn& letIn : matching::whatWouldLetIn(ranked.assessment())) {
    if (letIn.candidates.empty() || words.letsIn.size() >= most) break;
    std::string line = letInWords(letIn);
    const auto best = bestLetIn(ranked, letIn, 1);
    if (!best.empty()) line += " " + wording::sentence({"whyOut.best", {best.front()}});
    words.letsIn.push_back(std::move(line));
  }
  return words;
}

}  // namespace homeward::app
