// The files by which a referral goes to providers: to read (PDF), for a program (JSON), to fill in (XLSX), and a mail draft for each
// provider, or one with blind copies. Names of files and subjects say nothing but the pack's reference.
#pragma once

#include <string>
#include <vector>

#include "app/asking.h"
#include "app/deidentified.h"

namespace homeward::app {

struct PackFile {
  std::string name;
  std::string bytes;
};
struct PackFiles {
  std::vector<PackFile> files;
  std::vector<std::string> withoutDraft;  ///< providers of whom no address is known that can be used
};
enum class Mails { oneEach, blindCopies };

/// A reference that says nothing: six letters and digits that are not taken for one another.
[[nodiscard]] std::string newReference();
/// By which the answer of one approach is known: the pack's reference and a number.
[[nodiscard]] std::string referenceOf(const std::string& pack, ApproachId approach);

/// `pdf` is the letter as the window printed it. Those of `asked` who have no mail address get files and no draft. With blind copies all
/// answer on one form, which does not say whose it is.
[[nodiscard]] Result<PackFiles> packFiles(Workspace& workspace, const disclosure::ReferralPack& pack, const std::string& pdf,
                                          const std::vector<ApproachLine>& asked, Mails mails);
/// Logs with each approach by which reference its files were written, in one transaction.
[[nodiscard]] Result<void> notePackSent(Workspace& workspace, const std::vector<ApproachLine>& asked, const std::string& reference);

}  // namespace homeward::app
