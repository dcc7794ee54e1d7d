#include "exchange/ofsted.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "exchange/authority_names.h"
#include "exchange/ofsted_columns.h"
#include "support/text.h"

namespace homeward::exchange {
namespace {

using ofsted::Column;
using ofsted::Header;

struct Provision {
  std::string_view type;  // folded
  std::optional<SettingType> setting;
  std::optional<SettingType> asksFor;
  std::optional<LeftOut> leftOut;
};

// A school that is registered as a children's home counts as a home, as the statutory return has it (placement code S1 excludes it).
constexpr std::array<Provision, 13> provisions = {{
    {"childrenshome", SettingType::childrensHome, {}, {}},
    {"residentialspecialschoolregisteredasachildrenshome", SettingType::childrensHome, {}, {}},
    {"securechildrenshome", SettingType::secureHome, {}, {}},
    {"residentialspecialschool", SettingType::residentialSchool, {}, {}},
    {"residentialfamilycentre", SettingType::familyCentre, {}, {}},
    {"independentfosteringagency", {}, SettingType::fosteringHousehold, {}},
    {"supportedaccommodation", {}, SettingType::supportedAccommodation, {}},
    {"adoptionsupportagency", {}, {}, LeftOut::adoption},
    {"voluntaryadoptionagency", {}, {}, LeftOut::adoption},
    {"boardingschool", {}, {}, LeftOut::boarding},
    {"furthereducationcollegewithresidentialaccommodation", {}, {}, LeftOut::boarding},
    {"residentialholidayschemefordisabledchildren", {}, {}, LeftOut::holidays},
    {"securetrainingcentre", {}, {}, LeftOut::custody},
}};

template <class E>
using Words = std::pair<std::string_view, E>;

template <class E, std::size_t n>
std::optional<E> meaning(const std::array<Words<E>, n>& table, std::string_view value) {
  const std::string folded = foldedName(value);
  for (const auto& [words, means] : table)
    if (words == folded) return means;
  return std::nullopt;
}

constexpr std::array<Words<RegistrationStatus>, 5> statuses = {{{"active", RegistrationStatus::active},
                                                                {"suspended", RegistrationStatus::suspended},
                                                                {"cancelled", RegistrationStatus::cancelled},
                                                                {"resigned", RegistrationStatus::resigned},
                                                                {"pending", RegistrationStatus::pending}}};
// An academy trust is an exempt charity (Academies Act 2010 s12), so its schools are in the voluntary sector.
constexpr std::array<Words<Sector>, 5> sectors = {{{"private", Sector::privateSector},
                                                   {"voluntary", Sector::voluntary},
                                                   {"localauthority", Sector::otherAuthority},
                                                   {"healthauthority", Sector::health},
                                                   {"academy", Sector::voluntary}}};
constexpr std::array<Words<Grade>, 8> grades = {{{"outstanding", Grade::outstanding},
                                                 {"good", Grade::good},
                                                 {"requiresimprovementtobegood", Grade::requiresImprovement},
                                                 {"requiresimprovement", Grade::requiresImprovement},
                                                 {"inadequate", Grade::inadequate},
                                                 {"consistentlystrongservicedelivery", Grade::strong},
                                                 {"inconsistentqualityofservicedelivery", Grade::inconsistent},
                                                 {"seriousorwidespreadweaknesses", Grade::seriousWeaknesses}}};
constexpr std::array<std::string_view, 5> noGrade = {"notyetinspected", "notapplicable", "notjudged", "null", "none"};
constexpr std::array<Words<bool>, 6> shortBreakWords = {
    {{"", false}, {"n", false}, {"no", false}, {"y", true}, {"yes", true}, {"shortbreaksonly", true}}};

class Importing {
 public:
  explicit Importing(const OfstedOptions& options) : m_options(options) {}

  Result<void> row(const CsvRow& row) {
    if (!m_header) return above(row);
    if (std::ranges::all_of(row.fields, [](const std::string& field) { return trimmed(field).empty(); })) return {};
    if (m_shortLine != 0) leaveOut(std::exchange(m_shortLine, 0), {}, "The row has fewer columns than the header.");
    ++m_import.rows;
    m_line = row.line;
    m_fields = row.fields;
    if (row.fields.size() < m_header->width()) {
      m_shortLine = row.line;  // wrong if another row follows; the end of a file that is cut off if none does
      m_shortWidth = row.fields.size();
      return {};
    }
    if (row.fields.size() > m_header->width())
      leaveOut(row.line, {}, "The row has more columns than the header.");
    else
      provision();
    return {};
  }

  Result<OfstedImport> finish() {
    if (!m_header) return noHeader();
    if (m_shortLine != 0)
      return fail(ErrorCode::unreadable, "line " + std::to_string(m_shortLine),
                  "The file is cut off: its last row, on line " + std::to_string(m_shortLine) + ", has " + std::to_string(m_shortWidth) +
                      " of " + std::to_string(m_header->width()) + " columns. Download it again. Nothing was read.");
    if (m_import.rows == 0) return fail(ErrorCode::unreadable, "file", "The file has a header and no rows below it.");
    return std::move(m_import);
  }

 private:
  Result<void> above(const CsvRow& row) {
    constexpr int linesAbove = 10;
    auto header = Header::find(row.fields);
    if (!header) return tl::unexpected(header.error());
    m_header = *header;
    if (!m_header && ++m_above > linesAbove) return tl::unexpected(noHeader().error());
    return {};
  }

  static Result<OfstedImport> noHeader() {
    return fail(ErrorCode::unreadable, "header",
                "This is not Ofsted's provider list: none of its first rows is the header. It must have the columns " +
                    ofsted::requiredTitles() + ".");
  }

  [[nodiscard]] std::string_view value(Column column) const { return m_header->field(m_fields, column); }

  void leaveOut(std::int64_t line, std::string_view column, std::string message) {
    m_import.problems.add({line, std::string(column), std::move(message), true});
  }
  void leaveOut(Column column, std::string message) { leaveOut(m_line, ofsted::title(column), std::move(message)); }
  void note(Column column, std::string message) {
    m_import.problems.add({m_line, std::string(ofsted::title(column)), std::move(message), false});
  }

  ProvisionCount& countOf(std::string_view type) {
    const auto [at, isNew] = m_countByType.emplace(foldedName(type), m_import.counts.size());
    if (isNew) {
      m_import.counts.emplace_back();
      m_import.counts.back().type = collapsed(type);
    }
    return m_import.counts[at->second];
  }

  void provision() {
    const std::string_view type = value(Column::provisionType);
    if (type.empty()) return leaveOut(Column::provisionType, "The provision type is missing.");
    const std::string folded = foldedName(type);
    const auto known = std::ranges::find(provisions, std::string_view(folded), &Provision::type);
    if (known == provisions.end()) return leaveOut(Column::provisionType, inQuotes(type) + " is no provision type that this import knows.");
    ProvisionCount& count = countOf(type);
    ++count.rows;
    count.why = known->leftOut;
    if (known->leftOut) {
      ++count.leftOut;
      return;
    }
    auto registration = registrationOf();
    const auto sector = meaning(sectors, value(Column::sector));
    if (!registration) return;
    if (!sector) return leaveOut(Column::sector, inQuotes(value(Column::sector)) + " is no sector that this import knows.");
    if (known->asksFor) {
      ask(std::move(*registration), *sector, *known->asksFor);
      ++count.toAsk;
    } else if (home(std::move(*registration), *sector, *known->setting)) {
      ++count.settings;
    }
  }

  std::optional<Registration> registrationOf() {
    Registration registration;
    registration.urn = std::string(value(Column::urn));
    constexpr std::size_t longest = 20;
    const bool wellFormed =
        !registration.urn.empty() && registration.urn.size() <= longest && foldedName(registration.urn).size() == registration.urn.size();
    if (!wellFormed) {
      leaveOut(Column::urn, registration.urn.empty() ? "The URN is missing." : inQuotes(registration.urn) + " is not a URN.");
      return std::nullopt;
    }
    const auto status = meaning(statuses, value(Column::registrationStatus));
    if (!status) {
      leaveOut(Column::registrationStatus,
               inQuotes(value(Column::registrationStatus)) + " is no registration status that this import knows.");
      return std::nullopt;
    }
    if (!m_urns.insert(registration.urn).second) {
      leaveOut(Column::urn, "The URN " + registration.urn + " is in the file already: the first row counts.");
      return std::nullopt;
    }
    registration.status = *status;
    registration.since = dateOf(Column::registrationDate);
    registration.places = placesOf();
    registration.inspection = inspectionOf();
    return registration;
  }

  std::optional<Date> dateOf(Column column) {
    const std::string_view text = value(column);
    if (text.empty()) return std::nullopt;
    auto day = parseUkDate(text);
    if (!day) day = parseIsoDate(text);
    if (!day) note(column, inQuotes(text) + " is not a date such as 31/03/2025.");
    return day;
  }

  std::optional<int> placesOf() {
    constexpr std::int64_t most = 10'000;
    const std::string_view text = value(Column::places);
    if (text.empty()) return std::nullopt;
    const auto places = wholeNumber(text);
    if (places && *places >= 0 && *places <= most) return static_cast<int>(*places);
    note(Column::places, inQuotes(text) + " is not a number of places.");
    return std::nullopt;
  }

  std::optional<Inspection> inspectionOf() {
    for (const Column column : {Column::grade, Column::supportedGrade}) {
      const std::string_view text = value(column);
      if (text.empty() || std::ranges::find(noGrade, foldedName(text)) != noGrade.end()) continue;
      if (const auto grade = meaning(grades, text)) return Inspection{*grade, dateOf(Column::inspected)};
      note(column, inQuotes(text) + " is no grade that this import knows.");
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<std::string> authorityOf(std::string_view name) const {
    return m_options.authority ? m_options.authority(name) : AuthorityNames::england().code(name);
  }

  /// A council's own services, wherever they stand, are known by who owns them.
  [[nodiscard]] bool isOurs(std::string_view owner) const {
    if (owner.empty()) return false;
    if (!m_options.responsibleName.empty() && sameCouncil(owner, m_options.responsibleName)) return true;
    return !m_options.responsibleCode.empty() && authorityOf(owner) == m_options.responsibleCode;
  }

  [[nodiscard]] Sector sectorOf(Sector published, std::string_view owner) const {
    return published == Sector::otherAuthority && isOurs(owner) ? Sector::inHouse : published;
  }

  [[nodiscard]] std::string nameOf(const Registration& registration) const {
    const std::string name = collapsed(value(Column::name));
    return name.empty() ? collapsed(value(Column::provisionType)) + ", URN " + registration.urn : name;
  }

  void ask(Registration registration, Sector sector, SettingType offers) {
    Provider provider;
    provider.name = nameOf(registration);
    provider.sector = sectorOf(sector, value(Column::owner));
    provider.toAsk = true;
    provider.asksFor = offers;
    provider.registration = std::move(registration);
    provider.source = "ofsted";
    m_import.providers.push_back(std::move(provider));
  }

  bool home(Registration registration, Sector sector, SettingType type) {
    const auto shortBreaks = meaning(shortBreakWords, value(Column::shortBreaks));
    if (!shortBreaks) {
      leaveOut(Column::shortBreaks, inQuotes(value(Column::shortBreaks)) + " does not say whether the home serves short breaks only.");
      return false;
    }
    OfstedSetting entry;
    Setting& setting = entry.setting;
    setting.name = nameOf(registration);
    setting.type = type;
    setting.place = placeOf();
    setting.terms.shortBreaksOnly = *shortBreaks;
    setting.terms.parentAndChild = type == SettingType::familyCentre;  // by definition: Care Standards Act 2000 s4(2)
    setting.source = "ofsted";
    entry.provider = ownerOf(setting, sector);
    setting.registration = std::move(registration);
    m_import.settings.push_back(std::move(entry));
    return true;
  }

  Place placeOf() {
    Place place;
    const std::string_view name = value(Column::authority);
    if (const auto code = authorityOf(name))
      place.authority = *code;
    else
      note(Column::authority, name.empty()
                                  ? "The local authority is missing: where the home is remains not known."
                                  : inQuotes(name) + " is no authority that this import knows: where the home is remains not known.");
    if (const std::string_view text = value(Column::postcode); !text.empty()) {
      if (const auto postcode = standardPostcode(text))
        place.postcode = *postcode;
      else
        note(Column::postcode, inQuotes(text) + " is not a postcode.");
    }
    return place;
  }

  // One provider for all homes of an organisation; a council's names are one by their authority. Without a published owner a home stands
  // for itself.
  std::size_t ownerOf(const Setting& setting, Sector published) {
    const std::string_view owner = value(Column::owner);
    const Sector sector = sectorOf(published, owner);
    std::string key = std::string(text(sector)) + "|" + foldedName(owner);
    if (published == Sector::otherAuthority)
      if (const auto code = authorityOf(owner)) key = "council|" + *code;
    if (!owner.empty())
      if (const auto found = m_providerByOwner.find(key); found != m_providerByOwner.end()) return found->second;
    Provider provider;
    provider.name = owner.empty() ? setting.name : collapsed(owner);
    provider.sector = sector;
    provider.source = "ofsted";
    m_import.providers.push_back(std::move(provider));
    const std::size_t index = m_import.providers.size() - 1;
    if (!owner.empty()) m_providerByOwner.emplace(std::move(key), index);
    return index;
  }

  const OfstedOptions& m_options;
  OfstedImport m_import;
  std::optional<Header> m_header;
  int m_above = 0;
  std::int64_t m_line = 0;
  std::int64_t m_shortLine = 0;
  std::size_t m_shortWidth = 0;
  std::span<const std::string> m_fields;
  std::unordered_set<std::string> m_urns;
  std::unordered_map<std::string, std::size_t> m_countByType;
  std::unordered_map<std::string, std::size_t> m_providerByOwner;
};

template <class Read>
Result<OfstedImport> import(const OfstedOptions& options, const Read& read) {
  CsvOptions csv;
  csv.encoding = options.encoding;
  csv.progress = options.progress;
  Importing importing(options);
  const auto done = read(csv, [&importing](const CsvRow& row) { return importing.row(row); });
  if (!done) return tl::unexpected(done.error());
  return importing.finish();
}

}  // namespace

Result<OfstedImport> readOfsted(const std::filesystem::path& file, const OfstedOptions& options) {
  return import(options, [&file](const CsvOptions& csv, const RowReader& row) { return readCsv(file, csv, row); });
}

Result<OfstedImport> readOfstedText(std::string_view bytes, const OfstedOptions& options) {
  return import(options, [bytes](const CsvOptions& csv, const RowReader& row) { return readCsvText(bytes, csv, row); });
}

}  // namespace homeward::exchange
