#include "market/market_scene.h"

#include <QCoreApplication>

#include "shared/format.h"

namespace homeward::ui {
namespace {

QString say(const char* text) { return QCoreApplication::translate("MarketScene", text); }

void addPlaces(const matching::Request& request, bool namesHidden, std::vector<MapPlace>& places) {
  for (const auto& child : request.children) {
    if (child.home.point) places.push_back({MapPlace::Kind::home, *child.home.point, say("Home")});
    if (child.schoolPlace.point) places.push_back({MapPlace::Kind::school, *child.schoolPlace.point, say("School")});
    for (const auto& contact : child.contacts)
      if (contact.place.point)
        places.push_back({MapPlace::Kind::contact, *contact.place.point,
                          namesHidden || contact.name.empty() ? q(contact.relationship) : q(contact.name)});
  }
}

}  // namespace

MapScene marketScene(const MarketModel& model, const std::vector<int>& rows, bool namesHidden) {
  MapScene scene;
  const auto* request = model.lines().request();
  if (request != nullptr) {
    addPlaces(*request, namesHidden, scene.places);
    scene.limit = request->referral.withinMilesOfHome;
    scene.rings = {2, 5, 10, 20, 40};
  }
  for (const int row : rows) {
    const auto& line = model.line(row);
    if (line.setting == nullptr || !line.setting->place.point) continue;
    MapMark mark;
    mark.row = static_cast<std::size_t>(row);
    mark.at = *line.setting->place.point;
    mark.status = line.status;
    mark.judged = request != nullptr;
    mark.household = line.setting->type == SettingType::fosteringHousehold;
    mark.name = MarketModel::name(line);
    mark.label = mark.name;
    if (mark.household) mark.label.remove(QStringLiteral(" household"));
    mark.detail =
        request != nullptr
            ? say("%1, %2 from home").arg(MarketModel::statusChip(line).text, model.index(row, MarketModel::HomeColumn).data().toString())
            : MarketModel::typeWords(line);
    scene.marks.push_back(std::move(mark));
  }
  return scene;
}

}  // namespace homeward::ui
