// What went out in files, and by what it is known when it comes back.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/dates.h"
#include "domain/id.h"

namespace homeward {

/// A form for offers that went out.
struct SentForm {
  std::string reference;               ///< says nothing; stands in the form
  std::optional<ApproachId> approach;  ///< none: one form for all, whoever answers has to say who they are
  friend bool operator==(const SentForm&, const SentForm&) = default;
};

/// A referral as it went to providers. Its form names the people by their place in `people`.
struct SentPack {
  SentPackId id;
  ReferralId referral;
  std::string reference;
  Instant at{};
  PersonId by;
  std::int64_t referralVersion = 0;  ///< of the referral that was read
  std::vector<ChildId> people;
  std::vector<SentForm> forms;
  friend bool operator==(const SentPack&, const SentPack&) = default;
};

/// What was said of a choice before it was decided.
struct ChoiceRemark {
  ChoiceId choice;
  Instant at{};
  PersonId by;
  bool wantsMore = false;  ///< something is asked for before anything is decided
  std::string words;
  std::string answer = {};
  std::optional<Instant> answeredAt = {};
  [[nodiscard]] bool open() const { return wantsMore && !answeredAt; }
  friend bool operator==(const ChoiceRemark&, const ChoiceRemark&) = default;
};

/// A choice that went out as a file. Its answer is taken once, and not after it expires.
struct ChoiceFile {
  ChoiceFileId id;
  ChoiceId choice;
  std::string code;  ///< by chance; stands in the file and in its answer
  Instant at{};
  PersonId by;
  Instant expiresAt{};
  std::optional<Instant> answeredAt;
  std::string document;  ///< what was sent, as JSON: an answer is about that
  friend bool operator==(const ChoiceFile&, const ChoiceFile&) = default;
};

/// A file from outside that was taken in, by the digest of its bytes: it is not taken in twice.
struct TakenFile {
  std::string digest;  ///< SHA-256, in hexadecimal digits
  Instant at{};
  PersonId by;
  std::string reference;
  friend bool operator==(const TakenFile&, const TakenFile&) = default;
};

}  // namespace homeward
