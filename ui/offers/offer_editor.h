// Recording an offer, or changing one that is stored: from when, until when it stands, its price line by line with the whole cost a week,
// how each need is met, whom it would take with their schools, and what was answered to what was asked.
//
// Everything that an offer holds is here, in five leaves; a simple one needs only the first. What is wrong stands beside its field. From a
// stored offer its prices are negotiated, its people's interviews recorded, and the home compared with support that it would add; what
// was changed is recorded first.
#pragma once

#include <QDialog>
#include <vector>

#include "app/asking.h"
#include "offers/need_answers.h"
#include "shared/page_parts.h"

class QCheckBox;
class QFormLayout;
class QLineEdit;
class QTabWidget;
class QTimeEdit;

namespace homeward::ui {

class FeatureList;
class MaybeDay;
class MaybeNumber;
class QuoteFields;
class SupportPackages;
class TakenChildren;
class TriState;
struct OpenQuestion;

class OfferEditor : public QDialog {
  Q_OBJECT
 public:
  /// `offer` as `app::offerDraft` starts it, or one that is stored.
  OfferEditor(app::Workspace& workspace, Offer offer, bool namesHidden = false, QWidget* parent = nullptr);
  [[nodiscard]] OfferId saved() const { return m_saved; }
  /// What was done from here besides recording the offer, to be told; also when the dialog is left without recording more.
  [[nodiscard]] QString told() const { return m_told; }
  /// What the fields hold; a day or an amount that cannot be read makes it invalid.
  [[nodiscard]] Result<Offer> entered() const;
  /// Brings the keyboard to where the answer to this question is entered.
  void openAt(const OpenQuestion& question);

  /// Asks before what was entered is thrown away.
  void reject() override;

 private:
  /// A field of the first leaf with what is wrong with it.
  struct Note {
    std::string field;
    QWidget* mends = nullptr;
    TextLabel* words = nullptr;
  };
  /// Lays out the leaves for the offer at hand, also after it was changed from here.
  void fill();
  QWidget* priceLeaf();
  QWidget* supportLeaf();
  QWidget* needsLeaf();
  QWidget* childrenLeaf();
  QWidget* answersLeaf();
  QWidget* noted(const std::string& field, QWidget* mends, QWidget* shown = nullptr);
  void listen();
  void follow();
  /// Says beside each field what is wrong; answers whether nothing is.
  bool tell();
  void goTo(QWidget* field);
  void save();
  /// Writes what the fields hold; the dialog stays.
  bool record();
  /// Whether an act may begin: what was changed and not recorded yet is recorded first, if that is agreed to.
  bool recordedFirst(const QString& act);
  /// Why nothing but recording can be done from here; empty: it can.
  [[nodiscard]] QString whyNoAct() const;
  /// Shows the offer as it is stored now.
  void readAgain();
  void negotiate();
  void interview();
  void compareWith(std::size_t package);
  [[nodiscard]] Offer fields() const;
  [[nodiscard]] std::optional<Instant> standsUntil() const;
  [[nodiscard]] QString unreadable(QWidget*& field) const;

  app::Workspace& m_workspace;
  Offer m_offer;
  OfferId m_saved;
  std::vector<OfferedChild> m_children;
  Referral m_referral;
  Offer m_asOpened;
  QString m_told;
  bool m_tried = false;
  std::vector<Note> m_notes;
  ErrorSummary* m_errors = nullptr;
  QTabWidget* m_leaves = nullptr;
  MaybeDay* m_from = nullptr;
  MaybeNumber* m_days = nullptr;
  MaybeDay* m_standsDay = nullptr;
  QTimeEdit* m_standsTime = nullptr;
  MaybeDay* m_received = nullptr;
  QLineEdit* m_conditions = nullptr;
  QCheckBox* m_emergency = nullptr;
  QCheckBox* m_withdrawn = nullptr;
  QuoteFields* m_quote = nullptr;
  NeedAnswers* m_needs = nullptr;
  TakenChildren* m_taken = nullptr;
  TriState* m_bedroom = nullptr;
  TriState* m_sharing = nullptr;
  TriState* m_impact = nullptr;
  FeatureList* m_features = nullptr;
  SupportPackages* m_support = nullptr;
  TextLabel* m_cost = nullptr;
  TextLabel* m_won = nullptr;
  QPushButton* m_negotiate = nullptr;
  QPushButton* m_record = nullptr;
};

}  // namespace homeward::ui
