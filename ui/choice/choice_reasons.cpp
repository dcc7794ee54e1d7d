#include "choice/choice_reasons.h"

#include <QObject>
#include <QVBoxLayout>
#include <algorithm>

#include "shared/format.h"
#include "shared/page_parts.h"

namespace homeward::ui {
namespace {
constexpr std::size_t usualChoice = 3;
}

void showReasons(QVBoxLayout& column, const ChoiceView& view) {
  while (QLayoutItem* item = column.takeAt(0)) {
    delete item->widget();
    delete item;
  }
  const auto add = [&column](const QString& words, Ink ink, int indent) {
    auto* label = new TextLabel(words, Type::second, ink);
    label->setWrapped(true);
    label->setContentsMargins(indent, 0, 0, px(2));
    column.addWidget(label);
  };
  for (const ProposedOption& one : view.proposed) {
    add(one.name, Ink::text, 0);
    add(one.why, Ink::text2, px(10));
  }
  const bool allFail = std::all_of(view.ranking.begin(), view.ranking.end(),
                                   [](const matching::Ranked& row) { return row.status == matching::Status::notEligible; });
  if (view.proposed.empty() && allFail)
    add(QObject::tr("Every option fails something that it has to have. Where none suits, put it before a manager from the referral."),
        Ink::ask, 0);
  else if (!view.proposed.empty() && view.proposed.size() < usualChoice)
    add(QObject::tr("There are no more that fail nothing: the choice says why there are not three, and who was asked."), Ink::ask, 0);
}

}  // namespace homeward::ui
