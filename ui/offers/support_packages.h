// The support that a provider would add to its offer at a price of its own: what it is, £ a week, how many levels it adds to which needs.
//
// From each the same home can be compared with it: a second offer, which stands beside the first in the choice.
#pragma once

#include <QPointer>
#include <QString>
#include <QWidget>
#include <utility>
#include <vector>

#include "domain/offer.h"

class QCheckBox;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace homeward::ui {

class MaybeMoney;
class TextLabel;

class SupportPackages : public QWidget {
  Q_OBJECT
 public:
  /// `whyNotCompared`: why nothing can be compared from here yet; empty: it can.
  SupportPackages(const std::vector<SupportPackage>& packages, const QString& whyNotCompared, QWidget* parent = nullptr);
  /// Rows in which nothing was entered are none.
  [[nodiscard]] std::vector<SupportPackage> value() const;
  /// The first price that cannot be read; none: all can.
  [[nodiscard]] QWidget* unreadable() const;
  /// Says beside each what it still wants; answers the first field that mends one.
  QWidget* tell();

 signals:
  void changed();
  /// The place of the package in `value()`.
  void compareWanted(std::size_t package);

 private:
  struct Row {
    QWidget* block = nullptr;
    SupportPackage before;
    QLineEdit* name = nullptr;
    MaybeMoney* price = nullptr;
    QSpinBox* adds = nullptr;
    std::vector<std::pair<NeedDomain, QCheckBox*>> domains;
    TextLabel* note = nullptr;
    QPushButton* compare = nullptr;
  };
  Row& add(const SupportPackage& package);
  void takeAway(QWidget* block);
  void compare(QWidget* block);
  void follow();
  [[nodiscard]] static bool blank(const Row& row);
  [[nodiscard]] static SupportPackage read(const Row& row);
  [[nodiscard]] static QWidget* wrong(const Row& row, QString& words);

  QString m_whyNot;
  std::vector<Row> m_rows;
  QVBoxLayout* m_blocks;
  TextLabel* m_none;
  QPushButton* m_add;
};

}  // namespace homeward::ui
