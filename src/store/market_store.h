// The market in the case file: providers, and the settings where a child could live.
#pragma once

#include <string_view>
#include <vector>

#include "domain/provider.h"
#include "store/transaction.h"

namespace homeward::store {

/// The whole market as it is loaded for a ranking, without the bin.
struct Market {
  std::vector<Provider> providers;  ///< by id
  std::vector<Setting> settings;    ///< by id
};

class MarketStore {
 public:
  explicit MarketStore(Connection& connection) : m_connection(&connection) {}

  [[nodiscard]] Result<ProviderId> addProvider(Transaction& in, const Provider& provider);
  [[nodiscard]] Result<std::int64_t> saveProvider(Transaction& in,
                                                  const Provider& provider);  ///< the new version; conflict when not the newest
  [[nodiscard]] Result<Provider> provider(ProviderId id) const;
  [[nodiscard]] Result<std::vector<Provider>> providers() const;  ///< by id, without the bin

  [[nodiscard]] Result<SettingId> addSetting(Transaction& in, const Setting& setting);
  [[nodiscard]] Result<std::int64_t> saveSetting(Transaction& in,
                                                 const Setting& setting);  ///< the new version; conflict when not the newest
  [[nodiscard]] Result<Setting> setting(SettingId id) const;
  [[nodiscard]] Result<std::vector<Setting>> settings() const;                       ///< by id, without the bin
  [[nodiscard]] Result<std::vector<Setting>> settingsOf(ProviderId provider) const;  ///< by id, without the bin

  [[nodiscard]] Result<Market> market() const;

 private:
  Connection* m_connection;
};

}  // namespace homeward::store
