// A de-identified referral as JSON for another program (`homeward/referral-pack/1`, resources/formats/referral-pack-1.schema.json).
#pragma once

#include <string>

#include "disclosure/pack.h"

namespace homeward::exchange {

/// Codes as `docs/glossary.md` names them, days as 2026-12-01, moments in UTC. The same pack gives the same bytes.
[[nodiscard]] std::string packJson(const disclosure::ReferralPack& pack);

}  // namespace homeward::exchange
