// What is less often said of a referral, in a section that stays closed while nothing of it is said: until when its legal basis holds,
// whether a parent or somebody whom the child knows could care, what a court has ordered about liberty, what a home must be besides, and
// whose referral it is.
#pragma once

#include <QWidget>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/workspace.h"
#include "domain/referral.h"

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLineEdit;
class QPushButton;

namespace homeward::ui {

class MaybeDay;
class TextLabel;

class ReferralMore : public QWidget {
  Q_OBJECT
 public:
  explicit ReferralMore(app::Workspace& workspace, QWidget* parent = nullptr);
  void read(const Referral& referral);
  /// Over the referral that was read: what was not touched stays to the second.
  void write(Referral& referral) const;
  /// Another basis was chosen: police protection lasts 72 hours and an emergency protection order eight days from now, until somebody
  /// says otherwise.
  void followBasis(LegalBasis basis);
  [[nodiscard]] std::vector<QWidget*> fields() const;
  /// The field that mends a finding of that name; the section opens. None: not here.
  [[nodiscard]] QWidget* field(const std::string& finding) const;
  /// Opens the section for the keyboard to come to a field in it.
  void open() { setOpen(true); }
  /// What cannot be read, in a sentence with its field; empty: all is right.
  [[nodiscard]] std::pair<QString, QWidget*> unreadable() const;

 signals:
  void changed();

 private:
  void build();
  void setOpen(bool open);
  void sayShort();
  void buildLiberty(QGridLayout& grid);
  void setEnds(std::optional<Instant> ends);
  [[nodiscard]] std::optional<Instant> ends() const;
  app::Workspace& m_workspace;
  Referral m_read;
  std::optional<Instant> m_preset;
  QPushButton* m_toggle = nullptr;
  TextLabel* m_short = nullptr;
  QWidget* m_body = nullptr;
  MaybeDay* m_endsOn = nullptr;
  QLineEdit* m_endsAt = nullptr;
  QCheckBox* m_withdrawn = nullptr;
  QComboBox* m_connected = nullptr;
  QLineEdit* m_connectedNote = nullptr;
  QLineEdit* m_whyNotParents = nullptr;
  QCheckBox* m_deprived = nullptr;
  QComboBox* m_criterion = nullptr;
  QLineEdit* m_order = nullptr;
  MaybeDay* m_orderFrom = nullptr;
  MaybeDay* m_orderUntil = nullptr;
  QCheckBox* m_solo = nullptr;
  QCheckBox* m_keepSchool = nullptr;
  std::vector<std::pair<SettingType, QCheckBox*>> m_kinds;
  QComboBox* m_socialWorker = nullptr;
  QComboBox* m_team = nullptr;
  QComboBox* m_owner = nullptr;
};

}  // namespace homeward::ui
