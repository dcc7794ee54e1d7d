// What is known of one line of the market, and what one can do with it: its checks, what speaks for it, what is not known, what it
// would cost, and the acts that follow.
//
// Everything on it comes from the explanation of the ranking; a card is worked out for one line at a time.
#pragma once

#include "market/market_model.h"
#include "shared/page_parts.h"

class QScrollArea;

namespace homeward::ui {

/// What a card says, worked out from an explanation: the same in a test as on the screen.
struct CardWords {
  struct Line {
    Sign sign = Sign::none;
    QString text;
    QString second;  ///< what would bring it back, or what to ask
  };
  QVector<Line> lines;
  QString cost;
};
[[nodiscard]] CardWords cardWords(const MarketModel& model, int row);

class CandidateCard : public Surface {
  Q_OBJECT
 public:
  explicit CandidateCard(QWidget* parent = nullptr);
  /// -1: nothing to show. `facts` are said as they are: telephone, areas.
  void show(const MarketModel& model, int row, const QStringList& facts = {});
  [[nodiscard]] QPushButton* ask() { return m_ask; }
  [[nodiscard]] QPushButton* offer() { return m_offer; }
  [[nodiscard]] QPushButton* open() { return m_open; }
  [[nodiscard]] QPushButton* stillFree() { return m_stillFree; }
  [[nodiscard]] QPushButton* notFree() { return m_notFree; }

 private:
  TextLabel* m_name;
  ChipLabel* m_chip;
  TextLabel* m_second;
  QVBoxLayout* m_lines;
  TextLabel* m_cost;
  TextLabel* m_free;
  TextLabel* m_facts;
  QPushButton* m_ask;
  QPushButton* m_offer;
  QPushButton* m_open;
  QPushButton* m_stillFree;
  QPushButton* m_notFree;
};

}  // namespace homeward::ui
