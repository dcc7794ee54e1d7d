#include "matching/answer.h"

namespace homeward::matching {

Answer answer(const Problem& problem, int similarityPenalty) {
  Answer all;
  all.ranking = rank(problem);
  all.shortlist = shortlist(problem, problem.weights, similarityPenalty);
  all.askNext = askNext(problem, all.ranking, problem.weights);
  all.weightIntervals = weightIntervals(problem, problem.weights);
  all.rankAcceptability = rankAcceptability(problem, problem.weights);
  return all;
}

}  // namespace homeward::matching
