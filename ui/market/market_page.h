// The market: who could take this child, and who just misses; or, with no referral chosen, everybody there is.
//
// It is ranked again only when something that the ranking reads has changed. Facets, table and map show the same lines; the row of the
// table and the mark on the map are one selection, and its card says why it stands where it does.
#pragma once

#include <QSet>
#include <optional>

#include "app/strategy.h"
#include "app/why_out.h"
#include "app/workspace.h"
#include "market/facets.h"
#include "shell/navigator.h"
#include "shell/page.h"

class QHBoxLayout;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QSplitter;
class QStackedWidget;
class QTableView;
class QUndoStack;

namespace homeward::ui {

class Banner;
class CandidateCard;
class EmptyState;
class FacetTree;
class FilterChips;
class MarketFilter;
class MarketMap;
class MarketModel;
class PageHead;
class SearchCombo;
class SectionHead;
class StrategyPanel;
class TableColumns;
class TextLabel;

class MarketPage : public Page {
  Q_OBJECT
 public:
  MarketPage(app::Workspace& workspace, Navigator& navigator, QWidget* parent = nullptr);
  ~MarketPage() override;
  [[nodiscard]] QString title() const override;
  void refresh() override;
  [[nodiscard]] QWidget* firstFocus() override;
  [[nodiscard]] QList<QWidget*> panes() override;
  bool doPrimary() override;
  bool findHere() override;
  bool goBack() override;
  [[nodiscard]] QList<QAction*> menuActions() override { return m_actions; }
  [[nodiscard]] QUndoStack* undoStack() override { return m_undo; }
  void setNamesHidden(bool hidden) override;

  /// Matches the market to a referral; none shows the plain market.
  void showReferral(std::optional<ReferralId> referral);
  [[nodiscard]] std::optional<ReferralId> referral() const { return m_referral; }
  /// The dialog that asks these settings for the referral that is shown.
  void askAbout(const std::vector<SettingId>& whom);
  /// The whole market, narrowed to places of that provider that somebody said are free, and that nobody has confirmed for four weeks.
  void showUnconfirmed(ProviderId provider);
  /// Opens the editor of a setting or a provider.
  void editSetting(SettingId setting);
  void editProvider(ProviderId provider);

 signals:
  /// An offer of this setting is to be recorded for the referral.
  void offerWanted(ReferralId referral, SettingId setting);
  /// The same of somebody to ask: which home is not known yet.
  void homeWanted(ReferralId referral, ProviderId provider);

 private:
  void buildHead();
  void buildBody();
  void buildActions();
  void rank();
  void fillReferrals();
  void follow();  ///< facets, words or sorting changed
  void followSelection();
  void showMatchedColumns();
  void selectRow(int row);               ///< of the model
  [[nodiscard]] int currentRow() const;  ///< of the model; -1 for none
  void ask(const std::vector<int>& rows);
  void askSelected();
  void followStrategy();
  void selectWave(std::size_t at);
  /// The deadline of the wave that has all of these rows; else the usual one.
  [[nodiscard]] Instant dueFor(const std::vector<int>& rows);
  void whyOut();
  /// What stops most, and what one change would let in, where nobody is left.
  [[nodiscard]] QString whyNobody();
  void open(int row);
  void trouble(const QString& words);
  /// How the line's people are reached and where they say that they offer.
  [[nodiscard]] QStringList factsOf(const MarketRow& row);
  void followVacancy(int row);
  /// "Still free, said today", or "not free any more", of the current row.
  void confirmVacancy(bool free);
  bool eventFilter(QObject* watched, QEvent* event) override;

  app::Workspace& m_workspace;
  Navigator& m_navigator;
  std::optional<ReferralId> m_referral;
  bool m_stale = true;
  struct Stops {
    std::shared_ptr<const app::RankedReferral> of;
    app::WhatStops what;
  };
  Stops m_stops;
  std::optional<app::SearchStrategy> m_search;  // as last proposed
  bool m_namesHidden = false;
  bool m_following = false;
  int m_listening = 0;
  QString m_narrowedTo;  // typed into the filter by `showUnconfirmed`
  Facets m_facets;
  PageHead* m_head = nullptr;
  SearchCombo* m_which = nullptr;
  QPushButton* m_why = nullptr;
  QPushButton* m_ask = nullptr;
  TableColumns* m_columns = nullptr;
  QHBoxLayout* m_tools = nullptr;
  Banner* m_trouble = nullptr;
  StrategyPanel* m_strategy = nullptr;
  FilterChips* m_chips = nullptr;
  QLineEdit* m_find = nullptr;
  TextLabel* m_sentence = nullptr;
  FacetTree* m_tree = nullptr;
  MarketModel* m_model = nullptr;
  MarketFilter* m_filter = nullptr;
  QUndoStack* m_undo;
  QTableView* m_table = nullptr;
  QStackedWidget* m_stack = nullptr;
  EmptyState* m_empty = nullptr;
  SectionHead* m_mapHead = nullptr;
  MarketMap* m_map = nullptr;
  CandidateCard* m_card = nullptr;
  QScrollArea* m_cardScroll = nullptr;
  QList<QAction*> m_actions;
  QAction* m_stillFree = nullptr;
  QAction* m_notFree = nullptr;
};

}  // namespace homeward::ui
