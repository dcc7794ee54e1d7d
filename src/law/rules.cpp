#include "law/rules.h"

namespace homeward::law {
namespace {

constexpr Date carePlanningBegan = date(2011, 4, 1);
constexpr Date distanceRulesBegan = date(2014, 1, 27);
constexpr Date childrenActBegan = date(1991, 10, 14);
constexpr Date careStandardsBegan = date(2002, 4, 1);
/// The oldest return year whose published validation rules were read.
constexpr Date firstListRead = date(2023, 4, 1);

Rule ruleOf(int number, std::vector<RuleKind> kinds, std::optional<Date> from, std::string citation) {
  Rule made;
  made.number = number;
  made.kinds = std::move(kinds);
  made.from = from;
  made.key = "rule." + std::to_string(number);
  made.citation = std::move(citation);
  return made;
}
Rule sourced(Rule one) {
  one.fromSourced = true;
  return one;
}
Rule toCheck(Rule one) {
  one.needsLegalCheck = true;
  return one;
}
Rule seen(Rule one) {
  one.seenFrom = firstListRead;
  return one;
}

std::string carePlanning(const std::string& which) {
  return "Care Planning, Placement and Case Review (England) Regulations 2010 " + which;
}
std::string childrenAct(const std::string& which) { return "Children Act 1989 " + which; }
std::string fosteringStandard(const std::string& which) { return "Fostering Services: National Minimum Standards 2011 " + which; }
std::string validation(const std::string& which) { return "SSDA903 validation rules " + which; }

Rules made() {
  using enum RuleKind;
  return {
      ruleOf(1, {preference}, carePlanningBegan, childrenAct("s22C(2)-(4)")),
      ruleOf(2, {preference}, carePlanningBegan, childrenAct("s22C(5)-(7)(a)")),
      toCheck(ruleOf(3, {preference}, carePlanningBegan, childrenAct("s22C(7)(b), (8)"))),
      toCheck(ruleOf(4, {preference}, carePlanningBegan, childrenAct("s22C(7)(c), (9)"))),
      ruleOf(5, {record}, date(2014, 7, 25), childrenAct("s22C(9A)-(9C), inserted by the Children and Families Act 2014 s2")),
      ruleOf(6, {gate}, distanceRulesBegan, carePlanning("reg 11(1)(a), (2)(d)(i), as amended by SI 2013/3239")),
      ruleOf(7, {gate}, distanceRulesBegan, carePlanning("reg 11(1)(b), (2)(d)(ii), (5), as amended by SI 2013/3239")),
      toCheck(ruleOf(8, {exception}, distanceRulesBegan, carePlanning("reg 11(3)-(4)"))),
      ruleOf(9, {clock}, distanceRulesBegan, carePlanning("reg 13(4), as amended by SI 2013/3239")),
      ruleOf(10, {clock}, carePlanningBegan, carePlanning("reg 9")),
      ruleOf(11, {gate}, carePlanningBegan, carePlanning("reg 10(1)-(3)")),
      ruleOf(12, {record}, carePlanningBegan, carePlanning("reg 10(4)")),
      ruleOf(13, {gate, clock}, carePlanningBegan, carePlanning("reg 14")),
      ruleOf(14, {gate, data}, carePlanningBegan, carePlanning("regs 15-19; SSDA903 validation rule 378")),
      toCheck(
          ruleOf(15, {block}, carePlanningBegan, carePlanning("regs 22, 22B; Fostering Services (England) Regulations 2011 reg 27(5)"))),
      ruleOf(16, {clock}, carePlanningBegan, carePlanning("reg 23")),
      ruleOf(17, {clock}, carePlanningBegan, carePlanning("regs 24, 25")),
      ruleOf(18, {gate}, date(2013, 7, 1), carePlanning("reg 25A, inserted by SI 2013/984 reg 3")),
      ruleOf(19, {gate}, carePlanningBegan, carePlanning("reg 27 and Sch 6")),
      sourced(ruleOf(20, {block}, date(2021, 9, 9), carePlanning("regs 27A, 27B, inserted by SI 2021/161"))),
      sourced(ruleOf(21, {block}, date(2023, 10, 28), carePlanning("reg 27C, inserted by SI 2023/416 reg 36"))),
      ruleOf(22, {record}, date(2023, 10, 28), "Supported Accommodation (England) Regulations 2023 (SI 2023/416)"),
      ruleOf(23, {block}, careStandardsBegan, "Care Standards Act 2000 s11; Children Act 1989 s22C(6)(c)"),
      ruleOf(24, {block}, childrenActBegan, childrenAct("s63(12), Sch 7 paras 2-5")),
      ruleOf(25, {preference}, carePlanningBegan, fosteringStandard("10.6")),
      ruleOf(26, {preference}, carePlanningBegan, fosteringStandard("15")),
      ruleOf(27, {finance}, carePlanningBegan, fosteringStandard("28.1; National Minimum Fostering Allowance of the year")),
      ruleOf(28, {block}, childrenActBegan, childrenAct("s25(1)")),
      toCheck(ruleOf(29, {clock}, childrenActBegan, "Children (Secure Accommodation) Regulations 1991 regs 10-12")),
      ruleOf(30, {gate, block}, childrenActBegan, "Children (Secure Accommodation) Regulations 1991 regs 4, 5; Children Act 1989 s25"),
      ruleOf(
          31, {gate, clock}, date(2019, 11, 12),
          "President of the Family Division, Practice Guidance of November 2019 with the addendum of December 2020; revised October 2023"),
      toCheck(ruleOf(32, {config}, std::nullopt, "Children’s Wellbeing and Schools Act 2026 (c. 21) s13")),
      sourced(ruleOf(33, {data}, date(2026, 4, 1), validation("709, 710 (2026-27)"))),
      ruleOf(34, {clock}, carePlanningBegan, carePlanning("reg 48; SSDA903 validation rules 365, 367")),
      ruleOf(35, {preference}, childrenActBegan, childrenAct("s22(4)-(5)")),
      ruleOf(36, {data}, date(2024, 4, 1), validation("371-374")),
      seen(ruleOf(37, {data}, std::nullopt, validation("375-377, 379-383"))),
      seen(ruleOf(38, {data}, std::nullopt, validation("213, 526-531, 550"))),
      seen(ruleOf(39, {data}, std::nullopt, validation("218, 222, and the guidance to the return"))),
      toCheck(ruleOf(40, {block}, careStandardsBegan, "Care Standards Act 2000, conditions of registration")),
  };
}

}  // namespace

const Rules& rules() {
  static const Rules table = made();
  return table;
}

const Rule* ruleIn(const Rules& table, int number) {
  // Numbers run from 1 without a gap: the place is known.
  const auto at = static_cast<std::size_t>(number) - 1;
  if (at < table.size() && table[at].number == number) return &table[at];
  const auto found = std::find_if(table.begin(), table.end(), [number](const Rule& each) { return each.number == number; });
  return found == table.end() ? nullptr : &*found;
}

const Rule* rule(int number) { return ruleIn(rules(), number); }

Rules withCommencement(Rules table, int number, std::optional<Date> from) {
  for (Rule& one : table)
    if (one.number == number) one.from = from;
  return table;
}

}  // namespace homeward::law
