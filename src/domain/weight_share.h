// What one criterion of the policy counts in a referral that has weights of its own, in millionths of the whole.
#pragma once

#include <string>

namespace homeward {

struct WeightShare {
  std::string criterion;  ///< the policy's key; needs as one
  int millionths = 0;     ///< those of all criteria together are 1,000,000
  friend bool operator==(const WeightShare&, const WeightShare&) = default;
};

}  // namespace homeward
