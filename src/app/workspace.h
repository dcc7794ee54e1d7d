// An open case file with somebody working in it: what every use case gets.
//
// It holds the file, who is working, the clock (a parameter of everything below), and what is worth keeping in memory: the atlas and the
// market. A use case reads or writes through the stores, one transaction each; after the commit the workspace drops what became stale
// and tells its listeners. Belongs to one thread; long work gets a workspace besides it, for a thread of its own, and what that one
// committed is made known here when the work is over.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "domain/codes.h"
#include "domain/people.h"
#include "domain/provider.h"
#include "geography/geography.h"
#include "matching/market_facts.h"
#include "matching/policy.h"
#include "store/case_file.h"
#include "support/result.h"

namespace homeward::app {

/// Providers and settings as the matching and the screens read them: loaded once, kept until one of them changes.
struct Market {
  std::vector<Provider> providers;
  std::vector<Setting> settings;
  std::map<ProviderId, std::size_t> providerAt;
  std::map<SettingId, std::size_t> settingAt;
  /// Everybody who could be asked: the settings whose provider is known, then the providers that are still to name one.
  std::shared_ptr<const matching::MarketFacts> facts;
  [[nodiscard]] const Provider* provider(ProviderId id) const;
  [[nodiscard]] const Setting* setting(SettingId id) const;
};

using Clock = std::function<Instant()>;
[[nodiscard]] Clock systemClock();

class Workspace {
 public:
  /// Over an open file; whoever works first is its first active placement officer, else its first person.
  [[nodiscard]] static Result<std::unique_ptr<Workspace>> over(store::CaseFile file, Clock clock);
  Workspace(const Workspace&) = delete;
  Workspace& operator=(const Workspace&) = delete;

  [[nodiscard]] store::CaseFile& file() { return m_file; }
  [[nodiscard]] const store::CaseFile& file() const { return m_file; }
  [[nodiscard]] bool readOnly() const { return m_file.readOnly(); }
  /// Does something in one transaction by the person who is working, now.
  template <class Work>
  [[nodiscard]] auto change(Work&& work) {
    return m_file.change(m_user.id, now(), std::forward<Work>(work));
  }
  [[nodiscard]] Instant now() const { return m_clock(); }
  [[nodiscard]] Date today() const { return englandDay(m_clock()); }
  [[nodiscard]] const WorkingDays& calendar() const { return WorkingDays::england(); }

  /// Who is working; chosen at the start, changed by "Work as". Everything written carries this person.
  [[nodiscard]] const Person& user() const { return m_user; }
  Result<void> workAs(PersonId person);

  [[nodiscard]] bool fictional() const { return m_fictional; }               ///< a demo case: every page and export says so
  [[nodiscard]] const Authority& authority() const { return m_authority; }   ///< the responsible authority
  [[nodiscard]] const matching::Policy& policy() const { return m_policy; }  ///< the one in use
  [[nodiscard]] Result<std::shared_ptr<const Market>> market();
  [[nodiscard]] Result<std::shared_ptr<const geography::Atlas>> atlas();
  /// The place of a postcode, or of a postcode's district ("ZZ5"), by the case file's postcodes. A district, and a postcode that they
  /// lack, is placed in the authority that has all the district's postcodes, without a point: distances to it are intervals.
  [[nodiscard]] Result<Place> placeOf(std::string_view postcode);
  /// What a field says that held `before`: the same place while its words are the same and its point is known (or nothing is said);
  /// else it is looked up, now that more postcodes may be known. What is no postcode is kept as it is typed, without a point.
  [[nodiscard]] Place placeAsTyped(std::string_view typed, const Place& before = {});

  /// A workspace over the same file for work on another thread: by the same person, its clock stopped at this moment. While one that
  /// writes has begun its transaction, what is saved here is refused with the reason.
  [[nodiscard]] Result<std::unique_ptr<Workspace>> besides(store::OpenMode mode = store::OpenMode::readOnly);
  /// What a workspace besides another one committed, with what it then holds in memory, as values for the other thread.
  struct Committed {
    std::vector<store::Changed> what;
    std::shared_ptr<const Market> market;           ///< none: nothing of it changed
    std::shared_ptr<const geography::Atlas> atlas;  ///< none: nothing of it changed
    std::int64_t since = 0;                         ///< changes of market and atlas over there when the work began
  };
  /// Of a workspace besides: everything that it committed, market and atlas read again here and now where that can be done.
  [[nodiscard]] Committed committed();
  /// Of the workspace in front, when the work is over: as after a commit of its own.
  void takeOver(const Committed& besides);

  /// Called after each commit with what changed; returns a number for `forget`.
  int listen(std::function<void(const std::vector<store::Changed>&)> listener);
  void forget(int listener);

 private:
  Workspace(store::CaseFile file, Clock clock);
  /// The policy in use, as the case file has it now.
  [[nodiscard]] Result<void> readPolicy();
  void changed(const std::vector<store::Changed>& what);
  /// Drops what these changes make stale.
  void drop(const std::vector<store::Changed>& what);
  void tell(const std::vector<store::Changed>& what);
  store::CaseFile m_file;
  std::shared_ptr<void> m_listening;
  Clock m_clock;
  Person m_user;
  Authority m_authority;
  bool m_fictional = false;
  matching::Policy m_policy;
  std::shared_ptr<const Market> m_market;
  std::shared_ptr<const geography::Atlas> m_atlas;
  std::map<int, std::function<void(const std::vector<store::Changed>&)>> m_listeners;
  int m_nextListener = 1;
  std::int64_t m_renewals = 0;              ///< how often market or atlas became stale
  std::int64_t m_since = 0;                 ///< of the workspace that this one is besides
  std::vector<store::Changed> m_committed;  ///< kept by a workspace besides
  bool m_besides = false;
};

}  // namespace homeward::app
