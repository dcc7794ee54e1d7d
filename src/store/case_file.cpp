#include "store/case_file.h"

#include <algorithm>
#include <chrono>
#include <thread>

#include "store/connection.h"
#include "store/history_chain.h"
#include "store/opening.h"
#include "support/platform/lock.h"

namespace homeward::store {
namespace {

/// The turn to write, among the connections of this program. Who works in the background waits some seconds for whoever works in front.
bool turnToWrite(Connection& connection) {
  constexpr auto pause = std::chrono::milliseconds(5);
  int waits = connection.inBackground ? 1000 : 0;
  while (connection.anyWriting->exchange(true)) {
    if (waits-- == 0) return false;
    std::this_thread::sleep_for(pause);
  }
  return true;
}

/// The turn, until a transaction has begun, which then gives it back; it is given back here on every other way out.
class Turn {
 public:
  explicit Turn(Connection& connection) : m_connection(connection), m_taken(turnToWrite(connection)) {}
  ~Turn() {
    if (m_taken && !m_connection.writing) *m_connection.anyWriting = false;
  }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;
  [[nodiscard]] bool taken() const { return m_taken; }

 private:
  Connection& m_connection;
  bool m_taken;
};

}  // namespace

CaseFile::CaseFile(std::unique_ptr<Connection> connection) : m_connection(std::move(connection)) {}
CaseFile::CaseFile(CaseFile&&) noexcept = default;
CaseFile& CaseFile::operator=(CaseFile&&) noexcept = default;
CaseFile::~CaseFile() = default;

const std::filesystem::path& CaseFile::path() const { return m_connection->path(); }
bool CaseFile::readOnly() const { return m_connection->readOnly(); }

const std::string& CaseFile::heldBy() const { return m_connection->heldBy; }

Result<CaseFile> CaseFile::besides(OpenMode mode) const {
  const bool writes = mode == OpenMode::readWrite;
  if (writes && readOnly()) return fail(ErrorCode::refused, path().filename().string(), "The case file is open for reading only.");
  return reading(*m_connection, [&]() -> Result<CaseFile> {
    auto connection = std::make_unique<Connection>(path(), writes ? Access::readWrite : Access::readOnly);
    if (writes) {
      connection->lock = m_connection->lock;
      connection->heldBy = m_connection->heldBy;
      connection->anyWriting = m_connection->anyWriting;
      connection->inBackground = true;
    }
    return CaseFile(std::move(connection));
  });
}

Result<Transaction> CaseFile::write(PersonId who, Instant at) {
  if (readOnly()) return fail(ErrorCode::refused, path().filename().string(), "The case file is open for reading only.");
  if (m_connection->writing)
    return fail(ErrorCode::unavailable, path().filename().string(), "Something else is being saved. Try again in a moment.");
  const Turn turn(*m_connection);
  if (!turn.taken())
    return fail(ErrorCode::unavailable, path().filename().string(),
                m_connection->inBackground ? "Something else is being saved. Try again in a moment."
                                           : "A job in the background is saving. Save again when it has ended, or cancel it.");
  return reading(*m_connection, [&]() -> Result<Transaction> { return Transaction(*m_connection, who, at); });
}

std::shared_ptr<void> CaseFile::onCommit(Listener listener) {
  auto kept = std::make_shared<Listener>(std::move(listener));
  m_connection->listeners.push_back(kept);
  return kept;
}

Result<Verification> CaseFile::verify(const Progress& progress) const {
  return reading(*m_connection, [&]() -> Result<Verification> {
    const Stoppable stoppable(*m_connection, progress);
    return verifyAll(*m_connection);
  });
}

Result<Contents> CaseFile::contents() const {
  auto authority = people().responsibleAuthority();
  if (!authority) return tl::unexpected<Error>(authority.error());
  auto fictional = properties().isFictional();
  if (!fictional) return tl::unexpected<Error>(fictional.error());
  return reading(*m_connection, [&]() -> Result<Contents> {
    Contents contents{schemaVersion(*m_connection), authority->name, *fictional, {}};
    const auto count = [&](const std::string& name, const std::string& from) {
      Query query(*m_connection, "SELECT count(*) FROM " + from);
      query.next();
      contents.counts.emplace_back(name, query.take<std::int64_t>());
    };
    for (const char* table : {"team", "person", "child", "sibling_group", "provider", "setting", "referral", "approach", "offer", "option",
                              "choice", "decision", "approval"})
      count(table, table);
    for (const char* table : {"placement", "contract_term", "funding_share"})
      count(table, std::string(table) + " WHERE superseded_at IS NULL");
    for (const char* table : {"breach", "postcode", "authority_area", "import_batch", "bin", "history"}) count(table, table);
    return contents;
  });
}

}  // namespace homeward::store
