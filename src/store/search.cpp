#include "store/search.h"

#include <algorithm>

#include "store/search_store.h"
#include "support/text.h"

namespace homeward::store {
namespace {

bool isPartOfWord(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80 || c == '-' || c == '\'';
}

struct Entry {
  Changed what;
  std::string title;
  std::string detail;
  std::string words;
};

void keep(Connection& connection, const Entry& entry) {
  Query(connection, "DELETE FROM search_word WHERE entity = ? AND id = ?").with(entry.what.entity, entry.what.id).run();
  Query(connection,
        "INSERT INTO search_entry (entity, id, title, detail) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (entity, id) DO UPDATE SET title = excluded.title, detail = excluded.detail")
      .with(entry.what.entity, entry.what.id, entry.title, entry.detail)
      .run();
  for (const std::string& word : wordsOf(entry.words))
    Query(connection, "INSERT INTO search_word (word, entity, id) VALUES (?, ?, ?)").with(word, entry.what.entity, entry.what.id).run();
}

std::string nameFor(const std::string& name, const std::string& knownAs) { return knownAs.empty() ? name : knownAs; }

void keepReferral(Connection& connection, ReferralId id, const std::string& number) {
  std::string people;
  std::string words = number;
  Query query(connection,
              "SELECT child.number, child.name, child.known_as FROM referral_member JOIN child ON child.id = child_id "
              "WHERE referral_id = ? ORDER BY position");
  query.with(id);
  while (query.next()) {
    const auto childNumber = query.take<std::string>();
    const auto name = query.take<std::string>();
    const auto knownAs = query.take<std::string>();
    people += (people.empty() ? "" : ", ") + nameFor(name, knownAs);
    words.append(joined({"", childNumber, name, knownAs}, " "));
  }
  keep(connection, {{Entity::referral, id.value}, number, people, words});
}

void keepSetting(Connection& connection, SettingId id, const std::string& name, const std::string& postcode, const std::string& urn,
                 const std::string& provider) {
  keep(connection, {{Entity::setting, id.value}, name, provider, name + " " + provider + " " + postcode + " " + urn});
}

}  // namespace

std::vector<std::string> wordsOf(const std::string& text) {
  std::vector<std::string> words;
  std::string word;
  const auto finish = [&] {
    while (!word.empty() && (word.front() == '-' || word.front() == '\'')) word.erase(0, 1);
    while (!word.empty() && (word.back() == '-' || word.back() == '\'')) word.pop_back();
    if (!word.empty()) words.push_back(word);
    word.clear();
  };
  for (const char c : lowered(text)) {
    if (isPartOfWord(c))
      word += c;
    else
      finish();
  }
  finish();
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

void keepWords(Connection& connection, const Child& child) {
  keep(connection, {{Entity::child, child.id.value}, child.name, child.number, child.number + " " + child.name + " " + child.knownAs});
  // A referral is found by its children's names, so it must hear of a new one.
  std::vector<std::pair<ReferralId, std::string>> referrals;
  {
    Query query(connection, "SELECT id, number FROM referral WHERE id IN (SELECT referral_id FROM referral_member WHERE child_id = ?)");
    query.with(child.id);
    while (query.next()) {
      const auto id = query.take<ReferralId>();
      referrals.emplace_back(id, query.take<std::string>());
    }
  }
  for (const auto& [id, number] : referrals) keepReferral(connection, id, number);
}

void keepWords(Connection& connection, const Referral& referral) { keepReferral(connection, referral.id, referral.number); }

void keepWords(Connection& connection, const Provider& provider) {
  const std::string urn = provider.registration ? provider.registration->urn : std::string();
  keep(connection, {{Entity::provider, provider.id.value}, provider.name, provider.framework, provider.name + " " + urn});
  struct Home {
    SettingId id;
    std::string name;
    std::string postcode;
    std::string urn;
  };
  std::vector<Home> homes;
  {
    // Only those whose entry still carries the former name: a provider is saved more often than it is renamed.
    Query query(
        connection,
        "SELECT setting.id, name, place_postcode, coalesce(registration_urn, '') FROM setting "
        "JOIN search_entry ON search_entry.entity = 'setting' AND search_entry.id = setting.id WHERE provider_id = ? AND detail <> ?");
    query.with(provider.id, provider.name);
    while (query.next()) {
      auto& home = homes.emplace_back();
      query.take(home.id);
      query.take(home.name);
      query.take(home.postcode);
      query.take(home.urn);
    }
  }
  for (const Home& home : homes) keepSetting(connection, home.id, home.name, home.postcode, home.urn, provider.name);
}

void keepWords(Connection& connection, const Setting& setting) {
  std::string provider;
  {
    Query query(connection, "SELECT name FROM provider WHERE id = ?");
    if (query.with(setting.provider).next()) query.take(provider);
  }
  keepSetting(connection, setting.id, setting.name, setting.place.postcode, setting.registration ? setting.registration->urn : "",
              provider);
}

Result<std::vector<Found>> SearchStore::find(std::string_view text, int limit) const {
  return reading(*m_connection, [&]() -> Result<std::vector<Found>> {
    std::vector<Found> found;
    const auto words = wordsOf(std::string(text));
    if (words.empty() || limit <= 0) return found;
    std::string sql =
        "SELECT entity, id, title, detail FROM search_entry WHERE NOT EXISTS "
        "(SELECT 1 FROM bin WHERE bin.entity = search_entry.entity AND bin.id = search_entry.id)";
    for (std::size_t i = 0; i < words.size(); ++i)
      sql += " AND (entity, id) IN (SELECT entity, id FROM search_word WHERE word >= ? AND word < ?)";
    Query query(*m_connection, sql + " ORDER BY entity, title, id LIMIT ?");
    // No byte of UTF-8 is 0xFF, so this is just above every word that begins with the prefix.
    for (const auto& word : words) query.with(word, word + '\xFF');
    query.put(limit);
    while (query.next()) {
      auto& thing = found.emplace_back();
      query.take(thing.what.entity);
      query.take(thing.what.id);
      query.take(thing.title);
      query.take(thing.detail);
    }
    return found;
  });
}

}  // namespace homeward::store
