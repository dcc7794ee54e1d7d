#include "deciding/choice_background.h"

#include <QVBoxLayout>

#include "app/escalating.h"
#include "shared/format.h"
#include "shared/page_parts.h"
#include "wording/wording.h"

namespace homeward::ui {
namespace {

constexpr std::size_t usualChoice = 3;

QString tr(const char* words) { return QObject::tr(words); }

TextLabel* line(const QString& words, Type type = Type::text, Ink ink = Ink::text) {
  auto* label = new TextLabel(words, type, ink);
  label->setWrapped(true);
  return label;
}

}  // namespace

QString swapWords(const Swap& swap, const QString& proposed, const QString& instead) {
  QStringList why;
  if (swap.code) why << q(wording::word("swapReason", text(*swap.code)));
  if (!swap.words.empty()) why << q(swap.words);
  if (!swap.instead) return tr("%1 was proposed too and left out.").arg(proposed);
  return tr("%1 was proposed; %2 stands in its place: %3.").arg(proposed, instead, why.join(QStringLiteral(", ")));
}

QWidget* choiceBackground(app::Workspace& workspace, const Choice& choice) {
  const bool fewer = choice.options.size() < usualChoice;
  if (!fewer && choice.swaps.empty()) return nullptr;
  auto* card = new Surface(Surface::Ground::card);
  card->setObjectName(QStringLiteral("choiceBackground"));
  auto* rows = new QVBoxLayout(card);
  rows->setSpacing(px(3));
  rows->addWidget(line(tr("How this choice came about"), Type::second, Ink::accent));
  const auto called = [&](OptionId id) {
    const auto stored = workspace.file().offers().option(id);
    return stored ? q(stored->label) : tr("a home");
  };
  for (const Swap& swap : choice.swaps)
    rows->addWidget(line(swapWords(swap, called(swap.proposed), swap.instead ? called(*swap.instead) : QString())));
  if (fewer) {
    if (!choice.fewerThanThree.empty()) rows->addWidget(line(tr("Why there are not three: %1").arg(q(choice.fewerThanThree))));
    const auto asked = app::askedWords(workspace, choice.referral);
    if (asked && !asked->empty()) {
      rows->addWidget(line(tr("Who was asked:"), Type::second, Ink::text2));
      for (const std::string& one : *asked) rows->addWidget(line(q(one), Type::second));
    }
  }
  return card;
}

}  // namespace homeward::ui
