// How long work reports how far it is and hears that it should stop. The worker calls `step` often; when it returns false the worker
// rolls back and answers ErrorCode::cancelled. Callable from a thread that is not the window's.
#pragma once

#include <cstdint>
#include <functional>

namespace homeward {

class Progress {
 public:
  Progress() = default;
  /// `report(done, total)` returns false to stop; total 0 means "not known".
  explicit Progress(std::function<bool(std::int64_t, std::int64_t)> report) : m_report(std::move(report)) {}
  [[nodiscard]] bool step(std::int64_t done, std::int64_t total) const { return !m_report || m_report(done, total); }

 private:
  std::function<bool(std::int64_t, std::int64_t)> m_report;
};

}  // namespace homeward
