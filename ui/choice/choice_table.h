// The rows of a choice as table models: essentials, match and cost, with the options as columns.
//
// Column 0 is the row's name; column k is option k - 1 of the view. The order in which columns stand belongs to the header, so a new
// ranking moves sections and never rows or indices.
#pragma once

#include <QAbstractTableModel>
#include <memory>

#include "choice/choice_view.h"

namespace homeward::ui {

enum class ChoicePart { essential, match, cost };

class ChoiceTable : public QAbstractTableModel {
  Q_OBJECT
 public:
  explicit ChoiceTable(ChoicePart part, QObject* parent = nullptr) : QAbstractTableModel(parent), m_part(part) {}

  /// The view is shared with the page, which changes it and then calls changed() or rebuilt().
  void setView(std::shared_ptr<const ChoiceView> view);
  void rebuilt();
  void changed();
  void setDifferencesOnly(bool only);
  void setMoved(std::optional<std::size_t> criterion);

  [[nodiscard]] ChoicePart part() const { return m_part; }
  /// Index of the gate, criterion or cost line behind a row; none for totals, approvals and the row "same for all".
  [[nodiscard]] std::optional<std::size_t> entry(int row) const;

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  static constexpr std::size_t total = static_cast<std::size_t>(-1);
  static constexpr std::size_t same = static_cast<std::size_t>(-2);
  static constexpr std::size_t approvals = static_cast<std::size_t>(-3);
  static constexpr std::size_t preferred = static_cast<std::size_t>(-4);
  void listRows();
  [[nodiscard]] QVariant labelCell(std::size_t row, int role) const;
  [[nodiscard]] QVariant gateCell(std::size_t row, std::size_t option, int role) const;
  [[nodiscard]] QVariant preferredCell(std::size_t option, int role) const;
  [[nodiscard]] QVariant approvalCell(std::size_t option, int role) const;
  [[nodiscard]] QVariant matchCell(std::size_t row, std::size_t option, int role) const;
  [[nodiscard]] QVariant costCell(std::size_t row, std::size_t option, int role) const;

  ChoicePart m_part;
  std::shared_ptr<const ChoiceView> m_view;
  std::vector<std::size_t> m_rows;
  bool m_differencesOnly = true;
  std::optional<std::size_t> m_moved;
};

}  // namespace homeward::ui
