// How it stood when a decision was taken: the order as it was stored, worked out again, beside what it would be today.
//
// The first line says whether the stored result comes out again to the point; where it does not, every difference is listed. Below, the
// homes in the order of then; for the one that is chosen, each check and criterion as it read then and as it reads today.
#pragma once

#include <QDialog>

#include "app/recompute.h"

class QCheckBox;
class QVBoxLayout;

namespace homeward::ui {

class PlainTable;
class TextLabel;

class ThenDialog : public QDialog {
  Q_OBJECT
 public:
  /// `number`: of the referral.
  ThenDialog(app::Recomputed all, const std::string& number, QWidget* parent = nullptr);

 private:
  void addVerdict(QVBoxLayout& rows, const std::string& number);
  void addHomes(QVBoxLayout& rows);
  void addReadings(QVBoxLayout& rows);
  void addPolicy(QVBoxLayout& rows);
  void showReadings();
  app::Recomputed m_all;
  PlainTable* m_homes = nullptr;
  PlainTable* m_readings = nullptr;
  TextLabel* m_readingsOf = nullptr;
  TextLabel* m_noneDiffer = nullptr;
  QCheckBox* m_onlyDiffering = nullptr;
};

/// Opens it; where what was kept cannot be read, says why.
void showHowItStood(app::Workspace& workspace, DecisionId decision, QWidget* parent);

}  // namespace homeward::ui
