// The lists of a child: risks, wishes, the contact plan, where the child must not live, identity and health as features, and from whom the
// child is kept apart. Whatever is matched on is picked from a list that is searched by typing; a postcode gives a place.
#pragma once

#include "app/workspace.h"
#include "domain/child.h"
#include "market/editor_fields.h"
#include "shared/fields.h"

namespace homeward::ui {

/// A line of text that is called `name`, also by a screen reader.
[[nodiscard]] QLineEdit* namedLine(const QString& name, const std::string& text = {}, const QString& placeholder = {});
/// What a home may have or not, in words, with its code: the plain ones, those that homes of this case file are recorded with, and `also`.
[[nodiscard]] QVector<SearchCombo::Entry> featureEntries(app::Workspace& workspace, const std::vector<FeatureCode>& also);
/// Children as "Wren Tansy · C-2207", or by number alone, without the one who is `not`.
[[nodiscard]] QVector<SearchCombo::Entry> childEntries(app::Workspace& workspace, ChildId without, bool namesHidden);

class RiskList : public RowsEditor {
  Q_OBJECT
 public:
  explicit RiskList(const std::vector<Risk>& risks, QWidget* parent = nullptr);
  [[nodiscard]] std::vector<Risk> value() const;
  [[nodiscard]] QLineEdit* unreadable() const;
  [[nodiscard]] QWidget* withoutLevel() const;  ///< the level that a risk was not given
};

class WishList : public RowsEditor {
  Q_OBJECT
 public:
  WishList(const std::vector<Wish>& wishes, const QVector<SearchCombo::Entry>& features, QWidget* parent = nullptr);
  [[nodiscard]] std::vector<Wish> value() const;
  [[nodiscard]] QLineEdit* unreadable() const;
};

class ContactList : public RowsEditor {
  Q_OBJECT
 public:
  ContactList(app::Workspace& workspace, const std::vector<Contact>& contacts, QWidget* parent = nullptr);
  [[nodiscard]] std::vector<Contact> value() const;
  [[nodiscard]] QLineEdit* unreadable() const;

 private:
  app::Workspace& m_workspace;
  std::vector<Contact> m_before;
};

class NoGoList : public RowsEditor {
  Q_OBJECT
 public:
  NoGoList(app::Workspace& workspace, const std::vector<NoGoArea>& areas, QWidget* parent = nullptr);
  [[nodiscard]] std::vector<NoGoArea> value() const;
};

/// Features, one a row; a language, a faith and their like are picked with the word for which one in the second column.
class FeatureRows : public RowsEditor {
  Q_OBJECT
 public:
  FeatureRows(const QString& name, const QString& add, const std::vector<FeatureCode>& codes, const QVector<SearchCombo::Entry>& features,
              QWidget* parent = nullptr);
  [[nodiscard]] std::vector<FeatureCode> value() const;
};

class ApartList : public RowsEditor {
  Q_OBJECT
 public:
  ApartList(const std::vector<ChildId>& apart, const QVector<SearchCombo::Entry>& children, QWidget* parent = nullptr);
  [[nodiscard]] std::vector<ChildId> value() const;
};

}  // namespace homeward::ui
