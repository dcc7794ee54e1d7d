// Ofsted's published list into the market: what is published is brought up to date, what people here entered stays.
#include <map>
#include <set>

#include "app/import_rows.h"
#include "app/place_again.h"
#include "exchange/ofsted.h"
#include "support/text.h"

namespace homeward::app {
namespace {

constexpr const char* sourceName = "ofsted";

/// What the case file has already, by what identifies it: the URN, or for an owner its name and sector.
struct Known {
  std::map<std::string, const Setting*> settingByUrn;
  std::map<std::string, const Provider*> providerByUrn;
  std::multimap<std::string, const Provider*> ownersByName;
};

/// What lies in the bin, by the same: it is not brought back behind the back of whoever put it there.
struct PutAway {
  std::set<std::string> settings;
  std::set<std::string> providers;
  std::set<std::string> owners;
};

std::string ownerKey(const std::string& name) { return lowered(collapsed(name)); }
std::string ownerKey(const std::string& name, Sector sector) { return std::string(text(sector)) + "|" + ownerKey(name); }

/// The list may name one owner in two sectors, which are two providers here. Hence an owner is first the one of its name and sector; one
/// of its name alone is the same owner after a change of sector, unless the list has that other sector as well.
class Owners {
 public:
  Owners(const Known& have, const std::vector<Provider>& published) : m_have(have) {
    for (const Provider& provider : published)
      if (!provider.registration) m_published.insert(ownerKey(provider.name, provider.sector));
  }
  const Provider* storedAs(const Provider& published) {
    const auto [from, to] = m_have.ownersByName.equal_range(ownerKey(published.name));
    const Provider* renamed = nullptr;
    for (auto at = from; at != to; ++at) {
      const Provider& stored = *at->second;
      if (m_taken.contains(stored.id)) continue;
      if (stored.sector == published.sector) return take(stored);
      if (renamed == nullptr && !m_published.contains(ownerKey(stored.name, stored.sector))) renamed = &stored;
    }
    return renamed == nullptr ? nullptr : take(*renamed);
  }

 private:
  const Provider* take(const Provider& stored) {
    m_taken.insert(stored.id);
    return &stored;
  }
  const Known& m_have;
  std::set<std::string> m_published;
  std::set<ProviderId> m_taken;
};

Known known(const Market& market) {
  Known found;
  for (const Setting& setting : market.settings)
    if (setting.registration && !setting.registration->urn.empty()) found.settingByUrn[setting.registration->urn] = &setting;
  for (const Provider& provider : market.providers) {
    if (provider.registration && !provider.registration->urn.empty())
      found.providerByUrn[provider.registration->urn] = &provider;
    else
      found.ownersByName.emplace(ownerKey(provider.name), &provider);
  }
  return found;
}

Result<PutAway> putAway(Workspace& workspace) {
  PutAway away;
  const auto things = workspace.file().work().bin();
  if (!things) return failed(things);
  for (const store::Binned& thing : *things) {
    if (thing.what.entity == store::Entity::setting) {
      const auto setting = workspace.file().market().setting(SettingId{thing.what.id});
      if (!setting) return failed(setting);
      if (setting->registration && !setting->registration->urn.empty()) away.settings.insert(setting->registration->urn);
    } else if (thing.what.entity == store::Entity::provider) {
      const auto provider = workspace.file().market().provider(ProviderId{thing.what.id});
      if (!provider) return failed(provider);
      if (provider->registration && !provider->registration->urn.empty())
        away.providers.insert(provider->registration->urn);
      else
        away.owners.insert(ownerKey(provider->name, provider->sector));
    }
  }
  return away;
}

/// The published facts over what is there: our own facts (areas, telephone, framework, embargo) stay.
Provider merged(const Provider& stored, const Provider& published) {
  Provider provider = stored;
  if (published.registration) provider.registration = published.registration;
  provider.toAsk = stored.toAsk || published.toAsk;
  if (published.asksFor) provider.asksFor = published.asksFor;
  if (stored.source == sourceName) {
    provider.name = published.name;
    provider.sector = published.sector;
  }
  return provider;
}

Setting merged(const Setting& stored, const Setting& published) {
  Setting setting = stored;
  const auto suspendedFrom = stored.registration ? stored.registration->suspendedFrom : std::nullopt;
  setting.registration = published.registration;
  if (setting.registration && setting.registration->status == RegistrationStatus::suspended && !setting.registration->suspendedFrom)
    setting.registration->suspendedFrom = suspendedFrom;
  setting.type = published.type;
  setting.terms.shortBreaksOnly = published.terms.shortBreaksOnly;
  if (!stored.place.point) setting.place.authority = published.place.authority;
  return setting;
}

Result<exchange::OfstedImport> read(Workspace& workspace, const exchange::TextFile& file, const Progress& progress) {
  exchange::OfstedOptions options;
  options.responsibleCode = workspace.authority().code;
  options.responsibleName = workspace.authority().name;
  options.progress = progress;
  options.encoding = file.encoding;
  return exchange::readOfsted(file.path, options);
}

/// What there is to write, and the counts; nothing is written here.
struct Plan {
  ImportPreview preview;
  std::vector<Provider> providers;  ///< as they shall be, in the order of the file
  std::vector<bool> providerChanges;
  std::vector<std::pair<std::size_t, Setting>> settings;  ///< with the index of the provider
  std::vector<bool> settingChanges;
};

Plan plan(Workspace& workspace, const Market& market, const PutAway& away, const exchange::OfstedImport& list,
          const std::filesystem::path& file) {
  const Known have = known(market);
  Plan plan;
  plan.preview.file = file;
  plan.preview.kind = sourceName;
  plan.preview.rows = list.rows;
  Owners owners(have, list.providers);
  for (const exchange::ProvisionCount& count : list.counts) {
    plan.preview.counts.emplace_back(count.type, count.rows);
    plan.preview.skipped += count.leftOut;
  }
  takeProblems(plan.preview, list.problems);

  const auto count = [&plan](bool stored, bool differs) {
    if (!stored)
      ++plan.preview.added;
    else if (differs)
      ++plan.preview.changed;
    else
      ++plan.preview.unchanged;
    return !stored || differs;
  };
  std::vector<bool> providerInBin;
  for (const Provider& published : list.providers) {
    const Provider* stored = nullptr;
    if (published.registration && !published.registration->urn.empty()) {
      if (const auto found = have.providerByUrn.find(published.registration->urn); found != have.providerByUrn.end())
        stored = found->second;
    } else {
      stored = owners.storedAs(published);
    }
    const bool registered = published.registration && !published.registration->urn.empty();
    const bool inBin = stored == nullptr && (registered ? away.providers.contains(published.registration->urn)
                                                        : away.owners.contains(ownerKey(published.name, published.sector)));
    providerInBin.push_back(inBin);
    if (inBin) {
      if (published.registration) ++plan.preview.skipped;
      plan.providers.push_back(published);
      plan.providerChanges.push_back(false);
      continue;
    }
    Provider provider = stored == nullptr ? published : merged(*stored, published);
    provider.source = stored == nullptr ? sourceName : provider.source;
    const bool differs = stored != nullptr && provider != *stored;
    // An owner is no row of the list of its own: only agencies and undertakings count.
    const bool write = published.registration ? count(stored != nullptr, differs) : stored == nullptr || differs;
    plan.providers.push_back(std::move(provider));
    plan.providerChanges.push_back(write);
  }
  std::vector<bool> wanted(list.providers.size());
  std::set<SettingId> listed;
  for (const exchange::OfstedSetting& published : list.settings) {
    const Setting* stored = nullptr;
    if (published.setting.registration)
      if (const auto found = have.settingByUrn.find(published.setting.registration->urn); found != have.settingByUrn.end())
        stored = found->second;
    if (stored == nullptr && (providerInBin[published.provider] ||
                              (published.setting.registration && away.settings.contains(published.setting.registration->urn)))) {
      ++plan.preview.skipped;
      continue;
    }
    wanted[published.provider] = true;
    Setting setting = stored == nullptr ? published.setting : merged(*stored, published.setting);
    if (stored == nullptr) {
      setting.source = sourceName;
      (void)locate(workspace, setting.place);  // schools and family centres are published with their postcode
    } else {
      listed.insert(stored->id);
    }
    const Provider& owner = plan.providers[published.provider];
    const bool moved = stored != nullptr && owner.id.stored() && stored->provider != owner.id;
    const bool newOwner = stored != nullptr && !owner.id.stored() && !providerInBin[published.provider];
    plan.settingChanges.push_back(count(stored != nullptr, stored != nullptr && (setting != *stored || moved || newOwner)));
    plan.settings.emplace_back(published.provider, std::move(setting));
  }
  for (const Setting& setting : market.settings)
    if (setting.source == sourceName && setting.registration && setting.registration->status == RegistrationStatus::active &&
        !listed.contains(setting.id))
      plan.preview.notListed.push_back(setting.name + " (" + setting.registration->urn + ")");
  // An owner whose homes all lie in the bin is not added for their sake.
  for (std::size_t i = 0; i < plan.providers.size(); ++i)
    if (!plan.providers[i].id.stored() && !plan.providers[i].registration && !wanted[i]) plan.providerChanges[i] = false;
  return plan;
}

Result<Plan> planned(Workspace& workspace, const exchange::OfstedImport& list, const std::filesystem::path& file) {
  const auto market = workspace.market();
  if (!market) return failed(market);
  const auto away = putAway(workspace);
  if (!away) return failed(away);
  return plan(workspace, **market, *away, list, file);
}

}  // namespace

Result<ImportPreview> previewOfsted(Workspace& workspace, const exchange::TextFile& file, const Progress& progress) {
  const auto list = read(workspace, file, progress);
  if (!list) return failed(list);
  auto made = planned(workspace, *list, file.path);
  if (!made) return failed(made);
  return std::move(made->preview);
}

Result<ImportPreview> importOfsted(Workspace& workspace, const exchange::TextFile& file, const Progress& progress) {
  const auto list = read(workspace, file, progress);
  if (!list) return failed(list);
  auto market = workspace.file().market();
  ImportPreview preview;
  const auto written = workspace.change([&](store::Transaction& in) -> Result<void> {
    // Planned within the transaction: nobody can save between what the plan compares and what is written.
    auto made = planned(workspace, *list, file.path);
    if (!made) return failed(made);
    const auto total = static_cast<std::int64_t>(made->providers.size() + made->settings.size());
    std::int64_t done = 0;
    for (std::size_t i = 0; i < made->providers.size(); ++i) {
      if (!progress.step(done++, total)) return fail(ErrorCode::cancelled, file.path.string(), "Stopped. Nothing was imported.");
      Provider& provider = made->providers[i];
      if (!made->providerChanges[i]) continue;
      if (provider.id.stored()) {
        if (const auto saved = market.saveProvider(in, provider); !saved) return failed(saved);
        continue;
      }
      const auto id = market.addProvider(in, provider);
      if (!id) return failed(id);
      provider.id = *id;
    }
    for (std::size_t i = 0; i < made->settings.size(); ++i) {
      if (!progress.step(done++, total)) return fail(ErrorCode::cancelled, file.path.string(), "Stopped. Nothing was imported.");
      auto& [owner, setting] = made->settings[i];
      if (!made->settingChanges[i]) continue;
      // An owner in the bin does not take the home back from whoever has it here.
      if (made->providers[owner].id.stored()) setting.provider = made->providers[owner].id;
      if (setting.id.stored()) {
        if (const auto saved = market.saveSetting(in, setting); !saved) return failed(saved);
      } else if (const auto id = market.addSetting(in, setting); !id) {
        return failed(id);
      }
    }
    preview = std::move(made->preview);
    return noteImport(workspace, in, preview);
  });
  if (!written) return failed(written);
  return preview;
}

}  // namespace homeward::app
