#include "store/child_store.h"

#include "store/numbers.h"
#include "store/search.h"
#include "store/write.h"

namespace homeward::store {

template <class R>
requires Like<R, Need>
void columns(R& need, auto& v) {
  v("domain", need.domain);
  v("level", need.level);
  v("essential", need.essential);
  v("evidence", need.evidence);
  v("evidence_on", need.evidenceOn);
  v("desired_outcome", need.desiredOutcome);
}
template <class R>
requires Like<R, Risk>
void columns(R& risk, auto& v) {
  v("kind", risk.kind);
  v("level", risk.level);
  v("evidence", risk.evidence);
  v("evidence_on", risk.evidenceOn);
}
template <class R>
requires Like<R, Wish>
void columns(R& wish, auto& v) {
  v("words", wish.words);
  v("kind", wish.kind);
  v("feature", wish.feature);
  v("person", wish.person);
  v("within_miles", wish.withinMiles);
}
template <class R>
requires Like<R, Contact>
void columns(R& contact, auto& v) {
  v("name", contact.name);
  v("relationship", contact.relationship);
  v("place", contact.place);
  v("visits_a_month", contact.visitsAMonth);
}
template <class R>
requires Like<R, NoGoArea>
void columns(R& area, auto& v) {
  v("area", area.area);
  v("reason", area.reason);
}

template <>
struct Table<Child> {
  static constexpr const char* name = "child";
  static constexpr Entity entity = Entity::child;
};
template <class R>
requires Like<R, Child>
void columns(R& child, auto& v) {
  v("number", child.number);
  v("name", child.name);
  v("known_as", child.knownAs);
  v("born", child.born);
  v("sex", child.sex);
  v("ethnicity", child.ethnicity);
  v("legal_status", child.legalStatus);
  v("legal_status_since", child.legalStatusSince);
  v("looked_after_since", child.lookedAfterSince);
  v("aim", child.aim);
  v("home", child.home);
  v("school", child.school);
  v("school", child.schoolPlace);
  v("sibling_group_id", child.siblings);
  v("social_worker_id", child.socialWorker);
  v("team_id", child.team);
  v("disabled", child.disabled);
  v("unaccompanied_asylum_seeker", child.unaccompaniedAsylumSeeker);
  v("strengths", child.strengths);
  v("notes", child.notes);
}
void lists(Of<Child>, auto& v) {
  v(ListTable{"need", "child_id"}, &Child::needs);
  v(ListTable{"risk", "child_id"}, &Child::risks);
  v(ListTable{"wish", "child_id"}, &Child::wishes);
  v(ListTable{"contact", "child_id"}, &Child::contacts);
  v(ListTable{"no_go_area", "child_id"}, &Child::noGoAreas);
  v(ListTable{"identity_point", "child_id", "feature"}, &Child::identity);
  v(ListTable{"medical_exclusion", "child_id", "feature"}, &Child::medicalExclusions);
  v(ListTable{"keep_apart", "child_id", "other_id"}, &Child::keepApartFrom);
}

template <>
struct Table<SiblingGroup> {
  static constexpr const char* name = "sibling_group";
  static constexpr Entity entity = Entity::siblingGroup;
};
template <class R>
requires Like<R, SiblingGroup>
void columns(R& group, auto& v) {
  v("name", group.name);
  v("must_stay_together", group.mustStayTogether);
  v("reason", group.reason);
}

Result<ChildId> ChildStore::add(Transaction& in, const Child& child) { return addRow(in, child); }
Result<std::int64_t> ChildStore::save(Transaction& in, const Child& child) { return saveRow(in, child); }
Result<Child> ChildStore::get(ChildId id) const { return getRow<Child>(*m_connection, id); }
Result<std::vector<Child>> ChildStore::all() const { return listRows<Child>(*m_connection, notBinned<Child>()); }
Result<std::vector<Child>> ChildStore::inSiblingGroup(SiblingGroupId group) const {
  return listRows<Child>(*m_connection, "sibling_group_id = ? AND " + notBinned<Child>(), group);
}
Result<std::vector<ChildId>> ChildStore::keptApartFrom(ChildId child) const {
  return reading(*m_connection, [&]() -> Result<std::vector<ChildId>> {
    Query query(*m_connection, "SELECT DISTINCT child_id FROM keep_apart WHERE other_id = ? ORDER BY child_id");
    query.with(child);
    std::vector<ChildId> others;
    while (query.next()) query.take(others.emplace_back());
    return others;
  });
}
Result<std::string> ChildStore::nextNumber() const { return nextNumberIn(*m_connection, "child", "C-"); }

Result<SiblingGroupId> ChildStore::addSiblingGroup(Transaction& in, const SiblingGroup& group) { return addRow(in, group); }
Result<void> ChildStore::saveSiblingGroup(Transaction& in, const SiblingGroup& group) { return saveUnversioned(in, group); }
Result<SiblingGroup> ChildStore::siblingGroup(SiblingGroupId id) const { return getRow<SiblingGroup>(*m_connection, id); }
Result<std::vector<SiblingGroup>> ChildStore::siblingGroups() const { return listRows<SiblingGroup>(*m_connection, ""); }

}  // namespace homeward::store
