#include "secrets/ready.h"

#include <sodium.h>

#include <cstdlib>

namespace homeward::secrets {

void makeReady() {
  static const bool ready = sodium_init() >= 0;
  if (!ready) std::abort();  // without chance from the system nothing that follows could be kept secret
}

}  // namespace homeward::secrets
