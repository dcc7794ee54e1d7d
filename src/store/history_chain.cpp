#include "store/history_chain.h"

#include <fstream>
#include <system_error>

#include "secrets/digest.h"
#include "store/rows.h"

namespace homeward::store {
namespace {

const std::string beforeTheFirst(secrets::digestBytes, '\0');

std::string randomSalt() {
  constexpr std::size_t saltBytes = 16;
  return secrets::randomBytes(saltBytes);
}

std::string hex(const std::string& bytes) {
  constexpr const char* digits = "0123456789abcdef";
  std::string out;
  for (const char c : bytes) {
    const auto value = static_cast<unsigned char>(c);
    out += digits[value >> 4];
    out += digits[value & 15];
  }
  return out;
}

// The text columns as they are stored; none of them can hold the line break that parts them.
struct Entry {
  std::int64_t number = 0;
  std::string at;
  std::int64_t who = 0;
  std::string entity;
  std::int64_t id = 0;
  std::string action;
  std::string digest;
};

std::string hashOf(const std::string& before, const Entry& entry) {
  return secrets::sha256(before + std::to_string(entry.number) + "\n" + entry.at + "\n" + std::to_string(entry.who) + "\n" + entry.entity +
                         "\n" + std::to_string(entry.id) + "\n" + entry.action + "\n" + entry.digest);
}

std::string headText(std::int64_t number, const std::string& hash) { return std::to_string(number) + ":" + hex(hash); }

struct Last {
  std::int64_t number = 0;
  std::string hash = beforeTheFirst;
};

Last lastEntry(Connection& connection) {
  Last last;
  Query query(connection, "SELECT number, hash FROM history ORDER BY number DESC LIMIT 1");
  if (query.next()) {
    query.take(last.number);
    query.takeBlob(last.hash);
  }
  return last;
}

std::optional<std::string> headBeside(const std::filesystem::path& caseFile) {
  std::ifstream in(headFile(caseFile));
  std::string line;
  if (!in || !std::getline(in, line)) return std::nullopt;
  return line;
}

}  // namespace

void appendEntry(Connection& connection, PersonId who, Instant at, Changed what, Action action, const std::string& payload) {
  const Last last = lastEntry(connection);
  const std::string salt = randomSalt();
  const Entry entry{last.number + 1,
                    isoInstant(at),
                    who.value,
                    std::string(text(what.entity)),
                    what.id,
                    std::string(text(action)),
                    secrets::sha256(salt + payload)};
  {
    Query query(connection,
                "INSERT INTO history (number, at, who_id, entity, entity_id, action, digest, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    query.with(entry.number, entry.at, who, entry.entity, entry.id, entry.action);
    query.putBlob(entry.digest);
    query.putBlob(hashOf(last.hash, entry));
    query.run();
  }
  Query query(connection, "INSERT INTO history_payload (number, salt, payload) VALUES (?, ?, ?)");
  query.put(entry.number);
  query.putBlob(salt);
  query.put(payload);
  query.run();
}

std::string headOf(Connection& connection) {
  const Last last = lastEntry(connection);
  return last.number == 0 ? std::string() : headText(last.number, last.hash);
}

ChainState verifyChain(Connection& connection) {
  ChainState state;
  Last last;
  const auto beside = headBeside(connection.path());
  bool besideFound = false;
  {
    // A payload may be missing only where a later entry says that this thing was purged.
    Query query(connection,
                "SELECT h.number, h.at, coalesce(h.who_id, 0), h.entity, h.entity_id, h.action, h.digest, h.hash, p.salt, p.payload, "
                "EXISTS (SELECT 1 FROM history later WHERE later.entity = h.entity AND later.entity_id = h.entity_id "
                "AND later.action = 'purged' AND later.number > h.number) "
                "FROM history h LEFT JOIN history_payload p ON p.number = h.number ORDER BY h.number");
    while (query.next()) {
      Entry entry;
      query.take(entry.number);
      query.take(entry.at);
      query.take(entry.who);
      query.take(entry.entity);
      query.take(entry.id);
      query.take(entry.action);
      query.takeBlob(entry.digest);
      std::string hash;
      query.takeBlob(hash);
      bool fits = entry.number == last.number + 1 && hash == hashOf(last.hash, entry);
      if (query.atNull()) {
        query.skip(2);
        fits = fits && query.take<bool>();
      } else {
        std::string salt;
        query.takeBlob(salt);
        fits = fits && secrets::sha256(salt + query.take<std::string>()) == entry.digest;
      }
      if (!fits && !state.firstBroken) state.firstBroken = entry.number;
      last = {entry.number, hash};
      ++state.entries;
      if (beside && *beside == headText(last.number, last.hash)) besideFound = true;
    }
  }
  {
    // The file counts entries for itself too: a chain that ends before its counter was cut off.
    Query query(connection, "SELECT seq FROM sqlite_sequence WHERE name = 'history'");
    const std::int64_t counted = query.next() ? query.take<std::int64_t>() : 0;
    if (counted != last.number && !state.firstBroken) state.firstBroken = last.number + 1;
  }
  if (last.number > 0) state.head = headText(last.number, last.hash);
  if (!beside)
    state.headBeside = HeadState::noHeadFile;
  else if (*beside == state.head)
    state.headBeside = HeadState::current;
  else
    state.headBeside = besideFound ? HeadState::older : HeadState::absent;
  return state;
}

std::filesystem::path headFile(const std::filesystem::path& caseFile) { return beside(caseFile, ".head"); }

void keepHeadBeside(const std::filesystem::path& caseFile, const std::string& head) {
  const auto next = beside(caseFile, ".head.new");
  std::error_code ignored;
  {
    std::ofstream out(next, std::ios::trunc);
    std::filesystem::permissions(next, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, ignored);
    out << head << "\n";
    if (!out.flush()) {
      out.close();
      std::filesystem::remove(next, ignored);
      return;
    }
  }
  std::filesystem::rename(next, headFile(caseFile), ignored);
}

}  // namespace homeward::store
