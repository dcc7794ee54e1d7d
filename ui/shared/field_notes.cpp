#include "shared/field_notes.h"

#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>

#include "shared/format.h"
#include "shared/page_parts.h"

namespace homeward::ui {

QWidget* FieldNotes::noted(const std::string& finding, QWidget* field, QWidget* shown) {
  auto* holder = new QWidget;
  auto* column = new QVBoxLayout(holder);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(px(2));
  column->addWidget(shown != nullptr ? shown : field);
  auto* note = new TextLabel({}, Type::second, Ink::no);
  note->setWrapped(true);
  note->hide();
  column->addWidget(note);
  m_fields[finding] = field;
  m_notes[field] = note;
  return holder;
}

void FieldNotes::add(QFormLayout& form, const std::string& finding, const QString& label, QWidget* field) {
  auto* words = new QLabel(label);
  words->setBuddy(field);
  if (field->accessibleName().isEmpty()) field->setAccessibleName(QString(label).remove(QLatin1Char('&')));
  form.addRow(words, noted(finding, field));
}

QWidget* FieldNotes::field(const std::string& finding) const {
  for (std::string name = finding;;) {
    if (const auto known = m_fields.find(name); known != m_fields.end()) return known->second;
    const auto dot = name.rfind('.');
    if (dot == std::string::npos) return nullptr;
    name.resize(dot);
  }
}

void FieldNotes::join(std::vector<Problem>& problems, const std::vector<Finding>& findings) const {
  for (const Finding& finding : findings) {
    QWidget* at = field(finding.field);
    const bool told = std::any_of(problems.begin(), problems.end(), [&](const Problem& one) { return at != nullptr && one.field == at; });
    if (!told) problems.push_back({q(finding.message), at});
  }
}

void FieldNotes::show(const std::vector<Problem>& problems, ErrorSummary& summary) {
  for (const auto& [field, note] : m_notes) note->hide();
  for (const auto& field : m_described)
    if (field) field->setAccessibleDescription({});
  m_described.clear();
  QVector<ErrorSummary::Line> lines;
  for (const Problem& problem : problems) {
    lines.push_back({problem.words, problem.field});
    if (problem.field != nullptr) {
      problem.field->setAccessibleDescription(problem.words);
      m_described.emplace_back(problem.field);
    }
    auto note = m_notes.find(problem.field);
    if (note == m_notes.end()) note = m_notes.find(field(problem.finding));
    if (note == m_notes.end()) continue;
    note->second->setText(problem.words);
    note->second->show();
  }
  summary.setErrors(lines);
  if (!problems.empty() && problems.front().field != nullptr) bringTo(*problems.front().field);
}

}  // namespace homeward::ui
