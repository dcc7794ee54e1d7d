#include "referrals/referral_model.h"

#include "shared/format.h"
#include "shared/painters.h"
#include "shared/roles.h"
#include "wording/wording.h"

namespace homeward::ui {
namespace {

Chip chipOf(Urgency urgency) {
  const QString words = q(wording::word("urgency", text(urgency)));
  switch (urgency) {
    case Urgency::sameDay:
      return sameDayChip(words);
    case Urgency::underFiveDays:
      return underFiveDaysChip(words);
    case Urgency::planned:
      break;
  }
  return plannedChip(words);
}

QString neededWords(const app::ReferralLine& line) {
  if (!line.neededByMinute) return shortDateText(line.neededBy);
  return QString("%1 %2:%3")
      .arg(shortDateText(line.neededBy))
      .arg(*line.neededByMinute / 60, 2, 10, QChar('0'))
      .arg(*line.neededByMinute % 60, 2, 10, QChar('0'));
}

}  // namespace

void ReferralModel::setLines(std::vector<app::ReferralLine> lines) {
  beginResetModel();
  m_lines = std::move(lines);
  endResetModel();
}

void ReferralModel::setNamesHidden(bool hidden) {
  m_namesHidden = hidden;
  if (!m_lines.empty()) emit dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
}

const app::ReferralLine* ReferralModel::line(int row) const {
  return row < 0 || row >= rowCount() ? nullptr : &m_lines[static_cast<std::size_t>(row)];
}

int ReferralModel::rowOf(ReferralId id) const {
  for (std::size_t i = 0; i < m_lines.size(); ++i)
    if (m_lines[i].id == id) return static_cast<int>(i);
  return -1;
}

int ReferralModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_lines.size()); }
int ReferralModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : columns; }

QVariant ReferralModel::data(const QModelIndex& index, int role) const {
  const app::ReferralLine* found = index.isValid() ? line(index.row()) : nullptr;
  if (found == nullptr) return {};
  if (role == IdRole) return QVariant::fromValue<qint64>(found->id.value);
  const bool figures = index.column() >= answers;
  if (role == Qt::TextAlignmentRole && figures) return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
  switch (index.column()) {
    case urgency:
      if (role == ChipRole) return QVariant::fromValue(chipOf(found->urgency));
      if (role == Qt::DisplayRole) return chipOf(found->urgency).text;
      if (role == SortRole) return static_cast<int>(found->urgency);
      break;
    case people:
      if (role == Qt::DisplayRole || role == SortRole) return q(m_namesHidden ? found->numbersOnly : found->people);
      if (role == SecondLineRole) return q(found->number);
      if (role == StrongRole) return true;
      break;
    case stage:
      if (role == Qt::DisplayRole) return q(wording::word("stage", text(found->stage)));
      if (role == SortRole) return static_cast<int>(found->stage);
      break;
    case neededBy:
      if (role == Qt::DisplayRole) return neededWords(*found);
      if (role == SortRole) return QVariant::fromValue<qint64>(dayNumber(found->neededBy) * 1440 + found->neededByMinute.value_or(1440));
      break;
    case owner:
      if (role == Qt::DisplayRole || role == SortRole) return q(found->owner);
      break;
    case answers:
      if (role == Qt::DisplayRole)
        return found->approaches == 0 ? tr("nobody asked") : tr("%1 of %2").arg(found->answered).arg(found->approaches);
      if (role == SortRole) return found->answered;
      break;
    case offers:
      if (role == Qt::DisplayRole || role == SortRole) return found->offers;
      break;
    default:
      if (role == Qt::DisplayRole || role == SortRole) return found->owed;
      break;
  }
  return {};
}

QVariant ReferralModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || section >= columns) return {};
  if (role == Qt::TextAlignmentRole) return static_cast<int>((section >= answers ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
  if (role != Qt::DisplayRole) return {};
  return QStringList{tr("How soon"), tr("Who"), tr("Stage"), tr("Needed by"), tr("Owner"), tr("Answered"), tr("Offers"), tr("Owed")}.at(
      section);
}

}  // namespace homeward::ui
