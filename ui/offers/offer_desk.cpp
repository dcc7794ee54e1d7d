#include "offers/offer_desk.h"

#include <QMenu>

#include "app/asking.h"
#include "app/with_support.h"
#include "market/setting_editor.h"
#include "offers/combine_dialog.h"
#include "offers/home_dialog.h"
#include "offers/negotiate_dialog.h"
#include "offers/offer_editor.h"
#include "offers/open_question.h"
#include "offers/question_dialog.h"
#include "shared/format.h"
#include "shell/main_window.h"
#include "shell/navigator.h"
#include "wording/wording.h"

namespace homeward::ui {

OfferDesk::OfferDesk(app::Workspace& workspace, Navigator& navigator, MainWindow& window, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_navigator(navigator), m_window(window) {}

void OfferDesk::record(ReferralId referral, SettingId setting) {
  auto draft = app::offerDraft(m_workspace, referral, setting);
  if (!draft) return m_window.setTrouble(tr("The offer cannot be recorded."), q(draft.error().detail));
  OfferEditor editor(m_workspace, *std::move(draft), m_window.namesHidden(), &m_window);
  if (editor.exec() == QDialog::Accepted) m_window.setSaved(tr("The offer was recorded"));
}

void OfferDesk::recordOf(ReferralId referral, ProviderId id) {
  const auto market = m_workspace.market();
  const Provider* provider = market ? (*market)->provider(id) : nullptr;
  if (provider == nullptr) return m_window.setTrouble(tr("The offer cannot be recorded."), tr("This provider is no longer in the market."));
  HomeDialog dialog(m_workspace, *provider, &m_window);
  if (dialog.exec() == QDialog::Accepted) record(referral, dialog.home());
}

void OfferDesk::change(OfferId id) {
  auto offer = m_workspace.file().offers().offer(id);
  if (!offer) return m_window.setTrouble(tr("The offer cannot be opened."), q(offer.error().detail));
  OfferEditor editor(m_workspace, *std::move(offer), m_window.namesHidden(), &m_window);
  const bool changed = editor.exec() == QDialog::Accepted;
  if (!editor.told().isEmpty())
    m_window.setSaved(editor.told());
  else if (changed)
    m_window.setSaved(tr("The offer was changed"));
}

void OfferDesk::negotiate(OfferId id) {
  NegotiateDialog dialog(m_workspace, id, &m_window);
  dialog.exec();
  if (!dialog.told().isEmpty()) m_window.setSaved(dialog.told());
}

void OfferDesk::changeOption(ReferralId referral, OptionId id) {
  const auto options = m_workspace.file().offers().options(referral);
  if (!options) return;
  for (const Option& option : *options) {
    if (option.id != id) continue;
    if (option.offers.size() == 1) return change(option.offers.front());
    QMenu which(&m_window);
    which.setAccessibleName(tr("Which offer"));
    for (const OfferId one : option.offers) {
      const auto offer = m_workspace.file().offers().offer(one);
      const auto name = offer ? app::offerName(m_workspace, *offer) : Result<std::string>(tl::unexpected<Error>(offer.error()));
      QAction* act = which.addAction(name ? q(*name) : tr("an offer"));
      connect(act, &QAction::triggered, this, [this, one] { change(one); });
    }
    which.setActiveAction(which.actions().front());
    which.exec(m_window.mapToGlobal(m_window.rect().center()));
    return;
  }
}

void OfferDesk::combine(ReferralId referral) {
  CombineDialog dialog(m_workspace, referral, m_window.namesHidden(), &m_window);
  if (dialog.exec() == QDialog::Accepted) m_window.setSaved(tr("The offers are one option now"));
}

void OfferDesk::ask(ReferralId referral, OptionId option, std::size_t criterion) {
  const auto open = openQuestion(m_workspace, referral, option, criterion);
  const auto offer = open ? m_workspace.file().offers().offer(open->offer) : Result<Offer>(tl::unexpected<Error>(open.error()));
  if (!offer) return m_window.setTrouble(tr("The question cannot be logged."), q(offer.error().detail));
  if (answeredIn(open->question) == AnswerPlace::referral)
    return m_window.setTrouble(
        tr("No provider can answer this: our own records do."),
        tr("%1 Press “Record an answer…” and enter it in the referral, or with the child.").arg(sentence(open->question)));
  QuestionDialog dialog(m_workspace, *offer, open->question.empty() ? QString() : q(wording::sentence(open->question)), &m_window);
  if (dialog.exec() == QDialog::Accepted) m_window.setSaved(tr("The question was logged"));
}

void OfferDesk::answer(ReferralId referral, OptionId option, std::size_t criterion) {
  const auto open = openQuestion(m_workspace, referral, option, criterion);
  if (!open) return m_window.setTrouble(tr("The answer cannot be recorded."), q(open.error().detail));
  const auto market = m_workspace.market();
  const Setting* home = market ? (*market)->setting(open->setting) : nullptr;
  switch (answeredIn(open->question)) {
    case AnswerPlace::referral:
      return m_navigator.editReferral(referral);
    case AnswerPlace::setting: {
      if (home == nullptr) return;
      SettingEditor editor(m_workspace, *home, &m_window);
      if (editor.exec() == QDialog::Accepted) m_window.setSaved(tr("The answer was recorded"));
      return;
    }
    case AnswerPlace::offer:
      break;
  }
  auto offer = m_workspace.file().offers().offer(open->offer);
  if (!offer) return m_window.setTrouble(tr("The offer cannot be opened."), q(offer.error().detail));
  OfferEditor editor(m_workspace, *std::move(offer), m_window.namesHidden(), &m_window);
  editor.openAt(*open);
  if (editor.exec() == QDialog::Accepted) m_window.setSaved(tr("The answer was recorded"));
}

}  // namespace homeward::ui
