// The lists of a setting: what it can meet and how well that is known, what it has and has not, who lives there, and exemptions from the
// usual fostering limit.
#pragma once

#include <map>

#include "domain/provider.h"
#include "market/editor_fields.h"

class QPushButton;
class QTreeWidget;

namespace homeward::ui {

/// Children by number: what residents and exemptions are entered by.
using ChildNumbers = std::map<QString, ChildId>;

class CapabilityList : public RowsEditor {
  Q_OBJECT
 public:
  explicit CapabilityList(const std::vector<Capability>& capabilities, QWidget* parent = nullptr);
  [[nodiscard]] std::vector<Capability> value() const;
  [[nodiscard]] QWidget* unreadable() const;
};

class FeatureList : public QWidget {
  Q_OBJECT
 public:
  /// `first` stand before all others: what somebody asks for.
  explicit FeatureList(const std::map<FeatureCode, bool>& features, const std::vector<FeatureCode>& first = {}, QWidget* parent = nullptr);
  [[nodiscard]] std::map<FeatureCode, bool> value() const;
  /// Languages, faiths and the like that are used elsewhere ("language:Welsh"): offered while one is typed, so that both sides say the
  /// same.
  void setKnown(const std::vector<FeatureCode>& codes);
  /// Brings the keyboard to that feature.
  void goTo(const FeatureCode& code);

 signals:
  void changed();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void add(const FeatureCode& code, std::optional<bool> has, bool asked);
  void buildMore();
  void addTyped();
  void offerKnown();
  QTreeWidget* m_tree;
  QComboBox* m_kind = nullptr;
  QLineEdit* m_which = nullptr;
  QPushButton* m_more = nullptr;
  std::vector<FeatureCode> m_known;
};

class ResidentList : public RowsEditor {
  Q_OBJECT
 public:
  ResidentList(const std::vector<Resident>& residents, const ChildNumbers& numbers, QWidget* parent = nullptr);
  [[nodiscard]] std::vector<Resident> value() const;
  [[nodiscard]] QWidget* unreadable() const;

 private:
  ChildNumbers m_numbers;
};

class ExemptionList : public RowsEditor {
  Q_OBJECT
 public:
  ExemptionList(const std::vector<LimitExemption>& exemptions, const ChildNumbers& numbers, QWidget* parent = nullptr);
  [[nodiscard]] std::vector<LimitExemption> value() const;
  [[nodiscard]] QWidget* unreadable() const;

 private:
  ChildNumbers m_numbers;
};

}  // namespace homeward::ui
