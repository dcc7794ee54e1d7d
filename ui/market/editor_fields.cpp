#include "market/editor_fields.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "shared/page_parts.h"

namespace homeward::ui {

MaybeNumber::MaybeNumber(int most, const QString& name, QWidget* parent) : QSpinBox(parent) {
  setRange(-1, most);
  setSpecialValueText(tr("not known"));
  setValue(-1);
  setAccessibleName(name);
}

MaybeDay::MaybeDay(const QString& name, QWidget* parent) : QLineEdit(parent) {
  setPlaceholderText(tr("not known; 27/11/2026"));
  setAccessibleName(name);
}

void MaybeDay::set(std::optional<Date> day) { setText(day ? dateText(*day) : QString()); }

std::optional<Date> MaybeDay::day() const {
  const auto typed = utf8(text().trimmed());
  const auto day = parseUkDate(typed);
  return day ? day : parseIsoDate(typed);
}

MaybeMoney::MaybeMoney(const QString& name, QWidget* parent) : QLineEdit(parent) {
  setPlaceholderText(tr("not known; 1,453.14"));
  setAccessibleName(name);
}

void MaybeMoney::set(std::optional<Money> amount) { setText(amount ? q(plainPounds(*amount)) : QString()); }

TriState::TriState(const QString& name, QWidget* parent) : QComboBox(parent) {
  addItems({tr("not known"), tr("yes"), tr("no")});
  setAccessibleName(name);
}

RowsEditor::RowsEditor(const QString& name, const QStringList& heads, const QString& add, Factory factory, QWidget* parent)
    : QWidget(parent), m_table(new QTableWidget(0, static_cast<int>(heads.size()))), m_factory(std::move(factory)) {
  auto* page = new QVBoxLayout(this);
  page->setContentsMargins(0, 0, 0, 0);
  m_table->setHorizontalHeaderLabels(heads);
  m_table->setAccessibleName(name);
  m_table->setTabKeyNavigation(false);
  m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
  m_table->verticalHeader()->hide();
  m_table->verticalHeader()->setDefaultSectionSize(px(34));
  page->addWidget(m_table, 1);
  auto* acts = new QHBoxLayout;
  auto* more = makeButton(add, ButtonKind::plain, QStringLiteral("plus"));
  auto* less = makeButton(tr("Take the selected row away"), ButtonKind::quiet);
  less->setAccessibleName(tr("Take the selected row away: %1").arg(name));
  acts->addWidget(more);
  acts->addWidget(less);
  acts->addStretch(1);
  page->addLayout(acts);
  connect(more, &QPushButton::clicked, this, [this] {
    const auto fields = addRow();
    if (!fields.isEmpty()) fields.first()->setFocus();
  });
  connect(less, &QPushButton::clicked, this, [this] {
    if (m_table->currentRow() >= 0) m_table->removeRow(m_table->currentRow());
  });
}

QVector<QWidget*> RowsEditor::addRow() {
  const int row = m_table->rowCount();
  m_table->insertRow(row);
  auto fields = m_factory();
  for (int i = 0; i < fields.size(); ++i) {
    m_table->setCellWidget(row, i, fields.at(i));
    fields.at(i)->installEventFilter(this);
  }
  m_table->setCurrentCell(row, 0);
  return fields;
}

bool RowsEditor::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::FocusIn)
    for (int row = 0; row < m_table->rowCount(); ++row)
      for (int column = 0; column < m_table->columnCount(); ++column)
        if (m_table->cellWidget(row, column) == watched)
          m_table->selectionModel()->setCurrentIndex(m_table->model()->index(row, column),
                                                     QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
  return QWidget::eventFilter(watched, event);
}

void RowsEditor::setWidths(const QVector<int>& widths) {
  auto* head = m_table->horizontalHeader();
  for (int i = 0; i < widths.size(); ++i) {
    head->setSectionResizeMode(i, i + 1 < widths.size() ? QHeaderView::Interactive : QHeaderView::Stretch);
    head->resizeSection(i, px(widths[i]));
  }
}

void addField(QFormLayout& form, const QString& label, QWidget* field) {
  auto* words = new QLabel(label);
  words->setBuddy(field);
  if (field->accessibleName().isEmpty()) field->setAccessibleName(QString(label).remove(QLatin1Char('&')));
  form.addRow(words, field);
}

}  // namespace homeward::ui
