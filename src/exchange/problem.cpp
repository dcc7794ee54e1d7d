#include "exchange/problem.h"

#include <utility>

namespace homeward::exchange {

void RowProblems::add(RowProblem problem) {
  ++m_count;
  if (problem.skipped) ++m_skipped;
  if (m_first.size() < kept) m_first.push_back(std::move(problem));
}

}  // namespace homeward::exchange
