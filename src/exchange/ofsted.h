// Ofsted's published list of social care providers, as what it would bring to the market: a value to look at before anything is written.
//
// A registered home is a setting of the organisation that owns it. Its name and address are withheld, so its place is known to the
// authority only. A fostering agency or a supported-accommodation undertaking is *someone to ask*, without a place. Services that are no
// home for a looked-after child (adoption, boarding, holidays, custody) are counted and left out. Columns are found by their names, in
// any order, with or without the lines above the header; nothing is guessed: a value that is not understood is a row problem.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/enum_text.h"
#include "domain/provider.h"
#include "exchange/csv.h"
#include "exchange/problem.h"
#include "support/progress.h"
#include "support/result.h"

namespace homeward::exchange {

/// Why a kind of provision is not in the market of homes.
enum class LeftOut { adoption, boarding, holidays, custody };
constexpr auto texts(LeftOut) {
  return std::to_array<EnumText<LeftOut>>(
      {{LeftOut::adoption, "adoption"}, {LeftOut::boarding, "boarding"}, {LeftOut::holidays, "holidays"}, {LeftOut::custody, "custody"}});
}

/// How many rows of one provision type the file has, and what became of them. rows = settings + toAsk + leftOut + those with a problem.
struct ProvisionCount {
  std::string type;  ///< Ofsted's words, as first met
  std::int64_t rows = 0;
  std::int64_t settings = 0;
  std::int64_t toAsk = 0;
  std::int64_t leftOut = 0;
  std::optional<LeftOut> why;
  friend bool operator==(const ProvisionCount&, const ProvisionCount&) = default;
};

struct OfstedSetting {
  std::size_t provider = 0;  ///< index into the providers; the setting's own ids are not set
  Setting setting;
};

struct OfstedImport {
  std::vector<Provider> providers;      ///< owners of homes first met in the file's order, and those to ask (these have a registration)
  std::vector<OfstedSetting> settings;  ///< in the file's order
  std::vector<ProvisionCount> counts;   ///< by provision type, in the order first met
  std::int64_t rows = 0;
  RowProblems problems;
};

struct OfstedOptions {
  /// The ONS code of an authority by a name that Ofsted or its owner gives it; none: England's own table.
  std::function<std::optional<std::string>(std::string_view)> authority;
  std::string responsibleCode;  ///< the council whose case file this is: its own homes are in-house
  std::string responsibleName;
  Encoding encoding = Encoding::byMark;
  Progress progress;
};

/// Errors besides those of reading CSV: invalid (columns are missing or twice there), unreadable (no header, no rows, the last row is cut
/// off).
[[nodiscard]] Result<OfstedImport> readOfsted(const std::filesystem::path& file, const OfstedOptions& options);
[[nodiscard]] Result<OfstedImport> readOfstedText(std::string_view bytes, const OfstedOptions& options);

}  // namespace homeward::exchange
