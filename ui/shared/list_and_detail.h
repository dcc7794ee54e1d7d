// A list at the left and what is known of its selected line at the right: the shape of most pages.
#pragma once

#include <QString>

class QSplitter;
class QWidget;

namespace homeward::ui {

/// The detail scrolls and keeps a readable width; `name` is what the right side is called aloud.
[[nodiscard]] QSplitter* listBesideDetail(QWidget* list, QWidget* detail, const QString& name);

}  // namespace homeward::ui
