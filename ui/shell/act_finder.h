// Acts by their words, for the find box: whatever stands in the window's menus now and can be done now.
#pragma once

#include "shell/find.h"

class QMenu;
class QMenuBar;

namespace homeward::ui {

class ActFinder : public FindSource {
 public:
  explicit ActFinder(const QMenuBar& menus) : m_menus(menus) {}
  /// Those in whose words each typed word begins a word.
  std::vector<FindResult> find(const QString& typed) override;

 private:
  const QMenuBar& m_menus;
};

}  // namespace homeward::ui
