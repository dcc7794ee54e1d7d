// Messages that stand beside their field, and a summary above that leads to each: what an editor shows when something stands in the
// way of saving.
#pragma once

#include <QFormLayout>
#include <QPointer>
#include <map>
#include <string>
#include <vector>

#include "domain/child.h"

class QWidget;

namespace homeward::ui {

class ErrorSummary;
class TextLabel;

class FieldNotes {
 public:
  /// A row of a form whose field mends findings of that name ("name", "terms.age").
  void add(QFormLayout& form, const std::string& finding, const QString& label, QWidget* field);
  /// The same for a field that stands elsewhere: what comes back holds the field and its message.
  [[nodiscard]] QWidget* noted(const std::string& finding, QWidget* field, QWidget* shown = nullptr);
  /// Another name under which findings are about a field.
  void also(const std::string& finding, QWidget* field) { m_fields[finding] = field; }
  /// The field of a finding by its name, or by the name's first part; none: it has none.
  [[nodiscard]] QWidget* field(const std::string& finding) const;

  struct Problem {
    QString words;
    QWidget* field = nullptr;
    std::string finding = {};  ///< where the field is part of one that is noted: by which name ("needs.health.level")
  };
  /// Findings as problems, one for each field.
  void join(std::vector<Problem>& problems, const std::vector<Finding>& findings) const;
  /// Shows them beside their fields and in the summary, and brings the keyboard to the first.
  void show(const std::vector<Problem>& problems, ErrorSummary& summary);

 private:
  std::map<std::string, QWidget*> m_fields;
  std::map<QWidget*, TextLabel*> m_notes;
  std::vector<QPointer<QWidget>> m_described;  ///< a row may have gone since
};

}  // namespace homeward::ui
