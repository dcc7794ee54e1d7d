// Find anything, from anywhere: children, referrals, settings, providers and acts by what one types (Ctrl+K).
#pragma once

#include <QFrame>
#include <QLineEdit>
#include <QString>
#include <functional>
#include <memory>
#include <vector>

class QListWidget;
class QListWidgetItem;

namespace homeward::ui {

struct FindResult {
  QString kind;    ///< the group's heading in the plural: "Children"
  QString title;   ///< "Wren Tansy"
  QString detail;  ///< "girl, 9, C-2207"
  QString icon;    ///< name of an icon; may be empty
  std::function<void()> act;
};

/// One kind of thing that can be found. Called for every key, so it answers in a few milliseconds and with few results, best first.
struct FindSource {
  virtual ~FindSource() = default;
  [[nodiscard]] virtual std::vector<FindResult> find(const QString& typed) = 0;
};

/// The results under the find box, in groups; the arrow keys move, Enter acts on the highlighted row, Esc closes.
class CommandPalette : public QFrame {
  Q_OBJECT
 public:
  explicit CommandPalette(QLineEdit* box, QWidget* window);
  void addSource(std::shared_ptr<FindSource> source) { m_sources.push_back(std::move(source)); }
  void open();
  [[nodiscard]] const std::vector<FindResult>& results() const { return m_results; }
  bool eventFilter(QObject* watched, QEvent* event) override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void search();
  void place();
  void move(int by);
  void act();
  void close();
  QLineEdit* m_box;
  QListWidget* m_list;
  QWidget* m_before = nullptr;  // where the focus was
  std::vector<std::shared_ptr<FindSource>> m_sources;
  std::vector<FindResult> m_results;
};

}  // namespace homeward::ui
