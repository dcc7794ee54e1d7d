// An answer of a provider that came back as a file: matched by its reference with what was sent, laid beside what is on record, and taken
// in once, whole, in one transaction.
//
// Nothing is written while it is read. Between the reading and the taking the case may move on: whatever of it the file was laid beside has
// changed by then is a conflict, and nothing is taken.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/workspace.h"
#include "domain/fact.h"
#include "domain/offer.h"
#include "domain/sent.h"
#include "exchange/offer_answer.h"

namespace homeward::app {

struct ReturnedAnswer {
  exchange::OfferAnswer answer;
  std::string digest;  ///< of the file's bytes
  SentPack pack;
  std::string number;                ///< of the referral: "R-0412"
  std::optional<Approach> approach;  ///< none: the form was one for all, and somebody has to say who answered
  Offer offer;                       ///< what it would be as an offer; without a setting until somebody says which home is meant
  std::optional<Offer> before;       ///< an offer of the same approach and home that is on record: the last one
  /// The one on record with what the file answers laid over it. What people have found out or won since stays: negotiated prices, answers
  /// that were verified, interviews, schools, whether its provider was told.
  std::optional<Offer> inPlace;
  std::vector<Fact> kept;   ///< what of the file does not count there, a sentence each
  std::vector<Fact> since;  ///< what has changed since the referral was sent, a sentence each
};
/// Refused: a file that was taken in before, a reference that was never sent from this case file, a referral that was withdrawn.
[[nodiscard]] Result<ReturnedAnswer> readReturnedAnswer(Workspace& workspace, std::string_view bytes);
/// Who answered, where the form was one for all.
[[nodiscard]] Result<ReturnedAnswer> answeredBy(Workspace& workspace, ReturnedAnswer returned, ApproachId approach);
/// Which home is meant.
[[nodiscard]] Result<ReturnedAnswer> meaning(Workspace& workspace, ReturnedAnswer returned, SettingId home);

/// One thing that an offer says, as it is on record and as the file has it.
struct OfferLine {
  std::string what;  ///< "Core fee"
  std::string onRecord;
  std::string inFile;  ///< as it would be recorded
  [[nodiscard]] bool differs() const { return onRecord != inFile; }
};
/// Two offers line by line, in the order of the form; lines on which neither says anything are left out.
[[nodiscard]] Result<std::vector<OfferLine>> compared(Workspace& workspace, const std::optional<Offer>& onRecord, const Offer& other);

enum class TakeAs { newOffer, inPlaceOfBefore };
/// Records what the file says: an offer, a decline with its reason, or a question, with what goes into the log of calls. Conflict: the file
/// was taken in meanwhile, or what it was laid beside has changed. The offer's id where it is one.
[[nodiscard]] Result<std::optional<OfferId>> takeReturnedAnswer(Workspace& workspace, const ReturnedAnswer& returned, TakeAs as);

}  // namespace homeward::app
