#include "support/log.h"

#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/spdlog.h>

namespace homeward::log {
namespace {
// The one mutable thing outside a case file: where the diary goes. spdlog guards it.
constexpr const char* loggerName = "homeward";
}  // namespace

void toFile(const std::filesystem::path& file) {
  try {
    spdlog::drop(loggerName);
    const auto logger = spdlog::rotating_logger_mt(loggerName, file.string(), 1 << 20, 3);
    logger->flush_on(spdlog::level::info);
  } catch (const spdlog::spdlog_ex&) {
    // A full or read-only disk must not stop the program: it then keeps no diary.
  }
}

void event(std::string_view what) {
  if (const auto logger = spdlog::get(loggerName)) logger->info("{}", what);
}

void event(std::string_view what, std::int64_t id) {
  if (const auto logger = spdlog::get(loggerName)) logger->info("{} {}", what, id);
}

void failure(std::string_view what, std::string_view code) {
  if (const auto logger = spdlog::get(loggerName)) logger->warn("{}: {}", what, code);
}

}  // namespace homeward::log
