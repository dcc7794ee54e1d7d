// A placement's contract: its prices and who pays a share, with every act on them, and what was corrected about the placement.
#pragma once

#include <QDialog>

#include "app/contract.h"
#include "app/deciding.h"

class QPushButton;
class QHBoxLayout;

namespace homeward::ui {

class ActDialog;
class PlainTable;
class SectionHead;
class TextLabel;

class ContractDialog : public QDialog {
  Q_OBJECT
 public:
  /// `about` names whom and where: "Wren Tansy at Alder household".
  ContractDialog(app::Workspace& workspace, PlacementId placement, const QString& about, QWidget* parent = nullptr);
  /// Whether anything was written.
  [[nodiscard]] bool changed() const { return m_changed; }

 private:
  [[nodiscard]] QHBoxLayout* priceActs();
  [[nodiscard]] QHBoxLayout* shareActs();
  void read();
  void showPrices();
  void showShares();
  void showCorrections();
  void follow();
  void work(ActDialog&& dialog, PlainTable& back);
  void addPrice();
  void correctPrice();
  void endPrice();
  void takeOutPrice();
  void addShare();
  void correctShare();
  void endShare();
  void takeOutShare();
  [[nodiscard]] const ContractTerm* term() const;
  [[nodiscard]] const FundingShare* share() const;

  app::Workspace& m_workspace;
  PlacementId m_placement;
  bool m_changed = false;
  app::PlacementCase m_case;
  TextLabel* m_trouble;
  SectionHead* m_pricesHead;
  SectionHead* m_sharesHead;
  SectionHead* m_correctedHead;
  PlainTable* m_prices;
  PlainTable* m_shares;
  PlainTable* m_corrected;
  QPushButton* m_addPrice = nullptr;
  QPushButton* m_newPrice = nullptr;
  QPushButton* m_correctPrice = nullptr;
  QPushButton* m_endPrice = nullptr;
  QPushButton* m_takeOutPrice = nullptr;
  QPushButton* m_addShare = nullptr;
  QPushButton* m_newShare = nullptr;
  QPushButton* m_correctShare = nullptr;
  QPushButton* m_endShare = nullptr;
  QPushButton* m_takeOutShare = nullptr;
};

}  // namespace homeward::ui
