// Libsodium wants to be set up once before chance or passphrases are asked of it.
#pragma once

namespace homeward::secrets {

/// May be called at any time and from any thread.
void makeReady();

}  // namespace homeward::secrets
