#include "app/return_codes.h"

namespace homeward::app {

std::string placeCode(const Setting& setting, const Child& child) {
  switch (setting.type) {
    case SettingType::fosteringHousehold: {
      const bool longTerm = child.aim == CarePlanAim::longTermFostering;
      const bool forAdoption = setting.approvedAdopters && child.aim == CarePlanAim::adoption;
      if (forAdoption) return setting.connectedPerson ? "U2" : "U5";
      if (setting.connectedPerson) return longTerm ? "U1" : "U3";
      return longTerm ? "U4" : "U6";
    }
    case SettingType::childrensHome:
      return "K2";
    case SettingType::secureHome:
      return "K1";
    case SettingType::supportedAccommodation:
      return "K3";
    case SettingType::residentialSchool:
      return "S1";
    case SettingType::familyCentre:
      return "R3";
    case SettingType::withParents:
      return "P1";
    case SettingType::otherArrangement:
      break;
  }
  if (setting.arrangement == OtherArrangement::careHome) return "R1";
  if (setting.arrangement == OtherArrangement::hospital) return "R2";
  if (setting.arrangement == OtherArrangement::schoolWithAccommodation) return "S1";
  return "Z1";
}

std::string providerCode(Sector sector) {
  switch (sector) {
    case Sector::inHouse:
      return "PR1";
    case Sector::otherAuthority:
      return "PR2";
    case Sector::health:
      return "PR3";
    case Sector::privateSector:
      return "PR4";
    case Sector::voluntary:
      return "PR5";
    case Sector::parents:
      return "PR0";
  }
  return "PR4";
}

}  // namespace homeward::app
