#include "deciding/shown_options.h"

#include <QDialogButtonBox>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "shared/format.h"
#include "shared/page_parts.h"
#include "wording/wording.h"

namespace homeward::ui {
namespace {

QString scoreWords(const matching::Ranked& row) {
  const int low = matching::shownScore(row.known);
  const int high = matching::shownScore(row.possible);
  return low == high ? QObject::tr("score %1").arg(low) : QObject::tr("score %1 to %2").arg(low).arg(high);
}

}  // namespace

ShownOptionsDialog::ShownOptionsDialog(const app::RankedReferral& ranked, const std::vector<OptionId>& shown, QWidget* parent)
    : QDialog(parent), m_list(new QListWidget), m_words(new TextLabel({}, Type::second, Ink::text2)) {
  setWindowTitle(tr("Options side by side"));
  resize(px(640), px(420));
  auto* page = new QVBoxLayout(this);
  auto* about = new TextLabel(tr("Every offer that stands, in the order of the ranking. Space ticks one; at most five stand side by side."),
                              Type::text, Ink::text2);
  about->setWrapped(true);
  page->addWidget(about);
  m_list->setAccessibleName(tr("Offers that stand, in the order of the ranking"));
  page->addWidget(m_list, 1);
  page->addWidget(m_words);
  m_use = makeButton(tr("&Show these"), ButtonKind::primary, "tick");
  page->addWidget(dialogFoot(*this, m_use));
  int place = 0;
  for (const matching::Ranked& row : ranked.ranking()) {
    const app::CandidateName& name = ranked.name(row.candidate);
    if (!name.option) continue;
    const auto cost = ranked.assessment().explain(row.candidate).cost;
    QStringList words{tr("%1. %2").arg(++place).arg(q(name.name)), q(name.provider), scoreWords(row),
                      cost ? tr("%1 a week").arg(wholePoundsText(cost->aWeek)) : tr("price not known")};
    if (row.status == matching::Status::toConfirm) words << q(wording::word("status", "toConfirm"));
    if (row.status == matching::Status::notEligible) words << q(wording::word("status", "notEligible"));
    auto* item = new QListWidgetItem(words.join(QStringLiteral(" · ")), m_list);
    item->setData(Qt::UserRole, QVariant::fromValue(qlonglong{name.option->value}));
    item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
    const bool ticked = std::find(shown.begin(), shown.end(), *name.option) != shown.end();
    item->setCheckState(ticked ? Qt::Checked : Qt::Unchecked);
  }
  connect(m_list, &QListWidget::itemChanged, this, &ShownOptionsDialog::follow);
  connect(m_use, &QPushButton::clicked, this, &QDialog::accept);
  m_list->setCurrentRow(0);
  m_list->setFocus();
  follow();
}

std::vector<OptionId> ShownOptionsDialog::chosen() const {
  std::vector<OptionId> chosen;
  for (int i = 0; i < m_list->count(); ++i)
    if (m_list->item(i)->checkState() == Qt::Checked) chosen.push_back(OptionId{m_list->item(i)->data(Qt::UserRole).toLongLong()});
  return chosen;
}

void ShownOptionsDialog::follow() {
  const auto count = static_cast<int>(chosen().size());
  m_use->setEnabled(count > 0 && count <= most);
  m_words->setText(count == 0     ? tr("Tick at least one.")
                   : count > most ? tr("%1 are ticked; untick %2.").arg(count).arg(count - most)
                                  : tr("%1 of at most %2 are ticked.").arg(count).arg(most));
  m_use->setToolTip(m_use->isEnabled() ? QString() : m_words->text());
}

}  // namespace homeward::ui
