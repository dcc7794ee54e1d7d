// Codes of the statutory return that do not go together. What happened is recorded all the same: the return will ask.
#include <array>
#include <cctype>
#include <span>
#include <string_view>

#include "law/judges.h"

namespace homeward::law {
namespace {

using Codes = std::span<const std::string_view>;

bool among(std::string_view code, Codes codes) { return std::find(codes.begin(), codes.end(), code) != codes.end(); }
bool isTemporary(std::string_view code) { return code.size() == 2 && code[0] == 'T' && code[1] >= '0' && code[1] <= '4'; }
/// The four that took the place of Z1.
bool isOtherOfTheReturn(std::string_view code) { return code == "Z11" || code == "Z12" || code == "Z13" || code == "Z14"; }
bool isShortBreakStatus(std::string_view status) { return status == "V3" || status == "V4"; }

LegalFinding noCode(int rule) { return notApplicable(rule, {"law.return.noCode", {}}); }
Fact back() { return {"law.return.back", {}}; }

std::int64_t longest(std::string_view code) {
  if (code == "T1") return 42;
  if (code == "T3") return 21;
  return code == "T4" ? 7 : 0;
}

/// The stays beside the one that is judged, by day.
struct Beside {
  const Placement* before = nullptr;
  const Placement* after = nullptr;
  int sameCodeInAYear = 0;
};
Beside beside(const Circumstances& circumstances) {
  Beside found;
  for (const Placement& stay : *circumstances.stays) {
    if (circumstances.itself.stored() && stay.id == circumstances.itself) continue;
    if (stay.stay.from < circumstances.placedOn && stay.stay.to.value_or(circumstances.placedOn) >= circumstances.placedOn)
      found.before = &stay;
    if (circumstances.left && stay.stay.from == *circumstances.left) found.after = &stay;
    const bool inAYear = stay.stay.from <= circumstances.placedOn && circumstances.placedOn - stay.stay.from < std::chrono::days{365};
    if (inAYear && stay.placeCode == circumstances.placeCode) ++found.sameCodeInAYear;
  }
  return found;
}

LegalFinding temporaryAmongStays(const Circumstances& circumstances) {
  if (circumstances.stays == nullptr) return notKnown(37, {"law.37.stays", {}}, {"law.37.stays.question", {}});
  const Beside found = beside(circumstances);
  if (found.before == nullptr) return broken(37, {"law.37.first", {}}, back());
  constexpr int most = 2;
  if (circumstances.placeCode == "T3" && found.sameCodeInAYear >= most) return broken(37, {"law.37.third", {}}, back());
  if (!circumstances.left) return satisfied(37, {"law.37.lasts", {}});
  if (found.after == nullptr) return broken(37, {"law.37.last", {}}, back());
  if (found.after->setting != found.before->setting) return broken(37, {"law.37.elsewhere", {}}, back());
  return satisfied(37, {"law.37.within", {}});
}

/// The number that the return asks for: the home's own, else the agency's, undertaking's or authority's behind it.
std::string urnOf(const Circumstances& circumstances) {
  if (circumstances.setting != nullptr && circumstances.setting->registration && !circumstances.setting->registration->urn.empty())
    return circumstances.setting->registration->urn;
  return circumstances.provider != nullptr && circumstances.provider->registration ? circumstances.provider->registration->urn
                                                                                   : std::string{};
}

bool isUrn(std::string_view urn) {
  constexpr std::size_t digits = 7;
  constexpr std::string_view inspectedElsewhere = "XXXXXXX";
  const auto allDigits = [](std::string_view part) {
    return !part.empty() && std::all_of(part.begin(), part.end(), [](char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; });
  };
  if (urn == inspectedElsewhere) return true;
  if (urn.starts_with("SC")) return urn.size() == digits + 1 && allDigits(urn.substr(2));
  return urn.size() == digits && allDigits(urn);
}

bool wantsUrn(const Circumstances& circumstances) {
  static constexpr std::array<std::string_view, 6> without{"P1", "P3", "R1", "R2", "R5", "Z1"};
  static constexpr std::array<std::string_view, 2> withoutOnce{"H5", "P2"};
  constexpr Date onceUntil = date(2024, 4, 1);
  const std::string& code = circumstances.placeCode;
  if (among(code, without) || isTemporary(code) || isOtherOfTheReturn(code)) return false;
  return circumstances.placedOn >= onceUntil || !among(code, withoutOnce);
}

/// An authority of England, by its ONS code; where the place is not known the number is asked for.
bool outsideEngland(const Circumstances& circumstances) {
  if (circumstances.setting == nullptr) return false;
  const std::string& authority = circumstances.setting->place.authority;
  return authority.starts_with("W") || authority.starts_with("S") || authority.starts_with("N");
}

}  // namespace

LegalFinding codeOfDeprivation(const Circumstances& circumstances) {
  static constexpr std::array<std::string_view, 4> never{"K1", "P1", "R5", "K3"};
  static constexpr std::array<std::string_view, 3> expected{"K2", "Z12", "Z13"};
  if (circumstances.placeCode.empty()) return noCode(33);
  if (circumstances.referral == nullptr || !circumstances.referral->liberty.deprived) return notApplicable(33, {"law.31.free", {}});
  if (among(circumstances.placeCode, never)) return broken(33, {"law.33", {circumstances.placeCode}}, back());
  if (among(circumstances.placeCode, expected)) return satisfied(33, {"law.33.expected", {circumstances.placeCode}});
  return notKnown(33, {"law.33.unusual", {circumstances.placeCode}}, {"law.33.unusual.question", {}});
}

LegalFinding codeAndAge(const Circumstances& circumstances) {
  struct Youngest {
    std::string_view code;
    int age;
  };
  static constexpr std::array<Youngest, 4> all{{{"K3", 16}, {"P3", 14}, {"R5", 10}, {"S1", 4}}};
  if (circumstances.placeCode.empty()) return noCode(36);
  for (const Youngest& one : all) {
    if (one.code != circumstances.placeCode) continue;
    const int age = ageThen(circumstances);
    if (age >= one.age) return satisfied(36, {"law.36.ofAge", {circumstances.placeCode, std::int64_t{one.age}}});
    return broken(36, {"law.36", {circumstances.placeCode, std::int64_t{one.age}, std::int64_t{age}}}, back());
  }
  return notApplicable(36, {"law.36.anyAge", {}});
}

LegalFinding temporaryCode(const Circumstances& circumstances) {
  const std::string& code = circumstances.placeCode;
  if (code.empty()) return noCode(37);
  if (!isTemporary(code)) return notApplicable(37, {"law.37.lasting", {}});
  if (isShortBreakStatus(circumstances.child->legalStatus)) return broken(37, {"law.37.shortBreak", {code}}, back());
  const std::int64_t most = longest(code);
  const auto until = circumstances.left ? circumstances.left : circumstances.asOf;
  if (most > 0 && until && (*until - circumstances.placedOn).count() > most)
    return broken(37, {"law.37", {code, most, std::int64_t{(*until - circumstances.placedOn).count()}}}, back());
  return temporaryAmongStays(circumstances);
}

LegalFinding codeAndProvider(const Circumstances& circumstances) {
  const std::string& place = circumstances.placeCode;
  const std::string& provider = circumstances.providerCode;
  if (place.empty()) return noCode(38);
  const bool withoutProvider = isTemporary(place) || isOtherOfTheReturn(place);
  if (withoutProvider && provider.empty()) return satisfied(38, {"law.38.none", {place}});
  if (withoutProvider) return broken(38, {"law.38.notWanted", {place}}, back());
  if (provider.empty()) return notKnown(38, {"law.38.missing", {}}, {"law.38.missing.question", {}});
  static constexpr std::array<std::string_view, 3> notOurs{"P1", "R2", "R5"};
  static constexpr std::array<std::string_view, 13> notPublic{"P1", "A3", "A4", "A5", "A6", "K1", "K2", "U1", "U2", "U3", "U4", "U5", "U6"};
  static constexpr std::array<std::string_view, 1> parents{"P1"};
  bool fits = true;
  if (provider == "PR0") fits = place == "P1";
  if (provider == "PR1" || provider == "PR2") fits = !among(place, notOurs);
  if (provider == "PR3") fits = !among(place, notPublic);
  if (provider == "PR4" || provider == "PR5") fits = !among(place, parents);
  if (fits) return satisfied(38, {"law.38.fits", {place, provider}});
  return broken(38, {"law.38", {place, provider}}, back());
}

LegalFinding codeAndUrn(const Circumstances& circumstances) {
  if (circumstances.placeCode.empty()) return noCode(39);
  if (!wantsUrn(circumstances)) return notApplicable(39, {"law.39.notWanted", {circumstances.placeCode}});
  if (outsideEngland(circumstances)) return notApplicable(39, {"law.39.outside", {}});
  const std::string urn = urnOf(circumstances);
  if (urn.empty()) return notKnown(39, {"law.39.missing", {}}, {"law.39.missing.question", {}});
  if (isUrn(urn)) return satisfied(39, {"law.39.given", {urn}});
  return broken(39, {"law.39", {urn}}, {"law.39.back", {}});
}

std::vector<LegalFinding> returnCodes(const Circumstances& circumstances) {
  std::vector<LegalFinding> found;
  if (circumstances.placeCode.empty()) return found;
  struct Check {
    int rule;
    Judge judge;
  };
  static constexpr std::array<Check, 5> all{
      {{33, &codeOfDeprivation}, {36, &codeAndAge}, {37, &temporaryCode}, {38, &codeAndProvider}, {39, &codeAndUrn}}};
  found.reserve(all.size());
  for (const Check& check : all) found.push_back(judged(circumstances, check.rule, check.judge));
  return found;
}

}  // namespace homeward::law
