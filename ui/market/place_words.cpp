#include "market/place_words.h"

#include "shared/format.h"

namespace homeward::ui {

QString placeWords(app::Workspace& workspace, const Place& place) {
  const auto atlas = workspace.atlas();
  const geography::AuthorityArea* area = atlas ? (*atlas)->area(place.authority) : nullptr;
  if (place.point) return area != nullptr ? QObject::tr("in %1").arg(q(area->name)) : QObject::tr("found on the map");
  if (area != nullptr) return QObject::tr("in %1; miles from here are intervals").arg(q(area->name));
  return standardPostcode(place.postcode) ? QObject::tr("not among the postcodes of this case file: miles from here are not known")
                                          : QObject::tr("in several areas, or in none that is known: enter the whole postcode");
}

}  // namespace homeward::ui
