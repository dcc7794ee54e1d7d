#include "app/pack_files.h"

#include <algorithm>
#include <random>

#include "exchange/mail_draft.h"
#include "exchange/offer_form.h"
#include "exchange/pack_json.h"
#include "wording/wording.h"

namespace homeward::app {
namespace {

std::string said(const std::string& key, std::vector<FactArgument> arguments = {}) {
  return wording::sentence({"pack." + key, std::move(arguments)});
}

constexpr const char* pdfType = "application/pdf";
constexpr const char* xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

std::string mailWords(const disclosure::ReferralPack& pack) {
  std::string words = said("mail.hello") + "\n\n" + said("mail.what") + "\n";
  if (pack.answerBy) words += said("mail.by", {longDate(englandDay(*pack.answerBy)), clockTime(*pack.answerBy)}) + "\n";
  return words + "\n" + said("mail.how") + "\n\n" + said("mail.foot") + "\n";
}

std::string byChance(int length) {
  constexpr std::string_view letters = "ABCDEFGHJKMNPQRSTVWXYZ23456789";
  std::random_device chance;
  std::uniform_int_distribution<std::size_t> pick(0, letters.size() - 1);
  std::string made;
  for (int i = 0; i < length; ++i) made.push_back(letters[pick(chance)]);
  return made;
}

/// A reference of its own for each form, told apart from the others of the pack.
std::string formReference(const std::string& pack, const std::vector<SentForm>& others) {
  constexpr int length = 4;
  for (;;) {
    std::string made = pack + "-" + byChance(length);
    if (std::ranges::none_of(others, [&](const SentForm& form) { return form.reference == made; })) return made;
  }
}

}  // namespace

std::string newReference() {
  constexpr int length = 6;
  return byChance(length);
}

Result<PackFiles> packFiles(Workspace& workspace, const disclosure::ReferralPack& pack, const std::string& pdf,
                            const std::vector<ApproachLine>& asked, Mails mails) {
  const auto market = workspace.market();
  if (!market) return failed(market);
  const std::string letter = letterOf(pack);
  PackFiles all;
  std::vector<PackFile>& files = all.files;
  files = {{"referral-" + pack.reference + ".pdf", pdf}, {"referral-" + pack.reference + ".json", exchange::packJson(pack)}};
  const auto form = [&](const std::string& reference) -> Result<PackFile> {
    disclosure::ReferralPack own = pack;
    own.reference = reference;
    auto bytes = exchange::offerFormXlsx(own, letterOf(own));
    if (!bytes) return failed(bytes);
    return PackFile{"offer-" + reference + ".xlsx", *std::move(bytes)};
  };
  const auto draft = [&](std::vector<std::string> to, std::vector<std::string> blind, const PackFile& offer) {
    return exchange::mailDraft({std::move(to),
                                std::move(blind),
                                said("mail.subject", {pack.reference}),
                                mailWords(pack),
                                {{files[0].name, pdfType, pdf}, {offer.name, xlsxType, offer.bytes}},
                                workspace.now()});
  };
  const auto addressOf = [&](const ApproachLine& line) {
    const Provider* provider = (*market)->provider(line.approach.provider);
    const bool usable = provider != nullptr && exchange::isMailAddress(provider->email);
    if (!usable && std::ranges::find(all.withoutDraft, line.provider) == all.withoutDraft.end()) all.withoutDraft.push_back(line.provider);
    return usable ? provider->email : std::string();
  };
  if (mails == Mails::blindCopies || asked.empty()) {
    all.forms.push_back({pack.reference, std::nullopt});
    auto offer = form(pack.reference);
    if (!offer) return failed(offer);
    std::vector<std::string> blind;
    for (const ApproachLine& line : asked)
      if (const std::string address = addressOf(line); !address.empty() && std::ranges::find(blind, address) == blind.end())
        blind.push_back(address);
    if (!blind.empty()) {
      auto mail = draft({}, blind, *offer);
      if (!mail) return failed(mail);
      files.push_back({"mail-" + pack.reference + ".eml", *std::move(mail)});
    }
    files.push_back(*std::move(offer));
    return all;
  }
  for (const ApproachLine& line : asked) {
    const std::string reference = formReference(pack.reference, all.forms);
    all.forms.push_back({reference, line.approach.id});
    auto offer = form(reference);
    if (!offer) return failed(offer);
    if (const std::string address = addressOf(line); !address.empty()) {
      auto mail = draft({address}, {}, *offer);
      if (!mail) return failed(mail);
      files.push_back({"mail-" + reference + ".eml", *std::move(mail)});
    }
    files.push_back(*std::move(offer));
  }
  return all;
}

Result<void> notePackSent(Workspace& workspace, const ReferralCase& entry, const std::vector<ApproachLine>& asked,
                          const std::string& reference, const PackFiles& files) {
  SentPack sent;
  sent.referral = entry.referral.id;
  sent.reference = reference;
  sent.at = workspace.now();
  sent.by = workspace.user().id;
  sent.referralVersion = entry.referral.version;
  for (const Child& child : entry.children) sent.people.push_back(child.id);
  sent.forms = files.forms;
  return workspace.change([&](store::Transaction& in) -> Result<void> {
    if (const auto kept = workspace.file().sent().addPack(in, sent); !kept) return failed(kept);
    for (const ApproachLine& line : asked) {
      const auto own = std::ranges::find(files.forms, std::optional(line.approach.id), &SentForm::approach);
      auto stored = workspace.file().offers().approach(line.approach.id);
      if (!stored) return failed(stored);
      stored->log.push_back({sent.at, sent.by, CallOutcome::sent, said("sent", {own == files.forms.end() ? reference : own->reference})});
      if (const auto saved = workspace.file().offers().saveApproach(in, *stored); !saved) return failed(saved);
    }
    return {};
  });
}

}  // namespace homeward::app
