// One act on a placement's contract at a time: a price or a share added, corrected with the reason, given a new figure from a day, ended.
#pragma once

#include <functional>

#include "app/contract.h"
#include "market/editor_fields.h"
#include "shared/act_dialog.h"

class QDoubleSpinBox;

namespace homeward::ui {

/// A price: a new one (id 0), or one that was entered wrongly and is corrected.
class TermDialog : public ActDialog {
  Q_OBJECT
 public:
  TermDialog(app::Workspace& workspace, ContractTerm term, QWidget* parent = nullptr);
  /// What the fields say now; an amount or a last day that cannot be read is left as it was.
  [[nodiscard]] ContractTerm entered() const;

 protected:
  Result<void> carryOut() override;
  [[nodiscard]] QWidget* fieldOf(const std::string& subject) const override;

 private:
  void follow();
  app::Workspace& m_workspace;
  ContractTerm m_before;
  EnumCombo<QuoteItem>* m_item;
  QComboBox* m_charged;
  MaybeMoney* m_amount;
  QDateEdit* m_from = nullptr;
  MaybeDay* m_last;
  QLineEdit* m_clause;
  QLineEdit* m_reason;
};

/// A funder's share: a new one (id 0), or one that was entered wrongly and is corrected.
class ShareDialog : public ActDialog {
  Q_OBJECT
 public:
  ShareDialog(app::Workspace& workspace, FundingShare share, QWidget* parent = nullptr);
  [[nodiscard]] FundingShare entered() const;

 protected:
  Result<void> carryOut() override;
  [[nodiscard]] QWidget* fieldOf(const std::string& subject) const override;

 private:
  app::Workspace& m_workspace;
  FundingShare m_before;
  QComboBox* m_funder;
  QDoubleSpinBox* m_percent;
  QDateEdit* m_from = nullptr;
  MaybeDay* m_last;
  QLineEdit* m_reason;
};

/// A new share from a day.
class NewShareDialog : public ActDialog {
  Q_OBJECT
 public:
  NewShareDialog(app::Workspace& workspace, const FundingShare& share, QWidget* parent = nullptr);

 protected:
  Result<void> carryOut() override;
  [[nodiscard]] QWidget* fieldOf(const std::string& subject) const override;

 private:
  app::Workspace& m_workspace;
  FundingId m_share;
  QDoubleSpinBox* m_percent;
  QDateEdit* m_from = nullptr;
};

/// The last day of a price or a share.
class LastDayDialog : public ActDialog {
  Q_OBJECT
 public:
  using Act = std::function<Result<void>(Date last)>;
  LastDayDialog(const QString& title, const QString& about, const QString& act, Date day, Act done, QWidget* parent = nullptr);

 protected:
  Result<void> carryOut() override;
  [[nodiscard]] QWidget* fieldOf(const std::string& subject) const override;

 private:
  Act m_done;
  QDateEdit* m_last = nullptr;
};

/// "core fee, £1,453.14 a week, from 1 March 2026"; "health, 25%, 1 March 2026 to 2 May 2026".
[[nodiscard]] QString termWords(const ContractTerm& term);
[[nodiscard]] QString shareWords(const FundingShare& share);
[[nodiscard]] QString percentText(int basisPoints);
/// "from 1 March 2026", "1 March 2026 to 2 May 2026": the last day counts.
[[nodiscard]] QString rangeText(const DateRange& range);

}  // namespace homeward::ui
