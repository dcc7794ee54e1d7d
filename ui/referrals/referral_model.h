// The list of referrals: who needs a home, how soon, how far the search has come.
#pragma once

#include <QAbstractTableModel>
#include <vector>

#include "app/referrals.h"

namespace homeward::ui {

class ReferralModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column { urgency, people, stage, neededBy, owner, answers, offers, owed, columns };
  explicit ReferralModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}
  void setLines(std::vector<app::ReferralLine> lines);
  void setNamesHidden(bool hidden);
  [[nodiscard]] const app::ReferralLine* line(int row) const;
  [[nodiscard]] int rowOf(ReferralId id) const;  ///< -1 if it is not in the list

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  std::vector<app::ReferralLine> m_lines;
  bool m_namesHidden = false;
};

}  // namespace homeward::ui
