#include "store/schema.h"

#include <string_view>

namespace homeward::embedded {
std::string_view schema_0001_case_file();
std::string_view schema_0002_withdrawal();
std::string_view schema_0003_draft();
std::string_view schema_0004_breach_home();
std::string_view schema_0005_policy();
std::string_view schema_0006_facts_of_law();
std::string_view schema_0007_swap_and_escalation();
std::string_view schema_0008_round();
}  // namespace homeward::embedded

namespace homeward::store {

const Ladder& caseFileLadder() {
  static const Ladder ladder{{1, std::string(embedded::schema_0001_case_file())},
                             {2, std::string(embedded::schema_0002_withdrawal())},
                             {3, std::string(embedded::schema_0003_draft())},
                             {4, std::string(embedded::schema_0004_breach_home())},
                             {5, std::string(embedded::schema_0005_policy())},
                             {6, std::string(embedded::schema_0006_facts_of_law())},
                             {7, std::string(embedded::schema_0007_swap_and_escalation())},
                             {8, std::string(embedded::schema_0008_round())}};
  return ladder;
}

}  // namespace homeward::store
