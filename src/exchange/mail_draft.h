// A mail as a draft in a file (.eml, RFC 5322 with MIME): any mail program opens it, the officer reads it and sends it. Nothing is sent
// from here.
//
// It names no machine and no program: no Message-ID, no User-Agent. "X-Unsent: 1" lets mail programs that know it open it for writing.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/dates.h"
#include "support/result.h"

namespace homeward::exchange {

struct Attachment {
  std::string name;  ///< "referral-K7QF3M.pdf"; says nothing of the child
  std::string type;  ///< "application/pdf"
  std::string bytes;
};
struct MailDraft {
  std::vector<std::string> to;  ///< addresses; empty where everybody stands under `blindCopies`
  std::vector<std::string> blindCopies;
  std::string subject;
  std::string words;  ///< plain text, UTF-8
  std::vector<Attachment> attachments;
  Instant on{};
};
/// One address as programs write it: no name beside it, no list.
[[nodiscard]] bool isMailAddress(std::string_view address);
/// The file's bytes. Invalid: an address that is none, or a line break in the subject or in a name.
[[nodiscard]] Result<std::string> mailDraft(const MailDraft& draft);

}  // namespace homeward::exchange
