#include "policy/compared_tables.h"

#include "shared/format.h"
#include "shared/painters.h"

namespace homeward::ui {
namespace {

QString tr(const char* words) { return QObject::tr(words); }

QString capital(QString words) {
  if (!words.isEmpty()) words[0] = words[0].toUpper();
  return words;
}

QString scoreText(const app::PolicyPlace& place) {
  return intervalText(matching::shownScore(place.known), matching::shownScore(place.possible));
}

QVariant number(std::int64_t value) { return QVariant::fromValue<qint64>(value); }

}  // namespace

QString movedWords(int places) {
  if (places == 0) return tr("the same");
  return places > 0 ? tr("▲ up %1").arg(places) : tr("▼ down %1").arg(-places);
}

void fillOrders(PlainTable& table, std::vector<app::ComparedCandidate> both, const QString& first, const QString& second) {
  using Row = app::ComparedCandidate;
  table.setRows<Row>(
      std::move(both),
      {{tr("Home"), [](const Row& row) { return q(row.name); }, {}, false},
       {tr("Place: %1").arg(first), [](const Row& row) { return countText(static_cast<qint64>(row.first.place)); },
        [](const Row& row) { return number(static_cast<qint64>(row.first.place)); }, true},
       {tr("Place: %1").arg(second), [](const Row& row) { return countText(static_cast<qint64>(row.second.place)); },
        [](const Row& row) { return number(static_cast<qint64>(row.second.place)); }, true},
       {tr("Moved"), [](const Row& row) { return movedWords(row.moved()); }, [](const Row& row) { return number(row.moved()); }, false},
       {tr("Score: %1").arg(first), [](const Row& row) { return scoreText(row.first); },
        [](const Row& row) { return number(row.first.known); }, true},
       {tr("Score: %1").arg(second), [](const Row& row) { return scoreText(row.second); },
        [](const Row& row) { return number(row.second.known); }, true}});
}

void fillWeights(PlainTable& table, const app::PolicyComparison& both, const QString& first, const QString& second) {
  using Row = app::ComparedWeight;
  table.setRows<Row>(
      both.weights,
      {{tr("Criterion"), [](const Row& row) { return capital(q(row.name)); }, {}, false},
       {first, [](const Row& row) { return QString::number(row.first); }, [](const Row& row) { return number(row.first); }, true},
       {second, [](const Row& row) { return QString::number(row.second); }, [](const Row& row) { return number(row.second); }, true},
       {tr("Difference"), [](const Row& row) { return signedText(row.second - row.first); },
        [](const Row& row) { return number(row.second - row.first); }, true}});
}

}  // namespace homeward::ui
