#include "placements/law_dialog.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QVBoxLayout>

#include "deciding/law_words.h"
#include "shared/format.h"
#include "shared/page_parts.h"
#include "shared/plain_table.h"
#include "shared/table_columns.h"
#include "wording/wording.h"

namespace homeward::ui {
namespace {

/// What asks for something first.
int urgency(law::Judgement judgement) {
  switch (judgement) {
    case law::Judgement::broken:
      return 0;
    case law::Judgement::notKnown:
      return 1;
    case law::Judgement::satisfied:
      return 2;
    case law::Judgement::notApplicable:
      return 3;
    case law::Judgement::notJudged:
      break;
  }
  return 4;
}

QString answer(law::Judgement judgement) {
  static constexpr const char* keys[] = {"broken", "notKnown", "satisfied", "notApplicable", "notJudged"};
  return q(wording::label("judgement", keys[urgency(judgement)]));
}

QString words(const law::LegalFinding& one) {
  QString said = sentence(one.why);
  for (const Fact* more : {&one.question, &one.bringsBack})
    if (!more->empty()) said += QLatin1Char(' ') + sentence(*more);
  return said;
}

}  // namespace

LawDialog::LawDialog(const QString& about, Date placedOn, std::vector<law::LegalFinding> findings, QWidget* parent)
    : EntryDialog(parent),
      m_findings(std::move(findings)),
      m_all(new QCheckBox(tr("&Also what does not apply, or is not judged"))),
      m_table(new PlainTable(tr("Rules of the law"))),
      m_why(new TextLabel({}, Type::text)),
      m_basis(new TextLabel({}, Type::second, Ink::text2)) {
  setWindowTitle(tr("The law"));
  resize(px(900), px(620));
  auto* first =
      new TextLabel(tr("%1: judged by the law of %2, the day of arrival.").arg(about, dateText(placedOn)), Type::text, Ink::text2);
  for (TextLabel* label : {first, m_why, m_basis}) label->setWrapped(true);
  m_table->columns().setKey(QStringLiteral("law"));
  m_table->setAccessibleDescription(tr("What a rule says stands under the table"));
  auto* rows = new QVBoxLayout(this);
  rows->addWidget(first);
  rows->addWidget(m_all);
  rows->addWidget(m_table, 1);
  rows->addWidget(m_why);
  rows->addWidget(m_basis);
  auto* foot = new QDialogButtonBox(QDialogButtonBox::Close);
  connect(foot, &QDialogButtonBox::rejected, this, &QDialog::reject);
  rows->addWidget(foot);
  connect(m_all, &QCheckBox::toggled, this, &LawDialog::fill);
  connect(m_table, &PlainTable::rowChanged, this, &LawDialog::tell);
  fill();
  m_table->setFocus();
}

void LawDialog::fill() {
  m_shown.clear();
  for (const law::LegalFinding& one : m_findings)
    if (m_all->isChecked() || urgency(one.judgement) < urgency(law::Judgement::notApplicable)) m_shown.push_back(one);
  std::stable_sort(m_shown.begin(), m_shown.end(),
                   [](const law::LegalFinding& a, const law::LegalFinding& b) { return urgency(a.judgement) < urgency(b.judgement); });
  using One = law::LegalFinding;
  m_table->setRows<One>(m_shown, {{tr("Answer"), [](const One& one) { return answer(one.judgement); },
                                   [](const One& one) { return QVariant(urgency(one.judgement)); }, false},
                                  {tr("Rule"), [](const One& one) { return QString::number(one.rule); },
                                   [](const One& one) { return QVariant(one.rule); }, true},
                                  {tr("About"), [](const One& one) { return ruleTitle(one.rule); }, {}, false},
                                  {tr("Why"), [](const One& one) { return words(one); }, {}, false}});
  m_table->selectRow(m_shown.empty() ? -1 : 0);
  tell(m_table->currentRow());
}

void LawDialog::tell(int row) {
  const bool any = row >= 0 && static_cast<std::size_t>(row) < m_shown.size();
  const law::LegalFinding* one = any ? &m_shown[static_cast<std::size_t>(row)] : nullptr;
  m_why->setText(one == nullptr ? QString() : tr("%1: %2").arg(answer(one->judgement), words(*one)));
  m_basis->setText(one == nullptr ? QString() : ruleBasis(one->rule));
}

}  // namespace homeward::ui
