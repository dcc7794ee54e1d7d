// What went out in files and what came back: referrals for providers with the references of their forms, choices, and the digests of what
// was taken in. They are added and read; a choice's file is answered once.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/sent.h"
#include "store/transaction.h"

namespace homeward::store {

class SentStore {
 public:
  explicit SentStore(Connection& connection) : m_connection(&connection) {}

  [[nodiscard]] Result<SentPackId> addPack(Transaction& in, const SentPack& pack);  ///< with the referral's history
  [[nodiscard]] Result<std::vector<SentPack>> packs(ReferralId referral) const;     ///< by id
  /// The pack whose form, or the pack that itself, is known by this reference. None: there is none.
  [[nodiscard]] Result<std::optional<SentPack>> packOf(const std::string& reference) const;

  [[nodiscard]] Result<ChoiceFileId> addChoiceFile(Transaction& in, const ChoiceFile& file);  ///< with the choice's history
  [[nodiscard]] Result<std::vector<ChoiceFile>> choiceFiles(ChoiceId choice) const;           ///< by id
  [[nodiscard]] Result<std::optional<ChoiceFile>> choiceFile(const std::string& code) const;
  /// At the transaction's moment. Conflict when it was answered before.
  [[nodiscard]] Result<void> answered(Transaction& in, ChoiceFileId id);

  [[nodiscard]] Result<void> addRemark(Transaction& in, const ChoiceRemark& remark);  ///< with the choice's history
  [[nodiscard]] Result<std::vector<ChoiceRemark>> remarks(ChoiceId choice) const;     ///< in the order in which they were made
  /// What was asked for first and has no answer yet gets one. Not found: nothing is open.
  [[nodiscard]] Result<void> answerRemark(Transaction& in, ChoiceId choice, const std::string& answer);

  /// By the transaction's person at its moment. Conflict when those bytes were taken in before.
  [[nodiscard]] Result<void> addTaken(Transaction& in, const std::string& digest, const std::string& reference);
  [[nodiscard]] Result<std::optional<TakenFile>> taken(const std::string& digest) const;

 private:
  Connection* m_connection;
};

}  // namespace homeward::store
