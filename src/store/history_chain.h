// The chain of the history: each entry's hash is SHA-256 over the hash before it, what the entry says, and the digest of its payload.
//
// The digest is salted with random bytes that stand beside the payload, so that a purged payload cannot be guessed from its digest. The
// head (number and hash of the last entry) is kept in a file of its own beside the case file.
#pragma once

#include <optional>
#include <string>

#include "store/connection.h"
#include "store/history_store.h"

namespace homeward::store {

void appendEntry(Connection& connection, PersonId who, Instant at, Changed what, Action action, const std::string& payload);
/// "1204:9f3c..."; empty without history.
[[nodiscard]] std::string headOf(Connection& connection);
[[nodiscard]] ChainState verifyChain(Connection& connection);

[[nodiscard]] std::filesystem::path headFile(const std::filesystem::path& caseFile);
/// Replaces the head beside the file. That it failed shows as an older head, which is normal.
void keepHeadBeside(const std::filesystem::path& caseFile, const std::string& head);

}  // namespace homeward::store
