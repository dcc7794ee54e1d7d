// What is typed into the form and not saved: kept every few seconds as it stands, offered again, put back.
#include <QComboBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTimer>
#include <algorithm>
#include <functional>

#include "referrals/needs_table.h"
#include "referrals/referral_form.h"
#include "referrals/referral_form_child.h"
#include "shared/format.h"
#include "shared/names.h"
#include "shared/typed.h"

namespace homeward::ui {
namespace {

QJsonObject objectOf(const app::Draft& draft) { return QJsonDocument::fromJson(QByteArray::fromStdString(draft.typed)).object(); }
std::int64_t versionOf(const QJsonObject& typed) { return static_cast<std::int64_t>(typed.value("version").toDouble()); }
ChildId childOf(const QJsonValue& one) { return ChildId{static_cast<std::int64_t>(one["child"].toDouble())}; }

}  // namespace

QByteArray ReferralForm::typed() const {
  QList<QWidget*> parts;
  parts << m_whose;
  QJsonArray children;
  for (std::size_t i = 0; i < m_rows.size(); ++i) {
    const Child& child = m_rows[i]->stored();
    children.append(QJsonObject{{"child", qint64{child.id.value}},
                                {"version", qint64{child.version}},
                                {"fields", typedIn(m_rows[i]->fields())},
                                {"needs", typedIn(*m_needs[i])}});
    parts << m_rows[i] << m_needs[i];
  }
  const QJsonObject all{{"children", children}, {"form", typedIn(*this, parts)}, {"version", qint64{m_stored.referral.version}}};
  return QJsonDocument(all).toJson(QJsonDocument::Compact);
}

bool ReferralForm::keepTyped() {
  if (m_workspace.readOnly()) return false;
  const QByteArray now = typed();
  if (now == m_typed) return true;
  const auto kept = app::keepDraft(m_workspace, {m_kept, {}, m_stored.referral.id, now.toStdString()});
  if (!kept) {
    m_whyNotKept = q(kept.error().detail);
    emit saved(tr("The draft was not saved: %1").arg(m_whyNotKept));
    return false;
  }
  m_kept = *kept;
  m_typed = now;
  emit saved(tr("Draft saved %1").arg(timeText(m_workspace.now())));
  return true;
}

void ReferralForm::forgetTyped() {
  m_kept = {};
  m_typed = typed();
}

void ReferralForm::offerTyped() {
  m_offered.reset();
  std::vector<std::int64_t> open;  // another form of this window has it
  for (const ReferralForm* form : window()->findChildren<ReferralForm*>()) open.push_back(form->draft());
  if (const auto drafts = app::drafts(m_workspace))
    for (const app::Draft& draft : *drafts)
      if (!m_offered && draft.referral == m_stored.referral.id && std::ranges::find(open, draft.mark.id) == open.end()) m_offered = draft;
  m_offer->setVisible(m_offered.has_value());
  if (!m_offered) return;
  const QString until = momentText(m_offered->at);
  m_offer->setText(
      isBehind(*m_offered)
          ? tr("You typed it until %1, and what it changes was saved since. It can be read again, but not saved over that.").arg(until)
          : tr("You typed it until %1. It can be continued where it broke off.").arg(until));
}

void ReferralForm::throwAwayOffered() {
  if (m_offered) {
    const auto gone = app::discardDraft(m_workspace, m_offered->mark);
    if (!gone)
      emit saved(tr("It was not thrown away: %1").arg(q(gone.error().detail)));
    else if (!*gone)
      emit saved(tr("It was saved, thrown away or gone on with elsewhere since, and was left as it is"));
  }
  offerTyped();
}

const Child* ReferralForm::childNow(ChildId id) const {
  if (!id.stored()) return nullptr;
  for (const std::vector<Child>& children : {std::cref(m_stored.children), std::cref(m_known)})
    if (const auto found = std::ranges::find(children, id, &Child::id); found != children.end()) return &*found;
  return nullptr;
}

bool ReferralForm::isBehind(const app::Draft& draft) const {
  const QJsonObject typed = objectOf(draft);
  if (versionOf(typed) != m_stored.referral.version) return true;
  const QJsonArray children = typed.value("children").toArray();
  return std::any_of(children.begin(), children.end(), [this](const QJsonValue& one) {
    const Child* now = childNow(childOf(one));
    return now != nullptr && now->version != versionOf(one.toObject());
  });
}

void ReferralForm::takeUp(const app::Draft& draft) {
  if (draft.referral != m_stored.referral.id) return;  // the referral cannot be read; what was typed waits
  const QJsonObject typed = objectOf(draft);
  m_reading = true;
  m_stored.referral.version = versionOf(typed);
  clearChildren();
  for (const QJsonValue one : typed.value("children").toArray()) {
    const Child* known = childNow(childOf(one));
    addChild(known);
    if (known != nullptr) {
      Child then = *known;
      then.version = versionOf(one.toObject());
      m_rows.back()->kept(then);
    }
    typeAgain(m_rows.back()->fields(), one["fields"].toArray());
    // Each risk that is typed again makes room for the next one.
    NeedsTable& needs = *m_needs.back();
    for (std::size_t lines = 0; lines != needs.riskLines();) {
      lines = needs.riskLines();
      typeAgain(needs, one["needs"].toObject());
    }
  }
  if (m_rows.empty()) addChild(nullptr);
  QList<QWidget*> parts;
  parts << m_whose;
  for (std::size_t i = 0; i < m_rows.size(); ++i) parts << m_rows[i] << m_needs[i];
  typeAgain(*this, typed.value("form").toObject(), parts);
  m_reading = false;
  m_kept = draft.mark;
  m_typed = this->typed();
  m_dirty = true;
  m_offered.reset();
  m_offer->hide();
  orderTabs();
  setNamesHidden(nameCover().hidden());
  emit titleChanged();
}

}  // namespace homeward::ui
