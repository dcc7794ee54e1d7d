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
#include "shared/typed.h"

namespace homeward::ui {

QByteArray ReferralForm::typed() const {
  QList<QWidget*> parts;
  parts << m_whose;
  QJsonArray children;
  for (std::size_t i = 0; i < m_rows.size(); ++i) {
    const qint64 known = m_rows[i]->stored().id.value;
    children.append(QJsonObject{{"child", known}, {"fields", typedIn(m_rows[i]->fields())}, {"needs", typedIn(*m_needs[i])}});
    parts << m_rows[i] << m_needs[i];
  }
  return QJsonDocument(QJsonObject{{"children", children}, {"form", typedIn(*this, parts)}}).toJson(QJsonDocument::Compact);
}

bool ReferralForm::keepTyped() {
  if (m_workspace.readOnly()) return false;
  const QByteArray now = typed();
  if (now == m_typed) return true;
  const auto kept = app::keepDraft(m_workspace, {m_draftId, {}, m_stored.referral.id, now.toStdString()});
  if (!kept) {
    emit saved(tr("The draft was not saved: %1").arg(q(kept.error().detail)));
    return false;
  }
  m_draftId = *kept;
  m_typed = now;
  emit saved(tr("Draft saved %1").arg(timeText(m_workspace.now())));
  return true;
}

void ReferralForm::forgetTyped() {
  if (m_draftId != 0) (void)app::discardDraft(m_workspace, m_draftId);
  m_draftId = 0;
  m_typed = typed();
}

void ReferralForm::offerTyped() {
  m_offered.reset();
  std::vector<std::int64_t> open;  // another form of this window has it
  for (const ReferralForm* form : window()->findChildren<ReferralForm*>()) open.push_back(form->draft());
  if (const auto drafts = app::drafts(m_workspace))
    for (const app::Draft& draft : *drafts)
      if (!m_offered && draft.referral == m_stored.referral.id && std::ranges::find(open, draft.id) == open.end()) m_offered = draft;
  m_offer->setVisible(m_offered.has_value());
  if (m_offered) m_offer->setText(tr("You typed it until %1. It can be continued where it broke off.").arg(momentText(m_offered->at)));
}

void ReferralForm::takeUp(const app::Draft& draft) {
  const QJsonObject typed = QJsonDocument::fromJson(QByteArray::fromStdString(draft.typed)).object();
  m_reading = true;
  clearChildren();
  for (const QJsonValue& one : typed.value("children").toArray()) {
    const ChildId id{static_cast<std::int64_t>(one["child"].toDouble())};
    const Child* known = nullptr;
    for (const std::vector<Child>& children : {std::cref(m_known), std::cref(m_stored.children)})
      for (const Child& child : children)
        if (id.stored() && child.id == id) known = &child;
    addChild(known);
    typeAgain(m_rows.back()->fields(), one["fields"].toArray());
    typeAgain(*m_needs.back(), one["needs"].toObject());
  }
  if (m_rows.empty()) addChild(nullptr);
  QList<QWidget*> parts;
  parts << m_whose;
  for (std::size_t i = 0; i < m_rows.size(); ++i) parts << m_rows[i] << m_needs[i];
  typeAgain(*this, typed.value("form").toObject(), parts);
  m_reading = false;
  m_draftId = draft.id;
  m_typed = this->typed();
  m_dirty = true;
  m_offered.reset();
  m_offer->hide();
  orderTabs();
  showSide();
  emit titleChanged();
}

}  // namespace homeward::ui
