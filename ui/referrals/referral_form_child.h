// One child of a referral in the form: an existing one found by name, or a new one by name, age or date of birth, and sex; and the school.
#pragma once

#include <QWidget>
#include <map>
#include <string>
#include <vector>

#include "app/workspace.h"
#include "domain/child.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;
class QStringListModel;

namespace homeward::ui {

class TextLabel;

/// Age ("9") or day of birth ("3 March 2017"), as a day: of an age, the middle of that year of life.
[[nodiscard]] std::optional<Date> bornFrom(const QString& typed, Date today);

class ChildRow : public QWidget {
  Q_OBJECT
 public:
  ChildRow(app::Workspace& workspace, const std::vector<Child>& known, int number, QWidget* parent = nullptr);
  void read(const Child& child);
  /// Over the child that was read or found, so that what the row does not show is kept.
  void write(Child& child) const;
  [[nodiscard]] const Child& stored() const { return m_stored; }
  /// After saving: the child as stored; what is typed stays.
  void kept(const Child& child) { m_stored = child; }
  /// Brothers and sisters often live and learn together: the home and the school of another row, to be typed over.
  void likeSibling(const ChildRow& other);
  [[nodiscard]] QString called() const;
  [[nodiscard]] std::vector<QWidget*> fields() const;
  [[nodiscard]] QWidget* field(const std::string& name) const;
  /// Shows a message beside the row's fields; empty hides it.
  void setError(const QString& words);
  /// While names are hidden a child is found by number, and what is no number stands as dots.
  void coverName();
  void setRemovable(bool removable);
  /// In a referral of a parent with a child: whether this one may be the parent who is not looked after.
  void setParentAsked(bool asked);
  void setLookedAfter(bool lookedAfter);
  [[nodiscard]] bool lookedAfter() const;
  /// What cannot be read, in a sentence with its field; empty: all is right.
  [[nodiscard]] std::pair<QString, QWidget*> unreadable() const;

 signals:
  void changed();
  void found();  ///< an existing child was taken: their facts are to be shown
  void removed();

 private:
  void take(const QString& label);
  void showNotes();
  void showNameOrDots();
  app::Workspace& m_workspace;
  const std::vector<Child>& m_known;
  Child m_stored;
  QLineEdit* m_name;
  QStringListModel* m_offered;  // what the search finds
  QLineEdit* m_born;
  QComboBox* m_sex;
  QLineEdit* m_home;
  TextLabel* m_place;  // where that is
  QLineEdit* m_school;
  QLineEdit* m_schoolPostcode;
  QPushButton* m_remove;
  QCheckBox* m_parent;
  TextLabel* m_note;
  TextLabel* m_error;
};

}  // namespace homeward::ui
