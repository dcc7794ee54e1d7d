// Who could be asked next for a referral, in the order of the market, ticked where a place was confirmed lately: an old vacancy is offered
// unticked, not hidden. Nobody is asked from here without the dialog that says by when they are to answer.
#pragma once

#include <map>
#include <vector>

#include "app/workspace.h"
#include "shared/page_parts.h"

class QListWidget;

namespace homeward::ui {

/// One setting that did not fail and was not asked yet.
struct CouldAsk {
  SettingId setting;
  QString words;           ///< "Curlew household · Marshlight Fostering · 4.2 miles · place confirmed 24 November"
  bool confirmed = false;  ///< within four weeks
};
/// The first few of them.
[[nodiscard]] Result<std::vector<CouldAsk>> couldAsk(app::Workspace& workspace, ReferralId referral, std::size_t most);

class WhomToAsk : public HintBlock {
  Q_OBJECT
 public:
  explicit WhomToAsk(const std::vector<CouldAsk>& whom, QWidget* parent = nullptr);
  [[nodiscard]] std::vector<SettingId> ticked() const;
  /// Ticks that somebody set or took away, to be kept while the pane is built anew.
  [[nodiscard]] std::map<SettingId, bool> marks() const;
  void setMarks(const std::map<SettingId, bool>& marks);

 signals:
  void askWanted(const std::vector<SettingId>& whom);

 private:
  void follow();
  std::vector<CouldAsk> m_whom;
  QListWidget* m_list;
  QPushButton* m_ask;
};

}  // namespace homeward::ui
