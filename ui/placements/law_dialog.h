// What the forty rules say of one placement, judged by the law of its day of arrival: a line for each, with the reason, what to ask or what
// would mend it, and the citation.
#pragma once

#include <vector>

#include "law/rules.h"
#include "shared/entry_dialog.h"

class QCheckBox;

namespace homeward::ui {

class PlainTable;
class TextLabel;

class LawDialog : public EntryDialog {
  Q_OBJECT
 public:
  LawDialog(const QString& about, Date placedOn, std::vector<law::LegalFinding> findings, QWidget* parent = nullptr);

 private:
  void fill();
  void tell(int row);
  std::vector<law::LegalFinding> m_findings;
  std::vector<law::LegalFinding> m_shown;
  QCheckBox* m_all;
  PlainTable* m_table;
  TextLabel* m_why;
  TextLabel* m_basis;
};

}  // namespace homeward::ui
