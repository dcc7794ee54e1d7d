// The right side of the form: what is thin with the way to its field, what will be owed, and what happens next.
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>

#include "referrals/needs_table.h"
#include "referrals/referral_form.h"
#include "referrals/referral_form_child.h"
#include "shared/format.h"
#include "shared/names.h"
#include "wording/wording.h"

namespace homeward::ui {
namespace {

constexpr int youngestForSupported = 16;  // law since 9 September 2021, with no waiver
constexpr int minutesAnHour = 60;

Sign signOf(app::QualityFinding::Weight weight) { return weight == app::QualityFinding::Weight::mustMend ? Sign::fail : Sign::unknown; }

}  // namespace

void ReferralForm::showSupported() {
  int youngest = -1;
  QString name;
  for (const ChildRow* row : m_rows) {
    Child child = row->stored();
    row->write(child);
    if (child.born == Date{}) continue;
    const int age = ageOn(child.born, m_workspace.today());
    if (youngest < 0 || age < youngest) youngest = age, name = row->called();
  }
  QCheckBox* box = m_settings.back();
  const bool tooYoung = youngest >= 0 && youngest < youngestForSupported;
  box->setEnabled(!tooYoung);
  const QString why = tr("%1 is %2. Supported accommodation is for 16 and 17 only: law since 9 September 2021, with no waiver.")
                          .arg(name.isEmpty() ? tr("The child") : name)
                          .arg(youngest);
  m_why->setText(tooYoung ? why : QString());
  m_why->setVisible(tooYoung);
  box->setAccessibleDescription(tooYoung ? shown(why) : QString());
}

void ReferralForm::showSide() {
  showSupported();
  showChildNames();
  m_head->setTitle(title());
  const app::ReferralCase now = entry();
  m_head->setSubtitle(now.referral.number.empty()
                          ? tr("draft · entered by %1").arg(q(m_workspace.user().name))
                          : tr("%1 · %2").arg(q(now.referral.number), q(wording::word("stage", text(now.referral.stage)))));
  // While one of its buttons has the keyboard the side stays as it is.
  if (QWidget* focus = m_side->focusWidget(); focus != nullptr && focus->hasFocus()) return;
  while (QLayoutItem* old = m_sideRows->takeAt(0)) {
    if (old->widget() != nullptr) old->widget()->hide(), old->widget()->deleteLater();
    delete old;
  }
  const auto findings = app::qualityOf(now, m_workspace.today());
  const int passed = app::qualityChecks() - static_cast<int>(findings.size());
  m_sideRows->addWidget(new SectionHead(tr("Quality"), tr("%1 of %2 checks pass").arg(passed).arg(app::qualityChecks())));
  for (const app::QualityFinding& finding : findings) {
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    auto* words = new QVBoxLayout;
    words->addWidget(new SignLine(signOf(finding.weight), sentence(finding.what)));
    auto* mend = new TextLabel(sentence(finding.mend), Type::second, Ink::text2);
    mend->setWrapped(true);
    words->addWidget(mend);
    row->addLayout(words, 1);
    if (QWidget* field = fieldOf(finding.field, firstLookedAfter(now)); field != nullptr) {
      auto* show = makeButton(tr("Show"), ButtonKind::plain);
      show->setAccessibleName(tr("Show the field: %1").arg(sentence(finding.what)));
      connect(show, &QPushButton::clicked, this, [this, to = QPointer<QWidget>(field)] { focusOn(to); });
      row->addWidget(show, 0, Qt::AlignTop);
    }
    m_sideRows->addWidget(line);
  }
  const auto owed = owedOnEntry(now.referral, now.children, m_workspace.today(), m_workspace.calendar());
  m_sideRows->addWidget(new Hairline);
  m_sideRows->addWidget(new SectionHead(
      tr("Owed"),
      tr("%1 can wait; each goes to My work with its day").arg(plural(static_cast<std::int64_t>(owed.size()), tr("fact"), tr("facts")))));
  for (const OwedStep& step : owed) {
    auto* line = new TextLabel(tr("%1, %2").arg(q(wording::label("owed", step.what)), dateText(step.due)));
    line->setWrapped(true);
    m_sideRows->addWidget(line);
  }
  m_sideRows->addWidget(new Hairline);
  m_sideRows->addWidget(new SectionHead(tr("What happens next")));
  QString until = dateText(now.referral.neededBy);
  if (const auto minute = now.referral.neededByMinute)
    until += QTime(*minute / minutesAnHour, *minute % minutesAnHour).toString(QStringLiteral(", HH:mm"));
  for (const QString& words : {tr("Now: the market is matched to this referral, in-house first."),
                               tr("Nobody is asked until you say whom."), tr("%1: a home is needed.").arg(until)}) {
    auto* line = new TextLabel(words);
    line->setWrapped(true);
    m_sideRows->addWidget(line);
  }
  m_sideRows->addStretch();
  emit statusChanged(tr("%1 of %2 checks pass").arg(passed).arg(app::qualityChecks()), tr("%1 owed").arg(owed.size()));
}

}  // namespace homeward::ui
