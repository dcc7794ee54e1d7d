#include "worklist/whom_to_ask.h"

#include <QListWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "app/asking.h"
#include "market/market_rows.h"
#include "shared/format.h"

namespace homeward::ui {

Result<std::vector<CouldAsk>> couldAsk(app::Workspace& workspace, ReferralId referral, std::size_t most) {
  const auto atlas = workspace.atlas();
  if (!atlas) return failed(atlas);
  auto ranked = app::rankMarket(workspace, referral);
  if (!ranked) return failed(ranked);
  const auto asked = app::approachLines(workspace, referral);
  if (!asked) return failed(asked);
  const MarketLines lines = matchedMarket(*std::move(ranked), **atlas);
  const Date today = workspace.today();
  std::vector<CouldAsk> whom;
  for (const MarketRow& row : lines.rows) {
    if (whom.size() == most) break;
    if (row.setting == nullptr || row.status == matching::Status::notEligible) continue;
    if (std::any_of(asked->begin(), asked->end(), [&](const app::ApproachLine& line) { return line.approach.setting == row.setting->id; }))
      continue;
    QStringList words{q(row.setting->name)};
    if (row.provider != nullptr) words << q(row.provider->name);
    if (row.home && row.home->exact()) words << milesText(geography::shownMiles(row.home->low));
    if (row.setting->terms.emergencies) words << WhomToAsk::tr("same day");
    const bool fresh = !confirmationIsOld(*row.setting, today);
    words << (fresh ? WhomToAsk::tr("place confirmed %1").arg(shortDateText(*row.setting->vacancy->confirmedOn))
                    : WhomToAsk::tr("place not confirmed lately"));
    whom.push_back({row.setting->id, words.join(QStringLiteral(" · ")), fresh});
  }
  return whom;
}

WhomToAsk::WhomToAsk(const std::vector<CouldAsk>& whom, QWidget* parent)
    : HintBlock(tr("Next: ask who could take them"), {}, parent),
      m_whom(whom),
      m_list(new QListWidget),
      m_ask(makeButton({}, ButtonKind::primary, "send")) {
  setText(tr("Best match first, of those that pass every check or need only an answer."));
  m_list->setAccessibleName(tr("Whom to ask; Space ticks"));
  m_list->setFrameShape(QFrame::NoFrame);
  m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_list->setTextElideMode(Qt::ElideRight);
  for (const CouldAsk& one : whom) {
    auto* item = new QListWidgetItem(one.words, m_list);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(one.confirmed ? Qt::Checked : Qt::Unchecked);
    item->setToolTip(one.words);
  }
  m_list->setCurrentRow(0);
  m_list->setFixedHeight(m_list->sizeHintForRow(0) * static_cast<int>(whom.size()) + px(4));
  body()->insertWidget(body()->count() - 1, m_list);
  addControl(m_ask);
  connect(m_list, &QListWidget::itemChanged, this, &WhomToAsk::follow);
  connect(m_ask, &QPushButton::clicked, this, [this] { emit askWanted(ticked()); });
  follow();
}

std::vector<SettingId> WhomToAsk::ticked() const {
  std::vector<SettingId> whom;
  for (std::size_t i = 0; i < m_whom.size(); ++i)
    if (m_list->item(static_cast<int>(i))->checkState() == Qt::Checked) whom.push_back(m_whom[i].setting);
  return whom;
}

std::map<SettingId, bool> WhomToAsk::marks() const {
  std::map<SettingId, bool> marks;
  for (std::size_t i = 0; i < m_whom.size(); ++i) {
    const bool on = m_list->item(static_cast<int>(i))->checkState() == Qt::Checked;
    if (on != m_whom[i].confirmed) marks[m_whom[i].setting] = on;
  }
  return marks;
}

void WhomToAsk::setMarks(const std::map<SettingId, bool>& marks) {
  for (std::size_t i = 0; i < m_whom.size(); ++i)
    if (const auto mark = marks.find(m_whom[i].setting); mark != marks.end())
      m_list->item(static_cast<int>(i))->setCheckState(mark->second ? Qt::Checked : Qt::Unchecked);
}

void WhomToAsk::follow() {
  const auto count = std::ssize(ticked());
  m_ask->setEnabled(count > 0);
  m_ask->setText(count == 0 ? tr("Tick whom to ask") : count == 1 ? tr("As&k this one…") : tr("As&k these %1 at once…").arg(count));
  m_ask->setAccessibleName(QString(m_ask->text()).remove('&'));
}

}  // namespace homeward::ui
