// What one child needs, from what they are at risk, what they are good at and want: a line a fact, a level by one digit.
//
// A line that is left empty is "not assessed", which is not level 0. Facts that have no line here (further wishes, contacts) are kept.
#pragma once

#include <QWidget>
#include <map>
#include <string>
#include <vector>

#include "domain/child.h"

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLineEdit;

namespace homeward::ui {

class LevelEdit;

class NeedsTable : public QWidget {
  Q_OBJECT
 public:
  /// Needs alone where the risks and other facts stand in a form of their own.
  enum class Shows { everything, needs };
  explicit NeedsTable(Date today, Shows shows = Shows::everything, QWidget* parent = nullptr);
  void read(const Child& child);
  void write(Child& child) const;
  /// The field that mends a finding ("needs", "needs.behaviour", "risks", "strengths", "wishes", "contacts", "identity"); none: not here.
  [[nodiscard]] QWidget* field(const std::string& name) const;
  /// Lines for so many risks and one more.
  void makeRoomFor(std::size_t risks);
  [[nodiscard]] std::size_t riskLines() const { return m_risks.size(); }
  /// What a starting referral needs first, in the order of the keyboard: levels, risk; then all else.
  [[nodiscard]] std::vector<QWidget*> firstFields() const;
  [[nodiscard]] std::vector<QWidget*> laterFields() const;
  [[nodiscard]] LevelEdit* level(NeedDomain domain) const;
  /// A day that was typed and is none: the field with it; none if all can be read.
  [[nodiscard]] QWidget* unreadable() const;
  /// The level that a risk was not given; it would be missing, not low.
  [[nodiscard]] QWidget* riskWithoutLevel() const;

 signals:
  void changed();
  /// A line for one more risk: the order of the keyboard is another.
  void riskAdded();

 private:
  struct NeedLine {
    NeedDomain domain = NeedDomain::physicalHealth;
    LevelEdit* level = nullptr;
    QCheckBox* essential = nullptr;
    QLineEdit* evidence = nullptr;
    QLineEdit* on = nullptr;
    QLineEdit* outcome = nullptr;
  };
  struct RiskLine {
    QComboBox* kind = nullptr;
    LevelEdit* level = nullptr;
    QLineEdit* evidence = nullptr;
  };
  void readFacts(const Child& child);
  void writeFacts(Child& child) const;
  void buildNeeds(QGridLayout& grid);
  void buildFacts(QGridLayout& grid);
  void addRisk();
  [[nodiscard]] QLineEdit* line(const QString& name, const QString& placeholder = {});

  Date m_today;
  Shows m_shows;
  std::vector<NeedLine> m_needs;
  std::vector<RiskLine> m_risks;
  QGridLayout* m_riskRows = nullptr;
  QLineEdit* m_strengths = nullptr;
  QLineEdit* m_wish = nullptr;
  QLineEdit* m_contact = nullptr;
  QLineEdit* m_contactPostcode = nullptr;
  QLineEdit* m_visits = nullptr;
  QComboBox* m_ethnicity = nullptr;
};

}  // namespace homeward::ui
