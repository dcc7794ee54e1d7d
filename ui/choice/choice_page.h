// The choice: one to five offers side by side, what is known of each, what it costs, what to ask next, and what other weights would do.
//
// It shows a ChoiceView and asks for everything else by signals, so it holds no case file. Moving a weight re-ranks in place; the columns
// change places when the handle is let go. Essentials stand pinned above the match and cost below it.
#pragma once

#include <QVector>
#include <memory>

#include "choice/choice_table.h"
#include "choice/choice_view.h"
#include "shell/page.h"

class QCheckBox;
class QPushButton;
class QScrollArea;
class QTableWidget;
class QStackedWidget;
class QVBoxLayout;

namespace homeward::ui {

class Banner;
class ChoiceParts;
class CostMatchChart;
class EmptyState;
class HintBlock;
class PageHead;
class StepsLine;
class TextLabel;
class WeightsPanel;

class ChoicePage : public Page {
  Q_OBJECT
 public:
  explicit ChoicePage(QWidget* parent = nullptr);

  /// Shows a choice by the policy's weights, or by `view.weights` when they are given.
  void setView(ChoiceView view);
  [[nodiscard]] const ChoiceView& view() const { return *m_view; }
  /// No offer yet: who was asked and when answers are due, with the act that helps ("Ask again").
  /// Where the offers that came each take only some, the act is to combine them.
  void setEmpty(const QString& title, const QString& sentence, const QString& action, bool combine = false);
  /// Options that are ticked, in the order of the ranking.
  [[nodiscard]] QVector<qint64> ticked() const;

  [[nodiscard]] QString title() const override;
  void refresh() override { emit refreshRequested(); }
  [[nodiscard]] QWidget* firstFocus() override;
  [[nodiscard]] QList<QWidget*> panes() override;
  bool doPrimary() override;
  [[nodiscard]] QList<QAction*> menuActions() override;

  /// An act that nobody answers is not offered: its button, link and menu entry show only while its signal is connected.
  void offerWhatIsHeard();

  /// As the slider does: used by tests and by a saved what-if.
  void setWeights(const std::vector<int>& weights, bool held);

 signals:
  void refreshRequested();
  void sendRequested(const QVector<qint64>& options);
  void sendTicked(qint64 option, bool send);
  void questionRequested(qint64 option, int criterion);
  void answerRequested(qint64 option, int criterion);
  void waiverRequested(qint64 option, int gate);
  void evidenceRequested(qint64 option, homeward::ui::ChoicePart part, int entry);
  void weightsSaveRequested(const std::vector<int>& weights);
  void packRequested();
  void addRequested();
  void combineRequested();
  void offerRequested(qint64 option);
  void othersRequested();
  void otherRequested(qint64 other);
  void otherWaiverRequested(int other);  ///< of `view().others`
  void emptyActed();

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  QWidget* buildTools();
  QWidget* buildSide();
  QWidget* buildChart();
  void buildActions();
  void settle();
  void showFigures();
  void showHead();
  void showAsk();
  void openOffer();
  void showOthers();
  void tick(std::size_t option);
  void backToPolicy();
  void toggleChartTable();

  std::shared_ptr<ChoiceView> m_view;
  PageHead* m_head;
  QPushButton* m_send;
  QPushButton* m_pack;
  QPushButton* m_add = nullptr;
  QPushButton* m_combine = nullptr;
  QCheckBox* m_differences = nullptr;
  QCheckBox* m_sentences = nullptr;
  TextLabel* m_shown = nullptr;
  Banner* m_whatIf = nullptr;
  ChoiceParts* m_parts;
  QScrollArea* m_side = nullptr;
  HintBlock* m_ask = nullptr;
  TextLabel* m_askedBefore = nullptr;
  QPushButton* m_askProvider = nullptr;
  QPushButton* m_answer = nullptr;
  WeightsPanel* m_weights = nullptr;
  CostMatchChart* m_chart = nullptr;
  QTableWidget* m_chartTable = nullptr;
  QPushButton* m_asTable = nullptr;
  StepsLine* m_steps = nullptr;
  QVBoxLayout* m_reasons = nullptr;
  QWidget* m_others = nullptr;
  QPushButton* m_allOthers = nullptr;
  QStackedWidget* m_stack;
  EmptyState* m_empty;
  QString m_emptyTitle;
  bool m_emptyCombines = false;
  QList<QAction*> m_actions;
  QAction* m_packAction = nullptr;
  QAction* m_addAction = nullptr;
  QAction* m_combineAction = nullptr;
  QAction* m_offerAction = nullptr;
  QAction* m_saveAction = nullptr;
  QAction* m_waiverAction = nullptr;
  QAction* m_othersAction = nullptr;
};

}  // namespace homeward::ui
