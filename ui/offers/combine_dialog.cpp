#include "offers/combine_dialog.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <set>

#include "app/referrals.h"
#include "app/with_support.h"
#include "matching/assess.h"
#include "offers/quote_fields.h"
#include "shared/format.h"
#include "shared/page_parts.h"
#include "support/text.h"

namespace homeward::ui {

CombineDialog::CombineDialog(app::Workspace& workspace, ReferralId referral, bool namesHidden, QWidget* parent)
    : EntryDialog(parent),
      m_workspace(workspace),
      m_referral(referral),
      m_namesHidden(namesHidden),
      m_list(new QListWidget),
      m_label(new QLineEdit) {
  setWindowTitle(tr("Combine offers"));
  resize(px(680), px(460));
  Date start = workspace.today();
  std::int64_t days = 0;
  if (const auto entry = app::referralCase(workspace, referral)) {
    m_children = entry->children;
    start = std::max(start, entry->referral.neededBy);
    days = matching::comparedDays(entry->referral);
  }
  auto* page = new QVBoxLayout(this);
  auto* head = new QLabel(tr("&Offers that still stand; Space ticks one"));
  head->setBuddy(m_list);
  m_list->setAccessibleName(tr("Offers that still stand"));
  const auto market = workspace.market();
  const auto offers = app::offersOf(workspace, referral);
  for (const Offer& offer : offers ? *offers : std::vector<Offer>{}) {
    if (offer.withdrawn || (offer.standsUntil && *offer.standsUntil < workspace.now())) continue;
    const QString home = market && offers ? q(app::offerName(**market, offer, *offers)) : tr("a home");
    const auto cost = costing::wholeCost(offer.quote, start, days);
    auto* item = new QListWidgetItem(tr("%1, for %2: %3 a week").arg(home, names(offer.children), moneyText(cost.aWeek)), m_list);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(Qt::Unchecked);
    m_offers.push_back(offer);
  }
  if (m_list->count() > 0) m_list->setCurrentRow(0);
  page->addWidget(head);
  page->addWidget(m_list, 1);
  m_leftOut = new SignLine(Sign::unknown, {});
  m_twice = new SignLine(Sign::pass, {});
  m_leftOut->setWrapped(true);
  m_twice->setWrapped(true);
  m_cost = new TextLabel({});
  m_cost->setStrong(true);
  m_cost->setWrapped(true);
  page->addWidget(m_leftOut);
  page->addWidget(m_twice);
  page->addWidget(m_cost);
  auto* form = new QFormLayout;
  auto* called = new QLabel(tr("&Called"));
  called->setBuddy(m_label);
  m_label->setAccessibleName(tr("What the option is called"));
  form->addRow(called, m_label);
  page->addLayout(form);
  m_why = new TextLabel({}, Type::text, Ink::no);
  m_why->setWrapped(true);
  page->addWidget(m_why);
  m_act = makeButton(tr("&Make one option of them"), ButtonKind::primary, QStringLiteral("tick"));
  connect(m_act, &QPushButton::clicked, this, &CombineDialog::combine);
  page->addWidget(dialogFoot(*this, m_act));
  connect(m_list, &QListWidget::itemChanged, this, &CombineDialog::follow);
  follow();
  m_list->setFocus();
}

std::vector<OfferId> CombineDialog::ticked() const {
  std::vector<OfferId> offers;
  for (int i = 0; i < m_list->count(); ++i)
    if (m_list->item(i)->checkState() == Qt::Checked) offers.push_back(m_offers[static_cast<std::size_t>(i)].id);
  return offers;
}

QString CombineDialog::names(const std::vector<ChildId>& children) const {
  std::vector<std::string> words;
  for (const ChildId id : children) {
    const auto child = std::find_if(m_children.begin(), m_children.end(), [id](const Child& one) { return one.id == id; });
    if (child == m_children.end())
      words.push_back(utf8(tr("somebody who is no longer in the referral")));
    else
      words.push_back(m_namesHidden ? child->number : child->name);
  }
  return q(listed(words));
}

QString CombineDialog::whyNot(const std::vector<OfferId>& offers, const app::Combination& made) const {
  if (offers.size() < 2) return tr("Tick at least two offers to put together.");
  if (!made.leftOut.empty()) return tr("Tick an offer that takes %1 as well.").arg(names(made.leftOut));
  if (!made.twice.empty()) return tr("Untick an offer so that nobody is taken twice.");
  const auto options = m_workspace.file().offers().options(m_referral);
  const std::set<OfferId> wanted(offers.begin(), offers.end());
  for (const Option& option : options ? *options : std::vector<Option>{})
    if (std::set<OfferId>(option.offers.begin(), option.offers.end()) == wanted)
      return tr("These offers are an option already: “%1”.").arg(q(option.label));
  return {};
}

void CombineDialog::follow() {
  const auto offers = ticked();
  const auto made = app::combination(m_workspace, m_referral, offers);
  if (!made) {
    m_why->setText(q(made.error().detail));
    m_act->setEnabled(false);
    return;
  }
  const bool none = offers.empty();
  m_leftOut->setLine(made->leftOut.empty() ? Sign::pass : Sign::unknown,
                     made->leftOut.empty() ? tr("Everybody is taken.") : tr("Left out: %1.").arg(names(made->leftOut)), Ink::text);
  m_twice->setLine(made->twice.empty() ? Sign::pass : Sign::fail,
                   made->twice.empty() ? tr("Nobody is taken twice.") : tr("Taken twice: %1.").arg(names(made->twice)), Ink::text);
  m_twice->setVisible(!none);
  m_cost->setText(none ? tr("Whole cost: nothing is ticked.") : tr("Whole cost: %1").arg(wholeCostText(made->cost)));
  m_label->setPlaceholderText(q(made->label));
  const QString why = whyNot(offers, *made);
  m_why->setText(why);
  m_why->setVisible(!why.isEmpty());
  m_act->setEnabled(why.isEmpty());
  m_act->setToolTip(why);
  m_act->setAccessibleDescription(why);
}

void CombineDialog::combine() {
  const auto made = app::combineOffers(m_workspace, m_referral, ticked(), utf8(m_label->text()));
  if (!made) {
    m_why->setText(q(made.error().detail));
    m_why->show();
    return;
  }
  m_saved = *made;
  accept();
}

}  // namespace homeward::ui
