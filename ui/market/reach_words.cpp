#include "market/reach_words.h"

#include <QObject>

#include "app/reach.h"
#include "shared/format.h"

namespace homeward::ui {
namespace {

std::string byDay(const Setting* setting, const Provider* provider) {
  if (setting != nullptr && !setting->telephone.empty()) return setting->telephone;
  return provider != nullptr ? provider->telephone : std::string();
}
std::string outOfHours(const Provider* provider) { return provider != nullptr ? provider->outOfHoursTelephone : std::string(); }

QString first(const app::Reach& reach) {
  if (reach.first.empty()) return {};
  return reach.firstIsOutOfHours ? QObject::tr("%1 (out of hours)").arg(q(reach.first)) : q(reach.first);
}

}  // namespace

QString numberToRing(const app::Workspace& workspace, const std::string& telephone, const std::string& outOfHours) {
  return first(app::reachNow(telephone, outOfHours, workspace.now(), workspace.calendar()));
}

QString numbersToRing(const app::Workspace& workspace, const std::string& telephone, const std::string& outOfHours) {
  const app::Reach reach = app::reachNow(telephone, outOfHours, workspace.now(), workspace.calendar());
  if (reach.first.empty()) return QObject::tr("not known");
  if (reach.second.empty()) return first(reach);
  return reach.firstIsOutOfHours ? QObject::tr("%1, by day %2").arg(first(reach), q(reach.second))
                                 : QObject::tr("%1, out of hours %2").arg(first(reach), q(reach.second));
}

QString numberToRing(const app::Workspace& workspace, const Setting* setting, const Provider* provider) {
  return numberToRing(workspace, byDay(setting, provider), outOfHours(provider));
}
QString numbersToRing(const app::Workspace& workspace, const Setting* setting, const Provider* provider) {
  return numbersToRing(workspace, byDay(setting, provider), outOfHours(provider));
}

}  // namespace homeward::ui
