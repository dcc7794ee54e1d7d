#include "shared/typed.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QDateEdit>
#include <QHash>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <algorithm>

#include "shared/fields.h"

namespace homeward::ui {
namespace {

/// The name of a field, without what a painted control adds of its value.
QString nameOf(const QWidget& field) {
  const QString name = field.accessibleName();
  return qobject_cast<const LevelEdit*>(&field) != nullptr ? name.section(QLatin1Char(':'), 0, 0) : name;
}

bool isPartOfAnother(const QWidget& field) {
  const QWidget* parent = field.parentWidget();
  return qobject_cast<const QComboBox*>(parent) != nullptr || qobject_cast<const QAbstractSpinBox*>(parent) != nullptr;
}

bool hasTicks(const QListWidget& list) {
  for (int i = 0; i < list.count(); ++i)
    if (list.item(i)->flags().testFlag(Qt::ItemIsUserCheckable)) return true;
  return false;
}

/// "101": a one for each line that is ticked.
QString ticksOf(const QListWidget& list) {
  QString ticks;
  for (int i = 0; i < list.count(); ++i) ticks += list.item(i)->checkState() == Qt::Checked ? '1' : '0';
  return ticks;
}

/// What the field holds; undefined for what is no field.
QJsonValue valueOf(const QWidget& field) {
  if (const auto* line = qobject_cast<const QLineEdit*>(&field)) return line->text();
  if (const auto* text = qobject_cast<const QPlainTextEdit*>(&field)) return text->toPlainText();
  if (const auto* level = qobject_cast<const LevelEdit*>(&field)) return level->levelOrNone();
  if (const auto* list = qobject_cast<const QComboBox*>(&field)) return list->currentIndex() < 0 ? QString() : list->currentText();
  if (const auto* day = qobject_cast<const QDateEdit*>(&field)) return day->date().toString(Qt::ISODate);
  if (const auto* time = qobject_cast<const QTimeEdit*>(&field)) return time->time().toString(Qt::ISODate);
  if (const auto* moment = qobject_cast<const QDateTimeEdit*>(&field)) return moment->dateTime().toString(Qt::ISODate);
  if (const auto* number = qobject_cast<const QSpinBox*>(&field)) return number->value();
  if (const auto* number = qobject_cast<const QDoubleSpinBox*>(&field)) return number->value();
  if (const auto* list = qobject_cast<const QListWidget*>(&field); list != nullptr && hasTicks(*list)) return ticksOf(*list);
  if (const auto* box = qobject_cast<const QAbstractButton*>(&field); box != nullptr && box->isCheckable()) return box->isChecked();
  return QJsonValue(QJsonValue::Undefined);
}

void put(QWidget& field, const QJsonValue& value) {
  if (auto* line = qobject_cast<QLineEdit*>(&field)) return line->setText(value.toString());
  if (auto* text = qobject_cast<QPlainTextEdit*>(&field)) return text->setPlainText(value.toString());
  if (auto* level = qobject_cast<LevelEdit*>(&field)) return level->setLevelOrNone(value.toInt(-1));
  if (auto* list = qobject_cast<QComboBox*>(&field)) return list->setCurrentIndex(list->findText(value.toString()));
  if (auto* day = qobject_cast<QDateEdit*>(&field)) return day->setDate(QDate::fromString(value.toString(), Qt::ISODate));
  if (auto* time = qobject_cast<QTimeEdit*>(&field)) return time->setTime(QTime::fromString(value.toString(), Qt::ISODate));
  if (auto* moment = qobject_cast<QDateTimeEdit*>(&field)) return moment->setDateTime(QDateTime::fromString(value.toString(), Qt::ISODate));
  if (auto* number = qobject_cast<QSpinBox*>(&field)) return number->setValue(value.toInt(number->value()));
  if (auto* number = qobject_cast<QDoubleSpinBox*>(&field)) return number->setValue(value.toDouble(number->value()));
  if (auto* list = qobject_cast<QListWidget*>(&field)) {
    const QString ticks = value.toString();
    for (int i = 0; i < list->count() && i < ticks.size(); ++i) list->item(i)->setCheckState(ticks[i] == '1' ? Qt::Checked : Qt::Unchecked);
    return;
  }
  if (auto* box = qobject_cast<QAbstractButton*>(&field)) return box->setChecked(value.toBool());
}

/// Each field with its name, in the order in which the form was built.
template <class Visit>
void eachField(const QWidget& form, const QList<QWidget*>& but, const Visit& visit) {
  QHash<QString, int> met;
  for (QWidget* field : form.findChildren<QWidget*>()) {
    const QString name = nameOf(*field);
    if (name.isEmpty() || isPartOfAnother(*field) || valueOf(*field).isUndefined()) continue;
    if (std::any_of(but.begin(), but.end(), [field](const QWidget* part) { return part == field || part->isAncestorOf(field); })) continue;
    const int number = ++met[name];
    visit(*field, number == 1 ? name : QStringLiteral("%1 #%2").arg(name).arg(number));
  }
}

}  // namespace

QJsonObject typedIn(const QWidget& form, const QList<QWidget*>& but) {
  QJsonObject typed;
  eachField(form, but, [&typed](const QWidget& field, const QString& name) { typed.insert(name, valueOf(field)); });
  return typed;
}

void typeAgain(QWidget& form, const QJsonObject& typed, const QList<QWidget*>& but) {
  eachField(form, but, [&typed](QWidget& field, const QString& name) {
    if (const auto known = typed.find(name); known != typed.end()) put(field, *known);
  });
}

void takeTyped(const QWidget& form) {
  QWidget* at = QApplication::focusWidget();
  if (at == nullptr || !form.isAncestorOf(at)) return;
  if (auto* spin = qobject_cast<QAbstractSpinBox*>(at)) return spin->interpretText();
  const QWidget* ground = at->parentWidget();
  const auto* view = ground == nullptr ? nullptr : qobject_cast<const QAbstractItemView*>(ground->parentWidget());
  if (view != nullptr) at->clearFocus();  // an open cell is taken in when it is left
}

QJsonArray typedIn(const std::vector<QWidget*>& fields) {
  QJsonArray typed;
  for (const QWidget* field : fields) typed.append(valueOf(*field));
  return typed;
}

void typeAgain(const std::vector<QWidget*>& fields, const QJsonArray& typed) {
  for (std::size_t i = 0; i < fields.size() && static_cast<qsizetype>(i) < typed.size(); ++i)
    put(*fields[i], typed.at(static_cast<qsizetype>(i)));
}

}  // namespace homeward::ui
