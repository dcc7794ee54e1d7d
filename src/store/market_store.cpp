#include "store/market_store.h"

#include "store/search.h"
#include "store/write.h"

namespace homeward::store {

template <class R>
requires Like<R, Inspection>
void columns(R& inspection, auto& v) {
  v("grade", inspection.grade);
  v("on", inspection.on);
}
template <class R>
requires Like<R, Registration>
void columns(R& registration, auto& v) {
  v("urn", registration.urn);
  v("status", registration.status);
  v("since", registration.since);
  v("suspended_from", registration.suspendedFrom);
  v("places", registration.places);
  v("inspection", registration.inspection);
}
template <class R>
requires Like<R, Terms>
void columns(R& terms, auto& v) {
  v("limits_known", terms.limitsKnown);
  v("age_from", terms.ageFrom);
  v("age_to", terms.ageTo);
  v("sexes", terms.sexes);
  v("children", terms.children);
  v("short_breaks_only", terms.shortBreaksOnly);
  v("parent_and_child", terms.parentAndChild);
  v("solo", terms.solo);
  v("emergencies", terms.emergencies);
  v("excludes", terms.excludes);
  v("words", terms.words);
}
template <class R>
requires Like<R, Capability>
void columns(R& capability, auto& v) {
  v("domain", capability.domain);
  v("level", capability.level);
  v("basis", capability.basis);
  v("source", capability.source);
  v("on_day", capability.on);
}
template <class R>
requires Like<R, Vacancy>
void columns(R& vacancy, auto& v) {
  v("places", vacancy.places);
  v("free_from", vacancy.freeFrom);
  v("confirmed_on", vacancy.confirmedOn);
}
template <class R>
requires Like<R, Willingness>
void columns(R& willingness, auto& v) {
  v("state", willingness.state);
  v("until", willingness.until);
  v("said", willingness.said);
}
template <class R>
requires Like<R, Resident>
void columns(R& resident, auto& v) {
  v("child_id", resident.child);
  v("age", resident.age);
  v("sex", resident.sex);
  v("fostered", resident.fostered);
}
template <class R>
requires Like<R, LimitExemption>
void columns(R& exemption, auto& v) {
  v("children", exemption.children);
  v("by_authority", exemption.by);
  v("valid", exemption.valid);
}
template <class R>
requires Like<R, Proof>
void columns(R& proof, auto& v) {
  v("form_b", proof.formB);
  v("form_c", proof.formC);
  v("feedback", proof.feedback);
}
template <class R>
requires Like<R, TrackRecord>
void columns(R& record, auto& v) {
  v("placements", record.placements);
  v("lasted", record.lasted);
}

template <>
struct Table<Provider> {
  static constexpr const char* name = "provider";
  static constexpr Entity entity = Entity::provider;
};
template <class R>
requires Like<R, Provider>
void columns(R& provider, auto& v) {
  v("name", provider.name);
  v("sector", provider.sector);
  v("to_ask", provider.toAsk);
  v("asks_for", provider.asksFor);
  v("framework", provider.framework);
  v("registration", provider.registration);
  v("telephone", provider.telephone);
  v("out_of_hours_telephone", provider.outOfHoursTelephone);
  v("email", provider.email);
  v("embargoed", provider.embargoed);
  v("source", provider.source);
}
void lists(Of<Provider>, auto& v) { v(ListTable{"provider_area", "provider_id", "authority"}, &Provider::areas); }

template <>
struct Table<Setting> {
  static constexpr const char* name = "setting";
  static constexpr Entity entity = Entity::setting;
};
template <class R>
requires Like<R, Setting>
void columns(R& setting, auto& v) {
  v("provider_id", setting.provider);
  v("name", setting.name);
  v("type", setting.type);
  v("arrangement", setting.arrangement);
  v("connected_person", setting.connectedPerson);
  v("approved_by_responsible_authority", setting.approvedByResponsibleAuthority);
  v("temporary_approval_from", setting.temporaryApprovalFrom);
  v("temporary_approval_until", setting.temporaryApprovalUntil);
  v("approved_adopters", setting.approvedAdopters);
  v("category", setting.category);
  v("place", setting.place);
  v("registration", setting.registration);
  v("terms", setting.terms);
  v("residents_known", setting.residentsKnown);
  v("vacancy", setting.vacancy);
  v("willingness", setting.willingness);
  v("carers", setting.carers);
  v("own_bedroom", setting.ownBedroom);
  v("sharing_assessed", setting.sharingAssessed);
  v("offers_days", setting.offersDays);
  v("proof", setting.proof);
  v("record", setting.record);
  v("weekly_rate", setting.weeklyRate);
  v("telephone", setting.telephone);
  v("source", setting.source);
}
void lists(Of<Setting>, auto& v) {
  v(ListTable{"capability", "setting_id"}, &Setting::capabilities);
  v(ListTable{"setting_feature", "setting_id", "feature", "present"}, &Setting::features);
  v(ListTable{"resident", "setting_id"}, &Setting::residents);
  v(ListTable{"limit_exemption", "setting_id"}, &Setting::exemptions);
}

Result<ProviderId> MarketStore::addProvider(Transaction& in, const Provider& provider) { return addRow(in, provider); }
Result<std::int64_t> MarketStore::saveProvider(Transaction& in, const Provider& provider) { return saveRow(in, provider); }
Result<Provider> MarketStore::provider(ProviderId id) const { return getRow<Provider>(*m_connection, id); }
Result<std::vector<Provider>> MarketStore::providers() const { return listRows<Provider>(*m_connection, notBinned<Provider>()); }

Result<SettingId> MarketStore::addSetting(Transaction& in, const Setting& setting) { return addRow(in, setting); }
Result<std::int64_t> MarketStore::saveSetting(Transaction& in, const Setting& setting) { return saveRow(in, setting); }
Result<Setting> MarketStore::setting(SettingId id) const { return getRow<Setting>(*m_connection, id); }
Result<std::vector<Setting>> MarketStore::settingsOf(ProviderId provider) const {
  return listRows<Setting>(*m_connection, "provider_id = ? AND " + notBinned<Setting>(), provider);
}

Result<std::vector<Setting>> MarketStore::settings() const {
  return reading(*m_connection, [this]() -> Result<std::vector<Setting>> {
    // With an empty bin, which is nearly always, the lists are read in one plain scan each.
    Query query(*m_connection, "SELECT count(*) FROM bin WHERE entity = 'setting'");
    query.next();
    return readRows<Setting>(*m_connection, query.take<int>() == 0 ? std::string() : notBinned<Setting>());
  });
}

Result<Market> MarketStore::market() const {
  auto found = providers();
  if (!found) return tl::unexpected<Error>(found.error());
  auto homes = settings();
  if (!homes) return tl::unexpected<Error>(homes.error());
  return Market{*std::move(found), *std::move(homes)};
}

void keepWordsAgain(Connection& connection, Changed what) {
  if (what.entity == Entity::setting) {
    if (const auto setting = readRow<Setting>(connection, SettingId{what.id})) keepWords(connection, *setting);
  } else if (const auto provider = readRow<Provider>(connection, ProviderId{what.id})) {
    keepWords(connection, *provider);
  }
}

}  // namespace homeward::store
