// Recording an offer: the home, from when, until when it stands, for how long, and its price item by item with the whole cost a week.
#pragma once

#include <QDialog>
#include <vector>

#include "app/asking.h"

class QCheckBox;
class QComboBox;
class QDateEdit;
class QFormLayout;
class QLineEdit;
class QSpinBox;

namespace homeward::ui {

class TextLabel;

class OfferEditor : public QDialog {
  Q_OBJECT
 public:
  /// `offer` as `app::offerDraft` starts it, or one that is stored.
  OfferEditor(app::Workspace& workspace, Offer offer, QWidget* parent = nullptr);
  [[nodiscard]] OfferId saved() const { return m_saved; }
  /// What the fields hold; an amount that is no amount makes it invalid.
  [[nodiscard]] Result<Offer> entered() const;

 private:
  struct Item {
    QuoteItem item;
    QComboBox* charge;
    QLineEdit* amount;
  };
  void buildFields(QFormLayout& form);
  void buildItems(QFormLayout& form);
  void follow();
  void save();
  app::Workspace& m_workspace;
  Offer m_offer;
  OfferId m_saved;
  QDateEdit* m_from = nullptr;
  QDateEdit* m_stands = nullptr;
  QSpinBox* m_days = nullptr;
  QComboBox* m_bedroom = nullptr;
  QComboBox* m_school = nullptr;
  QSpinBox* m_minutes = nullptr;
  QLineEdit* m_conditions = nullptr;
  std::vector<Item> m_items;
  TextLabel* m_cost = nullptr;
  TextLabel* m_problem = nullptr;
};

}  // namespace homeward::ui
