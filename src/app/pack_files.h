// The files by which a referral goes to providers: to read (PDF), for a program (JSON), to fill in (XLSX), and a mail draft for each
// provider, or one with blind copies. Names of files and subjects say nothing but the pack's reference.
#pragma once

#include <string>
#include <vector>

#include "app/asking.h"
#include "app/deidentified.h"
#include "domain/sent.h"

namespace homeward::app {

struct PackFile {
  std::string name;
  std::string bytes;
};
struct PackFiles {
  std::vector<PackFile> files;
  std::vector<SentForm> forms;            ///< by which references answers will be known
  std::vector<std::string> withoutDraft;  ///< providers of whom no address is known that can be used
};
enum class Mails { oneEach, blindCopies };

/// A reference that says nothing: six letters and digits that are not taken for one another.
[[nodiscard]] std::string newReference();
/// `pdf` is the letter as the window printed it. Those of `asked` who have no mail address get files and no draft. Each form has a
/// reference of its own, the pack's and four letters by chance; with blind copies all answer on one form, which does not say whose it is.
[[nodiscard]] Result<PackFiles> packFiles(Workspace& workspace, const disclosure::ReferralPack& pack, const std::string& pdf,
                                          const std::vector<ApproachLine>& asked, Mails mails);
/// Keeps by which references the forms of this pack were written and for whom, and logs it with each approach, in one transaction.
/// `entry` is the referral as it was read.
[[nodiscard]] Result<void> notePackSent(Workspace& workspace, const ReferralCase& entry, const std::vector<ApproachLine>& asked,
                                        const std::string& reference, const PackFiles& files);

}  // namespace homeward::app
