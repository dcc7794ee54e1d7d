#include "law/rules.h"

#include <algorithm>

namespace homeward::law {
namespace {

constexpr const char* carePlanning = "Care Planning, Placement and Case Review (England) Regulations 2010";

Rule ruleOf(int number, RuleKind kind, Date from, std::string citation, bool needsLegalCheck = false) {
  return {number, kind, from, std::nullopt, "rule." + std::to_string(number), std::move(citation), needsLegalCheck};
}

std::string regulation(const std::string& which) { return std::string(carePlanning) + " " + which; }

}  // namespace

const std::vector<Rule>& rules() {
  constexpr Date carePlanningBegan = date(2011, 4, 1);
  constexpr Date distanceRulesBegan = date(2014, 1, 27);
  static const std::vector<Rule> table{
      ruleOf(6, RuleKind::gate, distanceRulesBegan, regulation("reg 11(1)(a), (2)(d)(i), as amended by SI 2013/3239")),
      ruleOf(7, RuleKind::gate, distanceRulesBegan, regulation("reg 11(1)(b), (2)(d)(ii), (5), as amended by SI 2013/3239")),
      ruleOf(8, RuleKind::exception, distanceRulesBegan, regulation("reg 11(3)-(4)"), true),
      ruleOf(9, RuleKind::clock, distanceRulesBegan, regulation("reg 13(4), as amended by SI 2013/3239")),
      ruleOf(10, RuleKind::clock, carePlanningBegan, regulation("reg 9")),
      ruleOf(15, RuleKind::block, carePlanningBegan, regulation("regs 22, 22B; Fostering Services (England) Regulations 2011 reg 27(5)"),
             true),
      ruleOf(16, RuleKind::clock, carePlanningBegan, regulation("reg 23")),
      ruleOf(17, RuleKind::clock, carePlanningBegan, regulation("regs 24, 25")),
      ruleOf(20, RuleKind::block, date(2021, 9, 9), regulation("regs 27A, 27B, inserted by SI 2021/161")),
      ruleOf(21, RuleKind::block, date(2023, 10, 28), regulation("reg 27C, inserted by SI 2023/416 reg 36")),
      ruleOf(23, RuleKind::block, date(2002, 4, 1), "Care Standards Act 2000 s11; Children Act 1989 s22C(6)(c)"),
      ruleOf(24, RuleKind::block, date(1991, 10, 14), "Children Act 1989 s63(12), Sch 7 paras 2-5"),
      ruleOf(40, RuleKind::block, date(2002, 4, 1), "Care Standards Act 2000, conditions of registration", true),
  };
  return table;
}

const Rule* rule(int number) {
  const auto& all = rules();
  const auto found = std::find_if(all.begin(), all.end(), [number](const Rule& each) { return each.number == number; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace homeward::law
