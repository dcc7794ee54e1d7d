// The program's diary for whoever mends it: ids, codes and counts only, never a child's name or a person's free text.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>

namespace homeward::log {

/// Writes to this file (rotated, three of 1 MB). Until called, and when the file cannot be opened, nothing is logged.
void toFile(const std::filesystem::path& file);
void event(std::string_view what);
void event(std::string_view what, std::int64_t id);
void failure(std::string_view what, std::string_view code);

}  // namespace homeward::log
