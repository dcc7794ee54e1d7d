// Entering a referral: enough to start asking first, and beside it what is thin, what is owed and what happens next.
//
// The keyboard goes through what a same-day referral needs before all else. What is typed is kept every few seconds, right or half
// typed, so that a crash loses no more than that; the form offers it again until it is saved or thrown away. Ctrl+Return checks, saves
// and goes to the market.
#pragma once

#include "app/drafts.h"
#include "app/referrals.h"
#include "matching/relaxing.h"
#include "shared/page_parts.h"
#include "shell/navigator.h"
#include "shell/page.h"

class QCheckBox;
class QComboBox;
class QDateEdit;
class QGridLayout;
class QLineEdit;
class QPlainTextEdit;
class QStackedWidget;
class QTimer;

namespace homeward::ui {

class ChildRow;
class NeedsTable;
class ReferralMore;

class ReferralForm : public Page {
  Q_OBJECT
 public:
  ReferralForm(app::Workspace& workspace, Navigator& navigator, QWidget* parent = nullptr);
  void startPlanned();
  void startSameDay();
  void edit(ReferralId id);
  /// The keyboard comes to the field in which that requirement stands.
  void goTo(const matching::Relaxing& requirement);

  [[nodiscard]] QString title() const override;
  void refresh() override;
  [[nodiscard]] QWidget* firstFocus() override;
  [[nodiscard]] QList<QWidget*> panes() override;
  bool doPrimary() override;
  bool mayLeave() override;
  void setNamesHidden(bool hidden) override;
  /// Saves as a draft of the referral what can be kept; false when it cannot yet.
  bool keepDraft();
  /// Keeps what is typed, whether or not it can be read; false when the case file cannot be written.
  bool keepTyped();
  /// Puts back what was typed into the form that is there, over the versions that it was typed over: what was saved by others since
  /// stands in the way of saving it, as always.
  void takeUp(const app::Draft& draft);
  /// Under which number what is typed is kept; 0: it is not.
  [[nodiscard]] std::int64_t draft() const { return m_kept.id; }
  /// What the form holds now.
  [[nodiscard]] app::ReferralCase entry() const;

 private:
  struct Problem {
    QString words;
    QWidget* field = nullptr;
    int child = -1;
  };
  void start(Urgency urgency);
  void build();
  void buildFields(QGridLayout& grid);
  QLineEdit* line(const QString& name, const QString& placeholder = {});
  void clearChildren();
  void addChild(const Child* child);
  void removeChild(ChildRow* row);
  void read(const app::ReferralCase& stored);
  void touched();
  void showSide();
  void showSupported();
  void orderTabs();
  void showChildNames();
  [[nodiscard]] ReferralKind kind() const;
  [[nodiscard]] QStringList noGoOnRecord() const;  ///< of any of the children, before what is typed
  [[nodiscard]] std::vector<Problem> unreadable() const;
  [[nodiscard]] std::vector<Problem> problems(const app::ReferralCase& entry) const;
  [[nodiscard]] QWidget* fieldOf(const std::string& name, std::size_t child) const;
  /// Whose facts the referral rests on: the first who is looked after.
  [[nodiscard]] static std::size_t firstLookedAfter(const app::ReferralCase& entry);
  void showProblems(const std::vector<Problem>& problems);
  bool save(app::ReferralCase entry);
  void focusOn(QWidget* field);
  [[nodiscard]] QByteArray typed() const;
  void forgetTyped();
  void offerTyped();
  void throwAwayOffered();
  [[nodiscard]] const Child* childNow(ChildId id) const;
  /// Was the referral, or one of its children, saved since this was typed?
  [[nodiscard]] bool isBehind(const app::Draft& draft) const;

  app::Workspace& m_workspace;
  Navigator& m_navigator;
  std::vector<Child> m_known;  // whom the search finds
  app::ReferralCase m_stored;
  bool m_dirty = false;
  app::DraftMark m_kept;
  QString m_whyNotKept;
  QByteArray m_typed;  // as it was kept last, or when the form was filled
  std::optional<app::Draft> m_offered;
  HintBlock* m_offer = nullptr;
  bool m_reading = false;
  std::vector<ChildRow*> m_rows;
  std::vector<NeedsTable*> m_needs;
  QTimer* m_autosave = nullptr;
  QTimer* m_settle = nullptr;
  PageHead* m_head = nullptr;
  ErrorSummary* m_errors = nullptr;
  QVBoxLayout* m_children = nullptr;
  QPushButton* m_addChild = nullptr;
  QPushButton* m_draft = nullptr;
  QPushButton* m_primary = nullptr;
  QList<QPushButton*> m_urgency;
  QDateEdit* m_day = nullptr;
  QLineEdit* m_time = nullptr;
  QComboBox* m_basis = nullptr;
  QLineEdit* m_consent = nullptr;
  QLineEdit* m_authorised = nullptr;
  QDateEdit* m_authorisedOn = nullptr;
  QComboBox* m_because = nullptr;
  QList<QCheckBox*> m_settings;
  TextLabel* m_why = nullptr;
  QLineEdit* m_milesHome = nullptr;
  QLineEdit* m_milesSchool = nullptr;
  QLineEdit* m_noGo = nullptr;
  QComboBox* m_kind = nullptr;
  QComboBox* m_together = nullptr;
  QLineEdit* m_weeks = nullptr;
  QComboBox* m_whose = nullptr;
  QStackedWidget* m_needsStack = nullptr;
  QPlainTextEdit* m_plain = nullptr;
  ReferralMore* m_more = nullptr;
  TextLabel* m_plainHidden = nullptr;
  QWidget* m_side = nullptr;
  QVBoxLayout* m_sideRows = nullptr;
};

}  // namespace homeward::ui
